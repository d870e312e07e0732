import type { Span } from '../text/span'
import { CLAUSE_WORDS, DETERMINERS, PREPOSITIONS } from './cues/en/frames'
import { NEEDS_THAT, REPORTING_VERBS } from './cues/en/reporting'
import type { ReportingVerb } from './cues/en/reporting'
import { leftPhrase, MAX_SOURCE, rightBeside, rightPhrase, spanOf } from './phrases'
import { firstWithin, isCapital, tokensIn } from './tokens'
import type { Token } from './tokens'
import { BE, isNegated } from './verb-place'

/* Who says what without a verb of saying beside its subject: "according to", "citing", "quoted as saying", a colon, an agent. */

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
  /** "cited by X": X passes on what another says. */
  readonly relay?: true
}

/** A name, with or without an article. */
export function names(tokens: readonly Token[], at: number): boolean {
  return isCapital(tokens[at]) || (tokens[at]?.lower === 'the' && isCapital(tokens[at + 1]))
}

/** A post that tells a speaker from a topic: "Finance minister Orla Venn: the budget holds". */
const POST =
  /^(?:minister|president|premier|chancellor|mayor|governor|spokes(?:man|woman|person)|secretary|ambassador|chief|general|professor|prof|dr|leader|ministry|police|army|pm|ceo)\b/

/** "Finance minister Orla Venn: the budget holds": who speaks stands before a colon that opens the sentence. */
export function announced(tokens: readonly Token[]): Attribution | undefined {
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
export function framed(
  frame: 'according' | 'cites',
  tokens: readonly Token[],
  i: number,
  from: number
): Attribution | undefined {
  const source = rightPhrase(tokens, from, i === 0)
  const first = tokens[i]
  const last = tokens[from - 1]
  if (source === undefined || first === undefined || last === undefined) return undefined
  // "…, citing weak demand": a reason, not a source.
  if (frame === 'cites' && REASON.test(headOf(tokens, source))) return undefined
  // "according to the law" tells how, not who.
  const words = sourceWords(tokens, source)
  if (frame === 'according' && NO_SPEAKER.test(words.replace(WHO_KNOWS, ''))) return undefined
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

/** What is cited as a reason: "citing weak demand". */
const REASON =
  /^(?:demand|concerns?|fears?|needs?|costs?|prices?|reasons?|problems?|weather|conditions?|issues?|risks?|security|safety|lack|shortages?|inflation|pressures?|rules?|laws?|privacy|polic(?:y|ies)|uncertaint(?:y|ies)|failures?|delays?|health|threats?|tensions?|violations?|interests?|difficult(?:y|ies)|constraints?|grounds|precedents?|growth|sales|results|performance|competition|differences|weakness|strength|fatigue|findings|injur(?:y|ies)|illness|necessity|urgency)$/

/** "an official with knowledge of THE PLAN": what somebody knows of tells nothing of who speaks. */
const WHO_KNOWS = / (?:with|familiar|briefed|close|privy|involved|aware|working) .*$/
const NO_SPEAKER =
  /\b(?:calendar|law|laws|plan|plans|schedule|rules?|constitution|tradition|size|type|age|ability|needs?|custom|instructions|principles?|standards?|criteria|script|order|rank|preference|taste)$/

function sourceWords(tokens: readonly Token[], span: Span): string {
  return tokensIn(tokens, span)
    .map((t) => t.lower)
    .join(' ')
}

/** "Interfax quoted the fleet as saying": the outlet, and whom it quotes. */
export function quotedAs(tokens: readonly Token[], i: number): Attribution[] {
  const token = tokens[i]
  const as = firstWithin(
    tokens,
    [i + 1, i + MAX_SOURCE],
    (t, k) => t.lower === 'as' && tokens[k + 1]?.lower === 'saying'
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
  const comma = firstWithin(tokens, [i + 1, as], (t) => t.raw === ',')
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

/** "A poll of 1,204 adults for the Evening Star" → "poll": the last word before a preposition. */
export function headOf(tokens: readonly Token[], source: Span): string {
  const words = tokensIn(tokens, source).filter((t) => t.kind === 'word')
  const at = words.findIndex((t, k) => k > 0 && PREPOSITIONS.has(t.lower))
  return words[(at < 0 ? words.length : at) - 1]?.lower ?? ''
}

/** Verbs whose passive names whoever charges after what is charged. */
export const ACCUSED = new Set('accuse blame allege criticise criticize'.split(' '))
/** How far behind the verb its agent may stand, in tokens. */
const AGENT_REACH = 12

/** "was accused of assault by a neighbour", "is blamed by the union for": who charges. */
export function agentAfter(tokens: readonly Token[], i: number): Span | undefined {
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

export function byAgent(
  tokens: readonly Token[],
  i: number,
  verb: ReportingVerb
): Attribution | undefined {
  const token = tokens[i]
  const source = rightPhrase(tokens, i + 2, false)
  if (token === undefined || source === undefined) return undefined
  if (
    !/^(?:say|relay|claim|confirm)$/.test(verb.verbClass) ||
    /^(?:describe|name|hear|explain)$/.test(verb.lemma) ||
    // "held by the rebels", "ruled by a king"
    (verb.verbClass === 'say' && NEEDS_THAT.has(verb.lemma)) ||
    // "confirmed by laboratory tests"
    /^(?:tests?|testing|samples|autops(?:y|ies))$/.test(headOf(tokens, source))
  )
    return undefined
  const cue = { start: token.start, end: token.end }
  return { frame: 'says', source, verb, cue, trailing: true, negated: isNegated(tokens, i) }
}
