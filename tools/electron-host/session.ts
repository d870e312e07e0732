import type {
  CallbackResponse,
  OnBeforeRequestListenerDetails,
  Session as ElectronSession,
  WebRequest
} from 'electron'
import { EventEmitter } from 'node:events'
import { ignore } from './chromium.ts'
import { engine, running } from './engine.ts'
import { makeEvent } from './events.ts'
import { protocol, toChromium } from './protocol.ts'
import { only } from './unavailable.ts'

type BeforeRequest = Parameters<WebRequest['onBeforeRequest']>[0]
type PermissionCheck = Parameters<ElectronSession['setPermissionCheckHandler']>[0]
type Part = Pick<
  ElectronSession,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setProxy'
  | 'enableNetworkEmulation'
  | 'setSpellCheckerEnabled'
  | 'setCertificateVerifyProc'
  | 'clearStorageData'
  | 'clearCache'
>

/** Electron's name of a permission and Chromium's. */
const PERMISSIONS = [
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-sanitized-write', 'clipboard-write'],
  ['display-capture', 'display-capture'],
  ['geolocation', 'geolocation'],
  ['idle-detection', 'idle-detection'],
  ['media', 'microphone'],
  ['media', 'camera'],
  ['midi', 'midi'],
  ['notifications', 'notifications'],
  ['storage-access', 'storage-access'],
  ['window-management', 'window-management']
] as const

class HostSession extends EventEmitter implements Part {
  readonly protocol = protocol
  readonly webRequest = only('session.webRequest', {
    onBeforeRequest: (...args: unknown[]) => {
      // Electron takes (listener) or (filter, listener); the app's filters cover every address.
      this.beforeRequest = (args.at(-1) ?? null) as BeforeRequest
    }
  })
  private beforeRequest: BeforeRequest = null
  private mayUse: PermissionCheck = null

  /** What the app's own fence says of a request; `cancel` refuses it. */
  judge(details: OnBeforeRequestListenerDetails): Promise<CallbackResponse> {
    const { beforeRequest } = this
    if (!beforeRequest) return Promise.resolve({})
    return new Promise((resolve) => beforeRequest(details, resolve))
  }

  setPermissionRequestHandler() {
    // A request can't be held back over the protocol: the check handler decides beforehand, see below.
  }
  setPermissionCheckHandler(handler: PermissionCheck) {
    this.mayUse = handler
    this.applyPermissions()
  }
  setDevicePermissionHandler() {
    // Devices are chosen in Chromium's own dialogs, which no page of a headless or app window gets without a gesture.
  }
  setDisplayMediaRequestHandler() {
    // Covered by the permission 'display-capture'.
  }
  async setProxy() {
    // The app's switches close the network for the browser as a whole.
  }
  enableNetworkEmulation() {
    // See setProxy.
  }
  setSpellCheckerEnabled() {
    // Chromium downloads no dictionaries while background networking is off.
  }
  setCertificateVerifyProc() {
    // No connection gets as far as a certificate.
  }

  async clearStorageData() {
    const [window] = engine.windows.values()
    const origin = new URL(toChromium(window?.webContents.getURL() ?? 'about:blank')).origin
    await window?.webContents.protocolSession?.send('Storage.clearDataForOrigin', {
      origin,
      storageTypes: 'all'
    })
  }
  async clearCache() {
    const [window] = engine.windows.values()
    await window?.webContents.protocolSession?.send('Network.clearBrowserCache')
  }

  /** Tells Chromium what the app's check handler says of each permission; without a handler Electron allows. */
  applyPermissions() {
    const { mayUse } = this
    if (!mayUse || !engine.chromium) return
    for (const [electronName, name] of PERMISSIONS) {
      const granted = mayUse(null, electronName, '', { isMainFrame: true })
      running()
        .root.send('Browser.setPermission', {
          permission: { name },
          setting: granted ? 'granted' : 'denied'
        })
        .catch(ignore)
    }
  }

  /** Refuses every download and tells the app of it. */
  async watchDownloads() {
    const { root } = running()
    root.on('Browser.downloadWillBegin', ({ url, suggestedFilename }) => {
      const item = only('DownloadItem', {
        cancel: ignore,
        getURL: () => url,
        getFilename: () => suggestedFilename
      })
      this.emit('will-download', makeEvent(), item, null)
    })
    await root.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true })
  }
}

/** One browser profile, so one session; partitions are not kept apart. */
export const hostSession = new HostSession()
export const defaultSession = only('session', hostSession)
export const session = only('session', { defaultSession, fromPartition: () => defaultSession })
