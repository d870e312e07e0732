import { beforeEach, expect, test, vi } from 'vitest'
import type { Hit, HitPage, SearchRequest } from '../../src/shared/shapes'
import { SearchState } from '../../src/renderer/src/lib/state/search.svelte'
import { startFresh } from '../../src/renderer/src/lib/state/kept'

const hit = (id: number, marks: number): Hit => ({
  article: {
    id,
    title: `Report ${id}`,
    authors: [],
    format: 'txt',
    words: 100,
    folder: 1,
    subFolder: '',
    fileName: `${id}.txt`,
    problems: 0,
    versions: 1
  },
  score: 1,
  titleMarks: [],
  excerpts: [],
  marks: Array.from({ length: marks }, (_, i) => [i * 10, i * 10 + 3]).flat()
})
const page = (hits: Hit[], total = hits.length): HitPage => ({
  total,
  hits,
  searched: '',
  notices: [],
  tookMs: 1
})
const nothing = { complete: () => Promise.resolve([]) }

beforeEach(() => {
  startFresh()
})

test('a stale answer never replaces a newer one', async () => {
  const answers = new Map<string, (page: HitPage) => void>()
  const search = new SearchState({
    ...nothing,
    search: ({ text }) => new Promise((answer) => answers.set(text, answer))
  })
  const slow = search.type('bridge')
  const quick = search.type('bridge closed')
  answers.get('bridge closed')?.(page([hit(2, 1)]))
  await quick
  answers.get('bridge')?.(page([hit(1, 1)]))
  await slow

  expect(search.hits.map((one) => one.article.id)).toEqual([2])
  expect(search.pending).toBe(false)
})

test('facets are asked for while they are shown, when nothing more is typed, once', async () => {
  vi.useFakeTimers()
  const facets = [
    { field: 'site' as const, values: [{ value: 'Venn', count: 1, query: 'site:Venn' }] }
  ]
  const ask = vi.fn((request: SearchRequest) =>
    Promise.resolve({ ...page([hit(1, 1)]), ...(request.facets && { facets }) })
  )
  const search = new SearchState({ ...nothing, search: ask })
  await search.type('b')
  await vi.runAllTimersAsync()
  expect(ask.mock.calls.filter(([request]) => request.facets)).toEqual([])

  await search.narrow(true)
  expect(search.page?.facets).toEqual(facets)
  ask.mockClear()
  await search.type('bri')
  await search.type('bridge')
  expect(ask.mock.calls.filter(([request]) => request.facets)).toEqual([])
  await vi.runAllTimersAsync()
  vi.useRealTimers()

  expect(ask.mock.calls.filter(([request]) => request.facets)).toHaveLength(1)
  expect(search.page?.facets).toEqual(facets)
  expect(search.hits).toHaveLength(1)
})

test('an emptied box leaves the search without asking', async () => {
  const ask = vi.fn(() => Promise.resolve(page([hit(1, 1)])))
  const search = new SearchState({ ...nothing, search: ask })
  await search.type('bridge')
  await search.type('  ')

  expect(search.isActive).toBe(false)
  expect(search.hits).toEqual([])
  expect(ask).toHaveBeenCalledTimes(1)
})

test('F4 goes through the marks of one article and on to the next', async () => {
  const search = new SearchState({
    ...nothing,
    search: () => Promise.resolve(page([hit(1, 2), hit(2, 1)]))
  })
  await search.type('bridge')
  const positions = [
    await search.step(1),
    await search.step(1),
    await search.step(1),
    await search.step(1)
  ]

  expect(positions).toEqual([
    { hit: 0, mark: 0 },
    { hit: 0, mark: 1 },
    { hit: 1, mark: 0 },
    undefined
  ])
  expect(await search.step(-1)).toEqual({ hit: 0, mark: 1 })
})

test('stepping past the last loaded hit loads the next ones', async () => {
  const all = [hit(1, 1), hit(2, 1)]
  const search = new SearchState({
    ...nothing,
    search: ({ offset }: SearchRequest) => Promise.resolve(page(all.slice(offset, offset + 1), 2))
  })
  await search.type('bridge')
  search.open(0)

  expect(await search.step(1)).toEqual({ hit: 1, mark: 0 })
})

test('an article of which only the title matched is one stop', async () => {
  const search = new SearchState({
    ...nothing,
    search: () => Promise.resolve(page([hit(1, 0), hit(2, 1)]))
  })
  await search.type('title:report')
  search.open(0)

  expect(search.spanAt({ hit: 0, mark: 0 })).toBeUndefined()
  expect(await search.step(1)).toEqual({ hit: 1, mark: 0 })
})

