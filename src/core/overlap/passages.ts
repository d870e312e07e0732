import { Scratch } from './scratch'
import { SHINGLE_WORDS, shingleHashes } from './shingle'

/** A run of words in both texts that is equal or edited. Half-open word indexes. */
export interface WordPassage {
  readonly fromA: number
  readonly toA: number
  readonly fromB: number
  readonly toB: number
  /** Words that are equal, by their indexes, ascending: the nth of `inA` is the nth of `inB`. */
  readonly inA: readonly number[]
  readonly inB: readonly number[]
}

/** Most words that may be changed between two equal runs of one passage. Higher glues neighbours together. Study section E. */
const MAX_GAP = 24
/** Places of one shingle that are tried in the other text; a refrain repeats more often and says nothing. */
const MAX_PLACES = 8
/** Extension into edited words: what an equal word brings, what another costs, how far the score may fall, how far it may drift. */
const EQUAL = 2
const UNEQUAL = 2
const DROP = 12
const BAND = 12
/** Share of a run that may already belong to a better passage. */
const MAX_TAKEN = 0.5

/** The shingles of a text with the places where they stand. */
export interface ShingleIndex {
  /** One per word that a shingle begins with. */
  readonly hashes: Uint32Array
  /** By the lower bits of a hash: its first place, plus one; 0 for none. A power of two long. */
  readonly heads: Uint32Array
  /** Next place of the same bits, plus one. */
  readonly next: Uint32Array
}

/** Memory for a `ShingleIndex`. */
export class ShingleMemory {
  readonly heads = new Scratch()
  readonly next = new Scratch()
}

/**
 * Indexes the shingles of a text by their hashes, one per word that a shingle begins with. O(words).
 *
 * @param into - memory for the index, when it is needed for a moment only
 */
export function indexShingles(hashes: Uint32Array, into?: ShingleMemory): ShingleIndex {
  let size = 16
  while (size < hashes.length * 2) size *= 2
  const heads = into?.heads.numbers(size).fill(0) ?? new Uint32Array(size)
  const next = into?.next.numbers(hashes.length) ?? new Uint32Array(hashes.length)
  for (let place = hashes.length - 1; place >= 0; place--) {
    const bucket = (hashes[place] ?? 0) & (size - 1)
    next[place] = heads[bucket] ?? 0
    heads[bucket] = place + 1
  }
  return { hashes, heads, next }
}

/** Says whether a text has a shingle. */
export function hasShingle({ hashes, heads, next }: ShingleIndex, hash: number): boolean {
  for (let link = heads[hash & (heads.length - 1)] ?? 0; link > 0; link = next[link - 1] ?? 0)
    if (hashes[link - 1] === hash) return true
  return false
}

/** Equal words while they are collected. */
interface Matches {
  readonly inA: number[]
  readonly inB: number[]
}

interface Run {
  readonly a: number
  readonly b: number
  readonly length: number
}

/**
 * Returns the passages that both texts share, in the order of `a`: equal runs of at least a shingle, joined over small gaps
 * and extended into edited words at both ends. Every word belongs to one passage at most.
 *
 * @param a - word hashes of one text
 * @param b - word hashes of the other
 * @param shingles - of `a`, and those of `b` indexed, for texts that are compared with several others
 * Source: seed and extend as in passim; X-drop after Zhang, Schwartz, Wagner & Miller, "A greedy algorithm for aligning DNA", 2000.
 */
export function sharedPassages(
  a: Uint32Array,
  b: Uint32Array,
  { ofA, inB }: { readonly ofA: Uint32Array; readonly inB: ShingleIndex } = {
    ofA: shingleHashes(a),
    inB: indexShingles(shingleHashes(b))
  }
): WordPassage[] {
  const equal = equalRuns(a, b, ofA, inB)
  if (equal.length === 0) return []
  const texts = { a, b, takenA: TAKEN_A.zeros(a.length), takenB: TAKEN_B.zeros(b.length) }
  const runs = selectRuns(equal, texts)
  return joinRuns(runs).map((chain) => toPassage(texts, chain))
}

/** Flags that are used again and again: most pairs that are compared have hardly anything in common. */
class Flags {
  #memory = new Uint8Array(1 << 12)

