import { beforeEach, expect, test } from 'vitest'
import { COMMANDS, isMenuKey } from '../../src/shared/commands'
import {
  canRun,
  commandOfKey,
  isCommand,
  keysOf,
  runCommand
} from '../../src/renderer/src/lib/commands'
import { Desk } from '../../src/renderer/src/lib/state/desk.svelte'
import { fakeBridge } from '../support/fake-bridge'
import { settled } from '../support/settled'
import { startFresh } from '../../src/renderer/src/lib/state/kept'

let bridge: ReturnType<typeof fakeBridge>
let desk: Desk
beforeEach(async () => {
  startFresh()
  bridge = fakeBridge()
  desk = new Desk(bridge, 1400)
  await desk.start()
})

test('no key stands for two commands', () => {
  const keys = COMMANDS.flatMap((command) => keysOf(command.id, {}))

  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
})

test('ids and titles are unique', () => {
  expect(new Set(COMMANDS.map((command) => command.id)).size).toBe(COMMANDS.length)
  expect(new Set(COMMANDS.map((command) => command.menu + command.title)).size).toBe(
    COMMANDS.length
  )
})

test('plain letters are not registered with the system', () => {
  expect(isMenuKey('J')).toBe(false)
  expect(isMenuKey('?')).toBe(false)
  expect(isMenuKey('CmdOrCtrl+F')).toBe(true)
  expect(isMenuKey('F7')).toBe(true)
})

test('a changed key replaces the default and an empty one takes it away', () => {
  expect(commandOfKey('J', {})).toBe('next-article')
  expect(commandOfKey('J', { 'next-article': 'Y' })).toBeUndefined()
  expect(commandOfKey('Y', { 'next-article': 'Y' })).toBe('next-article')
  expect(keysOf('next-article', { 'next-article': '' })).toEqual([])
})

test('names from elsewhere are refused', () => {
  expect(isCommand('find')).toBe(true)
  expect(isCommand('toString')).toBe(false)
})

test('commands that need an article wait for one', async () => {
  expect(canRun('find', desk)).toBe(false)
  desk.read(1)
  await desk.reader.open(1)

  expect(canRun('find', desk)).toBe(true)
  expect(canRun('next-change', desk)).toBe(false)
})

test('two selected articles are compared in columns, three in a table', () => {
  desk.library.toggle(1)
  desk.library.toggle(2)
  runCommand('compare-selected', desk)
  return settled(() => expect(desk.navigation.place).toEqual({ view: 'compare', a: 1, b: 2 })).then(
    () => {
      desk.library.toggle(3)
      runCommand('compare-selected', desk)
      return settled(() =>
        expect(desk.navigation.place).toEqual({ view: 'collate', articles: [1, 2, 3] })
      )
    }
  )
})

test('one selected article is compared with the one that is read', async () => {
  desk.read(1)
  desk.library.toggle(2)
  runCommand('compare-selected', desk)

  await settled(() => expect(desk.navigation.place).toEqual({ view: 'compare', a: 1, b: 2 }))
})

test('swapping turns the sides', async () => {
  desk.compareAll([1, 2])
  runCommand('swap-sides', desk)

  await settled(() => expect(desk.navigation.place).toEqual({ view: 'compare', a: 2, b: 1 }))
})

test('the levels of marks go around', async () => {
  runCommand('marks-cycle', desk)
  await settled(() => expect(desk.settings.current.marks).toBe('off'))
  runCommand('marks-cycle', desk)
  await settled(() => expect(desk.settings.current.marks).toBe('strong'))
})

test('the clipboard is compared with the article that is read', async () => {
  desk.read(1)
  await desk.reader.open(1)
  runCommand('compare-clipboard', desk)

  await settled(() =>
    expect(desk.navigation.place).toMatchObject({
      view: 'compare',
      a: 1,
      b: { title: 'Clipboard' }
    })
  )
})

test('the last correction is undone by its id', async () => {
  await desk.decisions.decide({ kind: 'pin', article: 1, pinned: true })
  runCommand('undo-decision', desk)

  await settled(() =>
    expect(bridge.calls.some((call) => call.name === 'undoDecision' && call.args[0] === 1)).toBe(
      true
    )
  )
  expect(desk.decisions.canUndo).toBe(false)
})

test('a failure of a command is shown in plain words', async () => {
  const broken = new Desk(
    fakeBridge({
      answers: {
        rescan: () => {
          throw new Error('gone')
        }
      }
    }),
    1400
  )
  runCommand('rescan', broken)

  await settled(() => expect(broken.trouble.message?.text).toContain('Something went wrong'))
})

test('panels close when the window gets narrow and open when there is room', () => {
  desk.panels.resize(700)
  expect([desk.panels.left, desk.panels.right]).toEqual([false, false])
  desk.panels.resize(1400)
  expect([desk.panels.left, desk.panels.right]).toEqual([true, true])
})
