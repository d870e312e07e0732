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

/** Memory for the terms of a report, for those who need them for a moment only. */
export class TermsMemory implements Terms {
  readonly hashes = new Uint32Array(MAX_TERMS)
  readonly weights = new Uint8Array(MAX_TERMS)
}

/** Terms kept per report. More cost memory and add nothing on the study's collections. */
const MAX_TERMS = 80
/** Shortest word that is a term, in letters. */
const MIN_TERM = 3
const STEPS = 32
const FUNCTION_HASHES: ReadonlySet<number> = new Set(
  // As signed numbers, which sets hold without a box of their own.
  [...FUNCTION_WORDS].map((word) => hashWord(word) | 0)
)
/** One mark per lower bits of a function word: most words have none, and need no look into the set. */
const FUNCTION_MARKS = new Uint8Array(1 << 12)
for (const hash of FUNCTION_HASHES) FUNCTION_MARKS[hash & (FUNCTION_MARKS.length - 1)] = 1

const isFunctionWord = (hash: number): boolean =>
  FUNCTION_MARKS[hash & (FUNCTION_MARKS.length - 1)] === 1 && FUNCTION_HASHES.has(hash | 0)

/** Numbers for which there is space at first, and beyond which the space is given back after a text. */
const FIRST_SPACE = 1 << 9
const MOST_SPACE = 1 << 16

/** Counts numbers in the order in which they first come. One is used again and again, so that a text costs no space but its own. */
class Tally {
  numbers = new Uint32Array(FIRST_SPACE)
  counts = new Uint32Array(FIRST_SPACE)
  size = 0
  /** Open addressing by the lower bits: place in `numbers`, plus one. */
  #places = new Uint32Array(FIRST_SPACE * 2)
  #mask = 0

  /** @param most - numbers that will be added, at most */
  begin(most: number): void {
    let space = FIRST_SPACE
    while (space < most) space *= 2
    if (space > this.numbers.length || this.numbers.length > MOST_SPACE) {
      this.numbers = new Uint32Array(space)
      this.counts = new Uint32Array(space)
      this.#places = new Uint32Array(space * 2)
    } else this.#places.fill(0, 0, space * 2)
    this.#mask = space * 2 - 1
    this.size = 0
  }

  add(number: number): void {
    for (let slot = number & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const place = (this.#places[slot] ?? 0) - 1
      if (place < 0) {
        this.#places[slot] = this.size + 1
        this.numbers[this.size] = number
        this.counts[this.size++] = 1
        return
      }
      if (this.numbers[place] !== number) continue
      this.counts[place] = (this.counts[place] ?? 0) + 1
      return
    }
  }
}

const TALLY = new Tally()

/**
 * Returns the terms of a report by its words. O(words).
 *
 * @param omit - 1 for words that are not to count
 * @param into - memory for them, until it is used again
 */
export function termsOf(
  { starts, ends, hashes, terms }: WordList,
  {
    omit,
    into = new TermsMemory()
  }: { readonly omit?: Uint8Array; readonly into?: TermsMemory } = {}
): Terms {
  const tally = TALLY
  tally.begin(terms.length)
  for (let index = 0; index < terms.length; index++) {
    if (omit?.[index] === 1) continue
    if ((ends[index] ?? 0) - (starts[index] ?? 0) < MIN_TERM) continue
    const term = terms[index] ?? 0
    if (isFunctionWord(hashes[index] ?? 0) || isFunctionWord(term)) continue
    tally.add(term)
  }
  const { numbers, counts } = tally
  // Among words of one count those that come first in the report tell more; sorting is stable.
  const top: number[] = []
  for (let place = 0; place < tally.size; place++) if ((counts[place] ?? 0) > 1) top.push(place)
  top.sort((x, y) => (counts[y] ?? 0) - (counts[x] ?? 0))
  for (let place = 0; place < tally.size && top.length < MAX_TERMS; place++)
    if (counts[place] === 1) top.push(place)
  const size = Math.min(top.length, MAX_TERMS)
  for (let index = 0; index < size; index++) {
    const place = at(top, index)
    into.hashes[index] = numbers[place] ?? 0
    into.weights[index] = weightOf(counts[place] ?? 0)
  }
  return { hashes: into.hashes.subarray(0, size), weights: into.weights.subarray(0, size) }
}

const weightOf = (count: number): number =>
  count === 1 ? STEPS : Math.min(255, Math.round(STEPS * (1 + Math.log(count))))
