import { describe, expect, test } from 'vitest'
import type { Article, ArticleId } from '../../src/core/article/article'
import { openDatabase, type Database } from '../../src/library/catalog/database'
import { Overlaps } from '../../src/library/derive/overlaps'
import type { Decision } from '../../src/shared/decision'
import { article, OTHER, STORY, THIRD } from '../core/overlap/texts'
import { plantLibrary } from '../bench/plant-library'
import { linkLibrary, overlapSources, scoreOverlaps } from '../bench/score-overlap'

interface Opened {
  readonly overlaps: Overlaps
  readonly db: Database
  readonly articles: Map<ArticleId, Article>
  readonly decisions: Decision[]
}

function open(...articles: Article[]): Opened {
  const known = new Map(articles.map((one) => [one.id, one]))
  const decisions: Decision[] = []
  const overlaps = new Overlaps({
    ...overlapSources((id) => known.get(id)),
    decisions: () => decisions
  })
  const db = openDatabase(':memory:')
  expect(overlaps.open(db)).toBe(true)
  overlaps.keep(articles)
  overlaps.settled(true)
  return { overlaps, db, articles: known, decisions }
}

const VERSION = STORY.map((line) => line.replace('forty', 'thirty').replace('noon', 'midday'))
const dated = (id: number, paragraphs: readonly string[], day: string) =>
  article(id, paragraphs, { published: { value: day, from: 'meta' } })

describe('overlaps of an article', () => {
  test('are told from its own side, strongest first', () => {
    const { overlaps } = open(
      article(1, [...STORY, ...THIRD]),
      article(2, OTHER),
      article(3, VERSION)
    )

    const [first] = overlaps.of(3)

    expect(first).toMatchObject({ a: 3, b: 1, kind: 'version' })
    expect(first?.containmentA).toBeGreaterThan(first?.containmentB ?? 1)
    expect(overlaps.pair(1, 3)).toMatchObject({ a: 1, b: 3, containmentA: first?.containmentB })
    expect(overlaps.of(2)).toEqual([])
    expect(overlaps.pair(1, 2)).toBeUndefined()
    expect(overlaps.countOf(1)).toBe(1)
    expect([1, 2, 3].map((id) => overlaps.copiesOf(id))).toEqual([[3], [], [1]])
  })

  test('name what reports of one event share', () => {
    const told = [
      'Rescuers pulled forty passengers from the water after three ferries collided off Tarsk, captain Ivo Drass said on Friday.',
      'The harbour court will hear the engineer whose radar failed in the fog, the council of Tarsk said.'
    ]
    const { overlaps } = open(
      dated(1, ['Captain Ivo Drass spoke on Friday.', ...STORY], '2024-05-03'),
      dated(2, told, '2024-05-04'),
      dated(3, OTHER, '2024-05-04')
    )

    const [link] = overlaps.of(2)

    expect(link).toMatchObject({ a: 2, b: 1, kind: 'same-event', words: 0 })
    expect(link?.items.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Tarsk', 'Ivo Drass', 'Friday'])
    )
    expect(link?.items.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1)
  })

  test('are looked for in no report that only has a few words in common, known from before or not', () => {
    const phrase = 'nobody had seen the old lighthouse keeper'
    const first = article(1, [...OTHER, `They said that ${phrase} since Monday.`])
    const { overlaps, db, articles } = open(first)
    const reopened = new Overlaps({
      ...overlapSources((id) => {
        expect(id).not.toBe(1)
        return articles.get(id)
      }),
      decisions: () => []
    })
    overlaps.close()
    reopened.open(db)

    for (const id of [2, 3]) {
      const next = article(id, [...STORY, `It is thought ${phrase} for a week.`])
      articles.set(id, next)
      reopened.keep([next])
    }

    expect(reopened.pair(2, 3)?.kind).toBe('same-text')
    expect(reopened.pair(1, 2)).toBeUndefined()
  })

  test('vanish with the article', () => {
    const { overlaps } = open(article(1, STORY), article(2, VERSION))

    overlaps.drop([2])
    overlaps.settled(true)

    expect(overlaps.of(1)).toEqual([])
    expect(overlaps.clusters()).toEqual([])
  })

  test('follow an article whose text changed', () => {
    const { overlaps, articles } = open(article(1, STORY), article(2, OTHER))
    const next = article(2, VERSION)
    articles.set(2, next)

    overlaps.keep([next])
    overlaps.settled(true)

    expect(overlaps.of(1)).toHaveLength(1)
  })
})

