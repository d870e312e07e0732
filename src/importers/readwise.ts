import { readDate } from '../core/article/dates'
import type { ImportedBlock } from '../core/text/canonical'
import { documentsOf, hasColumns, readRows, type Row } from './csv'
import type { ImportedDocument, Importer, ImportInput, ImportResult } from './importer'
import { linkDocument, webAddress } from './links'
import { guarded, ImportFailure, withUniqueEntries } from './outcome'

const HIGHLIGHTS = ['highlight', 'book title', 'book author']
const READER_LIST = ['title', 'url', 'document tags', 'saved date']

/**
 * Readwise's two tables: highlights, gathered into one document for each source with its notes behind them, and the list of Reader's
 * documents, which has no text (`link-only`).
 */
export const readwiseImporter: Importer = {
  formats: ['readwise'],
  sniff: (input: ImportInput): number =>
    hasColumns(input, HIGHLIGHTS) || hasColumns(input, READER_LIST) ? 0.95 : 0,
  import: (input: ImportInput): Promise<ImportResult> =>
    guarded('Readwise export', () => {
      const table = readRows(input)
      if (!hasColumns(input, HIGHLIGHTS)) return documentsOf(table, listed)
      const documents = bySource(table.rows)
      if (documents.length === 0) throw new ImportFailure('no-text', 'no highlights in the table')
      return { documents: withUniqueEntries(documents), problems: table.problems }
    })
}

function bySource(rows: readonly Row[]): ImportedDocument[] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    if (row('highlight') === '') continue
    const key = `${row('book title')}\u0000${row('book author')}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return [...groups.values()].flatMap(toDocument)
}

function toDocument(rows: readonly Row[]): ImportedDocument[] {
  const [first] = rows
  if (first === undefined) return []
  const blocks = rows.flatMap((row): ImportedBlock[] => [
    { text: row('highlight').replace(/\s+/g, ' '), role: 'quote' },
    ...(row('note') === ''
      ? []
      : [{ text: row('note').replace(/\s+/g, ' '), role: 'paragraph' as const }])
  ])
  const title = first('book title') === '' ? 'Highlights' : first('book title')
  const authors = first('book author')
    .split(/\s{0,3}(?:,| and )\s{0,3}/)
    .filter((name) => name !== '')
  const saved = readDate(first('highlighted at'))
  const tags = [...new Set(rows.flatMap((row) => row('document tags').split(',')))]
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
  const url = webAddress(first('url'))
  return [
    {
      entry: title,
      format: 'readwise',
      blocks,
      metadata: {
        title: { value: title, from: 'export' },
        ...(authors.length > 0 && { authors: { value: authors, from: 'export' as const } }),
        ...(url !== undefined && { url: { value: url, from: 'export' as const } }),
        ...(saved !== undefined && { saved: { value: saved, from: 'export' as const } }),
        ...(tags.length > 0 && { tags: { value: tags, from: 'export' as const } })
      },
      problems: []
    }
  ]
}

function listed(row: Row): ImportedDocument | undefined {
  const url = webAddress(row('url'))
  if (url === undefined) return undefined
  const saved = readDate(row('saved date'))
  const tags = row('document tags')
    .replace(/^\[|\]$/g, '')
    .split(',')
    .map((tag) =>
      tag
        .trim()
        .replace(/^['"]{1,3}|['"]{1,3}$/g, '')
        .trim()
    )
    .filter((tag) => tag !== '')
  return linkDocument({
    entry: url,
    format: 'readwise',
    metadata: {
      title: { value: row('title') === '' ? url : row('title'), from: 'export' },
      url: { value: url, from: 'export' },
      ...(saved !== undefined && { saved: { value: saved, from: 'export' as const } }),
      ...(tags.length > 0 && { tags: { value: tags, from: 'export' as const } })
    }
  })
}
