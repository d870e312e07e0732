import type { Article, ArticleId } from '../../core/article/article'
import type { ArticleClaims, Mark } from '../../core/claims/claim'
import { detectClaims } from '../../core/claims/detect'
import { keyOf, spreadOf } from '../../core/claims/key'
import type { ClaimKey, Spread } from '../../core/claims/key'
import { likeness, SAME_CLAIM } from '../../core/claims/thread'
import type {
  ClaimPage,
  ClaimQuery,
  ClaimRow,
  LedgerPage,
  Page,
  ThreadPage,
  ThreadQuery
} from '../../shared/shapes'
import { ClaimTables, sourceKey } from '../catalog/claims'
import type { ClaimRecord } from '../catalog/claims'
import type { Database } from '../catalog/database'
import { corrections } from './claim-corrections'
import type { ClaimSources } from './claim-sources'
import { ThreadBook } from './claim-threads'
import type { Deriver } from './deriver'

/** Blocks that more claims share than this don't bring candidates. Higher finds more and costs more. */
const MAX_HOLDERS = 400
/** Candidates must share so many blocks, or one number of the same thing. */
const MIN_SHARED_BLOCKS = 2
/** From this severity on claims are listed unless asked otherwise: plans and on-record speech stay out. */
const DEFAULT_SEVERITY = 2
/** Rows shown with each source of the ledger. */
const LEDGER_ROWS = 20

/**
 * Derives claims: marks of each article, and links between claims of different reports.
 *
 * A new article is compared only with claims that share rare words, names or numbers with its own; links of others stay. Hand
 * decisions are applied when answers are read, so that a decision needs no rebuilding, but for corrected actors.
 */
export class Claims implements Deriver {
  readonly stage = 'claims'
  readonly version = 1
  readonly eager = false
  readonly #ask: ClaimSources
  #tables: ClaimTables | undefined
  #book: ThreadBook | undefined

  constructor(ask: ClaimSources) {
    this.#ask = ask
  }

  open(db: Database): boolean {
    this.#tables = new ClaimTables(db)
    return this.#tables.sound()
  }

  keep(articles: readonly Article[]): void {
    const tables = this.#need()
    tables.remove(articles.map((article) => article.id))
    const { actors } = corrections(this.#ask.decisions())
    for (const article of articles) {
      const claims = detectClaims(article, { actors })
      tables.write(article.id, claims, countsOf(claims.marks))
      const spread = spreadOf(claims.marks, article.text)
      for (const mark of claims.marks) this.#keepClaim(article, mark, spread)
    }
    this.#book = undefined
  }

  #keepClaim(article: Article, mark: Mark, spread: Spread): void {
    const tables = this.#need()
    if (mark.letter === undefined || mark.kind === 'structure') return
    const key = keyOf(mark, article.text, { id: article.id, spread })
    const blocks = mark.kind === 'status' ? [] : blocksOf(key)
    const record: ClaimRecord = {
      article: article.id,
      mark: mark.index,
      letter: mark.letter,
      severity: mark.severity,
      highlight: mark.highlight,
      denies: mark.categories.includes('DISPUTED'),
      text: article.text.slice(mark.sentence.start, mark.sentence.end),
      ...(mark.source && { source: mark.source })
    }
    for (const { ref, shared } of tables.candidates(blocks, MAX_HOLDERS)) {
      if (shared < MIN_SHARED_BLOCKS) continue
      const other = tables.key(ref)
      const score = other === undefined ? 0 : likeness(key, other)
      if (score >= SAME_CLAIM) tables.writeLink({ a: ref, b: record, score })
    }
    tables.writeClaim(record, key, blocks)
  }

  drop(ids: readonly ArticleId[]): void {
    this.#need().remove(ids)
    this.#book = undefined
  }

  clear(): void {
    this.#need().clear()
    this.#book = undefined
  }

  settled(): void {
    this.#book = undefined
  }

  close(): void {
    this.#tables = undefined
    this.#book = undefined
  }

