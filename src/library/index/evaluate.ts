import type { WordPattern } from '../../core/search/match'
import type { Plan } from '../../core/search/plan'
import {
  ADJACENT_WEIGHT,
  idf,
  lengthNorm,
  PREFIX_SHARE,
  STEM_SHARE,
  TITLE_WEIGHT
} from '../../core/search/rank'
import { bytesOf } from './dictionary'
import { DocSetPool, type DocSet } from './doc-set'
import { NUMBER_TERM, TITLE_TERM } from './encoder'
import { expand } from './expand'
import { StreamMatcher } from './stream-match'
import type { PostingsStore } from './store'
import type { Vocabulary } from './vocabulary'

/** Score of a document that answers without a word: above 0, and of no weight beside any word. */
const PRESENT = 1e-6
/** Words whose weights are remembered; more than any query has. */
const REMEMBERED = 4096

/** Answers the fields that are no words of the text: says for each document whether it is meant. */
export type FieldFilter = (
  plan: Extract<Plan, { kind: 'field' | 'quote' }>
) => (doc: number) => boolean

/** Turns plans into scored sets of documents. Sets belong to whoever asked: they are given back with `release`. */
export class Evaluator {
  readonly #store: PostingsStore
  readonly #vocabulary: Vocabulary
  readonly #pool = new DocSetPool()
  readonly #weights = new Map<string, number>()
  #norms = new Float32Array(0)
  #normsOf = -1

  constructor(store: PostingsStore, vocabulary: Vocabulary) {
    this.#store = store
    this.#vocabulary = vocabulary
  }

  release(set: DocSet): void {
    this.#pool.give(set)
  }

  /** Returns the documents that answer a plan, removed ones left out. */
  evaluate(plan: Plan, filter: FieldFilter): DocSet {
    switch (plan.kind) {
      case 'all':
        return this.#where(() => true)
      case 'none':
        return this.#take()
      case 'word':
        return this.#word(plan.pattern, plan.open)
      case 'phrase':
        return this.#phrase(plan)
      case 'near': {
        const candidates = this.#and([plan.left, plan.right], filter)
        return this.#verified(candidates, plan)
      }
      case 'title':
        return this.#title(plan.inner)
      case 'quote': {
        const found = this.evaluate(plan.inner, filter)
        found.filter(filter(plan))
        return found
      }
      case 'number':
        return this.#number(plan, filter)
      case 'field':
        return this.#where(filter(plan))
      case 'and':
        return this.#and(plan.parts, filter)
      case 'or':
        return this.#or(plan.parts, filter)
      case 'not': {
        const excluded = this.evaluate(plan.part, filter)
        const found = this.#where((doc) => (excluded.scores[doc] ?? 0) === 0)
        this.release(excluded)
        return found
      }
    }
  }

  /** Returns the weight (BM25's idf) that a word had when it was last evaluated, with its inflections. */
  weightOf(pattern: WordPattern): number {
    return this.#weights.get(keyOf(pattern)) ?? 0
  }

  /** Returns BM25's length part of a document. */
  norm(doc: number): number {
    return this.#lengthNorms()[doc] ?? 1
  }

