/** Something that works beside this thread: a process, or another thread. */
export interface Worker<Request, Outcome> {
  send(message: Request): void
  onMessage(listener: (message: WorkerMessage<Outcome>) => void): void
  /** Told once, however it ended. */
  onExit(listener: () => void): void
  kill(): void
}

/** What a worker says. */
export type WorkerMessage<Outcome> =
  | { readonly type: 'ready' }
  /** It knows what it has in hand: `hash` is what a death would be held against. `slow` work has a longer time limit. */
  | { readonly type: 'opened'; readonly id: number; readonly hash: string; readonly slow: boolean }
  | { readonly type: 'done'; readonly id: number; readonly outcome: Outcome }

/** How many workers a pool has, and their time limits, ms. */
export interface PoolLimits {
  readonly size: number
  /** From the request to the answer. */
  readonly workMs: number
  /** The same for work that is told to be slow. */
  readonly slowMs: number
  /** From the start of a worker to its `ready`. */
  readonly startMs: number
  /** First wait after a death; doubles with every further one up to 32 times. */
  readonly backOffMs: number
  /** An idle worker ends after this long and gives back its memory. */
  readonly idleMs: number
}

/** How a worker ended that gave no answer. */
export type Death = 'crashed' | 'timeout'

/** Deaths in a row without any answer after which the wait no longer grows. */
const MAX_DOUBLINGS = 5
/** Starts in a row that failed, after which a request is given up instead of waiting for a worker that never comes. */
const MAX_FAILED_STARTS = 3

interface Job<Request, Outcome> {
  readonly request: Request
  readonly resolve: (outcome: Outcome) => void
  hash: string
}

interface Slot<Request, Outcome> {
  worker?: Worker<Request, Outcome>
  ready: boolean
  job?: Job<Request, Outcome>
  timer?: NodeJS.Timeout
  /** Deaths since the last answer. */
  deaths: number
  failedStarts: number
  waiting: boolean
  why: Death
}

/**
 * A few workers with a queue before them. One that dies or takes too long costs the request that it had in hand and nothing else:
 * the next one takes over, later after every death.
 */
export class Pool<Request extends { readonly id: number }, Outcome> {
  readonly #spawn: () => Worker<Request, Outcome>
  readonly #limits: PoolLimits
  readonly #died: (why: Death, hash: string) => Outcome
  readonly #slots: Slot<Request, Outcome>[]
  readonly #queue: Job<Request, Outcome>[] = []
  #nextId = 1
  #closed = false

  /** @param died - what comes out for a request whose worker died */
  constructor(
    spawn: () => Worker<Request, Outcome>,
    limits: PoolLimits,
    died: (why: Death, hash: string) => Outcome
  ) {
    this.#spawn = spawn
    this.#limits = limits
    this.#died = died
    this.#slots = Array.from({ length: limits.size }, () => ({
      ready: false,
      deaths: 0,
      failedStarts: 0,
      waiting: false,
      why: 'crashed'
    }))
  }

  /** How many requests can be in work at once. */
  get size(): number {
    return this.#slots.length
  }

  /** Has a worker see to a request, an urgent one before all that wait; always answers, with what `died` makes when it died. */
  ask(request: Omit<Request, 'id'>, urgent = false): Promise<Outcome> {
    if (this.#closed) return Promise.resolve(this.#died('crashed', ''))
    return new Promise((resolve) => {
      // A request without its number and a number are a request.
      const numbered = { ...request, id: this.#nextId++ } as Request
      const job = { request: numbered, resolve, hash: '' }
      if (urgent) this.#queue.unshift(job)
      else this.#queue.push(job)
      this.#pump()
    })
  }

  /** Ends every worker; what is in work comes out as if it had died. */
  close(): void {
    this.#closed = true
    for (const slot of this.#slots) {
      clearTimeout(slot.timer)
      slot.worker?.kill()
    }
    for (const job of this.#queue.splice(0)) job.resolve(this.#died('crashed', job.hash))
  }

  #pump(): void {
    for (const slot of this.#slots) {
      if (this.#queue.length === 0) return
      if (slot.job !== undefined || slot.waiting) continue
      if (slot.worker === undefined) this.#start(slot)
      else if (slot.ready) this.#assign(slot)
    }
  }

  #start(slot: Slot<Request, Outcome>): void {
    if (this.#closed) return
    const worker = this.#spawn()
    slot.worker = worker
    slot.ready = false
    slot.why = 'crashed'
    worker.onMessage((message) => {
      if (slot.worker === worker) this.#hear(slot, message)
    })
    worker.onExit(() => {
      if (slot.worker === worker) this.#bury(slot)
    })
    this.#limit(slot, this.#limits.startMs)
  }

  #assign(slot: Slot<Request, Outcome>): void {
    const job = this.#queue.shift()
    if (job === undefined) return
    slot.job = job
    this.#limit(slot, this.#limits.workMs)
    slot.worker?.send(job.request)
  }

  #hear(slot: Slot<Request, Outcome>, message: WorkerMessage<Outcome>): void {
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

  #rest(slot: Slot<Request, Outcome>): void {
    clearTimeout(slot.timer)
    slot.timer = setTimeout(() => {
      const { worker } = slot
      delete slot.worker
      worker?.kill()
    }, this.#limits.idleMs)
    slot.timer.unref()
  }

  #limit(slot: Slot<Request, Outcome>, ms: number): void {
    clearTimeout(slot.timer)
    slot.timer = setTimeout(() => {
      slot.why = 'timeout'
      slot.worker?.kill()
    }, ms)
  }

  /** After a death: its request is given up, and the slot waits before it starts anew. */
  #bury(slot: Slot<Request, Outcome>): void {
    clearTimeout(slot.timer)
    if (!slot.ready && ++slot.failedStarts >= MAX_FAILED_STARTS) {
      const job = this.#queue.shift()
      if (job !== undefined) job.resolve(this.#died(slot.why, job.hash))
    }
    const { job } = slot
    delete slot.worker
    delete slot.job
    slot.ready = false
    if (job !== undefined) job.resolve(this.#died(slot.why, job.hash))
    if (this.#closed) return
    slot.waiting = true
    const wait = this.#limits.backOffMs * 2 ** Math.min(slot.deaths++, MAX_DOUBLINGS)
    setTimeout(() => {
      slot.waiting = false
      this.#pump()
    }, wait)
  }
}
