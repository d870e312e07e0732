import type { Article } from '../../core/article/article'
import { eachNumber } from '../../core/search/numbers'
import { isStopWord } from '../../core/search/stop-words'
import { BREAK, eachToken, INNER, termOf, termsOf, unitKind, WORD } from '../../core/search/tokens'
import { Uint32List } from './codec'
import { hashOf } from './stream'
import { COMMON, HASH, PLACE, SEEN, Terms, TITLED } from './terms'
import { HASH_START, hashStep, WordTable } from './word-table'

/**
 * FlexSearch's resolution: slot 0 of a word holds the articles in which it stands once, the last those with `SLOTS` or more. The
 * rest of BM25, the articles' lengths and the word's rarity, is applied when asked: so it is true of the library as it then is.
 */
export const SLOTS = 16

/** Parts what `contentOf` joins; canonical text holds no control characters. */
const PART = '\u0000'
/** What stands before a term that is no word of the text. Sorts before every word. */
export const TITLE_TERM = '\u0001'
export const NUMBER_TERM = '\u0002'
export const AUTHOR_TERM = '\u0003'
export const FORMAT_TERM = '\u0004'
/** Two of the commonest words side by side, so that phrases of such words are found without reading every article. */
const PAIR_TERM = '\u0005'
export function pairTerm(first: string, second: string): string {
  return `${PAIR_TERM}${first} ${second}`
}
/** Terms from here on are words of the text. */
export const FIRST_WORD = '\u0006'

/** Longest word kept, in UTF-16 units; longer runs are base64 and the like. */
const LONGEST_TERM = 64

/** Returns what is handed to the engine for an article: format, authors, title and body blocks, without furniture. */
export function contentOf(article: Article): string {
  const authors = article.metadata.authors?.value.join(' ') ?? ''
  const named = [authors, article.metadata.title.value]
  const parts = [article.format, ...named.map((text) => text.toWellFormed().replaceAll(PART, ' '))]
  for (const block of article.blocks) {
    if (block.furniture === undefined)
      parts.push(article.text.slice(block.span.start, block.span.end))
  }
  return parts.join(PART)
}

/** More than there are common words. */
const COMMON_WORDS = 256

/**
 * Turns contents into the terms that the engine keeps, each once, and remembers for the last content how often each stood there
 * and the order of all words. So the engine asks once per distinct word, which makes adding twice as fast as handing it all.
 */
