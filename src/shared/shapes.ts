import type { Alignment, Collation } from '../core/align/model'
import type { ArticleId, Block, Format, Metadata } from '../core/article/article'
import type { RepeatedRun } from '../core/article/live'
import type { Category, MarkLetter, Source, ThreadRelation } from '../core/claims/claim'
import type { Reliability } from '../core/dossier/dossier'
import type { Cluster, ClusterId, Overlap } from '../core/overlap/model'
import type { QueryNotice } from '../core/search/query'
import type { FlatSpans, Span } from '../core/text/span'

export type FolderId = number

export type ProblemId = number

export type ThreadId = string

export interface Page {
  readonly offset: number
  readonly limit: number
}

export interface Folder {
  readonly id: FolderId
  /** Last part of its path. */
  readonly name: string
  /** Shortened path for display only. */
  readonly display: string
  readonly enabled: boolean
  readonly articles: number
  readonly problems: number
  /** Set when the folder can't be read now; its articles stay. */
  readonly unavailable?: true
  readonly children: readonly SubFolder[]
}

export interface SubFolder {
  /** Path relative to the opened folder, with `/`. */
  readonly path: string
  readonly articles: number
}

export interface RecentFolder {
  readonly id: string
  readonly name: string
  readonly display: string
}

export interface LibraryStatus {
  readonly folders: readonly Folder[]
  readonly articles: number
  readonly problems: number
  /** Articles whose overlaps or claims are still to be derived. */
  readonly pending: number
  readonly progress?: Progress
  readonly paused: boolean
}

export interface Progress {
  readonly phase: 'scanning' | 'importing' | 'deriving' | 'idle' | 'cancelled'
  readonly done: number
  readonly total: number
  readonly unreadable: number
  /** File name (not path) in work. */
  readonly current: string
}

export interface ArticleHeader {
  readonly id: ArticleId
  readonly title: string
  readonly authors: readonly string[]
  readonly publisher?: string
  /** ISO 8601. */
  readonly published?: string
  readonly saved?: string
  readonly language?: string
  readonly format: Format
  readonly words: number
  readonly folder: FolderId
  /** Path inside the folder, with `/`, without the file name. */
  readonly subFolder: string
  readonly fileName: string
  readonly problems: number
  /** Marked sentences by default strength; absent while not derived. */
  readonly claims?: { readonly strong: number; readonly soft: number }
  /** Text overlaps (same text … shared passages); absent while not derived. */
  readonly overlaps?: number
  readonly cluster?: ClusterId
  /** Number of versions of this file, this one included. */
  readonly versions: number
  readonly starred?: true
  readonly read?: true
  readonly tags?: readonly string[]
  readonly notes?: number
}

export type ArticleSort = 'title' | 'publisher' | 'published' | 'words' | 'claims' | 'added'

export interface ArticleQuery extends Page {
  readonly folder?: FolderId
  readonly subFolder?: string
  /** Plain text that title or publisher must hold. */
  readonly filter?: string
  readonly cluster?: ClusterId
  readonly sort: ArticleSort
  readonly descending: boolean
}

export interface ArticlePage {
  readonly total: number
  readonly rows: readonly ArticleHeader[]
}

export interface ArticleView {
  readonly header: ArticleHeader
  readonly text: string
  readonly blocks: readonly Block[]
  /** Entries of a live blog that stand there again; absent when there are none. */
  readonly repeats?: readonly RepeatedRun[]
  readonly metadata: Metadata
  readonly contentHash: string
  readonly sizeBytes: number
  readonly problems: readonly ProblemView[]
  /** Every version of the same file, newest first. */
  readonly versions: readonly {
    readonly id: ArticleId
    readonly imported: string
    readonly current: boolean
  }[]
}

export interface SearchRequest extends Page {
  readonly text: string
  readonly sort: 'relevance' | 'newest' | 'oldest' | 'claims'
  readonly facets: boolean
}

export interface Excerpt {
  readonly text: string
  /** Where the excerpt stands in canonical text. */
  readonly span: Span
  /** Marks within `text`. */
  readonly marks: readonly Span[]
}

export interface Hit {
  readonly article: ArticleHeader
  readonly score: number
  readonly titleMarks: readonly Span[]
  readonly excerpts: readonly Excerpt[]
  /** Every match in canonical text in order, at most 1,000. */
  readonly marks: FlatSpans
}

export interface HitPage {
  readonly total: number
  readonly hits: readonly Hit[]
  /** The query as it was understood, printed back. */
  readonly searched: string
  readonly notices: readonly QueryNotice[]
  readonly facets?: readonly Facet[]
  readonly tookMs: number
}

export interface Facet {
  readonly field: 'site' | 'month' | 'folder' | 'label' | 'source'
  readonly values: readonly {
    readonly value: string
    readonly count: number
    /** What to add to the query to narrow by it. */
    readonly query: string
  }[]
}

export interface Completion {
  /** Replaces `replace` in the typed text. */
  readonly text: string
  readonly replace: Span
  readonly detail: string
}

export interface OverlapView {
  /** Oriented: `a` is the article that was asked about. */
  readonly overlap: Overlap
  readonly other: ArticleHeader
  /** Who copies whom, in plain words, when the texts say so: the words that show it. */
  readonly origin?: {
    readonly text: string
    /** Absent when the reader said that neither copies the other. */
    readonly copy?: ArticleId
    readonly byReader?: true
  }
}

