import type { Article, ArticleId, Block, Format, Metadata } from '../../core/article/article'
import type { Member } from '../../core/overlap/cluster'
import type { ArticleHeader, ArticlePage, ArticleQuery, FolderId } from '../../shared/shapes'
import type { ReadableDb, WritableDb } from './database'
import type { FileId } from './files'
import { all, count, first, run, sql, type Sql } from './sql'

/** An article as it comes out of a reader process, before it has an id. */
export type NewArticle = Omit<Article, 'id'>

/** What the catalog says of an article; claims, overlaps and clusters are added by those who derive them. */
export type PlainHeader = Omit<ArticleHeader, 'claims' | 'overlaps' | 'cluster'>

interface HeaderRow {
  id: number
  title: string
  authors: string
  publisher: string | null
  published: string | null
  saved: string | null
  language: string | null
  format: Format
  words: number
  folder: FolderId
  subFolder: string
  fileName: string
  problems: number
  versions: number
}

const HEADER = sql`
  a.id, a.title, a.authors, a.publisher, a.published, a.saved, a.language, a.format, a.words,
  f.folder, f.sub_folder AS subFolder, f.name AS fileName,
  (SELECT count(*) FROM problems p
   WHERE p.file = f.id AND p.severity <> 'info' AND (p.article IS NULL OR p.article = a.id)) AS problems,
  (SELECT count(*) FROM articles v WHERE v.file = a.file AND v.entry = a.entry) AS versions`
const SOURCE = sql`articles a JOIN files f ON f.id = a.file JOIN folders d ON d.id = f.folder`
/** Current articles of files that are there, in folders that are switched on. */
const SHOWN = sql`a.current = 1 AND f.state <> 'gone' AND d.enabled = 1 AND d.leaving = 0`

function hydrate(row: HeaderRow): PlainHeader {
  const { publisher, published, saved, language, authors, ...rest } = row
  return {
    ...rest,
    // Written by `keepArticle` as a list of strings.
    authors: JSON.parse(authors) as string[],
    ...(publisher !== null && { publisher }),
    ...(published !== null && { published }),
    ...(saved !== null && { saved }),
    ...(language !== null && { language })
  }
}

