import type { ArticleId } from '../article/article'
import type { Terms } from './terms'

/** Documents that are imagined to have none of the terms, so that rarity means something in small libraries. */
const PRIOR_DOCUMENTS = 40
/** Postings looked at per term; a term of more documents tells little. Bounds time. */
const MAX_POSTINGS = 4_000

interface Entry {
  readonly terms: Terms
  /** Days since 1970, or undefined. */
  readonly day: number | undefined
}

/** A report on a like subject. */
export interface TopicNeighbour {
  readonly id: ArticleId
  readonly cosine: number
  /** Days between the two reports, when both are dated. */
  readonly days?: number
}

/** Finds reports on a like subject by the cosine of their terms, weighted by rarity. */
export class TopicIndex {
  readonly #entries = new Map<ArticleId, Entry>()
  readonly #postings = new Map<number, Set<ArticleId>>()

  get size(): number {
    return this.#entries.size
  }

  add(id: ArticleId, terms: Terms, day: number | undefined): void {
    this.remove(id)
    this.#entries.set(id, { terms, day })
    for (const hash of terms.hashes) {
      const holders = this.#postings.get(hash)
      if (holders === undefined) this.#postings.set(hash, new Set([id]))
      else holders.add(id)
    }
  }

  remove(id: ArticleId): void {
    const entry = this.#entries.get(id)
    if (entry === undefined) return
    this.#entries.delete(id)
    for (const hash of entry.terms.hashes) {
      const holders = this.#postings.get(hash)
      holders?.delete(id)
      if (holders?.size === 0) this.#postings.delete(hash)
    }
  }

  dayOf(id: ArticleId): number | undefined {
    return this.#entries.get(id)?.day
  }

  /** Returns the cosine of two reports' weighted terms, 0…1. */
  cosine(a: ArticleId, b: ArticleId): number {
    const left = this.#entries.get(a)
    const right = this.#entries.get(b)
    if (left === undefined || right === undefined) return 0
    const inB = new Map<number, number>()
    for (const [index, hash] of right.terms.hashes.entries())
      inB.set(hash, right.terms.weights[index] ?? 0)
    let dot = 0
    for (const [index, hash] of left.terms.hashes.entries()) {
      const other = inB.get(hash)
      if (other !== undefined)
        dot += other * (left.terms.weights[index] ?? 0) * this.#rarity(hash) ** 2
    }
    return Math.min(1, dot / Math.max(this.#norm(left.terms) * this.#norm(right.terms), 1e-9))
  }

  /** Returns the reports whose cosine reaches `least`, best first. */
  neighbours(id: ArticleId, least: number): TopicNeighbour[] {
    const own = this.#entries.get(id)
    if (own === undefined) return []
    const dots = new Map<ArticleId, number>()
    for (const hash of own.terms.hashes) {
      const holders = this.#postings.get(hash)
      if (holders === undefined || holders.size > MAX_POSTINGS) continue
      for (const other of holders) if (other !== id) dots.set(other, (dots.get(other) ?? 0) + 1)
    }
    const found: TopicNeighbour[] = []
    for (const [other, common] of dots) {
      if (common < MIN_COMMON) continue
      const cosine = this.cosine(id, other)
      if (cosine < least) continue
      const day = this.dayOf(other)
      const days = day === undefined || own.day === undefined ? undefined : Math.abs(day - own.day)
      found.push({ id: other, cosine, ...(days !== undefined && { days }) })
    }
    return found.sort((x, y) => y.cosine - x.cosine || x.id - y.id)
  }

  #rarity(hash: number): number {
    const documents = this.#entries.size + PRIOR_DOCUMENTS
    return Math.log(documents / ((this.#postings.get(hash)?.size ?? 0) + 1))
  }

  #norm(terms: Terms): number {
    let sum = 0
    for (const [index, hash] of terms.hashes.entries())
      sum += ((terms.weights[index] ?? 0) * this.#rarity(hash)) ** 2
    return Math.sqrt(sum)
  }
}

/** Least terms in common before the cosine is worth computing. */
const MIN_COMMON = 5

const DAY_MS = 86_400_000

/** Returns the day of an ISO 8601 date as days since 1970, or undefined. */
export function dayNumber(date: string | undefined): number | undefined {
  const time = date === undefined ? NaN : Date.parse(date.slice(0, 10))
  return Number.isNaN(time) ? undefined : Math.floor(time / DAY_MS)
}
