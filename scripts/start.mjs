// Sets up what is missing and opens the app: node scripts/start.mjs [FOLDER …] [--switch …]
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { resolve } from 'node:path'
import { chooseEngine } from './lib/engine.mjs'
import { hasDisplay, root, say } from './lib/project.mjs'
import { ensureBuilt, ensureInstalled } from './lib/ready.mjs'

const given = process.argv.slice(2)
const from = process.env.INIT_CWD ?? process.cwd()
const args = given.map((arg) => (arg.startsWith('-') ? arg : resolve(from, arg)))

if (!hasDisplay && process.env.ELECTRON_HOST_HEADLESS !== '1') {
  const folder = given.find((arg) => !arg.startsWith('-')) ?? 'FOLDER'
  say(
    `There is no display to open a window on. Use a virtual one, xvfb-run -a npm start -- ${folder}, or the command line, npm run briefing -- index ${folder}`
  )
  process.exit(1)
}

ensureInstalled()
ensureBuilt()
const engine = chooseEngine()
if (engine === undefined) {
  say(
    "Electron's binary can't be fetched and there is no Chromium or Chrome. Install one (Debian and Ubuntu: apt install chromium) and start again."
  )
  process.exit(1)
}
say(engine.why)

// With this variable Electron would be a plain Node.
delete process.env.ELECTRON_RUN_AS_NODE
const app = spawn(engine.command, [...engine.args, ...args], { cwd: root, stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => app.kill(signal))
app.on('error', (error) => {
  say(`Cannot start ${engine.command}: ${error.message}`)
  process.exit(1)
})
app.on('close', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
