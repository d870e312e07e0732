import { spawnSync, type SpawnSyncReturns } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { diffWordsWithSpace } from 'diff'
import DiffMatchPatch from 'diff-match-patch'
import { align } from '../../src/core/align/align'
import { collate } from '../../src/core/align/collate'
import { Rehearsal } from '../../src/core/align/rehearsal'
import type { Article, Canonical } from '../../src/core/article/article'
import { plantLibrary } from './plant-library'
import { Chance, toArticle, type Paragraph } from './planted'
import { scoreAlignment, scoreDiff, type EqualRun, type EqualRuns } from './score-align'
import { keepArticles, linkLibrary, scoreOverlaps } from './score-overlap'

const SIZES = [1_000, 10_000]
const LARGE = 100_000
const MEAN_WORDS = 180
const MB = 1e6
/** Longest that another tool may work on one pair, in ms. */
const PATIENCE = 20_000
/** Beyond this one look is enough, in ms. */
const LONG = 5_000
const LEVELS = [0, 0.05, 0.1, 0.2, 0.4]

/** Parts that can be measured alone: the whole takes some minutes. */
const PARTS: Readonly<Record<string, (args: readonly string[]) => void>> = {
  link: (args) => sizesIn(args).forEach(benchLibrary),
  quality: benchQuality,
  pair: () => benchPair(2_000, 40),
  blog: () => benchPair(50_000, 5),
  collate: benchCollation
}

/** Sizes of libraries that are asked for: `--small`, `--large`, or numbers. */
function sizesIn(args: readonly string[]): number[] {
  const numbers = args.map(Number).filter((size) => size > 0)
  if (numbers.length > 0) return numbers
  const sizes = args.includes('--small') ? SIZES.slice(0, 1) : SIZES
  return args.includes('--large') ? [...sizes, LARGE] : sizes
}

/**
 * Measures overlaps and alignment: every part, or those that are named (`link`, `quality`, `pair`, `blog`, `collate`). `--large` adds
 * 100,000 articles, `--small` leaves 10,000 out; `link 100000` measures that size alone.
 */
