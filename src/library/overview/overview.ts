import type { Article, ArticleId } from '../../core/article/article'
import { claimMatrix, type MatrixRow } from '../../core/claims/matrix'
import { traceDescent, type DescentLink } from '../../core/overlap/descent'
import type { Cluster, ClusterId } from '../../core/overlap/model'
import { copierOfPair, originCues, type OriginCue } from '../../core/overlap/origin'
import { textUnder, type Span } from '../../core/text/span'
import { FailureError } from '../../shared/failure'
import type {
  ClaimMatrix,
  DescentNode,
  DescentView,
  MatrixQuery,
  TimelinePage,
  TimelineQuery
} from '../../shared/overview'
import type { ReadableDb } from '../catalog/database'
import { changesOf } from '../catalog/sql'
import { factsOf } from '../catalog/facts'
import type { Claims } from '../derive/claims'
import type { Overlaps } from '../derive/overlaps'
import type { Views } from '../views'
import { spanOf, timeline, type TimeSpan } from './timeline'

/** Columns of a matrix. More can't be told apart on a screen; others are reached by `firstReport`. */
const MAX_COLUMNS = 24
/** Reports of a descent, the oldest: every two of them are looked at. */
const MAX_BEARERS = 60
/** Longest passage that is sent as evidence, in code units. */
const MAX_PASSAGE = 400
/** Rows of claims asked for at once. */
const CLAIM_ROWS = 200

/** The library seen as a whole: time line, claims over reports, who copies whom. Computed when asked for, never stored. */
export class Overview {
  readonly #db: ReadableDb
  readonly #articles: (id: ArticleId) => Article | undefined
  readonly #overlaps: Overlaps
  readonly #claims: Claims
  readonly #views: Views
  /** As it was when so much had changed in the catalog. */
  #known: { readonly changes: number; readonly span: TimeSpan } | undefined

  constructor(parts: {
    readonly db: ReadableDb
    readonly articles: (id: ArticleId) => Article | undefined
    readonly overlaps: Overlaps
    readonly claims: Claims
    readonly views: Views
  }) {
    this.#db = parts.db
    this.#articles = parts.articles
    this.#overlaps = parts.overlaps
    this.#claims = parts.claims
    this.#views = parts.views
  }

