import { expect, test } from 'vitest'
import { roomy, widened } from '../../../src/core/overlap/roomy'

test('a list grows in place while it has room, and into a wider one when that is used up', () => {
  const list = roomy(4, 1 << 18)
  list.set([1, 2, 3, 4])

  const longer = widened(list, 100)
  expect(longer).toBe(list)
  expect(longer.length).toBeGreaterThanOrEqual(100)
  expect([...longer.subarray(0, 6)]).toEqual([1, 2, 3, 4, 0, 0])

  const wider = widened(longer, 1 << 16)
  expect(wider).not.toBe(list)
  expect(wider.length).toBeGreaterThanOrEqual(1 << 16)
  expect([...wider.subarray(0, 6)]).toEqual([1, 2, 3, 4, 0, 0])
  expect(widened(wider, 10)).toBe(wider)
})
