import type { Canonical, Metadata } from '../article/article'
import { fold } from '../text/fold'
import { FUNCTION_WORDS } from '../text/function-words'
import { sentences, words } from '../text/segment'
import type { Span } from '../text/span'
import { cuesOf } from './cues'
import { PairTable } from './pair-table'

/** What alignment reads of a report: canonical text with its blocks. Any `Article` is one. */
export interface Report extends Canonical {
  readonly metadata?: Metadata
}

/** A sentence of a report's body. */
export interface Unit {
  /** Index into the report's `blocks`. */
  readonly block: number
  readonly span: Span
  readonly words: number
  /** Distinct features (folded words and pairs of neighbours), ascending. */
  readonly features: Int32Array
  /** Same number, same folded words in the same order. */
  readonly wording: number
  /** Families of cues that its words belong to, bits of `CUE`. */
  readonly cues: number
}

/** A report cut into sentences, ready to be aligned with any other that was cut with the same vocabulary. */
export interface Prepared {
  readonly report: Report
  readonly units: readonly Unit[]
}

/** A word as it is written: its feature and the families of cues that it belongs to. */
interface Written {
  readonly feature: number
  readonly cues: number
}

/**
 * Numbers the features of several reports. A feature is a folded word or a pair of neighbouring folded words.
 * Grows with the texts; drop it with them.
 */
export class Vocabulary {
  readonly #words = new Map<string, number>()
  readonly #written = new Map<string, Written>()
  readonly #pairs = new PairTable()
  readonly #wordings = new Map<string, number>()
  /** Per feature: 1 function word, 2 other word, 3 pair. */
  readonly kinds: number[] = []

  get size(): number {
    return this.kinds.length
  }

  /** Returns what is known of a word as it is written. */
  word(written: string): Written {
    const known = this.#written.get(written)
    if (known !== undefined) return known
    const folded = fold(written)
    const fresh = { feature: this.#feature(folded), cues: cuesOf(written, folded) }
    this.#written.set(written, fresh)
    return fresh
  }

  #feature(folded: string): number {
    const known = this.#words.get(folded)
    if (known !== undefined) return known
    const id = this.kinds.push(FUNCTION_WORDS.has(folded) ? 1 : 2) - 1
    this.#words.set(folded, id)
    return id
  }

  pair(first: number, second: number): number {
    const id = this.#pairs.numberOf(first, second, this.kinds.length)
    if (id === this.kinds.length) this.kinds.push(3)
    return id
  }

  wording(key: string): number {
    const known = this.#wordings.get(key)
    if (known !== undefined) return known
    const id = this.#wordings.size
    this.#wordings.set(key, id)
    return id
  }
}

/** Cuts a report's body into sentences and numbers their features. Furniture is left out. O(length). */
export function prepare(report: Report, vocabulary: Vocabulary): Prepared {
  const units: Unit[] = []
  for (const [block, { span, furniture }] of report.blocks.entries()) {
    if (furniture !== undefined) continue
    for (const sentence of sentences(report.text, span))
      units.push(toUnit(report.text, sentence, block, vocabulary))
  }
  return { report, units }
}

function toUnit(text: string, span: Span, block: number, vocabulary: Vocabulary): Unit {
  const found = words(text, span)
  const ids = new Int32Array(found.length)
  const features = new Int32Array(Math.max(0, 2 * found.length - 1))
  let cues = 0
  for (const [index, { start, end }] of found.entries()) {
    const word = vocabulary.word(text.slice(start, end))
    ids[index] = word.feature
    cues |= word.cues
    features[2 * index] = word.feature
    if (index > 0) features[2 * index - 1] = vocabulary.pair(ids[index - 1] ?? 0, word.feature)
  }
  // A row of asterisks has no words: then the signs themselves are its wording.
  const key = ids.length > 0 ? ids.join() : text.slice(span.start, span.end)
  return {
    block,
    span,
    words: found.length,
    features: distinct(features.sort()),
    wording: vocabulary.wording(key),
    cues
  }
}

function distinct(ascending: Int32Array): Int32Array {
  let size = 0
  for (let index = 0; index < ascending.length; index++)
    if (index === 0 || ascending[index] !== ascending[index - 1])
      ascending[size++] = ascending[index] ?? 0
  return ascending.subarray(0, size)
}

/** Returns the families of cues in a stretch that begins within a sentence. O(log sentences) and its own sentences. */
export function cuesUnder(prepared: Prepared, span: Span): number {
  const { units } = prepared
  let low = firstUnder(prepared, span)
  let cues = 0
  for (let unit = units[low]; unit !== undefined && unit.span.start < span.end; unit = units[++low])
    cues |= unit.cues
  return cues
}

/** Returns the index of the first sentence that ends after a stretch begins. O(log sentences). */
export function firstUnder({ units }: Prepared, { start }: Span): number {
  let low = 0
  for (let high = units.length; low < high;) {
    const middle = (low + high) >> 1
    if ((units[middle]?.span.end ?? Infinity) <= start) low = middle + 1
    else high = middle
  }
  return low
}
