// What the other scripts share. Plain Node 20 without dependencies: it runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))
const onWindows = process.platform === 'win32'
const bin = join(root, 'node_modules/.bin')

/** Environment in which the project's own tools, and its own Node first of all, are found by name. */
export const toolEnv = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` }

/** The project's own Node; the one that runs this script when it is not installed. */
export function projectNode() {
  const path = join(root, 'node_modules/node/bin', onWindows ? 'node.exe' : 'node')
  return existsSync(path) ? path : process.execPath
}

/** One plain line on stderr: standard output belongs to the command that was asked for. */
export function say(line) {
  console.error(line)
}

/** Runs a tool of the project or the system; its output goes to stderr. Answers whether it went well. */
export function run(command, args, options = {}) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    env: toolEnv,
    stdio: ['ignore', 2, 2],
    shell: onWindows,
    ...options
  })
  return status === 0
}

/** Runs a tool and keeps what it prints. */
export function runQuietly(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: toolEnv,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: onWindows,
      ...options
    })
    let output = ''
    child.stdout.on('data', (part) => (output += part))
    child.stderr.on('data', (part) => (output += part))
    child.on('error', (error) => resolve({ ok: false, output: output + error.message }))
    child.on('close', (code) => resolve({ ok: code === 0, output }))
  })
}

/** Path of a program on the PATH. */
export function which(program) {
  const names = onWindows ? [`${program}.exe`, `${program}.cmd`] : [program]
  return (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path))
}

export const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
