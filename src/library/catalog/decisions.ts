import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DecisionId } from '../../shared/decision'
import { moveAside, openChecked } from './catalog'
import { openDatabase, transaction, type ReadableDb, type WritableDb } from './database'
import { all, count, first, run, sql } from './sql'

/** Backups that are kept beside the file, newest first. */
const BACKUPS = 3

const STEPS: readonly string[] = [
  `CREATE TABLE decisions (
     id       INTEGER PRIMARY KEY AUTOINCREMENT,
     decided  TEXT NOT NULL,
     subject  TEXT NOT NULL,
     body     TEXT NOT NULL,
     undone   INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
     checksum TEXT NOT NULL
   ) STRICT;
   CREATE INDEX decisions_by_subject ON decisions (subject, id);
   CREATE TABLE opened (
     path    BLOB NOT NULL,
     kind    TEXT NOT NULL,
     files   TEXT NOT NULL,
     enabled INTEGER NOT NULL,
     PRIMARY KEY (path, kind)
   ) STRICT;`
]

/** A decision as it is kept. */
export interface DecisionRow {
  readonly id: DecisionId
  /** ISO 8601. */
  readonly decided: string
  /** What was decided about: a later decision about the same subject takes the place of an earlier one. */
  readonly subject: string
  /** JSON. */
  readonly body: string
}

interface Raw extends DecisionRow {
  readonly undone: 0 | 1
  readonly checksum: string
}

/** What a reader decided, in a file of its own: the only thing here that can't be built anew. */
export interface DecisionStore {
  readonly db: WritableDb
  /** Rows that were damaged and could not be taken from a backup. */
  readonly lost: number
  /** Writes a backup when something changed since the last one. */
  backup(): void
}

/**
 * Opens the decisions in a folder; null keeps them in memory. Every row is checked against its checksum, because SQLite does not
 * notice a single wrong bit; damaged and missing rows come from the newest backup that has them.
 */
export function openDecisions(dataDir: string | null): DecisionStore {
  if (dataDir === null)
    return { db: openChecked(null, STEPS, true).db, lost: 0, backup: () => undefined }
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const path = join(dataDir, 'decisions.db')
  const { db, lost, mended } = openMended(path)
  let saved = mended ? '' : fingerprint(db)
  return {
    db,
    lost,
    backup() {
      const now = fingerprint(db)
      if (now === saved && existsSync(backupName(path, 1))) return
      writeBackup(db, path)
      saved = now
    }
  }
}

interface Mended {
  readonly db: WritableDb
  readonly lost: number
  readonly mended: boolean
}

function openMended(path: string): Mended {
  const existed = existsSync(path)
  const { db, keptDamaged } = openChecked(path, STEPS, true)
  const rows = all<Raw>(db, sql`SELECT * FROM decisions`)
  const sound = new Map(rows.filter(isSound).map((raw) => [raw.id, raw]))
  const whole = sound.size === rows.length
  if (existed && whole && keptDamaged === undefined) return { db, lost: 0, mended: false }
  for (let number = 1; number <= BACKUPS; number++)
    for (const raw of soundRows(backupName(path, number)))
      if (!sound.has(raw.id)) sound.set(raw.id, raw)
  const lost = rows.filter(({ id }) => !sound.has(id)).length
  if (whole) return { db: filled(db, sound.values()), lost, mended: true }
  // Wrong bits may be anywhere, in the pages that hold the indexes too: sound rows move to a new file.
  db.close()
  moveAside(path)
  return { db: filled(openChecked(path, STEPS, true).db, sound.values()), lost, mended: true }
}

function filled(db: WritableDb, rows: Iterable<Raw>): WritableDb {
  transaction(db, () => {
    for (const { id, decided, subject, body, undone, checksum: seal } of rows)
      run(
        db,
        sql`INSERT OR IGNORE INTO decisions (id, decided, subject, body, undone, checksum)
            VALUES (${id}, ${decided}, ${subject}, ${body}, ${undone}, ${seal})`
      )
  })
  return db
}

/** A folder that the reader opened: what a new catalog begins with. */
export interface OpenedFolder {
  readonly path: Buffer
  readonly kind: 'tree' | 'files'
  /** Names of the files that were opened one by one; empty for a whole folder. */
  readonly files: readonly string[]
  readonly enabled: boolean
}

/** Returns the folders that were open when they were written down last. */
export function openedFolders(db: ReadableDb): OpenedFolder[] {
  const rows = all<{ path: Uint8Array; kind: 'tree' | 'files'; files: string; enabled: 0 | 1 }>(
    db,
    sql`SELECT path, kind, files, enabled FROM opened ORDER BY rowid`
  )
  return rows.map((row) => ({
    path: Buffer.from(row.path),
    kind: row.kind,
    // Written by `rememberFolders` as a list of strings.
    files: JSON.parse(row.files) as string[],
    enabled: row.enabled === 1
  }))
}

