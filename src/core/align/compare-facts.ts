import { fold } from '../text/fold'
import { FUNCTION_WORDS } from '../text/function-words'
import type { Span } from '../text/span'
import { speaksFor, type Affiliations } from './affiliations'
import type { Fact } from './facts'
import { FORWARD, HAPPENED } from './lexicon'
import type { ChangeKind } from './model'
import { isAcronymOf, nameForm, sameName } from './names'

/** A difference of facts between two sentences. */
export interface FactChange {
  readonly kind: ChangeKind
  readonly strength: 'strong' | 'soft'
  readonly a?: Span
  readonly b?: Span
  readonly direction?: 'weaker' | 'stronger'
  readonly text: string
}

/** Two sentences with what they say. */
export interface FactPair {
  readonly a: readonly Fact[]
  readonly b: readonly Fact[]
  /** Folded words of either sentence. */
  readonly wordsA: () => readonly string[]
  readonly wordsB: () => readonly string[]
  /** Folded words that stand on one side only. */
  readonly newInA: () => readonly string[]
  readonly newInB: () => readonly string[]
}

/** Returns what two sentences say differently. Facts are compared by value; what is left over on both sides pairs by order. */
export function compareFacts(pair: FactPair, affiliations: Affiliations): FactChange[] {
  if (pair.a.length === 0 && pair.b.length === 0) return []
  const attribution = compareSources(pair, affiliations)
  const channels = compareSimple(pair, 'channel', 'attribution', 'soft')
  const covered = (fact: Fact) =>
    [...attribution, ...channels].some(({ a, b }) => within(a, fact) || within(b, fact))
  return [
    ...compareQuotations(pair),
    ...compareNumbers(pair),
    ...attribution,
    ...compareVerbs(pair),
    ...compareCommitment(pair),
    ...compareSimple(pair, 'stage', 'status', 'strong'),
    ...compareEvents(pair),
    ...channels,
    ...compareSimple(pair, 'time', 'time', 'strong'),
    ...compareNegation(pair),
    ...compareNames(pair, affiliations, covered)
  ]
}

const within = (span: Span | undefined, fact: Fact): boolean =>
  span !== undefined && span.start <= fact.span.start && fact.span.end <= span.end

const ofKind = (facts: readonly Fact[], ...kinds: Fact['kind'][]): Fact[] =>
  facts.filter(({ kind }) => kinds.includes(kind))

/** Returns the facts of either side that have no equal on the other, in order. */
function leftovers(a: readonly Fact[], b: readonly Fact[]): [Fact[], Fact[]] {
  if (a.length === 0 || b.length === 0) return [[...a], [...b]]
  const rest = [...b]
  const left = a.filter((fact) => {
    const index = rest.findIndex(({ key }) => key === fact.key)
    if (index < 0) return true
    rest.splice(index, 1)
    return false
  })
  return [left, rest]
}

/** Pairs leftovers by order; the longer side keeps lone ones. */
function inTurn(
  left: readonly Fact[],
  right: readonly Fact[]
): [Fact | undefined, Fact | undefined][] {
  if (left.length === 0 && right.length === 0) return []
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => [
    left[index],
    right[index]
  ])
}

function change(
  kind: ChangeKind,
  strength: FactChange['strength'],
  a: Fact | undefined,
  b: Fact | undefined,
  text = pairText(a?.text, b?.text)
): FactChange {
  return { kind, strength, ...(a && { a: a.span }), ...(b && { b: b.span }), text }
}

/** Longest piece of text that a label quotes, in code units. */
const MAX_LABEL = 70

/** Returns "x → y", "x: in A, not in B" or the reverse. */
export function pairText(a: string | undefined, b: string | undefined): string {
  if (a !== undefined && b !== undefined) return `${shorten(a)} → ${shorten(b)}`
  return a === undefined ? `${shorten(b ?? '')}: in B, not in A` : `${shorten(a)}: in A, not in B`
}

/** White space that is more than a space between words. */
const WIDE_SPACE = /[^\S ]|\s\s/

function shorten(text: string): string {
  const clean = (WIDE_SPACE.test(text) ? text.replace(/\s+/g, ' ') : text).trim()
  if (clean.length <= MAX_LABEL) return clean
  return `${clean.slice(0, clean.lastIndexOf(' ', MAX_LABEL) + 1 || MAX_LABEL).trim()}…`
}

