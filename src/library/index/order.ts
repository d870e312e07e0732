import { RERANK_DEPTH } from '../../core/search/rank'
import type { SearchRequest } from '../../shared/contract'
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
  const { articles, days } = documents
  const claims = tools.context.claimCount
  const key = (doc: number): number => {
    switch (sort) {
      case 'relevance':
        return set.scores[doc] ?? 0
      case 'newest':
        return days[doc] ?? 0
      case 'oldest':
        return -(days[doc] ?? 0)
      case 'claims':
        return claims?.(articles[doc] ?? 0) ?? 0
    }
  }
  const depth = sort === 'relevance' ? Math.max(limit, RERANK_DEPTH) : limit
  const best = highest(set.members(), depth, key, (doc) => articles[doc] ?? 0)
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

/** Returns the `limit` documents with the highest keys, highest first, ties by `tie` ascending. O(n log limit). */
function highest(
  docs: Uint32Array,
  limit: number,
  key: (doc: number) => number,
  tie: (doc: number) => number
): number[] {
  // A heap whose root is the worst that was kept.
  const heap: number[] = []
  const keys: number[] = []
  const worse = (a: number, b: number): boolean => {
    const apart = (keys[a] ?? 0) - (keys[b] ?? 0)
    return apart !== 0 ? apart < 0 : tie(heap[a] ?? 0) > tie(heap[b] ?? 0)
  }
  const swap = (a: number, b: number): void => {
    ;[heap[a], heap[b]] = [heap[b] ?? 0, heap[a] ?? 0]
    ;[keys[a], keys[b]] = [keys[b] ?? 0, keys[a] ?? 0]
  }
  const sink = (): void => {
    let at = 0
    for (;;) {
      let least = at
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < heap.length && worse(child, least)) least = child
      }
      if (least === at) return
      swap(at, least)
      at = least
    }
  }
  for (const doc of docs) {
    const value = key(doc)
    if (heap.length < limit) {
      heap.push(doc)
      keys.push(value)
      for (let at = heap.length - 1; at > 0 && worse(at, (at - 1) >> 1); at = (at - 1) >> 1) {
        swap(at, (at - 1) >> 1)
      }
    } else if (
      limit > 0 &&
      (value > (keys[0] ?? 0) || (value === keys[0] && tie(doc) < tie(heap[0] ?? 0)))
    ) {
      heap[0] = doc
      keys[0] = value
      sink()
    }
  }
  const order = heap.map((doc, i) => ({ doc, key: keys[i] ?? 0 }))
  order.sort((a, b) => b.key - a.key || tie(a.doc) - tie(b.doc))
  return order.map(({ doc }) => doc)
}
