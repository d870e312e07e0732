import type { Article } from '../../core/article/article'
import { eachNumber } from '../../core/search/numbers'
import { eachToken, termOf, termsOf } from '../../core/search/tokens'
import { hashOf } from './stream'

/** FlexSearch's resolution: slot 0 holds the articles in which a word stands `SLOTS` times or oftener, the last those with one. */
export const SLOTS = 16

/** Parts what `contentOf` joins; canonical text holds no control characters. */
const PART = '\u0000'
/** What stands before a term that is no word of the text. Sorts before every word. */
export const TITLE_TERM = '\u0001'
export const NUMBER_TERM = '\u0002'
export const AUTHOR_TERM = '\u0003'
export const FORMAT_TERM = '\u0004'
/** Terms from here on are words of the text. */
export const FIRST_WORD = '\u0005'

/** Most raw words remembered. A word costs about 150 bytes; English news has fewer in daily use. */
const REMEMBERED = 120_000
/** Longest word kept, in UTF-16 units; longer runs are base64 and the like. */
const LONGEST_TERM = 64

/** Returns what is handed to the engine for an article: format, authors, title and body blocks, without furniture. */
export function contentOf(article: Article): string {
  const authors = article.metadata.authors?.value.join(' ') ?? ''
  const parts = [article.format, authors, article.metadata.title.value.toWellFormed()]
  for (const block of article.blocks) {
    if (block.furniture === undefined)
      parts.push(article.text.slice(block.span.start, block.span.end))
  }
  return parts.join(PART)
}

interface Known {
  readonly term: string
  readonly titleTerm: string
  readonly hash: number
  /** The article (by stamp) in which it was last seen, and its place among that article's terms. */
  stamp: number
  at: number
  titleStamp: number
  titleAt: number
}

/**
 * Turns contents into the terms that the engine keeps, each once, and remembers for the last content how often each stood there
 * and the order of all words. So the engine asks once per distinct word, which makes adding twice as fast as handing it all.
 */
export class ArticleEncoder {
  /** Words in the last content, title included. */
  length = 0
  readonly #known = new Map<string, Known>()
  readonly #tell = (start: number, end: number): void => this.#word(start, end)
  #stamp = 0
  #terms: string[] = []
  #counts = new Uint32Array(1024)
  #stream = new Uint16Array(4096)
  #streamLength = 0
  #text = ''
  #inTitle = false

  /** FlexSearch's encoder: distinct terms of a content, or the words of a query. */
  readonly encode = (content: string): string[] => {
    if (!content.includes(PART)) return [...new Set(termsOf(content))]
    // Between articles only: within one, a word forgotten would be counted anew.
    if (this.#known.size >= REMEMBERED) this.#known.clear()
    this.#terms = []
    this.#stamp++
    this.length = 0
    this.#streamLength = 0
    const [format = '', authors = '', title = '', ...blocks] = content.split(PART)
    this.#add(FORMAT_TERM + format)
    for (const name of new Set(termsOf(authors))) this.#add(AUTHOR_TERM + name)
    this.#inTitle = true
    this.#read(title)
    this.#inTitle = false
    const numbers = new Set<string>()
    for (const block of blocks) {
      this.#gap()
      this.#read(block)
      eachNumber(block, (value) => numbers.add(value))
    }
    for (const value of numbers) this.#add(NUMBER_TERM + value)
    return this.#terms
  }

  /** FlexSearch's score: the slot of a term by how often it stands in the content last encoded. */
  readonly slot = (_content: readonly string[], _term: string, index: number): number =>
    SLOTS - Math.min(this.#counts[index] ?? 1, SLOTS)

  /** The hashes of all words of the last content in order: title, then blocks, a 0 before each block. */
  stream(): Uint16Array {
    return this.#stream.slice(0, this.#streamLength)
  }

  #read(text: string): void {
    this.#text = text
    eachToken(text, { start: 0, end: text.length }, this.#tell)
  }

  #word(start: number, end: number): void {
    const raw = this.#text.slice(start, end)
    const known = this.#known.get(raw) ?? this.#learn(raw)
    if (known === undefined) return
    this.length++
    this.#push(known.hash)
    if (known.stamp === this.#stamp) this.#counts[known.at] = (this.#counts[known.at] ?? 0) + 1
    else {
      known.stamp = this.#stamp
      known.at = this.#add(known.term)
    }
    if (!this.#inTitle) return
    if (known.titleStamp === this.#stamp) return
    known.titleStamp = this.#stamp
    known.titleAt = this.#add(known.titleTerm)
  }

  #learn(raw: string): Known | undefined {
    if (raw.length > LONGEST_TERM) return undefined
    const term = termOf(raw)
    if (term === '') return undefined
    // "The" and "the" share what is known of them, or a term would be counted apart.
    let known = this.#known.get(term)
    if (known === undefined) {
      known = {
        term,
        titleTerm: TITLE_TERM + term,
        hash: hashOf(term),
        stamp: 0,
        at: 0,
        titleStamp: 0,
        titleAt: 0
      }
      this.#known.set(term, known)
    }
    // A copy of its own: a slice would keep the whole article in memory.
    if (raw !== term) this.#known.set(Buffer.from(raw).toString(), known)
    return known
  }

  #add(term: string): number {
    const at = this.#terms.length
    if (at >= this.#counts.length) {
      const grown = new Uint32Array(at * 2)
      grown.set(this.#counts)
      this.#counts = grown
    }
    this.#counts[at] = 1
    this.#terms.push(term)
    return at
  }

  #gap(): void {
    this.#push(0)
  }

  #push(hash: number): void {
    if (this.#streamLength >= this.#stream.length) {
      const grown = new Uint16Array(this.#stream.length * 2)
      grown.set(this.#stream)
      this.#stream = grown
    }
    this.#stream[this.#streamLength++] = hash
  }
}
