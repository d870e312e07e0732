import { lengthOf, type Span } from '../text/span'
import type { Links } from './links'
import type { Change } from './model'
import type { Prepared } from './report'
import { spanOf, type Grid } from './rows'

/** A change before it has its place in the list. */
export type NamedChange = Omit<Change, 'index'>

/** Names the differences that a grid of rows shows, heaviest first. */
export function nameChanges(
  a: Prepared,
  b: Prepared,
  { rows, strays }: Grid,
  scopes: Links['scopes']
): Change[] {
  const named: NamedChange[] = []
  for (const row of rows) {
    if (row.kind === 'moved-away') named.push(moved(row.index, row.move?.other ?? row.index))
    for (const pair of row.pairs) {
      if (pair.relation === 'only-a' || pair.relation === 'only-b')
        named.push(lone(row.index, pair.relation, pair.a ?? pair.b))
    }
  }
  for (const scope of scopes) {
    const span = spanOf(a, { from: scope.a, to: scope.a + 1 })
    const row = rows.findIndex(({ pairs }) => pairs.some((pair) => pair.a?.start === span.start))
    named.push({
      kind: 'scope',
      strength: 'soft',
      weight: 0.3,
      row: Math.max(0, row),
      a: span,
      b: spanOf(b, { from: scope.b, to: scope.b + 1 }),
      text: 'same wording, other scope'
    })
  }
  for (const { row, a: left, b: right } of strays)
    named.push({
      kind: 'moved',
      strength: 'minor',
      weight: 0.1,
      row,
      a: left,
      b: right,
      text: 'sentence in another paragraph'
    })
  return named
    .toSorted((x, y) => y.weight - x.weight || x.row - y.row)
    .map((change, index) => ({ index, ...change }))
}

function moved(row: number, other: number): NamedChange {
  return {
    kind: 'moved',
    strength: 'minor',
    weight: 0.2,
    row: other,
    text: `moved, see row ${row + 1}`
  }
}

function lone(row: number, relation: 'only-a' | 'only-b', span: Span | undefined): NamedChange {
  const size = span === undefined ? 0 : Math.min(1, lengthOf(span) / 400)
  return {
    kind: relation === 'only-a' ? 'omission' : 'addition',
    strength: 'soft',
    weight: 0.3 + 0.2 * size,
    row,
    ...(span !== undefined && (relation === 'only-a' ? { a: span } : { b: span })),
    text: relation === 'only-a' ? 'in A, not in B' : 'in B, not in A'
  }
}
