import type { Calls, Notices } from '../../shared/contract'
import type { Failure } from '../../shared/failure'
import type { Result } from '../../shared/result'
import type { Library } from '../library'
import type { LibrarySettings } from '../options'
import type { ReaderMessage, ReaderRequest, SpawnReader } from '../reader/protocol'

/** What main may ask of the library beside `Calls`. Windows have no way to these: they take or give paths. */
export type PrivateCalls = Pick<
  Library,
  | 'openFolder'
  | 'openFiles'
  | 'originalPath'
  | 'problemPath'
  | 'originalPage'
  | 'sealPdf'
  | 'configure'
  | 'close'
>

/** Everything that crosses the port as a call. */
export type WorkerCalls = Calls & PrivateCalls

/** What the worker is started with (`workerData`). */
export interface WorkerStart {
  readonly dataDir: string
  readonly settings: LibrarySettings
}

/** From main to the worker. */
export type ToWorker =
  | {
      readonly type: 'call'
      readonly id: number
      readonly name: string
      readonly args: readonly unknown[]
    }
  /** A reader process said something, or ended. */
  | { readonly type: 'reader-said'; readonly reader: number; readonly message: ReaderMessage }
  | { readonly type: 'reader-ended'; readonly reader: number }

/**
 * From the worker to main. The worker can't start processes of Electron itself: it numbers its readers and asks main to start,
 * feed and kill them.
 */
export type FromWorker =
  /** First message: the library is open, or why it is not. `keptDamaged` is where a damaged catalog was put. */
  | { readonly type: 'opened'; readonly keptDamaged?: string }
  | { readonly type: 'not-opened'; readonly failure: Failure }
  | { readonly type: 'reply'; readonly id: number; readonly result: Result<unknown> }
  | { readonly type: 'notice'; readonly name: keyof Notices; readonly value: unknown }
  | { readonly type: 'start-reader'; readonly reader: number }
  | { readonly type: 'tell-reader'; readonly reader: number; readonly message: ReaderRequest }
  | { readonly type: 'kill-reader'; readonly reader: number }

/** A port of either side: `worker_threads`' `Worker`, `parentPort` and `MessagePort` all fit. */
export interface Port<Out, In> {
  postMessage(message: Out): void
  on(event: 'message', listener: (message: In) => void): unknown
}

/** Main's view of the worker. */
export interface WorkerClient {
  /** Settles when the library is open. */
  readonly opened: Promise<Result<{ readonly keptDamaged?: string }>>
  /** Calls the library; always answers, with a failure when the worker ended. */
  call<K extends keyof WorkerCalls>(
    name: K,
    ...args: Parameters<WorkerCalls[K]>
  ): Promise<Result<Awaited<ReturnType<WorkerCalls[K]>>>>
  /** To be told when the worker ended: every open call then fails with this, and its readers are killed. */
  ended(failure: Failure): void
}

/** Speaks with a library worker and runs readers for it. */
export function connect(
  port: Port<ToWorker, FromWorker>,
  options: {
    readonly spawnReader: SpawnReader
    readonly onNotice: <K extends keyof Notices>(name: K, value: Notices[K]) => void
  }
): WorkerClient {
  const waiting = new Map<number, (result: Result<never>) => void>()
  const readers = new ReaderRelay(port, options.spawnReader)
  const opened = Promise.withResolvers<Result<{ keptDamaged?: string }>>()
  let lost: Failure | undefined
  let nextId = 1

  port.on('message', (message) => {
    switch (message.type) {
      case 'opened': {
        const { keptDamaged } = message
        opened.resolve({ ok: true, value: keptDamaged === undefined ? {} : { keptDamaged } })
        break
      }
      case 'not-opened':
        opened.resolve({ ok: false, failure: message.failure })
        break
      case 'reply':
        // The worker answers each call with what that call returns.
        waiting.get(message.id)?.(message.result as Result<never>)
        waiting.delete(message.id)
        break
      case 'notice':
        // Name and value were paired by the worker.
        options.onNotice(message.name, message.value as never)
        break
      default:
        readers.hear(message)
    }
  })

  return {
    opened: opened.promise,
    call(name, ...args) {
      if (lost !== undefined) return Promise.resolve({ ok: false, failure: lost })
      return new Promise((resolve) => {
        const id = nextId++
        waiting.set(id, resolve)
        port.postMessage({ type: 'call', id, name, args })
      })
    },
    ended(failure) {
      lost = failure
      readers.killAll()
      opened.resolve({ ok: false, failure })
      for (const resolve of waiting.values()) resolve({ ok: false, failure })
      waiting.clear()
    }
  }
}

type ReaderOrder = Extract<FromWorker, { type: 'start-reader' | 'tell-reader' | 'kill-reader' }>

/** Runs readers on behalf of a worker. */
class ReaderRelay {
  readonly #port: Port<ToWorker, FromWorker>
  readonly #spawn: SpawnReader
  readonly #running = new Map<number, ReturnType<SpawnReader>>()

  constructor(port: Port<ToWorker, FromWorker>, spawn: SpawnReader) {
    this.#port = port
    this.#spawn = spawn
  }

  hear(order: ReaderOrder): void {
    const { reader } = order
    if (order.type === 'kill-reader') this.#running.get(reader)?.kill()
    else if (order.type === 'tell-reader') this.#running.get(reader)?.send(order.message)
    else this.#start(reader)
  }

  killAll(): void {
    for (const process of this.#running.values()) process.kill()
  }

  #start(reader: number): void {
    const process = this.#spawn()
    this.#running.set(reader, process)
    process.onMessage((message) => {
      this.#port.postMessage({ type: 'reader-said', reader, message })
    })
    process.onExit(() => {
      this.#running.delete(reader)
      this.#port.postMessage({ type: 'reader-ended', reader })
    })
  }
}
