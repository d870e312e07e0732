import type { ArticleId } from '../../core/article/article'
import type { ReadableDb } from './database'
import { all, sql, type Sql } from './sql'

/* What search fields ask of articles beside their text. The tables of claims and overlaps are theirs who derive them. */

const ids = (db: ReadableDb, statement: Sql): ReadonlySet<ArticleId> =>
  new Set(all<{ id: number }>(db, statement).map((row) => row.id))

/** Returns a pattern for LIKE that fits whatever holds the words. */
export const holding = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`

/** Articles whose folder or sub-folder has these words in its name. */
export function inFolder(db: ReadableDb, words: string): ReadonlySet<ArticleId> {
  return ids(
    db,
    sql`SELECT a.id FROM articles a JOIN files f ON f.id = a.file JOIN folders d ON d.id = f.folder
        WHERE a.current = 1 AND
          (f.sub_folder LIKE ${holding(words)} ESCAPE '\\' OR CAST(d.path AS TEXT) LIKE ${holding(words)} ESCAPE '\\')`
  )
}

/** Articles whose file has these words in its name. */
export function inFile(db: ReadableDb, words: string): ReadonlySet<ArticleId> {
  return ids(
    db,
    sql`SELECT a.id FROM articles a JOIN files f ON f.id = a.file
        WHERE a.current = 1 AND f.name LIKE ${holding(words)} ESCAPE '\\'`
  )
}

/** Articles that were saved with this tag. */
export function tagged(db: ReadableDb, tag: string): ReadonlySet<ArticleId> {
  return ids(
    db,
    sql`SELECT DISTINCT a.id FROM articles a, json_each(a.tags) t
        WHERE a.current = 1 AND lower(t.value) = lower(${tag})`
  )
}

/** Articles with a claim that bears this mark. */
export function labelled(db: ReadableDb, letter: string): ReadonlySet<ArticleId> {
  return ids(db, sql`SELECT DISTINCT article AS id FROM claim WHERE letter = ${letter}`)
}

/** Articles with a claim by a source whose name has these words. */
export function bySource(db: ReadableDb, words: string): ReadonlySet<ArticleId> {
  return ids(
    db,
    sql`SELECT DISTINCT article AS id FROM claim
        WHERE json_extract(source, '$.name') LIKE ${holding(words)} ESCAPE '\\'`
  )
}

/** Articles in which a source says something with these words. */
export function saying(db: ReadableDb, words: string): ReadonlySet<ArticleId> {
  return ids(
    db,
    sql`SELECT DISTINCT article AS id FROM claim
        WHERE source IS NOT NULL AND text LIKE ${holding(words)} ESCAPE '\\'`
  )
}

/** Articles that have something: `claims`, `overlaps`, `problems`, `versions`, `date`, `author`, `tag`. Undefined for other words. */
export function having(db: ReadableDb, what: string): ReadonlySet<ArticleId> | undefined {
  switch (what) {
    case 'claim':
    case 'claims':
      return ids(db, sql`SELECT DISTINCT article AS id FROM claim WHERE highlight = 1`)
    case 'overlap':
    case 'overlaps':
      return ids(db, sql`SELECT a AS id FROM overlap_pairs UNION SELECT b FROM overlap_pairs`)
    case 'problem':
    case 'problems':
      return ids(
        db,
        sql`SELECT a.id FROM articles a JOIN problems p ON p.file = a.file
            WHERE a.current = 1 AND (p.article IS NULL OR p.article = a.id)`
      )
    case 'version':
    case 'versions':
      return ids(
        db,
        sql`SELECT a.id FROM articles a JOIN articles b ON b.file = a.file AND b.entry = a.entry
            WHERE a.current = 1 AND b.current = 0`
      )
    case 'date':
      return ids(db, sql`SELECT id FROM articles WHERE current = 1 AND published IS NOT NULL`)
    case 'author':
    case 'authors':
      return ids(db, sql`SELECT id FROM articles WHERE current = 1 AND authors <> '[]'`)
    case 'tag':
    case 'tags':
      return ids(db, sql`SELECT id FROM articles WHERE current = 1 AND tags <> '[]'`)
    default:
      return undefined
  }
}

/** Most values of a facet. */
const MOST_VALUES = 20

/** How these articles are spread over folders, marks or sources, most first. */
export function spread(
  db: ReadableDb,
  field: 'folder' | 'label' | 'source',
  among: readonly ArticleId[]
): { value: string; count: number }[] {
  const chosen = sql`(SELECT value FROM json_each(${JSON.stringify(among)}))`
  switch (field) {
    case 'folder':
      return all(
        db,
        sql`SELECT f.sub_folder AS value, count(*) AS count FROM articles a JOIN files f ON f.id = a.file
            WHERE a.id IN ${chosen} AND f.sub_folder <> ''
            GROUP BY value ORDER BY count DESC, value LIMIT ${MOST_VALUES}`
      )
    case 'label':
      return all(
        db,
        sql`SELECT letter AS value, count(DISTINCT article) AS count FROM claim
            WHERE article IN ${chosen} AND letter <> ''
            GROUP BY value ORDER BY count DESC, value LIMIT ${MOST_VALUES}`
      )
    case 'source':
      return all(
        db,
        sql`SELECT json_extract(source, '$.name') AS value, count(DISTINCT article) AS count FROM claim
            WHERE article IN ${chosen} AND source IS NOT NULL
            GROUP BY source_key ORDER BY count DESC, value LIMIT ${MOST_VALUES}`
      )
  }
}

/** Strong and soft marks per article; articles without any are left out. */
export function markCounts(db: ReadableDb): Map<ArticleId, number> {
  const rows = all<{ id: number; count: number }>(
    db,
    sql`SELECT article AS id, strong + soft AS count FROM claim_article WHERE strong + soft > 0`
  )
  return new Map(rows.map(({ id, count }) => [id, count]))
}

/** How many reports share wording with each of these; those without any are left out. */
export function overlapCounts(
  db: ReadableDb,
  articles: readonly ArticleId[]
): Map<ArticleId, number> {
  const chosen = sql`(SELECT value FROM json_each(${JSON.stringify(articles)}))`
  const rows = all<{ id: number; count: number }>(
    db,
    sql`SELECT id, count(*) AS count FROM (
          SELECT a AS id, kind FROM overlap_pairs WHERE a IN ${chosen}
          UNION ALL SELECT b, kind FROM overlap_pairs WHERE b IN ${chosen}
        ) WHERE kind IN ('same-text', 'version', 'shared-passages') GROUP BY id`
  )
  return new Map(rows.map(({ id, count }) => [id, count]))
}
