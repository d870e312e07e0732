import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { reportBug } from './log'
import { APP_ORIGIN } from './security'
import type { Bounds, SettingsStore } from './settings'

const DEFAULT_SIZE = { width: 1280, height: 860 }
/** How long the window rests before its place is written, in ms. */
const REMEMBER_AFTER_MS = 400

/** Opens the one window of the app where it stood last. */
export function openWindow(store: SettingsStore, show = true): BrowserWindow {
  const bounds = visible(store.bounds)
  const window = new BrowserWindow({
    ...DEFAULT_SIZE,
    ...(bounds && { width: bounds.width, height: bounds.height }),
    ...(bounds?.x !== undefined && bounds.y !== undefined && { x: bounds.x, y: bounds.y }),
    minWidth: 480,
    minHeight: 360,
    show: false,
    title: 'Briefing Reader',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181b' : '#fbfaf8',
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      plugins: false,
      spellcheck: false
    }
  })
  if (bounds?.maximized === true) window.maximize()
  if (show) window.once('ready-to-show', () => window.show())
  rememberBounds(window, store)
  const page = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
  window
    .loadURL(page ?? `${APP_ORIGIN}/index.html`)
    .catch((error: unknown) => reportBug(error, 'load the window'))
  return window
}

/** Brings the window to the front, wherever it was. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function rememberBounds(window: BrowserWindow, store: SettingsStore): void {
  let timer: NodeJS.Timeout | undefined
  const write = (): void => {
    clearTimeout(timer)
    if (window.isDestroyed()) return
    store.rememberBounds({ ...window.getNormalBounds(), maximized: window.isMaximized() })
  }
  const later = (): void => {
    clearTimeout(timer)
    timer = setTimeout(write, REMEMBER_AFTER_MS)
  }
  window.on('resize', later)
  window.on('move', later)
  window.on('close', write)
}

/** Drops the place when no screen shows it any more, so that the window never opens out of sight. */
function visible(bounds: Bounds | undefined): Bounds | undefined {
  if (bounds?.x === undefined || bounds.y === undefined) return bounds
  const { x, y, width, height } = bounds
  const area = screen.getDisplayMatching({ x, y, width, height }).workArea
  const seen =
    x < area.x + area.width && x + width > area.x && y >= area.y - 10 && y < area.y + area.height
  return seen ? bounds : { width, height, maximized: bounds.maximized }
}
