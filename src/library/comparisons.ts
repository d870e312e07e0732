import { align } from '../core/align/align'
import { collate, MAX_WITNESSES } from '../core/align/collate'
import { comparisonToHtml, comparisonToMarkdown } from '../core/align/export'
import type { Article, ArticleId } from '../core/article/article'
import { stepBudget } from '../core/budget'
import { toCanonical } from '../core/text/canonical'
import type { ArticleView, CollationView, Comparison } from '../shared/shapes'
import { FailureError } from '../shared/failure'
import type { Overlaps } from './derive/overlaps'
import type { Views } from './views'

/** Steps of an alignment before it gets coarser: about two seconds, for texts of some 100,000 words. */
const ALIGN_STEPS = 200_000_000
/** Stands for a text that is no article. */
const NO_ARTICLE: ArticleId = 0

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

  /** Aligns two reports. @throws FailureError `article-not-found` */
  compare(a: ArticleId, b: ArticleId): Comparison {
    const [left, right] = [this.#article(a), this.#article(b)]
    const [viewA, viewB] = [this.#views.view(a), this.#views.view(b)]
    const overlap = this.#overlaps.pair(a, b)
    const order = orderOf(viewA, viewB, overlap?.kind === 'version')
    const alignment = align(left, right, {
      budget: stepBudget(ALIGN_STEPS),
      ...(order !== undefined && { order })
    })
    return {
      a: viewA,
      b: viewB,
      alignment,
      ...(overlap !== undefined && { overlap }),
      ...(order !== undefined && { order })
    }
  }

  /** Aligns a report with a text that is not in the library. @throws FailureError `article-not-found` */
  compareText(a: ArticleId, text: string): Comparison {
    const left = this.#article(a)
    const view = this.#views.view(a)
    const blocks = text
      .split(/\n{2,}|\r\n(?:\r\n)+/)
      .map((part) => ({ text: part, role: 'paragraph' as const }))
    const canonical = toCanonical(blocks)
    const alignment = align(left, canonical, { budget: stepBudget(ALIGN_STEPS) })
    return { a: view, b: clipboardView(canonical, view), alignment }
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
  export(a: ArticleId, b: ArticleId, format: 'md' | 'html'): string {
    const comparison = this.compare(a, b)
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

function clipboardView(
  { text, blocks }: Pick<ArticleView, 'text' | 'blocks'>,
  beside: ArticleView
): ArticleView {
  const title = blocks[0] === undefined ? '' : text.slice(blocks[0].span.start, blocks[0].span.end)
  return {
    header: {
      id: NO_ARTICLE,
      title: title.slice(0, 120),
      authors: [],
      format: 'clipboard',
      words: 0,
      folder: beside.header.folder,
      subFolder: '',
      fileName: '',
      problems: 0,
      versions: 1
    },
    text,
    blocks,
    metadata: { title: { value: title.slice(0, 120), from: 'text' } },
    contentHash: '',
    sizeBytes: Buffer.byteLength(text),
    problems: [],
    versions: []
  }
}