function compareSimple(
  { a, b }: FactPair,
  from: Fact['kind'],
  kind: ChangeKind,
  strength: FactChange['strength']
): FactChange[] {
  const [left, right] = leftovers(ofKind(a, from), ofKind(b, from))
  return inTurn(left, right).map(([x, y]) => change(kind, strength, x, y))
}

/** A stage in the place of another; lone ones come and go with clauses, which are named as such. */
function compareEvents({ a, b }: FactPair): FactChange[] {
  const [left, right] = leftovers(ofKind(a, 'event'), ofKind(b, 'event'))
  return inTurn(left, right)
    .filter(([x, y]) => x !== undefined && y !== undefined)
    .map(([x, y]) => change('status', 'strong', x, y))
}

function compareNumbers({ a, b }: FactPair): FactChange[] {
  const [left, right] = leftovers(ofKind(a, 'number'), ofKind(b, 'number'))
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
  // "several" and "dozens" alone count nothing.
  return [...pairs, ...inTurn(alone, rest)]
    .filter(([x, y]) => (x && y) ?? !isVague(x ?? y))
    .map(([x, y]) => change('number', 'strong', x, y, numberText(x, y)))
}

const isVague = (fact: Fact | undefined): boolean => Number.isNaN(fact?.number?.value)

function sameThing({ number: x }: Fact, { number: y }: Fact): boolean {
  if (x === undefined || y === undefined || x.measure !== y.measure) return false
  return x.noun !== '' && y.noun !== '' && sameName(fold(x.noun), fold(y.noun))
}

function numberText(a: Fact | undefined, b: Fact | undefined): string {
  const withNoun = (fact: Fact) => `${fact.text} ${fact.number?.noun ?? ''}`.trim()
  if (a === undefined || b === undefined) return pairText(a && withNoun(a), b && withNoun(b))
  return `${a.text} → ${withNoun(b)}`
}

function compareQuotations({ a, b, wordsA, wordsB }: FactPair): FactChange[] {
  const [left, right] = leftovers(ofKind(a, 'quotation'), ofKind(b, 'quotation'))
  return inTurn(left, right).map(([x, y]) => {
    // Words that only lost or gained their marks are still there.
    const marksOnly =
      (x === undefined) !== (y === undefined) &&
      ` ${(x === undefined ? wordsA() : wordsB()).join(' ')} `.includes(` ${(x ?? y)?.key ?? ''} `)
    return change('quotation', marksOnly ? 'soft' : 'strong', x, y)
  })
}

// ── who says it, and how firmly ──

const PRONOUN =
  /^(?:he|she|it|they|who|officials?|the statement|the spokes\p{L}+|(?:each|both|the two) (?:sides?|countries|parties))\b/iu

function compareSources({ a, b }: FactPair, affiliations: Affiliations): FactChange[] {
  const sourcesA = ofKind(a, 'source')
  const sourcesB = ofKind(b, 'source')
  const known = (source: Fact, others: readonly Fact[]) =>
    PRONOUN.test(source.text) ||
    others.some((other) => PRONOUN.test(other.text) || sameSource(source, other, affiliations))
  const left = sourcesA.filter((source) => !known(source, sourcesB))
  const right = sourcesB.filter((source) => !known(source, sourcesA))
  if (left.length > 0 && right.length > 0)
    return inTurn(left, right).map(([x, y]) => change('attribution', 'strong', x, y))
  // One more speaker in a longer sentence is no other attribution; none at all is.
  const [inA, inB] = [left, right].map((all) => all.find(({ acts }) => acts !== true))
  if (inA !== undefined && sourcesB.length === 0)
    return [change('attribution', 'strong', inA, undefined)]
  if (inB !== undefined && sourcesA.length === 0)
    return [change('attribution', 'strong', undefined, inB)]
  return []
}

