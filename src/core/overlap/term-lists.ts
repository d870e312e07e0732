import type { Terms } from './terms'

const FIRST_CAPACITY = 1 << 12
/** How much the lists grow when they are full. More wastes memory, less copies more often. */
const GROWTH = 1.15
/** Share of the table of terms that may be full before it is made anew. */
const MAX_LOAD = 0.6

/** Fields of an entry: its report's slot; the next older entry of the same term plus one, 0 for none; term and weight. */
const FIELDS = 3
const SLOT = 0
const NEXT = 1
const TERM = 2
/** Weights fill the lower bits of the third field, so that there may be 16 million terms. */
const WEIGHT_BITS = 8
const WEIGHT_MASK = (1 << WEIGHT_BITS) - 1

/**
 * The terms of reports as columns: per report its terms with their weights, per term the reports that have it, newest first. Reports
 * are told by slots, terms by numbers, both given in order of arrival. 12 bytes per term of a report.
 */
export class TermLists {
  /** Three numbers per entry, side by side because they are read together: see `SLOT`, `NEXT` and `TERM`. */
  #entries = new Uint32Array(FIRST_CAPACITY * FIELDS)
  #used = 0
  #dead = 0
  /** First entry of each slot, and the end of the last. */
  #starts: number[] = [0]
  readonly #removed = new Set<number>()
  /** Per term: its hash, its newest entry plus one, the number of reports that have it. */
  #hashes = new Uint32Array(FIRST_CAPACITY)
  #heads = new Uint32Array(FIRST_CAPACITY)
  #counts = new Uint32Array(FIRST_CAPACITY)
  #known = 0
  /** Open addressing by hash: number of the term, plus one. */
  #table = new Uint32Array(FIRST_CAPACITY * 2)

  /** Number of slots, removed ones included. */
  get slots(): number {
    return this.#starts.length - 1
  }

  /** Number of terms. */
  get size(): number {
    return this.#known
  }

  /** Entries that stand for removed reports. */
  get dead(): number {
    return this.#dead
  }

  get used(): number {
    return this.#used
  }

  /** Adds a report and returns its slot. */
  add({ hashes, weights }: Terms): number {
    this.#reserve(this.#used + hashes.length)
    const slot = this.#starts.length - 1
    for (let index = 0; index < hashes.length; index++) {
      const term = this.#intern(hashes[index] ?? 0)
      const entry = this.#used++
      const at = entry * FIELDS
      this.#entries[at + SLOT] = slot
      this.#entries[at + NEXT] = this.#heads[term] ?? 0
      this.#entries[at + TERM] = (term << WEIGHT_BITS) | (weights[index] ?? 0)
      this.#heads[term] = entry + 1
      this.#counts[term] = (this.#counts[term] ?? 0) + 1
    }
    this.#starts.push(this.#used)
    return slot
  }

  /** Takes a report out of the counts and out of what `visit` shows. */
  remove(slot: number): void {
    if (this.#removed.has(slot)) return
    this.#removed.add(slot)
    const end = this.end(slot)
    for (let entry = this.start(slot); entry < end; entry++) {
      const term = this.termAt(entry)
      this.#counts[term] = (this.#counts[term] ?? 0) - 1
    }
    this.#dead += end - this.start(slot)
  }

  /** First entry of a slot. */
  start(slot: number): number {
    return this.#starts[slot] ?? 0
  }

  /** End of a slot's entries. */
  end(slot: number): number {
    return this.#starts[slot + 1] ?? 0
  }

  termAt(entry: number): number {
    return (this.#entries[entry * FIELDS + TERM] ?? 0) >>> WEIGHT_BITS
  }

  weightAt(entry: number): number {
    return (this.#entries[entry * FIELDS + TERM] ?? 0) & WEIGHT_MASK
  }

  /** Returns how many reports have a term. */
  count(term: number): number {
    return this.#counts[term] ?? 0
  }

  /** Returns the number of the term with this hash, or -1. */
  termOf(hash: number): number {
    const mask = this.#table.length - 1
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const term = (this.#table[place] ?? 0) - 1
      if (term < 0 || this.#hashes[term] === hash) return term
    }
  }

  /** Adds `weight * factor` to `sums` at the slot of each report that has the term; new slots go to `touched`. */
  accumulate(term: number, factor: number, sums: Float32Array, touched: number[]): void {
    const entries = this.#entries
    for (let link = this.#heads[term] ?? 0; link > 0;) {
      const at = (link - 1) * FIELDS
      link = entries[at + NEXT] ?? 0
      const slot = entries[at + SLOT] ?? 0
      const before = sums[slot] ?? 0
      if (before === 0) touched.push(slot)
      sums[slot] = before + factor * ((entries[at + TERM] ?? 0) & WEIGHT_MASK)
    }
  }

  /** Returns lists without the removed reports, and the new slot of each old one (-1 when it is gone). */
  compacted(): { lists: TermLists; slotOf: Int32Array } {
    const lists = new TermLists()
    const slotOf = new Int32Array(this.slots).fill(-1)
    for (let slot = 0; slot < this.slots; slot++) {
      if (this.#removed.has(slot)) continue
      const own = Array.from(
        { length: this.end(slot) - this.start(slot) },
        (_, index) => this.start(slot) + index
      )
      slotOf[slot] = lists.add({
        hashes: Uint32Array.from(own, (entry) => this.#hashes[this.termAt(entry)] ?? 0),
        weights: Uint8Array.from(own, (entry) => this.weightAt(entry))
      })
    }
    return { lists, slotOf }
  }

  #intern(hash: number): number {
    const known = this.termOf(hash)
    if (known >= 0) return known
    const term = this.#known++
    if (term >= this.#hashes.length) {
      this.#hashes = grown(this.#hashes, term * 2)
      this.#heads = grown(this.#heads, term * 2)
      this.#counts = grown(this.#counts, term * 2)
    }
    this.#hashes[term] = hash
    if (this.#known > this.#table.length * MAX_LOAD) this.#rehash()
    else this.#place(hash, term)
    return term
  }

  #place(hash: number, term: number): void {
    const mask = this.#table.length - 1
    let place = hash & mask
    while ((this.#table[place] ?? 0) !== 0) place = (place + 1) & mask
    this.#table[place] = term + 1
  }

  #rehash(): void {
    this.#table = new Uint32Array(this.#table.length * 2)
    for (let term = 0; term < this.#known; term++) this.#place(this.#hashes[term] ?? 0, term)
  }

  #reserve(needed: number): void {
    if (needed * FIELDS <= this.#entries.length) return
    const length = Math.max(needed * FIELDS, Math.ceil(this.#entries.length * GROWTH))
    this.#entries = grown(this.#entries, length)
  }
}

function grown(list: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(length)
  wider.set(list)
  return wider
}