  #and(parts: readonly Plan[], filter: FieldFilter): DocSet {
    const wanted = parts.filter((part) => part.kind !== 'not' && part.kind !== 'all')
    const sets: DocSet[] = []
    // Words first: they are cheap, and fields then look at few documents.
    for (const part of wanted.filter((p) => p.kind !== 'field' && p.kind !== 'quote')) {
      const set = this.evaluate(part, filter)
      sets.push(set)
      if (set.count === 0) break
    }
    sets.sort((a, b) => a.count - b.count)
    const [first, ...others] = sets
    const found = first ?? this.#where(() => true)
    for (const other of others) {
      found.intersect(other)
      this.release(other)
    }
    for (const part of parts) {
      if (found.count === 0) break
      if (part.kind === 'field') found.filter(filter(part))
      else if (part.kind === 'quote') {
        const inner = this.evaluate(part.inner, filter)
        found.filter((doc) => (inner.scores[doc] ?? 0) > 0)
        this.release(inner)
        found.filter(filter(part))
      } else if (part.kind === 'not') {
        const excluded = this.evaluate(part.part, filter)
        found.filter((doc) => (excluded.scores[doc] ?? 0) === 0)
        this.release(excluded)
      }
    }
    return found
  }

  #or(parts: readonly Plan[], filter: FieldFilter): DocSet {
    // The largest set takes the others in.
    const sets = parts.map((part) => this.evaluate(part, filter)).sort((a, b) => b.count - a.count)
    const [found = this.#take(), ...others] = sets
    for (const set of others) {
      for (const doc of set.members()) found.add(doc, set.scores[doc] ?? 0)
      this.release(set)
    }
    return found
  }

  /** BM25 of a word: a share for the very word, a share for the word with its inflections or continuations. */
  #word(pattern: WordPattern, open: boolean): DocSet {
    const { exact, others } = expand(pattern, open, this.#vocabulary)
    const total = this.#store.documents.count
    const norms = this.#lengthNorms()
    const found = this.#take()
    const frequencies = this.#frequencies([exact])
    const share = pattern.prefix ? PREFIX_SHARE : STEM_SHARE
    // Without others the word itself has the whole score.
    const own = (others.length > 0 ? 1 - share : 1) * idf(frequencies.count, total)
    found.addImpacts(frequencies, own, norms)
    if (others.length > 0) {
      for (const word of others) this.#count(word, frequencies)
      found.addImpacts(frequencies, share * idf(frequencies.count, total), norms)
    }
    if (this.#weights.size >= REMEMBERED) this.#weights.clear()
    this.#weights.set(keyOf(pattern), idf(frequencies.count, total))
    this.release(frequencies)
    this.#boostTitles(found, [exact, ...(pattern.prefix ? [] : others)], total)
    return found
  }

  #boostTitles(found: DocSet, words: readonly string[], total: number): void {
    const titles = this.#frequencies(words.map((word) => TITLE_TERM + word))
    const boost = TITLE_WEIGHT * idf(found.count, total)
    for (const doc of titles.members()) if ((found.scores[doc] ?? 0) > 0) found.add(doc, boost)
    this.release(titles)
  }

  #phrase(plan: Extract<Plan, { kind: 'phrase' }>): DocSet {
    const parts = plan.patterns.map((pattern): Plan => ({
      kind: 'word',
      leaf: 0,
      pattern,
      open: false
    }))
    return this.#verified(
      this.#and(parts, () => () => true),
      plan
    )
  }

  /** Keeps the documents in whose word streams a phrase or nearness is found, and raises their scores. */
  #verified(candidates: DocSet, plan: Extract<Plan, { kind: 'phrase' | 'near' }>): DocSet {
    const matcher = new StreamMatcher(plan, this.#vocabulary)
    const { streams } = this.#store
    candidates.filter((doc) => matcher.holds(streams.of(doc)))
    const raise = ADJACENT_WEIGHT * idf(candidates.count, this.#store.documents.count)
    for (const doc of candidates.members()) candidates.add(doc, raise)
    return candidates
  }

  #title(inner: Plan): DocSet {
    const patterns =
      inner.kind === 'word' ? [inner.pattern] : inner.kind === 'phrase' ? inner.patterns : []
    const sets = patterns.map((pattern) => {
      const { exact, others } = expand(pattern, false, this.#vocabulary)
      return this.#frequencies([exact, ...others].map((word) => TITLE_TERM + word))
    })
    const [found = this.#take(), ...others] = sets
    for (const other of others) {
      found.filter((doc) => (other.scores[doc] ?? 0) > 0)
      this.release(other)
    }
    if (inner.kind === 'phrase') {
      const matcher = new StreamMatcher(inner, this.#vocabulary)
      found.filter((doc) => {
        const stream = this.#store.streams.of(doc)
        const end = stream.indexOf(0)
        return matcher.holds(end < 0 ? stream : stream.subarray(0, end))
      })
    }
    const weight = idf(found.count, this.#store.documents.count)
    for (const doc of found.members()) found.scores[doc] = weight
    return found
  }

  #number(plan: Extract<Plan, { kind: 'number' }>, filter: FieldFilter): DocSet {
    const found = this.#frequencies([NUMBER_TERM + plan.value])
    if (plan.words.kind === 'all') return found
    const written = this.evaluate(plan.words, filter)
    for (const doc of written.members()) found.add(doc, written.scores[doc] ?? 0)
    this.release(written)
    return found
  }

  #where(holds: (doc: number) => boolean): DocSet {
    const found = this.#take()
    const { alive, last } = this.#store.documents
    for (let doc = 1; doc <= last; doc++)
      if (alive[doc] === 1 && holds(doc)) found.add(doc, PRESENT)
    return found
  }

  /** Returns how often living documents hold these words, all taken together. */
  #frequencies(words: readonly string[]): DocSet {
    const set = this.#take()
    for (const word of words) this.#count(word, set)
    return set
  }

  #count(word: string, into: DocSet): void {
    const bytes = bytesOf(word)
    const { alive } = this.#store.documents
    for (const segment of this.#store.segments) {
      const index = segment.dictionary.find(bytes)
      if (index < 0) continue
      const count = this.#store.read(segment, index)
      into.addPostings(this.#store.postings, count, alive)
    }
  }

  #lengthNorms(): Float32Array {
    const { generation, documents } = this.#store
    if (this.#normsOf !== generation) {
      const average = documents.averageLength
      if (this.#norms.length <= documents.last)
        this.#norms = new Float32Array(2 * documents.last + 2)
      for (let doc = 1; doc <= documents.last; doc++) {
        this.#norms[doc] = lengthNorm(documents.lengths[doc] ?? 0, average)
      }
      this.#normsOf = generation
    }
    return this.#norms
  }

  #take(): DocSet {
    return this.#pool.take(this.#store.documents.last + 1)
  }
}

function keyOf(pattern: WordPattern): string {
  return `${pattern.term} ${pattern.prefix ? 1 : 0}${pattern.stems ? 1 : 0}`
}
