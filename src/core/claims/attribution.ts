import type { Span } from '../text/span'
import {
  BETWEEN,
  CLAUSE_WORDS,
  DETERMINERS,
  PREPOSITIONS,
  PRONOUNS,
  RIGHT_STOPS,
  WEEKDAYS
} from './cues/en/frames'
import { REPORTING_VERBS } from './cues/en/reporting'
import type { ReportingVerb } from './cues/en/reporting'
import type { Sentence } from './sentence'
import { isCapital, tokenize } from './tokens'
import type { Token } from './tokens'

/** How the sentence ties content to its source. */
export type Frame = 'says' | 'according' | 'cites' | 'quotes' | 'participle' | 'carried'

/** Source, cue and content of one statement; offsets count in the sentence. */
export interface Attribution {
  readonly frame: Frame
  readonly cue: Span
  /** The words that name the source; absent when the subject is understood ("…, and added that"). */
  readonly source?: Span
  /** What stands beside the name: "a spokesman for the ministry". */
  readonly beside?: Span
  readonly verb?: ReportingVerb
  /** Whom the source told: a venue when it is an outlet. */
  readonly told?: Span
  /** The verb follows its content ("…, she said"). */
  readonly trailing: boolean
  /** The verb is negated ("did not say"). */
  readonly negated: boolean
}

const NOUNISH = new Set(
  'report reports claim claims state states note notes warning offer offers demand demands call calls comment post posts estimate show shows find call finding findings charge quote cite hope hopes fear fears warns plan brief label label brand saying suspect suspects joke dispute promise promises appeal blame broadcast publish carry express point refer ask offer invite agree specify'.split(
    ' '
  )
)
const BE = new Set('is are was were be been being am get got'.split(' '))
/** Longest name of a source, in tokens. */
const MAX_SOURCE = 16

/** Finds who says what in a sentence, from left to right. Words between quotation marks are never cues. O(tokens). */
export function findAttributions(sentence: Sentence): Attribution[] {
  const tokens = tokenize(sentence)
  const found: Attribution[] = []
  for (let i = 0; i < tokens.length; i++) {
    const attribution = attributionAt(tokens, i, found.at(-1))
    if (attribution !== undefined) found.push(attribution)
  }
  return found
}

function attributionAt(
  tokens: readonly Token[],
  i: number,
  previous: Attribution | undefined
): Attribution | undefined {
  const token = tokens[i]
  if (token?.kind !== 'word') return undefined
  const next = tokens[i + 1]
  if (token.lower === 'according' && next?.lower === 'to') {
    return framed('according', tokens, i, i + 2)
  }
  if ((token.lower === 'citing' || token.lower === 'quoting') && i > 0) {
    return framed('cites', tokens, i, i + 1)
  }
  if (token.lower === 'referring' && next?.lower === 'to' && tokens[i - 1]?.raw === ',') {
    return framed('cites', tokens, i, i + 2)
  }
  if (token.lower === 'quoted' || token.lower === 'cited') {
    const quoted = quotedAs(tokens, i)
    if (quoted !== undefined) return quoted
  }
  const verb = REPORTING_VERBS.get(token.lower)
  if (verb === undefined) return undefined
  return spoken(tokens, i, verb, previous)
}

/**
 * Returns who could not verify or did not answer: the subject before the cue, or "from X" after it.
 * Offsets count in the sentence.
 */
export function subjectOfCue(
  sentence: Sentence,
  cue: Span
): { source: Span; beside?: Span } | undefined {
  const tokens = tokenize(sentence)
  const first = tokens.findIndex((t) => t.start >= cue.start)
  const after = tokens.findIndex((t) => t.start >= cue.end)
  const start = tokens[first]
  if (start !== undefined && !/^(?:no|without|unverified|unconfirmed)$/.test(start.lower)) {
    const left = leftPhrase(tokens, first)
    if (left !== undefined) return left
  }
  if (after < 0) return undefined
  for (let k = Math.max(0, after - 1); k < tokens.length && k < after + 6; k++) {
    const token = tokens[k]
    if (token?.kind === 'mark') return undefined
    if (token?.lower !== 'from' && token?.lower !== 'by') continue
    const source = rightPhrase(tokens, k + 1, false)
    return source === undefined ? undefined : { source }
  }
  return undefined
}

