import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import type { FolderId, Progress } from '../shared/shapes'
import type { Notices } from '../shared/contract'
import { FailureError } from '../shared/failure'
import { transaction, type WritableDb } from './catalog/database'
import {
  deathHashes,
  filesInState,
  pendingFiles,
  removeGone,
  type FileId,
  type FileRow
} from './catalog/files'
import { folders, removeFolder } from './catalog/folders'
import { unreadableFiles } from './catalog/problems'
import type { Backlog } from './derive/backlog'
import { MAX_DEATHS } from './keep'
import { gathered, takeSettled, type Reading } from './readings'
import { Upkeep } from './upkeep'
import { Writer } from './writer'
import type { ReaderPool } from './reader/pool'
import type { ReadOutcome } from './reader/protocol'
import { pathOf, scanFolder, secondLook, type ScanContext } from './scan'

/** Least time between two notices of progress, ms: ten a second at most. */
const PROGRESS_MS = 100
/** Least time between two notices that articles or derived rows changed while work goes on, ms. */
const CHANGED_MS = 500
/** Between the first look that misses a file and the second, ms: editors save by renaming. */
const SECOND_LOOK_MS = 700
/** How long texts of deleted files are kept: they may have been moved away and come back. */
const GONE_KEPT_MS = 30 * 24 * 3_600_000
/** Files in work per reader: one in hand, the rest waiting so that it never idles. */
const AHEAD = 8
type Changed = Notices['libraryChanged']['what'][number]

/** What the pipeline works with. */
export interface PipelineParts {
  readonly db: WritableDb
  readonly pool: ReaderPool
  readonly backlog: Backlog
  readonly scan: Pick<ScanContext, 'options' | 'now'>
  readonly notify: <K extends keyof Notices>(name: K, value: Notices[K]) => void
  /** Told of a bug that was survived. */
  readonly onBug: (error: unknown) => void
  /** Told after article rows changed, or the files that they come from went. */
  readonly rowsChanged: () => void
  /** Told when every pending file was read. */
  readonly imported: () => void
  /** Does a slice of what makes later calls faster, while nothing else is to do; false when nothing is left to do. */
  readonly rehearse: () => boolean
}

/**
 * Brings the catalog in step with the folders: scan, import, keep, derive, one after the other and in slices, so that calls are
 * answered in between. Each step leaves the catalog whole; what is owed is read off it again after a restart.
 */
export class Pipeline {
  readonly #parts: PipelineParts
  readonly #writer: Writer
  readonly #upkeep: Upkeep
  /** Folders to look at, with the directory in them. */
  readonly #toScan = new Map<FolderId, string>()
  #running: Promise<void> | undefined
  #phase: Progress['phase'] = 'idle'
  #done = 0
  /** Articles that were owed when deriving began. */
  #owed = 0
  #current = ''
  #paused = false
  #cancelled = false
  #closed = false
  #full = false
  #looksOwed = false
  #lastProgress = 0
  #lastChanged = 0
  readonly #changed = new Set<Changed>()
  #wake: (() => void) | undefined

  constructor(parts: PipelineParts) {
    this.#parts = parts
    this.#writer = new Writer({ ...parts, now: parts.scan.now })
    const slice = () => !this.#paused && (parts.backlog.upkeep() || parts.rehearse())
    this.#upkeep = new Upkeep(slice, parts.onBug)
  }

  /** Scans these folders and imports what is new; takes back a cancellation. */
  scan(ids: readonly FolderId[]): void {
    for (const id of ids) this.#toScan.set(id, '')
    this.#cancelled = false
    this.#full = false
    this.work()
  }

  /** Looks at a directory of a folder that may have changed, unless importing was cancelled. */
  look(id: FolderId, within: string): void {
    if (this.#cancelled || this.#full) return
    this.#toScan.set(id, this.#toScan.has(id) ? '' : within)
    this.work()
  }

  /** Goes on with whatever is owed. */
  work(): void {
    if (this.#closed) return
    this.#wake?.()
    this.#upkeep.stop()
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined
    })
  }

  /** Stops scanning and importing; files in work are finished, and what is written stays. */
  cancel(): void {
    this.#cancelled = true
    this.#toScan.clear()
    this.#wake?.()
  }

