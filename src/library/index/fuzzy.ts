import { FIRST_WORD } from './encoder'
import type { PostingsStore } from './store'

/** Words from this length on may differ in two places, shorter ones in one. Higher finds less and errs less. */
const TWO_EDITS_FROM = 8
/** Words shorter than this have too many neighbours to guess from. */
const SHORTEST = 3
/** Most guesses for one word. */
const MOST_GUESSES = 6

/**
 * Returns the words of the vocabulary nearest to a word that is not there: one or two letters wrong, missing, too many or swapped;
 * nearest first, then the commonest. O(vocabulary).
 */
export function guesses(store: PostingsStore, word: string): string[] {
  if (word.length < SHORTEST) return []
  const most = word.length >= TWO_EDITS_FROM ? 2 : 1
  const wanted = lettersOf(Buffer.from(word), 0, Buffer.byteLength(word))
  const length = Buffer.byteLength(word)
  const found = new Map<string, number>()
  for (const { dictionary } of store.segments) {
    const { bytes, offsets } = dictionary
    for (let index = 0; index < dictionary.size; index++) {
      const start = offsets[index] ?? 0
      const end = offsets[index + 1] ?? start
      // Two bytes a letter is enough for the alphabets that have typing errors.
      if (Math.abs(end - start - length) > 2 * most) continue
      if (apart(lettersOf(bytes, start, end), wanted) > 4 * most) continue
      const other = dictionary.word(index)
      if (other < FIRST_WORD) continue
      const distance = editDistance(word, other, most)
      if (distance > most) continue
      found.set(other, distance)
    }
  }
  return nearest(store, found)
}

/** Returns the words of the least distance that living documents hold, the commonest first. */
function nearest(store: PostingsStore, distances: ReadonlyMap<string, number>): string[] {
  for (const wanted of new Set([...distances.values()].sort((a, b) => a - b))) {
    const living = [...distances]
      .filter(([, distance]) => distance === wanted)
      .map(([word]) => ({ word, documents: store.documentsWith(word) }))
      .filter(({ documents }) => documents > 0)
    if (living.length === 0) continue
    living.sort((a, b) => b.documents - a.documents || (a.word < b.word ? -1 : 1))
    return living.slice(0, MOST_GUESSES).map(({ word }) => word)
  }
  return []
}

/** Which of 32 classes of bytes a word holds, as bits: words of few edits differ in few of them. */
function lettersOf(bytes: Uint8Array, start: number, end: number): number {
  let letters = 0
  for (let i = start; i < end; i++) letters |= 1 << ((bytes[i] ?? 0) & 31)
  return letters
}

function apart(a: number, b: number): number {
  let bits = a ^ b
  let count = 0
  while (bits !== 0) {
    bits &= bits - 1
    count++
  }
  return count
}

/**
 * Returns the edits between two words (a letter changed, added, left out, or two swapped), or `most + 1` when there are more.
 * Source: optimal string alignment, Damerau 1964.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before = new Uint16Array(b.length + 1)
  let last = Uint16Array.from({ length: b.length + 1 }, (_, j) => j)
  let row = new Uint16Array(b.length + 1)
  for (let i = 1; i <= a.length; i++) {
    row[0] = i
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
      let edits = Math.min(
        (last[j - 1] ?? 0) + (same ? 0 : 1),
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1
      )
      const swapped =
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      if (swapped) edits = Math.min(edits, (before[j - 2] ?? 0) + 1)
      row[j] = edits
      least = Math.min(least, edits)
    }
    if (least > most) return most + 1
    ;[before, last, row] = [last, row, before]
  }
  return Math.min(last[b.length] ?? 0, most + 1)
}
