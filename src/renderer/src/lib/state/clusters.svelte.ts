import type { ArticleId } from '../../../../core/article/article'
import type { Decision } from '../../../../shared/decision'
import type { ClusterPage } from '../../../../shared/shapes'
import type { Api } from '../api'
import type { DecisionsState } from './decisions.svelte'
import { CARDS, GrowingRows } from './rows.svelte'

export type ClusterRow = ClusterPage['rows'][number]
type Pair = Extract<Decision, { kind: 'cluster' }>

/** Clusters and what the reader does with them: every change is one step of undo, and outlives a rebuild. */
export class ClustersState {
  readonly list: GrowingRows<ClusterRow>
  /** Articles that were chosen, to be taken out of their cluster. */
  chosen = $state.raw<ReadonlySet<ArticleId>>(new Set())
  /** Cluster that another one is to be joined with. */
  joining = $state.raw<ClusterRow>()
  readonly #decisions: Pick<DecisionsState, 'decide' | 'ofKind'>

  constructor(api: Pick<Api, 'clusters'>, decisions: Pick<DecisionsState, 'decide' | 'ofKind'>) {
    this.list = new GrowingRows((page) => api.clusters(page), CARDS)
    this.#decisions = decisions
  }

  toggle(id: ArticleId): void {
    const next = new Set(this.chosen)
    if (!next.delete(id)) next.add(id)
    this.chosen = next
  }

  /** Chosen members of a cluster. */
  chosenOf({ members }: ClusterRow): ArticleId[] {
    return members.map(({ id }) => id).filter((id) => this.chosen.has(id))
  }

  /** Takes members out; several stay together as a cluster of their own. */
  async split(row: ClusterRow, out: readonly ArticleId[]): Promise<void> {
    const rest = row.members.map(({ id }) => id).filter((id) => !out.includes(id))
    const decided = await this.#decisions.ofKind('cluster')
    await this.#decisions.decide(...splitting(out, rest, decided))
    this.chosen = new Set([...this.chosen].filter((id) => !out.includes(id)))
  }

  /** Makes one cluster of two. */
  async join(one: ClusterRow, other: ClusterRow): Promise<void> {
    const parted = await this.#decisions.ofKind('cluster')
    const idsOf = (row: ClusterRow) => row.members.map(({ id }) => id)
    await this.#decisions.decide(...joining(idsOf(one), idsOf(other), parted))
    this.joining = undefined
  }

  /** Pins a cluster before the others, or lets it go. */
  async pin({ cluster, pinned }: ClusterRow): Promise<void> {
    const articles = pinned.length > 0 ? pinned : [cluster.longest]
    await this.#decisions.decide(
      ...articles.map((article) => ({
        kind: 'pin' as const,
        article,
        pinned: pinned.length === 0
      }))
    )
  }
}

/**
 * The decisions that part two groups: those taken out are held together first, so that each of the rest need be parted from one of
 * them only. Pairs of the two groups that were put together before are parted too.
 */
export function splitting(
  out: readonly ArticleId[],
  rest: readonly ArticleId[],
  decided: readonly Pair[]
): Pair[] {
  const [first] = out
  if (first === undefined) return []
  const across = ({ a, b }: Pair) =>
    (out.includes(a) && rest.includes(b)) || (out.includes(b) && rest.includes(a))
  const joined = decided.filter((pair) => pair.together && across(pair))
  return [
    ...joined.map((pair) => ({ ...pair, together: false })),
    ...chain(out),
    ...rest.map((id): Pair => ({ kind: 'cluster', a: first, b: id, together: false }))
  ]
}

/** The decisions that make one group of two, pairs that were parted before included. */
export function joining(
  one: readonly ArticleId[],
  other: readonly ArticleId[],
  decided: readonly Pair[]
): Pair[] {
  const all = new Set([...one, ...other])
  const parted = decided.filter(({ a, b, together }) => !together && all.has(a) && all.has(b))
  return [...parted.map((pair) => ({ ...pair, together: true })), ...chain([...all])]
}

/** Each with the next one: enough to hold them together. */
function chain(ids: readonly ArticleId[]): Pair[] {
  return ids
    .slice(1)
    .map((id, i): Pair => ({ kind: 'cluster', a: ids[i] ?? id, b: id, together: true }))
}
