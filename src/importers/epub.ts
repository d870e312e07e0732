import { posix } from 'node:path'
import { readDate } from '../core/article/dates'
import type { Metadata } from '../core/article/article'
import { decode } from './bytes'
import { importHtml } from './html'
import type { ImportedDocument, Importer, ImportInput, ImportResult, Problem } from './importer'
import { asProblem, guarded, ImportFailure, problem, withUniqueEntries } from './outcome'
import { extensionOf } from './sniff'
import { elementNamed, elementsNamed, xmlTree, type XmlElement } from './xml'
import { looksZipped, openZip, type Zip } from './zip'

export const CONTAINER = 'META-INF/container.xml'
/** Most chapters read; collections of saved articles have a few hundred. */
export const MAX_CHAPTERS = 2_000
/** Words below which a page of a book is looked at more closely: it may be a cover, a title or a leaf between parts. */
const MIN_CHAPTER_WORDS = 20
const ENCRYPTION = 'META-INF/encryption.xml'
/** Obfuscated fonts are no encryption of the text. */
const FONT_ALGORITHMS = /obfuscation|font-embedding/i

/** EPUB books, each chapter a document: saved articles are bound this way by reading services and add-ons. */
export const epubImporter: Importer = {
  formats: ['epub'],
  sniff(input: ImportInput): number {
    // The first entry is the uncompressed type: name at 30, content behind it.
    const head = Buffer.from(input.bytes.subarray(0, 100)).toString('latin1')
    if (looksZipped(input.bytes) && head.slice(30).startsWith('mimetypeapplication/epub+zip'))
      return 1
    if (extensionOf(input.fileName) !== 'epub') return 0
    return looksZipped(input.bytes) ? 0.99 : 0.95
  },
  import: (input: ImportInput): Promise<ImportResult> =>
    guarded('EPUB', async () => importEpub(await openZip(input.bytes), input))
}

/** Reads an opened EPUB. Throws `ImportFailure`. */
export async function importEpub(zip: Zip, input: ImportInput): Promise<ImportResult> {
  const packageName = await packageOf(zip)
  const pack = xmlTree(await zip.read(packageName), packageName)
  if (pack === undefined)
    throw new ImportFailure('damaged', 'EPUB: empty package file', packageName)
  const chapters = chaptersOf(pack, packageName, zip)
  if (chapters.length === 0) throw new ImportFailure('damaged', 'EPUB: no chapters', packageName)
  const book = bookOf(pack, input)
  const titles = await titlesOf(pack, packageName, zip)
  const locked = await lockedNames(zip)
  const documents: ImportedDocument[] = []
  const problems: Problem[] = []
  for (const name of chapters.slice(0, MAX_CHAPTERS)) {
    if (locked.has(name)) problems.push(problem('error', 'encrypted', 'EPUB: chapter', name))
    else await addChapter(name, { zip, book, titles, input, documents, problems })
  }
  if (chapters.length > MAX_CHAPTERS)
    problems.push(problem('warning', 'truncated', `${chapters.length} chapters`))
  const chapterful = documents.filter((document) => isChapter(document, titles))
  const kept = chapterful.length > 0 ? chapterful : documents
  if (kept.length > 0) return { documents: withUniqueEntries(kept), problems }
  const reason = problems.find((found) => found.severity === 'error')
  return {
    documents: [],
    problems: reason === undefined ? [problem('error', 'no-text', 'EPUB: no text')] : problems
  }
}

/** Covers, title pages and the leaves between parts hold a few words, or headings only. */
function isChapter(document: ImportedDocument, titles: ReadonlyMap<string, string>): boolean {
  const words = document.blocks.reduce(
    (sum, { text }) => sum + (text.match(/\S+/g)?.length ?? 0),
    0
  )
  if (words >= MIN_CHAPTER_WORDS) return true
  return titles.has(document.entry) && document.blocks.some((block) => block.role !== 'heading')
}

/** The package file that the container names; the only one in the archive when the container is broken. */
async function packageOf(zip: Zip): Promise<string> {
  const container = zip.find(CONTAINER)
  if (container === undefined)
    throw new ImportFailure('damaged', `no EPUB: ${CONTAINER} is missing`)
  const tree = xmlTree(await zip.read(container), container)
  for (const file of tree === undefined ? [] : elementsNamed(tree, 'rootfile')) {
    const found = zip.find(decodedPath(file.attribute('full-path') ?? ''))
    if (found !== undefined) return found
  }
  throw new ImportFailure('damaged', 'EPUB: the container names no package file', container)
}

