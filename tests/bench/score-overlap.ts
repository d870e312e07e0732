import { openDatabase } from '../../src/library/catalog/database'
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
/** Articles that are kept at once, as the library's background work does. */
const BATCH = 500

/** Finds the overlaps of a planted library in memory. */
export function linkLibrary({ articles }: PlantedLibrary, file = ':memory:'): Overlaps {
  const overlaps = new Overlaps({ articles: (id) => articles.get(id), decisions: () => [] })
  const db = openDatabase(file)
  overlaps.open(db)
  const all = [...articles.values()]
  for (let start = 0; start < all.length; start += BATCH) {
    db.exec('BEGIN')
    overlaps.keep(all.slice(start, start + BATCH))
    db.exec('COMMIT')
    overlaps.settled(true)
  }
  return overlaps
}

/** Compares found pairs with the planted ones. */
export function scoreOverlaps(library: PlantedLibrary, overlaps: Overlaps): OverlapScore {
  const found = new Set<string>()
  let templateAlarms = 0
  for (const id of library.articles.keys()) {
    for (const { b, kind } of overlaps.of(id)) {
      if (b < id || !SHARES_TEXT.has(kind)) continue
      found.add(pairKey(id, b))
      if (library.templatePages.has(id) !== library.templatePages.has(b)) templateAlarms++
    }
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
