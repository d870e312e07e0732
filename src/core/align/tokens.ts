import { fold } from '../text/fold'
import type { Span } from '../text/span'

/** A word, number or sign of a sentence; its stretch reaches to the next token, white space included. */
export interface Token {
  readonly span: Span
  /** Start of the next token, or end of the stretch. */
  readonly until: number
  /** Comparison form: tokens of equal form are the same word. */
  readonly form: string
  /** Signs and function words bind nothing by themselves. */
  readonly kind: 'word' | 'number' | 'sign'
}

/** A run of tokens that is shown whole when any of it changes: a number with its unit, a date, a name. Half-open indexes. */
export interface Group {
  readonly from: number
  readonly to: number
}

const MONTHS =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?'
// One token each: decimals and thousands, initials, words with inner apostrophes or hyphens, any other sign.
const TOKEN =
  /\p{N}[\p{N}\p{M}]*(?:[.,:/]\p{N}+){0,8}|(?:\p{Lu}\.){2,6}|[\p{L}\p{M}\p{N}]+(?:['’ʼ\-‐‑][\p{L}\p{M}\p{N}]+){0,6}|[^\s]/gu
const POSSESSIVE = /['’ʼ]s$/iu
const GROUPS = [
  // money, percentages, measures: "$10.5 million", "20 percent", "40-mile"
  /[$€£¥]\s?\p{N}[\p{N}.,]{0,16}(?:\s?(?:thousand|million|billion|trillion|mln|bn|m|k)\b)?/gu,
  /\p{N}[\p{N}.,]{0,16}(?:\s?(?:%|per ?cent\b|percentage points?\b|thousand\b|million\b|billion\b|trillion\b|hundred\b|km\b|kilomet(?:er|re)s?\b|miles?\b|mm\b|cm\b|met(?:er|re)s?\b|feet\b|kg\b|kilograms?\b|tons?\b|tonnes?\b|°[CF]?|degrees\b|mph\b|a\.m\.|p\.m\.|am\b|pm\b)){1,2}/giu,
  // dates: "Sept. 14, 2023", "14 September 2023"
  new RegExp(`\\b(?:${MONTHS})\\.? \\d{1,2}(?:st|nd|rd|th)?(?:, \\d{4})?\\b`, 'gu'),
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:${MONTHS})\\b\\.?(?: \\d{4})?`, 'gu'),
  // names: two to four capitalised words on end
  /(?<![.!?“"‘] |^)\b(?!(?:Mr|Mrs|Ms|Dr|Sir|President|Prime|Minister|Foreign|Gen|Chief|The)\b)\p{Lu}[\p{L}\p{M}]+(?:[-’']\p{L}+)?(?: (?:\p{Lu}\.|(?:al|bin|de|van|von|der|da|di|el|ibn)(?= \p{Lu})|\p{Lu}[\p{L}\p{M}]+(?:-\p{Lu}?\p{L}+)?)){1,3}(?![\p{L}\p{M}])/gu
]

/** Cuts a stretch of text into tokens that cover it. O(length). */
export function tokenize(text: string, within: Span): Token[] {
  const spans: Span[] = []
  TOKEN.lastIndex = within.start
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    if (match.index >= within.end) break
    const end = Math.min(match.index + match[0].length, within.end)
    // "Kim’s" is a name and an ending, so that "Kim Jong Un’s" differs in the name alone.
    const owner = POSSESSIVE.test(match[0]) && end - match.index > 2 ? end - 2 : end
    spans.push({ start: match.index, end: owner })
    if (owner < end) spans.push({ start: owner, end })
  }
  return spans.map((span, index) => {
    const word = text.slice(span.start, span.end)
    return {
      span,
      until: spans[index + 1]?.start ?? within.end,
      form: formOf(word),
      kind: /\p{N}/u.test(word) ? 'number' : /[\p{L}]/u.test(word) ? 'word' : 'sign'
    }
  })
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
  const start = first.span.start
  const stretch = text.slice(start, last.span.end)
  const groups: Group[] = []
  const taken = new Uint8Array(tokens.length)
  for (const pattern of GROUPS) {
    for (const match of stretch.matchAll(pattern)) {
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
