import type { ArticleId } from '../article/article'
import { Postings } from './postings'
import type { Terms } from './terms'

/** Reports that are imagined to have none of the terms, so that rarity means something in small libraries. */
const PRIOR_DOCUMENTS = 40
/** A term of more reports finds no candidates; it still counts in the cosine. Bounds time. */
const MAX_HOLDERS = 1_500
/** Candidates whose cosine is computed in full, those with the most rare terms in common first. */
const MAX_CANDIDATES = 120
/** Least terms in common before a report is a candidate. */
const MIN_COMMON = 4

/** A report on a like subject. */
export interface TopicNeighbour {
  readonly id: ArticleId
  readonly cosine: number
  /** Days between the two reports, when both are dated. */
  readonly days?: number
}

/** Finds reports on a like subject by the cosine of their terms, weighted by rarity. */
export class TopicIndex {
  readonly #postings = new Postings(true)
  readonly #days = new Map<ArticleId, number>()

  get size(): number {
    return this.#postings.size
  }

  add(id: ArticleId, terms: Terms, day: number | undefined): void {
    this.#postings.add(id, terms.hashes, terms.weights)
    if (day === undefined) this.#days.delete(id)
    else this.#days.set(id, day)
  }

  remove(id: ArticleId): void {
    this.#postings.remove(id)
    this.#days.delete(id)
  }

  /** Returns the cosine of two reports' weighted terms, 0…1. */
  cosine(a: ArticleId, b: ArticleId): number {
    return this.#cosine(this.#weighted(a), this.#weighted(b))
  }

  /** Returns the reports whose cosine reaches `least`, best first. */
  neighbours(id: ArticleId, least: number): TopicNeighbour[] {
    const own = this.#weighted(id)
    const common = new Map<ArticleId, { count: number; weight: number }>()
    for (const [hash, weight] of own.terms) {
      if (this.#postings.count(hash) > MAX_HOLDERS) continue
      for (const other of this.#postings.holders(hash, MAX_HOLDERS)) {
        if (other === id) continue
        const known = common.get(other)
        if (known === undefined) common.set(other, { count: 1, weight })
        else {
          known.count++
          known.weight += weight
        }
      }
    }
    return [...common]
      .filter(([, { count }]) => count >= MIN_COMMON)
      .sort((x, y) => y[1].weight - x[1].weight || x[0] - y[0])
      .slice(0, MAX_CANDIDATES)
      .map(([other]) => this.#neighbour(id, other, this.#cosine(own, this.#weighted(other))))
      .filter(({ cosine }) => cosine >= least)
      .sort((x, y) => y.cosine - x.cosine || x.id - y.id)
  }

  #neighbour(id: ArticleId, other: ArticleId, cosine: number): TopicNeighbour {
    const [day, otherDay] = [this.#days.get(id), this.#days.get(other)]
    if (day === undefined || otherDay === undefined) return { id: other, cosine }
    return { id: other, cosine, days: Math.abs(day - otherDay) }
  }

  #weighted(id: ArticleId): Weighted {
    const terms = new Map<number, number>()
    let squares = 0
    const documents = this.#postings.size + PRIOR_DOCUMENTS
    for (const { key, weight } of this.#postings.entriesOf(id)) {
      const value = weight * Math.log(documents / (this.#postings.count(key) + 1))
      terms.set(key, value)
      squares += value * value
    }
    return { terms, norm: Math.sqrt(squares) }
  }

  #cosine(a: Weighted, b: Weighted): number {
    let dot = 0
    for (const [hash, weight] of a.terms) dot += weight * (b.terms.get(hash) ?? 0)
    const norms = a.norm * b.norm
    return norms === 0 ? 0 : Math.min(1, dot / norms)
  }
}

interface Weighted {
  readonly terms: ReadonlyMap<number, number>
  readonly norm: number
}

const DAY_MS = 86_400_000

/** Returns the day of an ISO 8601 date as days since 1970, or undefined. */
export function dayNumber(date: string | undefined): number | undefined {
  const time = date === undefined ? NaN : Date.parse(date.slice(0, 10))
  return Number.isNaN(time) ? undefined : Math.floor(time / DAY_MS)
}
