import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import App from '../../src/renderer/src/App.svelte'
// What comes in later in the window is there here before the first test: to translate it takes longer than a test waits.
import '../../src/renderer/src/views/shell/later-views'
import type { DescentView } from '../../src/shared/overview'
import type { ThreadPage, ThreadQuery } from '../../src/shared/shapes'
import { fakeBridge } from '../support/fake-bridge'
import { settled } from '../support/settled'
import { startFresh } from '../../src/renderer/src/lib/state/kept'

let app: Record<string, unknown> | undefined
beforeEach(() => {
  startFresh()
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe = vi.fn()
      disconnect = vi.fn()
    }
  )
  vi.stubGlobal('innerWidth', 1400)
})
afterEach(async () => {
  if (app) await unmount(app)
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

function open(options: Parameters<typeof fakeBridge>[0] = {}) {
  const bridge = fakeBridge(options)
  app = mount(App, { target: document.body, props: { bridge } })
  flushSync()
  return bridge
}
const shows = (text: string) => settled(() => expect(document.body.textContent).toContain(text))
const button = (name: string) =>
  [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === name)

test('a first start offers three ways in', async () => {
  open({ empty: true })

  await shows('Open a folder')
  await shows('Open the sample')
  await shows('Drop here')
})

test('opening the sample fills the list', async () => {
  open({ empty: true })
  await shows('Open the sample')
  document.querySelectorAll<HTMLElement>('.choices button')[1]?.click()

  await shows('Coastal union plans grain trains')
})

test('every view opens', async () => {
  open()
  await shows('Coastal union plans grain trains')
  const titles = {
    Claims: 'Marked claims',
    Sources: 'Who says what',
    Threads: 'The same claim in several reports',
    Clusters: 'Reports that belong together',
    Map: 'Map of the library'
  }
  for (const [name, title] of Object.entries(titles)) {
    button(name)?.click()
    await settled(() => expect(document.querySelector('#view h1')?.textContent).toBe(title))
  }
})

test('each part of the map is a picture and a table, and opens what it shows', async () => {
  open()
  await shows('Coastal union plans grain trains')
  button('Map')?.click()
  await settled(() => expect(document.querySelectorAll('.dot')).toHaveLength(3))
  const tab = (name: string) =>
    [...document.querySelectorAll<HTMLElement>('[role=tab]')].find(
      (one) => one.textContent.trim() === name
    )
  tab('Claims × reports')?.click()
  await shows('Point at a sign')
  expect(document.querySelectorAll('td [data-voicing=attributed]').length).toBeGreaterThan(0)
  tab('Who copies whom')?.click()
  await shows('first carrier here, 1 report after it')

  button('As a table')?.click()

  await shows('nobody here: first carrier')
  tab('Claims × reports')?.click()
  await shows('Worded')
  tab('Time line')?.click()
  await shows('Together by')
  expect(document.querySelector('.dot')).toBeNull()
})

test('three hints come one after the other once something is open, and stay away when put away', async () => {
  const bridge = open()
  await shows('1 of 3')
  button('Next hint')?.click()
  await shows('2 of 3')
  button('Next hint')?.click()
  await shows('3 of 3')

  button('Understood')?.click()

  await settled(() => expect(document.body.textContent).not.toContain('3 of 3'))
  expect(bridge.calls).toContainEqual({
    name: 'changeSettings',
    args: [{ dismissed: ['hints'] }]
  })
})

test('nothing hints before a folder is open', async () => {
  open({ empty: true })
  await shows('Open the sample')

  expect(document.body.textContent).not.toContain('1 of 3')
})

test('the progress is told with numbers and can be stopped', async () => {
  const bridge = open({
    progress: { phase: 'importing', done: 214, total: 1040, unreadable: 3, current: 'a.txt' }
  })
  await shows('214 of 1,040')
  await shows('3 unreadable')
  button('Cancel')?.click()

  await settled(() => expect(bridge.calls.some((call) => call.name === 'cancelImport')).toBe(true))
})

test('imported text is never read as markup', async () => {
  const title = '<img src=x onerror="document.title=1">'
  const bridge = fakeBridge()
  const page = (await bridge.call('articles', [
    { offset: 0, limit: 1, sort: 'title', descending: false }
  ])) as { value: { rows: object[] } }
  open({ answers: { articles: () => ({ total: 1, rows: [{ ...page.value.rows[0], title }] }) } })
  await shows(title)

  expect(document.querySelector('img')).toBeNull()
})

test('what is typed after the box was called stays', async () => {
  open()
  await shows('Coastal union plans grain trains')
  const box = document.querySelector<HTMLInputElement>('#search-box')
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', code: 'KeyK', ctrlKey: true }))
  await settled(() => expect(box?.value).toBe('title:'))

  if (box) box.value = 'title:harbour'
  box?.dispatchEvent(new InputEvent('input', { bubbles: true }))
  await shows('Searched')
  expect(box?.value).toBe('title:harbour')
})

test('the article at the keyboard and the one after it are fetched before they are opened', async () => {
  const bridge = open()
  await shows('Coastal union plans grain trains')
  const fetched = () => bridge.calls.filter(({ name }) => name === 'article').length
  await settled(() => expect(fetched()).toBe(2))

  document
    .querySelector<HTMLElement>('#list [data-index="0"]')
    ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))

  await settled(() => expect(document.querySelector('#view h1')).not.toBeNull())
  expect(fetched()).toBe(2)
})

