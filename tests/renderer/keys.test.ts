import { expect, test } from 'vitest'
import { keyLabel, keyName, worksWhileTyping } from '../../src/renderer/src/lib/keys'
import type { KeyPress } from '../../src/renderer/src/lib/keys'

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held
})

test.each<[string, KeyPress, string]>([
  ['a letter', press('j', 'KeyJ'), 'J'],
  [
    'a letter with Control and Shift',
    press('F', 'KeyF', { ctrlKey: true, shiftKey: true }),
    'CmdOrCtrl+Shift+F'
  ],
  ['an arrow with Alt', press('ArrowLeft', 'ArrowLeft', { altKey: true }), 'Alt+Left'],
  ['a function key with Shift', press('F7', 'F7', { shiftKey: true }), 'Shift+F7'],
  ['a sign, whatever Shift it needs', press('?', 'Slash', { shiftKey: true }), '?'],
  ['a modifier alone', press('Shift', 'ShiftLeft', { shiftKey: true }), '']
])('%s has a name', (_, event, name) => {
  expect(keyName(event, false)).toBe(name)
})

test('Command is the main modifier on a Mac and Control is not', () => {
  expect(keyName(press('k', 'KeyK', { metaKey: true }), true)).toBe('CmdOrCtrl+K')
  expect(keyName(press('k', 'KeyK', { ctrlKey: true }), true)).toBe('K')
})

test('letters that Alt turns into signs keep their key', () => {
  expect(keyName(press('∂', 'KeyD', { altKey: true }), false)).toBe('Alt+D')
})

test('plain letters do not work while the reader types', () => {
  expect(worksWhileTyping('J')).toBe(false)
  expect(worksWhileTyping('F3')).toBe(true)
  expect(worksWhileTyping('CmdOrCtrl+F')).toBe(true)
})

test('keys are shown the way of the system', () => {
  expect(keyLabel('CmdOrCtrl+Shift+F', false)).toBe('Ctrl+Shift+F')
  expect(keyLabel('CmdOrCtrl+Shift+F', true)).toBe('⌘⇧F')
})
