import type { ArticleId } from '../../core/article/article'
import { compareRefs } from '../../core/claims/join'
import type { ClaimLink, ClaimRef } from '../../core/claims/join'
import type { Database } from './database'
import { Statements } from './statements'

/** A thread as it is counted: its first claim stands for it. */
export interface ThreadCounts {
  readonly head: ClaimRef
  readonly claims: number
  readonly documents: number
  /** Claims of different wording. */
  readonly wordings: number
}

/** What one claim of a thread adds to its counts. */
export interface Joining {
  readonly document: boolean
  readonly wording: boolean
}

const SCHEMA = `
CREATE TABLE IF NOT EXISTS claim_blocks (article INTEGER PRIMARY KEY, blocks BLOB NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS claim_link (
  a_article INTEGER NOT NULL,
  a_mark INTEGER NOT NULL,
  b_article INTEGER NOT NULL,
  b_mark INTEGER NOT NULL,
  score REAL NOT NULL,
  PRIMARY KEY (a_article, a_mark, b_article, b_mark)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS claim_link_b ON claim_link (b_article, b_mark);
CREATE TABLE IF NOT EXISTS claim_thread (
  article INTEGER NOT NULL,
  mark INTEGER NOT NULL,
  claims INTEGER NOT NULL,
  documents INTEGER NOT NULL,
  wordings INTEGER NOT NULL,
  PRIMARY KEY (article, mark)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS claim_thread_by_size ON claim_thread (documents DESC, claims DESC, article, mark);
`

/**
 * Links between claims, and the threads that they make.
 *
 * Of all claims in the same words the first leads; only leaders have links. Every claim but a status line names the head of its
 * thread, which is its first leader. A claim without a partner heads itself and has no counts.
 */
export class LinkTables {
  readonly #db: Database
  readonly #sql: Statements

  /** The table `claim` must be there. */
  constructor(db: Database) {
    this.#db = db
    this.#sql = new Statements(db)
    db.exec(SCHEMA)
  }

  // ── wordings ──

  /** The leader of the claims in these words. */
  leadOf(plain: string): { readonly ref: ClaimRef; readonly head: ClaimRef } | undefined {
    const row = this.#sql
      .of(
        'SELECT article, mark, head_article, head_mark FROM claim WHERE plain = ? AND leads = 1 LIMIT 1'
      )
      .get(plain)
    return row === undefined ? undefined : { ref: refIn(row), head: headIn(row) }
  }

