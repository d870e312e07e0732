import { describe, expect, test } from 'vitest'
import type { Article, ArticleId } from '../../src/core/article/article'
import { openDatabase } from '../../src/library/catalog/database'
import { Overlaps } from '../../src/library/derive/overlaps'
import { StalePairs } from '../../src/library/derive/stale-pairs'
import { Chance, toArticle } from '../bench/planted'
import { overlapSources } from '../bench/score-overlap'

describe('StalePairs', () => {
  test('compares every pair of holders once, a slice at a time, and then says that it is done', () => {
    const stale = new StalePairs()
    const compared: string[] = []
    const done: (readonly number[])[] = []
    const work = {
      partnersOf: (id: ArticleId) => [1, 2, 3, 4, 9].filter((other) => other > id),
      compare: (a: ArticleId, b: ArticleId) => compared.push(`${a} ${b}`),
      done: (keys: readonly number[]) => done.push(keys)
    }

    stale.add([7, 8], [1, 2, 3, 4])
    stale.add([9], [])
    let slices = 0
    for (; !stale.isEmpty; slices++) stale.work(0, work)

    expect(compared.toSorted()).toEqual(['1 2', '1 3', '1 4', '2 3', '2 4', '3 4'])
    expect(slices).toBeGreaterThanOrEqual(6)
    expect(done).toEqual([[7, 8]])
  })
})

describe('pairs that rest on a stock phrase', () => {
  const chance = new Chance(8)
  const note = chance.report(70)
  const LATE = 16
  const reports = Array.from({ length: 16 }, (_, index) =>
    toArticle(index + 1, [...chance.report(200), ...note])
  )

  /** Lets reports arrive until pairs have to be compared again. */
  function untilOwing() {
    const articles = new Map<ArticleId, Article>()
    const db = openDatabase(':memory:')
    const overlaps = openOn(db, articles)
    for (const report of reports.slice(0, -1)) {
      articles.set(report.id, report)
      overlaps.keep([report])
      if (overlaps.owes()) break
    }
    return { overlaps, db, articles }
  }

  function openOn(db: ReturnType<typeof openDatabase>, articles: ReadonlyMap<ArticleId, Article>) {
    const overlaps = new Overlaps({
      ...overlapSources((id) => articles.get(id)),
      decisions: () => []
    })
    overlaps.open(db)
    return overlaps
  }

  const wordsShared = (overlaps: Overlaps) =>
    reports
      .slice(0, -1)
      .flatMap(({ id }) => overlaps.of(id))
      .reduce((sum, { words, b }) => (b === LATE ? sum : sum + words), 0)
  const unchecked = (db: ReturnType<typeof openDatabase>) =>
    Number(db.prepare('SELECT count(*) AS n FROM overlap_keys WHERE stock = 2').get()?.['n'])

  test('are compared again, a slice at a time', () => {
    const { overlaps, db } = untilOwing()
    const before = wordsShared(overlaps)
    expect(overlaps.owes()).toBe(true)
    expect(unchecked(db)).toBeGreaterThan(0)

    while (overlaps.owes()) overlaps.catchUp()

    expect(wordsShared(overlaps)).toBeLessThan(before)
    expect(unchecked(db)).toBe(0)
  })

  test('are compared again after a restart', () => {
    const { overlaps, db, articles } = untilOwing()
    const before = wordsShared(overlaps)
    const again = openOn(db, articles)
    const late = reports.find(({ id }) => id === LATE)
    if (late === undefined) throw new Error('no report')
    articles.set(LATE, late)

    again.keep([late])
    expect(again.owes()).toBe(true)
    while (again.owes()) again.catchUp()

    expect(wordsShared(again)).toBeLessThan(before)
    expect(unchecked(db)).toBe(0)
  })
})
