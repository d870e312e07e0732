/* Entry of the library worker: a thread of the main process. */
import { parentPort, workerData } from 'node:worker_threads'
import { assert } from '../../core/assert'
import type { WorkerStart } from './rpc'
import { serve } from './serve'

assert(parentPort !== null, 'the library worker runs as a worker thread')
// Main starts this file with a `WorkerStart` and nothing else.
serve(parentPort, workerData as WorkerStart)
