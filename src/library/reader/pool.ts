import type { Problem } from '../../importers/importer'
import type {
  ReaderMessage,
  ReaderProcess,
  ReaderRequest,
  ReadOutcome,
  SpawnReader
} from './protocol'

/** Time limits of readers, ms. */
export interface ReaderLimits {
  /** From the request to the answer. A good file takes a few ms; a hostile one would take for ever. */
  readonly fileMs: number
  /** The same for PDF, whose pages take up to 100 ms each. */
  readonly slowMs: number
  /** From the start of a process to its `ready`. */
  readonly startMs: number
  /** First wait after a death; doubles with every further one up to 32 times. */
  readonly backOffMs: number
  /** An idle process ends after this long and gives back its memory. */
  readonly idleMs: number
}

export const READER_LIMITS: ReaderLimits = {
  fileMs: 15_000,
  slowMs: 60_000,
  startMs: 30_000,
  backOffMs: 50,
  idleMs: 30_000
}

/** Deaths in a row without any answer after which the wait no longer grows. */
const MAX_DOUBLINGS = 5
/** Starts in a row that failed, after which a file is given up instead of waiting for a process that never comes. */
const MAX_FAILED_STARTS = 3

interface Job {
  readonly request: ReaderRequest
  readonly resolve: (outcome: ReadOutcome) => void
  hash: string
}

interface Slot {
  process?: ReaderProcess
  ready: boolean
  job?: Job
  timer?: NodeJS.Timeout
  /** Deaths since the last answer. */
  deaths: number
  failedStarts: number
  waiting: boolean
  why: 'reader-crashed' | 'reader-timeout'
}

/**
 * A few reader processes with a queue before them. A process that dies or takes too long costs the file that it had in hand
 * and nothing else: the next one takes over, later after every death.
 */
export class ReaderPool {
  readonly #spawn: SpawnReader
  readonly #limits: ReaderLimits
  readonly #slots: Slot[]
  readonly #queue: Job[] = []
  #nextId = 1
  #closed = false

  constructor(spawn: SpawnReader, size: number, limits: ReaderLimits = READER_LIMITS) {
    this.#spawn = spawn
    this.#limits = limits
    this.#slots = Array.from({ length: size }, () => ({
      ready: false,
      deaths: 0,
      failedStarts: 0,
      waiting: false,
      why: 'reader-crashed'
    }))
  }

  /** How many files can be in work at once. */
  get size(): number {
    return this.#slots.length
  }

  /** Reads one file; always answers, with a `failed` outcome when the reader died. */
  read(request: Omit<ReaderRequest, 'id'>): Promise<ReadOutcome> {
    return new Promise((resolve) => {
      this.#queue.push({ request: { ...request, id: this.#nextId++ }, resolve, hash: '' })
      this.#pump()
    })
  }

  /** Ends every process; files in work come out as failed. */
  close(): void {
    this.#closed = true
    for (const slot of this.#slots) {
      clearTimeout(slot.timer)
      slot.process?.kill()
    }
    for (const job of this.#queue.splice(0)) job.resolve(died(job, 'reader-crashed'))
  }

  #pump(): void {
    for (const slot of this.#slots) {
      if (this.#queue.length === 0) return
      if (slot.job !== undefined || slot.waiting) continue
      if (slot.process === undefined) this.#start(slot)
      else if (slot.ready) this.#assign(slot)
    }
  }

  #start(slot: Slot): void {
    if (this.#closed) return
    const process = this.#spawn()
    slot.process = process
    slot.ready = false
    slot.why = 'reader-crashed'
    process.onMessage((message) => {
      if (slot.process === process) this.#hear(slot, message)
    })
    process.onExit(() => {
      if (slot.process === process) this.#bury(slot)
    })
    this.#limit(slot, this.#limits.startMs)
  }

  #assign(slot: Slot): void {
    const job = this.#queue.shift()
    if (job === undefined) return
    slot.job = job
    this.#limit(slot, this.#limits.fileMs)
    slot.process?.send(job.request)
  }

  #hear(slot: Slot, message: ReaderMessage): void {
    switch (message.type) {
      case 'ready':
        slot.ready = true
        slot.failedStarts = 0
        break
      case 'opened':
        if (slot.job?.request.id !== message.id) return
        slot.job.hash = message.hash
        if (message.slow) this.#limit(slot, this.#limits.slowMs)
        return
      case 'done': {
        const { job } = slot
        if (job?.request.id !== message.id) return
        delete slot.job
        slot.deaths = 0
        job.resolve(message.outcome)
        break
      }
    }
    this.#rest(slot)
    this.#pump()
  }

  #rest(slot: Slot): void {
    clearTimeout(slot.timer)
    slot.timer = setTimeout(() => {
      const { process } = slot
      delete slot.process
      process?.kill()
    }, this.#limits.idleMs)
    slot.timer.unref()
  }

  #limit(slot: Slot, ms: number): void {
    clearTimeout(slot.timer)
    slot.timer = setTimeout(() => {
      slot.why = 'reader-timeout'
      slot.process?.kill()
    }, ms)
  }

  /** After a death: its file is given up, and the slot waits before it starts anew. */
  #bury(slot: Slot): void {
    clearTimeout(slot.timer)
    if (!slot.ready && ++slot.failedStarts >= MAX_FAILED_STARTS) {
      const job = this.#queue.shift()
      job?.resolve(died(job, slot.why))
    }
    const { job } = slot
    delete slot.process
    delete slot.job
    slot.ready = false
    job?.resolve(died(job, slot.why))
    if (this.#closed) return
    slot.waiting = true
    const wait = this.#limits.backOffMs * 2 ** Math.min(slot.deaths++, MAX_DOUBLINGS)
    setTimeout(() => {
      slot.waiting = false
      this.#pump()
    }, wait)
  }
}

function died(job: Job, code: 'reader-crashed' | 'reader-timeout'): ReadOutcome {
  const problem: Problem = { severity: 'error', code, where: '', detail: '' }
  return { kind: 'failed', hash: job.hash, problem }
}
