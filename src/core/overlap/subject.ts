import { hasShingle, type ShingleIndex } from './passages'
import { Scratch } from './scratch'
import { SHINGLE_WORDS } from './shingle'
import { termsOf, TermsMemory } from './terms'
import type { WordList } from './word-list'

/** Words outside the shared ones from which a report shows a subject of its own. */
const MIN_OWN_WORDS = 30
/** Cosine of what two reports do not share from which they have one subject. Strangers of one outlet stay below a tenth. */
const ONE_SUBJECT = 0.12

/** Keys that a report must have alone to show a subject of its own: well over `MIN_OWN_WORDS`. */
const MIN_OWN_KEYS = 24
/** Cosine of two whole reports below which they are strangers, whatever they share: shared wording only raises it. */
const STRANGERS = 0.04

/**
 * Says whether two reports surely have different subjects, by what is kept of them in memory; false means that nothing is known.
 *
 * @param cosine - of their weighted terms
 */
export function areStrangers(keysA: Uint32Array, keysB: Uint32Array, cosine: number): boolean {
  return (
    cosine < STRANGERS &&
    ownKeys(keysA, keysB) >= MIN_OWN_KEYS &&
    ownKeys(keysB, keysA) >= MIN_OWN_KEYS
  )
}

/** Marks per key of the other report: more make fewer keys look shared that are not. */
const MARKS_PER_KEY = 8
const MARKS = new Scratch()

/** Counts keys that surely stand in one report only, up to `MIN_OWN_KEYS`. */
function ownKeys(keys: Uint32Array, others: Uint32Array): number {
  // Marks by the lower bits of a hash: cheaper than a set, and a key without a mark is in no set.
  let size = 64
  while (size < others.length * MARKS_PER_KEY) size *= 2
  const marks = MARKS.bytes(size).fill(0)
  for (const key of others) marks[key & (size - 1)] = 1
  let own = 0
  for (let index = 0; index < keys.length && own < MIN_OWN_KEYS; index++)
    if (marks[(keys[index] ?? 0) & (size - 1)] === 0) own++
  return own
}

/**
 * Says whether two reports that share wording have one subject beside it, so that the wording is news that both tell and not a
 * note under different stories. Reports with hardly any words of their own count as alike.
 *
 * @param rarity - weight of a term by its hash, higher for rarer ones
 */
export function haveOneSubject(a: Indexed, b: Indexed, rarity: (term: number) => number): boolean {
  const left = weighted(a.list, sharedWords(a, b), rarity)
  const right = weighted(b.list, sharedWords(b, a), rarity)
  if (left === undefined || right === undefined) return true
  let dot = 0
  for (const [term, weight] of left.terms) dot += weight * (right.terms.get(term) ?? 0)
  return dot >= ONE_SUBJECT * left.norm * right.norm
}

const TERMS = new TermsMemory()

/** The words of a report and its shingles. */
export interface Indexed {
  readonly list: WordList
  readonly index: ShingleIndex
}

/** Marks the words that stand in shared shingles. */
function sharedWords({ list, index }: Indexed, other: Indexed): Uint8Array {
  const shared = new Uint8Array(list.hashes.length)
  for (let start = 0; start < index.hashes.length; start++)
    if (hasShingle(other.index, index.hashes[start] ?? 0))
      shared.fill(1, start, start + SHINGLE_WORDS)
  return shared
}

function weighted(list: WordList, omit: Uint8Array, rarity: (term: number) => number) {
  let own = omit.length
  for (const flag of omit) own -= flag
  if (own < MIN_OWN_WORDS) return undefined
  const { hashes, weights } = termsOf(list, { omit, into: TERMS })
  const terms = new Map<number, number>()
  let squares = 0
  for (const [index, term] of hashes.entries()) {
    const weight = (weights[index] ?? 0) * rarity(term)
    terms.set(term, weight)
    squares += weight * weight
  }
  return { terms, norm: Math.sqrt(squares) }
}
