import type { FolderId } from '../shared/shapes'
import { transaction, type WritableDb } from './catalog/database'
import {
  addFile,
  fileAt,
  filesAfter,
  filesInState,
  likelySame,
  updateFile,
  type FileId,
  type FileRow
} from './catalog/files'
import { folder, folders, updateFolder, type FolderRow } from './catalog/folders'
import { replaceProblems } from './catalog/problems'
import {
  displayOf,
  FolderUnavailable,
  inodeOf,
  join,
  lookAtFile,
  walk,
  type Found,
  type WalkOptions
} from './folders'

/** Finds that are compared in one transaction; about 10 ms. */
const COMPARE_BATCH = 200

/** What a scan has to know beside the catalog. */
export interface ScanContext {
  readonly db: WritableDb
  readonly options: () => WalkOptions
  readonly now: () => Date
  /** Answers true when the scan is to stop where it is. */
  readonly stop: () => boolean
  /** Told after every directory, with a display name; waits until other work had its turn. */
  readonly breathe: (current: string) => Promise<void>
}

/**
 * Compares a folder with what the catalog knows: new and changed files become `pending`, absent ones `missing`, renamed ones keep
 * their row. A folder that can't be read is marked, and nothing in it counts as missing.
 *
 * @param within - directory to look at, relative to the folder; empty for all of it
 * @returns whether anything changed
 */
export async function scanFolder(
  context: ScanContext,
  id: FolderId,
  within: string
): Promise<boolean> {
  const row = folder(context.db, id)
  if (row === undefined || row.leaving || !row.enabled) return false
  if (row.kind === 'files') return scanFiles(context, row)
  return scanTree(context, row, Buffer.from(within))
}

async function scanTree(context: ScanContext, row: FolderRow, within: Buffer): Promise<boolean> {
  const { db } = context
  const seen = new Set<FileId>()
  const unlisted: Buffer[] = []
  const open = new Set(folders(db).flatMap((other) => (other.id === row.id ? [] : hex(other.path))))
  const options = context.options()
  const start = await nearestFolder(row.path, within)
  let changed = false
  try {
    for await (const { path, found, listed } of walk(row.path, { ...options, skip: open }, start)) {
      if (context.stop()) return changed
      if (!listed) unlisted.push(path)
      for (let i = 0; i < found.length || i === 0; i += COMPARE_BATCH) {
        changed =
          (await compare(context, row, { found: found.slice(i, i + COMPARE_BATCH), seen })) ||
          changed
        await context.breathe(displayOf(path).name)
      }
    }
  } catch (error) {
    if (!(error instanceof FolderUnavailable)) throw error
    transaction(db, () => updateFolder(db, row.id, { unavailable: true }))
    return !row.unavailable
  }
  const root = await inodeOf(row.path)
  // An unmounted drive leaves an empty directory of its own: that is no folder whose files were deleted.
  if (start.length === 0 && seen.size === 0 && row.root !== '' && row.root !== root) {
    transaction(db, () => updateFolder(db, row.id, { unavailable: true }))
    return !row.unavailable
  }
  transaction(db, () => updateFolder(db, row.id, { unavailable: false, root }))
  const lost = await markMissing(context, row, { within: start, seen, unlisted })
  return changed || lost || row.unavailable
}

const EMPTY = Buffer.alloc(0)

/** The directory itself, or the nearest one above it that is still there. */
async function nearestFolder(root: Buffer, within: Buffer): Promise<Buffer> {
  let path = within
  while (path.length > 0 && (await inodeOf(join(root, path))) === '') {
    const cut = path.lastIndexOf(0x2f)
    path = cut < 0 ? EMPTY : path.subarray(0, cut)
  }
  return path
}

const hex = (path: Buffer): string => path.toString('latin1')

async function scanFiles(context: ScanContext, row: FolderRow): Promise<boolean> {
  const { db } = context
  let changed = false
  for (const known of slices(db, row.id)) {
    if (context.stop()) return changed
    const look = await lookAtFile(row.path, known.path, context.options().sizeLimit)
    if (look === undefined) {
      if (known.state === 'gone' || known.state === 'missing') continue
      transaction(db, () => updateFile(db, known.id, { state: 'missing' }))
      changed = true
    } else {
      const seen = new Set<FileId>()
      changed = (await compare(context, row, { found: [look], seen })) || changed
    }
    await context.breathe(known.name)
  }
  return changed
}

/** Every file of a folder, read in slices so that the catalog may change meanwhile. */
function* slices(db: WritableDb, id: FolderId, within: Buffer = EMPTY): Generator<FileRow> {
  let after = 0
  for (;;) {
    const rows = filesAfter(db, id, { after, within, limit: 500 })
    yield* rows
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.id
  }
}

interface Comparison {
  readonly found: readonly Found[]
  readonly seen: Set<FileId>
}

