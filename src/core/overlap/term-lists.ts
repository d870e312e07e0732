import { roomy, widened } from './roomy'
import { CELL_MASK, type RoughSums } from './rough-sums'
import type { SlotSums } from './slot-sums'
import type { Terms } from './terms'

const FIRST_CAPACITY = 1 << 12
/** Share of the table of terms that may be full before it is made anew. */
const MAX_LOAD = 0.6
/** Fields of a term: its hash; where its list begins in `#lists`; how long that is; how many of its reports are not removed. */
const FIELDS = 4
const HASH = 0
const PLACE = 1
const LENGTH = 2
const COUNT = 3
/** Weights fill the lower bits of an entry, so that there may be 16 million terms and as many reports. */
const WEIGHT_BITS = 8
const WEIGHT_MASK = (1 << WEIGHT_BITS) - 1
/** Logarithms by which their list grows. */
const MORE_LOGS = 1 << 12

/**
 * The terms of reports as columns: per report its terms with their weights, per term the reports that have it. Reports are told by
 * slots, terms by numbers, both given in order of arrival. The list of a term lies in one piece, so that reading it costs no jumps
 * through memory. About 10 bytes per term of a report.
 */
export class TermLists {
  /** Per report one after the other: number of the term and weight. */
  #own = roomy(FIRST_CAPACITY)
  #used = 0
  #dead = 0
  /** First entry of each slot, and the end of the last. */
  #starts: number[] = [0]
  readonly #removed = new Set<number>()
  /** Four numbers per term, side by side because they are read together: see `FIELDS`. */
  #terms = new Uint32Array(FIRST_CAPACITY * FIELDS)
  /** Per term, the logarithm of its count plus one: it is asked for far more often than it changes, for terms far apart. */
  #logs = new Float64Array(FIRST_CAPACITY)
  /** Natural logarithms of 1, 2, 3, … */
  #logsOfCounts = Float64Array.of(0)
  #known = 0
  /** Lists of terms: slot and weight, oldest first, each in room for a power of two. */
  #lists = roomy(FIRST_CAPACITY)
  #listsUsed = 0
  /** By the logarithm of their room, places in `#lists` that longer lists left. */
  readonly #free: number[][] = []
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
    this.#own = widened(this.#own, this.#used + hashes.length)
    const slot = this.slots
    const from = this.#used
    for (let index = 0; index < hashes.length; index++) {
      const term = this.#intern(hashes[index] ?? 0)
      this.#own[this.#used++] = (term << WEIGHT_BITS) | (weights[index] ?? 0)
    }
    // A step for all terms and then the next: what is far apart in memory is then waited for together.
    for (let entry = from; entry < this.#used; entry++) {
      const term = this.termAt(entry)
      this.#setCount(term, this.count(term) + 1)
    }
    for (let entry = from; entry < this.#used; entry++)
      this.#append(this.termAt(entry), (slot << WEIGHT_BITS) | this.weightAt(entry))
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
      this.#setCount(term, this.count(term) - 1)
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
    return (this.#own[entry] ?? 0) >>> WEIGHT_BITS
  }

  weightAt(entry: number): number {
    return (this.#own[entry] ?? 0) & WEIGHT_MASK
  }

  /** Returns how many reports have a term. */
  count(term: number): number {
    return this.#terms[term * FIELDS + COUNT] ?? 0
  }

  #setCount(term: number, count: number): void {
    this.#terms[term * FIELDS + COUNT] = count
    if (count >= this.#logsOfCounts.length) this.#logsOfCounts = moreLogs(this.#logsOfCounts, count)
    this.#logs[term] = this.#logsOfCounts[count] ?? 0
  }

  /** Returns the natural logarithm of how many reports have a term, plus one. */
  logOf(term: number): number {
    return this.#logs[term] ?? 0
  }

  /** Returns the number of the term with this hash, or -1. */
  termOf(hash: number): number {
    const mask = this.#table.length - 1
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const term = (this.#table[place] ?? 0) - 1
      if (term < 0 || this.#hashOf(term) === hash) return term
    }
  }

  /** Returns the length of a term's list, removed reports included. */
  listed(term: number): number {
    return this.#terms[term * FIELDS + LENGTH] ?? 0
  }

  /** Adds `weight * factor`, rounded, for each report that has the term, removed ones included. */
  addRoughly(term: number, factor: number, sums: RoughSums): void {
    const lists = this.#lists
    const { cells } = sums
    const from = this.#terms[term * FIELDS + PLACE] ?? 0
    const to = from + this.listed(term)
    // Most reports have a word of interest once.
    let weight = 0
    let rounded = 0
    for (let place = from; place < to; place++) {
      const entry = lists[place] ?? 0
      if ((entry & WEIGHT_MASK) !== weight) {
        weight = entry & WEIGHT_MASK
        rounded = sums.rounded(factor * weight)
      }
      const cell = (entry >>> WEIGHT_BITS) & CELL_MASK
      cells[cell] = (cells[cell] ?? 0) + rounded
    }
  }

  /** Adds `weight * factor` for each report that has the term and whose rough sum is not too small. */
  accumulate(
    term: number,
    factor: number,
    { rough, sums }: { rough: RoughSums; sums: SlotSums }
  ): void {
    const lists = this.#lists
    const { cells, floor } = rough
    const from = this.#terms[term * FIELDS + PLACE] ?? 0
    const to = from + this.listed(term)
    for (let place = from; place < to; place++) {
      const entry = lists[place] ?? 0
      const slot = entry >>> WEIGHT_BITS
      if ((cells[slot & CELL_MASK] ?? 0) < floor) continue
      if (rough.isEnough(slot)) sums.add(slot, factor * (entry & WEIGHT_MASK))
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
        hashes: Uint32Array.from(own, (entry) => this.#hashOf(this.termAt(entry))),
        weights: Uint8Array.from(own, (entry) => this.weightAt(entry))
      })
    }
    return { lists, slotOf }
  }

  #hashOf(term: number): number {
    return this.#terms[term * FIELDS + HASH] ?? 0
  }

  #intern(hash: number): number {
    const known = this.termOf(hash)
    if (known >= 0) return known
    const term = this.#known++
    if (term >= this.#logs.length) {
      this.#terms = copied(this.#terms, new Uint32Array(this.#terms.length * 2))
      this.#logs = copied(this.#logs, new Float64Array(this.#logs.length * 2))
    }
    this.#terms[term * FIELDS + HASH] = hash
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
    for (let term = 0; term < this.#known; term++) this.#place(this.#hashOf(term), term)
  }

  /** Appends to the list of a term, which moves to twice the room when its own is full. */
  #append(term: number, entry: number): void {
    const length = this.#terms[term * FIELDS + LENGTH] ?? 0
    let place = this.#terms[term * FIELDS + PLACE] ?? 0
    if (length === 0) place = this.#roomFor(0)
    else if ((length & (length - 1)) === 0) {
      const room = Math.log2(length)
      const wider = this.#roomFor(room + 1)
      const lists = this.#lists
      // Most are so short that a call would cost more.
      for (let index = 0; index < length; index++) lists[wider + index] = lists[place + index] ?? 0
      ;(this.#free[room] ??= []).push(place)
      place = wider
    }
    this.#terms[term * FIELDS + PLACE] = place
    this.#lists[place + length] = entry
    this.#terms[term * FIELDS + LENGTH] = length + 1
  }

  /** Returns where `2 ** room` entries have room. */
  #roomFor(room: number): number {
    const left = this.#free[room]?.pop()
    if (left !== undefined) return left
    const place = this.#listsUsed
    this.#listsUsed += 2 ** room
    this.#lists = widened(this.#lists, this.#listsUsed)
    return place
  }
}

function copied<T extends Uint32Array | Float64Array>(from: T, into: T): T {
  into.set(from)
  return into
}

/** Returns the logarithms that are known and those of the numbers that follow, that of `count` plus one included. */
function moreLogs(known: Float64Array, count: number): Float64Array<ArrayBuffer> {
  const logs = new Float64Array(count + MORE_LOGS)
  logs.set(known)
  for (let index = known.length; index < logs.length; index++) logs[index] = Math.log(index + 1)
  return logs
}
