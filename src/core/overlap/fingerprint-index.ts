import type { ArticleId } from '../article/article'
import type { Fingerprints } from './fingerprint'

/** Reports looked at per key, newest first. A key of more reports is a template's, or one of very many copies. Bounds time. */
const MAX_HOLDERS = 400
const FIRST_CAPACITY = 1 << 12

/** Tells which reports share fingerprints. Adding costs nothing but the report's own fingerprints. */
export class FingerprintIndex {
  /** Per fingerprint: its key, its report's slot, and the next one in the same bucket (index + 1). */
  #keys = new Uint32Array(FIRST_CAPACITY)
  #slots = new Uint32Array(FIRST_CAPACITY)
  #next = new Uint32Array(FIRST_CAPACITY)
  #heads = new Uint32Array(FIRST_CAPACITY)
  #used = 0
  #dead = 0
  readonly #ids: (ArticleId | undefined)[] = []
  readonly #ranges: { from: number; to: number }[] = []
  readonly #slotOf = new Map<ArticleId, number>()

  get size(): number {
    return this.#slotOf.size
  }

  ids(): IterableIterator<ArticleId> {
    return this.#slotOf.keys()
  }

  add(id: ArticleId, { keys }: Fingerprints): void {
    this.remove(id)
    const slot = this.#ids.push(id) - 1
    this.#slotOf.set(id, slot)
    this.#reserve(this.#used + keys.length)
    const from = this.#used
    for (const key of keys) this.#insert(key, slot)
    this.#ranges.push({ from, to: this.#used })
  }

  remove(id: ArticleId): void {
    const slot = this.#slotOf.get(id)
    if (slot === undefined) return
    this.#slotOf.delete(id)
    this.#ids[slot] = undefined
    const range = this.#ranges[slot]
    this.#dead += range === undefined ? 0 : range.to - range.from
    if (this.#dead > FIRST_CAPACITY && this.#dead > this.#used / 2) this.#compact()
  }

  /** Returns the keys of a report, in text order. */
  keysOf(id: ArticleId): Uint32Array {
    const range = this.#ranges[this.#slotOf.get(id) ?? -1]
    return range === undefined ? new Uint32Array() : this.#keys.subarray(range.from, range.to)
  }

  /** Counts the keys that other reports have in common with these, leaving out the keys that `skip` names. */
  sharers(keys: Uint32Array, skip: ReadonlySet<number>): Map<ArticleId, number> {
    const counts = new Map<ArticleId, number>()
    for (const key of new Set(keys)) {
      if (skip.has(key)) continue
      for (const id of this.holders(key)) counts.set(id, (counts.get(id) ?? 0) + 1)
    }
    return counts
  }

  /** Returns the reports that hold a key, newest first, at most `MAX_HOLDERS`. */
  holders(key: number): ArticleId[] {
    const found: ArticleId[] = []
    let last = -1
    for (
      let at = this.#heads[key & (this.#heads.length - 1)] ?? 0;
      at > 0;
      at = this.#next[at - 1] ?? 0
    ) {
      if (this.#keys[at - 1] !== key) continue
      const slot = this.#slots[at - 1] ?? 0
      const id = this.#ids[slot]
      if (id === undefined || slot === last) continue
      last = slot
      found.push(id)
      if (found.length >= MAX_HOLDERS) break
    }
    return found
  }

  #insert(key: number, slot: number): void {
    const at = this.#used++
    const bucket = key & (this.#heads.length - 1)
    this.#keys[at] = key
    this.#slots[at] = slot
    this.#next[at] = this.#heads[bucket] ?? 0
    this.#heads[bucket] = at + 1
  }

  #reserve(needed: number): void {
    if (needed <= this.#keys.length) return
    let capacity = this.#keys.length
    while (capacity < needed) capacity *= 2
    const grow = (old: Uint32Array) => {
      const wider = new Uint32Array(capacity)
      wider.set(old)
      return wider
    }
    this.#keys = grow(this.#keys)
    this.#slots = grow(this.#slots)
    this.#next = grow(this.#next)
    this.#relink(capacity)
  }

  #relink(buckets: number): void {
    this.#heads = new Uint32Array(buckets)
    for (let at = 0; at < this.#used; at++) {
      const bucket = (this.#keys[at] ?? 0) & (buckets - 1)
      this.#next[at] = this.#heads[bucket] ?? 0
      this.#heads[bucket] = at + 1
    }
  }

  #compact(): void {
    let used = 0
    for (const [slot, range] of this.#ranges.entries()) {
      const from = used
      if (this.#ids[slot] !== undefined) {
        this.#keys.copyWithin(used, range.from, range.to)
        this.#slots.fill(slot, used, used + range.to - range.from)
        used += range.to - range.from
      }
      this.#ranges[slot] = { from, to: used }
    }
    this.#used = used
    this.#dead = 0
    this.#relink(this.#heads.length)
  }
}
