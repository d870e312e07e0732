import { join } from 'node:path'
import { utilityProcess, type UtilityProcess } from 'electron'

/** What a reader process answers with, as the library worker wants to hear it. */
export interface ReaderEvents {
  message(reader: number, message: unknown): void
  exit(reader: number, code: number): void
}

/** Starts, feeds and kills reader processes for the library worker, which may not do so itself: Electron starts them from main only. */
export class ReaderRelay {
  readonly #processes = new Map<number, UtilityProcess>()
  readonly #events: ReaderEvents

  constructor(events: ReaderEvents) {
    this.#events = events
  }

  start(reader: number, heapMb: number): void {
    const started = utilityProcess.fork(join(import.meta.dirname, 'reader.js'), [], {
      serviceName: 'Briefing Reader file reader',
      stdio: 'ignore',
      execArgv: [
        `--max-old-space-size=${heapMb}`,
        '--disallow-code-generation-from-strings',
        '--disable-proto=delete'
      ]
    })
    this.#processes.set(reader, started)
    started.on('message', (message: unknown) => this.#events.message(reader, message))
    started.on('exit', (code) => {
      this.#processes.delete(reader)
      this.#events.exit(reader, code)
    })
  }

  send(reader: number, message: unknown): void {
    this.#processes.get(reader)?.postMessage(message)
  }

  kill(reader: number): void {
    this.#processes.get(reader)?.kill()
  }

  killAll(): void {
    for (const running of this.#processes.values()) running.kill()
    this.#processes.clear()
  }
}
