import { lengthNorm } from '../../core/search/rank'
import { bytesOf } from './dictionary'
import { DocSet } from './doc-set'
import { countPostings } from './segment'
import type { PostingsStore } from './store'
import { OWN_SHIFT, scoreOf, TallyMemory, TITLED, type Weights } from './tally-memory'

/** Fewer documents than one in so many are looked at one by one; for more, all documents are gone through. */
const SPARSE = 64

/**
 * Counts how often documents hold words, and weighs them. Counts stand in an array of all documents and are gone through in their order:
 * a word of 100,000 articles costs a few steps through memory and no jumps. `begin`, then `count` and `mark`, then what is asked
 * for, then `end`.
 */
export class Tally {
  readonly #store: PostingsStore
  #memory = new TallyMemory(1024)
  /** Sets that are not in use. */
  readonly #free: DocSet[] = []
  /** Documents that were counted, where they are few. */
  #list = new Uint32Array(1024)
  #listed = 0
  #isSparse = false
  #isOpen = false
  /** Whether scoring has made all counts 0. */
  #isClean = false
  #within: DocSet | undefined

  constructor(store: PostingsStore) {
    this.#store = store
  }

  /** Takes in which documents there are now. O(n). */
  renew(): void {
    const { alive, averageLength, last, lengths } = this.#store.documents
    if (this.#memory.capacity <= last) {
      this.#memory = new TallyMemory(last + (last >> 3) + 1)
      this.#free.length = 0
    }
    const { norms } = this.#memory
    for (let doc = 1; doc <= last; doc++)
      norms[doc] = alive[doc] === 1 ? lengthNorm(lengths[doc] ?? 0, averageLength) : Infinity
  }

  /** Lends an empty set, so that a search makes no new arrays of the library's size. */
  take(): DocSet {
    const { capacity } = this.#memory
    return this.#free.pop() ?? new DocSet(this.#memory.takeScores() ?? new Float32Array(capacity))
  }

