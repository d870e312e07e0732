import { type BigIntStats, type Dirent } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import type { Problem, ProblemCode } from '../importers/importer'
import type { FileLook } from './catalog/files'
import { globMatcher } from './globs'

/** Directories below this depth are not entered. Real archives stay under 20; a path of 4,096 bytes ends at about 450. */
export const MAX_DEPTH = 200
/** Entries that are looked at together: keeps the thread pool busy and slices short. */
const LOOK_BATCH = 64

/** What a walk takes into account. */
export interface WalkOptions {
  /** Globs of paths that are passed over, relative to the folder. */
  readonly ignore: readonly string[]
  /** Larger files are listed, not read; bytes. */
  readonly sizeLimit: number
  /** Absolute paths (bytes as latin1) of directories that are not entered: folders that were opened by themselves. */
  readonly skip?: ReadonlySet<string>
}

/** A file, or something that should have been one. */
export interface Found {
  /** Relative to the folder, raw bytes, `/` between parts. */
  readonly path: Buffer
  readonly look: FileLook
  /** Why it can't be read (`error`), or what is odd about it. */
  readonly problem?: Problem
}

/** What one directory held. */
export interface Visited {
  /** Relative path of the directory, empty for the folder itself. */
  readonly path: Buffer
  readonly found: readonly Found[]
  /** False when it couldn't be listed: what was known below it is then not missing. */
  readonly listed: boolean
}

/** The folder itself can't be read. */
export class FolderUnavailable extends Error {
  override name = 'FolderUnavailable'
}

const SLASH = Buffer.from('/')
const strict = new TextDecoder('utf-8', { fatal: true })
const EMPTY = Buffer.alloc(0)

/**
 * Walks a folder directory by directory in the order of names, without following links or entering a directory twice.
 *
 * Uses `lstat` only, which never blocks on pipes and devices. Directories that can't be listed and everything that is no plain
 * file come out as finds with a problem.
 *
 * @param start - relative directory to begin at; the folder itself when absent
 * @throws FolderUnavailable when `start` is the folder itself and it can't be listed
 */
export async function* walk(
  root: Buffer,
  options: WalkOptions,
  start: Buffer = EMPTY
): AsyncGenerator<Visited> {
  const ignored = globMatcher(options.ignore)
  const seen = new Set<string>()
  const stack: { path: Buffer; depth: number }[] = [{ path: start, depth: 0 }]
  for (let dir = stack.pop(); dir !== undefined; dir = stack.pop()) {
    const entries = await list(join(root, dir.path))
    if (entries instanceof Error) {
      if (dir.path.length === 0) throw new FolderUnavailable(entries.message, { cause: entries })
      yield { path: dir.path, found: [unreadable(dir.path, entries)], listed: false }
      continue
    }
    const { found, directories } = await lookAt(root, dir.path, { entries, ignored, options })
    const deeper: typeof stack = []
    for (const { path, inode } of directories) {
      if (seen.has(inode) || options.skip?.has(join(root, path).toString('latin1')) === true)
        continue
      seen.add(inode)
      if (dir.depth + 1 > MAX_DEPTH) found.push(bad(path, 'too-deep', String(MAX_DEPTH)))
      else deeper.push({ path, depth: dir.depth + 1 })
    }
    yield { path: dir.path, found, listed: true }
    stack.push(...deeper.reverse())
  }
}

/** Looks at one path; undefined when nothing is there. */
export async function lookAtFile(
  root: Buffer,
  path: Buffer,
  sizeLimit: number
): Promise<Found | undefined> {
  try {
    return toFound(path, await lstat(join(root, path), { bigint: true }), sizeLimit)
  } catch (error) {
    return isAbsent(error) ? undefined : unreadable(path, error)
  }
}

/** Device and inode of a directory; empty when it can't be seen. */
export async function inodeOf(path: Buffer): Promise<string> {
  try {
    return inodeKey(await lstat(path, { bigint: true }))
  } catch {
    return ''
  }
}

/** Joins raw paths. */
export function join(root: Buffer, path: Buffer): Buffer {
  return path.length === 0 ? root : Buffer.concat([root, SLASH, path])
}

