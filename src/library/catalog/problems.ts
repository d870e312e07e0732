import type { ArticleId } from '../../core/article/article'
import type { Problem } from '../../importers/importer'
import type { Page, ProblemId, ProblemPage, ProblemView } from '../../shared/shapes'
import type { ReadableDb, WritableDb } from './database'
import type { FileId } from './files'
import { all, count, first, run, sql } from './sql'

const VIEW = sql`
  SELECT p.id, f.name AS fileName, f.sub_folder AS subFolder, f.folder, p.severity, p.code,
         p.place AS "where", p.detail
  FROM problems p JOIN files f ON f.id = p.file JOIN folders d ON d.id = f.folder`
const SHOWN = sql`d.leaving = 0 AND d.enabled = 1 AND f.state <> 'gone'`

/** Puts these problems in place of a file's earlier ones. */
export function replaceProblems(
  db: WritableDb,
  file: FileId,
  problems: readonly { readonly problem: Problem; readonly article?: ArticleId }[]
): void {
  run(db, sql`DELETE FROM problems WHERE file = ${file}`)
  for (const { problem, article } of problems)
    run(
      db,
      sql`INSERT INTO problems (file, article, severity, code, place, detail)
          VALUES (${file}, ${article ?? null}, ${problem.severity}, ${problem.code}, ${problem.where},
                  ${problem.detail})`
    )
}

const UNDERIVED: Problem['code'] = 'not-derived'

/** Adds the problem that a stage could not derive from an article. */
export function keepUnderived(
  db: WritableDb,
  { article, stage, detail }: { article: ArticleId; stage: string; detail: string }
): void {
  run(
    db,
    sql`INSERT INTO problems (file, article, severity, code, place, detail)
        SELECT file, id, 'warning', ${UNDERIVED}, ${stage}, ${detail} FROM articles WHERE id = ${article}`
  )
}

/** Removes the problems that `keepUnderived` added for a stage: of these articles, or of all. */
export function dropUnderived(db: WritableDb, stage: string, ids?: readonly ArticleId[]): void {
  const own = sql`DELETE FROM problems WHERE code = ${UNDERIVED} AND place = ${stage}`
  if (ids === undefined) run(db, own)
  else for (const id of ids) run(db, sql`${own} AND article = ${id}`)
}

/** A page of problems, newest first. */
export function problemPage(db: ReadableDb, { offset, limit }: Page): ProblemPage {
  return {
    total: count(
      db,
      sql`SELECT count(*) FROM problems p JOIN files f ON f.id = p.file JOIN folders d ON d.id = f.folder WHERE ${SHOWN}`
    ),
    rows: all<ProblemView>(
      db,
      sql`${VIEW} WHERE ${SHOWN} ORDER BY p.id DESC LIMIT ${limit} OFFSET ${offset}`
    )
  }
}

/** How many problems there are in folders that are switched on, those worth knowing only (`info`) left out. */
export function problemCount(db: ReadableDb): number {
  return count(
    db,
    sql`SELECT count(*) FROM problems p JOIN files f ON f.id = p.file JOIN folders d ON d.id = f.folder
        WHERE ${SHOWN} AND p.severity <> 'info'`
  )
}

/** How many files have a problem of severity `error`. */
export function unreadableFiles(db: ReadableDb): number {
  return count(
    db,
    sql`SELECT count(DISTINCT p.file) FROM problems p JOIN files f ON f.id = p.file
        JOIN folders d ON d.id = f.folder WHERE ${SHOWN} AND p.severity = 'error'`
  )
}

/** The problems of an article and of its file as a whole. */
export function problemsOf(db: ReadableDb, article: ArticleId, file: FileId): ProblemView[] {
  return all<ProblemView>(
    db,
    sql`${VIEW} WHERE p.file = ${file} AND (p.article IS NULL OR p.article = ${article}) ORDER BY p.id`
  )
}

/** The file that a problem belongs to. */
export function problemFile(db: ReadableDb, id: ProblemId): FileId | undefined {
  return first<{ file: number }>(db, sql`SELECT file FROM problems WHERE id = ${id}`)?.file
}
