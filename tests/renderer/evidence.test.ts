import { expect, test } from 'vitest'
import type { SharedPassage } from '../../src/core/overlap/model'
import { apiOver } from '../../src/renderer/src/lib/api'
import { evidenceOf } from '../../src/renderer/src/lib/evidence'
import type { OverlapView } from '../../src/shared/shapes'
import { fakeBridge } from '../support/fake-bridge'

const passage = (words: number, discount?: SharedPassage['discount']): SharedPassage => ({
  a: { start: 0, end: words },
  b: { start: 0, end: words },
  words,
  ...(discount && { discount })
})

async function viewWith(passages: readonly SharedPassage[]): Promise<OverlapView> {
  const [view] = await apiOver(fakeBridge()).overlaps(1)
  if (view === undefined) throw new Error('an overlap is needed')
  const other = { ...view.other, words: 200 }
  return { ...view, other, overlap: { ...view.overlap, passages } }
}

test('stock lines are named and never counted', async () => {
  const view = await viewWith([passage(30), passage(12, 'formula')])

  const evidence = evidenceOf(view, { minWords: 8, skipQuotes: false }, 100)

  expect(evidence).toMatchObject({ words: 30, ofThis: 0.3, ofOther: 0.15 })
  expect(evidence.named.map(({ words }) => words)).toEqual([12])
})

test('quotations count until they are left out, and a higher limit counts less', async () => {
  const view = await viewWith([passage(30), passage(20, 'quotation'), passage(9)])
  const words = (minWords: number, skipQuotes: boolean) =>
    evidenceOf(view, { minWords, skipQuotes }, 100).words

  expect([words(8, false), words(10, false), words(8, true), words(31, false)]).toEqual([
    59, 50, 39, 0
  ])
})

test('an article without words has no share', async () => {
  const view = await viewWith([passage(9)])

  expect(evidenceOf(view, { minWords: 3, skipQuotes: false }, 0).ofThis).toBe(0)
})
