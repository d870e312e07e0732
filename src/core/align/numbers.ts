import { fold } from '../text/fold'
import { Pattern } from '../text/pattern'
import type { Span } from '../text/span'
import { ALL_CUES, CUE } from './cues'
import { matchesOf } from './matches'
import { sameName } from './names'

/** A number in a text with what it counts. */
export interface NumberFact {
  readonly span: Span
  /** The value; not a number for "dozens" and the like, which equal only themselves. */
  readonly value: number
  /** `%`, a currency sign, or empty. */
  readonly measure: string
  /** The word that is counted, as written; empty when none follows. */
  readonly noun: string
  /** The number as written, with its measure. */
  readonly text: string
}

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' '
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const SCALES: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mln: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12
}
const WORDS = [...SMALL, ...TENS].join('|')
const DIGITS = new Pattern(
  /(?<![\p{L}\p{N}.,]|\p{L}-)([$€£¥]\s?)?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?!\d|(?!(?:km|cm|mm|kg|mph|kph|ft|lbs?)\b)\p{L}{2})(?:[\s-]?(thousand|million|billion|trillion|hundred|dozen|mln|bn|[mk](?![\p{L}'’])))?(?:\s?(%|percent\b|per cent\b))?/giu
)
const SPELLED = new Pattern(
  new RegExp(
    `\\b(?:a |an )?(?:(?:${WORDS})(?:[- ](?:${WORDS}))?(?: (?:dozen|hundred|thousand|million|billion|trillion)){0,2}|(?<=\\ba |\\ban )(?:dozen|hundred|thousand|million|billion|trillion))\\b(?: (percent|per cent)\\b)?`,
    'giu'
  )
)
const VAGUE = new Pattern(
  /\b(?:dozens|scores|hundreds|thousands|tens of thousands|hundreds of thousands|millions|several|multiple)\b/giu
)
const YEAR = /^(?:19|20)\d{2}$/
// "one" counts only before words for people and things that are counted one by one.
// No `Pattern`: it is asked of the whole rest of a text.
const COUNTED =
  /^(?:person|people|man|woman|child|civilian|soldier|officer|boy|girl|worker|death|other|more|day|week|month|year|million|billion|hundred|thousand|ship|plane|drone|missile|dead|killed|injured|wounded|missing)\b/iu
/** The same length or weight again in other units: "10 kilometres (6.2 miles)". */
const CONVERTED = new Pattern(/\d\s?\p{L}{1,12}\s\((?:about\s|some\s)?$/u)
const CONVERSION_UNITS = 24
/** Code units after a number in which the counted word is looked for. */
const NOUN_REACH = 60

/**
 * Returns the numbers of a stretch, in order; years and ordinals are none. O(length).
 *
 * @param until - how far the words reach that may be counted
 * @param cues - families of cues in the stretch, bits of `CUE`
 */
export function numbersIn(
  text: string,
  within: Span,
  until = within.end,
  cues = ALL_CUES
): NumberFact[] {
  const stretch = text.slice(within.start, within.end)
  const found: NumberFact[] = []
  const add = (match: RegExpExecArray, value: number, measure: string) => {
    const start = within.start + match.index
    const lead = /^(?:a|an) (?=\p{L})/iu.exec(match[0])?.[0].length ?? 0
    const span = { start: start + lead, end: start + match[0].trimEnd().length }
    if (found.some((other) => other.span.start < span.end && span.start < other.span.end)) return
    const rest = text.slice(span.end, Math.min(until, span.end + NOUN_REACH))
    // "dozens of boats" counts what "24 boats" counts.
    const noun = nounAfter(Number.isNaN(value) ? rest.replace(OF, '') : rest)
    const money = measure === '' ? MONEY.find(([, words]) => words.test(rest))?.[0] : undefined
    found.push({ span, value, measure: money ?? measure, noun, text: text.slice(start, span.end) })
  }
  for (const match of (cues & CUE.figure) === 0 ? [] : matchesOf(DIGITS, stretch)) {
    const [, currency, digits = '', scale, percent] = match
    if (CONVERTED.test(stretch.slice(Math.max(0, match.index - CONVERSION_UNITS), match.index)))
      continue
    if (YEAR.test(digits) && scale === undefined && percent === undefined && currency === undefined)
      continue
    const value = Number(digits.replaceAll(',', '')) * (SCALES[scale?.toLowerCase() ?? ''] ?? 1)
    add(match, value, percent === undefined ? (currency?.trim() ?? '') : '%')
  }
  if ((cues & CUE.number) === 0) return found
  for (const match of matchesOf(SPELLED, stretch)) {
    const value = spelledValue(match[0])
    const after = () => text.slice(within.start + match.index + match[0].length, until).trimStart()
    if (Number.isNaN(value) || (value === 1 && !COUNTED.test(after()))) continue
    add(match, value, match[1] === undefined ? '' : '%')
  }
  for (const match of matchesOf(VAGUE, stretch)) add(match, NaN, '')
  return found.sort((x, y) => x.span.start - y.span.start)
}

function spelledValue(words: string): number {
  let total = 0
  let current = 0
  for (const word of words.toLowerCase().split(/[\s-]+/)) {
    const small = SMALL.indexOf(word)
    const ten = TENS.indexOf(word)
    const scale = SCALES[word]
    if (small >= 0) current += small
    else if (ten >= 0) current += 20 + 10 * ten
    else if (scale !== undefined) {
      current = Math.max(current, 1) * scale
      if (scale >= 1e3) {
        total += current
        current = 0
      }
    }
  }
  const value = total + current
  return value === 0 && !/zero/i.test(words) ? NaN : value
}

/** Currencies by their names after a number: "3 million dollars" is "$3 million". */
const MONEY: readonly (readonly [string, RegExp])[] = [
  ['$', /^\s(?:(?:US|U\.S\.) )?dollars?\b/iu],
  ['€', /^\seuros?\b/iu],
  ['£', /^\spounds? ?(?:sterling)?\b/iu],
  ['¥', /^\syen\b/iu]
]

const OF = /^\sof(?=\s)/u

/** Words that count nothing. */
const NO_NOUN =
  '(?!(?:of|and|or|in|on|at|to|for|from|by|the|were|was|are|is|have|had|as|that|who|with|after|including)\\b)'
const NOUN = new Pattern(
  new RegExp(
    `^[\\s-]{1,2}${NO_NOUN}((?:\\p{Lu}\\p{L}+\\s(?=\\p{L})${NO_NOUN})?\\p{L}[\\p{L}'’-]*)`,
    'u'
  )
)

/** Returns the counted word, with a name before it: "two Tarsk ferries". */
function nounAfter(rest: string): string {
  return NOUN.exec(rest)?.[1] ?? ''
}

/** Says whether two numbers count the same: both name what, in whatever form of the word. */
export function countOneThing(x: NumberFact, y: NumberFact): boolean {
  return (
    x.measure === y.measure &&
    x.noun !== '' &&
    y.noun !== '' &&
    sameName(fold(x.noun), fold(y.noun))
  )
}

/** Returns the form by which numbers are compared: value and measure, or the word itself for vague ones. */
export function numberKey({ value, measure, text }: NumberFact): string {
  return Number.isNaN(value) ? text.toLowerCase() : `${measure}${value}`
}
