import { spawnSync } from 'node:child_process'
import { makeArticle, random, wordOf } from './corpus'
import { Fts5, Mini, Orama, Ours, type Contestant, type Kind, type Query } from './search-engines'

/** Sizes measured by default; `--full` adds 100,000 for the engines whose data live on disk. */
const SIZES = [1000, 10_000]
const FULL = 100_000
const BATCH = 256
const QUERIES = 300
const ENGINES: Record<string, () => Contestant> = {
  ours: () => new Ours(),
  fts5: () => new Fts5(),
  minisearch: () => new Mini(),
  orama: () => new Orama()
}
const ON_DISK = ['ours', 'fts5']
const KINDS: readonly Kind[] = [
  'common word',
  'word',
  'three words',
  'stop words',
  'keystroke',
  'phrase',
  'filter',
  'typo',
  'miss'
]

interface Measured {
  readonly name: string
  readonly articlesPerSecond: number
  readonly memoryMb: number
  readonly diskMb: number
  readonly reopenMs: number
  readonly firstAnswerMs: number
  readonly addMs: string
  readonly removeMs: string
  /** p50 / p95 / p99 in ms; a dash where the engine can't do it. */
  readonly latency: Readonly<Record<string, string>>
}

/**
 * Measures our search beside its peers over the same articles, each in a process of its own, and prints a table.
 * Indexing is thread time, everything else wall time.
 */
export async function bench(args: readonly string[]): Promise<void> {
  const [engine, size] = [valueOf(args, '--engine'), Number(valueOf(args, '--size') ?? 0)]
  if (engine !== undefined) {
    process.stdout.write(JSON.stringify(await measure(engine, size)))
    return
  }
  const sizes = size > 0 ? [size] : args.includes('--full') ? [...SIZES, FULL] : SIZES
  for (const articles of sizes) {
    const engines = Object.keys(ENGINES).filter((name) => articles < FULL || ON_DISK.includes(name))
    const results = engines.map((name) => inChild(name, articles))
    print(articles, results)
  }
}

function inChild(engine: string, size: number): Measured {
  const [, program = ''] = process.argv
  const child = spawnSync(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--max-old-space-size=8192',
      program,
      'search',
      '--engine',
      engine,
      '--size',
      String(size)
    ],
    { encoding: 'utf8', maxBuffer: 2 ** 24, stdio: ['ignore', 'pipe', 'inherit'] }
  )
  if (child.status !== 0)
    throw new Error(`Cannot measure ${engine}: it ended with ${child.status ?? 'a signal'}`)
  /* Written by `bench` in the child. */
  return JSON.parse(child.stdout) as Measured
}

async function measure(engine: string, size: number): Promise<Measured> {
  const make = ENGINES[engine]
  if (make === undefined)
    throw new Error(`Cannot measure ${engine}: not among ${Object.keys(ENGINES).join(', ')}`)
  const contestant = make()
  let indexing = 0
  for (let next = 1; next <= size; next += BATCH) {
    const articles = Array.from({ length: Math.min(BATCH, size - next + 1) }, (_, i) =>
      makeArticle(next + i)
    )
    const began = threadMs()
    await contestant.add(articles)
    indexing += threadMs() - began
  }
  const disk = await contestant.keep()
  const queries = queriesOf(size)
  const began = performance.now()
  await contestant.reopen()
  const opened = performance.now()
  await contestant.find({ kind: 'three words', text: queries.get('three words')?.[0] ?? '' })
  const answered = performance.now()
  const latency: Record<string, string> = {}
  for (const kind of KINDS)
    latency[kind] = await latencyOf(contestant, kind, queries.get(kind) ?? [])
  if (contestant instanceof Ours) {
    latency['first page with marks'] = await timed(queries.get('word') ?? [], (text) =>
      contestant.page(`${text} `)
    )
  }
  const memory = process.memoryUsage().rss
  const fresh = Array.from({ length: 200 }, (_, i) => makeArticle(size + 1 + i))
  const additions = await timed(fresh, (article) => contestant.add([article]))
  const removals = await timed(fresh, (article) => contestant.remove(article.id))
  contestant.close()
  return {
    name: contestant.name,
    articlesPerSecond: Math.round((size / indexing) * 1000),
    memoryMb: Math.round(memory / 1e6),
    diskMb: Math.round(disk / 1e6),
    reopenMs: round(opened - began),
    firstAnswerMs: round(answered - opened),
    addMs: additions,
    removeMs: removals,
    latency
  }
}

