import type { Article, ArticleId } from '../../core/article/article'
import { clusterArticles, type ClusterDecisions } from '../../core/overlap/cluster'
import { fingerprint } from '../../core/overlap/fingerprint'
import type { Cluster, Overlap } from '../../core/overlap/model'
import { sharedItems } from '../../core/overlap/items'
import { originOfPair, type Origin } from '../../core/overlap/origin'
import { Postings } from '../../core/overlap/postings'
import { readWords, relateTexts, type Words } from '../../core/overlap/relate'
import { findStock } from '../../core/overlap/stock'
import { haveOneSubject } from '../../core/overlap/subject'
import { termsOf } from '../../core/overlap/terms'
import { dayNumber, TopicIndex } from '../../core/overlap/topic-index'
import { topicKind } from '../../core/overlap/topic-kind'
import { wordsOf } from '../../core/overlap/word-list'
import type { Decision } from '../../shared/decision'
import type { Database } from '../catalog/database'
import { OverlapTables } from '../catalog/overlaps'
import type { Deriver } from './deriver'

/** What the stage asks of the library. */
export interface OverlapSources {
  readonly articles: (id: ArticleId) => Article | undefined
  readonly decisions: () => readonly Decision[]
}

/** Shared fingerprints from which two reports are compared word for word; one is enough when hardly any other report has it. */
const MIN_SHARED_KEYS = 2
const RARE_HOLDERS = 3
/** Reports compared word for word per new report, most shared fingerprints first. Bounds time in large syndication. */
const MAX_COMPARED = 500
/** Reports looked at per key, newest first. A key of more reports is one of very many copies. Bounds time. */
const MAX_HOLDERS = 400
/** Growth of the library after which stock phrases are looked for anew. Lower costs time, higher reports more bios meanwhile. */
const STOCK_GROWTH = 1.5
/** Links of subject kept per report, closest first. */
const MAX_TOPICS = 25
/** Cosine below which a subject is not looked at. */
const MIN_COSINE = 0.16
/** Reports whose words are kept in memory between comparisons. */
const CACHED_WORDS = 400

/** Finds, keeps and serves what every two reports have to do with each other. */
export class Overlaps implements Deriver {
  readonly stage = 'overlaps'
  readonly version = 1
  readonly eager = false
  readonly #sources: OverlapSources
  #tables: OverlapTables | undefined
  #prints = new Postings()
  #topics = new TopicIndex()
  readonly #words = new Map<ArticleId, Words>()
  #stock: ReadonlySet<number> = new Set()
  /** Reports there were when stock phrases were last looked for. */
  #stockSize = 0
  #clusters: { readonly key: string; readonly list: readonly Cluster[] } | undefined

  constructor(sources: OverlapSources) {
    this.#sources = sources
  }

  open(db: Database): boolean {
    this.#tables = new OverlapTables(db)
    try {
      this.#load()
      return true
    } catch {
      return false
    }
  }

