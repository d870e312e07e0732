import type {
  IpcMainEvent,
  IpcMainInvokeEvent,
  PrintToPDFOptions,
  WebContents as ElectronWebContents,
  WebPreferences
} from 'electron'
import { randomBytes } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Session } from './cdp.ts'
import { ignore } from './chromium.ts'
import { codec } from './codec.ts'
import { engine } from './engine.ts'
import { makeEvent } from './events.ts'
import { answerPathQuestion } from './file-paths.ts'
import { hostIpc } from './ipc-main.ts'
import {
  BINDING,
  PRELOAD_WORLD,
  RECEIVER,
  pageWorldScript,
  preloadWorldScript,
  type FromPage,
  type PageSettings,
  type ToPage
} from './page-scripts.ts'
import { fromChromium, originOf, schemeNames, toChromium } from './protocol.ts'
import { answerRequest, type HeldRequest } from './requests.ts'
import { defaultSession } from './session.ts'

type OpenHandler = Parameters<ElectronWebContents['setWindowOpenHandler']>[0]
type Part = Pick<
  ElectronWebContents,
  | 'id'
  | 'send'
  | 'getURL'
  | 'isDestroyed'
  | 'setWindowOpenHandler'
  | 'setZoomLevel'
  | 'getZoomLevel'
  | 'print'
  | 'printToPDF'
  | 'openDevTools'
  | 'executeJavaScript'
  | 'focus'
>

/** Code units of a message that go to the page at once: a long one would keep it busy before anything of it is read. */
const PIECE = 32_000
/** Electron's step from one zoom level to the next. */
const ZOOM_STEP = 1.2

/** Electron's `webContents` for one page of Chromium. */
export class WebContents extends EventEmitter implements Part {
  readonly id: number
  readonly session = defaultSession
  readonly mainFrame: {
    readonly url: string
    readonly origin: string
    readonly parent: null
    readonly processId: number
    readonly routingId: number
  }
  protocolSession: Session | undefined
  /** The window has to look at its place and focus again. */
  onWindowChange: (focused: boolean) => void = () => undefined
  private readonly preferences: WebPreferences
  private readonly expected = new Set<string>()
  private readonly unsent: ToPage[] = []
  private readonly attached = Promise.withResolvers<Session>()
  private openHandler: OpenHandler | undefined
  private address = ''
  private opening = ''
  private frameId = ''
  private preloadWorld: number | undefined
  private zoomLevel = 0
  private destroyed = false

  constructor(id: number, preferences: WebPreferences) {
    super()
    this.id = id
    this.preferences = preferences
    const url = () => this.getURL()
    this.mainFrame = {
      get url() {
        return url()
      },
      get origin() {
        return originOf(url())
      },
      parent: null,
      processId: id,
      routingId: 1
    }
    this.attached.promise.catch(ignore)
  }

