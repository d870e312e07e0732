import { expect, test } from 'vitest'
import { Buckets, FIELDS, KEY, NEXT } from '../../../src/core/overlap/buckets'
import { Chance } from '../../bench/planted'

/** Enough for two rounds of more buckets. */
const ENTRIES = 60_000
/** Entries that come at a time, as of one report. */
const BATCH = 512

test('finds every entry of a key, the newest first, while buckets are parted', () => {
  const chance = new Chance(8)
  const entries = new Uint32Array(ENTRIES * FIELDS)
  const buckets = new Buckets()
  const truth = new Map<number, number[]>()
  let most = 0
  for (let used = 0; used < ENTRIES; used++) {
    if (used % BATCH === 0) {
      most = Math.max(
        most,
        changedBy(entries, used, () => buckets.reserve(entries, used + BATCH, BATCH))
      )
      const key = [...truth.keys()][chance.below(truth.size + 1)] ?? 0
      expect(found(entries, buckets, key)).toEqual(truth.get(key) ?? [])
    }
    const key = (chance.below(1 << 13) * 0x9e3779b1) >>> 0
    entries[used * FIELDS + KEY] = key
    const maybe = buckets.link(entries, used, key)
    const known = truth.get(key) ?? []
    if (known.length > 0) expect(maybe).toBe(true)
    truth.set(key, [used, ...known])
  }
  for (const [key, all] of truth) expect(found(entries, buckets, key)).toEqual(all)
  // No report does the work of all the others: a bucket per entry of its own is parted, of three entries or a few more.
  expect(most).toBeLessThan(BATCH * 4)
})

/** Returns the entries of a key in the order of its bucket. */
function found(entries: Uint32Array, buckets: Buckets, key: number): number[] {
  const all: number[] = []
  for (let link = buckets.first(key); link > 0; link = entries[(link - 1) * FIELDS + NEXT] ?? 0)
    if (entries[(link - 1) * FIELDS + KEY] === key) all.push(link - 1)
  return all
}

/** Returns how many of the first entries are followed by others after some work than before. */
function changedBy(entries: Uint32Array, used: number, work: () => void): number {
  const before = entries.slice(0, used * FIELDS)
  work()
  let changed = 0
  for (let place = NEXT; place < before.length; place += FIELDS)
    if (entries[place] !== before[place]) changed++
  return changed
}
