import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const hooks = new URL('../../tools/electron-host/hooks.ts', import.meta.url).href
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hooks-'))
  const dependency = join(folder, 'node_modules/old-style')
  mkdirSync(dependency, { recursive: true })
  writeFileSync(join(dependency, 'index.js'), "module.exports = require('electron').app")
  writeFileSync(
    join(folder, 'stand-in.ts'),
    "export const app: object = { name: 'stand-in' }\nconst electron = { app }\nexport { electron as default, electron as 'module.exports' }"
  )
  writeFileSync(
    join(folder, 'main.mjs'),
    `import { standInForElectron } from '${hooks}'
     standInForElectron(new URL('./stand-in.ts', import.meta.url).href)
     const { app, default: electron } = await import('electron')
     const { app: again } = await import('electron/main')
     const { default: required } = await import('old-style')
     console.log(JSON.stringify([app.name, electron.app === app, again === app, required === app]))`
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('import and require of electron, also in dependencies, mean one and the same module', () => {
  const printed = execFileSync(process.execPath, [join(folder, 'main.mjs')], { encoding: 'utf8' })

  expect(JSON.parse(printed)).toEqual(['stand-in', true, true, true])
})
