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
import { NOUNISH, REPORTING_VERBS } from './cues/en/reporting'
import { afterVerb, MAX_NAME, nameBefore, postAndName } from './phrase-shape'
import { isCapital, lastWithin, tokenFrom } from './tokens'
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
  if (
    word === 'by' &&
    isCapital(next) &&
    /^(?:calculations|estimates|figures)$/.test(tokens[at - 1]?.lower ?? '')
  )
    return true
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
  // "a nurse who was not allowed to speak to the press said": no source begins with "to".
  const teller =
    tokens[start]?.lower === 'to'
      ? lastWithin(tokens, [start - MAX_SOURCE * 2, start], (t) => t.lower === 'who')
      : -1
  if (teller > 0 && tokens[teller - 1]?.kind === 'word') {
    beside ??= spanOf(tokens, teller, end)
    end = teller
    start = leftEdge(tokens, end)
  }
  const source = spanOf(tokens, start, end)
  if (source === undefined) return undefined
  return { source, ...(beside && { beside }) }
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
  if (/^\d{1,2}(?:st|nd|rd|th)?$/.test(token.lower) && MONTH.test(tokens[at - 1]?.raw ?? ''))
    return true
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

/** A name in capitals that stands behind the long one. */
const SHORT_NAME = /^\p{Lu}{2,7}$/u

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
    // "the Marsh Front (MF) group"
    if (token.raw === ')' && start < end && SHORT_NAME.test(tokens[start - 2]?.raw ?? '')) {
      if (tokens[start - 3]?.raw === '(' && isCapital(tokens[start - 4])) {
        start -= 3
        continue
      }
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

export function spanOf(tokens: readonly Token[], from: number, to: number): Span | undefined {
  const first = tokens[from]
  const last = tokens[to - 1]
  if (first === undefined || last === undefined || from >= to) return undefined
  return { start: first.start, end: last.end }
}
