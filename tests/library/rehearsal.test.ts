import { expect, test } from 'vitest'
import { Comparisons } from '../../src/library/comparisons'

test('comparing is rehearsed once for a process, in slices', () => {
  const comparisons = () => new Comparisons({} as ConstructorParameters<typeof Comparisons>[0])
  const first = comparisons()
  let slices = 1
  while (first.rehearse()) slices++

  expect(slices).toBeGreaterThan(5)
  expect(first.rehearse()).toBe(false)
  expect(comparisons().rehearse()).toBe(false)
})
