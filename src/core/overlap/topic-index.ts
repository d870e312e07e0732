import type { ArticleId } from '../article/article'
import { Postings } from './postings'
import type { Terms } from './terms'

/** Reports that are imagined to have none of the terms, so that rarity means something in small libraries. */
const PRIOR_DOCUMENTS = 40
/** A term of more reports finds no candidates; it still counts in the cosine. Bounds time. */
const MAX_HOLDERS = 800
/** Terms by which candidates are found, those that weigh most first. Bounds time. */
const FINDING_TERMS = 40
/** Share of the wanted cosine that these terms alone must reach before it is computed in full. */
const PROMISING = 0.4
/** Reports whose cosine is computed in full. Bounds time in folders on one saga. */
const MAX_CANDIDATES = 60

/** Share of the wanted cosine that must be reached with a length that may be out of date. */
const ROUGHLY = 0.85
/** Growth of the library after which all lengths are computed anew. */
const NORM_GROWTH = 1.25

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
  /** Lengths of the weighted terms as of lately: rarities drift slowly, and this only picks candidates. */
  readonly #norms = new Map<ArticleId, number>()
  #normSize = 1
  #dots = new Float64Array()

  get size(): number {
    return this.#postings.size
  }

  add(id: ArticleId, terms: Terms, day: number | undefined): void {
    this.#postings.add(id, terms.hashes, terms.weights)
    this.#norms.set(id, this.#weighted(id).norm)
    if (this.size < this.#normSize * NORM_GROWTH) return
    this.#normSize = this.size
    for (const other of this.#postings.ids()) this.#norms.set(other, this.#normOf(other))
    if (day === undefined) this.#days.delete(id)
    else this.#days.set(id, day)
  }

  remove(id: ArticleId): void {
    this.#postings.remove(id)
    this.#days.delete(id)
    this.#norms.delete(id)
  }

  /** Returns the weight of a term: the logarithm of how rare it is. */
  rarity(term: number): number {
    return Math.log((this.#postings.size + PRIOR_DOCUMENTS) / (this.#postings.count(term) + 1))
  }

  /** Returns the cosine of two reports' weighted terms, 0…1. */
  cosine(a: ArticleId, b: ArticleId): number {
    return this.#cosine(this.#weighted(a), this.#weighted(b))
  }

  /** Returns the reports whose cosine reaches `least`, best first. */
  neighbours(id: ArticleId, least: number): TopicNeighbour[] {
    const own = this.#weighted(id)
    if (this.#dots.length < this.#postings.slots)
      this.#dots = new Float64Array(this.#postings.slots * 2)
    const dots = this.#dots
    const touched: number[] = []
    const finding = [...own.terms]
      .filter(([term]) => this.#postings.count(term) <= MAX_HOLDERS)
      .sort((x, y) => y[1] - x[1] || x[0] - y[0])
    for (const [term, weight] of finding.slice(0, FINDING_TERMS)) {
      const rarity = this.rarity(term)
      this.#postings.visit(term, (slot, other) => {
        const before = dots[slot] ?? 0
        if (before === 0) touched.push(slot)
        dots[slot] = before + weight * other * rarity
      })
    }
    const promising: { other: ArticleId; share: number }[] = []
    for (const slot of touched) {
      const dot = dots[slot] ?? 0
      dots[slot] = 0
      const other = this.#postings.idAt(slot)
      if (other === undefined || other === id) continue
      const share = dot / Math.max(1e-9, own.norm * (this.#norms.get(other) ?? Infinity))
      if (share >= PROMISING * least) promising.push({ other, share })
    }
    return promising
      .sort((x, y) => y.share - x.share || x.other - y.other)
      .slice(0, MAX_CANDIDATES)
      .filter(({ other }) => this.#roughCosine(own, other) >= ROUGHLY * least)
      .map(({ other }) => this.#neighbour(id, other, this.#cosine(own, this.#weighted(other))))
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
    this.#postings.eachOf(id, (key, weight) => {
      const value = weight * this.rarity(key)
      terms.set(key, value)
      squares += value * value
    })
    return { terms, norm: Math.sqrt(squares) }
  }

  #normOf(id: ArticleId): number {
    let squares = 0
    this.#postings.eachOf(id, (key, weight) => {
      squares += (weight * this.rarity(key)) ** 2
    })
    return Math.sqrt(squares)
  }

  #roughCosine(own: Weighted, other: ArticleId): number {
    let dot = 0
    this.#postings.eachOf(other, (key, weight) => {
      const mine = own.terms.get(key)
      if (mine !== undefined) dot += mine * weight * this.rarity(key)
    })
    return dot / Math.max(1e-9, own.norm * (this.#norms.get(other) ?? Infinity))
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
