import { at } from '../at'
import type { Budget } from '../budget'
import { heaviestChain } from './chain'
import { buildGraph, type Edge } from './graph'
import { pairHeadlines } from './headlines'
import { isFree, pair, pointsBack, type Linking } from './linking'
import { areVersions, pairMoved } from './moves'
import type { Prepared } from './report'
import type { Vocabulary } from './vocabulary'
import { joinFeatures, massOf, sharedMass, weigh } from './similarity'

/** Neighbouring sentences of one report that say what neighbouring sentences of the other say. Ranges are half-open. */
export interface Link {
  readonly a: { readonly from: number; readonly to: number }
  readonly b: { readonly from: number; readonly to: number }
  readonly similarity: number
  /** Out of the order that both reports share. */
  readonly moved: boolean
}

/** Which sentences of two reports belong together. */
export interface Links {
  /** Ascending by `a`. No sentence stands in two links. */
  readonly links: readonly Link[]
  /** Equal formula sentences about different things; linked with nothing. */
  readonly scopes: readonly { readonly a: number; readonly b: number }[]
  readonly exhaustive: boolean
}

/** Similarity that pairs two sentences by itself. Lower pairs strangers, higher loses edits. Sections C3 and E of the study. */
const SURE = 0.34
/** Similarity that pairs two sentences whose neighbours are similar too, or that face each other in a gap. */
const LIKELY = 0.22
/** Share of the best alternative that a pair must reach on both sides. Lower lets chance pairs bend the order. */
const NEAR_BEST = 0.8
/** Share of a leftover sentence that must stand in the joined one, and least gain in similarity by joining. */
const JOIN_CONTAINED = 0.42
const JOIN_GAIN = 0.04
/** Most sentences on one side of a link. */
const MAX_JOINED = 4
/** Largest gap, in sentence pairs, in which every pair is compared; beyond it only likely partners are. Bounds time. */
const MAX_GAP_PAIRS = 16_000
/** What equal formula sentences weigh in the order of sentences, as a share: they must not bend it. */
const POINTER_FACTOR = 0.05

/**
 * Pairs the sentences of two reports: the heaviest chain of similar ones in common order, moved ones, rewritten ones in the
 * gaps between, then splits and merges.
 */
export function linkSentences(
  a: Prepared,
  b: Prepared,
  vocabulary: Vocabulary,
  budget: Budget
): Links {
  const graph = buildGraph(a, b, weigh(a, b, vocabulary), budget)
  const work: Linking = {
    a,
    b,
    graph,
    budget,
    partnerA: new Int32Array(a.units.length).fill(-1),
    partnerB: new Int32Array(b.units.length).fill(-1),
    similarity: new Float64Array(a.units.length),
    moved: new Uint8Array(a.units.length)
  }
  pairEnds(work)
  pairInOrder(work)
  const versions = areVersions(work)
  pairMoved(work, versions)
  const complete = pairInGaps(work)
  if (versions) pairHeadlines(work)
  const scopes = partScopes(work)
  return { links: joinLeftovers(work), scopes, exhaustive: graph.exhaustive && complete }
}

// ── the common order ──

/** Pairs the equal sentences at both ends. */
function pairEnds(work: Linking): void {
  const [left, right] = [work.a.units, work.b.units]
  const equal = (i: number, j: number) => left[i]?.wording === right[j]?.wording
  const most = Math.min(left.length, right.length)
  let head = 0
  for (; head < most && equal(head, head); head++) pair(work, head, head, 1, false)
  for (let tail = 1; tail <= most - head; tail++) {
    const [i, j] = [left.length - tail, right.length - tail]
    if (!equal(i, j)) return
    pair(work, i, j, 1, false)
  }
}

function pairInOrder(work: Linking): void {
  const { edges } = work.graph
  const bestA = new Float64Array(work.a.units.length)
  const bestB = new Float64Array(work.b.units.length)
  const known = new Set<number>()
  const width = work.b.units.length + 2
  for (const { a, b, similarity } of edges) {
    bestA[a] = Math.max(bestA[a] ?? 0, similarity)
    bestB[b] = Math.max(bestB[b] ?? 0, similarity)
    if (similarity >= LIKELY) known.add(a * width + b)
  }
  const backed = ({ a, b }: Edge) =>
    known.has((a - 1) * width + b - 1) || known.has((a + 1) * width + b + 1)
  const kept = edges.filter(
    (edge) =>
      (edge.similarity >= SURE || (edge.similarity >= LIKELY && backed(edge))) &&
      edge.similarity >= NEAR_BEST * (bestA[edge.a] ?? 0) &&
      edge.similarity >= NEAR_BEST * (bestB[edge.b] ?? 0)
  )
  const free = [...kept, ...uniqueEquals(work)].filter(({ a, b }) => isFree(work, a, b))
  const weighted = free.map((edge) => ({
    ...edge,
    weight: pointsBack(work.a, edge.a) ? edge.weight * POINTER_FACTOR : edge.weight
  }))
  for (const { a, b, similarity } of heaviestChain(weighted)) pair(work, a, b, similarity, false)
}

