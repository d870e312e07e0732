import type { ArticleId } from '../../core/article/article'
import { parse, type Parsed } from '../../core/search/parse'
import { hasLetters, planOf, plainWords, type Plan } from '../../core/search/plan'
import { print } from '../../core/search/print'
import type { Query, QueryNotice } from '../../core/search/query'
import { isStopWord } from '../../core/search/stop-words'
import { termsOf } from '../../core/search/tokens'
import type { HitPage, SearchRequest } from '../../shared/shapes'
import { completions } from './complete'
import type { SearchContext } from './context'
import type { DocSet } from './doc-set'
import { Evaluator, type FieldFilter } from './evaluate'
import { facetsOf } from './facets'
import { fieldFilter } from './fields'
import { guesses } from './fuzzy'
import { hitsOf, holdsIn } from './hits'
import { order } from './order'
import { proximity } from './proximity'
import type { PostingsStore } from './store'
import { Vocabulary } from './vocabulary'
import { WordScores } from './word-scores'

/**
 * Words from which on a query reads like a sentence: hardly any article holds them all, so that with fewer than `FEW_HITS` the
 * articles with most of them are shown too. Shorter queries fall back only when nothing holds all.
 */
const SENTENCE_WORDS = 5
const FEW_HITS = 3

/** Most articles that are read for `match:exact`. More find more, and take about 1 ms each. */
const EXACT_CHECKS = 200

/** A query with what answers it. */
interface Answer {
  readonly query: Query
  readonly plan: Plan
  readonly set: DocSet
  readonly notices: readonly QueryNotice[]
}

/** Answers queries over a store. */
export class Searcher {
  readonly #store: PostingsStore
  readonly #vocabulary: Vocabulary
  readonly #wordScores: WordScores
  readonly #evaluator: Evaluator

  constructor(store: PostingsStore) {
    this.#store = store
    this.#vocabulary = new Vocabulary(store)
    this.#wordScores = new WordScores(store, this.#vocabulary)
    this.#evaluator = new Evaluator(store, this.#vocabulary, this.#wordScores)
  }

