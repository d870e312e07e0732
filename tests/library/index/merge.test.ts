import { expect, test } from 'vitest'
import { chooseMerge } from '../../../src/library/index/merge'
import type { Segment } from '../../../src/library/index/segment'

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
