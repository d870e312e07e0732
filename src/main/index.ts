import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, globalShortcut, nativeTheme, powerMonitor, type BrowserWindow } from 'electron'
import { NOTICES, type Notices } from '../shared/contract'
import type { Settings } from '../shared/settings'
import { pathsFrom } from './arguments'
import { askToOpenDropped, tellOfTrouble } from './dialogs'
import { serve } from './ipc'
import { startLibrary, type LibraryClient } from './library-client'
import { reportBug } from './log'
import { setMenu } from './menu'
import { servePages } from './pages'
import { portableFolder } from './portable'
import { registerScheme, serveRenderer } from './protocol'
import { offerRecent } from './recent-places'
import { closeNetwork, closeSession } from './security'
import { SettingsStore } from './settings'
import { copyFailure, Sidecar } from './sidecar'
import { createShell, type Shell } from './shell'
import { WindowState } from './window-state'
import { focusWindow, openWindow } from './windows'

/** How long after waking up the folders are read again, in ms: disks and network drives need a moment. */
const RESCAN_AFTER_RESUME_MS = 5000
/** Brings the search box up from anywhere; off by default. */
const GLOBAL_SEARCH_KEY = 'CommandOrControl+Shift+Space'
/** A window that dies this often within the time below is not opened again. */
const MAX_RELOADS = 3
const RELOAD_WINDOW_MS = 300_000

const OWN_ARGUMENTS = app.isPackaged ? 1 : 2

closeNetwork()
registerScheme()
// `--user-data-dir` decides where everything is kept, as in Chromium itself; else a portable copy keeps it beside itself.
const portable = app.isPackaged
  ? portableFolder({
      program: process.execPath,
      platform: process.platform,
      env: process.env,
      exists: existsSync
    })
  : undefined
const userData = app.commandLine.getSwitchValue('user-data-dir') || portable
if (userData !== undefined) {
  mkdirSync(userData, { recursive: true })
  app.setPath('userData', userData)
}

if (app.requestSingleInstanceLock()) void app.whenReady().then(run)
else app.quit()

/** Files that macOS asks to open before the app is ready. */
const early: string[] = []
let openLater = (path: string): void => void early.push(path)
app.on('open-file', (event, path) => {
  event.preventDefault()
  openLater(path)
})

