import { performance } from 'node:perf_hooks'

/** Between two slices of upkeep, ms: calls are answered in between, and a core is left mostly idle. */
const REST_MS = 25
/** How long nothing must have been to do before upkeep begins, ms. */
const PATIENCE_MS = 500
/** How long no call must have come before it goes on, ms: who looks at one thing after another is not done yet. */
const AFTER_CALLS_MS = 2_000
/** How long the thread may have been at work between two slices before somebody is taken to be waiting for answers, ms. */
const AT_WORK_MS = 2

/**
 * Does work that can wait while nothing else is to do, a slice at a time. While calls are answered it waits: a slice would hold up no
 * call for long, but take the processor from whoever shows its answer. It keeps no process alive.
 */
export class Upkeep {
  readonly #slice: () => boolean
  readonly #onBug: (error: unknown) => void
  readonly #watch: () => () => number
  #timer: NodeJS.Timeout | undefined

  /**
   * @param slice - does a few ms of work; false when nothing is left to do
   * @param onBug - told when it threw; upkeep then stops until it is begun again
   * @param watch - begins to watch the thread; what it returns says how long it has been at work since, ms
   */
  constructor(slice: () => boolean, onBug: (error: unknown) => void, watch = watchThread) {
    this.#slice = slice
    this.#onBug = onBug
    this.#watch = watch
  }

  /** Begins after a while, unless it is stopped before. */
  begin(): void {
    this.#after(PATIENCE_MS)
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  #after(ms: number): void {
    this.stop()
    const atWork = this.#watch()
    this.#timer = setTimeout(() => {
      if (ms === REST_MS && atWork() > AT_WORK_MS) {
        this.#after(AFTER_CALLS_MS)
        return
      }
      try {
        if (this.#slice()) this.#after(REST_MS)
      } catch (error) {
        this.#onBug(error)
      }
    }, ms).unref()
  }
}

function watchThread(): () => number {
  const before = performance.eventLoopUtilization()
  return () => performance.eventLoopUtilization(before).active
}
