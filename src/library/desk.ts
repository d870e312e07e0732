import type { ArticleId } from '../core/article/article'
import { sourceKey } from '../core/claims/source-key'
import type { Field } from '../core/search/query'
import type { ArticleDesk, Decision, NotePage, Verdict } from '../shared/decision'
import type { ArticleHeader, LedgerPage, Page } from '../shared/shapes'
import { shownIds, twins } from './catalog/articles'
import type { ReadableDb } from './catalog/database'
import type { Quote } from './anchor'
import { DeskBook, type Dated, type Entry } from './desk-book'
import { CREDIBILITY } from '../core/dossier/dossier'
import type { Adopted, Decisions, Written } from './decisions'
import { readDesk, writeDesk, type DeskNote, type DeskSource } from './desk-document'

/** What the rows of lists show of a reader's desk. */
export type DeskFacts = Pick<ArticleHeader, 'starred' | 'read' | 'tags' | 'notes'>

/** What the reader noted, judged, starred and tagged: read from decisions, article by article. Copies of one text share a desk. */
export class Desk {
  readonly #db: ReadableDb
  readonly #decisions: Decisions
  readonly #headers: (ids: readonly ArticleId[]) => readonly ArticleHeader[]
  readonly #sources: (ids: readonly ArticleId[]) => readonly DeskSource[]
  readonly #now: () => Date
  readonly #book: DeskBook

  constructor(parts: {
    readonly db: ReadableDb
    readonly decisions: Decisions
    readonly headers: (ids: readonly ArticleId[]) => readonly ArticleHeader[]
    /** Documents for people to know them by; ids that are not there any more are left out. */
    readonly sources: (ids: readonly ArticleId[]) => readonly DeskSource[]
    readonly now: () => Date
  }) {
    this.#db = parts.db
    this.#decisions = parts.decisions
    this.#headers = parts.headers
    this.#sources = parts.sources
    this.#now = parts.now
    this.#book = new DeskBook((ids) => twins(parts.db, ids))
  }

  /** Everything noted about one article, notes and verdicts in the order of the text. */
  of(id: ArticleId): ArticleDesk {
    const entry = this.#all().get(id)
    if (entry === undefined)
      return { notes: [], verdicts: [], tags: [], starred: false, read: false }
    const { notes, verdicts, tags, starred, read } = entry
    return {
      notes: notes.toSorted((a, b) => a.span.start - b.span.start || a.id - b.id),
      verdicts: verdicts.toSorted((a, b) => a.sentence.start - b.sentence.start || a.id - b.id),
      tags: [...tags].sort(),
      starred,
      read
    }
  }

  /** What a row shows of an article. */
  readonly factsOf = (id: ArticleId): DeskFacts => {
    const entry = this.#all().get(id)
    if (entry === undefined) return {}
    const { notes, tags, starred, read } = entry
    return {
      ...(starred && { starred }),
      ...(read && { read }),
      ...(tags.size > 0 && { tags: [...tags].sort() }),
      ...(notes.length > 0 && { notes: notes.length })
    }
  }

  /** Articles that the reader judged, noted something about or starred, in the order of their ids. */
  marked(): ArticleId[] {
    return [...this.#having((e) => e.starred || e.notes.length > 0 || e.verdicts.length > 0)].sort(
      (a, b) => a - b
    )
  }

  /** Grades of sources in force. */
  grades(): readonly (Extract<Decision, { kind: 'grade' }> & Dated)[] {
    return this.#decisions
      .inForce()
      .flatMap(({ id, decided, decision }) =>
        decision.kind === 'grade' ? [{ ...decision, id, decided }] : []
      )
  }

  /** Sources with the reader's grades of them; of two under names of one source the newer holds. */
  graded({ total, rows }: LedgerPage): LedgerPage {
    const grades = new Map(
      this.grades().map(({ source, reliability }) => [sourceKey(source), reliability])
    )
    return {
      total,
      rows: rows.map((entry) => {
        const grade = grades.get(sourceKey(entry.source.name))
        return grade === undefined ? entry : { ...entry, grade }
      })
    }
  }

  /** A page of notes over the library, newest first. One whose passage is gone has no span, one whose article is gone no article. */
  notes({ offset, limit }: Page): NotePage {
    const all = this.#decisions.inForce().filter(({ decision }) => decision.kind === 'note')
    const rows = all
      .toReversed()
      .slice(offset, offset + limit)
      .flatMap(({ id, decided, decision, orphan, written }) => {
        if (decision.kind !== 'note') return []
        const [article] = this.#headers([decision.article])
        return {
          id,
          decided,
          text: decision.text,
          quote: quoteIn(written).exact,
          colour: decision.colour,
          ...(article !== undefined && { article }),
          ...(!orphan && { span: decision.span })
        }
      })
    return { total: all.length, rows }
  }

