/** A possible pairing of position `a` in one sequence with `b` in another, and what it is worth. */
export interface Candidate {
  readonly a: number
  readonly b: number
  readonly weight: number
}

/**
 * Returns the heaviest set of candidates that ascends strictly on both sides, in order.
 *
 * On equal weight the earlier candidate wins. O(n log n) with a prefix-maximum tree over `b`.
 * Source: Fenwick, "A new data structure for cumulative frequency tables", 1994; heaviest increasing subsequence.
 */
export function heaviestChain<T extends Candidate>(candidates: readonly T[]): T[] {
  // Equal `a` goes by falling `b`, so that a candidate never extends one of its own row.
  const ordered = candidates.toSorted((x, y) => x.a - y.a || y.b - x.b)
  const width = ordered.reduce((most, { b }) => Math.max(most, b + 1), 0)
  const best = new Float64Array(width + 1)
  const holder = new Int32Array(width + 1).fill(-1)
  const before = new Int32Array(ordered.length)
  let end = -1
  let top = 0

  for (const [index, { b, weight }] of ordered.entries()) {
    let sum = 0
    let previous = -1
    for (let node = b; node > 0; node -= node & -node) {
      if ((best[node] ?? 0) > sum) {
        sum = best[node] ?? 0
        previous = holder[node] ?? -1
      }
    }
    before[index] = previous
    const total = sum + weight
    if (total > top) {
      top = total
      end = index
    }
    for (let node = b + 1; node <= width; node += node & -node) {
      if ((best[node] ?? 0) >= total) continue
      best[node] = total
      holder[node] = index
    }
  }

  const chain: T[] = []
  for (let index = end; index >= 0; index = before[index] ?? -1) {
    const candidate = ordered[index]
    if (candidate !== undefined) chain.push(candidate)
  }
  return chain.reverse()
}
