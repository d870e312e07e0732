import type { WordPattern } from '../../core/search/match'
import { idf, PREFIX_SHARE, SATURATED, STEM_SHARE, TITLE_WEIGHT } from '../../core/search/rank'
import type { DocSet } from './doc-set'
import { TITLE_TERM } from './encoder'
import { expand } from './expand'
import type { PostingsStore } from './store'
import { Tally } from './tally'
import type { Weights } from './tally-memory'
import type { Expanded, Vocabulary } from './vocabulary'

/** Postings of a word's continuations up to which the documents are counted that hold any of them. */
const MOST_COUNTED = 1024
/** Words and groups of words remembered. */
const REMEMBERED = 1000

/** Documents that hold words, and how well. Sets belong to whoever asked: they are given back with `release`. */
export class WordScores {
  readonly #store: PostingsStore
  readonly #vocabulary: Vocabulary
  readonly #tally: Tally
  /** Of groups of words asked for last, how many documents of this generation of the store hold any of them. */
  readonly #held = new Map<string, number>()
  #generation = -1

  constructor(store: PostingsStore, vocabulary: Vocabulary) {
    this.#store = store
    this.#vocabulary = vocabulary
    this.#tally = new Tally(store)
  }

  take(): DocSet {
    this.#follow()
    return this.#tally.take()
  }

  release(set: DocSet): void {
    this.#tally.give(set)
  }

  /**
   * Returns the living documents that hold what a pattern stands for, with BM25: a share for the very word, a share for the word with its
   * inflections or continuations.
   *
   * @param within - the only documents that matter: others are left out
   */
  of(pattern: WordPattern, open: boolean, within: DocSet | undefined): DocSet {
    const found = this.take()
    const weights = this.#count(pattern, open, within)
    this.#tally.score(found, weights)
    this.#tally.end()
    return found
  }

  /** Keeps the members of a set that hold what a pattern stands for, and adds its scores. */
  narrow(found: DocSet, pattern: WordPattern, open: boolean): void {
    const weights = this.#count(pattern, open, found)
    this.#tally.narrow(found, weights)
    this.#tally.end()
  }

  /** Returns how many documents may hold what a pattern stands for, at most or thereabouts. */
  most({ exact, others }: Expanded): number {
    return this.#vocabulary.documentsWith(exact) + this.#sum(others)
  }

  /** Returns the weight (BM25's idf) of a word with its inflections or continuations. */
  weightOf(pattern: WordPattern, open: boolean): number {
    const expanded = expand(pattern, open, this.#vocabulary)
    return idf(this.#holding(expanded, pattern), this.#store.documents.count)
  }

  /** Returns what finds a set's next document, from one on, whose score is not below a number above 0; −1 for none. */
  finder(set: DocSet): (from: number, least: number) => number {
    return this.#tally.finder(set)
  }

  /** Returns BM25's length part of a document. */
  norm(doc: number): number {
    this.#follow()
    return this.#tally.norm(doc)
  }

  /** Returns how often living documents hold these words, all taken together. */
  frequencies(words: readonly string[], within?: DocSet): DocSet {
    const set = this.take()
    this.#countAll(words, within)
    this.#tally.frequencies(set)
    this.#tally.end()
    return set
  }

  /** Begins a tally of what a pattern stands for, and returns what it is worth. */
  #count(pattern: WordPattern, open: boolean, within: DocSet | undefined): Weights {
    const expanded = expand(pattern, open, this.#vocabulary)
    const { exact, others } = expanded
    const { documents } = this.#store
    const total = documents.count
    const tally = this.#tally
    this.#follow()
    // Where it is not known how many hold any of the words, all are counted: that says it, and serves the scores as well.
    const known = this.#known(expanded, pattern)
    tally.begin(this.most(expanded), known === undefined ? undefined : within)
    tally.count(exact, true)
    for (const word of others) tally.count(word, false)
    const together = idf(known ?? this.#remember(expanded, tally.living()), total)
    tally.restrict(within)
    tally.mark(TITLE_TERM + exact)
    if (!pattern.prefix) for (const word of others) tally.mark(TITLE_TERM + word)
    const { fround } = Math
    const title = fround(TITLE_WEIGHT * together)
    // Without others the word itself has the whole score.
    if (others.length === 0) return { own: fround(SATURATED * together), all: 0, title }
    const share = pattern.prefix ? PREFIX_SHARE : STEM_SHARE
    const own = (1 - share) * idf(this.#vocabulary.documentsWith(exact), total)
    return { own: fround(SATURATED * own), all: fround(SATURATED * share * together), title }
  }

  #countAll(words: readonly string[], within: DocSet | undefined): void {
    this.#follow()
    this.#tally.begin(this.#sum(words), within)
    for (const word of words) this.#tally.count(word, false)
  }

  #sum(words: readonly string[]): number {
    return words.reduce((sum, word) => sum + this.#vocabulary.documentsWith(word), 0)
  }

  /** Returns how many living documents hold what a pattern stands for; thereabouts where it stands for many words of many documents. */
  #holding(expanded: Expanded, pattern: WordPattern): number {
    const known = this.#known(expanded, pattern)
    if (known !== undefined) return known
    this.#countAll([expanded.exact, ...expanded.others], undefined)
    const held = this.#tally.living()
    this.#tally.end()
    return this.#remember(expanded, held)
  }

  /** The same where nothing has to be counted for it. */
  #known({ exact, others }: Expanded, pattern: WordPattern): number | undefined {
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
    return this.#held.get(words.join(' '))
  }

  #remember({ exact, others }: Expanded, held: number): number {
    if (this.#held.size >= REMEMBERED) this.#held.clear()
    this.#held.set([exact, ...others].join(' '), held)
    return held
  }

  /** Forgets what was computed of an older state of the store. */
  #follow(): void {
    const { generation } = this.#store
    if (this.#generation === generation) return
    this.#generation = generation
    this.#held.clear()
    this.#tally.renew()
  }
}
