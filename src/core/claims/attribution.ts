import type { Span } from '../text/span'
import {
  BETWEEN,
  CLAUSE_WORDS,
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
import {
  invertible,
  leftPhrase,
  MAX_SOURCE,
  pluralEnd,
  rightBeside,
  rightPhrase,
  spanOf
} from './phrases'
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

/** How the sentence ties content to its source. */
type Frame = 'says' | 'according' | 'cites' | 'quotes' | 'participle' | 'carried'

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
  /** The source stands behind "by"; the sentence is about somebody else, whom "he" goes on to mean. */
  readonly agent?: true
}

/** Verbs that may stand before their subject: "…," said Orla Venn. */
const INVERTED = new Set(
  'say report add write claim note explain warn insist argue ask recall declare tweet state quip remark reply announce confirm'.split(
    ' '
  )
)
/** Finds who says what in a sentence, from left to right. Words between quotation marks are never cues. O(tokens). */
export function findAttributions(sentence: Sentence): Attribution[] {
  const tokens = tokenize(sentence)
  const found: Attribution[] = []
  for (let i = 0; i < tokens.length; i++) found.push(...attributionsAt(tokens, i, found.at(-1)))
  return found
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
  if (token.lower === 'per' && tokens[i - 1]?.raw === ',' && names(tokens, i + 1)) {
    return list(framed('according', tokens, i, i + 1))
  }
  if (next?.raw === ':' || isCapital(token)) {
    const opening = i === 0 ? announced(tokens) : undefined
    if (opening !== undefined) return [opening]
  }
  if ((token.lower === 'citing' || token.lower === 'quoting') && i > 0) {
    return list(framed('cites', tokens, i, i + 1))
  }
  if (token.lower === 'referring' && next?.lower === 'to' && tokens[i - 1]?.raw === ',') {
    return previous?.trailing === true ? [] : list(framed('cites', tokens, i, i + 2))
  }
  if (token.lower === 'quoted' || token.lower === 'cited') {
    const quoted = quotedAs(tokens, i)
    if (quoted.length > 0) return quoted
  }
  const verb = REPORTING_VERBS.get(token.lower)
  return verb === undefined ? [] : list(spoken(tokens, i, verb, previous))
}

/** A name, with or without an article. */
function names(tokens: readonly Token[], at: number): boolean {
  return isCapital(tokens[at]) || (tokens[at]?.lower === 'the' && isCapital(tokens[at + 1]))
}

/** A post that tells a speaker from a topic: "Finance minister Orla Venn: the budget holds". */
const POST =
  /^(?:minister|president|premier|chancellor|mayor|governor|spokes(?:man|woman|person)|secretary|ambassador|chief|general|professor|prof|dr|leader|ministry|police|army|pm|ceo)\b/

/** "Finance minister Orla Venn: the budget holds": who speaks stands before a colon that opens the sentence. */
function announced(tokens: readonly Token[]): Attribution | undefined {
  const colon = tokens.findIndex((t) => t.raw === ':')
  if (colon < 2 || colon > MAX_ANNOUNCED || tokens[colon + 1] === undefined) return undefined
  const head = tokens.slice(0, colon)
  if (head.some((t) => t.kind !== 'word' || REPORTING_VERBS.has(t.lower))) return undefined
  const post = head.findIndex((t) => POST.test(t.lower))
  if (post < 0 || !head.slice(post + 1).every((t) => isCapital(t) || t.lower === 'of'))
    return undefined
  const source = spanOf(tokens, 0, colon)
  const mark = tokens[colon]
  if (source === undefined || mark === undefined) return undefined
  const cue = { start: mark.start, end: mark.end }
  return { frame: 'according', cue, source, trailing: false, negated: false }
}

/** Longest words of a speaker before a colon, in tokens. */
const MAX_ANNOUNCED = 8

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
  // "according to the law" tells how, not who.
  const words = sourceWords(tokens, source)
  if (frame === 'according' && NO_SPEAKER.test(words)) return undefined
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

const NO_SPEAKER =
  /\b(?:calendar|law|laws|plan|plans|schedule|rules?|constitution|tradition|size|type|age|ability|needs?|custom|instructions|principles?|standards?|criteria|script|order|rank|preference|taste)$/

function sourceWords(tokens: readonly Token[], span: Span): string {
  return tokens
    .filter((t) => t.start >= span.start && t.end <= span.end)
    .map((t) => t.lower)
    .join(' ')
}

