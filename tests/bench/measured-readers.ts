import type { ReaderProcess, SpawnReader } from '../../src/library/reader/protocol'
import type { Usage } from './usage'

/** Readers that tell beside their work what they take. */
export interface MeasuredReaders {
  readonly spawn: SpawnReader
  /** Asks each running reader, which answers when the file in hand is read. */
  usage(): Promise<Usage[]>
}

/** Measures the readers that `fork` starts; their entry has to be `reader-child.ts`. */
export function measuredReaders(fork: SpawnReader): MeasuredReaders {
  /** What waits for the answer of a process, by its id. */
  const running = new Map<number, (usage: Usage | undefined) => void>()

  function spawn(): ReaderProcess {
    const reader = fork()
    const { pid } = reader
    if (pid === undefined) return reader
    running.set(pid, () => undefined)
    reader.onExit(() => {
      running.get(pid)?.(undefined)
      running.delete(pid)
    })
    return {
      ...reader,
      onMessage: (listener) => {
        reader.onMessage((message) => {
          const told = message as typeof message | { type: 'usage'; usage: Usage }
          if (told.type === 'usage') running.get(pid)?.(told.usage)
          else listener(told)
        })
      }
    }
  }

  const ask = (pid: number) =>
    new Promise<Usage | undefined>((resolve) => {
      running.set(pid, resolve)
      process.kill(pid, 'SIGUSR2')
    })
  return {
    spawn,
    usage: async () => {
      const told = await Promise.all([...running.keys()].map(ask))
      return told.filter((usage) => usage !== undefined)
    }
  }
}
