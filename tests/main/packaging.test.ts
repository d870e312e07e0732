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
  win: { target: { target: string; arch: string[] }[] }
  fileAssociations: { ext: string[] }[]
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

test('macOS, Windows and Linux get the packages that were promised', () => {
  const targets = (list: { target: string; arch: string[] }[]) =>
    list.map(({ target, arch }) => `${target} ${arch.toSorted().join('+')}`)

  expect(targets(config.mac.target)).toEqual(['dmg arm64+x64'])
  expect(targets(config.win.target)).toEqual(['nsis arm64+x64', 'portable x64'])
  expect(targets(config.linux.target)).toEqual(['AppImage arm64+x64', 'deb arm64+x64'])
  expect(config.mac).toMatchObject({ hardenedRuntime: true, notarize: true })
})

test('a deb has what it can’t be made without: a homepage and an author with an address', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, string>

  expect(manifest['homepage']).toMatch(/^https:/)
  expect(manifest['author']).toMatch(/<\S+@\S+>$/)
})

test('icons are made from a picture that is large enough for every system', () => {
  const png = readFileSync('resources/build/icon.png')

  // Width and height stand in the header of a PNG; macOS wants 1024 for its sharpest screens.
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1024, 1024])
})

test('every format that the app opens by its ending can be opened with it', () => {
  const endings = config.fileAssociations.flatMap(({ ext }) => ext)

  expect(endings).toEqual(expect.arrayContaining(['txt', 'md', 'html', 'mhtml', 'pdf', 'epub']))
  expect(new Set(endings).size).toBe(endings.length)
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
