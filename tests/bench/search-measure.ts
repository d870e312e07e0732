import { mkdirSync, rmSync } from 'node:fs'
import { makeArticle } from './corpus'
import { ENGINES, Ours, type Contestant } from './search-engines'
import { KINDS, queriesOf, type Kind, type Query } from './search-queries'
import { threadMs } from '../support/thread-time'

/** Articles handed to an engine at once. */
const BATCH = 256
/** Articles added and removed one by one after the queries. */
const SINGLES = 200

/** What building an index cost. */
export interface Built {
  readonly name: string
  /** By thread time; wall time in `wallSeconds`. */
  readonly articlesPerSecond: number
  readonly wallSeconds: number
  /** Most memory of the process while building. */
  readonly peakMb: number
  readonly diskMb: number
}

/** What a new process measured that opened the index. */
export interface Asked {
  readonly openMs: number
  readonly firstAnswerMs: number
  /** Upkeep that an engine does while nothing else is to do, before the other queries; it reads ahead what phrases need. */
  readonly idleMs: number
  /** Memory of the process after opening and reading ahead. */
  readonly openedMb: number
  /** Memory of the process after all queries. */
  readonly memoryMb: number
  readonly addMs: string
  readonly removeMs: string
  /** p50 / p95 / p99 in ms; absent where the engine can't do it. */
  readonly latency: Readonly<Record<string, string>>
}

/** Builds the index of an engine in a folder of its own. */
export async function build(engine: string, size: number, dir: string): Promise<Built> {
  rmSync(dir, { recursive: true, force: true })
  mkdirSync(dir, { recursive: true })
  const contestant = await contestantOf(engine, dir)
  contestant.create()
  let indexing = 0
  let wall = 0
  for (let next = 1; next <= size; next += BATCH) {
    const articles = Array.from({ length: Math.min(BATCH, size - next + 1) }, (_, i) =>
      makeArticle(next + i)
    )
    const [began, beganWall] = [threadMs(), performance.now()]
    await contestant.add(articles)
    indexing += threadMs() - began
    wall += performance.now() - beganWall
  }
  const [began, beganWall] = [threadMs(), performance.now()]
  const disk = await contestant.keep()
  indexing += threadMs() - began
  wall += performance.now() - beganWall
  contestant.close()
  return {
    name: contestant.name,
    articlesPerSecond: Math.round((size / indexing) * 1000),
    wallSeconds: round(wall / 1000),
    peakMb: Math.round(process.resourceUsage().maxRSS / 1000),
    diskMb: Math.round(disk / 1e6)
  }
}

/**
 * Opens an index that was built and asks. Opening, the first answer and reading ahead by the clock; everything that is done many
 * times by time of the thread, so that what else the machine does is not measured.
 */
export async function ask(
  engine: string,
  size: number,
  dir: string,
  only?: string
): Promise<Asked> {
  const contestant = await contestantOf(engine, dir)
  const queries = queriesOf(size)
  const began = performance.now()
  await contestant.open()
  const opened = performance.now()
  await contestant.find({ kind: 'three words', text: queries.get('three words')?.[0] ?? '' })
  const answered = performance.now()
  const latency: Record<string, string> = {}
  const idleBegan = performance.now()
  while (await contestant.idle?.());
  const idleMs = performance.now() - idleBegan
  const openedMb = process.memoryUsage().rss / 1e6
  for (const kind of KINDS) {
    if (only !== undefined && kind !== only) continue
    const times = await latencyOf(contestant, kind, queries.get(kind) ?? [])
    if (times !== undefined) latency[kind] = times
  }
  // Before articles are invented for first pages, which are none of the engine's.
  const memory = process.memoryUsage().rss
  if (contestant instanceof Ours)
    latency['first page with marks'] = await timed(
      (queries.get('word') ?? []).map((text) => `${text} `),
      (text) => contestant.page(text),
      (text) => {
        contestant.prepare(text)
      }
    )
  const fresh = Array.from({ length: SINGLES }, (_, i) => makeArticle(size + 1 + i))
  const addMs = await timed(
    fresh,
    (article) => contestant.add([article]),
    () => contestant.rest?.()
  )
  const removeMs = await timed(fresh, (article) => contestant.remove(article.id))
  contestant.close()
  return {
    openMs: round(opened - began),
    firstAnswerMs: round(answered - opened),
    idleMs: round(idleMs),
    openedMb: Math.round(openedMb),
    memoryMb: Math.round(memory / 1e6),
    addMs,
    removeMs,
    latency
  }
}

async function contestantOf(engine: string, dir: string): Promise<Contestant> {
  const make = ENGINES[engine]
  if (make === undefined)
    throw new Error(`Cannot measure ${engine}: not among ${Object.keys(ENGINES).join(', ')}`)
  return make(dir)
}

async function latencyOf(
  contestant: Contestant,
  kind: Kind,
  texts: readonly string[]
): Promise<string | undefined> {
  const queries = texts.map((text): Query => ({ kind, text }))
  const [first] = queries
  if (first === undefined || (await contestant.find(first)) === undefined) return undefined
  return timed(queries, (query) => contestant.find(query))
}

/** @param before - what is done before each, and not measured */
async function timed<T>(
  items: readonly T[],
  work: (item: T) => unknown,
  before?: (item: T) => void
): Promise<string> {
  const times: number[] = []
  for (const item of items) {
    before?.(item)
    const began = threadMs()
    await work(item)
    times.push(threadMs() - began)
  }
  times.sort((a, b) => a - b)
  const at = (share: number): number =>
    round(times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0)
  return `${at(0.5)} / ${at(0.95)} / ${at(0.99)}`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
