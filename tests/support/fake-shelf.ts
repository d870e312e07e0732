import type { BlockRole, Canonical } from '../../src/core/article/article'
import { toCanonical } from '../../src/core/text/canonical'
import { words } from '../../src/core/text/segment'
import type {
  ArticleHeader,
  ArticleView,
  ClaimQuery,
  ClaimRow,
  Page,
  ProblemView
} from '../../src/shared/shapes'
import type { Failure } from '../../src/shared/failure'
import { FAKE_ARTICLES, longArticle } from './fake-articles'
import type { FakeArticle } from './fake-articles'
import { fakeClaims } from './fake-text'

/** Thrown by the fake library; the bridge answers with the failure. */
export class Refusal extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.code)
    this.failure = failure
  }
}

const ROLE: Readonly<Record<string, BlockRole>> = {
  '#': 'heading',
  '>': 'quote',
  '@': 'entry',
  '-': 'list-item'
}

const texts = new WeakMap<FakeArticle, Canonical>()
const counts = new WeakMap<Canonical, number>()

function wordsOf(article: FakeArticle): number {
  const canonical = textOf(article)
  const count = counts.get(canonical) ?? words(canonical.text).length
  counts.set(canonical, count)
  return count
}

/** Canonical text of an invented report; made once. */
export function textOf(article: FakeArticle): Canonical {
  const made = texts.get(article) ?? makeText(article)
  texts.set(article, made)
  return made
}

function makeText(article: FakeArticle): Canonical {
  return toCanonical(
    article.blocks.map((line) => {
      const sign = /^[#>@~-] /.exec(line)?.[0].charAt(0) ?? ''
      const role = ROLE[sign] ?? 'paragraph'
      return {
        text: sign === '' ? line : line.slice(2),
        role,
        ...(role === 'heading' && { level: 2 }),
        ...(sign === '~' && { furniture: 'share-button' })
      }
    })
  )
}

/** The invented reports by id, as the contract shows them. */
export interface FakeShelf {
  /** Reports that were written; ids beyond them are copies with a number. */
  readonly stock: readonly FakeArticle[]
  readonly total: number
  at(id: number): FakeArticle
  header(id: number): ArticleHeader
  view(id: number): ArticleView
  problem(id: number): ProblemView
  claimRows(query: ClaimQuery): ClaimRow[]
}

/** A page of rows. */
export const pageOf = <T>(rows: readonly T[], { offset, limit }: Page) => ({
  total: rows.length,
  rows: rows.slice(offset, offset + limit)
})

export function fakeShelf(options: {
  readonly articles?: number
  readonly longWords?: number
}): FakeShelf {
  const long =
    options.longWords === undefined
      ? []
      : [longArticle(options.longWords, 1), longArticle(options.longWords, 2)]
  const stock = [...long, ...FAKE_ARTICLES]
  const total = Math.max(stock.length, options.articles ?? 0)
  const at = (id: number): FakeArticle => {
    const found = stock[(id - 1) % stock.length]
    if (id < 1 || id > total || found === undefined)
      throw new Refusal({ code: 'article-not-found', article: id })
    return found
  }

  function header(id: number): ArticleHeader {
    const article = at(id)
    const marks = fakeClaims(textOf(article)).marks.filter((m) => m.highlight)
    return {
      id,
      title: id <= stock.length ? article.title : `${article.title} (${id})`,
      authors: [article.author],
      publisher: article.publisher,
      published: article.published,
      saved: '2031-03-06T10:00:00Z',
      language: 'en',
      format: article.format,
      words: wordsOf(article),
      folder: 1,
      subFolder: article.subFolder,
      fileName: article.fileName,
      problems: article.fileName.startsWith('radio') ? 1 : 0,
      claims: {
        strong: marks.filter((m) => m.severity >= 3).length,
        soft: marks.filter((m) => m.severity < 3).length
      },
      overlaps: id <= stock.length ? 2 : 0,
      ...(id - long.length <= 2 && id > long.length && { cluster: 1 }),
      versions: id === long.length + 1 ? 2 : 1
    }
  }

  function view(id: number): ArticleView {
    const article = at(id)
    const canonical = textOf(article)
    return {
      header: header(id),
      text: canonical.text,
      blocks: canonical.blocks,
      metadata: {
        title: { value: article.title, from: 'front matter' },
        authors: { value: [article.author], from: 'byline' },
        publisher: { value: article.publisher, from: 'meta' },
        published: { value: article.published, from: 'text' },
        url: { value: `https://example.org/${article.fileName}`, from: 'header' },
        language: { value: 'en', from: 'guess' }
      },
      contentHash: '9f2c41d0e7'.repeat(6) + 'a0b1',
      sizeBytes: canonical.text.length,
      problems: header(id).problems > 0 ? [problem(1)] : [],
      versions: [
        { id, imported: '2031-03-06T10:00:00Z', current: true },
        ...(header(id).versions > 1
          ? [{ id: id + 1, imported: '2031-03-05T10:00:00Z', current: false }]
          : [])
      ]
    }
  }

  const problem = (id: number): ProblemView => ({
    id,
    fileName: id === 1 ? 'radio-ober-live.md' : `scan-${id}.pdf`,
    subFolder: 'live',
    folder: 1,
    severity: id === 1 ? ('warning' as const) : ('error' as const),
    code: id === 1 ? 'bad-front-matter' : 'no-text-layer',
    where: '',
    detail: 'line 3: unexpected token'
  })

  function claimRows(query: ClaimQuery): ClaimRow[] {
    const ids = query.article === undefined ? stock.map((_, i) => i + 1) : [query.article]
    return ids.flatMap((id) => {
      const { text, blocks } = textOf(at(id))
      return fakeClaims({ text, blocks })
        .marks.filter((m) => m.letter !== undefined)
        .map((mark) => ({
          article: header(id),
          mark: mark.index,
          ...(mark.letter && { letter: mark.letter }),
          categories: mark.categories,
          severity: mark.severity,
          text: text.slice(mark.sentence.start, mark.sentence.end),
          sentence: mark.sentence,
          ...(mark.source && { source: mark.source }),
          via: mark.via,
          reason: mark.reason,
          thread: 't1',
          origins: 1
        }))
        .filter((row) => query.letter === undefined || row.letter === query.letter)
        .filter((row) => row.text.toLowerCase().includes(query.filter?.toLowerCase() ?? ''))
    })
  }

  return { stock, total, at, header, view, problem, claimRows }
}
