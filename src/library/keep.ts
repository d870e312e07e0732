import type { Article, ArticleId } from '../core/article/article'
import type { Problem } from '../importers/importer'
import {
  currentOf,
  keepArticle,
  supersede,
  updateArticle,
  type NewArticle
} from './catalog/articles'
import type { WritableDb } from './catalog/database'
import { countDeath, file as fileById, updateFile, type FileRow } from './catalog/files'
import { replaceProblems } from './catalog/problems'
import { hasOddName, ODD_NAME } from './folders'
import type { ReadOutcome } from './reader/protocol'

/** A content hash that killed readers so often is not read again. */
export const MAX_DEATHS = 2

/** What keeping a file did to the articles: for the derivers. */
export interface Kept {
  /** Articles that are new, or whose metadata or blocks changed. */
  readonly articles: Article[]
  /** Articles whose derived rows no longer hold. */
  readonly stale: ArticleId[]
}

/**
 * Writes what came of a file, in the transaction that is open. The same text keeps its article; another text becomes a new
 * revision and the old one stays as it was; a file that can't be read any more keeps the articles it had.
 */
export function keepOutcome(
  db: WritableDb,
  { row, outcome, imported }: { row: FileRow; outcome: ReadOutcome; imported: string },
  kept: Kept
): void {
  // Forgotten while it was read.
  if (fileById(db, row.id)?.state !== 'pending') return
  switch (outcome.kind) {
    case 'unchanged':
      updateFile(db, row.id, { ...outcome.look, state: 'done' })
      return
    case 'failed':
      keepFailure(db, row, outcome)
      return
    case 'original':
      // Asked for by a view; nothing of it is kept.
      return
    case 'imported':
      keepArticles(db, { row, outcome, imported }, kept)
  }
}

function keepFailure(
  db: WritableDb,
  row: FileRow,
  { hash, problem }: Extract<ReadOutcome, { kind: 'failed' }>
): void {
  if (problem.code === 'vanished') {
    updateFile(db, row.id, { state: 'missing' })
    return
  }
  // A crash may have come from what was read before: such a file has a second chance. A time-out is its own.
  if (problem.code === 'reader-crashed' && hash !== '' && countDeath(db, hash) < MAX_DEATHS) return
  const again = problem.code === 'changing'
  updateFile(db, row.id, { state: 'done', ...(again && { stamp: '' }) })
  replaceProblems(db, row.id, [{ problem }, ...oddities(row)])
}

const oddities = (row: FileRow): { problem: Problem }[] =>
  hasOddName(row.path) ? [{ problem: ODD_NAME }] : []

interface Imported {
  readonly row: FileRow
  readonly outcome: Extract<ReadOutcome, { kind: 'imported' }>
  readonly imported: string
}

function keepArticles(db: WritableDb, { row, outcome, imported }: Imported, kept: Kept): void {
  const problems: { problem: Problem; article?: ArticleId }[] = [
    ...outcome.problems.map((problem) => ({ problem })),
    ...oddities(row)
  ]
  const before = currentOf(db, row.id)
  // A file that has become unreadable keeps what was read from it.
  const lost = outcome.articles.length === 0 ? [] : [...before.keys()]
  const left = new Set(lost)
  for (const { entry, article: made, problems: own } of outcome.articles) {
    left.delete(entry)
    const known = before.get(entry)?.article
    const id =
      known?.contentHash === made.contentHash
        ? renew(db, { known, made }, kept)
        : add(db, { row, entry, imported, made, ...(known !== undefined && { known }) }, kept)
    problems.push(...own.map((problem) => ({ problem, article: id })))
  }
  for (const entry of left) {
    const old = before.get(entry)
    if (old !== undefined) retire(db, old.article.id, kept)
  }
  replaceProblems(db, row.id, problems)
  updateFile(db, row.id, { ...outcome.look, hash: outcome.hash, state: 'done' })
}

function retire(db: WritableDb, id: ArticleId, kept: Kept): void {
  supersede(db, id)
  kept.stale.push(id)
}

function renew(
  db: WritableDb,
  { known, made }: { known: Article; made: NewArticle },
  kept: Kept
): ArticleId {
  const next: Article = { ...made, id: known.id }
  if (
    JSON.stringify([known.metadata, known.blocks]) === JSON.stringify([next.metadata, next.blocks])
  )
    return known.id
  updateArticle(db, known.id, next)
  kept.stale.push(known.id)
  kept.articles.push(next)
  return known.id
}

function add(
  db: WritableDb,
  {
    row,
    entry,
    imported,
    made,
    known
  }: { row: FileRow; entry: string; imported: string; made: NewArticle; known?: Article },
  kept: Kept
): ArticleId {
  if (known !== undefined) retire(db, known.id, kept)
  const id = keepArticle(db, { file: row.id, entry, imported, made })
  kept.articles.push({ ...made, id })
  return id
}
