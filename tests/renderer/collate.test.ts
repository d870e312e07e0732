import { expect, test } from 'vitest'
import type { CollationCell, CollationRow } from '../../src/core/align/model'
import { apiOver } from '../../src/renderer/src/lib/api'
import { CollateState } from '../../src/renderer/src/lib/state/collate.svelte'
import { fakeBridge } from '../support/fake-bridge'

const cell = (relation: CollationCell['relation']): CollationCell => ({
  span: { start: 0, end: 1 },
  relation,
  edits: []
})

async function together(
  rows: readonly (readonly (CollationCell | null)[])[]
): Promise<CollateState> {
  const view = await apiOver(fakeBridge()).collate([1, 2, 3])
  const collation = {
    exhaustive: true,
    rows: rows.map((cells, index): CollationRow => ({ index, cells: [...cells] }))
  }
  const state = new CollateState({ collate: () => Promise.resolve({ ...view, collation }) })
  await state.open([1, 2, 3])
  return state
}

test('says how many passages the reports do not all have alike', async () => {
  const state = await together([
    [cell('base'), cell('equal'), cell('equal')],
    [cell('base'), cell('edited'), null],
    [null, null, cell('only')]
  ])

  expect(state.announcement).toBe(
    '3 reports, 3 passages, 2 passages not alike in all, 1 passage not in the base'
  )
})

test('steps from one difference to the next, around, and says how each report has it', async () => {
  const state = await together([
    [cell('base'), cell('equal'), cell('equal')],
    [cell('base'), cell('edited'), null],
    [null, null, cell('only')]
  ])

  expect(state.step(1)).toBe(
    '1 of 2: passage 2: base has it, report 2 has it edited, not in report 3'
  )
  expect(state.target).toEqual({ row: 1 })
  expect(state.step(1)).toMatch(
    /^2 of 2: passage 3: not in base, .*report 3 has it beyond the base$/
  )
  expect(state.step(1)).toMatch(/^1 of 2/)
  expect(state.step(-1)).toMatch(/^2 of 2/)
})

test('reports that are alike have nothing to step to', async () => {
  const state = await together([[cell('base'), cell('equal'), cell('equal')]])

  expect(state.step(1)).toBe('All reports have every passage alike')
  expect(state.target).toBeUndefined()
})
