/** Elements put into the document at once at first: about a window full. */
const FIRST = 12
/** Fewest and most elements of a further step. */
const STEPS = { least: 5, most: 80 } as const
/** A step that took longer than this halves the next one, in ms; a much shorter one doubles it. */
const STEP_MS = 24

/** Puts a long run of elements into the document over several frames, so that none of them takes long. */
export class Mounting {
  count = $state(FIRST)
  #frame = 0

  /** Starts anew for a run of `total`; returns the stop. */
  start(total: number): () => void {
    this.count = FIRST
    let step = FIRST
    let last = performance.now()
    const grow = (now: number) => {
      if (this.count >= total) return
      const took = now - last
      last = now
      if (took > 2 * STEP_MS) step = Math.max(STEPS.least, Math.floor(step / 2))
      else if (took < STEP_MS) step = Math.min(STEPS.most, step * 2)
      this.count += step
      this.#frame = requestAnimationFrame(grow)
    }
    this.#frame = requestAnimationFrame(grow)
    return () => cancelAnimationFrame(this.#frame)
  }

  /** Makes sure that the element at `index` is there. */
  need(index: number): void {
    if (index >= this.count) this.count = index + STEPS.most
  }
}
