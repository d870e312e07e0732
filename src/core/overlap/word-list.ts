import type { Canonical } from '../article/article'
import { at } from '../at'
import { fold } from '../text/fold'
import { words } from '../text/segment'
import type { Span } from '../text/span'
import { addUnit, EMPTY_WORD, hashWord, mix } from './hash'
import { proseBlocks } from './prose'

/** The words of a report's prose, in order; furniture and menus are left out. The arrays run in parallel. */
export interface WordList {
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** 32-bit hash of the folded word. */
  readonly hashes: Uint32Array
  /** 32-bit hash of the word as a term: without "'s" and plural "s". */
  readonly terms: Uint32Array
  /** 1 for words between quotation marks. */
  readonly quoted: Uint8Array
  /** Number of the stretch of prose that the word stands in; what is left out parts stretches. */
  readonly stretches: Int32Array
}

/** Returns the words of a report's prose. About 20 million code units a second for English. O(length). */
export function wordsOf(report: Canonical): WordList {
  return copyOf(READER.read(report))
}

/** Returns a list in memory of its own. */
export function copyOf(list: WordList): WordList {
  const size = list.hashes.length
  // One piece of memory: six cost more than what they hold.
  const memory = new ArrayBuffer(size * BYTES_PER_WORD)
  const copy = {
    starts: new Int32Array(memory, 0, size),
    ends: new Int32Array(memory, 4 * size, size),
    hashes: new Uint32Array(memory, 8 * size, size),
    terms: new Uint32Array(memory, 12 * size, size),
    stretches: new Int32Array(memory, 16 * size, size),
    quoted: new Uint8Array(memory, 20 * size, size)
  }
  copy.starts.set(list.starts)
  copy.ends.set(list.ends)
  copy.hashes.set(list.hashes)
  copy.terms.set(list.terms)
  copy.stretches.set(list.stretches)
  copy.quoted.set(list.quoted)
  return copy
}

/** Words for which there is space at first. */
const FIRST_SPACE = 1 << 12
/** Five lists of 32-bit numbers and one of flags. */
const BYTES_PER_WORD = 21
/** Words beyond which the space is given back after a text. */
const MOST_SPACE = 1 << 18

/** Reads words and follows quotation marks between them. One is used again and again, so that most texts cost no space. */
export class WordReader {
  #text = ''
  #starts = new Int32Array(FIRST_SPACE)
  #ends = new Int32Array(FIRST_SPACE)
  #hashes = new Uint32Array(FIRST_SPACE)
  #terms = new Uint32Array(FIRST_SPACE)
  #quoted = new Uint8Array(FIRST_SPACE)
  #stretches = new Int32Array(FIRST_SPACE)
  #size = 0
  #from = 0
  #inside = false
  #quoteBlock = false
  #stretch = 0

