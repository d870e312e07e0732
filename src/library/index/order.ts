import { RERANK_DEPTH } from '../../core/search/rank'
import type { SearchRequest } from '../../shared/shapes'
import type { SearchContext } from './context'
import type { DocSet } from './doc-set'
import type { PostingsStore } from './store'
import type { WordScores } from './word-scores'

/** The smallest number above 0 that a score can be. */
const SMALLEST = 2 ** -149

/** Raises the scores of the documents at the front of a ranking. */
export interface Rerank {
  /** How much is added to a document's score. */
  readonly of: (doc: number) => number
  /** What is added at most. */
  readonly most: number
}

/**
 * Returns the first `limit` documents in the order asked for. Equal ones stand in the order of their article ids, so that pages
 * follow each other without gaps.
 */
export function order(
  set: DocSet,
  limit: number,
  sort: SearchRequest['sort'],
  tools: {
    readonly store: PostingsStore
    readonly wordScores: WordScores
    readonly context: SearchContext
    readonly rerank: Rerank | null
  }
): { docs: number[]; scores: Map<number, number> } {
  const { documents } = tools.store
  const { articles } = documents
  const depth =
    sort === 'relevance' && tools.rerank !== null ? Math.max(limit, RERANK_DEPTH) : limit
  const best =
    sort === 'relevance' && !set.isListed
      ? highestOfAll(set.scores, tools.wordScores.finder(set), depth, articles)
      : highest(set.members(), depth, keysOf(set, sort, tools), articles)
  const scores = new Map(best.map((doc) => [doc, set.scores[doc] ?? 0]))
  const { rerank } = tools
  if (sort === 'relevance' && rerank !== null) {
    const front: number[] = []
    const ofFront: number[] = []
    for (const doc of best.slice(0, RERANK_DEPTH)) {
      const before = set.scores[doc] ?? 0
      // Neither this one nor any after it can come among the first.
      if (front.length >= limit && before + rerank.most < (ofFront[limit - 1] ?? 0)) break
      const score = before + rerank.of(doc)
      scores.set(doc, score)
      // They come best first, so that its place is mostly not far from the end.
      let at = front.length
      for (; at > 0; at--) {
        const apart = score - (ofFront[at - 1] ?? 0)
        if (apart < 0) break
        if (apart === 0 && (articles[doc] ?? 0) >= (articles[front[at - 1] ?? 0] ?? 0)) break
      }
      front.splice(at, 0, doc)
      ofFront.splice(at, 0, score)
    }
    best.splice(0, front.length, ...front)
  }
  return { docs: best.slice(0, limit), scores }
}

/** Returns what to order by, for each document; higher comes first. */
function keysOf(
  set: DocSet,
  sort: SearchRequest['sort'],
  { store, context }: { readonly store: PostingsStore; readonly context: SearchContext }
): Float32Array | Int32Array {
  const { days, articles } = store.documents
  if (sort === 'relevance') return set.scores
  if (sort === 'newest') return days
  const keys = new Float32Array(set.scores.length)
  const claims = context.claimCount ?? (() => 0)
  for (const doc of set.members()) {
    keys[doc] = sort === 'oldest' ? -(days[doc] ?? 0) : claims(articles[doc] ?? 0)
  }
  return keys
}

/** Returns the `limit` documents with the highest keys, highest first, ties by `ties` ascending. O(n log limit). */
function highest(
  docs: Uint32Array,
  limit: number,
  keys: Float32Array | Int32Array,
  ties: Uint32Array
): number[] {
  const best = new Best(Math.min(limit, docs.length), keys, ties)
  // Postings stand by how often they hold the word: from behind, the best come early and nearly all others are passed over.
  let least = best.least
  for (let at = docs.length - 1; at >= 0; at--) {
    const doc = docs[at] ?? 0
    if ((keys[doc] ?? 0) < least) continue
    best.offer(doc)
    least = best.least
  }
  return best.sorted()
}

/** Returns the same as `highest` of all documents with a score above 0. */
function highestOfAll(
  scores: Float32Array,
  next: (from: number, least: number) => number,
  limit: number,
  ties: Uint32Array
): number[] {
  const best = new Best(limit, scores, ties)
  const least = (): number => Math.max(SMALLEST, best.least)
  for (let doc = next(0, least()); doc >= 0; doc = next(doc + 1, least())) best.offer(doc)
  return best.sorted()
}

/** The best documents so far: a heap whose root is the worst of them. */
class Best {
  readonly #heap: Uint32Array
  readonly #keys: Float32Array | Int32Array
  readonly #ties: Uint32Array
  #size = 0

  constructor(limit: number, keys: Float32Array | Int32Array, ties: Uint32Array) {
    this.#heap = new Uint32Array(limit)
    this.#keys = keys
    this.#ties = ties
  }

  /** The least key that still may be among the best. */
  get least(): number {
    if (this.#heap.length === 0) return Infinity
    return this.#size < this.#heap.length ? -Infinity : (this.#keys[this.#heap[0] ?? 0] ?? 0)
  }

  offer(doc: number): void {
    const heap = this.#heap
    if (this.#size < heap.length) {
      heap[this.#size++] = doc
      for (let at = this.#size - 1; at > 0; at = (at - 1) >> 1) {
        const parent = (at - 1) >> 1
        if (!this.#isWorse(heap[at] ?? 0, heap[parent] ?? 0)) break
        this.#swap(at, parent)
      }
    } else if (this.#isWorse(heap[0] ?? 0, doc)) {
      heap[0] = doc
      this.#sink()
    }
  }

  /** Best first. */
  sorted(): number[] {
    const kept = Array.from(this.#heap.subarray(0, this.#size))
    return kept.sort((a, b) => (this.#isWorse(a, b) ? 1 : -1))
  }

  #sink(): void {
    const heap = this.#heap
    for (let at = 0; ;) {
      let least = at
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < this.#size && this.#isWorse(heap[child] ?? 0, heap[least] ?? 0)) least = child
      if (least === at) return
      this.#swap(at, least)
      at = least
    }
  }

  #isWorse(a: number, b: number): boolean {
    const apart = (this.#keys[a] ?? 0) - (this.#keys[b] ?? 0)
    return apart !== 0 ? apart < 0 : (this.#ties[a] ?? 0) > (this.#ties[b] ?? 0)
  }

  #swap(a: number, b: number): void {
    const heap = this.#heap
    const kept = heap[a] ?? 0
    heap[a] = heap[b] ?? 0
    heap[b] = kept
  }
}
