import type { Span } from '../text/span'
import {
  ACCUSED,
  agentAfter,
  announced,
  byAgent,
  framed,
  headOf,
  names,
  quotedAs
} from './citation'
import type { Attribution } from './citation'
import {
  BETWEEN,
  DETERMINERS,
  INSTITUTION_HEADS,
  PREPOSITIONS,
  PRONOUNS,
  UNNAMED_PEOPLE,
  WEEKDAYS
} from './cues/en/frames'
import { NEEDS_THAT, NOUNISH, REPORTING_VERBS } from './cues/en/reporting'
import type { ReportingVerb } from './cues/en/reporting'
import { absoluteSubject, holdsVerb, orders } from './clause-shape'
import { labelled } from './labelled'
import { colonQuote, nominalAt } from './nominal'
import { baseFits, HEARS, isOtherWord, saysSomething } from './saying'
import { firstTo, MAX_TELLER, phrasalAt } from './phrasal'
import { invertible, leftPhrase, MAX_SOURCE, rightBeside, rightPhrase } from './phrases'
import type { Phrase } from './phrases'
import type { Sentence } from './sentence'
import { firstWithin, isCapital, lastWithin, tokenFrom, tokenize, tokensIn } from './tokens'
import type { Token } from './tokens'
import { isReduced, BE, isNegated, isNounHere, isPassive, SPEECH_NOUN } from './verb-place'

/** Verbs that may stand before their subject: "…," said Orla Venn. */
const INVERTED = new Set(
  'say report add write claim note explain warn insist argue ask recall declare tweet state quip remark reply announce confirm comment joke observe continue admit concede muse sigh enthuse'.split(
    ' '
  )
)
/** How far from the start what an outlet printed is still what the sentence is about, in tokens. */
const OPENING = 6
/** By whom something was printed or aired. */
const PRINTED_BY = /^(?:aired|broadcast|published|carried|printed|broken|screened)$/
const SPEAKS = /^(?:say|claim|confirm|act)$/
/** Most attributions that are looked for in one sentence, far more than any has: each is weighed against the others. */
const MAX_ATTRIBUTIONS = 32
/** Finds who says what in a sentence, from left to right. Words between quotation marks are never cues. O(tokens). */
export function findAttributions(sentence: Sentence): Attribution[] {
  const tokens = tokenize(sentence)
  const found: Attribution[] = []
  for (let i = 0; i < tokens.length && found.length < MAX_ATTRIBUTIONS; i++)
    found.push(...attributionsAt(tokens, i, found.at(-1)))
  if (found.length > 0) return found
  const quote = labelled(sentence) ?? colonQuote(tokens)
  return quote === undefined ? [] : [quote]
}

function attributionsAt(
  tokens: readonly Token[],
  i: number,
  previous: Attribution | undefined
): Attribution[] {
  const token = tokens[i]
  if (token?.kind !== 'word') return []
  const next = tokens[i + 1]
  const list = (found: Attribution | undefined) => (found === undefined ? [] : [found])
  if (token.lower === 'according' && next?.lower === 'to') {
    return list(framed('according', tokens, i, i + 2))
  }
  // "…, per the Harbour Times": by whom, where the clause is over.
  const somebody = names(tokens, i + 1) || DETERMINERS.has(next?.lower ?? '')
  if (token.lower === 'per' && tokens[i - 1]?.raw === ',' && somebody) {
    return list(framed('according', tokens, i, i + 1))
  }
  if (next?.raw === ':' || isCapital(token)) {
    const opening = i === 0 ? announced(tokens) : undefined
    if (opening !== undefined) return [opening]
  }
  if (token.lower === 'citing' || token.lower === 'quoting') {
    return list(framed('cites', tokens, i, i + 1))
  }
  if (token.lower === 'referring' && next?.lower === 'to' && tokens[i - 1]?.raw === ',') {
    return previous?.trailing === true ? [] : list(framed('cites', tokens, i, i + 2))
  }
  if (token.lower === 'quoted' || token.lower === 'cited') {
    const quoted = quotedAs(tokens, i)
    if (quoted.length > 0) return quoted
    const relay = next?.lower === 'by' ? rightPhrase(tokens, i + 2, false) : undefined
    if (relay !== undefined && names(tokens, i + 2)) {
      const cue = { start: token.start, end: token.end }
      return [{ frame: 'says', source: relay, cue, trailing: true, negated: false, relay: true }]
    }
  }
  // "a clip aired by Channel 9", "the story was broken by the Ledger": an outlet, or nobody who says anything.
  const opens = i < OPENING || isPassive(tokens, i)
  if (opens && next?.lower === 'by' && PRINTED_BY.test(token.lower) && names(tokens, i + 2)) {
    const outlet = rightPhrase(tokens, i + 2, false)
    const verb = REPORTING_VERBS.get('published')
    if (outlet !== undefined && verb !== undefined)
      return [
        {
          frame: 'says',
          source: outlet,
          verb,
          cue: { start: token.start, end: token.end },
          trailing: true,
          negated: false
        }
      ]
  }
  const phrasal = phrasalAt(tokens, i)
  if (phrasal !== undefined) return [phrasal]
  const nominal = nominalAt(tokens, i)
  if (nominal !== undefined) return [nominal]
  const verb = REPORTING_VERBS.get(token.lower)
  return verb === undefined ? [] : list(spoken(tokens, i, verb, previous))
}

