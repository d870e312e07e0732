import { impact } from '../../core/search/rank'
import type { Postings } from './segment'

/** Which documents count: those of a set if there is one, all that are alive otherwise. */
export interface Among {
  readonly alive: Uint8Array
  /** Holds living documents only. */
  readonly within: DocSet | undefined
}

/** A set with fewer than one in so many documents is not worth sorting. */
const SPARSE = 32

/**
 * A set of documents with a score each: a list of members and a dense array of scores in which 0 means "not in the set".
 * Every member's score is above 0.
 */
export class DocSet {
  list = new Uint32Array(256)
  count = 0
  scores: Float32Array

  constructor(capacity: number) {
    this.scores = new Float32Array(capacity)
  }

  /** Adds to a document's score, which takes it in. `by` must be above 0. */
  add(doc: number, by: number): void {
    const before = this.scores[doc] ?? 0
    if (before === 0) this.#push(doc)
    this.scores[doc] = before + by
  }

  /** Adds to every document in a list what stands beside it; only those of another set, or those that are alive. */
  addPostings(postings: Postings, count: number, among: Among): void {
    const { docs, frequencies } = postings
    const { scores } = this
    if (this.count + count > this.list.length) this.#grow(this.count + count)
    const { list } = this
    const { alive } = among
    const within = among.within?.scores
    let members = this.count
    for (let i = 0; i < count; i++) {
      const doc = docs[i] ?? 0
      if (within === undefined ? alive[doc] !== 1 : within[doc] === 0) continue
      const before = scores[doc] ?? 0
      if (before === 0) list[members++] = doc
      scores[doc] = before + (frequencies[i] ?? 0)
    }
    this.count = members
  }

  /** Adds BM25 of a word in every document of a list, times a weight above 0; only those of another set, or those that are alive. */
  addWord(
    postings: Postings,
    count: number,
    among: Among,
    { weight, norms }: { readonly weight: number; readonly norms: Float32Array }
  ): void {
    const { docs, frequencies } = postings
    const { scores } = this
    if (this.count + count > this.list.length) this.#grow(this.count + count)
    const { list } = this
    const { alive } = among
    const within = among.within?.scores
    let members = this.count
    for (let i = 0; i < count; i++) {
      const doc = docs[i] ?? 0
      if (within === undefined ? alive[doc] !== 1 : within[doc] === 0) continue
      const before = scores[doc] ?? 0
      if (before === 0) list[members++] = doc
      scores[doc] = before + weight * impact(frequencies[i] ?? 0, norms[doc] ?? 1)
    }
    this.count = members
  }

  /** Adds BM25 of the frequencies in another set, times a weight above 0. */
  addImpacts(frequencies: DocSet, weight: number, norms: Float32Array): void {
    const { scores } = this
    const most = this.count + frequencies.count
    if (most > this.list.length) this.#grow(most)
    const { list } = this
    let members = this.count
    for (let i = 0; i < frequencies.count; i++) {
      const doc = frequencies.list[i] ?? 0
      const before = scores[doc] ?? 0
      if (before === 0) list[members++] = doc
      scores[doc] = before + weight * impact(frequencies.scores[doc] ?? 0, norms[doc] ?? 1)
    }
    this.count = members
  }

  /** Takes over the members of another set, or those that are in a third; only into an empty set. */
  copy(other: DocSet, within: DocSet | undefined): void {
    const { list, scores } = other
    if (within === undefined) {
      if (other.count > this.list.length) this.#grow(other.count)
      this.list.set(other.members())
      this.scores.set(scores)
      this.count = other.count
    } else if (within.count < other.count) {
      for (let i = 0; i < within.count; i++) {
        const doc = within.list[i] ?? 0
        const score = scores[doc] ?? 0
        if (score > 0) this.add(doc, score)
      }
    } else {
      for (let i = 0; i < other.count; i++) {
        const doc = list[i] ?? 0
        if ((within.scores[doc] ?? 0) > 0) this.add(doc, scores[doc] ?? 0)
      }
    }
  }

  /** Keeps the members that are in another set too, and adds its scores. */
  intersect(other: DocSet): void {
    const { list, scores } = this
    let kept = 0
    for (let i = 0; i < this.count; i++) {
      const doc = list[i] ?? 0
      const more = other.scores[doc] ?? 0
      if (more > 0) {
        list[kept++] = doc
        scores[doc] = (scores[doc] ?? 0) + more
      } else scores[doc] = 0
    }
    this.count = kept
  }

  /** Keeps the members for which `keep` holds. */
  filter(keep: (doc: number) => boolean): void {
    const { list, scores } = this
    let kept = 0
    for (let i = 0; i < this.count; i++) {
      const doc = list[i] ?? 0
      if (keep(doc)) list[kept++] = doc
      else scores[doc] = 0
    }
    this.count = kept
  }

  /** Puts many members in the order of their numbers: what is then looked up of each lies one behind the other in memory. O(capacity). */
  sort(): void {
    const { list, scores } = this
    if (this.count < scores.length / SPARSE) return
    let at = 0
    for (let doc = 0; doc < scores.length; doc++) if ((scores[doc] ?? 0) > 0) list[at++] = doc
  }

  /** Makes the set empty, so that it can be used again. */
  reset(): void {
    const { list, scores } = this
    if (this.count > scores.length / 8) scores.fill(0)
    else for (let i = 0; i < this.count; i++) scores[list[i] ?? 0] = 0
    this.count = 0
  }

  members(): Uint32Array {
    return this.list.subarray(0, this.count)
  }

  #push(doc: number): void {
    if (this.count >= this.list.length) this.#grow(this.count + 1)
    this.list[this.count++] = doc
  }

  #grow(least: number): void {
    const grown = new Uint32Array(Math.max(2 * this.list.length, least))
    grown.set(this.list)
    this.list = grown
  }
}

/** Lends sets, so that a search makes no new arrays of the library's size. */
export class DocSetPool {
  readonly #free: DocSet[] = []
  #capacity = 0

  /** @param capacity - one more than the highest document number */
  take(capacity: number): DocSet {
    if (capacity > this.#capacity) {
      this.#capacity = Math.max(capacity, this.#capacity * 2)
      this.#free.length = 0
    }
    return this.#free.pop() ?? new DocSet(this.#capacity)
  }

  give(set: DocSet): void {
    if (set.scores.length < this.#capacity) return
    set.reset()
    this.#free.push(set)
  }
}
