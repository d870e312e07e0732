import { createHash } from 'node:crypto'
import { createReadStream, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { writeAtomically } from '../library/atomic-write'
import type { LibraryApi } from '../shared/contract'
import { FailureError, type Failure } from '../shared/failure'
import type { SettingsStore } from './settings'

/** The file that is kept in the folder which the reader named. */
export const SIDECAR = 'briefing-reader-notes.json'
/** How long decisions rest before they are written there, in ms. */
const REST_MS = 2000
/** Largest file that is taken in: some 100,000 notes. A larger one that somebody else wrote stops the copying. */
const MAX_BYTES = 64 * 1024 * 1024

interface Parts {
  readonly desk: Pick<LibraryApi, 'exportDesk' | 'importDesk'>
  readonly store: Pick<SettingsStore, 'sidecar' | 'keepSidecar'>
  /** Told when the file can't be read or written. */
  failed(error: unknown): void
}

/**
 * A copy of all notes, verdicts and corrections in a folder that the reader named: written when they change, taken in when somebody
 * else changed it. What was taken back here never comes back from the file that was written here.
 */
export class Sidecar {
  readonly #parts: Parts
  #timer: NodeJS.Timeout | undefined

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Takes in what the folder holds, and keeps the copy there from now on; where that fails, all stays as it was. */
  async choose(folder: string): Promise<void> {
    const { store } = this.#parts
    const before = store.sidecar
    store.keepSidecar({ folder, seen: '' })
    try {
      await this.takeIn()
      await this.write()
    } catch (error) {
      store.keepSidecar(before)
      throw error
    }
  }

  /** Takes in what somebody else wrote since the last time; a failure is told. */
  start(): void {
    this.takeIn().catch((error: unknown) => {
      this.#parts.failed(error)
    })
  }

  /** The file stays where it is and is not written any more. */
  drop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#parts.store.keepSidecar(undefined)
  }

  /**
   * Takes in the file when it is not as it was written or read last. What can't be taken in must not be written over: a caller that
   * goes on to write does so only when this settled.
   *
   * @throws FailureError `copy-not-kept` when the file is too large or of another form
   */
  async takeIn(): Promise<void> {
    const { desk, store } = this.#parts
    const kept = store.sidecar
    if (kept === undefined) return
    const file = join(kept.folder, SIDECAR)
    const { size } = statSync(file, { throwIfNoEntry: false }) ?? { size: 0 }
    if (size === 0) return
    const seen = await digestOf(file)
    if (seen === kept.seen) return
    if (size > MAX_BYTES) throw refusal('too-large', size)
    const text = readFileSync(file, 'utf8')
    try {
      await desk.importDesk(text)
    } catch (error) {
      const isOther = error instanceof FailureError && error.failure.code === 'not-found'
      throw isOther ? refusal('other-form', size) : error
    }
    store.keepSidecar({ ...kept, seen })
  }

  /** To be told when something was decided. */
  changed(): void {
    if (this.#parts.store.sidecar === undefined) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), REST_MS)
  }

  /** Writes at once what waits to be written. */
  async flush(): Promise<void> {
    if (this.#timer === undefined) return
    clearTimeout(this.#timer)
    this.#timer = undefined
    try {
      await this.takeIn()
      await this.write()
    } catch (error) {
      this.#parts.failed(error)
    }
  }

  async write(): Promise<void> {
    const { desk, store } = this.#parts
    const kept = store.sidecar
    if (kept === undefined) return
    const text = await desk.exportDesk()
    writeAtomically(join(kept.folder, SIDECAR), text)
    store.keepSidecar({ ...kept, seen: digest(text) })
  }
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

const refusal = (reason: 'too-large' | 'other-form', size: number): FailureError =>
  new FailureError({ code: 'copy-not-kept', reason, detail: `${SIDECAR}, ${String(size)} bytes` })

/** What to tell of a copy that failed. */
export const copyFailure = (error: unknown): Failure =>
  error instanceof FailureError && error.failure.code === 'copy-not-kept'
    ? error.failure
    : { code: 'copy-not-kept', reason: 'failed', detail: String(error) }
