import type { Canonical, Metadata } from '../article/article'
import { fold } from '../text/fold'
import { FUNCTION_WORDS } from '../text/function-words'
import { sentences, words } from '../text/segment'
import type { Span } from '../text/span'

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
}

/** A report cut into sentences, ready to be aligned with any other that was cut with the same vocabulary. */
export interface Prepared {
  readonly report: Report
  readonly units: readonly Unit[]
}

/**
 * Numbers the features of several reports. A feature is a folded word or a pair of neighbouring folded words.
 * Grows with the texts; drop it with them.
 */
export class Vocabulary {
  readonly #words = new Map<string, number>()
  readonly #pairs = new Map<number, number>()
  readonly #wordings = new Map<string, number>()
  /** Per feature: 1 function word, 2 other word, 3 pair. */
  readonly kinds: number[] = []

  get size(): number {
    return this.kinds.length
  }

  word(folded: string): number {
    const known = this.#words.get(folded)
    if (known !== undefined) return known
    const id = this.kinds.push(FUNCTION_WORDS.has(folded) ? 1 : 2) - 1
    this.#words.set(folded, id)
    return id
  }

  pair(first: number, second: number): number {
    // Feature numbers stay far below 2^26, so that both fit one exact number.
    const key = first * 0x4000000 + second
    const known = this.#pairs.get(key)
    if (known !== undefined) return known
    const id = this.kinds.push(3) - 1
    this.#pairs.set(key, id)
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
  const features = new Set<number>()
  const ids: number[] = []
  for (const word of found) {
    const id = vocabulary.word(fold(text.slice(word.start, word.end)))
    const last = ids.at(-1)
    features.add(id)
    if (last !== undefined) features.add(vocabulary.pair(last, id))
    ids.push(id)
  }
  // A row of asterisks has no words: then the signs themselves are its wording.
  const key = ids.length > 0 ? ids.join(' ') : text.slice(span.start, span.end)
  return {
    block,
    span,
    words: found.length,
    features: Int32Array.from(features).sort(),
    wording: vocabulary.wording(key)
  }
}