async function latencyOf(
  contestant: Contestant,
  kind: Kind,
  texts: readonly string[]
): Promise<string> {
  const queries = texts.map((text): Query => ({ kind, text }))
  const [first] = queries
  if (first === undefined || (await contestant.find(first)) === undefined) return '–'
  return timed(queries, (query) => contestant.find(query))
}

async function timed<T>(items: readonly T[], work: (item: T) => unknown): Promise<string> {
  const times: number[] = []
  for (const item of items) {
    const began = performance.now()
    await work(item)
    times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  const at = (share: number): number =>
    round(times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0)
  return `${at(0.5)} / ${at(0.95)} / ${at(0.99)}`
}

/** The same queries for every engine: drawn from the articles, so that most of them find something. */
function queriesOf(size: number): Map<Kind, string[]> {
  const draw = random(11)
  const many = (text: () => string): string[] => Array.from({ length: QUERIES }, text)
  const wordsOf = (): string[] =>
    makeArticle(1 + Math.floor(draw() * size)).text.match(/[a-z]{2,}/g) ?? []
  const from = (words: readonly string[]): string => words[Math.floor(draw() * words.length)] ?? ''
  const middling = (): string => wordOf(500 + Math.floor(draw() * 10_000))
  const strokes: string[] = []
  while (strokes.length < 2 * QUERIES) {
    const words = wordsOf()
    const text = `${from(words)} ${from(words)}`
    for (let end = 1; end <= text.length; end++)
      if (text.charAt(end - 1) !== ' ') strokes.push(text.slice(0, end))
  }
  return new Map<Kind, string[]>([
    ['common word', many(() => wordOf(Math.floor(draw() * 200)))],
    ['word', many(middling)],
    [
      'three words',
      many(() => {
        const words = wordsOf()
        return [from(words), from(words), from(words)].join(' ')
      })
    ],
    ['stop words', many(() => [0, 1, 2].map(() => wordOf(Math.floor(draw() * 20))).join(' '))],
    ['keystroke', strokes],
    [
      'phrase',
      many(() => {
        const words = wordsOf()
        const at = Math.floor(draw() * (words.length - 3))
        return words.slice(at, at + 2 + Math.floor(draw() * 2)).join(' ')
      })
    ],
    ['filter', many(middling)],
    [
      'typo',
      many(() => {
        const word = middling()
        const at = 1 + Math.floor(draw() * (word.length - 1))
        return `${word.slice(0, at)}q${word.slice(at + 1)}`
      })
    ],
    ['miss', many(() => `zzq${Math.floor(draw() * 1e6)}`)]
  ])
}

function print(size: number, results: readonly Measured[]): void {
  const rows: [string, (result: Measured) => string][] = [
    ['index, articles a second', (r) => String(r.articlesPerSecond)],
    ['memory, MB', (r) => String(r.memoryMb)],
    ['on disk, MB', (r) => String(r.diskMb)],
    ['reopen, ms', (r) => String(r.reopenMs)],
    ['first answer after, ms', (r) => String(r.firstAnswerMs)],
    ['add one, ms', (r) => r.addMs],
    ['remove one, ms', (r) => r.removeMs],
    ...[...KINDS, 'first page with marks'].map((kind): [string, (result: Measured) => string] => [
      `${kind}, ms`,
      (r) => r.latency[kind] ?? '–'
    ])
  ]
  const lines = [
    `## ${size.toLocaleString('en')} articles (p50 / p95 / p99)`,
    '',
    `| | ${results.map((r) => r.name).join(' | ')} |`,
    `|---|${results.map(() => '---|').join('')}`,
    ...rows.map(([label, cell]) => `| ${label} | ${results.map(cell).join(' | ')} |`)
  ]
  process.stdout.write(`${lines.join('\n')}\n\n`)
}

function threadMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

function round(ms: number): number {
  return Math.round(ms * 100) / 100
}

function valueOf(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(name)
  return at < 0 ? undefined : args[at + 1]
}