function spoken(
  tokens: readonly Token[],
  i: number,
  verb: ReportingVerb,
  previous: Attribution | undefined
): Attribution | undefined {
  const token = tokens[i]
  const before = tokens[i - 1]
  if (before?.lower === 'to' && tokens[i - 2]?.lower === 'first') return firstTo(tokens, i, verb)
  const asTold = before?.lower === 'as' && tokens[i + 1]?.lower === 'by'
  if (token === undefined || before?.lower === 'to' || (before?.lower === 'as' && !asTold))
    return undefined
  if (isOtherWord(tokens, i, verb)) return undefined
  const passive = isPassive(tokens, i) && !verb.participle
  const absolute = verb.participle ? absoluteSubject(tokens, i) : undefined
  if (absolute !== undefined) {
    const cue = { start: token.start, end: token.end }
    return { frame: 'says', source: absolute, verb, cue, trailing: false, negated: false }
  }
  const agent = passive && ACCUSED.has(verb.lemma) ? agentAfter(tokens, i) : undefined
  if (agent !== undefined) {
    const cue = { start: token.start, end: token.end }
    const negated = isNegated(tokens, i)
    return { frame: 'says', source: agent, verb, cue, trailing: true, negated, agent: true }
  }
  const evidence = passive ? toldInCourt(tokens, i, verb) : undefined
  if (evidence !== undefined) return evidence
  if (PREPOSITIONS.has(before?.lower ?? '')) return undefined
  const named = agentNamed(tokens, i, verb, passive)
  if (named !== null) return named
  // "plans announced by the ministry": what was announced, not who spoke.
  if (isReduced(tokens, i, verb)) return undefined
  if (passive || (NOUNISH.has(token.lower) && isNounHere(tokens, i))) return undefined
  const told = verb.lemma === 'tell' ? listener(tokens, i) : undefined
  if (told === null) return undefined
  const tail = {
    verb,
    cue: { start: token.start, end: token.end },
    negated: isNegated(tokens, i),
    ...(told && { told })
  }
  const left = verb.participle && !BE.has(before?.lower ?? '') ? undefined : leftPhrase(tokens, i)
  if (mayInvert(tokens, i, verb, left)) {
    const source = rightPhrase(tokens, i + 1, false)
    if (source !== undefined) {
      const beside = rightBeside(tokens, source)
      return { frame: 'says', source, ...(beside && { beside }), trailing: true, ...tail }
    }
  }
  if (verb.participle && !BE.has(before?.lower ?? '')) {
    const joined =
      i === 0 || before?.raw === ',' || before?.kind === 'quote' || before?.lower === 'and'
    if (!joined && !SPEECH_NOUN.test(before?.lower ?? '')) return undefined
    return { frame: 'participle', trailing: false, ...tail }
  }
  if (left === undefined) return withoutSubject(tokens, i, previous, tail)
  // "will include member states"
  if (/^(?:will|would)$/.test(tokens[tokenFrom(tokens, left.source.start)]?.raw ?? ''))
    return undefined
  if (verb.base && !baseFits(tokens, i, left)) return undefined
  if (NEEDS_THAT.has(verb.lemma) && !saysSomething(tokens, i, verb, left)) return undefined
  return { frame: 'says', ...left, trailing: endsClause(afterListener(tokens, i, told)), ...tail }
}

