import type { ThreadRelation } from './claim'
import type { ClaimKey } from './key'
import type { NumberFact } from './numbers'

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

/** The 5-grams of wordings that were compared: a claim is compared again and again. */
const known = new WeakMap<readonly string[], ReadonlySet<string>>()

/** The 5-grams of a sentence; a shorter sentence is one. */
function gramsOf(wording: readonly string[]): ReadonlySet<string> {
  let grams = known.get(wording)
  if (grams === undefined) {
    const last = Math.max(0, wording.length - GRAM)
    grams = new Set(
      Array.from({ length: last + 1 }, (_, i) => wording.slice(i, i + GRAM).join(' '))
    )
    known.set(wording, grams)
  }
  return grams
}

/** Share of the 5-grams of the sentence that has fewer that stand in the other, 0…1. */
function gramContainment(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0
  const [x, y] = [gramsOf(a), gramsOf(b)]
  const [short, long] = x.size <= y.size ? [x, y] : [y, x]
  let hits = 0
  for (const gram of short) if (long.has(gram)) hits++
  return hits / short.size
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
