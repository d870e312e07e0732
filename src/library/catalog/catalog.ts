import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { FailureError } from '../../shared/failure'
import { holdDatabase, isBusy, isDamage, openDatabase, type WritableDb } from './database'
import { CATALOG_STEPS, migrate } from './migrate'
import { all, sql } from './sql'

/** Marks our databases in the file header, so that a foreign one is never written to. */
const APPLICATION_ID = 0x42524452

/** An open database and, when the one on disk was damaged, the name under which that was kept. */
export interface Opened {
  readonly db: WritableDb
  readonly keptDamaged?: string
}

/** Opens the catalog in a folder (which is made when absent); null keeps it in memory. */
export function openCatalog(dataDir: string | null): Opened {
  return openChecked(dataDir === null ? null : join(dataDir, 'catalog.db'), CATALOG_STEPS, false)
}

/**
 * Notes how the catalog in a folder looks, after it was closed. As long as it looks so, the next opening does not read all of it to
 * see whether it is sound, which takes seconds for a large library. After a crash, or when anything else wrote to it, it does.
 */
export function sealCatalog(dataDir: string): void {
  const file = join(dataDir, 'catalog.db')
  writeFileSync(sealOf(file), lookOf(file))
}

/** Has the next opening read all of the catalog: damage was met in it. */
export function unsealCatalog(dataDir: string): void {
  rmSync(sealOf(join(dataDir, 'catalog.db')), { force: true })
}

const sealOf = (file: string): string => `${file}.closed`

/** Size and time of writing of a database that was closed; empty when it was not. */
function lookOf(file: string): string {
  if (!existsSync(file) || existsSync(`${file}-wal`)) return ''
  const { size, mtimeNs } = statSync(file, { bigint: true })
  return `${String(size)} ${String(mtimeNs)}\n`
}

function isSealed(file: string): boolean {
  const look = lookOf(file)
  return look !== '' && existsSync(sealOf(file)) && readFileSync(sealOf(file), 'utf8') === look
}

/**
 * Opens a database, checks it, and brings it to its newest version. A damaged or foreign file is moved aside together with its
 * log and a new one is made: losing a catalog costs time only.
 */
export function openChecked(
  file: string | null,
  steps: readonly string[],
  durable: boolean
): Opened {
  if (file === null) {
    const db = openDatabase(':memory:')
    migrate(db, steps)
    return { db }
  }
  try {
    return { db: openSound(file, steps, durable) }
  } catch (error) {
    if (!isDamage(error) && !(error instanceof DamageError)) throw error
    const keptDamaged = moveAside(file)
    return { db: openSound(file, steps, durable), keptDamaged }
  }
}

/** A file that opens and yet is not what we wrote. */
class DamageError extends Error {
  override name = 'DamageError'
}

function openSound(file: string, steps: readonly string[], durable: boolean): WritableDb {
  const sealed = isSealed(file)
  const db = openDatabase(file, { durable })
  try {
    const id = Object.values(
      all<Record<string, number>>(db, sql`PRAGMA application_id`)[0] ?? {}
    )[0]
    const empty = all(db, sql`SELECT 1 FROM sqlite_schema LIMIT 1`).length === 0
    if (!empty && id !== APPLICATION_ID) throw new DamageError(`Cannot use ${file}: foreign schema`)
    if (empty) db.exec(`PRAGMA application_id = ${String(APPLICATION_ID)}`)
    if (!sealed) check(db, file)
    migrate(db, steps)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function check(db: WritableDb, file: string): void {
  const found = all<{ quick_check: string }>(db, sql`PRAGMA quick_check(1)`)[0]?.quick_check
  if (found !== 'ok') throw new DamageError(`Cannot use ${file}: ${String(found)}`)
}

/** Renames a damaged database with its log; returns the new name. */
export function moveAside(file: string): string {
  let number = 1
  while (existsSync(`${file}.damaged-${String(number)}`)) number++
  const kept = `${file}.damaged-${String(number)}`
  for (const suffix of ['', '-wal', '-shm'])
    if (existsSync(file + suffix)) renameSync(file + suffix, kept + suffix)
  return kept
}

/**
 * Takes the data folder for this process; released by `close` or by the process's end, however it ends.
 *
 * @throws FailureError `library-not-open` when another process has it
 */
export function lockDataDir(dataDir: string): { close(): void } {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  try {
    return holdDatabase(join(dataDir, 'lock.db'))
  } catch (error) {
    if (!isBusy(error)) throw error
    const detail = 'another process has this library open'
    throw new FailureError({ code: 'library-not-open', detail }, { cause: error })
  }
}
