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
import { commonPairs } from './pairs'
import { StreamMatcher } from './stream-match'
import type { Postings } from './segment'
import type { PostingsStore } from './store'
import type { Expanded, Vocabulary } from './vocabulary'

/** Score of a document that answers without a word: above 0, and of no weight beside any word. */
const PRESENT = 1e-6
/** Most words by which articles are chosen for a regular expression; with more, all are looked through. */
const MOST_REGEX_WORDS = 2000
/** Postings of a word's continuations up to which the documents are counted that hold any of them. */
const MOST_COUNTED = 1024
/** Groups of words remembered with how many documents hold any of them. */
const REMEMBERED = 1000

/** What has to be asked of each document, after everything that the postings know; dearer ones later. */
type Checked = Extract<Plan, { kind: 'field' | 'quote' | 'regex' }>

/** Answers what is no word of the text: says for each document whether it is meant. */
export type FieldFilter = (plan: Checked) => (doc: number) => boolean

/** What an intersection does after its words, and in which order. */
const AFTER_WORDS: { readonly [K in Plan['kind']]?: number } = {
  field: 1,
  not: 2,
  quote: 3,
  regex: 4
}

/** Turns plans into scored sets of documents. Sets belong to whoever asked: they are given back with `release`. */
export class Evaluator {
  readonly #store: PostingsStore
  readonly #vocabulary: Vocabulary
  readonly #pool = new DocSetPool()
  readonly #held = new Map<string, number>()
  #heldOf = -1
  #norms = new Float32Array(0)
  #normsOf = -1

  constructor(store: PostingsStore, vocabulary: Vocabulary) {
    this.#store = store
    this.#vocabulary = vocabulary
  }

  release(set: DocSet): void {
    this.#pool.give(set)
  }

  /**
   * Returns the documents that answer a plan, removed ones left out.
   *
   * @param within - the only documents that matter: others may be missing in the answer, or be there
   */
  evaluate(plan: Plan, filter: FieldFilter, within?: DocSet): DocSet {
    switch (plan.kind) {
      case 'all':
        return this.#where(() => true, within)
      case 'none':
        return this.#take()
      case 'word':
        return this.#word(plan.pattern, plan.open, within)
      case 'phrase':
        return this.#phrase(plan, within)
      case 'near': {
        const candidates = this.#and([plan.left, plan.right], filter, within)
        return this.#verified(candidates, plan)
      }
      case 'title':
        return this.#title(plan.inner)
      case 'quote': {
        const found = this.evaluate(plan.inner, filter, within)
        found.filter(filter(plan))
        return found
      }
      case 'number':
        return this.#number(plan, filter, within)
      case 'regex':
        return this.#regex(plan, filter, within)
      case 'field':
        return this.#where(filter(plan), within)
      case 'and':
        return this.#and(plan.parts, filter, within)
      case 'or':
        return this.#or(plan.parts, filter, within)
      case 'not': {
        const excluded = this.evaluate(plan.part, filter, within)
        const found = this.#where((doc) => (excluded.scores[doc] ?? 0) === 0, within)
        this.release(excluded)
        return found
      }
    }
  }

