import type { ArticleId } from '../core/article/article'
import type { ClusterPage, OverlapView, Page } from '../shared/contract'
import type { Overlaps } from './derive/overlaps'
import type { Views } from './views'

interface Related {
  readonly views: Views
  readonly overlaps: Overlaps
}

/** Overlaps of one article with the reports on the other side. @throws FailureError `article-not-found` */
export function overlapViews({ views, overlaps }: Related, id: ArticleId): OverlapView[] {
  views.header(id)
  return overlaps.of(id).flatMap((overlap) => {
    const [other] = views.headers([overlap.b])
    const origin = overlaps.originOf(overlap.a, overlap.b)
    return other === undefined ? [] : { overlap, other, ...(origin !== undefined && { origin }) }
  })
}

/** A page of clusters with their members; the longest report gives the title. */
export function clusterPage({ views, overlaps }: Related, { offset, limit }: Page): ClusterPage {
  const clusters = overlaps.clusters()
  const rows = clusters.slice(offset, offset + limit).map((cluster) => {
    const members = views.headers(cluster.members)
    const longest = members.find(({ id }) => id === cluster.longest) ?? members[0]
    return { cluster, title: longest?.title ?? '', members }
  })
  return { total: clusters.length, rows }
}
