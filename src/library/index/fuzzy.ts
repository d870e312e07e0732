import { bytesOf } from './dictionary'
import type { PostingsStore } from './store'

/** Words from this length on may differ in two places, shorter ones in one. Higher finds less and errs less. */
const TWO_EDITS_FROM = 8
/** Words shorter than this have too many neighbours to guess from. */
const SHORTEST = 3
/** Most guesses for one word. */
const MOST_GUESSES = 6

/**
 * Returns the words of the vocabulary nearest to a word that is not there: one or two letters wrong, missing, too many or swapped;
 * only the nearest, the commonest first. The first letter is taken to be right, or swapped with the second.
 */
export function guesses(store: PostingsStore, word: string): string[] {
  const letters = Array.from(word)
  if (letters.length < SHORTEST) return []
  const most = letters.length >= TWO_EDITS_FROM ? 2 : 1
  const found = new Map<string, number>()
  for (const first of new Set(letters.slice(0, 2))) {
    const swapped = first !== letters[0]
    collect(store, { word, first, most: swapped ? 1 : most, swapped }, found)
  }
  return nearest(store, found)
}

interface Guess {
  readonly word: string
  readonly first: string
  readonly most: number
  /** Only words in which the first two letters are swapped. */
  readonly swapped: boolean
}

function collect(store: PostingsStore, guess: Guess, found: Map<string, number>): void {
  const { word, most } = guess
  const bytes = bytesOf(word)
  const wanted = lettersOf(bytes, 0, bytes.length)
  const prefix = bytesOf(guess.swapped ? guess.first + word.charAt(0) : guess.first)
  for (const { dictionary } of store.segments) {
    const range = dictionary.range(prefix)
    for (let index = range.start; index < range.end; index++) {
      const start = dictionary.offsets[index] ?? 0
      const end = dictionary.offsets[index + 1] ?? start
      // A letter has at most two bytes in the alphabets that have typing errors.
      if (Math.abs(end - start - bytes.length) > 2 * most) continue
      if (apart(lettersOf(dictionary.bytes, start, end), wanted) > 4 * most) continue
      const other = dictionary.word(index)
      const distance = found.has(other) ? Infinity : editDistance(word, other, most)
      if (distance <= most) found.set(other, distance)
    }
  }
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

/** Longest word compared, and the rows that comparing needs, made once. */
const ROW = 65
const rows = [new Uint16Array(ROW), new Uint16Array(ROW), new Uint16Array(ROW)] as const

/**
 * Returns the edits between two words (a letter changed, added, left out, or two swapped), or `most + 1` when there are more.
 * Source: optimal string alignment, Damerau 1964.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  if (b.length >= ROW) return most + 1
  let [before, last, row] = rows
  for (let j = 0; j <= b.length; j++) last[j] = j
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
