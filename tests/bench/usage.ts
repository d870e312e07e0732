import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { readFileSync } from 'node:fs'

/** What a process takes: bytes, and processor time since it began. */
export interface Usage {
  readonly processorMs: number
  /** JavaScript objects that are in use. */
  readonly heap: number
  /** Buffers outside of the heap that objects hold. */
  readonly buffers: number
  /** Pages of memory that are the process' own and resident; all resident ones where the system does not part them. */
  readonly resident: number
}

/** Returns what is in use after what is not was collected; the collection's own time is not counted. */
export function usageAfterCollection(): Usage {
  const { user, system } = process.cpuUsage()
  collect()
  collect()
  const { heapUsed, external, rss } = process.memoryUsage()
  return {
    processorMs: (user + system) / 1000,
    heap: heapUsed,
    buffers: external,
    resident: ownResident() ?? rss
  }
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

function ownResident(): number | undefined {
  try {
    const kb = /^RssAnon:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'latin1'))?.[1]
    return kb === undefined ? undefined : Number(kb) * 1024
  } catch {
    return undefined // no such file system
  }
}
