import type { Article, ArticleId } from '../../core/article/article'
import { readWords, WordsMemory, type Words } from '../../core/overlap/relate'
import { copyOf, WordReader, wordsOf, type WordList } from '../../core/overlap/word-list'

/** Reports whose words are kept in memory between comparisons, because they share text: a story may be on hundreds of sites. */
const CACHED = 400
/**
 * Reports whose words are kept because they were asked for, to tell subjects: twice as many as one stock phrase is asked about. What is
 * kept for longer outlives its youth, and sends the collector through all memory.
 */
const ASKED = 24

/** The words of reports, read when they are wanted and kept for a while. */
export class ReportWords {
  readonly #articles: (id: ArticleId) => Article | undefined
  readonly #isStock: (key: number) => boolean
  readonly #kept = new Map<ArticleId, Words>()
  readonly #asked = new Map<ArticleId, Words>()
  /** Read a new report, and those that it is compared with. */
  readonly #reader = new WordReader()
  readonly #otherReader = new WordReader()
  readonly #memory = new WordsMemory()
  readonly #otherMemory = new WordsMemory()

  constructor(articles: (id: ArticleId) => Article | undefined, isStock: (key: number) => boolean) {
    this.#articles = articles
    this.#isStock = isStock
  }

  /** Returns the words of a new report, until the next one is read. */
  read(article: Article): Words {
    return this.#words(article, this.#reader.read(article), this.#memory)
  }

  of(id: ArticleId): Words | undefined {
    const known = this.#known(id)
    if (known !== undefined) return known
    const article = this.#articles(id)
    if (article === undefined) return undefined
    const words = this.#words(article, wordsOf(article))
    put(this.#asked, words, ASKED)
    return words
  }

  /** Returns words until the next report is looked at: most that are compared have nothing in common that counts. */
  glanceAt(id: ArticleId): Words | undefined {
    const known = this.#known(id)
    if (known !== undefined) return known
    const article = this.#articles(id)
    return article && this.#words(article, this.#otherReader.read(article), this.#otherMemory)
  }

  /** Keeps words that were only looked at. */
  keep({ article, list }: Words): void {
    if (!this.#kept.has(article.id)) put(this.#kept, this.#words(article, copyOf(list)), CACHED)
  }

  forget(id: ArticleId): void {
    this.#kept.delete(id)
    this.#asked.delete(id)
  }

  clear(): void {
    this.#kept.clear()
    this.#asked.clear()
  }

  #known(id: ArticleId): Words | undefined {
    return this.#kept.get(id) ?? this.#asked.get(id)
  }

  #words(article: Article, list: WordList, memory?: WordsMemory): Words {
    return readWords(article, this.#isStock, { list, memory })
  }
}

/** Adds words in the place of the oldest ones when there are `most` already. */
function put(kept: Map<ArticleId, Words>, words: Words, most: number): void {
  if (kept.size >= most) {
    const [oldest] = kept.keys()
    if (oldest !== undefined) kept.delete(oldest)
  }
  kept.set(words.article.id, words)
}
