import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { utilityProcess } from '../../tools/electron-host/utility-process.ts'

let folder = ''
const file = (name: string, source: string) => {
  const path = join(folder, name)
  writeFileSync(path, source)
  return path
}
const next = (
  child: { once(name: string, listener: (value: unknown) => void): unknown },
  name: string
) => new Promise((resolve) => child.once(name, resolve))

beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'utility-'))))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('messages are cloned both ways, the first one before the process has started', async () => {
  const path = file(
    'echo.mjs',
    `await new Promise((later) => setTimeout(later, 50))
     process.parentPort.on('message', ({ data }) => process.parentPort.postMessage([data, process.type]))`
  )
  const value = {
    map: new Map([['a', new Set([1n])]]),
    bytes: new Uint8Array([1, 2]),
    none: undefined
  }

  const child = utilityProcess.fork(path)
  child.postMessage(value)
  const answer = await next(child, 'message')
  child.kill()

  expect(answer).toEqual([value, 'utility'])
})

test('the exit code is told, and the process has no number any more', async () => {
  const child = utilityProcess.fork(file('exit.mjs', 'process.exit(7)'))

  expect(await next(child, 'exit')).toBe(7)
  expect(child.pid).toBeUndefined()
})

test('a process that is busy for ever can be killed', async () => {
  const child = utilityProcess.fork(
    file('busy.mjs', 'process.parentPort.postMessage(1); for (;;) {}')
  )
  await next(child, 'message')

  expect(child.kill()).toBe(true)
  expect(await next(child, 'exit')).not.toBe(0)
})

test('switches of Node hold in it, also without code from strings', async () => {
  const path = file(
    'strict.mjs',
    `let made = 'refused'
     try { made = new Function('return "made"')() } catch {}
     process.parentPort.postMessage([made, '__proto__' in {}])`
  )

  const child = utilityProcess.fork(path, [], {
    execArgv: ['--disallow-code-generation-from-strings', '--disable-proto=delete']
  })
  const answer = await next(child, 'message')
  child.kill()

  expect(answer).toEqual(['refused', false])
})

test('a port can not travel', () => {
  const child = utilityProcess.fork(file('idle.mjs', ''))

  expect(() => child.postMessage(1, [new MessageChannel().port1])).toThrow('not available')
  child.kill()
})
