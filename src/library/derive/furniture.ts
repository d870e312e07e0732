import type { Article, ArticleId, Metadata } from '../../core/article/article'
import { keyedLines, repeatedLines, type Sharer } from '../../core/article/repetition'
import { fold } from '../../core/text/fold'
import {
  articlesWithLines,
  clearLines,
  countOfSite,
  createLineTables,
  dropLines,
  keepLines,
  sharesNoLine
} from '../catalog/furniture'
import type { Database } from '../catalog/database'
import type { Deriver } from './deriver'

/** Raised whenever keys or kept lines would come out otherwise. */
export const FURNITURE_VERSION = 1

/** Articles looked at for one line; a line with more sharers is furniture by any of them. */
const MAX_SHARERS = 60
/** Articles of one site that are counted: far more than those of which `MAX_SHARERS` could be the share that matters. */
const MOST_OF_SITE = 5000

/** The stage that remembers which lines stand in which article, and tells the lines that recur across unrelated ones. */
export interface FurnitureDeriver extends Deriver {
  /**
   * Returns the blocks of an article that are furniture by repetition, with the id of the rule (`repeated-line`). Blocks that are
   * furniture by their wording are not among them. Reads the articles kept so far, so the answer changes as the library grows.
   */
  furnitureOf(article: Article): Map<number, string>
}

/** Creates the stage. It keeps nothing in memory. */
export function createFurnitureDeriver(): FurnitureDeriver {
  let database: Database | undefined
  const db = () => {
    if (database === undefined) throw new Error('Cannot use lines of articles: stage is not open')
    return database
  }
  return {
    stage: 'furniture',
    version: FURNITURE_VERSION,
    eager: true,
    open(opened) {
      database = opened
      createLineTables(opened)
      return true
    },
    keep(articles) {
      for (const article of articles) keep(db(), article)
    },
    drop(ids) {
      for (const id of ids) dropLines(db(), id)
    },
    clear() {
      clearLines(db())
    },
    settled() {
      // Nothing is kept in memory.
    },
    close() {
      database = undefined
    },
    furnitureOf: (article) => furnitureOf(db(), article)
  }
}

function keep(db: Database, article: Article): void {
  const lines = keyedLines(article)
  const prose = lines.reduce((total, line) => total + line.prose, 0)
  keepLines(db, {
    article: article.id,
    site: siteOf(article.metadata),
    prose,
    keys: lines.map((line) => line.key)
  })
}

function furnitureOf(db: Database, article: Article): Map<number, string> {
  if (sharesNoLine(db, article.id)) return new Map()
  const lines = keyedLines(article)
  const sharers = new Map<ArticleId, { keys: Set<number>; prose: number }>()
  const keys = [...new Set(lines.map((line) => line.key))]
  const found = articlesWithLines(db, keys, { except: article.id, limit: MAX_SHARERS })
  for (const { key, article: other, prose } of found) {
    const known = sharers.get(other)
    if (known === undefined) sharers.set(other, { keys: new Set([key]), prose })
    else known.keys.add(key)
  }
  const list: readonly Sharer[] = [...sharers.values()]
  const siteReports = countOfSite(db, siteOf(article.metadata), MOST_OF_SITE)
  const repeated = repeatedLines(lines, article.metadata.title.value, list, siteReports)
  const furniture = new Map<number, string>()
  for (const block of repeated)
    if (article.blocks[block]?.furniture === undefined) furniture.set(block, 'repeated-line')
  return furniture
}

/** Articles of one site share publisher or host; without either they count as of one unknown site. */
function siteOf(metadata: Metadata): string {
  const host = /^https?:\/\/(?:www\.)?([^/:?#]{1,253})/i.exec(metadata.url?.value ?? '')?.[1]
  return fold(host ?? metadata.publisher?.value ?? '')
}
