import type { Budget } from '../budget'

/** Positions of both sequences that are the same, ascending on both sides. */
export type Match = readonly [a: number, b: number]

/**
 * Returns a longest common subsequence of two lists of numbers, or a shorter one when the budget ends.
 *
 * Linear space, O((n + m) · d) time, d being the number of differences.
 * Source: Myers, "An O(ND) difference algorithm and its variations", Algorithmica 1986, section 4b.
 */
export function commonSubsequence(a: Int32Array, b: Int32Array, budget: Budget): Match[] {
  const found: Match[] = []
  // An own stack: depth of recursion depends on the input.
  const stack: [number, number, number, number][] = [[0, a.length, 0, b.length]]
  const size = 2 * (a.length + b.length) + 4
  const forward = new Int32Array(size)
  const backward = new Int32Array(size)
  while (stack.length > 0) {
    const box = stack.pop()
    if (box === undefined) break
    let [fromA, toA, fromB, toB] = box
    for (; fromA < toA && fromB < toB && a[fromA] === b[fromB]; fromA++, fromB++)
      found.push([fromA, fromB])
    for (; fromA < toA && fromB < toB && a[toA - 1] === b[toB - 1]; toA--, toB--)
      found.push([toA - 1, toB - 1])
    if (fromA === toA || fromB === toB) continue
    const middle = middleOf(a, b, [fromA, toA, fromB, toB], forward, backward, budget)
    if (middle === undefined) continue
    const [midA, midB] = middle
    stack.push([fromA, midA, fromB, midB], [midA, toA, midB, toB])
  }
  return found.sort((x, y) => x[0] - y[0])
}

/** Finds a point that a shortest edit script passes; undefined when the budget ends or nothing is common. */
function middleOf(
  a: Int32Array,
  b: Int32Array,
  [fromA, toA, fromB, toB]: readonly [number, number, number, number],
  forward: Int32Array,
  backward: Int32Array,
  budget: Budget
): readonly [number, number] | undefined {
  const n = toA - fromA
  const m = toB - fromB
  const delta = n - m
  const odd = (delta & 1) !== 0
  const zero = n + m + 1
  forward[zero + 1] = 0
  backward[zero + 1] = 0
  for (let d = 0; d <= (n + m + 1) >> 1; d++) {
    if (!budget.spend(2 * d + 1)) return undefined
    for (let k = -d; k <= d; k += 2) {
      const down =
        k === -d || (k !== d && (forward[zero + k - 1] ?? 0) < (forward[zero + k + 1] ?? 0))
      let x = down ? (forward[zero + k + 1] ?? 0) : (forward[zero + k - 1] ?? 0) + 1
      let y = x - k
      while (x < n && y < m && a[fromA + x] === b[fromB + y]) {
        x++
        y++
      }
      forward[zero + k] = x
      const back = delta - k
      if (odd && back >= -(d - 1) && back <= d - 1 && x + (backward[zero + back] ?? 0) >= n)
        return inside(fromA + x, fromB + y, fromA, toA, fromB, toB)
    }
    for (let k = -d; k <= d; k += 2) {
      const down =
        k === -d || (k !== d && (backward[zero + k - 1] ?? 0) < (backward[zero + k + 1] ?? 0))
      let x = down ? (backward[zero + k + 1] ?? 0) : (backward[zero + k - 1] ?? 0) + 1
      let y = x - k
      while (x < n && y < m && a[toA - 1 - x] === b[toB - 1 - y]) {
        x++
        y++
      }
      backward[zero + k] = x
      const ahead = delta - k
      if (!odd && ahead >= -d && ahead <= d && x + (forward[zero + ahead] ?? 0) >= n)
        return inside(toA - x, toB - y, fromA, toA, fromB, toB)
    }
  }
  return undefined
}

/** A corner of the box would not make it smaller: then nothing is common in it. */
function inside(
  x: number,
  y: number,
  fromA: number,
  toA: number,
  fromB: number,
  toB: number
): readonly [number, number] | undefined {
  const corner = (x <= fromA && y <= fromB) || (x >= toA && y >= toB)
  return corner || x < fromA || x > toA || y < fromB || y > toB ? undefined : [x, y]
}
