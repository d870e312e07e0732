import { beforeEach, expect, test } from 'vitest'
import { Expected } from '../../src/renderer/src/lib/state/expected'

let asked: number[]
let fails = false
let expected: Expected<number, string>
beforeEach(() => {
  asked = []
  fails = false
  expected = new Expected((key) => {
    asked.push(key)
    return fails ? Promise.reject(new Error('not now')) : Promise.resolve(`article ${key}`)
  })
})

test('what was expected is fetched once, and only what is expected is kept', async () => {
  expected.expect([1, 2])
  expected.expect([2, 3])
  expect(asked).toEqual([1, 2, 3])

  expect(await expected.ask(2)).toBe('article 2')
  expect(asked).toEqual([1, 2, 3])
  await expected.ask(1)
  expect(asked).toEqual([1, 2, 3, 1])
})

test('what could not be fetched ahead is tried again when it is asked for', async () => {
  fails = true
  expected.expect([7])
  await Promise.resolve()
  fails = false

  expect(await expected.ask(7)).toBe('article 7')
})

test('what was forgotten is fetched anew', async () => {
  expected.expect([1])
  expected.forget()

  await expected.ask(1)
  expect(asked).toEqual([1, 1])
})
