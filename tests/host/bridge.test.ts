import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { makeBridge } from '../../tools/electron-host/bridge.ts'

// The document that both worlds share; the halves need no more of it than its events.
beforeAll(() => vi.stubGlobal('window', new EventTarget()))
afterAll(() => vi.unstubAllGlobals())

let joined = 0

/** Joins two halves in one document and answers with what the page sees. */
function expose<T extends object>(api: T): T {
  const secret = `secret${++joined}`
  makeBridge(`${secret}-page`, `${secret}-preload`)
  const preload = makeBridge(`${secret}-preload`, `${secret}-page`)
  preload.expose(secret, api)
  return (window as unknown as Record<string, T>)[secret] as T
}

test('functions are called across, with answers at once', () => {
  const page = expose({ add: (a: number, b: number) => a + b, deep: { name: () => 'inner' } })

  expect(page.add(2, 3)).toBe(5)
  expect(page.deep.name()).toBe('inner')
})

test('promises settle across', async () => {
  const page = expose({
    good: () => Promise.resolve({ list: [1, 2] }),
    bad: () => Promise.reject(new TypeError('kaput'))
  })

  await expect(page.good()).resolves.toEqual({ list: [1, 2] })
  await expect(page.bad()).rejects.toThrow('kaput')
})

test('a listener of the page is called, and what it gave back stops it', () => {
  const listeners = new Set<(text: string) => void>()
  const page = expose({
    on(listener: (text: string) => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    }
  })
  const heard = vi.fn()

  const stop = page.on(heard)
  for (const listener of listeners) listener('one')
  stop()
  for (const listener of listeners) listener('two')

  expect(heard.mock.calls).toEqual([['one']])
  expect(listeners.size).toBe(0)
})

test('an error that is thrown arrives as an error', () => {
  const page = expose({
    fail() {
      throw new RangeError('too far')
    }
  })

  expect(() => page.fail()).toThrow('too far')
})

test('the page can neither replace nor change what is exposed', () => {
  const page = expose({ call: () => 1, list: { inner: 1 } })

  expect(Object.isFrozen(page)).toBe(true)
  expect(Object.isFrozen(page.list)).toBe(true)
  expect(() => Object.assign(window, { [`secret${joined}`]: null })).toThrow()
})
