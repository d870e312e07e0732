import type { ArticleId } from '../article/article'
import type { Overlap, SharedPassage } from './model'

/** A report as far as descent is concerned. */
export interface Bearer {
  readonly id: ArticleId
  /** ISO 8601, or undefined. */
  readonly published: string | undefined
}

/**
 * How it is known that one report has its text from another: its own words say so, or it is the later of two that share wording.
 * `unordered`: they share wording and nothing tells which came first.
 */
export type DescentBasis = 'says-so' | 'later' | 'unordered'

/** A report and the one that it has its text from, as far as the texts and dates in the library show. */
export interface DescentLink {
  readonly child: ArticleId
  readonly parent: ArticleId
  readonly basis: DescentBasis
  /** The words that show it, with `says-so`. */
  readonly evidence?: string
  /** Share of the child's own words that stand in the parent, 0…1. */
  readonly share: number
  /** Equal words in passages that count. */
  readonly words: number
  /** The longest passage that stands in both; `a` is the child. */
  readonly passage?: SharedPassage
}

/** What is said goes before what dates suggest. */
const RANKS: Readonly<Record<DescentBasis, number>> = { 'says-so': 2, later: 1, unordered: 0 }

/**
 * Returns at most one parent for each report: the one it says it copies, else the earlier one that holds most of its words.
 * Reports without a parent are the first carriers in the library. The links form a forest: no report descends from itself.
 *
 * @param pairs - pairs that share wording
 * @param copierOf - which of two says that it copies the other, and the words
 * Cost: O(pairs × depth). The result does not depend on the order of `pairs`.
 */
export function traceDescent(
  bearers: readonly Bearer[],
  pairs: readonly Overlap[],
  copierOf: (
    a: ArticleId,
    b: ArticleId
  ) => { readonly copy: ArticleId; readonly text: string } | undefined
): DescentLink[] {
  const dates = new Map(bearers.map(({ id, published }) => [id, published]))
  const candidates = pairs
    .filter(({ a, b }) => dates.has(a) && dates.has(b))
    .map((pair) => orient(pair, dates, copierOf(pair.a, pair.b)))
    .sort(
      (x, y) =>
        RANKS[y.basis] - RANKS[x.basis] ||
        y.share - x.share ||
        x.parent - y.parent ||
        x.child - y.child
    )
  const parents = new Map<ArticleId, DescentLink>()
  for (const candidate of candidates) {
    if (parents.has(candidate.child)) continue
    if (!descends(candidate.parent, candidate.child, parents))
      parents.set(candidate.child, candidate)
  }
  return bearers.flatMap(({ id }) => parents.get(id) ?? [])
}

function descends(
  id: ArticleId,
  from: ArticleId,
  parents: ReadonlyMap<ArticleId, DescentLink>
): boolean {
  for (let at: ArticleId | undefined = id; at !== undefined; at = parents.get(at)?.parent)
    if (at === from) return true
  return false
}

function orient(
  pair: Overlap,
  dates: ReadonlyMap<ArticleId, string | undefined>,
  said: { readonly copy: ArticleId; readonly text: string } | undefined
): DescentLink {
  const order = compareDates(dates.get(pair.a), dates.get(pair.b))
  // Without an order the report that is held more fully by the other is told as the one that took.
  const taker =
    said?.copy ??
    (order > 0 || (order === 0 && pair.containmentA > pair.containmentB) ? pair.a : pair.b)
  const basis = said ? 'says-so' : order === 0 ? 'unordered' : 'later'
  const isA = taker === pair.a
  const longest = longestOf(pair.passages)
  return {
    child: taker,
    parent: isA ? pair.b : pair.a,
    basis,
    ...(said && { evidence: said.text }),
    share: isA ? pair.containmentA : pair.containmentB,
    words: pair.words,
    ...(longest && { passage: isA ? longest : { ...longest, a: longest.b, b: longest.a } })
  }
}

/** Above 0 when the first is later, 0 when nothing tells: a day alone stands for any hour of it. */
function compareDates(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return 0
  const [dayA, dayB] = [a.slice(0, 10), b.slice(0, 10)]
  if (a.length <= 10 || b.length <= 10) return dayA < dayB ? -1 : dayA > dayB ? 1 : 0
  const difference = Date.parse(a) - Date.parse(b)
  return Number.isNaN(difference) ? 0 : difference
}

/** The longest passage; one that counts goes before stock lines and quotations. */
function longestOf(passages: readonly SharedPassage[]): SharedPassage | undefined {
  return passages.toSorted(
    (x, y) =>
      Number(x.discount !== undefined) - Number(y.discount !== undefined) || y.words - x.words
  )[0]
}
