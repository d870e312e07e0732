import { FailureError } from '../shared/failure'
import { idsOf } from './catalog/articles'
import { transaction, type WritableDb } from './catalog/database'
import { likelySame, removeFile, updateFile, type FileId, type FileRow } from './catalog/files'
import type { Backlog } from './derive/backlog'
import { keepOutcome, type Kept } from './keep'
import type { Reading } from './readings'
import { isVacant } from './scan'

/** What writing needs. */
export interface WriterParts {
  readonly db: WritableDb
  readonly backlog: Backlog
  readonly now: () => Date
  /** Told after article rows changed. */
  readonly rowsChanged: () => void
  /** Told of a bug that was survived. */
  readonly onBug: (error: unknown) => void
}

/** Writes what readers found, together with what is derived at once. A file that can't be written costs that file only. */
export class Writer {
  readonly #parts: WriterParts

  constructor(parts: WriterParts) {
    this.#parts = parts
  }

  /** Writes what came of files, in one transaction when all goes well. @throws FailureError `disk-full` */
  async keep(readings: readonly Reading[]): Promise<void> {
    const moves = new Map<Reading, FileRow>()
    const taken = new Set<FileId>()
    for (const reading of readings) {
      const from = await this.#movedFrom(reading)
      if (from === undefined || taken.has(from.id)) continue
      taken.add(from.id)
      moves.set(reading, from)
    }
    try {
      this.#write(readings, moves)
    } catch (error) {
      if (error instanceof FailureError) throw error
      if (readings.length > 1) for (const reading of readings) this.#writeAlone(reading, moves)
      else for (const reading of readings) this.#writeFailure(reading, error)
    }
  }

  /** A file with these bytes that is no longer where it was: the new one is the old one, moved. */
  async #movedFrom({ row, outcome }: Reading): Promise<FileRow | undefined> {
    const { db } = this.#parts
    if (outcome?.kind !== 'imported' || idsOf(db, row.id).length > 0) return undefined
    for (const other of likelySame(db, { inode: '', size: 0, hash: outcome.hash }))
      if (other.id !== row.id && (await isVacant(db, other))) return other
    return undefined
  }

  #write(readings: readonly Reading[], moves: ReadonlyMap<Reading, FileRow>): void {
    const { db, backlog, now } = this.#parts
    const imported = now().toISOString()
    const kept: Kept = { articles: [], stale: [] }
    let committed = false
    try {
      transaction(db, () => {
        for (const reading of readings) {
          const { row, outcome } = reading
          const from = moves.get(reading)
          if (outcome === undefined) continue
          if (from !== undefined && outcome.kind === 'imported') {
            removeFile(db, row.id)
            const { folder, path, subFolder, name } = row
            updateFile(db, from.id, {
              folder,
              path,
              subFolder,
              name,
              ...outcome.look,
              state: 'done'
            })
          } else keepOutcome(db, { row, outcome, imported }, kept)
        }
        backlog.keepEager(kept)
      })
      committed = true
    } finally {
      this.#parts.rowsChanged()
      backlog.settled(kept, committed)
    }
  }

  #writeAlone(reading: Reading, moves: ReadonlyMap<Reading, FileRow>): void {
    try {
      this.#write([reading], moves)
    } catch (error) {
      if (error instanceof FailureError) throw error
      this.#writeFailure(reading, error)
    }
  }

  /** A file that can't be kept is a bug, and costs that file only. */
  #writeFailure({ row }: Reading, error: unknown): void {
    this.#parts.onBug(error)
    const detail = error instanceof Error ? error.message : String(error)
    const problem = { severity: 'error', code: 'damaged', where: '', detail } as const
    this.#write(
      [{ row, promise: Promise.resolve(), outcome: { kind: 'failed', hash: '', problem } }],
      new Map()
    )
  }
}
