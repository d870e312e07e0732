import { Pool, type PoolLimits } from '../pool'
import type { ReaderRequest, ReadOutcome, SpawnReader } from './protocol'

/** A good file takes a few ms, a hostile one would take for ever; pages of a PDF take up to 100 ms each. */
export const READER_LIMITS: Omit<PoolLimits, 'size'> = {
  workMs: 15_000,
  slowMs: 60_000,
  startMs: 30_000,
  backOffMs: 50,
  idleMs: 30_000
}

/** A few reader processes. One that dies or takes too long costs the file that it had in hand. */
export class ReaderPool extends Pool<ReaderRequest, ReadOutcome> {
  constructor(spawn: SpawnReader, size: number, limits = READER_LIMITS) {
    super(spawn, { ...limits, size }, (why, hash) => ({
      kind: 'failed',
      hash,
      problem: { severity: 'error', code: `reader-${why}`, where: '', detail: '' }
    }))
  }

  /** Reads one file; always answers, with a `failed` outcome when the reader died. */
  read(request: Omit<ReaderRequest, 'id'>): Promise<ReadOutcome> {
    return this.ask(request)
  }
}
