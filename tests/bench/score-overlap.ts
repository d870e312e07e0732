import type { Article, ArticleId } from '../../src/core/article/article'
import { openDatabase, type Database } from '../../src/library/catalog/database'
import { Overlaps } from '../../src/library/derive/overlaps'
import { LEVELS, pairKey, type PlantedLibrary } from './plant-library'
import { score, type Score } from './planted'

/** How well the overlaps of a planted library meet the truth. */
export interface OverlapScore {
  /** Pairs of source and copy, by share of words changed. */
  readonly levels: readonly { readonly level: number; readonly score: Score }[]
  /** Share of the pairs within syndicated clusters that were found. */
  readonly syndicated: number
  /** Pairs of pages of nothing but a template with articles. */
  readonly templateAlarms: number
}

const SHARES_TEXT = new Set(['same-text', 'version', 'shared-passages'])
/** Articles per transaction, as the library's background work does. */
const BATCH = 64

/** What the stage of overlaps asks of a library that is these articles. */
export const overlapSources = (get: (id: ArticleId) => Article | undefined) => ({
  articles: get,
  members: (id: ArticleId) => {
    const found = get(id)
    return found && { id, published: found.metadata.published?.value, words: found.words }
  }
})

/** A library whose overlaps were found. */
export interface LinkedLibrary {
  readonly overlaps: Overlaps
  readonly db: Database
}

/** Finds the overlaps of a planted library, one article after the other as the library's background work does. */
export function linkLibrary({ articles }: PlantedLibrary, file = ':memory:'): LinkedLibrary {
  const overlaps = new Overlaps({
    ...overlapSources((id) => articles.get(id)),
    decisions: () => []
  })
  const db = openDatabase(file)
  overlaps.open(db)
  keepArticles({ overlaps, db }, [...articles.values()])
  return { overlaps, db }
}

/** Adds articles to a linked library. */
export function keepArticles({ overlaps, db }: LinkedLibrary, articles: readonly Article[]): void {
  for (let start = 0; start < articles.length; start += BATCH) {
    db.exec('BEGIN')
    for (const article of articles.slice(start, start + BATCH)) {
      overlaps.keep([article])
      while (overlaps.owes()) overlaps.catchUp()
    }
    db.exec('COMMIT')
    overlaps.settled(true)
  }
}

/** Compares found pairs with the planted ones. */
export function scoreOverlaps(library: PlantedLibrary, { db }: LinkedLibrary): OverlapScore {
  const found = new Set<string>()
  let templateAlarms = 0
  for (const row of db.prepare('SELECT a, b, kind FROM overlap_pairs').iterate()) {
    const [a, b] = [Number(row['a']), Number(row['b'])]
    if (!SHARES_TEXT.has(String(row['kind']))) continue
    found.add(pairKey(a, b))
    if (library.templatePages.has(a) !== library.templatePages.has(b)) templateAlarms++
  }
  const copies = new Map(
    [...library.levels].flatMap(([pair, level]) =>
      pair.split(' ').map((id) => [id, level] as const)
    )
  )
  const levels = LEVELS.map((level) => {
    const wanted = [...library.levels].filter(([, one]) => one === level).map(([pair]) => pair)
    const hits = wanted.filter((pair) => found.has(pair)).length
    const claimed = [...found].filter((pair) =>
      pair.split(' ').some((id) => copies.get(id) === level)
    )
    const right = claimed.filter((pair) => library.truth.has(pair)).length
    const precision = score(right, claimed.length, right).precision
    const recall = score(hits, hits, wanted.length).recall
    return {
      level,
      score: {
        precision,
        recall,
        f1: (2 * precision * recall) / Math.max(precision + recall, 1e-9)
      }
    }
  })
  const clustered = [...library.truth].filter((pair) => !library.levels.has(pair))
  const syndicated = score(
    clustered.filter((pair) => found.has(pair)).length,
    1,
    clustered.length
  ).recall
  return { levels, syndicated, templateAlarms }
}
