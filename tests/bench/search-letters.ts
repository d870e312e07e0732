import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serialize } from 'node:v8'
import { openCatalog } from '../../src/library/catalog/catalog'
import { compose, type Parts } from '../../src/library/parts'
import { plantCatalog } from '../support/plant-catalog'
import { threadMs } from '../support/thread-time'
import { makeArticle, random } from './corpus'

/** Queries that are typed, and how far: two words, as a reader begins one. */
const QUERIES = 120
const LONGEST = 14
/** Hits of a first page in the window. */
const FIRST_PAGE = 12
/** Articles with claims. */
const WITH_CLAIMS = 500

/** What a letter costs, one number for each. */
interface Letters {
  readonly answered: number[]
  readonly serialized: number[]
  readonly bytes: number[]
}

/**
 * Asks a library of so many articles as the window does, letter by letter: each answer with rows, marks and excerpts, by time of the
 * thread. Twice: the first time no article was seen before. Prints p50 / p95 / p99 / most.
 *
 * @param kept - where the planted library stands, or is to stay
 */
export function benchLetters(size: number, kept?: string): void {
  const dir = kept ?? mkdtempSync(join(tmpdir(), 'bench-letters-'))
  if (!existsSync(join(dir, 'catalog.db'))) plantCatalog(dir, size, { claims: WITH_CLAIMS })
  const { db } = openCatalog(dir)
  const parts = compose(db, {
    dataDir: dir,
    now: () => new Date('2025-01-01T00:00:00Z'),
    busy: () => false,
    onBug: (error) => {
      throw error
    }
  })
  parts.backlog.open()
  while (parts.backlog.upkeep());
  const typed = letters(size)
  for (const round of ['not seen before', 'seen before']) {
    const { answered, serialized, bytes } = ask(parts.finding, typed)
    process.stdout.write(
      `${round}: answered ${spread(answered)} ms, written to be sent ${spread(serialized)} ms, ${spread(bytes)} bytes\n`
    )
  }
  parts.backlog.close()
  parts.decisions.close()
  db.close()
  if (kept === undefined) rmSync(dir, { recursive: true, force: true })
}

function ask(finding: Parts['finding'], typed: readonly string[]): Letters {
  const found: Letters = { answered: [], serialized: [], bytes: [] }
  for (const text of typed) {
    const began = threadMs()
    const page = finding.search({
      text,
      sort: 'relevance',
      offset: 0,
      limit: FIRST_PAGE,
      facets: false
    })
    const answered = threadMs()
    const sent = serialize(page)
    found.answered.push(answered - began)
    found.serialized.push(threadMs() - answered)
    found.bytes.push(sent.length)
  }
  return found
}

/** Returns what stands in the box after each letter. */
function letters(size: number): string[] {
  const draw = random(5)
  return Array.from({ length: QUERIES }).flatMap(() => {
    const words = makeArticle(1 + Math.floor(draw() * size)).text.match(/[a-z]{3,}/g) ?? []
    const pick = (): string => words[Math.floor(draw() * words.length)] ?? 'report'
    const text = `${pick()} ${pick()}`.slice(0, LONGEST)
    return Array.from(text, (_, at) => text.slice(0, at + 1))
  })
}

function spread(numbers: readonly number[]): string {
  const sorted = numbers.toSorted((a, b) => a - b)
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return [0.5, 0.95, 0.99, 1].map((share) => Number(at(share).toPrecision(3))).join(' / ')
}