function sameSource(x: Fact, y: Fact, affiliations: Affiliations): boolean {
  const [left, right] = [sourceWords(x), sourceWords(y)]
  if (left.some((word) => right.some((other) => sameName(word, other)))) return true
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
    .map(nameForm)
    .filter((word) => word.length > 1 && !FUNCTION_WORDS.has(word))

function compareVerbs({ a, b }: FactPair): FactChange[] {
  const [left, right] = leftovers(ofKind(a, 'verb'), ofKind(b, 'verb'))
  return inTurn(left, right).flatMap(([x, y]): FactChange[] => {
    if (x === undefined || y === undefined)
      return isDenial(x ?? y) ? [change('attribution', 'strong', x, y)] : []
    if (x.level === undefined || y.level === undefined)
      return [change('attribution', 'strong', x, y)]
    return [leveled(change('hedge', 'strong', x, y), x.level, y.level)]
  })
}

/** A denial that comes or goes is news by itself. */
const isDenial = (verb: Fact | undefined): boolean =>
  /^den(?:y|ies|ied|ying)$/i.test(verb?.text ?? '')

function leveled(base: FactChange, a: number, b: number): FactChange {
  const direction = b < a ? 'weaker' : 'stronger'
  return { ...base, direction, text: `${base.text}: ${direction}` }
}

/** Commitment of a statement without any cue. */
const FIRM = 4

function compareCommitment({ a, b, newInA, newInB }: FactPair): FactChange[] {
  const [left, right] = leftovers(ofKind(a, 'hedge'), ofKind(b, 'hedge'))
  return inTurn(left, right).flatMap(([x, y]): FactChange[] => {
    const lone = x ?? y
    if (lone === undefined) return []
    if (x !== undefined && y !== undefined) {
      if (x.level === y.level) return []
      return [leveled(change('hedge', 'strong', x, y), x.level ?? FIRM, y.level ?? FIRM)]
    }
    const happened = FORWARD.has(lone.key)
      ? (x === undefined ? newInA() : newInB()).find(isPast)
      : undefined
    const changes: FactChange[] = []
    if (happened !== undefined) {
      const text = x === undefined ? `${happened} → ${lone.text}` : `${lone.text} → ${happened}`
      changes.push(change('status', 'strong', x, y, text))
    }
    // "will" comes and goes with tense; alone it is no hedge.
    if (lone.key !== 'will')
      changes.push(leveled(change('hedge', 'soft', x, y), x?.level ?? FIRM, y?.level ?? FIRM))
    return changes
  })
}

const isPast = (word: string): boolean =>
  HAPPENED.has(word) ||
  (word.length > 4 && word.endsWith('ed') && !/^(?:expect|schedul|plann|intend|hop)ed$/.test(word))

function compareNegation({ a, b }: FactPair): FactChange[] {
  const [left, right] = leftovers(ofKind(a, 'negation'), ofKind(b, 'negation'))
  const [x] = left
  const [y] = right
  return x === undefined && y === undefined ? [] : [change('negation', 'strong', x, y)]
}

// ── names ──

function compareNames(
  { a, b, wordsA, wordsB }: FactPair,
  affiliations: Affiliations,
  covered: (fact: Fact) => boolean
): FactChange[] {
  const lone = (names: readonly Fact[], others: readonly Fact[], words: () => readonly string[]) =>
    names.filter((name) => !covered(name) && !isKnownName(name, others, words(), affiliations))
  const namesA = ofKind(a, 'name', 'place')
  const namesB = ofKind(b, 'name', 'place')
  const left = lone(namesA, namesB, wordsB)
  const right = lone(namesB, namesA, wordsA)
  return (['place', 'name'] as const).flatMap((kind) =>
    inTurn(ofKind(left, kind), ofKind(right, kind)).map(([x, y]) => change(kind, 'strong', x, y))
  )
}

/** Share of a name's words that the other sentence must have. */
const MOST = 0.5

function isKnownName(
  name: Fact,
  others: readonly Fact[],
  words: readonly string[],
  affiliations: Affiliations
): boolean {
  const parts = name.key.split(' ')
  const last = parts.at(-1) ?? ''
  const found = parts.filter((part) => words.some((word) => sameName(part, word))).length
  if (found > MOST * parts.length || words.some((word) => sameName(last, word))) return true
  // "The court said" / "Hart said", where a report calls Hart the court's spokesman.
  if (speaksFor(affiliations, last, words)) return true
  return others.some((other) => {
    const theirs = other.key.split(' ')
    return (
      theirs.every((word) => parts.some((part) => sameName(part, word))) ||
      isAcronymOf(name.key.replace(/\s/g, ''), theirs) ||
      isAcronymOf(other.key.replace(/\s/g, ''), parts) ||
      speaksFor(affiliations, last, theirs) ||
      speaksFor(affiliations, theirs.at(-1) ?? '', parts)
    )
  })
}
