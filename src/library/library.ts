import { lstatSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname } from 'node:path'
import type { ArticleId } from '../core/article/article'
import type { ArticleClaims } from '../core/claims/claim'
import type {
  ArticlePage,
  ArticleQuery,
  ArticleView,
  Calls,
  ClaimPage,
  ClaimQuery,
  LedgerPage,
  ThreadPage,
  ThreadQuery,
  ClusterPage,
  Comparison,
  Decision,
  DecisionId,
  DecisionPage,
  Folder,
  FolderId,
  LibraryStatus,
  Notices,
  OverlapView,
  Page,
  ProblemId,
  ProblemPage
} from '../shared/contract'
import { FailureError, type Failure } from '../shared/failure'
import type { Settings } from '../shared/settings'
import {
  article as articleById,
  articleCount,
  currentBelow,
  currentByContent,
  holdingText,
  showMetadata,
  stored
} from './catalog/articles'
import { lockDataDir, openCatalog } from './catalog/catalog'
import { transaction, type WritableDb } from './catalog/database'
import { addFile, file as fileById, fileAt } from './catalog/files'
import {
  addFolder,
  folder as folderById,
  folderCounts,
  folders,
  updateFolder,
  type FolderRow
} from './catalog/folders'
import { problemCount, problemFile, problemPage } from './catalog/problems'
import { openDecisions } from './catalog/decisions'
import { Comparisons } from './comparisons'
import { Decisions } from './decisions'
import { Articles } from './articles'
import { Claims } from './derive/claims'
import { createFurnitureDeriver } from './derive/furniture'
import { Overlaps } from './derive/overlaps'
import { FolderWatch } from './watch'
import { Views } from './views'
import { Backlog } from './derive/backlog'
import { displayOf, join } from './folders'
import { Pipeline } from './pipeline'
import { ReaderPool } from './reader/pool'
import type { SpawnReader } from './reader/protocol'

/** The settings that the library itself obeys. */
export type LibrarySettings = Pick<Settings, 'ignore' | 'sizeLimitMb'>

/** What a library is given. */
export interface LibraryOptions {
  /** Folder of the catalog; null keeps everything in memory. */
  readonly dataDir: string | null
  readonly spawnReader: SpawnReader
  readonly notify: <K extends keyof Notices>(name: K, value: Notices[K]) => void
  readonly settings: LibrarySettings
  readonly now: () => Date
  /** Told of a bug that was survived. */
  readonly onBug: (error: unknown) => void
  /** Whether changes in the folders are followed while the library is open. */
  readonly watch: boolean
}

/** Reader processes that work side by side. Two keep the writer busy; more only take memory. */
const READERS = 2
/** Rows of any page, at most. */
const MAX_PAGE = 200
const BYTES_PER_MB = 1 << 20

const fail = (failure: Failure): never => {
  throw new FailureError(failure)
}

/**
 * Everything that a window or the command line may ask. Opens the data folder for this process alone; calls answer at once,
 * while the pipeline works in slices.
 */
export class Library {
  /** The name under which a damaged catalog was kept. */
  readonly keptDamaged: string | undefined
  readonly #db: WritableDb
  readonly #lock: { close(): void } | undefined
  readonly #pipeline: Pipeline
  readonly #backlog: Backlog
  readonly #decisions: Decisions
  readonly #watch: FolderWatch | undefined
  readonly #articles: Articles
  readonly #overlaps: Overlaps
  readonly #claims: Claims
  readonly #views: Views
  readonly #comparisons: Comparisons
  #settings: LibrarySettings

