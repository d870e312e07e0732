import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { whenQuiet } from '../../src/renderer/src/lib/when-quiet'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function recorded(count: number): { done: number[]; tasks: (() => Promise<void>)[] } {
  const done: number[] = []
  const tasks = Array.from({ length: count }, (_, i) => () => {
    done.push(i)
    return Promise.resolve()
  })
  return { done, tasks }
}

test('tasks are done in order once the reader is quiet', async () => {
  const { done, tasks } = recorded(3)
  whenQuiet(tasks, () => false)
  await vi.advanceTimersByTimeAsync(900)
  expect(done).toEqual([])
  await vi.advanceTimersByTimeAsync(5_000)
  expect(done).toEqual([0, 1, 2])
})

test('a key puts the next task off by a second', async () => {
  const { done, tasks } = recorded(2)
  whenQuiet(tasks, () => false)
  await vi.advanceTimersByTimeAsync(1_050)
  expect(done).toEqual([0])
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }))
  await vi.advanceTimersByTimeAsync(900)
  expect(done).toEqual([0])
  await vi.advanceTimersByTimeAsync(300)
  expect(done).toEqual([0, 1])
})

test('nothing is done while something else is, nor after the stop', async () => {
  const { done, tasks } = recorded(2)
  let busy = true
  const stop = whenQuiet(tasks, () => busy)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(done).toEqual([])
  busy = false
  await vi.advanceTimersByTimeAsync(1_050)
  expect(done).toEqual([0])
  stop()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(done).toEqual([0])
})
