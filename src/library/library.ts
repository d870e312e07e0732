import type { ArticleId } from '../core/article/article'
import type { ArticleClaims } from '../core/claims/claim'
import type {
  ArticleDesk,
  Decision,
  DecisionId,
  DecisionPage,
  DossierRequest,
  NotePage
} from '../shared/decision'
import type {
  ArticlePage,
  ArticleQuery,
  ArticleView,
  Completion,
  HitPage,
  SearchRequest,
  ClaimPage,
  ClaimQuery,
  LedgerPage,
  LedgerQuery,
  ThreadPage,
  ThreadQuery,
  ClusterPage,
  CollationView,
  Comparison,
  FolderId,
  LibraryStatus,
  NumberPage,
  NumberQuery,
  OverlapView,
  Page,
  ProblemId,
  ProblemPage,
  Side
} from '../shared/shapes'
import type { ClusterId } from '../core/overlap/model'
import type { Answers, Calls } from '../shared/contract'
import type {
  ClaimMatrix,
  DescentView,
  MatrixQuery,
  TimelinePage,
  TimelineQuery
} from '../shared/overview'
import { articleCount } from './catalog/articles'
import { lockDataDir, sealCatalog } from './catalog/catalog'
import type { WritableDb } from './catalog/database'
import { problemCount, problemPage } from './catalog/problems'
import { Consequences } from './consequences'
import { FolderWatch } from './watch'
import { scanOptions, type LibraryOptions, type LibrarySettings } from './options'
import { openSound } from './opening'
import { readOriginal } from './original'
import type { Parts } from './parts'
import { Pipeline } from './pipeline'
import { ReaderPool } from './reader/pool'
import { sealedPdf } from './seal'

/** Reader processes that work side by side. Two keep the writer busy; more only take memory. */
const READERS = 2
/** Rows of any page, at most. */
const MAX_PAGE = 200

/**
 * Everything that a window or the command line may ask. Opens the data folder for this process alone; calls answer at once,
 * while the pipeline works in slices.
 */
export class Library implements Answers<Calls> {
  /** The name under which a damaged catalog was kept. */
  readonly keptDamaged: string | undefined
  readonly #db: WritableDb
  readonly #lock: { close(): void } | undefined
  readonly #dataDir: string | null
  readonly #parts: Parts
  readonly #pool: ReaderPool
  readonly #pipeline: Pipeline
  readonly #consequences: Consequences
  readonly #watch: FolderWatch | undefined
  #settings: LibrarySettings
  #closing: Promise<void> | undefined

