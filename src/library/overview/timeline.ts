import type { Cluster } from '../../core/overlap/model'
import type { TimelineDot, TimelinePage, TimelineQuery, TimelineRow } from '../../shared/overview'
import type { ReadableDb } from '../catalog/database'
import { datesShown, factsOf, type ArticleFacts } from '../catalog/facts'

/** Stretches of the time line whose articles are counted. */
const DENSITY_BINS = 60
/** Members of a cluster that get a dot. Bounds what crosses to the window. */
const MAX_DOTS = 40

/** What belongs to a time line as a whole. */
export type TimeSpan = Pick<TimelinePage, 'from' | 'until' | 'density' | 'undated'>

/** Lays clusters on the dates of their reports. */
export function timeline(
  db: ReadableDb,
  clusters: readonly Cluster[],
  query: TimelineQuery,
  span: TimeSpan
): TimelinePage {
  const filter = query.filter?.toLowerCase() ?? ''
  const end = query.offset + query.limit
  // Clusters come largest first: then only those that are shown need be looked at.
  const asked =
    filter === '' && query.order === 'largest' ? clusters.slice(query.offset, end) : clusters
  const facts = factsOf(
    db,
    asked.flatMap(({ members }) => members)
  )
  const found = clusters.filter(
    ({ longest }) =>
      filter === '' || (facts.get(longest)?.title.toLowerCase().includes(filter) ?? false)
  )
  const ordered =
    query.order === 'largest'
      ? found
      : found.toSorted((a, b) => newest(b, facts) - newest(a, facts))
  return {
    total: ordered.length,
    ...span,
    rows: ordered.slice(query.offset, end).map((cluster) => toRow(cluster, facts))
  }
}

function newest(cluster: Cluster, facts: ReadonlyMap<number, ArticleFacts>): number {
  return Math.max(
    -Infinity,
    ...cluster.members.map((id) => timeOf(facts.get(id)?.published ?? null))
  )
}

/** Milliseconds since 1970, or `-Infinity` for what is no date. */
function timeOf(published: string | null): number {
  const time = published === null ? NaN : Date.parse(published)
  return Number.isNaN(time) ? -Infinity : time
}

/** From the first to the last date of all articles, and how many stand in each stretch between. O(articles). */
export function spanOf(db: ReadableDb): TimeSpan {
  const dates = datesShown(db)
  const times = dates.map(timeOf).filter((time) => time !== -Infinity)
  const undated = dates.length - times.length
  if (times.length === 0) return { density: [], undated }
  let [from, until] = [Infinity, -Infinity]
  for (const time of times) {
    from = Math.min(from, time)
    until = Math.max(until, time)
  }
  const density = Array.from({ length: DENSITY_BINS }, () => 0)
  const width = Math.max(1, until - from)
  for (const time of times) {
    const bin = Math.min(DENSITY_BINS - 1, Math.floor(((time - from) / width) * DENSITY_BINS))
    density[bin] = (density[bin] ?? 0) + 1
  }
  return {
    from: new Date(from).toISOString(),
    until: new Date(until).toISOString(),
    density,
    undated
  }
}

function toRow(cluster: Cluster, facts: ReadonlyMap<number, ArticleFacts>): TimelineRow {
  const members = cluster.members.flatMap((id) => facts.get(id) ?? [])
  const dated = members.filter(({ published }) => timeOf(published) !== -Infinity)
  const first = dated[0]?.id
  const [from, until] = [dated[0]?.published, dated.at(-1)?.published]
  const dots = members
    .slice(0, MAX_DOTS)
    .map(({ id, title, publisher, published }): TimelineDot => {
      const role = id === first ? 'first' : id === cluster.longest ? 'longest' : undefined
      return {
        id,
        title,
        ...(publisher !== null && { publisher }),
        ...(published !== null && { published }),
        ...(role && { role })
      }
    })
  return {
    cluster: cluster.id,
    kind: cluster.kind,
    title: facts.get(cluster.longest)?.title ?? '',
    members: cluster.members.length,
    newsrooms: new Set(members.flatMap(({ publisher }) => publisher ?? [])).size,
    unsigned: members.filter(({ publisher }) => publisher === null).length,
    distinctTexts: cluster.distinctTexts,
    ...(typeof from === 'string' && { from }),
    ...(typeof until === 'string' && { until }),
    dots
  }
}