  /** The next claim in the words of this one, which is no leader yet. */
  successorOf(ref: ClaimRef, without: ReadonlySet<ArticleId>): ClaimRef | undefined {
    const rows = this.#sql.of(
      `SELECT article, mark FROM claim WHERE leads = 0 AND plain = (SELECT plain FROM claim WHERE article = ? AND mark = ?)
       ORDER BY article, mark`
    )
    for (const row of rows.iterate(ref.article, ref.mark))
      if (!without.has(Number(row['article']))) return refIn(row)
    return undefined
  }

  lead(ref: ClaimRef, leads: boolean): void {
    this.#sql
      .of('UPDATE claim SET leads = ? WHERE article = ? AND mark = ?')
      .run(leads ? 1 : 0, ref.article, ref.mark)
  }

  /** Claims of these articles that may stand in a thread. */
  linkedIn(
    article: ArticleId
  ): { readonly ref: ClaimRef; readonly head: ClaimRef; readonly leads: boolean }[] {
    return this.#sql
      .of(
        'SELECT article, mark, head_article, head_mark, leads FROM claim WHERE article = ? AND leads IS NOT NULL'
      )
      .all(article)
      .map((row) => ({ ref: refIn(row), head: headIn(row), leads: row['leads'] === 1 }))
  }

  // ── blocks ──

  /** Writes what the leaders of an article are found by. */
  keepBlocks(article: ArticleId, packed: Uint32Array): void {
    const bytes = new Uint8Array(packed.buffer, packed.byteOffset, packed.byteLength)
    this.#sql.of('INSERT OR REPLACE INTO claim_blocks VALUES (?, ?)').run(article, bytes)
  }

  blocksOf(article: ArticleId): Uint32Array {
    const row = this.#sql.of('SELECT blocks FROM claim_blocks WHERE article = ?').get(article)
    return row === undefined ? new Uint32Array() : numbersOf(row['blocks'])
  }

  *allBlocks(): Generator<{ readonly article: ArticleId; readonly packed: Uint32Array }> {
    for (const row of this.#sql
      .of('SELECT article, blocks FROM claim_blocks ORDER BY article')
      .iterate())
      yield { article: Number(row['article']), packed: numbersOf(row['blocks']) }
  }

  // ── links ──

  writeLink({ a, b, score }: ClaimLink): void {
    const [first, second] = compareRefs(a, b) < 0 ? [a, b] : [b, a]
    this.#sql
      .of('INSERT OR REPLACE INTO claim_link VALUES (?, ?, ?, ?, ?)')
      .run(first.article, first.mark, second.article, second.mark, score)
  }

  linksOf(ref: ClaimRef): ClaimLink[] {
    return this.#sql
      .of(
        `SELECT a_article, a_mark, b_article, b_mark, score FROM claim_link WHERE a_article = ?1 AND a_mark = ?2
         UNION ALL SELECT a_article, a_mark, b_article, b_mark, score FROM claim_link WHERE b_article = ?1 AND b_mark = ?2`
      )
      .all(ref.article, ref.mark)
      .map((row) => ({
        a: { article: Number(row['a_article']), mark: Number(row['a_mark']) },
        b: { article: Number(row['b_article']), mark: Number(row['b_mark']) },
        score: Number(row['score'])
      }))
  }

  dropLinks({ article, mark }: ClaimRef): void {
    this.#sql.of('DELETE FROM claim_link WHERE a_article = ? AND a_mark = ?').run(article, mark)
    this.#sql.of('DELETE FROM claim_link WHERE b_article = ? AND b_mark = ?').run(article, mark)
  }

  // ── threads ──

  /** The head of the thread of a claim; undefined for what is in none: a status line, or no claim that is kept. */
  headOf({ article, mark }: ClaimRef): ClaimRef | undefined {
    const row = this.#sql
      .of('SELECT head_article, head_mark FROM claim WHERE article = ? AND mark = ?')
      .get(article, mark)
    return row === undefined || row['head_article'] === null ? undefined : headIn(row)
  }

  leadersOf(head: ClaimRef): ClaimRef[] {
    return this.#sql
      .of(
        'SELECT article, mark FROM claim WHERE head_article = ? AND head_mark = ? AND leads = 1 ORDER BY article, mark'
      )
      .all(head.article, head.mark)
      .map(refIn)
  }

  membersOf(head: ClaimRef): ClaimRef[] {
    return this.#sql
      .of(
        'SELECT article, mark FROM claim WHERE head_article = ? AND head_mark = ? ORDER BY article, mark'
      )
      .all(head.article, head.mark)
      .map(refIn)
  }

  /** Puts all claims in the words of a leader into a thread. */
  setHead(lead: ClaimRef, head: ClaimRef): void {
    this.#sql
      .of(
        `UPDATE claim SET head_article = ?, head_mark = ?
         WHERE leads IS NOT NULL AND plain = (SELECT plain FROM claim WHERE article = ? AND mark = ?)`
      )
      .run(head.article, head.mark, lead.article, lead.mark)
  }

  holds(head: ClaimRef, article: ArticleId): boolean {
    return (
      this.#sql
        .of('SELECT 1 FROM claim WHERE head_article = ? AND head_mark = ? AND article = ? LIMIT 1')
        .get(head.article, head.mark, article) !== undefined
    )
  }

  /** Counts of a thread; undefined when it has one claim only. */
  countsOf(head: ClaimRef): ThreadCounts | undefined {
    const row = this.#sql
      .of('SELECT * FROM claim_thread WHERE article = ? AND mark = ?')
      .get(head.article, head.mark)
    return row === undefined ? undefined : countsIn(row)
  }

  /** Adds one claim to the counts of a thread. */
  count(head: ClaimRef, { document, wording }: Joining): void {
    const [documents, wordings] = [document ? 1 : 0, wording ? 1 : 0]
    this.#sql
      .of(
        `INSERT INTO claim_thread VALUES (?1, ?2, 2, 1 + ?3, 1 + ?4)
         ON CONFLICT DO UPDATE SET claims = claims + 1, documents = documents + ?3, wordings = wordings + ?4`
      )
      .run(head.article, head.mark, documents, wordings)
  }

  /** Counts a thread anew. */
  recount({ article, mark }: ClaimRef): void {
    this.#sql.of('DELETE FROM claim_thread WHERE article = ? AND mark = ?').run(article, mark)
    this.#sql
      .of(
        `INSERT INTO claim_thread SELECT ?1, ?2, count(*), count(DISTINCT article), sum(leads) FROM claim
         WHERE head_article = ?1 AND head_mark = ?2 HAVING count(*) > 1`
      )
      .run(article, mark)
  }

  threadCount(): number {
    return Number(this.#sql.of('SELECT count(*) AS n FROM claim_thread').get()?.['n'] ?? 0)
  }

  /** Threads, those in most reports first, as far as they are asked for. */
  *threads(): Generator<ThreadCounts> {
    for (const row of this.#sql
      .of('SELECT * FROM claim_thread ORDER BY documents DESC, claims DESC, article, mark')
      .iterate())
      yield countsIn(row)
  }

  /** Heads of the threads with a claim of this article, or one whose text holds these words (lower case). */
  headsWith(what: { readonly article: ArticleId } | { readonly text: string }): ClaimRef[] {
    const rows =
      'article' in what
        ? this.#sql
            .of('SELECT DISTINCT head_article, head_mark FROM claim WHERE article = ?')
            .all(what.article)
        : this.#sql
            .of('SELECT DISTINCT head_article, head_mark FROM claim WHERE instr(lower(text), ?) > 0')
            .all(what.text)
    return rows.filter((row) => row['head_article'] !== null).map(headIn)
  }

  /** Removes the links and blocks of an article. */
  remove(id: ArticleId): void {
    for (const text of [
      'DELETE FROM claim_blocks WHERE article = ?',
      'DELETE FROM claim_link WHERE a_article = ?',
      'DELETE FROM claim_link WHERE b_article = ?'
    ])
      this.#sql.of(text).run(id)
  }

  clear(): void {
    this.#db.exec('DELETE FROM claim_blocks; DELETE FROM claim_link; DELETE FROM claim_thread')
  }
}

type Row = Record<string, unknown>

const refIn = (row: Row): ClaimRef => ({
  article: Number(row['article']),
  mark: Number(row['mark'])
})

const headIn = (row: Row): ClaimRef => ({
  article: Number(row['head_article']),
  mark: Number(row['head_mark'])
})

const countsIn = (row: Row): ThreadCounts => ({
  head: refIn(row),
  claims: Number(row['claims']),
  documents: Number(row['documents']),
  wordings: Number(row['wordings'])
})

/** Reads a blob as 32-bit numbers; copied, because blobs need not be aligned. */
function numbersOf(blob: unknown): Uint32Array {
  if (!(blob instanceof Uint8Array) || blob.byteLength % 4 !== 0)
    throw new Error('Cannot load claims: a list is damaged')
  return new Uint32Array(blob.slice().buffer)
}
