import type { ArticleId } from '../article/article'
import type { Cluster, Overlap } from './model'

/** What is known of an article when clusters are laid out. */
export interface Member {
  readonly id: ArticleId
  /** ISO 8601, or undefined. */
  readonly published: string | undefined
  readonly words: number
}

/** What a reader decided on clusters. */
export interface ClusterDecisions {
  readonly together: readonly (readonly [ArticleId, ArticleId])[]
  readonly apart: readonly (readonly [ArticleId, ArticleId])[]
  readonly pinned: readonly ArticleId[]
}

/** Share of the pairs between two groups that must be linked before an event link joins them. Lower chains sagas into one. */
const EVENT_LINKED = 0.34

type Link = Pick<Overlap, 'a' | 'b' | 'kind' | 'containmentA' | 'containmentB' | 'cosine'>

/**
 * Groups articles by their links: copies and versions first, then reports of one event. An article is in one cluster at most;
 * what a reader put together or apart stays so. Pinned clusters come first, then the largest.
 */
export function clusterArticles(
  links: readonly Link[],
  members: (id: ArticleId) => Member | undefined,
  decisions: ClusterDecisions
): Cluster[] {
  const groups = new Groups(decisions.apart)
  for (const [a, b] of decisions.together) groups.join(a, b)
  const texts = links.filter(({ kind }) => kind === 'same-text' || kind === 'version')
  const events = links.filter(({ kind }) => kind === 'same-event' || kind === 'shared-passages')
  for (const link of texts.toSorted(byStrength)) groups.join(link.a, link.b)
  const textOf = groups.snapshot()
  joinEvents(groups, events.toSorted(byStrength))

  const pinned = new Set(decisions.pinned)
  const edges = neighboursOf([...texts, ...events], decisions.together)
  return groups
    .all()
    .map((ids) => toCluster(ids, members, edges, textOf))
    .filter((cluster) => cluster !== undefined)
    .sort(
      (x, y) =>
        Number(y.members.some((id) => pinned.has(id))) -
          Number(x.members.some((id) => pinned.has(id))) ||
        y.members.length - x.members.length ||
        x.id - y.id
    )
}

const strength = (link: Link): number =>
  Math.max(link.containmentA, link.containmentB) + link.cosine
const byStrength = (x: Link, y: Link): number => strength(y) - strength(x) || x.a - y.a || x.b - y.b

/** Sets of articles that grow by joining, except where a reader parted two of them. */
class Groups {
  readonly #groupOf = new Map<ArticleId, Set<ArticleId>>()
  readonly #apart = new Map<ArticleId, Set<ArticleId>>()

  constructor(apart: ClusterDecisions['apart']) {
    for (const [a, b] of apart) {
      this.#apart.set(a, (this.#apart.get(a) ?? new Set()).add(b))
      this.#apart.set(b, (this.#apart.get(b) ?? new Set()).add(a))
    }
  }

  of(id: ArticleId): ReadonlySet<ArticleId> {
    return this.#groupOf.get(id) ?? new Set([id])
  }

  join(a: ArticleId, b: ArticleId): void {
    const left = this.of(a)
    const right = this.of(b)
    if (left.has(b)) return
    for (const id of left)
      for (const parted of this.#apart.get(id) ?? []) if (right.has(parted)) return
    const joined = new Set([...left, ...right])
    for (const id of joined) this.#groupOf.set(id, joined)
  }

  all(): ArticleId[][] {
    return [...new Set(this.#groupOf.values())].map((group) => [...group])
  }

  /** Returns a number per article; equal numbers mean one group now. */
  snapshot(): Map<ArticleId, number> {
    return new Map([...this.#groupOf].map(([id, group]) => [id, Math.min(...group)]))
  }
}

function joinEvents(groups: Groups, links: readonly Link[]): void {
  const linked = new Set(links.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]))
  for (const { a, b } of links) {
    const left = groups.of(a)
    const right = groups.of(b)
    if (left.has(b)) continue
    let count = 0
    for (const x of left) for (const y of right) if (linked.has(`${x} ${y}`)) count++
    if (count >= EVENT_LINKED * left.size * right.size) groups.join(a, b)
  }
}

type Edges = ReadonlyMap<ArticleId, ReadonlySet<ArticleId>>

function neighboursOf(links: readonly Link[], together: ClusterDecisions['together']): Edges {
  const edges = new Map<ArticleId, Set<ArticleId>>()
  const add = (a: ArticleId, b: ArticleId) => edges.set(a, (edges.get(a) ?? new Set()).add(b))
  for (const [a, b] of [...links.map((link) => [link.a, link.b] as const), ...together]) {
    add(a, b)
    add(b, a)
  }
  return edges
}

function toCluster(
  ids: readonly ArticleId[],
  members: (id: ArticleId) => Member | undefined,
  edges: Edges,
  textOf: ReadonlyMap<ArticleId, number>
): Cluster | undefined {
  const known = ids.map(members).filter((member) => member !== undefined)
  const [first] = known
  if (first === undefined || known.length < 2) return undefined
  const inTime = known.toSorted((x, y) => compareDates(x.published, y.published) || x.id - y.id)
  const texts = new Set(known.map(({ id }) => textOf.get(id) ?? id)).size
  const longest = known.reduce(
    (x, y) => (y.words > x.words || (y.words === x.words && y.id < x.id) ? y : x),
    first
  )
  const hub = hubOf(
    known.map(({ id }) => id),
    edges
  )
  return {
    id: Math.min(...known.map(({ id }) => id)),
    kind: texts === 1 ? 'text' : 'event',
    members: inTime.map(({ id }) => id),
    longest: longest.id,
    distinctTexts: texts,
    ...(hub !== undefined && { hub })
  }
}

function compareDates(x: string | undefined, y: string | undefined): number {
  if (x === y) return 0
  if (x === undefined) return 1
  if (y === undefined) return -1
  return x < y ? -1 : 1
}

/** Returns the article without which the others fall apart, the most linked one when there are several. */
function hubOf(ids: readonly ArticleId[], edges: Edges): ArticleId | undefined {
  if (ids.length < 3) return undefined
  const degree = (id: ArticleId) => edges.get(id)?.size ?? 0
  return ids
    .toSorted((x, y) => degree(y) - degree(x) || x - y)
    .slice(0, MAX_HUB_TRIES)
    .find(
      (id) =>
        !hangsTogether(
          ids.filter((other) => other !== id),
          edges
        )
    )
}

/** Articles tried as hubs, most linked first: a hub has many links. Bounds time in clusters of hundreds. */
const MAX_HUB_TRIES = 8

function hangsTogether(ids: readonly ArticleId[], edges: Edges): boolean {
  const inside = new Set(ids)
  const [start] = ids
  if (start === undefined) return true
  const seen = new Set([start])
  const open = [start]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const next of edges.get(id) ?? []) {
      if (!inside.has(next) || seen.has(next)) continue
      seen.add(next)
      open.push(next)
    }
  }
  return seen.size === ids.length
}
