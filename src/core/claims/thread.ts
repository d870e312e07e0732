import type { ThreadRelation } from './claim'
import type { ClaimKey } from './key'
import type { NumberFact } from './numbers'

/** Two claims that say the same, with how alike they are. */
export interface ClaimLink {
  readonly a: ClaimRef
  readonly b: ClaimRef
  /** 0…1. */
  readonly score: number
}

/** A claim in an article. */
export interface ClaimRef {
  readonly article: number
  readonly mark: number
}

/** From this likeness on two claims are one, 0…1. Higher splits reworded claims, lower joins different ones. */
export const SAME_CLAIM = 0.45
/** Least shared words; two claims that share a name and a verb are not one. */
const MIN_SHARED_TERMS = 3
/** Two shared words are enough when they are nearly all there is: likeness from which they count. */
const SHORT_CLAIM = 0.6
/** Within one report neighbours share words by their subject alone: so much more alike they must be. */
const WITHIN_MARGIN = 0.1
/** How far apart two sentences of one report may be told as one claim, in sentences. */
const WITHIN_REACH = 12
/** What a position must be more alike than a claim. */
const STANCE_MARGIN = 0.15
/** Least mean likeness between two groups that one link joins. Higher splits threads, lower lets a hub chain them. */
const GROUP_LIKENESS = 0.3
/** Share of equal 5-grams from which two sentences are the same wording. Spec 2.5. */
const SAME_WORDING = 0.6
/** What an equal number of the same thing adds, in weights of a word. */
const NUMBER_WEIGHT = 1.2

/**
 * Returns the likeness of two claims, 0…1; 0 when they share too little. Symmetric; O(terms).
 *
 * The cosine of weighted words. Between reports a word that runs through many sentences of its article tells little of one claim
 * there, and its weight falls with the logarithm of that number; within one report all sentences share the subject, and words
 * count in full.
 */
export function likeness(a: ClaimKey, b: ClaimKey): number {
  if (gramContainment(a.wording, b.wording) >= SAME_WORDING) return 1
  const within = a.article === b.article
  if (within && (Math.abs(a.mark - b.mark) > WITHIN_REACH || numbersDiffer(a, b))) return 0
  let shared = 0
  let count = 0
  let i = 0
  let j = 0
  while (i < a.terms.length && j < b.terms.length) {
    const x = a.terms[i]
    const y = b.terms[j]
    if (x === undefined || y === undefined) break
    if (x[0] === y[0]) {
      shared += weigh(x, within) * weigh(y, within)
      count++
      i++
      j++
    } else if (x[0] < y[0]) i++
    else j++
  }
  const agreeing = a.numbers.filter((n) =>
    b.numbers.some((m) => sameMeasure(n, m) && n.value === m.value)
  ).length
  if (count + agreeing < MIN_SHARED_TERMS - 1) return 0
  shared += agreeing * NUMBER_WEIGHT * NUMBER_WEIGHT
  const alike = Math.min(1, shared / Math.sqrt(sizeOf(a, within) * sizeOf(b, within)))
  if (count + agreeing < MIN_SHARED_TERMS && alike < SHORT_CLAIM) return 0
  const margin = (within ? WITHIN_MARGIN : 0) + (a.stance || b.stance ? STANCE_MARGIN : 0)
  return Math.max(0, alike - margin)
}

function weigh([, weight, spread]: ClaimKey['terms'][number], within: boolean): number {
  return within ? weight : weight / (1 + Math.log(spread))
}

function sizeOf(key: ClaimKey, within: boolean): number {
  const numbers = key.numbers.filter((n) => n.counts !== '' || n.unit !== '').length
  const words = key.terms.reduce((sum, term) => sum + weigh(term, within) ** 2, 0)
  return words + numbers * NUMBER_WEIGHT ** 2
}

/** Says whether two numbers measure the same thing. */
export function sameMeasure(a: NumberFact, b: NumberFact): boolean {
  return a.unit === b.unit && a.counts === b.counts && (a.counts !== '' || a.unit !== '')
}

const GRAM = 5

/** Share of the shorter sentence's 5-grams that stand in the other, 0…1. */
function gramContainment(a: readonly string[], b: readonly string[]): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < GRAM) return short.join(' ') === long.join(' ') && short.length > 0 ? 1 : 0
  const grams = new Set<string>()
  for (let i = 0; i + GRAM <= long.length; i++) grams.add(long.slice(i, i + GRAM).join(' '))
  let hits = 0
  const total = short.length - GRAM + 1
  for (let i = 0; i < total; i++) if (grams.has(short.slice(i, i + GRAM).join(' '))) hits++
  return hits / total
}

/** Two claims that a reader keeps together or apart. */
export interface ThreadDecision {
  readonly a: ClaimRef
  readonly b: ClaimRef
  readonly together: boolean
}

