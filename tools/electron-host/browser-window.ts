import type {
  BrowserWindow as ElectronWindow,
  BrowserWindowConstructorOptions,
  Rectangle
} from 'electron'
import { EventEmitter } from 'node:events'
import { hostApp } from './app.ts'
import { ignore } from './chromium.ts'
import { engine, running } from './engine.ts'
import { makeEvent } from './events.ts'
import { applyTheme } from './native-theme.ts'
import { only } from './unavailable.ts'
import { WebContents } from './web-contents.ts'

type State = 'normal' | 'minimized' | 'maximized' | 'fullscreen'
type Part = Pick<
  ElectronWindow,
  | 'id'
  | 'loadURL'
  | 'show'
  | 'hide'
  | 'focus'
  | 'isFocused'
  | 'isVisible'
  | 'isMinimized'
  | 'minimize'
  | 'restore'
  | 'getBounds'
  | 'getNormalBounds'
  | 'setBounds'
  | 'isMaximized'
  | 'maximize'
  | 'unmaximize'
  | 'isDestroyed'
  | 'setProgressBar'
  | 'getTitle'
  | 'setTitle'
  | 'setFullScreen'
  | 'isFullScreen'
  | 'setBackgroundColor'
  | 'close'
  | 'destroy'
>

const DEFAULT_BOUNDS: Rectangle = { x: 40, y: 40, width: 800, height: 600 }
let lastId = 0
let focusedId: number | undefined

/** Electron's window: an app window of Chromium, without tabs and address bar. */
export class BrowserWindow extends EventEmitter implements Part {
  static getAllWindows() {
    return [...engine.windows.values()]
  }
  static getFocusedWindow(): BrowserWindow | null {
    return (focusedId === undefined ? undefined : engine.windows.get(focusedId)) ?? null
  }
  static fromWebContents(contents: { readonly id: number }) {
    return engine.windows.get(contents.id) ?? null
  }
  static fromId(id: number) {
    return engine.windows.get(id) ?? null
  }

  readonly id = ++lastId
  readonly contents: WebContents
  readonly webContents: WebContents
  private readonly attached: Promise<void>
  private bounds: Rectangle
  private normalBounds: Rectangle
  private state: State = 'normal'
  private visible: boolean
  private title: string
  private targetId: string | undefined
  private windowId = 0

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super()
    if (!hostApp.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    const { x, y, width, height } = { ...DEFAULT_BOUNDS, ...options }
    this.bounds = { x, y, width, height }
    this.normalBounds = this.bounds
    this.visible = options.show !== false
    this.title = options.title ?? hostApp.name
    this.contents = new WebContents(this.id, options.webPreferences ?? {})
    this.webContents = only('webContents', this.contents)
    this.contents.onWindowChange = (focused) => void this.lookAtWindow(focused).catch(ignore)
    this.contents.once('did-finish-load', () => this.emit('ready-to-show', makeEvent()))
    const self = only('BrowserWindow', this)
    engine.windows.set(this.id, self)
    this.attached = this.attach(options.backgroundColor)
    this.attached.catch((error: unknown) => {
      if (!this.isDestroyed()) console.error('Cannot open a window:', error)
    })
    hostApp.emit('browser-window-created', makeEvent(), self)
    hostApp.emit('web-contents-created', makeEvent(), this.webContents)
    return self
  }

  loadURL(url: string) {
    return this.contents.loadURL(url)
  }
  show() {
    this.visible = true
    if (this.state === 'minimized') this.changeState('normal')
    this.emit('show')
  }
  /** Chromium can't hide a window, so it is minimised. */
  hide() {
    this.visible = false
    this.changeState('minimized')
    this.emit('hide')
  }
  focus() {
    this.contents.focus()
  }
  isFocused() {
    return focusedId === this.id
  }
  isVisible() {
    return this.visible
  }

  minimize() {
    this.changeState('minimized')
    this.emit('minimize')
  }
  isMinimized() {
    return this.state === 'minimized'
  }
  restore() {
    this.changeState('normal')
    this.emit('restore')
  }
  maximize() {
    this.changeState('maximized')
    this.emit('maximize')
  }
  unmaximize() {
    this.changeState('normal')
    this.emit('unmaximize')
  }
  isMaximized() {
    return this.state === 'maximized'
  }
  setFullScreen(on: boolean) {
    this.changeState(on ? 'fullscreen' : 'normal')
    this.emit(on ? 'enter-full-screen' : 'leave-full-screen')
  }
  isFullScreen() {
    return this.state === 'fullscreen'
  }

  getBounds(): Rectangle {
    return { ...this.bounds }
  }
  getNormalBounds(): Rectangle {
    return { ...this.normalBounds }
  }
  setBounds(change: Partial<Rectangle>) {
    this.bounds = { ...this.bounds, ...change }
    this.normalBounds = this.bounds
    void this.attached.then(() => this.applyBounds()).catch(ignore)
  }

