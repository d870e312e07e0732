import { lstatSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, sep } from 'node:path'
import type { ArticleId } from '../core/article/article'
import type { Folder, FolderId, ProblemId } from '../shared/shapes'
import { FailureError, type Failure } from '../shared/failure'
import { currentBelow, fileHash, stored } from './catalog/articles'
import { transaction, type WritableDb } from './catalog/database'
import { openedFolders, rememberFolders } from './catalog/decisions'
import { addFile, file as fileById, fileAt, filesAfter, type FileId } from './catalog/files'
import {
  addFolder,
  folder as folderById,
  folderCounts,
  folders,
  updateFolder,
  type FolderCounts,
  type FolderRow
} from './catalog/folders'
import { problemFile } from './catalog/problems'
import { changesOf } from './catalog/sql'
import { displayOf, join } from './folders'
import type { Watched } from './watch'

/** Single files of one folder that are remembered; more are opened as a folder. */
const MAX_SINGLE_FILES = 10_000

/** How old the counts of folders may be while work goes on, ms. */
const COUNTS_MS = 500
/** As a multiple of the time that counting takes, for libraries in which it takes long. */
const COUNTS_PAUSE = 20

const fail = (failure: Failure): never => {
  throw new FailureError(failure)
}

/** The folders and files that were opened. */
export class Shelf {
  readonly #db: WritableDb
  readonly #kept: WritableDb
  #counts: readonly FolderCounts[] = []
  /** What had changed in the catalog when the counts were taken. */
  #countedChanges = -1
  #countAgain = -Infinity

  /** @param kept - database of the decisions, where the list of folders outlives the catalog */
  constructor(db: WritableDb, kept: WritableDb) {
    this.#db = db
    this.#kept = kept
  }

