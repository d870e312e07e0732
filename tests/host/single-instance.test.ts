import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listenForOthers } from '../../tools/electron-host/single-instance.ts'
import { handOverInOtherProcess } from './support.ts'

let folder = ''
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'instance-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const start = { argv: ['node', 'app', 'a folder'], workingDirectory: '/home' }

test('a second start is told to the first, with its arguments', async () => {
  const heard = Promise.withResolvers<unknown>()
  const stop = listenForOthers(folder, heard.resolve)

  const taken = await handOverInOtherProcess(folder, start)

  expect(taken).toBe(true)
  expect(await heard.promise).toEqual(start)
  stop()
})

test('without a first instance nothing is handed over', async () => {
  expect(await handOverInOtherProcess(folder, start)).toBe(false)
})

test('what a killed instance left behind does not stop the next one', async () => {
  writeFileSync(join(folder, 'host.sock'), '')

  expect(await handOverInOtherProcess(folder, start)).toBe(false)
  const heard = Promise.withResolvers<unknown>()
  const stop = listenForOthers(folder, heard.resolve)
  expect(await handOverInOtherProcess(folder, start)).toBe(true)
  expect(await heard.promise).toEqual(start)
  stop()
})