export class ArticleEncoder {
  /** Words in the last content, title included. */
  length = 0
  readonly terms = new Terms()
  readonly #words = new WordTable()
  /** Numbers of terms that are no words: of format, authors, numbers. */
  readonly #others = new Map<string, number>()
  /** Numbers of the terms of pairs of common words, 0 for none. */
  readonly #pairs = new Uint32Array(COMMON_WORDS * COMMON_WORDS)
  readonly #common = new Map<string, number>()
  #article = 0
  #content = ''
  #units = new Uint16Array(1 << 14)
  /** The words of a part: where each begins and ends among the units, and its hash. */
  readonly #starts = new Uint32List()
  readonly #ends = new Uint32List()
  readonly #hashes = new Uint32List()
  readonly #tell = (start: number, end: number): void => {
    this.#found(start, end, this.#hash(start, end))
  }
  /** The terms of the last content, and their numbers and counts. */
  #names: string[] = []
  readonly #numbers = new Uint32List()
  #counts = new Uint32Array(1024)
  #stream = new Uint16Array(4096)
  #streamLength = 0
  /** The place of the term whose slot was asked for last. */
  #asked = 0

  /** FlexSearch's encoder: distinct terms of a content, or the words of a query. */
  readonly encode = (content: string): string[] => {
    const authorsAt = content.indexOf(PART) + 1
    if (authorsAt === 0) return [...new Set(termsOf(content))]
    this.#begin(content)
    const titleAt = content.indexOf(PART, authorsAt) + 1
    const bodyAt = partEnd(content, titleAt)
    this.#once(this.#other(FORMAT_TERM + content.slice(0, authorsAt - 1)))
    for (const name of termsOf(content.slice(authorsAt, titleAt - 1)))
      this.#once(this.#other(AUTHOR_TERM + name))
    this.#read(titleAt, bodyAt, true)
    for (let at = bodyAt + 1; at <= content.length;) {
      this.#push(0)
      const end = partEnd(content, at)
      this.#read(at, end, false)
      at = end + 1
    }
    eachNumber(content.slice(bodyAt), (value) => {
      this.#once(this.#other(NUMBER_TERM + value))
    })
    return this.#names
  }

  /** FlexSearch's score: the slot of a term by how often it stands in the content last encoded. */
  readonly slot = (_content: readonly string[], _term: string, index: number): number => {
    this.#asked = index
    return Math.min(this.#counts[index] ?? 1, SLOTS) - 1
  }

  /** Returns the number of a term of the content last encoded: of the one whose slot was asked for last, without a search. */
  numberOf(term: string): number {
    const at = this.#names[this.#asked] === term ? this.#asked : this.#names.indexOf(term)
    return this.#numbers.at(at)
  }

  /** The hashes of all words of the last content in order: title, then blocks, a 0 before each block. */
  stream(): Uint16Array {
    return this.#stream.slice(0, this.#streamLength)
  }

  /** Forgets all terms; numbers are given anew. */
  forget(): void {
    this.terms.clear()
    this.#words.clear()
    this.#others.clear()
    this.#pairs.fill(0)
  }

  #begin(content: string): void {
    this.#names = []
    this.#numbers.length = 0
    this.#article++
    this.length = 0
    this.#streamLength = 0
    this.#content = content
    // A few units more than the content, for terms that are longer than what they were made from.
    if (content.length + LONGEST_TERM * 4 > this.#units.length) {
      this.#units = new Uint16Array(2 * content.length)
    }
    Buffer.from(this.#units.buffer).write(content, 'utf16le')
  }

  #read(start: number, end: number, inTitle: boolean): void {
    this.#scan(start, end)
    const hashes = this.#hashes.view()
    const starts = this.#starts.view()
    const ends = this.#ends.view()
    let before = 0
    for (let i = 0; i < hashes.length; i++) {
      const term = this.#termAt(starts[i] ?? 0, ends[i] ?? 0, (hashes[i] ?? 0) | 0)
      if (term === 0) continue
      this.#word(term, before, inTitle)
      before = term
    }
  }

  /** Finds words by units where a unit is enough to tell words apart; `eachToken` does it everywhere, and much slower. */
  #scan(start: number, end: number): void {
    this.#clearFound()
    const units = this.#units
    for (let at = start; at < end;) {
      let unit = units[at] ?? 0
      let kind = unitKind(unit)
      const from = at
      let hash = HASH_START
      if (kind === WORD) {
        do {
          hash = hashStep(hash, unit)
          unit = units[++at] ?? 0
          kind = unitKind(unit)
        } while (at < end && (kind === WORD || kind === INNER))
        if (at >= end || kind === BREAK) {
          this.#found(from, at, hash)
          continue
        }
      }
      if (kind !== BREAK && kind !== INNER) {
        this.#clearFound()
        eachToken(this.#content, { start, end }, this.#tell)
        return
      }
      at++
    }
  }

  #clearFound(): void {
    for (const list of [this.#starts, this.#ends, this.#hashes]) list.length = 0
  }

  #found(start: number, end: number, hash: number): void {
    this.#starts.push(start)
    this.#ends.push(end)
    this.#hashes.push(hash)
  }

  #word(term: number, before: number, inTitle: boolean): void {
    const { terms } = this
    this.length++
    this.#push(terms.get(term, HASH))
    const common = terms.get(term, COMMON)
    if (common !== 0 && before !== 0 && terms.get(before, COMMON) !== 0) this.#pair(before, term)
    if (terms.get(term, SEEN) === this.#article) {
      const place = terms.get(term, PLACE)
      this.#counts[place] = (this.#counts[place] ?? 0) + 1
    } else this.#once(term)
    if (!inTitle) return
    let titled = terms.get(term, TITLED)
    if (titled === 0) {
      titled = terms.add(TITLE_TERM + (terms.names[term] ?? ''))
      terms.set(term, TITLED, titled)
    }
    this.#once(titled)
  }

  /** Notes that a common word stands after another. */
  #pair(before: number, term: number): void {
    const { terms } = this
    const place = terms.get(before, COMMON) * COMMON_WORDS + terms.get(term, COMMON)
    let pair = this.#pairs[place] ?? 0
    if (pair === 0) {
      pair = terms.add(pairTerm(terms.names[before] ?? '', terms.names[term] ?? ''))
      this.#pairs[place] = pair
    }
    this.#once(pair)
  }

  /** Returns the number of the term of a word; 0 when it has none. */
  #termAt(start: number, end: number, hash: number): number {
    const known = this.#words.find(this.#units, start, end, hash)
    return known === 0 ? this.#learn(start, end, hash) : known
  }

  #learn(start: number, end: number, hash: number): number {
    if (end - start > LONGEST_TERM) return 0
    const raw = this.#content.slice(start, end)
    const term = termOf(raw)
    if (term === '' || term.length > 4 * LONGEST_TERM) return 0
    let number: number
    if (term === raw) number = this.#newWord(term)
    else {
      // "The" and "the" share what is known of them, or a term would be counted apart.
      const at = this.#content.length
      Buffer.from(this.#units.buffer).write(term, 2 * at, 'utf16le')
      const termHash = this.#hash(at, at + term.length)
      number = this.#words.find(this.#units, at, at + term.length, termHash)
      if (number === 0) {
        number = this.#newWord(term)
        this.#words.learn(this.#units, at, at + term.length, termHash, number)
      }
    }
    this.#words.learn(this.#units, start, end, hash, number)
    return number
  }

  #newWord(term: string): number {
    const { terms } = this
    const number = terms.add(term)
    terms.set(number, HASH, hashOf(term))
    terms.set(number, COMMON, this.#commonNumber(term))
    return number
  }

  #commonNumber(term: string): number {
    if (!isStopWord(term)) return 0
    const number = this.#common.get(term) ?? this.#common.size + 1
    this.#common.set(term, number)
    return number
  }

  #other(term: string): number {
    let number = this.#others.get(term)
    if (number === undefined) {
      number = this.terms.add(term)
      this.#others.set(term, number)
    }
    return number
  }

  #hash(start: number, end: number): number {
    let hash = HASH_START
    for (let i = start; i < end; i++) hash = hashStep(hash, this.#units[i] ?? 0)
    return hash
  }

  /** Adds a term to those of the article, unless it is there. */
  #once(term: number): void {
    const { terms } = this
    if (terms.get(term, SEEN) === this.#article) return
    const place = this.#names.length
    terms.set(term, SEEN, this.#article)
    terms.set(term, PLACE, place)
    if (place >= this.#counts.length) {
      const grown = new Uint32Array(2 * place)
      grown.set(this.#counts)
      this.#counts = grown
    }
    this.#counts[place] = 1
    this.#numbers.push(term)
    this.#names.push(terms.names[term] ?? '')
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

function partEnd(content: string, from: number): number {
  const end = content.indexOf(PART, from)
  return end < 0 ? content.length : end
}
