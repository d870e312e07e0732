import { expect, test, vi } from 'vitest'
import { COMMANDS } from '../../src/shared/commands'

vi.mock('electron', () => ({ Menu: {} }))
const { menuTemplate } = await import('../../src/main/menu')

const actions = { run: vi.fn(), openRecent: vi.fn(), clearRecent: vi.fn() }

test('every command of the list stands in the menu with its key', () => {
  const items = menuTemplate('linux', [], actions).flatMap(
    (menu) => menu.submenu as { id?: string; accelerator?: string }[]
  )

  for (const command of COMMANDS) {
    const item = items.find((each) => each.id === command.id)
    expect(item, command.id).toBeDefined()
    expect(item?.accelerator).toBe(command.key)
  }
})

test('single letters are shown and not registered, so that typing stays typing', () => {
  const items = menuTemplate('linux', [], actions).flatMap(
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
  const menu = menuTemplate('darwin', [{ id: 'a1', name: '/clippings' }], actions)
  const file = menu.find((each) => each.id === 'menu-file')?.submenu as {
    id?: string
    submenu?: { label?: string; click?: () => void }[]
  }[]
  const recent = file.find((item) => item.id === 'recent')?.submenu ?? []

  recent.find((item) => item.label === '/clippings')?.click?.()

  expect(actions.openRecent).toHaveBeenCalledWith('a1')
  expect(menu[0]).toEqual({ role: 'appMenu' })
})