/** "The court was told": evidence, by whom is not said. */
function toldInCourt(
  tokens: readonly Token[],
  i: number,
  verb: ReportingVerb
): Attribution | undefined {
  const token = tokens[i]
  if (token?.lower !== 'told' || tokens[i + 1]?.lower === 'to') return undefined
  const court = leftPhrase(tokens, i - 1)
  if (court === undefined || !HEARS.test(headOf(tokens, court.source))) return undefined
  const cue = { start: token.start, end: token.end }
  const trailing = endsClause(tokens[i + 1])
  return { frame: 'says', ...court, verb, cue, trailing, negated: false }
}

/** Who stands behind "by"; null when the verb names nobody so. */
function agentNamed(
  tokens: readonly Token[],
  i: number,
  verb: ReportingVerb,
  passive: boolean
): Attribution | undefined | null {
  const form = tokens[i]?.lower ?? ''
  const before = tokens[i - 1]
  // "were told by the firm to sign": an order, of which nobody tells.
  if (verb.lemma === 'tell' && orders(tokens, i)) return undefined
  // "was first reported by the Harbour Times"
  if (passive && tokens[i + 1]?.lower === 'by') return byAgent(tokens, i, verb) ?? undefined
  // "…, reported at the weekend by the Harbour Times to have resigned"
  if (
    /^(?:reported|said|alleged|announced|confirmed|disclosed)$/.test(form) &&
    (passive || before?.raw === ',')
  ) {
    const by = firstWithin(tokens, [i + 1, i + LATE_AGENT], (t) => t.lower === 'by')
    const between = tokens.slice(i + 1, by)
    if (by > 0 && names(tokens, by + 1) && between.every((t) => t.kind === 'word'))
      return byAgent(tokens, by - 1, verb)
  }
  // "As first reported by the Harbour Times, …"
  if (tokens[i + 1]?.lower === 'by' && /^(?:as|first)$/.test(before?.lower ?? ''))
    return byAgent(tokens, i, verb)
  return null
}

/** What stands behind the verb, or behind whom somebody tells when the sentence ends there: "…, a friend told us." */
function afterListener(
  tokens: readonly Token[],
  i: number,
  told: Span | undefined
): Token | undefined {
  if (/^(?:us|me)$/.test(tokens[i + 1]?.lower ?? '')) return tokens[i + 2]
  const next = told === undefined ? undefined : tokenFrom(tokens, told.end)
  const mark = next === undefined ? undefined : tokens[next]?.raw
  const ends = next !== undefined && (next >= tokens.length || /^[.!?]$/.test(mark ?? ''))
  // "…, an airport official told the agency, speaking …"
  const comma = lastWithin(tokens, [i - MAX_TELLER, i], (t) => t.kind !== 'word')
  const between = mark === ',' && comma > CONTENT_BEFORE && i - comma <= MAX_TELLER
  return ends || between ? undefined : tokens[i + 1]
}

/** What is told before its teller has at least so many tokens. */
const CONTENT_BEFORE = 5

/** How far behind "reported" its "by" may stand, in tokens. */
const LATE_AGENT = 6

/** "…, and added that": the subject of the verb before it. */
function withoutSubject(
  tokens: readonly Token[],
  i: number,
  previous: Attribution | undefined,
  tail: Pick<Attribution, 'cue' | 'negated'> & { readonly verb: ReportingVerb }
): Attribution | undefined {
  const before = tokens[i - 1]
  const shared =
    before?.lower === 'and' ||
    before?.lower === 'but' ||
    before?.raw === ',' ||
    BETWEEN.has(before?.lower ?? '')
  if (!shared || i === 0) return undefined
  if (NEEDS_THAT.has(tail.verb.lemma) && tokens[i + 1]?.lower !== 'that') return undefined
  // "They trim the lamps and write the weather down": nobody spoke before, so nothing is said on.
  if (tail.verb.base && previous?.source === undefined) return undefined
  // "The change, announced in spring, …": of what is told, not who tells.
  const dated =
    before?.raw === ',' && /^(?:in|on|at|by|last|earlier|late)$/.test(tokens[i + 1]?.lower ?? '')
  if (previous === undefined && dated) return undefined
  if (previous?.source === undefined) return { frame: 'participle', trailing: false, ...tail }
  const { source, beside } = previous
  return { frame: 'says', source, ...(beside && { beside }), trailing: false, ...tail }
}