/** "according to X", "citing X". */
function framed(
  frame: 'according' | 'cites',
  tokens: readonly Token[],
  i: number,
  from: number
): Attribution | undefined {
  const source = rightPhrase(tokens, from, i === 0)
  const first = tokens[i]
  const last = tokens[from - 1]
  if (source === undefined || first === undefined || last === undefined) return undefined
  const beside = rightBeside(tokens, source)
  return {
    frame,
    cue: { start: first.start, end: last.end },
    source,
    ...(beside && { beside }),
    trailing: i > 0,
    negated: false
  }
}

/** "Interfax quoted the fleet as saying": the outlet is found by its own verb, this is the inner source. */
function quotedAs(tokens: readonly Token[], i: number): Attribution | undefined {
  const token = tokens[i]
  if (token === undefined) return undefined
  const as = tokens.findIndex(
    (t, k) => k > i && k < i + MAX_SOURCE && t.lower === 'as' && tokens[k + 1]?.lower === 'saying'
  )
  if (as < 0) return undefined
  const passive = BE.has(tokens[i - 1]?.lower ?? '')
  const inner = passive ? leftPhrase(tokens, i - 1)?.source : spanOf(tokens, i + 1, as)
  const end = tokens[as + 1]?.end ?? token.end
  return {
    frame: 'quotes',
    cue: { start: token.start, end: passive ? end : token.end },
    ...(inner && { source: inner }),
    trailing: false,
    negated: false
  }
}

function spoken(
  tokens: readonly Token[],
  i: number,
  verb: ReportingVerb,
  previous: Attribution | undefined
): Attribution | undefined {
  const token = tokens[i]
  if (token === undefined) return undefined
  const before = tokens[i - 1]
  const after = tokens[i + 1]
  const cue = { start: token.start, end: token.end }
  if (before !== undefined && (before.lower === 'to' || before.lower === 'as')) return undefined
  if (BE.has(before?.lower ?? '') && !verb.participle) return undefined
  if (NOUNISH.has(token.lower) && isNounHere(tokens, i)) return undefined
  const told = verb.lemma === 'tell' ? rightPhrase(tokens, i + 1, false) : undefined
  if (verb.lemma === 'tell' && told === undefined && after?.lower !== 'me' && after?.lower !== 'us')
    return undefined
  const negated = isNegated(tokens, i)
  const tail = { verb, cue, negated, ...(told && { told }) }

  // "…," said Orla Venn / reports the Harbour Times.
  const quoteBefore = before === undefined || before.kind === 'quote' || before.raw === ','
  if (quoteBefore && !verb.participle && i > 0 && invertible(tokens, i + 1)) {
    const source = rightPhrase(tokens, i + 1, false)
    if (source !== undefined) {
      const beside = rightBeside(tokens, source)
      return { frame: 'says', source, ...(beside && { beside }), trailing: true, ...tail }
    }
  }
  if (verb.participle && !BE.has(before?.lower ?? '')) {
    if (i > 0 && before?.raw !== ',' && before?.kind !== 'quote' && before?.lower !== 'and') {
      // "a statement warning that …"
      if (!/^(?:statement|letter|report|note|message|post|tweet)s?$/.test(before?.lower ?? ''))
        return undefined
    }
    return { frame: 'participle', trailing: false, ...tail }
  }
  const left = leftPhrase(tokens, i)
  if (left === undefined) {
    const shared =
      before?.lower === 'and' ||
      before?.lower === 'but' ||
      before?.raw === ',' ||
      BETWEEN.has(before?.lower ?? '')
    if (!shared || i === 0) return undefined
    if (previous?.source !== undefined) {
      return {
        frame: 'says',
        source: previous.source,
        ...(previous.beside && { beside: previous.beside }),
        trailing: false,
        ...tail
      }
    }
    return { frame: 'participle', trailing: false, ...tail }
  }
  if (
    verb.base &&
    !afterModal(tokens, i) &&
    !pluralEnd(tokens, left.source, sourceText(tokens, left.source))
  )
    return undefined
  return {
    frame: 'says',
    source: left.source,
    ...(left.beside && { beside: left.beside }),
    trailing: endsClause(after),
    ...tail
  }
}