  /** The articles that answer a field of a search; undefined for what the desk knows nothing of. */
  match(field: Field, value: string): ReadonlySet<ArticleId> | undefined {
    const wanted = value.trim().toLowerCase()
    switch (field) {
      case 'tag':
        return this.#having(({ tags }) => [...tags].some((tag) => tag.toLowerCase() === wanted))
      case 'note':
        return this.#noted(wanted)
      case 'verdict':
        return this.#having(({ verdicts }) => verdicts.some((one) => meant(one, wanted)))
      case 'has':
        return this.#hasIt(wanted)
      case 'is':
        return this.#isIt(wanted)
      default:
        return undefined
    }
  }

  #hasIt(what: string): ReadonlySet<ArticleId> | undefined {
    if (/^(?:notes?|highlights?)$/.test(what)) return this.#having(({ notes }) => notes.length > 0)
    if (/^verdicts?$/.test(what)) return this.#having(({ verdicts }) => verdicts.length > 0)
    if (/^tags?$/.test(what)) return this.#having(({ tags }) => tags.size > 0)
    if (/^stars?$/.test(what)) return this.#having(({ starred }) => starred)
    return undefined
  }

  #isIt(what: string): ReadonlySet<ArticleId> | undefined {
    if (what === 'starred') return this.#having(({ starred }) => starred)
    const read = this.#having((entry) => entry.read)
    if (what === 'read') return read
    return what === 'unread' ? new Set(shownIds(this.#db).filter((id) => !read.has(id))) : undefined
  }

  /** Notes, quoted passages and comments on verdicts are searched alike. */
  #noted(words: string): ReadonlySet<ArticleId> {
    const found = new Set<ArticleId>()
    for (const { decision, written } of this.#decisions.inForce()) {
      if (decision.kind !== 'note' && decision.kind !== 'verdict') continue
      const own = decision.kind === 'note' ? decision.text : decision.comment
      const quoted = decision.kind === 'note' ? quoteIn(written).exact : ''
      if (`${own}\n${quoted}`.toLowerCase().includes(words)) found.add(decision.article)
    }
    return this.#withTwins(found)
  }

  #having(is: (entry: Entry) => boolean): Set<ArticleId> {
    return new Set([...this.#all()].flatMap(([id, entry]) => (is(entry) ? [id] : [])))
  }

  #withTwins(found: ReadonlySet<ArticleId>): Set<ArticleId> {
    const all = twins(this.#db, [...found])
    return new Set([...found, ...all.map(({ id }) => id)])
  }

  /** Everything in force as a JSON document. */
  export(): string {
    const inForce = this.#decisions.inForce()
    const ids = new Set(inForce.flatMap(({ decision }) => articlesOf(decision)))
    const notes = inForce.flatMap(({ id, decided, decision, orphan, written }): DeskNote[] => {
      if (decision.kind !== 'note') return []
      const { text, span } = decision
      const quote = quoteIn(written)
      const place = !orphan && quote.exact !== '' && { position: span }
      return [{ id, decided, text, content: contentIn(written), quote, ...place }]
    })
    return writeDesk({
      exported: this.#now().toISOString(),
      sources: this.#sources([...ids].filter((id) => id > 0).sort((a, b) => a - b)),
      decisions: inForce.map(({ decided, written }) => ({ decided, written })),
      notes
    })
  }

  /** Takes in what such a document has and this library has not. @throws FailureError `not-found` */
  import(json: string): readonly Adopted[] {
    return this.#decisions.adopt(readDesk(json))
  }

  #all(): ReadonlyMap<ArticleId, Entry> {
    return this.#book.read(this.#decisions.inForce())
  }
}

/** `verdict:4`, `verdict:doubtful`. */
const meant = ({ credibility }: Verdict, wanted: string): boolean =>
  String(credibility) === wanted || (wanted !== '' && CREDIBILITY[credibility].startsWith(wanted))

function articlesOf(decision: Decision): ArticleId[] {
  if ('article' in decision) return decision.article === undefined ? [] : [decision.article]
  if (decision.kind === 'cluster' || decision.kind === 'origin') return [decision.a, decision.b]
  return decision.kind === 'thread' ? [decision.a.article, decision.b.article] : []
}

/* Notes are written down by `Decisions` with a quotation for the span and a content hash for the article. */
const quoteIn = ({ span }: Written): Quote => span as Quote
const contentIn = ({ article }: Written): string => (article as { content: string }).content
