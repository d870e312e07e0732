import type { ArticleId } from '../article/article'

const FIRST_CAPACITY = 1 << 12
/** How much the lists grow when they are full. More wastes memory, less copies more often. */
const GROWTH = 1.15
/** Fields of an entry: its key; its report's slot; the next entry of the same bucket plus one, 0 for none. */
const FIELDS = 3
const KEY = 0
const SLOT = 1
const NEXT = 2
/** Entries per bucket on average before there are twice as many buckets. */
const BUCKET_LOAD = 2

/** A report that shares keys with another, and what these count together. */
export interface Sharing {
  readonly id: ArticleId
  readonly weight: number
}

/** What shared keys count. */
export interface SharingRules {
  /** Holders up to which a key counts `rareWeight`; others count 1. */
  readonly rareHolders: number
  readonly rareWeight: number
  /** Least that the keys of a pair must count together. */
  readonly least: number
}

/** The keys of a report, each once, with the other reports that hold them. Good until reports come or go. */
export interface HeldKeys {
  /** The report's own slot. */
  readonly own: number
  readonly keys: readonly number[]
  /** How often the report itself has each key. */
  readonly times: readonly number[]
  /** Where the holders of each key end in `slots`. */
  readonly ends: readonly number[]
  /** Slots of the holders, newest first. */
  readonly slots: readonly number[]
}

type MutableHeldKeys = {
  [Field in keyof HeldKeys]: HeldKeys[Field] extends number ? number : number[]
}

/**
 * Tells which reports hold a 32-bit key. Adding a report costs nothing but its own keys; removing one leaves holes that are closed
 * when they take up half. 12 bytes and about two for buckets per key of a report.
 */
export class Postings {
  /** Three numbers per entry, side by side because they are read together: see `KEY`, `SLOT` and `NEXT`. */
  #entries = new Uint32Array(FIRST_CAPACITY * FIELDS)
  #heads = new Uint32Array(FIRST_CAPACITY)
  #counters = new Uint32Array()
  #used = 0
  #dead = 0
  #ids: (ArticleId | undefined)[] = []
  /** First entry of each slot, and the end of the last. */
  #starts: number[] = [0]
  #slotOf = new Map<ArticleId, number>()

  /** Number of reports. */
  get size(): number {
    return this.#slotOf.size
  }

  has(id: ArticleId): boolean {
    return this.#slotOf.has(id)
  }

