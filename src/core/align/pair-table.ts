const FIRST_SIZE = 1 << 14
/** Share of the table that may be full before it doubles. */
const MAX_LOAD = 0.5
/** A place holds both numbers of a pair and its own number plus one, 0 where nothing is: side by side, so that one look fetches all. */
const WIDTH = 4
const [FIRST, SECOND, NUMBER] = [0, 1, 2]

/** Gives numbers to pairs of numbers: open addressing in a typed array, because a map would keep every key as an object. */
export class PairTable {
  #slots = new Uint32Array(FIRST_SIZE * WIDTH)
  /** Number of places, a power of two. */
  #places = FIRST_SIZE
  #size = 0

  /** Returns the number of a pair: the one given first, `fresh` for a pair that was not there. */
  numberOf(first: number, second: number, fresh: number): number {
    const slot = this.#find(first, second)
    const known = this.#slots[slot + NUMBER] ?? 0
    if (known > 0) return known - 1
    this.#put(slot, first, second, fresh + 1)
    if (++this.#size > this.#places * MAX_LOAD) this.#grow()
    return fresh
  }

  /** Returns where a pair stands, or the free place that is meant for it. */
  #find(first: number, second: number): number {
    const slots = this.#slots
    const mask = this.#places - 1
    let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second + 1, 0x85ebca6b)
    hash ^= hash >>> 15
    let slot = (hash & mask) * WIDTH
    while (
      (slots[slot + NUMBER] ?? 0) > 0 &&
      (slots[slot + FIRST] !== first || slots[slot + SECOND] !== second)
    )
      slot = (slot + WIDTH) & (mask * WIDTH)
    return slot
  }

  #put(slot: number, first: number, second: number, number: number): void {
    this.#slots[slot + FIRST] = first
    this.#slots[slot + SECOND] = second
    this.#slots[slot + NUMBER] = number
  }

  #grow(): void {
    const old = this.#slots
    this.#places *= 2
    this.#slots = new Uint32Array(this.#places * WIDTH)
    for (let slot = 0; slot < old.length; slot += WIDTH) {
      const number = old[slot + NUMBER] ?? 0
      if (number === 0) continue
      const [first, second] = [old[slot + FIRST] ?? 0, old[slot + SECOND] ?? 0]
      this.#put(this.#find(first, second), first, second, number)
    }
  }
}
