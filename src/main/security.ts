import { app, session, type Session, type WebContents } from 'electron'

/** The one origin that the app's own window has. */
export const APP_ORIGIN = 'app://main'

/** Scheme of pages that are not the app's own document: an opaque origin each, and nothing runs in them. */
export const PAGE_SCHEME = 'page'
/** Saved pages as they were: into a frame of the window only. The last part of the address is the number of an article. */
export const ORIGINALS = `${PAGE_SCHEME}://original/`
/** Pages that wait to be printed: into a window of their own only. */
export const PRINTS = `${PAGE_SCHEME}://print/`

/** Content security policy of the window, sent as a header with every answer of the `app:` scheme. */
export const APP_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  `frame-src ${PAGE_SCHEME}:`,
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html'
].join('; ')

/** Chromium switches that close the network below the page: even a preconnect finds no host and no proxy. */
const NETWORK_SWITCHES: readonly (readonly [string, string?])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['proxy-server', 'http://127.0.0.1:1'],
  ['proxy-bypass-list', '<-loopback>'],
  ['disable-quic'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['dns-prefetch-disable'],
  ['webrtc-ip-handling-policy', 'disable_non_proxied_udp']
]

/** To be called before the app is ready. */
export function closeNetwork(): void {
  app.enableSandbox()
  // The development server is reached over the loopback; nothing else is different then.
  const switches = developing() ? [] : NETWORK_SWITCHES
  for (const [name, value] of switches) app.commandLine.appendSwitch(name, value)
  app.on('web-contents-created', (_event, contents) => confine(contents))
  app.on('login', (event) => event.preventDefault())
  app.on('select-client-certificate', (event) => event.preventDefault())
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault()
    answer(false)
  })
}

/** To be called once the app is ready, before the first window. */
export async function closeSession(target: Session = session.defaultSession): Promise<void> {
  target.webRequest.onBeforeRequest(({ url, resourceType }, answer) => {
    answer({ cancel: !isOurs(url) && !isPage(url, resourceType) })
  })
  target.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  target.setPermissionCheckHandler(() => false)
  target.setDevicePermissionHandler(() => false)
  target.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  target.setCertificateVerifyProc((_request, answer) => answer(-2))
  // Spell-check dictionaries would be downloaded.
  target.setSpellCheckerEnabled(false)
  target.on('will-download', (event) => event.preventDefault())
  if (developing()) return
  target.enableNetworkEmulation({ offline: true })
  await target.setProxy({ proxyRules: 'http://127.0.0.1:1', proxyBypassRules: '<-loopback>' })
}

/** Says whether the page comes from the development server; never in a packaged app. */
function developing(): boolean {
  return !app.isPackaged && process.env['ELECTRON_RENDERER_URL'] !== undefined
}

/** Says whether a request may be answered: only our own scheme, and the developer tools in an unpackaged app. */
function isOurs(url: string): boolean {
  if (url.startsWith(`${APP_ORIGIN}/`)) return true
  return !app.isPackaged && (url.startsWith('devtools:') || url.startsWith(devServer()))
}

/** Says whether a request is for a page that may be loaded there. */
function isPage(url: string, resourceType: string): boolean {
  if (resourceType === 'subFrame') return url.startsWith(ORIGINALS)
  return resourceType === 'mainFrame' && url.startsWith(PRINTS)
}

/** Address of the development server, or a string that no address begins with. */
function devServer(): string {
  return developing() ? (process.env['ELECTRON_RENDERER_URL'] ?? '\0') : '\0'
}

function confine(contents: WebContents): void {
  const refuse = (event: { preventDefault(): void }): void => event.preventDefault()
  // A page may load itself again: the way on when a part of it could not be loaded.
  const isReload = ({ url }: { readonly url: string }): boolean => url === contents.getURL()
  contents.on('will-navigate', (event) => {
    if (!isReload(event)) event.preventDefault()
  })
  // The window may put a saved page into a frame of its own; frames within frames and everything else stay where they are.
  contents.on('will-frame-navigate', (event) => {
    const isFine = event.isMainFrame ? isReload(event) : event.url.startsWith(ORIGINALS)
    if (!isFine) event.preventDefault()
  })
  contents.on('will-redirect', refuse)
  contents.on('will-attach-webview', refuse)
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Says whether a message comes from the main frame of our own page. */
export function isOurPage(contents: WebContents, frame: Electron.WebFrameMain | null): boolean {
  if (frame === null || contents.isDestroyed() || frame !== contents.mainFrame) return false
  return frame.origin === APP_ORIGIN || frame.url.startsWith(devServer())
}
