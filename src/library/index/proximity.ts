import type { Plan } from '../../core/search/plan'
import {
  ADJACENT_WEIGHT,
  impact,
  NEAR_WEIGHT,
  NEAR_WINDOW,
  SATURATED
} from '../../core/search/rank'
import { askedWords, expand } from './expand'
import type { Rerank } from './order'
import { hashOf } from './stream'
import type { PostingsStore } from './store'
import type { Vocabulary } from './vocabulary'
import { MOST_MEANT } from './word-memory'
import type { WordScores } from './word-scores'

/** Most words of a query whose nearness is looked at, in reading order; fewer than a byte can tell. */
const MOST_WORDS = 32

/**
 * Returns what nearness of the query's words adds to a document's score; null when the query has fewer than two words.
 * Neighbours in the query count when they stand side by side in the same order, and when they stand within a window.
 *
 * Source: Metzler & Croft, "A Markov random field model for term dependencies", SIGIR 2005 (sequential dependence), with BM25's
 * saturation in place of their smoothing.
 */
export function proximity(
  plan: Plan,
  tools: {
    readonly store: PostingsStore
    readonly vocabulary: Vocabulary
    readonly wordScores: WordScores
  }
): Rerank | null {
  const words = askedWords(plan)
    .flatMap((word) => (word.kind === 'word' ? [word] : []))
    .slice(0, MOST_WORDS)
  if (words.length < 2) return null
  const { store, vocabulary, wordScores } = tools
  const { memory } = store.streams
  memory.meanings.fill(0)
  const weights: number[] = []
  words.forEach(({ pattern, open }, number) => {
    const { exact, others } = expand(pattern, open, vocabulary)
    const { meanings } = memory
    for (const other of others) meanings[hashOf(other)] = number + 1
    meanings[hashOf(exact)] = number + 1
    weights.push(wordScores.weightOf(pattern, open))
  })
  const adjacent = new Float64Array(words.length)
  const near = new Float64Array(words.length)
  const lastAt = new Int32Array(words.length)
  const count = (from: number, places: number): void => {
    const { found } = memory
    for (let i = 0; i < places; i++) {
      const at = from + ((found[i] ?? 0) >>> 8)
      const word = ((found[i] ?? 0) & 255) - 1
      if (word > 0) {
        const apart = at - (lastAt[word - 1] ?? 0)
        if (apart === 1) adjacent[word - 1] = (adjacent[word - 1] ?? 0) + 1
        if (apart <= NEAR_WINDOW) near[word - 1] = (near[word - 1] ?? 0) + 1
      }
      if (word + 1 < words.length && at - (lastAt[word + 1] ?? 0) <= NEAR_WINDOW) {
        near[word] = (near[word] ?? 0) + 1
      }
      lastAt[word] = at
    }
  }
  const of = (doc: number): number => {
    adjacent.fill(0)
    near.fill(0)
    const { start, end } = store.streams.of(doc)
    lastAt.fill(start - NEAR_WINDOW - 1)
    for (let from = start; from < end; from += MOST_MEANT)
      count(from, memory.meant(from, Math.min(end, from + MOST_MEANT)))
    const norm = wordScores.norm(doc)
    let added = 0
    for (let i = 0; i + 1 < words.length; i++) {
      const weight = ((weights[i] ?? 0) + (weights[i + 1] ?? 0)) / 2
      if (near[i] === 0) continue
      added += NEAR_WEIGHT * weight * impact(near[i] ?? 0, norm)
      if (adjacent[i] !== 0) added += ADJACENT_WEIGHT * weight * impact(adjacent[i] ?? 0, norm)
    }
    return added
  }
  const sum = weights.slice(1).reduce((before, weight, i) => before + weight + (weights[i] ?? 0), 0)
  return { of, most: (sum / 2) * (NEAR_WEIGHT + ADJACENT_WEIGHT) * SATURATED }
}
