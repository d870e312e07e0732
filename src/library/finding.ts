import type { ArticleId } from '../core/article/article'
import { letterNamed } from '../core/claims/label-names'
import type { Field } from '../core/search/query'
import type { ArticleHeader, Completion, Facet, HitPage, SearchRequest } from '../shared/shapes'
import type { Articles } from './articles'
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
  readonly #claims: Claims
  readonly #desk: Desk
  readonly #context: SearchContext

  constructor(parts: {
    readonly db: ReadableDb
    readonly index: FullText
    readonly articles: Pick<Articles, 'get' | 'body'>
    readonly headers: (ids: readonly ArticleId[]) => readonly ArticleHeader[]
    readonly overlaps: Overlaps
    readonly claims: Claims
    readonly desk: Desk
  }) {
    this.#db = parts.db
    this.#index = parts.index
    this.#overlaps = parts.overlaps
    this.#claims = parts.claims
    this.#desk = parts.desk
    this.#context = {
      article: parts.articles.get,
      body: parts.articles.body,
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
        return found(letterNamed(value), (letter) => labelled(this.#db, letter))
      case 'origins':
        return found(countAsked(value), (fits) => this.#claims.withOrigins(fits))
      case 'source':
        return bySource(this.#db, value)
      case 'says':
        return saying(this.#db, value)
      case 'has':
        return having(this.#db, value.trim().toLowerCase())
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

/** Answers what was understood; undefined for what was not. */
function found<T>(
  asked: T | undefined,
  answer: (asked: T) => ReadonlySet<ArticleId>
): ReadonlySet<ArticleId> | undefined {
  return asked === undefined ? undefined : answer(asked)
}

/** Returns which numbers `<2`, `>=3` or `1` asks for; undefined when it is none of these. */
function countAsked(value: string): ((count: number) => boolean) | undefined {
  const [, sign, digits] = /^\s*(<=|>=|<|>|=)?\s*(\d{1,6})\s*$/.exec(value) ?? []
  if (digits === undefined) return undefined
  const asked = Number(digits)
  switch (sign) {
    case '<':
      return (count) => count < asked
    case '<=':
      return (count) => count <= asked
    case '>':
      return (count) => count > asked
    case '>=':
      return (count) => count >= asked
    default:
      return (count) => count === asked
  }
}

/** Both sets in one; undefined when neither side knows the field. */
function either(
  a: ReadonlySet<ArticleId> | undefined,
  b: ReadonlySet<ArticleId> | undefined
): ReadonlySet<ArticleId> | undefined {
  return a === undefined || b === undefined ? (a ?? b) : new Set([...a, ...b])
}
