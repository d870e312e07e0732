import type { Article, ArticleId } from '../../core/article/article'
import type { Database } from '../catalog/database'

/**
 * A stage that derives something from articles: search postings, fingerprints and overlaps, claims.
 *
 * Each owns its tables, can be emptied and built anew, and says with `version` which code made its rows; a row of the table
 * `derived (article, stage, version)` tells which articles are done. The pipeline calls `keep` inside an open transaction:
 * for `eager` stages the one in which the article row is written, for others a later one in the background.
 */
export interface Deriver {
  readonly stage: 'index' | 'overlaps' | 'claims' | 'furniture'
  /** Raised whenever the derived rows would come out otherwise. */
  readonly version: number
  readonly eager: boolean
  /** Creates what is missing and loads what is kept in memory. Answers false when its rows are damaged: they are then rebuilt. */
  open(db: Database): boolean
  /** Derives and writes the rows of these articles, in the transaction that is open. */
  keep(articles: readonly Article[]): void
  /**
   * Derives from an article beside this thread; what comes out writes the rows, in the transaction that is then open. It is thrown
   * away when articles or decisions change meanwhile. Rejected when the article can't be derived from. Where it is present, `keep`
   * is not called in the background.
   */
  begin?(article: Article): Promise<() => void>
  /** Writes what stands for an article that can't be derived from, in the transaction that is open. */
  giveUp?(id: ArticleId): void
  /** Removes every row of these articles, in the transaction that is open. */
  drop(ids: readonly ArticleId[]): void
  /** Removes all rows, in the transaction that is open. */
  clear(): void
  /** Told after a transaction ended: memory state follows what was committed, or forgets what was rolled back. */
  settled(committed: boolean): void
  /** Says whether `keep` put something off that `catchUp` has still to do: until then some rows are of before. Absent where nothing is. */
  owes?(): boolean
  /** Does a slice, of a few ms, of what was put off, in the transaction that is open. */
  catchUp?(): void
  /**
   * Does a slice of upkeep of a few ms, in a transaction of its own, while nothing else is to do. Answers false when nothing is left to do.
   * For stages that need none, absent.
   */
  compact?(): boolean
  close(): void
}
