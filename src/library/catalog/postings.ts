import type { Database } from './database'

/** What `readSegments` yields: one immutable run of articles with their postings' directory. */
export interface SegmentRow {
  readonly id: number
  readonly docs: number
  readonly head: Uint8Array
  readonly crc: number
}

/** Blocks of a segment are numbered from `segment × BLOCKS_PER_SEGMENT`. */
export const BLOCKS_PER_SEGMENT = 2 ** 20

const TABLES = ['search_meta', 'search_segment', 'search_block', 'search_dead', 'search_stream']
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS search_meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS search_segment
    (id INTEGER PRIMARY KEY AUTOINCREMENT, docs INTEGER NOT NULL, head BLOB NOT NULL, crc INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS search_block (id INTEGER PRIMARY KEY, data BLOB NOT NULL, crc INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS search_dead (doc INTEGER PRIMARY KEY) STRICT;
  CREATE TABLE IF NOT EXISTS search_stream (id INTEGER PRIMARY KEY, data BLOB NOT NULL, crc INTEGER NOT NULL) STRICT;`

/** The tables of the full-text index. Writes happen in whatever transaction is open. */
export class PostingsTables {
  readonly #db: Database
  readonly #statements = new Map<string, ReturnType<Database['prepare']>>()

  /** Creates the tables that are missing. */
  constructor(db: Database) {
    this.#db = db
    db.exec(SCHEMA)
  }

  meta(key: string): string | undefined {
    const row = this.#sql('SELECT value FROM search_meta WHERE key = ?').get(key)
    return typeof row?.['value'] === 'string' ? row['value'] : undefined
  }

  setMeta(key: string, value: string): void {
    this.#sql('INSERT OR REPLACE INTO search_meta (key, value) VALUES (?, ?)').run(key, value)
  }

  /** Every segment that was finished, in the order in which they were begun. */
  segments(): SegmentRow[] {
    const sql = 'SELECT id, docs, head, crc FROM search_segment WHERE docs > 0 ORDER BY id'
    /* The table is STRICT and its columns are NOT NULL. */
    return this.#sql(sql).all() as unknown as SegmentRow[]
  }

  /** The segments that were begun and never finished. */
  unfinished(): number[] {
    return this.#sql('SELECT id FROM search_segment WHERE docs = 0')
      .all()
      .map((row) => Number(row['id']))
  }

  /** Begins a segment, which counts when it is finished; answers with its id, higher than any before. */
  beginSegment(): number {
    const sql = "INSERT INTO search_segment (docs, head, crc) VALUES (0, x'', 0)"
    return Number(this.#sql(sql).run().lastInsertRowid)
  }

  finishSegment({ id, docs, head, crc }: SegmentRow): void {
    const sql = 'UPDATE search_segment SET docs = ?, head = ?, crc = ? WHERE id = ?'
    this.#sql(sql).run(docs, head, crc, id)
  }

  /** Removes a segment, but not its blocks. */
  removeSegment(id: number): void {
    this.#sql('DELETE FROM search_segment WHERE id = ?').run(id)
  }

  /** Removes some blocks of a segment. Answers false when it had none left. */
  removeBlocks(segment: number, most: number): boolean {
    const first = segment * BLOCKS_PER_SEGMENT
    const sql = `DELETE FROM search_block WHERE id IN
      (SELECT id FROM search_block WHERE id >= ? AND id < ? ORDER BY id LIMIT ?)`
    return Number(this.#sql(sql).run(first, first + BLOCKS_PER_SEGMENT, most).changes) > 0
  }

  /** The segments of which there are blocks. */
  segmentsOfBlocks(): number[] {
    const next = this.#sql('SELECT id FROM search_block WHERE id >= ? ORDER BY id LIMIT 1')
    const found: number[] = []
    for (let from = 0; ;) {
      const row = next.get(from)
      if (row === undefined) return found
      const segment = Math.floor(Number(row['id']) / BLOCKS_PER_SEGMENT)
      found.push(segment)
      from = (segment + 1) * BLOCKS_PER_SEGMENT
    }
  }

  addBlock(id: number, data: Uint8Array, crc: number): void {
    this.#sql('INSERT INTO search_block (id, data, crc) VALUES (?, ?, ?)').run(id, data, crc)
  }

  block(id: number): { data: Uint8Array; crc: number } | undefined {
    return blob(this.#sql('SELECT data, crc FROM search_block WHERE id = ?').get(id))
  }

  setStream(id: number, data: Uint8Array, crc: number): void {
    const sql = 'INSERT OR REPLACE INTO search_stream (id, data, crc) VALUES (?, ?, ?)'
    this.#sql(sql).run(id, data, crc)
  }

  stream(id: number): { data: Uint8Array; crc: number } | undefined {
    return blob(this.#sql('SELECT data, crc FROM search_stream WHERE id = ?').get(id))
  }

  /** The next rows of streams after one. */
  streams(after: number, limit: number): { id: number; data: Uint8Array; crc: number }[] {
    const sql = 'SELECT id, data, crc FROM search_stream WHERE id > ? ORDER BY id LIMIT ?'
    /* The table is STRICT and its columns are NOT NULL. */
    return this.#sql(sql).all(after, limit) as unknown as ReturnType<PostingsTables['streams']>
  }

  dead(): number[] {
    return this.#sql('SELECT doc FROM search_dead ORDER BY doc')
      .all()
      .map((row) => Number(row['doc']))
  }

  addDead(doc: number): void {
    this.#sql('INSERT OR IGNORE INTO search_dead (doc) VALUES (?)').run(doc)
  }

  removeDead(doc: number): void {
    this.#sql('DELETE FROM search_dead WHERE doc = ?').run(doc)
  }

  /** Empties every table. Document numbers start anew, segment ids do not. */
  clear(): void {
    for (const table of TABLES) this.#sql(`DELETE FROM ${table}`).run()
  }

  #sql(text: string): ReturnType<Database['prepare']> {
    let statement = this.#statements.get(text)
    if (statement === undefined) {
      statement = this.#db.prepare(text)
      this.#statements.set(text, statement)
    }
    return statement
  }
}

function blob(
  row: Record<string, unknown> | undefined
): { data: Uint8Array; crc: number } | undefined {
  /* The tables are STRICT and their columns are NOT NULL. */
  return row as { data: Uint8Array; crc: number } | undefined
}
