import type { ArticleId } from '../../core/article/article'
import type { ReadableDb } from './database'
import { all, sql } from './sql'

/** The few columns that the map of the library is drawn from. */
export interface ArticleFacts {
  readonly id: ArticleId
  readonly title: string
  readonly publisher: string | null
  readonly published: string | null
}

/** Facts of these articles by id; unknown ids are left out. */
export function factsOf(
  db: ReadableDb,
  ids: readonly ArticleId[]
): ReadonlyMap<ArticleId, ArticleFacts> {
  const rows = all<ArticleFacts>(
    db,
    sql`SELECT id, title, publisher, published FROM articles
        WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Dates of every article that is shown, absent ones as null. */
export function datesShown(db: ReadableDb): (string | null)[] {
  return all<{ published: string | null }>(
    db,
    sql`SELECT a.published FROM articles a JOIN files f ON f.id = a.file JOIN folders d ON d.id = f.folder
        WHERE a.current = 1 AND f.state <> 'gone' AND d.enabled = 1 AND d.leaving = 0`
  ).map((row) => row.published)
}