/** Writes down which folders are open. */
export function rememberFolders(db: WritableDb, folders: readonly OpenedFolder[]): void {
  transaction(db, () => {
    run(db, sql`DELETE FROM opened`)
    for (const { path, kind, files, enabled } of folders)
      run(
        db,
        sql`INSERT INTO opened (path, kind, files, enabled)
            VALUES (${path}, ${kind}, ${JSON.stringify(files)}, ${Number(enabled)})`
      )
  })
}

/** Returns the decisions in force, oldest first: of every subject the last one that was not undone. */
export function decisionsInForce(db: ReadableDb): DecisionRow[] {
  return all<DecisionRow>(
    db,
    sql`SELECT id, decided, subject, body FROM decisions
        WHERE id IN (SELECT max(id) FROM decisions WHERE undone = 0 GROUP BY subject) ORDER BY id`
  )
}

/** Returns the decision that is in force about a subject. */
export function decisionAbout(db: ReadableDb, subject: string): DecisionRow | undefined {
  return first<DecisionRow>(
    db,
    sql`SELECT id, decided, subject, body FROM decisions
        WHERE subject = ${subject} AND undone = 0 ORDER BY id DESC LIMIT 1`
  )
}

/** Writes a decision; returns its id. */
export function addDecision(db: WritableDb, row: Omit<DecisionRow, 'id'>): DecisionId {
  return transaction(db, () => insert(db, row))
}

/** Writes many decisions, all or none; returns their ids in order. */
export function addDecisions(
  db: WritableDb,
  rows: readonly Omit<DecisionRow, 'id'>[]
): DecisionId[] {
  return transaction(db, () => rows.map((row) => insert(db, row)))
}

function insert(db: WritableDb, row: Omit<DecisionRow, 'id'>): DecisionId {
  const { id } = run(
    db,
    sql`INSERT INTO decisions (decided, subject, body, checksum)
        VALUES (${row.decided}, ${row.subject}, ${row.body}, '')`
  )
  seal(db, { ...row, id, undone: 0 })
  return id
}

/**
 * Takes a decision back, so that an earlier one about the same subject is in force again, or puts one that was taken back in its
 * place again. Undefined when there is no such decision, or it is so already.
 */
export function setUndone(db: WritableDb, id: DecisionId, undone: 0 | 1): DecisionRow | undefined {
  return transaction(db, () => {
    const raw = first<Raw>(
      db,
      sql`SELECT * FROM decisions WHERE id = ${id} AND undone = ${1 - undone}`
    )
    if (raw === undefined) return undefined
    run(db, sql`UPDATE decisions SET undone = ${undone} WHERE id = ${id}`)
    seal(db, { ...raw, undone })
    return raw
  })
}

type Sealed = Omit<Raw, 'checksum'>

function seal(db: WritableDb, row: Sealed): void {
  run(db, sql`UPDATE decisions SET checksum = ${checksum(row)} WHERE id = ${row.id}`)
}

function checksum({ id, decided, subject, body, undone }: Sealed): string {
  return createHash('sha256')
    .update(JSON.stringify([id, decided, subject, body, undone]))
    .digest('hex')
}

const isSound = (raw: Raw): boolean => raw.checksum === checksum(raw)

/** Changes with every write. */
function fingerprint(db: ReadableDb): string {
  const undone = all<{ id: DecisionId }>(db, sql`SELECT id FROM decisions WHERE undone = 1`)
  const last = count(db, sql`SELECT coalesce(max(id), 0) FROM decisions`)
  return `${String(last)} ${undone.map(({ id }) => id).join(' ')}`
}

const backupName = (path: string, number: number): string => `${path}.backup-${String(number)}`

function writeBackup(db: WritableDb, path: string): void {
  const fresh = `${path}.backup-new`
  rmSync(fresh, { force: true })
  run(db, sql`VACUUM INTO ${fresh}`)
  for (let number = BACKUPS - 1; number >= 1; number--)
    if (existsSync(backupName(path, number)))
      renameSync(backupName(path, number), backupName(path, number + 1))
  renameSync(fresh, backupName(path, 1))
}

function soundRows(path: string): Raw[] {
  if (!existsSync(path)) return []
  let db: WritableDb | undefined
  try {
    db = openDatabase(path)
    return all<Raw>(db, sql`SELECT * FROM decisions ORDER BY id`).filter(isSound)
  } catch {
    // A damaged backup is passed over: an older one may still do.
    return []
  } finally {
    db?.close()
  }
}
