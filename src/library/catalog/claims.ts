import type { ArticleId } from '../../core/article/article'
import type { ArticleClaims, MarkLetter, Source } from '../../core/claims/claim'
import { comparison } from '../../core/claims/detect'
import type { ClaimKey } from '../../core/claims/key'
import type { ClaimRef } from '../../core/claims/join'
import { sourceKey } from '../../core/claims/source-key'
import { Lru } from '../lru'
import type { Database } from './database'
import { holding } from './fields'
import { Statements } from './statements'

/** A marked sentence as it is kept for lists, threads and the ledger. */
export interface ClaimRecord extends ClaimRef {
  readonly letter: MarkLetter
  readonly severity: number
  readonly highlight: boolean
  readonly denies: boolean
  readonly text: string
  /** The text in the form in which it is equal everywhere. */
  readonly plain: string
  readonly source?: Source
  /** The outermost relay. */
  readonly relay?: Source
  /** The first claim of its thread; itself when it has no partner, absent for a status line. */
  readonly head?: ClaimRef
}

/** What a claim has beside its record. */
export interface Standing {
  readonly key: ClaimKey
  /** Its place among the threads; absent for a status line. */
  readonly thread?: { readonly head: ClaimRef; readonly leads: boolean }
}

const SCHEMA = `
CREATE TABLE IF NOT EXISTS claim_article (
  article INTEGER PRIMARY KEY,
  claims TEXT NOT NULL,
  strong INTEGER NOT NULL,
  soft INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS claim (
  article INTEGER NOT NULL,
  mark INTEGER NOT NULL,
  letter TEXT NOT NULL,
  severity INTEGER NOT NULL,
  highlight INTEGER NOT NULL,
  denies INTEGER NOT NULL,
  source_key TEXT,
  source TEXT,
  relay TEXT,
  text TEXT NOT NULL,
  plain TEXT NOT NULL,
  key TEXT NOT NULL,
  leads INTEGER,
  head_article INTEGER,
  head_mark INTEGER,
  PRIMARY KEY (article, mark)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS claim_by_plain ON claim (plain, leads);
CREATE INDEX IF NOT EXISTS claim_by_head ON claim (head_article, head_mark, article) WHERE head_article IS NOT NULL;
CREATE INDEX IF NOT EXISTS claim_by_weight ON claim (severity DESC, article, mark);
CREATE INDEX IF NOT EXISTS claim_of_source ON claim (source_key, article, mark, denies, severity);
DROP INDEX IF EXISTS claim_by_source;
`

/**
 * Corrected marks live in a temporary table: nothing derived changes when the reader changes their mind. They are found by place, so
 * that claims are counted from indexes, which do not hold the text.
 */
const CORRECTIONS = `
CREATE TEMP TABLE IF NOT EXISTS claim_correction (
  article INTEGER NOT NULL,
  mark INTEGER NOT NULL,
  letter TEXT,
  PRIMARY KEY (article, mark)
) STRICT, WITHOUT ROWID;
`
const CORRECTION = `LEFT JOIN temp.claim_correction AS c ON c.article = claim.article AND c.mark = claim.mark
  WHERE (c.mark IS NULL OR c.letter IS NOT NULL)`
/** The same without corrections: joining them costs more than all the rest of counting. */
const NO_CORRECTION = 'WHERE TRUE'
/** Articles in an order that the claims do not know. */
const PLACES = `
CREATE TEMP TABLE IF NOT EXISTS claim_place (place INTEGER PRIMARY KEY, article INTEGER NOT NULL) STRICT;
`
/** From article to article in that order, which SQLite keeps for a cross join: a page reads no more claims than lead up to it. */
const IN_PLACES = 'temp.claim_place AS p CROSS JOIN claim ON claim.article = p.article'

/** What a list of claims is narrowed and ordered by. */
export interface ClaimFilter {
  /** Articles in the order wanted, others are left out; only with the order `given`. */
  readonly articles?: readonly ArticleId[]
  readonly article?: ArticleId
  readonly letter?: MarkLetter
  readonly sourceKey?: string
  readonly text?: string
  readonly minSeverity?: number
  readonly order: 'weight' | 'source' | 'article' | 'given'
}

