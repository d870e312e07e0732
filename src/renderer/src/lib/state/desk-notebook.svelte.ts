import type { ArticleId } from '../../../../core/article/article'
import type { Mark } from '../../../../core/claims/claim'
import type { Reliability } from '../../../../core/dossier/dossier'
import { shared, type Span } from '../../../../core/text/span'
import type {
  ArticleDesk,
  Decision,
  DecisionId,
  NotePage,
  Verdict
} from '../../../../shared/decision'
import type { ArticleHeader } from '../../../../shared/shapes'
import type { Api } from '../api'
import type { DecisionsState } from './decisions.svelte'
import type { ReaderState } from './reader.svelte'
import { GrowingRows } from './rows.svelte'

type NotebookApi = Pick<Api, 'desk' | 'notes'>
export type DeskNote = ArticleDesk['notes'][number]
export type DeskVerdict = ArticleDesk['verdicts'][number]

/** A note that is being written. */
export interface Draft {
  readonly article: ArticleHeader
  /** Empty for the whole report. */
  readonly span: Span
  readonly quote: string
  readonly text: string
  readonly colour: DeskNote['colour']
}

const EMPTY: ArticleDesk = { notes: [], verdicts: [], tags: [], starred: false, read: false }

/** What the reader notes, judges, stars and tags: of the article that is open, and over the library. */
export class NotebookState {
  entry = $state.raw<ArticleDesk>(EMPTY)
  draft = $state.raw<Draft>()
  readonly list: GrowingRows<NotePage['rows'][number]>
  readonly #api: NotebookApi
  readonly #decisions: DecisionsState
  readonly #reader: ReaderState
  #latest = 0

  constructor(api: NotebookApi, decisions: DecisionsState, reader: ReaderState) {
    this.#api = api
    this.#decisions = decisions
    this.#reader = reader
    this.list = new GrowingRows((page) => api.notes(page))
  }

  /** The header of the article that is open. */
  get article(): ArticleHeader | undefined {
    return this.#reader.view?.header
  }

  /** Asks for the desk of an article; a late answer for another one is dropped. */
  async open(id: ArticleId | undefined): Promise<void> {
    const ticket = ++this.#latest
    const entry = id === undefined ? EMPTY : await this.#api.desk(id)
    if (ticket === this.#latest) this.entry = entry
  }

  /** To be called when decisions changed. */
  async refresh(): Promise<void> {
    await this.open(this.article?.id)
    if (this.list.loaded) await this.list.refresh()
  }

  async #decide(decision: Decision): Promise<void> {
    await this.#decisions.decide(decision)
    await this.refresh()
  }

  /** Stars or unstars the article that is open; answers with what it is now. */
  async toggleStar(): Promise<boolean> {
    const starred = !this.entry.starred
    await this.#withArticle((article) => this.#decide({ kind: 'star', article, starred }))
    return starred
  }

  /** Marks the article that is open as read or not read; answers with what it is now. */
  async toggleRead(): Promise<boolean> {
    const read = !this.entry.read
    await this.#withArticle((article) => this.#decide({ kind: 'read', article, read }))
    return read
  }

  async tag(tag: string, tagged: boolean): Promise<void> {
    await this.#withArticle((article) => this.#decide({ kind: 'tag', article, tag, tagged }))
  }

  async #withArticle(task: (id: ArticleId) => Promise<void>): Promise<void> {
    const id = this.article?.id
    if (id !== undefined) await task(id)
  }

  /** The note that stands on exactly this passage. */
  noteOn(span: Span): DeskNote | undefined {
    return this.entry.notes.find(
      (note) => note.span.start === span.start && note.span.end === span.end
    )
  }

  /** Begins a note on a passage of the open article, or goes on with the one that is there. */
  begin(span: Span): void {
    const article = this.article
    if (article === undefined) return
    const known = this.noteOn(span)
    this.draft = {
      article,
      span,
      quote: this.#reader.quote(span),
      text: known?.text ?? '',
      colour: known?.colour ?? 'yellow'
    }
  }

  async keep({ article, span }: Draft, text: string, colour: DeskNote['colour']): Promise<void> {
    await this.#decide({ kind: 'note', article: article.id, span, text: text.trim(), colour })
    this.draft = undefined
  }

  async highlight(span: Span): Promise<void> {
    await this.#withArticle((article) =>
      this.#decide({ kind: 'note', article, span, text: '', colour: 'yellow' })
    )
  }

  /** Takes a note away with every earlier wording of it. */
  async remove(note: DeskNote): Promise<void> {
    await this.#decisions.takeBack(this.#wordings(note.span), 'a note is taken away')
    await this.refresh()
  }

  /** The notes on a passage, each coming to light when the one after it was taken back. */
  async *#wordings(span: Span): AsyncGenerator<DecisionId> {
    const article = this.article?.id
    for (let now = this.noteOn(span); now !== undefined; now = this.noteOn(span)) {
      yield now.id
      await this.open(article)
    }
  }

  /** Takes back one decision from a list. */
  async takeBack(id: DecisionId, what: string): Promise<void> {
    await this.#decisions.takeBack([id], what)
    await this.refresh()
  }

  /** What the reader thinks of a marked sentence. */
  verdictOn({ sentence }: Pick<Mark, 'sentence'>): DeskVerdict | undefined {
    return this.entry.verdicts.find((verdict) => shared(verdict.sentence, sentence) > 0)
  }

  async judge(
    mark: Pick<Mark, 'sentence'>,
    credibility: Verdict['credibility'],
    comment: string
  ): Promise<void> {
    // The same sentence as before, so that the new verdict takes the place of the old one.
    const sentence = this.verdictOn(mark)?.sentence ?? mark.sentence
    await this.#withArticle((article) =>
      this.#decide({ kind: 'verdict', article, sentence, credibility, comment })
    )
  }

  async grade(source: string, reliability: Reliability): Promise<void> {
    await this.#decisions.decide({ kind: 'grade', source, reliability })
  }
}
