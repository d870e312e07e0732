import { expect, test } from 'vitest'
import { SlotSums } from '../../../src/core/overlap/slot-sums'

const all = (sums: SlotSums) =>
  Array.from({ length: sums.size }, (_, index) => [sums.slotAt(index), sums.sumAt(index)])

test('numbers of one slot are added up, slots stand in the order in which they came', () => {
  const sums = new SlotSums()
  sums.begin(4)
  // The first three share their lower bits.
  for (const [slot, value] of [
    [70_000_000 * 4096, 1],
    [4096, 2],
    [0, 4],
    [4096, 8]
  ] as const)
    sums.add(slot % 2 ** 24, value)

  expect(all(sums)).toEqual([
    [(70_000_000 * 4096) % 2 ** 24, 1],
    [4096, 10],
    [0, 4]
  ])
})

test('a new beginning forgets, however many slots there were and are', () => {
  const sums = new SlotSums()
  for (const count of [3, 20_000, 5_000, 1]) {
    sums.begin(count)
    for (let slot = 0; slot < count; slot++) {
      sums.add(slot * 3, 1)
      sums.add(slot * 3, slot)
    }
    expect(all(sums)).toEqual(Array.from({ length: count }, (_, slot) => [slot * 3, slot + 1]))
  }
})

test('a sum may be replaced', () => {
  const sums = new SlotSums()
  sums.begin(2)
  sums.add(7, 1)
  sums.add(9, 2)
  sums.replaceAt(1, 0.5)

  expect(all(sums)).toEqual([
    [7, 1],
    [9, 0.5]
  ])
})
