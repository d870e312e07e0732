/* Entry of the detector: a thread that finds claims for the library. */
import { setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { assert } from '../../core/assert'
import { findClaims } from '../derive/claim-finding'
import type { WorkerMessage } from '../pool'
import type { DetectorOutcome, DetectorRequest } from './protocol'

assert(parentPort !== null, 'the detector runs as a worker thread')
const port = parentPort

/**
 * How far below the window and the answers of the library, 0…19 as nice(1) counts: of a core that both want it has a quarter. Higher
 * lets a busy machine all but stop it.
 */
const NICENESS = 5

// Linux has a priority for each thread; elsewhere the call would bear on the whole process.
if (process.platform === 'linux')
  try {
    setPriority(NICENESS)
  } catch {
    // Some systems refuse; then the detector is merely less polite.
  }

function say(message: WorkerMessage<DetectorOutcome>): void {
  port.postMessage(message)
}

function outcomeOf({ article, options }: DetectorRequest): DetectorOutcome {
  try {
    return { kind: 'found', found: findClaims(article, options) }
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { kind: 'failed', died: false, detail }
  }
}

port.on('message', (request: DetectorRequest) => {
  say({ type: 'done', id: request.id, outcome: outcomeOf(request) })
})
say({ type: 'ready' })
