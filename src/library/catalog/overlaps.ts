import type { ArticleId } from '../../core/article/article'
import type { Overlap } from '../../core/overlap/model'
import type { StockKeys } from '../../core/overlap/stock'
import type { Terms } from '../../core/overlap/terms'
import type { StatementSync } from 'node:sqlite'
import type { Database } from './database'

/** What is kept of an article to find its overlaps. */
export interface KeptFeatures {
  readonly id: ArticleId
  /** Keys of the fingerprints, in text order. */
  readonly keys: Uint32Array
  readonly terms: Terms
  /** A mark per word, in text order. */
  readonly outline: Uint8Array
  /** Days since 1970, or undefined. */
  readonly day: number | undefined
  /** The weekday that it names most, 1 for Monday to 7, or undefined. */
  readonly weekday: number | undefined
  /** Earlier articles that were found to be copies of it when it arrived. */
  readonly copies: readonly ArticleId[]
}

/**
 * Pairs stand in the order in which they were found: a copy of very many has as many pairs, which by article would each go to another
 * page. Libraries that have them by article keep them so.
 */
const SCHEMA = `
CREATE TABLE IF NOT EXISTS overlap_features (
  article INTEGER PRIMARY KEY, keys BLOB NOT NULL,
  terms BLOB NOT NULL, weights BLOB NOT NULL, day INTEGER, weekday INTEGER,
  copies BLOB NOT NULL, outline BLOB NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS overlap_pairs (
  a INTEGER NOT NULL, b INTEGER NOT NULL, kind TEXT NOT NULL, overlap TEXT NOT NULL, PRIMARY KEY (a, b)
) STRICT;
CREATE INDEX IF NOT EXISTS overlap_pairs_b ON overlap_pairs (b, a);
CREATE TABLE IF NOT EXISTS overlap_keys (key INTEGER PRIMARY KEY, stock INTEGER NOT NULL) STRICT;
`

const NO_BYTES = new Uint8Array()

/** What is kept of a key. */
const OPEN = 0
const STOCK = 1
const UNCHECKED = 2

/** The tables of the stage `overlaps`. Every write happens in the transaction that is open. */
export class OverlapTables {
  readonly #db: Database
  readonly #statements = new Map<string, StatementSync>()

  constructor(db: Database) {
    this.#db = db
    const columns = db.prepare("SELECT name FROM pragma_table_info('overlap_features')").all()
    // Tables of an earlier version are made anew; their rows are derived again anyhow.
    if (columns.length > 0 && !columns.some(({ name }) => name === 'outline'))
      db.exec(`
        DROP TABLE overlap_features; DROP TABLE IF EXISTS overlap_pairs;
        DROP TABLE IF EXISTS overlap_stock; DROP TABLE IF EXISTS overlap_keys;
      `)
    db.exec(SCHEMA)
  }

