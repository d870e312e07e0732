import type { ArticleId } from '../../core/article/article'
import type { Overlap } from '../../core/overlap/model'
import type { Terms } from '../../core/overlap/terms'
import type { StatementSync } from 'node:sqlite'
import type { Database } from './database'

/** What is kept of an article to find its overlaps. */
export interface KeptFeatures {
  readonly id: ArticleId
  /** Keys of the fingerprints, in text order. */
  readonly keys: Uint32Array
  readonly terms: Terms
  /** Days since 1970, or undefined. */
  readonly day: number | undefined
  /** The weekday that it names most, 1 for Monday to 7, or undefined. */
  readonly weekday: number | undefined
}

/** Keys of stock phrases and the number of reports among which they were found. */
export interface KeptStock {
  readonly reports: number
  readonly keys: ReadonlySet<number>
}

const SCHEMA = `
CREATE TABLE IF NOT EXISTS overlap_features (
  article INTEGER PRIMARY KEY, keys BLOB NOT NULL,
  terms BLOB NOT NULL, weights BLOB NOT NULL, day INTEGER, weekday INTEGER
) STRICT;
CREATE TABLE IF NOT EXISTS overlap_pairs (
  a INTEGER NOT NULL, b INTEGER NOT NULL, kind TEXT NOT NULL, overlap TEXT NOT NULL, PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS overlap_pairs_b ON overlap_pairs (b);
CREATE TABLE IF NOT EXISTS overlap_stock (
  one INTEGER PRIMARY KEY CHECK (one = 1), reports INTEGER NOT NULL, keys BLOB NOT NULL
) STRICT;
`

/** The tables of the stage `overlaps`. Every write happens in the transaction that is open. */
export class OverlapTables {
  readonly #db: Database
  readonly #statements = new Map<string, StatementSync>()

  constructor(db: Database) {
    this.#db = db
    const columns = db.prepare("SELECT name FROM pragma_table_info('overlap_features')").all()
    // Tables of an earlier version are made anew; their rows are derived again anyhow.
    if (columns.length > 0 && !columns.some(({ name }) => name === 'weekday'))
      db.exec('DROP TABLE overlap_features; DROP TABLE overlap_pairs; DROP TABLE overlap_stock')
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
        `SELECT 1 FROM overlap_features WHERE length(keys) % 4 <> 0 OR length(terms) <> 4 * length(weights)
         UNION ALL SELECT 1 FROM overlap_stock WHERE length(keys) % 4 <> 0 LIMIT 1`
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
      'SELECT article, keys, terms, weights, day, weekday FROM overlap_features ORDER BY article'
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
        weekday: numberIn(row['weekday'])
      }
    }
  }

  keepFeatures({ id, keys, terms, day, weekday }: KeptFeatures): void {
    this.#sql('INSERT OR REPLACE INTO overlap_features VALUES (?, ?, ?, ?, ?, ?)').run(
      id,
      bytesOf(keys),
      bytesOf(terms.hashes),
      terms.weights,
      day ?? null,
      weekday ?? null
    )
  }

  /** Returns the stock phrases as they were last looked for, and among how many reports that was. */
  stock(): KeptStock {
    const row = this.#sql('SELECT reports, keys FROM overlap_stock').get()
    if (row === undefined) return { reports: 0, keys: new Set() }
    return { reports: Number(row['reports']), keys: new Set(numbersOf(row['keys'])) }
  }

  keepStock({ reports, keys }: KeptStock): void {
    const sorted = Uint32Array.from(keys).sort()
    this.#sql('INSERT OR REPLACE INTO overlap_stock VALUES (1, ?, ?)').run(reports, bytesOf(sorted))
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
      'DELETE FROM overlap_features; DELETE FROM overlap_pairs; DELETE FROM overlap_stock'
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
