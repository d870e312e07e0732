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
  /** Slots of each class that are in any list. */
  readonly #members = new Uint32Array(CLASSES)
  /** Per class the least sum that is enough; and the least for any slot, so that most need no look at their class. */
  readonly #least = new Float32Array(CLASSES)
  #floor = 0

  /** Notes how long a slot's terms are, by which its sum is judged; 0 for one that has none. */
  setLength(slot: number, length: number): void {
    if (slot >= this.#classes.length) {
      const classes = this.#classes
      this.#classes = new Uint8Array(slot * 2)
      this.#classes.set(classes)
    }
    const before = this.#classes[slot] ?? 0
    if (before !== NONE) this.#members[before] = (this.#members[before] ?? 0) - 1
    const step = length > 0 ? classOf(length) : NONE
    if (step !== NONE) this.#members[step] = (this.#members[step] ?? 0) + 1
    this.#classes[slot] = step
  }

  /** @param share - of its length that a slot's sum must reach */
  begin(share: number): void {
    this.#cells.fill(0)
    let shortest = NONE + 1
    while (shortest < CLASSES - 1 && this.#members[shortest] === 0) shortest++
    for (let step = shortest; step < CLASSES; step++)
      this.#least[step] = share * ROUNDING * (SHORTEST[step] ?? 0)
    this.#floor = this.#least[shortest] ?? 0
  }

  add(slot: number, value: number): void {
    const cell = slot & (CELLS - 1)
    this.#cells[cell] = (this.#cells[cell] ?? 0) + value
  }

  /** Says whether a slot may reach the share; false is sure. */
  isEnough(slot: number): boolean {
    const sum = this.#cells[slot & (CELLS - 1)] ?? 0
    return sum >= this.#floor && sum >= (this.#least[this.#classes[slot] ?? 0] ?? 0)
  }
}

/** The class of slots without terms; the next takes all that are shorter than the one after. */
const NONE = 0

const classOf = (length: number): number =>
  Math.max(NONE + 1, Math.min(CLASSES - 1, Math.floor(STEPS * Math.log2(length))))

/** The least length of each class. */
const SHORTEST = Float64Array.from({ length: CLASSES }, (_, step) =>
  step <= NONE + 1 ? 0 : 2 ** (step / STEPS)
)