async function list(path: Buffer): Promise<Dirent<Buffer>[] | Error> {
  try {
    const entries = await readdir(path, { encoding: 'buffer', withFileTypes: true })
    return entries.sort((a, b) => Buffer.compare(a.name, b.name))
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

interface Listing {
  readonly entries: readonly Dirent<Buffer>[]
  readonly ignored: (path: string) => boolean
  readonly options: WalkOptions
}

async function lookAt(root: Buffer, dir: Buffer, { entries, ignored, options }: Listing) {
  const found: Found[] = []
  const directories: { path: Buffer; inode: string }[] = []
  const pages = new Set(entries.flatMap((entry) => pageStem(entry.name) ?? []))
  for (let i = 0; i < entries.length; i += LOOK_BATCH) {
    const looks = entries.slice(i, i + LOOK_BATCH).map(async (entry) => {
      const path = dir.length === 0 ? entry.name : Buffer.concat([dir, SLASH, entry.name])
      if (ignored(path.toString())) return
      if (entry.isDirectory() && isPageFolder(entry.name, pages)) return
      try {
        return { path, stats: await lstat(join(root, path), { bigint: true }) }
      } catch (error) {
        return isAbsent(error) ? undefined : { path, error }
      }
    })
    for (const look of await Promise.all(looks)) {
      if (look === undefined) continue
      if ('error' in look) found.push(unreadable(look.path, look.error))
      else if (look.stats.isDirectory())
        directories.push({ path: look.path, inode: inodeKey(look.stats) })
      else found.push(toFound(look.path, look.stats, options.sizeLimit))
    }
  }
  return { found, directories }
}

/** Pictures and scripts that a browser saves beside `page.html` stand in `page_files`; they are parts of that page. */
const PAGE = /^(.+)\.(?:html?|xhtml)$/i
const PAGE_FOLDER = /^(.+)(?:_files|\.files|-filer|_fichiers|-Dateien|_archivos)$/i

const pageStem = (name: Buffer): string | undefined => PAGE.exec(name.toString())?.[1]

function isPageFolder(name: Buffer, pages: ReadonlySet<string>): boolean {
  const stem = PAGE_FOLDER.exec(name.toString())?.[1]
  return stem !== undefined && pages.has(stem)
}

function toFound(path: Buffer, stats: BigIntStats, sizeLimit: number): Found {
  const look = toLook(stats)
  const problem = problemOf(stats, sizeLimit) ?? (hasOddName(path) ? ODD_NAME : undefined)
  return { path, look, ...(problem !== undefined && { problem }) }
}

/** Says that a name is not UTF-8; the file opens all the same. */
export const ODD_NAME: Problem = { severity: 'info', code: 'name-not-utf8', where: '', detail: '' }

function problemOf(stats: BigIntStats, sizeLimit: number): Problem | undefined {
  if (stats.isSymbolicLink()) return error('symlink', '')
  if (!stats.isFile()) return error('not-regular-file', kindOf(stats))
  if (stats.size > BigInt(sizeLimit))
    return error('too-large', `${String(stats.size)} > ${String(sizeLimit)}`)
  return undefined
}

function kindOf(stats: BigIntStats): string {
  if (stats.isFIFO()) return 'pipe'
  if (stats.isSocket()) return 'socket'
  return stats.isDirectory() ? 'directory' : 'device'
}

/** Returns the look that a stat gives. */
export function toLook(stats: BigIntStats): FileLook {
  const inode = inodeKey(stats)
  const stamp = [stats.size, stats.mtimeNs, stats.ctimeNs, inode].join(' ')
  return { stamp, inode, size: Number(stats.size) }
}

const inodeKey = (stats: BigIntStats): string => `${String(stats.dev)}:${String(stats.ino)}`

const error = (code: ProblemCode, detail: string): Problem => ({
  severity: 'error',
  code,
  where: '',
  detail
})

const NO_LOOK: FileLook = { stamp: '', inode: '', size: 0 }

const bad = (path: Buffer, code: ProblemCode, detail: string): Found => ({
  path,
  look: NO_LOOK,
  problem: error(code, detail)
})

const unreadable = (path: Buffer, cause: unknown): Found => bad(path, 'not-readable', codeOf(cause))

/** The system's name of what went wrong (`EACCES`). */
export function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
}

/** Says whether the error means that nothing is there. */
export function isAbsent(cause: unknown): boolean {
  const code = codeOf(cause)
  return code === 'ENOENT' || code === 'ENOTDIR'
}

/** Says whether a path is not UTF-8. */
export function hasOddName(path: Buffer): boolean {
  try {
    strict.decode(path)
    return false
  } catch {
    return true
  }
}

/** C0, DEL and C1 controls, line separators and everything that changes the writing direction. */
// eslint-disable-next-line no-control-regex -- such characters are what it looks for
const UNSEEN = /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g

/** Returns a path's name and folder as they may be shown: invalid bytes and invisible characters become visible signs. */
export function displayOf(path: Buffer): { readonly subFolder: string; readonly name: string } {
  const text = path.toString().replace(UNSEEN, (char) => {
    const code = char.charCodeAt(0)
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\uFFFD'
  })
  const cut = text.lastIndexOf('/')
  return { subFolder: cut < 0 ? '' : text.slice(0, cut), name: text.slice(cut + 1) }
}
