import type { NewArticle } from '../catalog/articles'
import type { FileLook } from '../catalog/files'
import type { Problem } from '../../importers/importer'
import type { Worker, WorkerMessage } from '../pool'

/** Asks a reader process to read and import one file. Structured-clone data. */
export interface ReaderRequest {
  readonly id: number
  /** Absolute path, raw bytes. */
  readonly path: Uint8Array
  readonly fileName: string
  /** Bytes. */
  readonly sizeLimit: number
  /** SHA-256 of the bytes that were imported last: the same bytes are not imported again. Empty to import in any case. */
  readonly knownHash: string
  /** SHA-256 of bytes that readers died over; such a file is refused. */
  readonly refused: readonly string[]
  /** Set when the page as it was saved is wanted instead of its articles. */
  readonly original?: true
}

/** An article with the problems that its importer found. */
export interface ReadArticle {
  /** Which part of the file it is; see `ImportedDocument.entry`. */
  readonly entry: string
  readonly article: NewArticle
  readonly problems: readonly Problem[]
}

/** What came of one file. */
export type ReadOutcome =
  /** The bytes are those that were imported last. */
  | { readonly kind: 'unchanged'; readonly look: FileLook; readonly hash: string }
  | {
      readonly kind: 'imported'
      readonly look: FileLook
      readonly hash: string
      readonly articles: readonly ReadArticle[]
      readonly problems: readonly Problem[]
    }
  /** The page as it was saved, made harmless. */
  | { readonly kind: 'original'; readonly hash: string; readonly html: string }
  /** Nothing was read. `hash` is empty when not even the bytes are known. */
  | { readonly kind: 'failed'; readonly hash: string; readonly problem: Problem }

/** What a reader process says. The bytes are read when it has `opened` them, and their import begins. */
export type ReaderMessage = WorkerMessage<ReadOutcome>

/** A reader process as the pool sees it; how it is started is the business of whoever owns processes. */
export interface ReaderProcess extends Worker<ReaderRequest, ReadOutcome> {
  readonly pid?: number
}

/** Starts a reader process. */
export type SpawnReader = () => ReaderProcess

/**
 * Switches under which a reader runs: no code from strings, no `__proto__`, and a heap that ends before the machine's memory
 * does. The heap holds the largest file four times over (bytes, text, tree, blocks). Megabytes.
 */
export const READER_SWITCHES: readonly string[] = [
  '--disallow-code-generation-from-strings',
  '--disable-proto=delete',
  '--max-old-space-size=1024'
]
