import { align } from '../../src/core/align/align'
import { shared, type Span } from '../../src/core/text/span'
import { score, sentenceSpans, toArticle, type PlantedPair, type Score } from './planted'

/** How well the alignment of planted versions meets the truth. */
export interface AlignScore {
  readonly sentences: Score
  readonly moved: Pick<Score, 'precision' | 'recall'>
}

/** Aligns planted versions and compares the pairs of sentences and the moved paragraphs with the truth. */
export function scoreAlignment(pairs: readonly PlantedPair[]): AlignScore {
  const sentences = { hits: 0, found: 0, wanted: 0 }
  const moved = { hits: 0, wanted: 0, shown: 0, right: 0 }
  for (const pair of pairs) {
    const [a, b] = [toArticle(1, pair.a), toArticle(2, pair.b)]
    const { rows, changes } = align(a, b)
    const [left, right] = [sentenceSpans(pair.a), sentenceSpans(pair.b)]
    const inRight = new Set(right.map(({ id }) => id))
    sentences.wanted += left.filter(({ id }) => inRight.has(id)).length
    const linked = [
      ...rows.flatMap((row) => row.pairs),
      ...changes.filter(({ kind, text }) => kind === 'moved' && text.includes('another paragraph'))
    ]
    for (const { a: x, b: y } of linked) {
      if (x === undefined || y === undefined) continue
      const [idsA, idsB] = [under(left, x), under(right, y)]
      const links = Math.max(idsA.length, idsB.length)
      sentences.found += links
      sentences.hits += idsA.filter((id) => idsB.includes(id)).length
    }
    const shownMoved = new Set(
      rows
        .filter(({ kind }) => kind === 'moved-away')
        .flatMap((row) => under(left, spanOfBlocks(a, row.a)))
    )
    const strays = new Set(
      changes.flatMap(({ kind, a: span }) => (kind === 'moved' && span ? under(left, span) : []))
    )
    // Within one row nothing moves: its sentences stand side by side already.
    const rowOf = new Map(
      rows
        .filter(({ kind }) => kind !== 'moved-away')
        .flatMap((row) =>
          row.a.length === 0
            ? []
            : under(left, spanOfBlocks(a, row.a)).map((id) => [id, row.index] as const)
        )
    )
    const isShown = (id: number) => shownMoved.has(id) || strays.has(id)
    const crossing = crossingsOf(left, right, (id) => rowOf.get(id) ?? -1)
    const wanted = [...pair.moved].filter((id) => (crossing.get(id)?.size ?? 0) > 0)
    moved.wanted += wanted.length
    // Of two passages that change places either may be called moved.
    moved.hits += wanted.filter(
      (id) => isShown(id) || [...(crossing.get(id) ?? [])].every(isShown)
    ).length
    moved.shown += shownMoved.size
    moved.right += [...shownMoved].filter((id) => (crossing.get(id)?.size ?? 0) > 0).length
  }
  return {
    sentences: score(sentences.hits, sentences.found, sentences.wanted),
    moved: {
      precision: score(moved.right, moved.shown, 1).precision,
      recall: score(moved.hits, 1, moved.wanted).recall
    }
  }
}

/** A run of text that a tool finds equal. */
export interface EqualRun {
  readonly a: number
  readonly b: number
  readonly length: number
}

/** Finds the equal runs of two texts. */
export type EqualRuns = (a: string, b: string) => readonly EqualRun[]

/** Share of the longer sentence that must be equal for two sentences to be one. The best of .2, .3, .4, .5 for other tools. */
const SAME_SENTENCE = 0.3

/** Says how well the pairs of sentences that follow from equal runs meet the truth. */
export function scoreDiff(pairs: readonly PlantedPair[], equalRuns: EqualRuns): Score {
  const total = { hits: 0, found: 0, wanted: 0 }
  for (const pair of pairs) {
    const [a, b] = [toArticle(1, pair.a), toArticle(2, pair.b)]
    const [left, right] = [sentenceSpans(pair.a), sentenceSpans(pair.b)]
    const inRight = new Set(right.map(({ id }) => id))
    total.wanted += left.filter(({ id }) => inRight.has(id)).length
    const runs = equalRuns(a.text, b.text)
    for (const x of left)
      for (const y of right) {
        const equal = runs.reduce((sum, run) => sum + sharedIn(run, x.span, y.span), 0)
        const longer = Math.max(x.span.end - x.span.start, y.span.end - y.span.start)
        if (equal < SAME_SENTENCE * longer) continue
        total.found++
        if (x.id === y.id) total.hits++
      }
  }
  return score(total.hits, total.found, total.wanted)
}

function sharedIn({ a, b, length }: EqualRun, x: Span, y: Span): number {
  const from = Math.max(0, x.start - a, y.start - b)
  const to = Math.min(length, x.end - a, y.end - b)
  return Math.max(0, to - from)
}

function under(spans: readonly { id: number; span: Span }[], within: Span): number[] {
  return spans
    .filter(({ span }) => shared(span, within) > (span.end - span.start) / 2)
    .map(({ id }) => id)
}

function spanOfBlocks(
  { blocks }: { readonly blocks: readonly { readonly span: Span }[] },
  indexes: readonly number[]
): Span {
  const first = blocks[indexes[0] ?? 0]
  const last = blocks[indexes.at(-1) ?? 0]
  return { start: first?.span.start ?? 0, end: last?.span.end ?? 0 }
}

/** Per sentence, the sentences that stand on its other side in the other report. */
function crossingsOf(
  left: readonly { id: number }[],
  right: readonly { id: number }[],
  rowOf: (id: number) => number
): Map<number, Set<number>> {
  const rank = new Map(left.map(({ id }, index) => [id, index]))
  const order = right.map(({ id }) => id).filter((id) => rank.has(id))
  const crossings = new Map<number, Set<number>>()
  for (const [place, id] of order.entries())
    for (const later of order.slice(place + 1))
      if ((rank.get(later) ?? 0) < (rank.get(id) ?? 0) && rowOf(later) !== rowOf(id)) {
        crossings.set(id, (crossings.get(id) ?? new Set()).add(later))
        crossings.set(later, (crossings.get(later) ?? new Set()).add(id))
      }
  return crossings
}
