import type { ArticleId } from '../article/article'

const FIRST_CAPACITY = 1 << 12
/** How much the lists grow when they are full. More wastes memory, less copies more often. */
const GROWTH = 1.4
/** Entries per bucket on average before there are twice as many buckets. */
const BUCKET_LOAD = 2

/**
 * Tells which reports hold a 32-bit key. Adding a report costs nothing but its own keys; removing one leaves holes that are closed
 * when they take up half. 12 bytes and about two for buckets per key of a report.
 */
export class Postings {
  #keys = new Uint32Array(FIRST_CAPACITY)
  #slots = new Uint32Array(FIRST_CAPACITY)
  /** Next entry of the same bucket, plus one; 0 ends. */
  #next = new Uint32Array(FIRST_CAPACITY)
  #heads = new Uint32Array(FIRST_CAPACITY)
  #weights: Uint8Array | undefined
  #counts: Map<number, number> | undefined
  #used = 0
  #dead = 0
  #ids: (ArticleId | undefined)[] = []
  /** First entry of each slot, and the end of the last. */
  #starts: number[] = [0]
  #slotOf = new Map<ArticleId, number>()

  /** @param weighted - whether keys carry a weight of 0…255 and their holders are counted */
  constructor(weighted = false) {
    if (!weighted) return
    this.#weights = new Uint8Array(FIRST_CAPACITY)
    this.#counts = new Map()
  }

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

  add(id: ArticleId, keys: Uint32Array, weights?: Uint8Array): void {
    this.remove(id)
    const slot = this.#ids.push(id) - 1
    this.#slotOf.set(id, slot)
    this.#reserve(this.#used + keys.length)
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index] ?? 0
      if (this.#weights !== undefined) this.#weights[this.#used] = weights?.[index] ?? 0
      this.#counts?.set(key, this.count(key) + 1)
      this.#insert(key, slot)
    }
    this.#starts.push(this.#used)
  }

  remove(id: ArticleId): void {
    const slot = this.#slotOf.get(id)
    if (slot === undefined) return
    for (const key of this.keysOf(id)) this.#counts?.set(key, this.count(key) - 1)
    this.#slotOf.delete(id)
    this.#ids[slot] = undefined
    this.#dead += (this.#starts[slot + 1] ?? 0) - (this.#starts[slot] ?? 0)
    if (this.#dead > FIRST_CAPACITY && this.#dead > this.#used / 2) this.#compact()
  }

  /** Returns the keys of a report, in the order in which they were added. A view: copy it to keep it. */
  keysOf(id: ArticleId): Uint32Array {
    const slot = this.#slotOf.get(id)
    if (slot === undefined) return new Uint32Array()
    return this.#keys.subarray(this.#starts[slot] ?? 0, this.#starts[slot + 1] ?? 0)
  }

  /** Visits the keys of a report with their weights. */
  eachOf(id: ArticleId, visit: (key: number, weight: number) => void): void {
    const slot = this.#slotOf.get(id)
    if (slot === undefined) return
    const end = this.#starts[slot + 1] ?? 0
    for (let entry = this.#starts[slot] ?? 0; entry < end; entry++)
      visit(this.#keys[entry] ?? 0, this.#weights?.[entry] ?? 0)
  }

  /** Returns the reports that hold a key, newest first, each once. */
  holders(key: number, limit: number): ArticleId[] {
    const found: ArticleId[] = []
    let last = -1
    for (let link = this.#heads[key & (this.#heads.length - 1)] ?? 0; link > 0;) {
      const entry = link - 1
      link = this.#next[entry] ?? 0
      if (this.#keys[entry] !== key) continue
      const slot = this.#slots[entry] ?? 0
      const id = this.#ids[slot]
      if (id === undefined || slot === last) continue
      last = slot
      found.push(id)
      if (found.length >= limit) break
    }
    return found
  }

  /** Visits the entries of a key, newest first, with their slot and weight. */
  visit(key: number, entry: (slot: number, weight: number) => void): void {
    let link = this.#heads[key & (this.#heads.length - 1)] ?? 0
    while (link > 0) {
      const at = link - 1
      link = this.#next[at] ?? 0
      if (this.#keys[at] === key) entry(this.#slots[at] ?? 0, this.#weights?.[at] ?? 0)
    }
  }

  /** Returns the report in a slot, or undefined when it was removed. */
  idAt(slot: number): ArticleId | undefined {
    return this.#ids[slot]
  }

  /** Number of slots, removed reports included. */
  get slots(): number {
    return this.#ids.length
  }

  /** Returns how many reports hold the key; only for weighted lists. */
  count(key: number): number {
    return this.#counts?.get(key) ?? 0
  }

  /** Visits every key that several reports hold, with its holders in ascending order of arrival. */
  eachShared(visit: (key: number, holders: readonly ArticleId[]) => void): void {
    const entries: number[] = []
    for (const head of this.#heads) {
      entries.length = 0
      for (let link = head; link > 0; link = this.#next[link - 1] ?? 0)
        if (this.#ids[this.#slots[link - 1] ?? 0] !== undefined) entries.push(link - 1)
      if (entries.length < 2) continue
      // Entries of a bucket ascend with their slots, so that sorting by key keeps holders in order of arrival.
      entries.sort((x, y) => (this.#keys[x] ?? 0) - (this.#keys[y] ?? 0) || x - y)
      let holders: ArticleId[] = []
      for (const [index, entry] of entries.entries()) {
        const key = this.#keys[entry] ?? 0
        const id = this.#ids[this.#slots[entry] ?? 0] ?? 0
        if (holders.at(-1) !== id) holders.push(id)
        const next = entries[index + 1]
        if (next !== undefined && this.#keys[next] === key) continue
        if (holders.length > 1) visit(key, holders)
        holders = []
      }
    }
  }

  #insert(key: number, slot: number): void {
    const entry = this.#used++
    const bucket = key & (this.#heads.length - 1)
    this.#keys[entry] = key
    this.#slots[entry] = slot
    this.#next[entry] = this.#heads[bucket] ?? 0
    this.#heads[bucket] = entry + 1
  }

  #reserve(needed: number): void {
    if (needed <= this.#keys.length) return
    const capacity = Math.ceil(Math.max(needed, this.#keys.length * GROWTH))
    this.#keys = grown(this.#keys, capacity)
    this.#slots = grown(this.#slots, capacity)
    this.#next = grown(this.#next, capacity)
    if (this.#weights !== undefined) {
      const wider = new Uint8Array(capacity)
      wider.set(this.#weights)
      this.#weights = wider
    }
    let buckets = this.#heads.length
    while (capacity > buckets * BUCKET_LOAD) buckets *= 2
    if (buckets > this.#heads.length) this.#relink(buckets)
  }

  #relink(buckets: number): void {
    this.#heads = new Uint32Array(buckets)
    for (let entry = 0; entry < this.#used; entry++) {
      const bucket = (this.#keys[entry] ?? 0) & (buckets - 1)
      this.#next[entry] = this.#heads[bucket] ?? 0
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
      this.#keys.copyWithin(used, from, to)
      this.#weights?.copyWithin(used, from, to)
      this.#slots.fill(ids.length, used, used + to - from)
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

function grown(list: Uint32Array, capacity: number): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(capacity)
  wider.set(list)
  return wider
}
