import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Library } from '../../src/library/library'
import { forkReaders } from '../../src/library/reader/fork'
import { DEFAULT_SETTINGS } from '../../src/shared/settings'
import { buildForNode } from '../support/build'
import { report } from '../support/corpus'
import { measureCalls } from './start-calls'

const COUNT = 10_000
const REPEATS = 5
/** Files per folder of the corpus. */
const FAN = 500
/** Every so many reports several are copies of one text, as of an agency. */
const SYNDICATED_EVERY = 200
const COPIES = 8
const FIRST_DAY = Date.UTC(2031, 0, 1)
const HOUR = 3_600_000

/**
 * Measures the built window over a library of synthetic reports:
 * `start [COUNT] [--repeats N] [--data DIR] [--only prepare|calls|start|views]`.
 *
 * Calls are what the views ask, put to the library in this process; their times are processor time.
 * Start is from the process to a search box that has answered and a painted list, against a library without folders, in turns.
 * Views are opened by their keys, as in `tests/e2e/opening.spec.ts`. `DIR` keeps the library for another run.
 */
export async function bench(args: readonly string[]): Promise<void> {
  const count = Number(args.find((arg) => /^\d{2,}$/.test(arg)) ?? COUNT)
  const given = valueOf(args, '--data')
  const dir = given ?? mkdtempSync(join(tmpdir(), 'bench-start-'))
  const only = valueOf(args, '--only')
  try {
    const repeats = Number(valueOf(args, '--repeats') ?? REPEATS)
    if (only === undefined || only === 'prepare') await prepare(dir, count)
    if (only === undefined || only === 'calls') {
      const spawnReader = await reader()
      await measureCalls(() => openLibrary(dir, spawnReader))
    }
    if (only === undefined || only === 'start')
      playwright(['--config', resolve('tests/bench/playwright.config.ts')], {
        BENCH_PROFILE: resolve(dir, 'profile'),
        BENCH_COUNT: String(count),
        BENCH_REPEATS: String(repeats)
      })
    if (only === undefined || only === 'views')
      playwright(['opening'], {
        OPENING_PROFILE: resolve(dir, 'profile'),
        OPENING_ROUNDS: String(repeats)
      })
  } finally {
    if (given === undefined) rmSync(dir, { recursive: true, force: true })
  }
}

function valueOf(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(name)
  return at === -1 ? undefined : args[at + 1]
}

/** Imports and derives the library once, where the app will look for it. */
async function prepare(dir: string, count: number): Promise<void> {
  const articles = join(dir, 'articles')
  if (!existsSync(articles)) writeCorpus(articles, count)
  const started = performance.now()
  const library = openLibrary(dir, await reader())
  if (library.status().folders.length === 0) library.openFolder(articles)
  else library.start()
  await library.idle()
  const { total } = library.clusters({ offset: 0, limit: 1 })
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  process.stdout.write(
    `${library.status().articles} articles, ${total} clusters, prepared in ${seconds} s\n`
  )
  await library.close()
}

type SpawnReader = ReturnType<typeof forkReaders>

async function reader(): Promise<SpawnReader> {
  const built = await buildForNode('bench', { reader: 'src/library/reader/entry.ts' })
  return forkReaders(join(built, 'reader.js'))
}

const openLibrary = (dir: string, spawnReader: SpawnReader): Library =>
  new Library({
    dataDir: join(dir, 'profile', 'library'),
    spawnReader,
    readers: 2,
    notify: () => undefined,
    settings: DEFAULT_SETTINGS,
    now: () => new Date(),
    watch: false,
    onBug: (error) => {
      throw error
    }
  })

/** Reports with a site and a date each; one in twenty is a later version of another, and some are copies of one text. */
function writeCorpus(folder: string, count: number): void {
  for (let i = 0; i < count; i++) {
    const dir = join(folder, String(Math.floor(i / FAN)))
    if (i % FAN === 0) mkdirSync(dir, { recursive: true })
    const story = i % SYNDICATED_EVERY < COPIES ? i - (i % SYNDICATED_EVERY) : i
    const [title, ...paragraphs] = report(story)
    const date = new Date(FIRST_DAY + i * HOUR).toISOString()
    const head = `---\ntitle: ${title ?? ''}\nsite: Outlet ${i % 97}\ndate: ${date}\n---\n`
    writeFileSync(join(dir, `report-${i}.md`), `${head}\n${paragraphs.join('\n\n')}\n`)
  }
}

/** Playwright drives the built app, as in the end-to-end tests. */
function playwright(args: readonly string[], env: Readonly<Record<string, string>>): void {
  const { status } = spawnSync('playwright', ['test', ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env }
  })
  if (status !== 0) process.exitCode = 1
}
