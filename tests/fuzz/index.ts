// Mutates every fixture and imports the mutants in killable processes; fails on a hang, a crash, a throw or a broken promise:
// npm run fuzz -- [--minutes 5] [--seed N] [--findings DIR] [--only FORMAT] [--slow MS]
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { CHILD_FLAG, ImportChild, serveImports, type ImportEnding } from '../support/import-child'
import { brokenPromise } from '../support/check-result'
import { mutate, Random } from './mutate'

const FIXTURES = 'tests/fixtures/importers'
/** Time for one mutant; they are small, so whatever needs this long grows faster than its input. */
const LIMIT_MS = 20_000
/** Every so many mutants are imported twice, to see that the same bytes give the same documents. */
const TWICE_EVERY = 20
/** Processor time that each KB of a mutant may take on top, in ms: half a megabyte of one-letter paragraphs takes 2 to 4 s, and twice
 * that when doubled. */
const SLOW_MS_PER_KB = 6
/** Times that a slow mutant is imported again: the first import may have paid for compiling, or shared its processor. */
const SLOW_AGAIN = 2

interface Fixture {
  readonly name: string
  readonly fileName: string
  readonly bytes: Uint8Array
}

interface Tally {
  mutants: number
  opened: number
  slowest: { ms: number; name: string }
  readonly refusals: Map<string, number>
  readonly findings: string[]
}

if (process.argv.includes(CHILD_FLAG)) serveImports()
else process.exitCode = await main()

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '5' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
      findings: { type: 'string', default: 'out/fuzz' },
      only: { type: 'string', default: '' },
      // Processor time from which a small mutant counts as slow, in ms: at this, something grows faster than its input.
      slow: { type: 'string', default: '2000' }
    }
  })
  const seed = Number(values.seed)
  const fixtures = readFixtures()
  const chosen = fixtures.filter((fixture) => fixture.name.startsWith(values.only))
  const end = Date.now() + Number(values.minutes) * 60_000
  const random = new Random(seed)
  const tally: Tally = {
    mutants: 0,
    opened: 0,
    slowest: { ms: 0, name: '' },
    refusals: new Map(),
    findings: []
  }
  const child = new ImportChild(process.argv[1] ?? '')
  console.log(`seed ${seed}, ${chosen.length} fixtures, ${values.minutes} minutes`)
  while (Date.now() < end) {
    const fixture = random.pick(chosen)
    // Now and then under another's name: extensions lie.
    const fileName = random.below(10) === 0 ? random.pick(fixtures).fileName : fixture.fileName
    const bytes = mutate(
      fixture.bytes,
      fixtures.map((other) => other.bytes),
      random
    )
    const twice = tally.mutants % TWICE_EVERY === 0
    const ending = await child.run({ bytes, fileName, twice }, LIMIT_MS * (twice ? 2 : 1))
    const reason =
      judge(ending, fixture.name, tally) ??
      (await isSlow(child, { ending, bytes, fileName }, Number(values.slow)))
    if (reason !== undefined)
      keep(
        { reason, bytes, fileName, folder: values.findings, label: `${seed}-${tally.mutants}` },
        tally
      )
    tally.mutants++
  }
  child.close()
  return report(tally)
}

function readFixtures(): Fixture[] {
  return readdirSync(FIXTURES)
    .toSorted()
    .flatMap((name) =>
      readdirSync(join(FIXTURES, name))
        .filter((file) => file.startsWith('source.'))
        .map((fileName) => ({
          name,
          fileName,
          bytes: new Uint8Array(readFileSync(join(FIXTURES, name, fileName)))
        }))
    )
}

/** Counts how an import ended; answers what is wrong with it. */
function judge(ending: ImportEnding, name: string, tally: Tally): string | undefined {
  if (ending.kind === 'hung') return `hung for ${ending.ms} ms`
  if (ending.kind !== 'result') return `${ending.kind}: ${ending.reason}`
  if (ending.ms > tally.slowest.ms) tally.slowest = { ms: ending.ms, name }
  if (ending.result.documents.length > 0) tally.opened++
  else {
    const code =
      ending.result.problems.find((found) => found.severity === 'error')?.code ?? 'no error'
    tally.refusals.set(code, (tally.refusals.get(code) ?? 0) + 1)
  }
  if (ending.stderr !== '') return `printed: ${ending.stderr}`
  return brokenPromise(ending.result)
}

interface Imported {
  readonly ending: ImportEnding
  readonly bytes: Uint8Array
  readonly fileName: string
}

/** Imports a mutant again that was slow; says so when it is slow each time. */
async function isSlow(
  child: ImportChild,
  { ending, bytes, fileName }: Imported,
  slowMs: number
): Promise<string | undefined> {
  const most = slowMs + (bytes.length / 1024) * SLOW_MS_PER_KB
  let least = ending.kind === 'result' ? ending.ms : 0
  for (let again = 0; again < SLOW_AGAIN && least > most; again++) {
    const next = await child.run({ bytes, fileName }, LIMIT_MS)
    least = Math.min(least, next.kind === 'result' ? next.ms : Infinity)
  }
  return least > most ? `slow: ${Math.round(least)} ms` : undefined
}

interface Finding {
  readonly reason: string
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly folder: string
  readonly label: string
}

function keep({ reason, bytes, fileName, folder, label }: Finding, tally: Tally): void {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${label}${extname(fileName)}`)
  writeFileSync(path, bytes)
  tally.findings.push(`${path}: ${reason.replace(/\s+/g, ' ').slice(0, 300)}`)
  console.log(`FOUND ${tally.findings.at(-1) ?? ''}`)
}

function report(tally: Tally): number {
  const refusals = [...tally.refusals].map(([code, count]) => `${code} ${count}`).join(', ')
  console.log(`${tally.mutants} mutants: ${tally.opened} opened; refused: ${refusals}`)
  console.log(
    `slowest ${Math.round(tally.slowest.ms)} ms (${tally.slowest.name}); ${tally.findings.length} findings`
  )
  for (const finding of tally.findings) console.log(`  ${finding}`)
  return tally.findings.length === 0 ? 0 : 1
}