/** Sentences of common words only have no likely partners; equal ones that stand once on either side are still sure. */
function uniqueEquals({ a, b, graph }: Linking): Edge[] {
  const once = (units: Prepared['units']) => {
    const places = new Map<number, number>()
    for (const [index, { wording }] of units.entries())
      places.set(wording, places.has(wording) ? -1 : index)
    return places
  }
  const inB = once(b.units)
  const found: Edge[] = []
  for (const [wording, i] of once(a.units)) {
    const j = inB.get(wording)
    if (i < 0 || j === undefined || j < 0) continue
    found.push({ a: i, b: j, similarity: 1, weight: graph.massA[i] ?? 0 })
  }
  return found
}

// ── gaps ──

function pairInGaps(work: Linking): boolean {
  let complete = true
  let fromA = 0
  let fromB = 0
  const ends: [number, number][] = []
  for (let a = 0; a < work.partnerA.length; a++) {
    const b = work.partnerA[a] ?? -1
    if (b >= 0 && work.moved[a] === 0) ends.push([a, b])
  }
  ends.push([work.partnerA.length, work.partnerB.length])
  const edgesOf = Map.groupBy(work.graph.edges, ({ a }) => a)
  for (const [toA, toB] of ends) {
    if (!pairGap(work, fromA, toA, fromB, toB, edgesOf)) complete = false
    fromA = toA + 1
    fromB = toB + 1
  }
  return complete
}

function pairGap(
  work: Linking,
  fromA: number,
  toA: number,
  fromB: number,
  toB: number,
  edgesOf: ReadonlyMap<number, readonly Edge[]>
): boolean {
  const left = freeWithin(work.partnerA, fromA, toA)
  const right = freeWithin(work.partnerB, fromB, toB)
  if (left.length === 0 || right.length === 0) return true
  const small = left.length * right.length <= MAX_GAP_PAIRS
  const found: Edge[] = equalsInOrder(work, left, right)
  if (!small || !work.budget.spend(left.length * right.length * 16)) {
    const within = new Set(right)
    for (const a of left)
      found.push(...(edgesOf.get(a) ?? []).filter((e) => e.similarity >= LIKELY && within.has(e.b)))
  } else {
    for (const a of left)
      for (const b of right) {
        if (mostAlike(work, a, b) < LIKELY) continue
        const edge = compare(work, a, b)
        if (edge.similarity >= LIKELY) found.push(edge)
      }
  }
  for (const { a, b, similarity } of heaviestChain(found)) pair(work, a, b, similarity, false)
  return small
}

/** Lines that recur ("Share it") pair by their order within a gap. */
function equalsInOrder(work: Linking, left: readonly number[], right: readonly number[]): Edge[] {
  const places = Map.groupBy(right, (b) => at(work.b.units, b).wording)
  const used = new Map<number, number>()
  const found: Edge[] = []
  for (const a of left) {
    const { wording } = at(work.a.units, a)
    const turn = used.get(wording) ?? 0
    const b = places.get(wording)?.[turn]
    if (b === undefined) continue
    used.set(wording, turn + 1)
    found.push({ a, b, similarity: 1, weight: (work.graph.massA[a] ?? 0) + 0.01 })
  }
  return found
}

/** The similarity if the lighter sentence stood in the other as a whole. */
function mostAlike({ graph }: Linking, i: number, j: number): number {
  const [x, y] = [graph.massA[i] ?? 0, graph.massB[j] ?? 0]
  return Math.min(x, y) / Math.max(x, y, Number.MIN_VALUE)
}

function compare({ a, b, graph }: Linking, i: number, j: number): Edge {
  const weight = sharedMass(at(a.units, i).features, at(b.units, j).features, graph.similarity)
  const heavier = Math.max(graph.massA[i] ?? 0, graph.massB[j] ?? 0)
  return { a: i, b: j, weight, similarity: heavier === 0 ? 0 : weight / heavier }
}

/** Returns the sentences of a range that have no partner. */
function freeWithin(partners: Int32Array, from: number, to: number): number[] {
  const free: number[] = []
  for (let index = from; index < to; index++) if (partners[index] === -1) free.push(index)
  return free
}

// ── formula sentences ──

/** Unlinks equal formula sentences whose neighbours before them are not linked with each other. */
function partScopes(work: Linking): { a: number; b: number }[] {
  const scopes: { a: number; b: number }[] = []
  for (let a = 0; a < work.partnerA.length; a++) {
    const b = work.partnerA[a] ?? -1
    if (b < 0 || !pointsBack(work.a, a) || !pointsBack(work.b, b)) continue
    if (sameContext(work, a, b)) continue
    work.partnerA[a] = -1
    work.partnerB[b] = -1
    scopes.push({ a, b })
  }
  return [...scopes, ...equalPointers(work, scopes)]
}