async function run(): Promise<void> {
  await closeSession()
  serveRenderer(join(import.meta.dirname, '../renderer'))
  const store = new SettingsStore(app.getPath('userData'))
  const windowState = new WindowState(app.getPath('userData'))
  applyTheme(store.settings)

  let window: BrowserWindow | undefined
  const tell = <N extends keyof Notices>(name: N, value: Notices[N]): void => {
    if (window !== undefined && !window.isDestroyed() && NOTICES.includes(name))
      window.webContents.send(`notice:${name}`, value)
  }
  const library: LibraryClient = startLibrary({
    dataDir: join(app.getPath('userData'), 'library'),
    settings: () => store.settings,
    notify: (name, value) => {
      tell(name, value)
      if (name === 'progress') showProgress(window, value as Notices['progress'])
      // The name says which notice it is.
      if (
        name === 'libraryChanged' &&
        (value as Notices['libraryChanged']).what.includes('decisions')
      )
        sidecar.changed()
    },
    damaged: (kept) =>
      tellOfTrouble(
        'The library file was damaged',
        `It was kept as ${kept}. Your folders are read again; notes and corrections come from their own file.`
      )
  })
  const sidecar = new Sidecar({
    desk: library.api,
    store,
    failed: (error) => tell('trouble', copyFailure(error))
  })
  sidecar.start()
  servePages((article) => library.originalPage(article))
  const shell = createShell({
    library,
    store,
    sidecar,
    windowState,
    sample: app.isPackaged
      ? join(process.resourcesPath, 'sample-library')
      : join(app.getAppPath(), 'resources/sample-library'),
    window: () => {
      if (window === undefined || window.isDestroyed()) throw new Error('Cannot ask: no window')
      return window
    },
    settingsChanged: (settings) => {
      applyTheme(settings)
      applyGlobalShortcut(settings)
      library.configure(settings)
      // The menu shows the keys, which the reader may have changed.
      buildMenu()
      tell('settingsChanged', settings)
    },
    recentChanged: () => buildMenu()
  })
  const openRecent = (id: string): void => void shell.openRecent(id).catch(report('open recent'))
  const buildMenu = (): void => {
    const recent = store.recent.map((entry) => ({ id: entry.id, name: entry.path }))
    setMenu(
      { recent, keys: store.settings.keys },
      {
        run: (id) => tell('command', { id }),
        openRecent,
        clearRecent: () => void shell.clearRecent()
      }
    )
    offerRecent(recent, openRecent)
  }
  const applyGlobalShortcut = (settings: Settings): void => {
    globalShortcut.unregisterAll()
    if (!settings.globalShortcut) return
    globalShortcut.register(GLOBAL_SEARCH_KEY, () => {
      if (window !== undefined) focusWindow(window)
      tell('command', { id: 'search' })
    })
  }
  serve({
    library: library.api,
    shell,
    window: () => window?.webContents,
    dropped: (paths) => void openDropped(shell, window, paths).catch(report('drop'))
  })
  const show = (): BrowserWindow => {
    window = openWindow(store)
    reviveAfterCrash(window)
    window.on('closed', () => (window = undefined))
    return window
  }

  buildMenu()
  applyGlobalShortcut(store.settings)
  show()
  if (store.damaged !== undefined)
    tellOfTrouble(
      'The settings file was damaged',
      `It was kept as ${store.damaged}. Briefing Reader starts with the last good settings.`
    )
  openNamed(shell, [...early, ...pathsFrom(process.argv, process.cwd(), OWN_ARGUMENTS)])
  openLater = (path) => openNamed(shell, [path])

  app.on('second-instance', (_event, argv, from) => {
    focusWindow(window ?? show())
    openNamed(shell, pathsFrom(argv, from, OWN_ARGUMENTS))
  })
  app.on('activate', () => focusWindow(window ?? show()))
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  powerMonitor.on('resume', () =>
    setTimeout(() => void library.api.rescan().catch(report('resume')), RESCAN_AFTER_RESUME_MS)
  )
  let closing: 'not yet' | 'begun' | 'done' = 'not yet'
  app.on('will-quit', (event) => {
    if (closing === 'done') return
    event.preventDefault()
    if (closing === 'begun') return
    closing = 'begun'
    windowState.flush()
    void sidecar
      .flush()
      .then(() => library.close())
      .finally(() => {
        closing = 'done'
        app.quit()
      })
  })
}

function openNamed(shell: Shell, paths: readonly string[]): void {
  if (paths.length > 0) void shell.openPaths(paths).catch(report('open'))
}

async function openDropped(
  shell: Shell,
  window: BrowserWindow | undefined,
  paths: readonly string[]
): Promise<void> {
  if (window === undefined || paths.length === 0) return
  if (await askToOpenDropped(window, paths)) await shell.openPaths(paths)
}

function applyTheme(settings: Settings): void {
  nativeTheme.themeSource = settings.theme === 'sepia' ? 'light' : settings.theme
}

function showProgress(window: BrowserWindow | undefined, progress: Notices['progress']): void {
  if (window === undefined || window.isDestroyed()) return
  const running = ['importing', 'deriving'].includes(progress.phase) && progress.total > 0
  window.setProgressBar(running ? progress.done / progress.total : -1)
}

/** Reloads a window whose page died, a few times; the page restores where it was. */
function reviveAfterCrash(window: BrowserWindow): void {
  const deaths: number[] = []
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return
    const now = Date.now()
    deaths.push(now)
    if (deaths.filter((time) => now - time < RELOAD_WINDOW_MS).length <= MAX_RELOADS)
      window.webContents.reload()
    else tellOfTrouble('The window keeps failing', `Reason: ${details.reason}. Nothing was lost.`)
  })
}

function report(where: string): (error: unknown) => void {
  return (error) => void reportBug(error, where)
}
