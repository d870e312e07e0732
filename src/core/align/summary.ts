import type { Alignment, Change } from './model'
import type { AlignOptions } from './align'

/** Most clauses of a summary. */
const MAX_CLAUSES = 3

/** Returns up to three plain clauses on what differs in substance, heaviest first. */
export function summarize(
  changes: readonly Change[],
  order: AlignOptions['order']
): Alignment['summary'] {
  const strong = changes.filter(({ strength }) => strength === 'strong')
  const clauses = strong.slice(0, MAX_CLAUSES).map(({ text }) => text)
  return order === undefined ? clauses : clauses.map((clause) => clause)
}
