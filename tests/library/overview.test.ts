import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { FailureError } from '../../src/shared/failure'
import { openLibrary } from './support'

const ALL = { offset: 0, limit: 200 } as const

async function sample() {
  const library = openLibrary()
  library.openFolder(resolve('resources/sample-library'))
  await library.idle()
  return library
}

test('the time line has a lane for every cluster, its dots in order, and counts every dated article once', async () => {
  const library = await sample()

  const { rows, total, density, undated, from, until } = library.timeline({
    ...ALL,
    order: 'largest'
  })

  expect(total).toBe(library.clusters(ALL).total)
  expect(rows.map(({ members }) => members)).toEqual(
    rows.map(({ members }) => members).toSorted((a, b) => b - a)
  )
  for (const { dots, from: first, members } of rows) {
    const dates = dots.flatMap(({ published }) => published ?? [])
    expect(dates[0]).toBe(first)
    expect(dates).toEqual(dates.toSorted((a, b) => Date.parse(a) - Date.parse(b)))
    expect(dots).toHaveLength(members)
    expect(dots.filter(({ role }) => role === 'first')).toHaveLength(1)
  }
  const { articles } = library.status()
  expect(density.reduce((sum, count) => sum + count, 0) + undated).toBe(articles)
  expect(Date.parse(from ?? '')).toBeLessThan(Date.parse(until ?? ''))
})

test('a lane counts the publishers that are known, and apart from them the reports of others', async () => {
  const library = await sample()

  for (const { dots, newsrooms, unsigned } of library.timeline({ ...ALL, order: 'largest' }).rows) {
    const publishers = dots.map(({ publisher }) => publisher)
    expect(newsrooms).toBe(new Set(publishers.filter((one) => one !== undefined)).size)
    expect(unsigned).toBe(publishers.filter((one) => one === undefined).length)
  }
})

test('lanes are narrowed by words, ordered by their newest report, and paged', async () => {
  const library = await sample()

  const newest = library.timeline({ ...ALL, order: 'newest' }).rows
  const page = library.timeline({ offset: 1, limit: 1, order: 'newest' })

  expect(page.rows).toEqual(newest.slice(1, 2))
  expect(page.total).toBe(newest.length)
  const ends = newest.map(({ until }) => Date.parse(until ?? ''))
  expect(ends).toEqual(ends.toSorted((a, b) => b - a))
  expect(library.timeline({ ...ALL, order: 'largest', filter: 'ISTER' }).rows).toMatchObject([
    { title: expect.stringContaining('Ister') }
  ])
})

test('claims of a cluster are laid over its reports, and every cell quotes its report', async () => {
  const library = await sample()
  const lane = library
    .timeline({ ...ALL, order: 'largest' })
    .rows.find(({ title }) => title.startsWith('Strike sets'))

  const matrix = library.claimMatrix({ ...ALL, cluster: lane?.cluster ?? 0, firstReport: 0 })

  expect(matrix.reports).toHaveLength(lane?.members ?? 0)
  expect(matrix.rows).toHaveLength(matrix.total)
  const ship = matrix.rows.find(({ gist }) => gist.includes('landing ship'))
  expect(ship?.cells.map(({ voicing }) => voicing)).toEqual(
    expect.arrayContaining(['disclaimed', 'attributed'])
  )
  for (const { article, sentence, text } of matrix.rows.flatMap(({ cells }) => cells))
    expect(library.article(article).text.slice(sentence.start, sentence.end)).toBe(text)
  const rest = library.claimMatrix({ ...ALL, cluster: lane?.cluster ?? 0, firstReport: 2 })
  expect(rest.reports.map(({ id }) => id)).toEqual(matrix.reports.slice(2).map(({ id }) => id))
  expect(rest.allReports).toBe(lane?.members)
})

test('a tree leads from the first carrier to the copy, with words that show it', async () => {
  const library = await sample()
  const lane = library
    .timeline({ ...ALL, order: 'largest' })
    .rows.find(({ title }) => title.startsWith('Strike sets'))

  const { nodes } = library.descent(lane?.cluster ?? 0)

  expect(nodes.map(({ depth }) => depth).slice(0, 3)).toEqual([0, 1, 2])
  expect(nodes[0]).toMatchObject({ carried: 2 })
  expect(nodes[0]?.from).toBeUndefined()
  expect(nodes[2]?.from).toMatchObject({ basis: 'says-so', parent: nodes[1]?.article.id })
  const { passage } = nodes[2]?.from ?? {}
  const own = library.article(nodes[2]?.article.id ?? 0).text
  expect(passage?.text).toContain(own.slice((passage?.here.start ?? 0) + 5, 40))
})

test('a cluster that is gone is refused', async () => {
  const library = await sample()

  expect(() => library.descent(9999)).toThrow(FailureError)
  expect(() => library.claimMatrix({ ...ALL, cluster: 9999, firstReport: 0 })).toThrow(FailureError)
})

test('an empty library has an empty time line', () => {
  expect(openLibrary().timeline({ ...ALL, order: 'newest' })).toEqual({
    total: 0,
    rows: [],
    density: [],
    undated: 0
  })
})
