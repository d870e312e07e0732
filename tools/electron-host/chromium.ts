import { spawn } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startBrowser, type Connection, type Session } from './cdp.ts'

const FEATURES_OFF = [
  'AutofillServerCommunication',
  'DestroyProfileOnBrowserClose',
  'GlobalMediaControls',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'InterestFeedContentSuggestions',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'Translate'
]

/** What makes a browser behave as a plain window: no first-run pages, no bars, no housekeeping on the network. */
const FLAGS = [
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--no-service-autorun',
  '--password-store=basic',
  '--use-mock-keychain',
  '--test-type',
  '--disable-background-networking',
  '--disable-backgrounding-occluded-windows',
  '--disable-back-forward-cache',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-field-trial-config',
  '--disable-infobars',
  '--disable-popup-blocking',
  '--disable-prompt-on-repost',
  '--disable-renderer-backgrounding',
  '--disable-search-engine-choice-screen',
  '--disable-sync',
  '--enable-unsafe-swiftshader',
  '--hide-crash-restore-bubble',
  '--metrics-recording-only',
  `--disable-features=${FEATURES_OFF.join(',')}`
]

/** Never the app's own address: the preload must be in place before the first document of the app. */
const BLANK = 'data:text/html,'
const HEADLESS = ['--headless', '--hide-scrollbars', '--mute-audio', '--force-color-profile=srgb']
/** How long a browser may take to close by itself, in ms; then it is ended. */
const CLOSE_MS = 2000

/** Path of an installed Chromium, Chrome or Edge. `ELECTRON_HOST_CHROMIUM` names another one. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const windowsRoots = ['LOCALAPPDATA', 'PROGRAMFILES', 'PROGRAMFILES(X86)'].flatMap(
    (name) => env[name] ?? []
  )
  const places = [
    // Debian's /usr/bin/chromium is a shell script that adds flags of its own.
    '/usr/lib/chromium/chromium',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...windowsRoots.map((root) => join(root, 'Google/Chrome/Application/chrome.exe')),
    ...windowsRoots.map((root) => join(root, 'Microsoft/Edge/Application/msedge.exe'))
  ]
  return [env['ELECTRON_HOST_CHROMIUM'], ...places].find((path) => path && existsSync(path))
}

export interface ChromiumOptions {
  readonly profile: string
  readonly headless: boolean
  readonly windowClass: string
  /** Switches of the app, as `--name=value`. */
  readonly switches: readonly string[]
}

/** A page asked for another window. */
export interface Popup {
  readonly session: Session
  readonly targetId: string
  readonly openerId: string
  /** Lets it run: it waits for that from its start, and its opener with it. */
  go(): Promise<void>
}

export interface Desktop {
  readonly dark: boolean
  readonly size: { readonly width: number; readonly height: number }
}

/** The browser process. Hands out blank windows; ends with its last window, as browsers do. */
export class Chromium {
  readonly connection: Connection
  readonly root: Session
  version = ''
  onPopup: (popup: Popup) => void = ({ go }) => void go()
  private readonly executable: string
  private readonly flags: readonly string[]
  private readonly headless: boolean
  private readonly pid: number | undefined
  private readonly ended: Promise<unknown>
  private readonly spare: Session[] = []
  private readonly wanted: ((session: Session) => void)[] = []
  private startWindowIsDue = true

  constructor(options: ChromiumOptions) {
    const executable = findChromium()
    if (executable === undefined)
      throw new Error(
        'Cannot find Chromium or Chrome: install one or name it in ELECTRON_HOST_CHROMIUM'
      )
    mkdirSync(options.profile, { recursive: true })
    this.executable = executable
    this.headless = options.headless
    this.flags = [
      `--user-data-dir=${options.profile}`,
      `--class=${options.windowClass}`,
      ...FLAGS,
      ...options.switches,
      // Chromium refuses to run as root with its sandbox.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(options.headless ? HEADLESS : [])
    ]
    const { child, connection } = startBrowser(executable, [...this.flags, `--app=${BLANK}`])
    this.pid = child.pid
    this.ended = new Promise((resolve) => child.once('exit', resolve))
    this.connection = connection
    this.root = connection.root
  }

  async start(): Promise<void> {
    this.root.on('Target.attachedToTarget', ({ sessionId, targetInfo, waitingForDebugger }) => {
      const session = this.connection.session(sessionId, targetInfo.targetId)
      const go = async () => {
        if (waitingForDebugger) await session.send('Runtime.runIfWaitingForDebugger').catch(ignore)
      }
      if (targetInfo.type === 'browser') return
      if (targetInfo.type !== 'page' || targetInfo.url.startsWith('chrome:')) {
        void go()
        this.root.send('Target.detachFromTarget', { sessionId }).catch(ignore)
      } else if (targetInfo.openerId !== undefined) {
        const { targetId, openerId } = targetInfo
        this.onPopup({ session, targetId, openerId, go })
      } else {
        void go()
        this.hand(session)
      }
    })
    this.version = (await this.root.send('Browser.getVersion')).product.split('/')[1] ?? ''
    await this.root.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
      filter: [{ type: 'page' }]
    })
  }

  /** A blank window: the one Chromium started with, or a further one. */
  window(): Promise<Session> {
    const ready = this.spare.shift()
    if (ready) return Promise.resolve(ready)
    return new Promise((resolve) => {
      this.wanted.push(resolve)
      if (this.startWindowIsDue && this.wanted.length === 1) return
      if (this.headless)
        this.root.send('Target.createTarget', { url: 'about:blank', newWindow: true }).catch(ignore)
      else this.askRunningInstance()
    })
  }

  /** What the blank first window sees of the desktop: its taste in colours and the usable screen. */
  async desktop(): Promise<Desktop> {
    const session = await this.window()
    this.spare.unshift(session)
    const expression =
      '({ dark: matchMedia("(prefers-color-scheme: dark)").matches, size: { width: screen.availWidth, height: screen.availHeight } })'
    const { result } = await session.send('Runtime.evaluate', { expression, returnByValue: true })
    return result.value as Desktop
  }

  async close(): Promise<void> {
    const late = new Promise((resolve) => setTimeout(resolve, CLOSE_MS))
    // Its answer comes before its end, and what pages keep is written in between.
    const closed = this.root.send('Browser.close').then(() => this.ended, ignore)
    await Promise.race([closed, late])
    if (this.pid === undefined) return
    try {
      process.kill(process.platform === 'win32' ? this.pid : -this.pid, 'SIGKILL')
    } catch {
      // It has ended by itself.
    }
  }

  private hand(session: Session) {
    this.startWindowIsDue = false
    const taker = this.wanted.shift()
    if (taker) taker(session)
    else this.spare.push(session)
  }

  /** A second start with the same profile is handed to the running browser, which opens a window without tabs. */
  private askRunningInstance() {
    spawn(this.executable, [...this.flags, `--app=${BLANK}`], {
      stdio: 'ignore',
      detached: true
    }).unref()
  }
}

export const ignore = () => undefined
