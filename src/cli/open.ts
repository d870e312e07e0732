import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { ArticleId } from '../core/article/article'
import { threadDetectors } from '../library/detector/thread'
import { Library } from '../library/library'
import { forkReaders } from '../library/reader/fork'
import { FailureError } from '../shared/failure'
import { DEFAULT_SETTINGS } from '../shared/settings'
import { UsageError, type Invocation } from './command'

/** Options that choose the library. */
export const LIBRARY_OPTIONS = {
  data: { type: 'string' }
} as const

/** The lines of `--help` for them. */
export const LIBRARY_HELP = [
  '--data DIR    data folder of the library (default: the one of the app)'
]

/** Folder in which the app keeps its library. */
export function appDataDir(env: NodeJS.ProcessEnv = process.env): string {
  const name = 'Briefing Reader'
  switch (process.platform) {
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', name, 'library')
    case 'win32':
      return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), name, 'library')
    default:
      return join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), name, 'library')
  }
}

/** The data folder that an invocation names. */
export function dataDirOf({ options }: Invocation): string {
  return typeof options['data'] === 'string' ? resolve(options['data']) : appDataDir()
}

/** Opens a library for the time of `use`; `dataDir` null keeps it in memory. */
export async function withLibrary<T>(
  invocation: Invocation,
  dataDir: string | null,
  use: (library: Library) => Promise<T> | T
): Promise<T> {
  const { output, readerEntry, detectorEntry } = invocation
  const library = new Library({
    dataDir,
    spawnReader: forkReaders(readerEntry),
    spawnDetector: threadDetectors(detectorEntry),
    notify: (name, value) => {
      if (name === 'progress') output.progress(value as Parameters<typeof output.progress>[0])
    },
    settings: DEFAULT_SETTINGS,
    now: () => new Date(),
    watch: false,
    onBug: (error) => {
      output.note(error instanceof Error ? (error.stack ?? error.message) : String(error))
    }
  })
  try {
    if (library.keptDamaged !== undefined)
      output.note(
        `The library was damaged and is built anew; the old file is ${library.keptDamaged}.`
      )
    return await use(library)
  } finally {
    await library.close()
  }
}

/** Says whether the folder holds a library rather than articles. */
export function isDataDir(path: string): boolean {
  return existsSync(join(path, 'catalog.db'))
}

/** Opens a library that exists, and fails when there is none. */
export function withOpened<T>(
  invocation: Invocation,
  use: (library: Library) => Promise<T> | T
): Promise<T> {
  const dataDir = dataDirOf(invocation)
  if (!isDataDir(dataDir))
    throw new FailureError({ code: 'library-not-open', detail: `there is none in ${dataDir}` })
  return withLibrary(invocation, dataDir, use)
}

/** Reads files and folders into a library that lasts as long as `use`, which gets the articles per operand. `-` is standard input. */
export async function withFiles<T>(
  invocation: Invocation,
  operands: readonly string[],
  use: (library: Library, articles: readonly (readonly ArticleId[])[]) => Promise<T> | T
): Promise<T> {
  const scratch = mkdtempSync(join(tmpdir(), 'briefing-'))
  try {
    const paths = await Promise.all(operands.map((operand) => toPath(operand, scratch)))
    return await withLibrary(invocation, null, async (library) => {
      for (const path of paths)
        if (statSync(path).isDirectory()) library.openFolder(path)
        else library.openFiles([path])
      await library.idle()
      reportProblems(invocation, library)
      return use(
        library,
        paths.map((path) => library.articlesAt(path))
      )
    })
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

async function toPath(operand: string, scratch: string): Promise<string> {
  if (operand !== '-') {
    if (!existsSync(operand)) throw new UsageError(`There is no “${operand}”`)
    return resolve(operand)
  }
  const path = join(scratch, 'standard-input.txt')
  writeFileSync(path, await buffer(process.stdin))
  return path
}

/** Names every file that could not be read, with the reason. */
export function reportProblems({ output }: Invocation, library: Library): void {
  for (let offset = 0; ;) {
    const { rows, total } = library.problems({ offset, limit: 200 })
    for (const { severity, fileName, code, detail } of rows)
      if (severity === 'error')
        output.note(`${fileName}: ${code}${detail === '' ? '' : ` (${detail})`}`)
    offset += rows.length
    if (rows.length === 0 || offset >= total) return
  }
}
