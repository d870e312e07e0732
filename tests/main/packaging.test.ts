import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

interface Config {
  electronFuses: Record<string, boolean>
  extraResources: { from: string; to: string }[]
  mac: {
    hardenedRuntime: boolean
    entitlements: string
    target: { target: string; arch: string[] }[]
  }
  linux: { target: { target: string; arch: string[] }[] }
  files: string[]
}

const text = readFileSync('electron-builder.yml', 'utf8')
// The file is ours and stands in the project; the schema test below checks its shape.
const config = parse(text) as Config

test('the configuration satisfies electron-builder’s own schema', async () => {
  const require = createRequire(import.meta.url)
  const { validateConfiguration } = require('app-builder-lib/out/util/config/config.js') as {
    validateConfiguration(config: unknown, log: unknown): Promise<void>
  }
  const log = { isEnabled: false, add: () => undefined }

  await expect(validateConfiguration(parse(text), log)).resolves.toBeUndefined()
})

test('every fuse is set, and those that open the program are off', () => {
  expect(config.electronFuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false
  })
})

test('what the packages take exists, and no test data is among it', () => {
  for (const { from } of config.extraResources) expect(existsSync(from)).toBe(true)
  expect(existsSync(config.mac.entitlements)).toBe(true)
  expect(config.files.some((glob) => /tests|tools|docs/.test(glob))).toBe(false)
})
