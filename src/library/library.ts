import { lstatSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname } from 'node:path'
import type { ArticleId } from '../core/article/article'
import type {
  ArticleHeader,
  ArticlePage,
  ArticleQuery,
  ArticleView,
  Calls,
  Folder,
  FolderId,
  LibraryStatus,
  Notices,
  Page,
  ProblemId,
  ProblemPage
} from '../shared/contract'
import { FailureError, type Failure } from '../shared/failure'
import type { Settings } from '../shared/settings'
import {
  articleCount,
  articlePage,
  currentBelow,
  headers,
  revisions,
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
import { problemCount, problemFile, problemPage, problemsOf } from './catalog/problems'
import { Backlog } from './derive/backlog'
import type { Deriver } from './derive/deriver'
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
}

/** Reader processes that work side by side. Two keep the writer busy; more only take memory. */
const READERS = 2
const MAX_ARTICLE_ROWS = 200
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
  #settings: LibrarySettings

  /** @throws FailureError `library-not-open` when another process has the data folder */
  constructor(options: LibraryOptions) {
    this.#settings = options.settings
    this.#lock = options.dataDir === null ? undefined : lockDataDir(options.dataDir)
    const { db, keptDamaged } = openCatalog(options.dataDir)
    this.#db = db
    this.keptDamaged = keptDamaged
    const derivers: Deriver[] = []
    this.#backlog = new Backlog(db, derivers, options.onBug)
    this.#backlog.open()
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
      onBug: options.onBug
    })
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
    this.#pipeline.scan([id])
    this.#pipeline.touch('articles')
    return id
  }

  /** Opens single files; answers with the folders under which they stand. Files of a folder that is open are there already. */
  openFiles(paths: readonly string[]): FolderId[] {
    const ids = new Set(paths.map((path) => this.#openFile(this.#resolve(path))))
    this.#pipeline.scan([...ids])
    this.#pipeline.touch('articles')
    return [...ids]
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
    const limit = Math.min(query.limit, MAX_ARTICLE_ROWS)
    const { sort } = query
    return articlePage(this.#db, { ...query, limit, sort: sort === 'claims' ? 'added' : sort })
  }

  article(id: ArticleId): ArticleView {
    const found = stored(this.#db, id)
    const [header] = this.headers([id])
    const row = found === undefined ? undefined : fileById(this.#db, found.file)
    if (found === undefined || header === undefined || row === undefined)
      return fail({ code: 'article-not-found', article: id })
    const { text, blocks, metadata, contentHash } = found.article
    return {
      header,
      text,
      blocks,
      metadata,
      contentHash,
      sizeBytes: row.size,
      problems: problemsOf(this.#db, id, found.file),
      versions: revisions(this.#db, found.file, found.entry)
    }
  }

  /** Headers of these articles in the same order; unknown ids are left out. */
  headers(ids: readonly ArticleId[]): ArticleHeader[] {
    return headers(this.#db, ids)
  }

  problems(page: Page): ProblemPage {
    return problemPage(this.#db, { ...page, limit: Math.min(page.limit, MAX_ARTICLE_ROWS) })
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
    await this.#pipeline.close()
    this.#backlog.close()
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
