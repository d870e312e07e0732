import type { Match } from './myers'

/** Tables that are filled anew at every call: to ask for fresh ones would take longer than to fill them. */
let total = new Float64Array(1 << 13)
let ending = new Float64Array(1 << 13)

/** Sets so many places of both tables to 0. */
function clearTables(size: number): void {
  if (size > total.length) {
    total = new Float64Array(size)
    ending = new Float64Array(size)
  }
  total.fill(0, 0, size)
  ending.fill(0, 0, size)
}

/** What two equal tokens in a row are worth beyond themselves, in words. Higher keeps runs together at the cost of single words. */
const RUN_BONUS = 0.4

/**
 * Returns the common subsequence of greatest worth: content words count more than function words and signs, runs more than
 * scattered tokens. O(n · m) time and space; for short sequences.
 *
 * @param worth - of each token of `a`, > 0
 */
export function heaviestSubsequence(a: Int32Array, b: Int32Array, worth: Float64Array): Match[] {
  if (a.length === 0 || b.length === 0) return []
  const width = b.length + 1
  // `ending`: worth of the best alignment that ends with a match here, to know whether a run goes on.
  clearTables((a.length + 1) * width)
  for (let i = 1; i <= a.length; i++) {
    const own = a[i - 1]
    const row = i * width
    // Not `Math.max`, and what is left of here is not read again: this is the innermost work of a comparison.
    let most = 0
    for (let j = 1; j <= b.length; j++) {
      const here = row + j
      const above = total[here - width] ?? 0
      if (above > most) most = above
      if (own === b[j - 1]) {
        const diagonal = here - width - 1
        const run = ending[diagonal] ?? 0
        const matched =
          (worth[i - 1] ?? 1) + Math.max(total[diagonal] ?? 0, run > 0 ? run + RUN_BONUS : 0)
        ending[here] = matched
        if (matched > most) most = matched
      }
      total[here] = most
    }
  }
  return trace(a.length, b.length, width)
}

function trace(endA: number, endB: number, width: number): Match[] {
  const matches: Match[] = []
  let i = endA
  let j = endB
  let inRun = false
  while (i > 0 && j > 0) {
    const here = i * width + j
    const end = ending[here] ?? 0
    if (end > 0 && (inRun || end >= (total[here] ?? 0))) {
      matches.push([i - 1, j - 1])
      const diagonal = here - width - 1
      const run = ending[diagonal] ?? 0
      inRun = run > 0 && run + RUN_BONUS >= (total[diagonal] ?? 0)
      i--
      j--
      continue
    }
    inRun = false
    if ((total[here - width] ?? 0) >= (total[here - 1] ?? 0)) i--
    else j--
  }
  return matches.reverse()
}