const refKey = (ref: ClaimRef) => `${ref.article}:${ref.mark}`

/**
 * Joins claims into threads: the strongest links first; two groups become one when their members are alike on the whole, so that
 * no hub chains what has nothing in common, and unless the reader keeps two of them apart. What the reader joined stays joined.
 * The result does not depend on the order of the links. Claims without a partner form no thread.
 */
export function joinThreads(
  links: readonly ClaimLink[],
  decisions: readonly ThreadDecision[] = []
): ClaimRef[][] {
  const groups = new Map<string, ClaimRef[]>()
  const groupOf = (ref: ClaimRef): ClaimRef[] => {
    const key = refKey(ref)
    const known = groups.get(key)
    if (known !== undefined) return known
    const made = [ref]
    groups.set(key, made)
    return made
  }
  const scores = new Map<string, number>()
  for (const { a, b, score } of links) scores.set(pairKey(a, b), score)
  const apart = new Set(decisions.filter((d) => !d.together).map((d) => pairKey(d.a, d.b)))
  const merge = (a: ClaimRef[], b: ClaimRef[]) => {
    a.push(...b)
    for (const ref of b) groups.set(refKey(ref), a)
  }
  for (const d of decisions) {
    const [a, b] = [groupOf(d.a), groupOf(d.b)]
    if (d.together && a !== b) merge(a, b)
  }
  const ordered = links.toSorted(
    (p, q) => q.score - p.score || compareRefs(p.a, q.a) || compareRefs(p.b, q.b)
  )
  for (const link of ordered) {
    const [a, b] = [groupOf(link.a), groupOf(link.b)]
    if (a === b) continue
    const pairs = a.flatMap((x) => b.map((y) => pairKey(x, y)))
    if (pairs.some((pair) => apart.has(pair))) continue
    const mean = pairs.reduce((sum, pair) => sum + (scores.get(pair) ?? 0), 0) / pairs.length
    if (mean >= GROUP_LIKENESS) merge(a, b)
  }
  return [...new Set(groups.values())]
    .filter((refs) => refs.length > 1)
    .map((refs) => refs.toSorted(compareRefs))
    .toSorted((p, q) => (p[0] && q[0] ? compareRefs(p[0], q[0]) : 0))
}

function pairKey(a: ClaimRef, b: ClaimRef): string {
  return compareRefs(a, b) <= 0 ? `${refKey(a)} ${refKey(b)}` : `${refKey(b)} ${refKey(a)}`
}

function compareRefs(a: ClaimRef, b: ClaimRef): number {
  return a.article - b.article || a.mark - b.mark
}

/** Facts about a member that its relation to the first one is read from. */
export interface MemberFacts {
  readonly key: ClaimKey
  /** How it is said: 0 confirmed, 1 said, 2 hedged, 3 claimed or alleged. */
  readonly verb: number
  readonly covered: boolean
  readonly denies: boolean
  /** How far the event is, as far as the words tell. */
  readonly phase: Phase | undefined
}

/** How far an event is. */
export type Phase = 'planned' | 'begun' | 'ended'

const PHASES: readonly (readonly [Phase, RegExp])[] = [
  ['ended', /\b(?:ended|concluded|finished|completed|over)\b/],
  ['begun', /\b(?:begun|began|started|opened|underway)\b/],
  ['planned', /\b(?:will|expected|planned|scheduled|due|set to)\b/]
]

/** Returns how far the event of a claim is, when a word of it says so. */
export function phaseOf(key: ClaimKey): Phase | undefined {
  const text = key.wording.join(' ')
  return PHASES.find(([, words]) => words.test(text))?.[0]
}

/** Says how a member relates to the first one; the weightiest difference wins. */
export function relationOf(first: MemberFacts, member: MemberFacts): ThreadRelation {
  if (member.denies !== first.denies) return 'conflict'
  if (first.phase !== undefined && member.phase !== undefined && first.phase !== member.phase)
    return 'update'
  if (numbersDiffer(first.key, member.key)) return 'number-differs'
  if (first.covered !== member.covered || (first.verb === 0) !== (member.verb === 0))
    return 'status-changed'
  if (first.verb !== member.verb) return 'verb-changed'
  return gramContainment(first.key.wording, member.key.wording) >= SAME_WORDING
    ? 'same-wording'
    : 'other-words'
}

/** Says whether both count the same thing with different results; "19 of 21" and "all five" count different wholes. */
export function numbersDiffer(a: ClaimKey, b: ClaimKey): boolean {
  return (
    a.numbers.some((n) =>
      b.numbers.some((m) => sameMeasure(n, m) && n.value !== m.value && n.outOf === m.outOf)
    ) && !a.numbers.some((n) => b.numbers.some((m) => sameMeasure(n, m) && n.value === m.value))
  )
}
