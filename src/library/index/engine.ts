import { Index } from 'flexsearch'
import { ArticleEncoder, contentOf, SLOTS } from './encoder'
import { factsOf } from './documents'
import { PendingPostings } from './pending'
import type { Article } from '../../core/article/article'
import type { PostingsStore } from './store'

/** Articles after which what the engine holds in memory is written, so that a large batch needs no more than a small one. */
const COMMIT_EVERY = 512
/** Terms of which more than these are forgotten, when nothing waits to be written. A term costs about 150 bytes. */
const REMEMBERED = 250_000

/** FlexSearch with our encoder, our score and our storage. What is added waits in memory until `commit`. */
export class Engine {
  readonly #encoder = new ArticleEncoder()
  readonly #index: Index
  readonly #pending = new PendingPostings(this.#encoder)
  readonly #store: PostingsStore
  readonly #streams = new Map<number, Uint16Array>()

  constructor(store: PostingsStore) {
    this.#store = store
    this.#index = new Index({
      tokenize: 'strict',
      resolution: SLOTS,
      encode: this.#encoder.encode,
      score: this.#encoder.slot,
      commit: false
    })
    // As the index would do itself when asked to mount a storage; so nothing has to be waited for.
    void store.mount(this.#index)
    Object.assign(this.#index, { map: this.#pending })
  }

  /** Adds articles and writes them, in the transaction that is open. An article that is there already is replaced. */
  add(articles: readonly Article[]): void {
    for (const article of articles) {
      this.#store.removeArticle(article.id)
      const doc = this.#store.takeNumber()
      this.#index.add(doc, contentOf(article))
      this.#store.describe(factsOf(article, doc, this.#encoder.length))
      this.#streams.set(doc, this.#encoder.stream())
      if (this.#streams.size >= COMMIT_EVERY || this.#encoder.terms.size > REMEMBERED)
        this.#commit()
    }
    this.#commit()
  }

  #commit(): void {
    if (this.#streams.size === 0) return
    this.#store.streams.add(this.#streams)
    this.#streams.clear()
    void this.#index.commit()
    if (this.#encoder.terms.size > REMEMBERED) this.#encoder.forget()
  }
}
