import { statSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import {
  connect,
  type WorkerCalls,
  type WorkerClient,
  type WorkerStart
} from '../library/worker/rpc'
import { CALLS, type LibraryApi, type Notices } from '../shared/contract'
import type { FolderId } from '../shared/shapes'
import { FailureError, type Failure } from '../shared/failure'
import type { Settings } from '../shared/settings'
import { reportBug } from './log'
import { spawnReader } from './readers'

export interface LibraryOptions {
  readonly dataDir: string
  settings(): Settings
  notify<N extends keyof Notices>(name: N, value: Notices[N]): void
  /** Told when a damaged catalog was put aside, with the name under which it was kept. */
  damaged(kept: string): void
}

export interface OpenedPaths {
  readonly folders: readonly FolderId[]
  /** The folders among the paths: what a list of recent folders remembers. */
  readonly folderPaths: readonly string[]
}

/** The library as main sees it: the contract's calls and the private ones, behind a worker thread that is started anew when it dies. */
export interface LibraryClient {
  readonly api: LibraryApi
  /** Opens folders and single files. Fails with `folder-not-readable`. */
  openPaths(paths: readonly string[]): Promise<OpenedPaths>
  originalPath(article: number): Promise<string>
  problemPath(problem: number): Promise<string>
  /** The page that an article came from, made harmless. Fails with `article-not-found`, `not-found`. */
  originalPage(article: number): Promise<string>
  /** A PDF with its seal at the end. */
  sealPdf(pdf: Uint8Array): Promise<Uint8Array>
  configure(settings: Settings): void
  /** Ends the worker once it has closed the catalog, or after `CLOSE_WITHIN_MS`. */
  close(): Promise<void>
}

/** How long closing may take before the worker is ended: what was committed is safe either way. */
const CLOSE_WITHIN_MS = 3000
/** A worker that dies more often than this within the time below stays down; calls then fail with `library-not-open`. */
const MAX_RESTARTS = 3
const RESTART_WINDOW_MS = 60_000
const DOWN: Failure = { code: 'library-not-open', detail: 'the library worker ended' }

/** Starts the library worker. */
export function startLibrary(options: LibraryOptions): LibraryClient {
  const keeper = new WorkerKeeper(options)
  const forward =
    (name: keyof WorkerCalls) =>
    (...args: unknown[]) =>
      keeper.call(name, ...(args as Parameters<WorkerCalls[typeof name]>))
  return {
    // One generic forward per name; the contract's types say what each answers.
    api: Object.fromEntries(CALLS.map((name) => [name, forward(name)])) as unknown as LibraryApi,
    openPaths: async (paths) => {
      const folderPaths = paths.filter((path) => isFolder(path))
      const files = paths.filter((path) => !folderPaths.includes(path))
      const folders: FolderId[] = []
      for (const path of folderPaths) folders.push(await keeper.call('openFolder', path))
      if (files.length > 0) folders.push(...(await keeper.call('openFiles', files)))
      return { folders, folderPaths }
    },
    originalPath: (article) => keeper.call('originalPath', article),
    problemPath: (problem) => keeper.call('problemPath', problem),
    originalPage: (article) => keeper.call('originalPage', article),
    sealPdf: (pdf) => keeper.call('sealPdf', pdf),
    configure: (settings) => {
      keeper.call('configure', settings).catch((error: unknown) => reportBug(error, 'configure'))
    },
    close: () => keeper.close()
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

class WorkerKeeper {
  readonly #options: LibraryOptions
  #worker: Worker | undefined
  #client: WorkerClient | undefined
  #deaths: number[] = []
  #closing = false

  constructor(options: LibraryOptions) {
    this.#options = options
    this.#start()
  }

  /** Calls the library; a refusal comes back as a thrown `FailureError`. */
  async call<K extends keyof WorkerCalls>(
    name: K,
    ...args: Parameters<WorkerCalls[K]>
  ): Promise<Awaited<ReturnType<WorkerCalls[K]>>> {
    if (this.#client === undefined) throw new FailureError(DOWN)
    const result = await this.#client.call(name, ...args)
    if (!result.ok) throw new FailureError(result.failure)
    return result.value
  }

  async close(): Promise<void> {
    this.#closing = true
    const late = new Promise((resolve) => setTimeout(resolve, CLOSE_WITHIN_MS))
    await Promise.race([this.call('close').catch(() => undefined), late])
    this.#client?.ended(DOWN)
    await this.#worker?.terminate()
  }

  #start(): void {
    const start: WorkerStart = {
      dataDir: this.#options.dataDir,
      settings: this.#options.settings()
    }
    const worker = new Worker(join(import.meta.dirname, 'library-worker.js'), { workerData: start })
    const client = connect(worker, {
      spawnReader,
      onNotice: (name, value) => this.#options.notify(name, value)
    })
    this.#worker = worker
    this.#client = client
    worker.on('error', (error) => void reportBug(error, 'library worker'))
    worker.on('exit', () => this.#died(worker, client))
    void client.opened.then((opened) => {
      if (opened.ok && opened.value.keptDamaged !== undefined)
        this.#options.damaged(opened.value.keptDamaged)
    })
  }

  #died(worker: Worker, client: WorkerClient): void {
    client.ended(DOWN)
    if (this.#worker !== worker) return
    this.#worker = undefined
    this.#client = undefined
    if (this.#closing) return
    const now = Date.now()
    this.#deaths = [...this.#deaths.filter((time) => now - time < RESTART_WINDOW_MS), now]
    if (this.#deaths.length <= MAX_RESTARTS) this.#start()
  }
}
