import type { FolderId } from '../../shared/shapes'
import type { ReadableDb, WritableDb } from './database'
import { all, first, run, sql } from './sql'

export type FileId = number

/**
 * `pending`: to be read; `done`: read, with articles or problems; `missing`: not found at the last look; `gone`: not found twice.
 */
export type FileState = 'pending' | 'done' | 'missing' | 'gone'

/** What a look at a file tells without reading it. */
export interface FileLook {
  /** Size, times, device and inode in one: equal stamps mean an unchanged file. */
  readonly stamp: string
  /** Device and inode: follows a file through a rename. */
  readonly inode: string
  readonly size: number
}

/** A file that the library knows. */
export interface FileRow extends FileLook {
  readonly id: FileId
  readonly folder: FolderId
  /** Relative to the folder, raw bytes. */
  readonly path: Buffer
  readonly subFolder: string
  readonly name: string
  readonly state: FileState
  /** SHA-256 of the bytes that were read last, lower-case hex; empty before. */
  readonly hash: string
}

interface Raw extends Omit<FileRow, 'path'> {
  path: Uint8Array
}

const hydrate = (raw: Raw): FileRow => ({ ...raw, path: Buffer.from(raw.path) })
const COLUMNS = sql`id, folder, path, sub_folder AS subFolder, name, state, stamp, inode, size, hash`

/** Returns the file at a place. */
export function fileAt(db: ReadableDb, folder: FolderId, path: Buffer): FileRow | undefined {
  const raw = first<Raw>(
    db,
    sql`SELECT ${COLUMNS} FROM files WHERE folder = ${folder} AND path = ${path}`
  )
  return raw === undefined ? undefined : hydrate(raw)
}

/** Returns a file. */
export function file(db: ReadableDb, id: FileId): FileRow | undefined {
  const raw = first<Raw>(db, sql`SELECT ${COLUMNS} FROM files WHERE id = ${id}`)
  return raw === undefined ? undefined : hydrate(raw)
}

/** Returns files below a directory of a folder after an id, by id: walks a large folder in slices. */
export function filesAfter(
  db: ReadableDb,
  folder: FolderId,
  { after, within, limit }: { after: FileId; within: Buffer; limit: number }
): FileRow[] {
  const below = within.length === 0 ? within : Buffer.concat([within, Buffer.from('/')])
  return all<Raw>(
    db,
    sql`SELECT ${COLUMNS} FROM files
        WHERE folder = ${folder} AND id > ${after} AND substr(path, 1, ${below.length}) = ${below}
        ORDER BY id LIMIT ${limit}`
  ).map(hydrate)
}

/** Returns files in a state after an id, by id. */
export function filesInState(
  db: ReadableDb,
  state: FileState,
  { after, limit }: { after: FileId; limit: number }
): FileRow[] {
  return all<Raw>(
    db,
    sql`SELECT ${COLUMNS} FROM files WHERE state = ${state} AND id > ${after} ORDER BY id LIMIT ${limit}`
  ).map(hydrate)
}

/** Returns files that may be the same file elsewhere: same inode and size, or same bytes. */
export function likelySame(
  db: ReadableDb,
  { inode, size, hash }: { inode: string; size: number; hash: string }
): FileRow[] {
  return all<Raw>(
    db,
    sql`SELECT ${COLUMNS} FROM files WHERE inode = ${inode} AND size = ${size}
        UNION SELECT ${COLUMNS} FROM files WHERE ${hash} <> '' AND hash = ${hash}
        ORDER BY id`
  ).map(hydrate)
}

/** How many files are to be read. */
export function pendingFiles(db: ReadableDb): number {
  return (
    first<{ n: number }>(db, sql`SELECT count(*) AS n FROM files WHERE state = 'pending'`)?.n ?? 0
  )
}

/** Adds a file. */
export function addFile(
  db: WritableDb,
  row: Omit<FileRow, 'id' | 'hash'> & { readonly hash?: string }
): FileId {
  return run(
    db,
    sql`INSERT INTO files (folder, path, sub_folder, name, state, stamp, inode, size, hash)
        VALUES (${row.folder}, ${row.path}, ${row.subFolder}, ${row.name}, ${row.state}, ${row.stamp},
                ${row.inode}, ${row.size}, ${row.hash ?? ''})`
  ).id
}

/** Changes what is known of a file. */
export function updateFile(
  db: WritableDb,
  id: FileId,
  change: Partial<Omit<FileRow, 'id'>> & { readonly goneAt?: string }
): void {
  run(
    db,
    sql`UPDATE files SET
          folder = coalesce(${change.folder ?? null}, folder),
          path = coalesce(${change.path ?? null}, path),
          sub_folder = coalesce(${change.subFolder ?? null}, sub_folder),
          name = coalesce(${change.name ?? null}, name),
          state = coalesce(${change.state ?? null}, state),
          stamp = coalesce(${change.stamp ?? null}, stamp),
          inode = coalesce(${change.inode ?? null}, inode),
          size = coalesce(${change.size ?? null}, size),
          hash = coalesce(${change.hash ?? null}, hash),
          gone_at = coalesce(${change.goneAt ?? null}, gone_at)
        WHERE id = ${id}`
  )
}

/** Removes a file with its articles and problems. Derived rows must be gone before. */
export function removeFile(db: WritableDb, id: FileId): void {
  run(db, sql`DELETE FROM files WHERE id = ${id}`)
}

/** Removes files that were gone before that moment (ISO 8601); returns how many. Derived rows must be gone before. */
export function removeGone(db: WritableDb, before: string): number {
  return run(
    db,
    sql`DELETE FROM files WHERE state = 'gone' AND gone_at <> '' AND gone_at < ${before}`
  ).changes
}

/** Counts a reader's death over these bytes; returns how many there were. */
export function countDeath(db: WritableDb, hash: string): number {
  run(
    db,
    sql`INSERT INTO deaths (hash, count) VALUES (${hash}, 1) ON CONFLICT (hash) DO UPDATE SET count = count + 1`
  )
  return deaths(db, hash)
}

/** How often a reader died over these bytes. */
export function deaths(db: ReadableDb, hash: string): number {
  return (
    first<{ count: number }>(db, sql`SELECT count FROM deaths WHERE hash = ${hash}`)?.count ?? 0
  )
}

/** Content that readers died over at least so often. */
export function deathHashes(db: ReadableDb, least: number): string[] {
  return all<{ hash: string }>(db, sql`SELECT hash FROM deaths WHERE count >= ${least}`).map(
    (row) => row.hash
  )
}