  /** Returns the words of a report's prose in memory that the next call uses again. */
  read(report: Canonical): WordList {
    const { text } = report
    if (this.#starts.length > MOST_SPACE) this.#resize(FIRST_SPACE)
    this.#text = text
    this.#size = 0
    let stretch = 0
    let last = -1
    for (const index of proseBlocks(report)) {
      const { span, role } = at(report.blocks, index)
      if (index !== last + 1) stretch++
      last = index
      this.#open(span.start, role === 'quote', stretch)
      if (this.#addPlain(span)) continue
      for (const word of words(text, span)) this.#addFolded(word)
    }
    this.#text = ''
    const size = this.#size
    return {
      starts: this.#starts.subarray(0, size),
      ends: this.#ends.subarray(0, size),
      hashes: this.#hashes.subarray(0, size),
      terms: this.#terms.subarray(0, size),
      stretches: this.#stretches.subarray(0, size),
      quoted: this.#quoted.subarray(0, size)
    }
  }

  #open(start: number, quoteBlock: boolean, stretch: number): void {
    this.#from = start
    this.#quoteBlock = quoteBlock
    this.#inside = quoteBlock
    this.#stretch = stretch
  }

  #addFolded({ start, end }: Span): void {
    const folded = fold(this.#text.slice(start, end))
    this.#inside = this.#quoteState(this.#from, start, this.#inside)
    this.#from = end
    if (this.#size === this.#starts.length) this.#resize(this.#size * 2)
    const place = this.#size++
    this.#starts[place] = start
    this.#ends[place] = end
    this.#hashes[place] = hashWord(folded)
    this.#terms[place] = hashWord(termOf(folded))
    this.#quoted[place] = this.#inside ? 1 : 0
    this.#stretches[place] = this.#stretch
  }

  /**
   * Adds the words of a stretch as `words` and `fold` read them, without making strings. Answers false, and adds none, when it has
   * signs other than ASCII and the usual quotation marks and dashes.
   */
  #addPlain({ start, end }: Span): boolean {
    const text = this.#text
    // Each word takes two units at least, the last one perhaps one.
    const most = this.#size + ((end - start + 1) >> 1)
    if (most > this.#starts.length) this.#resize(Math.max(most, this.#size * 2))
    const [starts, ends, quoted] = [this.#starts, this.#ends, this.#quoted]
    const [hashes, terms] = [this.#hashes, this.#terms]
    let size = this.#size
    let inside = this.#inside
    let before = this.#from
    for (let place = start; place < end;) {
      const first = text.charCodeAt(place)
      let unit = lowerOf(first)
      if (unit === 0) {
        if (first >= 0x80 && !isPlainSign(first)) return false
        place++
        continue
      }
      const from = place
      let hash = EMPTY_WORD
      // Hashes without the last one, two and three units, for the term.
      let butOne = EMPTY_WORD
      let butTwo = EMPTY_WORD
      let butThree: number
      let apostrophe = -2
      for (;;) {
        butThree = butTwo
        butTwo = butOne
        butOne = hash
        hash = addUnit(hash, unit)
        if (++place >= end) break
        const raw = text.charCodeAt(place)
        unit = lowerOf(raw)
        if (unit !== 0) continue
        if (raw !== APOSTROPHE && raw !== CURLY_APOSTROPHE) break
        if (place + 1 >= end || lowerOf(text.charCodeAt(place + 1)) === 0) break
        unit = APOSTROPHE
        apostrophe = place
      }
      // The hash that `termOf` would give.
      let stem = hash
      if (isS(text, place - 1)) {
        const owned = apostrophe === place - 2
        const last = owned ? apostrophe : place
        const plural = last - from >= MIN_PLURAL && isS(text, last - 1) && !isS(text, last - 2)
        if (owned) stem = plural ? butThree : butTwo
        else if (plural) stem = butOne
      }
      // Most words are parted by one space.
      if (from - before !== 1 || text.charCodeAt(before) !== SPACE)
        inside = this.#quoteState(before, from, inside)
      before = place
      const mixed = mix(hash)
      starts[size] = from
      ends[size] = place
      hashes[size] = mixed
      terms[size] = stem === hash ? mixed : mix(stem)
      quoted[size] = inside ? 1 : 0
      size++
    }
    this.#stretches.fill(this.#stretch, this.#size, size)
    this.#size = size
    this.#from = before
    this.#inside = inside
    return true
  }

  #quoteState(from: number, to: number, inside: boolean): boolean {
    return this.#quoteBlock ? inside : quoteStateAt(this.#text, from, to, inside)
  }

  #resize(space: number): void {
    this.#starts = resized(this.#starts, new Int32Array(space))
    this.#ends = resized(this.#ends, new Int32Array(space))
    this.#hashes = resized(this.#hashes, new Uint32Array(space))
    this.#terms = resized(this.#terms, new Uint32Array(space))
    this.#quoted = resized(this.#quoted, new Uint8Array(space))
    this.#stretches = resized(this.#stretches, new Int32Array(space))
  }
}

const READER = new WordReader()

function resized<T extends Int32Array | Uint32Array | Uint8Array>(from: T, to: T): T {
  to.set(from.length > to.length ? from.subarray(0, to.length) : from)
  return to
}

/** Shortest word whose final "s" may be a plural, in letters. */
const MIN_PLURAL = 5

/** Returns the form of a folded word that stands for its meaning: "harbour's" and "harbours" as "harbour". */
export function termOf(folded: string): string {
  const owner = folded.endsWith("'s") ? folded.slice(0, -2) : folded
  return owner.length >= MIN_PLURAL && owner.endsWith('s') && !owner.endsWith('ss')
    ? owner.slice(0, -1)
    : owner
}

const APOSTROPHE = 0x27
const CURLY_APOSTROPHE = 0x2019
const LETTER_S = 0x73
const SPACE = 0x20

/** Per code unit of ASCII: the lower-case form of a letter or digit, 0 for other signs. */
const LOWER = Uint8Array.from({ length: 0x80 }, (_, unit) => {
  const sign = String.fromCharCode(unit)
  return /[a-z0-9]/i.test(sign) ? sign.toLowerCase().charCodeAt(0) : 0
})

/** Returns the lower-case form of an ASCII letter or digit, 0 for anything else. */
const lowerOf = (unit: number): number => (unit < 0x80 ? (LOWER[unit] ?? 0) : 0)

/** Says whether a sign beyond ASCII is one that a reader takes as plain: the usual quotation marks, dashes and spaces. */
const isPlainSign = (unit: number): boolean =>
  unit === 0xa0 || unit === 0x2026 || (unit >= 0x2013 && unit <= 0x201e && unit !== 0x201b)

const isS = (text: string, place: number): boolean => lowerOf(text.charCodeAt(place)) === LETTER_S

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