  getTitle() {
    return this.title
  }
  setTitle(title: string) {
    this.title = title
    void this.contents.executeJavaScript(`document.title = ${JSON.stringify(title)}`).catch(ignore)
  }
  setProgressBar() {
    // A Chromium window has no progress in the task bar.
  }
  setMenuBarVisibility() {
    // The host has no menu bar.
  }
  setBackgroundColor(color: string) {
    void this.attached.then(() => this.paintBackground(color)).catch(ignore)
  }

  close() {
    this.mayClose()
  }
  /** Closes the window unless the app prevents it; true when it is closed. */
  mayClose(): boolean {
    const event = makeEvent()
    this.emit('close', event)
    if (event.defaultPrevented) return false
    this.destroy()
    return true
  }
  destroy() {
    if (this.isDestroyed()) return
    const { targetId } = this
    this.vanish()
    if (targetId !== undefined)
      void running().root.send('Target.closeTarget', { targetId }).catch(ignore)
  }
  isDestroyed() {
    return !engine.windows.has(this.id)
  }

  hasTarget(targetId: string) {
    return this.targetId === targetId
  }
  /** The reader closed the window: too late to prevent, but the app hears of it. */
  closedByReader() {
    if (this.isDestroyed()) return
    this.emit('close', makeEvent())
    this.vanish()
  }
  /** The window is gone from the screen; tells the app. */
  vanish() {
    if (!engine.windows.delete(this.id)) return
    if (focusedId === this.id) focusedId = undefined
    this.contents.vanish()
    this.emit('closed')
    if (engine.windows.size > 0) return
    setImmediate(() => {
      if (engine.windows.size > 0 || hostApp.isQuitting) return
      if (!hostApp.emit('window-all-closed')) hostApp.quit()
    })
  }

  private async attach(backgroundColor: string | undefined): Promise<void> {
    const session = await running().window()
    this.targetId = session.targetId
    if (session.targetId === undefined) throw new Error('Cannot join a window: it has no target')
    const { windowId } = await running().root.send('Browser.getWindowForTarget', {
      targetId: session.targetId
    })
    this.windowId = windowId
    await this.applyBounds()
    await this.contents.attach(session)
    if (backgroundColor !== undefined) await this.paintBackground(backgroundColor)
    await applyTheme(this.contents)
    focusedId = this.id
    // The empty page's title must not stand in the title bar until the app's page brings its own.
    void this.contents
      .executeJavaScript(`document.title = ${JSON.stringify(this.title)}`)
      .catch(ignore)
  }

  private async applyBounds(): Promise<void> {
    const { x, y, width, height } = this.bounds
    const { root } = running()
    const { windowId } = this
    const bounds = { left: x, top: y, width, height }
    await root.send('Browser.setWindowBounds', { windowId, bounds }).catch(ignore)
    if (engine.headless)
      await root.send('Browser.setContentsSize', { windowId, width, height }).catch(ignore)
  }

  private async paintBackground(color: string): Promise<void> {
    const hex = /^#(..)(..)(..)$/.exec(color)?.slice(1)
    const [r, g, b] = hex?.map((digits) => Number.parseInt(digits, 16)) ?? []
    if (r === undefined || g === undefined || b === undefined) return
    await this.contents.protocolSession?.send('Emulation.setDefaultBackgroundColorOverride', {
      color: { r, g, b, a: 1 }
    })
  }

  private changeState(state: State) {
    this.state = state
    void this.attached.then(() => this.applyState(state)).catch(ignore)
  }
  private async applyState(windowState: State): Promise<void> {
    const { root } = running()
    const { windowId } = this
    // Chromium goes from one special state to another by way of the normal one only.
    await root.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } })
    if (windowState !== 'normal')
      await root.send('Browser.setWindowBounds', { windowId, bounds: { windowState } })
  }

  private async lookAtWindow(focused: boolean): Promise<void> {
    const hadFocus = this.isFocused()
    if (focused) focusedId = this.id
    else if (hadFocus) focusedId = undefined
    if (focused !== hadFocus) this.emit(focused ? 'focus' : 'blur')
    const { bounds } = await running().root.send('Browser.getWindowBounds', {
      windowId: this.windowId
    })
    const { left: x = 0, top: y = 0, width = 0, height = 0, windowState = 'normal' } = bounds
    const before = this.bounds
    this.state = windowState
    this.bounds = { x, y, width, height }
    if (windowState === 'normal') this.normalBounds = this.bounds
    if (x !== before.x || y !== before.y) this.emit('move')
    if (width === before.width && height === before.height) return
    this.emit('resize')
    if (this.contents.getZoomLevel() !== 0) await this.contents.applyZoom()
  }
}
