import { createHash } from 'node:crypto'
import type { Article, Format, Metadata } from '../../../src/core/article/article'
import { toCanonical, type ImportedBlock } from '../../../src/core/text/canonical'
import { openDatabase, type Database } from '../../../src/library/catalog/database'
import type { SearchContext } from '../../../src/library/index/context'
import { FullText } from '../../../src/library/index/full-text'
import type { ArticleHeader, HitPage, SearchRequest } from '../../../src/shared/shapes'

interface Sketch {
  readonly title?: string
  readonly publisher?: string
  readonly published?: string
  readonly authors?: readonly string[]
  readonly url?: string
  readonly format?: Format
}

/** Makes an article of paragraphs; a paragraph that begins with `~` is page furniture. */
export function makeArticle(
  id: number,
  paragraphs: readonly string[],
  sketch: Sketch = {}
): Article {
  const blocks = paragraphs.map((text): ImportedBlock =>
    text.startsWith('~')
      ? { text: text.slice(1), role: 'paragraph', furniture: 'share-button' }
      : { text, role: 'paragraph' }
  )
  const canonical = toCanonical(blocks)
  const metadata: Metadata = {
    title: { value: sketch.title ?? `Report ${id}`, from: 'text' },
    ...(sketch.publisher !== undefined && { publisher: { value: sketch.publisher, from: 'meta' } }),
    ...(sketch.published !== undefined && { published: { value: sketch.published, from: 'meta' } }),
    ...(sketch.authors !== undefined && { authors: { value: sketch.authors, from: 'byline' } }),
    ...(sketch.url !== undefined && { url: { value: sketch.url, from: 'meta' } })
  }
  return {
    id,
    ...canonical,
    metadata,
    format: sketch.format ?? 'txt',
    contentHash: createHash('sha256').update(canonical.text).digest('hex'),
    words: canonical.text.split(/\s+/).length
  }
}

export function headerOf(article: Article): ArticleHeader {
  return {
    id: article.id,
    title: article.metadata.title.value,
    authors: article.metadata.authors?.value ?? [],
    format: article.format,
    words: article.words,
    folder: 1,
    subFolder: 'harbour',
    fileName: `report-${article.id}.txt`,
    problems: 0,
    versions: 1
  }
}

/** A library of articles in memory with its index. */
export class Shelf {
  readonly db: Database
  readonly index = new FullText()
  readonly articles = new Map<number, Article>()
  readonly context: SearchContext

  constructor(
    articles: readonly Article[] = [],
    extra: Partial<SearchContext> = {},
    db = openDatabase(':memory:')
  ) {
    this.db = db
    this.index.open(db)
    this.context = {
      article: (id) => this.articles.get(id),
      headers: (ids) =>
        ids.flatMap((id) => {
          const article = this.articles.get(id)
          return article === undefined ? [] : [headerOf(article)]
        }),
      ...extra
    }
    if (articles.length > 0) this.keep(...articles)
  }

  keep(...articles: readonly Article[]): void {
    for (const article of articles) this.articles.set(article.id, article)
    this.transaction(() => this.index.keep(articles))
  }

  drop(...ids: readonly number[]): void {
    for (const id of ids) this.articles.delete(id)
    this.transaction(() => this.index.drop(ids))
  }

  transaction(work: () => void): void {
    this.db.exec('BEGIN IMMEDIATE')
    work()
    this.db.exec('COMMIT')
    this.index.settled(true)
  }

  search(text: string, request: Partial<SearchRequest> = {}): HitPage {
    const whole: SearchRequest = {
      text,
      offset: 0,
      limit: 50,
      sort: 'relevance',
      facets: false,
      ...request
    }
    return this.index.search(whole, this.context)
  }

  /** The ids of the articles found, best first. The query counts as finished. */
  ids(text: string, request: Partial<SearchRequest> = {}): number[] {
    return this.search(`${text} `, request).hits.map((hit) => hit.article.id)
  }
}
