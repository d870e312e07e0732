import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { hostApp } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import type { Chromium } from './chromium.ts'
import { ignore } from './chromium.ts'
import { engine, readManifest } from './engine.ts'
import { standInForElectron } from './hooks.ts'
import { hostTheme } from './native-theme.ts'
import { serveRunner } from './relay.ts'
import { defaultSession, hostSession } from './session.ts'
import { hostScreen } from './system.ts'

/** How long a main module may run before the browser starts although nothing waits for 'ready' yet, in ms. */
const EVALUATION_MS = 5000

/** Runs a built Electron app, named by its folder or its main module, as `electron TARGET` would. */
export async function runApp(target: string): Promise<void> {
  const path = resolve(target)
  const folder = statSync(path).isDirectory() ? path : folderOfApp(path)
  engine.appPath = folder
  engine.manifest = readManifest(folder)
  const entry = folder === path ? join(folder, engine.manifest.main ?? 'index.js') : path
  disguise(folder)
  standInForElectron(new URL('./electron.ts', import.meta.url).href)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => hostApp.quit())

  const browser = Promise.withResolvers<undefined>()
  const runner =
    process.env['ELECTRON_HOST_TEST'] === '1' && process.send && serveRunner(browser.promise)
  const evaluated = import(pathToFileURL(entry).href)
  evaluated.catch((error: unknown) => {
    console.error(error)
    hostApp.exit(1)
  })
  // The app's switches must be known before the browser starts, and a main module may wait for 'ready' itself.
  await Promise.race([evaluated, hostApp.waitsForReady(), after(EVALUATION_MS)])
  await after(0)
  await prepare(await hostApp.startBrowser())
  browser.resolve(undefined)
  await runner
  hostApp.becomeReady()
}

async function prepare(chromium: Chromium): Promise<void> {
  const { root } = chromium
  root.on('Target.detachedFromTarget', ({ targetId }) => {
    if (targetId === undefined) return
    BrowserWindow.getAllWindows()
      .find((window) => window.hasTarget(targetId))
      ?.closedByReader()
  })
  chromium.onPopup = ({ session, targetId, openerId, go }) => {
    // Let nothing load, but let it run first: closing a window that still waits blocks its opener for ever.
    session.on('Fetch.requestPaused', ({ requestId }) => {
      session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' }).catch(ignore)
    })
    session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }).catch(ignore)
    void go().then(() => root.send('Target.closeTarget', { targetId }).catch(ignore))
    BrowserWindow.getAllWindows()
      .find((window) => window.hasTarget(openerId))
      ?.contents.askToOpen()
  }
  Object.assign(process.versions, { chrome: chromium.version })
  const desktop = await chromium.desktop()
  hostTheme.systemIsDark = desktop.dark
  hostScreen.measure({ x: 0, y: 0, ...desktop.size })
  hostSession.applyPermissions()
  await hostSession.watchDownloads()
  hostApp.emit('session-created', defaultSession)
}

/** Lets `process` look as in Electron's main process. */
function disguise(folder: string) {
  process.argv.splice(1, 1)
  const electronManifest = join(folder, 'node_modules/electron/package.json')
  const electron = existsSync(electronManifest)
    ? (JSON.parse(readFileSync(electronManifest, 'utf8')) as { version: string }).version
    : '0.0.0'
  const define = (name: string, value: unknown) =>
    Object.defineProperty(process, name, {
      value,
      configurable: true,
      enumerable: true,
      writable: true
    })
  define('type', 'browser')
  define('defaultApp', true)
  define('resourcesPath', join(folder, 'resources'))
  define('versions', { ...process.versions, electron, chrome: '' })
}

function folderOfApp(entry: string): string {
  let folder = dirname(entry)
  while (!existsSync(join(folder, 'package.json'))) {
    if (folder === dirname(folder)) throw new Error(`Cannot run ${entry}: no package.json above it`)
    folder = dirname(folder)
  }
  return folder
}

const after = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))
