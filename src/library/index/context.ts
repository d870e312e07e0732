import type { Article, ArticleId } from '../../core/article/article'
import type { Marked } from '../../core/search/marks'
import type { Field } from '../../core/search/query'
import type { ArticleHeader, Facet } from '../../shared/shapes'

/** What searching asks of the library beside the index: texts to show, rows, and facts that other stages derive. */
export interface SearchContext {
  /** The article with its text, blocks and metadata; undefined when it is not there any more. */
  article(id: ArticleId): Pick<Article, 'text' | 'blocks' | 'metadata'> | undefined
  /** What is searched of it, which is made of the article when this is absent. */
  readonly body?: (id: ArticleId) => Marked | undefined
  /** Its title and its text, parted by a line break: cheaper to read than the article, which is read when this is absent. */
  readonly text?: (id: ArticleId) => string | undefined
  /** Rows of articles in the order asked for; those that are not there any more are left out. */
  headers(ids: readonly ArticleId[]): readonly ArticleHeader[]
  /** False for articles that may not be found now (of folders that are switched off). All may when absent. */
  readonly visible?: (id: ArticleId) => boolean
  /**
   * The articles that answer a field, for fields that the index knows nothing of: `folder file tag note has is label source says
   * origins cluster verdict`. Undefined means that nothing is known of the field (yet): the reader is told.
   */
  readonly matchField?: (field: Field, value: string) => ReadonlySet<ArticleId> | undefined
  /** Marked claims of an article, for sorting by them. */
  readonly claimCount?: (id: ArticleId) => number
  /** Counts of a facet over these articles, most first. */
  readonly facet?: (
    field: 'folder' | 'label' | 'source',
    ids: readonly ArticleId[]
  ) => Facet['values'] | undefined
}
