import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base, type Page } from '@playwright/test'
import type { Calls, ShellCalls } from '../../src/shared/contract'
import type { LibraryStatus } from '../../src/shared/shapes'
import type { Result } from '../../src/shared/result'
import { launchApp, type LaunchedApp } from './launch-app'

type AllCalls = Calls & ShellCalls

/** The running app with the few things that every journey does. */
export interface AppUnderTest {
  readonly launched: LaunchedApp
  /** Chooses a folder in the (stubbed) native dialog. */
  open(folder: string): Promise<void>
  /** Makes a call of the contract from the window. */
  call<K extends keyof AllCalls>(
    name: K,
    ...args: Parameters<AllCalls[K]>
  ): Promise<ReturnType<AllCalls[K]>>
  status(): Promise<LibraryStatus>
  /** Waits until nothing is being imported or derived. */
  settled(articles: number): Promise<void>
}

interface Fixtures {
  /** Folder for articles, fresh and empty of files; removed afterwards. */
  folder: string
  userData: string
  app: AppUnderTest
  page: Page
}

/** How long importing and deriving a small folder may take on a busy machine, in ms. */
const SETTLED_WITHIN_MS = 60_000

export const test = base.extend<Fixtures>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names off this pattern
  folder: async ({}, use) => {
    const root = mkdtempSync(join(tmpdir(), 'briefing-'))
    await use(join(root, 'articles'))
    rmSync(root, { recursive: true, force: true })
  },
  // eslint-disable-next-line no-empty-pattern -- as above
  userData: async ({}, use) => {
    const dir = mkdtempSync(join(tmpdir(), 'profile-'))
    await use(dir)
    rmSync(dir, { recursive: true, force: true, maxRetries: 5 })
  },
  app: async ({ userData }, use) => {
    const launched = await launchApp({ args: [], userData })
    const page = await launched.firstWindow()
    const outgoing = await watchNetwork(launched, page)
    await use(drive(launched, page))
    const sent = await outgoing()
    await launched.close()
    expect(sent, 'connections of the window and of main').toEqual([])
  },
  page: async ({ app }, use) => {
    const page = await app.launched.firstWindow()
    // Before the window is made no key is heard.
    await page.locator('main').waitFor()
    await use(page)
  }
})

export { expect }

/** Addresses that are the app's own, on either engine. */
const OWN =
  /^(?:app:|page:|data:|blob:|devtools:|https?:\/\/(?:main\.app|(?:original|print)\.page)\.localhost\/)/

/** Notes every request of the window that was answered and every connection that main opens; returns what was noted. */
async function watchNetwork(launched: LaunchedApp, page: Page): Promise<() => Promise<string[]>> {
  const answered: string[] = []
  page.on('requestfinished', (request) => {
    if (!OWN.test(request.url())) answered.push(request.url())
  })
  await launched.evaluate(() => {
    const net = process.getBuiltinModule('node:net')
    const opened: string[] = []
    Object.assign(globalThis, { openedConnections: opened })
    // Called with the socket as `this`, like the method that it stands for.
    const connect = net.Socket.prototype.connect as (...args: unknown[]) => unknown
    net.Socket.prototype.connect = function (this: unknown, ...args: unknown[]) {
      const text = JSON.stringify(args[0])
      // Local sockets have a path, what leaves the machine has a port.
      if (/"port"|^\d/.test(text)) opened.push(text)
      return connect.apply(this, args) as never
    } as never
  })
  return async () => {
    const { exitCode, signalCode } = launched.process()
    // The app ended within the spec: then main can't be asked any more.
    if (exitCode !== null || signalCode !== null) return answered
    const opened = await launched.evaluate(
      () => (globalThis as { openedConnections?: string[] }).openedConnections ?? []
    )
    return [...answered, ...opened]
  }
}

/** Wraps a launched app. */
export function drive(launched: LaunchedApp, page: Page): AppUnderTest {
  const call: AppUnderTest['call'] = async (name, ...args) => {
    const result = await page.evaluate(
      ([called, given]) =>
        (
          window as unknown as { bridge: { call(n: string, a: unknown[]): Promise<unknown> } }
        ).bridge.call(called as string, given as unknown[]),
      [name, args] as const
    )
    const answer = result as Result<never>
    if (!answer.ok) throw new Error(`${name} failed: ${JSON.stringify(answer.failure)}`)
    return answer.value
  }
  const status = (): Promise<LibraryStatus> => call('status')
  return {
    launched,
    call,
    status,
    async open(folder) {
      await launched.evaluate(({ dialog }, path) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
      }, folder)
      await call('chooseFolder')
    },
    async settled(articles) {
      const end = Date.now() + SETTLED_WITHIN_MS
      for (;;) {
        const now = await status()
        const idle = now.progress === undefined || now.progress.phase === 'idle'
        if (idle && now.pending === 0 && now.articles >= articles) return
        if (Date.now() > end)
          throw new Error(
            `Cannot wait longer: ${JSON.stringify(now.progress)}, ${now.articles} articles`
          )
        await page.waitForTimeout(100)
      }
    }
  }
}
