import { Pattern } from '../text/pattern'
import type { Span } from '../text/span'
import { matchesOf } from './matches'
import { firstEnding, type BodyWord, type Prepared } from './report'
import type { Vocabulary, Word } from './vocabulary'

/** A word, number or sign of a sentence; its stretch reaches to the next token, white space included. */
export interface Token extends Span {
  /** Start of the next token, or end of the stretch. */
  readonly until: number
  readonly word: Word
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
const NUMBER_GROUPS = [
  // money, percentages, measures: "$10.5 million", "20 percent", "40-mile"
  /[$€£¥]\s?\p{N}[\p{N}.,]{0,16}(?:\s?(?:thousand|million|billion|trillion|mln|bn|m|k)\b)?/gu,
  /\p{N}[\p{N}.,]{0,16}(?:\s?(?:%|per ?cent\b|percentage points?\b|thousand\b|million\b|billion\b|trillion\b|hundred\b|km\b|kilomet(?:er|re)s?\b|miles?\b|mm\b|cm\b|met(?:er|re)s?\b|feet\b|kg\b|kilograms?\b|tons?\b|tonnes?\b|°[CF]?|degrees\b|mph\b|a\.m\.|p\.m\.|am\b|pm\b)){1,2}/giu,
  // dates: "Sept. 14, 2023", "14 September 2023"
  new RegExp(`\\b(?:${MONTHS})\\.? \\d{1,2}(?:st|nd|rd|th)?(?:, \\d{4})?\\b`, 'gu'),
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:${MONTHS})\\b\\.?(?: \\d{4})?`, 'gu')
].map((expression) => new Pattern(expression))
// Two to four capitalised words on end.
const NAME_GROUP = new Pattern(
  /(?<![.!?“"‘] |^)\b(?!(?:Mr|Mrs|Ms|Dr|Sir|President|Prime|Minister|Foreign|Gen|Chief|The)\b)\p{Lu}[\p{L}\p{M}]+(?:[-’']\p{L}+)?(?: (?:\p{Lu}\.|(?:al|bin|de|van|von|der|da|di|el|ibn)(?= \p{Lu})|\p{Lu}[\p{L}\p{M}]+(?:-\p{Lu}?\p{L}+)?)){1,3}(?![\p{L}\p{M}])/gu
)

/** A stretch of one report. */
export interface Stretch {
  readonly text: string
  readonly span: Span
  /** Words of the text that are known already, in order: what is surely a token of its own is not cut again. */
  readonly known?: Pick<Prepared, 'words' | 'ends'>
}

const NOTHING_KNOWN = { words: [], ends: new Int32Array(0) }

/** Cuts a stretch of text into tokens that cover it. O(length). */
export function tokenize(
  { text, span, known = NOTHING_KNOWN }: Stretch,
  vocabulary: Vocabulary
): Token[] {
  const { words, ends } = known
  const tokens: Token[] = []
  let place = firstEnding(ends, span.start)
  let next = tokenAt(text, span.start, words[place], span.end)
  while (next !== undefined && next.start < span.end) {
    const { start, word } = next
    const end = Math.min(next.end, span.end)
    while ((words[place]?.start ?? Infinity) < end) place++
    next = tokenAt(text, next.end, words[place], span.end)
    const until = next === undefined ? span.end : Math.min(next.start, span.end)
    // "Kim’s" is a name and an ending, so that "Kim Jong Un’s" differs in the name alone.
    const owned = word === undefined && end - start > 2 && isPossessive(text, end)
    if (owned)
      tokens.push({
        start,
        end: end - 2,
        until: end - 2,
        word: vocabulary.word(text.slice(start, end - 2))
      })
    const from = owned ? end - 2 : start
    tokens.push({
      start: from,
      end,
      until,
      word: word ?? vocabulary.word(text.slice(from, end))
    })
  }
  return tokens
}

interface Found extends Span {
  /** Set when it is a known word. */
  readonly word?: Word | undefined
}

/** Returns the first token from a place on: the next known word when it stands there and no sign after it may belong to it. */
function tokenAt(
  text: string,
  from: number,
  known: BodyWord | undefined,
  end: number
): Found | undefined {
  let start = from
  while (start < end && text.charCodeAt(start) === SPACE) start++
  if (
    known?.start === start &&
    known.end <= end &&
    known.word.plain &&
    partsWords(text, known.end, known.end - start)
  )
    return known
  TOKEN.lastIndex = start
  const match = TOKEN.exec(text)
  return match === null ? undefined : { start: match.index, end: match.index + match[0].length }
}

const SPACE = 0x20

/** Says whether a plain word of so many letters surely ends before a sign: at white space or a sign that is in no word. */
function partsWords(text: string, at: number, length: number): boolean {
  const unit = text.charCodeAt(at)
  // A stop after a single letter may belong to initials.
  return unit === SPACE || unit === 0x2c || (unit === 0x2e && length > 1)
}

/** Says whether a word that ends here ends in "’s". */
function isPossessive(text: string, end: number): boolean {
  return /[sS]/.test(text.charAt(end - 1)) && /['’ʼ]/.test(text.charAt(end - 2))
}

/** Returns the runs of tokens that belong together, ascending, none within another. */
export function groupsOf(text: string, tokens: readonly Token[]): Group[] {
  const first = tokens[0]
  const last = tokens.at(-1)
  if (first === undefined || last === undefined) return []
  // Most sentences have neither numbers nor names of several words.
  const patterns = tokens.some(({ word }) => word.kind === 'number') ? [...NUMBER_GROUPS] : []
  if (tokens.some(({ word }, index) => word.capital && isCapitalNear(tokens, index + 1)))
    patterns.push(NAME_GROUP)
  if (patterns.length === 0) return []
  const { start } = first
  const stretch = text.slice(start, last.end)
  const groups: Group[] = []
  const taken = new Uint8Array(tokens.length)
  for (const pattern of patterns) {
    for (const match of matchesOf(pattern, stretch)) {
      const from = tokens.findIndex((token) => token.end > start + match.index)
      let to = from
      const end = start + match.index + match[0].length
      while (to < tokens.length && (tokens[to]?.start ?? end) < end) to++
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
    if (tokens[index]?.word.capital === true) return true
  return false
}
