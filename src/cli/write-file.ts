import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { FailureError } from '../shared/failure'

/**
 * Writes a file so that at any moment either the old or the new content stands there: temporary file in the same folder,
 * flushed, then renamed.
 *
 * @throws FailureError `disk-full`, `not-writable`; the old file is then untouched
 */
export function writeFile(file: string, text: string): void {
  const temporary = join(dirname(file), `.${basename(file)}.${String(process.pid)}.tmp`)
  try {
    const handle = openSync(temporary, 'wx', 0o644)
    try {
      writeFileSync(handle, text)
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
      code === 'ENOSPC' ? { code: 'disk-full' } : { code: 'not-writable', name: basename(file) },
      { cause: error }
    )
  }
}
