import type { Bridge, ShellCalls } from '../../src/shared/contract'
import type { Progress } from '../../src/shared/shapes'
import { failed, success } from '../../src/shared/result'
import { DEFAULT_SETTINGS } from '../../src/shared/settings'
import type { Settings } from '../../src/shared/settings'
import { FAKE_ARTICLES } from './fake-articles'
import { fakeLibrary } from './fake-library'
import { fakeShelf, Refusal } from './fake-shelf'

export interface FakeOptions {
  /** Rows in the list; those beyond the written ones are copies with a number. */
  readonly articles?: number
  /** Words of two long reports put before the others. */
  readonly longWords?: number
  /** Starts without any folder. */
  readonly empty?: boolean
  /** A running import. */
  readonly progress?: Progress
  readonly settings?: Partial<Settings>
  /** Answers by call name that replace the built-in ones. */
  readonly answers?: Readonly<Record<string, (...args: never[]) => unknown>>
}

/** An in-memory library behind the window's bridge. Calls are recorded in `calls`; `notify` sends a notice. */
export function fakeBridge(options: FakeOptions = {}): Bridge & {
  readonly calls: { name: string; args: readonly unknown[] }[]
  notify(name: string, value: unknown): void
} {
  const listeners = new Map<string, Set<(value: unknown) => void>>()
  const state = { open: options.empty !== true, progress: options.progress }
  let settings: Settings = { ...DEFAULT_SETTINGS, ...options.settings }
  const library = fakeLibrary(fakeShelf(options), state)
  const opened = () => {
    state.open = true
    return 1
  }
  const shell: Partial<ShellCalls> = {
    chooseFolder: () => [opened()],
    openSample: opened,
    sidecar: () => null,
    recentFolders: () => [{ id: 'r1', name: 'Korvan', display: '~/Reports/Korvan' }],
    openRecent: opened,
    readClipboard: () => FAKE_ARTICLES[1]?.blocks.join('\n') ?? '',
    saveText: () => true,
    saveDossierPdf: () => true,
    savePagePdf: () => true,
    openLink: () => false,
    settings: () => settings,
    changeSettings: (change) => (settings = { ...settings, ...change }),
    appInfo: () => ({ version: '0.1.0', engine: 'preview', platform: 'linux' })
  }

  const answers = { ...library, ...shell, ...options.answers } as Record<
    string,
    ((...args: never[]) => unknown) | undefined
  >
  const calls: { name: string; args: readonly unknown[] }[] = []
  const notify = (name: string, value: unknown) => {
    for (const listener of listeners.get(name) ?? []) listener(value)
  }
  return {
    calls,
    notify,
    call: async (name, args) => {
      calls.push({ name, args })
      await Promise.resolve()
      try {
        const value = answers[name]?.(...(args as never[]))
        if (['chooseFolder', 'openSample', 'openRecent'].includes(name))
          notify('libraryChanged', { what: ['articles', 'overlaps', 'claims'] })
        return success(structuredClone(value))
      } catch (error) {
        if (error instanceof Refusal) return failed(error.failure)
        throw error
      }
    },
    on: (name, listener) => {
      const set = listeners.get(name) ?? new Set()
      listeners.set(name, set.add(listener))
      return () => set.delete(listener)
    },
    drop: () => {
      opened()
      notify('libraryChanged', { what: ['articles', 'overlaps', 'claims'] })
    }
  }
}
