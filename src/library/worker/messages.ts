import type { Notices, FolderId, ProblemId } from '../../shared/contract'
import type { ArticleId } from '../../core/article/article'
import type { Result } from '../../shared/result'
import type { Settings } from '../../shared/settings'

/** What main asks of the library beyond the contract; never reachable from the window, because paths travel here. */
export interface InternalCalls {
  /** Opens folders and single files; a folder that is open already answers with its id. Fails with `folder-not-readable`. */
  openPaths(paths: readonly string[]): OpenedPaths
  /** Path of the file that an article came from. Fails with `article-not-found`. */
  originalPath(id: ArticleId): string
  /** Path of the file that a problem is about. Fails with `not-found`. */
  problemPath(id: ProblemId): string
  /** Takes over changed settings (ignore globs, size limit). */
  configure(settings: Settings): void
  /** Ends running work, commits, closes the catalog. The last message to a worker. */
  close(): void
}

export interface OpenedPaths {
  readonly folders: readonly FolderId[]
  /** The folders among the paths, absolute: what a list of recent folders remembers. */
  readonly folderPaths: readonly string[]
}

/** What the worker thread is started with. */
export interface WorkerStart {
  readonly dataDir: string
  readonly settings: Settings
}

/** Main → worker. */
export type ToWorker =
  /** A call of the contract or of `InternalCalls`; answered by `reply` with the same id. */
  | {
      readonly kind: 'call'
      readonly id: number
      readonly name: string
      readonly args: readonly unknown[]
    }
  /** What reader process `reader` said. */
  | { readonly kind: 'reader-message'; readonly reader: number; readonly message: unknown }
  /** Reader process `reader` ended. */
  | { readonly kind: 'reader-exit'; readonly reader: number; readonly code: number }

/** Worker → main. */
export type FromWorker =
  | { readonly kind: 'reply'; readonly id: number; readonly result: Result<unknown> }
  | {
      readonly kind: 'notice'
      readonly name: keyof Notices
      readonly value: Notices[keyof Notices]
    }
  /** Start a reader process under this number, with this heap limit in MB. */
  | { readonly kind: 'reader-start'; readonly reader: number; readonly heapMb: number }
  | { readonly kind: 'reader-send'; readonly reader: number; readonly message: unknown }
  | { readonly kind: 'reader-kill'; readonly reader: number }
