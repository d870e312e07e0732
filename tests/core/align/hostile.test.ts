import { describe, expect, test } from 'vitest'
import { align } from '../../../src/core/align/align'
import { commonSubsequence } from '../../../src/core/align/myers'
import { heaviestSubsequence } from '../../../src/core/align/exact'
import { stepBudget, UNLIMITED } from '../../../src/core/budget'
import { report } from './texts'
import fc from 'fast-check'
import { threadTime } from '../../support/thread-time'

const BUDGET = 200_000_000
const within = (ms: number, work: () => void) => {
  const taken = threadTime()
  work()
  expect(taken()).toBeLessThan(ms)
}

describe('hostile texts', () => {
  test('thousands of identical lines pair in order', () => {
    const lines = Array.from({ length: 3_000 }, () => 'Share it')

    within(20_000, () => {
      const { counts } = align(report(...lines), report(...lines, 'Share it'), {
        budget: stepBudget(BUDGET)
      })
      expect(counts.equal).toBe(3_000)
    })
  })

  test('a sentence of twenty thousand words is one unit', () => {
    const long = Array.from({ length: 20_000 }, (_, index) => `word${index % 997}`).join(' ')

    within(20_000, () => {
      const { rows } = align(report(long), report(`${long} more`), { budget: stepBudget(BUDGET) })
      expect(rows).toHaveLength(1)
    })
  })

  test('unlike texts end within the budget', () => {
    const text = (seed: number) =>
      Array.from({ length: 5_000 }, (_, index) => `w${(index * seed) % 4_999}`).join(' ')

    within(20_000, () => align(report(text(3)), report(text(7)), { budget: stepBudget(BUDGET) }))
  })

  test.each([
    '',
    '“'.repeat(5_000),
    'A'.repeat(20_000),
    'Aa '.repeat(5_000),
    'a'.repeat(20_000),
    'it said '.repeat(3_000),
    '('.repeat(5_000),
    'a.'.repeat(5_000),
    'A '.repeat(5_000),
    '1,'.repeat(5_000),
    '\u0301'.repeat(2_000),
    '汉字。'.repeat(500),
    'שלום עולם. '.repeat(200)
  ])('nothing breaks on %#', (text) => {
    within(10_000, () => {
      align(report(text, 'The end.'), report('The start.', text), { budget: stepBudget(BUDGET) })
    })
  })
})

describe('common subsequences', () => {
  const list = fc
    .array(fc.integer({ min: 0, max: 4 }), { maxLength: 30 })
    .map((all) => Int32Array.from(all))
  const longest = (a: Int32Array, b: Int32Array): number => {
    let row = new Int32Array(b.length + 1)
    for (const one of a) {
      const next = row.slice()
      for (const [j, other] of b.entries())
        next[j + 1] = one === other ? (row[j] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0)
      row = next
    }
    return row.at(-1) ?? 0
  }
  const ascends = (matches: readonly (readonly [number, number])[]) =>
    matches.every(
      ([i, j], index) =>
        index === 0 || (i > (matches[index - 1]?.[0] ?? 0) && j > (matches[index - 1]?.[1] ?? 0))
    )

  test('by Myers are as long as any', () => {
    fc.assert(
      fc.property(list, list, (a, b) => {
        const matches = commonSubsequence(a, b, UNLIMITED)

        expect(matches.every(([i, j]) => a[i] === b[j])).toBe(true)
        expect(ascends(matches)).toBe(true)
        expect(matches).toHaveLength(longest(a, b))
      })
    )
  })

  test('by weight ascend and match', () => {
    fc.assert(
      fc.property(list, list, (a, b) => {
        const matches = heaviestSubsequence(a, b, new Float64Array(a.length).fill(1))

        expect(matches.every(([i, j]) => a[i] === b[j])).toBe(true)
        expect(ascends(matches)).toBe(true)
        expect(matches.length).toBeLessThanOrEqual(longest(a, b))
        if (longest(a, b) > 0) expect(matches.length).toBeGreaterThan(0)
      })
    )
  })
})
