import { readDate } from '../core/article/dates'
import { documentsOf, hasColumns, readRows, type Row } from './csv'
import type { ImportedDocument, Importer, ImportInput, ImportResult } from './importer'
import { linkDocument, webAddress } from './links'
import { guarded } from './outcome'

const COLUMNS = ['title', 'url', 'time_added']

/** Pocket's export, a table of addresses: every row a document without text (`link-only`). */
export const pocketImporter: Importer = {
  formats: ['pocket'],
  sniff: (input: ImportInput): number => (hasColumns(input, COLUMNS) ? 0.95 : 0),
  import: (input: ImportInput): Promise<ImportResult> =>
    guarded('Pocket export', () => documentsOf(readRows(input), toDocument))
}

function toDocument(row: Row): ImportedDocument | undefined {
  const url = webAddress(row('url'))
  if (url === undefined) return undefined
  const saved = readDate(row('time_added'))
  const tags = row('tags')
    .split('|')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
  // Pocket repeats the address where it knew no title.
  const title = row('title') === '' ? url : row('title')
  return linkDocument({
    entry: url,
    format: 'pocket',
    metadata: {
      title: { value: title, from: 'export' },
      url: { value: url, from: 'export' },
      ...(saved !== undefined && { saved: { value: saved, from: 'export' as const } }),
      ...(tags.length > 0 && { tags: { value: tags, from: 'export' as const } })
    }
  })
}
