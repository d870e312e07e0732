/** Between two slices of upkeep, ms: calls are answered in between, and a core is left mostly idle. */
const REST_MS = 25
/** How long nothing must have been to do before upkeep begins, ms. */
const PATIENCE_MS = 500

/** Does work that can wait while nothing else is to do, a slice at a time. It keeps no process alive. */
export class Upkeep {
  readonly #slice: () => boolean
  readonly #onBug: (error: unknown) => void
  #timer: NodeJS.Timeout | undefined

  /**
   * @param slice - does a few ms of work; false when nothing is left to do
   * @param onBug - told when it threw; upkeep then stops until it is begun again
   */
  constructor(slice: () => boolean, onBug: (error: unknown) => void) {
    this.#slice = slice
    this.#onBug = onBug
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
    this.#timer = setTimeout(() => {
      try {
        if (this.#slice()) this.#after(REST_MS)
      } catch (error) {
        this.#onBug(error)
      }
    }, ms).unref()
  }
}
