import type { Article, ArticleId } from '../../core/article/article'
import type { ArticleClaims } from '../../core/claims/claim'
import { detectClaims, type DetectOptions } from '../../core/claims/detect'
import { sourceKey } from '../../core/claims/source-key'
import type {
  ArticleHeader,
  ClaimPage,
  ClaimQuery,
  ClaimRow,
  LedgerPage,
  LedgerQuery,
  NumberPage,
  Page,
  ThreadPage,
  ThreadQuery
} from '../../shared/shapes'
import { LinkTables } from '../catalog/claim-links'
import { ClaimTables } from '../catalog/claims'
import type { ClaimRecord } from '../catalog/claims'
import type { Database } from '../catalog/database'
import { DetectionError, type Detector } from '../detector/detector'
import { corrections } from './claim-corrections'
import { findClaims, isStrong, type Counts, type FoundClaims } from './claim-finding'
import { ClaimLinker } from './claim-linker'
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
  readonly version = 8
  readonly eager = false
  readonly begin?: NonNullable<Deriver['begin']>
  readonly #ask: ClaimSources
  readonly #detector: Detector | undefined
  #tables: ClaimTables | undefined
  #links: LinkTables | undefined
  #linker: ClaimLinker | undefined
  #book: ThreadBook | undefined
  #changes: ReadonlyMap<ArticleId, Counts> | undefined

  /** @param detector - finds claims beside this thread; without one they are found in it */
  constructor(ask: ClaimSources, detector?: Detector) {
    this.#ask = ask
    this.#detector = detector
    if (detector !== undefined) this.begin = (article) => this.#begin(detector, article)
  }

  open(db: Database): boolean {
    const tables = new ClaimTables(db)
    const links = new LinkTables(db)
    this.#tables = tables
    this.#links = links
    this.#linker = new ClaimLinker(tables, links)
    return tables.sound()
  }

  async #begin(detector: Detector, article: Article): Promise<() => void> {
    const found = await detector.find(article, this.#lastingCorrections(article.id))
    return () => this.#write(article.id, found)
  }

  keep(articles: readonly Article[]): void {
    for (const article of articles)
      this.#write(article.id, findClaims(article, this.#lastingCorrections(article.id)))
  }

  giveUp(id: ArticleId): void {
    const failed: ArticleClaims = { marks: [], failed: true }
    const claims = JSON.stringify(failed)
    this.#write(id, { claims, counts: { strong: 0, soft: 0 }, rows: [] })
  }

  /** Corrections that bear on what is kept; those of single marks are laid over it when it is read. */
  #lastingCorrections(id: ArticleId): Pick<DetectOptions, 'actors' | 'scopes'> {
    const { actors, scopes } = corrections(this.#ask.decisions(), id)
    return { actors, scopes }
  }

  #write(id: ArticleId, { claims, counts, rows }: FoundClaims): void {
    const tables = this.#need()
    const linker = this.#needLinker()
    if (tables.counts(id) !== undefined) linker.drop([id])
    tables.write(id, claims, counts)
    linker.add(id, rows)
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
    const { kept, article, options } = this.#asked(id)
    return article === undefined ? kept : detectClaims(article, options)
  }

  /** The same for whoever can wait: what is not kept is found beside this thread, before everything that is owed. */
  async soon(id: ArticleId): Promise<ArticleClaims> {
    const { kept, article, options } = this.#asked(id)
    if (article === undefined) return kept
    if (this.#detector === undefined) return detectClaims(article, options)
    try {
      const { claims } = await this.#detector.find(article, options, true)
      // Made by `findClaims` alone.
      return JSON.parse(claims) as ArticleClaims
    } catch (error) {
      if (error instanceof DetectionError) return { marks: [], failed: true }
      throw error
    }
  }

  /** What is kept of an article; with the article when more than that is asked for, because of corrections or because it is not derived. */
  #asked(id: ArticleId): {
    readonly kept: ArticleClaims
    readonly article?: Article
    readonly options: DetectOptions
  } {
    const { actors, marks, scopes } = corrections(this.#ask.decisions(), id)
    const options = { actors, corrections: marks, scopes }
    const kept = this.#need().claims(id)
    const asIs = kept !== undefined && [actors, marks, scopes].every((list) => list.length === 0)
    const article = asIs || kept?.failed === true ? undefined : this.#ask.articles(id)
    return { kept: kept ?? { marks: [] }, options, ...(article && { article }) }
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
    const { total, rows } = this.#corrected().list(
      {
        ...(query.article !== undefined && { article: query.article }),
        ...(query.letter !== undefined && { letter: query.letter }),
        ...(query.source !== undefined && { sourceKey: sourceKey(query.source) }),
        ...(query.filter !== undefined && query.filter !== '' && { text: query.filter }),
        minSeverity: query.minSeverity ?? DEFAULT_SEVERITY,
        ...(query.sort === 'date'
          ? { order: 'given', articles: this.#ask.newest() }
          : { order: query.sort })
      },
      query
    )
    return { total, rows: this.#rows(rows) }
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

  /** Articles with a claim whose independent origins are as many as asked for; a claim that is told once has one. */
  withOrigins(fits: (origins: number) => boolean): Set<ArticleId> {
    return this.#threadBook().withOrigins(fits)
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
  ledger(query: LedgerQuery): LedgerPage {
    return this.#corrected().sources(query)
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
