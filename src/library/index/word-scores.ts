import type { WordPattern } from '../../core/search/match'
import { idf, lengthNorm, PREFIX_SHARE, STEM_SHARE, TITLE_WEIGHT } from '../../core/search/rank'
import { bytesOf } from './dictionary'
import { DocSetPool, type DocSet } from './doc-set'
import { TITLE_TERM } from './encoder'
import { expand, keyOf } from './expand'
import type { Postings } from './segment'
import type { PostingsStore } from './store'
import type { Expanded, Vocabulary } from './vocabulary'

/** Postings of a word's continuations up to which the documents are counted that hold any of them. */
const MOST_COUNTED = 1024
/** Words and groups of words remembered. */
const REMEMBERED = 1000
/** Postings from which on the scores of a word are kept: the next keystroke, and most queries, have the same common words again. */
const MANY = 16_000
/** Most memory for kept scores. */
const KEPT_BYTES = 12 * 2 ** 20
/** Bytes of a set for each document. */
const SET_BYTES = 8

/** Documents that hold words, and how well. Sets belong to whoever asked: they are given back with `release`. */
export class WordScores {
  readonly #store: PostingsStore
  readonly #vocabulary: Vocabulary
  readonly #pool = new DocSetPool()
  /** Of the words asked for last, what was computed of this generation of the store. */
  readonly #kept = new Map<string, DocSet>()
  readonly #asked = new Set<string>()
  readonly #held = new Map<string, number>()
  #norms = new Float32Array(0)
  #generation = -1

  constructor(store: PostingsStore, vocabulary: Vocabulary) {
    this.#store = store
    this.#vocabulary = vocabulary
  }

  take(): DocSet {
    return this.#pool.take(this.#store.documents.last + 1)
  }

  release(set: DocSet): void {
    this.#pool.give(set)
  }