  /** Marks of one article with the reader's corrections; derived on the spot when they are not kept yet. */
  of(id: ArticleId): ArticleClaims {
    const article = this.#ask.articles(id)
    const { actors, marks, scopes } = corrections(this.#ask.decisions(), id)
    const kept = this.#need().claims(id)
    if (kept !== undefined && marks.length === 0 && scopes.length === 0 && actors.length === 0)
      return kept
    if (article === undefined) return kept ?? { marks: [] }
    return detectClaims(article, { actors, corrections: marks, scopes })
  }

  /** Strong and soft marks of an article; undefined while not derived. */
  countsOf(id: ArticleId): { strong: number; soft: number } | undefined {
    return this.#need().counts(id)
  }

  /** Marked claims over the library, with the reader's corrections. */
  list(query: ClaimQuery): ClaimPage {
    const tables = this.#corrected()
    const { total, rows } = tables.list(
      {
        ...(query.article !== undefined && { article: query.article }),
        ...(query.letter !== undefined && { letter: query.letter }),
        ...(query.source !== undefined && { sourceKey: sourceKey(query.source) }),
        ...(query.filter !== undefined && query.filter !== '' && { text: query.filter }),
        minSeverity: query.minSeverity ?? DEFAULT_SEVERITY,
        ...(query.sort === 'date'
          ? { order: 'given', articles: this.#byDate(tables.articles()) }
          : { order: query.sort })
      },
      query
    )
    return { total, rows: this.#rows(rows) }
  }

  /** Newest first, undated last. */
  #byDate(ids: readonly ArticleId[]): ArticleId[] {
    return this.#ask
      .headers(ids)
      .toSorted((a, b) => (b.published ?? '').localeCompare(a.published ?? '') || b.id - a.id)
      .map((header) => header.id)
  }

  #corrected(): ClaimTables {
    const tables = this.#need()
    const { marks } = corrections(this.#ask.decisions())
    tables.correct(
      marks
        .filter(
          (m) =>
            m.verdict === 'not-a-claim' || (m.verdict === 'wrong-label' && m.letter !== undefined)
        )
        .map(({ sentence, verdict, letter }) => ({
          sentence,
          ...(verdict === 'wrong-label' && letter !== undefined && { letter })
        }))
    )
    return tables
  }

  /** Threads, the one in most reports first. */
  threads(query: ThreadQuery): ThreadPage {
    return this.#threadBook().page(query)
  }

  /** Sources with what they say, most statements first. */
  ledger(page: Page): LedgerPage {
    const tables = this.#corrected()
    const { total, rows } = tables.sources(page)
    return {
      total,
      rows: rows.map(({ key, source, says, denies, documents }) => ({
        source,
        says,
        denies,
        documents,
        rows: this.#rows(
          tables.list({ sourceKey: key, order: 'weight' }, { offset: 0, limit: LEDGER_ROWS }).rows
        )
      }))
    }
  }

  #rows(records: readonly ClaimRecord[]): ClaimRow[] {
    const book = this.#threadBook()
    return book.rows(records)
  }

  #threadBook(): ThreadBook {
    this.#book ??= new ThreadBook(this.#need(), this.#ask)
    return this.#book
  }

  #need(): ClaimTables {
    if (this.#tables === undefined) throw new Error('Cannot read claims: the stage is not open')
    return this.#tables
  }
}

function countsOf(marks: readonly Mark[]): { strong: number; soft: number } {
  let strong = 0
  let soft = 0
  for (const mark of marks) {
    if (!mark.highlight) continue
    if (mark.severity >= 3 || mark.letter === 'V' || mark.letter === 'N') strong++
    else soft++
  }
  return { strong, soft }
}

/** Under what a claim is found: its words, and its numbers with what they count. */
function blocksOf(key: ClaimKey): string[] {
  return [
    ...key.terms.map(([term]) => term),
    ...key.numbers
      .filter((n) => n.counts !== '' || n.unit !== '')
      .map((n) => `${n.value} ${n.unit}${n.counts}`)
  ]
}