  /** Puts the folders that were open into a catalog that has none, because it is new. */
  restore(): void {
    if (folders(this.#db).length > 0) return
    for (const { path, kind, files, enabled } of openedFolders(this.#kept))
      transaction(this.#db, () => {
        const id = addFolder(this.#db, path, kind)
        if (!enabled) updateFolder(this.#db, id, { enabled })
        for (const name of files) this.#addFile(id, Buffer.from(name))
      })
  }

  #remember(): void {
    rememberFolders(
      this.#kept,
      this.rows().map(({ id, path, kind, enabled }) => {
        const files =
          kind === 'tree'
            ? []
            : filesAfter(this.#db, id, {
                after: 0,
                within: Buffer.alloc(0),
                limit: MAX_SINGLE_FILES
              })
        return { path, kind, enabled, files: files.map((row) => row.path.toString()) }
      })
    )
  }

  /** Adds a folder, or takes one back that was forgotten. @throws FailureError `folder-not-readable` */
  addFolder(path: string): FolderId {
    const real = resolve(path)
    if (!lstatSync(real).isDirectory()) fail({ code: 'folder-not-readable', name: basename(path) })
    const id = transaction(this.#db, () => addFolder(this.#db, Buffer.from(real), 'tree'))
    this.#remember()
    return id
  }

  /** Adds a single file under the folder that holds it. A file of a folder that is open is there already. */
  addFile(path: string): FolderId {
    const real = resolve(path)
    const holding = folders(this.#db).find(
      (row) => row.kind === 'tree' && !row.leaving && isInside(row.path.toString(), real)
    )
    if (holding !== undefined) return holding.id
    const id = transaction(this.#db, () => {
      const folder = addFolder(this.#db, Buffer.from(dirname(real)), 'files')
      this.#addFile(folder, Buffer.from(basename(real)))
      return folder
    })
    this.#remember()
    return id
  }

  #addFile(folder: FolderId, path: Buffer): void {
    if (fileAt(this.#db, folder, path) !== undefined) return
    const shown = displayOf(path)
    const unseen = { state: 'pending', stamp: '', inode: '', size: 0 } as const
    addFile(this.#db, { folder, path, ...shown, ...unseen })
  }

  /** Switches a folder on or off. @throws FailureError `folder-not-found` */
  setEnabled(id: FolderId, enabled: boolean): void {
    this.check(id)
    transaction(this.#db, () => updateFolder(this.#db, id, { enabled }))
    this.#remember()
  }

  /** Sends a folder on its way out. @throws FailureError `folder-not-found` */
  forget(id: FolderId): void {
    this.check(id)
    transaction(this.#db, () => updateFolder(this.#db, id, { leaving: true }))
    this.#remember()
  }

  /** @throws FailureError `folder-not-found` */
  check(id: FolderId): void {
    const row = folderById(this.#db, id)
    if (row === undefined || row.leaving) fail({ code: 'folder-not-found', folder: id })
  }

  /** Folders that are open, those that are switched off included. */
  rows(): FolderRow[] {
    return folders(this.#db).filter((row) => !row.leaving)
  }

  /** Folders whose changes are followed; the directories in a tree as well. */
  watched(): Watched[] {
    return this.rows()
      .filter((row) => row.enabled)
      .map(({ id, path, kind }) => ({ id, path: path.toString(), deep: kind === 'tree' }))
  }

  /** What the side bar shows. While work goes on (`fresh` false) counts may be a little old. */
  view(fresh: boolean): Folder[] {
    const changes = changesOf(this.#db)
    if (changes !== this.#countedChanges && (fresh || performance.now() > this.#countAgain)) {
      const begun = performance.now()
      this.#counts = folderCounts(this.#db)
      this.#countedChanges = changes
      const now = performance.now()
      this.#countAgain = now + Math.max(COUNTS_MS, COUNTS_PAUSE * (now - begun))
    }
    const counts = Map.groupBy(this.#counts, (row) => row.folder)
    return this.rows().map((row) => {
      const own = counts.get(row.id) ?? []
      const path = row.path.toString()
      return {
        id: row.id,
        name: displayOf(Buffer.from(basename(path))).name || path,
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

  /** Absolute path of the file that an article came from. @throws FailureError `article-not-found` */
  pathOfArticle(id: ArticleId): string {
    const found = stored(this.#db, id)
    if (found === undefined) return fail({ code: 'article-not-found', article: id })
    return this.#pathOf(found.file)
  }

  /**
   * Where the page stands that an article came from: the whole file, as it was when it was imported.
   *
   * @throws FailureError `article-not-found`; `not-found` for earlier versions and for parts of a file
   */
  pageOfArticle(id: ArticleId): { readonly path: Buffer; readonly fileName: string } {
    const found = stored(this.#db, id)
    if (found === undefined) return fail({ code: 'article-not-found', article: id })
    const row = fileById(this.#db, found.file)
    if (row === undefined || found.entry !== '' || fileHash(this.#db, id) === undefined)
      return fail({ code: 'not-found', what: 'original page' })
    return { path: Buffer.from(this.#pathOf(found.file)), fileName: row.name }
  }

  /** Absolute path of the file that a problem is about. @throws FailureError `not-found` */
  pathOfProblem(id: ProblemId): string {
    const file = problemFile(this.#db, id)
    return file === undefined ? fail({ code: 'not-found', what: 'problem' }) : this.#pathOf(file)
  }

  /** Articles of a file, or of every file below a folder, in the order of import. */
  articlesAt(path: string): ArticleId[] {
    return currentBelow(this.#db, resolve(path))
  }

  #pathOf(id: FileId): string {
    const row = fileById(this.#db, id)
    const root = row === undefined ? undefined : folderById(this.#db, row.folder)
    if (row === undefined || root === undefined) return fail({ code: 'not-found', what: 'file' })
    return join(root.path, row.path).toString()
  }
}

function resolve(path: string): string {
  try {
    return realpathSync(path)
  } catch (error) {
    throw new FailureError({ code: 'folder-not-readable', name: basename(path) }, { cause: error })
  }
}

function isInside(folder: string, path: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}

/** A path below the home folder begins with `~`. */
function shortened(path: string): string {
  const home = homedir()
  return path === home || isInside(home, path) ? `~${path.slice(home.length)}` : path
}
