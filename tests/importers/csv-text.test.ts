import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseCsv } from '../../src/importers/csv-text'
import { threadTime } from '../support/thread-time'

test('quoted cells hold commas, line breaks and doubled quotation marks', () => {
  const { records } = parseCsv('a,"b, ""c""\nd",e\r\n1,2,3', 10)

  expect(records).toEqual([
    ['a', 'b, "c"\nd', 'e'],
    ['1', '2', '3']
  ])
})

test('a quotation mark that is never closed costs its row only', () => {
  const { records, broken } = parseCsv('a,b\n"open,1\nc,2\n', 10)

  expect(records).toEqual([
    ['a', 'b'],
    ['c', '2']
  ])
  expect(broken).toBe(1)
})

test('what was written comes out again', () => {
  const cell = fc.string().filter((text) => text.trim() !== '')
  const write = (rows: string[][]): string =>
    rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')).join('\r\n')

  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 }),
      (rows) => {
        expect(parseCsv(write(rows), 100).records).toEqual(rows)
      }
    )
  )
})

test('any text gives rows in time that grows with its length', () => {
  const text = '"'.repeat(300_001) + '\n"a\r'.repeat(50_000)
  const taken = threadTime()
  parseCsv(text, 100_000)

  expect(taken()).toBeLessThan(2_000)
})
