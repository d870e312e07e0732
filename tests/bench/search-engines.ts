import {
  create,
  insertMultiple,
  load,
  remove,
  save,
  search as oramaSearch,
  type RawData
} from '@orama/orama'
import MiniSearch from 'minisearch'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article } from '../../src/core/article/article'
import { checkpoint, openDatabase, type WritableDb } from '../../src/library/catalog/database'
import { FullText } from '../../src/library/index/full-text'
import { makeArticle } from './corpus'
import type { Query } from './search-queries'

/** An engine under measurement. Answers are the first twenty articles; the number found is returned. */
export interface Contestant {
  readonly name: string
  /** Makes an empty index in its folder. */
  create(): void
  add(articles: readonly Article[]): void | Promise<void>
  /** Puts on disk what is kept there and answers with its size in bytes. */
  keep(): number | Promise<number>
  /** Opens what was kept. */
  open(): void | Promise<void>
  /** Does a slice of upkeep while nothing else is to do; false when nothing is left to do. */
  idle?(): boolean | Promise<boolean>
  /** Does what is done between two articles that come by themselves, half a second and more apart. */
  rest?(): void
  /** Undefined when the engine can't do it. */
  find(query: Query): number | undefined | Promise<number | undefined>
  remove(id: number): unknown
  close(): void
}

/** Articles published from this day on pass the filter. */
const FROM = '2023-06-01'
/** Words between two that still are near. */
const NEAR = 5
/** Twice as generous as our own reading: FTS5 keeps its pages where we keep blocks. */
const PRAGMAS = 'PRAGMA cache_size = -49152'

/** Returns a request for the first twenty. */
const pageOf = (text: string) =>
  ({ text, offset: 0, limit: 20, sort: 'relevance', facets: false }) as const

/** Ours: FlexSearch with postings in SQLite. Marks and excerpts are made only in `page`, which peers do not have. */
export class Ours implements Contestant {
  readonly name = 'Briefing Reader'
  readonly #file: string
  readonly #index = new FullText()
  #db: WritableDb | undefined
  #texts = new Map<number, Article>()

  constructor(dir: string) {
    this.#file = join(dir, 'index.db')
  }
  create(): void {
    this.open()
  }
  add(articles: readonly Article[]): void {
    this.#within(() => this.#index.keep(articles))
  }
  keep(): number {
    while (this.idle());
    this.#opened().exec('PRAGMA wal_checkpoint(TRUNCATE)')
    return statSync(this.#file).size
  }
  open(): void {
    this.#db = openDatabase(this.#file)
    this.#index.open(this.#db)
  }
  find({ kind, text }: Query): number {
    const [first = '', second = ''] = text.split(' ')
    const typed =
      kind === 'filter'
        ? `${text} after:${FROM} `
        : kind === 'phrase'
          ? `"${text}"`
          : kind === 'near'
            ? `${first} NEAR/${String(NEAR)} ${second} `
            : kind === 'keystroke'
              ? text
              : `${text} `
    return this.#index.search(pageOf(typed), { article: () => undefined, headers: () => [] }).total
  }
  /** Makes anew the articles of the first page, so that `page` neither invents them nor has seen them. */
  prepare(text: string): void {
    const headers = (ids: readonly number[]): [] => {
      // As they come out of a catalog: text in one piece.
      this.#texts = new Map(ids.map((id) => [id, structuredClone(makeArticle(id))]))
      return []
    }
    this.#index.search(pageOf(text), { article: () => undefined, headers })
  }
  /** Twenty hits with marks and excerpts, of articles that are at hand. */
  page(text: string): number {
    const context = {
      article: (id: number) => this.#texts.get(id),
      headers: (ids: readonly number[]) =>
        ids.map((id) => ({
          id,
          title: '',
          authors: [],
          format: 'txt' as const,
          words: 0,
          folder: 1,
          subFolder: '',
          fileName: '',
          problems: 0,
          versions: 1
        }))
    }
    return this.#index.search(pageOf(text), context).hits.length
  }
  remove(id: number): void {
    this.#within(() => this.#index.drop([id]))
  }
  close(): void {
    this.#index.close()
    this.#db?.close()
  }
  idle(): boolean {
    let did = false
    this.#within(() => (did = this.#index.compact()))
    return did
  }
  rest(): void {
    while (this.idle());
    checkpoint(this.#opened())
  }
  #within(work: () => void): void {
    const db = this.#opened()
    db.exec('BEGIN IMMEDIATE')
    work()
    db.exec('COMMIT')
    this.#index.settled(true)
  }
  #opened(): WritableDb {
    if (this.#db === undefined) throw new Error('Cannot measure: the index is not open')
    return this.#db
  }
}

/** SQLite's own full-text index, with prefixes of two and three letters indexed. */
export class Fts5 implements Contestant {
  readonly name = 'SQLite FTS5'
  readonly #file: string
  #database: WritableDb | undefined

