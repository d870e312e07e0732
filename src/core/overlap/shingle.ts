import { mix } from './hash'
import type { Scratch } from './scratch'

/** Words of a shingle. Fewer find more heavily edited copies and more chance; see docs/overlap.md for the measured table. */
export const SHINGLE_WORDS = 4

/** Words of the shingles by which containment and resemblance are told: the usual measure, stricter than that of finding. */
export const CONTAINMENT_WORDS = 5

const FACTOR = 0x9e3779b1

/**
 * Returns one hash per run of `size` words, in order; empty for shorter texts. O(words).
 *
 * @param into - memory for them, when they are needed for a moment only
 */
export function shingleHashes(
  hashes: Uint32Array,
  {
    size = SHINGLE_WORDS,
    into
  }: { readonly size?: number; readonly into?: Scratch | undefined } = {}
): Uint32Array {
  const count = Math.max(0, hashes.length - size + 1)
  const shingles = into?.numbers(count) ?? new Uint32Array(count)
  // What a word that leaves the run had come to.
  let leaving = 1
  for (let word = 1; word < size; word++) leaving = Math.imul(leaving, FACTOR)
  let hash = 0
  for (let end = 0; end < hashes.length; end++) {
    hash = (Math.imul(hash, FACTOR) + (hashes[end] ?? 0)) | 0
    const start = end - size + 1
    if (start < 0) continue
    shingles[start] = mix(hash)
    hash = (hash - Math.imul(hashes[start] ?? 0, leaving)) | 0
  }
  return shingles
}
