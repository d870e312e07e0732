import type { Article, ArticleId } from '../../core/article/article'
import type { Completion, HitPage, SearchRequest } from '../../shared/shapes'
import type { Database } from '../catalog/database'
import { PostingsTables } from '../catalog/postings'
import type { Deriver } from '../derive/deriver'
import { IndexDamagedError } from './codec'
import type { SearchContext } from './context'
import { Engine } from './engine'
import { Rehearsal } from './rehearsal'
import { Searcher } from './search'
import { PostingsStore } from './store'

/** Raised whenever rows written by older code would be read or ranked otherwise. */
const VERSION = 3
/** Segments up to which adding leaves upkeep to idle time: searching hardly feels so few. */
const FEW_SEGMENTS = 24
/** Segments from which on upkeep has fallen behind. */
const MANY_SEGMENTS = 64
/** How long adding spends on upkeep between those, and beyond them, against the time for the articles themselves. */
const UPKEEP_SHARE = 0.5
const MUCH_UPKEEP_SHARE = 3
/** Least time for upkeep when articles are added, ms; and how long one article takes at most, where a busy machine takes longer. */
const LEAST_UPKEEP_MS = 0.5
const MOST_ARTICLE_MS = 2
/** How long a slice of upkeep takes while nothing else is to do, ms. */
const IDLE_UPKEEP_MS = 10

/**
 * The full-text index: FlexSearch with postings in the catalog's database, written in the transaction of the articles.
 *
 * It holds body text without furniture, titles, and what fields ask of articles themselves. It can be deleted and built anew at any
 * time. Not to be searched between a `keep` and its `settled` when the transaction may still be rolled back.
 */
export class FullText implements Deriver {
  readonly stage = 'index'
  readonly version = VERSION
  readonly eager = true
  #tables: PostingsTables | undefined
  #store: PostingsStore | undefined
  #engine: Engine | undefined
  #searcher: Searcher | undefined
  #rehearsal: Rehearsal | undefined
  #damaged = false

  /** True when a search or upkeep came upon damage: the index has to be cleared and built anew. */
  get damaged(): boolean {
    return this.#damaged
  }

  /** Opens the index, which takes milliseconds. Answers false when it is of another version or damaged; it is then empty. */
  open(db: Database): boolean {
    this.#tables = new PostingsTables(db)
    const version = this.#tables.meta('version')
    const sound = (version === String(VERSION) || this.#isNew(version)) && this.#load()
    if (!sound) this.clear()
    else if (version === undefined) this.#tables.setMeta('version', String(VERSION))
    return sound
  }

  keep(articles: readonly Article[]): void {
    const { engine, store } = this.#opened()
    const began = performance.now()
    engine.add(articles)
    const added = performance.now()
    const segments = store.segments.length
    if (segments < FEW_SEGMENTS) return
    const share = segments < MANY_SEGMENTS ? UPKEEP_SHARE : MUCH_UPKEEP_SHARE
    const took = Math.min(added - began, MOST_ARTICLE_MS * articles.length)
    store.tidy(added + Math.max(LEAST_UPKEEP_MS, share * took), false)
  }

  drop(ids: readonly ArticleId[]): void {
    const { store } = this.#opened()
    for (const id of ids) store.removeArticle(id)
  }

  clear(): void {
    const tables = this.#tables
    if (tables === undefined) return
    tables.clear()
    tables.setMeta('version', String(VERSION))
    this.#load()
  }

  settled(committed: boolean): void {
    // Memory already holds what was committed; what was rolled back is forgotten by reading anew.
    if (!committed) this.#load()
  }

  close(): void {
    this.#tables = undefined
    this.#store = undefined
    this.#engine = undefined
    this.#searcher = undefined
    this.#endRehearsal()
  }

  [Symbol.dispose](): void {
    this.close()
  }

  /** Number of articles in the index. */
  get size(): number {
    return this.#store?.documents.count ?? 0
  }

  /**
   * Does a slice of the upkeep that makes later searches faster: merges what was added piecemeal, drops what was removed, reads what
   * phrases need, and rehearses adding. To be called in a transaction of its own while nothing else is to do. Answers false when
   * nothing is left to do.
   */
  compact(): boolean {
    const { store } = this.#opened()
    const until = performance.now() + IDLE_UPKEEP_MS
    try {
      return store.tidy(until, true) || store.streams.warm(until) || this.#rehearse(store, until)
    } catch (error) {
      if (!(error instanceof IndexDamagedError)) throw error
      this.#damaged = true
      return false
    }
  }

  #rehearse({ segments: [first] }: PostingsStore, until: number): boolean {
    if (first === undefined || Rehearsal.isOver) return false
    this.#rehearsal ??= new Rehearsal(first.dictionary)
    if (!this.#rehearsal.step(until)) this.#endRehearsal()
    return true
  }

  #endRehearsal(): void {
    this.#rehearsal?.close()
    this.#rehearsal = undefined
  }

  /** Answers a typed query; never fails. The last word counts as unfinished unless a space or a quotation mark follows it. */
  search(request: SearchRequest, context: SearchContext): HitPage {
    try {
      const { searcher } = this.#opened()
      return searcher.search(request, context)
    } catch (error) {
      if (!(error instanceof IndexDamagedError)) throw error
      this.#damaged = true
      const notice = { code: 'rebuilding', text: '' } as const
      return { total: 0, hits: [], searched: request.text, notices: [notice], tookMs: 0 }
    }
  }

  /**
   * Returns the articles nearest to a sentence with their scores, best first, without reading any text: those with any of its telling
   * words, ranked as `search` ranks when no article holds them all.
   */
  rank(text: string, limit: number): { id: ArticleId; score: number }[] {
    const request: SearchRequest = { text, offset: 0, limit, sort: 'relevance', facets: false }
    const nowhere: SearchContext = { article: () => undefined, headers: () => [] }
    return this.#opened().searcher.rank(request, nowhere)
  }

  /** Completions of the word before the caret: field names, publishers, words of the library. */
  complete(text: string, caret: number): Completion[] {
    return this.#opened().searcher.complete(text, caret)
  }

  #isNew(version: string | undefined): boolean {
    return version === undefined && this.#tables?.segments().length === 0
  }

  /** Reads what is kept. Answers false when it can't be trusted. */
  #load(): boolean {
    const tables = this.#tables
    if (tables === undefined) return false
    try {
      this.#store = new PostingsStore(tables)
      this.#engine = new Engine(this.#store)
      this.#searcher = new Searcher(this.#store)
      this.#damaged = false
      return true
    } catch (error) {
      if (error instanceof IndexDamagedError) return false
      throw error
    }
  }

  #opened(): { store: PostingsStore; engine: Engine; searcher: Searcher } {
    const store = this.#store
    const engine = this.#engine
    const searcher = this.#searcher
    if (store === undefined || engine === undefined || searcher === undefined) {
      throw new Error('Cannot use the index: it is not open')
    }
    return { store, engine, searcher }
  }
}
