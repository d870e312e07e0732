/** Slots when empty, a power of two: room for some 8,000 words before it grows. */
const FEWEST_SLOTS = 2 ** 14
/** Numbers in a slot: one more than where the word's units begin, 0 for none; how many units; its hash; its value. */
const STRIDE = 4

/** FNV-1a over UTF-16 units: where a hash begins, and how a unit goes into it. */
export const HASH_START = 0x811c9dc5
export function hashStep(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193)
}

/**
 * Remembers a number for each raw word, found by its units in a buffer: no string is made for a word that is known. All that is asked
 * of a slot stands side by side: adding articles spends its time waiting for memory.
 */
export class WordTable {
  /** Words in it. */
  size = 0
  #slots = new Int32Array(STRIDE * FEWEST_SLOTS)
  #mask = FEWEST_SLOTS - 1
  #units = new Uint16Array(1 << 16)
  #used = 0

  /** Returns the number of a word, 0 when it is not known; `hash` is that of its units. */
  find(units: Uint16Array, start: number, end: number, hash: number): number {
    const slots = this.#slots
    const mask = this.#mask
    for (let slot = mixed(hash) & mask; ; slot = (slot + 1) & mask) {
      const at = STRIDE * slot
      const from = slots[at] ?? 0
      if (from === 0) return 0
      if (slots[at + 2] !== hash || slots[at + 1] !== end - start) continue
      if (this.#holds(from - 1, units, start, end)) return slots[at + 3] ?? 0
    }
  }

  /** Remembers a number above 0 for a word that is not known. */
  learn(units: Uint16Array, start: number, end: number, hash: number, value: number): void {
    if (this.size > this.#mask >>> 1) this.#grow()
    const from = this.#used
    this.#used += end - start
    if (this.#used > this.#units.length) {
      const grown = new Uint16Array(2 * this.#used)
      grown.set(this.#units)
      this.#units = grown
    }
    const own = this.#units
    for (let i = start, at = from; i < end; i++) own[at++] = units[i] ?? 0
    const slots = this.#slots
    const at = this.#free(hash)
    slots[at] = from + 1
    slots[at + 1] = end - start
    slots[at + 2] = hash
    slots[at + 3] = value
    this.size++
  }

  clear(): void {
    this.#slots = new Int32Array(STRIDE * FEWEST_SLOTS)
    this.#mask = FEWEST_SLOTS - 1
    this.#used = 0
    this.size = 0
  }

  #grow(): void {
    const old = this.#slots
    this.#mask = 2 * this.#mask + 1
    this.#slots = new Int32Array(STRIDE * (this.#mask + 1))
    const slots = this.#slots
    for (let from = 0; from < old.length; from += STRIDE) {
      if (old[from] === 0) continue
      const at = this.#free(old[from + 2] ?? 0)
      for (let i = 0; i < STRIDE; i++) slots[at + i] = old[from + i] ?? 0
    }
  }

  /** Returns where the first free slot for a hash stands. */
  #free(hash: number): number {
    const slots = this.#slots
    const mask = this.#mask
    let slot = mixed(hash) & mask
    while (slots[STRIDE * slot] !== 0) slot = (slot + 1) & mask
    return STRIDE * slot
  }

  #holds(from: number, units: Uint16Array, start: number, end: number): boolean {
    const own = this.#units
    let at = from
    for (let i = start; i < end; i++) if (units[i] !== own[at++]) return false
    return true
  }
}

function mixed(hash: number): number {
  return hash ^ (hash >>> 15)
}
