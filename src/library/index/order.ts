import { RERANK_DEPTH } from '../../core/search/rank'
import type { SearchRequest } from '../../shared/shapes'
import type { SearchContext } from './context'
import type { DocSet } from './doc-set'
import type { PostingsStore } from './store'

/** Raises the scores of the documents at the front of a ranking. */
export type Rerank = (doc: number) => number

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
    readonly context: SearchContext
    readonly rerank: Rerank | null
  }
): { docs: number[]; scores: Map<number, number> } {
  const { documents } = tools.store
  const { articles } = documents
  const depth =
    sort === 'relevance' && tools.rerank !== null ? Math.max(limit, RERANK_DEPTH) : limit
  const best = highest(set.members(), depth, keysOf(set, sort, tools), articles)
  const scores = new Map(best.map((doc) => [doc, set.scores[doc] ?? 0]))
  const { rerank } = tools
  if (sort === 'relevance' && rerank !== null) {
    const front = best.slice(0, RERANK_DEPTH)
    for (const doc of front) scores.set(doc, (scores.get(doc) ?? 0) + rerank(doc))
    front.sort(
      (a, b) =>
        (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || (articles[a] ?? 0) - (articles[b] ?? 0)
    )
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
  if (limit <= 0) return []
  // A heap whose root is the worst that was kept.
  const heap = new Uint32Array(Math.min(limit, docs.length))
  let size = 0
  const worse = (a: number, b: number): boolean => {
    const apart = (keys[a] ?? 0) - (keys[b] ?? 0)
    return apart !== 0 ? apart < 0 : (ties[a] ?? 0) > (ties[b] ?? 0)
  }
  const swap = (a: number, b: number): void => {
    const kept = heap[a] ?? 0
    heap[a] = heap[b] ?? 0
    heap[b] = kept
  }
  const rise = (from: number): void => {
    for (let at = from; at > 0; at = (at - 1) >> 1) {
      const parent = (at - 1) >> 1
      if (!worse(heap[at] ?? 0, heap[parent] ?? 0)) return
      swap(at, parent)
    }
  }
  const sink = (): void => {
    for (let at = 0; ;) {
      let least = at
      const child = 2 * at + 1
      if (child < size && worse(heap[child] ?? 0, heap[least] ?? 0)) least = child
      if (child + 1 < size && worse(heap[child + 1] ?? 0, heap[least] ?? 0)) least = child + 1
      if (least === at) return
      swap(at, least)
      at = least
    }
  }
  // Postings stand by how often they hold the word: from behind, the best come early and nearly all others are passed over.
  let at = docs.length - 1
  for (; at >= 0 && size < limit; at--) {
    heap[size++] = docs[at] ?? 0
    rise(size - 1)
  }
  for (;;) {
    at = lastWith(keys[heap[0] ?? 0] ?? 0, keys, docs, at)
    if (at < 0) break
    const doc = docs[at--] ?? 0
    if (!worse(heap[0] ?? 0, doc)) continue
    heap[0] = doc
    sink()
  }
  return Array.from(heap.subarray(0, size)).sort((a, b) => (worse(a, b) ? 1 : -1))
}

/** Returns the place of the last document, up to a place, whose key is at least so high; −1 when there is none. */
function lastWith(
  least: number,
  keys: Float32Array | Int32Array,
  docs: Uint32Array,
  upTo: number
): number {
  let at = upTo
  while (at >= 0 && (keys[docs[at] ?? 0] ?? 0) < least) at--
  return at
}
