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
  TAKEN,
  UNNAMED_PEOPLE,
  WEEKDAYS
} from './cues/en/frames'
import { NEEDS_THAT, NOUNISH, PLURAL_FORMS, REPORTING_VERBS } from './cues/en/reporting'
import type { ReportingVerb } from './cues/en/reporting'
import { colonQuote, nominalAt } from './nominal'
import { invertible, leftPhrase, MAX_SOURCE, pluralEnd, rightBeside, rightPhrase } from './phrases'
import type { Phrase } from './phrases'
import type { Sentence } from './sentence'
import { isCapital, tokenize } from './tokens'
import type { Token } from './tokens'
import {
  isReduced,
  BE,
  FINDING_SUBJECT,
  isNegated,
  isNounHere,
  isPassive,
  SPEECH_NOUN
} from './verb-place'

/** Verbs that may stand before their subject: "…," said Orla Venn. */
const INVERTED = new Set(
  'say report add write claim note explain warn insist argue ask recall declare tweet state quip remark reply announce confirm comment joke observe continue admit concede muse sigh enthuse'.split(
    ' '
  )
)
/** Finds who says what in a sentence, from left to right. Words between quotation marks are never cues. O(tokens). */
export function findAttributions(sentence: Sentence): Attribution[] {
  const tokens = tokenize(sentence)
  const found: Attribution[] = []
  for (let i = 0; i < tokens.length; i++) found.push(...attributionsAt(tokens, i, found.at(-1)))
  if (found.length > 0) return found
  const quote = colonQuote(tokens)
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
  const asTold = before?.lower === 'as' && tokens[i + 1]?.lower === 'by'
  if (token === undefined || before?.lower === 'to' || (before?.lower === 'as' && !asTold))
    return undefined
  // "the United States" is no verb.
  if (i > 0 && /^\p{Lu}/u.test(token.raw)) return undefined
  if (verb.lemma === 'claim' && takes(tokens, i)) return undefined
  // "the alleged plan", "her reported illness": an adjective.
  if (DETERMINERS.has(before?.lower ?? '') || /'s?$/.test(before?.lower ?? '')) return undefined
  const passive = isPassive(tokens, i) && !verb.participle
  const agent = passive && ACCUSED.has(verb.lemma) ? agentAfter(tokens, i) : undefined
  if (agent !== undefined) {
    const cue = { start: token.start, end: token.end }
    const negated = isNegated(tokens, i)
    return { frame: 'says', source: agent, verb, cue, trailing: true, negated, agent: true }
  }
  // "The court was told": evidence, by whom is not said.
  if (passive && token.lower === 'told' && tokens[i + 1]?.lower !== 'to') {
    const court = leftPhrase(tokens, i - 1)
    if (court !== undefined && HEARS.test(headOf(tokens, court.source))) {
      const cue = { start: token.start, end: token.end }
      return {
        frame: 'says',
        ...court,
        verb,
        cue,
        trailing: endsClause(tokens[i + 1]),
        negated: false
      }
    }
  }
  const perfect = /^(?:has|have|had)$/.test(before?.lower ?? '')
  if (
    !perfect &&
    /^(?:alleged|purported|suspected)$/.test(token.lower) &&
    !complement(tokens[i + 1])
  )
    return undefined
  if (PREPOSITIONS.has(before?.lower ?? '')) return undefined
  if (
    verb.lemma === 'ask' &&
    /^(?:not|to|for|that|him|her|them|us|me)$/.test(tokens[i + 1]?.lower ?? '')
  )
    return undefined
  // "…, described as a key site": nobody is said to describe it.
  if (
    verb.lemma === 'describe' &&
    before?.raw === ',' &&
    PREPOSITIONS.has(tokens[i + 1]?.lower ?? 'as')
  )
    return undefined
  // "was first reported by the Harbour Times"
  if (passive && tokens[i + 1]?.lower === 'by') return byAgent(tokens, i, verb)
  // "…, reported at the weekend by the Harbour Times to have resigned"
  if (/^(?:reported|said|alleged)$/.test(token.lower) && (passive || before?.raw === ',')) {
    const by = tokens.findIndex((t, k) => k > i && k < i + LATE_AGENT && t.lower === 'by')
    const between = tokens.slice(i + 1, by)
    if (by > 0 && names(tokens, by + 1) && between.every((t) => t.kind === 'word'))
      return byAgent(tokens, by - 1, verb)
  }
  // "As first reported by the Harbour Times, …"
  if (tokens[i + 1]?.lower === 'by' && /^(?:as|first)$/.test(before?.lower ?? ''))
    return byAgent(tokens, i, verb)
  // "plans announced by the ministry": what was announced, not who spoke.
  if (isReduced(tokens, i, verb)) return undefined
  if (passive || (NOUNISH.has(token.lower) && isNounHere(tokens, i))) return undefined
  const told = verb.lemma === 'tell' ? listener(tokens, i) : undefined
  if (told === null) return undefined
  // "called the police", "called time": nothing is said.
  if (verb.lemma === 'call' && !calls(tokens, i)) return undefined
  if (
    verb.lemma === 'continue' &&
    before?.kind !== 'quote' &&
    tokens[i - 2]?.kind !== 'quote' &&
    tokens[i + 1]?.raw !== ':' &&
    tokens[i + 1]?.kind !== 'mark'
  )
    return undefined
  if (
    verb.lemma === 'refer' &&
    !tokens.slice(i + 1, i + REFER_REACH).some((t) => t.lower === 'as' || t.kind === 'quote')
  )
    return undefined
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
    if (verb.lemma === 'maintain' && tokens[i + 1]?.lower !== 'that') return undefined
    const joined =
      i === 0 || before?.raw === ',' || before?.kind === 'quote' || before?.lower === 'and'
    if (!joined && !SPEECH_NOUN.test(before?.lower ?? '')) return undefined
    return { frame: 'participle', trailing: false, ...tail }
  }
  if (left === undefined) return withoutSubject(tokens, i, previous, tail)
  if (verb.base && !baseFits(tokens, i, left)) return undefined
  if (NEEDS_THAT.has(verb.lemma) && !saysSomething(tokens, i, verb, left)) return undefined
  return { frame: 'says', ...left, trailing: endsClause(afterListener(tokens, i, told)), ...tail }
}

