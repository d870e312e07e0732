import { expect, test } from 'vitest'
import { NavigationState } from '../../src/renderer/src/lib/state/navigation.svelte'

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
