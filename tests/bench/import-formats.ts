import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Library } from '../../src/library/library'
import { forkReaders } from '../../src/library/reader/fork'
import type { SpawnReader } from '../../src/library/reader/protocol'
import { DEFAULT_SETTINGS } from '../../src/shared/settings'
import { buildForNode } from '../support/build'
import { SAVED } from './saved-files'

/** Files of each format; a run takes a few seconds. */
const FILES: Readonly<Record<string, number>> = {
  html: 600,
  txt: 2_000,
  md: 2_000,
  pdf: 300,
  epub: 100
}
/** Pages of the long run, and how often its memory is told. */
const MANY_PAGES = 10_000
const READINGS = 10
/** Files per folder. */
const FAN = 500

/**
 * Measures imports of saved files, to the point where all are searchable: `formats [FORMAT…]` gives files/s and MB/s of each
 * format with one reader process and with two; `pages [COUNT]` the memory of all processes while 10,000 pages come in.
 */
export async function benchFormats(args: readonly string[]): Promise<void> {
  const entry = join(
    await buildForNode('bench', { reader: 'src/library/reader/entry.ts' }),
    'reader.js'
  )
  const chosen = Object.keys(SAVED).filter(
    (format) => args.length === 0 || args.includes('formats') || args.includes(format)
  )
  for (const format of chosen) {
    // A first run warms what the system caches; it is not counted.
    await run({ format, count: 20, readers: 1, entry })
    for (const readers of [1, 2])
      await run({ format, count: FILES[format] ?? 0, readers, entry }).then(tell)
  }
}

/** See `benchFormats`. */
export async function benchPages(count = MANY_PAGES): Promise<void> {
  const entry = join(
    await buildForNode('bench', { reader: 'src/library/reader/entry.ts' }),
    'reader.js'
  )
  tell(await run({ format: 'html', count, readers: 2, entry, readings: READINGS }))
}

interface Plan {
  readonly format: string
  readonly count: number
  readonly readers: number
  readonly entry: string
  /** Times that memory is told on the way. */
  readonly readings?: number
}

interface Outcome extends Plan {
  readonly bytes: number
  readonly seconds: number
}

async function run(plan: Plan): Promise<Outcome> {
  const { format, count, readers, entry, readings = 0 } = plan
  const scratch = mkdtempSync(join(tmpdir(), 'briefing-bench-'))
  const pids = new Set<number>()
  const fork = forkReaders(entry)
  const spawnReader: SpawnReader = () => {
    const reader = fork()
    if (reader.pid !== undefined) pids.add(reader.pid)
    return reader
  }
  try {
    const folder = join(scratch, 'saved')
    const bytes = write(folder, format, count)
    const library = new Library({
      dataDir: join(scratch, 'library'),
      spawnReader,
      readers,
      notify: () => undefined,
      settings: DEFAULT_SETTINGS,
      now: () => new Date(),
      watch: false,
      onBug: (error) => {
        throw error
      }
    })
    const started = performance.now()
    library.openFolder(folder)
    let told = 0
    while (library.status().progress?.phase !== 'deriving' && !isDone(library, plan)) {
      await new Promise((resolve) => setTimeout(resolve, 20))
      const share = library.status().articles / count
      if (readings > 0 && share * readings >= told + 1) tellMemory(++told / readings, pids)
    }
    const seconds = (performance.now() - started) / 1000
    await library.close()
    return { ...plan, bytes, seconds }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function isDone(library: Library, { format, count }: Plan): boolean {
  return format !== 'epub' && library.status().articles >= count
}

function write(folder: string, format: string, count: number): number {
  let bytes = 0
  for (let i = 0; i < count; i++) {
    const dir = join(folder, String(Math.floor(i / FAN)))
    if (i % FAN === 0) mkdirSync(dir, { recursive: true })
    const path = join(dir, `saved-${String(i)}.${format}`)
    writeFileSync(path, SAVED[format]?.(i) ?? '')
    bytes += statSync(path).size
  }
  return bytes
}

function tell({ format, count, readers, bytes, seconds }: Outcome): void {
  const each = (bytes / count / 1e3).toFixed(0)
  process.stdout.write(
    `${format.padEnd(6)}${String(count).padStart(6)} files of ${each.padStart(4)} kB, readers ${String(readers)}: ` +
      `${(count / seconds).toFixed(0).padStart(5)} files/s  ${(bytes / seconds / 1e6).toFixed(1).padStart(5)} MB/s  ${seconds.toFixed(1)} s\n`
  )
}

function tellMemory(share: number, readers: ReadonlySet<number>): void {
  const { rss, heapUsed, external } = process.memoryUsage()
  const mb = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`
  const others = [...readers].map(residentBytes).filter((bytes) => bytes > 0)
  process.stdout.write(
    `  ${(share * 100).toFixed(0).padStart(3)} %: library ${mb(rss)} (heap ${mb(heapUsed)}, buffers ${mb(external)}), readers ${others.map(mb).join(' + ')}\n`
  )
}

/** Memory of a process that is in use, where the system tells (Linux); 0 elsewhere and for a process that has ended. */
function residentBytes(pid: number): number {
  try {
    const pages = readFileSync(`/proc/${String(pid)}/statm`, 'latin1').split(' ')[1]
    return Number(pages) * 4096
  } catch {
    return 0 // gone, or no such file system
  }
}
