import type { Article, ArticleId } from '../core/article/article'
import { article as readArticle } from './catalog/articles'
import type { ReadableDb } from './catalog/database'

/** Articles that are kept in memory: what one comparison or slice of derivation asks for again and again. */
const CACHED = 256

/** Articles by id, the ones asked for last kept in memory. Superseded revisions are there too. */
export class Articles {
  readonly #db: ReadableDb
  readonly #cache = new Map<ArticleId, Article>()

  constructor(db: ReadableDb) {
    this.#db = db
  }

  /** Returns an article, or undefined when there is none with this id. */
  readonly get = (id: ArticleId): Article | undefined => {
    const known = this.#cache.get(id) ?? readArticle(this.#db, id)
    if (known === undefined) return undefined
    // Asked for last, dropped last.
    this.#cache.delete(id)
    this.#cache.set(id, known)
    if (this.#cache.size > CACHED) {
      const [oldest] = this.#cache.keys()
      if (oldest !== undefined) this.#cache.delete(oldest)
    }
    return known
  }

  /** To be told when rows of articles changed. */
  forget(): void {
    this.#cache.clear()
  }
}
