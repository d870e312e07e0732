import { Worker } from 'node:worker_threads'
import type { WorkerMessage } from '../pool'
import type { DetectorOutcome, SpawnDetector } from './protocol'

/** Memory that a detector may use for objects, MB: the marks of the longest article several times over. */
const HEAP_MB = 1024

/** Starts detectors as threads of this process; `entry` is the built file of `detector/entry.ts`. */
export function threadDetectors(entry: string): SpawnDetector {
  return () => {
    const thread = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } })
    // A thread that runs out of memory says so before it ends; its end is told anyway.
    thread.on('error', () => undefined)
    return {
      send: (message) => thread.postMessage(message),
      onMessage: (listener) =>
        void thread.on('message', (message) => listener(message as WorkerMessage<DetectorOutcome>)),
      onExit: (listener) => void thread.once('exit', () => listener()),
      kill: () => void thread.terminate()
    }
  }
}
