import { fold } from '../text/fold'
import type { Span } from '../text/span'
import { ALL_CUES, CUE } from './cues'
import {
  CHANNELS,
  COMMITMENT,
  EVENTS,
  NEGATION,
  STAGES,
  TIMES_IN_FIGURES,
  TIMES_IN_WORDS,
  VERB_ACTS,
  VERB_LEVELS
} from './lexicon'
import { isWordAtStart, nameRuns, type NameSense } from './names'
import { numberKey, numbersIn, type NumberFact } from './numbers'
import { matchesOf } from './matches'
import { oneSpelling } from './spelling'

/** Something a sentence says that can be compared with another sentence. */
export interface Fact {
  readonly kind:
    | 'number'
    | 'quotation'
    | 'time'
    | 'place'
    | 'name'
    | 'negation'
    | 'verb'
    | 'source'
    | 'channel'
    | 'hedge'
    | 'stage'
    | 'event'
  /** Equal keys are the same fact. */
  readonly key: string
  readonly text: string
  readonly span: Span
  /** Commitment of hedges and reporting verbs. */
  readonly level?: number
  readonly number?: NumberFact
  /** Of a source: it does something else than report, so that it may be no speaker ("Parliament rejected the law"). */
  readonly acts?: boolean
}

// An apostrophe within a word ends no quotation. One that is still open where the sentence ends goes on in the next sentence.
const QUOTES = [
  String.raw`“([^”“]{1,1500})[”"]?`,
  String.raw`(?<![\p{L}\p{N}.,;!?…])"(?!\s)([^"“”]{1,1500})(?:"|$)`,
  String.raw`‘‘((?:[^’]|’(?!’)){1,800})(?:’’|$)`,
  String.raw`(?<![\p{L}\p{N}])‘((?:[^’‘“”]|(?<=\p{L})’(?=\p{L})){2,800})(?:’(?![\p{L}\p{N}])|$)`,
  String.raw`(?<![\p{L}\p{N}])'(?!\d\ds?\b|\s)((?:[^'“”"]|(?<=\p{L})'(?=\p{L})){2,800})(?:'(?![\p{L}\p{N}]))`,
  String.raw`(?<![\p{L}\p{N}])'(?=\p{Lu})((?:[^'“”"]|(?<=\p{L})'(?=\p{L})){12,800})$`
].join('|')
const QUOTE = new RegExp(QUOTES, 'gu')
const VERB = new RegExp(
  `\\b(?:${[...VERB_LEVELS.keys(), ...VERB_ACTS.keys()].join('|')})\\b`,
  'giu'
)
const ACCORDING = /\baccording to ([^,.;“"]{2,120})|\bciting ([^,.;“"]{2,100})/giu
const ANY_QUOTE = /["“‘]/
const SINGLE_QUOTE = /(?<![\p{L}\p{N}])'/u

/** Words before a reporting verb that may name its source. */
const SOURCE_REACH = 9
/** Code units before a reporting verb in which they are looked for. */
const SUBJECT_UNITS = 240

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
  const collect = (pattern: RegExp, kind: Fact['kind'], key?: string, level?: number) => {
    for (const match of matchesOf(pattern, stretch)) {
      const span = spanOf(match, within)
      if (!plain(span) || facts.some((fact) => fact.kind === kind && overlaps(fact.span, span)))
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
  const times = facts.filter(({ kind }) => kind === 'time')
  const numbers = has(CUE.number | CUE.figure) ? numbersIn(text, within, within.end, cues) : []
  for (const number of numbers) {
    if (!plain(number.span) || times.some((time) => overlaps(time.span, number.span))) continue
    facts.push({
      kind: 'number',
      key: numberKey(number),
      text: number.text,
      span: number.span,
      number
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
    if (!plain(run.span) || times.some((time) => overlaps(time.span, run.span))) continue
    // "(AP)" and "(IS)" only abbreviate what stands before.
    if (text.charAt(run.span.start - 1) === '(' && text.charAt(run.span.end) === ')') continue
    facts.push({
      kind: run.place ? 'place' : 'name',
      key: run.words.join(' '),
      text: run.text,
      span: run.span
    })
  }
  return facts.sort((x, y) => x.span.start - y.span.start)
}

/** Returns the keys of all times that a stretch names. O(length). */
export function timesIn(text: string, within: Span): ReadonlySet<string> {
  const stretch = text.slice(within.start, within.end)
  return new Set(
    [...TIMES_IN_FIGURES, ...TIMES_IN_WORDS].flatMap((pattern) =>
      [...matchesOf(pattern, stretch)].map(([words]) => timeKey(words.trim()))
    )
  )
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

function attributionIn(text: string, within: Span): Fact[] {
  const facts: Fact[] = []
  const stretch = text.slice(within.start, within.end)
  for (const match of matchesOf(ACCORDING, stretch)) {
    const source = match[1] ?? match[2] ?? ''
    const start = within.start + match.index + match[0].length - source.length
    facts.push(sourceFact(source, start))
  }
  for (const match of matchesOf(VERB, stretch)) {
    const span = spanOf(match, within)
    if (isWordAtStart(stretch, match.index)) continue
    const verb = match[0].toLowerCase()
    const level = VERB_LEVELS.get(verb)
    const key = level === undefined ? (VERB_ACTS.get(verb) ?? verb) : `level ${level}`
    const source = subjectBefore(text, within.start, span.start)
    // "warned" in "had been warned" and nouns like "report" have no subject of their own.
    if (source === undefined) continue
    if (isNounAfter(source.text, match[0], text.slice(span.end, span.end + NEXT_UNITS))) continue
    facts.push({ kind: 'verb', key, text: match[0], span, ...(level !== undefined && { level }) })
    const named = sourceFact(source.text, source.start)
    facts.push(level === undefined ? { ...named, acts: true } : named)
  }
  return facts
}

/** Forms of reporting verbs that are nouns as well. */
const NOUN_FORM =
  /^(?:state|report|claim|note|promise|pledge|vow|demand|blame|praise|welcome|urge)s?$|^(?:reporting|warning)$/iu
/** Forms that with a capital are part of a name: "Islamic State", "United States". */
const NAME_FORM = /^States?$/u
const OWNER = /['’]s?$/u
const ARTICLE = /^(?:the|an?|this|that|another)\s/iu
/** Somebody in the plural, or a helping verb: then a form without an ending is a verb. */
const VERB_FOLLOWS =
  /\p{L}{3}[^\P{L}s]s(?:\s(?:of|in|from|at|for|with|on|near)\s[^,]{1,60})?$|\b(?:they|we|you|I|police|people|men|women|children)(?:\s(?:of|in|from|at|for|with|on|near)\s[^,]{1,60})?$|\b(?:can|could|did|does|do|may|might|must|shall|should|will|would)\b|n['’]t\b/iu
const NOT_AFTER_VERB =
  /^\s(?:was|were|is|are|be|been|has|have|had|can|could|may|might|must|should|will|would|of|about|came)\b/u
/** Code units after a word that tell whether it is a verb. */
const NEXT_UNITS = 10

/**
 * Says whether a form of a reporting verb is a noun: "the Kestrian state broadcaster", "Kestria’s claims", "the Orlo reports were".
 * What stands before it then is no speaker.
 */
function isNounAfter(before: string, form: string, after: string): boolean {
  if (NAME_FORM.test(form)) return true
  if (!NOUN_FORM.test(form)) return false
  if (OWNER.test(before)) return true
  if (form.endsWith('ing')) return ARTICLE.test(before)
  if (form.endsWith('s')) return ARTICLE.test(before) && NOT_AFTER_VERB.test(after)
  return !VERB_FOLLOWS.test(before)
}

function sourceFact(words: string, start: number): Fact {
  const lead = words.length - words.trimStart().length
  const text = words.trim()
  return {
    kind: 'source',
    key: fold(text),
    text,
    span: { start: start + lead, end: start + lead + text.length }
  }
}

/** A stop after a small word: no abbreviation, so that a sentence ends with it. */
const SENTENCE_END = /(?<=(?<![\p{L}.])\p{Ll}{3,20})[.!?][”"’]?\s/gu
/** People of one kind who stand right before the verb: "…, prosecutors said". */
const SPEAKERS =
  /^(?:the |two |some |local |state |military )?\p{Ll}{3,}s(?: (?:from|of|in|at) [\p{L} ]+)?$/u

/** A time between a speaker and the verb: "Orla Venn, on 23 May, stated". */
const TIME_BETWEEN =
  /^(?:on|in|at|during|late|early|earlier|since) (?:the |late |early )*(?:\p{L}+day\b|\p{Lu}\p{L}+ \d|\d|morning|afternoon|evening|night|week|month)/u
/** Words between a speaker and the verb. */
const BETWEEN = /\s(?:has|have|had|also|then|later|earlier|previously|again|now|since)$/u
/** "Queen Orla" in "King Bram and Queen Orla said". */
const WHOLE_NAME = /^(?:(?:the|The)\s)?(?:\p{Lu}[\p{L}.’'-]*\s?){1,5}$/u
/** A name shortened in brackets: "the Union of Tarn and Orlo (UTO)". */
const SHORTENED = /\((\p{Lu}{2,8})\)$/u

/** Returns where the whole name begins that is shortened in brackets at the end of `before`. */
function wholeNameStart(before: string): number | undefined {
  const letters = SHORTENED.exec(before)
  if (letters?.[1] === undefined) return undefined
  const words = [...before.slice(0, letters.index).matchAll(/\S+/g)]
  let left = letters[1]
  for (const { 0: word, index } of words.toReversed()) {
    if (/^\p{Ll}/u.test(word)) continue
    if (!left.endsWith(word.charAt(0).toUpperCase())) return undefined
    left = left.slice(0, -1)
    if (left === '') return index
  }
  return undefined
}

/** Returns the words between the last stop or comma and a verb, when they look like somebody who speaks. */
function subjectBefore(
  text: string,
  from: number,
  to: number
): { text: string; start: number } | undefined {
  const begin = Math.max(from, to - SUBJECT_UNITS)
  const before = text.slice(begin, to)
  const sentence = [...matchesOf(SENTENCE_END, before)].at(-1)
  const cut = Math.max(
    sentence === undefined ? 0 : sentence.index + sentence[0].length,
    ...[',', '“', '”', '"', ';', ':', '—'].map((sign) => before.lastIndexOf(sign) + 1)
  )
  if (cut > 0 && TIME_BETWEEN.test(before.slice(cut).trim()) && before.charAt(cut - 1) === ',')
    return subjectBefore(text, from, begin + cut - 1)
  const words = [...before.slice(cut).matchAll(/\S+/g)].slice(-SOURCE_REACH)
  // After "that" and "and" somebody else may begin.
  const last = words.findLastIndex(
    ({ 0: word, index }) =>
      /^(?:that|and|but|as|while|when|after|who|which)$/i.test(word) &&
      !(
        word === 'and' &&
        WHOLE_NAME.test(before.slice(cut, cut + index).trim()) &&
        WHOLE_NAME.test(before.slice(cut + index + word.length).trim())
      )
  )
  const [first] = words.slice(last + 1)
  if (first === undefined) return undefined
  const whole = wholeNameStart(before.slice(cut).trimEnd())
  const start = begin + cut + Math.min(first.index, whole ?? Infinity)
  const subject = text.slice(start, to).trimEnd().replace(BETWEEN, '')
  if (
    !(cut > 0 && SPEAKERS.test(subject)) &&
    !/\p{Lu}|\b(?:he|she|it|they|officials?|police|authorities|ministry|government|spokes\p{L}+|governor|witnesses|residents)\b/u.test(
      subject
    )
  )
    return undefined
  if (/\b(?:been|be|was|were|is|are|the|a|an|of|to|not|its|his|their)$/iu.test(subject))
    return undefined
  return { text: subject, start }
}
