// Builds, opens the app and rebuilds on change. Needs scripts/ensure.mjs to have run.
import { join } from 'node:path'
import { electronBinary, fetchElectron } from './lib/engine.mjs'
import { root, run, say, toolEnv } from './lib/project.mjs'

fetchElectron()
const host = join(root, 'tools/electron-host/bin.ts')
const env = electronBinary() === undefined ? { ...toolEnv, ELECTRON_EXEC_PATH: host } : toolEnv
if (env.ELECTRON_EXEC_PATH === host)
  say('Running over Chromium, because Electron’s binary is not there')
process.exit(
  run('electron-vite', ['dev', ...process.argv.slice(2)], { env, stdio: 'inherit' }) ? 0 : 1
)
