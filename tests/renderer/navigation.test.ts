import { beforeEach, expect, test } from 'vitest'
import type { ArticleHeader } from '../../src/shared/shapes'
import { KeptTabs } from '../../src/renderer/src/lib/state/kept-tabs.svelte'
import { NavigationState, placeOf } from '../../src/renderer/src/lib/state/navigation.svelte'
import { startFresh } from '../../src/renderer/src/lib/state/kept'

beforeEach(() => startFresh())

test('Back and Forward walk the places that were visited', () => {
  const navigation = new NavigationState()
  navigation.go({ view: 'read', article: 1 })
  navigation.go({ view: 'compare', a: 1, b: 2 })

  navigation.back()
  expect(navigation.place).toEqual({ view: 'read', article: 1 })
  navigation.forward()
  expect(navigation.place).toEqual({ view: 'compare', a: 1, b: 2 })
})

test('a new place forgets what lay ahead', () => {
  const navigation = new NavigationState()
  navigation.go({ view: 'claims' })
  navigation.back()
  navigation.go({ view: 'help' })

  expect(navigation.canGoForward).toBe(false)
})

test('another place in the same article is no new step', () => {
  const navigation = new NavigationState()
  navigation.go({ view: 'read', article: 1 })
  navigation.go({ view: 'read', article: 1, at: { start: 5, end: 9 } })
  navigation.back()

  expect(navigation.place).toEqual({ view: 'welcome' })
})

test('the latest place of a view is found again', () => {
  const navigation = new NavigationState()
  navigation.go({ view: 'read', article: 1 })
  navigation.go({ view: 'read', article: 2 })
  navigation.go({ view: 'help' })

  expect(navigation.last('read')).toEqual({ view: 'read', article: 2 })
})

test('each tab has its own way back, and a closed one comes back with it', () => {
  const navigation = new NavigationState()
  navigation.go({ view: 'read', article: 1 })
  navigation.openTab({ view: 'read', article: 2 })
  navigation.go({ view: 'compare', a: 2, b: 3 })

  navigation.back()
  expect(navigation.place).toEqual({ view: 'read', article: 2 })
  navigation.show(0)
  expect(navigation.place).toEqual({ view: 'read', article: 1 })
  expect(navigation.canGoForward).toBe(false)
  expect(navigation.close(1)).toBe(true)
  expect(navigation.tabs).toHaveLength(1)
  navigation.reopen()
  expect(navigation.place).toEqual({ view: 'read', article: 2 })
  navigation.forward()
  expect(navigation.place).toEqual({ view: 'compare', a: 2, b: 3 })
  expect(navigation.canReopen).toBe(false)
})

test('what is opened aside waits behind the tab that is shown', () => {
  const navigation = new NavigationState()
  navigation.go({ view: 'read', article: 1 })
  let shown = true
  navigation.inNewTab(() => (shown = navigation.go({ view: 'read', article: 2 })))

  expect(shown).toBe(false)
  expect(navigation.place).toEqual({ view: 'read', article: 1 })
  expect(navigation.tabs.map(placeOf)).toContainEqual({ view: 'read', article: 2 })
  navigation.show(navigation.shown + 1)
  expect(navigation.place).toEqual({ view: 'read', article: 2 })
  navigation.show(navigation.shown + 1)
  expect(navigation.place).toEqual({ view: 'read', article: 1 })
})

test('closing a tab before the shown one keeps the shown one, and the last tab becomes empty', () => {
  const navigation = new NavigationState()
  navigation.go({ view: 'claims' })
  navigation.openTab({ view: 'help' })
  navigation.close(0)

  expect(navigation.place).toEqual({ view: 'help' })
  navigation.close()
  expect(navigation.place).toEqual({ view: 'welcome' })
  expect(navigation.close()).toBe(false)
  navigation.reopen()
  expect(navigation.tabs.map(placeOf)).toEqual([{ view: 'help' }])
})

test('who comes back to an article goes on where it was read, not where a hit was', () => {
  const navigation = new NavigationState()
  navigation.go({ view: 'read', article: 1, at: { start: 5, end: 9 } })
  navigation.go({ view: 'help' })
  navigation.back()

  expect(navigation.place).toEqual({ view: 'read', article: 1 })
})

test('tabs are there again at the next start, as far as their articles are what they were', async () => {
  const first = new NavigationState()
  const tabs = new KeptTabs(first)
  const article = (id: number, content: string) => ({
    header: { id, title: `Title ${content}` } as ArticleHeader,
    contentHash: content
  })
  await tabs.restore(() => Promise.resolve(undefined))
  for (const [id, content] of [
    [1, 'a'],
    [2, 'b'],
    [3, 'c']
  ] as const)
    tabs.note(article(id, content))
  first.go({ view: 'read', article: 1 })
  first.openTab({ view: 'read', article: 2 })
  first.openTab({ view: 'compare', a: 1, b: 3 })
  first.openTab({ view: 'compare', a: 1, b: { title: 'Clipboard', text: 'Lenn' } })
  first.show(2)
  tabs.keep()

  const second = new NavigationState()
  const again = new KeptTabs(second)
  // The library was built anew: number 2 is another text.
  await again.restore((id) => Promise.resolve({ 1: 'a', 2: 'other', 3: 'c' }[id]))

  expect(second.tabs.map(placeOf)).toEqual([
    { view: 'read', article: 1 },
    { view: 'compare', a: 1, b: 3 }
  ])
  expect(second.place).toEqual({ view: 'compare', a: 1, b: 3 })
  expect(again.title(3)).toBe('Title c')
})

test.each([
  '{',
  '[]',
  '{"places":[{"view":"read"}],"shown":0,"articles":{}}',
  '{"places":[{"view":"read","article":1}],"shown":0,"articles":{"1":{}}}'
])('kept tabs that are damaged are passed over: %s', async (text) => {
  startFresh({ tabs: text })
  const navigation = new NavigationState()
  await new KeptTabs(navigation).restore(() => Promise.resolve('a'))

  expect(navigation.place).toEqual({ view: 'welcome' })
})
