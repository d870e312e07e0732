import type { Article, ArticleId } from '../../core/article/article'
import { clusterArticles, type Member } from '../../core/overlap/cluster'
import { fingerprint } from '../../core/overlap/fingerprint'
import type { Cluster, Overlap } from '../../core/overlap/model'
import { sharedItems } from '../../core/overlap/items'
import { originOfPair } from '../../core/overlap/origin'
import type { HeldKeys, Sharing } from '../../core/overlap/held-keys'
import { outlineOf, Outlines } from '../../core/overlap/outlines'
import { Postings } from '../../core/overlap/postings'
import { relateTexts, type Words } from '../../core/overlap/relate'
import { Scratch } from '../../core/overlap/scratch'
import { Stock } from '../../core/overlap/stock'
import { areStrangers, haveOneSubject } from '../../core/overlap/subject'
import { termsOf, TermsMemory } from '../../core/overlap/terms'
import { dayNumber, TopicIndex } from '../../core/overlap/topic-index'
import { mainWeekday, topicKind } from '../../core/overlap/topic-kind'
import type { Decision } from '../../shared/decision'
import type { OverlapView } from '../../shared/shapes'
import type { Database } from '../catalog/database'
import { OverlapTables, type KeptFeatures } from '../catalog/overlaps'
import { clusterDecisions } from './cluster-decisions'
import type { Deriver } from './deriver'
import { byStrength, orient } from './overlap-order'
import { ReportWords } from './report-words'
import { StalePairs } from './stale-pairs'

/** What the stage asks of the library. */
export interface OverlapSources {
  readonly articles: (id: ArticleId) => Article | undefined
  /** Date and length of an article, for one of whom no more is wanted: there may be thousands in clusters. */
  readonly members: (id: ArticleId) => Member | undefined
  readonly decisions: () => readonly Decision[]
}

/** Shared fingerprints from which two reports are compared word for word; one is enough when hardly any other report has it. */
const MIN_SHARED_KEYS = 2
const RARE_HOLDERS = 3
/** Reports compared word for word per new report, most shared fingerprints first. Bounds time in large syndication. */
const MAX_COMPARED = 500
/** What the keys of a pair count together from which it is compared without a look at outlines: nearly all such pairs share text. */
const SURE_WEIGHT = 8
/** Reports looked at per key, newest first. A key of more reports is one of very many copies. Bounds time. */
const MAX_HOLDERS = 400
/** Links of subject kept per report, closest first. */
const MAX_TOPICS = 25
/** Pairs of reports whose subjects are remembered while stock phrases are looked for. Bounds memory. */
const MAX_REMEMBERED = 100_000
/** Growth of the library after which they are forgotten: rarities drift. */
const MEMORY_GROWTH = 1.5
/** How long pairs are compared again at a time, in ms. */
const CATCH_UP_MS = 4

/** Finds, keeps and serves what every two reports have to do with each other. */
export class Overlaps implements Deriver {
  readonly stage = 'overlaps'
  readonly version = 4
  readonly eager = false
  readonly #sources: OverlapSources
  #tables: OverlapTables | undefined
  #prints = new Postings()
  #topics = new TopicIndex()
  #outlines = new Outlines()
  readonly #words: ReportWords
  /** The weekday that a report names most, for those that name one. */
  readonly #weekdays = new Map<ArticleId, number>()
  #stock = this.#newStock()
  #stale = new StalePairs()
  /** What is read from a report that arrives, until the next one; and the keys of two reports. */
  readonly #memory = { keys: new Scratch(), terms: new TermsMemory(), outline: new Scratch() }
  readonly #keysOfTwo = [new Scratch(), new Scratch()] as const
  /** Whether two reports have one subject, by their pair, as found since the library had so many reports. */
  readonly #alike = new Map<number, boolean>()
  #alikeSince = 0
  #clusters: { readonly key: string; readonly list: readonly Cluster[] } | undefined
  /** Whether memory holds the features of every report: only a new report needs them, and most starts bring none. */
  #loaded = false
  /** Whether pairs were left to be compared again when the library was last closed, once that was asked. */
  #leftOver: boolean | undefined

  constructor(sources: OverlapSources) {
    this.#sources = sources
    this.#words = new ReportWords(sources.articles, (key) => this.#stock.has(key))
  }

