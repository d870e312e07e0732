import { copyFileSync, existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import Store from 'electron-store'
import * as v from 'valibot'
import { DEFAULT_SETTINGS, type Settings } from '../shared/settings'

/** Where a window stood. */
export interface Bounds {
  readonly x?: number
  readonly y?: number
  readonly width: number
  readonly height: number
  readonly maximized: boolean
}

/** A folder that was opened before; `id` is what the window knows of it. */
export interface RecentPath {
  readonly id: string
  readonly path: string
}

/** Where a copy of the notes is kept, and the SHA-256 of what was written or read there last. */
export interface KeptSidecar {
  readonly folder: string
  readonly seen: string
}

interface Kept {
  sidecar: KeptSidecar | null
  settings: Settings
  bounds: Bounds | null
  recent: readonly RecentPath[]
}

const number = (least: number, most: number) =>
  v.pipe(v.number(), v.minValue(least), v.maxValue(most))

/** Field by field: a wrong value falls back to its default and takes nothing else with it. */
const SETTINGS = v.object({
  theme: v.fallback(v.picklist(['system', 'light', 'sepia', 'dark']), DEFAULT_SETTINGS.theme),
  readingFont: v.fallback(v.picklist(['serif', 'sans']), DEFAULT_SETTINGS.readingFont),
  readingSize: v.fallback(number(12, 32), DEFAULT_SETTINGS.readingSize),
  readingLeading: v.fallback(number(1.2, 2.2), DEFAULT_SETTINGS.readingLeading),
  readingWidth: v.fallback(number(40, 100), DEFAULT_SETTINGS.readingWidth),
  marks: v.fallback(v.picklist(['off', 'strong', 'all']), DEFAULT_SETTINGS.marks),
  hiddenMarks: v.fallback(v.array(v.string()), [...DEFAULT_SETTINGS.hiddenMarks]),
  ignore: v.fallback(v.array(v.pipe(v.string(), v.maxLength(500))), [...DEFAULT_SETTINGS.ignore]),
  sizeLimitMb: v.fallback(number(1, 1024), DEFAULT_SETTINGS.sizeLimitMb),
  globalShortcut: v.fallback(v.boolean(), DEFAULT_SETTINGS.globalShortcut),
  keys: v.fallback(v.record(v.string(), v.string()), {}),
  allowLinks: v.fallback(v.boolean(), DEFAULT_SETTINGS.allowLinks),
  dismissed: v.fallback(v.array(v.string()), [])
})
const BOUNDS = v.object({
  x: v.optional(v.number()),
  y: v.optional(v.number()),
  width: number(200, 20_000),
  height: number(150, 20_000),
  maximized: v.boolean()
})
const SIDECAR = v.object({ folder: v.string(), seen: v.string() })
const RECENT = v.array(v.object({ id: v.string(), path: v.string() }))

/** How many recent folders are kept. */
const MAX_RECENT = 12

/**
 * Settings, window bounds and recent folders in `settings.json`.
 *
 * A damaged file never stops the app: it is kept as `settings.damaged-N.json`, the last good copy (`settings.json.bak`) takes its
 * place, else the defaults; `damaged` then names the kept file.
 */
export class SettingsStore {
  readonly damaged: string | undefined
  readonly #store: Store<Kept>

  constructor(folder: string) {
    this.damaged = mend(folder)
    this.#store = new Store<Kept>({
      cwd: folder,
      name: 'settings',
      defaults: { settings: DEFAULT_SETTINGS, bounds: null, recent: [], sidecar: null }
    })
  }

  get settings(): Settings {
    return { ...DEFAULT_SETTINGS, ...v.parse(SETTINGS, plainObject(this.#store.get('settings'))) }
  }

  /** Merges a change; wrong values are dropped. Answers with the settings in force. */
  change(change: Partial<Settings>): Settings {
    const wanted = { ...this.settings, ...change }
    const settings = { ...DEFAULT_SETTINGS, ...v.parse(SETTINGS, wanted) }
    this.#store.set('settings', settings)
    return settings
  }

  get bounds(): Bounds | undefined {
    const parsed = v.safeParse(BOUNDS, this.#store.get('bounds'))
    // `exactOptionalPropertyTypes`: valibot types an absent x as possibly undefined.
    return parsed.success ? (parsed.output as Bounds) : undefined
  }

  rememberBounds(bounds: Bounds): void {
    this.#store.set('bounds', bounds)
  }

  get sidecar(): KeptSidecar | undefined {
    const parsed = v.safeParse(SIDECAR, this.#store.get('sidecar'))
    return parsed.success ? parsed.output : undefined
  }

  keepSidecar(sidecar: KeptSidecar | undefined): void {
    this.#store.set('sidecar', sidecar ?? null)
  }

  get recent(): readonly RecentPath[] {
    const parsed = v.safeParse(RECENT, this.#store.get('recent'))
    return parsed.success ? parsed.output : []
  }

  /** Puts a folder first in the list. */
  addRecent(entry: RecentPath): void {
    const others = this.recent.filter((known) => known.path !== entry.path)
    this.#store.set('recent', [entry, ...others].slice(0, MAX_RECENT))
  }

  clearRecent(): void {
    this.#store.set('recent', [])
  }
}

function plainObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

/** Puts a damaged settings file aside and restores its last good copy; answers with the name of the kept file. */
function mend(folder: string): string | undefined {
  const file = join(folder, 'settings.json')
  const backup = `${file}.bak`
  if (!existsSync(file)) return undefined
  if (holdsObject(file)) {
    copyFileSync(file, backup)
    return undefined
  }
  let n = 1
  while (existsSync(join(folder, `settings.damaged-${n}.json`))) n++
  const kept = join(folder, `settings.damaged-${n}.json`)
  renameSync(file, kept)
  if (existsSync(backup) && holdsObject(backup)) copyFileSync(backup, file)
  return kept
}

function holdsObject(file: string): boolean {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
