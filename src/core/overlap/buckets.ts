/** Fields of an entry: its key; the next entry of the same bucket plus one, 0 for none. */
export const FIELDS = 2
export const KEY = 0
export const NEXT = 1

const FIRST_BUCKETS = 1 << 12
/** Entries per bucket on average before there are more buckets; see `entryBits`. */
const BUCKET_LOAD = 3
/** How many times as many there are then, a power of two. With more, entries move less often, and more buckets stand empty. */
const PARTS = 4
/** Entries of a bucket that are read ahead before it is parted: most hold fewer. */
const FETCHED = 3
/** Buckets that are read ahead together. */
const AT_ONCE = 256

/**
 * Finds entries by their keys: chains of entries, the newest first. There are four times as many buckets when the entries have become
 * so; the old ones are parted a few at a time, because all at once would hold one report up for all the others.
 */
export class Buckets {
  /** Per bucket its first entry plus one and, in the bits that are left, a mark per key: most keys are nobody else's, and find none. */
  #heads = new Uint32Array(FIRST_BUCKETS)
  /** Buckets that are still to be parted, fewer by `PARTS`; 0 where that was done or nothing is. Empty when all were. */
  #whole = new Uint32Array()
  /** Where to go on with it. */
  #turn = 0
  /** Entries that are read ahead. */
  #links = new Uint32Array(FIRST_BUCKETS)
  /** Per part of a bucket that is parted, its first entry plus one, its marks, and where its last entry stands. */
  readonly #firsts = new Uint32Array(PARTS)
  readonly #marks = new Uint32Array(PARTS)
  readonly #lasts = new Int32Array(PARTS)

  /** Returns the first entry of a key's bucket, plus one. */
  first(key: number): number {
    const [heads, whole] = [this.#heads, this.#whole]
    const old = whole.length > 0 ? (whole[key & (whole.length - 1)] ?? 0) : 0
    if (old > 0) return entryOf(old, whole.length)
    return entryOf(heads[key & (heads.length - 1)] ?? 0, heads.length)
  }

  /** Puts an entry into its bucket; says whether there may be one of the same key already. */
  link(entries: Uint32Array, entry: number, key: number): boolean {
    const whole = this.#whole
    // Numbers of new entries have no room beside the marks of old buckets.
    if (whole.length > 0) this.#part(entries, key & (whole.length - 1))
    const heads = this.#heads
    const bucket = key & (heads.length - 1)
    const bits = entryBits(heads.length)
    // There are eight marks up to 16 million entries, and fewer beyond.
    const mark = 1 << (((key >>> 16) * (32 - bits)) >>> 16)
    const head = heads[bucket] ?? 0
    const marks = head >>> bits
    entries[entry * FIELDS + NEXT] = head & ((1 << bits) - 1)
    heads[bucket] = ((marks | mark) << bits) | (entry + 1)
    return (marks & mark) !== 0
  }

  /**
   * Reads what `link` will need for these keys, a step for all of them and then the next: it lies far apart in memory, and one key after
   * the other it would be waited for.
   */
  fetch(entries: Uint32Array, keys: Uint32Array): void {
    const [heads, whole, links] = [this.#heads, this.#whole, this.#linksFor(keys.length + 1)]
    // Kept, because what nobody uses is not read.
    let read = 0
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index] ?? 0
      read ^= heads[key & (heads.length - 1)] ?? 0
      links[index] =
        whole.length > 0 ? entryOf(whole[key & (whole.length - 1)] ?? 0, whole.length) : 0
    }
    links[keys.length] = read
    if (whole.length > 0) follow(entries, links, keys.length)
  }

  #linksFor(count: number): Uint32Array {
    if (count > this.#links.length) this.#links = new Uint32Array(count * 2)
    return this.#links
  }

  /** Makes ready for entries that come, so that there will be so many in all. */
  reserve(entries: Uint32Array, all: number, coming: number): void {
    while (all >= this.#heads.length * BUCKET_LOAD) {
      this.#partMore(entries, this.#whole.length)
      this.#whole = this.#heads
      this.#turn = 0
      this.#heads = new Uint32Array(this.#whole.length * PARTS)
    }
    // One per entry: done long before there are more again.
    if (this.#whole.length > 0) this.#partMore(entries, coming)
  }

  /** Puts all entries into their buckets anew. */
  relink(entries: Uint32Array, used: number): void {
    this.#whole = new Uint32Array()
    this.#heads.fill(0)
    for (let entry = 0; entry < used; entry++)
      this.link(entries, entry, entries[entry * FIELDS + KEY] ?? 0)
  }

  #partMore(entries: Uint32Array, count: number): void {
    const end = Math.min(this.#whole.length, this.#turn + count)
    const [whole, links] = [this.#whole, this.#linksFor(AT_ONCE)]
    while (this.#turn < end) {
      // Not more than stays near.
      const some = Math.min(end - this.#turn, AT_ONCE)
      for (let index = 0; index < some; index++)
        links[index] = entryOf(whole[this.#turn + index] ?? 0, whole.length)
      follow(entries, links, some)
      for (const last = this.#turn + some; this.#turn < last; this.#turn++)
        this.#part(entries, this.#turn)
    }
    if (this.#turn === this.#whole.length) this.#whole = new Uint32Array()
  }

  /** Parts a bucket, if that was not done yet: its entries keep their order in every part. */
  #part(entries: Uint32Array, bucket: number): void {
    const [heads, whole] = [this.#heads, this.#whole]
    const head = whole[bucket] ?? 0
    if (head === 0) return
    whole[bucket] = 0
    const bits = entryBits(heads.length)
    const [firsts, marks, lasts] = [this.#firsts, this.#marks, this.#lasts]
    for (let part = 0; part < PARTS; part++) firsts[part] = marks[part] = 0
    const shift = 31 - Math.clz32(whole.length)
    for (let link = entryOf(head, whole.length); link > 0;) {
      const place = (link - 1) * FIELDS
      const key = entries[place + KEY] ?? 0
      const part = (key >>> shift) & (PARTS - 1)
      if (firsts[part] === 0) firsts[part] = link
      else entries[(lasts[part] ?? 0) + NEXT] = link
      lasts[part] = place
      marks[part] = (marks[part] ?? 0) | (1 << (((key >>> 16) * (32 - bits)) >>> 16))
      link = entries[place + NEXT] ?? 0
    }
    for (let part = 0; part < PARTS; part++) {
      const first = firsts[part] ?? 0
      if (first === 0) continue
      entries[(lasts[part] ?? 0) + NEXT] = 0
      heads[bucket + part * whole.length] = ((marks[part] ?? 0) << bits) | first
    }
  }
}

/** Bits that the number of an entry plus one needs, which is less than four times as many as there are buckets. */
const entryBits = (buckets: number): number => 33 - Math.clz32(buckets)

const entryOf = (head: number, buckets: number): number => head & ((1 << entryBits(buckets)) - 1)

/** Reads the entries that these links lead to, and those that follow. */
function follow(entries: Uint32Array, links: Uint32Array, count: number): void {
  for (let step = 0; step < FETCHED; step++)
    for (let index = 0; index < count; index++) {
      const link = links[index] ?? 0
      if (link > 0) links[index] = entries[(link - 1) * FIELDS + NEXT] ?? 0
    }
}