/** Marks in memory, of the articles asked for last, counted by the length of their JSON. */
const CACHED_CHARACTERS = 8 << 20

/** Tables of claims: marks by article and marked sentences. All of it can be built anew. */
export class ClaimTables {
  readonly #db: Database
  readonly #sql: Statements
  /** A row of a list shows one mark; its article's marks are parsed once for all rows and answers. */
  #parsed = new Lru<ArticleId, ArticleClaims>(CACHED_CHARACTERS)
  /** Whether the reader has corrected anything. */
  #corrects = false

  constructor(db: Database) {
    this.#db = db
    this.#sql = new Statements(db)
    const columns = db.prepare("SELECT name FROM pragma_table_info('claim')").all()
    // Tables of an earlier version are made anew; their rows are derived again anyhow.
    if (columns.length > 0 && !columns.some(({ name }) => name === 'head_article'))
      db.exec('DROP TABLE claim; DROP TABLE IF EXISTS claim_block; DROP TABLE IF EXISTS claim_link')
    db.exec(SCHEMA)
    db.exec(CORRECTIONS)
    db.exec(PLACES)
  }

  /** Says whether the tables can be read. Not every row is: that would take longer than all else at the start of a large library. */
  sound(): boolean {
    try {
      this.#db.prepare('SELECT max(article) FROM claim_article').get()
      this.#db.prepare('SELECT max(article) FROM claim').get()
      return true
    } catch {
      // SQLite says so by throwing; the caller rebuilds.
      return false
    }
  }

  /** @param claims - `ArticleClaims` as JSON */
  write(article: ArticleId, claims: string, counts: { strong: number; soft: number }): void {
    this.#parsed.delete(article)
    this.#sql
      .of(
        'INSERT OR REPLACE INTO claim_article (article, claims, strong, soft) VALUES (?, ?, ?, ?)'
      )
      .run(article, claims, counts.strong, counts.soft)
  }

