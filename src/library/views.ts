import type { Article, ArticleId } from '../core/article/article'
import { repeatedRuns } from '../core/article/live'
import type { Cluster, ClusterId } from '../core/overlap/model'
import type {
  ArticleHeader,
  ArticlePage,
  ArticleQuery,
  ArticleView,
  ClusterPage,
  NumberQuery,
  OverlapView,
  Page
} from '../shared/shapes'
import type { Decision, DecisionPage } from '../shared/decision'
import { FailureError } from '../shared/failure'
import { markCounts, overlapCounts } from './catalog/fields'
import {
  articleIds,
  articlePage,
  headers,
  type CatalogQuery,
  revisions,
  stored,
  type PlainHeader
} from './catalog/articles'
import type { ReadableDb } from './catalog/database'
import { derivedAmong } from './catalog/derived'
import { file } from './catalog/files'
import { problemsOf } from './catalog/problems'
import type { Claims } from './derive/claims'
import type { Untitled } from './decisions'
import type { DeskFacts } from './desk'
import type { Overlaps } from './derive/overlaps'

/** Rows of a page of articles, at most. */
export const MAX_ARTICLE_ROWS = 200

/** Pause between two searches for clusters while work goes on, in durations of the last one. */
const CLUSTERS_PAUSE = 20

