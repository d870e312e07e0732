import { detectClaims } from '../../src/core/claims/detect'
import { toCanonical, type ImportedBlock } from '../../src/core/text/canonical'
import { benchDerive } from './claims-library'

/** Milliseconds of processor time that a sentence may take to be read. */
export const MAX_MS_PER_SENTENCE = 1

const SENTENCES = [
  'The Velland army said its gunners destroyed nine Orbel drones over Tarsk harbour early on Monday.',
  'The Harbour Times could not independently verify the report, and the Orbel garrison declined to comment.',
  '“We heard two blasts,” Orla Venn, a baker on the quay, told the Daily Orbel. “Then the lights went out.”',
  'Prices in the old town may rise by 4.5 percent this autumn, two people familiar with the talks said.',
  'The bakery, which opened in spring, sells bread, cakes and tea to sailors and clerks.',
  'Foreign Minister Jon Tarrow denied that his country had sent 1,200 soldiers across the river.'
]
const PARAGRAPHS = 60
const ROUNDS = 12
const MOST_ROUNDS = 120
const MICROSECONDS = 1000

/**
 * Returns the milliseconds of processor time that one sentence of news takes, the best of some rounds.
 *
 * @param goal - as many more rounds are made as it takes to come below, within reason: a machine that does much else is slow for
 *   seconds on end
 */
export function measureClaims(goal = Infinity): number {
  const blocks = Array.from({ length: PARAGRAPHS }, (_, i): ImportedBlock => ({
    text: `${SENTENCES[i % SENTENCES.length] ?? ''} ${SENTENCES[(i * 5 + 1) % SENTENCES.length] ?? ''}`,
    role: 'paragraph'
  }))
  const article = toCanonical(blocks)
  let best = Infinity
  for (let round = 0; round < ROUNDS || (best >= goal && round < MOST_ROUNDS); round++) {
    const began = process.cpuUsage()
    const { marks } = detectClaims(article)
    const { user, system } = process.cpuUsage(began)
    best = Math.min(best, (user + system) / MICROSECONDS / marks.length)
  }
  return best
}

const SIZES = [1000, 2000, 4000, 8000]

/**
 * Prints the cost of a sentence, and of an article in a library that grows. `repeated` and `varied` name what recurs in it, numbers
 * its sizes.
 */
export function bench(args: readonly string[]): Promise<void> {
  process.stdout.write(
    `claims: ${measureClaims().toFixed(3)} ms of processor time a sentence (goal under ${MAX_MS_PER_SENTENCE})\n`
  )
  const sizes = args.map(Number).filter((size) => size > 0)
  const kinds = (['repeated', 'varied'] as const).filter((kind) => args.includes(kind))
  for (const kind of kinds.length > 0 ? kinds : (['repeated', 'varied'] as const))
    benchDerive(sizes.length > 0 ? sizes : SIZES, kind)
  return Promise.resolve()
}
