import { describe, expect, test } from 'vitest'
import { FullText } from '../../../src/library/index/full-text'
import { makeArticle, Shelf } from './support'

const shelf = () =>
  new Shelf([
    makeArticle(1, ['The harbour burned.'], { publisher: 'Venn Daily', published: '2023-09-14' }),
    makeArticle(2, ['The harbour mill.'], { publisher: 'Tarsk Courier', published: '2023-08-01' })
  ])

describe('opening', () => {
  test('answers false for another version, and the index is then empty', () => {
    const { db, index } = shelf()
    index.close()
    db.exec(`UPDATE search_meta SET value = '0' WHERE key = 'version'`)

    expect(index.open(db)).toBe(false)
    expect(index.size).toBe(0)
  })
  test('answers false when a segment was damaged', () => {
    const { db, index } = shelf()
    index.close()
    db.exec('UPDATE search_segment SET crc = crc + 1')

    expect(index.open(db)).toBe(false)
    expect(new FullText().open(db)).toBe(true)
  })
  test('finds what was kept, and damage in postings when it meets it', () => {
    const damaged = shelf()
    damaged.index.close()
    damaged.db.exec('UPDATE search_block SET crc = crc + 1')

    expect(damaged.index.open(damaged.db)).toBe(true)
    expect(damaged.search('harbour ').notices).toEqual([{ code: 'rebuilding', text: '' }])
    expect(damaged.index.damaged).toBe(true)
  })
  test('finds damage while it does upkeep', () => {
    const damaged = shelf()
    damaged.db.exec('UPDATE search_stream SET crc = crc + 1')
    damaged.index.close()
    damaged.index.open(damaged.db)

    expect(damaged.index.compact()).toBe(false)
    expect(damaged.index.damaged).toBe(true)
  })
  test('removes what a merge left that was cut short', () => {
    const { db, index } = shelf()
    db.exec(`INSERT INTO search_segment (docs, head, crc) VALUES (0, x'', 0)`)
    db.exec(`INSERT INTO search_block SELECT max(id) * 1048576 + 7, x'00', 0 FROM search_segment`)
    const before = db.prepare('SELECT count(*) AS n FROM search_block').get()
    index.close()

    expect(index.open(db)).toBe(true)
    while (index.compact());
    expect(db.prepare('SELECT count(*) AS n FROM search_segment WHERE docs = 0').get()).toEqual({
      n: 0
    })
    expect(Number(db.prepare('SELECT count(*) AS n FROM search_block').get()?.['n'])).toBeLessThan(
      Number(before?.['n'])
    )
  })
})

test('articles that come one by one wait for a quiet moment to be merged, as long as they are few', () => {
  const some = new Shelf()
  const segments = (): number =>
    Number(some.db.prepare('SELECT count(*) AS n FROM search_segment WHERE docs > 0').get()?.['n'])
  const add = (from: number, to: number): void => {
    for (let id = from; id <= to; id++) some.keep(makeArticle(id, [`Report ${id} of the harbour`]))
  }

  add(1, 20)
  expect(segments()).toBe(20)
  add(21, 500)
  expect(segments()).toBeLessThan(100)
  some.transaction(() => {
    while (some.index.compact());
  })
  expect(segments()).toBeLessThan(4)
})

describe('a page', () => {
  test('is ordered as asked', () => {
    expect(shelf().ids('harbour', { sort: 'newest' })).toEqual([1, 2])
    expect(shelf().ids('harbour', { sort: 'oldest' })).toEqual([2, 1])
  })
  test('goes on where the last ended', () => {
    const many = new Shelf(
      Array.from({ length: 30 }, (_, i) => makeArticle(i + 1, ['Same words.']))
    )
    const pages = [0, 10, 20].flatMap((offset) => many.ids('same', { offset, limit: 10 }))

    expect(pages).toEqual(Array.from({ length: 30 }, (_, i) => i + 1))
  })
  test('has facets with what narrows the query by them', () => {
    expect(shelf().search('harbour ', { facets: true }).facets).toEqual([
      {
        field: 'site',
        values: [
          { value: 'Tarsk Courier', count: 1, query: 'site:"Tarsk Courier"' },
          { value: 'Venn Daily', count: 1, query: 'site:"Venn Daily"' }
        ]
      },
      {
        field: 'month',
        values: [
          { value: '2023-08', count: 1, query: 'date:2023-08' },
          { value: '2023-09', count: 1, query: 'date:2023-09' }
        ]
      }
    ])
  })
})

describe('completion', () => {
  const { index } = shelf()
  const texts = (typed: string) => index.complete(typed, typed.length).map(({ text }) => text)

  test('offers fields, publishers and words', () => {
    expect(texts('ti')).toEqual(['title:'])
    expect(texts('harb')).toEqual(['harbour'])
    expect(texts('site:v')).toEqual(['"Venn Daily"'])
    expect(texts('harbour ')).toEqual([])
  })
  test('offers the values of fields that have a few', () => {
    expect(texts('label:d')).toEqual(['disputed'])
    expect(texts('is:')).toEqual(['unread', 'read', 'starred'])
    expect(texts('match:exact')).toEqual([])
    expect(texts('/har')).toEqual(['harbour'])
    expect(texts('/har/')).toEqual([])
  })
  test('replaces the token that is typed', () => {
    expect(index.complete('old harb', 8)[0]?.replace).toEqual({ start: 4, end: 8 })
  })
})
