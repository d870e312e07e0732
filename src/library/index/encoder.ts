import type { Article } from '../../core/article/article'
import { eachNumber } from '../../core/search/numbers'
import { isStopWord } from '../../core/search/stop-words'
import { BREAK, eachToken, INNER, termOf, termsOf, unitKind, WORD } from '../../core/search/tokens'
import { hashOf } from './stream'
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

interface Known {
  readonly term: string
  /** Its term as a word of a title, once it was one. */
  titleTerm: string
  readonly hash: number
  /** Its number among the commonest words, 0 for any other. */
  readonly common: number
  /** The article (by stamp) in which it was last seen, and its place among that article's terms. */
  stamp: number
  at: number
  titleStamp: number
}

/**
 * Turns contents into the terms that the engine keeps, each once, and remembers for the last content how often each stood there
 * and the order of all words. So the engine asks once per distinct word, which makes adding twice as fast as handing it all.
 */
export class ArticleEncoder {
  /** Words in the last content, title included. */
  length = 0
  readonly #words = new WordTable<Known>()
  readonly #tell = (start: number, end: number): void =>
    this.#word(start, end, this.#hash(start, end))
  #stamp = 0
  #terms: string[] = []
  #counts = new Uint32Array(1024)
  #stream = new Uint16Array(4096)
  #streamLength = 0
  #content = ''
  #units = new Uint16Array(1 << 14)
  #inTitle = false
  #before: Known | null = null
  readonly #common = new Map<string, number>()
  /** The article in which a pair of common words was last noted. */
  readonly #pairs = new Uint32Array(COMMON_WORDS * COMMON_WORDS)
  readonly #pairTerms: string[] = []