/** What stands behind the verb, or behind whom somebody tells when the sentence ends there: "…, a friend told us." */
function afterListener(
  tokens: readonly Token[],
  i: number,
  told: Span | undefined
): Token | undefined {
  if (/^(?:us|me)$/.test(tokens[i + 1]?.lower ?? '')) return tokens[i + 2]
  const next = told === undefined ? undefined : tokens.findIndex((t) => t.start >= told.end)
  const mark = next === undefined || next < 0 ? undefined : tokens[next]?.raw
  const ends = next !== undefined && (next < 0 || /^[.!?]$/.test(mark ?? ''))
  // "…, an airport official told the agency, speaking …"
  const comma = tokens.findLastIndex((t, k) => k < i && t.kind !== 'word')
  const between = mark === ',' && comma > CONTENT_BEFORE && i - comma <= MAX_TELLER
  return ends || between ? undefined : tokens[i + 1]
}

/** What is told before its teller has at least so many tokens, the teller at most so many. */
const CONTENT_BEFORE = 5
const MAX_TELLER = 7

/** How far behind "reported" its "by" may stand, and behind "referred" its "as", in tokens. */
const LATE_AGENT = 6
const REFER_REACH = 14
const QUOTE_REACH = 8

/** "called on the firm to", "called for", "called it a lie", "called the plan “mad”". */
function calls(tokens: readonly Token[], i: number): boolean {
  const after = tokens[i + 1]
  if (after === undefined) return false
  if (/^(?:on|for|upon|it|this|that|them|him|her|himself|herself)$/.test(after.lower)) return true
  return tokens.slice(i + 1, i + QUOTE_REACH).some((t) => t.kind === 'quote')
}

/** "claimed the title", "claimed nine lives": took, not said. */
function takes(tokens: readonly Token[], i: number): boolean {
  return tokens.slice(i + 1, i + 6).some((t) => TAKEN.has(t.lower))
}

/** Who hears what is said in evidence: "…, the inquest heard". */
const HEARS = /^(?:court|jury|inquest|inquiry|tribunal|hearing|committee|panel|judge|jurors)$/

/** What follows a verb of saying: "that", a pronoun, an article, a name. */
function complement(after: Token | undefined): boolean {
  return (
    after !== undefined &&
    (after.lower === 'that' ||
      PRONOUNS.has(after.lower) ||
      DETERMINERS.has(after.lower) ||
      isCapital(after))
  )
}