  keep(articles: readonly Article[]): void {
    const tables = this.#open()
    for (const article of articles) {
      this.#forget(article.id)
      tables.drop(article.id)
      const list = wordsOf(article)
      const features = {
        id: article.id,
        keys: fingerprint(list.hashes),
        terms: termsOf(list),
        day: dayNumber(article.metadata.published?.value)
      }
      tables.keepFeatures(features)
      this.#prints.add(article.id, features.keys)
      this.#topics.add(article.id, features.terms, features.day)
    }
    this.#learnStock()
    for (const article of articles)
      for (const overlap of this.#relationsOf(article)) tables.keepPair(overlap)
  }

  drop(ids: readonly ArticleId[]): void {
    for (const id of ids) {
      this.#forget(id)
      this.#open().drop(id)
    }
  }

  clear(): void {
    this.#open().clear()
    this.#reset()
  }

  settled(committed: boolean): void {
    this.#clusters = undefined
    if (!committed) this.#load()
  }

  close(): void {
    this.#reset()
    this.#tables = undefined
  }

  /** Returns the overlaps of an article, strongest first; `a` is the article. */
  of(id: ArticleId): Overlap[] {
    return this.#open()
      .pairsOf(id)
      .map((overlap) => this.#withItems(orient(overlap, id)))
      .sort(byStrength)
  }

  /** Returns the overlap of two articles; `a` is the first. */
  pair(a: ArticleId, b: ArticleId): Overlap | undefined {
    const kept = this.#open().pair(Math.min(a, b), Math.max(a, b))
    return kept && this.#withItems(orient(kept, a))
  }

  /** Returns every cluster: pinned ones first, then the largest. */
  clusters(): readonly Cluster[] {
    const decisions = clusterDecisions(this.#sources.decisions())
    const key = JSON.stringify(decisions)
    if (this.#clusters?.key !== key) {
      const links = this.#open().allPairs()
      const list = clusterArticles(links, (id) => this.#member(id), decisions)
      this.#clusters = { key, list }
    }
    return this.#clusters.list
  }

  /** Returns every pair among these articles that shares wording; `a < b`, passages included. */
  textPairsAmong(ids: readonly ArticleId[]): Overlap[] {
    const wanted = new Set(ids)
    const tables = this.#open()
    return ids.flatMap((id) =>
      tables
        .pairsOf(id)
        .filter(({ a, b, kind }) => a === id && wanted.has(b) && TEXT_KINDS.has(kind))
    )
  }

  clusterOf(id: ArticleId): Cluster | undefined {
    return this.clusters().find(({ members }) => members.includes(id))
  }

  /** Returns how many reports share wording with the article. */
  countOf(id: ArticleId): number {
    return this.#open().countOf(id, [...TEXT_KINDS])
  }

  /** Says which of two overlapping articles copies, when their words show it. */
  originOf(a: ArticleId, b: ArticleId): Origin | undefined {
    const [left, right] = [this.#sources.articles(a), this.#sources.articles(b)]
    const kind = this.pair(a, b)?.kind
    if (left === undefined || right === undefined || kind === undefined || !TEXT_KINDS.has(kind))
      return undefined
    return originOfPair(left, right)
  }

  /** Reasons are read from the texts when somebody asks: most pairs are never looked at. */
  #withItems(overlap: Overlap): Overlap {
    if (overlap.kind !== 'same-event' && overlap.kind !== 'same-topic') return overlap
    const [left, right] = [this.#sources.articles(overlap.a), this.#sources.articles(overlap.b)]
    if (left === undefined || right === undefined) return overlap
    return { ...overlap, items: sharedItems(left, right) }
  }

  #open(): OverlapTables {
    if (this.#tables === undefined) throw new Error('Cannot use overlaps: not open')
    return this.#tables
  }

  #reset(): void {
    this.#prints = new Postings()
    this.#topics = new TopicIndex()
    this.#words.clear()
    this.#clusters = undefined
    this.#stock = new Set()
    this.#stockSize = 0
  }

  #load(): void {
    this.#reset()
    for (const { id, keys, terms, day } of this.#open().features()) {
      this.#prints.add(id, keys)
      this.#topics.add(id, terms, day)
    }
    // As they were found, not as they would be found now: a library that was interrupted goes on as one that was not.
    const { reports, keys } = this.#open().stock()
    this.#stock = keys
    this.#stockSize = reports
  }

  #forget(id: ArticleId): void {
    this.#prints.remove(id)
    this.#topics.remove(id)
    this.#words.delete(id)
    this.#clusters = undefined
  }

  #member(id: ArticleId) {
    const article = this.#sources.articles(id)
    return article && { id, published: article.metadata.published?.value, words: article.words }
  }

  #relationsOf(article: Article): Overlap[] {
    const found = new Map<ArticleId, Overlap>()
    for (const id of this.#candidates(article.id)) {
      const overlap = this.#relate(article, id)
      if (overlap !== undefined) found.set(id, overlap)
    }
    let topics = 0
    for (const { id, cosine, days } of this.#topics.neighbours(article.id, MIN_COSINE)) {
      if (topics >= MAX_TOPICS) break
      const other = this.#sources.articles(id)
      if (found.has(id) || other === undefined) continue
      const kind = topicKind(article, other, cosine, days)
      if (kind === undefined) continue
      topics++
      found.set(id, {
        ...ends(article.id, id),
        kind,
        containmentA: 0,
        containmentB: 0,
        resemblance: 0,
        words: 0,
        passages: [],
        cosine,
        items: []
      })
    }
    return [...found.values()]
  }