test('a changed library moves neither the keyboard nor the end of the list', async () => {
  let ids = Array.from({ length: 150 }, (_, i) => i + 1)
  const search = new SearchState({
    ...nothing,
    search: ({ offset, limit }) =>
      Promise.resolve(
        page(
          ids.slice(offset, offset + Math.min(limit, 100)).map((id) => hit(id, 1)),
          ids.length
        )
      )
  })
  await search.type('bridge')
  while (search.hits.length < 120) await search.more()
  const length = search.hits.length
  search.open(110)
  const before = search.hits[110]?.article.id

  ids = [900, 901, ...ids]
  await search.refresh()

  expect(search.hits).toHaveLength(length)
  expect([search.active, search.shifted]).toEqual([112, 2])
  expect(search.hits[search.active]?.article.id).toBe(before)
  expect(search.position).toEqual({ hit: 112, mark: 0 })

  ids = [900]
  await search.refresh()
  expect([search.active, search.position]).toEqual([0, undefined])
})

test('what was there stays until the first answer', async () => {
  let answer: ((page: HitPage) => void) | undefined
  const search = new SearchState({
    ...nothing,
    search: () => new Promise((done) => (answer = done))
  })
  const typed = search.type('b')
  expect([search.isActive, search.isShown]).toEqual([true, false])

  answer?.(page([hit(1, 1)]))
  await typed
  expect(search.isShown).toBe(true)
})

test('a total that is too large does not ask for ever', async () => {
  const ask = vi.fn(({ offset }: SearchRequest) =>
    Promise.resolve(page(offset === 0 ? [hit(1, 1)] : [], 9))
  )
  const search = new SearchState({ ...nothing, search: ask })
  await search.type('bridge')
  await search.more()
  await search.more()

  expect(ask).toHaveBeenCalledTimes(2)
  expect(search.hasMore).toBe(false)
})

test('a completion replaces the word at the caret', () => {
  const search = new SearchState({ ...nothing, search: () => Promise.resolve(page([])) })
  search.text = 'bridge sit now'

  expect(search.accept({ text: 'site:', replace: { start: 7, end: 10 }, detail: '' })).toEqual({
    text: 'bridge site: now',
    caret: 12
  })
})

test('used and kept searches are remembered by the next window', async () => {
  const api = { ...nothing, search: () => Promise.resolve(page([])) }
  const search = new SearchState(api)
  await search.type('bridge')
  search.remember()
  search.toggleSaved()

  const next = new SearchState(api)
  expect(next.history).toEqual(['bridge'])
  expect(next.saved).toEqual(['bridge'])
})

test('what was found last is spare once nothing is searched, and is no result', async () => {
  const found = Array.from({ length: 20 }, (_, i) => hit(i, 1))
  const search = new SearchState({ ...nothing, search: () => Promise.resolve(page(found)) })
  await search.type('sky')
  expect(search.spare).toEqual([])
  await search.type('')
  await search.type(' ')
  expect(search.hits).toEqual([])
  expect(search.spare.map(({ article }) => article.id)).toEqual([
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
  ])
})

test('a rehearsal shows nothing, and leaves alone what is searched meanwhile', async () => {
  const waiting = Promise.withResolvers<HitPage>()
  const search = new SearchState({
    ...nothing,
    search: ({ text }) => (text === 'the' ? waiting.promise : Promise.resolve(page([hit(2, 1)])))
  })
  await search.rehearse('a')
  expect([search.text, search.hits.length, search.isShown]).toEqual(['', 0, false])
  expect(search.spare).toHaveLength(1)
  const late = search.rehearse('the')
  await search.type('sky')
  waiting.resolve(page([hit(7, 1), hit(8, 1)]))
  await late
  expect(search.hits.map(({ article }) => article.id)).toEqual([2])
  expect(search.spare).toHaveLength(1)
})

test('completions are asked for when nothing more is typed for a moment, and not after the list was closed', async () => {
  vi.useFakeTimers()
  const complete = vi.fn((text: string) =>
    Promise.resolve([{ text: `${text}:`, detail: '', replace: { start: 0, end: 4 } }])
  )
  const search = new SearchState({ complete, search: () => Promise.resolve(page([])) })
  const typed = async (text: string, ms: number): Promise<void> => {
    await search.type(text)
    void search.complete(text.length)
    await vi.advanceTimersByTimeAsync(ms)
  }
  await typed('sit', 40)
  await typed('site', 200)
  expect(complete.mock.calls.map(([text]) => text)).toEqual(['site'])
  expect(search.completions.map(({ text }) => text)).toEqual(['site:'])

  await typed('sites', 40)
  search.closeCompletions()
  await vi.advanceTimersByTimeAsync(200)
  expect(search.completions).toEqual([])
  vi.useRealTimers()
})
