import type { Edge } from './graph'
import { isFree, pair, pointsBack, type Linking } from './linking'

/** Similarity that pairs two sentences out of order by itself. */
const MOVED = 0.45
/**
 * Out of order below that: least similarity, lead over the runner-up on both sides, least shared weight, and similarity from which
 * another partner is a rival. Lower finds heavily edited moves and pairs sentences that share no more than a name.
 */
const MOVED_ELSEWHERE = { least: 0.24, lead: 1.8, mass: 20, rival: 0.2 }
/** The same between versions of one text, where a sentence without a partner most likely has one. From planted versions. */
const MOVED_IN_VERSIONS = { least: 0.18, lead: 1.6, mass: 12, rival: 0 }
/** Share of the shorter report's sentences that stand in common order from which both are versions of one text. */
const VERSIONS = 0.4

/** Pairs sentences that stand out of the common order: very similar ones, and those that no other partner comes near to. */
export function pairMoved(work: Linking, versions: boolean): void {
  const rules = versions ? MOVED_IN_VERSIONS : MOVED_ELSEWHERE
  const free = work.graph.edges.filter(({ a, b }) => isFree(work, a, b))
  const rivals = work.graph.edges.filter(({ similarity }) => similarity >= rules.rival)
  const runnersA = runnersUp(rivals, (edge) => edge.a)
  const runnersB = runnersUp(rivals, (edge) => edge.b)
  const byWeight = free.toSorted((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b)
  for (const edge of byWeight) {
    if (edge.similarity >= MOVED && !pointsBack(work.a, edge.a) && isFree(work, edge.a, edge.b))
      pair(work, edge.a, edge.b, edge.similarity, true)
  }
  for (const edge of byWeight) {
    if (edge.similarity < rules.least || edge.weight < rules.mass) continue
    const lead = rules.lead * Math.max(runnersA(edge), runnersB(edge))
    if (edge.similarity >= lead && isFree(work, edge.a, edge.b))
      pair(work, edge.a, edge.b, edge.similarity, true)
  }
}

/** Says whether most of either report stands in the other in one order. Asked before gaps are filled. */
export function areVersions({ partnerA, partnerB, moved }: Linking): boolean {
  let inOrder = 0
  for (let a = 0; a < partnerA.length; a++)
    if ((partnerA[a] ?? -1) >= 0 && moved[a] === 0) inOrder++
  return inOrder >= VERSIONS * Math.min(partnerA.length, partnerB.length)
}

/** Returns a function that tells the best similarity of any other edge at the same place. */
function runnersUp(edges: readonly Edge[], place: (edge: Edge) => number): (edge: Edge) => number {
  const top = new Map<number, { first: Edge; second: number }>()
  for (const edge of edges) {
    const known = top.get(place(edge))
    if (known === undefined) top.set(place(edge), { first: edge, second: 0 })
    else if (edge.similarity > known.first.similarity) {
      known.second = known.first.similarity
      known.first = edge
    } else known.second = Math.max(known.second, edge.similarity)
  }
  return (edge) => {
    const known = top.get(place(edge))
    if (known === undefined) return 0
    return known.first === edge ? known.second : known.first.similarity
  }
}
