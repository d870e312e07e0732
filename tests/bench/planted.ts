import type { Article } from '../../src/core/article/article'
import { toCanonical } from '../../src/core/text/canonical'
import type { Span } from '../../src/core/text/span'

/** A sentence of invented words that knows where it comes from. */
export interface Sentence {
  /** Equal in copies, edited or not. */
  readonly id: number
  readonly words: readonly string[]
}
export type Paragraph = readonly Sentence[]

/** Two reports of one origin, with the truth on both. */
export interface PlantedPair {
  readonly a: readonly Paragraph[]
  readonly b: readonly Paragraph[]
  /** Ids of the first sentences of paragraphs that were moved. */
  readonly moved: ReadonlySet<number>
}

const COMMON =
  'the of to and in a for is on that by with as at from it was be are this an have not has were which but their they said he his been more one had will about its who after there new also two up other than when out over first'.split(
    ' '
  )
const SYLLABLES =
  'ba bren co dal der eth fa gor hin is jo kel lor mi nath ol pra qui ros sel tor um vin wes yar zu cha dro ren tis'.split(
    ' '
  )
const VOCABULARY = 40_000
/** Share of words that bind sentences, as in English news. */
const FUNCTION_SHARE = 0.42

/** A source of repeatable chance. Source: mulberry32 by Tommy Ettinger, public domain. */
export class Chance {
  #state: number
  #nextId = 1

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit)
  }

  word(): string {
    if (this.next() < FUNCTION_SHARE)
      return COMMON[Math.floor(this.next() ** 2 * COMMON.length)] ?? 'the'
    // Rank falls off as in natural text.
    let rank = Math.floor(VOCABULARY ** this.next())
    let word = ''
    do {
      word += SYLLABLES[rank % SYLLABLES.length] ?? ''
      rank = Math.floor(rank / SYLLABLES.length)
    } while (rank > 0)
    return `${word}${['', 's', 'ed', 'a'][this.below(4)] ?? ''}`
  }

  sentence(): Sentence {
    const words = Array.from({ length: 8 + this.below(20) }, () => this.word())
    return { id: this.#nextId++, words }
  }

  paragraph(): Paragraph {
    return Array.from({ length: 1 + this.below(4) }, () => this.sentence())
  }

  /** Paragraphs of about so many words. */
  report(words: number): Paragraph[] {
    const paragraphs: Paragraph[] = []
    for (let count = 0; count < words;) {
      const paragraph = this.paragraph()
      paragraphs.push(paragraph)
      count += wordsIn(paragraph)
    }
    return paragraphs
  }

  /** Replaces, drops or adds words: `level` of all. */
  edit(paragraph: Paragraph, level: number): Paragraph {
    return paragraph.map(({ id, words }) => ({
      id,
      words: words.flatMap((word) => {
        if (this.next() >= level) return [word]
        const kind = this.next()
        if (kind < 0.7) return [this.word()]
        return kind < 0.85 ? [] : [word, this.word()]
      })
    }))
  }

  /** A copy as another outlet prints it: a fifth of the paragraphs dropped, one moved, words changed. */
  nearCopy(source: readonly Paragraph[], level: number): Paragraph[] {
    const kept = source
      .filter(() => this.next() >= 0.2)
      .map((paragraph) => this.edit(paragraph, level))
    const moved = kept.splice(this.below(kept.length), 1)
    kept.splice(this.below(kept.length + 1), 0, ...moved)
    return kept
  }

  /** A version of a report with everything that happens between versions: see the names of the steps. */
  version(source: readonly Paragraph[], level: number): PlantedPair {
    let b = source.filter(() => this.next() >= 0.12)
    const moved = new Set<number>()
    for (let times = Math.floor(b.length / 8); times > 0; times--) {
      const [paragraph] = b.splice(this.below(b.length), 1)
      if (paragraph === undefined) continue
      b.splice(this.below(b.length + 1), 0, paragraph)
      moved.add(paragraph[0]?.id ?? 0)
    }
    b = b.flatMap((paragraph) => (this.next() < 0.18 ? [paragraph, this.paragraph()] : [paragraph]))
    b = this.#splitAndMerge(b)
    return { a: source, b: b.map((paragraph) => this.edit(paragraph, level)), moved }
  }

  #splitAndMerge(paragraphs: readonly Paragraph[]): Paragraph[] {
    const result: Paragraph[] = []
    for (const paragraph of paragraphs) {
      const chance = this.next()
      const last = result.at(-1)
      if (chance < 0.2 && paragraph.length > 1) {
        const cut = 1 + this.below(paragraph.length - 1)
        result.push(paragraph.slice(0, cut), paragraph.slice(cut))
      } else if (chance < 0.35 && last !== undefined)
        result[result.length - 1] = [...last, ...paragraph]
      else result.push(paragraph)
    }
    return result
  }
}

const wordsIn = (paragraph: Paragraph): number =>
  paragraph.reduce((sum, { words }) => sum + words.length, 0)

/** Returns the paragraph as text. */
export function toText(paragraph: Paragraph): string {
  return paragraph
    .map(({ words }) => {
      const text = words.join(' ')
      return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
    })
    .join(' ')
}

/** Returns paragraphs as an article. */
export function toArticle(
  id: number,
  paragraphs: readonly Paragraph[],
  published?: string
): Article {
  const canonical = toCanonical(
    paragraphs.map((paragraph) => ({ text: toText(paragraph), role: 'paragraph' }))
  )
  return {
    ...canonical,
    id,
    metadata: {
      title: { value: `Report ${id}`, from: 'guess' },
      ...(published !== undefined && { published: { value: published, from: 'meta' } })
    },
    format: 'txt',
    contentHash: String(id),
    words: paragraphs.reduce((sum, paragraph) => sum + wordsIn(paragraph), 0)
  }
}

/** Returns where each sentence stands in the article made of the paragraphs. */
export function sentenceSpans(paragraphs: readonly Paragraph[]): { id: number; span: Span }[] {
  let at = 0
  return paragraphs.flatMap((paragraph) => {
    const spans = paragraph.map((sentence) => {
      const length = toText([sentence]).length
      const span = { start: at, end: at + length }
      at += length + 1
      return { id: sentence.id, span }
    })
    at += 1
    return spans
  })
}

/** Precision, recall and their harmonic mean. */
export interface Score {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

export function score(hits: number, found: number, wanted: number): Score {
  const precision = found === 0 ? 1 : hits / found
  const recall = wanted === 0 ? 1 : hits / wanted
  return { precision, recall, f1: (2 * precision * recall) / Math.max(precision + recall, 1e-9) }
}