describe('what is kept', () => {
  const library = [
    article(1, STORY),
    article(2, VERSION),
    article(3, OTHER),
    article(4, [...OTHER, ...THIRD])
  ]

  test('comes back when the database is opened again', () => {
    const { overlaps, db, articles } = open(...library)
    const again = new Overlaps({ ...overlapSources((id) => articles.get(id)), decisions: () => [] })

    expect(again.open(db)).toBe(true)

    expect(again.of(1)).toEqual(overlaps.of(1))
    const late = article(5, VERSION)
    articles.set(5, late)
    again.keep([late])
    expect(again.of(5).map(({ b }) => b)).toEqual([2, 1])
  })

  test('does not hold an article that went right after the database was opened again', () => {
    const { db, articles } = open(...library)
    const again = new Overlaps({ ...overlapSources((id) => articles.get(id)), decisions: () => [] })
    again.open(db)

    again.drop([2])
    again.settled(true)
    const late = article(5, VERSION)
    articles.set(5, late)
    again.keep([late])

    expect(again.of(5).map(({ b }) => b)).toEqual([1])
  })

  test('is the same whether articles come at once, one by one, or in another order', () => {
    const all = open(...library).overlaps
    const [first, ...others] = library.toReversed()
    const single = open(...(first === undefined ? [] : [first]))
    for (const one of others) {
      single.articles.set(one.id, one)
      single.overlaps.keep([one])
      single.overlaps.settled(true)
    }

    for (const { id } of library)
      expect(single.overlaps.of(id).map(withoutCosine)).toEqual(all.of(id).map(withoutCosine))
  })

  test('is what it was after a transaction is rolled back', () => {
    const { overlaps, db, articles } = open(...library)
    const before = overlaps.of(1)
    const late = article(5, STORY)
    articles.set(5, late)

    db.exec('BEGIN')
    overlaps.keep([late])
    db.exec('ROLLBACK')
    overlaps.settled(false)

    expect(overlaps.of(1)).toEqual(before)
    expect(overlaps.of(5)).toEqual([])
  })

  test('is built anew when it is damaged', () => {
    const { db, articles } = open(...library)
    db.exec("UPDATE overlap_features SET keys = x'010203' WHERE article = 1")

    const again = new Overlaps({ ...overlapSources((id) => articles.get(id)), decisions: () => [] })

    expect(again.open(db)).toBe(false)
    again.clear()
    again.keep(library)
    again.settled(true)
    expect(again.of(1)).toHaveLength(1)
  })
})

describe('clusters', () => {
  test('obey what the reader decided, at once', () => {
    const { overlaps, decisions } = open(article(1, STORY), article(2, VERSION), article(3, OTHER))
    expect(overlaps.clusters().map(({ members }) => members)).toEqual([[1, 2]])

    decisions.push(
      { kind: 'cluster', a: 1, b: 2, together: false },
      { kind: 'cluster', a: 2, b: 3, together: true }
    )

    expect(overlaps.clusters().map(({ members }) => members)).toEqual([[2, 3]])
    expect(overlaps.clusterOf(3)?.id).toBe(2)
    expect(overlaps.clusterOf(1)).toBeUndefined()
  })
})