  open(db: Database): boolean {
    this.#tables = new OverlapTables(db)
    this.#reset()
    return this.#tables.sound()
  }

  keep(articles: readonly Article[]): void {
    const tables = this.#open()
    if (!this.#loaded) this.#load()
    for (const article of articles) {
      // New ones have no rows.
      if (this.#prints.has(article.id)) this.drop([article.id])
      const words = this.#words.read(article)
      const { list } = words
      const features = {
        id: article.id,
        keys: fingerprint(list.hashes, { shingles: words.seeds, into: this.#memory.keys }),
        terms: termsOf(list, { into: this.#memory.terms }),
        outline: outlineOf(list.hashes, this.#memory.outline),
        day: dayNumber(article.metadata.published?.value),
        weekday: mainWeekday(article)
      }
      this.#remember(features)
      const held = this.#stock.heldWith(article.id)
      tables.keepFeatures({ ...features, copies: this.#stock.welcome(article.id, held) })
      this.#learnStock(article.id, held)
      for (const overlap of this.#relationsOf(words, held)) tables.keepPair(overlap)
    }
    this.#clusters = undefined
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
    if (!committed) this.#reset()
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
      const list = clusterArticles(links, this.#sources.members, decisions)
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

  /** Returns the articles whose clusters the reader pinned. */
  pinned(): ReadonlySet<ArticleId> {
    return new Set(clusterDecisions(this.#sources.decisions()).pinned)
  }

  clusterOf(id: ArticleId): Cluster | undefined {
    return this.clusters().find(({ members }) => members.includes(id))
  }

  /** Returns the reports that share wording with the article, in any order. */
  copiesOf(id: ArticleId): ArticleId[] {
    return this.#open().partners(id, [...TEXT_KINDS])
  }

  /** Returns how many reports share wording with the article. */
  countOf(id: ArticleId): number {
    return this.#open().countOf(id, [...TEXT_KINDS])
  }

  /** Says which of two overlapping articles copies, when their words show it. */
  originOf(a: ArticleId, b: ArticleId): OverlapView['origin'] {
    const decided = this.#sources
      .decisions()
      .findLast((d) => d.kind === 'origin' && [d.a, d.b].every((id) => id === a || id === b))
    if (decided?.kind === 'origin') {
      if (decided.copy === 'neither') return { text: BY_READER, byReader: true }
      return { text: BY_READER, copy: decided[decided.copy], byReader: true }
    }
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
    this.#outlines = new Outlines()
    this.#words.clear()
    this.#weekdays.clear()
    this.#clusters = undefined
    this.#alike.clear()
    this.#stock = this.#newStock()
    this.#stale = new StalePairs()
    this.#loaded = false
    this.#leftOver = undefined
  }

  #load(): void {
    this.#reset()
    this.#loaded = true
    for (const features of this.#open().features()) {
      this.#remember(features)
      this.#stock.join(features.id, features.copies)
    }
    // As it was found, not as it would be found now: a library that was interrupted goes on as one that was not.
    const known = this.#open().stock()
    this.#stock.restore(known)
    this.#reopen(known.unchecked)
  }

  #remember({ id, keys, terms, outline, day, weekday }: Omit<KeptFeatures, 'copies'>): void {
    this.#outlines.add(id, outline)
    this.#prints.add(id, keys)
    this.#topics.add(id, terms, day)
    if (weekday !== undefined) this.#weekdays.set(id, weekday)
  }

  #forget(id: ArticleId): void {
    this.#weekdays.delete(id)
    this.#prints.remove(id)
    this.#topics.remove(id)
    this.#outlines.remove(id)
    this.#stock.forget(id)
    this.#words.forget(id)
    this.#clusters = undefined
  }

  #relationsOf(own: Words, held: HeldKeys): Overlap[] {
    const { article } = own
    const found = new Map<ArticleId, Overlap>()
    for (const { id, weight } of this.#candidates(held)) {
      if (weight < SURE_WEIGHT && !this.#outlines.mayShare(own, id)) continue
      const overlap = this.#relate(own, id)
      if (overlap !== undefined) found.set(id, overlap)
    }
    let topics = 0
    for (const { id, cosine, days } of this.#topics.neighbours(article.id)) {
      if (topics >= MAX_TOPICS) break
      if (found.has(id)) continue
      const weekdays = [this.#weekdays.get(article.id), this.#weekdays.get(id)] as const
      const kind = topicKind({ cosine, days, weekdays })
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

  #newStock(): Stock {
    return new Stock(this.#prints, (a, b) => {
      // Article ids are far below 2^26, so that a pair fits one exact number.
      const pair = Math.min(a, b) * 0x4000000 + Math.max(a, b)
      const alike = this.#alike.get(pair) ?? this.#areAlike(a, b)
      if (this.#alike.size < MAX_REMEMBERED) this.#alike.set(pair, alike)
      return alike
    })
  }

  #areAlike(a: ArticleId, b: ArticleId): boolean {
    const cosine = this.#topics.cosine(a, b)
    const [keysA, keysB] = this.#keysOfTwo
    if (areStrangers(this.#prints.keysOf(a, keysA), this.#prints.keysOf(b, keysB), cosine))
      return false
    const [left, right] = [this.#words.of(a), this.#words.of(b)]
    if (left === undefined || right === undefined) return true
    return haveOneSubject(left, right, (term) => this.#topics.rarity(term))
  }

  /** Learns stock phrases from a new report; pairs that rest on new ones are compared again by `catchUp`. */
  #learnStock(id: ArticleId, held: HeldKeys): void {
    if (this.#prints.size > this.#alikeSince * MEMORY_GROWTH) {
      this.#alike.clear()
      this.#alikeSince = this.#prints.size
    }
    const learned = this.#stock.learn(id, held)
    this.#open().keepStock(learned, { checked: learned.stock.length === 0 })
    this.#reopen(learned.stock)
  }

  /** Has the pairs that may rest on these stock phrases compared again. */
  #reopen(keys: readonly number[]): void {
    const holders = new Set(keys.flatMap((key) => this.#prints.holders(key, MAX_HOLDERS)))
    for (const id of holders) this.#words.forget(id)
    this.#stale.add(keys, holders)
  }

  owes(): boolean {
    if (this.#loaded) return !this.#stale.isEmpty
    return (this.#leftOver ??= this.#open().hasUnchecked())
  }

  catchUp(): void {
    const tables = this.#open()
    if (!this.#loaded) this.#load()
    this.#stale.work(performance.now() + CATCH_UP_MS, {
      partnersOf: (id) => tables.laterPartners(id, [...RESTS_ON_WORDS]),
      compare: (a, b) => {
        const own = this.#prints.has(a) && this.#prints.has(b) ? this.#words.of(a) : undefined
        const overlap = own && this.#relate(own, b)
        if (overlap === undefined) tables.dropPair(a, b)
        else tables.keepPair(overlap)
      },
      done: (keys) => tables.keepStock({ stock: keys, open: [] })
    })
  }

  #candidates(held: HeldKeys): Sharing[] {
    return this.#prints
      .sharing(held, (key) => this.#stock.has(key), {
        rareHolders: RARE_HOLDERS,
        rareWeight: MIN_SHARED_KEYS,
        least: MIN_SHARED_KEYS
      })
      .sort((x, y) => y.weight - x.weight || x.id - y.id)
      .slice(0, MAX_COMPARED)
  }

  #relate(own: Words, id: ArticleId): Overlap | undefined {
    const other = this.#words.glanceAt(id)
    if (other === undefined) return undefined
    const [first, second] = own.article.id < id ? [own, other] : [other, own]
    const { kind, ...relation } = relateTexts(first, second)
    if (kind === undefined) return undefined
    this.#words.keep(other)
    const { a, b } = ends(own.article.id, id)
    return { a, b, kind, ...relation, cosine: this.#topics.cosine(a, b), items: [] }
  }
}

const ends = (a: ArticleId, b: ArticleId) => ({ a: Math.min(a, b), b: Math.max(a, b) })

const TEXT_KINDS: ReadonlySet<Overlap['kind']> = new Set([
  'same-text',
  'version',
  'shared-passages'
])
const RESTS_ON_WORDS: ReadonlySet<Overlap['kind']> = new Set([...TEXT_KINDS, 'shared-quotation'])

/** Stands where the words of a page would, had the reader not said so. */
const BY_READER = 'as you decided'