  /** Holds all work, or goes on. */
  pause(paused: boolean): void {
    this.#paused = paused
    if (!paused && this.#running === undefined && !this.#closed) this.#upkeep.begin()
    this.#wake?.()
    this.#tell(true)
  }

  get paused(): boolean {
    return this.#paused
  }

  /** Whether there is work in hand. */
  get busy(): boolean {
    return this.#phase === 'importing' || this.#phase === 'deriving'
  }

  /** What is being done now. */
  get progress(): Progress {
    const deriving = this.#phase === 'deriving'
    const left = deriving ? this.#parts.backlog.pending : pendingFiles(this.#parts.db)
    const done = deriving ? Math.max(0, this.#owed - left) : this.#done
    return {
      phase: this.#phase,
      done,
      total: done + left,
      unreadable: unreadableFiles(this.#parts.db),
      current: this.#current
    }
  }

  /** Settles when nothing is owed any more (or work was cancelled, or the disk is full). */
  async idle(): Promise<void> {
    while (this.#running !== undefined) await this.#running
  }

  /** Something other than the pipeline changed. */
  touch(...what: readonly Changed[]): void {
    for (const one of what) this.#changed.add(one)
    this.#tellChanged(this.#running === undefined)
  }

  /** Stops after the slice in work. */
  async close(): Promise<void> {
    this.#closed = true
    this.#upkeep.stop()
    this.#wake?.()
    this.#parts.pool.close()
    await this.idle()
  }

  async #run(): Promise<void> {
    try {
      while (!this.#closed && (await this.#step()));
    } catch (error) {
      if (!(error instanceof FailureError) || error.failure.code !== 'disk-full') throw error
      this.#full = true
      this.#parts.notify('trouble', error.failure)
    }
    this.#phase = this.#cancelled ? 'cancelled' : 'idle'
    this.#current = ''
    if (this.#closed) return
    this.#tellChanged(true)
    this.#tell(true)
    this.#done = 0
    if (!this.#full) this.#upkeep.begin()
  }

  /** Does one stretch of the most urgent work; false when nothing is owed. */
  async #step(): Promise<boolean> {
    await this.#unpaused()
    const scanned = await this.#scanNext()
    if (scanned || this.#full) return scanned
    if (!this.#cancelled && (await this.#import())) return true
    if (this.#looksOwed && !this.#cancelled) {
      this.#looksOwed = false
      await sleep(SECOND_LOOK_MS)
      if (await secondLook(this.#context())) this.#gone()
      return true
    }
    return this.#derive()
  }

  async #scanNext(): Promise<boolean> {
    const next = this.#toScan.entries().next()
    if (next.done === true || this.#cancelled) return false
    const [id, within] = next.value
    this.#toScan.delete(id)
    this.#enter('scanning')
    if (await scanFolder(this.#context(), id, within)) this.#gone()
    this.#looksOwed = filesInState(this.#parts.db, 'missing', { after: 0, limit: 1 }).length > 0
    return true
  }

  #gone(): void {
    this.#changed.add('articles')
    this.#parts.rowsChanged()
    this.#parts.backlog.replan()
  }

  #context(): ScanContext {
    return {
      ...this.#parts.scan,
      db: this.#parts.db,
      stop: () => this.#closed || this.#cancelled,
      breathe: (current) => this.#breathe(current)
    }
  }

  async #breathe(current: string): Promise<void> {
    this.#current = current
    this.#tell(false)
    this.#tellChanged(false)
    await nextTurn()
    await this.#unpaused()
  }

  async #unpaused(): Promise<void> {
    while (this.#paused && !this.#closed && !this.#cancelled) await this.#awakened()
  }

  /** Waits until this is there, or something else calls for attention. */
  async #awakened(there?: Promise<void>): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#wake = resolve
      void there?.then(resolve)
    })
    this.#wake = undefined
  }

  /** Imports every pending file in the order of their ids, so that articles get the same ids however often it was cut short. */
  async #import(): Promise<boolean> {
    const { db, pool } = this.#parts
    const ahead: Reading[] = []
    let after: FileId = 0
    let worked = false
    for (;;) {
      if (!this.#closed && !this.#cancelled && this.#toScan.size === 0)
        for (const row of filesInState(db, 'pending', {
          after,
          limit: pool.size * AHEAD - ahead.length
        })) {
          after = row.id
          ahead.push(this.#read(row))
        }
      if (ahead.length === 0) {
        if (worked) this.#parts.imported()
        return worked
      }
      if (!worked) this.#enter('importing')
      worked = true
      await gathered(ahead)
      if (this.#closed) return worked
      await this.#keep(takeSettled(ahead))
    }
  }

  #read(row: FileRow): Reading {
    const { db, pool } = this.#parts
    const path = pathOf(db, row)
    const reading: { row: FileRow; promise: Promise<void>; outcome?: ReadOutcome } = {
      row,
      promise: Promise.resolve()
    }
    if (path === undefined) return reading
    reading.promise = pool
      .read({
        path,
        fileName: row.name,
        sizeLimit: this.#parts.scan.options().sizeLimit,
        knownHash: row.hash,
        refused: deathHashes(db, MAX_DEATHS)
      })
      .then((outcome) => {
        reading.outcome = outcome
      })
    return reading
  }

  async #keep(readings: readonly Reading[]): Promise<void> {
    await this.#writer.keep(readings)
    this.#done += readings.length
    this.#changed.add('articles')
    await this.#breathe(readings.at(-1)?.row.name ?? '')
  }

  async #derive(): Promise<boolean> {
    const stage = this.#parts.backlog.step()
    if (stage === undefined) {
      this.#removeLeaving()
      return false
    }
    this.#enter('deriving')
    if (stage === 'waiting') {
      if (!this.#closed) await this.#awakened(this.#parts.backlog.ready())
      return true
    }
    if (stage !== 'index') this.#changed.add(stage === 'furniture' ? 'articles' : stage)
    await this.#breathe('')
    return true
  }

  /** Folders that were forgotten go, and files that are long gone, when nothing derived from them is left. */
  #removeLeaving(): void {
    const { db, scan } = this.#parts
    const longGone = new Date(scan.now().getTime() - GONE_KEPT_MS).toISOString()
    if (removeGone(db, longGone) > 0) this.#parts.rowsChanged()
    for (const { id, leaving } of folders(db))
      if (leaving) {
        transaction(db, () => removeFolder(db, id))
        this.#parts.rowsChanged()
        this.#changed.add('articles')
      }
  }

  #enter(phase: Progress['phase']): void {
    if (this.#phase === phase) return
    this.#phase = phase
    this.#done = 0
    this.#owed = phase === 'deriving' ? this.#parts.backlog.pending : 0
  }

  #tell(now: boolean): void {
    const time = performance.now()
    if (!now && time - this.#lastProgress < PROGRESS_MS) return
    this.#lastProgress = time
    this.#parts.notify('progress', this.progress)
  }

  #tellChanged(now: boolean): void {
    const time = performance.now()
    if (this.#changed.size === 0 || (!now && time - this.#lastChanged < CHANGED_MS)) return
    this.#lastChanged = time
    const what = [...this.#changed]
    this.#changed.clear()
    this.#parts.notify('libraryChanged', { what })
  }
}
