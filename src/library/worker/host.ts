/* Entry of the library worker: a thread of the main process. */
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { assert } from '../../core/assert'
import { threadDetectors } from '../detector/thread'
import type { WorkerStart } from './rpc'
import { serve } from './serve'

assert(parentPort !== null, 'the library worker runs as a worker thread')
// Main starts this file with a `WorkerStart` and nothing else.
serve(
  parentPort,
  workerData as WorkerStart,
  threadDetectors(join(import.meta.dirname, 'detector.js'))
)
