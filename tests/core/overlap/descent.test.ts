import fc from 'fast-check'
import { expect, test } from 'vitest'
import { traceDescent } from '../../../src/core/overlap/descent'
import type { Overlap } from '../../../src/core/overlap/model'

const pair = (a: number, b: number, containmentA: number, containmentB: number): Overlap => ({
  a,
  b,
  kind: 'version',
  containmentA,
  containmentB,
  resemblance: 0.5,
  words: 100,
  passages: [
    { a: { start: 1, end: 9 }, b: { start: 11, end: 19 }, words: 40 },
    { a: { start: 20, end: 90 }, b: { start: 30, end: 99 }, words: 60, discount: 'formula' }
  ],
  cosine: 0.5,
  items: []
})
const dated = (...dates: (string | undefined)[]) =>
  dates.map((published, i) => ({ id: i + 1, published }))
const nobodySays = () => undefined

test('a later report has its text from the earlier one that holds most of its words', () => {
  const links = traceDescent(
    dated('2031-04-01', '2031-04-02', '2031-04-03'),
    [pair(1, 2, 0.8, 0.9), pair(1, 3, 0.5, 0.6), pair(2, 3, 0.7, 0.95)],
    nobodySays
  )

  expect(links).toMatchObject([
    { child: 2, parent: 1, basis: 'later', share: 0.9 },
    { child: 3, parent: 2, basis: 'later', share: 0.95 }
  ])
})

test('words of a report that it copies go before its date, and the longest passage that counts is shown from its side', () => {
  const links = traceDescent(dated('2031-04-01', '2031-04-02'), [pair(1, 2, 0.8, 0.9)], () => ({
    copy: 1,
    text: 'credits the other'
  }))

  expect(links).toEqual([
    {
      child: 1,
      parent: 2,
      basis: 'says-so',
      evidence: 'credits the other',
      share: 0.8,
      words: 100,
      passage: { a: { start: 1, end: 9 }, b: { start: 11, end: 19 }, words: 40 }
    }
  ])
})

test('a day alone stands for any hour of it: then nothing tells which came first', () => {
  const links = traceDescent(
    dated('2031-04-01', '2031-04-01T20:00:00Z', undefined),
    [pair(1, 2, 0.8, 0.9), pair(2, 3, 0.8, 0.9)],
    nobodySays
  )

  expect(links.map(({ basis }) => basis)).toEqual(['unordered', 'unordered'])
})

test('no report descends from itself, each has one parent at most, and the order of pairs changes nothing', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  const day = fc.option(fc.constantFrom('2031-04-01', '2031-04-02', '2031-04-02T08:00:00Z'), {
    nil: undefined
  })
  const said = fc.array(fc.nat(2), { minLength: 36, maxLength: 36 })
  fc.assert(
    fc.property(
      fc.array(day, { minLength: 2, maxLength: 6 }),
      fc.array(share, { minLength: 30, maxLength: 30 }),
      said,
      (days, shares, says) => {
        const bearers = dated(...days)
        const pairs = bearers.flatMap(({ id: a }) =>
          bearers
            .filter(({ id: b }) => b > a)
            .map(({ id: b }) => pair(a, b, shares[a + b] ?? 0, shares[2 * a + b] ?? 0))
        )
        const copierOf = (a: number, b: number) => {
          const choice = says[6 * (a - 1) + b - 1]
          return choice === 0 ? undefined : { copy: choice === 1 ? a : b, text: 'so it says' }
        }

        const links = traceDescent(bearers, pairs, copierOf)

        const parents = new Map(links.map(({ child, parent }) => [child, parent]))
        expect(parents.size).toBe(links.length)
        for (const { id } of bearers) {
          let steps = 0
          for (let at = parents.get(id); at !== undefined; at = parents.get(at))
            expect(++steps).toBeLessThan(bearers.length)
        }
        expect(traceDescent(bearers, pairs.toReversed(), copierOf)).toEqual(links)
      }
    )
  )
})
