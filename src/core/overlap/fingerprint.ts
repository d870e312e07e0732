import { shingleHashes } from './shingle'

/** Neighbouring shingles of which one stands for all. Higher saves memory and misses short or edited passages. */
export const WINDOW = 4

/** Returns the keys of the shingles that stand for a text, in text order, by the hashes of its words. */
export function fingerprint(wordHashes: Uint32Array): Uint32Array {
  const shingles = shingleHashes(wordHashes)
  const chosen = winnow(shingles, WINDOW)
  const keys = new Uint32Array(chosen.length)
  for (let index = 0; index < keys.length; index++) keys[index] = shingles[chosen[index] ?? 0] ?? 0
  return keys
}

/**
 * Chooses the hashes that stand for a text: the smallest of every `window` neighbours, the rightmost on ties, each once.
 *
 * Two texts that share a run of `window + k − 1` words are sure to share one.
 *
 * @param hashes - one per shingle, in text order
 * @returns positions in `hashes`, ascending; O(n)
 * Source: Schleimer, Wilkerson & Aiken, "Winnowing", SIGMOD 2003.
 */
export function winnow(hashes: Uint32Array, window: number): number[] {
  const chosen: number[] = []
  // A text shorter than one window is stood for by its smallest hash.
  const windows = Math.max(Math.min(1, hashes.length), hashes.length - window + 1)
  let smallest = -1
  for (let start = 0; start < windows; start++) {
    const end = Math.min(start + window, hashes.length)
    if (smallest < start) {
      smallest = start
      for (let place = start + 1; place < end; place++)
        if ((hashes[place] ?? 0) <= (hashes[smallest] ?? 0)) smallest = place
    } else if ((hashes[end - 1] ?? 0) <= (hashes[smallest] ?? 0)) smallest = end - 1
    if (chosen.at(-1) !== smallest) chosen.push(smallest)
  }
  return chosen
}
