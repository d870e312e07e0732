import type { Canonical } from '../article/article'
import { at } from '../at'
import { fold } from '../text/fold'
import { words } from '../text/segment'
import { proseBlocks } from './prose'

/** Words of a shingle. Fewer find more heavily edited copies and more chance; see docs/overlap.md for the measured table. */
export const SHINGLE_WORDS = 5

/** The words of a report's prose, in order; furniture and menus are left out. The arrays run in parallel. */
export interface WordList {
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** 32-bit hash of the folded word. */
  readonly hashes: Uint32Array
  /** 1 for words between quotation marks. */
  readonly quoted: Uint8Array
  /** Number of the stretch of prose that the word stands in; what is left out parts stretches. */
  readonly stretches: Int32Array
}

/** Returns the words of a report's prose. O(length). */
export function wordsOf(report: Canonical): WordList {
  const { text } = report
  const starts: number[] = []
  const ends: number[] = []
  const hashes: number[] = []
  const quoted: number[] = []
  const stretches: number[] = []
  let stretch = 0
  let last = -1
  for (const index of proseBlocks(report)) {
    const { span, role } = at(report.blocks, index)
    if (index !== last + 1) stretch++
    last = index
    const found = words(text, span)
    let inside = role === 'quote'
    let from = span.start
    for (const word of found) {
      if (role !== 'quote') inside = quoteStateAt(text, from, word.start, inside)
      from = word.start
      starts.push(word.start)
      ends.push(word.end)
      hashes.push(hashWord(fold(text.slice(word.start, word.end))))
      quoted.push(inside ? 1 : 0)
      stretches.push(stretch)
    }
  }
  return {
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    hashes: Uint32Array.from(hashes),
    quoted: Uint8Array.from(quoted),
    stretches: Int32Array.from(stretches)
  }
}

const OPENING = /[\s([\u2014\u2013-]/u

/** Follows double quotation marks from one place to the next; single ones look like apostrophes and are not followed. */
function quoteStateAt(text: string, from: number, to: number, inside: boolean): boolean {
  let state = inside
  for (let place = from; place < to; place++) {
    const sign = text.charCodeAt(place)
    if (sign === 0x201c || sign === 0xab || sign === 0x201e) state = true
    else if (sign === 0x201d || sign === 0xbb) state = false
    // Two single marks are one double mark.
    else if (sign === 0x2018 && text.charCodeAt(place + 1) === 0x2018) state = true
    else if (sign === 0x2019 && text.charCodeAt(place - 1) === 0x2019) state = false
    // A straight mark opens after white space, so that one that is missing does not turn the rest inside out.
    else if (sign === 0x22) state = place === 0 || OPENING.test(text.charAt(place - 1))
  }
  return state
}

/**
 * Returns a well-mixed 32-bit hash of a word.
 * Source: FNV-1a, Fowler, Noll & Vo; finished with the mixer of MurmurHash3.
 */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < word.length; index++)
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193)
  return mix(hash)
}

function mix(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Returns one hash per run of `SHINGLE_WORDS` words, in order; empty for shorter texts. O(words). */
export function shingleHashes(hashes: Uint32Array): Uint32Array {
  const count = Math.max(0, hashes.length - SHINGLE_WORDS + 1)
  const shingles = new Uint32Array(count)
  for (let start = 0; start < count; start++) {
    let hash = 0
    for (let offset = 0; offset < SHINGLE_WORDS; offset++)
      hash = Math.imul(hash, 0x9e3779b1) + (hashes[start + offset] ?? 0)
    shingles[start] = mix(hash)
  }
  return shingles
}
