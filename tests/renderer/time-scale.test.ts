import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stack, ticks } from '../../src/renderer/src/lib/time-scale'

const at = (iso: string) => Date.parse(iso)

test('ticks stand at whole hours, days, months or years, as the span asks', () => {
  const labels = (from: string, until: string) => ticks(at(from), at(until), 6).map((t) => t.label)

  expect(labels('2031-04-14T01:00Z', '2031-04-14T11:00Z')).toContain('14 Apr, 03:00')
  expect(labels('2031-04-01', '2031-04-06')).toEqual([
    '1 Apr 2031',
    '2 Apr 2031',
    '3 Apr 2031',
    '4 Apr 2031',
    '5 Apr 2031',
    '6 Apr 2031'
  ])
  expect(labels('2030-11-20', '2031-05-02')).toEqual([
    'Dec 2030',
    'Jan 2031',
    'Feb 2031',
    'Mar 2031',
    'Apr 2031',
    'May 2031'
  ])
  expect(labels('2002-05-01', '2031-05-02')).toEqual([
    '2005',
    '2010',
    '2015',
    '2020',
    '2025',
    '2030'
  ])
})

test('ticks stay within the span, ascend and are not many more than asked for', () => {
  const time = fc.integer({ min: at('1900-01-01'), max: at('2100-01-01') })
  fc.assert(
    fc.property(time, time, fc.integer({ min: 2, max: 50 }), (a, b, most) => {
      const [from, until] = [Math.min(a, b), Math.max(a, b)]

      const found = ticks(from, until, most).map((tick) => tick.at)

      expect(found.length).toBeLessThanOrEqual(2 * most + 1)
      expect(found.every((one) => one >= from && one <= until)).toBe(true)
      expect(found).toEqual(found.toSorted((x, y) => x - y))
    })
  )
})

test('places that are close go to different lanes while there are lanes', () => {
  expect(stack([0, 1, 2, 3, 50], 2, 2)).toEqual([0, 1, 0, 1, 0])
  expect(stack([5, 5, 5, 5], 2, 3)).toEqual([0, 1, 2, 2])
})
