import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Library } from '../../src/library/library'
import { forkReaders } from '../../src/library/reader/fork'
import { DEFAULT_SETTINGS } from '../../src/shared/settings'
import { buildForNode } from '../support/build'
import { measuredReaders } from './measured-readers'
import { SAVED } from './saved-files'
import { usageAfterCollection, type Usage } from './usage'

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
 * format with one reader process and with two, and the processor time, which other work on the machine changes less; `pages [COUNT]` the
 * memory of all processes, what they no longer use collected, while 10,000 pages come in.
 */
export async function benchFormats(args: readonly string[]): Promise<void> {
  const entry = await buildReader()
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
  tell(
    await run({ format: 'html', count, readers: 2, entry: await buildReader(), readings: READINGS })
  )
}

async function buildReader(): Promise<string> {
  const folder = await buildForNode('bench-import', { reader: 'tests/bench/reader-child.ts' })
  return join(folder, 'reader.js')
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
  /** Processor time for one file, ms. */
  readonly libraryMs: number
  readonly readersMs: number
}

async function run(plan: Plan): Promise<Outcome> {
  const { format, count, readers, entry, readings = 0 } = plan
  const scratch = mkdtempSync(join(tmpdir(), 'briefing-bench-'))
  const measured = measuredReaders(forkReaders(entry))
  try {
    const folder = join(scratch, 'saved')
    const bytes = write(folder, format, count)
    const library = new Library({
      dataDir: join(scratch, 'library'),
      spawnReader: measured.spawn,
      readers,
      notify: () => undefined,
      settings: DEFAULT_SETTINGS,
      now: () => new Date(),
      watch: false,
      onBug: (error) => {
        throw error
      }
    })
    const before = usageAfterCollection()
    if (readings > 0) tellUsage('empty library', before)
    const started = performance.now()
    library.openFolder(folder)
    let told = 0
    while (library.status().progress?.phase !== 'deriving' && !isDone(library, plan)) {
      await new Promise((resolve) => setTimeout(resolve, 20))
      const { articles } = library.status()
      if (readings > 0 && (articles / count) * readings >= told + 1) {
        told++
        tellMemory(articles, usageAfterCollection(), await measured.usage())
      }
    }
    const seconds = (performance.now() - started) / 1000
    const readersMs = (await measured.usage()).reduce(
      (sum, { processorMs }) => sum + processorMs,
      0
    )
    const libraryMs = usageAfterCollection().processorMs - before.processorMs
    await library.close()
    if (readings > 0) await tellWhatStays(join(scratch, 'library'))
    return { ...plan, bytes, seconds, libraryMs: libraryMs / count, readersMs: readersMs / count }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/**
 * Tells what this process still holds once the library is closed, which is what an import leaks, and what a process takes that only
 * opened the library, which is what the articles in it need.
 */
async function tellWhatStays(dataDir: string): Promise<void> {
  tellUsage('library closed', usageAfterCollection())
  const opener = join(
    await buildForNode('bench-open', { opened: 'tests/bench/opened-child.ts' }),
    'opened.js'
  )
  const { stdout } = spawnSync(process.execPath, [opener, dataDir], { encoding: 'utf8' })
  const { before, opened } = JSON.parse(stdout) as Record<'before' | 'opened', Usage>
  tellUsage('new process', before)
  tellUsage('new process with the library open', opened)
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

function tell(outcome: Outcome): void {
  const { format, count, readers, bytes, seconds, libraryMs, readersMs } = outcome
  const each = (bytes / count / 1e3).toFixed(0)
  process.stdout.write(
    `${format.padEnd(6)}${String(count).padStart(6)} files of ${each.padStart(4)} kB, readers ${String(readers)}: ` +
      `${(count / seconds).toFixed(0).padStart(5)} files/s  ${(bytes / seconds / 1e6).toFixed(1).padStart(5)} MB/s  ${seconds.toFixed(1)} s, ` +
      `processor ms a file: library ${libraryMs.toFixed(1)}, readers ${readersMs.toFixed(1)}\n`
  )
}

const mb = (bytes: number) => (bytes / 1e6).toFixed(1)
const figures = ({ heap, buffers, resident }: Usage) =>
  `heap ${mb(heap)} buffers ${mb(buffers)} resident ${mb(resident)}`

function tellUsage(what: string, usage: Usage): void {
  process.stdout.write(`  ${what}, MB after collection: ${figures(usage)}\n`)
}

function tellMemory(pages: number, library: Usage, readers: readonly Usage[]): void {
  process.stdout.write(
    `  ${String(pages).padStart(6)} pages, MB after collection: library ${figures(library)}; ` +
      `readers ${readers.map(figures).join(' + ')}\n`
  )
}
