import { afterEach, expect, test } from 'vitest'
import { rove } from '../../src/renderer/src/lib/ui/rove'

let stop = () => {}
afterEach(() => {
  stop()
  document.body.replaceChildren()
})

/** Two rows of two and one of one. */
function picture(): HTMLElement {
  const root = document.createElement('div')
  for (const names of [['a', 'b'], ['c', 'd'], ['e']]) {
    const row = document.createElement('p')
    row.dataset['roveRow'] = ''
    for (const name of names) {
      const item = document.createElement('button')
      item.dataset['rove'] = ''
      item.tabIndex = -1
      item.textContent = name
      row.append(item)
    }
    root.append(row)
  }
  document.body.append(root)
  stop = rove(root)
  return root
}
const press = (key: string) =>
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
  )
const stops = (root: HTMLElement) =>
  [...root.querySelectorAll<HTMLElement>('[data-rove]')]
    .filter(({ tabIndex }) => tabIndex === 0)
    .map((one) => one.textContent)

test('a picture of many buttons is one stop of the Tab key, and arrows walk it', () => {
  const root = picture()
  expect(stops(root)).toEqual(['a'])

  root.querySelector<HTMLElement>('[data-rove]')?.focus()
  const seen = [
    'ArrowRight',
    'ArrowRight',
    'ArrowDown',
    'End',
    'ArrowDown',
    'ArrowDown',
    'ArrowUp',
    'Home'
  ].map((key) => {
    press(key)
    return document.activeElement?.textContent
  })

  expect(seen[0]).toBe('b')
  expect(seen[1]).toBe('b')
  expect(['c', 'd']).toContain(seen[2])
  expect(seen.slice(3, 6)).toEqual(['d', 'e', 'e'])
  expect(seen[7]).toBe('c')
  expect(stops(root)).toEqual(['c'])
})

test('when the stop goes away another takes its place', async () => {
  const root = picture()

  root.querySelector('[data-rove]')?.remove()
  await Promise.resolve()

  expect(stops(root)).toEqual(['b'])
})