/** Returns the headers of these articles in the same order, superseded ones included; unknown ids are left out. */
export function headers(db: ReadableDb, ids: readonly ArticleId[]): PlainHeader[] {
  const rows = all<HeaderRow>(
    db,
    sql`SELECT ${HEADER} FROM ${SOURCE} WHERE a.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`
  )
  const byId = new Map(rows.map((row) => [row.id, hydrate(row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Returns date and length of an article as it is listed, without reading its text; superseded revisions included. */
export function memberOf(db: ReadableDb, id: ArticleId): Member | undefined {
  const row = first<{ published: string | null; words: number }>(
    db,
    sql`SELECT published, words FROM articles WHERE id = ${id}`
  )
  return row && { id, published: row.published ?? undefined, words: row.words }
}

/** How many articles are shown: all that are current, less the few that are not shown, which is quicker than to ask of each. */
export function articleCount(db: ReadableDb): number {
  return count(
    db,
    sql`SELECT (SELECT count(*) FROM articles WHERE current = 1)
      - (SELECT count(*) FROM files f CROSS JOIN articles a ON a.file = f.id AND a.current = 1
         WHERE f.state = 'gone')
      - (SELECT count(*) FROM folders d CROSS JOIN files f ON f.folder = d.id AND f.state <> 'gone'
         CROSS JOIN articles a ON a.file = f.id AND a.current = 1
         WHERE d.enabled = 0 OR d.leaving = 1)`
  )
}

/** What a page of articles is asked for; `among` narrows to ids and `order` sorts by something the catalog does not know. */
export type CatalogQuery = Omit<ArticleQuery, 'cluster' | 'sort'> & {
  readonly sort: Exclude<ArticleQuery['sort'], 'claims'>
  readonly among?: readonly ArticleId[]
}

/** A page of article headers. Ties are in the order of import, so that pages never repeat or miss a row. */
export function articlePage(db: ReadableDb, query: CatalogQuery): ArticlePage {
  const where = filterOf(query)
  const { folder, subFolder, filter, among } = query
  const unfiltered = [folder, subFolder, filter, among].every((one) => one === undefined)
  const total = unfiltered
    ? articleCount(db)
    : count(db, sql`SELECT count(*) FROM ${SOURCE} WHERE ${where}`)
  const rows = all<HeaderRow>(
    db,
    sql`SELECT ${HEADER} FROM ${SOURCE} WHERE ${where}
        ORDER BY ${orderOf(query)} LIMIT ${query.limit} OFFSET ${query.offset}`
  )
  return { total, rows: rows.map(hydrate) }
}

/** Ids of every article that a query holds, in the order of import. */
export function articleIds(db: ReadableDb, query: CatalogQuery): ArticleId[] {
  return all<{ id: number }>(
    db,
    sql`SELECT a.id FROM ${SOURCE} WHERE ${filterOf(query)} ORDER BY a.id`
  ).map((row) => row.id)
}

/** Ids of every article that is shown, in the order of import unless another is asked for. */
export function shownIds(
  db: ReadableDb,
  order: Pick<CatalogQuery, 'sort' | 'descending'> = { sort: 'added', descending: false }
): ArticleId[] {
  return all<{ id: number }>(
    db,
    sql`SELECT a.id FROM ${SOURCE} WHERE ${SHOWN} ORDER BY ${orderOf(order)}`
  ).map((row) => row.id)
}

function filterOf({ folder, subFolder, filter, among }: CatalogQuery): Sql {
  const like = filter === undefined ? null : `%${filter.replace(/[\\%_]/g, '\\$&')}%`
  const conditions = [
    folder === undefined ? undefined : sql`f.folder = ${folder}`,
    subFolder === undefined
      ? undefined
      : sql`(f.sub_folder = ${subFolder} OR substr(f.sub_folder, 1, length(${subFolder}) + 1) = ${subFolder} || '/')`,
    like === null
      ? undefined
      : sql`(a.title LIKE ${like} ESCAPE '\\' OR a.publisher LIKE ${like} ESCAPE '\\')`,
    among === undefined
      ? undefined
      : sql`a.id IN (SELECT value FROM json_each(${JSON.stringify(among)}))`
  ]
  return conditions.reduce<Sql>(
    (before, one) => (one === undefined ? before : sql`${before} AND ${one}`),
    SHOWN
  )
}

/** Rows that lack what is sorted by come last in either direction. Each order has its index (`migrations/0002-orders`). */
function orderOf({ sort, descending }: Pick<CatalogQuery, 'sort' | 'descending'>): Sql {
  switch (sort) {
    case 'title':
      return descending
        ? sql`a.title COLLATE NOCASE DESC, a.id DESC`
        : sql`a.title COLLATE NOCASE, a.id`
    case 'publisher':
      return descending
        ? sql`a.publisher COLLATE NOCASE DESC, a.id DESC`
        : sql`a.publisher COLLATE NOCASE NULLS LAST, a.id`
    case 'published':
      return descending ? sql`a.published DESC, a.id DESC` : sql`a.published NULLS LAST, a.id`
    case 'words':
      return descending ? sql`a.words DESC, a.id DESC` : sql`a.words, a.id`
    case 'added':
      return descending ? sql`a.id DESC` : sql`a.id`
  }
}

interface ArticleRow {
  id: number
  file: number
  entry: string
  current: 0 | 1
  imported: string
  format: Format
  words: number
  contentHash: string
  text: string
  blocks: string
  metadata: string
}

const FULL = sql`
  SELECT a.id, a.file, a.entry, a.current, a.imported, a.format, a.words, a.content_hash AS contentHash,
         t.text, t.blocks, t.metadata
  FROM articles a JOIN texts t ON t.article = a.id`

/** An article with its place in the catalog. */
export interface StoredArticle {
  readonly article: Article
  readonly file: FileId
  readonly entry: string
  readonly current: boolean
  readonly imported: string
}

function toStored(row: ArticleRow): StoredArticle {
  return {
    article: {
      id: row.id,
      format: row.format,
      words: row.words,
      contentHash: row.contentHash,
      text: row.text,
      // Both were written by `keepArticle` from values of these types.
      blocks: JSON.parse(row.blocks) as Block[],
      metadata: JSON.parse(row.metadata) as Metadata
    },
    file: row.file,
    entry: row.entry,
    current: row.current === 1,
    imported: row.imported
  }
}

/** Returns an article with its text, superseded revisions included. */
export function stored(db: ReadableDb, id: ArticleId): StoredArticle | undefined {
  const row = first<ArticleRow>(db, sql`${FULL} WHERE a.id = ${id}`)
  return row === undefined ? undefined : toStored(row)
}

/** Returns an article, superseded revisions included. */
export function article(db: ReadableDb, id: ArticleId): Article | undefined {
  return stored(db, id)?.article
}

/** Returns title and canonical text of an article, parted by a line break. */
export function titleAndText(db: ReadableDb, id: ArticleId): string | undefined {
  const row = first<{ title: string; text: string }>(
    db,
    sql`SELECT a.title, t.text FROM articles a JOIN texts t ON t.article = a.id WHERE a.id = ${id}`
  )
  return row && `${row.title}\n${row.text}`
}

/** Returns the current articles of a file by entry. */
export function currentOf(db: ReadableDb, file: FileId): Map<string, StoredArticle> {
  const rows = all<ArticleRow>(
    db,
    sql`${FULL} WHERE a.file = ${file} AND a.current = 1 ORDER BY a.id`
  )
  return new Map(rows.map((row) => [row.entry, toStored(row)]))
}

/** Ids of all revisions in a file. */
export function idsOf(db: ReadableDb, file: FileId): ArticleId[] {
  return all<{ id: number }>(db, sql`SELECT id FROM articles WHERE file = ${file} ORDER BY id`).map(
    (row) => row.id
  )
}

/** Revisions of one report, newest first. */
export function revisions(
  db: ReadableDb,
  file: FileId,
  entry: string
): { id: ArticleId; imported: string; current: boolean }[] {
  return all<{ id: number; imported: string; current: 0 | 1 }>(
    db,
    sql`SELECT id, imported, current FROM articles WHERE file = ${file} AND entry = ${entry} ORDER BY id DESC`
  ).map((row) => ({ ...row, current: row.current === 1 }))
}

/** The current article that holds exactly this text; else the current revision of one that held it. Files that are there come first. */
export function currentByContent(db: ReadableDb, contentHash: string): ArticleId | undefined {
  const row = first<{ id: number }>(
    db,
    sql`SELECT now.id FROM articles was
        JOIN articles now ON now.file = was.file AND now.entry = was.entry AND now.current = 1
        JOIN files f ON f.id = now.file
        WHERE was.content_hash = ${contentHash}
        ORDER BY f.state = 'gone', now.id = was.id DESC, now.id LIMIT 1`
  )
  return row?.id
}

/** SHA-256 of the bytes of an article's file, lower-case hex; undefined for an earlier revision, whose bytes are gone. */
export function fileHash(db: ReadableDb, id: ArticleId): string | undefined {
  const row = first<{ hash: string }>(
    db,
    sql`SELECT f.hash FROM articles a JOIN files f ON f.id = a.file WHERE a.id = ${id} AND a.current = 1`
  )
  return row === undefined || row.hash === '' ? undefined : row.hash
}

/** Current articles that hold the same text as one of these and are not that one. */
export function twins(
  db: ReadableDb,
  ids: readonly ArticleId[]
): { id: ArticleId; of: ArticleId }[] {
  return all<{ id: number; of: number }>(
    db,
    sql`SELECT other.id AS id, one.id AS "of" FROM articles one
        JOIN articles other ON other.content_hash = one.content_hash AND other.id <> one.id AND other.current = 1
        WHERE one.id IN (SELECT value FROM json_each(${JSON.stringify(ids)})) ORDER BY other.id, one.id`
  )
}

/** Adds an article as the current revision of its file's entry; an earlier one must have been superseded before. */
export function keepArticle(
  db: WritableDb,
  {
    file,
    entry,
    imported,
    made
  }: { file: FileId; entry: string; imported: string; made: NewArticle }
): ArticleId {
  const { metadata } = made
  const { id } = run(
    db,
    sql`INSERT INTO articles (file, entry, current, imported, format, title, authors, publisher, published, saved,
                              language, tags, words, content_hash)
        VALUES (${file}, ${entry}, 1, ${imported}, ${made.format}, ${metadata.title.value},
                ${JSON.stringify(metadata.authors?.value ?? [])}, ${metadata.publisher?.value ?? null},
                ${metadata.published?.value ?? null}, ${metadata.saved?.value ?? null},
                ${metadata.language?.value ?? null}, ${JSON.stringify(metadata.tags?.value ?? [])},
                ${made.words}, ${made.contentHash})`
  )
  run(
    db,
    sql`INSERT INTO texts (article, text, blocks, metadata)
        VALUES (${id}, ${made.text}, ${JSON.stringify(made.blocks)}, ${JSON.stringify(metadata)})`
  )
  return id
}

/** Shows an article under this title, publisher, date and authors; what was imported stays beside its text. */
export function showMetadata(db: WritableDb, id: ArticleId, metadata: Metadata): boolean {
  const { changes } = run(
    db,
    sql`UPDATE articles SET title = ${metadata.title.value},
          authors = ${JSON.stringify(metadata.authors?.value ?? [])}, publisher = ${metadata.publisher?.value ?? null},
          published = ${metadata.published?.value ?? null}
        WHERE id = ${id} AND (title, authors, publisher, published) IS NOT
          (${metadata.title.value}, ${JSON.stringify(metadata.authors?.value ?? [])},
           ${metadata.publisher?.value ?? null}, ${metadata.published?.value ?? null})`
  )
  return changes > 0
}

/** Ids of the shown articles whose text holds these words. Reads every text: about 10 ms per 1,000 articles. */
export function holdingText(db: ReadableDb, words: string): ArticleId[] {
  return all<{ id: number }>(
    db,
    sql`SELECT a.id FROM ${SOURCE} JOIN texts t ON t.article = a.id
        WHERE ${SHOWN} AND instr(t.text, ${words}) > 0 ORDER BY a.id`
  ).map((row) => row.id)
}

/** Puts new blocks and metadata to an article whose text stayed. */
export function updateArticle(
  db: WritableDb,
  id: ArticleId,
  made: Pick<Article, 'blocks' | 'metadata' | 'words' | 'format'>
): void {
  const { metadata } = made
  run(
    db,
    sql`UPDATE articles SET format = ${made.format}, title = ${metadata.title.value},
          authors = ${JSON.stringify(metadata.authors?.value ?? [])}, publisher = ${metadata.publisher?.value ?? null},
          published = ${metadata.published?.value ?? null}, saved = ${metadata.saved?.value ?? null},
          language = ${metadata.language?.value ?? null},
          tags = ${JSON.stringify(metadata.tags?.value ?? [])}, words = ${made.words}
        WHERE id = ${id}`
  )
  run(
    db,
    sql`UPDATE texts SET blocks = ${JSON.stringify(made.blocks)}, metadata = ${JSON.stringify(metadata)}
        WHERE article = ${id}`
  )
}

/** Makes an article an earlier revision; its text stays. */
export function supersede(db: WritableDb, id: ArticleId): void {
  run(db, sql`UPDATE articles SET current = 0 WHERE id = ${id}`)
}

/** Current articles of the file at an absolute path, or of every file below it, in the order of import. */
export function currentBelow(db: ReadableDb, path: string): ArticleId[] {
  const bytes = Buffer.from(path)
  const below = Buffer.from(`${path}/`)
  return all<{ id: number }>(
    db,
    sql`SELECT id FROM (
          SELECT a.id, CAST(d.path || X'2F' || f.path AS BLOB) AS path FROM ${SOURCE} WHERE ${SHOWN}
        ) WHERE path = ${bytes} OR substr(path, 1, ${below.length}) = ${below} ORDER BY id`
  ).map((row) => row.id)
}
