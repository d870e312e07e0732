// Brings the project into a state in which it can run: dependencies installed, build newer than the sources.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run, say } from './project.mjs'

const STAMP = join(root, 'node_modules/.installed')
const INSTALL_OPTIONS = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
const QUIET = { stdio: ['ignore', 'ignore', 2] }
const BUILT = [
  'out/main/index.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'out/main/cli.js'
]
const BUILD_INPUTS = ['src', 'electron.vite.config.ts', 'package.json', 'package-lock.json']

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
}

/** Installs the dependencies when they are missing or the lock file changed. No package's script runs but that of `node`. */
export function ensureInstalled() {
  const hash = lockHash()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return
  say('Installing dependencies (once; needs the npm registry) …')
  rmSync(STAMP, { force: true })
  // `npm ci` refuses a lock file in which another platform's optional packages are missing, as they are when it was written
  // beside a registry without them; `npm install` takes the locked versions all the same.
  const installed =
    run('npm', ['ci', ...INSTALL_OPTIONS], { stdio: 'ignore' }) ||
    run('npm', ['install', '--no-save', ...INSTALL_OPTIONS], QUIET)
  if (
    !installed ||
    !run('npm', ['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error'], QUIET)
  ) {
    say('Cannot install the dependencies: see above. Is the npm registry within reach?')
    process.exit(1)
  }
  writeFileSync(STAMP, hash)
}

/** Builds when anything built is missing or older than what it is made of. */
export function ensureBuilt() {
  const built = BUILT.map((path) => changedAt(join(root, path)))
  const oldest = Math.min(...built)
  const newest = Math.max(...BUILD_INPUTS.map((path) => newestIn(join(root, path))))
  if (oldest > newest) return
  say('Building …')
  if (!run('electron-vite', ['build', '--logLevel', 'error'])) {
    say('Cannot build: see above')
    process.exit(1)
  }
}

/** Time of the last change in ms; 0 when there is no such file. */
function changedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

function newestIn(path) {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats?.isDirectory()) return stats?.mtimeMs ?? 0
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))))
}