  /** A page of clusters on the dates of their reports. */
  timeline(query: TimelineQuery): TimelinePage {
    return timeline(this.#db, this.#overlaps.clusters(), query, this.#span())
  }

  #span(): TimeSpan {
    const changes = changesOf(this.#db)
    if (this.#known?.changes !== changes) this.#known = { changes, span: spanOf(this.#db) }
    return this.#known.span
  }

  /** How the reports of a cluster word each claim. @throws FailureError `not-found` */
  matrix(query: MatrixQuery): ClaimMatrix {
    const cluster = this.#cluster(query.cluster)
    const shown = cluster.members.slice(query.firstReport, query.firstReport + MAX_COLUMNS)
    const texts = new Map(
      shown.flatMap((id) => {
        const article = this.#articles(id)
        return article === undefined ? [] : [[id, article.text] as const]
      })
    )
    const threads = new Map(shown.flatMap((id) => this.#threadsOf(id)))
    const rows = claimMatrix(
      [...texts].map(([id, text]) => ({ id, text, claims: this.#claims.of(id) })),
      (article, mark) => threads.get(`${article}:${mark}`)
    )
    return {
      ...this.#nameOf(cluster),
      reports: this.#views.headers([...texts.keys()]),
      allReports: cluster.members.length,
      total: rows.length,
      rows: rows
        .slice(query.offset, query.offset + query.limit)
        .map((row) => ({ ...row, cells: this.#withText(row, texts) }))
    }
  }

  /** Who has the text from whom within a cluster. @throws FailureError `not-found` */
  descent(id: ClusterId): DescentView {
    const cluster = this.#cluster(id)
    const headers = this.#views.headers(cluster.members.slice(0, MAX_BEARERS))
    const articles = new Map(
      headers.flatMap((header) => {
        const article = this.#articles(header.id)
        return article === undefined ? [] : [[header.id, article] as const]
      })
    )
    const known = new Map<Article, readonly OriginCue[]>()
    const cuesOf = (article: Article) => {
      const cues = known.get(article) ?? originCues(article)
      known.set(article, cues)
      return cues
    }
    const links = traceDescent(
      headers.map((header) => ({ id: header.id, published: header.published })),
      this.#overlaps.textPairsAmong([...articles.keys()]),
      (a, b) => {
        const [left, right] = [articles.get(a), articles.get(b)]
        return left && right && copierOfPair(left, right, cuesOf)
      }
    )
    const byChild = new Map(links.map((link) => [link.child, link]))
    const children = Map.groupBy(links, ({ parent }) => parent)
    const carried = (of: ArticleId): number =>
      (children.get(of) ?? []).reduce((sum, { child }) => sum + 1 + carried(child), 0)
    const byId = new Map(headers.map((header) => [header.id, header]))
    const below = (one: ArticleId, depth: number): DescentNode[] => {
      const article = byId.get(one)
      if (article === undefined) return []
      const link = byChild.get(one)
      const node = {
        article,
        depth,
        carried: carried(one),
        ...(link && { from: fromOf(link, articles.get(one)?.text ?? '') })
      }
      return [node, ...(children.get(one) ?? []).flatMap(({ child }) => below(child, depth + 1))]
    }
    const roots = headers
      .filter((header) => !byChild.has(header.id))
      .toSorted((a, b) => carried(b.id) - carried(a.id))
    return {
      ...this.#nameOf(cluster),
      allReports: cluster.members.length,
      nodes: roots.flatMap((root) => below(root.id, 0))
    }
  }

  #cluster(id: ClusterId): Cluster {
    const cluster = this.#overlaps.clusters().find((one) => one.id === id)
    if (cluster === undefined) throw new FailureError({ code: 'not-found', what: 'cluster' })
    return cluster
  }

  #nameOf(cluster: Cluster): Pick<ClaimMatrix, 'cluster' | 'title' | 'kind'> {
    const title = factsOf(this.#db, [cluster.longest]).get(cluster.longest)?.title ?? ''
    return { cluster: cluster.id, title, kind: cluster.kind }
  }

  /** Threads of an article's marked sentences, the reader's own joining and splitting included. */
  #threadsOf(article: ArticleId): (readonly [at: string, thread: string])[] {
    const found: (readonly [string, string])[] = []
    for (let offset = 0; ; offset += CLAIM_ROWS) {
      const page = this.#claims.list({
        article,
        minSeverity: 0,
        sort: 'article',
        offset,
        limit: CLAIM_ROWS
      })
      for (const { mark, thread } of page.rows)
        if (thread !== undefined) found.push([`${article}:${mark}`, thread])
      if (offset + CLAIM_ROWS >= page.total) return found
    }
  }

  #withText(
    row: MatrixRow,
    texts: ReadonlyMap<ArticleId, string>
  ): ClaimMatrix['rows'][number]['cells'] {
    return row.cells.map(({ article, voicing, letter, source, sentence, more }) => ({
      article,
      voicing,
      ...(letter && { letter }),
      ...(source !== undefined && { source }),
      sentence,
      more,
      text: textUnder(texts.get(article) ?? '', sentence)
    }))
  }
}

function fromOf(link: DescentLink, text: string): NonNullable<DescentNode['from']> {
  const { passage, parent, basis, evidence, share, words } = link
  return {
    parent,
    basis,
    ...(evidence !== undefined && { evidence }),
    share,
    words,
    ...(passage && {
      passage: { text: shorten(text, passage.a), here: passage.a, there: passage.b }
    })
  }
}

/** The passage, cut at a word when it is long; dots say where it begins or ends within a sentence. */
function shorten(text: string, span: Span): string {
  const whole = textUnder(text, span).trim()
  const cut = whole.length > MAX_PASSAGE
  const shown = cut ? whole.slice(0, whole.lastIndexOf(' ', MAX_PASSAGE)) : whole
  const opens = /^[\p{Lu}\p{N}“"‘'(]/u.test(shown)
  const closes = !cut && /[.!?”"’')]$/u.test(shown)
  return `${opens ? '' : '… '}${shown}${closes ? '' : ' …'}`
}
