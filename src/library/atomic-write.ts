import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { FailureError } from '../shared/failure'

/**
 * Writes a file so that at any moment either the old or the new content stands there: temporary file in the same folder,
 * flushed, then renamed. Texts are written as UTF-8.
 *
 * @throws FailureError `disk-full`, `not-writable`; the old file is then untouched and nothing is left beside it
 */
export function writeAtomically(file: string, content: string | Uint8Array): void {
  const temporary = join(dirname(file), `.${basename(file)}.${String(process.pid)}.tmp`)
  try {
    const handle = openSync(temporary, 'wx', 0o644)
    try {
      writeFileSync(handle, content)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(temporary, file)
  } catch (error) {
    rmSync(temporary, { force: true })
    // Node's file errors carry a code; its types do not say so.
    const { code } = error as NodeJS.ErrnoException
    throw new FailureError(
      code === 'ENOSPC' || code === 'EDQUOT'
        ? { code: 'disk-full' }
        : { code: 'not-writable', name: basename(file) },
      { cause: error }
    )
  }
}
