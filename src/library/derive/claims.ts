import type { Article, ArticleId } from '../../core/article/article'
import type { ArticleClaims, Mark, MarkLetter } from '../../core/claims/claim'
import { comparison, detectClaims } from '../../core/claims/detect'
import { keyOf, spreadOf } from '../../core/claims/key'
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
import { LinkTables } from '../catalog/claim-links'
import { ClaimTables, sourceKey } from '../catalog/claims'
import type { ClaimRecord } from '../catalog/claims'
import type { Database } from '../catalog/database'
import { corrections } from './claim-corrections'
import { ClaimLinker, type NewClaim } from './claim-linker'
import type { ClaimSources } from './claim-sources'
import { numbersOf } from './claim-numbers'
import { ThreadBook } from './claim-threads'
import type { Deriver } from './deriver'

/** From this severity on claims are listed unless asked otherwise: plans and on-record speech stay out. */
const DEFAULT_SEVERITY = 2

/**
 * Derives claims: marks of each article, and threads of claims of different reports.
 *
 * Hand decisions are applied when answers are read, so that a decision needs no rebuilding, but for corrected actors and scopes.
 */
export class Claims implements Deriver {
  readonly stage = 'claims'
  readonly version = 3
  readonly eager = false
  readonly #ask: ClaimSources
  #tables: ClaimTables | undefined
  #links: LinkTables | undefined
  #linker: ClaimLinker | undefined
  #book: ThreadBook | undefined
  #changes: ReadonlyMap<ArticleId, Counts> | undefined

  constructor(ask: ClaimSources) {
    this.#ask = ask
  }

  open(db: Database): boolean {
    const tables = new ClaimTables(db)
    const links = new LinkTables(db)
    this.#tables = tables
    this.#links = links
    this.#linker = new ClaimLinker(tables, links)
    return tables.sound()
  }

  keep(articles: readonly Article[]): void {
    const tables = this.#need()
    const linker = this.#needLinker()
    linker.drop(articles.flatMap(({ id }) => (tables.counts(id) === undefined ? [] : [id])))
    const decisions = this.#ask.decisions()
    for (const article of articles) {
      const { actors, scopes } = corrections(decisions, article.id)
      const claims = detectClaims(article, { actors, scopes })
      tables.write(article.id, claims, countsOf(claims.marks))
      linker.add(article.id, claimsIn(article, claims.marks))
    }
    this.#forget()
  }

  drop(ids: readonly ArticleId[]): void {
    this.#needLinker().drop(ids)
    this.#forget()
  }

  clear(): void {
    this.#need().clear()
    this.#links?.clear()
    this.#linker?.forget()
    this.#forget()
  }

  settled(committed: boolean): void {
    if (!committed) this.#linker?.forget()
    this.#forget()
  }

  #forget(): void {
    this.#book = undefined
    this.#changes = undefined
  }

  close(): void {
    this.#tables = undefined
    this.#links = undefined
    this.#linker = undefined
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
    if (this.#links === undefined) throw new Error('Cannot read claims: the stage is not open')
    this.#book ??= new ThreadBook(this.#need(), this.#links, this.#ask)
    return this.#book
  }

  #needLinker(): ClaimLinker {
    if (this.#linker === undefined) throw new Error('Cannot keep claims: the stage is not open')
    return this.#linker
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

/** The marked sentences of an article that say something, with what they are compared by. */
function claimsIn(article: Article, marks: readonly Mark[]): NewClaim[] {
  const spread = spreadOf(marks, article.text)
  return marks.flatMap((mark): NewClaim[] => {
    if (mark.letter === undefined || mark.kind === 'structure') return []
    const text = article.text.slice(mark.sentence.start, mark.sentence.end)
    const [relay] = mark.via
    const record = {
      article: article.id,
      mark: mark.index,
      letter: mark.letter,
      severity: mark.severity,
      highlight: mark.highlight,
      denies: mark.categories.includes('DISPUTED'),
      text,
      plain: comparison(text),
      ...(mark.source && { source: mark.source }),
      ...(relay && { relay })
    }
    const key = keyOf(mark, article.text, { id: article.id, spread })
    return [{ record, key, linked: mark.kind !== 'status' }]
  })
}
