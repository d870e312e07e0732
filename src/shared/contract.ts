import type { ArticleId, Block, Format, Metadata } from '../core/article/article'
import type { Alignment, Collation } from '../core/align/model'
import type {
  ArticleClaims,
  Category,
  MarkLetter,
  Source,
  ThreadRelation
} from '../core/claims/claim'
import type { Cluster, ClusterId, Overlap } from '../core/overlap/model'
import type { QueryNotice } from '../core/search/query'
import type { Span } from '../core/text/span'
import type { Settings } from './settings'

/**
 * What the window may ask of the library. Arguments and answers are structured-clone data; dates ISO 8601, durations ms, sizes
 * bytes, scores 0…1. Every call may fail with `internal`, `bad-arguments` and `library-not-open`; others are named.
 * The same list is served by the library worker, by main (which forwards) and by the command line (in its own process).
 */
export interface Calls {
  /** Folders, counts and running jobs. */
  status(): LibraryStatus
  /** A page of article rows. `limit` at most 200. */
  articles(query: ArticleQuery): ArticlePage
  /** One article with text, blocks and details. Fails with `article-not-found`. */
  article(id: ArticleId): ArticleView
  /** Full-text search; never fails for wrong syntax (see `HitPage.notices`). `limit` at most 100. */
  search(request: SearchRequest): HitPage
  /** Completions of the word before the caret. At most 12. */
  complete(text: string, caret: number): Completion[]
  /** All overlaps of one article, strongest first. Fails with `article-not-found`. */
  overlaps(id: ArticleId): OverlapView[]
  /** Clusters, largest first. */
  clusters(page: Page): ClusterPage
  /** Aligns two reports. Fails with `article-not-found`. */
  compare(a: ArticleId, b: ArticleId): Comparison
  /** Compares an article with a given text (clipboard, selection). Fails with `article-not-found`. */
  compareText(a: ArticleId, text: string): Comparison
  /** Aligns up to 20 reports around the first. Fails with `article-not-found`, `too-many-articles`. */
  collate(ids: readonly ArticleId[]): CollationView
  /** Marks of one article. Fails with `article-not-found`. */
  claims(id: ArticleId): ArticleClaims
  /** Marked claims over the library. */
  claimList(query: ClaimQuery): ClaimPage
  /** Threads: the same claim in several reports. */
  threads(query: ThreadQuery): ThreadPage
  /** Every source with what it says, most statements first. */
  ledger(page: Page): LedgerPage
  /** Problems of files, newest first. */
  problems(page: Page): ProblemPage
  /** Re-reads the folders (all when absent). Answers at once; see the notice `progress`. */
  rescan(folder?: FolderId): void
  /** Stops importing; what was imported stays. `resume` goes on. */
  cancelImport(): void
  pauseImport(paused: boolean): void
  /** Switches a folder on or off, or forgets it (its articles leave the library; its files are never touched). */
  setFolderEnabled(folder: FolderId, enabled: boolean): void
  forgetFolder(folder: FolderId): void
  /** Deletes everything derived (fingerprints, overlaps, claims, index) and builds it anew. */
  rebuild(): void
  /** Corrects what was found or marks lines as furniture; see `Decision`. Answers with the id that `undoDecision` takes. */
  decide(decision: Decision): DecisionId
  undoDecision(id: DecisionId): void
  /** Every decision in force, newest first. */
  decisions(page: Page): DecisionPage
  /** What the reader noted about one article. Fails with `article-not-found`. */
  desk(id: ArticleId): ArticleDesk
  /** Notes over the library, newest first, orphans included. */
  notes(page: Page): NotePage
  /** Everything the reader decided and noted, as a JSON document (docs/desk.md). */
  exportDesk(): string
  /** Takes in such a document: what is not known yet is added. Answers with how many were. Fails with `not-found` for other JSON. */
  importDesk(json: string): number
  /** The evidence dossier. Fails with `article-not-found`. */
  dossier(request: DossierRequest): string
  /** Renders a comparison for export. */
  exportComparison(a: ArticleId, b: ArticleId, format: 'md' | 'html'): string
}

