import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  layMarks,
  placesInTime,
  WIDEST_NAME,
  type LaidMark
} from '../../src/renderer/src/lib/axis-labels'

const WIDTH = 960
const many = fc.array(
  fc.record({ place: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(80) }),
  { maxLength: 40 }
)

/** The stretch of the axis that a name takes when it is cut at its widest. */
function stretch({ left, side }: LaidMark, length: number): [number, number] {
  const size = Math.min(WIDEST_NAME, length * 7)
  return side === 'start' ? [left - 8, left - 8 + size] : [left + 8 - size, left + 8]
}

test('no name covers another or leaves the axis', () => {
  fc.assert(
    fc.property(many, (marks) => {
      const laid = layMarks(marks, WIDTH)
      const byLane = Map.groupBy(
        laid.map((mark, i) => ({ mark, at: stretch(mark, marks[i]?.length ?? 0) })),
        ({ mark }) => mark.lane
      )
      for (const [lane, names] of byLane) {
        if (lane === undefined) continue
        const inOrder = names.map(({ at }) => at).toSorted((a, b) => a[0] - b[0])
        inOrder.forEach(([from, until], i) => {
          expect(from).toBeGreaterThanOrEqual(0)
          expect(until).toBeLessThanOrEqual(WIDTH)
          expect(from).toBeGreaterThanOrEqual(inOrder[i - 1]?.[1] ?? 0)
        })
      }
    })
  )
})

test('dots keep their order and none hides another', () => {
  fc.assert(
    fc.property(many, (marks) => {
      const lefts = layMarks(marks, WIDTH).map(({ left }, i) => [marks[i]?.place ?? 0, left])
      const inOrder = lefts.toSorted(([a], [b]) => (a ?? 0) - (b ?? 0)).map(([, left]) => left ?? 0)
      inOrder.forEach((left, i, all) => {
        if (i > 0) expect(left - (all[i - 1] ?? 0)).toBeGreaterThan(15.9)
      })
    })
  )
})

test('a name that finds no line is left out, and its dot stays', () => {
  const laid = layMarks(
    Array.from({ length: 40 }, () => ({ place: 0.5, length: 60 })),
    WIDTH
  )

  expect(laid.filter(({ lane }) => lane !== undefined).length).toBeGreaterThan(4)
  expect(laid.filter(({ lane }) => lane === undefined).length).toBeGreaterThan(10)
  expect(new Set(laid.map(({ left }) => left)).size).toBe(40)
})

test('few names all stand on the first line', () => {
  const laid = layMarks(
    [
      { place: 0, length: 20 },
      { place: 0.5, length: 20 },
      { place: 1, length: 20 }
    ],
    WIDTH
  )

  expect(laid.map(({ lane }) => lane)).toEqual([0, 0, 0])
  expect(laid.map(({ side }) => side)).toEqual(['start', 'start', 'end'])
})

test('what has no date stands behind all that has one, never between', () => {
  const { places, dated } = placesInTime([NaN, 1000, NaN, 3000, 2000])

  expect(places[1]).toBe(0)
  expect(places[3]).toBeCloseTo(dated)
  expect(places[4]).toBeCloseTo(dated / 2)
  expect(places[0]).toBeGreaterThan(dated)
  expect(places[2]).toBeGreaterThan(places[0] ?? 1)
  expect(places[2]).toBeLessThanOrEqual(1)
})

test('times that are all alike, or all unknown, are spread in order', () => {
  expect(placesInTime([5, 5])).toEqual({ places: [0.25, 0.75], dated: 1 })
  expect(placesInTime([NaN, NaN])).toEqual({ places: [0.25, 0.75], dated: 0 })
  expect(placesInTime([])).toEqual({ places: [], dated: 0 })
})
