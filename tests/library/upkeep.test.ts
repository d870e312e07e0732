import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Upkeep } from '../../src/library/upkeep'

const idle = (): (() => number) => () => 0

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('upkeep waits for a quiet moment, goes on until nothing is left, and then rests', () => {
  let left = 3
  const upkeep = new Upkeep(
    () => left-- > 0,
    () => undefined,
    idle
  )
  upkeep.begin()

  expect(left).toBe(3)
  vi.runAllTimers()
  expect(left).toBe(-1)
  expect(vi.getTimerCount()).toBe(0)
})

test('upkeep that is stopped does nothing more, and can be begun again', () => {
  const slice = vi.fn(() => true)
  const upkeep = new Upkeep(slice, () => undefined, idle)
  upkeep.begin()
  upkeep.stop()
  vi.advanceTimersByTime(10_000)
  expect(slice).not.toHaveBeenCalled()

  upkeep.begin()
  vi.advanceTimersByTime(1000)
  upkeep.stop()

  expect(slice.mock.calls.length).toBeGreaterThan(1)
  expect(vi.getTimerCount()).toBe(0)
})

test('a bug in upkeep is told once, and ends it', () => {
  const bugs: unknown[] = []
  const upkeep = new Upkeep(
    () => {
      throw new Error('Cannot merge: made up')
    },
    (error) => bugs.push(error),
    idle
  )
  upkeep.begin()
  vi.runAllTimers()

  expect(bugs).toHaveLength(1)
})

test('upkeep waits while calls are answered, and goes on when none has come for a while', () => {
  let atWork = 0
  const slice = vi.fn(() => true)
  const upkeep = new Upkeep(
    slice,
    () => undefined,
    () => () => atWork
  )
  upkeep.begin()
  vi.advanceTimersByTime(600)
  const before = slice.mock.calls.length
  expect(before).toBeGreaterThan(1)

  atWork = 10
  vi.advanceTimersByTime(1500)
  expect(slice.mock.calls.length).toBe(before)

  atWork = 0
  vi.advanceTimersByTime(2100)
  expect(slice.mock.calls.length).toBeGreaterThan(before + 1)
  upkeep.stop()
})