  /**
   * Returns the living documents that hold what a pattern stands for, with BM25: a share for the very word, a share for the word with its
   * inflections or continuations.
   *
   * @param within - the only documents that matter: others are left out
   */
  of(pattern: WordPattern, open: boolean, within: DocSet | undefined): DocSet {
    const expanded = expand(pattern, open, this.#vocabulary)
    const kept = this.#keptOf(expanded, pattern, open)
    if (kept === undefined) return this.#score(expanded, pattern, within)
    const found = this.take()
    found.copy(kept, within)
    return found
  }

  /** Keeps the members of a set that hold what a pattern stands for, and adds its scores. */
  narrow(found: DocSet, pattern: WordPattern, open: boolean): void {
    const expanded = expand(pattern, open, this.#vocabulary)
    const kept = this.#keptOf(expanded, pattern, open)
    const set = kept ?? this.#score(expanded, pattern, found)
    found.intersect(set)
    if (kept === undefined) this.release(set)
  }

  /** Returns the scores of a common word that comes again: scoring all its documents is dearer than those that matter. */
  #keptOf(expanded: Expanded, pattern: WordPattern, open: boolean): DocSet | undefined {
    if (this.most(expanded) < MANY) return undefined
    this.#follow()
    const alone = expanded.others.length === 0
    const key = alone ? expanded.exact : keyOf(pattern, open)
    if (!this.#isKnown(key)) return undefined
    const kept = this.#kept.get(key) ?? this.#score(expanded, pattern, undefined)
    // A map keeps the order of insertion: what was used longest ago stands first.
    this.#kept.delete(key)
    this.#kept.set(key, kept)
    const most = Math.max(2, KEPT_BYTES / (SET_BYTES * this.#store.documents.last))
    for (const [oldest, set] of this.#kept) {
      if (this.#kept.size <= most) break
      this.#kept.delete(oldest)
      this.release(set)
    }
    return kept
  }

  /** Returns how many documents may hold what a pattern stands for, at most or thereabouts. */
  most({ exact, others }: Expanded): number {
    let sum = this.#vocabulary.documentsWith(exact)
    for (const word of others) sum += this.#vocabulary.documentsWith(word)
    return sum
  }

  /** Returns the weight (BM25's idf) of a word with its inflections or continuations. */
  weightOf(pattern: WordPattern, open: boolean): number {
    const expanded = expand(pattern, open, this.#vocabulary)
    return idf(this.#holding(expanded, pattern), this.#store.documents.count)
  }

  /** Returns BM25's length part of a document. */
  norm(doc: number): number {
    this.#follow()
    return this.#norms[doc] ?? 1
  }

  /** Returns how often living documents hold these words, all taken together. */
  frequencies(words: readonly string[], within?: DocSet): DocSet {
    const set = this.take()
    for (const word of words) this.#count(word, set, within)
    return set
  }

  /** Says whether a common word was asked for before, and not long ago. */
  #isKnown(key: string): boolean {
    const known = this.#asked.delete(key)
    this.#asked.add(key)
    for (const oldest of this.#asked) {
      if (this.#asked.size <= REMEMBERED) break
      this.#asked.delete(oldest)
    }
    return known
  }

  #score(expanded: Expanded, pattern: WordPattern, within: DocSet | undefined): DocSet {
    const { exact, others } = expanded
    const { documents } = this.#store
    const total = documents.count
    this.#follow()
    const norms = this.#norms
    const found = this.take()
    const share = pattern.prefix ? PREFIX_SHARE : STEM_SHARE
    // Without others the word itself has the whole score.
    const own =
      (others.length > 0 ? 1 - share : 1) * idf(this.#vocabulary.documentsWith(exact), total)
    const together = idf(this.#holding(expanded, pattern), total)
    if (others.length === 0) {
      const among = { alive: documents.alive, within }
      this.#read(exact, (postings, count) => {
        found.addWord(postings, count, among, { weight: own, norms })
      })
    } else {
      const frequencies = this.frequencies([exact], within)
      found.addImpacts(frequencies, own, norms)
      for (const word of others) this.#count(word, frequencies, within)
      found.addImpacts(frequencies, share * together, norms)
      this.release(frequencies)
    }
    const titled = this.frequencies(
      [exact, ...(pattern.prefix ? [] : others)].map((word) => TITLE_TERM + word),
      found
    )
    for (const doc of titled.members()) found.add(doc, TITLE_WEIGHT * together)
    this.release(titled)
    return found
  }

  /** Returns how many living documents hold what a pattern stands for; thereabouts where it stands for many words of many documents. */
  #holding({ exact, others }: Expanded, pattern: WordPattern): number {
    const words = [exact, ...others]
    const counts = words.map((word) => this.#vocabulary.documentsWith(word))
    const sum = counts.reduce((before, count) => before + count, 0)
    if (counts.length < 2) return sum
    // Continuations: counting would read all their postings once more. As many as if words stood in documents independently of each other.
    if (pattern.prefix && sum > MOST_COUNTED) {
      const total = this.#store.documents.count
      return total * (1 - counts.reduce((none, count) => none * (1 - count / total), 1))
    }
    this.#follow()
    const key = words.join(' ')
    let held = this.#held.get(key)
    if (held === undefined) {
      const set = this.frequencies(words)
      held = set.count
      this.release(set)
      if (this.#held.size >= REMEMBERED) this.#held.clear()
      this.#held.set(key, held)
    }
    return held
  }

  #count(word: string, into: DocSet, within: DocSet | undefined): void {
    const among = { alive: this.#store.documents.alive, within }
    this.#read(word, (postings, count) => {
      into.addPostings(postings, count, among)
    })
  }

  #read(word: string, tell: (postings: Postings, count: number) => void): void {
    const bytes = bytesOf(word)
    for (const segment of this.#store.segments) {
      const index = segment.dictionary.find(bytes)
      if (index < 0) continue
      const count = this.#store.read(segment, index)
      tell(this.#store.postings, count)
    }
  }

  /** Forgets what was computed of an older state of the store. */
  #follow(): void {
    const { generation, documents } = this.#store
    if (this.#generation === generation) return
    this.#generation = generation
    for (const set of this.#kept.values()) this.release(set)
    this.#kept.clear()
    this.#asked.clear()
    this.#held.clear()
    const average = documents.averageLength
    if (this.#norms.length <= documents.last) this.#norms = new Float32Array(2 * documents.last + 2)
    for (let doc = 1; doc <= documents.last; doc++)
      this.#norms[doc] = lengthNorm(documents.lengths[doc] ?? 0, average)
  }
}
