import type { ArticleId } from '../article/article'
import type { Span } from '../text/span'

/**
 * What two reports have to do with each other, strongest first. The first three rest on shared wording; `shared-quotation` on
 * the same words between quotation marks; `same-event` and `same-topic` on shared people, places, numbers and dates only.
 */
export type OverlapKind =
  'same-text' | 'version' | 'shared-passages' | 'shared-quotation' | 'same-event' | 'same-topic'

/** A passage that stands in both reports, equal or edited. */
export interface SharedPassage {
  readonly a: Span
  readonly b: Span
  /** Words that are equal in both. */
  readonly words: number
  /** Why it does not count as reuse: a stock line of the outlet, or words inside quotation marks. */
  readonly discount?: 'formula' | 'quotation'
}

/** What two reports share without sharing wording: the reason of a same-event link. */
export interface SharedItem {
  readonly kind: 'person' | 'place' | 'organisation' | 'number' | 'date' | 'term'
  readonly text: string
  /** 0…1, share of the link's weight. */
  readonly weight: number
}

/** A verified relation of two reports. `a < b`. */
export interface Overlap {
  readonly a: ArticleId
  readonly b: ArticleId
  readonly kind: OverlapKind
  /** Share of a's own words that stand in b, 0…1 (Broder's containment of a in b). */
  readonly containmentA: number
  /** Share of b's own words that stand in a, 0…1. */
  readonly containmentB: number
  /** |A∩B| / |A∪B| over own words, 0…1. */
  readonly resemblance: number
  /** Equal words in passages that count. */
  readonly words: number
  readonly passages: readonly SharedPassage[]
  /** Cosine of the weighted terms of both, 0…1. */
  readonly cosine: number
  /** Empty unless the kind is `same-event` or `same-topic`. */
  readonly items: readonly SharedItem[]
}

/** Identifies a cluster: the smallest article id in it when it was first made. Hand decisions refer to articles, not to it. */
export type ClusterId = number

/** Reports that are joined by overlaps of wording (copies and versions) or by one event. */
export interface Cluster {
  readonly id: ClusterId
  readonly kind: 'text' | 'event'
  /** Oldest first; undated ones last. */
  readonly members: readonly ArticleId[]
  readonly longest: ArticleId
  /** Distinct texts after copies and versions are counted once. */
  readonly distinctTexts: number
  /** Set when members hang together only through one hub article. */
  readonly hub?: ArticleId
}