  /** Joins the page: listens, then puts both worlds' scripts in place for every document to come. */
  async attach(session: Session): Promise<void> {
    this.protocolSession = session
    this.listenToPage(session)
    const { frameTree } = await session.send('Page.getFrameTree')
    this.frameId = frameTree.frame.id
    const preload = this.readPreload()
    const settings = this.pageSettings()
    await Promise.all([
      session.send('Page.enable'),
      session.send('Runtime.addBinding', { name: BINDING, executionContextName: PRELOAD_WORLD }),
      session.send('Runtime.enable'),
      session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: pageWorldScript(settings) }),
      session.send('Page.addScriptToEvaluateOnNewDocument', {
        worldName: PRELOAD_WORLD,
        source: preloadWorldScript(settings, preload)
      }),
      ...(preload?.includes('getPathForFile') ? [session.send('Debugger.enable')] : [])
    ])
    this.attached.resolve(session)
  }

  async loadURL(url: string): Promise<void> {
    const session = await this.attached.promise
    const target = new URL(toChromium(url)).href
    this.expected.add(target)
    const loaded = new Promise((resolve) => this.once('did-finish-load', resolve))
    const { errorText, loaderId } = await session.send('Page.navigate', { url: target })
    if (errorText !== undefined) {
      this.emit('did-fail-load', makeEvent(), -2, errorText, url, true)
      throw new Error(`${errorText} (-2) loading '${url}'`)
    }
    if (loaderId !== undefined) await loaded
  }

  send(channel: string, ...args: unknown[]) {
    this.tell({ kind: 'event', channel, args: codec.encode(args) })
  }
  getURL() {
    return fromChromium(this.address)
  }
  isDestroyed() {
    return this.destroyed
  }
  focus() {
    void this.protocolSession?.send('Page.bringToFront').catch(ignore)
  }
  reload() {
    this.expected.add(this.address)
    void this.protocolSession?.send('Page.reload').catch(ignore)
  }
  setWindowOpenHandler(handler: OpenHandler) {
    this.openHandler = handler
  }
  getLastWebPreferences(): WebPreferences {
    return { contextIsolation: true, nodeIntegration: false, ...this.preferences }
  }
  openDevTools() {
    // An app window of Chromium has no docked tools.
  }
  async executeJavaScript(expression: string): Promise<unknown> {
    const session = await this.attached.promise
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true
    })
    if (exceptionDetails)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value as unknown
  }

  print() {
    void this.executeJavaScript('void setTimeout(() => print())').catch(ignore)
  }
  async printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    const session = await this.attached.promise
    // Names that both sides share; sizes and margins come from the page's own `@page`.
    const { landscape, printBackground, preferCSSPageSize, generateTaggedPDF } = options
    const { generateDocumentOutline, scale, pageRanges } = options
    const asked = {
      landscape,
      printBackground,
      preferCSSPageSize,
      generateTaggedPDF,
      generateDocumentOutline,
      scale,
      pageRanges
    }
    const { data } = await session.send(
      'Page.printToPDF',
      // The protocol refuses an option that is there without a value. What is left has the types above.
      Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
    )
    return Buffer.from(data, 'base64')
  }

  getZoomLevel() {
    return this.zoomLevel
  }
  /** Lays the page out for a smaller or larger window and scales the picture to the real one. */
  setZoomLevel(level: number) {
    this.zoomLevel = level
    void this.applyZoom().catch(ignore)
  }
  async applyZoom(): Promise<void> {
    const session = await this.attached.promise
    await session.send('Emulation.clearDeviceMetricsOverride')
    if (this.zoomLevel === 0) return
    const scale = ZOOM_STEP ** this.zoomLevel
    const { cssLayoutViewport } = await session.send('Page.getLayoutMetrics')
    await session.send('Emulation.setDeviceMetricsOverride', {
      width: Math.round(cssLayoutViewport.clientWidth / scale),
      height: Math.round(cssLayoutViewport.clientHeight / scale),
      deviceScaleFactor: 0,
      mobile: false,
      scale
    })
  }

  /** Decides over a window that the page opened, which is closed in any case: the host has no child windows. */
  askToOpen() {
    const { action } = this.openHandler?.({
      url: fromChromium(this.opening),
      frameName: '',
      features: '',
      disposition: 'new-window',
      referrer: { url: '', policy: 'default' }
    }) ?? { action: 'allow' }
    if (action === 'allow')
      console.error('A second window of a page is not available over Chromium')
  }

  vanish() {
    this.destroyed = true
    this.attached.reject(new Error('Object has been destroyed'))
    this.emit('destroyed')
  }

  private readPreload(): string | undefined {
    const path = this.preferences.preload
    return path === undefined ? undefined : readFileSync(path, 'utf8')
  }

  private pageSettings(): PageSettings {
    const { platform, arch, versions } = process
    return {
      secret: randomBytes(16).toString('hex'),
      schemes: schemeNames(),
      preloadPath: this.preferences.preload ?? 'none',
      process: {
        type: 'renderer',
        sandboxed: true,
        contextIsolated: true,
        platform,
        arch,
        versions: { ...versions },
        argv: this.preferences.additionalArguments ?? [],
        env: {}
      }
    }
  }

  private listenToPage(session: Session) {
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId } = context.auxData as { frameId?: string }
      if (context.name !== PRELOAD_WORLD || frameId !== this.frameId) return
      this.preloadWorld = context.id
      for (const message of this.unsent.splice(0)) this.tell(message)
    })
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.preloadWorld) this.preloadWorld = undefined
    })
    session.on('Runtime.executionContextsCleared', () => (this.preloadWorld = undefined))
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === BINDING && executionContextId === this.preloadWorld)
        this.hear(JSON.parse(payload) as FromPage)
    })
    session.on('Fetch.requestPaused', (held) => void this.meetRequest(session, held))
    session.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId === undefined) this.address = frame.url + (frame.urlFragment ?? '')
    })
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId === this.frameId) this.address = url
    })
    session.on('Page.windowOpen', ({ url }) => (this.opening = url))
    session.on('Page.loadEventFired', () => {
      if (this.address === '' || /^(data|about):/.test(this.address)) return
      this.emit('did-finish-load', makeEvent())
    })
    session.on('Page.javascriptDialogOpening', ({ type }) => {
      if (type === 'beforeunload')
        void session.send('Page.handleJavaScriptDialog', { accept: true }).catch(ignore)
    })
    session.on('Inspector.targetCrashed', () => {
      const details = { reason: 'crashed', exitCode: 5 }
      this.emit('render-process-gone', makeEvent(), details)
    })
    session.on('Debugger.paused', ({ callFrames }) => {
      void answerPathQuestion(session, callFrames[0]).catch(ignore)
    })
  }

  private async meetRequest(session: Session, held: HeldRequest) {
    const isMainFrame = held.frameId === this.frameId
    const isOurOwn = isMainFrame && this.expected.delete(held.request.url)
    if (
      held.resourceType === 'Document' &&
      !isOurOwn &&
      !this.mayNavigate(held.request.url, isMainFrame)
    ) {
      const refusal = { requestId: held.requestId, errorReason: 'Aborted' } as const
      await session.send('Fetch.failRequest', refusal).catch(ignore)
      return
    }
    await answerRequest(session, held, { webContentsId: this.id, isMainFrame })
  }

  private mayNavigate(chromiumUrl: string, isMainFrame: boolean): boolean {
    const url = fromChromium(chromiumUrl)
    const event = makeEvent({ url, isMainFrame, isSameDocument: false })
    this.emit('will-frame-navigate', event)
    if (isMainFrame) this.emit('will-navigate', event, url, false, true)
    return !event.defaultPrevented
  }

  private hear(message: FromPage) {
    switch (message.kind) {
      case 'window':
        this.onWindowChange(message.focused)
        return
      case 'preload-error':
        console.error(
          `Unable to load preload script: ${this.preferences.preload ?? ''}\n${message.text}`
        )
        this.emit('preload-error', makeEvent(), this.preferences.preload, new Error(message.text))
        return
      case 'send':
        hostIpc.emit(message.channel, this.ipcEvent(), ...(codec.decode(message.args) as unknown[]))
        return
      case 'invoke':
        void this.answer(message.id, message.channel, codec.decode(message.args) as unknown[])
    }
  }

  private async answer(id: number, channel: string, args: unknown[]) {
    const world = this.preloadWorld
    const reply = await hostIpc.ask(this.ipcEvent(), channel, args).then(
      (value): ToPage => ({ kind: 'answer', id, ok: true, args: codec.encode([value]) }),
      (error: unknown): ToPage => {
        console.error(`Error occurred in handler for '${channel}':`, error)
        const text = `Error invoking remote method '${channel}': ${String(error)}`
        return { kind: 'answer', id, ok: false, args: [text] }
      }
    )
    // A page that was left meanwhile waits for nothing.
    if (world === this.preloadWorld) this.tell(reply)
  }

  /** Sends to the preload's world, or keeps the message until the next document has one. */
  private tell(message: ToPage) {
    if (this.destroyed) return
    if (this.preloadWorld === undefined || !this.protocolSession) {
      this.unsent.push(message)
      return
    }
    const text = JSON.stringify(message)
    for (let from = 0; from < text.length; from += PIECE) {
      const piece = JSON.stringify(text.slice(from, from + PIECE))
      const isLast = from + PIECE >= text.length
      // An expression costs the page half of what the argument of a function does.
      void this.protocolSession
        .send('Runtime.evaluate', {
          contextId: this.preloadWorld,
          expression: `${RECEIVER}(${piece}, ${String(isLast)})`,
          silent: true
        })
        .catch(ignore)
    }
  }

  private ipcEvent(): IpcMainEvent & IpcMainInvokeEvent {
    const event = makeEvent({
      sender: engine.windows.get(this.id)?.webContents,
      senderFrame: this.mainFrame,
      frameId: 1,
      processId: this.id,
      ports: [],
      reply: (channel: string, ...args: unknown[]) => this.send(channel, ...args)
    })
    // The part of Electron's event that exists here.
    return event as unknown as IpcMainEvent & IpcMainInvokeEvent
  }
}

export function allWebContents(): WebContents[] {
  return [...engine.windows.values()].map((window) => window.webContents)
}
