import { expect, test } from 'vitest'
import { chooseMerge } from '../../../src/library/index/merge'
import type { Segment } from '../../../src/library/index/segment'
import { makeArticle, Shelf } from './support'

/** Segments of so many articles; nothing else of them is looked at. */
const segments = (...sizes: readonly number[]): Segment[] =>
  sizes.map((docs) => ({ docs: new Uint32Array(docs) }) as Segment)

test('segments of a size are merged when there is a handful', () => {
  expect(chooseMerge(segments(...Array<number>(7).fill(256)), [], false)).toBeNull()
  expect(chooseMerge(segments(2048, ...Array<number>(8).fill(256)), [], false)).toEqual({
    start: 1,
    end: 9
  })
  expect(chooseMerge(segments(256, 256, 256), [0, 0, 0], true)).toEqual({ start: 0, end: 3 })
})

test('where all would be too many, those that fit are merged', () => {
  const nine = segments(...Array<number>(9).fill(16_384), 2000)

  expect(chooseMerge(nine, Array<number>(10).fill(0), true)).toEqual({ start: 0, end: 8 })
  expect(chooseMerge(segments(100_000, 100_000, 100_000), [0, 0, 0], true)).toBeNull()
})

test('merging keeps words apart that begin alike, and their articles together', () => {
  const words = [
    'harbou',
    'harbour',
    'harbourage',
    'harbouring',
    'harbourside',
    'harbours',
    'é',
    'éclair'
  ]
  const shelf = new Shelf()
  for (let id = 1; id <= 40; id++) {
    const held = words.filter((_, at) => (id >> (at % 5)) % 2 === 1)
    shelf.keep(makeArticle(id, [`Report: ${held.join(' and ')}.`]))
  }
  const found = (): number[][] => words.map((word) => shelf.ids(`${word} match:exact`))
  const before = found()
  shelf.transaction(() => {
    while (shelf.index.compact());
  })
  expect(found()).toEqual(before)
  expect(before.map(({ length }) => length > 0)).not.toContain(false)
  expect(shelf.db.prepare('SELECT id FROM search_segment').all().length).toBeLessThan(3)
})
