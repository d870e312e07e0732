import { beforeEach, expect, test } from 'vitest'
import type { AlignmentRow, Change } from '../../src/core/align/model'
import type { Comparison } from '../../src/shared/shapes'
import { apiOver } from '../../src/renderer/src/lib/api'
import { CompareState } from '../../src/renderer/src/lib/state/compare.svelte'
import { fakeBridge } from '../support/fake-bridge'

const api = apiOver(fakeBridge())
let template: Comparison
beforeEach(async () => {
  template = await api.compare(1, 2)
})

const row = (
  index: number,
  kind: AlignmentRow['kind'],
  more: Partial<AlignmentRow> = {}
): AlignmentRow => ({
  index,
  kind,
  a: kind === 'only-b' ? [] : [index],
  b: kind === 'only-a' || kind === 'moved-away' ? [] : [index],
  pairs: [],
  changes: [],
  ...more
})
const change = (index: number, at: number, strength: Change['strength']): Change => ({
  index,
  kind: 'number',
  strength,
  weight: 1,
  row: at,
  text: `change ${index}`
})

async function comparing(rows: AlignmentRow[], changes: Change[] = []): Promise<CompareState> {
  const comparison: Comparison = {
    ...template,
    alignment: {
      ...template.alignment,
      rows,
      changes,
      counts: { moved: 0, onlyA: 1, onlyB: 1, changed: 1, equal: 3 }
    }
  }
  const state = new CompareState({ compare: () => Promise.resolve(comparison) })
  await state.open(1, 2)
  return state
}

const kinds = (state: CompareState) =>
  state.items.map((item) =>
    item.kind === 'fold' ? `${item.rows.length} ${item.open ? 'open' : 'folded'}` : item.row.kind
  )

test('runs of unchanged rows fold and unfold, a single one stays', async () => {
  const state = await comparing([
    row(0, 'equal'),
    row(1, 'equal'),
    row(2, 'only-a'),
    row(3, 'equal'),
    row(4, 'only-b')
  ])
  expect(kinds(state)).toEqual(['2 folded', 'only-a', 'equal', 'only-b'])

  const fold = state.items[0]?.key ?? ''
  state.toggleFold(fold)
  expect(kinds(state)).toEqual(['2 open', 'equal', 'equal', 'only-a', 'equal', 'only-b'])

  state.toggleFold(fold)
  expect(kinds(state)).toEqual(['2 folded', 'only-a', 'equal', 'only-b'])
})

test('the filters show changes, what only A has, and what only B has', async () => {
  const partly = row(3, 'changed', {
    changes: [0],
    pairs: [{ relation: 'only-b', b: { start: 0, end: 4 }, similarity: 0, edits: [] }]
  })
  const state = await comparing(
    [row(0, 'equal'), row(1, 'only-a'), row(2, 'only-b'), partly],
    [change(0, 3, 'strong')]
  )

  state.show('changes')
  expect(kinds(state)).toEqual(['only-a', 'only-b', 'changed'])
  state.show('only-a')
  expect(kinds(state)).toEqual(['only-a'])
  state.show('only-b')
  expect(kinds(state)).toEqual(['only-b', 'changed'])
  expect(state.rowsWithOnly).toEqual({ a: 1, b: 2 })
})

test('a row of minor differences counts as unchanged until they are asked for', async () => {
  const state = await comparing(
    [row(0, 'changed', { changes: [0] }), row(1, 'equal')],
    [change(0, 0, 'minor')]
  )
  expect(state.stops).toEqual([])
  expect(state.changes).toEqual([])

  state.toggleMinor()
  expect(state.stops).toEqual([0])
})

test('F7 goes around and says where it stands', async () => {
  const state = await comparing(
    [row(0, 'only-a'), row(1, 'equal'), row(2, 'changed', { changes: [0] })],
    [change(0, 2, 'strong')]
  )

  expect(state.step(1)).toBe('1 of 2: only in A')
  expect(state.step(1)).toBe('2 of 2: changed: change 0')
  expect(state.step(1)).toMatch(/^1 of 2/)
  expect(state.step(-1)).toMatch(/^2 of 2/)
})

test('a moved paragraph is one stop and its partner is reached from it', async () => {
  const state = await comparing([
    row(0, 'moved-away', { move: { other: 2, direction: 'down' } }),
    row(1, 'equal'),
    row(2, 'equal', { move: { other: 0, direction: 'up' } })
  ])
  expect(state.stops).toEqual([2])

  state.goTo(0)
  expect(state.target).toEqual({ row: 0 })
})

test('going to a folded row unfolds it', async () => {
  const state = await comparing([row(0, 'equal'), row(1, 'equal')])
  state.goTo(1)

  expect(kinds(state)).toEqual(['2 open', 'equal', 'equal'])
})

test('the words never say that somebody deleted or added something', async () => {
  const state = await comparing([
    row(0, 'only-a'),
    row(1, 'only-b'),
    row(2, 'changed'),
    row(3, 'equal')
  ])
  const said = [state.announcement, ...state.rows.map((one) => state.describeRow(one))].join(' ')

  expect(said).not.toMatch(/delet|remov|added|insert/i)
  expect(state.announcement).toContain('1 paragraph only in A')
})

test('a refused comparison leaves nothing of the one before', async () => {
  const state = new CompareState(apiOver(fakeBridge()))
  await state.open(1, 2)
  await state.open(1, 99)

  expect(state.comparison).toBeUndefined()
  expect(state.failure).toEqual({ code: 'article-not-found', article: 99 })
})

test('the same sides keep folds and filters, swapped ones are asked for anew', async () => {
  const bridge = fakeBridge()
  const state = new CompareState(apiOver(bridge))
  const clipboard = { title: 'Clipboard', text: 'The ferry runs again.' }
  await state.open(1, clipboard)
  state.show('changes')
  await state.open(1, { ...clipboard })
  expect(state.filter).toBe('changes')

  await state.open(clipboard, 1)
  expect(state.filter).toBe('all')
  expect(state.comparison?.a.header.title).toBe('Clipboard')
  expect(bridge.calls.filter(({ name }) => name === 'compare')).toHaveLength(2)
})