/** "officials say", "Der Spiegel insist that". */
function baseFits(tokens: readonly Token[], i: number, left: Phrase): boolean {
  const form = tokens[i]?.lower ?? ''
  if (!PLURAL_FORMS.has(form)) return false
  const modal = tokens[i - 1]?.lower ?? ''
  if (/^(?:will|would|could|can|may|might|must|should|did|does|do|not)$|n't$/.test(modal))
    return false
  return pluralEnd(tokens, left.source) || tokens[i + 1]?.lower === 'that'
}

/** Before "that" or a clause of a study, or after what was said. */
function saysSomething(
  tokens: readonly Token[],
  i: number,
  verb: ReportingVerb,
  left: Phrase
): boolean {
  const after = tokens[afterTime(tokens, i)]
  const papers =
    /^(?:reports|media|documents|emails|files|figures|data|results|studies|surveys?|polls?|records)$/
  if (verb.lemma === 'suggest' && papers.test(headOf(tokens, left.source))) return true
  const strict = /^(?:hear|identify|name|understand)$/.test(verb.lemma)
  if (!strict && (after === undefined || after.lower === 'that' || after.raw === ':')) return true
  if (tokens[i]?.lower === 'pointed') return after?.lower === 'out'
  if (verb.verbClass === 'act' && verb.lemma !== 'invite' && verb.lemma !== 'offer') return true
  if (PUBLISH.test(verb.lemma)) return printed(tokens, i)
  // "Prosecutors have charged the captain with"
  if (verb.lemma === 'charge')
    return (
      CHARGERS.test(headOf(tokens, left.source)) &&
      tokens.slice(i + 1, i + MAX_SOURCE).some((t) => /^(?:with|over)$/.test(t.lower))
    )
  // After what was said, in quotation marks: "“I resign,” Orla Venn posted on her page."
  const quote = tokens.findLast((t) => t.end <= left.source.start && t.raw !== ',')
  if (quote?.kind === 'quote' && !verb.base) return true
  const head = headOf(tokens, left.source)
  // "The court heard"; "police named the victim as Orla Venn".
  if (verb.lemma === 'speak') return after?.lower === 'of'
  // "…, the Harbour Times understands": a paper that has it from somebody.
  if (verb.lemma === 'understand')
    return (
      names(
        tokens,
        tokens.findIndex((t) => t.start >= left.source.start)
      ) && after?.kind !== 'word'
    )
  if (verb.lemma === 'doubt' || verb.lemma === 'wonder')
    return /^(?:that|whether|if|why|how|what|the)$/.test(after?.lower ?? '')
  if (verb.lemma === 'hear') return HEARS.test(head)
  if (verb.lemma === 'identify' || verb.lemma === 'name')
    return tokens.slice(i + 1, i + MAX_SOURCE).some((t) => t.lower === 'as')
  if (verb.verbClass === 'find')
    return (
      FINDING_SUBJECT.test(head) &&
      !/^(?:dead|guilty|himself|herself|themselves)$/.test(after?.lower ?? '')
    )
  if (after?.kind !== 'mark' || tokens[i - 1]?.kind === 'mark') return false
  // "eight candidates have declared, among them …": nothing stands before that they could have said.
  const said = tokens.findLast((t) => t.end <= left.source.start)
  return /^[.!?]$/.test(after.raw) ? true : said === undefined || said.kind !== 'word'
}

/** Skips when it was said: "projected in May that". */
function afterTime(tokens: readonly Token[], i: number): number {
  let k = i + 1
  while (k < i + TIME_REACH && TIME_WORD.test(tokens[k]?.lower ?? '')) k++
  return tokens[k]?.lower === 'that' ? k : i + 1
}

const TIME_REACH = 6
const TIME_WORD =
  /^(?:in|on|at|last|this|earlier|late|early|week|month|year|the|same|\d{1,4}|\w+day|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|fall|recently|separately|again)$/

/** Verbs that tell of an outlet what it printed, of others what they carry. */
export const PUBLISH = /^(?:publish|air|carry|run|print)$/

/** "ran a story", "aired footage": what outlets print. */
function printed(tokens: readonly Token[], i: number): boolean {
  return tokens
    .slice(i + 1, i + PRINT_REACH)
    .some((t) =>
      /^(?:reports?|stor(?:y|ies)|articles?|footage|videos?|interviews?|allegations|claims|documents|editorial|commentary)$/.test(
        t.lower
      )
    )
}

const PRINT_REACH = 7
/** Who charges somebody with a crime; others charge a fee, or at a fence. */
const CHARGERS =
  /^(?:prosecutors?|police|authorities|jury|investigators|state|regulators?|commission|agency)$/

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
  const next = tokens.find((t) => t.start >= told.end)
  const inside = tokens.filter((t) => t.start >= told.start && t.end <= told.end)
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
  return tokens.some(
    (t) =>
      t.start >= phrase.start &&
      t.end <= phrase.end &&
      (isCapital(t) ||
        UNNAMED_PEOPLE.has(t.lower) ||
        INSTITUTION_HEADS.has(t.lower) ||
        /^(?:spokes|minister|official|president|leader|director|chief|mayor|governor)/.test(
          t.lower
        ))
  )
}

function mayInvert(
  tokens: readonly Token[],
  i: number,
  verb: ReportingVerb,
  left: Phrase | undefined
): boolean {
  const before = tokens[i - 1]
  if (i === 0 || verb.participle || !INVERTED.has(verb.lemma)) return false
  if (before !== undefined && before.kind !== 'quote' && before.raw !== ',') return false
  if (!invertible(tokens, i + 1, before?.kind === 'quote') || !namesSomeone(tokens, i + 1))
    return false
  if (before?.kind === 'quote' || left?.beside === undefined) return true
  // Nothing follows the name: "…, on Monday, reports the Harbour Times."
  const right = rightPhrase(tokens, i + 1, false)
  const name = tokens.findIndex((t) => t.start === right?.start)
  const called =
    isCapital(tokens[name]) ||
    (DETERMINERS.has(tokens[name]?.lower ?? '') && isCapital(tokens[name + 1]))
  if (
    right !== undefined &&
    called &&
    !tokens.some((t) => t.start >= right.end && t.kind !== 'mark')
  )
    return true
  // "Venn, a clerk, said the port …" has its subject before it; "…, said Orla Venn, a clerk." ends soon.
  const named = tokens.find((t) => t.start >= left.source.start)
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
