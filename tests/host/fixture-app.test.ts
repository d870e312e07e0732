import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { findChromium } from '../../tools/electron-host/chromium.ts'
import { endAll, processesWith, runFixture } from './support.ts'

interface Report {
  readonly page: Record<string, unknown>
  readonly seen: Record<string, readonly string[]>
  readonly starts: number
  readonly name: string
  readonly version: string
}

let root = ''
const profile = (name: string) => join(root, name)
beforeAll(() => (root = mkdtempSync(join(tmpdir(), 'host-app-'))))
afterEach(endAll)
afterAll(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }))

describe.skipIf(findChromium() === undefined)('a built Electron app over Chromium', () => {
  test('its page, preload and main process work together, and what is forbidden is refused', async () => {
    const run = runFixture(profile('whole'))

    const { page, seen, name, version } = (await run.line('REPORT')) as Report

    expect(page).toEqual({
      hidden: [],
      frozen: true,
      clone: true,
      long: true,
      where: { url: 'app://main/index.html', origin: 'app://main', isMain: true, isWindow: true },
      broken: "Error invoking remote method 'broken': TypeError: kaput",
      unknown: "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
      uncloneable: 'An object could not be cloned.',
      worker: 42,
      child: { heard: { list: [1, 2] }, type: 'utility' },
      heard: 'HELLO',
      fetched: 404,
      remote: 'Failed to fetch',
      image: 'refused',
      evaluated: 'refused',
      permission: 'denied',
      stayed: 'Fixture'
    })
    expect(seen).toEqual({
      navigations: ['http://example.invalid/away'],
      popups: ['http://example.invalid/popup'],
      refused: [],
      messages: ['hello']
    })
    expect([name, version]).toEqual(['Host Fixture', '1.2.3'])
    expect(await run.exit()).toBe(0)
  })

  test('electron-store keeps its values from start to start', async () => {
    const first = runFixture(profile('store'))
    const { starts: before } = (await first.line('REPORT')) as Report
    await first.exit()
    const second = runFixture(profile('store'))
    const { starts: after } = (await second.line('REPORT')) as Report
    await second.exit()

    expect([before, after]).toEqual([1, 2])
  })

  test('a second start gives its arguments to the first and ends', async () => {
    const first = runFixture(profile('twice'), ['--stay'])
    await first.line('REPORT')

    const second = runFixture(profile('twice'), ['a folder'])
    expect(await second.exit()).toBe(0)

    expect(await first.line('SECOND')).toEqual([`--user-data-dir=${profile('twice')}`, 'a folder'])
    first.child.kill('SIGTERM')
    expect(await first.exit()).toBe(0)
  })

  test('killing the host leaves no process behind', async () => {
    const run = runFixture(profile('killed'), ['--stay'])
    await run.line('REPORT')
    expect(processesWith(profile('killed')).length).toBeGreaterThan(1)

    run.child.kill('SIGKILL')

    await run.exit()
    await vi.waitFor(() => expect(processesWith(profile('killed'))).toEqual([]), 5000)
  })

  test('the browser listens on a pipe, with no port, and the app adds its own switches', async () => {
    const run = runFixture(profile('pipe'), ['--stay'])
    await run.line('REPORT')

    const browser = processesWith(profile('pipe')).find((line) =>
      line.includes('--remote-debugging')
    )
    run.child.kill('SIGTERM')
    await run.exit()

    expect(browser).toContain('--remote-debugging-pipe')
    expect(browser).not.toContain('--remote-debugging-port')
    expect(browser).toContain('--host-resolver-rules=MAP * ~NOTFOUND')
  })
})

test('what the host has not says so', async () => {
  const { default: electron } = await import('../../tools/electron-host/electron.ts')
  const anything = electron as unknown as Record<string, Record<string, unknown>>

  expect(() => anything['autoUpdater']).toThrow(
    'electron.autoUpdater is not available over Chromium'
  )
  expect(() => anything['app']?.['relaunch']).toThrow('app.relaunch is not available')
  expect(anything['app']?.['dock']).toBeUndefined()
})
