import { FUNCTION_WORDS } from '../text/function-words'
import { Pattern } from '../text/pattern'
import type { Span } from '../text/span'
import { speaksFor, type Affiliations } from './affiliations'
import { compareNames, isSameBody } from './compare-names'
import { compareQuotations } from './compare-quotations'
import {
  change,
  inPlace,
  inTurn,
  leftovers,
  ofKind,
  pairText,
  strengthInPlace,
  strengthOf,
  type FactChange,
  type FactPair
} from './fact-change'
import type { Fact } from './fact'
import { FORWARD, HAPPENED, OFFICES, SAME_STAGE, VERB_LEVELS } from './lexicon'
import type { ChangeKind } from './model'
import { isAcronymOf, nameForm, sameName } from './names'
import { countOneThing } from './numbers'

/** Returns what two sentences say differently. Facts are compared by value; what is left over on both sides pairs by order. */
export function compareFacts(pair: FactPair, affiliations: Affiliations): FactChange[] {
  if (pair.a.length === 0 && pair.b.length === 0) return []
  // Most sentences tell facts of few kinds.
  const told = new Set<Fact['kind']>()
  for (const { kind } of pair.a) told.add(kind)
  for (const { kind } of pair.b) told.add(kind)
  const of = (kind: Fact['kind'], compare: () => FactChange[]): FactChange[] =>
    told.has(kind) ? compare() : []
  const attribution = of('source', () => compareSources(pair, affiliations))
  const channels = of('channel', () => compareSimple(pair, 'channel', 'attribution', 'soft'))
  const covered = (fact: Fact) =>
    [...attribution, ...channels].some(({ a, b }) => within(a, fact) || within(b, fact))
  return [
    ...of('quotation', () => compareQuotations(pair)),
    ...of('number', () => compareNumbers(pair)),
    ...attribution,
    ...of('verb', () => compareVerbs(pair)),
    ...of('hedge', () => compareCommitment(pair)),
    ...of('stage', () => compareStages(pair)),
    ...of('event', () => compareEvents(pair)),
    ...channels,
    ...of('time', () => compareTimes(pair)),
    ...of('negation', () => compareNegation(pair)),
    ...(told.has('name') || told.has('place') ? compareNames(pair, affiliations, covered) : [])
  ]
}

const within = (span: Span | undefined, fact: Fact): boolean =>
  span !== undefined && span.start <= fact.span.start && fact.span.end <= span.end

function compareSimple(
  { a, b }: FactPair,
  from: Fact['kind'],
  kind: ChangeKind,
  strength: FactChange['strength']
): FactChange[] {
  const [left, right] = leftovers(ofKind(a, from), ofKind(b, from))
  return inTurn(left, right).map(([x, y]) => change(kind, strength, x, y))
}

function compareTimes(pair: FactPair): FactChange[] {
  const [left, right] = leftovers(ofKind(pair.a, 'time'), ofKind(pair.b, 'time'))
  const mayBeOne = left.length > 0 && right.length > 0 && [...left, ...right].some(isRelative)
  return pairTimes(left, right, pair).map(([x, y]) =>
    change('time', mayBeOne ? 'soft' : strengthInPlace(pair, x, y), x, y)
  )
}

/** Where either sentence has one day of its own, these are one change wherever they stand: "on Monday … postponed" / "postponed … to Friday". */
function pairTimes(left: readonly Fact[], right: readonly Fact[], pair: FactPair) {
  const days = [...left, ...right].every(({ key }) => key.endsWith('day'))
  return days && left.length === 1 && right.length === 1
    ? inTurn(left, right)
    : inPlace(left, right, pair)
}

/** "yesterday" and "Thursday" may be one day: who printed it when tells. */
const isRelative = ({ text }: Fact): boolean => /^(?:yesterday|today|tomorrow|tonight)$/i.test(text)

function compareStages(pair: FactPair): FactChange[] {
  const [left, right] = leftovers(ofKind(pair.a, 'stage'), ofKind(pair.b, 'stage'))
  const untold = (stages: readonly Fact[], words: () => readonly string[]) =>
    stages.filter(({ key }) => !words().some((word) => SAME_STAGE.get(word) === key))
  return inTurn(untold(left, pair.wordsB), untold(right, pair.wordsA)).map(([x, y]) =>
    change('status', isTurn(x, y) ? strengthInClause(pair, x, y) : 'soft', x, y)
  )
}

/** One stage in the place of another, or one that takes back what was planned: alone, "completed" is a word for many things. */
const isTurn = (x: Fact | undefined, y: Fact | undefined): boolean =>
  (x !== undefined && y !== undefined) || /^(?:cancelled|postponed)$/.test((x ?? y)?.key ?? '')

