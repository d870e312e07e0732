import type { Article, ArticleId } from '../../core/article/article'
import type { ArticleHeader } from '../../shared/shapes'
import type { Decision } from '../../shared/decision'

/** What the stage asks of the rest of the library. */
export interface ClaimSources {
  readonly articles: (id: ArticleId) => Article | undefined
  /** Every decision in force. */
  readonly decisions: () => readonly Decision[]
  /** Reports with the same text, a version of it, or passages of it. */
  readonly copies: (id: ArticleId) => readonly ArticleId[]
  /** Headers in the order of the ids; unknown ids are left out. */
  readonly headers: (ids: readonly ArticleId[]) => readonly ArticleHeader[]
  /** Every article that is shown, newest first, undated last. */
  readonly newest: () => readonly ArticleId[]
}
