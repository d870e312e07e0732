import { readDate } from '../core/article/dates'
import type { Importer, ImportedDocument, ImportInput, ImportResult } from './importer'
import { documentsOf, hasColumns, readRows, type Row } from './csv'
import { linkDocument, webAddress } from './links'
import { guarded } from './outcome'

const COLUMNS = ['key', 'item type', 'title', 'publication title', 'url']

/**
 * Zotero's table of a collection (CSV export): every item a document with what was noted of it, but without its text (`link-only`).
 *
 * The snapshots in `storage/ABCD1234/` are pages and PDF files like any other and open as such: nothing in them says Zotero.
 */
export const zoteroImporter: Importer = {
  formats: ['zotero'],
  sniff: (input: ImportInput): number => (hasColumns(input, COLUMNS) ? 0.95 : 0),
  import: (input: ImportInput): Promise<ImportResult> =>
    guarded('Zotero export', () => documentsOf(readRows(input), toDocument))
}

/** Notes of several items stand in one cell, as pages. */
function noteTexts(cell: string): string[] {
  return cell
    .replace(/<[^>]{0,500}>/g, ' ')
    .split(/\s{0,3};\s{2,}|\n\s{0,20}\n/)
    .map((note) => note.replace(/\s+/g, ' ').trim())
}

function toDocument(row: Row): ImportedDocument | undefined {
  const url = webAddress(row('url'))
  const title = row('title')
  if (title === '' && url === undefined) return undefined
  const authors = row('author')
    .split(';')
    .map(naturalName)
    .filter((name) => name !== '')
  const publisher = [row('publication title'), row('publisher')].find((name) => name !== '')
  const published = readDate(row('date'))
  const saved = readDate(row('date added'))
  const abstract = row('abstract note')
  const tags = [...row('manual tags').split(';'), ...row('automatic tags').split(';')]
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
  return linkDocument({
    entry: row('key') === '' ? (url ?? title) : row('key'),
    format: 'zotero',
    notes: [abstract, ...noteTexts(row('notes'))],
    metadata: {
      title: { value: title === '' ? (url ?? '') : title, from: 'export' },
      ...(authors.length > 0 && { authors: { value: authors, from: 'export' as const } }),
      ...(publisher !== undefined && {
        publisher: { value: publisher, from: 'export' as const }
      }),
      ...(published !== undefined && {
        published: { value: published, from: 'export' as const }
      }),
      ...(saved !== undefined && { saved: { value: saved, from: 'export' as const } }),
      ...(url !== undefined && { url: { value: url, from: 'export' as const } }),
      ...(abstract !== '' && { description: { value: abstract, from: 'export' as const } }),
      ...(tags.length > 0 && { tags: { value: tags, from: 'export' as const } })
    }
  })
}

/** "Marsh, Ada" becomes "Ada Marsh". */
function naturalName(name: string): string {
  const [last = '', first] = name.split(',', 2).map((part) => part.trim())
  return first === undefined ? last : `${first} ${last}`.trim()
}
