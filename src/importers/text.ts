import { findFurniture } from '../core/article/furniture'
import { decode } from './bytes'
import type { ImportedDocument, Importer, ImportInput, ImportResult } from './importer'
import { sniffText } from './sniff'
import { textBlocks } from './text-blocks'
import { readTextHeader } from './text-header'
import { readLines } from './text-lines'

/**
 * Returns a plain text as a document: a block per line (or rejoined paragraph), roles and metadata as far as the lines tell.
 * Blocks that stand verbatim in `text` carry their place there. Never throws; O(length).
 */
export function importText(text: string, input: ImportInput): ImportedDocument {
  const lines = readLines(text)
  const header = readTextHeader(lines, input)
  const blocks = findFurniture(textBlocks(lines, header), {
    title: header.metadata.title.value,
    wholePage: true
  })
  return { entry: '', format: 'txt', blocks, metadata: header.metadata, problems: [] }
}

/** Plain text: one block per line, with its place in the decoded text. */
export const textImporter: Importer = {
  formats: ['txt'],
  sniff: sniffText,
  import(input: ImportInput): Promise<ImportResult> {
    const { text, problems } = decode(input.bytes, { kind: 'text' })
    const failed = problems.some((problem) => problem.severity === 'error')
    return Promise.resolve({ documents: failed ? [] : [importText(text, input)], problems })
  }
}
