import type { ArticleId } from '../core/article/article'
import type { ArticleClaims } from '../core/claims/claim'
import type { ClusterId } from '../core/overlap/model'
import type {
  ArticleDesk,
  Decision,
  DecisionId,
  DecisionPage,
  DossierRequest,
  NotePage
} from './decision'
import type { Failure } from './failure'
import type { ClaimMatrix, DescentView, MatrixQuery, TimelinePage, TimelineQuery } from './overview'
import type { Settings } from './settings'
import type {
  AppInfo,
  ArticlePage,
  ArticleQuery,
  ArticleView,
  ClaimPage,
  ClaimQuery,
  ClusterPage,
  CollationView,
  Comparison,
  Completion,
  FolderId,
  HitPage,
  LedgerPage,
  LedgerQuery,
  LibraryStatus,
  NumberPage,
  NumberQuery,
  OverlapView,
  Page,
  ProblemId,
  ProblemPage,
  Progress,
  RecentFolder,
  SearchRequest,
  ShellCommand,
  Side,
  ThreadPage,
  ThreadQuery
} from './shapes'

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
  /** Aligns two reports, or texts that are no articles. Fails with `article-not-found`. */
  compare(a: Side, b: Side): Comparison
  /** Aligns up to 20 reports around the first. Fails with `article-not-found`, `too-many-articles`. */
  collate(ids: readonly ArticleId[]): CollationView
  /** Marks of one article. Fails with `article-not-found`. */
  claims(id: ArticleId): ArticleClaims
  /** Marked claims over the library. */
  claimList(query: ClaimQuery): ClaimPage
  /** Threads: the same claim in several reports. */
  threads(query: ThreadQuery): ThreadPage
  /** The numbers of an event with what they count; measures with conflicts first, then those that most reports tell. */
  numbers(query: NumberQuery): NumberPage
  /** Every source with what it says, most statements first. */
  ledger(query: LedgerQuery): LedgerPage
  /** Clusters on the dates of their reports. `limit` at most 200. */
  timeline(query: TimelineQuery): TimelinePage
  /** How the reports of a cluster word each claim. `limit` at most 200. Fails with `not-found`. */
  claimMatrix(query: MatrixQuery): ClaimMatrix
  /** Who has the text from whom within a cluster. Fails with `not-found`. */
  descent(cluster: ClusterId): DescentView
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
  /** Puts a decision that was taken back in force again. Fails with `not-found`. */
  redoDecision(id: DecisionId): void
  /** Every decision in force, newest first. */
  decisions(page: Page): DecisionPage
  /** What the reader noted about one article. Fails with `article-not-found`. */
  desk(id: ArticleId): ArticleDesk
  /** Notes over the library, newest first, orphans included. */
  notes(page: Page): NotePage
  /** Everything the reader decided and noted, as a JSON document (docs/desk.md). */
  exportDesk(): string
  /** Takes in such a document: what is not known yet is added. Answers with them. Fails with `not-found` for other JSON. */
  importDesk(json: string): DecisionId[]
  /** The evidence dossier. Fails with `article-not-found`. */
  dossier(request: DossierRequest): string
  /** Renders a comparison for export. */
  exportComparison(a: Side, b: Side, format: 'md' | 'html'): string
}

/** What the window may ask of the shell (Electron's own doing). No call takes a path. */
export interface ShellCalls {
  /** Native dialog; opens what was chosen. Answers with the folders, empty when cancelled. */
  chooseFolder(): FolderId[]
  recentFolders(): RecentFolder[]
  openRecent(id: string): FolderId | null
  clearRecent(): void
  /** The folder, for people to read, that holds a copy of notes, verdicts and corrections; null when there is none. */
  sidecar(): string | null
  /** Native dialog; takes in the copy that the folder holds and keeps it up to date. Null when cancelled. Fails with `not-writable`. */
  chooseSidecar(): string | null
  dropSidecar(): void
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
  /** The dossier as a sealed PDF, saved as by `saveText`. */
  saveDossierPdf(suggestedName: string, request: Omit<DossierRequest, 'format'>): boolean
  /** What the window shows as it would be printed, saved as by `saveText`. */
  savePagePdf(suggestedName: string): boolean
  /** What the window kept: JSON by name. */
  kept(): Readonly<Record<string, string>>
  /** Keeps JSON under a name until the next start and beyond. */
  keep(name: string, json: string): void
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
  /** Work in the background stopped, and goes on once the cause is gone and the folders are read again; or the copy of notes can't be kept. */
  trouble: Failure
  /** A menu item or a second start asks the window to run a command. */
  command: { readonly id: string; readonly argument?: number }
}

export type Api<C> = {
  [K in keyof C]: C[K] extends (...a: infer A) => infer R ? (...a: A) => Promise<R> : never
}
/** Calls as they are answered where they end: some wait for another thread. */
export type Answers<C> = {
  [K in keyof C]: C[K] extends (...a: infer A) => infer R ? (...a: A) => R | Promise<R> : never
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
  collate: 1,
  claims: 1,
  claimList: 1,
  threads: 1,
  numbers: 1,
  ledger: 1,
  timeline: 1,
  claimMatrix: 1,
  descent: 1,
  problems: 1,
  rescan: 1,
  cancelImport: 1,
  pauseImport: 1,
  setFolderEnabled: 1,
  forgetFolder: 1,
  rebuild: 1,
  decide: 1,
  undoDecision: 1,
  redoDecision: 1,
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
  sidecar: 1,
  chooseSidecar: 1,
  dropSidecar: 1,
  openSample: 1,
  revealArticle: 1,
  revealProblem: 1,
  openLink: 1,
  copyText: 1,
  readClipboard: 1,
  saveText: 1,
  saveDossierPdf: 1,
  savePagePdf: 1,
  kept: 1,
  keep: 1,
  settings: 1,
  changeSettings: 1,
  appInfo: 1,
  shellCommand: 1
} satisfies Record<keyof ShellCalls, 1>
const noticeNames = {
  progress: 1,
  libraryChanged: 1,
  settingsChanged: 1,
  trouble: 1,
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
