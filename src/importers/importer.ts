import type { Format, Metadata } from '../core/article/article'
import type { ImportedBlock } from '../core/text/canonical'

/** A defect of the input that did not stop its import, or the reason why nothing could be imported. */
export interface Problem {
  /** `error`: nothing usable came out; `warning`: something is missing; `info`: worth knowing. */
  readonly severity: 'error' | 'warning' | 'info'
  readonly code: ProblemCode
  /** Place inside the file (entry name, page number), or empty for the file as a whole. */
  readonly where: string
  /** Technical detail for "copy details"; never the whole sentence shown to readers. */
  readonly detail: string
}

export type ProblemCode =
  // found by the reader process when it opens the file
  | 'not-regular-file'
  | 'not-readable'
  | 'vanished'
  | 'changing'
  | 'too-large'
  | 'too-deep'
  | 'symlink'
  | 'name-not-utf8'
  | 'reader-timeout'
  | 'reader-crashed'
  // found by the library when it derives from an article
  | 'not-derived'
  // found by importers
  | 'empty'
  | 'binary'
  | 'unsupported-format'
  | 'damaged'
  | 'encrypted'
  | 'no-text'
  | 'no-text-layer'
  | 'link-only'
  | 'invalid-characters'
  | 'guessed-charset'
  | 'truncated'
  | 'bad-front-matter'
  | 'remote-parts-dropped'
  | 'duplicate-entry'
  | 'listed-only'

/** What importers are given. They never open anything else. */
export interface ImportInput {
  readonly bytes: Uint8Array
  /** Name without folder, for the extension and as a title of last resort. */
  readonly fileName: string
  /** ISO 8601 time of the file's last change. */
  readonly modified?: string
  /** Set for files of an export in parts. */
  readonly companions?: Companions
}

/** What stands beside a file of an export whose list and texts are files of their own. */
export interface Companions {
  /** For a page: the list in which its name stands. */
  readonly list?: Uint8Array
  /** For a list: names of the pages beside it, without their extension. */
  readonly pages?: ReadonlySet<string>
}

/** One report out of a file; an EPUB or mailbox holds several. */
export interface ImportedDocument {
  /** Which part of the file it is (`chapter-3.xhtml`, message id); empty when the file is one report. Unique in the file. */
  readonly entry: string
  readonly format: Format
  readonly blocks: readonly ImportedBlock[]
  readonly metadata: Metadata
  readonly problems: readonly Problem[]
}

/** Everything that came out of one file. No documents: the problems say why. */
export interface ImportResult {
  readonly documents: readonly ImportedDocument[]
  readonly problems: readonly Problem[]
}

/**
 * Turns bytes of one format into documents.
 * Never throws for any byte sequence; never touches disk or network; deterministic.
 */
export interface Importer {
  readonly formats: readonly Format[]
  /** How sure the importer is that the bytes are its own, 0 (no) … 1 (magic bytes). Looks at the first 64 KB and the extension. */
  sniff(input: ImportInput): number
  import(input: ImportInput): Promise<ImportResult>
  /** The page as it was saved, made harmless (see `originalPage`); for formats that are pages. Undefined when there is none. */
  original?(input: ImportInput): string | undefined
}
