import { Scratch } from './scratch'
import { shingleHashes } from './shingle'

/** Neighbouring shingles of which one stands for all. Higher saves memory and misses short or edited passages. */
export const WINDOW = 4

/**
 * Returns the keys of the shingles that stand for a text, in text order, by the hashes of its words.
 *
 * @param shingles - of the words, for texts of which they are known
 * @param into - memory for the keys, when they are needed for a moment only
 */
export function fingerprint(
  wordHashes: Uint32Array,
  {
    shingles = shingleHashes(wordHashes),
    into
  }: { readonly shingles?: Uint32Array; readonly into?: Scratch } = {}
): Uint32Array {
  const keys = winnow(shingles, WINDOW, into)
  for (let index = 0; index < keys.length; index++) keys[index] = shingles[keys[index] ?? 0] ?? 0
  return keys
}

/**
 * Chooses the hashes that stand for a text: the smallest of every `window` neighbours, the rightmost on ties, each once.
 *
 * Two texts that share a run of `window + k − 1` words are sure to share one.
 *
 * @param hashes - one per shingle, in text order
 * @param into - memory for the answer
 * @returns positions in `hashes`, ascending; O(n)
 * Source: Schleimer, Wilkerson & Aiken, "Winnowing", SIGMOD 2003.
 */
export function winnow(hashes: Uint32Array, window: number, into = new Scratch()): Uint32Array {
  const chosen = into.numbers(hashes.length)
  let count = 0
  // A text shorter than one window is stood for by its smallest hash.
  const windows = Math.max(Math.min(1, hashes.length), hashes.length - window + 1)
  let smallest = -1
  let least = 0
  for (let start = 0; start < windows; start++) {
    const end = Math.min(start + window, hashes.length)
    const passed = smallest < start
    const from = passed ? start : end - 1
    if (passed) least = Infinity
    const before = smallest
    for (let place = from; place < end; place++) {
      const hash = hashes[place] ?? 0
      if (hash > least) continue
      least = hash
      smallest = place
    }
    if (smallest !== before) chosen[count++] = smallest
  }
  return chosen.subarray(0, count)
}
