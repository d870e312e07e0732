import { readDate } from '../core/article/dates'
import type { Metadata } from '../core/article/article'
import { decode } from './bytes'
import { importHtml } from './html'
import type { ImportedDocument, Importer, ImportInput, ImportResult } from './importer'
import { headerText } from './mail'
import { originalOfArchive } from './mhtml-original'
import { allParts, parseMime, parseValue, type MimePart } from './mime'
import { guarded, ImportFailure, problem } from './outcome'
import { mailHeaders } from './eml'
import { extensionOf, headOf } from './sniff'

const PAGE_TYPES = new Set(['text/html', 'application/xhtml+xml'])
/** Words below which the main page counts as a mere frame around the page that was meant. */
const FRAME_WORDS = 20

/** Pages saved as one file by Chrome, Edge, Internet Explorer, Opera and older Firefox add-ons. */
export const mhtmlImporter: Importer = {
  formats: ['mhtml'],
  sniff(input: ImportInput): number {
    const named = ['mht', 'mhtml'].includes(extensionOf(input.fileName))
    if (named) return mailHeaders(input) > 0 ? 0.99 : 0.65
    const head = headOf(input, 8_192)
    if (/^Snapshot-Content-Location:/im.test(head) && mailHeaders(input) > 0) return 0.99
    return /^From: <Saved by /im.test(head) && mailHeaders(input) > 1 ? 0.98 : 0
  },
  import: (input: ImportInput): Promise<ImportResult> =>
    guarded('MHTML', () => importArchive(input)),
  original: (input) => {
    const { root } = parseMime(input.bytes)
    const main = mainPart(root, pagesOf(root))
    return main && originalOfArchive(root, main)
  }
}

const pagesOf = (root: MimePart): MimePart[] =>
  [...allParts(root)].filter((part) => part.parts.length === 0 && PAGE_TYPES.has(part.type.value))

function importArchive(input: ImportInput): ImportResult {
  const { root, cut } = parseMime(input.bytes)
  const pages = pagesOf(root)
  const main = mainPart(root, pages)
  if (main === undefined) return withoutPage(root, input)
  let document = pageDocument(main, root, input)
  if (wordsOf(document) < FRAME_WORDS) {
    // Frames and inline frames: the text stands in the page with most of it.
    for (const page of pages) {
      const other = page === main ? document : pageDocument(page, root, input)
      if (wordsOf(other) > wordsOf(document)) document = other
    }
  }
  const problems = cut ? [problem('warning', 'truncated', 'too many parts')] : []
  if (wordsOf(document) > 0) return { documents: [document], problems }
  return {
    documents: [],
    problems: [...problems, problem('error', 'no-text', 'the saved page has no text')]
  }
}

/** As browsers choose: the part named by `start`, the one at the address that was saved, the first page. */
function mainPart(root: MimePart, pages: readonly MimePart[]): MimePart | undefined {
  const start = root.type.params.get('start')
  const saved = root.headers.get('snapshot-content-location')
  return (
    pages.find((page) => start !== undefined && page.headers.get('content-id')?.trim() === start) ??
    pages.find((page) => saved !== undefined && page.headers.get('content-location') === saved) ??
    pages[0]
  )
}

/** Files that hold no page: a part of plain text is shown, else it is said that there is none. */
function withoutPage(root: MimePart, input: ImportInput): ImportResult {
  const decoded = decode(input.bytes, { kind: 'html' })
  // A page with the wrong extension, or what is left of an archive without its headers.
  if (/<(?:html|body|p|div)[\s>]/i.test(decoded.text.slice(0, 65_536))) {
    const start = Math.max(0, decoded.text.search(/<!doctype|<html|<head|<body/i))
    const document = importHtml(decoded.text.slice(start), { ...input, format: 'mhtml' })
    if (wordsOf(document) > 0)
      return { documents: [document], problems: [problem('warning', 'damaged', 'MHTML: no parts')] }
  }
  const texts = [...allParts(root)].filter(
    (part) => part.parts.length === 0 && part.type.value.startsWith('text/plain')
  )
  for (const part of texts) {
    const { text } = decode(part.body, { kind: 'text', ...charsetOf(part) })
    const blocks = text
      .split(/\n[ \t\r]{0,80}\n/)
      .map((paragraph) => ({ text: paragraph.trim(), role: 'paragraph' as const }))
    const document: ImportedDocument = {
      entry: '',
      format: 'mhtml',
      blocks: blocks.filter((block) => block.text !== ''),
      metadata: known(part, root, {
        title: { value: input.fileName.replace(/\.mht(?:ml)?$/i, ''), from: 'file name' }
      }),
      problems: []
    }
    if (wordsOf(document) > 0) return { documents: [document], problems: [] }
  }
  if (root.headers.size === 0) throw new ImportFailure('damaged', 'MHTML: no headers')
  throw new ImportFailure('no-text', 'no page among the parts')
}

function pageDocument(part: MimePart, root: MimePart, input: ImportInput): ImportedDocument {
  const decoded = decode(part.body, { kind: 'html', ...charsetOf(part) })
  const document = importHtml(decoded.text, { ...input, format: 'mhtml' })
  return {
    ...document,
    metadata: known(part, root, document.metadata),
    problems: [...decoded.problems, ...document.problems].filter(
      (found) => found.severity !== 'error'
    )
  }
}

function charsetOf(part: MimePart): { declared?: string } {
  const declared = part.type.params.get('charset')
  return declared === undefined ? {} : { declared }
}

/** What the archive knows better than the page: where and when it was saved; and its title, when the page has none. */
function known(part: MimePart, root: MimePart, own: Metadata): Metadata {
  const address = [
    headerText(root, 'snapshot-content-location'),
    headerText(part, 'content-location')
  ].find((url) => /^https?:\/\/\S+$/i.test(url ?? ''))
  const saved = readDate(headerText(root, 'date') ?? '')
  const subject = headerText(root, 'subject')
  return {
    ...own,
    ...(own.title.from === 'file name' &&
      subject !== undefined && { title: { value: subject, from: 'header' as const } }),
    ...(own.url === undefined &&
      address !== undefined && { url: { value: address, from: 'header' as const } }),
    ...(saved !== undefined && { saved: { value: saved, from: 'header' as const } })
  }
}

function wordsOf(document: ImportedDocument): number {
  return document.blocks.reduce((sum, block) => sum + (block.text.match(/\S+/g)?.length ?? 0), 0)
}

/** Says whether a content type names a page; used where records carry their type as a header. */
export function isPageType(header: string | undefined): boolean {
  return header !== undefined && PAGE_TYPES.has(parseValue(header).value)
}
