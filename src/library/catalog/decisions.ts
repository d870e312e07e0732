import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DecisionId } from '../../shared/contract'
import { openChecked } from './catalog'
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
   CREATE INDEX decisions_by_subject ON decisions (subject, id);`
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
  const { db, keptDamaged } = openChecked(path, STEPS, true)
  const bad = all<Raw>(db, sql`SELECT * FROM decisions`).filter((raw) => !isSound(raw))
  const damaged = bad.length > 0 || keptDamaged !== undefined
  const restored = damaged ? restore(db, path, new Set(bad.map(({ id }) => id))) : 0
  let saved = damaged ? '' : fingerprint(db)
  return {
    db,
    lost: Math.max(0, bad.length - restored),
    backup() {
      const now = fingerprint(db)
      if (now === saved && existsSync(backupName(path, 1))) return
      writeBackup(db, path)
      saved = now
    }
  }
}

/** Returns the decisions in force, oldest first: of every subject the last one that was not undone. */
export function decisionsInForce(db: ReadableDb): DecisionRow[] {
  return all<DecisionRow>(
    db,
    sql`SELECT id, decided, subject, body FROM decisions
        WHERE id IN (SELECT max(id) FROM decisions WHERE undone = 0 GROUP BY subject) ORDER BY id`
  )
}

/** Writes a decision; returns its id. */
export function addDecision(db: WritableDb, row: Omit<DecisionRow, 'id'>): DecisionId {
  return transaction(db, () => {
    const { id } = run(
      db,
      sql`INSERT INTO decisions (decided, subject, body, checksum)
          VALUES (${row.decided}, ${row.subject}, ${row.body}, '')`
    )
    seal(db, { ...row, id, undone: 0 })
    return id
  })
}

/** Takes a decision back; an earlier one about the same subject is then in force again. False when there is no such decision. */
export function undoDecision(db: WritableDb, id: DecisionId): boolean {
  return transaction(db, () => {
    const raw = first<Raw>(db, sql`SELECT * FROM decisions WHERE id = ${id} AND undone = 0`)
    if (raw === undefined) return false
    run(db, sql`UPDATE decisions SET undone = 1 WHERE id = ${id}`)
    seal(db, { ...raw, undone: 1 })
    return true
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
  const undone = count(db, sql`SELECT count(*) FROM decisions WHERE undone = 1`)
  const last = count(db, sql`SELECT coalesce(max(id), 0) FROM decisions`)
  return `${String(last)} ${String(undone)}`
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

/** Takes sound rows that are missing or damaged here from the backups, newest first; returns how many damaged ones came back. */
function restore(db: WritableDb, path: string, bad: ReadonlySet<DecisionId>): number {
  let restored = 0
  for (const id of bad) run(db, sql`DELETE FROM decisions WHERE id = ${id}`)
  for (let number = 1; number <= BACKUPS; number++)
    for (const raw of soundRows(backupName(path, number))) {
      const { id, decided, subject, body, undone } = raw
      const { changes } = run(
        db,
        sql`INSERT OR IGNORE INTO decisions (id, decided, subject, body, undone, checksum)
            VALUES (${id}, ${decided}, ${subject}, ${body}, ${undone}, ${raw.checksum})`
      )
      if (changes > 0 && bad.has(id)) restored++
    }
  return restored
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