/** Finds formula sentences that were never linked and stand word for word in the other report. */
function equalPointers(
  work: Linking,
  known: readonly { a: number; b: number }[]
): { a: number; b: number }[] {
  const taken = new Set(known.map(({ b }) => b))
  const found: { a: number; b: number }[] = []
  for (const [a, { wording }] of work.a.units.entries()) {
    if (work.partnerA[a] !== -1 || !pointsBack(work.a, a) || known.some((scope) => scope.a === a))
      continue
    const b = work.b.units.findIndex(
      (unit, index) => unit.wording === wording && work.partnerB[index] === -1 && !taken.has(index)
    )
    if (b < 0) continue
    taken.add(b)
    found.push({ a, b })
  }
  return found
}

/** How far back a formula sentence may point, in sentences. */
const REACH = 2

function sameContext(work: Linking, a: number, b: number): boolean {
  if (a === 0 && b === 0) return true
  for (let back = 1; back <= REACH; back++) {
    const partner = work.partnerA[a - back] ?? -1
    if (partner >= 0 && partner < b && partner >= b - REACH) return true
  }
  // A paragraph that goes on alike is one paragraph, whatever stands before it.
  const [next, follower] = [work.a.units[a + 1], work.b.units[b + 1]]
  return (
    next?.block === work.a.units[a]?.block &&
    follower?.block === work.b.units[b]?.block &&
    work.partnerA[a + 1] === b + 1
  )
}

// ── splits and merges ──

function joinLeftovers(work: Linking): Link[] {
  const links: Link[] = []
  for (let a = 0; a < work.partnerA.length; a++) {
    const b = work.partnerA[a] ?? -1
    if (b < 0) continue
    const link = {
      a: { from: a, to: a + 1 },
      b: { from: b, to: b + 1 },
      similarity: work.similarity[a] ?? 0,
      moved: work.moved[a] === 1
    }
    links.push(link)
  }
  return links.map((link) => grow(work, link))
}

function grow(work: Linking, link: Link): Link {
  let { a, b, similarity } = link
  const { partnerA, partnerB } = work
  for (;;) {
    // Most sentences have no neighbour without a partner.
    const isFreeA = partnerA[a.to] === -1 || partnerA[a.from - 1] === -1
    const isFreeB = partnerB[b.to] === -1 || partnerB[b.from - 1] === -1
    const best = isFreeA || isFreeB ? bestJoin(work, a, b, similarity + JOIN_GAIN) : undefined
    if (best === undefined) return { a, b, similarity, moved: link.moved }
    ;({ a, b, similarity } = best)
    const taken = best.side === 'a' ? partnerA : partnerB
    taken[best.joined] = best.side === 'a' ? b.from : a.from
  }
}

/** Returns the join with a neighbour that makes a link most similar, if one reaches `least`. */
function bestJoin(work: Linking, a: Range, b: Range, least: number): Join | undefined {
  const wider = [
    tryJoin(work, { from: a.from, to: a.to + 1 }, b, a.to, 'a'),
    tryJoin(work, { from: a.from - 1, to: a.to }, b, a.from - 1, 'a'),
    tryJoin(work, a, { from: b.from, to: b.to + 1 }, b.to, 'b'),
    tryJoin(work, a, { from: b.from - 1, to: b.to }, b.from - 1, 'b')
  ]
  let best: Join | undefined
  for (const join of wider)
    if (join !== undefined && join.similarity >= least)
      if (join.similarity > (best?.similarity ?? 0)) best = join
  return best
}

type Range = Link['a']

/** A link with a sentence more. */
interface Join extends Pick<Link, 'a' | 'b' | 'similarity'> {
  readonly joined: number
  readonly side: 'a' | 'b'
}

function tryJoin(
  work: Linking,
  a: Range,
  b: Range,
  joined: number,
  side: 'a' | 'b'
): Join | undefined {
  const own = side === 'a' ? work.a.units : work.b.units
  const partner = (side === 'a' ? work.partnerA : work.partnerB)[joined]
  const unit = own[joined]
  if (partner !== -1 || unit === undefined) return undefined
  // A link never reaches over the end of a paragraph.
  if (unit.block !== own[side === 'a' ? a.from : b.from]?.block) return undefined
  if (unit.block !== own[side === 'a' ? a.to - 1 : b.to - 1]?.block) return undefined
  if (a.to - a.from > MAX_JOINED || b.to - b.from > MAX_JOINED) return undefined
  const left = joinFeatures(work.a.units.slice(a.from, a.to))
  const right = joinFeatures(work.b.units.slice(b.from, b.to))
  const weights = work.graph.similarity
  const contained =
    sharedMass(unit.features, side === 'a' ? right : left, weights) / massOf(unit.features, weights)
  if (!(contained >= JOIN_CONTAINED)) return undefined
  const similarity =
    sharedMass(left, right, weights) /
    Math.max(massOf(left, weights), massOf(right, weights), Number.MIN_VALUE)
  return { a, b, similarity, joined, side }
}
