import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

vi.mock('electron', () => {
  const app = { getPath: () => tmpdir(), getVersion: () => '0.0.0' }
  const ipcMain = { on: vi.fn() }
  return { app, ipcMain, default: { app, ipcMain, shell: {} } }
})
const { WindowState } = await import('../../src/main/window-state')

const folder = (): string => mkdtempSync(join(tmpdir(), 'window-'))
const onDisk = (home: string): unknown =>
  JSON.parse(readFileSync(join(home, 'window.json'), 'utf8')) as unknown

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('changes are written together soon after the first of them', () => {
  const home = folder()
  const state = new WindowState(home)
  state.keep('tabs', '[1]')
  state.keep('layout', '"table"')
  state.keep('tabs', '[2]')

  vi.advanceTimersByTime(1000)

  expect(onDisk(home)).toEqual({ kept: { tabs: '[2]', layout: '"table"' } })
})

test('what was changed right before the end is there after the next start', () => {
  const home = folder()
  const state = new WindowState(home)
  state.keep('tabs', '[1]')
  state.flush()

  expect(new WindowState(home).kept).toEqual({ tabs: '[1]' })
})

test.each(['', '{"kept": {"tabs"', '[1]', '{"kept": {"tabs": 7}}', '{"kept": null}'])(
  'a damaged file %j starts the window afresh',
  (damage) => {
    const home = folder()
    writeFileSync(join(home, 'window.json'), damage)

    const state = new WindowState(home)
    expect(state.kept).toEqual({})
    state.keep('tabs', '[1]')
    state.flush()

    expect(new WindowState(home).kept).toEqual({ tabs: '[1]' })
  }
)

test('a window that keeps under ever new names does not fill the disk', () => {
  const state = new WindowState(folder())
  for (let n = 0; n < 1000; n++) state.keep(`name ${String(n)}`, '1')

  expect(Object.keys(state.kept).length).toBeLessThanOrEqual(100)
})
