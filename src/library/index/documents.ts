import type { Article, ArticleId } from '../../core/article/article'

/** Stands for "no date known"; sorts before every day. */
export const NO_DAY = -0x80000000

/** What the index keeps of an article beside its words. */
export interface DocumentFacts {
  readonly doc: number
  readonly article: ArticleId
  /** Words, title included. */
  readonly length: number
  /** Days since 1970-01-01 of publishing, or else of saving. */
  readonly day: number
  /** Publisher and host, parted by a line break; either may be empty. */
  readonly site: string
}

/** The facts of a segment's documents, one column each. */
export interface FactColumns {
  /** Ascending. */
  readonly docs: Uint32Array
  readonly articles: Uint32Array
  readonly lengths: Uint32Array
  readonly days: Int32Array
  /** Numbers of `siteNames`. */
  readonly sites: Uint32Array
  readonly siteNames: readonly string[]
}

/** Returns what is kept of an article. */
export function factsOf(article: Article, doc: number, length: number): DocumentFacts {
  const { published, saved, publisher, url } = article.metadata
  const host = url === undefined ? '' : (URL.parse(url.value)?.hostname ?? '')
  return {
    doc,
    article: article.id,
    length,
    day: dayOf((published ?? saved)?.value ?? ''),
    site: `${publisher?.value ?? ''}\n${host.replace(/^www\./, '')}`
  }
}

/** Returns days since 1970-01-01 of an ISO date; a year or month alone is its first day. */
export function dayOf(iso: string): number {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(iso)
  if (parts === null) return NO_DAY
  const time = Date.UTC(Number(parts[1]), Number(parts[2] ?? 1) - 1, Number(parts[3] ?? 1))
  return Number.isNaN(time) ? NO_DAY : Math.floor(time / 86_400_000)
}

/** Returns the ISO date of a day. */
export function isoOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

/** All documents in memory, by document number: dense arrays, so that ranking touches no objects. */
export class Documents {
  articles = new Uint32Array(1024)
  lengths = new Uint32Array(1024)
  days = new Int32Array(1024)
  sites = new Uint32Array(1024)
  alive = new Uint8Array(1024)
  /** Highest document number in use, 0 for none. */
  last = 0
  count = 0
  totalLength = 0
  /** Names by number. */
  readonly siteNames: string[] = ['\n']
  readonly #siteByName = new Map<string, number>([['\n', 0]])
  /** Document of each article, 0 for none. Ids of articles are given out one after the other: an array is smaller than a map. */
  #docByArticle = new Uint32Array(1024)

  add(facts: DocumentFacts): void {
    const { doc } = facts
    this.#reserve(doc + 1)
    this.articles[doc] = facts.article
    this.lengths[doc] = facts.length
    this.days[doc] = facts.day
    this.sites[doc] = this.#siteNumber(facts.site)
    this.alive[doc] = 1
    this.last = Math.max(this.last, doc)
    this.count++
    this.totalLength += facts.length
    this.#place(facts.article, doc)
  }

  /** Adds the documents of a segment, without making an object for each: opening a large library waits for this. */
  addColumns(columns: FactColumns): void {
    const { docs } = columns
    const last = docs[docs.length - 1] ?? 0
    this.#reserve(last + 1)
    const numbers = columns.siteNames.map((name) => this.#siteNumber(name))
    for (let i = 0; i < docs.length; i++) {
      const doc = docs[i] ?? 0
      this.articles[doc] = columns.articles[i] ?? 0
      this.#place(columns.articles[i] ?? 0, doc)
      this.lengths[doc] = columns.lengths[i] ?? 0
      this.days[doc] = columns.days[i] ?? NO_DAY
      this.sites[doc] = numbers[columns.sites[i] ?? 0] ?? 0
      this.alive[doc] = 1
      this.totalLength += columns.lengths[i] ?? 0
    }
    this.last = Math.max(this.last, last)
    this.count += docs.length
  }

  /** Marks a document as gone. Answers false when it was. */
  remove(doc: number): boolean {
    if (this.alive[doc] !== 1) return false
    this.alive[doc] = 0
    this.count--
    this.totalLength -= this.lengths[doc] ?? 0
    const article = this.articles[doc] ?? 0
    if (this.#docByArticle[article] === doc) this.#docByArticle[article] = 0
    return true
  }

  facts(doc: number): DocumentFacts {
    return {
      doc,
      article: this.articles[doc] ?? 0,
      length: this.lengths[doc] ?? 0,
      day: this.days[doc] ?? NO_DAY,
      site: this.siteNames[this.sites[doc] ?? 0] ?? '\n'
    }
  }

  /** Returns the document of an article. */
  docOf(article: ArticleId): number | undefined {
    const doc = this.#docByArticle[article] ?? 0
    return doc === 0 ? undefined : doc
  }

  get averageLength(): number {
    return this.count === 0 ? 1 : this.totalLength / this.count
  }

  #place(article: ArticleId, doc: number): void {
    if (article >= this.#docByArticle.length) {
      const grown = new Uint32Array(Math.max(article + 1, this.#docByArticle.length * 2))
      grown.set(this.#docByArticle)
      this.#docByArticle = grown
    }
    // Of two documents of one article the older is removed, whichever was read first.
    if ((this.#docByArticle[article] ?? 0) < doc) this.#docByArticle[article] = doc
  }

  #siteNumber(name: string): number {
    let number = this.#siteByName.get(name)
    if (number === undefined) {
      number = this.siteNames.length
      this.siteNames.push(name)
      this.#siteByName.set(name, number)
    }
    return number
  }

  #reserve(size: number): void {
    if (size <= this.alive.length) return
    // Room for some more: the first article that is added after opening does not wait for everything to be copied.
    const capacity = Math.max(size + (size >> 3), this.alive.length * 2)
    const grow = <T extends Uint8Array | Uint32Array | Int32Array>(old: T, grown: T): T => {
      grown.set(old)
      return grown
    }
    this.articles = grow(this.articles, new Uint32Array(capacity))
    this.lengths = grow(this.lengths, new Uint32Array(capacity))
    this.days = grow(this.days, new Int32Array(capacity))
    this.sites = grow(this.sites, new Uint32Array(capacity))
    this.alive = grow(this.alive, new Uint8Array(capacity))
  }
}
