import { align } from '../core/align/align'
import { collate, MAX_WITNESSES } from '../core/align/collate'
import { comparisonToHtml, comparisonToMarkdown, type ComparedReport } from '../core/align/export'
import { Rehearsal } from '../core/align/rehearsal'
import type { Report } from '../core/align/report'
import type { Article, ArticleId } from '../core/article/article'
import { stepBudget } from '../core/budget'
import { toCanonical } from '../core/text/canonical'
import { words } from '../core/text/segment'
import type { ArticleView, CollationView, Comparison, LooseText, Side } from '../shared/shapes'
import { FailureError } from '../shared/failure'
import type { Overlaps } from './derive/overlaps'
import type { Views } from './views'

/** Steps of an alignment before it gets coarser: about two seconds, for texts of some 100,000 words. */
const ALIGN_STEPS = 200_000_000
/** Stands for a text that is no article. */
const NO_ARTICLE: ArticleId = 0
/** How long a slice of the rehearsal takes, ms. */
const REHEARSAL_MS = 5

/** Undefined when it is over. Code is compiled once for all libraries that a process opens. */
let rehearsal: Rehearsal | undefined = new Rehearsal()

/** Puts reports side by side. */
export class Comparisons {
  readonly #articles: (id: ArticleId) => Article | undefined
  readonly #views: Views
  readonly #overlaps: Overlaps

  constructor(parts: {
    readonly articles: (id: ArticleId) => Article | undefined
    readonly views: Views
    readonly overlaps: Overlaps
  }) {
    this.#articles = parts.articles
    this.#views = parts.views
    this.#overlaps = parts.overlaps
  }

  /** Aligns two reports or other texts. @throws FailureError `article-not-found` */
  compare(a: Side, b: Side): Comparison {
    const [left, right] = [this.#side(a), this.#side(b)]
    const overlap = isArticle(a) && isArticle(b) ? this.#overlaps.pair(a, b) : undefined
    const order = orderOf(left.view, right.view, overlap?.kind === 'version')
    const alignment = align(left.report, right.report, {
      budget: stepBudget(ALIGN_STEPS),
      ...(order !== undefined && { order })
    })
    return {
      a: left.view,
      b: right.view,
      alignment,
      ...(overlap !== undefined && { overlap }),
      ...(order !== undefined && { order })
    }
  }

  /**
   * Does a slice of work that makes the first comparisons faster, to be called while nothing else is to do. Answers false when nothing is
   * left to do in this process.
   */
  rehearse(): boolean {
    const until = performance.now() + REHEARSAL_MS
    while (rehearsal !== undefined && performance.now() < until)
      if (!rehearsal.step()) rehearsal = undefined
    return rehearsal !== undefined
  }

  #side(side: Side): { readonly report: Report; readonly view: ArticleView } {
    if (isArticle(side)) return { report: this.#article(side), view: this.#views.view(side) }
    const view = looseView(side)
    return { report: view, view }
  }

  /**
   * Aligns several reports around the first.
   *
   * @throws FailureError `article-not-found`, `too-many-articles`
   */
  collate(ids: readonly ArticleId[]): CollationView {
    if (ids.length > MAX_WITNESSES)
      throw new FailureError({ code: 'too-many-articles', limit: MAX_WITNESSES })
    const reports = ids.map((id) => this.#article(id))
    const collation = collate(reports, { budget: stepBudget(ALIGN_STEPS) })
    return { witnesses: ids.map((id) => this.#views.view(id)), collation }
  }

  /** Writes a comparison out. @throws FailureError `article-not-found` */
  export(a: Side, b: Side, format: 'md' | 'html'): string {
    const { alignment, ...sides } = this.compare(a, b)
    const comparison = { a: withFile(sides.a), b: withFile(sides.b), alignment }
    return format === 'html' ? comparisonToHtml(comparison) : comparisonToMarkdown(comparison)
  }

  #article(id: ArticleId): Article {
    const article = this.#articles(id)
    if (article === undefined) throw new FailureError({ code: 'article-not-found', article: id })
    return article
  }
}

/** Which of two versions came first: by the file's own history, else by date when the texts are versions of one another. */
function orderOf(a: ArticleView, b: ArticleView, versions: boolean): Comparison['order'] {
  const place = (id: ArticleId) => a.versions.findIndex((version) => version.id === id)
  const [ofA, ofB] = [place(a.header.id), place(b.header.id)]
  // Newest first: the later position is the earlier text.
  if (ofA >= 0 && ofB >= 0 && ofA !== ofB) return ofA > ofB ? 'a-first' : 'b-first'
  const [dateA, dateB] = [a.metadata.published?.value, b.metadata.published?.value]
  if (!versions || dateA === undefined || dateB === undefined) return undefined
  const [timeA, timeB] = [Date.parse(dateA), Date.parse(dateB)]
  // Days without a time of day tell nothing about two texts of one day.
  const sameDay = dateA.slice(0, 10) === dateB.slice(0, 10)
  if (Number.isNaN(timeA) || Number.isNaN(timeB) || timeA === timeB) return undefined
  if (sameDay && (dateA.length <= 10 || dateB.length <= 10)) return undefined
  return timeA < timeB ? 'a-first' : 'b-first'
}

/** With the place of its file in the opened folder; a text that is no article has none. */
const withFile = (view: ArticleView): ComparedReport => {
  const { subFolder, fileName } = view.header
  const file = [subFolder, fileName].filter((part) => part !== '').join('/')
  return { ...view, ...(file !== '' && { file }) }
}

const isArticle = (side: Side): side is ArticleId => typeof side === 'number'

/** A text that is no article, as it is shown. */
function looseView({ title, text }: LooseText): ArticleView {
  // Texts without empty lines have a paragraph per line.
  const parts = /\n\s*\n/.test(text) ? text.split(/\n\s*\n/) : text.split('\n')
  const canonical = toCanonical(parts.map((part) => ({ text: part, role: 'paragraph' })))
  return {
    header: {
      id: NO_ARTICLE,
      title,
      authors: [],
      format: 'clipboard',
      words: words(canonical.text).length,
      folder: 0,
      subFolder: '',
      fileName: '',
      problems: 0,
      versions: 1
    },
    text: canonical.text,
    blocks: canonical.blocks,
    metadata: { title: { value: title, from: 'guess' } },
    contentHash: '',
    sizeBytes: Buffer.byteLength(text),
    problems: [],
    versions: []
  }
}
