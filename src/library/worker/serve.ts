import { CALLS, type Notices } from '../../shared/contract'
import { FailureError, type Failure } from '../../shared/failure'
import { failed, success, type Result } from '../../shared/result'
import type { SpawnDetector } from '../detector/protocol'
import { Library } from '../library'
import type { LibraryOptions } from '../options'
import type { ReaderMessage, SpawnReader } from '../reader/protocol'
import type { FromWorker, Port, PrivateCalls, ToWorker, WorkerStart } from './rpc'

const privateNames = {
  openFolder: 1,
  openFiles: 1,
  originalPath: 1,
  problemPath: 1,
  originalPage: 1,
  sealPdf: 1,
  configure: 1,
  close: 1
} satisfies Record<keyof PrivateCalls, 1>

const NAMES: ReadonlySet<string> = new Set([...CALLS, ...Object.keys(privateNames)])

/** Opens a library and answers what comes in through the port. */
export function serve(
  port: Port<FromWorker, ToWorker>,
  start: WorkerStart,
  spawnDetector?: SpawnDetector
): void {
  const readers = new RemoteReaders(port)
  const spawn = { spawnReader: readers.spawn, ...(spawnDetector && { spawnDetector }) }
  const library = open(port, start, spawn)
  port.on('message', (message) => {
    if (message.type === 'call') void answer(port, library, message)
    else readers.hear(message)
  })
}

function open(
  port: Port<FromWorker, ToWorker>,
  start: WorkerStart,
  spawn: Pick<LibraryOptions, 'spawnReader' | 'spawnDetector'>
): Library | Failure {
  try {
    const library = new Library({
      ...start,
      ...spawn,
      notify: <K extends keyof Notices>(name: K, value: Notices[K]) => {
        port.postMessage({ type: 'notice', name, value })
      },
      now: () => new Date(),
      onBug: (error) => void toFailure(error),
      watch: true
    })
    const { keptDamaged } = library
    port.postMessage({ type: 'opened', ...(keptDamaged !== undefined && { keptDamaged }) })
    library.start()
    return library
  } catch (error) {
    const failure = toFailure(error)
    port.postMessage({ type: 'not-opened', failure })
    return failure
  }
}

async function answer(
  port: Port<FromWorker, ToWorker>,
  library: Library | Failure,
  { id, name, args }: Extract<ToWorker, { type: 'call' }>
): Promise<void> {
  const result = library instanceof Library ? await ask(library, name, args) : failed(library)
  port.postMessage({ type: 'reply', id, result })
}

async function ask(
  library: Library,
  name: string,
  args: readonly unknown[]
): Promise<Result<unknown>> {
  try {
    if (!NAMES.has(name))
      return failed({ code: 'bad-arguments', call: name, detail: 'unknown call' })
    // Every name of the list is a method of the library; main has checked the arguments.
    const method = Reflect.get(library, name) as (...args: readonly unknown[]) => unknown
    return success(await method.apply(library, [...args]))
  } catch (error) {
    return failed(toFailure(error))
  }
}

let bugs = 0

/** Turns what was thrown into data; what nobody expected goes to the error stream under a number. */
export function toFailure(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure
  const ref = `${Date.now().toString(36)}-${String(++bugs)}`
  console.error(`Bug ${ref}:`, error instanceof Error ? (error.stack ?? error.message) : error)
  return { code: 'internal', ref }
}

interface Listeners {
  said: (message: ReaderMessage) => void
  ended: () => void
}

/** Readers that main runs for this thread. */
class RemoteReaders {
  readonly #port: Port<FromWorker, ToWorker>
  readonly #listeners = new Map<number, Listeners>()
  #next = 1

  constructor(port: Port<FromWorker, ToWorker>) {
    this.#port = port
  }

  readonly spawn: SpawnReader = () => {
    const reader = this.#next++
    const listeners: Listeners = { said: () => undefined, ended: () => undefined }
    this.#listeners.set(reader, listeners)
    this.#port.postMessage({ type: 'start-reader', reader })
    return {
      send: (message) => this.#port.postMessage({ type: 'tell-reader', reader, message }),
      onMessage: (listener) => {
        listeners.said = listener
      },
      onExit: (listener) => {
        listeners.ended = listener
      },
      kill: () => this.#port.postMessage({ type: 'kill-reader', reader })
    }
  }

  hear(message: Exclude<ToWorker, { type: 'call' }>): void {
    const listeners = this.#listeners.get(message.reader)
    if (message.type === 'reader-said') listeners?.said(message.message)
    else {
      this.#listeners.delete(message.reader)
      listeners?.ended()
    }
  }
}
