import type { Article, ArticleId } from '../core/article/article'
import { bodyOf, type Marked } from '../core/search/marks'
import { article as readArticle } from './catalog/articles'
import type { ReadableDb } from './catalog/database'
import { corrected, type Corrections } from './corrections'

/** Articles that are kept in memory: what one comparison or slice of derivation asks for again and again. */
const CACHED = 256

/** Articles whose repeated lines are remembered: to find them takes longer than to read the article. Most have none. */
const REMEMBERED = 20_000

/** What is known of an article beyond its row. */
export interface Knowledge {
  readonly corrections: () => Corrections
  /** Blocks that are furniture by repetition, with the rule. */
  readonly repeated: (article: Article) => ReadonlyMap<number, string>
}

/**
 * Articles by id as they are to be read: with the furniture that the library tells and what the reader put right. The ones asked
 * for last are kept in memory. Superseded revisions are there too.
 */
export class Articles {
  readonly #db: ReadableDb
  readonly #knowledge: Knowledge
  readonly #cache = new Map<ArticleId, Article>()
  /** Of articles in the cache: from one letter to the next much the same ones are found. */
  readonly #bodies = new Map<ArticleId, Marked>()
  readonly #repeated = new Map<ArticleId, ReadonlyMap<number, string>>()

  constructor(db: ReadableDb, knowledge: Knowledge) {
    this.#db = db
    this.#knowledge = knowledge
  }

  /** Returns an article, or undefined when there is none with this id. */
  readonly get = (id: ArticleId): Article | undefined => {
    const known = this.#cache.get(id) ?? this.#read(id)
    if (known === undefined) return undefined
    // Asked for last, dropped last.
    this.#cache.delete(id)
    this.#cache.set(id, known)
    if (this.#cache.size > CACHED) {
      const [oldest] = this.#cache.keys()
      if (oldest !== undefined) {
        this.#cache.delete(oldest)
        this.#bodies.delete(oldest)
      }
    }
    return known
  }

  /** Returns what is searched of an article. */
  readonly body = (id: ArticleId): Marked | undefined => {
    const article = this.get(id)
    if (article === undefined) return undefined
    let body = this.#bodies.get(id)
    if (body === undefined) this.#bodies.set(id, (body = bodyOf(article)))
    return body
  }

  /** Returns an article as it is to be read, for one that is being kept. */
  readonly read = (article: Article): Article =>
    corrected(article, this.#knowledge.corrections(), this.#knowledge.repeated(article))

  /** To be told when rows of articles or decisions changed. */
  forget(): void {
    this.#cache.clear()
    this.#bodies.clear()
    this.#repeated.clear()
  }

  #read(id: ArticleId): Article | undefined {
    const row = readArticle(this.#db, id)
    return row && corrected(row, this.#knowledge.corrections(), this.#repeatedIn(row))
  }

  #repeatedIn(article: Article): ReadonlyMap<number, string> {
    const known = this.#repeated.get(article.id)
    if (known !== undefined) return known
    const found = this.#knowledge.repeated(article)
    if (this.#repeated.size >= REMEMBERED) this.#repeated.clear()
    this.#repeated.set(article.id, found)
    return found
  }
}
