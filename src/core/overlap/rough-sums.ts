/** Cells, a power of two: they and what is added stay in the memory next to the processor. */
const CELLS = 1 << 12
/** Lengths are told apart in steps of a sixteenth of a doubling: bytes reach 65,535. */
const STEPS = 16
const CLASSES = 1 << 8
/** Keeps a comparison of rounded numbers on the safe side. */
const ROUNDING = 0.999

/**
 * Says of slots, a few among very many, whose sums may be large enough to be worth a closer look. Several slots share a cell, so that a
 * sum may look too large and never too small.
 */
export class RoughSums {
  readonly #cells = new Float32Array(CELLS)
  /** Per slot, a rounded logarithm of its length. A byte each: more would not stay near. */
  #classes = new Uint8Array(CELLS)
  /** Per class the least sum that is enough. */
  readonly #least = new Float32Array(CLASSES)

  /** Notes how long a slot's terms are, by which its sum is judged. */
  setLength(slot: number, length: number): void {
    if (slot >= this.#classes.length) {
      const classes = this.#classes
      this.#classes = new Uint8Array(slot * 2)
      this.#classes.set(classes)
    }
    this.#classes[slot] = Math.max(0, Math.min(CLASSES - 1, Math.floor(STEPS * Math.log2(length))))
  }

  /** @param share - of its length that a slot's sum must reach */
  begin(share: number): void {
    this.#cells.fill(0)
    for (let step = 1; step < CLASSES; step++)
      this.#least[step] = share * ROUNDING * (SHORTEST[step] ?? 0)
  }

  add(slot: number, value: number): void {
    const cell = slot & (CELLS - 1)
    this.#cells[cell] = (this.#cells[cell] ?? 0) + value
  }

  /** Says whether a slot may reach the share; false is sure. */
  isEnough(slot: number): boolean {
    return (this.#cells[slot & (CELLS - 1)] ?? 0) >= (this.#least[this.#classes[slot] ?? 0] ?? 0)
  }
}

/** The least length of each class; the first takes all that are shorter. */
const SHORTEST = Float64Array.from({ length: CLASSES }, (_, step) =>
  step === 0 ? 0 : 2 ** (step / STEPS)
)
