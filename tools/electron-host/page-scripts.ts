import { makeBridge } from './bridge.ts'
import { makeCodec } from './codec.ts'

/** Name of the isolated world that the preload runs in, and of what joins it to the host. */
export const PRELOAD_WORLD = 'electron-preload'
export const BINDING = '__electronHostSend'
export const RECEIVER = '__electronHostReceive'
export const PATH_QUESTION = '__electronHostPath'

export interface PageSettings {
  /** Stem of the secret event names that join the two halves of the bridge. */
  readonly secret: string
  /** Schemes of the app, which Chromium does not know. */
  readonly schemes: readonly string[]
  readonly preloadPath: string
  readonly process: Record<string, unknown>
}

/** What the preload's world tells the host. */
export type FromPage =
  | {
      readonly kind: 'invoke'
      readonly id: number
      readonly channel: string
      readonly args: unknown
    }
  | { readonly kind: 'send'; readonly channel: string; readonly args: unknown }
  | { readonly kind: 'preload-error'; readonly text: string }
  | { readonly kind: 'window'; readonly focused: boolean }

/** What the host tells the preload's world. */
export type ToPage =
  | { readonly kind: 'answer'; readonly id: number; readonly ok: boolean; readonly args: unknown }
  | { readonly kind: 'event'; readonly channel: string; readonly args: unknown }

type Preload = (
  require: (id: string) => unknown,
  module: { exports: unknown },
  exports: unknown,
  process: unknown,
  global: unknown
) => void

type Listener = (event: unknown, ...args: unknown[]) => void

/** Runs in the preload's world of every document, before any script of the page. Stands alone: only its text gets there. */
function runPreload(
  settings: PageSettings,
  bridgeMaker: typeof makeBridge,
  codecMaker: typeof makeCodec,
  preload: Preload | null
) {
  const world = globalThis as unknown as Record<string, unknown>
  const post = world['__electronHostSend'] as (text: string) => void
  // As in Electron, frames inside the page get no preload.
  if (window !== window.top) return
  const tell = (message: FromPage) => post(JSON.stringify(message))
  const { encode, decode } = codecMaker(
    (bytes) => bytes.toBase64(),
    (text) => Uint8Array.fromBase64(text)
  )
  const bridge = bridgeMaker(settings.secret + '-preload', settings.secret + '-page')
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  const listeners = new Map<string, Listener[]>()
  let lastId = 0

  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = ++lastId
        tell({ kind: 'invoke', id, channel, args: encode(args) })
        waiting.set(id, { resolve, reject })
      }),
    send: (channel: string, ...args: unknown[]) =>
      tell({ kind: 'send', channel, args: encode(args) }),
    on(channel: string, listener: Listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
      return ipcRenderer
    },
    removeListener(channel: string, listener: Listener) {
      const left = [...(listeners.get(channel) ?? [])]
      const at = left.lastIndexOf(listener)
      if (at >= 0) left.splice(at, 1)
      listeners.set(channel, left)
      return ipcRenderer
    },
    off: (channel: string, listener: Listener) => ipcRenderer.removeListener(channel, listener)
  }

  // Long messages come in pieces, one right after the other.
  let held = ''
  world['__electronHostReceive'] = (piece: string, isLast: boolean) => {
    held += piece
    if (!isLast) return
    const message = JSON.parse(held) as ToPage
    held = ''
    const args = decode(message.args) as unknown[]
    if (message.kind === 'answer') {
      const question = waiting.get(message.id)
      waiting.delete(message.id)
      if (message.ok) question?.resolve(args[0])
      else question?.reject(new Error(String(args[0])))
      return
    }
    for (const listener of listeners.get(message.channel) ?? [])
      try {
        listener({ sender: ipcRenderer, ports: [] }, ...args)
      } catch (error) {
        reportError(error)
      }
  }

  // The host sees the pause, asks the browser for the file's path, sets `answer.path` and lets the page go on: getPathForFile is
  // synchronous in Electron, and the path is known to the browser process alone.
  function __electronHostPath(file: File) {
    const answer = { file, path: '' }
    // eslint-disable-next-line no-debugger -- the pause is the question
    debugger
    return answer.path
  }

  const electron = {
    ipcRenderer,
    contextBridge: { exposeInMainWorld: (key: string, api: unknown) => bridge.expose(key, api) },
    webUtils: {
      getPathForFile(file: unknown) {
        if (file instanceof File) return __electronHostPath(file)
        throw new TypeError('getPathForFile expected a File')
      }
    }
  }

  // Moves of the window have no event in a page, so its place is looked at whenever the reader comes back to it.
  let place = ''
  const look = () => {
    const now = [screenX, screenY, outerWidth, outerHeight, document.hasFocus()].join()
    if (now !== place) tell({ kind: 'window', focused: document.hasFocus() })
    place = now
  }
  for (const name of ['resize', 'focus', 'blur', 'mouseover']) addEventListener(name, look, true)

  const require = (id: string) => {
    if (id === 'electron' || id === 'electron/renderer') return electron
    throw new Error(`module not found: ${id} (a sandboxed preload has electron only)`)
  }
  const module = { exports: {} }
  try {
    preload?.(require, module, module.exports, settings.process, globalThis)
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
    tell({ kind: 'preload-error', text })
  }
}

/** Runs in the page: a frame whose address has a scheme of the app gets the address that Chromium loads (see `toChromium`). */
function runFrames(schemes: readonly string[]) {
  const setAttribute = Reflect.get(Element.prototype, 'setAttribute') as Element['setAttribute']
  Element.prototype.setAttribute = function (this: Element, name: string, value: string) {
    const [, scheme = '', host = '', rest = ''] =
      /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(value) ?? []
    const isFrame = this instanceof HTMLIFrameElement && name.toLowerCase() === 'src'
    const known = isFrame && schemes.includes(scheme)
    setAttribute.call(this, name, known ? `http://${host}.${scheme}.localhost${rest}` : value)
  }
}

/** Script for the page's own world: its half of the bridge, and addresses of frames. */
export function pageWorldScript({ secret, schemes }: PageSettings): string {
  return (
    `(${makeBridge.toString()})(${JSON.stringify(secret + '-page')}, ${JSON.stringify(secret + '-preload')});` +
    `(${runFrames.toString()})(${JSON.stringify(schemes)})`
  )
}

/** Script for the isolated world: the other half, Electron's renderer API, then the app's preload. */
export function preloadWorldScript(settings: PageSettings, preload: string | undefined): string {
  const wrapped =
    preload === undefined
      ? 'null'
      : `function (require, module, exports, process, global) {${preload}\n}`
  return (
    `(${runPreload.toString()})(${JSON.stringify(settings)}, ${makeBridge.toString()}, ${makeCodec.toString()}, ${wrapped})` +
    `\n//# sourceURL=electron-preload:///${settings.preloadPath}`
  )
}
