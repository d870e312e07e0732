import type { Article, ArticleId } from '../core/article/article'
import type { Cluster, ClusterId } from '../core/overlap/model'
import type { ArticleHeader, ArticlePage, ArticleQuery, ArticleView } from '../shared/contract'
import { FailureError } from '../shared/failure'
import { markCounts } from './catalog/fields'
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
import type { DeskFacts } from './desk'
import type { Overlaps } from './derive/overlaps'

/** Rows of a page of articles, at most. */
export const MAX_ARTICLE_ROWS = 200

/** What the catalog says of articles, together with what was derived from them. */
export class Views {
  readonly #db: ReadableDb
  readonly #articles: (id: ArticleId) => Article | undefined
  readonly #overlaps: Overlaps
  readonly #claims: Claims
  readonly #facts: (id: ArticleId) => DeskFacts
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
  }) {
    this.#db = parts.db
    this.#articles = parts.articles
    this.#overlaps = parts.overlaps
    this.#claims = parts.claims
    this.#facts = parts.facts
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
    const cluster = this.#overlaps.clusters().find(({ id }) => id === query.cluster)
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
    const of = (id: ArticleId) => counts.get(id) ?? 0
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
    return {
      header,
      text,
      blocks,
      metadata,
      contentHash,
      sizeBytes: row.size,
      problems: problemsOf(this.#db, id, found.file),
      versions: revisions(this.#db, found.file, found.entry)
    }
  }

  #decorate(rows: readonly PlainHeader[]): ArticleHeader[] {
    const ids = rows.map(({ id }) => id)
    const related = derivedAmong(this.#db, 'overlaps', ids)
    const clusters = this.#clusterByMember()
    return rows.map((row) => {
      const cluster = clusters.get(row.id)
      const claims = this.#claims.countsOf(row.id)
      return {
        ...row,
        ...(claims !== undefined && { claims }),
        ...(related.has(row.id) && { overlaps: this.#overlaps.countOf(row.id) }),
        ...(cluster !== undefined && { cluster }),
        ...this.#facts(row.id)
      }
    })
  }

  #clusterByMember(): Map<ArticleId, ClusterId> {
    const of = this.#overlaps.clusters()
    if (this.#clusters.of !== of) {
      const byMember = new Map(
        of.flatMap(({ id, members }) => members.map((member) => [member, id]))
      )
      this.#clusters = { of, byMember }
    }
    return this.#clusters.byMember
  }
}