  /** Returns at least so many flags, all 0. */
  zeros(count: number): Uint8Array {
    if (count > this.#memory.length) this.#memory = new Uint8Array(count * 2)
    return this.#memory.fill(0, 0, count)
  }
}

const TAKEN_A = new Flags()
const TAKEN_B = new Flags()

/** Both texts, and which of their words already belong to a passage. */
interface Texts {
  readonly a: Uint32Array
  readonly b: Uint32Array
  readonly takenA: Uint8Array
  readonly takenB: Uint8Array
}

function equalRuns(a: Uint32Array, b: Uint32Array, ofA: Uint32Array, inB: ShingleIndex): Run[] {
  const runs: Run[] = []
  // Per diagonal, where the last run ended: its inner shingles are no runs of their own.
  const covered = new Map<number, number>()
  const mask = inB.heads.length - 1
  for (let start = 0; start < ofA.length; start++) {
    const hash = ofA[start] ?? 0
    let tried = 0
    for (let link = inB.heads[hash & mask] ?? 0; link > 0 && tried < MAX_PLACES;) {
      const place = link - 1
      link = inB.next[place] ?? 0
      if (inB.hashes[place] !== hash) continue
      tried++
      const diagonal = start - place
      if ((covered.get(diagonal) ?? 0) > start) continue
      let length = 0
      while (
        start + length < a.length &&
        place + length < b.length &&
        a[start + length] === b[place + length]
      )
        length++
      if (length < SHINGLE_WORDS) continue
      covered.set(diagonal, start + length)
      runs.push({ a: start, b: place, length })
    }
  }
  return runs
}

/** Takes the longest runs first, so that no word is used twice; what overlaps a little is cut. */
function selectRuns(runs: readonly Run[], { takenA, takenB }: Texts): Run[] {
  const selected: Run[] = []
  for (const run of runs.toSorted((x, y) => y.length - x.length || x.a - y.a || x.b - y.b)) {
    let { a, b, length } = run
    while (length > 0 && (takenA[a] === 1 || takenB[b] === 1)) {
      a++
      b++
      length--
    }
    while (length > 0 && (takenA[a + length - 1] === 1 || takenB[b + length - 1] === 1)) length--
    if (length < SHINGLE_WORDS || length < run.length * MAX_TAKEN) continue
    takenA.fill(1, a, a + length)
    takenB.fill(1, b, b + length)
    selected.push({ a, b, length })
  }
  return selected.sort((x, y) => x.a - y.a)
}

function joinRuns(runs: readonly Run[]): Run[][] {
  const chains: Run[][] = []
  for (const run of runs) {
    // The chain whose end is nearest in front of the run, on both sides.
    const nearest = chains
      .slice(-MAX_PLACES)
      .map((chain) => ({ chain, gap: gapAfter(chain.at(-1), run) }))
      .filter(({ gap }) => gap <= MAX_GAP)
      .sort((x, y) => x.gap - y.gap)[0]
    if (nearest === undefined) chains.push([run])
    else nearest.chain.push(run)
  }
  return chains
}

function gapAfter(last: Run | undefined, next: Run): number {
  if (last === undefined) return Infinity
  const gapA = next.a - last.a - last.length
  const gapB = next.b - last.b - last.length
  return gapA < 0 || gapB < 0 ? Infinity : Math.max(gapA, gapB)
}

function toPassage(texts: Texts, chain: readonly Run[]): WordPassage {
  const first = chain[0] ?? { a: 0, b: 0, length: 0 }
  const head = extend(texts, first.a - 1, first.b - 1, -1)
  const matches: Matches = { inA: head.inA.reverse(), inB: head.inB.reverse() }
  let endA = first.a
  let endB = first.b
  for (const run of chain) {
    equalBetween(texts, { fromA: endA, toA: run.a, fromB: endB, toB: run.b }, matches)
    endA = run.a + run.length
    endB = run.b + run.length
    for (let place = run.a; place < endA; place++) matches.inA.push(place)
    for (let place = run.b; place < endB; place++) matches.inB.push(place)
  }
  const { inA, inB } = extend(texts, endA, endB, 1)
  for (const place of inA) matches.inA.push(place)
  for (const place of inB) matches.inB.push(place)
  return {
    fromA: matches.inA[0] ?? 0,
    toA: (matches.inA.at(-1) ?? 0) + 1,
    fromB: matches.inB[0] ?? 0,
    toB: (matches.inB.at(-1) ?? 0) + 1,
    ...matches
  }
}

/** Says whether two words are equal and belong to no passage yet. */
function isFreeMatch({ a, b, takenA, takenB }: Texts, i: number, j: number): boolean {
  return a[i] === b[j] && takenA[i] === 0 && takenB[j] === 0
}

/** Longest common subsequence of a gap of at most `MAX_GAP` words. */
function equalBetween(
  texts: Texts,
  { fromA, toA, fromB, toB }: Omit<WordPassage, keyof Matches>,
  matches: Matches
): void {
  const n = toA - fromA
  const m = toB - fromB
  if (n <= 0 || m <= 0) return
  const width = m + 1
  const table = new Uint8Array((n + 1) * width)
  for (let i = n - 1; i >= 0; i--)
    for (let j = m - 1; j >= 0; j--)
      table[i * width + j] = isFreeMatch(texts, fromA + i, fromB + j)
        ? (table[(i + 1) * width + j + 1] ?? 0) + 1
        : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0)
  let i = 0
  let j = 0
  while (i < n && j < m) {
    if (isFreeMatch(texts, fromA + i, fromB + j)) {
      matches.inA.push(fromA + i)
      matches.inB.push(fromB + j)
      take(texts, fromA + i++, fromB + j++)
    } else if ((table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0)) i++
    else j++
  }
}

