import Store from 'electron-store'
import * as v from 'valibot'

/** How long changes wait for others before they are written, ms: a reader who drags a border makes many. */
const WRITE_AFTER_MS = 300
/** More names than the window has; what is beyond them is not kept. */
const MAX_NAMES = 100

const KEPT = v.fallback(v.record(v.string(), v.string()), {})

/**
 * What the window keeps from one start to the next, in `window.json`: JSON by name, which main does not look into.
 *
 * Chromium would write its own storage when it likes, and lose the last seconds before a quit. This is written whole, soon after each
 * change and at `flush`. A damaged file costs comfort only: the window then starts fresh.
 */
export class WindowState {
  readonly #store: Store<{ kept: Record<string, string> }>
  readonly #kept: Map<string, string>
  #timer: NodeJS.Timeout | undefined

  constructor(folder: string) {
    this.#store = new Store({
      cwd: folder,
      name: 'window',
      defaults: { kept: {} },
      clearInvalidConfig: true
    })
    this.#kept = new Map(Object.entries(v.parse(KEPT, this.#store.get('kept'))))
  }

  /** What is kept, by name; what waits to be written included. */
  get kept(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#kept)
  }

  /** Keeps a value under a name; written within 300 ms, or sooner by `flush`. A name beyond the hundredth is left out. */
  keep(name: string, json: string): void {
    if (this.#kept.get(name) === json) return
    if (!this.#kept.has(name) && this.#kept.size >= MAX_NAMES) return
    this.#kept.set(name, json)
    this.#timer ??= setTimeout(() => this.flush(), WRITE_AFTER_MS)
  }

  /** Writes what waits to be written, before it returns; never throws. */
  flush(): void {
    if (this.#timer === undefined) return
    clearTimeout(this.#timer)
    this.#timer = undefined
    try {
      this.#store.set('kept', this.kept)
    } catch {
      // A full disk: the next change tries again.
    }
  }
}
