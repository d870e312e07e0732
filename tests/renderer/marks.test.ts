import { expect, test } from 'vitest'
import type { Category, MarkLetter } from '../../src/core/claims/claim'
import { isPainted, isStrong, MARKS } from '../../src/renderer/src/lib/marks'

const mark = (letter: MarkLetter, ...categories: Category[]) => ({ letter, categories })

test('one side is soft until the outlet keeps its distance', () => {
  expect(isStrong(mark('S', 'PARTY'))).toBe(false)
  expect(isStrong(mark('S', 'PARTY', 'ALLEGED'))).toBe(true)
})

test('a hedge is soft and an open question strong', () => {
  expect(isStrong(mark('H', 'HEDGED'))).toBe(false)
  expect(isStrong(mark('H', 'UNCLEAR'))).toBe(true)
})

test('the three levels paint nothing, strong marks, and all but hidden kinds', () => {
  const relayed = mark('R', 'MEDIA')
  const denied = mark('D', 'DISPUTED')

  expect(isPainted(denied, { marks: 'off', hiddenMarks: [] })).toBe(false)
  expect(isPainted(denied, { marks: 'strong', hiddenMarks: [] })).toBe(true)
  expect(isPainted(relayed, { marks: 'strong', hiddenMarks: [] })).toBe(false)
  expect(isPainted(relayed, { marks: 'all', hiddenMarks: [] })).toBe(true)
  expect(isPainted(relayed, { marks: 'all', hiddenMarks: ['R'] })).toBe(false)
})

test('the eight kinds have different letters and names', () => {
  expect(new Set(MARKS.map((one) => one.letter)).size).toBe(8)
  expect(new Set(MARKS.map((one) => one.name)).size).toBe(8)
})
