import type { Article, ArticleId } from '../core/article/article'
import type { Span } from '../core/text/span'
import type { Decision, DecisionId, DecisionPage, Page } from '../shared/contract'
import { FailureError } from '../shared/failure'
import { findQuote, quoteOf, type Quote } from './anchor'
import { isWritten, type Written } from './written'
import { correctionsOf, type Corrections } from './corrections'
import {
  addDecision,
  decisionsInForce,
  undoDecision,
  type DecisionRow,
  type DecisionStore
} from './catalog/decisions'

/** How decisions find their articles: by what they hold. */
export interface Texts {
  article(id: ArticleId): Article | undefined
  /** The current article with this text, or the current revision of the one that had it. */
  byContent(contentHash: string): ArticleId | undefined
}

/** A decision in force, with its articles as they are numbered now. */
export interface InForce {
  readonly id: DecisionId
  readonly decided: string
  readonly decision: Decision
  readonly orphan: boolean
  /** The words that a note or verdict is about, as they were quoted; empty for other kinds. */
  readonly quote: string
}

/** An article id or a span as it is written down. */
type Anchor = { readonly content: string } | Quote

/** Stands for an article that can't be found any more. */
const NO_ARTICLE: ArticleId = 0
const NO_SPAN: Span = { start: 0, end: 0 }

/** What a reader decided. Written down with quotations and content hashes; read back with today's ids and spans. */
export class Decisions {
  readonly #store: DecisionStore
  readonly #texts: Texts
  readonly #now: () => Date
  #inForce: readonly InForce[] | undefined
  #corrections: Corrections | undefined

  constructor(store: DecisionStore, texts: Texts, now: () => Date) {
    this.#store = store
    this.#texts = texts
    this.#now = now
  }

  /** Decisions in force, oldest first. */
  inForce(): readonly InForce[] {
    this.#inForce ??= decisionsInForce(this.#store.db).map((row) => this.#read(row))
    return this.#inForce
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

  /** Decisions in force as they are written down, oldest first: they hold no ids, so that another library can read them. */
  bodies(): readonly Written[] {
    return decisionsInForce(this.#store.db).map(({ decided, body }) => ({
      decided,
      // Written by `#write`, and sound by its checksum.
      body: JSON.parse(body) as unknown
    }))
  }

  /** Adds decisions that were written down elsewhere, but for those that are known or make no sense; returns how many. */
  takeIn(written: readonly unknown[]): number {
    const known = new Set(this.bodies().map((one) => JSON.stringify(one.body)))
    let added = 0
    for (const one of written) {
      if (!isWritten(one)) continue
      const body = JSON.stringify(one.body)
      if (known.has(body)) continue
      known.add(body)
      addDecision(this.#store.db, { decided: one.decided, subject: subjectOf(body), body })
      added++
    }
    this.forgetIds()
    return added
  }

  /** A page of decisions, newest first. */
  page({ offset, limit }: Page): DecisionPage {
    const rows = this.inForce().toReversed()
    return {
      total: rows.length,
      rows: rows
        .slice(offset, offset + limit)
        .map(({ id, decided, decision, orphan }) => ({ id, decided, decision, orphan }))
    }
  }

  /** Writes a decision down. @throws FailureError `article-not-found` */
  decide(decision: Decision): DecisionId {
    const body = JSON.stringify(this.#write(decision))
    const id = addDecision(this.#store.db, {
      decided: this.#now().toISOString(),
      subject: subjectOf(body),
      body
    })
    this.forgetIds()
    return id
  }

  /** Takes a decision back; answers with it. @throws FailureError `not-found` */
  undo(id: DecisionId): Decision {
    const undone = this.inForce().find((row) => row.id === id)
    if (undone === undefined || !undoDecision(this.#store.db, id))
      throw new FailureError({ code: 'not-found', what: 'decision' })
    this.forgetIds()
    return undone.decision
  }

  /** To be told when articles came, went or changed: ids and spans are then looked up anew. */
  forgetIds(): void {
    this.#inForce = undefined
    this.#corrections = undefined
  }

  close(): void {
    this.#store.backup()
    this.#store.db.close()
  }

  #write(decision: Decision): unknown {
    switch (decision.kind) {
      case 'furniture':
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
        return { ...decision, a: this.#anchor(decision.a), b: this.#anchor(decision.b) }
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

  #anchor(id: ArticleId): Anchor {
    return { content: this.#article(id).contentHash }
  }

  #article(id: ArticleId): Article {
    const article = this.#texts.article(id)
    if (article === undefined) throw new FailureError({ code: 'article-not-found', article: id })
    return article
  }

  #read({ id, decided, body }: DecisionRow): InForce {
    const state = { orphan: false }
    // Written by `#write` from a decision, and sound by its checksum.
    const written = JSON.parse(body) as Record<string, unknown>
    const decision = this.#resolve(written, undefined, state) as Decision
    return {
      id,
      decided,
      decision,
      ...state,
      quote: quoted(written['span'] ?? written['sentence'])
    }
  }

  /** Puts ids and spans in place of anchors, wherever they stand; the quotations beside an article are looked up in it. */
  #resolve(value: unknown, within: Article | undefined, state: { orphan: boolean }): unknown {
    if (typeof value !== 'object' || value === null) return value
    if ('content' in value && typeof value.content === 'string') {
      const id = this.#texts.byContent(value.content)
      state.orphan ||= id === undefined
      return id ?? NO_ARTICLE
    }
    if ('exact' in value) {
      // A note on the whole article quotes nothing.
      if (value.exact === '') return NO_SPAN
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

const quoted = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'exact' in value ? String(value.exact) : ''

/** Values that say what was decided; all else says about what. */
const ANSWERS = new Set([
  'furniture',
  'verdict',
  'letter',
  'covered',
  'together',
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

function subjectOf(body: string): string {
  const entries = Object.entries(JSON.parse(body) as Record<string, unknown>)
  return JSON.stringify(
    entries.filter(([key]) => !ANSWERS.has(key)).sort(([a], [b]) => (a < b ? -1 : 1))
  )
}
