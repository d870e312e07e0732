import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { importFile } from '../../src/importers/registry'
import { Library } from '../../src/library/library'
import type { LibraryOptions } from '../../src/library/options'
import type { ReaderMessage, SpawnReader } from '../../src/library/reader/protocol'
import { readArticles } from '../../src/library/reader/read'
import { DEFAULT_SETTINGS } from '../../src/shared/settings'

/** A reader that works in this process: the same code without a process around it. */
export const localReader: SpawnReader = () => {
  let tell: (message: ReaderMessage) => void = () => undefined
  let end: () => void = () => undefined
  return {
    send: (request) => {
      void readArticles(request, importFile, (hash, slow) =>
        tell({ type: 'opened', id: request.id, hash, slow })
      ).then((outcome) => tell({ type: 'done', id: request.id, outcome }))
    },
    onMessage: (listener) => {
      tell = listener
      setImmediate(() => listener({ type: 'ready' }))
    },
    onExit: (listener) => {
      end = listener
    },
    kill: () => end()
  }
}

/** A folder that vanishes after the test. */
export function tempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'briefing-test-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** A library that closes after the test; in memory unless a data folder is named. */
export function openLibrary(options: Partial<LibraryOptions> = {}): Library {
  const library = new Library({
    dataDir: null,
    spawnReader: localReader,
    notify: () => undefined,
    settings: DEFAULT_SETTINGS,
    now: () => new Date('2030-01-02T03:04:05Z'),
    watch: false,
    onBug: (error) => {
      throw error
    },
    ...options
  })
  onTestFinished(() => library.close())
  return library
}

/** Waits until `probe` answers true; fails after `withinMs`. */
export async function eventually(probe: () => boolean, withinMs: number): Promise<number> {
  const started = performance.now()
  while (!probe()) {
    if (performance.now() - started > withinMs) throw new Error(`not within ${String(withinMs)} ms`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return performance.now() - started
}
