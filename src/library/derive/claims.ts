import type { Article, ArticleId } from '../../core/article/article'
import type { ArticleClaims, Mark, MarkLetter } from '../../core/claims/claim'
import { detectClaims } from '../../core/claims/detect'
import { keyOf, spreadOf } from '../../core/claims/key'
import type { ClaimKey, Spread } from '../../core/claims/key'
import { likeness, SAME_CLAIM } from '../../core/claims/thread'
import type {
  ArticleHeader,
  ClaimPage,
  ClaimQuery,
  ClaimRow,
  LedgerPage,
  NumberPage,
  Page,
  ThreadPage,
  ThreadQuery
} from '../../shared/shapes'
import { ClaimTables, sourceKey } from '../catalog/claims'
import type { ClaimRecord } from '../catalog/claims'
import type { Database } from '../catalog/database'
import { corrections } from './claim-corrections'
import type { ClaimSources } from './claim-sources'
import { numbersOf } from './claim-numbers'
import { ThreadBook } from './claim-threads'
import type { Deriver } from './deriver'

/** Blocks that more claims share than this don't bring candidates. Higher finds more and costs more. */
const MAX_HOLDERS = 400
/** Candidates must share so many blocks, or one number of the same thing. */
const MIN_SHARED_BLOCKS = 2
/** From this severity on claims are listed unless asked otherwise: plans and on-record speech stay out. */
const DEFAULT_SEVERITY = 2

/**
 * Derives claims: marks of each article, and links between claims of different reports.
 *
 * A new article is compared only with claims that share rare words, names or numbers with its own; links of others stay. Hand
 * decisions are applied when answers are read, so that a decision needs no rebuilding, but for corrected actors and scopes.
 */
export class Claims implements Deriver {
  readonly stage = 'claims'
  readonly version = 2
  readonly eager = false
  readonly #ask: ClaimSources
  #tables: ClaimTables | undefined
  #book: ThreadBook | undefined
  #changes: ReadonlyMap<ArticleId, Counts> | undefined

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
    const decisions = this.#ask.decisions()
    for (const article of articles) {
      const { actors, scopes } = corrections(decisions, article.id)
      const claims = detectClaims(article, { actors, scopes })
      tables.write(article.id, claims, countsOf(claims.marks))
      const spread = spreadOf(claims.marks, article.text)
      for (const mark of claims.marks) this.#keepClaim(article, mark, spread)
    }
    this.#forget()
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
    this.#forget()
  }

  clear(): void {
    this.#need().clear()
    this.#forget()
  }

  settled(): void {
    this.#forget()
  }

  #forget(): void {
    this.#book = undefined
    this.#changes = undefined
  }

  close(): void {
    this.#tables = undefined
    this.#forget()
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

  /** Strong and soft marks of an article with the reader's corrections; undefined while not derived. */
  countsOf(id: ArticleId): Counts | undefined {
    const found = this.#need().counts(id)
    const change = this.countChanges().get(id)
    if (found === undefined || change === undefined) return found
    return { strong: found.strong + change.strong, soft: found.soft + change.soft }
  }

  /** What the reader's corrections add to the counts of articles; those without any are left out. */
  countChanges(): ReadonlyMap<ArticleId, Counts> {
    this.#changes ??= this.#countChanges()
    return this.#changes
  }

  #countChanges(): ReadonlyMap<ArticleId, Counts> {
    const changes = new Map<ArticleId, Counts>()
    if (!this.#ask.decisions().some((decision) => decision.kind === 'mark')) return changes
    for (const { article, severity, letter, now } of this.#corrected().correctedClaims()) {
      const { strong, soft } = changes.get(article) ?? { strong: 0, soft: 0 }
      const was = isStrong(severity, letter) ? 1 : 0
      const is = now === undefined ? 0 : isStrong(severity, now) ? 1 : 0
      const stays = now === undefined ? 0 : 1
      changes.set(article, {
        strong: strong + is - was,
        soft: soft + (stays - is) - (1 - was)
      })
    }
    return changes
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

  /** The numbers of these reports by what they count. */
  numbers(reports: readonly ArticleHeader[], page: Page): NumberPage {
    const rows = numbersOf(
      reports.flatMap((header) => {
        const article = this.#ask.articles(header.id)
        return article === undefined ? [] : [{ article, marks: this.of(header.id).marks }]
      }),
      (article, mark) => this.#threadBook().rowOf(article, mark)
    )
    return {
      total: rows.length,
      rows: rows.slice(page.offset, page.offset + page.limit),
      articles: reports
    }
  }

  /** Sources by the number of their statements, most first; what one says is a list of claims with its name. */
  ledger(page: Page): LedgerPage {
    return this.#corrected().sources(page)
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

/** Painted marks by strength. */
export interface Counts {
  readonly strong: number
  readonly soft: number
}

function countsOf(marks: readonly Mark[]): Counts {
  let strong = 0
  let soft = 0
  for (const mark of marks) {
    if (!mark.highlight) continue
    if (isStrong(mark.severity, mark.letter)) strong++
    else soft++
  }
  return { strong, soft }
}

function isStrong(severity: number, letter: MarkLetter | undefined): boolean {
  return severity >= 3 || letter === 'V' || letter === 'N'
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