/** A stage in the place of another; lone ones come and go with clauses, which are named as such. */
function compareEvents({ a, b }: FactPair): FactChange[] {
  const [left, right] = leftovers(ofKind(a, 'event'), ofKind(b, 'event'))
  return inTurn(left, right)
    .filter(([x, y]) => x !== undefined && y !== undefined)
    .map(([x, y]) => change('status', 'strong', x, y))
}

function compareNumbers(pair: FactPair): FactChange[] {
  const [allA, allB] = [ofKind(pair.a, 'number'), ofKind(pair.b, 'number')]
  const toldAgain = ({ again }: Fact, others: readonly Fact[]) =>
    again !== undefined && others.some(({ key }) => key === again)
  const [left, right] = leftovers(
    allA.filter((fact) => !toldAgain(fact, allB)),
    allB.filter((fact) => !toldAgain(fact, allA))
  )
  // Numbers of one thing pair first: "5 boats and 2 planes" / "3 planes and 5 boats".
  const pairs: [Fact | undefined, Fact | undefined][] = []
  const rest = [...right]
  const alone = left.filter((fact) => {
    const index = rest.findIndex((other) => sameThing(fact, other))
    if (index < 0) return true
    pairs.push([fact, rest[index]])
    rest.splice(index, 1)
    return false
  })
  // What is told twice in one sentence, as in a headline that ran into it, has its partner.
  const once = (lone: readonly Fact[], side: 0 | 1) =>
    lone.filter((fact) => !pairs.some((known) => known[side]?.key === fact.key))
  // "several" and "dozens" alone count nothing.
  return [...pairs, ...inTurn(once(alone, 0), once(rest, 1)).flatMap((one) => asOnePair(one, pair))]
    .filter(([x, y]) => (x && y) ?? !isVague(x ?? y))
    .map(([x, y]) => change('number', strengthOfNumber(pair, x, y), x, y, numberText(x, y)))
}

/** "They" and "the two leaders" are the same people. */
const strengthOfNumber = (
  pair: FactPair,
  x: Fact | undefined,
  y: Fact | undefined
): FactChange['strength'] =>
  (x === undefined || y === undefined) &&
  ((x ?? y)?.known === true || pair.isRewrite || comesWithClause(pair, 'any', x, y))
    ? 'soft'
    : strengthOf(pair, x, y)

const isVague = (fact: Fact | undefined): boolean => Number.isNaN(fact?.number?.value)

/** Parts two numbers that can't be one: "6.1 on the scale" and "five people", "200 miles" and "several landslides". */
function asOnePair(
  [x, y]: readonly [Fact | undefined, Fact | undefined],
  { replaces }: FactPair
): [Fact | undefined, Fact | undefined][] {
  if (x?.number === undefined || y?.number === undefined) return [[x, y]]
  const parted =
    x.number.measure !== y.number.measure ||
    (!sameThing(x, y) &&
      (isVague(x) !== isVague(y) ||
        (x.number.noun !== '' && y.number.noun !== '' && !replaces(x.span, y.span)) ||
        Number.isInteger(x.number.value) !== Number.isInteger(y.number.value)))
  return parted
    ? [
        [x, undefined],
        [undefined, y]
      ]
    : [[x, y]]
}

function sameThing({ number: x }: Fact, { number: y }: Fact): boolean {
  return x !== undefined && y !== undefined && countOneThing(x, y)
}

function numberText(a: Fact | undefined, b: Fact | undefined): string {
  const withNoun = (fact: Fact) => `${fact.text} ${fact.number?.noun ?? ''}`.trim()
  if (a === undefined || b === undefined) return pairText(a && withNoun(a), b && withNoun(b))
  return `${a.text} → ${withNoun(b)}`
}

// ── who says it, and how firmly ──

const PRONOUN = new Pattern(
  /^(?:he|she|it|they|who|officials?|the statement|the spokes\p{L}+|(?:each|both|the two) (?:sides?|countries|parties))\b/iu
)

/** Who speaks in a sentence; who goes on speaking after "and" is the one named before, if any is. */
function sourcesOf(facts: readonly Fact[]): readonly Fact[] {
  const sources = ofKind(facts, 'source')
  const named = sources.filter(({ text }) => text !== '')
  return named.length > 0 ? named : sources
}

const isUnnamed = ({ text }: Fact): boolean => text === '' || PRONOUN.test(text)

