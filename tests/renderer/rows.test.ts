import { expect, test, vi } from 'vitest'
import type { LibraryApi } from '../../src/shared/contract'
import type { Page } from '../../src/shared/shapes'
import { CallFailed } from '../../src/renderer/src/lib/api'
import { ClaimsState } from '../../src/renderer/src/lib/state/claims.svelte'
import { LibraryState } from '../../src/renderer/src/lib/state/library.svelte'
import { GrowingRows, PagedRows } from '../../src/renderer/src/lib/state/rows.svelte'
import { settled } from '../support/settled'

const numbers =
  (total: number) =>
  ({ offset, limit }: Page) =>
    Promise.resolve({
      total,
      rows: Array.from(
        { length: Math.max(0, Math.min(limit, total - offset)) },
        (_, i) => offset + i
      )
    })

test('only the pages in sight are asked for, each once', async () => {
  const load = vi.fn(numbers(10_000))
  const rows = new PagedRows(load)
  await rows.reload()
  rows.want(5_050, 5_060)
  rows.want(5_050, 5_060)
  await settled(() => expect(rows.row(5_055)).toBe(5_055))

  expect(load).toHaveBeenCalledTimes(2)
  expect(rows.row(200)).toBeUndefined()
})

test('asking anew brings what is in sight and the row that is meant, wherever they are', async () => {
  const rows = new PagedRows(numbers(10_000))
  await rows.reload()
  rows.want(5_050, 5_060)
  await settled(() => expect(rows.row(5_055)).toBe(5_055))

  await rows.reload(731)

  expect([rows.row(5_055), rows.row(731), rows.row(0)]).toEqual([5_055, 731, undefined])
  expect(rows.indexOf((row) => row === 731)).toBe(731)
  expect(rows.indexOf((row) => row === 2)).toBe(-1)
  await rows.restart()
  expect([rows.row(0), rows.row(5_055)]).toEqual([0, undefined])
})

test('the row of the keyboard stays on its article when others come before it', async () => {
  let ids = [1, 2, 3]
  const page = ({ offset }: Page) =>
    Promise.resolve({ total: ids.length, rows: ids.slice(offset).map((id) => ({ id })) })
  const library = new LibraryState({
    status: () =>
      Promise.resolve({ folders: [], articles: 3, problems: 0, pending: 0, paused: false }),
    // Only the ids matter here.
    articles: page as unknown as LibraryApi['articles']
  })
  await library.refresh()
  ids = [7, 1, 2, 3]
  await library.refresh()
  expect(library.active, 'the first row, as long as no one chose another').toBe(0)
  library.active = 2

  ids = [8, 9, 1, 2, 3]
  await library.refresh()
  expect([library.active, library.shifted]).toEqual([3, 1])

  ids = [8, 9]
  await library.refresh()
  expect(library.active).toBe(3)
})

test('a growing list keeps its length beyond what is given at once', async () => {
  const load = vi.fn(numbers(1_000))
  const rows = new GrowingRows((page) => load({ ...page, limit: Math.min(page.limit, 200) }), 90)
  await rows.reload()
  for (let i = 0; i < 3; i++) await rows.more()

  await rows.refresh()

  expect(rows.rows).toHaveLength(360)
  expect(rows.rows.at(-1)).toBe(359)
})

test('the line of the keyboard stays on its claim, grouped or not', async () => {
  let claims = ['1 a', '2 b', '3 b', '4 a']
  const row = (name: string) => ({
    article: { id: Number(name[0]), title: '' },
    sentence: { start: 0, end: 9 },
    source: { name: name.at(-1) }
  })
  const list = ({ offset, limit }: Page) =>
    Promise.resolve({
      total: claims.length,
      rows: claims.slice(offset, offset + limit).map(row)
    })
  // Only what tells claims apart matters here.
  const state = new ClaimsState({ claimList: list as unknown as LibraryApi['claimList'] })
  await state.reload()
  state.active = 2
  claims = ['9 a', ...claims]
  await state.refresh()
  expect([state.active, state.shifted]).toEqual([3, 1])

  state.grouping = 'source'
  await state.reload()
  expect(state.active).toBe(0)
  // a: 9 1 4, b: 2 3
  state.active = 6
  claims = ['8 a', ...claims]
  await state.refresh()
  expect(state.active).toBe(7)
  const line = state.line(state.active)
  expect(line?.kind === 'claim' && line.row.article.id).toBe(3)
})

test('what is shown stays until the new rows are there', async () => {
  let answer: (() => void) | undefined
  let first = true
  const rows = new PagedRows(async () => {
    if (!first) await new Promise<void>((done) => (answer = done))
    return { total: 1, rows: [first ? 'old' : 'new'] }
  })
  await rows.reload()
  first = false
  const again = rows.reload()

  expect(rows.row(0)).toBe('old')
  answer?.()
  await again
  expect(rows.row(0)).toBe('new')
})

test('a refusal is kept for the view to tell', async () => {
  const rows = new PagedRows(() =>
    Promise.reject(new CallFailed('articles', { code: 'disk-full' }))
  )
  await rows.reload()

  expect(rows.failure).toEqual({ code: 'disk-full' })
})

test('a growing list ends when nothing more comes', async () => {
  const load = vi.fn(({ offset }: Page) =>
    Promise.resolve({ total: 9, rows: offset === 0 ? ['a', 'b'] : [] })
  )
  const rows = new GrowingRows(load)
  await rows.reload()
  await rows.more()
  await rows.more()

  expect(rows.rows).toEqual(['a', 'b'])
  expect(load).toHaveBeenCalledTimes(2)
})

test('a list that is told to be stale does not shrink to its first rows', async () => {
  const rows = new GrowingRows(numbers(100), 10)
  await rows.reload()
  await rows.more()

  await rows.refresh()

  expect(rows.rows).toHaveLength(20)
  expect(rows.hasMore).toBe(true)
})