function sourceText(tokens: readonly Token[], span: Span): string {
  return tokens
    .filter((t) => t.start >= span.start && t.end <= span.end)
    .map((t) => t.lower)
    .join(' ')
}

function endsClause(after: Token | undefined): boolean {
  if (after === undefined || after.kind === 'mark') return after?.raw !== ':'
  return (
    WEEKDAYS.has(after.lower) ||
    /^(?:in|on|at|late|early|during|after|when|by|via)$/.test(after.lower)
  )
}

function afterModal(tokens: readonly Token[], i: number): boolean {
  for (let k = i - 1; k >= 0 && k >= i - 4; k--) {
    const token = tokens[k]
    if (token?.kind !== 'word') return false
    if (
      /^(?:could|can|cannot|did|does|do|would|will|may|might|must|should)$|n't$/.test(token.lower)
    )
      return true
  }
  return false
}

/** "the report", "his claims": a determiner, possessive or adjective before, or no complement after. */
function isNounHere(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]
  const after = tokens[i + 1]
  if (before === undefined) return true
  if (before.kind === 'mark' && before.raw !== ',' && before.raw !== ')') return true
  const word = before.lower
  if (
    /^(?:the|a|an|this|that|these|those|his|her|its|their|our|my|your|such|any|some|no|of|in|on|for|from|by|with|and|or|to|new|recent|latest|other|all|more|news|media|credible|false|more|many|initial|early|police|last)$/.test(
      word
    )
  ) {
    return !(word === 'that' || word === 'and') || after === undefined
  }
  if (/'s?$/.test(word)) return true
  if (
    before.kind === 'word' &&
    !isCapital(before) &&
    !PRONOUNS.has(word) &&
    !/s$|^(?:also|people|police|media|who|group|agency|ministry|source)$/.test(word)
  ) {
    return true
  }
  if (after === undefined || (after.kind === 'mark' && after.raw !== ':' && before.raw !== ','))
    return !isCapital(before)
  return /^(?:of|from|by|about|against|and|or|were|was|is|are|in|at|to)$/.test(after.lower) &&
    !/^(?:report|reports)$/.test(tokens[i]?.lower ?? '')
    ? after.lower !== 'to' && after.lower !== 'in' && after.lower !== 'on'
    : false
}

