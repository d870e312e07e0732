import type { Found, Metadata } from '../core/article/article'
import type { ImportedBlock } from '../core/text/canonical'
import type { ImportedDocument, Importer, ImportInput, ImportResult, Problem } from './importer'
import { guarded, ImportFailure, problem } from './outcome'
import { withoutRunningLines, type PageLines, type PrintMarks } from './pdf-furniture'
import { readPdf, type PdfInfo } from './pdf-reader'
import { bodySizeOf, toBlocks } from './pdf-paragraphs'
import { readingOrder } from './pdf-order'

/** Magic bytes may stand behind junk; readers look for them in the first kilobyte. */
const MAGIC_WITHIN = 1_024

/** The text layer of PDF files. Scanned pages have none: that is said, not guessed at. */
export const pdfImporter: Importer = {
  formats: ['pdf'],
  sniff(input: ImportInput): number {
    const head = Buffer.from(input.bytes.subarray(0, MAGIC_WITHIN)).toString('latin1')
    const at = head.indexOf('%PDF-')
    if (at === 0) return 1
    if (/\.pdf$/i.test(input.fileName)) return 0.96
    return at > 0 && !/[<\n]/.test(head.slice(0, at)) ? 0.9 : 0
  },
  import: (input: ImportInput): Promise<ImportResult> => guarded('PDF', () => importPdf(input))
}

/** Signs for unknown letters that a page gets at most: more tell nothing. */
const MAX_UNNAMED = 500

async function importPdf(input: ImportInput): Promise<ImportResult> {
  const read = await readPdf(input.bytes)
  const { pages, marks } = withoutRunningLines(read.pages)
  const bodySize = bodySizeOf(pages.flatMap((page) => page.lines))
  const columns = pages.flatMap((page) => readingOrder(page.lines, bodySize))
  const named = toBlocks(columns, bodySize).filter((block) => block.text !== '')
  const hasLetters = named.some((block) => /[\p{L}\p{N}]/u.test(block.text))
  const unnamed = read.pages.reduce((sum, page) => sum + (page.unnamed ?? 0), 0)
  if (!hasLetters && unnamed === 0)
    throw new ImportFailure('no-text-layer', withoutText(read.pageCount))
  const blocks = hasLetters ? named : replaced(read.pages)
  const document: ImportedDocument = {
    entry: '',
    format: 'pdf',
    blocks,
    metadata: metadataOf(input, read.info, { blocks: named, marks }),
    problems: [
      ...read.problems,
      ...(hasLetters
        ? emptyPages(read.pages)
        : [
            problem(
              'warning',
              'invalid-characters',
              `${unnamed} glyphs in fonts that name no letters`
            )
          ])
    ]
  }
  return { documents: [document], problems: [] }
}

/** Text of which no letter is known, page by page, as every undecodable text is shown. */
function replaced(pages: readonly PageLines[]): ImportedBlock[] {
  return pages.flatMap(({ unnamed = 0 }): ImportedBlock[] =>
    unnamed === 0
      ? []
      : [{ text: '\uFFFD'.repeat(Math.min(unnamed, MAX_UNNAMED)), role: 'paragraph' }]
  )
}

const withoutText = (pages: number): string =>
  `${pages} ${pages === 1 ? 'page' : 'pages'} without text`

function emptyPages(pages: readonly PageLines[]): Problem[] {
  const empty = pages.flatMap((page, index) => (page.lines.length === 0 ? [index + 1] : []))
  return empty.length === 0
    ? []
    : [
        problem(
          'info',
          'no-text-layer',
          withoutText(empty.length),
          `${empty.length === 1 ? 'page' : 'pages'} ${empty.slice(0, 20).join(', ')}`
        )
      ]
}

interface Seen {
  readonly blocks: readonly ImportedBlock[]
  readonly marks: PrintMarks
}

function metadataOf(input: ImportInput, info: PdfInfo, seen: Seen): Metadata {
  const authors = authorsOf(info.author)
  const saved = savedOf(input, info)
  return {
    title: titleOf(input, info, seen),
    ...(authors !== undefined && { authors: { value: authors, from: 'header' } }),
    ...(saved !== undefined && { saved }),
    // A file that no browser printed was made by its publisher, about when it was published.
    ...(!info.printed &&
      info.created !== undefined && { published: { value: info.created, from: 'guess' as const } }),
    ...(seen.marks.url !== undefined && { url: { value: seen.marks.url, from: 'text' } }),
    ...(info.language !== undefined && { language: { value: info.language, from: 'header' } }),
    ...(info.subject !== undefined && { description: { value: info.subject, from: 'header' } })
  }
}

function savedOf(input: ImportInput, info: PdfInfo): Found<string> | undefined {
  if (info.printed && info.created !== undefined) return { value: info.created, from: 'header' }
  return input.modified === undefined ? undefined : { value: input.modified, from: 'file time' }
}

// What programs write when nobody gave a title: names of files and of themselves.
const JUNK_TITLE =
  /^(?:untitled|document\d*|microsoft (?:word|powerpoint)\b.*|about:blank|slide \d+|.{0,120}\.(?:docx?|pdf|indd|qxd|tex|dvi|html?|rtf|odt|pptx?|ai|eps|ps|fm|pmd))$/iu
/** Least letters of a title; less is a number or a code of the maker's. */
const MIN_TITLE_LETTERS = 3

function titleOf(input: ImportInput, info: PdfInfo, { blocks }: Seen): Found<string> {
  const stated = info.title?.replace(/\s+/g, ' ').trim() ?? ''
  const heading = biggestHeading(blocks)
  // Browsers print the window's title: the heading with the name of the site behind it.
  if (info.printed && heading !== undefined && stated.startsWith(heading))
    return { value: heading, from: 'text' }
  if (isTitle(stated)) return { value: stated, from: 'header' }
  if (heading !== undefined) return { value: heading, from: 'text' }
  return { value: input.fileName.replace(/\.pdf$/i, ''), from: 'file name' }
}

function isTitle(text: string): boolean {
  return !JUNK_TITLE.test(text) && (text.match(/\p{L}/gu)?.length ?? 0) >= MIN_TITLE_LETTERS
}

/** Blocks at the head of the document among which the title stands. */
const TITLE_BLOCKS = 12

function biggestHeading(blocks: readonly ImportedBlock[]): string | undefined {
  const headings = blocks
    .slice(0, TITLE_BLOCKS)
    .filter((block) => block.role === 'heading' && isTitle(block.text))
  const best = headings.toSorted((a, b) => (a.level ?? 6) - (b.level ?? 6))[0]
  return best?.text
}

// Accounts and programs stand where authors should: "admin", "user", "Acrobat 9".
const JUNK_AUTHOR =
  /^(?:admin\w*|administrator|user\d*|owner|unknown|anonymous|root|pdf\w*|adobe.*|microsoft.*|acrobat.*)$/i

function authorsOf(stated: string | undefined): string[] | undefined {
  if (stated === undefined) return undefined
  const names = stated
    .split(/\s{0,4}[;&]\s{0,4}|,\s+|\s+and\s+/)
    .map((name) => name.trim())
    .filter((name) => /\p{L}{2}/u.test(name) && !JUNK_AUTHOR.test(name) && name.length <= 100)
  return names.length === 0 ? undefined : names
}