/** What the catalog says of articles, together with what was derived from them. */
export class Views {
  readonly #db: ReadableDb
  readonly #articles: (id: ArticleId) => Article | undefined
  readonly #overlaps: Overlaps
  readonly #claims: Claims
  readonly #facts: (id: ArticleId) => DeskFacts
  readonly #busy: () => boolean
  #clustersUntil = 0
  #clusters: { readonly of: readonly Cluster[]; readonly byMember: Map<ArticleId, ClusterId> } = {
    of: [],
    byMember: new Map()
  }

  constructor(parts: {
    readonly db: ReadableDb
    readonly articles: (id: ArticleId) => Article | undefined
    readonly overlaps: Overlaps
    readonly claims: Claims
    readonly facts: (id: ArticleId) => DeskFacts
    /** Whether overlaps are being derived just now. */
    readonly busy: () => boolean
  }) {
    this.#db = parts.db
    this.#articles = parts.articles
    this.#overlaps = parts.overlaps
    this.#claims = parts.claims
    this.#facts = parts.facts
    this.#busy = parts.busy
  }

  /** Headers of these articles in the same order; unknown ids are left out. */
  readonly headers = (ids: readonly ArticleId[]): ArticleHeader[] =>
    this.#decorate(headers(this.#db, ids))

  /** One header. @throws FailureError `article-not-found` */
  header(id: ArticleId): ArticleHeader {
    const [header] = this.headers([id])
    if (header === undefined) throw new FailureError({ code: 'article-not-found', article: id })
    return header
  }

  /** A page of rows. */
  page(query: ArticleQuery): ArticlePage {
    const cluster =
      query.cluster === undefined
        ? undefined
        : this.#overlaps.clusters().find(({ id }) => id === query.cluster)
    const narrowed = {
      ...query,
      limit: Math.min(query.limit, MAX_ARTICLE_ROWS),
      ...(query.cluster !== undefined && { among: cluster?.members ?? [] })
    }
    if (query.sort === 'claims') return this.#pageByClaims(narrowed)
    const { total, rows } = articlePage(this.#db, { ...narrowed, sort: query.sort })
    return { total, rows: this.#decorate(rows) }
  }

  /** Sorts by marks, which the catalog does not know: ids of all rows, then headers of the page. */
  #pageByClaims(query: Omit<CatalogQuery, 'sort'>): ArticlePage {
    const counts = markCounts(this.#db)
    const sign = query.descending ? -1 : 1
    const changes = this.#claims.countChanges()
    const of = (id: ArticleId) => {
      const change = changes.get(id)
      return (counts.get(id) ?? 0) + (change === undefined ? 0 : change.strong + change.soft)
    }
    const ids = articleIds(this.#db, { ...query, sort: 'added' })
    ids.sort((a, b) => sign * (of(a) - of(b) || a - b))
    const page = ids.slice(query.offset, query.offset + query.limit)
    return { total: ids.length, rows: this.headers(page) }
  }

  /** One article with everything that is shown of it. @throws FailureError `article-not-found` */
  view(id: ArticleId): ArticleView {
    const header = this.header(id)
    const found = stored(this.#db, id)
    const row = found === undefined ? undefined : file(this.#db, found.file)
    const article = this.#articles(id)
    if (found === undefined || row === undefined || article === undefined)
      throw new FailureError({ code: 'article-not-found', article: id })
    const { text, blocks, metadata, contentHash } = article
    const repeats = repeatedRuns(article)
    return {
      header,
      text,
      blocks,
      ...(repeats.length > 0 && { repeats }),
      metadata,
      contentHash,
      sizeBytes: row.size,
      problems: problemsOf(this.#db, id, found.file),
      versions: revisions(this.#db, found.file, found.entry)
    }
  }

  /** The reports of an event: the members of a cluster, longest first, or one report with those of its cluster. */
  reportsOf({ cluster, article }: Pick<NumberQuery, 'cluster' | 'article'>): ArticleHeader[] {
    const of = this.#overlaps
      .clusters()
      .find(({ id, members }) =>
        cluster === undefined ? article !== undefined && members.includes(article) : id === cluster
      )
    const members = of?.members ?? (article === undefined ? [] : [article])
    return this.headers(members).toSorted((a, b) => b.words - a.words || a.id - b.id)
  }

  /** Overlaps of an article, strongest first. @throws FailureError `article-not-found` */
  overlapsOf(id: ArticleId): OverlapView[] {
    this.header(id)
    return this.#overlaps.of(id).flatMap((overlap) => {
      const [other] = this.headers([overlap.b])
      const origin = this.#overlaps.originOf(overlap.a, overlap.b)
      return other === undefined ? [] : { overlap, other, ...(origin !== undefined && { origin }) }
    })
  }

  /** A page of clusters, each named after its longest report. */
  clusterPage({ offset, limit }: Page): ClusterPage {
    const clusters = this.#overlaps.clusters()
    const all = this.#overlaps.pinned()
    const rows = clusters.slice(offset, offset + limit).map((cluster) => {
      const members = this.headers(cluster.members)
      const longest = members.find(({ id }) => id === cluster.longest) ?? members[0]
      const pinned = cluster.members.filter((id) => all.has(id))
      return { cluster, title: longest?.title ?? '', members, pinned }
    })
    return { total: clusters.length, rows }
  }

  /** Decisions with the titles of the reports that they are about. */
  named({ total, rows }: Untitled): DecisionPage {
    const ids = rows.flatMap(({ decision }) => articlesIn(decision))
    const titles = new Map(headers(this.#db, ids).map(({ id, title }) => [id, { id, title }]))
    const reportsOf = (decision: Decision) =>
      articlesIn(decision).flatMap((id) => titles.get(id) ?? [])
    return { total, rows: rows.map((row) => ({ ...row, reports: reportsOf(row.decision) })) }
  }

  #decorate(rows: readonly PlainHeader[]): ArticleHeader[] {
    const ids = rows.map(({ id }) => id)
    const overlaps = overlapCounts(this.#db, ids)
    const related = derivedAmong(this.#db, 'overlaps', ids)
    const clusters = this.#clusterByMember()
    return rows.map((row) => {
      const cluster = clusters.get(row.id)
      const claims = this.#claims.countsOf(row.id)
      return {
        ...row,
        ...(claims !== undefined && { claims }),
        ...(related.has(row.id) && { overlaps: overlaps.get(row.id) ?? 0 }),
        ...(cluster !== undefined && { cluster }),
        ...this.#facts(row.id)
      }
    })
  }

  /**
   * While overlaps are being derived, clusters change with every slice and take long to find: they are then looked for anew only
   * so often that it costs a twentieth of the time.
   */
  #clusterByMember(): Map<ArticleId, ClusterId> {
    const now = performance.now()
    if (this.#busy() && now < this.#clustersUntil) return this.#clusters.byMember
    const of = this.#overlaps.clusters()
    if (this.#clusters.of !== of) {
      const byMember = new Map(
        of.flatMap(({ id, members }) => members.map((member) => [member, id]))
      )
      this.#clusters = { of, byMember }
    }
    this.#clustersUntil = now + CLUSTERS_PAUSE * (performance.now() - now)
    return this.#clusters.byMember
  }
}

/** The articles that a decision names, each once. */
function articlesIn(decision: Decision): readonly ArticleId[] {
  const sides = 'a' in decision ? [decision.a, decision.b] : []
  const named = sides.map((side) => (typeof side === 'number' ? side : side.article))
  const article = 'article' in decision ? decision.article : undefined
  return [...new Set(article === undefined ? named : [article])]
}
