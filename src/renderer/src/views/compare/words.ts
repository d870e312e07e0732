import type { AlignmentRow } from '../../../../core/align/model'
import type { Comparison } from '../../../../shared/shapes'
import type { CompareState, Item } from '../../lib/state/compare.svelte'

/** Sign of a row beside its colour. */
export const SIGNS = {
  equal: '',
  changed: '~',
  'only-a': '−',
  'only-b': '+',
  'moved-away': '↕',
  moved: '↕',
  away: '⇢'
} as const

interface Numbers {
  readonly a: readonly string[]
  readonly b: readonly string[]
}

/** `moved from 5` on the row that shows both texts, `moved to 8` on the row they left; the arrow says where the other is. */
export function moveLabel(
  row: AlignmentRow,
  partner: AlignmentRow | undefined,
  numbers: Numbers
): string {
  const arrow = partner !== undefined && partner.index < row.index ? '↑' : '↓'
  const [word, number] = placeOf(row, partner, numbers)
  // A heading that moved alone has no number.
  return number === undefined ? `moved ${arrow}` : `moved ${word} ${number} ${arrow}`
}

function placeOf(
  row: AlignmentRow,
  partner: AlignmentRow | undefined,
  { a, b }: Numbers
): ['from' | 'to', string | undefined] {
  if (row.kind === 'moved-away') {
    return row.a.length > 0 ? ['to', first(partner?.b, b)] : ['from', first(partner?.a, a)]
  }
  // The gap on the other side tells which text the two are shown beside.
  return partner !== undefined && partner.b.length > 0
    ? ['to', first(row.b, b)]
    : ['from', first(row.a, a)]
}

/** Number of the first numbered block. */
function first(
  blocks: readonly number[] | undefined,
  numbers: readonly string[]
): string | undefined {
  return blocks
    ?.map((block) => numbers[block])
    .find((number) => number !== undefined && number !== '')
}

/** Measures of the grid at the usual size of letters, in CSS pixels; guesses need no more. */
const GUTTER = 108
const CELL_PADDING = 24
const LETTER = 7.6
const LINE = 24.5
const ROW_PADDING = 18
const FOLD = 45

/** Height that an item will have in a grid of a width, in CSS pixels: near enough for the scroll bar before it is laid out. */
export function guessHeight(
  item: Item,
  { a, b }: Pick<Comparison, 'a' | 'b'>,
  { width, inline }: { readonly width: number; readonly inline: boolean }
): number {
  if (item.kind === 'fold') return FOLD
  const column = inline ? width - GUTTER : (width - GUTTER) / 2
  const letters = Math.max(10, (column - CELL_PADDING) / LETTER)
  const lines = (blocks: readonly number[], side: Comparison['a']) =>
    blocks.reduce((sum, block) => {
      const span = side.blocks[block]?.span
      return sum + (span ? Math.ceil((span.end - span.start) / letters) : 0)
    }, 0)
  const { row } = item
  return ROW_PADDING + LINE * Math.max(1, lines(row.a, a), lines(row.b, b))
}

/** Enter on a moved row goes to its partner. */
export function jumpByKey(
  event: KeyboardEvent,
  row: AlignmentRow,
  compare: Pick<CompareState, 'goTo'>
): void {
  if (event.key !== 'Enter' || row.move === undefined || event.target !== event.currentTarget)
    return
  event.preventDefault()
  compare.goTo(row.move.other)
}