async function compare(
  context: ScanContext,
  row: FolderRow,
  { found, seen }: Comparison
): Promise<boolean> {
  const { db } = context
  const moves = await findMoves(context, row, found)
  return transaction(db, () => {
    let changed = false
    for (const find of found) {
      const known =
        fileAt(db, row.id, find.path) ?? moveHere(db, row, { find, from: moves.get(find) })
      const { id, touched } = note(db, row, { find, known })
      seen.add(id)
      changed ||= touched
    }
    return changed
  })
}

/** For new finds: the row of the file that was there before under another name, now vanished. */
async function findMoves(
  { db }: ScanContext,
  row: FolderRow,
  found: readonly Found[]
): Promise<Map<Found, FileRow>> {
  const moves = new Map<Found, FileRow>()
  for (const find of found) {
    const { inode, size } = find.look
    if (inode === '' || fileAt(db, row.id, find.path) !== undefined) continue
    for (const other of likelySame(db, { inode, size, hash: '' }))
      if (await isVacant(db, other)) moves.set(find, other)
  }
  return moves
}

/** Says whether nothing is left at the place where a file was. */
export async function isVacant(db: WritableDb, row: FileRow): Promise<boolean> {
  if (row.state === 'gone') return true
  const root = folder(db, row.folder)
  if (root === undefined) return false
  const look = await lookAtFile(root.path, row.path, Number.MAX_SAFE_INTEGER)
  return look === undefined || look.look.inode !== row.inode
}

function moveHere(
  db: WritableDb,
  row: FolderRow,
  { find, from }: { find: Found; from: FileRow | undefined }
): FileRow | undefined {
  if (from === undefined) return undefined
  const { subFolder, name } = displayOf(find.path)
  updateFile(db, from.id, { folder: row.id, path: find.path, subFolder, name })
  return fileAt(db, row.id, find.path)
}

/** Stamps of files that can't be read begin with this, so that they are looked at anew when the reason is gone. */
const REFUSED = '!'

function note(
  db: WritableDb,
  row: FolderRow,
  { find, known }: { find: Found; known: FileRow | undefined }
): { id: FileId; touched: boolean } {
  const { look, problem } = find
  const refused = problem?.severity === 'error' ? problem : undefined
  const stamp = refused === undefined ? look.stamp : `${REFUSED}${refused.code} ${look.stamp}`
  const same = known?.stamp === stamp
  if (same && (known.state === 'done' || known.state === 'pending'))
    return { id: known.id, touched: false }
  // Back before the second look, or after it: what was read then still holds.
  const state = refused !== undefined || (same && known.hash !== '') ? 'done' : 'pending'
  const change = { ...look, stamp, state } as const
  const id =
    known?.id ??
    addFile(db, { ...change, folder: row.id, path: find.path, ...displayOf(find.path) })
  if (known !== undefined) updateFile(db, id, change)
  if (refused !== undefined) replaceProblems(db, id, [{ problem: refused }])
  return { id, touched: true }
}

async function markMissing(
  context: ScanContext,
  row: FolderRow,
  {
    within,
    seen,
    unlisted
  }: { within: Buffer; seen: ReadonlySet<FileId>; unlisted: readonly Buffer[] }
): Promise<boolean> {
  const { db } = context
  let changed = false
  for (const known of slices(db, row.id, within)) {
    if (seen.has(known.id) || known.state === 'missing' || known.state === 'gone') continue
    if (unlisted.some((dir) => isBelow(known.path, dir))) continue
    transaction(db, () => updateFile(db, known.id, { state: 'missing' }))
    changed = true
    await context.breathe(known.name)
  }
  return changed
}

function isBelow(path: Buffer, dir: Buffer): boolean {
  return (
    path.length > dir.length &&
    path[dir.length] === 0x2f &&
    path.subarray(0, dir.length).equals(dir)
  )
}

/**
 * Looks a second time at files that were missing: those that are still away are gone, and their articles leave the library.
 *
 * @returns whether anything changed
 */
export async function secondLook(context: ScanContext): Promise<boolean> {
  const { db } = context
  let after = 0
  let changed = false
  for (;;) {
    const rows = filesInState(db, 'missing', { after, limit: 100 })
    const last = rows.at(-1)
    if (last === undefined) return changed
    after = last.id
    const looks = await Promise.all(
      rows.map(async (row) => {
        const root = folder(db, row.folder)
        const { sizeLimit } = context.options()
        return root === undefined ? undefined : await lookAtFile(root.path, row.path, sizeLimit)
      })
    )
    changed = true
    transaction(db, () =>
      rows.forEach((row, i) => {
        const look = looks[i]
        // There and unchanged, and yet the walk passed it by: it is ignored now.
        const back = look !== undefined && look.look.stamp !== row.stamp
        if (back) updateFile(db, row.id, { ...look.look, state: 'pending' })
        else updateFile(db, row.id, { state: 'gone', goneAt: context.now().toISOString() })
      })
    )
    await context.breathe('')
  }
}

/** Absolute path of a file. */
export function pathOf(db: WritableDb, row: FileRow): Buffer | undefined {
  const root = folder(db, row.folder)
  return root === undefined ? undefined : join(root.path, row.path)
}
