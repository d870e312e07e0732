import { decode } from './bytes'
import { feedDocuments } from './feed'
import type { ImportedDocument, Importer, ImportInput, ImportResult } from './importer'
import { guarded, ImportFailure, withUniqueEntries } from './outcome'
import { extensionOf, headOf } from './sniff'
import { textTree } from './xml'
import { svgBlocks, xmlBlocks } from './xml-text'

const EXTENSIONS = new Set(['xml', 'rss', 'rdf', 'atom', 'opml', 'svg'])
/** First element behind declaration, document type and comments. */
const ROOT =
  /^(?:<\?[^>]{0,1000}>\s{0,100}|<!--[^>]{0,2000}-->\s{0,100}|<!DOCTYPE[^>[]{0,1000}(?:\[[^\]]{0,8000}\]\s{0,100})?>\s{0,100}){0,20}<(?:[\w.-]{1,60}:)?([\w.-]{1,60})/i

/** XML that is no page: feeds become a document for each item, drawings give their words, all else the text of its elements. */
export const xmlImporter: Importer = {
  formats: [],
  sniff(input: ImportInput): number {
    const named = EXTENSIONS.has(extensionOf(input.fileName))
    const head = headOf(input, 16_384)
    const root = ROOT.exec(head)?.[1]?.toLowerCase()
    if (root === 'html') return 0
    if (/^(?:rss|rdf|feed|svg)$/.test(root ?? '')) return 0.93
    if (named) return 0.8
    return head.startsWith('<?xml') && /^(?:txt|)$/.test(extensionOf(input.fileName)) ? 0.7 : 0
  },
  import: (input: ImportInput): Promise<ImportResult> => guarded('XML', () => importXml(input))
}

function importXml(input: ImportInput): ImportResult {
  const decoded = decode(input.bytes, { kind: 'xml' })
  const refusal = decoded.problems.find((found) => found.severity === 'error')
  if (refusal !== undefined) return { documents: [], problems: decoded.problems }
  const root = ROOT.exec(decoded.text.trimStart())?.[1]?.toLowerCase()
  if (root === 'svg') {
    const blocks = svgBlocks(decoded.text)
    if (blocks.length === 0) throw new ImportFailure('no-text', 'SVG drawing without words')
    return { documents: [plainDocument(input, blocks)], problems: decoded.problems }
  }
  if (root === 'rss' || root === 'rdf' || root === 'feed') {
    const tree = textTree(decoded.text, '')
    const items = tree === undefined ? [] : feedDocuments(tree, input)
    if (items.length > 0) return { documents: withUniqueEntries(items), problems: decoded.problems }
  }
  const blocks = xmlBlocks(decoded.text)
  // Data without prose, or what is no XML in spite of its beginning: the source itself is the text.
  const shown = blocks.length > 0 ? blocks : sourceBlocks(decoded.text)
  return { documents: [plainDocument(input, shown)], problems: decoded.problems }
}

function sourceBlocks(text: string): ImportedDocument['blocks'] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => ({ text: line.trim(), role: 'paragraph' as const }))
    .filter((block) => block.text !== '')
}

function plainDocument(input: ImportInput, blocks: ImportedDocument['blocks']): ImportedDocument {
  return {
    entry: '',
    format: 'txt',
    blocks,
    metadata: {
      title: { value: input.fileName.replace(/\.[a-z]{3,5}$/i, ''), from: 'file name' },
      ...(input.modified !== undefined && {
        saved: { value: input.modified, from: 'file time' as const }
      })
    },
    problems: []
  }
}
