import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CELL_MASK, RoughSums } from '../../../src/core/overlap/rough-sums'

const SLOTS = 40_000

test('no slot whose sum reaches the share of its length is turned away', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(SLOTS), fc.double({ min: 1e-3, max: 1e4, noNaN: true })), {
        maxLength: 300
      }),
      fc.array(fc.double({ min: 1e-2, max: 3e4, noNaN: true }), { minLength: 1 }),
      fc.double({ min: 1e-3, max: 1, noNaN: true }),
      (added, lengths, share) => {
        const lengthOf = (slot: number) => lengths[slot % lengths.length] ?? 1
        const sums = new RoughSums()
        for (const [slot] of added) sums.setLength(slot, lengthOf(slot))
        sums.begin(share, lengthOf(0))
        const truth = new Map<number, number>()
        for (const [slot, value] of added) {
          truth.set(slot, (truth.get(slot) ?? 0) + value)
          const cell = slot & CELL_MASK
          sums.cells[cell] = (sums.cells[cell] ?? 0) + sums.rounded(value)
        }
        for (const [slot, sum] of truth) {
          if (sum < share * lengthOf(slot)) continue
          expect(sums.cells[slot & CELL_MASK]).toBeGreaterThanOrEqual(sums.floor)
          expect(sums.isEnough(slot)).toBe(true)
        }
      }
    )
  )
})

test('turns away most slots that are far from it, also beside one without any terms', () => {
  const sums = new RoughSums()
  for (let slot = 1; slot <= 1_000; slot++) sums.setLength(slot, 100)
  sums.setLength(0, 0)
  sums.begin(0.5, 100)
  for (let slot = 1; slot <= 1_000; slot++)
    sums.cells[slot & CELL_MASK] = sums.rounded(slot <= 10 ? 60 : 20)

  const enough = Array.from({ length: 1_001 }, (_, slot) => slot).filter(
    (slot) => (sums.cells[slot & CELL_MASK] ?? 0) >= sums.floor && sums.isEnough(slot)
  )
  expect(enough).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
})
