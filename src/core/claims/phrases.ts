import type { Span } from '../text/span'
import {
  BETWEEN,
  CLAUSE_WORDS,
  DETERMINERS,
  INSTITUTION_HEADS,
  PREPOSITIONS,
  PRONOUNS,
  RIGHT_STOPS,
  UNNAMED_PEOPLE,
  WEEKDAYS
} from './cues/en/frames'
import { PERSON_TITLES } from './actors/roles'
import { NOUNISH, REPORTING_VERBS } from './cues/en/reporting'
import { firstWithin, isCapital, lastWithin, tokenFrom, tokensIn } from './tokens'
import type { Token } from './tokens'

/** Longest name of a source, in tokens. */
export const MAX_SOURCE = 16

/** The words that name a source and what stands beside them between commas. */
export interface Phrase {
  readonly source: Span
  readonly beside?: Span
}

/** May a name or description stand here, ended soon by a stop? */
export function invertible(tokens: readonly Token[], at: number, afterQuote = false): boolean {
  const token = tokens[at]
  if (token === undefined || token.kind !== 'word') return false
  // "said ITS chairman"
  const owned = /^(?:his|her|its|their)$/.test(token.lower) && tokens[at + 1]?.kind === 'word'
  if ((PRONOUNS.has(token.lower) && !owned) || WEEKDAYS.has(token.lower)) return false
  if (/^(?:another|others|one|many|some)$/.test(token.lower) && tokens[at + 1]?.kind !== 'word')
    return true
  const people = UNNAMED_PEOPLE.has(token.lower) || INSTITUTION_HEADS.has(token.lower)
  if (
    !isCapital(token) &&
    !DETERMINERS.has(token.lower) &&
    !people &&
    !afterQuote &&
    !postAndName(tokens, at)
  )
    return false
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
  // "said a report from Orbel", "says Venn over coffee"
  if (
    afterQuote &&
    /^(?:from|over|whose|with|about|through|via|by|before|while|because)$/.test(stop.lower)
  )
    return true
  return /^(?:who|in|on|at|when|during|after|as|of|late|early|last|this|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(
    stop.lower
  )
}

/** "disaster agency official Venn": up to three words, the last of them what somebody is, and a name. */
function postAndName(tokens: readonly Token[], at: number): boolean {
  const name = firstWithin(tokens, [at + 1, at + POST_WORDS + 1], (t) => isCapital(t))
  const post = tokens[name - 1]
  return (
    name > 0 &&
    tokens.slice(at, name).every((t) => t.kind === 'word') &&
    /(?:official|chief|head|president|[a-z]{3,}(?:er|or|ist|ian|man|woman|person|ant))$/.test(post?.lower ?? '')
  )
}
/** Words of a post before a name. */
const POST_WORDS = 3

/** The phrase that begins at a token, up to a stop. */
export function rightPhrase(
  tokens: readonly Token[],
  from: number,
  initial: boolean
): Span | undefined {
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
    // "the Sunday Courier": a day inside a name.
    const named = WEEKDAYS.has(token.lower) && isCapital(token) && isCapital(tokens[end + 1])
    if (end > from && RIGHT_STOPS.has(token.lower) && !named && !joins(tokens, end)) break
    if (initial && capitals > 0 && DETERMINERS.has(token.lower) && token.lower !== 'the') break
    // "According to the group they were …": a subject of its own.
    if (initial && end > from && /^(?:he|she|it|they|we|there)$/.test(token.lower)) break
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
  if (word === 'and') {
    // "current and former officials"
    if (next?.lower === 'former' || tokens[at - 1]?.lower === 'former') return true
    return isCapital(tokens[at - 1]) && isCapital(next)
  }
  if (word === 'with' && /^(?:knowledge|direct|close|firsthand)$/.test(next?.lower ?? ''))
    return true
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
  // "reports received by the agency"
  if (word === 'by')
    return /^(?:received|released|issued|published|compiled|collected|provided|made|posted|cited|obtained)$/.test(
      tokens[at - 1]?.lower ?? ''
    )
  return false
}

export function rightBeside(tokens: readonly Token[], source: Span): Span | undefined {
  const at = tokenFrom(tokens, source.end)
  if (tokens[at]?.raw !== ',') return undefined
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
export function leftPhrase(
  tokens: readonly Token[],
  i: number
): { source: Span; beside?: Span } | undefined {
  let end = i
  while (end > 0 && between(tokens, end - 1)) end--
  let last = tokens[end - 1]
  // "reported the blast but did not …": the subject stood before.
  if (last === undefined || /^(?:but|though|although|while|because|if)$/.test(last.lower))
    return undefined
  let beside: Span | undefined
  if (/^(?:who|which)$/.test(last.lower) && tokens[end - 2] !== undefined) {
    end--
    last = tokens[end - 1]
    if (last?.raw === ',') end--
    // "X, an official overseeing the area, who said": the name stands before the words beside it.
    const comma = commaBefore(tokens, end - 1)
    if (comma > 0 && !isCapital(tokens[comma + 1]) && isCapital(tokens[comma - 1])) {
      beside = spanOf(tokens, comma + 1, end)
      end = comma
    }
  } else if (
    last.raw === ',' ||
    last.raw === ')' ||
    last.raw === ']' ||
    last.raw === '—' ||
    last.raw === '–'
  ) {
    const opening =
      last.raw === ')' || last.raw === ']'
        ? lastIndex(tokens, end - 2, last.raw === ')' ? '(' : '[')
        : commaBefore(tokens, end - 2, last.raw)
    if (opening <= 0) return undefined
    beside = spanOf(tokens, opening + 1, end - 1)
    end = opening
    const name = nameBefore(tokens, end)
    if (name > 0) {
      beside = spanOf(tokens, name + 1, end) ?? beside
      end = name
    }
    // A second pair: "Venn, 43, a clerk, said".
    const further = commaBefore(tokens, end - 1, ',', 3)
    if (further > 0 && /^\d+$/.test(tokens[further + 1]?.lower ?? '')) end = further
  }
  let start = afterVerb(tokens, leftEdge(tokens, end), end)
  // "officials who run elections say": the phrase before the relative clause.
  const who = lastWithin(
    tokens,
    [end - MAX_SOURCE + 1, end],
    (t, k) => t.lower === 'who' || opensRelative(tokens, k)
  )
  const gap = who > 0 && tokens.slice(who, end).every((t) => t.kind === 'word')
  if (gap && tokens[who - 1]?.kind === 'word') {
    // What tells which one stands beside it.
    if (tokens[who]?.lower === 'who') beside ??= spanOf(tokens, who, end)
    end = who
    start = afterVerb(tokens, leftEdge(tokens, end), end)
  }
  const source = spanOf(tokens, start, end)
  if (source === undefined) return undefined
  return { source, ...(beside && { beside }) }
}

/** "had spoken to | witnesses who described", "was torn apart by | an expert who said": the phrase begins behind the verb. */
function afterVerb(tokens: readonly Token[], start: number, end: number): number {
  for (let k = end - 2; k > start; k--)
    if (
      (tokens[k]?.lower === 'by' || tokens[k]?.lower === 'to') &&
      (/^(?:spoken|spoke|talked)$/.test(tokens[k - 1]?.lower ?? '') ||
        (/^(?:\p{Ll}{2,}ed|torn|held|hit|run|shot|beaten|driven|taken)$/u.test(tokens[start]?.raw ?? '') &&
          k - start <= 2))
    )
      return k + 1
  return start
}

/** "The group that owns her music says": a noun phrase at the head of its clause, and what tells which. */
function opensRelative(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.lower !== 'that') return false
  const start = lastWithin(tokens, [at - MAX_NAME - 1, at], (t) => t.kind !== 'word') + 1
  return (
    DETERMINERS.has(tokens[start]?.lower ?? '') &&
    at - start >= 2 &&
    at - start <= MAX_NAME &&
    tokens
      .slice(start, at)
      .every((t) => !REPORTING_VERBS.has(t.lower) && !CLAUSE_WORDS.has(t.lower))
  )
}

const MONTH =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.?)$/