  /** @throws FailureError `library-not-open` when another process has the data folder */
  constructor(options: LibraryOptions) {
    const { dataDir } = options
    this.#settings = options.settings
    this.#dataDir = dataDir
    this.#lock = dataDir === null ? undefined : lockDataDir(dataDir)
    try {
      const busy = (): boolean => this.#pipeline.busy
      const { db, keptDamaged, parts } = openSound({ ...options, busy })
      this.#db = db
      this.keptDamaged = keptDamaged
      this.#parts = parts
    } catch (error) {
      this.#lock?.close()
      throw error
    }
    this.#pool = new ReaderPool(options.spawnReader, options.readers ?? READERS)
    this.#pipeline = this.#startPipeline(options)
    this.#consequences = new Consequences(this.#db, this.#parts, this.#pipeline)
    this.#watch = options.watch
      ? new FolderWatch((id, within) => this.#pipeline.look(id, within))
      : undefined
  }

  #startPipeline({ now, notify, onBug }: LibraryOptions): Pipeline {
    const { articles, backlog, comparisons, decisions } = this.#parts
    return new Pipeline({
      db: this.#db,
      pool: this.#pool,
      backlog,
      scan: { now, options: () => scanOptions(this.#settings) },
      notify,
      onBug,
      rowsChanged: () => {
        articles.forget()
        decisions.forgetIds()
      },
      imported: () => {
        decisions.seekOrphans()
        this.#consequences.showMetadata()
      },
      rehearse: () => comparisons.rehearse()
    })
  }

  /** Scans every folder and, when asked to, watches them from then on. */
  start(): void {
    this.rescan()
    this.#watch?.set(this.#parts.shelf.watched())
  }

  // ── folders ─────────────────────────────────────────────────────────────────────────────────────

  /**
   * Opens a folder, or takes one back that was forgotten, and begins to import it.
   *
   * @throws FailureError `folder-not-readable`
   */
  openFolder(path: string): FolderId {
    const id = this.#parts.shelf.addFolder(path)
    this.#opened([id])
    return id
  }

  /** Opens single files; answers with the folders under which they stand. @throws FailureError `folder-not-readable` */
  openFiles(paths: readonly string[]): FolderId[] {
    const ids = [...new Set(paths.map((path) => this.#parts.shelf.addFile(path)))]
    this.#opened(ids)
    return ids
  }

  #opened(ids: readonly FolderId[]): void {
    this.#pipeline.scan(ids)
    this.#pipeline.touch('articles')
    this.#watch?.set(this.#parts.shelf.watched())
  }

  rescan(folder?: FolderId): void {
    if (folder !== undefined) this.#parts.shelf.check(folder)
    this.#pipeline.scan(
      folder === undefined ? this.#parts.shelf.rows().map(({ id }) => id) : [folder]
    )
  }

  cancelImport(): void {
    this.#pipeline.cancel()
  }

  pauseImport(paused: boolean): void {
    this.#pipeline.pause(paused)
  }

  setFolderEnabled(folder: FolderId, enabled: boolean): void {
    this.#parts.shelf.setEnabled(folder, enabled)
    this.#folderChanged()
    if (enabled) this.#pipeline.scan([folder])
  }

  forgetFolder(folder: FolderId): void {
    this.#parts.shelf.forget(folder)
    this.#folderChanged()
  }

  #folderChanged(): void {
    this.#parts.backlog.replan()
    this.#goOn()
    this.#watch?.set(this.#parts.shelf.watched())
  }

  rebuild(): void {
    this.#parts.backlog.rebuild()
    this.#goOn()
  }

  #goOn(): void {
    this.#pipeline.touch('articles', 'overlaps', 'claims')
    this.#pipeline.work()
  }

  // ── what is there ───────────────────────────────────────────────────────────────────────────────

  status(): LibraryStatus {
    const { progress, paused } = this.#pipeline
    return {
      folders: this.#parts.shelf.view(progress.phase === 'idle'),
      articles: articleCount(this.#db),
      problems: problemCount(this.#db),
      pending: this.#parts.backlog.pending,
      ...(progress.phase !== 'idle' && { progress }),
      paused
    }
  }

  articles(query: ArticleQuery): ArticlePage {
    return this.#parts.views.page(query)
  }

  article(id: ArticleId): ArticleView {
    return this.#parts.views.view(id)
  }

  problems(page: Page): ProblemPage {
    return problemPage(this.#db, bounded(page))
  }

  search(request: SearchRequest): HitPage {
    const page = this.#parts.finding.search(request)
    if (this.#parts.index.damaged) {
      this.#parts.backlog.redoStage('index')
      this.#pipeline.work()
    }
    return page
  }

  complete(text: string, caret: number): Completion[] {
    return this.#parts.finding.complete(text, caret)
  }

  // ── overlaps and comparisons ────────────────────────────────────────────────────────────────────

  overlaps(id: ArticleId): OverlapView[] {
    return this.#parts.views.overlapsOf(id)
  }

  clusters(page: Page): ClusterPage {
    return this.#parts.views.clusterPage(bounded(page))
  }

  compare(a: Side, b: Side): Comparison {
    return this.#parts.comparisons.compare(a, b)
  }

  collate(ids: readonly ArticleId[]): CollationView {
    return this.#parts.comparisons.collate(ids)
  }

  exportComparison(a: Side, b: Side, format: 'md' | 'html'): string {
    return this.#parts.comparisons.export(a, b, format)
  }

  // ── claims ──────────────────────────────────────────────────────────────────────────────────────

  claims(id: ArticleId): Promise<ArticleClaims> {
    this.#parts.views.header(id)
    return this.#parts.claims.soon(id)
  }

  claimList(query: ClaimQuery): ClaimPage {
    return this.#parts.claims.list(bounded(query))
  }

  threads(query: ThreadQuery): ThreadPage {
    return this.#parts.claims.threads(bounded(query))
  }

  numbers(query: NumberQuery): NumberPage {
    const { claims, views } = this.#parts
    return claims.numbers(views.reportsOf(query), bounded(query))
  }

  ledger(query: LedgerQuery): LedgerPage {
    return this.#parts.desk.graded(this.#parts.claims.ledger(bounded(query)))
  }

  // ── the library as a whole ──────────────────────────────────────────────────────────────────────

  timeline(query: TimelineQuery): TimelinePage {
    return this.#parts.overview.timeline(bounded(query))
  }

  claimMatrix(query: MatrixQuery): ClaimMatrix {
    return this.#parts.overview.matrix(bounded(query))
  }

  descent(cluster: ClusterId): DescentView {
    return this.#parts.overview.descent(cluster)
  }

  decide(decision: Decision): DecisionId {
    const id = this.#parts.decisions.decide(decision)
    this.#consequences.decided(decision)
    return id
  }

  undoDecision(id: DecisionId): void {
    this.#consequences.decided(this.#parts.decisions.undo(id))
  }

  redoDecision(id: DecisionId): void {
    this.#consequences.decided(this.#parts.decisions.redo(id))
  }

  decisions(page: Page): DecisionPage {
    return this.#parts.views.named(this.#parts.decisions.page(bounded(page)))
  }

  desk(id: ArticleId): ArticleDesk {
    this.#parts.views.header(id)
    return this.#parts.desk.of(id)
  }

  notes(page: Page): NotePage {
    return this.#parts.desk.notes(bounded(page))
  }

  exportDesk(): string {
    return this.#parts.desk.export()
  }

  importDesk(json: string): DecisionId[] {
    const adopted = this.#parts.desk.import(json)
    this.#consequences.adopted(adopted.map(({ kind }) => kind))
    return adopted.map(({ id }) => id)
  }

  dossier(request: DossierRequest): string {
    return this.#parts.dossier(request)
  }

  // ── for the shell, never for a window ───────────────────────────────────────────────────────────

  /** Absolute path of the file that an article came from. @throws FailureError `article-not-found` */
  originalPath(id: ArticleId): string {
    return this.#parts.shelf.pathOfArticle(id)
  }

  /** Absolute path of the file that a problem is about. @throws FailureError `not-found` */
  problemPath(id: ProblemId): string {
    return this.#parts.shelf.pathOfProblem(id)
  }

  /** The page that an article came from, made harmless; see `readOriginal`. */
  originalPage(id: ArticleId): Promise<string> {
    const { sizeLimit } = scanOptions(this.#settings)
    return readOriginal({ pool: this.#pool, shelf: this.#parts.shelf, sizeLimit }, id)
  }

  /** A PDF of a dossier with its seal at the end. */
  readonly sealPdf = sealedPdf

  /** Articles of a file, or of every file below a folder, in the order of import. */
  articlesAt(path: string): ArticleId[] {
    return this.#parts.shelf.articlesAt(path)
  }

  /** Takes over settings; what they include or leave out shows after the scan that this begins. */
  configure(settings: LibrarySettings): void {
    const before = JSON.stringify(scanOptions(this.#settings))
    this.#settings = settings
    if (JSON.stringify(scanOptions(settings)) !== before) this.rescan()
  }

  /** Settles when every file is imported and everything is derived. */
  idle(): Promise<void> {
    return this.#pipeline.idle()
  }

  /** Stops all work and closes the catalog; what is owed is done after the next opening. */
  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    await this.#watch?.close()
    await this.#pipeline.close()
    this.#parts.detector?.close()
    this.#parts.backlog.close()
    this.#parts.decisions.close()
    this.#db.close()
    if (this.#dataDir !== null) sealCatalog(this.#dataDir)
    this.#lock?.close()
  }
}

const bounded = <P extends Page>(page: P): P => ({ ...page, limit: Math.min(page.limit, MAX_PAGE) })
