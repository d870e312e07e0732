import { bytesOf, lettersOf } from './dictionary'
import type { PostingsStore } from './store'
import type { Vocabulary } from './vocabulary'

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
export function guesses(store: PostingsStore, vocabulary: Vocabulary, word: string): string[] {
  const letters = Array.from(word)
  if (letters.length < SHORTEST) return []
  const furthest = letters.length >= TWO_EDITS_FROM ? 2 : 1
  for (let most = 1; most <= furthest; most++) {
    const found = new Set<string>()
    for (const first of new Set(letters.slice(0, 2))) {
      const swapped = first !== letters[0]
      if (!swapped || most === 1) collect(store, { word, first, most, swapped }, found)
    }
    const nearest = commonest(vocabulary, found)
    if (nearest.length > 0) return nearest
  }
  return []
}

interface Guess {
  readonly word: string
  readonly first: string
  readonly most: number
  /** Only words in which the first two letters are swapped. */
  readonly swapped: boolean
}

function collect(store: PostingsStore, guess: Guess, found: Set<string>): void {
  const { word, most } = guess
  const bytes = bytesOf(word)
  const wanted = lettersOf(bytes, 0, bytes.length)
  // A letter has at most two bytes in the alphabets that have typing errors.
  const bytesOfLetter = bytes.length === word.length ? 1 : 2
  const prefix = bytesOf(guess.swapped ? guess.first + word.charAt(0) : guess.first)
  for (const { dictionary } of store.segments) {
    const { offsets, letters } = dictionary
    const range = dictionary.range(prefix)
    for (let index = range.start; index < range.end; index++) {
      const length = (offsets[index + 1] ?? 0) - (offsets[index] ?? 0)
      if (Math.abs(length - bytes.length) > 2 * most) continue
      if (apart(letters[index] ?? 0, wanted) > 2 * bytesOfLetter * most) continue
      const other = dictionary.word(index)
      if (!found.has(other) && editDistance(word, other, most) <= most) found.add(other)
    }
  }
}

/** Returns the words that living documents hold, the commonest first. */
function commonest(vocabulary: Vocabulary, words: ReadonlySet<string>): string[] {
  return [...words]
    .map((word) => ({ word, documents: vocabulary.documentsWith(word) }))
    .filter(({ documents }) => documents > 0)
    .sort((a, b) => b.documents - a.documents || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_GUESSES)
    .map(({ word }) => word)
}

/** Returns in how many bits two numbers differ. Source: Warren, "Hacker's Delight", 5-1. */
function apart(a: number, b: number): number {
  let bits = a ^ b
  bits -= (bits >>> 1) & 0x55555555
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
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