function isNegated(tokens: readonly Token[], i: number): boolean {
  for (let k = i - 1; k >= 0 && k >= i - 4; k--) {
    const token = tokens[k]
    if (token === undefined || token.kind !== 'word') return false
    if (/^(?:not|never|nor|neither|without|cannot|no)$|n't$/.test(token.lower)) return true
  }
  return false
}

/** May a name or description stand here, ended soon by a stop? */
function invertible(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined || token.kind !== 'word') return false
  if (PRONOUNS.has(token.lower) || WEEKDAYS.has(token.lower)) return false
  if (!isCapital(token) && !DETERMINERS.has(token.lower)) return false
  let k = at
  while (k < tokens.length && k < at + MAX_SOURCE) {
    const here = tokens[k]
    if (here === undefined || here.kind !== 'word') break
    if (RIGHT_STOPS.has(here.lower) && here.lower !== 'of') break
    k++
  }
  const stop = tokens[k]
  if (stop === undefined || stop.kind === 'quote') return true
  if (stop.kind === 'mark') return /^[.,;:!?—–(-]$/.test(stop.raw) || stop.raw === '--'
  return /^(?:who|in|on|at|when|during|after|as|of|late|early|last|this|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(
    stop.lower
  )
}

/** The phrase that begins at a token, up to a stop. */
function rightPhrase(tokens: readonly Token[], from: number, initial: boolean): Span | undefined {
  let end = from
  let capitals = 0
  while (end < tokens.length && end < from + MAX_SOURCE) {
    const token = tokens[end]
    if (token === undefined || token.kind !== 'word') {
      // A nickname inside a name: Jon “Red” Venn.
      if (
        token?.kind === 'quote' &&
        token.raw.length < 16 &&
        capitals > 0 &&
        isCapital(tokens[end + 1])
      ) {
        end++
        continue
      }
      break
    }
    if (end > from && RIGHT_STOPS.has(token.lower) && !joins(tokens, end)) break
    if (initial && capitals > 0 && DETERMINERS.has(token.lower) && token.lower !== 'the') break
    if (isCapital(token)) capitals++
    // "According to the Saudi Interior Ministry over 345 pilgrims": the name ends where small words begin.
    if (
      initial &&
      capitals > 1 &&
      !isCapital(token) &&
      !PREPOSITIONS.has(token.lower) &&
      !hasComma(tokens, end)
    )
      break
    if (initial && /^(?:over|more|nearly|about|around)$/.test(token.lower)) break
    end++
  }
  return spanOf(tokens, from, end)
}

function hasComma(tokens: readonly Token[], from: number): boolean {
  return tokens.slice(from, from + 8).some((t) => t.raw === ',')
}

/** "and" and "on" inside a name: "Berlin and Paris", "officials in Tarsk". */
function joins(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.lower
  const next = tokens[at + 1]
  if (word === 'and') return isCapital(tokens[at - 1]) && isCapital(next)
  if (word === 'in' || word === 'on' || word === 'at' || word === 'from' || word === 'with') {
    if (next === undefined || WEEKDAYS.has(next.lower)) return false
    const before = tokens[at - 1]
    return (
      before !== undefined &&
      !isCapital(before) &&
      (isCapital(next) || next.lower === 'the') &&
      !/^(?:statement|interview|letter|message|email|post|tweet|report|note|news|briefing)$/.test(
        next.lower
      )
    )
  }
  if (word === 'from') return !isCapital(tokens[at - 1])
  if (word === 'with' || word === 'close') return !isCapital(tokens[at - 1])
  return false
}

function rightBeside(tokens: readonly Token[], source: Span): Span | undefined {
  const at = tokens.findIndex((t) => t.start >= source.end)
  if (at < 0 || tokens[at]?.raw !== ',') return undefined
  let end = at + 1
  while (end < tokens.length && end < at + MAX_SOURCE + 8) {
    const token = tokens[end]
    if (
      token === undefined ||
      (token.kind === 'mark' && token.raw !== ',') ||
      token.lower === 'who'
    )
      break
    if (token.raw === ',' && end > at + 2) break
    end++
  }
  return spanOf(tokens, at + 1, end)
}

/** The phrase that ends before the verb at `i`, and what stands beside it between commas. */
function leftPhrase(
  tokens: readonly Token[],
  i: number
): { source: Span; beside?: Span } | undefined {
  let end = i
  while (end > 0 && between(tokens, end - 1)) end--
  let last = tokens[end - 1]
  if (last === undefined) return undefined
  let beside: Span | undefined
  if (last.lower === 'who' && tokens[end - 2] !== undefined) {
    end--
    last = tokens[end - 1]
    if (last?.raw === ',') end--
    // "X, an official overseeing the area, who said": the name stands before the words beside it.
    const comma = commaBefore(tokens, end - 1)
    if (comma > 0 && !isCapital(tokens[comma + 1]) && isCapital(tokens[comma - 1])) {
      beside = spanOf(tokens, comma + 1, end)
      end = comma
    }
  } else if (last.raw === ',' || last.raw === ')' || last.raw === '—' || last.raw === '–') {
    const opening =
      last.raw === ')' ? lastIndex(tokens, end - 2, '(') : commaBefore(tokens, end - 2, last.raw)
    if (opening <= 0) return undefined
    beside = spanOf(tokens, opening + 1, end - 1)
    end = opening
    // A second pair: "Venn, 43, a clerk, said".
    const further = commaBefore(tokens, end - 1, ',', 3)
    if (further > 0 && /^\d+$/.test(tokens[further + 1]?.lower ?? '')) end = further
  }
  const start = leftEdge(tokens, end)
  const source = spanOf(tokens, start, end)
  if (source === undefined) return undefined
  return { source, ...(beside && { beside }) }
}

function between(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined || token.kind !== 'word') return false
  if (/^(?:not|\w+n't)$/.test(token.lower)) return true
  if (!BETWEEN.has(token.lower)) {
    // "on Thursday", "at 07:22", "in May"
    if (token.lower !== 'on' && token.lower !== 'in' && token.lower !== 'at') return false
    const next = tokens[at + 1]
    return next !== undefined && BETWEEN.has(next.lower)
  }
  // "Will", "May" as names stay in the phrase.
  return !(isCapital(token) && /^(?:will|may|march|august)$/.test(token.lower) && at === 0)
}

function commaBefore(tokens: readonly Token[], from: number, mark = ',', reach = 24): number {
  for (let k = from; k >= 0 && k >= from - reach; k--) {
    const token = tokens[k]
    if (token?.raw === mark) return k
    if (token?.kind === 'quote' && token.raw.length > 40) return -1
  }
  return -1
}

function lastIndex(tokens: readonly Token[], from: number, mark: string): number {
  for (let k = from; k >= 0; k--) if (tokens[k]?.raw === mark) return k
  return -1
}

/** Goes left from the end of a phrase to where its clause begins. */
function leftEdge(tokens: readonly Token[], end: number): number {
  let start = end
  while (start > 0 && start > end - MAX_SOURCE) {
    const token = tokens[start - 1]
    if (token === undefined) break
    if (token.kind === 'quote') {
      if (token.raw.length < 16 && isCapital(tokens[start - 2]) && isCapital(tokens[start])) {
        start--
        continue
      }
      break
    }
    if (token.kind === 'mark') break
    if (CLAUSE_WORDS.has(token.lower) && start < end) {
      // "that" may itself open the phrase ("that report said"); a lone clause word is no phrase.
      break
    }
    if (
      (token.lower === 'and' || token.lower === 'or') &&
      !(
        isCapital(tokens[start - 2]) &&
        (isCapital(tokens[start]) || tokens[start]?.lower === 'the')
      )
    )
      break
    if (
      start < end &&
      PRONOUNS.has(tokens[start]?.lower ?? '') &&
      /^(?:he|she|it|they|we|i)$/.test(tokens[start]?.lower ?? '')
    )
      break
    if (REPORTING_VERBS.has(token.lower) && start < end && !NOUNISH.has(token.lower)) break
    start--
  }
  return start
}

function pluralEnd(tokens: readonly Token[], source: Span, text: string): boolean {
  if (/^(?:they|we|i|you|many|some|others|most|both|people|police)\b/.test(text)) return true
  if (/\b(?:and|people|police|media|authorities|men|women|sides)\b/.test(text)) return true
  const words = tokens.filter(
    (t) => t.start >= source.start && t.end <= source.end && t.kind === 'word'
  )
  return words.some((t) => /[^s']s$/.test(t.lower) && !/^(?:this|his|its|news)$/.test(t.lower))
}

function spanOf(tokens: readonly Token[], from: number, to: number): Span | undefined {
  const first = tokens[from]
  const last = tokens[to - 1]
  if (first === undefined || last === undefined || from >= to) return undefined
  return { start: first.start, end: last.end }
}