  /** FlexSearch's encoder: distinct terms of a content, or the words of a query. */
  readonly encode = (content: string): string[] => {
    const authorsAt = content.indexOf(PART) + 1
    if (authorsAt === 0) return [...new Set(termsOf(content))]
    // Between articles only: within one, a word forgotten would be counted anew.
    if (this.#words.full) this.#words.clear()
    this.#begin(content)
    const titleAt = content.indexOf(PART, authorsAt) + 1
    const bodyAt = partEnd(content, titleAt)
    this.#add(FORMAT_TERM + content.slice(0, authorsAt - 1))
    const authors = termsOf(content.slice(authorsAt, titleAt - 1))
    for (const name of new Set(authors)) this.#add(AUTHOR_TERM + name)
    this.#inTitle = true
    this.#read(titleAt, bodyAt)
    this.#inTitle = false
    for (let at = bodyAt + 1; at <= content.length;) {
      this.#push(0)
      const end = partEnd(content, at)
      this.#read(at, end)
      at = end + 1
    }
    const numbers = new Set<string>()
    eachNumber(content.slice(bodyAt), (value) => numbers.add(value))
    for (const value of numbers) this.#add(NUMBER_TERM + value)
    return this.#terms
  }

  /** FlexSearch's score: the slot of a term by how often it stands in the content last encoded. */
  readonly slot = (_content: readonly string[], _term: string, index: number): number =>
    Math.min(this.#counts[index] ?? 1, SLOTS) - 1

  /** The hashes of all words of the last content in order: title, then blocks, a 0 before each block. */
  stream(): Uint16Array {
    return this.#stream.slice(0, this.#streamLength)
  }

  #begin(content: string): void {
    this.#terms = []
    this.#stamp++
    this.length = 0
    this.#streamLength = 0
    this.#content = content
    // A few units more than the content, for terms that are longer than what they were made from.
    if (content.length + LONGEST_TERM * 4 > this.#units.length) {
      this.#units = new Uint16Array(2 * content.length)
    }
    Buffer.from(this.#units.buffer).write(content, 'utf16le')
  }

  /** Reads words from units where a unit is enough to tell words apart; `eachToken` does it everywhere, and much slower. */
  #read(start: number, end: number): void {
    this.#before = null
    const units = this.#units
    for (let i = start; i < end; i++) {
      const kind = unitKind(units[i] ?? 0)
      if (kind === BREAK || kind === WORD || kind === INNER) continue
      eachToken(this.#content, { start, end }, this.#tell)
      return
    }
    let at = start
    while (at < end) {
      const first = units[at] ?? 0
      if (unitKind(first) !== WORD) {
        at++
        continue
      }
      const from = at
      let hash = hashStep(HASH_START, first)
      for (at++; at < end; at++) {
        const unit = units[at] ?? 0
        if (unitKind(unit) === BREAK) break
        hash = hashStep(hash, unit)
      }
      this.#word(from, at, hash)
    }
  }

  #word(start: number, end: number, hash: number): void {
    const known = this.#words.find(this.#units, start, end, hash) ?? this.#learn(start, end, hash)
    if (known === null) return
    this.length++
    this.#push(known.hash)
    if (known.common !== 0) this.#pair(known)
    else this.#before = null
    if (known.stamp === this.#stamp) this.#counts[known.at] = (this.#counts[known.at] ?? 0) + 1
    else {
      known.stamp = this.#stamp
      known.at = this.#add(known.term)
    }
    if (!this.#inTitle || known.titleStamp === this.#stamp) return
    known.titleStamp = this.#stamp
    if (known.titleTerm === '') known.titleTerm = keyed(TITLE_TERM + known.term)
    this.#add(known.titleTerm)
  }

  /** Notes that a common word stands after another, once per article. */
  #pair(known: Known): void {
    const before = this.#before
    this.#before = known
    if (before === null) return
    const place = before.common * COMMON_WORDS + known.common
    if (this.#pairs[place] === this.#stamp) return
    this.#pairs[place] = this.#stamp
    this.#add((this.#pairTerms[place] ??= keyed(pairTerm(before.term, known.term))))
  }

  #learn(start: number, end: number, hash: number): Known | null {
    if (end - start > LONGEST_TERM) return null
    // A copy of its own: a slice would keep the whole article in memory.
    const raw = Buffer.from(this.#content.slice(start, end)).toString()
    const term = termOf(raw)
    if (term === '' || term.length > 4 * LONGEST_TERM) return null
    if (term === raw) return this.#remember(start, end, hash, this.#newWord(term))
    // "The" and "the" share what is known of them, or a term would be counted apart.
    const at = this.#content.length
    Buffer.from(this.#units.buffer).write(term, 2 * at, 'utf16le')
    const termHash = this.#hash(at, at + term.length)
    const known =
      this.#words.find(this.#units, at, at + term.length, termHash) ??
      this.#remember(at, at + term.length, termHash, this.#newWord(term))
    return this.#remember(start, end, hash, known)
  }

  #newWord(term: string): Known {
    return {
      term: keyed(term),
      titleTerm: '',
      hash: hashOf(term),
      common: this.#commonNumber(term),
      stamp: 0,
      at: 0,
      titleStamp: 0
    }
  }

  #remember(start: number, end: number, hash: number, known: Known): Known {
    this.#words.learn(this.#units, start, end, hash, known)
    return known
  }

  #commonNumber(term: string): number {
    if (!isStopWord(term)) return 0
    const number = this.#common.get(term) ?? this.#common.size + 1
    this.#common.set(term, number)
    return number
  }

  #hash(start: number, end: number): number {
    let hash = HASH_START
    for (let i = start; i < end; i++) hash = hashStep(hash, this.#units[i] ?? 0)
    return hash
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

  #push(hash: number): void {
    if (this.#streamLength >= this.#stream.length) {
      const grown = new Uint16Array(this.#stream.length * 2)
      grown.set(this.#stream)
      this.#stream = grown
    }
    this.#stream[this.#streamLength++] = hash
  }
}

/** A dictionary: literals would leave a hidden class for every key. */
const keys = Object.create(null) as Record<string, true>

/**
 * Returns the same string as the engine keeps it for a key. It looks every term up in an object of its own for every article; a
 * string that was no key yet would be copied and hashed each time.
 */
function keyed(term: string): string {
  keys[term] = true
  const [key = term] = Object.keys(keys)
  Reflect.deleteProperty(keys, term)
  return key
}

function partEnd(content: string, from: number): number {
  const end = content.indexOf(PART, from)
  return end < 0 ? content.length : end
}