/** What the window may ask of the shell (Electron's own doing). No call takes a path. */
export interface ShellCalls {
  /** Native dialog; opens what was chosen. Answers with the folders, empty when cancelled. */
  chooseFolder(): FolderId[]
  recentFolders(): RecentFolder[]
  openRecent(id: string): FolderId | null
  clearRecent(): void
  /** Opens the sample library that comes with the app. */
  openSample(): FolderId
  /** Shows the original in the system's file manager. Fails with `article-not-found`. */
  revealArticle(id: ArticleId): void
  revealProblem(id: ProblemId): void
  /** Opens the article's address in the browser after a native question; only http and https, only when settings allow. */
  openLink(id: ArticleId): boolean
  copyText(text: string): void
  readClipboard(): string
  /** Native save dialog, atomic write. False when cancelled. Fails with `not-writable`, `disk-full`. */
  saveText(suggestedName: string, text: string): boolean
  settings(): Settings
  changeSettings(change: Partial<Settings>): Settings
  appInfo(): AppInfo
  /** Runs an application command that only the shell can do. */
  shellCommand(id: ShellCommand): void
}

/** What the app tells every window; no reply. */
export interface Notices {
  /** At most ten a second while a job runs, and once when it ends. */
  progress: Progress
  /** Articles, overlaps or claims changed; `what` says which views are stale. */
  libraryChanged: { readonly what: readonly ('articles' | 'overlaps' | 'claims' | 'decisions')[] }
  settingsChanged: Settings
  /** A menu item or a second start asks the window to run a command. */
  command: { readonly id: string; readonly argument?: number }
}

export type Api<C> = {
  [K in keyof C]: C[K] extends (...a: infer A) => infer R ? (...a: A) => Promise<R> : never
}
export type LibraryApi = Api<Calls>
export type ShellApi = Api<ShellCalls>

// Names at run time, for allow-lists; a missing or extra name does not compile.
const callNames = {
  status: 1,
  articles: 1,
  article: 1,
  search: 1,
  complete: 1,
  overlaps: 1,
  clusters: 1,
  compare: 1,
  compareText: 1,
  collate: 1,
  claims: 1,
  claimList: 1,
  threads: 1,
  ledger: 1,
  problems: 1,
  rescan: 1,
  cancelImport: 1,
  pauseImport: 1,
  setFolderEnabled: 1,
  forgetFolder: 1,
  rebuild: 1,
  decide: 1,
  undoDecision: 1,
  decisions: 1,
  desk: 1,
  notes: 1,
  exportDesk: 1,
  importDesk: 1,
  dossier: 1,
  exportComparison: 1
} satisfies Record<keyof Calls, 1>
const shellNames = {
  chooseFolder: 1,
  recentFolders: 1,
  openRecent: 1,
  clearRecent: 1,
  openSample: 1,
  revealArticle: 1,
  revealProblem: 1,
  openLink: 1,
  copyText: 1,
  readClipboard: 1,
  saveText: 1,
  settings: 1,
  changeSettings: 1,
  appInfo: 1,
  shellCommand: 1
} satisfies Record<keyof ShellCalls, 1>
const noticeNames = {
  progress: 1,
  libraryChanged: 1,
  settingsChanged: 1,
  command: 1
} satisfies Record<keyof Notices, 1>

/* `Object.keys` forgets the key type; `satisfies` above guarantees it. */
export const CALLS = Object.keys(callNames) as readonly (keyof Calls)[]
export const SHELL_CALLS = Object.keys(shellNames) as readonly (keyof ShellCalls)[]
export const NOTICES = Object.keys(noticeNames) as readonly (keyof Notices)[]

/** What the preload puts on `window.bridge`. */
export interface Bridge {
  /** Calls the library or the shell by an allow-listed name; answers with a `Result`. */
  call(name: string, args: readonly unknown[]): Promise<unknown>
  /** Listens to a notice; returns the unsubscribe. */
  on(name: string, listener: (value: unknown) => void): () => void
  /** Hands dropped files to the shell, which asks before it opens them. The window never sees their paths. */
  drop(files: readonly unknown[]): void
}

// ── shapes that cross ─────────────────────────────────────────────────────────────────────────────

export type FolderId = number
export type ProblemId = number
export type DecisionId = number
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
  readonly marks: readonly Span[]
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
  readonly origin?: { readonly text: string; readonly copy: ArticleId }
}

export interface ClusterPage {
  readonly total: number
  readonly rows: readonly {
    readonly cluster: Cluster
    readonly title: string
    readonly members: readonly ArticleHeader[]
  }[]
}

export interface Comparison {
  readonly a: ArticleView
  readonly b: ArticleView
  readonly alignment: Alignment
  /** Absent for clipboard texts. */
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
  readonly members: readonly ThreadMember[]
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
}

export interface ThreadPage {
  readonly total: number
  readonly rows: readonly ClaimThread[]
}