  give(set: DocSet): void {
    if (set.scores.length < this.#memory.capacity) return
    set.reset()
    this.#free.push(set)
  }

  /** Returns BM25's length part of a document. */
  norm(doc: number): number {
    return this.#memory.norms[doc] ?? 1
  }

  /**
   * @param most - how many postings will be counted, at most or thereabouts
   * @param within - the only documents that matter; others may be counted or not
   */
  begin(most: number, within?: DocSet): void {
    // Damage may have cut the one before short.
    if (this.#isOpen) this.end()
    this.#isOpen = true
    this.#isClean = false
    this.#isSparse = this.#isFew(most)
    this.#listed = 0
    this.#within = within
  }

  /** Says which are the only documents that matter to what is asked for from now on. */
  restrict(within: DocSet | undefined): void {
    this.#within = within
  }

  /** Counts a word: as the one that is asked for, or as another. */
  count(word: string, isOwn: boolean): void {
    const unit = isOwn ? 1 << OWN_SHIFT : 1
    const store = this.#store
    const bytes = bytesOf(word)
    for (const segment of store.segments) {
      const index = segment.dictionary.find(bytes)
      if (index < 0) continue
      const common = this.#isSparse ? undefined : store.common(segment, index)
      if (common !== undefined) this.#addCommon(common, segment.docs[0] ?? 0, unit)
      else if (this.#isSparse) this.#addListed(store.read(segment, index), unit)
      else
        countPostings(store.bytes(segment, index), segment.docs[0] ?? 0, this.#memory.counts, unit)
    }
  }

  /** Marks the documents whose title has the word of a term; after all words were counted. */
  mark(term: string): void {
    const { counts } = this.#memory
    const store = this.#store
    const bytes = bytesOf(term)
    for (const segment of store.segments) {
      const index = segment.dictionary.find(bytes)
      if (index < 0) continue
      const count = store.read(segment, index)
      const { docs } = store.postings
      for (let i = 0; i < count; i++) {
        const doc = docs[i] ?? 0
        const before = counts[doc] ?? 0
        if (before !== 0) counts[doc] = before | TITLED
      }
    }
  }

  /** Returns how many living documents were counted; only without `within`. */
  living(): number {
    if (!this.#isSparse) return this.#memory.living()
    const { alive } = this.#store.documents
    const list = this.#list
    let living = 0
    for (let i = 0; i < this.#listed; i++) living += alive[list[i] ?? 0] ?? 0
    return living
  }

  /** Takes the living documents that were counted into an empty set, with how often they hold the words. */
  frequencies(into: DocSet): void {
    const { alive } = this.#store.documents
    const { counts } = this.#memory
    const within = this.#within?.scores
    const candidates = this.#counted()
    for (let i = 0; i < candidates.length; i++) {
      const doc = candidates[i] ?? 0
      if (alive[doc] === 1 && within?.[doc] !== 0) into.add(doc, counts[doc] ?? 0)
    }
  }

  /** Takes the living documents that were counted into an empty set, with their scores; then only `end` may come. */
  score(into: DocSet, weights: Weights): void {
    const memory = this.#memory
    const within = this.#within?.scores
    const few = this.#few()
    if (
      few === undefined &&
      memory.owns(into.scores) &&
      (within === undefined || memory.owns(within))
    ) {
      into.become(memory.score(weights, into.scores, within, false))
      this.#isClean = true
      return
    }
    const { counts, norms } = memory
    for (const doc of few ?? this.#counted()) {
      if (within?.[doc] === 0) continue
      const score = scoreOf(counts[doc] ?? 0, norms[doc] ?? 1, weights)
      if (score > 0) into.add(doc, score)
    }
  }

  /** Keeps those documents of a set that were counted, and adds their scores; then only `end` may come. The set was given as `within`. */
  narrow(set: DocSet, weights: Weights): void {
    const memory = this.#memory
    const { scores } = set
    if (!this.#isFew(set.count) && memory.owns(scores)) {
      set.become(memory.score(weights, scores, scores, true))
      this.#isClean = true
      return
    }
    const { counts, norms } = memory
    set.narrow((doc) => scoreOf(counts[doc] ?? 0, norms[doc] ?? 1, weights))
  }

  /** Returns what finds the next document of a set without a list, from one on, whose score is not below a number above 0; −1 for none. */
  finder({ scores }: DocSet): (from: number, least: number) => number {
    const memory = this.#memory
    return (from, least) => memory.next(scores, from, least)
  }

  end(): void {
    const { counts } = this.#memory
    const list = this.#list
    if (this.#isSparse && !this.#isClean)
      for (let i = 0; i < this.#listed; i++) counts[list[i] ?? 0] = 0
    else if (!this.#isClean) counts.fill(0)
    this.#within = undefined
    this.#isOpen = false
  }

  #isFew(documents: number): boolean {
    return documents < this.#store.documents.last / SPARSE
  }

  /** Returns few documents among which are all that were counted and matter, each once; undefined when they are many. */
  #few(): Uint32Array | undefined {
    const within = this.#within
    if (within !== undefined && this.#isFew(within.count)) return within.members()
    return this.#isSparse ? this.#list.subarray(0, this.#listed) : undefined
  }

  /** Returns the documents that were counted. */
  #counted(): Uint32Array {
    if (!this.#isSparse) {
      const { counts } = this.#memory
      const { last } = this.#store.documents
      this.#reserve(last)
      const list = this.#list
      let listed = 0
      for (let doc = 1; doc <= last; doc++) if (counts[doc] !== 0) list[listed++] = doc
      this.#listed = listed
    }
    return this.#list.subarray(0, this.#listed)
  }

  /** Adds what the store read last. */
  #addListed(count: number, unit: number): void {
    const { docs, frequencies } = this.#store.postings
    this.#reserve(this.#listed + count)
    const { counts } = this.#memory
    const list = this.#list
    let listed = this.#listed
    for (let i = 0; i < count; i++) {
      const doc = docs[i] ?? 0
      const before = counts[doc] ?? 0
      if (before === 0) list[listed++] = doc
      counts[doc] = before + unit * (frequencies[i] ?? 0)
    }
    this.#listed = listed
  }

  /** @param frequencies - of each document from the first on, 0 where it does not hold the word */
  #addCommon(frequencies: Uint8Array, first: number, unit: number): void {
    const within = this.#within
    if (within === undefined || !this.#isFew(within.count)) {
      this.#memory.add(frequencies, first, unit)
      return
    }
    const { counts } = this.#memory
    for (const doc of within.members()) {
      const at = doc - first
      if (at >= 0 && at < frequencies.length)
        counts[doc] = (counts[doc] ?? 0) + unit * (frequencies[at] ?? 0)
    }
  }

  #reserve(size: number): void {
    if (size <= this.#list.length) return
    const grown = new Uint32Array(2 * size)
    grown.set(this.#list)
    this.#list = grown
  }
}
