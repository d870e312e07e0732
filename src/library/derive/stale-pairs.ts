import type { ArticleId } from '../../core/article/article'

/** Reports that hold a stock phrase which was just learned: what any two of them share may rest on it. */
interface Batch {
  readonly keys: readonly number[]
  readonly among: ReadonlySet<ArticleId>
  /** Those whose partners were not asked for yet, the next one last. */
  readonly reports: ArticleId[]
  /** Pairs that are known already. */
  readonly pairs: (readonly [a: ArticleId, b: ArticleId])[]
}

/** How pairs are found and compared again. */
export interface StaleWork {
  /** Later reports with which one shares wording. */
  readonly partnersOf: (id: ArticleId) => readonly ArticleId[]
  readonly compare: (a: ArticleId, b: ArticleId) => void
  /** Told when no pair rests on these keys any more. */
  readonly done: (keys: readonly number[]) => void
}

/** Pairs of reports that have to be compared again, because stock phrases were learned. A phrase of hundreds of reports takes a while. */
export class StalePairs {
  readonly #batches: Batch[] = []

  add(keys: readonly number[], holders: Iterable<ArticleId>): void {
    const among = new Set(holders)
    if (among.size > 0)
      this.#batches.push({ keys, among, reports: [...among].reverse(), pairs: [] })
  }

  get isEmpty(): boolean {
    return this.#batches.length === 0
  }

  /** Works until a time on the clock, in ms, for one pair at least. */
  work(until: number, { partnersOf, compare, done }: StaleWork): void {
    for (let batch = this.#batches[0]; batch !== undefined; batch = this.#batches[0]) {
      const { keys, among, reports, pairs } = batch
      const report = pairs.length === 0 ? reports.pop() : undefined
      if (report !== undefined)
        for (const other of partnersOf(report)) if (among.has(other)) pairs.push([report, other])
      const pair = pairs.pop()
      if (pair !== undefined) compare(...pair)
      else if (reports.length === 0) {
        this.#batches.shift()
        done(keys)
      }
      if (performance.now() >= until) return
    }
  }
}