export interface ClusterPage {
  readonly total: number
  readonly rows: readonly {
    readonly cluster: Cluster
    readonly title: string
    readonly members: readonly ArticleHeader[]
    /** Members that the reader pinned; any of them pins the cluster. */
    readonly pinned: readonly ArticleId[]
  }[]
}

/** A text that is no article: the clipboard, a selection. */
export interface LooseText {
  /** What the reader knows it by. */
  readonly title: string
  readonly text: string
}

/** One side of a comparison. */
export type Side = ArticleId | LooseText

export interface Comparison {
  readonly a: ArticleView
  readonly b: ArticleView
  readonly alignment: Alignment
  /** Absent when a side is no article. */
  readonly overlap?: Overlap
  /** Set when b is a later version of a by date or file, so that the order is known. */
  readonly order?: 'a-first' | 'b-first'
}

export interface CollationView {
  readonly witnesses: readonly ArticleView[]
  readonly collation: Collation
}

export interface ClaimRow {
  readonly article: ArticleHeader
  readonly mark: number
  readonly letter?: MarkLetter
  readonly categories: readonly Category[]
  readonly severity: number
  /** The sentence. */
  readonly text: string
  readonly sentence: Span
  readonly source?: Source
  readonly via: readonly Source[]
  readonly reason: string
  readonly thread?: ThreadId
  /** Distinct ultimate sources of the thread. */
  readonly origins?: number
  /** The reader's own verdict, 1 confirmed … 6 can't be judged. */
  readonly credibility?: 1 | 2 | 3 | 4 | 5 | 6
}

export interface ClaimQuery extends Page {
  readonly article?: ArticleId
  readonly letter?: MarkLetter
  readonly source?: string
  readonly filter?: string
  readonly minSeverity?: number
  readonly sort: 'weight' | 'date' | 'source' | 'article'
}

export interface ClaimPage {
  readonly total: number
  readonly rows: readonly ClaimRow[]
}

export interface ThreadMember extends ClaimRow {
  readonly relation: ThreadRelation
}

export interface ClaimThread {
  readonly id: ThreadId
  readonly gist: string
  /** In the order of their dates; no more than were asked for. */
  readonly members: readonly ThreadMember[]
  /** Claims of the thread in all, told or not. */
  readonly claims: number
  /** Distinct ultimate sources, copies and relays counted once. */
  readonly origins: number
  readonly originNames: readonly string[]
  readonly sides: readonly string[]
  readonly documents: number
  readonly newsrooms: number
  /** Opposed sides say the same. */
  readonly opponentsAgree: boolean
  /** Plain words: `5 / 5 + 3 boats`. */
  readonly conflicts: readonly string[]
  readonly denials: readonly ClaimRow[]
  readonly confirmedBy?: ClaimRow
}

export interface ThreadQuery extends Page {
  readonly article?: ArticleId
  readonly filter?: string
  /** Only the thread of this claim, under whatever name it stands now. */
  readonly thread?: ThreadId
  /** Most members of each that are told; all when absent. */
  readonly members?: number
}

export interface ThreadPage {
  readonly total: number
  readonly rows: readonly ClaimThread[]
}

/** A number as one report tells it. */
export interface NumberValue {
  readonly value: number
  /** "19 of 21": the number out of which. */
  readonly outOf?: number
  readonly claim: ClaimRow
}

/** What reports tell of one measure of an event, lowest value first. */
export interface NumberRow {
  /** What is counted, singular: "drone"; empty when the unit tells it. */
  readonly counts: string
  /** `%`, `km`, `$`; empty for a plain count. */
  readonly unit: string
  readonly low: number
  readonly high: number
  readonly values: readonly NumberValue[]
  /** "3 / 5": values of one and the same claim that differ. Numbers of different claims, or out of different wholes, are none. */
  readonly conflicts: readonly string[]
}

/** The numbers of an event: of the reports of a cluster, or of one report. */
export interface NumberQuery extends Page {
  readonly cluster?: ClusterId
  readonly article?: ArticleId
}

export interface NumberPage {
  readonly total: number
  readonly rows: readonly NumberRow[]
  /** Reports that were read, longest of the cluster first. */
  readonly articles: readonly ArticleHeader[]
}

export interface LedgerQuery extends Page {
  /** Part of a name. */
  readonly filter?: string
}

export interface LedgerEntry {
  readonly source: Source
  readonly says: number
  readonly denies: number
  readonly documents: number
  /** The reader's own, given under whichever name of the source. */
  readonly grade?: Reliability
}

export interface LedgerPage {
  readonly total: number
  readonly rows: readonly LedgerEntry[]
}

export interface ProblemView {
  readonly id: ProblemId
  readonly fileName: string
  readonly subFolder: string
  readonly folder: FolderId
  readonly severity: 'error' | 'warning' | 'info'
  readonly code: string
  readonly where: string
  readonly detail: string
}

export interface ProblemPage {
  readonly total: number
  readonly rows: readonly ProblemView[]
}

export interface AppInfo {
  readonly version: string
  readonly engine: string
  readonly platform: 'mac' | 'windows' | 'linux'
}

export type ShellCommand =
  | 'quit'
  | 'close-window'
  | 'toggle-fullscreen'
  | 'zoom-in'
  | 'zoom-out'
  | 'zoom-reset'
  | 'print'
  | 'about'