test('two reports are compared as soon as both are chosen', async () => {
  const bridge = open()
  await shows('Coastal union plans grain trains')
  for (const index of [0, 1])
    document
      .querySelector<HTMLElement>(`#list [data-index="${index}"]`)
      ?.dispatchEvent(new MouseEvent('click', { ctrlKey: true, bubbles: true }))
  await shows('2 articles selected')

  const compared = () => bridge.calls.filter(({ name }) => name === 'compare').length
  await settled(() => expect(compared()).toBe(1))
  button('Compare')?.click()
  await settled(() => expect(document.querySelector('#view [role=table]')).not.toBeNull())

  expect(compared()).toBe(1)
})

/** A thread of so many wordings; a call tells as many of them as it asks for. */
function longThread(count: number) {
  const plain = fakeBridge()
  return async () => {
    const { value } = (await plain.call('threads', [{ offset: 0, limit: 1 }])) as {
      value: ThreadPage
    }
    const [one] = value.rows
    const [member] = one?.members ?? []
    if (one === undefined || member === undefined) throw new Error('Cannot test: no thread')
    const members = Array.from({ length: count }, (_, i) => ({
      ...member,
      mark: i,
      text: `Wording ${i + 1}.`
    }))
    return (query: ThreadQuery): ThreadPage => ({
      total: 1,
      rows: [{ ...one, id: 'far', claims: count, members: members.slice(0, query.members) }]
    })
  }
}

test('a long thread shows its first wordings, and all when it is asked to', async () => {
  const bridge = open({ answers: { threads: await longThread(30)() } })
  await shows('Coastal union plans grain trains')
  button('Threads')?.click()
  await shows('Wording 12.')
  expect(document.body.textContent).not.toContain('Wording 13.')

  button('Show all 30 wordings')?.click()

  await shows('Wording 30.')
  expect(button('Show all 30 wordings')).toBeUndefined()
  expect(bridge.calls).toContainEqual({
    name: 'threads',
    args: [{ thread: 'far', offset: 0, limit: 1 }]
  })
})

test('a wording is split off from all others, shown or not', async () => {
  const bridge = open({ answers: { threads: await longThread(30)() } })
  await shows('Coastal union plans grain trains')
  button('Threads')?.click()
  await shows('Wording 12.')

  button('Split off')?.click()

  const decided = () => bridge.calls.filter(({ name }) => name === 'decide').length
  await settled(() => expect(decided()).toBe(29))
})

