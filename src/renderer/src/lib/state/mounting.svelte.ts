/** Elements put into the document at once; about a millisecond of work each ten. */
const FIRST = 60
const STEP = 80

/** Puts a long run of elements into the document over several frames, so that none of them takes long. */
export class Mounting {
  count = $state(FIRST)
  #frame = 0

  /** Starts anew for a run of `total`; returns the stop. */
  start(total: number): () => void {
    this.count = FIRST
    const grow = () => {
      if (this.count >= total) return
      this.count += STEP
      this.#frame = requestAnimationFrame(grow)
    }
    this.#frame = requestAnimationFrame(grow)
    return () => cancelAnimationFrame(this.#frame)
  }

  /** Makes sure that the element at `index` is there. */
  need(index: number): void {
    if (index >= this.count) this.count = index + STEP
  }
}
