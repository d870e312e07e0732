import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { FromWorker, InternalCalls, ToWorker, WorkerStart } from '../library/worker/messages'
import { CALLS, type Api, type LibraryApi, type Notices } from '../shared/contract'
import { FailureError } from '../shared/failure'
import type { Result } from '../shared/result'
import type { Settings } from '../shared/settings'
import { reportBug } from './log'
import { ReaderRelay } from './readers'

export interface LibraryOptions {
  readonly dataDir: string
  settings(): Settings
  notify<N extends keyof Notices>(name: N, value: Notices[N]): void
}

/** The library as main sees it: the contract's calls and the internal ones, behind a worker thread that is restarted when it dies. */
export interface LibraryClient extends Omit<Api<InternalCalls>, 'close' | 'configure'> {
  readonly api: LibraryApi
  configure(settings: Settings): void
  /** Ends the worker; waits so long at most. */
  close(): Promise<void>
}

/** How long closing may take before the worker is ended: what was committed is safe either way. */
const CLOSE_WITHIN_MS = 3000
/** A worker that dies this often within the time below stays down; calls then fail with `library-not-open`. */
const MAX_RESTARTS = 3
const RESTART_WINDOW_MS = 60_000

/** Starts the library worker. */
export function startLibrary(options: LibraryOptions): LibraryClient {
  const connection = new Connection(options)
  const call =
    (name: string) =>
    (...args: unknown[]) =>
      connection.call(name, args)
  // One generic forward per name; the contract's types describe what each answers.
  const api = Object.fromEntries(CALLS.map((name) => [name, call(name)])) as unknown as LibraryApi
  return {
    api,
    openPaths: (paths) =>
      connection.call('openPaths', [paths]) as ReturnType<LibraryClient['openPaths']>,
    originalPath: (id) => connection.call('originalPath', [id]) as Promise<string>,
    problemPath: (id) => connection.call('problemPath', [id]) as Promise<string>,
    configure: (settings) =>
      void connection
        .call('configure', [settings])
        .catch((error: unknown) => reportBug(error, 'configure')),
    close: () => connection.close()
  }
}

class Connection {
  readonly #options: LibraryOptions
  readonly #waiting = new Map<
    number,
    { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }
  >()
  readonly #readers: ReaderRelay
  #worker: Worker | undefined
  #calls = 0
  #deaths: number[] = []
  #closing = false

  constructor(options: LibraryOptions) {
    this.#options = options
    this.#readers = new ReaderRelay({
      message: (reader, message) => this.#post({ kind: 'reader-message', reader, message }),
      exit: (reader, code) => this.#post({ kind: 'reader-exit', reader, code })
    })
    this.#start()
  }

  call(name: string, args: readonly unknown[]): Promise<unknown> {
    if (this.#worker === undefined)
      return Promise.reject(
        new FailureError({ code: 'library-not-open', detail: 'the library worker is down' })
      )
    const id = ++this.#calls
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#post({ kind: 'call', id, name, args })
    })
  }

  async close(): Promise<void> {
    this.#closing = true
    const late = new Promise((resolve) => setTimeout(resolve, CLOSE_WITHIN_MS))
    await Promise.race([this.call('close', []).catch(() => undefined), late])
    this.#readers.killAll()
    await this.#worker?.terminate()
  }

  #start(): void {
    const start: WorkerStart = {
      dataDir: this.#options.dataDir,
      settings: this.#options.settings()
    }
    const worker = new Worker(join(import.meta.dirname, 'library-worker.js'), { workerData: start })
    this.#worker = worker
    worker.on('message', (message: FromWorker) => this.#receive(message))
    worker.on('error', (error) => void reportBug(error, 'library worker'))
    worker.on('exit', () => this.#died(worker))
  }

  #died(worker: Worker): void {
    if (this.#worker !== worker) return
    this.#worker = undefined
    this.#readers.killAll()
    for (const { reject } of this.#waiting.values())
      reject(new FailureError({ code: 'library-not-open', detail: 'the library worker ended' }))
    this.#waiting.clear()
    if (this.#closing) return
    const now = Date.now()
    this.#deaths = [...this.#deaths.filter((time) => now - time < RESTART_WINDOW_MS), now]
    if (this.#deaths.length <= MAX_RESTARTS) this.#start()
  }

  #post(message: ToWorker): void {
    this.#worker?.postMessage(message)
  }

  #receive(message: FromWorker): void {
    switch (message.kind) {
      case 'reply':
        this.#settle(message.id, message.result)
        break
      case 'notice':
        this.#options.notify(message.name, message.value)
        break
      case 'reader-start':
        this.#readers.start(message.reader, message.heapMb)
        break
      case 'reader-send':
        this.#readers.send(message.reader, message.message)
        break
      case 'reader-kill':
        this.#readers.kill(message.reader)
        break
    }
  }

  #settle(id: number, result: Result<unknown>): void {
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (result.ok) waiting?.resolve(result.value)
    else waiting?.reject(new FailureError(result.failure))
  }
}