  constructor(dir: string) {
    this.#file = join(dir, 'fts.db')
  }
  create(): void {
    this.open()
    this.#db.exec(
      `CREATE VIRTUAL TABLE texts USING fts5 (title, body, published UNINDEXED, tokenize = 'unicode61', prefix = '2 3')`
    )
  }
  add(articles: readonly Article[]): void {
    const insert = this.#db.prepare(
      'INSERT INTO texts (rowid, title, body, published) VALUES (?, ?, ?, ?)'
    )
    this.#db.exec('BEGIN')
    for (const article of articles)
      insert.run(article.id, title(article), article.text, published(article))
    this.#db.exec('COMMIT')
  }
  keep(): number {
    this.#db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    return statSync(this.#file).size
  }
  open(): void {
    this.#database = openDatabase(this.#file)
    this.#database.exec(PRAGMAS)
  }
  find({ kind, text }: Query): number | undefined {
    if (kind === 'typo') return undefined
    const words = text.split(' ').filter((word) => word !== '')
    const all = words.map((word) => `"${word}"`).join(' AND ')
    const match =
      kind === 'phrase'
        ? `"${text}"`
        : kind === 'near'
          ? `NEAR(${words.map((word) => `"${word}"`).join(' ')}, ${String(NEAR)})`
          : kind === 'keystroke'
            ? `${all}*`
            : all
    const where = kind === 'filter' ? `AND published >= '${FROM}'` : ''
    const first = this.#db.prepare(
      `SELECT rowid FROM texts WHERE texts MATCH ? ${where} ORDER BY rank LIMIT 20`
    )
    return first.all(match).length
  }
  remove(id: number): void {
    this.#db.prepare('DELETE FROM texts WHERE rowid = ?').run(id)
  }
  rest(): void {
    checkpoint(this.#db)
  }
  close(): void {
    this.#database?.close()
  }
  get #db(): WritableDb {
    if (this.#database === undefined) throw new Error('Cannot measure: the index is not open')
    return this.#database
  }
}

const MINI = { fields: ['title', 'body'], storeFields: ['published'] }

export class Mini implements Contestant {
  readonly name = 'MiniSearch'
  readonly #file: string
  #index = new MiniSearch<Flat>(MINI)

  constructor(dir: string) {
    this.#file = join(dir, 'mini.json')
  }
  create(): void {
    this.#index = new MiniSearch<Flat>(MINI)
  }
  add(articles: readonly Article[]): void {
    this.#index.addAll(articles.map(flat))
  }
  keep(): number {
    writeFileSync(this.#file, JSON.stringify(this.#index))
    return statSync(this.#file).size
  }
  open(): void {
    this.#index = MiniSearch.loadJSON<Flat>(readFileSync(this.#file, 'utf8'), MINI)
  }
  find({ kind, text }: Query): number | undefined {
    if (kind === 'phrase' || kind === 'near') return undefined
    const words = text.split(' ')
    return this.#index
      .search(text, {
        combineWith: 'AND',
        prefix: (_term, at) => kind === 'keystroke' && at === words.length - 1,
        fuzzy: kind === 'typo' ? 1 : false,
        /* `published` is a stored field. */
        ...(kind === 'filter' && { filter: (hit) => (hit['published'] as string) >= FROM })
      })
      .slice(0, 20).length
  }
  remove(id: number): void {
    this.#index.discard(id)
  }
  close(): void {
    this.#index = new MiniSearch<Flat>(MINI)
  }
}

const ORAMA = {
  schema: { title: 'string', body: 'string', published: 'string', day: 'number' }
} as const
const newOrama = () => create(ORAMA)

export class Orama implements Contestant {
  readonly name = 'Orama'
  readonly #file: string
  #index = newOrama()

  constructor(dir: string) {
    this.#file = join(dir, 'orama.json')
  }
  create(): void {
    this.#index = newOrama()
  }
  async add(articles: readonly Article[]): Promise<void> {
    await insertMultiple(this.#index, articles.map(oramaDocument), 1000)
  }
  keep(): number {
    writeFileSync(this.#file, JSON.stringify(save(this.#index)))
    return statSync(this.#file).size
  }
  open(): void {
    this.#index = newOrama()
    load(this.#index, JSON.parse(readFileSync(this.#file, 'utf8')) as RawData)
  }
  async find({ kind, text }: Query): Promise<number | undefined> {
    if (kind === 'phrase' || kind === 'near') return undefined
    const found = await oramaSearch(this.#index, {
      term: text,
      limit: 20,
      threshold: 0,
      exact: kind !== 'keystroke' && kind !== 'typo',
      tolerance: kind === 'typo' ? 1 : 0,
      ...(kind === 'filter' && { where: { day: { gte: Date.parse(FROM) } } })
    })
    return found.count
  }
  async remove(id: number): Promise<boolean> {
    return remove(this.#index, String(id))
  }
  close(): void {
    this.#index = newOrama()
  }
}

interface Flat {
  readonly id: number
  readonly title: string
  readonly body: string
  readonly published: string
}

function flat(article: Article): Flat {
  return {
    id: article.id,
    title: title(article),
    body: article.text,
    published: published(article)
  }
}

function oramaDocument(article: Article): Omit<Flat, 'id'> & { id: string; day: number } {
  const { id, ...rest } = flat(article)
  return { ...rest, id: String(id), day: Date.parse(rest.published) }
}

/** Makes each engine over a folder of its own. */
export const ENGINES: Readonly<Record<string, (dir: string) => Contestant>> = {
  ours: (dir) => new Ours(dir),
  fts5: (dir) => new Fts5(dir),
  minisearch: (dir) => new Mini(dir),
  orama: (dir) => new Orama(dir)
}

function title(article: Article): string {
  return article.metadata.title.value
}

function published(article: Article): string {
  return article.metadata.published?.value ?? ''
}