function between(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined || token.kind !== 'word') return false
  if (/^(?:not|\w+n't)$/.test(token.lower)) return true
  if (
    /^[a-z]{3,}ly$/.test(token.raw) &&
    !/^(?:family|daily|weekly|only|ally|assembly|rally|supply|monthly|reply|bully)$/.test(
      token.lower
    )
  )
    return true
  // "on February 23"
  if (/^\d{1,2}(?:st|nd|rd|th)?$/.test(token.lower) && MONTH.test(tokens[at - 1]?.raw ?? '')) return true
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

/** Participles that stand behind a noun: "research published in May shows". */
const MODIFIES: ReadonlySet<string> = new Set(
  'published aired carried printed held charged related determined projected calculated notified certified attributed'.split(
    ' '
  )
)
const OPENING = /^(?:the|an?|its|his|her|their|our)$/
const AUXILIARIES: ReadonlySet<string> = new Set(
  'is are was were be been has have had can cannot could must should do does did'.split(' ')
)

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
    if ((token.kind === 'mark' && !/^[£$€]$/.test(token.raw)) || AUXILIARIES.has(token.lower)) break
    // "diplomats the ministry says are …": a determiner after a noun opens a phrase of its own.
    if (
      OPENING.test(tokens[start]?.lower ?? '') &&
      start < end &&
      !PREPOSITIONS.has(token.lower) &&
      !/^(?:all|both|half|as|and|or|up|out|off|down|\w+ing)$/.test(token.lower)
    )
      break
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
    if (
      REPORTING_VERBS.has(token.lower) &&
      start < end &&
      !NOUNISH.has(token.lower) &&
      !MODIFIES.has(token.lower) &&
      // "opponents of adding the question"
      !(token.lower.endsWith('ing') && PREPOSITIONS.has(tokens[start - 2]?.lower ?? ''))
    )
      break
    start--
  }
  return start
}

