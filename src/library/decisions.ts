import type { Article, ArticleId } from '../core/article/article'
import type { Span } from '../core/text/span'
import type { Decision, DecisionId, DecisionPage } from '../shared/decision'
import type { Page } from '../shared/shapes'
import { FailureError } from '../shared/failure'
import { findQuote, quoteOf, type Quote } from './anchor'
import { correctionsOf, type Corrections } from './corrections'
import {
  addDecision,
  addDecisions,
  decisionAbout,
  decisionsInForce,
  setUndone,
  type DecisionRow,
  type DecisionStore
} from './catalog/decisions'

/** How decisions find their articles: by what they hold. */
export interface Texts {
  article(id: ArticleId): Article | undefined
  /** The current article with this text, or the current revision of the one that had it. */
  byContent(contentHash: string): ArticleId | undefined
  /** Articles whose text holds these words. */
  holding(words: string): readonly ArticleId[]
}

/** A decision in force, with its articles as they are numbered now. */
export interface InForce {
  readonly id: DecisionId
  readonly decided: string
  readonly decision: Decision
  readonly orphan: boolean
  /** What it is about, as it is written down: a later one with the same subject takes its place. */
  readonly subject: string
  /** What it is about today: texts that came to be one have the same. */
  readonly about: string
  /** As it is written down: with content hashes and quotations in place of ids and spans. */
  readonly written: Written
}

/** A decision as it is written down. */
export type Written = Readonly<Record<string, unknown>> & { readonly kind: Decision['kind'] }

/** A decision that was taken in from another library. */
export interface Adopted {
  readonly id: DecisionId
  readonly kind: Decision['kind']
}

/** A decision from another library. */
export interface Foreign {
  /** ISO 8601. */
  readonly decided: string
  readonly written: Written
}

/** Orphans that are looked for by their words after an import, at most: each reads every text. */
const SOUGHT = 50
/** Shortest quotation that tells an article by itself, in code units. */
const TELLING = 24

/** Stands for an article that can't be found any more. */
const NO_ARTICLE: ArticleId = 0
const NO_SPAN: Span = { start: 0, end: 0 }

/** A page of decisions before the titles of their reports are looked up. */
export type Untitled = Omit<DecisionPage, 'rows'> & {
  readonly rows: readonly Omit<DecisionPage['rows'][number], 'reports'>[]
}

/** What a reader decided. Written down with quotations and content hashes; read back with today's ids and spans. */
export class Decisions {
  readonly #store: DecisionStore
  readonly #texts: Texts
  readonly #now: () => Date
  /** Of every subject the last decision, oldest first; kept up to date from one decision to the next. */
  #lasting: readonly InForce[] | undefined
  #inForce: readonly InForce[] | undefined
  /** Decisions with today's ids, by id; kept until articles change. */
  readonly #resolved = new Map<DecisionId, InForce>()
  /** Texts that are not in the catalog, and the ones that their quotations were found in. */
  readonly #became = new Map<string, string>()
  #corrections: Corrections | undefined

  constructor(store: DecisionStore, texts: Texts, now: () => Date) {
    this.#store = store
    this.#texts = texts
    this.#now = now
  }

  /** Decisions in force, oldest first. */
  inForce(): readonly InForce[] {
    this.#inForce ??= latest(this.#last())
    return this.#inForce
  }

