import { setTimeout as sleep } from 'node:timers/promises'
import type { FileRow } from './catalog/files'
import type { ReadOutcome } from './reader/protocol'

/** Files that are written in one transaction, at most, and their text in code units: about 20 ms with the index. */
const BATCH_FILES = 12
const BATCH_CHARS = 60_000
/** How long files that are read wait for more to be written with, ms. Small transactions make many small pieces of index. */
const GATHER_MS = 100

/** A file that a reader has in work, in the order of the files. */
export interface Reading {
  readonly row: FileRow
  /** Settles when the outcome is there. */
  readonly promise: Promise<void>
  outcome?: ReadOutcome
}

/** Settles when a batch has been read; after a while when at least the first file has. */
export async function gathered(ahead: readonly Reading[]): Promise<void> {
  const batch = Promise.all(ahead.slice(0, BATCH_FILES).map(({ promise }) => promise))
  const patience = new AbortController()
  const late = sleep(GATHER_MS, undefined, { signal: patience.signal }).catch(() => undefined)
  await Promise.race([batch, late])
  patience.abort()
  await ahead[0]?.promise
}

/** Takes readings from the front that are settled, up to a batch. */
export function takeSettled(ahead: Reading[]): Reading[] {
  const batch: Reading[] = []
  let chars = 0
  while (batch.length < BATCH_FILES && chars < BATCH_CHARS) {
    const next = ahead[0]
    if (next === undefined || (batch.length > 0 && next.outcome === undefined)) break
    ahead.shift()
    batch.push(next)
    if (next.outcome?.kind === 'imported')
      for (const { article } of next.outcome.articles) chars += article.text.length
  }
  return batch
}
