/** Cells, a power of two: more than a report's terms have entries, few enough to stay in the memory next to the processor. */
const CELLS = 1 << 14
/** The cell of a slot is in its lower bits. */
export const CELL_MASK = CELLS - 1
/** What the sum of a slot as long as the report that is asked about must reach. Cells hold 255 at most, which is enough for any slot. */
const ENOUGH = 64
const FULL = 255
/** Lengths are told apart in steps of a sixteenth of a doubling: bytes reach 65,535. */
const STEPS = 16
const CLASSES = 1 << 8
/** Keeps a comparison of rounded numbers on the safe side. */
const ROUNDING = 0.999

/**
 * Says of slots, a few among very many, whose sums may be large enough to be worth a closer look. Several slots share a cell, and what is
 * added is rounded up, so that a sum may look too large and never too small.
 */
export class RoughSums {
  /** What was added, by `CELL_MASK`; for loops that cannot wait for a call per number. */
  readonly cells = new Uint8ClampedArray(CELLS)
  /** Per slot, a rounded logarithm of its length. A byte each: more would not stay near. */
  #classes = new Uint8Array(CELLS)
  /** Slots of each class that are in any list. */
  readonly #members = new Uint32Array(CLASSES)
  /** Per class the least sum that is enough; and the least for any slot, so that most need no look at their class. */
  readonly #least = new Uint8Array(CLASSES)
  #floor = 0
  #scale = 0

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

  /**
   * @param share - of its length that a slot's sum must reach
   * @param length - that of the report that is asked about
   */
  begin(share: number, length: number): void {
    this.cells.fill(0)
    this.#scale = share * length > 0 ? ENOUGH / (share * length) : 0
    let shortest = NONE + 1
    while (shortest < CLASSES - 1 && this.#members[shortest] === 0) shortest++
    const perLength = this.#scale * share * ROUNDING
    for (let step = shortest; step < CLASSES; step++)
      this.#least[step] = Math.min(FULL, perLength * (SHORTEST[step] ?? 0))
    this.#floor = this.#least[shortest] ?? 0
  }

  /** Returns what is to be added to a cell for a number. */
  rounded(value: number): number {
    return Math.ceil(value * this.#scale)
  }

  /** What a cell must hold before a look at any of its slots is worth it. */
  get floor(): number {
    return this.#floor
  }

  /** Says whether a slot may reach the share; false is sure. */
  isEnough(slot: number): boolean {
    return (this.cells[slot & CELL_MASK] ?? 0) >= (this.#least[this.#classes[slot] ?? 0] ?? 0)
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
