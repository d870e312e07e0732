import type { ArticleId } from '../../core/article/article'
import type { ReadableDb, WritableDb } from './database'
import { all, count, first, run, sql } from './sql'

/**
 * Articles that are to be derived from: current, of a file that is there, in a folder that is switched on.
 * Everything else that has derived rows loses them.
 */
const WANTED = sql`
  SELECT a.id AS id FROM articles a CROSS JOIN files f ON f.id = a.file CROSS JOIN folders d ON d.id = f.folder
  WHERE a.current = 1 AND f.state <> 'gone' AND d.enabled = 1 AND d.leaving = 0`

/** Version of the code that made a stage's rows; undefined when it has none. */
export function stageVersion(db: ReadableDb, stage: string): number | undefined {
  return first<{ version: number }>(db, sql`SELECT version FROM stages WHERE stage = ${stage}`)
    ?.version
}

/** Forgets what a stage derived and notes which version comes next. */
export function resetStage(db: WritableDb, stage: string, version: number): void {
  run(db, sql`DELETE FROM derived WHERE stage = ${stage}`)
  run(db, sql`INSERT OR REPLACE INTO stages (stage, version) VALUES (${stage}, ${version})`)
}

/** Notes that a stage has rows of these articles. */
export function markDerived(
  db: WritableDb,
  stage: { readonly stage: string; readonly version: number },
  ids: readonly ArticleId[]
): void {
  for (const id of ids)
    run(
      db,
      sql`INSERT OR REPLACE INTO derived (article, stage, version) VALUES (${id}, ${stage.stage}, ${stage.version})`
    )
}

/** Notes that a stage's rows of these articles are gone. */
export function unmarkDerived(db: WritableDb, stage: string, ids: readonly ArticleId[]): void {
  for (const id of ids) run(db, sql`DELETE FROM derived WHERE stage = ${stage} AND article = ${id}`)
}

/** The next articles after this one that a stage has still to derive from, oldest first. O(those that are passed over). */
export function toKeep(
  db: ReadableDb,
  stage: string,
  { after, limit }: { readonly after: ArticleId; readonly limit: number }
): ArticleId[] {
  return all<{ id: number }>(
    db,
    sql`${WANTED} AND a.id > ${after}
        AND NOT EXISTS (SELECT 1 FROM derived WHERE derived.stage = ${stage} AND derived.article = a.id)
        ORDER BY a.id LIMIT ${limit}`
  ).map((row) => row.id)
}

/** The next articles whose rows a stage has to remove. */
export function toDrop(db: ReadableDb, stage: string, limit: number): ArticleId[] {
  return all<{ id: number }>(
    db,
    sql`SELECT article AS id FROM derived WHERE stage = ${stage} AND article NOT IN (${WANTED}) LIMIT ${limit}`
  ).map((row) => row.id)
}

/** How many articles each of these stages has still to derive from. O(articles). */
export function pendingArticles(db: ReadableDb, stages: readonly string[]): number[] {
  const wanted = count(db, sql`SELECT count(*) FROM (${WANTED})`)
  return stages.map((stage) =>
    Math.max(0, wanted - count(db, sql`SELECT count(*) FROM derived WHERE stage = ${stage}`))
  )
}

/** Which of these articles a stage has rows of. */
export function derivedAmong(
  db: ReadableDb,
  stage: string,
  ids: readonly ArticleId[]
): ReadonlySet<ArticleId> {
  const rows = all<{ article: number }>(
    db,
    sql`SELECT article FROM derived WHERE stage = ${stage}
        AND article IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`
  )
  return new Set(rows.map((row) => row.article))
}