/** "the minister" and "Ms Venn" are one where either was told of before. */
const OFFICE_ALONE = new Pattern(new RegExp(`^the (?:${OFFICES.join('|')})$`, 'iu'))
const HONOURED = /^(?:Mr|Mrs|Ms|Dr)\b/u
const isHolder = (x: Fact, y: Fact): boolean => OFFICE_ALONE.test(x.text) && HONOURED.test(y.text)

/** "The monitoring group" is a body that was named before, and can be any. */
const isMeant = ({ text }: Fact): boolean =>
  /^[Tt]he (?:\p{Ll}+ )?(?:agency|body|company|firm|group|organi[sz]ation|paper|newspaper|report|statement|watchdog)$/u.test(
    text
  )

/** Says whether the last word of a source stands before a verb of speech: "a monitoring group said". */
function speaks({ text }: Fact, words: readonly string[]): boolean {
  const last = nameForm(/\S+$/u.exec(text)?.[0] ?? '')
  return words.some((word, index) => word === last && VERB_LEVELS.has(words[index + 1] ?? ''))
}

function compareSources(
  { a, b, isSpelling, isRewrite, isQuotation, wordsA, wordsB }: FactPair,
  affiliations: Affiliations
): FactChange[] {
  const isName = (x: string, y: string) => sameName(x, y) || isSpelling(x, y)
  const sourcesA = sourcesOf(a)
  const sourcesB = sourcesOf(b)
  const known = (source: Fact, others: readonly Fact[]) =>
    isUnnamed(source) ||
    others.some(
      (other) =>
        other.key === source.key ||
        isUnnamed(other) ||
        isHolder(source, other) ||
        isHolder(other, source) ||
        sameSource(source, other, { affiliations, isName })
    )
  const left = sourcesA.filter((source) => !known(source, sourcesB))
  const right = sourcesB.filter((source) => !known(source, sourcesA))
  if (left.length > 0 && right.length > 0)
    return inTurn(left, right).map(([x, y]) =>
      change('attribution', x && y && (isMeant(x) || isMeant(y)) ? 'soft' : 'strong', x, y)
    )
  // One more speaker in a longer sentence is no other attribution; none at all is.
  const [inA, inB] = [left, right].map((all) => all.find(({ acts }) => acts !== true))
  const weigh = (without: 'a' | 'b') => (isRewrite || isQuotation(without) ? 'soft' : 'strong')
  if (inA !== undefined && sourcesB.length === 0 && !speaks(inA, wordsB()))
    return [change('attribution', weigh('b'), inA, undefined)]
  if (inB !== undefined && sourcesA.length === 0 && !speaks(inB, wordsA()))
    return [change('attribution', weigh('a'), undefined, inB)]
  return []
}

function sameSource(
  x: Fact,
  y: Fact,
  {
    affiliations,
    isName
  }: {
    readonly affiliations: Affiliations
    readonly isName: (x: string, y: string) => boolean
  }
): boolean {
  const [left, right] = [sourceWords(x), sourceWords(y)]
  if (isSameBody(x.text, y.text)) return true
  if (left.some((word) => right.some((other) => isName(word, other)))) return true
  if (
    left.some((word) => isAcronymOf(word, right)) ||
    right.some((word) => isAcronymOf(word, left))
  )
    return true
  return (
    left.some((word) => speaksFor(affiliations, word, right)) ||
    right.some((word) => speaksFor(affiliations, word, left))
  )
}

