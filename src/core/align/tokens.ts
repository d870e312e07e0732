import { fold } from '../text/fold'
import type { Span } from '../text/span'
import { matchesOf } from './matches'

/** A word, number or sign of a sentence; its stretch reaches to the next token, white space included. */
export interface Token {
  readonly span: Span
  /** Start of the next token, or end of the stretch. */
  readonly until: number
  /** Comparison form: tokens of equal form are the same word. */
  readonly form: string
  /** Number of the form in its `Lexicon`. */
  readonly id: number
  /** Signs and function words bind nothing by themselves. */
  readonly kind: 'word' | 'number' | 'sign'
  /** Begins with a capital letter. */
  readonly capital: boolean
}

/** What is known of a word by its writing alone. */
type WordForm = Pick<Token, 'form' | 'id' | 'kind' | 'capital'>

/** Remembers the forms of words, so that each writing is folded once. Grows with the texts; drop it with them. */
export class Lexicon {
  readonly #known = new Map<string, WordForm>()
  readonly #ids = new Map<string, number>()

  formOf(word: string): WordForm {
    const known = this.#known.get(word)
    if (known !== undefined) return known
    const small = SMALL_LETTERS.test(word)
    const form = small ? word : formOf(word)
    let id = this.#ids.get(form)
    if (id === undefined) this.#ids.set(form, (id = this.#ids.size))
    const fresh: WordForm = {
      form,
      id,
      kind: small ? 'word' : kindOf(word),
      capital: !small && /^\p{Lu}/u.test(word)
    }
    this.#known.set(word, fresh)
    return fresh
  }
}

/** A run of tokens that is shown whole when any of it changes: a number with its unit, a date, a name. Half-open indexes. */
export interface Group {
  readonly from: number
  readonly to: number
}

/** The common case, which needs no more looks. */
const SMALL_LETTERS = /^[a-z]+$/

function kindOf(word: string): Token['kind'] {
  if (/\p{N}/u.test(word)) return 'number'
  return /\p{L}/u.test(word) ? 'word' : 'sign'
}

const MONTHS =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?'
// One token each: decimals and thousands, initials, words with inner apostrophes or hyphens, any other sign.
const TOKEN =
  /\p{N}[\p{N}\p{M}]*(?:[.,:/]\p{N}+){0,8}|(?:\p{Lu}\.){2,6}|[\p{L}\p{M}\p{N}]+(?:['’ʼ\-‐‑][\p{L}\p{M}\p{N}]+){0,6}|[^\s]/gu
const NUMBER_GROUPS = [
  // money, percentages, measures: "$10.5 million", "20 percent", "40-mile"
  /[$€£¥]\s?\p{N}[\p{N}.,]{0,16}(?:\s?(?:thousand|million|billion|trillion|mln|bn|m|k)\b)?/gu,
  /\p{N}[\p{N}.,]{0,16}(?:\s?(?:%|per ?cent\b|percentage points?\b|thousand\b|million\b|billion\b|trillion\b|hundred\b|km\b|kilomet(?:er|re)s?\b|miles?\b|mm\b|cm\b|met(?:er|re)s?\b|feet\b|kg\b|kilograms?\b|tons?\b|tonnes?\b|°[CF]?|degrees\b|mph\b|a\.m\.|p\.m\.|am\b|pm\b)){1,2}/giu,
  // dates: "Sept. 14, 2023", "14 September 2023"
  new RegExp(`\\b(?:${MONTHS})\\.? \\d{1,2}(?:st|nd|rd|th)?(?:, \\d{4})?\\b`, 'gu'),
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:${MONTHS})\\b\\.?(?: \\d{4})?`, 'gu')
]
// Two to four capitalised words on end.
const NAME_GROUP =
  /(?<![.!?“"‘] |^)\b(?!(?:Mr|Mrs|Ms|Dr|Sir|President|Prime|Minister|Foreign|Gen|Chief|The)\b)\p{Lu}[\p{L}\p{M}]+(?:[-’']\p{L}+)?(?: (?:\p{Lu}\.|(?:al|bin|de|van|von|der|da|di|el|ibn)(?= \p{Lu})|\p{Lu}[\p{L}\p{M}]+(?:-\p{Lu}?\p{L}+)?)){1,3}(?![\p{L}\p{M}])/gu

/** Cuts a stretch of text into tokens that cover it. O(length). */
export function tokenize(text: string, within: Span, lexicon: Lexicon): Token[] {
  const tokens: Token[] = []
  const add = (start: number, end: number, until: number) => {
    const { form, id, kind, capital } = lexicon.formOf(text.slice(start, end))
    tokens.push({ span: { start, end }, until, form, id, kind, capital })
  }
  TOKEN.lastIndex = within.start
  let match = TOKEN.exec(text)
  while (match !== null && match.index < within.end) {
    const start = match.index
    const end = Math.min(start + match[0].length, within.end)
    match = TOKEN.exec(text)
    const until = match === null ? within.end : Math.min(match.index, within.end)
    // "Kim’s" is a name and an ending, so that "Kim Jong Un’s" differs in the name alone.
    const owned = end - start > 2 && isPossessive(text, end)
    if (owned) add(start, end - 2, end - 2)
    add(owned ? end - 2 : start, end, until)
  }
  return tokens
}

/** Says whether a word that ends here ends in "’s". */
function isPossessive(text: string, end: number): boolean {
  return /[sS]/.test(text.charAt(end - 1)) && /['’ʼ]/.test(text.charAt(end - 2))
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

/** Returns the runs of tokens that belong together, ascending, none within another. */
export function groupsOf(text: string, tokens: readonly Token[]): Group[] {
  const first = tokens[0]
  const last = tokens.at(-1)
  if (first === undefined || last === undefined) return []
  // Most sentences have neither numbers nor names of several words.
  const patterns = tokens.some(({ kind }) => kind === 'number') ? [...NUMBER_GROUPS] : []
  if (tokens.some(({ capital }, index) => capital && isCapitalNear(tokens, index + 1)))
    patterns.push(NAME_GROUP)
  if (patterns.length === 0) return []
  const start = first.span.start
  const stretch = text.slice(start, last.span.end)
  const groups: Group[] = []
  const taken = new Uint8Array(tokens.length)
  for (const pattern of patterns) {
    for (const match of matchesOf(pattern, stretch)) {
      const from = tokens.findIndex(({ span }) => span.end > start + match.index)
      let to = from
      const end = start + match.index + match[0].length
      while (to < tokens.length && (tokens[to]?.span.start ?? end) < end) to++
      if (from < 0 || to - from < 2 || taken.subarray(from, to).includes(1)) continue
      taken.fill(1, from, to)
      groups.push({ from, to })
    }
  }
  return groups.sort((x, y) => x.from - y.from)
}

/** Tokens within which the next word of a name begins: "Lena’s van Doorn". */
const NAME_REACH = 3

function isCapitalNear(tokens: readonly Token[], from: number): boolean {
  for (let index = from; index < from + NAME_REACH; index++)
    if (tokens[index]?.capital === true) return true
  return false
}
