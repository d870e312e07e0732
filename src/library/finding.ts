import type { Article, ArticleId } from '../core/article/article'
import type { Field } from '../core/search/query'
import type { ArticleHeader, Completion, Facet, HitPage, SearchRequest } from '../shared/shapes'
import { titleAndText } from './catalog/articles'
import type { ReadableDb } from './catalog/database'
import {
  bySource,
  having,
  inFile,
  inFolder,
  labelled,
  saying,
  spread,
  tagged
} from './catalog/fields'
import type { Claims } from './derive/claims'
import type { Desk } from './desk'
import type { Overlaps } from './derive/overlaps'
import type { SearchContext } from './index/context'
import type { FullText } from './index/full-text'

/** Hits in a page, at most. */
const MAX_HITS = 100

/** Answers searches: the index finds texts, the catalog and the derived tables answer fields. */
export class Finding {
  readonly #db: ReadableDb
  readonly #index: FullText
  readonly #overlaps: Overlaps
  readonly #desk: Desk
  readonly #context: SearchContext

  constructor(parts: {
    readonly db: ReadableDb
    readonly index: FullText
    readonly articles: (id: ArticleId) => Article | undefined
    readonly headers: (ids: readonly ArticleId[]) => readonly ArticleHeader[]
    readonly overlaps: Overlaps
    readonly claims: Claims
    readonly desk: Desk
  }) {
    this.#db = parts.db
    this.#index = parts.index
    this.#overlaps = parts.overlaps
    this.#desk = parts.desk
    this.#context = {
      article: parts.articles,
      text: (id) => titleAndText(parts.db, id),
      headers: parts.headers,
      matchField: (field, value) =>
        either(this.#match(field, value), this.#desk.match(field, value)),
      claimCount: (id) => {
        const counts = parts.claims.countsOf(id)
        return counts === undefined ? 0 : counts.strong + counts.soft
      },
      facet: (field, ids) => this.#facet(field, ids)
    }
  }

  /** Full-text search; never fails for wrong syntax. */
  search(request: SearchRequest): HitPage {
    const limit = Math.min(request.limit, MAX_HITS)
    return this.#index.search({ ...request, limit }, this.#context)
  }

  /** Completions of the word before the caret. */
  complete(text: string, caret: number): Completion[] {
    return this.#index.complete(text, caret)
  }

  #match(field: Field, value: string): ReadonlySet<ArticleId> | undefined {
    switch (field) {
      case 'folder':
        return inFolder(this.#db, value)
      case 'file':
        return inFile(this.#db, value)
      case 'tag':
        return tagged(this.#db, value)
      case 'label':
        return labelled(this.#db, value.toUpperCase())
      case 'source':
        return bySource(this.#db, value)
      case 'says':
        return saying(this.#db, value)
      case 'has':
        return having(this.#db, value.toLowerCase())
      case 'cluster': {
        const cluster = this.#overlaps.clusters().find(({ id }) => String(id) === value)
        return new Set(cluster?.members)
      }
      default:
        return undefined
    }
  }

  #facet(field: 'folder' | 'label' | 'source', ids: readonly ArticleId[]): Facet['values'] {
    return spread(this.#db, field, ids).map(({ value, count }) => ({
      value,
      count,
      query: `${field}:${/[\s():]/.test(value) ? `"${value.replaceAll('"', ' ')}"` : value}`
    }))
  }
}

/** Both sets in one; undefined when neither side knows the field. */
function either(
  a: ReadonlySet<ArticleId> | undefined,
  b: ReadonlySet<ArticleId> | undefined
): ReadonlySet<ArticleId> | undefined {
  return a === undefined || b === undefined ? (a ?? b) : new Set([...a, ...b])
}
