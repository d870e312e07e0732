/* Entry of the detector: a thread that finds claims for the library. */
import { constants, setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { assert } from '../../core/assert'
import { findClaims } from '../derive/claim-finding'
import type { WorkerMessage } from '../pool'
import type { DetectorOutcome, DetectorRequest } from './protocol'

assert(parentPort !== null, 'the detector runs as a worker thread')
const port = parentPort

// The window and the answers of the library go first. Elsewhere the call would bear on the whole process.
if (process.platform === 'linux')
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
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
