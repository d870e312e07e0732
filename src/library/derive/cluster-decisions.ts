import type { ClusterDecisions } from '../../core/overlap/cluster'
import type { Decision } from '../../shared/decision'

/** Returns what the reader decided about clusters, out of all decisions. */
export function clusterDecisions(decisions: readonly Decision[]): ClusterDecisions {
  const pairs = decisions.filter((decision) => decision.kind === 'cluster')
  const ofPairs = (together: boolean) =>
    pairs.filter((pair) => pair.together === together).map(({ a, b }) => [a, b] as const)
  return {
    together: ofPairs(true),
    apart: ofPairs(false),
    pinned: decisions
      .filter((d) => d.kind === 'pin')
      .filter((d) => d.pinned)
      .map((d) => d.article)
  }
}
