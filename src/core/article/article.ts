import type { Span } from '../text/span'

/** Identifies one revision of one article in one catalog; a positive integer, never used again. */
export type ArticleId = number

/** What a block is in the report. `entry` opens a live-blog post; its text is the post's heading or time line. */
export type BlockRole =
  'heading' | 'paragraph' | 'quote' | 'list-item' | 'caption' | 'table-row' | 'entry'

/** A paragraph-like stretch of canonical text: blocks ascend, do not overlap and hold no line break. */
export interface Block {
  readonly span: Span
  readonly role: BlockRole
  /** Depth of a heading, 1–6. */
  readonly level?: number
  /**
   * Set when the block is page furniture: the id of the rule that said so (`share-button`, `repeated-line`, …).
   * Furniture stays in canonical text, is folded in the window, and is left out of search, overlap, alignment and claims.
   */
  readonly furniture?: string
  /** Time of the live-blog entry that this block opens, ISO 8601. */
  readonly time?: string
  /**
   * Offset in the decoded original at which the block's text stands verbatim, in UTF-16 code units.
   * Absent when the original has no such place (HTML, PDF).
   */
  readonly at?: number
}

/** Canonical text with its blocks: what every algorithm in `core` reads. */
export interface Canonical {
  /** The blocks' texts joined by one blank line (`\n\n`), NFC. */
  readonly text: string
  readonly blocks: readonly Block[]
}

/** Where a piece of metadata was found, from most to least explicit. */
export type Provenance =
  | 'reader'
  | 'front matter'
  | 'JSON-LD'
  | 'meta'
  | 'header'
  | 'byline'
  | 'text'
  | 'export'
  | 'address'
  | 'file name'
  | 'file time'
  | 'guess'

/** A value with the place that it came from. */
export interface Found<T> {
  readonly value: T
  readonly from: Provenance
}

/** What is known of a report beside its text. Dates are ISO 8601, with a time of day only when one was given. */
export interface Metadata {
  readonly title: Found<string>
  readonly authors?: Found<readonly string[]>
  readonly publisher?: Found<string>
  readonly published?: Found<string>
  readonly modified?: Found<string>
  readonly saved?: Found<string>
  /** Canonical address, `http:` or `https:` only. */
  readonly url?: Found<string>
  /** BCP 47 tag. */
  readonly language?: Found<string>
  readonly description?: Found<string>
  readonly tags?: Found<readonly string[]>
}

/** The formats that open. */
export type Format =
  | 'txt'
  | 'md'
  | 'html'
  | 'singlefile'
  | 'mhtml'
  | 'pdf'
  | 'epub'
  | 'docx'
  | 'eml'
  | 'mbox'
  | 'warc'
  | 'omnivore'
  | 'wallabag'
  | 'readwise'
  | 'pocket'
  | 'zotero'
  | 'clipboard'

/** One imported report: canonical text, blocks and metadata. Never changes; a changed file is a new article id. */
export interface Article extends Canonical {
  readonly id: ArticleId
  readonly metadata: Metadata
  readonly format: Format
  /** SHA-256 of the canonical text, lower-case hex. */
  readonly contentHash: string
  /** Words outside furniture. */
  readonly words: number
}

/** Returns the blocks that are not furniture. */
export function bodyBlocks(canonical: Canonical): Block[] {
  return canonical.blocks.filter((block) => block.furniture === undefined)
}