  #findStock(): Set<number> {
    const known = new Map<string, boolean>()
    return findStock(this.#prints, (a, b) => {
      const pair = a < b ? `${a} ${b}` : `${b} ${a}`
      const alike = known.get(pair) ?? this.#areAlike(a, b)
      known.set(pair, alike)
      return alike
    })
  }

  #areAlike(a: ArticleId, b: ArticleId): boolean {
    const [left, right] = [this.#sources.articles(a), this.#sources.articles(b)]
    if (left === undefined || right === undefined) return true
    const rarity = (term: number) => this.#topics.rarity(term)
    return haveOneSubject(this.#wordsOf(left).list, this.#wordsOf(right).list, rarity)
  }

  /** Looks for stock phrases anew when the library has grown, and compares the pairs again that rest on new ones. */
  #learnStock(): void {
    if (this.#prints.size < this.#stockSize * STOCK_GROWTH) return
    const before = this.#stock
    this.#stock = this.#findStock()
    this.#stockSize = this.#prints.size
    this.#open().keepStock({ reports: this.#stockSize, keys: this.#stock })
    const stale = new Set<ArticleId>()
    for (const key of this.#stock)
      if (!before.has(key)) for (const id of this.#prints.holders(key, MAX_HOLDERS)) stale.add(id)
    if (before.size > 0 || this.#stock.size > 0) this.#words.clear()
    const tables = this.#open()
    for (const id of stale) {
      const article = this.#sources.articles(id)
      if (article === undefined) continue
      for (const { a, b, kind } of tables.pairsOf(id)) {
        if (!RESTS_ON_WORDS.has(kind)) continue
        const overlap = this.#relate(article, a === id ? b : a)
        if (overlap === undefined) tables.dropPair(a, b)
        else tables.keepPair(overlap)
      }
    }
  }

  #candidates(id: ArticleId): ArticleId[] {
    const counts = new Map<ArticleId, number>()
    for (const key of new Set(this.#prints.keysOf(id))) {
      if (this.#stock.has(key)) continue
      const holders = this.#prints.holders(key, MAX_HOLDERS)
      const weight = holders.length <= RARE_HOLDERS ? MIN_SHARED_KEYS : 1
      for (const other of holders)
        if (other !== id) counts.set(other, (counts.get(other) ?? 0) + weight)
    }
    return [...counts]
      .filter(([, keys]) => keys >= MIN_SHARED_KEYS)
      .sort((x, y) => y[1] - x[1] || x[0] - y[0])
      .slice(0, MAX_COMPARED)
      .map(([other]) => other)
  }

  #relate(article: Article, id: ArticleId): Overlap | undefined {
    const other = this.#sources.articles(id)
    if (other === undefined) return undefined
    const [first, second] = article.id < id ? [article, other] : [other, article]
    const { kind, ...relation } = relateTexts(this.#wordsOf(first), this.#wordsOf(second))
    if (kind === undefined) return undefined
    const cosine = this.#topics.cosine(first.id, second.id)
    return { ...ends(first.id, second.id), kind, ...relation, cosine, items: [] }
  }

  #wordsOf(article: Article): Words {
    const known = this.#words.get(article.id)
    if (known !== undefined) return known
    const words = readWords(article, (key) => this.#stock.has(key))
    if (this.#words.size >= CACHED_WORDS) {
      const [oldest] = this.#words.keys()
      if (oldest !== undefined) this.#words.delete(oldest)
    }
    this.#words.set(article.id, words)
    return words
  }
}

const ends = (a: ArticleId, b: ArticleId) => ({ a: Math.min(a, b), b: Math.max(a, b) })

const TEXT_KINDS: ReadonlySet<Overlap['kind']> = new Set([
  'same-text',
  'version',
  'shared-passages'
])
const RESTS_ON_WORDS: ReadonlySet<Overlap['kind']> = new Set([...TEXT_KINDS, 'shared-quotation'])
const ORDER: readonly Overlap['kind'][] = [
  'same-text',
  'version',
  'shared-passages',
  'shared-quotation',
  'same-event',
  'same-topic'
]

function byStrength(x: Overlap, y: Overlap): number {
  return (
    ORDER.indexOf(x.kind) - ORDER.indexOf(y.kind) ||
    Math.max(y.containmentA, y.containmentB) - Math.max(x.containmentA, x.containmentB) ||
    y.cosine - x.cosine ||
    x.b - y.b
  )
}

function orient(overlap: Overlap, first: ArticleId): Overlap {
  if (overlap.a === first) return overlap
  return {
    ...overlap,
    a: overlap.b,
    b: overlap.a,
    containmentA: overlap.containmentB,
    containmentB: overlap.containmentA,
    passages: overlap.passages.map((passage) => ({ ...passage, a: passage.b, b: passage.a }))
  }
}

function clusterDecisions(decisions: readonly Decision[]): ClusterDecisions {
  const pairs = decisions.filter((decision) => decision.kind === 'cluster')
  const ofPairs = (together: boolean) =>
    pairs.filter((pair) => pair.together === together).map(({ a, b }) => [a, b] as const)
  return {
    together: ofPairs(true),
    apart: ofPairs(false),
    pinned: decisions
      .filter((d) => d.kind === 'pin')
      .filter((d) => d.pinned)
      .map((d) => d.article)
  }
}