/** Whom somebody tells; undefined for "me" and "us", null when nobody is told or it is an order ("told them to leave"). */
function listener(tokens: readonly Token[], i: number): Span | undefined | null {
  const after = tokens[i + 1]
  if (after?.lower === 'me' || after?.lower === 'us') return undefined
  const whole = rightPhrase(tokens, i + 1, false)
  if (whole === undefined) return null
  const told = firstPhrase(tokens, i + 1, whole)
  const next = tokens[tokenFrom(tokens, told.end)]
  const inside = tokensIn(tokens, told)
  return next?.lower === 'to' || inside.some((t) => t.lower === 'to') ? null : told
}

/** "reporters the decision …" → "reporters": the listener ends where another phrase begins. */
function firstPhrase(tokens: readonly Token[], from: number, whole: Span): Span {
  for (let k = from + 1; k < tokens.length; k++) {
    const token = tokens[k]
    if (token === undefined || token.start >= whole.end) break
    if (DETERMINERS.has(token.lower) || PRONOUNS.has(token.lower)) {
      return { start: whole.start, end: tokens[k - 1]?.end ?? whole.end }
    }
  }
  return whole
}

/** A name, or people or an institution by description; "reported a leak" has no such subject after it. */
function namesSomeone(tokens: readonly Token[], from: number): boolean {
  const phrase = rightPhrase(tokens, from, false)
  if (phrase === undefined) return false
  if (/^(?:another|others|one|many|some)$/.test(tokens[from]?.lower ?? '')) return true
  return tokensIn(tokens, phrase).some(
    (t) =>
      isCapital(t) ||
      UNNAMED_PEOPLE.has(t.lower) ||
      INSTITUTION_HEADS.has(t.lower) ||
      /^(?:spokes|minister|official|president|leader|director|chief|mayor|governor)/.test(t.lower)
  )
}

function mayInvert(
  tokens: readonly Token[],
  i: number,
  verb: ReportingVerb,
  left: Phrase | undefined
): boolean {
  const before = tokens[i - 1]
  // Behind what was said in quotation marks any verb of saying may stand before its subject.
  const afterQuote = before?.kind === 'quote' && !verb.base && SPEAKS.test(verb.verbClass)
  if (i === 0 || verb.participle || !(afterQuote || INVERTED.has(verb.lemma))) return false
  if (before !== undefined && before.kind !== 'quote' && before.raw !== ',') return false
  if (!invertible(tokens, i + 1, before?.kind === 'quote')) return false
  const owned = before?.kind === 'quote' && DETERMINERS.has(tokens[i + 1]?.lower ?? '')
  if (!owned && !namesSomeone(tokens, i + 1)) return false
  // "Settlers, who are his voters, said the change paved the way": what follows is a clause of its own.
  if (before?.raw === ',' && left?.beside !== undefined && holdsVerb(tokens, i + 1)) return false
  if (before?.kind === 'quote' || left?.beside === undefined) return true
  // Nothing follows the name: "…, on Monday, reports the Harbour Times."
  const right = rightPhrase(tokens, i + 1, false)
  const name = tokens.findIndex((t) => t.start === right?.start)
  const called =
    (right !== undefined && UNNAMED_PEOPLE.has(headOf(tokens, right))) ||
    // "said one of the people"
    /^(?:one|two|another|some|several|many)$/.test(tokens[name]?.lower ?? '') ||
    isCapital(tokens[name]) ||
    // "said disaster agency official Venn"
    (right !== undefined && isCapital(tokensIn(tokens, right).at(-1))) ||
    (DETERMINERS.has(tokens[name]?.lower ?? '') && isCapital(tokens[name + 1]))
  if (
    right !== undefined &&
    called &&
    !tokens.some((t) => t.start >= right.end && t.kind !== 'mark')
  )
    return true
  // "Venn, a clerk, said the port …" has its subject before it; "…, said Orla Venn, a clerk." ends soon.
  const named = tokens[tokenFrom(tokens, left.source.start)]
  return (
    !isCapital(named) ||
    PREPOSITIONS.has(named?.lower ?? '') ||
    left.source.end - left.source.start > MAX_SOURCE * 5
  )
}

function endsClause(after: Token | undefined): boolean {
  if (after === undefined || after.kind === 'mark') return after?.raw !== ':'
  return (
    WEEKDAYS.has(after.lower) ||
    /^(?:in|on|at|late|early|during|after|when|by|via)$/.test(after.lower)
  )
}
