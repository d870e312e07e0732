import { UNLIMITED, type Budget } from '../budget'
import { nameChanges } from './meaning'
import type { Alignment, AlignmentRow } from './model'
import { goesFirst, pairReports } from './pairing'
import { prepare, type Prepared, type Report } from './report'
import { Vocabulary } from './vocabulary'
import { layOut } from './rows'
import { summarize } from './summary'

/** How two reports are to be aligned. */
export interface AlignOptions {
  readonly budget?: Budget
  /** Set when one is known to be a later version of the other; only then do texts say "now" or "no longer". */
  readonly order?: 'a-first' | 'b-first'
}

/**
 * Puts two reports side by side: rows of paragraphs with their sentences and word changes, moves, and the changes by name.
 *
 * Furniture is left out. Swapping the reports swaps the sides and nothing else. About 6 ms for two reports of 2,000 words.
 */
export function align(a: Report, b: Report, options: AlignOptions = {}): Alignment {
  const vocabulary = new Vocabulary()
  const first = goesFirst(a, b) ? a : b
  const prepared = new Map<Report, Prepared>()
  for (const report of first === a ? [a, b] : [b, a])
    prepared.set(report, prepare(report, vocabulary))
  const left = prepared.get(a) ?? prepare(a, vocabulary)
  const right = prepared.get(b) ?? prepare(b, vocabulary)
  return alignPrepared(left, right, { vocabulary, ...options })
}

/** As `align`, for reports that were cut with one vocabulary and are compared with several others. */
export function alignPrepared(
  a: Prepared,
  b: Prepared,
  options: AlignOptions & { readonly vocabulary: Vocabulary }
): Alignment {
  const budget = options.budget ?? UNLIMITED
  const pairing = pairReports(a, b, options.vocabulary, budget)
  const grid = layOut(a, b, pairing, pairing.groups, budget)
  const changes = nameChanges(a, b, grid, pairing.scopes)
  const changesOfRow = Map.groupBy(changes, ({ row }) => row)
  const rows = grid.rows.map((row) => ({
    ...row,
    changes: (changesOfRow.get(row.index) ?? []).map(({ index }) => index)
  }))
  return {
    rows,
    changes,
    summary: summarize(changes, options.order),
    counts: countRows(rows),
    exhaustive: pairing.exhaustive && budget.spend(0)
  }
}

function countRows(rows: readonly AlignmentRow[]): Alignment['counts'] {
  const count = (test: (row: AlignmentRow) => boolean) => rows.filter(test).length
  return {
    moved: count(({ kind }) => kind === 'moved-away'),
    onlyA: count(({ kind }) => kind === 'only-a'),
    onlyB: count(({ kind }) => kind === 'only-b'),
    changed: count(({ kind }) => kind === 'changed'),
    equal: count(({ kind }) => kind === 'equal')
  }
}
