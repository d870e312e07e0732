import { readDate } from '../core/article/dates'
import type { Importer, ImportedDocument, ImportInput, ImportResult } from './importer'
import { hasKeys, readObjects, textAt, textsAt, type JsonObject } from './json'
import { linkDocument, webAddress } from './links'
import { guarded, ImportFailure, withUniqueEntries } from './outcome'

/**
 * The list in an Omnivore export (`metadata_0_to_19.json`): a document without text for every article (`link-only`).
 *
 * The text stands in files of its own (`content/<slug>.html`), which open as pages. Both have the slug: here it is the document's
 * entry, there the file's name.
 */
export const omnivoreImporter: Importer = {
  formats: ['omnivore'],
  sniff: (input: ImportInput): number =>
    hasKeys(input, ['slug', 'url', 'savedAt', 'state']) ? 0.98 : 0,
  import: (input: ImportInput): Promise<ImportResult> =>
    guarded('Omnivore export', () => {
      const { objects, problems } = readObjects(input)
      const documents = objects.map(toDocument)
      if (documents.length === 0) throw new ImportFailure('no-text', 'no articles in the list')
      return { documents: withUniqueEntries(documents), problems }
    })
}

function toDocument(item: JsonObject, index: number): ImportedDocument {
  const url = webAddress(textAt(item, 'url')) ?? webAddress(textAt(item, 'originalUrl'))
  const author = textAt(item, 'author')
  const publisher = textAt(item, 'siteName')
  const published = readDate(textAt(item, 'publishedAt') ?? '')
  const saved = readDate(textAt(item, 'savedAt') ?? '')
  const description = textAt(item, 'description')
  const tags = textsAt(item, 'labels')
  return linkDocument({
    entry: textAt(item, 'slug') ?? textAt(item, 'id') ?? String(index + 1),
    format: 'omnivore',
    notes: description === undefined ? [] : [description],
    metadata: {
      title: { value: textAt(item, 'title') ?? url ?? 'Untitled article', from: 'export' },
      ...(author !== undefined && { authors: { value: [author], from: 'export' as const } }),
      ...(publisher !== undefined && { publisher: { value: publisher, from: 'export' as const } }),
      ...(published !== undefined && { published: { value: published, from: 'export' as const } }),
      ...(saved !== undefined && { saved: { value: saved, from: 'export' as const } }),
      ...(url !== undefined && { url: { value: url, from: 'export' as const } }),
      ...(description !== undefined && {
        description: { value: description, from: 'export' as const }
      }),
      ...(tags.length > 0 && { tags: { value: tags, from: 'export' as const } })
    }
  })
}
