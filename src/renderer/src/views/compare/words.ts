import type { AlignmentRow } from '../../../../core/align/model'

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
