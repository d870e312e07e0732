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
  readonly a: readonly number[]
  readonly b: readonly number[]
}

/** `moved from 5` on the row that shows both texts, `moved to 8` on the row they left; the arrow says where the other is. */
export function moveLabel(
  row: AlignmentRow,
  partner: AlignmentRow | undefined,
  numbers: Numbers
): string {
  const arrow = partner !== undefined && partner.index < row.index ? '↑' : '↓'
  if (row.kind === 'moved-away') {
    const there =
      row.a.length > 0 ? numberOf(partner?.b, numbers.b) : numberOf(partner?.a, numbers.a)
    return row.a.length > 0 ? `moved to ${there} ${arrow}` : `moved from ${there} ${arrow}`
  }
  const here =
    partner !== undefined && partner.b.length > 0 ? numberOf(row.a, numbers.a) : undefined
  // The gap on the other side tells which text the two are shown beside.
  return here === undefined
    ? `moved from ${numberOf(row.a, numbers.a)} ${arrow}`
    : `moved to ${numberOf(row.b, numbers.b)} ${arrow}`
}

function numberOf(blocks: readonly number[] | undefined, numbers: readonly number[]): string {
  const number = numbers[blocks?.[0] ?? -1]
  return number === undefined ? '?' : String(number)
}