  /** Statements are compiled once. */
  #sql(text: string): StatementSync {
    const known = this.#statements.get(text)
    if (known !== undefined) return known
    const statement = this.#db.prepare(text)
    this.#statements.set(text, statement)
    return statement
  }

  /** Says whether every list has the length that it should have. Reads no list. */
  sound(): boolean {
    try {
      const damaged = this.#sql(
        `SELECT 1 FROM overlap_features
         WHERE length(keys) % 4 <> 0 OR length(copies) % 4 <> 0 OR length(terms) <> 4 * length(weights) LIMIT 1`
      )
      return damaged.get() === undefined
    } catch {
      // SQLite says so by throwing; the caller rebuilds.
      return false
    }
  }

  /** Returns the features of every article; throws when a row is damaged. */
  *features(): Generator<KeptFeatures> {
    const rows = this.#sql(
      'SELECT article, keys, terms, weights, day, weekday, copies, outline FROM overlap_features ORDER BY article'
    )
    for (const row of rows.iterate()) {
      const terms = numbersOf(row['terms'])
      const weights = bytesIn(row['weights'])
      if (terms.length !== weights.length)
        throw new Error('Cannot load overlap features: lists differ in length')
      yield {
        id: Number(row['article']),
        keys: numbersOf(row['keys']),
        terms: { hashes: terms, weights },
        day: numberIn(row['day']),
        weekday: numberIn(row['weekday']),
        copies: [...numbersOf(row['copies'])],
        outline: bytesIn(row['outline'])
      }
    }
  }

  keepFeatures({ id, keys, terms, outline, day, weekday, copies }: KeptFeatures): void {
    this.#sql('INSERT OR REPLACE INTO overlap_features VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(
      id,
      bytesOf(keys),
      bytesOf(terms.hashes),
      terms.weights,
      day ?? null,
      weekday ?? null,
      copies.length === 0 ? NO_BYTES : bytesOf(Uint32Array.from(copies)),
      outline
    )
  }

  /** Returns what was learned about keys; `unchecked` ones are stock phrases on which pairs may still rest. */
  stock(): StockKeys & { readonly unchecked: readonly number[] } {
    const found = {
      stock: new Array<number>(),
      open: new Array<number>(),
      unchecked: new Array<number>()
    }
    for (const { key, stock } of this.#sql('SELECT key, stock FROM overlap_keys').iterate()) {
      if (stock === UNCHECKED) found.unchecked.push(Number(key))
      ;(stock === OPEN ? found.open : found.stock).push(Number(key))
    }
    return found
  }

  /** Says whether pairs may still rest on stock phrases. */
  hasUnchecked(): boolean {
    return (
      this.#sql('SELECT 1 FROM overlap_keys WHERE stock = ? LIMIT 1').get(UNCHECKED) !== undefined
    )
  }

  /** @param checked - whether no pair rests on the stock phrases any more */
  keepStock({ stock, open }: StockKeys, { checked } = { checked: true }): void {
    const keep = this.#sql('INSERT OR REPLACE INTO overlap_keys VALUES (?, ?)')
    for (const key of open) keep.run(key, OPEN)
    for (const key of stock) keep.run(key, checked ? STOCK : UNCHECKED)
  }

  keepPair(overlap: Overlap): void {
    this.#sql('INSERT OR REPLACE INTO overlap_pairs VALUES (?, ?, ?, ?)').run(
      overlap.a,
      overlap.b,
      overlap.kind,
      JSON.stringify(overlap)
    )
  }

  dropPair(a: ArticleId, b: ArticleId): void {
    this.#sql('DELETE FROM overlap_pairs WHERE a = ? AND b = ?').run(a, b)
  }

  pairsOf(id: ArticleId): Overlap[] {
    const rows = this.#sql(
      'SELECT overlap FROM overlap_pairs WHERE a = ? UNION ALL SELECT overlap FROM overlap_pairs WHERE b = ?'
    )
    return rows.all(id, id).map((row) => parse(row['overlap']))
  }

  pair(a: ArticleId, b: ArticleId): Overlap | undefined {
    const row = this.#sql('SELECT overlap FROM overlap_pairs WHERE a = ? AND b = ?').get(a, b)
    return row === undefined ? undefined : parse(row['overlap'])
  }

  /** Returns the later articles (of greater id) with which an article has pairs of these kinds. */
  laterPartners(id: ArticleId, kinds: readonly Overlap['kind'][]): ArticleId[] {
    const wanted = kinds.map(() => '?').join()
    return this.#sql(`SELECT b FROM overlap_pairs WHERE a = ? AND kind IN (${wanted})`)
      .all(id, ...kinds)
      .map(({ b }) => Number(b))
  }

  /** Returns the articles with which an article has pairs of these kinds. */
  partners(id: ArticleId, kinds: readonly Overlap['kind'][]): ArticleId[] {
    const wanted = kinds.map(() => '?').join()
    return this.#sql(
      `SELECT b AS other FROM overlap_pairs WHERE a = ? AND kind IN (${wanted})
       UNION ALL SELECT a FROM overlap_pairs WHERE b = ? AND kind IN (${wanted})`
    )
      .all(id, ...kinds, id, ...kinds)
      .map(({ other }) => Number(other))
  }

  /** Returns how many pairs of these kinds an article has. */
  countOf(id: ArticleId, kinds: readonly Overlap['kind'][]): number {
    const wanted = kinds.map(() => '?').join()
    const row = this.#sql(
      `SELECT count(*) AS pairs FROM overlap_pairs WHERE (a = ? OR b = ?) AND kind IN (${wanted})`
    ).get(id, id, ...kinds)
    return Number(row?.['pairs'] ?? 0)
  }

  allPairs(): Overlap[] {
    return this.#sql('SELECT overlap FROM overlap_pairs ORDER BY a, b')
      .all()
      .map((row) => parse(row['overlap']))
  }

  drop(id: ArticleId): void {
    this.#sql('DELETE FROM overlap_features WHERE article = ?').run(id)
    this.#sql('DELETE FROM overlap_pairs WHERE a = ? OR b = ?').run(id, id)
  }

  clear(): void {
    this.#db.exec(
      'DELETE FROM overlap_features; DELETE FROM overlap_pairs; DELETE FROM overlap_keys'
    )
  }
}

// Rows are written by keepPair alone, so that their shape is known.
const parse = (json: unknown): Overlap => JSON.parse(String(json)) as Overlap

const numberIn = (value: unknown): number | undefined =>
  value === null ? undefined : Number(value)

function bytesOf(list: Uint32Array): Uint8Array {
  return new Uint8Array(list.buffer, list.byteOffset, list.byteLength)
}

function bytesIn(blob: unknown): Uint8Array {
  if (!(blob instanceof Uint8Array))
    throw new Error('Cannot load overlap features: a list is missing')
  return blob
}

/** Reads a blob as 32-bit numbers; copied, because blobs need not be aligned. */
function numbersOf(blob: unknown): Uint32Array {
  const bytes = bytesIn(blob)
  if (bytes.byteLength % 4 !== 0) throw new Error('Cannot load overlap features: a list is damaged')
  return new Uint32Array(bytes.slice().buffer)
}
