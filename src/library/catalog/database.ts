import { DatabaseSync } from 'node:sqlite'
import { FailureError } from '../../shared/failure'

/** An open database. Only files under `library/catalog` name `node:sqlite`. */
export type Database = DatabaseSync

declare const readable: unique symbol
declare const writable: unique symbol

/** What functions take that only read: a `WritableDb` fits, and nothing in it can be written through by mistake. */
export interface ReadableDb {
  readonly [readable]: true
  prepare(text: string): ReturnType<Database['prepare']>
}

/** What functions take that write. */
export type WritableDb = Database & ReadableDb & { readonly [writable]: true }

/** SQLite's primary result codes that the library tells apart. Source: sqlite.org/rescode.html. */
const SQLITE_BUSY = 5
const SQLITE_CORRUPT = 11
const SQLITE_FULL = 13
const SQLITE_NOTADB = 26

/** How long a statement waits for another process, ms. Longer than any transaction of ours. */
const BUSY_TIMEOUT_MS = 5_000

/**
 * Opens (and creates) a database file; `:memory:` for one that is not kept.
 *
 * Foreign keys hold, the schema is not trusted, rows are checked when they are read, nothing is mapped into memory, and the
 * log is written ahead. `durable` waits for the disk at every commit: for what only the reader can make.
 */
export function openDatabase(file: string, options: { durable?: boolean } = {}): WritableDb {
  const db = new DatabaseSync(file, {
    enableForeignKeyConstraints: true,
    defensive: true,
    timeout: BUSY_TIMEOUT_MS
  })
  try {
    db.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = ${options.durable === true ? 'FULL' : 'NORMAL'};
      PRAGMA trusted_schema = OFF;
      PRAGMA cell_size_check = ON;
      PRAGMA mmap_size = 0;
      PRAGMA temp_store = MEMORY;
    `)
  } catch (error) {
    db.close()
    throw error
  }
  // The brands exist for the compiler alone.
  return db as WritableDb
}

/**
 * Moves what was committed from the log into the database, as far as nobody reads it there. To be called while nothing else is to do:
 * a commit does it too when the log has grown to a thousand pages, and then waits for the disk.
 */
export function checkpoint(db: WritableDb): void {
  db.exec('PRAGMA wal_checkpoint(PASSIVE)')
}

/**
 * Opens a database only to hold it: a transaction that is never ended, whose lock the system frees when the process dies, even
 * by SIGKILL. Throws at once with `isBusy` when another process (or another part of this one) holds it.
 */
export function holdDatabase(file: string): { close(): void } {
  const db = new DatabaseSync(file, { timeout: 0 })
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * Runs `work` in one transaction and returns what it returns; an error undoes everything and is passed on.
 * A full disk comes out as the failure `disk-full`. Not to be nested.
 */
export function transaction<T>(db: WritableDb, work: () => T): T {
  db.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    db.exec('COMMIT')
    return result
  } catch (error) {
    // On a full disk SQLite has already rolled back, and a second ROLLBACK would hide the cause.
    if (db.isTransaction) db.exec('ROLLBACK')
    throw isDiskFull(error) ? new FailureError({ code: 'disk-full' }, { cause: error }) : error
  }
}

/** Says whether the error means that another process holds the database. */
export const isBusy = (error: unknown): boolean => primaryCode(error) === SQLITE_BUSY

/** Says whether the error means that the file is damaged or is no database. */
export const isDamage = (error: unknown): boolean =>
  primaryCode(error) === SQLITE_CORRUPT || primaryCode(error) === SQLITE_NOTADB

/** Says whether the error means that the disk is full. */
export const isDiskFull = (error: unknown): boolean => primaryCode(error) === SQLITE_FULL

function primaryCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined
  // Extended codes keep the primary one in their low byte.
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined
}