  #last(): readonly InForce[] {
    this.#lasting ??= decisionsInForce(this.#store.db).map((row) => this.#known(row))
    return this.#lasting
  }

  #known(row: DecisionRow): InForce {
    const known = this.#resolved.get(row.id) ?? this.#read(row)
    this.#resolved.set(row.id, known)
    return known
  }

  /** Decisions in force whose articles are there, oldest first. */
  standing(): readonly Decision[] {
    return this.inForce()
      .filter(({ orphan }) => !orphan)
      .map(({ decision }) => decision)
  }

  /** What they put right in articles. */
  corrections(): Corrections {
    this.#corrections ??= correctionsOf(this.standing())
    return this.#corrections
  }

  /** A page of decisions, newest first. */
  page({ offset, limit }: Page): Untitled {
    const all = this.inForce().toReversed()
    const rows = all
      .slice(offset, offset + limit)
      .map(({ id, decided, decision, orphan }) => ({ id, decided, decision, orphan }))
    return { total: all.length, rows }
  }

  /** Writes a decision down. @throws FailureError `article-not-found` */
  decide(decision: Decision): DecisionId {
    const body = JSON.stringify(this.#write(decision))
    const row = { decided: this.#now().toISOString(), subject: subjectOf(body), body }
    const id = addDecision(this.#store.db, row)
    this.#replace(row.subject, { ...row, id })
    return id
  }

  /** Takes note that another decision about a subject, or none, is in force; what else was read stays. */
  #replace(subject: string, now: DecisionRow | undefined): void {
    this.#inForce = undefined
    this.#corrections = undefined
    if (this.#lasting === undefined) return
    const others = this.#lasting.filter((row) => row.subject !== subject)
    if (now === undefined) {
      this.#lasting = others
      return
    }
    // A decision that is in force again stands where it stood: lists go by the order in which was decided.
    const at = others.findLastIndex(({ id }) => id < now.id) + 1
    this.#lasting = others.toSpliced(at, 0, this.#known(now))
  }

  /** Takes in decisions of another library; one about the same thing gives way only to a later one. Answers with those that were new. */
  adopt(foreign: readonly Foreign[]): readonly Adopted[] {
    const known = new Map(
      decisionsInForce(this.#store.db).map(({ subject, decided }) => [subject, decided])
    )
    const rows = new Map<
      string,
      { decided: string; subject: string; body: string; written: Written }
    >()
    for (const { decided, written } of foreign) {
      const body = JSON.stringify(written)
      const subject = subjectOf(body)
      if ((rows.get(subject)?.decided ?? known.get(subject) ?? '') < decided)
        rows.set(subject, { decided, subject, body, written })
    }
    const fresh = [...rows.values()]
    const ids = addDecisions(this.#store.db, fresh)
    this.#changed()
    return fresh.flatMap(({ written }, at) => {
      const id = ids[at]
      return id === undefined ? [] : [{ id, kind: written.kind }]
    })
  }

  /**
   * Looks for articles of orphans by the words that they quote: a report that was edited while no catalog knew it is found so.
   * To be called when an import has ended.
   */
  seekOrphans(): void {
    const sought = new Map<string, string>()
    for (const { orphan, written } of this.inForce())
      if (orphan) for (const [hash, words] of quotedIn(written)) sought.set(hash, words)
    let found = false
    for (const [hash, words] of [...sought].slice(0, SOUGHT)) {
      if (this.#texts.byContent(hash) !== undefined) continue
      const [id] = this.#texts.holding(words)
      const now = id === undefined ? undefined : this.#texts.article(id)?.contentHash
      if (now === undefined) continue
      this.#became.set(hash, now)
      found = true
    }
    if (found) this.forgetIds()
  }

  /** Takes a decision back; answers with it. @throws FailureError `not-found` */
  undo(id: DecisionId): Decision {
    const undone = this.inForce().find((row) => row.id === id)
    if (undone === undefined || !setUndone(this.#store.db, id, 1))
      throw new FailureError({ code: 'not-found', what: 'decision' })
    this.#resolved.delete(id)
    this.#replace(undone.subject, decisionAbout(this.#store.db, undone.subject))
    return undone.decision
  }

  /** Puts a decision that was taken back in force again, unless a later one about the same is; answers with it. @throws FailureError `not-found` */
  redo(id: DecisionId): Decision {
    const row = setUndone(this.#store.db, id, 0)
    if (row === undefined) throw new FailureError({ code: 'not-found', what: 'decision' })
    this.#replace(row.subject, decisionAbout(this.#store.db, row.subject))
    return this.#known(row).decision
  }

  #changed(): void {
    this.#lasting = undefined
    this.#inForce = undefined
    this.#corrections = undefined
  }

  /** To be told when articles came, went or changed: ids and spans are then looked up anew. */
  forgetIds(): void {
    this.#resolved.clear()
    this.#changed()
  }

  close(): void {
    this.#store.backup()
    this.#store.db.close()
  }

  #write(decision: Decision): unknown {
    switch (decision.kind) {
      case 'furniture': {
        const { article, ...line } = decision
        return article === undefined ? line : { ...line, article: this.#anchor(article) }
      }
      case 'mark':
      case 'actor':
      case 'grade':
        return decision
      case 'note': {
        const { text } = this.#article(decision.article)
        return {
          ...decision,
          article: this.#anchor(decision.article),
          span: quoteOf(text, decision.span)
        }
      }
      case 'verdict': {
        const { text } = this.#article(decision.article)
        return {
          ...decision,
          article: this.#anchor(decision.article),
          sentence: quoteOf(text, decision.sentence)
        }
      }
      case 'pin':
      case 'metadata':
      case 'tag':
      case 'star':
      case 'read':
        return { ...decision, article: this.#anchor(decision.article) }
      case 'cluster':
      case 'origin': {
        // In the order of what they hold: ids change when a library is built anew, and one pair is one subject.
        const [a, b] = [this.#anchor(decision.a), this.#anchor(decision.b)]
        if (a.content <= b.content) return { ...decision, a, b }
        const turned = { ...decision, a: b, b: a }
        if (turned.kind === 'origin' && turned.copy !== 'neither')
          return { ...turned, copy: turned.copy === 'a' ? 'b' : 'a' }
        return turned
      }
      case 'scope': {
        const { article, status, sentence } = decision
        const { text } = this.#article(article)
        return {
          ...decision,
          article: this.#anchor(article),
          status: quoteOf(text, status),
          sentence: quoteOf(text, sentence)
        }
      }
      case 'thread':
        return { ...decision, a: this.#end(decision.a), b: this.#end(decision.b) }
    }
  }

  #end({ article, sentence }: { article: ArticleId; sentence: Span }): unknown {
    const { text } = this.#article(article)
    return { article: this.#anchor(article), sentence: quoteOf(text, sentence) }
  }

  #anchor(id: ArticleId): { readonly content: string } {
    return { content: this.#article(id).contentHash }
  }

  #article(id: ArticleId): Article {
    const article = this.#texts.article(id)
    if (article === undefined) throw new FailureError({ code: 'article-not-found', article: id })
    return article
  }

  #read({ id, decided, subject, body }: DecisionRow): InForce {
    const state = { orphan: false }
    // Written by `#write` from a decision, and sound by its checksum.
    const written = JSON.parse(body) as Written
    const decision = this.#resolve(written, undefined, state) as Decision
    const about = subjectOf(JSON.stringify(decision))
    return { id, decided, decision, subject, about, written, ...state }
  }

  /** Puts ids and spans in place of anchors, wherever they stand; the quotations beside an article are looked up in it. */
  #resolve(value: unknown, within: Article | undefined, state: { orphan: boolean }): unknown {
    if (typeof value !== 'object' || value === null) return value
    if ('content' in value && typeof value.content === 'string') {
      const id =
        this.#texts.byContent(value.content) ??
        this.#texts.byContent(this.#became.get(value.content) ?? '')
      state.orphan ||= id === undefined
      return id ?? NO_ARTICLE
    }
    if ('exact' in value) {
      const span = within === undefined ? undefined : findQuote(within.text, value as Quote)
      state.orphan ||= span === undefined
      return span ?? NO_SPAN
    }
    const own = 'article' in value ? this.#resolve(value.article, undefined, state) : undefined
    const article = typeof own === 'number' ? this.#texts.article(own) : within
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key, this.#resolve(part, article, state)])
    )
  }
}

/** Values that say what was decided; all else says about what. */
const ANSWERS = new Set([
  'furniture',
  'verdict',
  'letter',
  'covered',
  'together',
  'copy',
  'pinned',
  'type',
  'side',
  'sameAs',
  'value',
  'text',
  'colour',
  'credibility',
  'comment',
  'reliability',
  'tagged',
  'starred',
  'read'
])

/** Of decisions that came to be about the same thing (the report changed between them), the last one. Orphans all stay. */
function latest(rows: readonly InForce[]): readonly InForce[] {
  const last = new Map<string, DecisionId>()
  for (const row of rows) if (!row.orphan) last.set(row.about, row.id)
  return rows.filter((row) => row.orphan || last.get(row.about) === row.id)
}

/** Content hashes with a quotation from each that is long enough to tell the text. */
function quotedIn(written: Written): [string, string][] {
  const { article } = written
  const hash = isObject(article) ? article['content'] : undefined
  if (typeof hash !== 'string') return []
  return Object.values(written).flatMap((part): [string, string][] => {
    const exact = isObject(part) ? part['exact'] : undefined
    return typeof exact === 'string' && exact.length >= TELLING ? [[hash, exact]] : []
  })
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

function subjectOf(body: string): string {
  const entries = Object.entries(JSON.parse(body) as Record<string, unknown>)
  return JSON.stringify(
    entries.filter(([key]) => !ANSWERS.has(key)).sort(([a], [b]) => (a < b ? -1 : 1))
  )
}