  /** Returns the weight (BM25's idf) of a word with its inflections or continuations. */
  weightOf(pattern: WordPattern, open: boolean): number {
    const expanded = expand(pattern, open, this.#vocabulary)
    return idf(this.#holding(expanded, pattern), this.#store.documents.count)
  }

  /** Returns BM25's length part of a document. */
  norm(doc: number): number {
    return this.#lengthNorms()[doc] ?? 1
  }

  #and(parts: readonly Plan[], filter: FieldFilter, within?: DocSet): DocSet {
    // Words first, the rarest before all: the others are then looked up for few documents, and fields too.
    const wanted = parts
      .filter(({ kind }) => kind !== 'all' && !(kind in AFTER_WORDS))
      .map((part) => ({ part, most: this.#most(part) }))
      .sort((a, b) => a.most - b.most)
    let found: DocSet | undefined
    for (const { part } of wanted) {
      const set = this.evaluate(part, filter, found ?? within)
      if (found !== undefined) {
        set.intersect(found)
        this.release(found)
      }
      found = set
      if (found.count === 0) return found
    }
    found ??= this.#where(() => true, within)
    const after = (part: Plan): number => AFTER_WORDS[part.kind] ?? 0
    for (const part of parts.toSorted((a, b) => after(a) - after(b))) {
      if (found.count === 0) break
      if (part.kind === 'field') found.filter(filter(part))
      else if (part.kind === 'quote') {
        const inner = this.evaluate(part.inner, filter, found)
        found.filter((doc) => (inner.scores[doc] ?? 0) > 0)
        this.release(inner)
        found.filter(filter(part))
      } else if (part.kind === 'regex') {
        const matching = this.#regex(part, filter, found)
        found.intersect(matching)
        this.release(matching)
      } else if (part.kind === 'not') {
        const excluded = this.evaluate(part.part, filter, found)
        found.filter((doc) => (excluded.scores[doc] ?? 0) === 0)
        this.release(excluded)
      }
    }
    return found
  }

  /** Looks through the articles that have a word which a match must have: the best of a set first, or else the newest. */
  #regex(plan: Extract<Plan, { kind: 'regex' }>, filter: FieldFilter, within?: DocSet): DocSet {
    const { needs } = plan.regex
    const words = needs && this.#vocabulary.containing(needs, MOST_REGEX_WORDS)
    const found =
      words === undefined ? this.#where(() => true, within) : this.#frequencies(words, within)
    const scores = within?.scores ?? new Float32Array(0)
    const holds = filter(plan)
    const bestFirst = Array.from(found.members()).sort(
      (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || b - a
    )
    const holding = new Set(bestFirst.filter(holds))
    found.filter((doc) => holding.has(doc))
    const weight = idf(found.count, this.#store.documents.count)
    for (const doc of found.members()) found.scores[doc] = weight
    return found
  }

  /** Returns how many documents may answer a plan, at most or thereabouts, without looking at any. */
  #most(plan: Plan): number {
    switch (plan.kind) {
      case 'word': {
        const { exact, others } = expand(plan.pattern, plan.open, this.#vocabulary)
        return [exact, ...others].reduce(
          (sum, word) => sum + this.#vocabulary.documentsWith(word),
          0
        )
      }
      case 'phrase':
        return Math.min(
          ...plan.patterns.map((pattern) => this.#vocabulary.documentsWith(pattern.term))
        )
      case 'near':
        return Math.min(this.#most(plan.left), this.#most(plan.right))
      case 'or':
        return plan.parts.reduce((sum, part) => sum + this.#most(part), 0)
      case 'and':
        return Math.min(Infinity, ...plan.parts.map((part) => this.#most(part)))
      case 'none':
        return 0
      default:
        return this.#store.documents.count
    }
  }

  #or(parts: readonly Plan[], filter: FieldFilter, within?: DocSet): DocSet {
    // The largest set takes the others in.
    const sets = parts
      .map((part) => this.evaluate(part, filter, within))
      .sort((a, b) => b.count - a.count)
    const [found = this.#take(), ...others] = sets
    for (const set of others) {
      for (const doc of set.members()) found.add(doc, set.scores[doc] ?? 0)
      this.release(set)
    }
    return found
  }

  /** BM25 of a word: a share for the very word, a share for the word with its inflections or continuations. */
  #word(pattern: WordPattern, open: boolean, within: DocSet | undefined): DocSet {
    const expanded = expand(pattern, open, this.#vocabulary)
    const { exact, others } = expanded
    const { documents } = this.#store
    const total = documents.count
    const norms = this.#lengthNorms()
    const found = this.#take()
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
      const frequencies = this.#frequencies([exact], within)
      found.addImpacts(frequencies, own, norms)
      for (const word of others) this.#count(word, frequencies, within)
      found.addImpacts(frequencies, share * together, norms)
      this.release(frequencies)
    }
    const titled = this.#frequencies(
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
    if (this.#heldOf !== this.#store.generation || this.#held.size >= REMEMBERED) {
      this.#held.clear()
      this.#heldOf = this.#store.generation
    }
    const key = words.join(' ')
    let held = this.#held.get(key)
    if (held === undefined) {
      const set = this.#frequencies(words)
      held = set.count
      this.#held.set(key, held)
      this.release(set)
    }
    return held
  }

  #phrase(plan: Extract<Plan, { kind: 'phrase' }>, within: DocSet | undefined): DocSet {
    const parts = plan.patterns.map((pattern): Plan => ({
      kind: 'word',
      leaf: 0,
      pattern,
      open: false
    }))
    const pairs = plan.slop === 0 ? commonPairs(plan.patterns) : []
    let side = within
    for (const pair of pairs) {
      const set = this.#frequencies([pair], side)
      if (side !== undefined && side !== within) this.release(side)
      side = set
    }
    const candidates = this.#and(parts, () => () => true, side)
    if (side !== undefined && side !== within) {
      const beside = side
      candidates.filter((doc) => (beside.scores[doc] ?? 0) > 0)
      this.release(side)
    }
    // Two common words side by side are a term of the index: nothing is left to be looked up.
    if (pairs.length === 1 && plan.patterns.length === 2) return this.#raised(candidates)
    return this.#verified(candidates, plan)
  }

  /** Keeps the documents in whose word streams a phrase or nearness is found, and raises their scores. */
  #verified(candidates: DocSet, plan: Extract<Plan, { kind: 'phrase' | 'near' }>): DocSet {
    const matcher = new StreamMatcher(plan, this.#vocabulary)
    const { streams } = this.#store
    candidates.filter((doc) => matcher.holds(streams.of(doc)))
    return this.#raised(candidates)
  }

  #raised(found: DocSet): DocSet {
    const raise = ADJACENT_WEIGHT * idf(found.count, this.#store.documents.count)
    for (const doc of found.members()) found.add(doc, raise)
    return found
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
        const title = stream.words.indexOf(0, stream.start)
        const end = title < 0 ? stream.end : Math.min(title, stream.end)
        return matcher.holds({ ...stream, end, pairs: 0 })
      })
    }
    const weight = idf(found.count, this.#store.documents.count)
    for (const doc of found.members()) found.scores[doc] = weight
    return found
  }

  #number(
    plan: Extract<Plan, { kind: 'number' }>,
    filter: FieldFilter,
    within: DocSet | undefined
  ): DocSet {
    const found = this.#frequencies([NUMBER_TERM + plan.value], within)
    if (plan.words.kind === 'all') return found
    const written = this.evaluate(plan.words, filter, within)
    for (const doc of written.members()) found.add(doc, written.scores[doc] ?? 0)
    this.release(written)
    return found
  }

  #where(holds: (doc: number) => boolean, within?: DocSet): DocSet {
    const found = this.#take()
    const { alive, last } = this.#store.documents
    if (within !== undefined) {
      for (const doc of within.members()) if (holds(doc)) found.add(doc, PRESENT)
      return found
    }
    for (let doc = 1; doc <= last; doc++)
      if (alive[doc] === 1 && holds(doc)) found.add(doc, PRESENT)
    return found
  }

  /** Returns how often living documents hold these words, all taken together. */
  #frequencies(words: readonly string[], within?: DocSet): DocSet {
    const set = this.#take()
    for (const word of words) this.#count(word, set, within)
    return set
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
