// Chooses what runs the app: Electron's binary, or the host over an installed Chromium.
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectNode, root, run, say, which } from './project.mjs'

const ELECTRON = join(root, 'node_modules/electron')
/** Its date says when Electron's installer failed last. */
const FAILED = join(root, 'node_modules/.electron-not-fetched')
/** How long Electron's installer may take, in ms: a good line needs less, a closed one must not hold the reader up. */
const FETCH_MS = 20_000
/** How long a failed installation is remembered, in ms. */
const REMEMBER_MS = 24 * 3600 * 1000

/** Path of Electron's binary when it is there. Never by require('electron'), which would download it. */
export function electronBinary() {
  if (process.env.ELECTRON_HOST_FORCE === '1') return undefined
  const pathFile = join(ELECTRON, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(ELECTRON, 'dist')
  const binary = join(dist, readFileSync(pathFile, 'utf8'))
  return existsSync(binary) ? binary : undefined
}

/** Lets Electron's own installer try once a day. */
export function fetchElectron() {
  if (process.env.ELECTRON_HOST_FORCE === '1' || electronBinary() !== undefined) return
  const failedAt = statSync(FAILED, { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (Date.now() - failedAt < REMEMBER_MS) return
  say('Fetching Electron …')
  const fetched = run(projectNode(), [join(ELECTRON, 'install.js')], {
    timeout: FETCH_MS,
    killSignal: 'SIGKILL',
    shell: false,
    stdio: 'ignore'
  })
  if (!fetched) writeFileSync(FAILED, '')
}

/** Path of an installed Chromium or Chrome, as the host looks for it. */
export function chromium() {
  const windowsRoots = ['LOCALAPPDATA', 'PROGRAMFILES', 'PROGRAMFILES(X86)']
    .map((name) => process.env[name])
    .filter(Boolean)
  return [
    process.env.ELECTRON_HOST_CHROMIUM,
    '/usr/lib/chromium/chromium',
    ...['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'].map(which),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...windowsRoots.map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
    ...windowsRoots.map((folder) => join(folder, 'Microsoft/Edge/Application/msedge.exe'))
  ].find((path) => path && existsSync(path))
}

/** Installs Debian packages where that is allowed: as root, with apt. Answers whether they are there now. */
export function installPackages(packages) {
  if (process.getuid?.() !== 0 || which('apt-get') === undefined) return false
  say(`Installing ${packages.join(', ')} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return (
    run('apt-get', ['update', '-qq'], { env, stdio: 'ignore' }) &&
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
      env,
      stdio: 'ignore'
    })
  )
}

/** The command line that runs the app, and why that one; undefined when nothing can. */
export function chooseEngine() {
  fetchElectron()
  const binary = electronBinary()
  if (binary !== undefined) {
    const { version } = JSON.parse(readFileSync(join(ELECTRON, 'package.json'), 'utf8'))
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    return { command: binary, args: [root, ...sandbox], why: `Running on Electron ${version}` }
  }
  if (chromium() === undefined) installPackages(['chromium'])
  const browser = chromium()
  if (browser === undefined) return undefined
  return {
    command: projectNode(),
    args: [join(root, 'tools/electron-host/bin.ts'), root],
    why: `Running over ${browser}, because Electron's binary could not be fetched`
  }
}