export function bench(args: readonly string[]): Promise<void> {
  const named = args.filter((arg) => Object.hasOwn(PARTS, arg))
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, Node ${process.version}`
  print('machine', machine)
  for (const [name, run] of Object.entries(PARTS))
    if (named.length === 0 || named.includes(name)) run(args)
  return Promise.resolve()
}

function print(...columns: readonly (string | number)[]): void {
  console.log(
    columns.map((column) => (typeof column === 'number' ? column.toFixed(3) : column)).join('\t')
  )
}

// ── overlaps ──

function benchLibrary(size: number): void {
  const library = plantLibrary(size, MEAN_WORDS, 11)
  const dir = mkdtempSync(join(tmpdir(), 'briefing-bench-'))
  const before = memory()
  const linking = measure(() => linkLibrary(library, join(dir, 'overlaps.db')))
  const linked = linking.result
  print(
    'overlap',
    `${library.articles.size} articles`,
    `${(linking.wallMs / 1000).toFixed(1)} s to fingerprint and link`,
    `${(linking.cpuMs / 1000).toFixed(1)} s of processor`,
    `${((memory() - before) / MB).toFixed(0)} MB kept`
  )
  const chance = new Chance(99)
  const late = Array.from({ length: 50 }, (_, index) =>
    toArticle(library.articles.size + 1 + index, chance.report(MEAN_WORDS), '2024-03-15')
  )
  // What the library does when nothing else is to do: it belongs to the reports before, and would hold up one of those that follow.
  linked.db.exec('PRAGMA wal_checkpoint(PASSIVE)')
  const times = late.map((article) => {
    library.articles.set(article.id, article)
    return measure(() => keepArticles(linked, [article])).wallMs
  })
  for (const { id } of late) library.articles.delete(id)
  linked.overlaps.drop(late.map(({ id }) => id))
  print(
    'overlap',
    'one more',
    `${median(times).toFixed(2)} ms median`,
    `${Math.max(...times).toFixed(2)} ms at most`
  )
  const { levels, syndicated, templateAlarms } = scoreOverlaps(library, linked)
  print('overlap', 'words changed', 'P', 'R', 'F1')
  for (const { level, score } of levels)
    print('overlap', `${level * 100} %`, score.precision, score.recall, score.f1)
  print('overlap', 'syndicated pairs found', syndicated)
  print('overlap', 'alarms on template pages', String(templateAlarms))
  linked.overlaps.close()
  linked.db.close()
  rmSync(dir, { recursive: true })
}

/** What is in use after everything that can be freed is freed. */
function memory(): number {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') collect()
  // Lists that grow in place are not among `arrayBuffers`.
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

// ── alignment ──

/** Tools that give runs of equal text, from which it follows which sentences belong together. */
const DIFFS: readonly (readonly [string, EqualRuns])[] = [
  ['jsdiff diffWordsWithSpace', jsdiffRuns],
  ['diff-match-patch', matchPatchRuns]
]

function benchQuality(): void {
  print('align', 'words changed', 'tool', 'sentence P', 'R', 'F1', 'moved P', 'R')
  for (const level of LEVELS) {
    const chance = new Chance(7 + level * 100)
    const pairs = Array.from({ length: 80 }, () => chance.version(chance.report(500), level))
    const { sentences, moved } = scoreAlignment(pairs)
    const label = `${level * 100} %`
    print(
      'align',
      label,
      'align',
      sentences.precision,
      sentences.recall,
      sentences.f1,
      moved.precision,
      moved.recall
    )
    for (const [tool, runs] of DIFFS) {
      const { precision, recall, f1 } = scoreDiff(pairs.slice(0, 20), runs)
      print('align', label, tool, precision, recall, f1, '–', '–')
    }
  }
}

function jsdiffRuns(a: string, b: string): EqualRun[] {
  return toRuns(
    (diffWordsWithSpace(a, b, { timeout: PATIENCE }) ?? []).map(({ value, added, removed }) => ({
      length: value.length,
      inA: !added,
      inB: !removed
    }))
  )
}

function matchPatchRuns(a: string, b: string): EqualRun[] {
  const tool = new DiffMatchPatch()
  tool.Diff_Timeout = PATIENCE / 1000
  const steps = tool.diff_main(a, b)
  tool.diff_cleanupSemantic(steps)
  return toRuns(steps.map(([op, text]) => ({ length: text.length, inA: op <= 0, inB: op >= 0 })))
}

function toRuns(
  steps: readonly { readonly length: number; readonly inA: boolean; readonly inB: boolean }[]
): EqualRun[] {
  const runs: EqualRun[] = []
  let [a, b] = [0, 0]
  for (const { length, inA, inB } of steps) {
    if (inA && inB) runs.push({ a, b, length })
    if (inA) a += length
    if (inB) b += length
  }
  return runs
}

interface Pair {
  readonly a: Article
  readonly b: Article
}

type Compare = (a: Canonical, b: Canonical) => unknown

/** What compares, and how often it does: the others take too long to be asked more than once. */
const tools = (runs: number): readonly (readonly [string, Compare, number])[] => [
  ['align', (a, b) => align(a, b), runs],
  [
    'jsdiff diffWordsWithSpace',
    (a, b) => diffWordsWithSpace(a.text, b.text, { timeout: PATIENCE }),
    1
  ],
  ['diff-match-patch', (a, b) => matchPatchRuns(a.text, b.text), 1]
]
/** Tools that were rehearsed in this process. */
const rehearsed = new Set<string>()

function benchPair(words: number, runs: number): void {
  for (const level of [0.05, 0.4]) {
    const chance = new Chance(words + level * 100)
    const { a, b } = chance.version(chance.report(words), level)
    const pair = { a: toArticle(1, a), b: toArticle(2, b) }
    const label = `2 × ${words} words, ${level * 100} % changed`
    for (const [tool, compare, times] of tools(runs)) {
      const first = measure(() => compare(pair.a, pair.b))
      // As the app does while nothing else is to do, and only once.
      if (!rehearsed.has(tool)) for (const rehearsal = new Rehearsal(compare); rehearsal.step(););
      const took =
        first.wallMs > LONG
          ? [first]
          : Array.from({ length: times }, () => measure(() => compare(pair.a, pair.b)))
      const wall = took.map(({ wallMs }) => wallMs)
      print(
        'pair',
        label,
        tool,
        `${median(wall).toFixed(1)} ms median`,
        `${Math.min(...wall).toFixed(1)} ms best`,
        `${median(took.map(({ cpuMs }) => cpuMs)).toFixed(1)} ms of processor`,
        `${first.wallMs.toFixed(1)} ms the first time, ${rehearsed.has(tool) ? 'after' : 'before'} a rehearsal`
      )
      rehearsed.add(tool)
    }
    benchPrograms(pair, label)
  }
}

/** Programs that may be installed. They exit with 1 when the files differ. */
function benchPrograms({ a, b }: Pair, label: string): void {
  const dir = mkdtempSync(join(tmpdir(), 'briefing-bench-'))
  const files = [join(dir, 'a.txt'), join(dir, 'b.txt')] as const
  writeFileSync(files[0], `${a.text}\n`)
  writeFileSync(files[1], `${b.text}\n`)
  const programs: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'git diff --word-diff --color-moved',
      'git',
      ['diff', '--no-index', '--histogram', '--word-diff', '--color-moved', '--color=always']
    ],
    ['dwdiff', 'dwdiff', []]
  ]
  for (const [name, program, options] of programs) {
    const { result, wallMs } = measure(() =>
      spawnSync(program, [...options, ...files], { stdio: 'ignore', timeout: PATIENCE })
    )
    print('pair', label, name, outcomeOf(result, wallMs))
  }
  rmSync(dir, { recursive: true })
}

function outcomeOf({ error, status }: SpawnSyncReturns<unknown>, wallMs: number): string {
  if (error !== undefined && 'code' in error && error.code === 'ENOENT') return 'not installed'
  return status === 0 || status === 1 ? `${wallMs.toFixed(1)} ms, with its start` : 'gave up'
}

function benchCollation(): void {
  const chance = new Chance(10)
  const story: readonly Paragraph[] = chance.report(2_000)
  const reports = Array.from({ length: 10 }, (_, index) =>
    toArticle(index + 1, chance.version(story, 0.1).b)
  )
  const took = Array.from({ length: 9 }, () => measure(() => collate(reports)))
  print(
    'collate',
    '10 reports of 2,000 words',
    `${median(took.map(({ wallMs }) => wallMs)).toFixed(1)} ms median`,
    `${took[0]?.wallMs.toFixed(1) ?? ''} ms the first time`,
    `${median(took.map(({ cpuMs }) => cpuMs)).toFixed(1)} ms of processor`
  )
}

interface Measured<T> {
  readonly result: T
  readonly wallMs: number
  /** Processor time of all threads: other programs lengthen it less than the wall's. */
  readonly cpuMs: number
}

function measure<T>(run: () => T): Measured<T> {
  const clock = process.cpuUsage()
  const start = performance.now()
  const result = run()
  const wallMs = performance.now() - start
  const { user, system } = process.cpuUsage(clock)
  return { result, wallMs, cpuMs: (user + system) / 1000 }
}

function median(values: readonly number[]): number {
  return values.toSorted((x, y) => x - y)[Math.floor(values.length / 2)] ?? 0
}
