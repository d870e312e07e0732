import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PairTable } from '../../../src/core/align/pair-table'

test('a pair keeps the number that it was given first, whatever comes later', () => {
  const number = fc.nat(2_000)
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number), { maxLength: 6_000, size: 'max' }), (pairs) => {
      const table = new PairTable()
      const known = new Map<string, number>()

      for (const [index, [first, second]] of pairs.entries()) {
        const key = `${first} ${second}`
        if (!known.has(key)) known.set(key, index)
        expect(table.numberOf(first, second, index)).toBe(known.get(key))
      }
    }),
    { numRuns: 20 }
  )
})
