import { FUNCTION_WORDS } from '../text/function-words'
import { fold } from '../text/fold'
import { cuesOf, cuesOfLetters } from './cues'
import { PairTable } from './pair-table'

/** What is known of a word or sign by its writing alone. */
export interface Word {
  /** Number of the form: words of equal form are the same word. */
  readonly feature: number
  /** Comparison form. */
  readonly form: string
  /** Families of cues that it belongs to, bits of `CUE`. */
  readonly cues: number
  readonly kind: 'word' | 'number' | 'sign'
  /** Binds a sentence together and says little by itself. */
  readonly binds: boolean
  /** Begins with a capital letter. */
  readonly capital: boolean
  /** Nothing but letters of ASCII. */
  readonly plain: boolean
}

/**
 * Numbers the features of several reports. A feature is a folded word or a pair of neighbouring folded words.
 * Grows with the texts; drop it with them.
 */
export class Vocabulary {
  readonly #words = new Map<string, Word>()
  readonly #pairs = new PairTable()
  readonly #wordings = new Map<string | number, Wording[]>()
  #wordingCount = 0
  /** Per feature: 1 function word, 2 other word, 3 pair. */
  readonly kinds: number[] = []

  get size(): number {
    return this.kinds.length
  }

  /** Returns what is known of a word as it is written. */
  word(written: string): Word {
    const known = this.#words.get(written)
    if (known !== undefined) return known
    const plain = LETTERS.test(written)
    const form = plain ? written.toLowerCase() : formOf(written)
    // A form is a way of writing too, and its own form.
    const own = form === written ? undefined : this.word(form)
    const binds = own?.binds ?? FUNCTION_WORDS.has(form)
    const fresh: Word = {
      feature: own?.feature ?? this.kinds.push(binds ? 1 : 2) - 1,
      form,
      cues: plain ? cuesOfLetters(written, form) : cuesOf(written, form),
      kind: plain ? 'word' : kindOf(written),
      binds,
      capital: plain ? written.charAt(0) <= 'Z' : /^\p{Lu}/u.test(written),
      plain
    }
    this.#words.set(written, fresh)
    return fresh
  }

  pair(first: number, second: number): number {
    const id = this.#pairs.numberOf(first, second, this.kinds.length)
    if (id === this.kinds.length) this.kinds.push(3)
    return id
  }

  /** Numbers a sequence of words by their features; `signs` stand for a sentence without any. */
  wording(ids: Int32Array, signs: string): number {
    const key = ids.length > 0 ? hashOf(ids) : signs
    const alike = this.#wordings.get(key)
    const known = alike?.find((wording) => isEqual(wording.ids, ids))
    if (known !== undefined) return known.number
    const fresh = { ids, number: this.#wordingCount++ }
    if (alike === undefined) this.#wordings.set(key, [fresh])
    else alike.push(fresh)
    return fresh.number
  }
}

/** The common case, which needs no more looks. */
const LETTERS = /^[A-Za-z]+$/

function kindOf(word: string): Word['kind'] {
  if (/\p{N}/u.test(word)) return 'number'
  return /\p{L}/u.test(word) ? 'word' : 'sign'
}

const SIGNS: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-'
}

function formOf(word: string): string {
  return SIGNS[word] ?? fold(word).replace(/[‐‑]/g, '-')
}

/** A sequence of words that some sentence has, by their features. */
interface Wording {
  readonly ids: Int32Array
  readonly number: number
}

function hashOf(ids: Int32Array): number {
  let hash = ids.length
  for (let place = 0; place < ids.length; place++)
    hash = (Math.imul(hash, 0x01000193) ^ (ids[place] ?? 0)) | 0
  return hash
}

function isEqual(x: Int32Array, y: Int32Array): boolean {
  if (x.length !== y.length) return false
  for (let index = 0; index < x.length; index++) if (x[index] !== y[index]) return false
  return true
}
