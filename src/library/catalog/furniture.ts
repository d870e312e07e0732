import type { ArticleId } from '../../core/article/article'
import type { Database } from './database'
import { prepare } from './sql'

/** Creates the tables of lines where they are missing. */
export function createLineTables(db: Database): void {
  db.exec(`
    CREATE TABLE IF NOT EXISTS furniture_article (
      article INTEGER PRIMARY KEY,
      site TEXT NOT NULL,
      prose INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX IF NOT EXISTS furniture_article_by_site ON furniture_article (site);
    CREATE TABLE IF NOT EXISTS furniture_line (
      key INTEGER NOT NULL,
      article INTEGER NOT NULL,
      PRIMARY KEY (key, article)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS furniture_line_by_article ON furniture_line (article);
  `)
}

/** What is kept of one article: its site (empty when unknown), words of running text, and the keys of its lines. */
export interface KeptLines {
  readonly article: ArticleId
  readonly site: string
  readonly prose: number
  readonly keys: Iterable<number>
}

/** Writes the lines of an article; rows that it had are replaced. */
export function keepLines(db: Database, kept: KeptLines): void {
  dropLines(db, kept.article)
  prepare(db, 'INSERT INTO furniture_article (article, site, prose) VALUES (?, ?, ?)').run(
    kept.article,
    kept.site,
    kept.prose
  )
  const insert = prepare(db, 'INSERT OR IGNORE INTO furniture_line (key, article) VALUES (?, ?)')
  for (const key of kept.keys) insert.run(key, kept.article)
}

/** Removes the lines of an article. */
export function dropLines(db: Database, article: ArticleId): void {
  prepare(db, 'DELETE FROM furniture_line WHERE article = ?').run(article)
  prepare(db, 'DELETE FROM furniture_article WHERE article = ?').run(article)
}

/** Removes all lines. */
export function clearLines(db: Database): void {
  db.exec('DELETE FROM furniture_line; DELETE FROM furniture_article')
}

/** Returns, for each of these lines, up to `limit` other articles that have it, newest first, with their words of running text. */
export function articlesWithLines(
  db: Database,
  keys: readonly number[],
  { except, limit }: { readonly except: ArticleId; readonly limit: number }
): { key: number; article: ArticleId; prose: number }[] {
  return prepare(
    db,
    `SELECT l.key AS key, l.article AS article, a.prose AS prose
       FROM json_each(?) AS k
       CROSS JOIN furniture_line AS l ON l.key = k.value AND l.article IN
         (SELECT article FROM furniture_line WHERE key = k.value AND article <> ? ORDER BY article DESC LIMIT ?)
       CROSS JOIN furniture_article AS a ON a.article = l.article`
  )
    .all(JSON.stringify(keys), except, limit)
    .map((row) => ({
      key: Number(row['key']),
      article: Number(row['article']),
      prose: Number(row['prose'])
    }))
}

/** Says whether the lines of an article are kept and no other article has one of them, which is so of most. */
export function sharesNoLine(db: Database, article: ArticleId): boolean {
  const row = prepare(
    db,
    `SELECT 1 FROM furniture_article WHERE article = ?1 AND NOT EXISTS (
       SELECT 1 FROM furniture_line AS own JOIN furniture_line AS other ON other.key = own.key
       WHERE own.article = ?1 AND other.article <> ?1)`
  ).get(article)
  return row !== undefined
}

/** Returns every article that has a line, in order. Articles that have not been looked at yet are missing. */
export function everyArticleWithLine(db: Database, key: number): ArticleId[] {
  return prepare(db, 'SELECT article FROM furniture_line WHERE key = ? ORDER BY article')
    .all(key)
    .map((row) => Number(row['article']))
}

/** Returns how many articles of a site are kept, `most` at most: a site may have most of a large library. */
export function countOfSite(db: Database, site: string, most: number): number {
  const sql =
    'SELECT count(*) AS count FROM (SELECT 1 FROM furniture_article WHERE site = ? LIMIT ?)'
  const row = prepare(db, sql).get(site, most)
  return Number(row?.['count'] ?? 0)
}
