import type { Plan } from '../../core/search/plan'
import { ADJACENT_WEIGHT, idf } from '../../core/search/rank'
import type { DocSet } from './doc-set'
import { NUMBER_TERM, TITLE_TERM } from './encoder'
import { expand } from './expand'
import { commonPairs } from './pairs'
import { StreamMatcher } from './stream-match'
import type { PostingsStore } from './store'
import type { Vocabulary } from './vocabulary'
import type { WordScores } from './word-scores'

/** Score of a document that answers without a word: above 0, and of no weight beside any word. */
const PRESENT = 1e-6
/** Most words by which articles are chosen for a regular expression; with more, all are looked through. */
const MOST_REGEX_WORDS = 2000
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
  readonly #words: WordScores

  constructor(store: PostingsStore, vocabulary: Vocabulary, words: WordScores) {
    this.#store = store
    this.#vocabulary = vocabulary
    this.#words = words
  }

  release(set: DocSet): void {
    this.#words.release(set)
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
        return this.#words.take()
      case 'word':
        return this.#words.of(plan.pattern, plan.open, within)
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

  #and(parts: readonly Plan[], filter: FieldFilter, within?: DocSet): DocSet {
    // Words first, the rarest before all: the others are then looked up for few documents, and fields too.
    const wanted = parts
      .filter(({ kind }) => kind !== 'all' && !(kind in AFTER_WORDS))
      .map((part) => ({ part, most: this.#most(part) }))
      .sort((a, b) => a.most - b.most)
    let found: DocSet | undefined
    for (const { part } of wanted) {
      if (found === undefined) found = this.evaluate(part, filter, within)
      else if (part.kind === 'word') this.#words.narrow(found, part.pattern, part.open)
      else {
        const set = this.evaluate(part, filter, found)
        found.intersect(set)
        this.release(set)
      }
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
      words === undefined ? this.#where(() => true, within) : this.#words.frequencies(words, within)
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
      case 'word':
        return this.#words.most(expand(plan.pattern, plan.open, this.#vocabulary))
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
    const [found = this.#words.take(), ...others] = sets
    for (const set of others) {
      for (const doc of set.members()) found.add(doc, set.scores[doc] ?? 0)
      this.release(set)
    }
    return found
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
      const set = this.#words.frequencies([pair], side)
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
    const { rows } = matcher
    candidates.sort()
    if (rows.length > 0) candidates.filter((doc) => streams.mayHold(doc, rows))
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
      return this.#words.frequencies([exact, ...others].map((word) => TITLE_TERM + word))
    })
    const [found = this.#words.take(), ...others] = sets
    for (const other of others) {
      found.filter((doc) => (other.scores[doc] ?? 0) > 0)
      this.release(other)
    }
    if (inner.kind === 'phrase') {
      const matcher = new StreamMatcher(inner, this.#vocabulary)
      found.filter((doc) => {
        const { memory, start, end } = this.#store.streams.of(doc)
        const title = memory.next(0, start, end)
        return matcher.holds({ memory, start, end: title < 0 ? end : title })
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
    const found = this.#words.frequencies([NUMBER_TERM + plan.value], within)
    if (plan.words.kind === 'all') return found
    const written = this.evaluate(plan.words, filter, within)
    for (const doc of written.members()) found.add(doc, written.scores[doc] ?? 0)
    this.release(written)
    return found
  }

  #where(holds: (doc: number) => boolean, within?: DocSet): DocSet {
    const found = this.#words.take()
    const { alive, last } = this.#store.documents
    if (within !== undefined) {
      for (const doc of within.members()) if (holds(doc)) found.add(doc, PRESENT)
      return found
    }
    for (let doc = 1; doc <= last; doc++)
      if (alive[doc] === 1 && holds(doc)) found.add(doc, PRESENT)
    return found
  }
}
