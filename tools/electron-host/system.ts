import type { Clipboard, Display, GlobalShortcut, Rectangle, Screen, Shell } from 'electron'
import { spawn, spawnSync } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { dirname } from 'node:path'
import { only } from './unavailable.ts'

/** How long the desktop's clipboard program may take, in ms. */
const CLIPBOARD_MS = 2000

/** Starts a desktop program and leaves it alone; answers with the reason when it can't be started. */
function open(what: string): Promise<string> {
  const program = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open'
  return new Promise((resolve) => {
    const child = spawn(program, [what], { stdio: 'ignore', detached: true })
    child.on('error', (error) => resolve(error.message))
    child.on('spawn', () => {
      child.unref()
      resolve('')
    })
  })
}

export const shell = only('shell', {
  async openExternal(url) {
    const reason = await open(url)
    if (reason !== '') throw new Error(`Cannot open ${url}: ${reason}`)
  },
  openPath: open,
  showItemInFolder(path) {
    void open(dirname(path))
  }
} satisfies Partial<Shell>)

interface ClipboardProgram {
  readonly read: readonly [string, ...string[]]
  readonly write: readonly [string, ...string[]]
}

function clipboardPrograms(): readonly ClipboardProgram[] {
  // Tests run without a screen share no clipboard with the desktop.
  if (process.env['ELECTRON_HOST_HEADLESS'] === '1') return []
  if (process.platform === 'darwin') return [{ read: ['pbpaste'], write: ['pbcopy'] }]
  const wayland: ClipboardProgram = { read: ['wl-paste', '--no-newline'], write: ['wl-copy'] }
  const x11: ClipboardProgram = {
    read: ['xclip', '-selection', 'clipboard', '-out'],
    write: ['xclip', '-selection', 'clipboard', '-in']
  }
  return process.env['WAYLAND_DISPLAY'] ? [wayland, x11] : [x11]
}

/** Text of the last copy when no program of the desktop takes it. */
let copied = ''

function readCopied(): string {
  for (const { read } of clipboardPrograms()) {
    const [program, ...args] = read
    const { status, stdout } = spawnSync(program, args, { encoding: 'utf8', timeout: CLIPBOARD_MS })
    if (status === 0) return stdout
  }
  return copied
}

function writeCopied(text: string) {
  copied = text
  for (const { write } of clipboardPrograms()) {
    const [program, ...args] = write
    const { status } = spawnSync(program, args, {
      input: text,
      stdio: ['pipe', 'ignore', 'ignore'],
      timeout: CLIPBOARD_MS
    })
    if (status === 0) return
  }
}

export const clipboard = only('clipboard', {
  readText: () => Promise.resolve(readCopied()),
  writeText(text) {
    writeCopied(text)
    return Promise.resolve()
  }
} satisfies Partial<Clipboard>)

const DISPLAY_BOUNDS: Rectangle = { x: 0, y: 0, width: 1920, height: 1080 }
/** The part of Electron's Display that places windows; the rest of a screen is unknown here. */
const display = {
  id: 1,
  label: 'screen',
  scaleFactor: 1,
  rotation: 0,
  bounds: DISPLAY_BOUNDS,
  workArea: DISPLAY_BOUNDS,
  size: { width: DISPLAY_BOUNDS.width, height: DISPLAY_BOUNDS.height },
  workAreaSize: { width: DISPLAY_BOUNDS.width, height: DISPLAY_BOUNDS.height }
} satisfies Partial<Display>

type Screens = Record<
  keyof Pick<Screen, 'getPrimaryDisplay' | 'getDisplayMatching'>,
  () => typeof display
>

class HostScreen extends EventEmitter implements Screens {
  getPrimaryDisplay() {
    return display
  }
  getDisplayMatching() {
    return display
  }
  getAllDisplays() {
    return [display]
  }
  /** Takes the real size from the first window's page. */
  measure(bounds: Rectangle) {
    const { width, height } = bounds
    Object.assign(display, {
      bounds,
      workArea: bounds,
      size: { width, height },
      workAreaSize: { width, height }
    })
  }
}

export const hostScreen = new HostScreen()
export const screen = only('screen', hostScreen)

export const globalShortcut = only('globalShortcut', {
  register: () => false,
  isRegistered: () => false,
  unregister: () => undefined,
  unregisterAll: () => undefined
} satisfies Partial<GlobalShortcut>)

/** Sleep and waking are not told to the host: the events exist and never come. */
export const powerMonitor = only('powerMonitor', new EventEmitter())

/** The app asks nothing of the network, so nothing of `net` exists. */
export const net = only('net', {})