test('what was compared ahead is compared anew once other overlaps were found', async () => {
  const bridge = open()
  await shows('Coastal union plans grain trains')
  for (const index of [0, 1])
    document
      .querySelector<HTMLElement>(`#list [data-index="${index}"]`)
      ?.dispatchEvent(new MouseEvent('click', { ctrlKey: true, bubbles: true }))
  await shows('2 articles selected')
  const compared = () => bridge.calls.filter(({ name }) => name === 'compare').length
  await settled(() => expect(compared()).toBe(1))

  bridge.notify('libraryChanged', { what: ['overlaps'] })

  button('Compare')?.click()
  await settled(() => expect(document.querySelector('#view [role=table]')).not.toBeNull())
  expect(compared()).toBeGreaterThan(1)
})

test('notes that are in view follow the articles that they stand in', async () => {
  const bridge = open()
  await shows('Coastal union plans grain trains')
  bridge.notify('command', { id: 'view-notes' })
  await shows('notes and highlights')
  const asked = () => bridge.calls.filter(({ name }) => name === 'notes').length
  await settled(() => expect(asked()).toBe(1))

  bridge.notify('libraryChanged', { what: ['articles'] })

  await settled(() => expect(asked()).toBe(2))
})

test('problems are counted as the status bar counts them', async () => {
  const rows = [1, 2, 3, 4, 5].map((id) => ({
    id,
    fileName: 'ferry.html',
    subFolder: '',
    folder: 1,
    severity: 'info' as const,
    code: 'remote-parts-dropped' as const,
    where: '',
    detail: '3'
  }))
  const bridge = open({ answers: { problems: () => ({ total: 5, rows }) } })
  await shows('2 problems')
  bridge.notify('command', { id: 'view-problems' })

  await shows('Nothing is left out silently: 2 problems and 3 things worth knowing.')
})

test('one article that is selected can be compared with the open one', async () => {
  open()
  await shows('Coastal union plans grain trains')
  const row = (index: number) =>
    document.querySelector<HTMLElement>(`#list [data-index="${index}"]`)
  row(0)?.click()
  await settled(() => expect(document.querySelector('#view h1')).not.toBeNull())

  row(1)?.dispatchEvent(new MouseEvent('click', { ctrlKey: true, bubbles: true }))
  await shows('1 article selected')

  const compare = [...document.querySelectorAll<HTMLButtonElement>('.chosen button')][0]
  expect(compare?.textContent.trim()).toBe('Compare')
  expect(compare?.disabled).toBe(false)
})

test('a report of which nothing tells that it came first is not called the first carrier', async () => {
  const fake = fakeBridge()
  const answer = await fake.call('descent', [1])
  const view = (answer as { value: DescentView }).value
  const nodes = view.nodes.map((node) =>
    node.from === undefined
      ? node
      : { ...node, from: { ...node.from, basis: 'unordered' as const } }
  )
  open({ answers: { descent: () => ({ ...view, nodes }) } })
  await shows('Coastal union plans grain trains')
  button('Map')?.click()
  await settled(() => expect(document.querySelector('[role=tab]')).not.toBeNull())
  ;[...document.querySelectorAll<HTMLElement>('[role=tab]')].at(-1)?.click()

  await shows('shares its words with 1 report')
  button('As a table')?.click()
  await shows('not known: nothing tells which came first')
  expect(document.body.textContent).not.toContain('first carrier here')
})

test('a library without claims says so, and not that filters hide them', async () => {
  open({ answers: { claimList: () => ({ total: 0, rows: [] }) } })
  await shows('Coastal union plans grain trains')
  button('Claims')?.click()

  await shows('No marked claims yet.')
})

test('closing a folder says so and puts away the report that was read from it', async () => {
  open()
  await shows('Coastal union plans grain trains')
  document.querySelector<HTMLElement>('#list [data-index="0"]')?.click()
  await settled(() => expect(document.querySelector('#view h1')).not.toBeNull())
  document.querySelector<HTMLElement>('[aria-label^="What to do with"]')?.click()
  await settled(() => expect(document.querySelector('[role=menuitem]')).not.toBeNull())
  ;[...document.querySelectorAll<HTMLElement>('[role=menuitem]')].at(-1)?.click()

  await shows('Korvan is closed. Its files and your notes stay.')
  expect(document.querySelector('#view [aria-label=Article]')).toBeNull()
})