const sourceWords = ({ text }: Fact): string[] =>
  text
    .split(/\s+/)
    .filter((word) => /^\(?\p{Lu}{2}/u.test(word) || !FUNCTION_WORDS.has(nameForm(word)))
    .map((word) => nameForm(word.replace(/^\(|\)$/g, '')))
    .filter((word) => word.length > 1)

function compareVerbs(pair: FactPair): FactChange[] {
  const [left, right] = leftovers(ofKind(pair.a, 'verb'), ofKind(pair.b, 'verb'))
  if (isOneDenial(pair)) return []
  return inTurn(left, right).flatMap(([x, y]): FactChange[] => {
    if (x === undefined || y === undefined)
      return isDenial(x ?? y) ? [change('attribution', 'strong', x, y)] : []
    if (x.level === undefined || y.level === undefined)
      return [change('attribution', 'strong', x, y)]
    // The one verb may only have got company: "confirmed that …" / "after confirming that …, the office said".
    if (stillThere(x, pair.wordsB()) || stillThere(y, pair.wordsA())) return []
    return [leveled(change('hedge', 'strong', x, y), x.level, y.level)]
  })
}

/** Says whether a verb of the same commitment, and no other one, stands in the other sentence in whatever form. */
function stillThere({ level }: Fact, words: readonly string[]): boolean {
  return level !== PLAIN && words.some((word) => VERB_LEVELS.get(word) === level)
}

/** Commitment of verbs that only report. */
const PLAIN = 2

/** A denial that comes or goes is news by itself. */
const isDenial = (verb: Fact | undefined): boolean =>
  /^den(?:y|ies|ied|ying)$/i.test(verb?.text ?? '')

/** "said that it was not his boat" and "denied that it was his boat" are one. */
function isOneDenial({ a, b }: FactPair): boolean {
  const [notA, notB] = leftovers(ofKind(a, 'negation'), ofKind(b, 'negation'))
  const [saysA, saysB] = leftovers(ofKind(a, 'verb'), ofKind(b, 'verb'))
  const [deniedA, deniedB] = [saysA.some(isDenial), saysB.some(isDenial)]
  return (
    (notA.length > 0 && notB.length === 0 && deniedB && !deniedA) ||
    (notB.length > 0 && notA.length === 0 && deniedA && !deniedB)
  )
}

function leveled(base: FactChange, a: number, b: number): FactChange {
  const direction = b < a ? 'weaker' : 'stronger'
  return { ...base, direction, text: `${base.text}: ${direction}` }
}

/** Difference of commitment from which one cue is no other word for the next: "planned" and "scheduled" are. */
const TELLING_STEP = 0.8
/** Commitment up to which a cue alone tells that something may not be so. */
const DOUBT = 1.7
/** Commitment of a statement without any cue. */
const FIRM = 4

function compareCommitment(pair: FactPair): FactChange[] {
  const { a, b, insteadOf } = pair
  const [left, right] = leftovers(ofKind(a, 'hedge'), ofKind(b, 'hedge'))
  return inTurn(left, right).flatMap(([x, y]): FactChange[] => {
    const lone = x ?? y
    if (lone === undefined) return []
    if (x !== undefined && y !== undefined) {
      if (x.level === y.level) return []
      const [from, to] = [x.level ?? FIRM, y.level ?? FIRM]
      const strength = Math.abs(from - to) < TELLING_STEP ? 'soft' : 'strong'
      return [leveled(change('hedge', strength, x, y), from, to)]
    }
    const happened = FORWARD.has(lone.key)
      ? insteadOf(lone.span, x === undefined ? 'b' : 'a').find(isPast)
      : undefined
    const changes: FactChange[] = []
    if (happened !== undefined) {
      const text = x === undefined ? `${happened} → ${lone.text}` : `${lone.text} → ${happened}`
      changes.push(change('status', 'strong', x, y, text))
    }
    // "will" comes and goes with tense; alone it is no hedge.
    if (lone.key !== 'will') {
      const doubts =
        (lone.level ?? FIRM) <= DOUBT && !pair.isRewrite && !comesWithClause(pair, 'any', x, y)
      const base = change('hedge', doubts ? 'strong' : 'soft', x, y)
      changes.push(leveled(base, x?.level ?? FIRM, y?.level ?? FIRM))
    }
    return changes
  })
}

const isPast = (word: string): boolean =>
  HAPPENED.has(word) ||
  (word.length > 4 && word.endsWith('ed') && !/^(?:expect|schedul|plann|intend|hop)ed$/.test(word))

function compareNegation(pair: FactPair): FactChange[] {
  const [left, right] = leftovers(ofKind(pair.a, 'negation'), ofKind(pair.b, 'negation'))
  const [x] = left
  const [y] = right
  return (x === undefined && y === undefined) || isOneDenial(pair)
    ? []
    : [change('negation', strengthInClause(pair, x, y), x, y)]
}

/**
 * A "not" or a stage that comes with a clause of its own turns nothing round: the clause is what is new. Nor does one in a sentence that
 * was told anew, or one that the other report has at another place with the same words around it.
 */
function strengthInClause(
  pair: FactPair,
  x: Fact | undefined,
  y: Fact | undefined
): FactChange['strength'] {
  const stands =
    (y === undefined && x !== undefined && pair.standsInB(x.span)) ||
    (x === undefined && y !== undefined && pair.standsInA(y.span))
  const isLone = x === undefined || y === undefined
  return stands || (isLone && pair.isRewrite) || comesWithClause(pair, 'nothing', x, y)
    ? 'soft'
    : 'strong'
}

/** Says whether what one side alone has came with a clause of its own. */
function comesWithClause(
  { isInClause }: FactPair,
  instead: 'nothing' | 'any',
  x: Fact | undefined,
  y: Fact | undefined
): boolean {
  if (x !== undefined && y !== undefined) return false
  return (
    (x !== undefined && isInClause(x.span, 'a', instead)) ||
    (y !== undefined && isInClause(y.span, 'b', instead))
  )
}
