import { mix } from './hash'

/** Words of a shingle. Fewer find more heavily edited copies and more chance; see docs/overlap.md for the measured table. */
export const SHINGLE_WORDS = 4

/** Words of the shingles by which containment and resemblance are told: the usual measure, stricter than that of finding. */
export const CONTAINMENT_WORDS = 5

/** Returns one hash per run of `size` words, in order; empty for shorter texts. O(words). */
export function shingleHashes(hashes: Uint32Array, size = SHINGLE_WORDS): Uint32Array {
  const count = Math.max(0, hashes.length - size + 1)
  const shingles = new Uint32Array(count)
  for (let start = 0; start < count; start++) {
    let hash = 0
    for (let offset = 0; offset < size; offset++)
      hash = Math.imul(hash, 0x9e3779b1) + (hashes[start + offset] ?? 0)
    shingles[start] = mix(hash)
  }
  return shingles
}