function take({ takenA, takenB }: Texts, i: number, j: number): void {
  takenA[i] = 1
  takenB[j] = 1
}

/** Goes on from the end of a run into edited words for as long as enough of them are equal. Nearest match first. */
function extend(texts: Texts, fromA: number, fromB: number, step: 1 | -1): Matches {
  const matches: Matches = { inA: [], inB: [] }
  let kept = 0
  let score = 0
  let best = 0
  let i = fromA
  let j = fromB
  while (score > best - DROP) {
    // Words that are further away bring the score so low that nothing beyond them is kept.
    const most = Math.ceil((score - best + DROP + EQUAL) / UNEQUAL) - 1
    const skipped = nextEqual(texts, { i, j }, step, Math.min(BAND, most))
    if (skipped < 0) break
    const [skippedA, skippedB] = [skipped >> SKIP_BITS, skipped & SKIP_MASK]
    score += EQUAL - UNEQUAL * Math.max(skippedA, skippedB)
    i += skippedA * step
    j += skippedB * step
    matches.inA.push(i)
    matches.inB.push(j)
    i += step
    j += step
    if (score > best) {
      best = score
      kept = matches.inA.length
    }
  }
  matches.inA.length = kept
  matches.inB.length = kept
  for (const [index, place] of matches.inA.entries()) take(texts, place, matches.inB[index] ?? 0)
  return matches
}

/** Bits of a number of words that are skipped: enough for `BAND`. */
const SKIP_BITS = 8
const SKIP_MASK = (1 << SKIP_BITS) - 1

/** Finds the equal words that skip the fewest others, up to `most`. Returns the words to skip in `a` and, in the lower bits, in `b`; or -1. */
function nextEqual(
  texts: Texts,
  { i, j }: { readonly i: number; readonly j: number },
  step: 1 | -1,
  most: number
): number {
  const { a, b } = texts
  // Words that are left on either side.
  const leftA = step === 1 ? a.length - i : i + 1
  const leftB = step === 1 ? b.length - j : j + 1
  if (leftA <= 0 || leftB <= 0) return -1
  for (let skip = 0; skip <= most; skip++)
    for (let other = skip; other >= 0; other--) {
      if (skip < leftA && other < leftB && isFreeMatch(texts, i + skip * step, j + other * step))
        return (skip << SKIP_BITS) | other
      if (other < leftA && skip < leftB && isFreeMatch(texts, i + other * step, j + skip * step))
        return (other << SKIP_BITS) | skip
    }
  return -1
}
