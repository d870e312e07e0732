import type { Budget } from '../budget'
import { at } from '../at'
import type { Prepared } from './report'
import { massOf, sharedMass, type Similarity } from './similarity'

/** Two sentences that may belong together. */
export interface Edge {
  readonly a: number
  readonly b: number
  /** Shared weight over the heavier side's weight, 0…1. */
  readonly similarity: number
  /** Shared weight. */
  readonly weight: number
}

/** What is known of the sentences of both reports: their weights and likely partners. */
export interface Graph {
  readonly similarity: Similarity
  readonly massA: Float64Array
  readonly massB: Float64Array
  /** Ascending by `a`, then by falling similarity. */
  readonly edges: readonly Edge[]
  readonly exhaustive: boolean
}

/** Partners kept per sentence, ≥ 1. More costs time and finds nothing on the development texts. */
const MAX_PARTNERS = 6
/** A feature in more sentences than this says nothing about who belongs to whom; grows with the root of their number. */
const MIN_COMMON = 12
const COMMON_PER_ROOT = 1.5
/** Similarity below which a pair is not looked at again. */
const FLOOR = 0.12

/** Finds likely partners through the features that both reports have. O(features + candidates). */
export function buildGraph(
  a: Prepared,
  b: Prepared,
  similarity: Similarity,
  budget: Budget
): Graph {
  const massA = massesOf(a, similarity)
  const massB = massesOf(b, similarity)
  const limit = Math.max(MIN_COMMON, Math.floor(COMMON_PER_ROOT * Math.sqrt(similarity.sentences)))
  const postings = postingsOf(b, similarity, limit)
  const score = new Float64Array(b.units.length)
  const edges: Edge[] = []
  let exhaustive = true

  const touched: number[] = []
  for (let i = 0; i < a.units.length; i++) {
    const { features } = at(a.units, i)
    touched.length = 0
    for (let place = 0; place < features.length; place++) {
      const feature = features[place] ?? 0
      if ((similarity.counts[feature] ?? 0) > limit) continue
      const weight = similarity.weights[feature] ?? 0
      const to = postings.starts[feature + 1] ?? 0
      for (let at = postings.starts[feature] ?? 0; at < to; at++) {
        const j = postings.sentences[at] ?? 0
        if (score[j] === 0) touched.push(j)
        score[j] = (score[j] ?? 0) + weight
      }
    }
    const likely = topPartners(touched, score)
    for (const j of touched) score[j] = 0
    if (!budget.spend(1 + touched.length + likely.length * features.length)) {
      exhaustive = false
      break
    }
    const found: Edge[] = []
    for (const j of likely) {
      const weight = sharedMass(features, at(b.units, j).features, similarity)
      const value = weight / Math.max(massA[i] ?? 0, massB[j] ?? 0, Number.MIN_VALUE)
      if (value >= FLOOR) found.push({ a: i, b: j, similarity: value, weight })
    }
    edges.push(...found.sort((x, y) => y.similarity - x.similarity || x.b - y.b))
  }
  return { similarity, massA, massB, edges, exhaustive }
}

function massesOf({ units }: Prepared, similarity: Similarity): Float64Array {
  const masses = new Float64Array(units.length)
  for (let unit = 0; unit < units.length; unit++)
    masses[unit] = massOf(at(units, unit).features, similarity)
  return masses
}

/** Returns the partners with the highest scores, the best first, on equal scores the earlier one. */
function topPartners(touched: readonly number[], score: Float64Array): number[] {
  if (touched.length <= MAX_PARTNERS) return [...touched]
  const top: number[] = []
  for (const j of touched) {
    const own = score[j] ?? 0
    let place = top.length
    while (place > 0 && isBefore(own, j, score[top[place - 1] ?? 0] ?? 0, top[place - 1] ?? 0))
      place--
    if (place >= MAX_PARTNERS) continue
    top.splice(place, 0, j)
    if (top.length > MAX_PARTNERS) top.pop()
  }
  return top
}

const isBefore = (score: number, index: number, otherScore: number, other: number): boolean =>
  score > otherScore || (score === otherScore && index < other)

interface Postings {
  /** Per feature, where its sentences begin in `sentences`; one more entry than features. */
  readonly starts: Int32Array
  readonly sentences: Int32Array
}

function postingsOf(b: Prepared, { counts }: Similarity, limit: number): Postings {
  const starts = new Int32Array(counts.length + 1)
  for (const { features } of b.units)
    for (let place = 0; place < features.length; place++) {
      const feature = features[place] ?? 0
      if ((counts[feature] ?? 0) <= limit) starts[feature + 1] = (starts[feature + 1] ?? 0) + 1
    }
  for (let feature = 0; feature < counts.length; feature++)
    starts[feature + 1] = (starts[feature + 1] ?? 0) + (starts[feature] ?? 0)
  const filled = starts.slice()
  const sentences = new Int32Array(starts[counts.length] ?? 0)
  for (let j = 0; j < b.units.length; j++) {
    const { features } = at(b.units, j)
    for (let place = 0; place < features.length; place++) {
      const feature = features[place] ?? 0
      if ((counts[feature] ?? 0) > limit) continue
      const free = filled[feature] ?? 0
      sentences[free] = j
      filled[feature] = free + 1
    }
  }
  return { starts, sentences }
}