  search(request: SearchRequest, context: SearchContext): HitPage {
    const began = performance.now()
    const answer = this.#answer(parse(request.text, true), context)
    const { set, plan } = answer
    const page = this.#page(answer, request, context)
    const hits = hitsOf(page, plan, context)
    const facets = request.facets ? facetsOf(set, this.#store, context) : undefined
    const total = set.count - (page.length - hits.length)
    this.#evaluator.release(set)
    return {
      total,
      hits,
      searched: print(answer.query),
      notices: unique(answer.notices),
      ...(facets !== undefined && { facets }),
      tookMs: performance.now() - began
    }
  }

  /**
   * Returns the best articles for a sentence without reading any text: those that hold any of its telling words, as when `search`
   * finds none that holds all.
   */
  rank(request: SearchRequest, context: SearchContext): { id: ArticleId; score: number }[] {
    const notices: QueryNotice[] = []
    const { query: typed } = parse(request.text)
    const query = someWords(typed) ?? typed
    const plan = planOf(query)
    const filter = fieldFilter(this.#store, context, notices)
    const answer: Answer = { query, plan, notices, set: this.#evaluate(plan, filter, context) }
    const page = this.#page(answer, request, context)
    this.#evaluator.release(answer.set)
    return page
  }

  complete(text: string, caret: number): ReturnType<typeof completions> {
    return completions(text, caret, { store: this.#store, vocabulary: this.#vocabulary })
  }

  #page(
    { plan, set }: Answer,
    request: SearchRequest,
    context: SearchContext
  ): { id: ArticleId; score: number }[] {
    const tools = {
      store: this.#store,
      vocabulary: this.#vocabulary,
      wordScores: this.#wordScores
    }
    const { docs, scores } = order(set, request.offset + request.limit, request.sort, {
      store: this.#store,
      wordScores: this.#wordScores,
      context,
      rerank: proximity(plan, tools)
    })
    return docs.slice(request.offset).map((doc) => ({
      id: this.#store.documents.articles[doc] ?? 0,
      score: scores.get(doc) ?? 0
    }))
  }

  /** Answers as asked; if nothing does, with words guessed for those that are nowhere; if nothing does, with some of the words. */
  #answer(parsed: Parsed, context: SearchContext): Answer {
    const notices = [...parsed.notices]
    const filter = fieldFilter(this.#store, context, notices)
    const ask = (query: Query, open?: Query): Answer => {
      const plan = planOf(query, open)
      const set = this.#evaluate(plan, filter, context)
      if (hasLetters(plan)) this.#compare(set, plan, context, notices)
      return { query, plan, set, notices }
    }
    let answer = ask(parsed.query, parsed.open)
    if (answer.set.count === 0 && !hasLetters(answer.plan)) {
      const guessed = this.#guessed(parsed, notices)
      if (guessed !== null) {
        this.#evaluator.release(answer.set)
        answer = ask(guessed, parsed.open)
      }
    }
    if (answer.set.count >= FEW_HITS) return answer
    const some = someWords(answer.query)
    if (some === null) return answer
    const enough = some.parts.length >= SENTENCE_WORDS ? FEW_HITS : 1
    if (answer.set.count >= enough) return answer
    const any = ask(some, parsed.open)
    if (any.set.count <= answer.set.count) {
      this.#evaluator.release(any.set)
      return answer
    }
    this.#evaluator.release(answer.set)
    notices.push({ code: 'some-words', text: print(answer.query) })
    return any
  }

  #evaluate(plan: Plan, filter: FieldFilter, context: SearchContext): DocSet {
    const set = this.#evaluator.evaluate(plan, filter)
    const { visible } = context
    if (visible !== undefined) {
      const { articles } = this.#store.documents
      set.filter((doc) => visible(articles[doc] ?? 0))
    }
    return set
  }

  /** Keeps the articles in which words stand letter by letter: the best of them are read, others are left out and it is said so. */
  #compare(set: DocSet, plan: Plan, context: SearchContext, notices: QueryNotice[]): void {
    if (set.count > EXACT_CHECKS) notices.push({ code: 'exact-limited', text: String(set.count) })
    const { docs } = order(set, EXACT_CHECKS, 'relevance', {
      store: this.#store,
      wordScores: this.#wordScores,
      context,
      rerank: null
    })
    const { articles } = this.#store.documents
    const holding = new Set(docs.filter((doc) => holdsIn(plan, context, articles[doc] ?? 0)))
    set.filter((doc) => holding.has(doc))
  }

  /** Returns the query with every word that is nowhere replaced by its nearest words; null when there are none. */
  #guessed(parsed: Parsed, notices: QueryNotice[]): Query | null {
    const guessed: QueryNotice[] = []
    const replace = (query: Query): Query => {
      if (query.kind === 'and' || query.kind === 'or') {
        return { kind: query.kind, parts: query.parts.map(replace) }
      }
      // What is excluded or asked for by the letter is not guessed at.
      if (query.kind !== 'word' || (query.prefix && query !== parsed.open)) return query
      const [term, ...more] = termsOf(query.text)
      if (term === undefined || more.length > 0) return query
      if (this.#vocabulary.beginningWith(term, 1).length > 0) return query
      if (this.#vocabulary.inflections(term).length > 0) return query
      const found = guesses(this.#store, this.#vocabulary, term)
      if (found.length === 0) return query
      guessed.push({ code: 'fuzzy-used', text: `${query.text} → ${found.join(', ')}` })
      const words = found.map((text): Query => ({ kind: 'word', text, prefix: false }))
      const [only] = words
      return words.length === 1 && only !== undefined ? only : { kind: 'or', parts: words }
    }
    const query = replace(parsed.query)
    notices.push(...guessed)
    return guessed.length > 0 ? query : null
  }
}

/** Returns a query for any of the words of one that asks for all of them; null when it asks for more than plain words. */
function someWords(query: Query): Extract<Query, { kind: 'or' }> | null {
  if (query.kind !== 'and' || plainWords(planOf(query)) === null) return null
  // `match:exact` is no word, and what is asked for by the letter is not to be had by half.
  if (query.parts.some(({ kind }) => kind === 'field')) return null
  const telling = query.parts.filter((part) => {
    return part.kind !== 'word' || !termsOf(part.text).every(isStopWord)
  })
  const parts = telling.length > 0 ? telling : query.parts
  return { kind: 'or', parts }
}

function unique(notices: readonly QueryNotice[]): QueryNotice[] {
  return [...new Map(notices.map((notice) => [`${notice.code} ${notice.text}`, notice])).values()]
}
