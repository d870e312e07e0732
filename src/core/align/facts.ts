import { fold } from '../text/fold'
import { Pattern } from '../text/pattern'
import type { Span } from '../text/span'
import { ALL_CUES, CUE } from './cues'
import type { Fact } from './fact'
import {
  CHANNELS,
  COMMITMENT,
  EVENTS,
  NEGATION,
  STAGES,
  TIMES_IN_FIGURES,
  TIMES_IN_WORDS
} from './lexicon'
import { nameRuns, type NameSense } from './names'
import { numberKey, numbersIn } from './numbers'
import { matchesOf } from './matches'
import { attributionIn } from './speakers'
import { oneSpelling } from './spelling'

// An apostrophe within a word ends no quotation. One that is still open where the sentence ends goes on in the next sentence.
const QUOTES = [
  String.raw`“([^”“]{1,1500})[”"]?`,
  String.raw`(?<![\p{L}\p{N}.,;!?…])"(?!\s)([^"“”]{1,1500})(?:"|$)`,
  String.raw`‘‘((?:[^’]|’(?!’)){1,800})(?:’’|$)`,
  String.raw`(?<![\p{L}\p{N}])‘((?:[^’‘“”]|(?<=\p{L})’(?=\p{L})){2,800})(?:’(?![\p{L}\p{N}])|$)`,
  String.raw`(?<![\p{L}\p{N}])'(?!\d\ds?\b|\s)((?:[^'“”"]|(?<=\p{L})'(?=\p{L})){2,800})(?:'(?![\p{L}\p{N}]))`,
  String.raw`(?<![\p{L}\p{N}])'(?=\p{Lu})((?:[^'“”"]|(?<=\p{L})'(?=\p{L})){12,800})$`
].join('|')
const QUOTE = new Pattern(new RegExp(QUOTES, 'gu'))
const ANY_QUOTE = /["“‘]/
const SINGLE_QUOTE = new Pattern(/(?<![\p{L}\p{N}])'/u)

/** Words before a name to which something was told: whoever hears it is not who says it. */
const TOLD = new Pattern(/\btold (?:the )?(?:\p{Ll}+ )?$/u)
/** Words before a time that tells of the page and not of the event. */
const STAMP = new Pattern(/\b(?:published|updated|posted|publication)(?: on| at)?:?\s$/iu)
/** The unit of a number and what follows it when it is told again in other units: "10 kilometres (six miles)". */
const AGAIN = new Pattern(/^\s?\p{L}{1,12}\s\((?:about |some )?$/u)
/** Words before a number that speak of things known. */
const KNOWN = new Pattern(/\b(?:the|these|those|both|all)\s$/iu)

/**
 * Returns what a stretch of text says: numbers, quotations, times, names, sources and how firmly. O(length).
 *
 * @param cues - families of cues in the stretch, bits of `CUE`; patterns of other families are not tried
 */
export function factsIn(text: string, within: Span, sense: NameSense, cues = ALL_CUES): Fact[] {
  const facts: Fact[] = []
  const has = (family: number) => (cues & family) !== 0
  const quoted = quotationsIn(text, within)
  facts.push(...quoted)
  const plain = (span: Span) => !quoted.some((quote) => overlaps(quote.span, span))
  const stretch = text.slice(within.start, within.end)
  const stamps: Span[] = []
  const collect = (pattern: Pattern, kind: Fact['kind'], key?: string, level?: number) => {
    for (const match of matchesOf(pattern, stretch)) {
      const span = spanOf(match, within)
      if (
        kind === 'time' &&
        STAMP.test(stretch.slice(Math.max(0, match.index - 32), match.index))
      ) {
        stamps.push(span)
        continue
      }
      if (
        !plain(span) ||
        facts.some((fact) => fact.kind === kind && overlaps(fact.span, span)) ||
        stamps.some((stamp) => overlaps(stamp, span))
      )
        continue
      const words = match[0].trim()
      facts.push({
        kind,
        key: key ?? timeKey(words),
        text: words,
        span,
        ...(level !== undefined && { level })
      })
    }
  }
  if (has(CUE.figure)) for (const pattern of TIMES_IN_FIGURES) collect(pattern, 'time')
  if (has(CUE.time)) for (const pattern of TIMES_IN_WORDS) collect(pattern, 'time')
  const times = [...stamps, ...facts.flatMap(({ kind, span }) => (kind === 'time' ? [span] : []))]
  const numbers = has(CUE.number | CUE.figure) ? numbersIn(text, within, within.end, cues) : []
  for (const [index, number] of numbers.entries()) {
    if (!plain(number.span) || times.some((time) => overlaps(time, number.span))) continue
    const next = numbers[index + 1]
    facts.push({
      kind: 'number',
      key: numberKey(number),
      text: number.text,
      span: number.span,
      number,
      ...(next !== undefined &&
        AGAIN.test(text.slice(number.span.end, next.span.start)) && { again: numberKey(next) }),
      ...(KNOWN.test(
        text.slice(Math.max(within.start, number.span.start - 8), number.span.start)
      ) && {
        known: true
      })
    })
  }
  if (has(CUE.commitment))
    for (const [pattern, level, name] of COMMITMENT) collect(pattern, 'hedge', name, level)
  if (has(CUE.stage)) for (const [pattern, name] of STAGES) collect(pattern, 'stage', name)
  if (has(CUE.event)) for (const [pattern, name] of EVENTS) collect(pattern, 'event', name)
  if (has(CUE.channel)) for (const pattern of CHANNELS) collect(pattern, 'channel')
  if (has(CUE.negation)) collect(NEGATION, 'negation', 'not')
  if (has(CUE.speech)) facts.push(...attributionIn(text, within).filter(({ span }) => plain(span)))
  for (const run of has(CUE.capital) ? nameRuns(text, within, sense) : []) {
    if (!plain(run.span) || times.some((time) => overlaps(time, run.span))) continue
    // "(AP)" and "(IS)" only abbreviate what stands before.
    if (text.charAt(run.span.start - 1) === '(' && text.charAt(run.span.end) === ')') continue
    const addressed =
      has(CUE.speech) &&
      TOLD.test(text.slice(Math.max(within.start, run.span.start - 24), run.span.start))
    facts.push({
      kind: addressed ? 'channel' : run.place ? 'place' : 'name',
      key: run.words.join(' '),
      text: run.text,
      span: run.span
    })
  }
  return facts.sort((x, y) => x.span.start - y.span.start)
}

const overlaps = (x: Span, y: Span): boolean => x.start < y.end && y.start < x.end

const spanOf = (match: RegExpExecArray, within: Span): Span => ({
  start: within.start + match.index,
  end: within.start + match.index + match[0].length
})

/** Folds what is written in several ways: "Sept. 14", "14 September" and "2016-09-14"; "0737 GMT" and "7:37 a.m.". */
function timeKey(words: string): string {
  const clock = CLOCK.exec(words.replace(HOURS_AND_MINUTES, '$1:$2'))
  if (clock !== null) return clockKey(clock)
  const figures = dateInFigures(words)
  if (figures !== undefined) return figures
  const folded = fold(words).replace(/[.,]/g, '')
  const date =
    /^(?:(\d{1,2})\w{0,2} (?:of )?)?([a-z]{3})[a-z]*(?: (\d{1,2})(?!\d)\w{0,2})?(?: (\d{4}))?$/.exec(
      folded
    )
  const day = date?.[1] ?? date?.[3]
  if (date !== null && day !== undefined) return `${date[2] ?? ''} ${day}`
  return folded.replace(/^(?:early|late|later|earlier) /, '').replace(/days$/, 'day')
}

const HOURS_AND_MINUTES = /^(\d{2})(\d{2})(?=\s?(?:GMT|UTC)$)/
const CLOCK = /^(\d{1,2})(?::(\d{2}))?\s?(?:([ap])\.?m\.?)?\s?(?:GMT|UTC)?$/iu
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Returns "sep 14" for "2016-09-14", "14/09/2016" and "9/14/2016"; "7/8/2016" may be two days and stays as it is. */
function dateInFigures(words: string): string | undefined {
  const iso = /^\d{4}-(\d{2})-(\d{2})$/.exec(words)
  const other = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}$/.exec(words)
  const [, first = 0, second = 0] = (iso ?? other ?? []).map(Number)
  if (other !== null && first <= MONTHS.length && second <= MONTHS.length) return undefined
  const [month, day] = first > MONTHS.length ? [second, first] : [first, second]
  const name = MONTHS[month - 1]
  return name === undefined ? undefined : `${name} ${String(day)}`
}

/** Returns "14:00" for "2 p.m." and "2:00 pm". */
function clockKey([, hours = '', minutes = '00', half]: RegExpExecArray): string {
  const hour =
    half === undefined ? Number(hours) : (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0)
  return `${hour}:${minutes}`
}

function quotationsIn(text: string, within: Span): Fact[] {
  const found: Fact[] = []
  const stretch = text.slice(within.start, within.end)
  if (!ANY_QUOTE.test(stretch) && !(stretch.includes("'") && SINGLE_QUOTE.test(stretch)))
    return found
  for (const match of matchesOf(QUOTE, stretch)) {
    const words = match.slice(1).find((group: string | undefined) => group !== undefined) ?? ''
    const key = quoteKey(words)
    if (key !== '')
      found.push({ kind: 'quotation', key, text: match[0], span: spanOf(match, within) })
  }
  return found
}

/** Words of a quotation without signs, in one spelling: a comma more or "rumour" for "rumor" is no other quotation. */
function quoteKey(words: string): string {
  return fold(words)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(oneSpelling)
    .join(' ')
}
