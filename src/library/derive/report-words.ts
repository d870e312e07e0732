import type { Article, ArticleId } from '../../core/article/article'
import { readWords, type Words } from '../../core/overlap/relate'
import { copyOf, WordReader, wordsOf, type WordList } from '../../core/overlap/word-list'

/** Reports whose words are kept in memory between comparisons. */
const CACHED = 400

/** The words of reports, read when they are wanted and kept for a while. */
export class ReportWords {
  readonly #articles: (id: ArticleId) => Article | undefined
  readonly #isStock: (key: number) => boolean
  readonly #kept = new Map<ArticleId, Words>()
  /** Read a new report, and those that it is compared with. */
  readonly #reader = new WordReader()
  readonly #otherReader = new WordReader()

  constructor(articles: (id: ArticleId) => Article | undefined, isStock: (key: number) => boolean) {
    this.#articles = articles
    this.#isStock = isStock
  }

  /** Returns the words of a new report, until the next one is read. */
  read(article: Article): Words {
    return this.#words(article, this.#reader.read(article))
  }

  of(id: ArticleId): Words | undefined {
    const known = this.#kept.get(id)
    if (known !== undefined) return known
    const article = this.#articles(id)
    return article && this.#keep(article, wordsOf(article))
  }

  /** Returns words until the next report is looked at: most that are compared have nothing in common that counts. */
  glanceAt(id: ArticleId): Words | undefined {
    const known = this.#kept.get(id)
    if (known !== undefined) return known
    const article = this.#articles(id)
    return article && this.#words(article, this.#otherReader.read(article))
  }

  /** Keeps words that were only looked at. */
  keep({ article, list }: Words): void {
    if (!this.#kept.has(article.id)) this.#keep(article, copyOf(list))
  }

  forget(id: ArticleId): void {
    this.#kept.delete(id)
  }

  clear(): void {
    this.#kept.clear()
  }

  #keep(article: Article, list: WordList): Words {
    const words = this.#words(article, list)
    if (this.#kept.size >= CACHED) {
      const [oldest] = this.#kept.keys()
      if (oldest !== undefined) this.#kept.delete(oldest)
    }
    this.#kept.set(article.id, words)
    return words
  }

  #words(article: Article, list: WordList): Words {
    return readWords(article, this.#isStock, list)
  }
}
