import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diffWordsWithSpace } from 'diff'
import DiffMatchPatch from 'diff-match-patch'
import { align } from '../../src/core/align/align'
import { collate } from '../../src/core/align/collate'
import type { Article } from '../../src/core/article/article'
import { plantLibrary } from './plant-library'
import { Chance, toArticle, type Paragraph } from './planted'
import { scoreAlignment } from './score-align'
import { linkLibrary, scoreOverlaps } from './score-overlap'

const SIZES = [1_000, 10_000]
const LARGE = 100_000
const MEAN_WORDS = 180
const MB = 1e6
/** Longest that another tool may work on one pair, in ms. */
const PATIENCE = 20_000

/** Measures overlaps and alignment. `--large` adds 100,000 articles; `--small` leaves 10,000 out. */
export function bench(args: readonly string[]): Promise<void> {
  const sizes = args.includes('--small') ? SIZES.slice(0, 1) : SIZES
  for (const size of args.includes('--large') ? [...sizes, LARGE] : sizes) benchLibrary(size)
  benchQuality()
  benchPair(2_000, 20)
  benchPair(50_000, 1)
  benchCollation()
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
  const before = memory()
  const clock = process.cpuUsage()
  const start = performance.now()
  const overlaps = linkLibrary(library)
  const linked = performance.now() - start
  const { user, system } = process.cpuUsage(clock)
  const used = memory() - before
  print(
    'overlap',
    `${library.articles.size} articles`,
    `${(linked / 1000).toFixed(1)} s to link`,
    `${((user + system) / 1e6).toFixed(1)} s of processor`,
    `${(used / MB).toFixed(0)} MB`
  )
  const chance = new Chance(99)
  const late = Array.from({ length: 50 }, (_, index) =>
    toArticle(library.articles.size + 1 + index, chance.report(MEAN_WORDS), '2024-03-15')
  )
  const times = late.map((article) => {
    library.articles.set(article.id, article)
    return cpuOf(() => overlaps.keep([article]))
  })
  for (const { id } of late) library.articles.delete(id)
  overlaps.drop(late.map(({ id }) => id))
  print(
    'overlap',
    'one more',
    `${median(times).toFixed(2)} ms median`,
    `${Math.max(...times).toFixed(2)} ms at most`
  )
  const { levels, syndicated, templateAlarms } = scoreOverlaps(library, overlaps)
  print('overlap', 'words changed', 'P', 'R', 'F1')
  for (const { level, score } of levels)
    print('overlap', `${level * 100} %`, score.precision, score.recall, score.f1)
  print('overlap', 'syndicated pairs found', syndicated)
  print('overlap', 'alarms on template pages', String(templateAlarms))
}

function memory(): number {
  const { heapUsed, arrayBuffers, external } = process.memoryUsage()
  return heapUsed + Math.max(arrayBuffers, external)
}

// ── alignment ──

function benchQuality(): void {
  print('align', 'words changed', 'sentence P', 'R', 'F1', 'moved P', 'R')
  for (const level of [0, 0.05, 0.1, 0.2, 0.4]) {
    const chance = new Chance(7 + level * 100)
    const pairs = Array.from({ length: 40 }, () => chance.version(chance.report(500), level))
    const { sentences, moved } = scoreAlignment(pairs)
    print(
      'align',
      `${level * 100} %`,
      sentences.precision,
      sentences.recall,
      sentences.f1,
      moved.precision,
      moved.recall
    )
  }
}

interface Pair {
  readonly a: Article
  readonly b: Article
}

function benchPair(words: number, runs: number): void {
  for (const level of [0.05, 0.4]) {
    const chance = new Chance(words + level * 100)
    const { a, b } = chance.version(chance.report(words), level)
    const pair = { a: toArticle(1, a), b: toArticle(2, b) }
    const label = `2 × ${words} words, ${level * 100} % changed`
    const report = (tool: string, run: (pair: Pair) => void, times = runs) => {
      const took = Array.from({ length: times }, () => cpuOf(() => run(pair)))
      print('pair', label, tool, `${median(took).toFixed(1)} ms of processor`)
    }
    report('align', () => align(pair.a, pair.b))
    report(
      'jsdiff diffWordsWithSpace',
      () => diffWordsWithSpace(pair.a.text, pair.b.text, { timeout: PATIENCE }),
      1
    )
    report('diff-match-patch', diffMatchPatch, 1)
    benchPrograms(pair, label)
  }
}

function diffMatchPatch({ a, b }: Pair): void {
  const tool = new DiffMatchPatch()
  tool.Diff_Timeout = PATIENCE / 1000
  tool.diff_cleanupSemantic(tool.diff_main(a.text, b.text))
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
      ['diff', '--no-index', '--histogram', '--word-diff', '--color-moved']
    ],
    ['dwdiff', 'dwdiff', []]
  ]
  for (const [name, program, options] of programs) {
    let code: unknown = 0
    const took = timeOf(() => {
      try {
        execFileSync(program, [...options, ...files], { stdio: 'ignore', timeout: PATIENCE })
      } catch (error) {
        code = error instanceof Error && 'status' in error ? error.status : undefined
      }
    })
    print(
      'pair',
      label,
      name,
      code === 0 || code === 1 ? `${took.toFixed(1)} ms` : 'not there, or gave up'
    )
  }
  rmSync(dir, { recursive: true })
}

function benchCollation(): void {
  const chance = new Chance(10)
  const story: readonly Paragraph[] = chance.report(2_000)
  const reports = Array.from({ length: 10 }, (_, index) =>
    toArticle(index + 1, chance.version(story, 0.1).b)
  )
  const took = Array.from({ length: 5 }, () => cpuOf(() => collate(reports)))
  print('collate', '10 reports of 2,000 words', `${median(took).toFixed(1)} ms of processor`)
}

function timeOf(run: () => void): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

/** Processor time in ms: what it takes on a machine that does nothing else. */
function cpuOf(run: () => void): number {
  const start = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

function median(values: readonly number[]): number {
  return values.toSorted((x, y) => x - y)[Math.floor(values.length / 2)] ?? 0
}
