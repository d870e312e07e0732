import type { ArticleId } from '../article/article'
import { Buckets, FIELDS, KEY, NEXT } from './buckets'
import type { HeldKeys, HolderLimits, MutableHeldKeys, Sharing, SharingRules } from './held-keys'
import { roomy, SMALL_ROOM, widened } from './roomy'
import { Scratch } from './scratch'

const FIRST_CAPACITY = 1 << 12
/** Entries of a bucket that are read ahead: as many as are asked for of a stock phrase. */
const FETCHED = 8
/** Entries, as a power of two, of which the report of the first is noted: a step or two more lead to that of any other. */
const BLOCK_BITS = 6
/** How much room counters have beyond what is needed. */
const SPARE = 1.25

/**
 * Tells which reports hold a 32-bit key. Adding a report costs nothing but its own keys; removing one leaves holes that are closed
 * when they take up half. 8 bytes and one to seven for buckets per key of a report.
 */
export class Postings {
  /** Two numbers per entry, side by side because they are read together: see `KEY` and `NEXT`. */
  #entries = roomy(FIRST_CAPACITY * FIELDS)
  /** First entry of each slot, and the end of the last. */
  #starts = roomy(FIRST_CAPACITY, SMALL_ROOM)
  /** Slot of the first entry of each block: see `BLOCK_BITS`. */
  #blocks = roomy(FIRST_CAPACITY, SMALL_ROOM)
  readonly #buckets = new Buckets()
  /** Slot of the report that came last, and per key of it whether another entry may have the key; -1 when that is not known any more. */
  #last = -1
  #maybe = new Uint8Array(FIRST_CAPACITY)
  #counters = new Uint32Array()
  /** Slots whose counters are not zero, during a call. */
  #touched = new Uint32Array()
  #held: MutableHeldKeys = {
    own: -1,
    count: 0,
    keys: new Uint32Array(),
    times: new Uint32Array(),
    ends: new Uint32Array(),
    slots: new Uint32Array()
  }
  #used = 0
  #dead = 0
  #ids: (ArticleId | undefined)[] = []
  #slotOf = new Map<ArticleId, number>()

  /** Number of reports. */
  get size(): number {
    return this.#slotOf.size
  }

  has(id: ArticleId): boolean {
    return this.#slotOf.has(id)
  }

  add(id: ArticleId, keys: Uint32Array): void {
    this.remove(id)
    const slot = this.#ids.push(id) - 1
    this.#slotOf.set(id, slot)
    this.#entries = widened(this.#entries, (this.#used + keys.length) * FIELDS)
    this.#buckets.reserve(this.#entries, this.#used + keys.length, keys.length)
    if (keys.length > this.#maybe.length) this.#maybe = new Uint8Array(keys.length * 2)
    this.#last = slot
    this.#buckets.fetch(this.#entries, keys)
    const start = this.#used
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index] ?? 0
      const entry = this.#used++
      this.#entries[entry * FIELDS + KEY] = key
      const maybe = this.#buckets.link(this.#entries, entry, key)
      this.#maybe[index] = maybe ? 1 : 0
      // Entries of the report itself come first in a bucket.
      for (let link = maybe ? this.#after(entry) : 0; link > start;) {
        if (this.#key(link - 1) === key) this.#maybe[link - 1 - start] = 1
        link = this.#after(link - 1)
      }
    }
    this.#noteEnd(slot)
  }

  /** Notes that the entries of a slot, the last one, end here. */
  #noteEnd(slot: number): void {
    const start = this.#starts[slot] ?? 0
    this.#starts = widened(this.#starts, slot + 2)
    this.#starts[slot + 1] = this.#used
    const [first, end] = [blocksBefore(start), blocksBefore(this.#used)]
    this.#blocks = widened(this.#blocks, end)
    this.#blocks.fill(slot, first, end)
  }

  remove(id: ArticleId): void {
    const slot = this.#slotOf.get(id)
    if (slot === undefined) return
    this.#slotOf.delete(id)
    this.#ids[slot] = undefined
    this.#dead += this.#sizeOf(slot)
    if (this.#dead > FIRST_CAPACITY && this.#dead > this.#used / 2) this.#compact()
  }

  /**
   * Returns the keys of a report, in the order in which they were added.
   *
   * @param into - memory for them, when they are needed for a moment only
   */
  keysOf(id: ArticleId, into = new Scratch()): Uint32Array {
    const slot = this.#slotOf.get(id)
    if (slot === undefined) return new Uint32Array()
    const start = this.#starts[slot] ?? 0
    const keys = into.numbers(this.#sizeOf(slot))
    for (let index = 0; index < keys.length; index++) keys[index] = this.#key(start + index)
    return keys
  }

  /** Returns the reports that hold a key, newest first, each once. */
  holders(key: number, limit: number): ArticleId[] {
    const found: ArticleId[] = []
    let last = -1
    for (let link = this.#buckets.first(key); link > 0;) {
      const entry = link - 1
      link = this.#after(entry)
      if (this.#key(entry) !== key) continue
      const slot = this.#slot(entry)
      const id = this.#ids[slot]
      if (id === undefined || slot === last) continue
      last = slot
      found.push(id)
      if (found.length >= limit) break
    }
    return found
  }

  /**
   * Returns the keys of a report, each once, with the other reports that hold them: at most `limit` per key, the newest. One walk for
   * everything that is asked about a report that arrives.
   */
  heldWith(
    id: ArticleId,
    { limit, few = () => false, least = limit }: Partial<HolderLimits> & { readonly limit: number }
  ): HeldKeys {
    const own = this.#slotOf.get(id) ?? -1
    const held = this.#held
    held.own = own
    held.count = 0
    const size = this.#sizeOf(own)
    if (held.keys.length < size) {
      held.keys = new Uint32Array(size * 2)
      held.times = new Uint32Array(size * 2)
      held.ends = new Uint32Array(size * 2)
    }
    const start = this.#starts[own] ?? 0
    const isLast = own >= 0 && own === this.#last
    const limits = { limit, few, least }
    this.#fetch(start, size, isLast)
    let used = 0
    for (let entry = start; entry < start + size; entry++) {
      if (isLast && this.#maybe[entry - start] === 0) {
        // There is no need to look at others of its bucket.
        this.#note(this.#key(entry), 1, used)
        continue
      }
      if (held.slots.length < used + limit) held.slots = longer(held.slots, used + limit)
      used = this.#collect(entry, used, limits)
    }
    return held
  }

  /**
   * Reads the entries that follow these in their buckets, a step in all of them and then the next. They lie far apart in memory:
   * one bucket after the other, each would be waited for.
   */
  #fetch(start: number, size: number, isLast: boolean): void {
    const links = this.#held.ends
    let left = 0
    for (let index = 0; index < size; index++) {
      const link = isLast && this.#maybe[index] === 0 ? 0 : this.#after(start + index)
      if (link > 0) links[left++] = link
    }
    for (let step = 0; step < FETCHED && left > 0; step++) {
      const count = left
      left = 0
      for (let index = 0; index < count; index++) {
        const link = this.#after((links[index] ?? 0) - 1)
        if (link > 0) links[left++] = link
      }
    }
  }

  /**
   * Adds a key with its holders, unless a later entry of the same report has the key too.
   *
   * @returns the number of holders there are now in `#held`
   */
  #collect(entry: number, used: number, { limit, few, least }: HolderLimits): number {
    const key = this.#key(entry)
    const held = this.#held
    const { own, slots } = held
    const [entries, ids, blocks, starts] = [this.#entries, this.#ids, this.#blocks, this.#starts]
    // Most libraries have no holes, and need no look at who is gone.
    const holes = this.#dead > 0
    let full = used + limit
    let to = used
    let times = 0
    let last = -1
    for (let link = this.#buckets.first(key); link > 0;) {
      const place = (link - 1) * FIELDS
      const found = link - 1
      link = entries[place + NEXT] ?? 0
      if (entries[place + KEY] !== key) continue
      let slot = blocks[found >>> BLOCK_BITS] ?? 0
      while ((starts[slot + 1] ?? 0) <= found) slot++
      if (slot === own) {
        // Newest first: nothing was collected yet that came later than this report.
        if (found > entry) return used
        times++
        continue
      }
      if (slot === last || to >= full || (holes && ids[slot] === undefined)) continue
      last = slot
      slots[to++] = slot
      // Hardly any key has so many.
      if (to === used + least && few(key)) full = to
      if (to >= full && slot < own) break
    }
    this.#note(key, times, to)
    return to
  }

  #note(key: number, times: number, end: number): void {
    const held = this.#held
    const index = held.count++
    held.keys[index] = key
    held.times[index] = times
    held.ends[index] = end
  }

  /**
   * Returns the reports that share keys with one, with what the shared keys count together: a key of few holders counts more.
   *
   * @param skip - says which keys count nothing
   */
  sharing(
    { count, keys, ends, slots }: HeldKeys,
    skip: (key: number) => boolean,
    { rareHolders, rareWeight, least }: SharingRules
  ): Sharing[] {
    const [counts, touched] = this.#scratch()
    let found = 0
    for (let index = 0, from = 0; index < count; index++) {
      const to = ends[index] ?? from
      if (to > from && !skip(keys[index] ?? 0)) {
        // The report itself holds the key too.
        const weight = to - from < rareHolders ? rareWeight : 1
        for (let place = from; place < to; place++) {
          const slot = slots[place] ?? 0
          const before = counts[slot] ?? 0
          if (before === 0) touched[found++] = slot
          counts[slot] = before + weight
        }
      }
      from = to
    }
    const sharing: Sharing[] = []
    for (const slot of touched.subarray(0, found)) {
      const weight = counts[slot] ?? 0
      counts[slot] = 0
      const other = this.#ids[slot]
      if (weight >= least && other !== undefined) sharing.push({ id: other, weight })
    }
    return sharing
  }

  /**
   * Returns the earlier reports that have at least a share of the smaller one's entries in common with a report; a key tells of at
   * most `limit` earlier reports, the newest.
   */
  earlierSharing(
    { own, count, times, ends, slots }: HeldKeys,
    { limit, share }: { readonly limit: number; readonly share: number }
  ): ArticleId[] {
    const [counts, touched] = this.#scratch()
    let found = 0
    for (let index = 0, place = 0; index < count; index++) {
      const to = ends[index] ?? place
      for (let left = limit; place < to && left > 0; place++) {
        const slot = slots[place] ?? 0
        if (slot > own) continue
        left--
        const before = counts[slot] ?? 0
        if (before === 0) touched[found++] = slot
        counts[slot] = before + (times[index] ?? 1)
      }
      place = to
    }
    const size = this.#sizeOf(own)
    const sharing: ArticleId[] = []
    for (const slot of touched.subarray(0, found)) {
      const shared = counts[slot] ?? 0
      counts[slot] = 0
      const other = this.#ids[slot]
      if (shared >= share * Math.min(size, this.#sizeOf(slot)) && other !== undefined)
        sharing.push(other)
    }
    return sharing
  }

  #sizeOf(slot: number): number {
    return (this.#starts[slot + 1] ?? 0) - (this.#starts[slot] ?? 0)
  }

  /** Visits the keys of a report that from `least` to `most` reports hold, itself included, with these in order of arrival. */
  eachCrowded(
    { own, count, keys, ends, slots }: HeldKeys,
    {
      skip,
      wanted
    }: {
      readonly skip: (key: number) => boolean
      readonly wanted: (holders: number) => boolean
    },
    visit: (key: number, holders: readonly ArticleId[]) => void
  ): void {
    for (let index = 0, from = 0; index < count; index++) {
      const to = ends[index] ?? from
      const key = keys[index] ?? 0
      if (wanted(to - from + 1) && !skip(key)) {
        const all = [...slots.slice(from, to), own].sort((x, y) => x - y)
        visit(
          key,
          all.flatMap((slot) => this.#ids[slot] ?? [])
        )
      }
      from = to
    }
  }

  /** Counters by slot, all zero, and room to note which are not any more; whoever uses them leaves them so. */
  #scratch(): readonly [counts: Uint32Array, touched: Uint32Array] {
    if (this.#counters.length < this.#ids.length) {
      this.#counters = new Uint32Array(Math.ceil(this.#ids.length * SPARE))
      this.#touched = new Uint32Array(this.#counters.length)
    }
    return [this.#counters, this.#touched]
  }

  #key(entry: number): number {
    return this.#entries[entry * FIELDS + KEY] ?? 0
  }

  #slot(entry: number): number {
    let slot = this.#blocks[entry >>> BLOCK_BITS] ?? 0
    while ((this.#starts[slot + 1] ?? 0) <= entry) slot++
    return slot
  }

  #after(entry: number): number {
    return this.#entries[entry * FIELDS + NEXT] ?? 0
  }

  #compact(): void {
    const ids: ArticleId[] = []
    const before = this.#ids
    this.#used = 0
    for (const [slot, id] of before.entries()) {
      const [from = 0, to = 0] = [this.#starts[slot], this.#starts[slot + 1]]
      if (id === undefined) continue
      this.#entries.copyWithin(this.#used * FIELDS, from * FIELDS, to * FIELDS)
      this.#used += to - from
      // Never further on than what is still to be read.
      this.#noteEnd(ids.push(id) - 1)
    }
    this.#ids = ids
    this.#slotOf = new Map(ids.map((id, slot) => [id, slot]))
    this.#dead = 0
    this.#last = -1
    this.#buckets.relink(this.#entries, this.#used)
  }
}

function longer(list: Uint32Array, needed: number): Uint32Array {
  const wider = new Uint32Array(needed * 2)
  wider.set(list)
  return wider
}

/** Returns how many blocks begin before an entry. */
const blocksBefore = (entry: number): number => Math.ceil(entry / 2 ** BLOCK_BITS)