  /** @throws FailureError `library-not-open` when another process has the data folder */
  constructor(options: LibraryOptions) {
    this.#settings = options.settings
    this.#lock = options.dataDir === null ? undefined : lockDataDir(options.dataDir)
    const { db, keptDamaged } = openCatalog(options.dataDir)
    this.#db = db
    this.keptDamaged = keptDamaged
    const furniture = createFurnitureDeriver()
    const articles = new Articles(db, {
      corrections: () => this.#decisions.corrections(),
      repeated: (article) => furniture.furnitureOf(article)
    })
    this.#articles = articles
    this.#decisions = new Decisions(
      openDecisions(options.dataDir),
      {
        article: (id) => articleById(db, id),
        byContent: (hash) => currentByContent(db, hash)
      },
      options.now
    )
    const decisions = () => this.#decisions.standing()
    this.#overlaps = new Overlaps({ articles: articles.get, decisions })
    this.#claims = new Claims({
      articles: articles.get,
      decisions,
      overlaps: (id) => this.#overlaps.of(id),
      headers: (ids) => this.#views.headers(ids)
    })
    const { get } = articles
    const [overlaps, claims] = [this.#overlaps, this.#claims]
    this.#views = new Views({ db, articles: get, overlaps, claims })
    this.#comparisons = new Comparisons({ articles: get, views: this.#views, overlaps })
    this.#backlog = new Backlog({
      db,
      derivers: [furniture, overlaps, claims],
      articles,
      onBug: options.onBug
    })
    this.#backlog.open()
    this.#watch = options.watch
      ? new FolderWatch((id, within) => this.#pipeline.look(id, within))
      : undefined
    this.#pipeline = new Pipeline({
      db,
      pool: new ReaderPool(options.spawnReader, READERS),
      backlog: this.#backlog,
      scan: {
        now: options.now,
        options: () => ({
          ignore: this.#settings.ignore,
          sizeLimit: this.#settings.sizeLimitMb * BYTES_PER_MB
        })
      },
      notify: options.notify,
      onBug: options.onBug,
      rowsChanged: () => {
        articles.forget()
        this.#decisions.forgetIds()
      },
      imported: () => this.#showMetadata()
    })
  }

  /** Scans every folder and, when asked to, watches them from then on. */
  start(): void {
    this.rescan()
    this.#follow()
  }

  #follow(): void {
    const watched = folders(this.#db).filter((row) => row.enabled && !row.leaving)
    this.#watch?.set(
      watched.map(({ id, path, kind }) => ({ id, path: path.toString(), deep: kind === 'tree' }))
    )
  }

  // ── folders ─────────────────────────────────────────────────────────────────────────────────────

  /**
   * Opens a folder, or takes one back that was forgotten, and begins to import it.
   *
   * @throws FailureError `folder-not-readable`
   */
  openFolder(path: string): FolderId {
    const real = this.#resolve(path)
    if (!lstatSync(real).isDirectory()) fail({ code: 'folder-not-readable', name: basename(path) })
    const id = transaction(this.#db, () => addFolder(this.#db, Buffer.from(real), 'tree'))
    this.#opened([id])
    return id
  }

  /** Opens single files; answers with the folders under which they stand. Files of a folder that is open are there already. */
  openFiles(paths: readonly string[]): FolderId[] {
    const ids = new Set(paths.map((path) => this.#openFile(this.#resolve(path))))
    this.#opened([...ids])
    return [...ids]
  }

  #opened(ids: readonly FolderId[]): void {
    this.#pipeline.scan(ids)
    this.#pipeline.touch('articles')
    this.#follow()
  }

  #openFile(real: string): FolderId {
    const holding = folders(this.#db).find(
      (row) => row.kind === 'tree' && !row.leaving && isInside(row.path.toString(), real)
    )
    if (holding !== undefined) return holding.id
    return transaction(this.#db, () => {
      const id = addFolder(this.#db, Buffer.from(dirname(real)), 'files')
      const path = Buffer.from(basename(real))
      if (fileAt(this.#db, id, path) === undefined)
        addFile(this.#db, {
          folder: id,
          path,
          ...displayOf(path),
          state: 'pending',
          stamp: '',
          inode: '',
          size: 0
        })
      return id
    })
  }

  #resolve(path: string): string {
    try {
      return realpathSync(path)
    } catch (error) {
      throw new FailureError(
        { code: 'folder-not-readable', name: basename(path) },
        { cause: error }
      )
    }
  }

  rescan(folder?: FolderId): void {
    if (folder !== undefined) this.#folder(folder)
    this.#pipeline.scan(folder === undefined ? folders(this.#db).map(({ id }) => id) : [folder])
  }

  cancelImport(): void {
    this.#pipeline.cancel()
  }

  pauseImport(paused: boolean): void {
    this.#pipeline.pause(paused)
  }

  setFolderEnabled(folder: FolderId, enabled: boolean): void {
    this.#folder(folder)
    transaction(this.#db, () => updateFolder(this.#db, folder, { enabled }))
    this.#folderChanged()
    if (enabled) this.#pipeline.scan([folder])
  }

  forgetFolder(folder: FolderId): void {
    this.#folder(folder)
    transaction(this.#db, () => updateFolder(this.#db, folder, { leaving: true }))
    this.#folderChanged()
  }

  #folderChanged(): void {
    this.#backlog.replan()
    this.#pipeline.touch('articles', 'overlaps', 'claims')
    this.#pipeline.work()
    this.#follow()
  }

  rebuild(): void {
    this.#backlog.rebuild()
    this.#pipeline.touch('articles', 'overlaps', 'claims')
    this.#pipeline.work()
  }

  #folder(id: FolderId): FolderRow {
    const row = folderById(this.#db, id)
    if (row === undefined || row.leaving) return fail({ code: 'folder-not-found', folder: id })
    return row
  }

  // ── what is there ───────────────────────────────────────────────────────────────────────────────

  status(): LibraryStatus {
    const { progress, paused } = this.#pipeline
    return {
      folders: this.#folders(),
      articles: articleCount(this.#db),
      problems: problemCount(this.#db),
      pending: this.#backlog.pending,
      ...(progress.phase !== 'idle' && { progress }),
      paused
    }
  }

  #folders(): Folder[] {
    const counts = Map.groupBy(folderCounts(this.#db), (row) => row.folder)
    return folders(this.#db)
      .filter((row) => !row.leaving)
      .map((row) => {
        const own = counts.get(row.id) ?? []
        const path = row.path.toString()
        return {
          id: row.id,
          name: displayOf(row.path).name || path,
          display: shortened(path),
          enabled: row.enabled,
          articles: own.reduce((sum, one) => sum + one.articles, 0),
          problems: own.reduce((sum, one) => sum + one.problems, 0),
          ...(row.unavailable && { unavailable: true as const }),
          children: own
            .filter((one) => one.subFolder !== '')
            .map(({ subFolder, articles }) => ({ path: subFolder, articles }))
        }
      })
  }

  articles(query: ArticleQuery): ArticlePage {
    return this.#views.page(query)
  }

  article(id: ArticleId): ArticleView {
    return this.#views.view(id)
  }

  problems(page: Page): ProblemPage {
    return problemPage(this.#db, { ...page, limit: Math.min(page.limit, MAX_PAGE) })
  }

  // ── overlaps and comparisons ────────────────────────────────────────────────────────────────────

  overlaps(id: ArticleId): OverlapView[] {
    this.#views.header(id)
    return this.#overlaps.of(id).flatMap((overlap) => {
      const [other] = this.#views.headers([overlap.b])
      const origin = this.#overlaps.originOf(overlap.a, overlap.b)
      return other === undefined ? [] : { overlap, other, ...(origin !== undefined && { origin }) }
    })
  }

  clusters({ offset, limit }: Page): ClusterPage {
    const clusters = this.#overlaps.clusters()
    const rows = clusters.slice(offset, offset + Math.min(limit, MAX_PAGE)).map((cluster) => {
      const members = this.#views.headers(cluster.members)
      const longest = members.find(({ id }) => id === cluster.longest) ?? members[0]
      return { cluster, title: longest?.title ?? '', members }
    })
    return { total: clusters.length, rows }
  }

  compare(a: ArticleId, b: ArticleId): Comparison {
    return this.#comparisons.compare(a, b)
  }

  compareText(a: ArticleId, text: string): Comparison {
    return this.#comparisons.compareText(a, text)
  }

  // ── claims ──────────────────────────────────────────────────────────────────────────────────────

  claims(id: ArticleId): ArticleClaims {
    this.#views.header(id)
    return this.#claims.of(id)
  }

  claimList(query: ClaimQuery): ClaimPage {
    return this.#claims.list({ ...query, limit: Math.min(query.limit, MAX_PAGE) })
  }

  threads(query: ThreadQuery): ThreadPage {
    return this.#claims.threads({ ...query, limit: Math.min(query.limit, MAX_PAGE) })
  }

  ledger(page: Page): LedgerPage {
    return this.#claims.ledger({ ...page, limit: Math.min(page.limit, MAX_PAGE) })
  }

  // ── decisions ───────────────────────────────────────────────────────────────────────────────────

  decide(decision: Decision): DecisionId {
    const id = this.#decisions.decide(decision)
    this.#decided(decision)
    return id
  }

  undoDecision(id: DecisionId): void {
    this.#decided(this.#decisions.undo(id))
  }

  decisions(page: Page): DecisionPage {
    return this.#decisions.page({ ...page, limit: Math.min(page.limit, MAX_PAGE) })
  }

  #decided(decision: Decision): void {
    this.#articles.forget()
    this.#backlog.decided()
    if (decision.kind === 'furniture')
      this.#backlog.redo(holdingText(this.#db, decision.line.trim()))
    if (decision.kind === 'metadata') {
      this.#showMetadata([decision.article])
      this.#backlog.redo([decision.article])
    }
    if (decision.kind === 'actor') this.#backlog.redoStage('claims')
    this.#pipeline.touch('decisions', 'articles', 'overlaps', 'claims')
    this.#pipeline.work()
  }

  /** Lists articles under the metadata that the reader put right, or again under their own. */
  #showMetadata(ids = [...this.#decisions.corrections().metadata.keys()]): void {
    const articles = ids.flatMap((id) => this.#articles.get(id) ?? [])
    if (articles.length === 0) return
    transaction(this.#db, () => {
      for (const { id, metadata } of articles) showMetadata(this.#db, id, metadata)
    })
  }

  // ── for the shell, never for a window ───────────────────────────────────────────────────────────

  /** Absolute path of the file that an article came from. */
  originalPath(id: ArticleId): string {
    const found = stored(this.#db, id)
    if (found === undefined) return fail({ code: 'article-not-found', article: id })
    return this.#pathOf(found.file)
  }

  /** Absolute path of the file that a problem is about. */
  problemPath(id: ProblemId): string {
    const file = problemFile(this.#db, id)
    return file === undefined ? fail({ code: 'not-found', what: 'problem' }) : this.#pathOf(file)
  }

  #pathOf(id: number): string {
    const row = fileById(this.#db, id)
    const root = row === undefined ? undefined : folderById(this.#db, row.folder)
    if (row === undefined || root === undefined) return fail({ code: 'not-found', what: 'file' })
    return join(root.path, row.path).toString()
  }

  /** Articles of a file, or of every file below a folder, in the order of import. */
  articlesAt(path: string): ArticleId[] {
    return currentBelow(this.#db, this.#resolve(path))
  }

  /** Takes over settings; what they include or leave out shows after the scan that this begins. */
  configure(settings: LibrarySettings): void {
    this.#settings = settings
    this.rescan()
  }

  /** Settles when every file is imported and everything is derived. */
  idle(): Promise<void> {
    return this.#pipeline.idle()
  }

  /** Stops all work and closes the catalog; what is owed is done after the next opening. */
  async close(): Promise<void> {
    await this.#watch?.close()
    await this.#pipeline.close()
    this.#backlog.close()
    this.#decisions.close()
    this.#db.close()
    this.#lock?.close()
  }
}

/** The calls that a library answers. */
export type Answers = {
  [K in keyof Calls]: (...args: Parameters<Calls[K]>) => ReturnType<Calls[K]>
}

function isInside(folder: string, path: string): boolean {
  return path.startsWith(folder.endsWith('/') ? folder : `${folder}/`)
}

function shortened(path: string): string {
  const home = homedir()
  return path === home || isInside(home, path) ? `~${path.slice(home.length)}` : path
}