describe('origin', () => {
  test('is told of pairs that share text only', () => {
    const { overlaps } = open(
      article(1, STORY),
      article(2, [...VERSION, 'Source link']),
      article(3, [...OTHER, 'Source link'])
    )

    expect(overlaps.originOf(1, 2)).toEqual({ copy: 2, text: 'says that it copies: “Source link”' })
    expect(overlaps.originOf(1, 3)).toBeUndefined()
  })

  test('is what the reader said, whichever report is asked about, and the last word counts', () => {
    const { overlaps, decisions } = open(article(1, STORY), article(2, [...VERSION, 'Source link']))

    decisions.push({ kind: 'origin', a: 2, b: 1, copy: 'b' })
    expect(overlaps.originOf(1, 2)).toMatchObject({ copy: 1, byReader: true })
    expect(overlaps.originOf(2, 1)).toMatchObject({ copy: 1, byReader: true })

    decisions.push({ kind: 'origin', a: 1, b: 2, copy: 'neither' })
    expect(overlaps.originOf(1, 2)).toEqual({ text: 'as you decided', byReader: true })
  })
})

describe('planted copies', () => {
  test('are found up to a fifth of the words changed, mostly at two fifths, and nothing else is', () => {
    const library = plantLibrary(600, 250, 23)

    const { levels, syndicated, templateAlarms } = scoreOverlaps(library, linkLibrary(library))

    for (const { level, score } of levels)
      expect(score.f1, `level ${level}`).toBeGreaterThanOrEqual(level > 0.2 ? 0.8 : 0.98)
    expect(syndicated).toBeGreaterThanOrEqual(0.95)
    expect(templateAlarms).toBe(0)
  })
})

// Rarity depends on what was there when a link was made; the wording does not.
function withoutCosine(overlap: ReturnType<Overlaps['of']>[number]) {
  return { ...overlap, cosine: 0 }
}

test('tables of an earlier version are made anew', () => {
  const db = openDatabase(':memory:')
  db.exec(`
    CREATE TABLE overlap_features (article INTEGER PRIMARY KEY, keys BLOB, terms BLOB, weights BLOB, day INTEGER);
    CREATE TABLE overlap_pairs (a INTEGER, b INTEGER, kind TEXT, overlap TEXT, PRIMARY KEY (a, b));
    CREATE TABLE overlap_stock (one INTEGER PRIMARY KEY, reports INTEGER, keys BLOB);
    INSERT INTO overlap_pairs VALUES (1, 2, 'version', '{}');
  `)
  const articles = [article(1, STORY), article(3, VERSION)]
  const overlaps = new Overlaps({
    ...overlapSources((id) => articles.find((one) => one.id === id)),
    decisions: () => []
  })

  expect(overlaps.open(db)).toBe(true)
  expect(overlaps.of(1)).toEqual([])
  overlaps.keep(articles)

  expect(overlaps.pair(1, 3)).toMatchObject({ kind: 'version' })
})

test('a table of pairs in order of articles answers as one in the order in which they were found', () => {
  const articles = [article(1, STORY), article(2, VERSION), article(3, STORY)]
  const [old, fresh] = [openDatabase(':memory:'), openDatabase(':memory:')]
  old.exec(`
    CREATE TABLE overlap_pairs (
      a INTEGER NOT NULL, b INTEGER NOT NULL, kind TEXT NOT NULL, overlap TEXT NOT NULL, PRIMARY KEY (a, b)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX overlap_pairs_b ON overlap_pairs (b);
  `)
  const [before, after] = [old, fresh].map((db) => {
    const overlaps = new Overlaps({
      ...overlapSources((id) => articles.find((one) => one.id === id)),
      decisions: () => []
    })
    overlaps.open(db)
    // The first one comes once more, so that its pairs are found last.
    overlaps.keep([...articles, article(1, STORY)])
    return overlaps
  })

  expect(before?.of(3)).toHaveLength(2)
  for (const id of [1, 2, 3]) expect(before?.of(id)).toEqual(after?.of(id))
  expect(before?.textPairsAmong([1, 2, 3])).toEqual(after?.textPairsAmong([1, 2, 3]))
  expect(before?.clusters()).toEqual(after?.clusters())
})