export interface LedgerEntry {
  readonly source: Source
  readonly says: number
  readonly denies: number
  readonly documents: number
  readonly rows: readonly ClaimRow[]
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

/** What a reader decided. Refers to texts by quotation and content hash, so that it survives re-indexing and moved files. */
export type Decision =
  /** This line is furniture (or is not) wherever it stands. */
  | { readonly kind: 'furniture'; readonly line: string; readonly furniture: boolean }
  /** A mark is right, has another letter, or is no claim; applies to the identical sentence in every copy. */
  | {
      readonly kind: 'mark'
      readonly sentence: string
      readonly verdict: 'agree' | 'not-a-claim' | 'wrong-label'
      readonly letter?: MarkLetter
    }
  /** A status sentence covers (or does not cover) a sentence of the same article. */
  | {
      readonly kind: 'scope'
      readonly article: ArticleId
      readonly status: Span
      readonly sentence: Span
      readonly covered: boolean
    }
  /** Two reports belong (or do not belong) to one cluster. */
  | {
      readonly kind: 'cluster'
      readonly a: ArticleId
      readonly b: ArticleId
      readonly together: boolean
    }
  | { readonly kind: 'pin'; readonly article: ArticleId; readonly pinned: boolean }
  /** Two claims are (or are not) one thread. */
  | {
      readonly kind: 'thread'
      readonly a: { readonly article: ArticleId; readonly sentence: Span }
      readonly b: { readonly article: ArticleId; readonly sentence: Span }
      readonly together: boolean
    }
  /** How a source is to be classed. */
  | {
      readonly kind: 'actor'
      readonly name: string
      readonly type: Source['type']
      readonly side?: string
      readonly sameAs?: string
    }
  /** Metadata put right by hand. */
  | {
      readonly kind: 'metadata'
      readonly article: ArticleId
      readonly field: 'title' | 'publisher' | 'published' | 'authors'
      readonly value: string
    }

  /** A note on a passage, or on the article when the span is empty; an empty text is a bare highlight. Stored as a quotation. */
  | {
      readonly kind: 'note'
      readonly article: ArticleId
      readonly span: Span
      readonly text: string
      readonly colour: 'yellow' | 'green' | 'blue' | 'pink'
    }
  /** How credible the reader finds a claim: 1 confirmed … 5 improbable, 6 can't be judged (Admiralty scale). Never set by the app. */
  | {
      readonly kind: 'verdict'
      readonly article: ArticleId
      readonly sentence: Span
      readonly credibility: 1 | 2 | 3 | 4 | 5 | 6
      readonly comment: string
    }
  /** How reliable the reader finds a source: A reliable … E unreliable, F can't be judged. */
  | {
      readonly kind: 'grade'
      readonly source: string
      readonly reliability: 'A' | 'B' | 'C' | 'D' | 'E' | 'F'
    }
  | {
      readonly kind: 'tag'
      readonly article: ArticleId
      readonly tag: string
      readonly tagged: boolean
    }
  | { readonly kind: 'star'; readonly article: ArticleId; readonly starred: boolean }
  | { readonly kind: 'read'; readonly article: ArticleId; readonly read: boolean }

export type Verdict = Extract<Decision, { kind: 'verdict' }>
export type Note = Extract<Decision, { kind: 'note' }>

/** What the reader noted about one article; each with the id that `undoDecision` takes. */
export interface ArticleDesk {
  readonly notes: readonly (Note & { readonly id: DecisionId; readonly decided: string })[]
  readonly verdicts: readonly (Verdict & { readonly id: DecisionId; readonly decided: string })[]
  readonly tags: readonly string[]
  readonly starred: boolean
  readonly read: boolean
}

export interface NotePage {
  readonly total: number
  readonly rows: readonly {
    readonly id: DecisionId
    readonly decided: string
    readonly text: string
    /** The passage as it was quoted; it stays when the article is gone. */
    readonly quote: string
    readonly colour: Note['colour']
    /** Absent for an orphan. */
    readonly article?: ArticleHeader
    readonly span?: Span
  }[]
}

export type DossierFormat = 'json' | 'md' | 'html' | 'csv' | 'csl' | 'bibtex' | 'claimreview'

export interface DossierRequest {
  /** Absent: every article of the library that has a verdict, a note or a star. */
  readonly articles?: readonly ArticleId[]
  readonly threads?: readonly ThreadId[]
  readonly comparisons?: readonly { readonly a: ArticleId; readonly b: ArticleId }[]
  /** Marks of this severity and above are listed; those with a verdict always. */
  readonly minSeverity: number
  readonly format: DossierFormat
}

export interface DecisionPage {
  readonly total: number
  readonly rows: readonly {
    readonly id: DecisionId
    readonly decided: string
    readonly decision: Decision
    /** The article it refers to can't be found any more. */
    readonly orphan: boolean
  }[]
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
