import { readDate } from '../core/article/dates'
import type { Metadata } from '../core/article/article'
import { decode } from './bytes'
import { docxBlocks, headingStyles } from './docx-text'
import type { Importer, ImportInput, ImportResult } from './importer'
import { guarded, ImportFailure, problem } from './outcome'
import { extensionOf } from './sniff'
import { elementNamed, elementsNamed, xmlTree, type XmlElement } from './xml'
import { looksZipped, openZip, type Zip } from './zip'

const DEFAULT_BODY = 'word/document.xml'

/** Word documents since 2007: text, headings, lists, tables; footnotes, comments, heads and feet of pages are left out. */
export const docxImporter: Importer = {
  formats: ['docx'],
  sniff(input: ImportInput): number {
    if (!looksZipped(input.bytes)) return 0
    return ['docx', 'docm', 'dotx', 'dotm'].includes(extensionOf(input.fileName)) ? 0.97 : 0
  },
  import: (input: ImportInput): Promise<ImportResult> =>
    guarded('docx', async () => importDocx(await openZip(input.bytes), input))
}

/** Reads an opened Word document. Throws `ImportFailure`. */
export async function importDocx(zip: Zip, input: ImportInput): Promise<ImportResult> {
  const body = await bodyName(zip)
  if (body === undefined) throw new ImportFailure('damaged', 'docx: no document part')
  const styles = await partTree(zip, body.replace(/[^/]*$/, 'styles.xml'))
  const numbers = headingStyles(styles)
  const text = decode(await zip.read(body), { kind: 'xml' }).text
  const { blocks, defect, cut } = docxBlocks(text, numbers)
  if (blocks.length === 0) {
    if (defect !== undefined) throw new ImportFailure('damaged', `docx: ${defect}`, body)
    throw new ImportFailure('no-text', 'the document has no text')
  }
  const problems = [
    ...(defect === undefined ? [] : [problem('warning', 'damaged', `docx: ${defect}`, body)]),
    ...(cut ? [problem('warning', 'truncated', 'document too large', body)] : [])
  ]
  const heading = blocks.find((block) => block.role === 'heading')?.text
  const core = await partTree(zip, 'docProps/core.xml')
  return {
    documents: [
      { entry: '', format: 'docx', blocks, metadata: metadataOf(core, heading, input), problems }
    ],
    problems: []
  }
}

/** The main part, as the package's relations name it; at its usual place when they do not. */
async function bodyName(zip: Zip): Promise<string | undefined> {
  const relations = await partTree(zip, '_rels/.rels')
  if (relations !== undefined)
    for (const relation of elementsNamed(relations, 'Relationship')) {
      if (!/\/officeDocument$/.test(relation.attribute('Type') ?? '')) continue
      const found = zip.find((relation.attribute('Target') ?? '').replace(/^\//, ''))
      if (found !== undefined) return found
    }
  return zip.find(DEFAULT_BODY)
}

/** A part that the document can do without: undefined when it is missing or broken. */
async function partTree(zip: Zip, name: string): Promise<XmlElement | undefined> {
  const found = zip.find(name)
  if (found === undefined) return undefined
  try {
    return xmlTree(await zip.read(found), found)
  } catch (error) {
    if (error instanceof ImportFailure) return undefined
    throw error
  }
}

function metadataOf(
  core: XmlElement | undefined,
  heading: string | undefined,
  input: ImportInput
): Metadata {
  const read = (name: string): string =>
    elementNamed(core, name)?.text.replace(/\s+/g, ' ').trim() ?? ''
  const authors = read('creator')
    .split(/\s{0,3};\s{0,3}/)
    .filter((name) => name !== '')
  const [created, modified] = [readDate(read('created')), readDate(read('modified'))]
  const [title, description, language] = [read('title'), read('description'), read('language')]
  return {
    title:
      title !== ''
        ? { value: title, from: 'header' }
        : heading !== undefined
          ? { value: heading, from: 'text' }
          : { value: input.fileName.replace(/\.[a-z]{4}$/i, ''), from: 'file name' },
    ...(authors.length > 0 && { authors: { value: authors, from: 'header' as const } }),
    ...(created !== undefined && { published: { value: created, from: 'guess' as const } }),
    ...(modified !== undefined && { modified: { value: modified, from: 'header' as const } }),
    ...(input.modified !== undefined && {
      saved: { value: input.modified, from: 'file time' as const }
    }),
    ...(/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,2}$/i.test(language) && {
      language: { value: language, from: 'header' as const }
    }),
    ...(description !== '' && { description: { value: description, from: 'header' as const } })
  }
}