  ids(): ArticleId[] {
    return [...this.#slotOf.keys()]
  }

  add(id: ArticleId, keys: Uint32Array): void {
    this.remove(id)
    const slot = this.#ids.push(id) - 1
    this.#slotOf.set(id, slot)
    this.#reserve(this.#used + keys.length)
    for (const key of keys) this.#insert(key, slot)
    this.#starts.push(this.#used)
  }

  remove(id: ArticleId): void {
    const slot = this.#slotOf.get(id)
    if (slot === undefined) return
    this.#slotOf.delete(id)
    this.#ids[slot] = undefined
    this.#dead += (this.#starts[slot + 1] ?? 0) - (this.#starts[slot] ?? 0)
    if (this.#dead > FIRST_CAPACITY && this.#dead > this.#used / 2) this.#compact()
  }

  /** Returns the keys of a report, in the order in which they were added. */
  keysOf(id: ArticleId): Uint32Array {
    const slot = this.#slotOf.get(id)
    if (slot === undefined) return new Uint32Array()
    const start = this.#starts[slot] ?? 0
    const keys = new Uint32Array((this.#starts[slot + 1] ?? 0) - start)
    for (let index = 0; index < keys.length; index++) keys[index] = this.#key(start + index)
    return keys
  }

  /** Returns the reports that hold a key, newest first, each once. */
  holders(key: number, limit: number): ArticleId[] {
    const found: ArticleId[] = []
    let last = -1
    for (let link = this.#heads[key & (this.#heads.length - 1)] ?? 0; link > 0;) {
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
   *
   * @param few - keys of which `least` holders are enough, because very many reports hold them
   */
  heldWith(
    id: ArticleId,
    { limit, few, least }: { limit: number; few?: (key: number) => boolean; least?: number }
  ): HeldKeys {
    const own = this.#slotOf.get(id) ?? -1
    const held = { own, keys: [], times: [], ends: [], slots: [] }
    const end = this.#starts[own + 1] ?? 0
    for (let entry = this.#starts[own] ?? 0; entry < end; entry++) {
      const key = this.#key(entry)
      this.#collect(entry, key, held, few?.(key) === true ? (least ?? 0) : limit)
    }
    return held
  }

  /** Adds a key with its holders, unless a later entry of the same report has the key too. */
  #collect(entry: number, key: number, held: MutableHeldKeys, limit: number): void {
    const { own, slots } = held
    const begin = slots.length
    let times = 0
    let last = -1
    for (let link = this.#heads[key & (this.#heads.length - 1)] ?? 0; link > 0;) {
      const other = link - 1
      link = this.#after(other)
      if (this.#key(other) !== key) continue
      const slot = this.#slot(other)
      if (slot === own) {
        // Newest first: nothing was collected yet that came later than this report.
        if (other > entry) {
          slots.length = begin
          return
        }
        times++
        continue
      }
      if (slot === last || slots.length - begin >= limit || this.#ids[slot] === undefined) continue
      last = slot
      slots.push(slot)
      if (slots.length - begin >= limit && slot < own) break
    }
    held.keys.push(key)
    held.times.push(times)
    held.ends.push(slots.length)
  }

  /**
   * Returns the reports that share keys with one, with what the shared keys count together: a key of few holders counts more.
   *
   * @param skip - says which keys count nothing
   */
  sharing(
    { keys, ends, slots }: HeldKeys,
    skip: (key: number) => boolean,
    { rareHolders, rareWeight, least }: SharingRules
  ): Sharing[] {
    const counts = this.#scratchCounts()
    const touched: number[] = []
    for (let index = 0, from = 0; index < keys.length; index++) {
      const to = ends[index] ?? from
      if (to > from && !skip(keys[index] ?? 0)) {
        // The report itself holds the key too.
        const weight = to - from < rareHolders ? rareWeight : 1
        for (let place = from; place < to; place++) {
          const slot = slots[place] ?? 0
          const before = counts[slot] ?? 0
          if (before === 0) touched.push(slot)
          counts[slot] = before + weight
        }
      }
      from = to
    }
    const found: Sharing[] = []
    for (const slot of touched) {
      const weight = counts[slot] ?? 0
      counts[slot] = 0
      const other = this.#ids[slot]
      if (weight >= least && other !== undefined) found.push({ id: other, weight })
    }
    return found
  }

  /**
   * Returns the earlier reports that have at least a share of the smaller one's entries in common with a report; a key tells of at
   * most `limit` earlier reports, the newest.
   */
  earlierSharing(
    { own, keys, times, ends, slots }: HeldKeys,
    { limit, share }: { readonly limit: number; readonly share: number }
  ): ArticleId[] {
    const counts = this.#scratchCounts()
    const touched: number[] = []
    for (let index = 0, place = 0; index < keys.length; index++) {
      const to = ends[index] ?? place
      for (let left = limit; place < to && left > 0; place++) {
        const slot = slots[place] ?? 0
        if (slot > own) continue
        left--
        const before = counts[slot] ?? 0
        if (before === 0) touched.push(slot)
        counts[slot] = before + (times[index] ?? 1)
      }
      place = to
    }
    const size = this.#sizeOf(own)
    const found: ArticleId[] = []
    for (const slot of touched) {
      const shared = counts[slot] ?? 0
      counts[slot] = 0
      const other = this.#ids[slot]
      if (shared >= share * Math.min(size, this.#sizeOf(slot)) && other !== undefined)
        found.push(other)
    }
    return found
  }

  #sizeOf(slot: number): number {
    return (this.#starts[slot + 1] ?? 0) - (this.#starts[slot] ?? 0)
  }

  /** Visits the keys of a report that from `least` to `most` reports hold, itself included, with these in order of arrival. */
  eachCrowded(
    { own, keys, ends, slots }: HeldKeys,
    {
      skip,
      wanted
    }: {
      readonly skip: (key: number) => boolean
      readonly wanted: (holders: number) => boolean
    },
    visit: (key: number, holders: readonly ArticleId[]) => void
  ): void {
    for (let index = 0, from = 0; index < keys.length; index++) {
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

  /** Counters by slot, all zero; whoever uses them leaves them so. */
  #scratchCounts(): Uint32Array {
    if (this.#counters.length < this.#ids.length)
      this.#counters = new Uint32Array(Math.ceil(this.#ids.length * GROWTH))
    return this.#counters
  }

  #key(entry: number): number {
    return this.#entries[entry * FIELDS + KEY] ?? 0
  }

  #slot(entry: number): number {
    return this.#entries[entry * FIELDS + SLOT] ?? 0
  }

  #after(entry: number): number {
    return this.#entries[entry * FIELDS + NEXT] ?? 0
  }

  #insert(key: number, slot: number): void {
    const entry = this.#used++
    const bucket = key & (this.#heads.length - 1)
    this.#entries[entry * FIELDS + KEY] = key
    this.#entries[entry * FIELDS + SLOT] = slot
    this.#entries[entry * FIELDS + NEXT] = this.#heads[bucket] ?? 0
    this.#heads[bucket] = entry + 1
  }

  #reserve(needed: number): void {
    if (needed * FIELDS <= this.#entries.length) return
    const capacity = Math.ceil(Math.max(needed, (this.#entries.length / FIELDS) * GROWTH))
    const wider = new Uint32Array(capacity * FIELDS)
    wider.set(this.#entries)
    this.#entries = wider
    let buckets = this.#heads.length
    while (capacity > buckets * BUCKET_LOAD) buckets *= 2
    if (buckets > this.#heads.length) this.#relink(buckets)
  }

  #relink(buckets: number): void {
    this.#heads = new Uint32Array(buckets)
    for (let entry = 0; entry < this.#used; entry++) {
      const bucket = this.#key(entry) & (buckets - 1)
      this.#entries[entry * FIELDS + NEXT] = this.#heads[bucket] ?? 0
      this.#heads[bucket] = entry + 1
    }
  }

  #compact(): void {
    const ids: ArticleId[] = []
    const starts = [0]
    let used = 0
    for (const [slot, id] of this.#ids.entries()) {
      if (id === undefined) continue
      const from = this.#starts[slot] ?? 0
      const to = this.#starts[slot + 1] ?? 0
      this.#entries.copyWithin(used * FIELDS, from * FIELDS, to * FIELDS)
      for (let entry = used; entry < used + to - from; entry++)
        this.#entries[entry * FIELDS + SLOT] = ids.length
      used += to - from
      ids.push(id)
      starts.push(used)
    }
    this.#ids = ids
    this.#starts = starts
    this.#slotOf = new Map(ids.map((id, slot) => [id, slot]))
    this.#used = used
    this.#dead = 0
    this.#relink(this.#heads.length)
  }
}
