import type { Article } from '../../core/article/article'
import type { FoundClaims } from '../derive/claim-finding'
import { Pool, type PoolLimits } from '../pool'
import type { DetectorOutcome, DetectorRequest, SpawnDetector } from './protocol'

/**
 * One thread: the other core belongs to the window and the library. A long article takes a second on a quiet machine, on a busy one
 * ten times as long; what takes longer would never end for a reader who waits.
 */
export const DETECTOR_LIMITS: PoolLimits = {
  size: 1,
  workMs: 120_000,
  slowMs: 120_000,
  startMs: 30_000,
  backOffMs: 50,
  idleMs: 30_000
}
/** An article over which detectors died so often is given up. */
const MAX_DEATHS = 2

/** Claims of an article can't be found: detectors died over it, or took too long, or have a bug. */
export class DetectionError extends Error {
  override name = 'DetectionError'
}

/** Finds claims in a thread of its own, so that whoever asks stays free. */
export class Detector {
  readonly #pool: Pool<DetectorRequest, DetectorOutcome>
  #closed = false

  constructor(spawn: SpawnDetector, limits: PoolLimits = DETECTOR_LIMITS) {
    this.#pool = new Pool(spawn, limits, (why) => ({
      kind: 'failed',
      died: why === 'crashed',
      detail: `the detector ${why === 'crashed' ? 'ended' : 'took too long'}`
    }))
  }

  /**
   * Returns the claims of an article; an `urgent` one comes before all others that wait.
   *
   * @throws DetectionError, also for what is in work when the detector is closed
   */
  async find(
    article: Article,
    options: DetectorRequest['options'],
    urgent = false
  ): Promise<FoundClaims> {
    for (let deaths = 1; ; deaths++) {
      const outcome = await this.#pool.ask({ article, options }, urgent || deaths > 1)
      if (outcome.kind === 'found') return outcome.found
      if (this.#closed || !outcome.died || deaths >= MAX_DEATHS)
        throw new DetectionError(
          `Cannot find claims of article ${String(article.id)}: ${outcome.detail}`
        )
    }
  }

  /** Ends the thread. */
  close(): void {
    this.#closed = true
    this.#pool.close()
  }
}
