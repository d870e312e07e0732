import { align } from '../../src/core/align/align'
import { importFile } from '../../src/importers/registry'
import { readArticles } from '../../src/library/reader/read'
import type { Canonical } from '../../src/core/article/article'
import { toCanonical } from '../../src/core/text/canonical'
import { report } from '../support/corpus'

const ROUNDS = 30
/** Number of a report of the corpus that is a later version of the one before. */
const A_VERSION = 19

/** Measures one comparison: `compare [A B]`, two files, or two versions out of the synthetic corpus. */
export async function bench(args: readonly string[]): Promise<void> {
  const [a, b] = args
  const pair =
    a === undefined || b === undefined
      ? [synthetic(A_VERSION - 1), synthetic(A_VERSION)]
      : [await read(a), await read(b)]
  const [left, right] = pair
  if (left === undefined || right === undefined)
    throw new Error('Cannot compare: no report in a file')
  const times = Array.from({ length: ROUNDS }, () => {
    const started = performance.now()
    align(left, right)
    return performance.now() - started
  }).sort((x, y) => x - y)
  const [first] = times
  const median = times[Math.floor(ROUNDS / 2)] ?? 0
  const size = `${String(left.text.length)} and ${String(right.text.length)} characters`
  process.stdout.write(
    `compare ${size}: best ${(first ?? 0).toFixed(1)} ms · median ${median.toFixed(1)} ms\n`
  )
}

function synthetic(number: number): Canonical {
  return toCanonical(report(number).map((text) => ({ text, role: 'paragraph' as const })))
}

async function read(path: string): Promise<Canonical | undefined> {
  const request = {
    id: 1,
    path: Buffer.from(path),
    fileName: path.split('/').at(-1) ?? path,
    sizeLimit: 1 << 26,
    knownHash: '',
    refused: []
  }
  const outcome = await readArticles(request, importFile, () => undefined)
  return outcome.kind === 'imported' ? outcome.articles[0]?.article : undefined
}