function decodedPath(href: string): string {
  const path = href.replace(/[?#].*$/s, '')
  try {
    return decodeURIComponent(path)
  } catch {
    // A stray percent sign: the name as it stands.
    return path
  }
}

/** Resolves an address inside the archive; one that leads outside ends at its root and finds nothing. */
function resolved(base: string, href: string, zip: Zip): string | undefined {
  return zip.find(posix.join('/', posix.dirname(base), decodedPath(href)).slice(1))
}

const PAGE =
  /^(?:application\/xhtml\+xml|text\/html|application\/x-dtbook\+xml|text\/x-oeb1-document)$/i

function chaptersOf(pack: XmlElement, base: string, zip: Zip): string[] {
  const items = new Map<string, XmlElement>()
  for (const item of elementsNamed(pack, 'item')) items.set(item.attribute('id') ?? '', item)
  const names = new Set<string>()
  for (const reference of elementsNamed(pack, 'itemref')) {
    const item = items.get(reference.attribute('idref') ?? '')
    const name = item === undefined ? undefined : resolved(base, item.attribute('href') ?? '', zip)
    if (item === undefined || name === undefined) continue
    // The navigation is a table of contents also when it stands in the reading order.
    if (/\bnav\b/.test(item.attribute('properties') ?? '')) continue
    if (PAGE.test(item.attribute('media-type') ?? '') || /\.x?html?$/i.test(name)) names.add(name)
  }
  return [...names]
}

interface Book {
  readonly title: string
  readonly metadata: Partial<Metadata>
}

function bookOf(pack: XmlElement, input: ImportInput): Book {
  const meta = elementNamed(pack, 'metadata') ?? pack
  const values = (name: string): string[] =>
    [...elementsNamed(meta, name)]
      .map((found) => found.text.replace(/\s+/g, ' ').trim())
      .filter((text) => text !== '')
  const [title = input.fileName.replace(/\.epub$/i, '')] = values('title')
  const authors = values('creator')
  const [publisher] = values('publisher')
  const published = readDate(values('date')[0] ?? '')
  const [language = ''] = values('language')
  const url = [...values('source'), ...values('identifier')].find((value) =>
    /^https?:\/\/\S+$/i.test(value)
  )
  return {
    title,
    metadata: {
      ...(authors.length > 0 && { authors: { value: authors, from: 'export' as const } }),
      ...(publisher !== undefined && { publisher: { value: publisher, from: 'export' as const } }),
      ...(published !== undefined && { published: { value: published, from: 'export' as const } }),
      ...(url !== undefined && { url: { value: url, from: 'export' as const } }),
      ...(/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,2}$/i.test(language) && {
        language: { value: language, from: 'export' as const }
      })
    }
  }
}

/** Titles of chapters by file name, from the navigation page (EPUB 3) or the NCX (EPUB 2). */
async function titlesOf(pack: XmlElement, base: string, zip: Zip): Promise<Map<string, string>> {
  const titles = new Map<string, string>()
  const add = (from: string, href: string | undefined, title: string): void => {
    const name = resolved(from, href ?? '', zip)
    const clean = title.replace(/\s+/g, ' ').trim()
    if (name !== undefined && clean !== '' && !titles.has(name)) titles.set(name, clean)
  }
  for (const item of elementsNamed(pack, 'item')) {
    const isNav = /\bnav\b/.test(item.attribute('properties') ?? '')
    const isNcx = item.attribute('media-type') === 'application/x-dtbncx+xml'
    const name = isNav || isNcx ? resolved(base, item.attribute('href') ?? '', zip) : undefined
    if (name === undefined) continue
    const tree = await softTree(zip, name)
    if (tree === undefined) continue
    if (isNav)
      for (const link of elementsNamed(tree, 'a')) add(name, link.attribute('href'), link.text)
    else
      for (const point of elementsNamed(tree, 'navPoint'))
        add(
          name,
          elementNamed(point, 'content')?.attribute('src'),
          elementNamed(point, 'text')?.text ?? ''
        )
  }
  return titles
}

/** A file that the book can do without: undefined when it is missing or broken. */
async function softTree(zip: Zip, name: string): Promise<XmlElement | undefined> {
  try {
    return xmlTree(await zip.read(name), name)
  } catch (error) {
    if (error instanceof ImportFailure) return undefined
    throw error
  }
}

async function lockedNames(zip: Zip): Promise<Set<string>> {
  const locked = new Set<string>()
  const name = zip.find(ENCRYPTION)
  const tree = name === undefined ? undefined : await softTree(zip, name)
  if (tree === undefined) return locked
  for (const entry of elementsNamed(tree, 'EncryptedData')) {
    const algorithm = elementNamed(entry, 'EncryptionMethod')?.attribute('Algorithm') ?? ''
    const uri = elementNamed(entry, 'CipherReference')?.attribute('URI') ?? ''
    const found = zip.find(decodedPath(uri))
    if (found !== undefined && !FONT_ALGORITHMS.test(algorithm)) locked.add(found)
  }
  return locked
}

interface Reading {
  readonly zip: Zip
  readonly book: Book
  readonly titles: ReadonlyMap<string, string>
  readonly input: ImportInput
  readonly documents: ImportedDocument[]
  readonly problems: Problem[]
}

async function addChapter(name: string, reading: Reading): Promise<void> {
  const { zip, book, titles, input, documents, problems } = reading
  try {
    const decoded = decode(await zip.read(name), { kind: 'html' })
    const listed = titles.get(name)
    const chapter = importHtml(decoded.text, {
      ...input,
      format: 'epub',
      entry: name,
      scope: 'fragment'
    })
    if (chapter.blocks.length === 0) return
    const own = chapter.metadata.title
    const title =
      listed !== undefined
        ? { value: listed, from: 'export' as const }
        : own.from === 'file name'
          ? { value: book.title, from: 'export' as const }
          : own
    documents.push({
      ...chapter,
      // The chapter's own bylines and addresses come first: books of saved articles are bound by a program, not by their authors.
      metadata: { ...book.metadata, ...chapter.metadata, title },
      problems: chapter.problems.filter((found) => found.severity !== 'error')
    })
  } catch (error) {
    problems.push({ ...asProblem(error, 'EPUB', name), severity: 'warning' })
  }
}
