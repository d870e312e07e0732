import type { ArticleId } from '../core/article/article'
import { FailureError } from '../shared/failure'
import type { ReaderPool } from './reader/pool'
import type { Shelf } from './shelf'

/**
 * Returns the page that an article came from as it was saved, made harmless (see `importers/original.ts`). The file is opened and
 * the page cleaned by a reader process.
 *
 * @throws FailureError `article-not-found`; `not-found` for what is no page or can't be read now
 */
export async function readOriginal(
  { pool, shelf, sizeLimit }: { pool: ReaderPool; shelf: Shelf; sizeLimit: number },
  id: ArticleId
): Promise<string> {
  const outcome = await pool.read({
    ...shelf.pageOfArticle(id),
    sizeLimit,
    knownHash: '',
    refused: [],
    original: true
  })
  if (outcome.kind === 'original') return outcome.html
  throw new FailureError({ code: 'not-found', what: 'original page' })
}
