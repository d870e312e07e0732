import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Library } from '../../src/library/library'
import type { LibraryOptions } from '../../src/library/options'
import { localLibrary } from '../support/local-library'

export { localReader } from '../support/local-library'

/** A folder that vanishes after the test. */
export function tempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'briefing-test-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** A library that closes after the test; in memory unless a data folder is named. */
export function openLibrary(options: Partial<LibraryOptions> = {}): Library {
  const library = localLibrary(options)
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
