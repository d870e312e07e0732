import type { Prepared, Unit } from './report'
import type { Vocabulary } from './vocabulary'

/** Most that a function word may weigh, in nats. Higher lets "of the" pair strangers. From the study's grid. */
const MAX_FUNCTION_WEIGHT = 0.35
/** What a pair of neighbours weighs against a single word of the same rarity. Higher favours wording over content. */
const PAIR_FACTOR = 0.7

// Lists of features are gone through by place: that is what code that has run a few times only does quickest.

/** Knows how much two sentences of two reports have in common, by features weighted by rarity in both reports. */
export interface Similarity {
  /** Weight of each feature, by number. */
  readonly weights: Float64Array
  /** In how many sentences of both reports a feature stands, by number. */
  readonly counts: Int32Array
  readonly sentences: number
}

/** Weighs the features of two reports. O(features). */
export function weigh(a: Prepared, b: Prepared, vocabulary: Vocabulary): Similarity {
  const counts = new Int32Array(vocabulary.size)
  for (const { units } of [a, b])
    for (const { features } of units)
      for (let place = 0; place < features.length; place++) {
        const feature = features[place] ?? 0
        counts[feature] = (counts[feature] ?? 0) + 1
      }
  const sentences = a.units.length + b.units.length
  const weights = new Float64Array(vocabulary.size)
  const rarities: number[] = [Infinity]
  for (let feature = 0; feature < counts.length; feature++) {
    const count = counts[feature] ?? 0
    if (count === 0) continue
    while (rarities.length <= count) rarities.push(Math.log((sentences + 2) / rarities.length))
    const rarity = rarities[count] ?? 0
    const kind = vocabulary.kinds[feature]
    if (kind === 1) weights[feature] = Math.min(rarity, MAX_FUNCTION_WEIGHT)
    else weights[feature] = kind === 3 ? rarity * PAIR_FACTOR : rarity
  }
  return { weights, counts, sentences }
}

/** Returns the weight of all features together. */
export function massOf(features: Int32Array, { weights }: Similarity): number {
  let mass = 0
  for (let place = 0; place < features.length; place++) mass += weights[features[place] ?? 0] ?? 0
  return mass
}

/** Returns the weight of the features in both ascending lists. */
export function sharedMass(a: Int32Array, b: Int32Array, { weights }: Similarity): number {
  let mass = 0
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const left = a[i] ?? 0
    const right = b[j] ?? 0
    if (left === right) mass += weights[left] ?? 0
    if (left <= right) i++
    if (right <= left) j++
  }
  return mass
}

/** Returns the distinct features of neighbouring sentences taken together, ascending. */
export function joinFeatures(units: readonly Unit[]): Int32Array {
  const [only] = units
  if (units.length === 1 && only !== undefined) return only.features
  const all = new Set<number>()
  for (const unit of units) for (const feature of unit.features) all.add(feature)
  return Int32Array.from(all).sort()
}