  writeClaim(record: ClaimRecord, { key, thread }: Standing): void {
    const { source, relay } = record
    this.#sql
      .of(
        `INSERT INTO claim (article, mark, letter, severity, highlight, denies, source_key, source, relay, text, plain, key,
           leads, head_article, head_mark)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
      )
      .run(
        record.article,
        record.mark,
        record.letter,
        record.severity,
        record.highlight ? 1 : 0,
        record.denies ? 1 : 0,
        source === undefined ? null : sourceKey(source.name),
        source === undefined ? null : JSON.stringify(source),
        relay === undefined ? null : JSON.stringify(relay),
        record.text,
        record.plain,
        JSON.stringify(key),
        thread === undefined ? null : thread.leads ? 1 : 0,
        thread?.head.article ?? null,
        thread?.head.mark ?? null
      )
  }

  key(ref: ClaimRef): ClaimKey | undefined {
    const row = this.#sql
      .of('SELECT key FROM claim WHERE article = ? AND mark = ?')
      .get(ref.article, ref.mark)
    // Written by `writeClaim` alone.
    return row === undefined ? undefined : (JSON.parse(String(row['key'])) as ClaimKey)
  }

  record(ref: ClaimRef): ClaimRecord | undefined {
    const row = this.#sql
      .of('SELECT * FROM claim WHERE article = ? AND mark = ?')
      .get(ref.article, ref.mark)
    return row === undefined ? undefined : toRecord(row)
  }

  claims(article: ArticleId): ArticleClaims | undefined {
    const known = this.#parsed.get(article)
    if (known !== undefined) return known
    const row = this.#sql.of('SELECT claims FROM claim_article WHERE article = ?').get(article)
    if (row === undefined) return undefined
    const json = String(row['claims'])
    // Written by `write` alone.
    const claims = JSON.parse(json) as ArticleClaims
    this.#parsed.set(article, claims, json.length)
    return claims
  }

  counts(article: ArticleId): { strong: number; soft: number } | undefined {
    const row = this.#sql
      .of('SELECT strong, soft FROM claim_article WHERE article = ?')
      .get(article)
    return row === undefined
      ? undefined
      : { strong: Number(row['strong']), soft: Number(row['soft']) }
  }

  /** Claims of a thread in their order. */
  thread(head: ClaimRef): ClaimRecord[] {
    return this.#sql
      .of('SELECT * FROM claim WHERE head_article = ? AND head_mark = ? ORDER BY article, mark')
      .all(head.article, head.mark)
      .map(toRecord)
  }

  /** Every sentence that is highlighted, with the head of its thread where it may stand in one. */
  marked(): { readonly ref: ClaimRef; readonly head?: ClaimRef }[] {
    return this.#sql
      .of('SELECT article, mark, head_article, head_mark FROM claim WHERE highlight = 1')
      .all()
      .map((row) => ({
        ref: { article: Number(row['article']), mark: Number(row['mark']) },
        ...(row['head_article'] !== null && {
          head: { article: Number(row['head_article']), mark: Number(row['head_mark']) }
        })
      }))
  }

  /** Sets the reader's corrections: sentences that are no claim (no letter) or have another letter. */
  correct(sentences: readonly { readonly sentence: string; readonly letter?: MarkLetter }[]): void {
    this.#db.exec('DELETE FROM temp.claim_correction')
    this.#corrects = sentences.length > 0
    const insert = this.#db.prepare(
      `INSERT OR REPLACE INTO temp.claim_correction (article, mark, letter)
       SELECT article, mark, ? FROM claim WHERE plain = ?`
    )
    for (const { sentence, letter } of sentences) insert.run(letter ?? null, comparison(sentence))
  }

  /** Painted claims that the reader's corrections bear on, with the letter that they have now; none for what is no claim. */
  correctedClaims(): {
    readonly article: ArticleId
    readonly severity: number
    readonly letter: MarkLetter
    readonly now?: MarkLetter
  }[] {
    return this.#db
      .prepare(
        `SELECT claim.article, claim.severity, claim.letter, c.letter AS now
         FROM temp.claim_correction AS c JOIN claim ON claim.article = c.article AND claim.mark = c.mark
         WHERE claim.highlight = 1`
      )
      .all()
      .map((row) => ({
        article: Number(row['article']),
        severity: Number(row['severity']),
        // Both columns are written from a `MarkLetter`.
        letter: String(row['letter']) as MarkLetter,
        ...(row['now'] !== null && { now: String(row['now']) as MarkLetter })
      }))
  }

  list(
    filter: ClaimFilter,
    page: { offset: number; limit: number }
  ): { total: number; rows: ClaimRecord[] } {
    const correction = this.#corrects ? CORRECTION : NO_CORRECTION
    const letter = this.#corrects ? 'coalesce(c.letter, claim.letter)' : 'claim.letter'
    const { where, values } = narrowed(filter, letter)
    const total = this.#db
      .prepare(`SELECT count(*) AS n FROM claim ${correction} ${where}`)
      .get(...values)
    const order = {
      weight: 'severity DESC, claim.article, claim.mark',
      source: 'source_key NULLS LAST, claim.article, claim.mark',
      article: 'claim.article, claim.mark',
      given: 'p.place, claim.mark'
    }[filter.order]
    if (filter.order === 'given') this.#place(filter.articles ?? [])
    const from = filter.order === 'given' ? IN_PLACES : 'claim'
    const rows = this.#db
      .prepare(
        `SELECT claim.*, ${letter} AS letter
         FROM ${from} ${correction} ${where} ORDER BY ${order} LIMIT ? OFFSET ?`
      )
      .all(...values, page.limit, page.offset)
    return { total: Number(total?.['n'] ?? 0), rows: rows.map(toRecord) }
  }

  #place(articles: readonly ArticleId[]): void {
    this.#db.exec('DELETE FROM temp.claim_place')
    this.#db
      .prepare('INSERT INTO temp.claim_place (place, article) SELECT key, value FROM json_each(?)')
      .run(JSON.stringify(articles))
  }

  /** Sources by number of statements, most first; with a filter, those of which a name has it. */
  sources({ filter, ...page }: { offset: number; limit: number; filter?: string }): {
    total: number
    rows: { source: Source; says: number; denies: number; documents: number }[]
  } {
    const correction = this.#corrects ? CORRECTION : NO_CORRECTION
    const named =
      filter === undefined
        ? ''
        : `AND source_key IN (SELECT source_key FROM claim WHERE source ->> '$.name' LIKE ? ESCAPE '\\')`
    const values = filter === undefined ? [] : [holding(filter)]
    const from = `FROM claim ${correction} AND source_key IS NOT NULL ${named}`
    const total = this.#db.prepare(`SELECT count(DISTINCT source_key) AS n ${from}`).get(...values)
    // What a source is stands with each of its claims; it is read for the rows of the page alone, off the first one.
    const rows = this.#db
      .prepare(
        `SELECT *, (SELECT source FROM claim WHERE claim.source_key = s.source_key ORDER BY article, mark LIMIT 1) AS source
         FROM (
           SELECT source_key, count(*) AS says, sum(denies) AS denies, count(DISTINCT claim.article) AS documents
           ${from} GROUP BY source_key ORDER BY says DESC, source_key LIMIT ? OFFSET ?
         ) AS s ORDER BY says DESC, source_key`
      )
      .all(...values, page.limit, page.offset)
    return {
      total: Number(total?.['n'] ?? 0),
      rows: rows.map((row) => ({
        // Written by `writeClaim` alone.
        source: JSON.parse(String(row['source'])) as Source,
        says: Number(row['says']) - Number(row['denies']),
        denies: Number(row['denies']),
        documents: Number(row['documents'])
      }))
    }
  }

  remove(id: ArticleId): void {
    this.#parsed.delete(id)
    this.#sql.of('DELETE FROM claim_article WHERE article = ?').run(id)
    this.#sql.of('DELETE FROM claim WHERE article = ?').run(id)
  }

  clear(): void {
    this.#parsed = new Lru(CACHED_CHARACTERS)
    this.#db.exec('DELETE FROM claim_article; DELETE FROM claim')
  }
}

/** The conditions that a filter asks for, and no others: a condition that might not count keeps SQLite from its indexes. */
function narrowed(
  filter: ClaimFilter,
  marked: string
): { where: string; values: (string | number)[] } {
  const { article, letter, sourceKey: source, text, minSeverity = 0 } = filter
  const words = text?.toLowerCase() ?? ''
  const asked: [condition: string, ...values: (string | number)[]][] = []
  if (article !== undefined) asked.push(['claim.article = ?', article])
  if (letter !== undefined) asked.push([`${marked} = ?`, letter])
  if (source !== undefined) asked.push(['source_key = ?', source])
  if (words !== '')
    asked.push([
      "(instr(lower(text), ?) > 0 OR instr(lower(coalesce(source ->> 'name', '')), ?) > 0)",
      words,
      words
    ])
  if (minSeverity > 0) asked.push(['severity >= ?', minSeverity])
  return {
    where: asked.map(([condition]) => `AND ${condition}`).join(' '),
    values: asked.flatMap(([, ...values]) => values)
  }
}

function toRecord(row: Record<string, unknown>): ClaimRecord {
  const source = row['source']
  const relay = row['relay']
  const head = row['head_article']
  return {
    article: Number(row['article']),
    mark: Number(row['mark']),
    // The column is written from a `MarkLetter`.
    letter: String(row['letter']) as MarkLetter,
    severity: Number(row['severity']),
    highlight: row['highlight'] === 1,
    denies: row['denies'] === 1,
    text: String(row['text']),
    plain: String(row['plain']),
    // Both written by `writeClaim` alone.
    ...(typeof source === 'string' && { source: JSON.parse(source) as Source }),
    ...(typeof relay === 'string' && { relay: JSON.parse(relay) as Source }),
    ...(head !== null && { head: { article: Number(head), mark: Number(row['head_mark']) } })
  }
}