export function pluralEnd(tokens: readonly Token[], source: Span): boolean {
  const inside = tokensIn(tokens, source)
  const text = inside
    .map((t) => t.lower)
    .join(' ')
  if (/^(?:they|we|i|you|many|some|others|most|both|people|police)\b/.test(text)) return true
  if (/\b(?:and|people|police|media|authorities|\w*men|sides)\b/.test(text)) return true
  const words = inside.filter((t) => t.kind === 'word')
  return words.some((t) => /[^s']s$/.test(t.lower) && !/^(?:this|his|its|news)$/.test(t.lower))
}

export function spanOf(tokens: readonly Token[], from: number, to: number): Span | undefined {
  const first = tokens[from]
  const last = tokens[to - 1]
  if (first === undefined || last === undefined || from >= to) return undefined
  return { start: first.start, end: last.end }
}

/** Longest name before its description, in tokens. */
const MAX_NAME = 6

/** "Orla Venn, director of the port, and head of the guild, said": the comma after the name that opens the clause, or -1. */
function nameBefore(tokens: readonly Token[], end: number): number {
  let start = end
  while (start > 0) {
    const token = tokens[start - 1]
    if (
      token === undefined ||
      token.kind === 'quote' ||
      (token.kind === 'mark' && !/^[,()]$/.test(token.raw))
    )
      break
    start--
  }
  const comma = firstWithin(tokens, [start + 1, end], (t) => t.raw === ',')
  if (comma < 0 || comma - start > MAX_NAME || comma >= end - 1) return -1
  // "Declan Venn (61), of the mill, has pleaded"
  const head = tokens
    .slice(start, comma)
    .filter((t) => !/^[()]$/.test(t.raw) && !/^\d+$/.test(t.raw))
  // "On Monday, the Courier, a daily, warned": a time is no name.
  if (PREPOSITIONS.has(head[0]?.lower ?? '') || head.some((t) => WEEKDAYS.has(t.lower))) return -1
  const named = head.filter((t) => isCapital(t)).length
  return named >= 2 &&
    head.every((t) => isCapital(t) || t.lower === 'of') &&
    (!isCapital(tokens[comma + 1]) ||
      PERSON_TITLES.has(tokens[comma + 1]?.lower ?? '') ||
      // "Orla Venn, U.S. envoy for …"
      tokens
        .slice(comma + 2, end)
        .some((t) => !isCapital(t) && PERSON_TITLES.has(t.lower) && !PREPOSITIONS.has(t.lower)))
    ? comma
    : -1
}
