import type { Format, Metadata } from '../core/article/article'
import type { ImportedBlock } from '../core/text/canonical'
import type { ImportedDocument } from './importer'
import { problem } from './outcome'

/** What an export tells of an article whose text it does not hold. */
export interface SavedLink {
  readonly entry: string
  readonly format: Format
  readonly metadata: Metadata
  /** A summary or a note, one paragraph each. */
  readonly notes?: readonly string[]
}

/**
 * Returns a document for an article that is known by its address only: its title as heading, what was noted of it, and the problem
 * `link-only`, so that it can be listed and found.
 */
export function linkDocument(link: SavedLink): ImportedDocument {
  const blocks: ImportedBlock[] = [{ text: link.metadata.title.value, role: 'heading', level: 1 }]
  for (const note of link.notes ?? [])
    if (note.trim() !== '') blocks.push({ text: note.trim(), role: 'paragraph' })
  return {
    entry: link.entry,
    format: link.format,
    blocks,
    metadata: link.metadata,
    problems: [problem('info', 'link-only', link.metadata.url?.value ?? '', link.entry)]
  }
}

/** Returns an address that may be kept: `http:` or `https:`, else undefined. */
export function webAddress(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined
  const url = URL.parse(text.trim())
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:')
    ? url.href
    : undefined
}
