import type { Article, ArticleId } from '../core/article/article'
import type { Cluster, ClusterId } from '../core/overlap/model'
import type { ArticleHeader, ArticlePage, ArticleQuery, ArticleView } from '../shared/contract'
import { FailureError } from '../shared/failure'
import { articlePage, headers, revisions, stored, type PlainHeader } from './catalog/articles'
import type { ReadableDb } from './catalog/database'
import { derivedAmong } from './catalog/derived'
import { file } from './catalog/files'
import { problemsOf } from './catalog/problems'
import type { Claims } from './derive/claims'
import type { Desk } from './desk'
import type { Overlaps } from './derive/overlaps'

/** Rows of a page of articles, at most. */
export const MAX_ARTICLE_ROWS = 200

/** What the catalog says of articles, together with what was derived from them. */
export class Views {
  readonly #db: ReadableDb
  readonly #articles: (id: ArticleId) => Article | undefined
  readonly #overlaps: Overlaps
  readonly #claims: Claims
  readonly #desk: Desk
  #clusters: { readonly of: readonly Cluster[]; readonly byMember: Map<ArticleId, ClusterId> } = {
    of: [],
    byMember: new Map()
  }

  constructor(parts: {
    readonly db: ReadableDb
    readonly articles: (id: ArticleId) => Article | undefined
    readonly overlaps: Overlaps
    readonly claims: Claims
    readonly desk: Desk
  }) {
    this.#db = parts.db
    this.#articles = parts.articles
    this.#overlaps = parts.overlaps
    this.#claims = parts.claims
    this.#desk = parts.desk
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
    const { sort } = query
    const cluster = this.#overlaps.clusters().find(({ id }) => id === query.cluster)
    const { total, rows } = articlePage(this.#db, {
      ...query,
      limit: Math.min(query.limit, MAX_ARTICLE_ROWS),
      sort: sort === 'claims' ? 'added' : sort,
      ...(query.cluster !== undefined && { among: cluster?.members ?? [] })
    })
    return { total, rows: this.#decorate(rows) }
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
        ...this.#desk.marks(row.id),
        ...(claims !== undefined && { claims }),
        ...(related.has(row.id) && { overlaps: this.#overlaps.countOf(row.id) }),
        ...(cluster !== undefined && { cluster })
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
