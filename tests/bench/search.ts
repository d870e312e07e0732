import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ENGINES } from './search-engines'
import { benchLetters } from './search-letters'
import { ask, build, type Asked, type Built } from './search-measure'
import { KINDS } from './search-queries'

/** Sizes measured by default; `--full` adds 100,000. */
const SIZES = [1000, 10_000]
const FULL = 100_000
/** Engines measured at that size unless others are named: those that hold everything in memory take gigabytes and many minutes. */
const FULL_ENGINES = ['ours', 'fts5']
/** Longest time that one step of an engine may take; what takes longer is said to be too slow. */
const STEP_MS = 9 * 60_000
/** Most memory that JavaScript may use in one engine's process, MB. */
const HEAP_MB = 8192

type Outcome<T> = { readonly done: T } | { readonly failed: string }
interface Measured {
  readonly engine: string
  readonly built: Outcome<Built>
  readonly asked: Outcome<Asked>
}

/**
 * Measures our search beside its peers over the same articles and prints a table for each size. Every engine builds in one process
 * and answers in another that opens what the first wrote, so that neither's memory counts for the other.
 *
 * `--size N`, `--engine NAME,NAME` narrow it; `--kind KIND` asks one kind of query; `--keep DIR` leaves indexes and figures in a
 * folder and takes over those that stand there, so that a long run can be made in pieces. `--letters N` measures letters typed over a
 * library of N articles instead, ours alone.
 */
export async function bench(args: readonly string[]): Promise<void> {
  const only = valueOf(args, '--engine')
  const size = Number(valueOf(args, '--size') ?? 0)
  const step = valueOf(args, '--step')
  const kind = valueOf(args, '--kind')
  if (step !== undefined && only !== undefined) {
    const dir = valueOf(args, '--dir') ?? ''
    const result =
      step === 'build' ? await build(only, size, dir) : await ask(only, size, dir, kind)
    process.stdout.write(JSON.stringify(result))
    return
  }
  const letters = Number(valueOf(args, '--letters') ?? 0)
  if (letters > 0) {
    benchLetters(letters, valueOf(args, '--keep'))
    return
  }
  const sizes = size > 0 ? [size] : args.includes('--full') ? [...SIZES, FULL] : SIZES
  const enginesFor = (articles: number): readonly string[] =>
    only?.split(',') ?? (articles < FULL ? Object.keys(ENGINES) : FULL_ENGINES)
  const kept = valueOf(args, '--keep')
  const root = kept ?? mkdtempSync(join(tmpdir(), 'bench-search-'))
  try {
    for (const articles of sizes)
      print(
        articles,
        enginesFor(articles).map((engine) => measure(engine, articles, root, kind))
      )
  } finally {
    if (kept === undefined) rmSync(root, { recursive: true, force: true })
  }
}

function measure(engine: string, size: number, root: string, kind?: string): Measured {
  const dir = join(root, `${engine}-${String(size)}`)
  const common = ['--engine', engine, '--size', String(size), '--dir', dir]
  const built = once<Built>(join(dir, 'built.json'), ['--step', 'build', ...common])
  if ('failed' in built) return { engine, built, asked: built }
  const ask = ['--step', 'ask', ...common]
  const asked =
    kind === undefined
      ? once<Asked>(join(dir, 'asked.json'), ask)
      : inChild<Asked>([...ask, '--kind', kind])
  return { engine, built, asked }
}

/** Returns what a file says of an earlier run, or makes the run and notes what came of it, failure included. */
function once<T>(file: string, args: readonly string[]): Outcome<T> {
  /* Written below. */
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Outcome<T>
  const outcome = inChild<T>(args)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(outcome))
  return outcome
}

function inChild<T>(args: readonly string[]): Outcome<T> {
  const [, program = ''] = process.argv
  const child = spawnSync(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      `--max-old-space-size=${String(HEAP_MB)}`,
      program,
      'search',
      ...args
    ],
    { encoding: 'utf8', maxBuffer: 2 ** 24, timeout: STEP_MS, killSignal: 'SIGKILL' }
  )
  /* Written by `bench` in the child. */
  if (child.status === 0) return { done: JSON.parse(child.stdout) as T }
  return { failed: failureOf(child) }
}

function failureOf(child: ReturnType<typeof spawnSync>): string {
  const told = String(child.stderr)
  if (child.error !== undefined && 'code' in child.error && child.error.code === 'ETIMEDOUT')
    return `over ${String(STEP_MS / 60_000)} min`
  if (/heap out of memory|ERR_STRING_TOO_LONG|Invalid string length/.test(told)) {
    return /heap/.test(told) ? `over ${String(HEAP_MB)} MB heap` : 'too large to write as JSON'
  }
  process.stderr.write(told)
  return 'failed'
}

function print(size: number, results: readonly Measured[]): void {
  const built = (cell: (result: Built) => string) => (result: Measured) =>
    'done' in result.built ? cell(result.built.done) : result.built.failed
  const asked = (cell: (result: Asked) => string | undefined) => (result: Measured) =>
    'done' in result.asked
      ? (cell(result.asked.done) ?? '–')
      : 'done' in result.built
        ? result.asked.failed
        : '–'
  const rows: [string, (result: Measured) => string][] = [
    ['index, articles a second', built((r) => String(r.articlesPerSecond))],
    ['index, s', built((r) => String(r.wallSeconds))],
    ['most memory while indexing, MB', built((r) => String(r.peakMb))],
    ['on disk, MB', built((r) => String(r.diskMb))],
    ['warm start, ms', asked((r) => String(r.openMs))],
    ['first answer after it, ms', asked((r) => String(r.firstAnswerMs))],
    ['reading ahead while idle, ms', asked((r) => (r.idleMs < 1 ? '–' : String(r.idleMs)))],
    ['memory after opening and reading ahead, MB', asked((r) => String(r.openedMb))],
    ['memory after all queries, MB', asked((r) => String(r.memoryMb))],
    ['add one, ms', asked((r) => r.addMs)],
    ['remove one, ms', asked((r) => r.removeMs)],
    ...[...KINDS, 'first page with marks'].map((kind): [string, (result: Measured) => string] => [
      `${kind}, ms`,
      asked((r) => r.latency[kind])
    ])
  ]
  const names = results.map(({ engine }) => ENGINES[engine]?.('').name ?? engine)
  const lines = [
    `## ${size.toLocaleString('en')} articles (p50 / p95 / p99)`,
    '',
    `| | ${names.join(' | ')} |`,
    `|---|${results.map(() => '---|').join('')}`,
    ...rows.map(([label, cell]) => `| ${label} | ${results.map(cell).join(' | ')} |`)
  ]
  process.stdout.write(`${lines.join('\n')}\n\n`)
}

function valueOf(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(name)
  return at < 0 ? undefined : args[at + 1]
}