/** "Interfax quoted the fleet as saying": the outlet, and whom it quotes. */
function quotedAs(tokens: readonly Token[], i: number): Attribution[] {
  const token = tokens[i]
  const as = tokens.findIndex(
    (t, k) => k > i && k < i + MAX_SOURCE && t.lower === 'as' && tokens[k + 1]?.lower === 'saying'
  )
  if (token === undefined || as < 0) return []
  const passive = BE.has(tokens[i - 1]?.lower ?? '')
  const left = leftPhrase(tokens, passive ? i - 1 : i)
  const cue = { start: token.start, end: token.end }
  const plain = { cue, trailing: false, negated: false }
  if (passive) {
    if (left === undefined) return []
    // "was quoted by the Harbour Times as saying", "was quoted as saying by the Harbour Times"
    const relay =
      tokens[i + 1]?.lower === 'by'
        ? spanOf(tokens, i + 2, as)
        : tokens[as + 2]?.lower === 'by'
          ? rightPhrase(tokens, as + 3, false)
          : undefined
    if (relay === undefined) return [{ frame: 'says', ...left, ...plain }]
    return [
      { frame: 'says', source: relay, ...plain },
      { frame: 'quotes', ...left, ...plain }
    ]
  }
  const comma = tokens.findIndex((t, k) => k > i && k < as && t.raw === ',')
  const inner = spanOf(tokens, i + 1, comma > 0 ? comma : as)
  const end = tokens[as - 1]?.raw === ',' ? as - 1 : as
  const beside = comma > 0 ? spanOf(tokens, comma + 1, end) : undefined
  const both: Attribution[] = []
  if (left !== undefined) both.push({ frame: 'says', source: left.source, ...plain })
  if (inner !== undefined) {
    both.push({ frame: 'quotes', source: inner, ...(beside && { beside }), ...plain })
  }
  return both
}

function spoken(
  tokens: readonly Token[],
  i: number,
  verb: ReportingVerb,
  previous: Attribution | undefined
): Attribution | undefined {
  const token = tokens[i]
  const before = tokens[i - 1]
  if (token === undefined || before?.lower === 'to' || before?.lower === 'as') return undefined
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
  if (/^(?:alleged|purported|suspected)$/.test(token.lower) && !complement(tokens[i + 1]))
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
  if (verb.base && !baseFits(tokens, i, left)) return undefined
  if (NEEDS_THAT.has(verb.lemma) && !saysSomething(tokens, i, verb, left)) return undefined
  return { frame: 'says', ...left, trailing: endsClause(tokens[i + 1]), ...tail }
}

/** "claimed the title", "claimed nine lives": took, not said. */
function takes(tokens: readonly Token[], i: number): boolean {
  return tokens.slice(i + 1, i + 6).some((t) => TAKEN.has(t.lower))
}

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
  const after = tokens[i + 1]
  if (after === undefined || after.lower === 'that' || after.raw === ':') return true
  if (tokens[i]?.lower === 'pointed') return after.lower === 'out'
  if (verb.verbClass === 'act' && verb.lemma !== 'invite' && verb.lemma !== 'offer') return true
  // After what was said, in quotation marks: "“I resign,” Orla Venn posted on her page."
  const quote = tokens.findLast((t) => t.end <= left.source.start && t.raw !== ',')
  if (quote?.kind === 'quote' && !verb.base && verb.verbClass !== 'find') return true
  const head = headOf(tokens, left.source)
  if (verb.verbClass === 'find')
    return (
      FINDING_SUBJECT.test(head) &&
      !/^(?:dead|guilty|himself|herself|themselves)$/.test(after.lower)
    )
  return after.kind === 'mark' && tokens[i - 1]?.kind !== 'mark'
}

/** "A poll of 1,204 adults for the Evening Star" → "poll": the last word before a preposition. */
function headOf(tokens: readonly Token[], source: Span): string {
  const words = tokens.filter(
    (t) => t.start >= source.start && t.end <= source.end && t.kind === 'word'
  )
  const at = words.findIndex((t, k) => k > 0 && PREPOSITIONS.has(t.lower))
  return words[(at < 0 ? words.length : at) - 1]?.lower ?? ''
}

/** Verbs whose passive names whoever charges after what is charged. */
const ACCUSED = new Set('accuse blame allege criticise criticize'.split(' '))
/** How far behind the verb its agent may stand, in tokens. */
const AGENT_REACH = 12

/** "was accused of assault by a neighbour", "is blamed by the union for": who charges. */
function agentAfter(tokens: readonly Token[], i: number): Span | undefined {
  for (let k = i + 1; k < tokens.length && k < i + AGENT_REACH; k++) {
    const token = tokens[k]
    if (token?.kind !== 'word' || CLAUSE_WORDS.has(token.lower)) return undefined
    const after = tokens[k + 1]
    if (token.lower !== 'by' || after === undefined || /^\p{Ll}+ing$/u.test(after.raw)) continue
    if (!names(tokens, k + 1) && !DETERMINERS.has(after.lower) && !after.lower.endsWith('s'))
      continue
    return rightPhrase(tokens, k + 1, false)
  }
  return undefined
}

function byAgent(
  tokens: readonly Token[],
  i: number,
  verb: ReportingVerb
): Attribution | undefined {
  const token = tokens[i]
  const source = rightPhrase(tokens, i + 2, false)
  if (token === undefined || source === undefined) return undefined
  if (!/^(?:say|relay|claim|confirm)$/.test(verb.verbClass) || verb.lemma === 'describe')
    return undefined
  const cue = { start: token.start, end: token.end }
  return { frame: 'says', source, verb, cue, trailing: true, negated: isNegated(tokens, i) }
}

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
