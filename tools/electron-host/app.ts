import type { App as ElectronApp, AboutPanelOptionsOptions } from 'electron'
import { EventEmitter } from 'node:events'
import { mkdirSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Chromium } from './chromium.ts'
import { engine, switchValue } from './engine.ts'
import { makeEvent } from './events.ts'
import { handOver, listenForOthers, type SecondStart } from './single-instance.ts'
import { only } from './unavailable.ts'

type Part = Pick<
  ElectronApp,
  | 'quit'
  | 'exit'
  | 'isReady'
  | 'whenReady'
  | 'getPath'
  | 'setPath'
  | 'getAppPath'
  | 'getName'
  | 'setName'
  | 'getVersion'
  | 'getLocale'
  | 'enableSandbox'
  | 'requestSingleInstanceLock'
  | 'releaseSingleInstanceLock'
  | 'setAppUserModelId'
  | 'addRecentDocument'
  | 'clearRecentDocuments'
  | 'setAboutPanelOptions'
  | 'showAboutPanel'
  | 'configureHostResolver'
>

/** Switches that join the host to its browser; the app may not set them. */
const OWN_SWITCHES = new Set([
  'app',
  'headless',
  'remote-debugging-pipe',
  'remote-debugging-port',
  'user-data-dir'
])

class CommandLine {
  readonly switches = new Map<string, string>()

  appendSwitch(name: string, value = '') {
    this.switches.set(name, value)
  }
  hasSwitch(name: string) {
    return (
      this.switches.has(name) ||
      process.argv.includes(`--${name}`) ||
      switchValue(name) !== undefined
    )
  }
  getSwitchValue(name: string) {
    return this.switches.get(name) ?? switchValue(name) ?? ''
  }

  forChromium(): string[] {
    return [...this.switches]
      .filter(([name]) => !OWN_SWITCHES.has(name))
      .map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`))
  }
}

/** Electron's `app`. Starts and ends the browser. */
export class App extends EventEmitter implements Part {
  readonly isPackaged = false
  readonly dock = undefined
  isQuitting = false
  readonly line = new CommandLine()
  readonly commandLine = only('app.commandLine', this.line)
  private readonly paths = new Map<string, string>()
  private readonly readiness = Promise.withResolvers<undefined>()
  private readonly asked = Promise.withResolvers<undefined>()
  private about: AboutPanelOptionsOptions = {}
  private nameSet: string | undefined
  private ready = false
  private leaving = false
  private stopListening: (() => void) | undefined

  get name() {
    return this.nameSet ?? engine.manifest.productName ?? engine.manifest.name ?? 'Electron'
  }
  set name(name: string) {
    this.nameSet = name
  }
  getName() {
    return this.name
  }
  setName(name: string) {
    this.name = name
  }
  getVersion() {
    return engine.manifest.version ?? '0.0.0'
  }
  getAppPath() {
    return engine.appPath
  }
  getLocale() {
    return switchValue('lang') ?? Intl.DateTimeFormat().resolvedOptions().locale
  }

  getPath(name: Parameters<ElectronApp['getPath']>[0]): string {
    const set = this.paths.get(name)
    if (set !== undefined) return set
    switch (name) {
      case 'home':
        return homedir()
      case 'temp':
        return tmpdir()
      case 'exe':
        return process.execPath
      case 'appData':
        return settingsRoot()
      case 'userData':
      case 'sessionData':
        return resolve(switchValue('user-data-dir') ?? join(this.getPath('appData'), this.name))
      case 'logs':
        return join(this.getPath('userData'), 'logs')
      case 'desktop':
      case 'documents':
      case 'downloads':
        return join(homedir(), name.charAt(0).toUpperCase() + name.slice(1))
      default:
        throw new Error(`Failed to get '${name}' path`)
    }
  }
  setPath(name: string, path: string) {
    this.paths.set(name, path)
  }

  isReady() {
    return this.ready
  }
  whenReady(): Promise<void> {
    this.asked.resolve(undefined)
    return this.readiness.promise
  }
  override on(name: string | symbol, listener: (...args: never[]) => void) {
    if (name === 'ready') this.asked.resolve(undefined)
    return super.on(name, listener as () => void)
  }

  enableSandbox() {
    // Chromium's sandbox is on unless root runs it.
  }
  setAppUserModelId() {
    // Of use on Windows' taskbar alone.
  }
  configureHostResolver() {
    // The app's own switches close the resolver.
  }
  addRecentDocument() {
    // The host has no list of recent documents.
  }
  clearRecentDocuments() {
    // See above.
  }
  setAboutPanelOptions(options: AboutPanelOptionsOptions) {
    this.about = options
  }
  showAboutPanel() {
    const name = this.about.applicationName ?? this.name
    console.error(`${name} ${this.about.applicationVersion ?? this.getVersion()}`)
  }

  requestSingleInstanceLock(additionalData?: Record<PropertyKey, unknown>): boolean {
    const folder = this.getPath('userData')
    mkdirSync(folder, { recursive: true })
    const start: SecondStart = {
      argv: process.argv,
      workingDirectory: process.cwd(),
      additionalData
    }
    if (handOver(folder, start)) return false
    this.stopListening ??= listenForOthers(folder, (other) => {
      const { argv, workingDirectory, additionalData: data } = other
      void this.whenReady().then(() => {
        this.emit('second-instance', makeEvent(), argv, workingDirectory, data)
      })
    })
    return true
  }
  releaseSingleInstanceLock() {
    this.stopListening?.()
    this.stopListening = undefined
  }

  quit() {
    if (this.leaving || this.prevented('before-quit')) return
    // Windows that close on the way out are no reason for 'window-all-closed'.
    this.isQuitting = true
    const stays = [...engine.windows.values()].find((window) => !window.mayClose())
    if (stays) this.isQuitting = false
    else if (!this.prevented('will-quit')) this.exit(0)
  }
  exit(code = 0) {
    if (this.leaving) return
    this.leaving = true
    this.emit('quit', makeEvent(), code)
    this.releaseSingleInstanceLock()
    void Promise.resolve(engine.chromium?.close()).then(() => process.exit(code))
  }

  /** Settles once the app's main module waits for 'ready'; its switches are known then. */
  waitsForReady(): Promise<undefined> {
    return this.asked.promise
  }

  async startBrowser(): Promise<Chromium> {
    const chromium = new Chromium({
      profile: join(this.getPath('userData'), 'chromium-host'),
      headless: engine.headless,
      windowClass: (engine.manifest.name ?? 'electron').replace(/\W/g, '-'),
      switches: [
        ...this.line.forChromium(),
        ...process.argv.filter((arg) => arg === '--force-dark-mode' || arg.startsWith('--lang='))
      ]
    })
    engine.chromium = chromium
    chromium.connection.on('close', () => {
      for (const window of [...engine.windows.values()]) window.vanish()
      if (!this.isQuitting) this.quit()
    })
    await chromium.start()
    return chromium
  }

  becomeReady() {
    this.ready = true
    this.emit('will-finish-launching')
    this.emit('ready', makeEvent(), {})
    this.readiness.resolve(undefined)
  }

  private prevented(name: string): boolean {
    const event = makeEvent()
    this.emit(name, event)
    return event.defaultPrevented
  }
}

function settingsRoot(): string {
  if (process.platform === 'win32') return process.env['APPDATA'] ?? homedir()
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support')
  return process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
}

export const hostApp = new App()
export const app = only('app', hostApp)
