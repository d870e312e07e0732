import { expect, test, vi } from 'vitest'
import { COMMANDS } from '../../src/shared/commands'

vi.mock('electron', () => ({ Menu: {}, app: {} }))
const { menuTemplate } = await import('../../src/main/menu')
const { dockMenu, jumpList } = await import('../../src/main/recent-places')

const actions = { run: vi.fn(), openRecent: vi.fn(), clearRecent: vi.fn() }

test('every command of the list stands in the menu with its key', () => {
  const items = menuTemplate('linux', { recent: [], keys: {} }, actions).flatMap(
    (menu) => menu.submenu as { id?: string; accelerator?: string }[]
  )

  for (const command of COMMANDS) {
    const item = items.find((each) => each.id === command.id)
    expect(item, command.id).toBeDefined()
    expect(item?.accelerator).toBe(command.key)
  }
})

test('single letters are shown and not registered, so that typing stays typing', () => {
  const items = menuTemplate('linux', { recent: [], keys: {} }, actions).flatMap(
    (menu) => menu.submenu as { accelerator?: string; registerAccelerator?: boolean }[]
  )

  const letters = items.filter((item) => /^[A-Z?[\]]$/.test(item.accelerator ?? ''))
  expect(letters.length).toBeGreaterThan(0)
  expect(letters.every((item) => item.registerAccelerator === false)).toBe(true)
})

test('no two commands share a key', () => {
  const keys = COMMANDS.flatMap((command) => [command.key, ...(command.also ?? [])]).filter(
    (key) => key !== undefined
  )

  expect(new Set(keys).size).toBe(keys.length)
})

test('recent folders open by id and can be cleared', () => {
  const menu = menuTemplate(
    'darwin',
    { recent: [{ id: 'a1', name: '/clippings' }], keys: {} },
    actions
  )
  const file = menu.find((each) => each.id === 'menu-file')?.submenu as {
    id?: string
    submenu?: { label?: string; click?: () => void }[]
  }[]
  const recent = file.find((item) => item.id === 'recent')?.submenu ?? []

  recent.find((item) => item.label === '/clippings')?.click?.()

  expect(actions.openRecent).toHaveBeenCalledWith('a1')
})

test('macOS finds settings and about in the menu of the app and nowhere else', () => {
  const menus = menuTemplate('darwin', { recent: [], keys: {} }, actions)
  const ids = menus.map((menu) => (menu.submenu as { id?: string }[]).flatMap(({ id }) => id ?? []))

  expect(ids[0]).toEqual(['about', 'settings'])
  expect(ids.slice(1).flat()).not.toContain('settings')
  expect(menus.map(({ label }) => label)).toEqual([
    'Briefing Reader',
    'File',
    'Edit',
    'View',
    'Go',
    'Article',
    'Compare',
    'Window',
    'Help'
  ])
})

test('keys that the reader chose stand in the menu, and a key taken away is gone', () => {
  const items = menuTemplate(
    'linux',
    { recent: [], keys: { find: 'CmdOrCtrl+Alt+F', star: '' } },
    actions
  ).flatMap((menu) => menu.submenu as { id?: string; accelerator?: string }[])

  expect(items.find(({ id }) => id === 'find')?.accelerator).toBe('CmdOrCtrl+Alt+F')
  expect(items.find(({ id }) => id === 'star')).not.toHaveProperty('accelerator')
})

test('folders opened before are tasks of the jump list and lines of the dock menu', () => {
  const open = vi.fn()
  const recent = [
    { id: 'a', name: '/reports/strait' },
    { id: 'b', name: '/reports/with "quotes"' }
  ]

  expect(jumpList(recent, 'reader.exe')).toMatchObject([
    {
      type: 'custom',
      items: [{ title: 'strait', args: '"/reports/strait"', program: 'reader.exe' }]
    }
  ])
  expect(jumpList([], 'reader.exe')).toEqual([])
  const [strait] = dockMenu(recent, open)
  expect(strait?.label).toBe('strait')
  strait?.click?.({} as never, undefined, {} as never)
  expect(open).toHaveBeenCalledWith('a')
})
