import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { DEFAULT_SETTINGS } from '../../src/shared/settings'

vi.mock('electron', () => {
  const app = { getPath: () => tmpdir(), getVersion: () => '0.0.0' }
  const ipcMain = { on: vi.fn() }
  return { app, ipcMain, default: { app, ipcMain, shell: {} } }
})
const { SettingsStore } = await import('../../src/main/settings')

const folder = (): string => mkdtempSync(join(tmpdir(), 'settings-'))

test('settings, bounds and recent folders survive a restart', () => {
  const home = folder()
  const store = new SettingsStore(home)
  store.change({ theme: 'dark' })
  store.rememberBounds({ x: 10, y: 20, width: 900, height: 700, maximized: false })
  store.addRecent({ id: 'a', path: '/clips' })

  const again = new SettingsStore(home)

  expect(again.settings.theme).toBe('dark')
  expect(again.bounds).toMatchObject({ width: 900 })
  expect(again.recent).toEqual([{ id: 'a', path: '/clips' }])
})

test.each(['', '{"settings": {"theme": "da', '\0\0\0\0', '[1,2]', 'null'])(
  'a damaged file %j is kept, and the last good settings come back',
  (damage) => {
    const home = folder()
    new SettingsStore(home).change({ theme: 'dark' })
    new SettingsStore(home)
    writeFileSync(join(home, 'settings.json'), damage)

    const store = new SettingsStore(home)

    expect(store.damaged).toBe(join(home, 'settings.damaged-1.json'))
    expect(readFileSync(store.damaged ?? '', 'utf8')).toBe(damage)
    expect(store.settings.theme).toBe('dark')
  }
)

test('a wrong value falls back alone', () => {
  const home = folder()
  writeFileSync(
    join(home, 'settings.json'),
    JSON.stringify({ settings: { theme: 'pink', readingSize: 22 } })
  )

  const { settings } = new SettingsStore(home)

  expect(settings.theme).toBe(DEFAULT_SETTINGS.theme)
  expect(settings.readingSize).toBe(22)
  expect(existsSync(join(home, 'settings.json.bak'))).toBe(true)
})
