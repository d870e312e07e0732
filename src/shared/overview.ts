import type { ArticleId } from '../core/article/article'
import type { Voicing } from '../core/claims/matrix'
import type { MarkLetter } from '../core/claims/claim'
import type { DescentBasis } from '../core/overlap/descent'
import type { Cluster, ClusterId } from '../core/overlap/model'
import type { Span } from '../core/text/span'
import type { ArticleHeader, Page, ThreadId } from './shapes'

/* What the map of the library is drawn from. */

export interface TimelineQuery extends Page {
  readonly order: 'largest' | 'newest'
  /** Words that the cluster's title must hold. */
  readonly filter?: string
}

/** A report as a dot on the time line. */
export interface TimelineDot {
  readonly id: ArticleId
  readonly title: string
  readonly publisher?: string
  /** ISO 8601. */
  readonly published?: string
  /** The first by date; the longest. One report may be both: then it is the first. */
  readonly role?: 'first' | 'longest'
}

/** A cluster as a lane of the time line. */
export interface TimelineRow {
  readonly cluster: ClusterId
  readonly kind: Cluster['kind']
  readonly title: string
  readonly members: number
  /** Publishers that are known. */
  readonly newsrooms: number
  /** Members whose publisher is not known. */
  readonly unsigned: number
  readonly distinctTexts: number
  /** Dates of the first and the last dated member. */
  readonly from?: string
  readonly until?: string
  /** Oldest first, undated last; at most 40 of the members. */
  readonly dots: readonly TimelineDot[]
}

export interface TimelinePage {
  readonly total: number
  /** Dates of the first and the last dated article of the library. */
  readonly from?: string
  readonly until?: string
  /** Dated articles in 60 equal stretches between the two; empty without dates. */
  readonly density: readonly number[]
  readonly undated: number
  readonly rows: readonly TimelineRow[]
}

export interface MatrixQuery extends Page {
  readonly cluster: ClusterId
  /** The first of the reports that are laid out, counted from 0 in the order of their dates. */
  readonly firstReport: number
}

/** How one report words a claim. */
export interface ClaimCell {
  readonly article: ArticleId
  readonly voicing: Voicing
  readonly letter?: MarkLetter
  readonly source?: string
  readonly text: string
  readonly sentence: Span
  /** Further sentences of the report that tell the same. */
  readonly more: number
}

export interface ClaimMatrix {
  readonly cluster: ClusterId
  readonly title: string
  readonly kind: Cluster['kind']
  /** The columns: at most 24, oldest first. */
  readonly reports: readonly ArticleHeader[]
  /** Reports of the cluster. */
  readonly allReports: number
  /** Claims over the reports that are laid out. */
  readonly total: number
  readonly rows: readonly {
    readonly thread?: ThreadId
    readonly gist: string
    readonly severity: number
    /** Reports without a cell do not tell the claim. */
    readonly cells: readonly ClaimCell[]
  }[]
}

/** A report and where it has its text from. */
export interface DescentNode {
  readonly article: ArticleHeader
  /** Steps from the first carrier. */
  readonly depth: number
  /** Absent for a first carrier, and for a report that shares no wording with another. */
  readonly from?: {
    readonly parent: ArticleId
    readonly basis: DescentBasis
    /** The words by which it says so. */
    readonly evidence?: string
    /** Share of its own words that stand in the parent, 0…1. */
    readonly share: number
    readonly words: number
    /** The longest passage that stands in both. */
    readonly passage?: { readonly text: string; readonly here: Span; readonly there: Span }
  }
  /** Reports that have their text from it, at any remove. */
  readonly carried: number
}

export interface DescentView {
  readonly cluster: ClusterId
  readonly title: string
  readonly kind: Cluster['kind']
  /** Reports of the cluster; those beyond the first 60 by date are left out. */
  readonly allReports: number
  /** Every report right after the one it descends from; first carriers with most followers first. */
  readonly nodes: readonly DescentNode[]
}
