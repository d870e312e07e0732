/** Most words remembered. A word costs about 200 bytes; English news has fewer in daily use. */
const REMEMBERED = 120_000
const SLOT_BITS = 18
const SLOT_MASK = (1 << SLOT_BITS) - 1

/** FNV-1a over UTF-16 units: where a hash begins, and how a unit goes into it. */
export const HASH_START = 0x811c9dc5
export function hashStep(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193)
}

/**
 * Remembers something of each raw word, found by its units in a buffer: no string is made for a word that is known. Adding an article
 * spends much of its time here.
 */
export class WordTable<T> {
  /** For each slot a word's number plus one, 0 for none, and beside it the word's hash: both are looked at together. */
  readonly #slots = new Int32Array(2 << SLOT_BITS)
  /** Where word i begins among `#units`. */
  readonly #starts = new Uint32Array(REMEMBERED + 1)
  #units = new Uint16Array(1 << 16)
  #values: T[] = []

  /** Whether words have to be forgotten before more are learned. */
  get full(): boolean {
    return this.#values.length > REMEMBERED - REMEMBERED / 8
  }

  /** Returns what is known of a word; `hash` is that of its units. */
  find(units: Uint16Array, start: number, end: number, hash: number): T | undefined {
    const slots = this.#slots
    for (let slot = mixed(hash) & SLOT_MASK; ; slot = (slot + 1) & SLOT_MASK) {
      const index = (slots[2 * slot] ?? 0) - 1
      if (index < 0) return undefined
      if (slots[2 * slot + 1] === hash && this.#holds(index, units, start, end)) {
        return this.#values[index]
      }
    }
  }

  /** Remembers a word that is not known; nothing once the table is full to the brim. */
  learn(units: Uint16Array, start: number, end: number, hash: number, value: T): void {
    const index = this.#values.length
    if (index >= REMEMBERED) return
    let slot = mixed(hash) & SLOT_MASK
    while (this.#slots[2 * slot] !== 0) slot = (slot + 1) & SLOT_MASK
    this.#slots[2 * slot] = index + 1
    this.#slots[2 * slot + 1] = hash
    this.#values.push(value)
    const from = this.#starts[index] ?? 0
    const to = from + end - start
    if (to > this.#units.length) {
      const grown = new Uint16Array(Math.max(to, this.#units.length * 2))
      grown.set(this.#units)
      this.#units = grown
    }
    this.#units.set(units.subarray(start, end), from)
    this.#starts[index + 1] = to
  }

  clear(): void {
    this.#slots.fill(0)
    this.#values = []
  }

  #holds(index: number, units: Uint16Array, start: number, end: number): boolean {
    const own = this.#units
    let at = this.#starts[index] ?? 0
    if ((this.#starts[index + 1] ?? 0) - at !== end - start) return false
    for (let i = start; i < end; i++) if (units[i] !== own[at++]) return false
    return true
  }
}

function mixed(hash: number): number {
  return hash ^ (hash >>> 15)
}
