import { at } from '../at'
import { FUNCTION_WORDS } from '../text/function-words'
import { hashWord } from './hash'
import type { WordList } from './word-list'

/** What a report is about: its telling words and how often they stand, most frequent first. The arrays run in parallel. */
export interface Terms {
  readonly hashes: Uint32Array
  /** 1 + ln(count), in steps of 1/32 up to 255. */
  readonly weights: Uint8Array
}

/** Terms kept per report. More cost memory and add nothing on the study's collections. */
const MAX_TERMS = 80
/** Shortest word that is a term, in letters. */
const MIN_TERM = 3
const STEPS = 32
/** As signed numbers, which sets and maps hold without a box of their own. */
const FUNCTION_HASHES: ReadonlySet<number> = new Set(
  [...FUNCTION_WORDS].map((word) => hashWord(word) | 0)
)

/**
 * Returns the terms of a report by its words. O(words).
 *
 * @param omit - 1 for words that are not to count
 */
export function termsOf({ starts, ends, hashes, terms }: WordList, omit?: Uint8Array): Terms {
  const counts = new Map<number, number>()
  for (let index = 0; index < terms.length; index++) {
    if (omit?.[index] === 1) continue
    if ((ends[index] ?? 0) - (starts[index] ?? 0) < MIN_TERM) continue
    const term = (terms[index] ?? 0) | 0
    if (FUNCTION_HASHES.has((hashes[index] ?? 0) | 0) || FUNCTION_HASHES.has(term)) continue
    counts.set(term, (counts.get(term) ?? 0) + 1)
  }
  // Among words of one count those that come first in the report tell more; a map keeps that order, and sorting is stable.
  const top: [term: number, count: number][] = []
  for (const entry of counts) if (entry[1] > 1) top.push(entry)
  top.sort(([, many], [, more]) => more - many)
  for (const entry of counts) {
    if (top.length >= MAX_TERMS) break
    if (entry[1] === 1) top.push(entry)
  }
  const size = Math.min(top.length, MAX_TERMS)
  const found = { hashes: new Uint32Array(size), weights: new Uint8Array(size) }
  for (let index = 0; index < size; index++) {
    const [term, count] = at(top, index)
    found.hashes[index] = term
    found.weights[index] = weightOf(count)
  }
  return found
}

const weightOf = (count: number): number =>
  count === 1 ? STEPS : Math.min(255, Math.round(STEPS * (1 + Math.log(count))))
