import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Progress } from '../../src/shared/shapes'
import { Library } from '../../src/library/library'
import { forkReaders } from '../../src/library/reader/fork'
import { DEFAULT_SETTINGS } from '../../src/shared/settings'
import { buildForNode } from '../support/build'
import { asText } from '../support/corpus'
import { benchFormats, benchPages } from './import-formats'

const SIZES = [1_000, 10_000]
/** Files per folder of the corpus. */
const FAN = 500

/**
 * Measures imports of synthetic articles: `import formats [FORMAT…]`, `import pages [COUNT]` (see `import-formats.ts`), or
 * `import texts [COUNT…] [--derive] [--one]`: plain texts in numbers; `--one` measures two readers only, and without `--derive` it
 * stops when all are searchable. Without a name all three.
 */
export async function bench([part, ...args]: readonly string[]): Promise<void> {
  const all = part === undefined
  if (all || part === 'formats') await benchFormats(args)
  if (all || part === 'pages') await benchPages(args[0] === undefined ? undefined : Number(args[0]))
  if (all || part === 'texts') await benchTexts(args)
}

async function benchTexts(args: readonly string[]): Promise<void> {
  const derive = args.includes('--derive')
  const counts = args.filter((arg) => /^\d+$/.test(arg)).map(Number)
  const pools = args.includes('--one') ? [2] : [1, 2]
  const entry = join(
    await buildForNode('bench', { reader: 'src/library/reader/entry.ts' }),
    'reader.js'
  )
  for (const count of counts.length === 0 ? SIZES : counts) {
    const scratch = mkdtempSync(join(tmpdir(), 'briefing-bench-'))
    try {
      const bytes = writeCorpus(join(scratch, 'articles'), count)
      for (const readers of pools) await measure({ scratch, entry, count, bytes, readers, derive })
      await warmStart(scratch, entry)
    } finally {
      rmSync(scratch, { recursive: true, force: true })
    }
  }
}

function writeCorpus(folder: string, count: number): number {
  let bytes = 0
  for (let i = 0; i < count; i++) {
    const dir = join(folder, String(Math.floor(i / FAN)))
    if (i % FAN === 0) mkdirSync(dir, { recursive: true })
    const path = join(dir, `report-${String(i)}.txt`)
    writeFileSync(path, asText(i))
    bytes += statSync(path).size
  }
  return bytes
}

interface Run {
  readonly scratch: string
  readonly entry: string
  readonly count: number
  readonly bytes: number
  readonly readers: number
  readonly derive: boolean
}

async function measure({ scratch, entry, count, bytes, readers, derive }: Run): Promise<void> {
  const dataDir = join(scratch, 'library')
  rmSync(dataDir, { recursive: true, force: true })
  const phases = new Map<string, number>()
  const library = open(dataDir, entry, readers, ({ phase }) => {
    if (!phases.has(phase)) phases.set(phase, performance.now())
  })
  const slices = new Slices()
  let peak = 0
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50)
  const started = performance.now()
  library.openFolder(join(scratch, 'articles'))
  while (library.status().progress?.phase !== 'deriving' && library.status().articles < count)
    await new Promise((resolve) => setTimeout(resolve, 100))
  const seconds = (performance.now() - started) / 1000
  line(`${String(count)} articles, ${String(readers)} readers`, [
    `${(count / seconds).toFixed(0)} articles/s`,
    `${(bytes / seconds / 1e6).toFixed(2)} MB/s`,
    `${seconds.toFixed(1)} s`,
    slices.figures(),
    `peak ${(peak / 1e6).toFixed(0)} MB`
  ])
  if (derive) {
    slices.reset()
    await library.idle()
    const all = (performance.now() - started) / 1000
    line('  and derived', [
      `${all.toFixed(1)} s in all`,
      slices.figures(),
      `peak ${(peak / 1e6).toFixed(0)} MB`
    ])
  }
  clearInterval(watch)
  slices.stop()
  await library.close()
}

/** How long the thread is kept from answering calls: processor time between two turns of a timer, which others' load does not change. */
class Slices {
  #taken: number[] = []
  #last = process.cpuUsage()
  readonly #timer = setInterval(() => {
    const { user, system } = process.cpuUsage(this.#last)
    this.#last = process.cpuUsage()
    this.#taken.push((user + system) / 1000)
  }, 1)

  reset(): void {
    this.#taken = []
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  figures(): string {
    const sorted = this.#taken.toSorted((a, b) => a - b)
    const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(0)
    return `slices p50 ${at(0.5)} p99 ${at(0.99)} longest ${at(1)} ms`
  }
}

async function warmStart(scratch: string, entry: string): Promise<void> {
  const started = performance.now()
  const library = open(join(scratch, 'library'), entry, 1, () => undefined)
  const opened = performance.now()
  const page = { offset: 0, limit: 20, sort: 'relevance', facets: false } as const
  const { total } = library.search({ ...page, text: 'harbour office ' })
  const searched = performance.now()
  library.articles({ offset: 0, limit: 50, sort: 'added', descending: true })
  const listed = performance.now()
  line('  warm start', [
    `open ${(opened - started).toFixed(0)} ms`,
    `first search ${(searched - opened).toFixed(0)} ms (${String(total)} found)`,
    `first list ${(listed - searched).toFixed(0)} ms`
  ])
  await library.close()
}

function open(
  dataDir: string,
  entry: string,
  readers: number,
  onProgress: (progress: Progress) => void
): Library {
  return new Library({
    dataDir,
    spawnReader: forkReaders(entry),
    readers,
    notify: (name, value) => {
      if (name === 'progress') onProgress(value as Progress)
    },
    settings: DEFAULT_SETTINGS,
    now: () => new Date(),
    watch: false,
    onBug: (error) => {
      throw error
    }
  })
}

function line(what: string, figures: readonly string[]): void {
  process.stdout.write(`${what.padEnd(32)}${figures.join(' · ')}\n`)
}
