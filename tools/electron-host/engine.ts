import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserWindow } from './browser-window.ts'
import type { Chromium } from './chromium.ts'

interface Manifest {
  readonly name?: string
  readonly productName?: string
  readonly version?: string
  readonly main?: string
}

/** What the parts of the host share while it runs. */
interface Engine {
  appPath: string
  manifest: Manifest
  headless: boolean
  chromium: Chromium | undefined
  /** Open windows by id, in order of their making. */
  readonly windows: Map<number, BrowserWindow>
}

export const engine: Engine = {
  appPath: process.cwd(),
  manifest: {},
  headless: process.env['ELECTRON_HOST_HEADLESS'] === '1',
  chromium: undefined,
  windows: new Map()
}

/** The started browser; asking earlier is a mistake of the app. */
export function running(): Chromium {
  if (!engine.chromium) throw new Error('Cannot use Chromium before the app is ready')
  return engine.chromium
}

export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
}

/** Value of `--name=value` on the command line. */
export function switchValue(name: string): string | undefined {
  return process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3)
}
