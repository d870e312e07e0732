import { fork, spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { _electron, chromium, type ConnectOverCDPTransport, type Page } from '@playwright/test'
import type * as Electron from 'electron'
import { electronBinary } from '../../scripts/lib/engine.mjs'
import type { FromRunner, ToRunner } from '../../tools/electron-host/relay.ts'

export interface LaunchOptions {
  readonly args: readonly string[]
  readonly userData: string
  /** Folder of the app; this project by default. */
  readonly app?: string
  readonly env?: Readonly<Record<string, string>>
}

/** The part of Playwright's ElectronApplication that specs need, on either engine. */
export interface LaunchedApp {
  /** What the app runs on, with its version. */
  readonly engine: string
  firstWindow(): Promise<Page>
  windows(): Page[]
  /** Runs a function in the main process. */
  evaluate<R, A>(run: (electron: typeof Electron, arg: A) => R | Promise<R>, arg?: A): Promise<R>
  process(): ChildProcess
  close(): Promise<void>
}

const root = resolve(import.meta.dirname, '../..')
const asRoot = process.getuid?.() === 0
/** How long the app may take to quit by itself, in ms; then it is killed. */
const QUIT_WITHIN_MS = 10_000
let engineSaid = false

/** Starts the built app on Electron when its binary is there, else over Chromium; prints once which it is. */
export async function launchApp(options: LaunchOptions): Promise<LaunchedApp> {
  const binary = electronBinary()
  const app =
    binary === undefined ? await launchOnHost(options) : await launchOnElectron(binary, options)
  if (!engineSaid) console.log(`end-to-end over ${app.engine}`)
  engineSaid = true
  return app
}

/** Starts the app once more on a profile that is in use and answers with its exit code. */
export async function startAgain(options: LaunchOptions): Promise<number | null> {
  const binary = electronBinary()
  const host = join(root, 'tools/electron-host/bin.ts')
  const [command, args] =
    binary === undefined
      ? [process.execPath, [host, ...argumentsOf(options)]]
      : [binary, [...argumentsOf(options), ...(asRoot ? ['--no-sandbox'] : [])]]
  const again = spawn(command, args, { stdio: 'ignore' })
  return new Promise((done) => again.once('exit', done))
}

/** Drops files on an element as the desktop would, with their real paths. */
export async function dropFiles(
  page: Page,
  selector: string,
  files: readonly string[]
): Promise<void> {
  const box = await page.locator(selector).boundingBox()
  if (box === null) throw new Error(`Cannot drop on ${selector}: it is not visible`)
  const protocol = await page.context().newCDPSession(page)
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  const data = { items: [], files: [...files], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await protocol.send('Input.dispatchDragEvent', { type, x, y, data })
  await protocol.detach()
}

function argumentsOf({ app = root, args, userData }: LaunchOptions): string[] {
  return [app, `--user-data-dir=${userData}`, ...args]
}

async function launchOnElectron(binary: string, options: LaunchOptions): Promise<LaunchedApp> {
  const environment = Object.entries({ ...process.env, ...options.env })
  const app = await _electron.launch({
    executablePath: binary,
    args: [...argumentsOf(options), ...(asRoot ? ['--no-sandbox'] : [])],
    // With this variable Electron would be a plain Node.
    env: Object.fromEntries(
      environment.filter(([name]) => name !== 'ELECTRON_RUN_AS_NODE')
    ) as Record<string, string>
  })
  const manifest = readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')
  return {
    engine: `Electron ${(JSON.parse(manifest) as { version: string }).version}`,
    firstWindow: () => app.firstWindow(),
    windows: () => app.windows(),
    evaluate: (run, arg) => app.evaluate(run as never, arg as never),
    process: () => app.process(),
    close: () => app.close()
  }
}

async function launchOnHost(options: LaunchOptions): Promise<LaunchedApp> {
  const hasDisplay = Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
  const host = new HostProcess(
    fork(join(root, 'tools/electron-host/bin.ts'), argumentsOf(options), {
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        ...process.env,
        ...options.env,
        ELECTRON_HOST_TEST: '1',
        ...(hasDisplay ? {} : { ELECTRON_HOST_HEADLESS: '1' })
      }
    })
  )
  const version = await host.attached()
  const browser = await chromium.connectOverCDP(host.transport, { isLocal: true, noDefaults: true })
  // The app became no further than before 'ready' until now, so that every window is seen from its first moment.
  host.tell({ kind: 'go' })
  const windows = () =>
    browser
      .contexts()
      .flatMap((context) => context.pages())
      .filter((page) => !/^(data:text\/html,|about:blank)/.test(page.url()))
  return {
    engine: `Chromium ${version}, not Electron`,
    windows,
    evaluate: (run, arg) => host.evaluate(run.toString(), arg) as never,
    process: () => host.child,
    async close() {
      // Playwright goes first: it still saves its trace of the window.
      await browser.close()
      await host.close()
    },
    async firstWindow() {
      for (;;) {
        const [page] = windows()
        if (page) {
          await page.waitForLoadState('domcontentloaded')
          return page
        }
        await host.stillRuns()
      }
    }
  }
}

/** The host as a child: carries Playwright's protocol messages and functions for the main process over the process channel. */
class HostProcess {
  readonly child: ChildProcess
  readonly transport: ConnectOverCDPTransport = {
    send: (message) => this.tell({ kind: 'protocol', message }),
    close: () => this.transport.onclose?.()
  }
  private readonly started = Promise.withResolvers<string>()
  private readonly ended: Promise<void>
  private readonly asked = new Map<
    number,
    { resolve(value: unknown): void; reject(e: Error): void }
  >()
  private lastId = 0
  private printed = ''

  constructor(child: ChildProcess) {
    this.child = child
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (part: Buffer) => {
        this.printed = (this.printed + part.toString()).slice(-10_000)
        if (process.env['E2E_LOG']) process.stderr.write(part)
      })
    child.on('message', (message: ToRunner) => this.hear(message))
    this.ended = new Promise((done) => child.once('exit', () => done()))
    void this.ended.then(() => this.end())
  }

  attached(): Promise<string> {
    this.tell({ kind: 'attach' })
    return this.started.promise
  }

  tell(message: FromRunner) {
    if (this.child.connected) this.child.send(message)
  }

  evaluate(source: string, arg: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = ++this.lastId
      this.asked.set(id, { resolve, reject })
      this.tell({ kind: 'evaluate', id, source, arg })
    })
  }

  /** Waits a moment; throws when the app has ended meanwhile. */
  async stillRuns(): Promise<void> {
    await new Promise((done) => setTimeout(done, 20))
    if (this.hasEnded()) throw new Error(`The app has ended:\n${this.printed}`)
  }

  async close(): Promise<void> {
    if (!this.hasEnded())
      this.tell({ kind: 'evaluate', id: 0, source: '({ app }) => app.quit()', arg: null })
    const late = setTimeout(() => this.child.kill('SIGKILL'), QUIT_WITHIN_MS)
    await this.ended
    clearTimeout(late)
  }

  private hasEnded() {
    return this.child.exitCode !== null || this.child.signalCode !== null
  }

  private hear(message: ToRunner) {
    // One macrotask for each message, as Playwright's own transports do: it hangs now and then otherwise.
    if (message.kind === 'protocol')
      setImmediate(() => {
        if (message.message) this.transport.onmessage?.(message.message)
        else this.transport.onclose?.()
      })
    else if (message.kind === 'attached') this.started.resolve(message.version)
    else {
      const { resolve: answer, reject } = this.asked.get(message.id) ?? {}
      this.asked.delete(message.id)
      if (message.ok) answer?.(message.value)
      else reject?.(new Error(String(message.value)))
    }
  }

  private end() {
    const error = new Error(`The app has ended:\n${this.printed}`)
    this.started.reject(error)
    this.started.promise.catch(() => undefined)
    for (const { reject } of this.asked.values()) reject(error)
    this.transport.onclose?.('the app has ended')
  }
}
