import type { Metadata } from '../core/article/article'
import { readDate } from '../core/article/dates'
import type { Importer, ImportedDocument, ImportInput, ImportResult } from './importer'
import { hasKeys, readObjects, textAt, textsAt, type JsonObject } from './json'
import { linkDocument, webAddress } from './links'
import { guarded, ImportFailure, problem, withUniqueEntries } from './outcome'

/**
 * The list in an Omnivore export (`metadata_0_to_19.json`): a document without text (`link-only`) for every article whose text is not
 * there.
 *
 * The texts stand in files of their own (`content/<slug>.html`), which open as pages with what the list says of them
 * (`listedMetadata`). Both have the slug: here it is the document's entry, there the file's name.
 */
export const omnivoreImporter: Importer = {
  formats: ['omnivore'],
  sniff: (input: ImportInput): number =>
    hasKeys(input, ['slug', 'url', 'savedAt', 'state']) ? 0.98 : 0,
  import: (input: ImportInput): Promise<ImportResult> =>
    guarded('Omnivore export', () => {
      const { objects, problems } = readObjects(input)
      const pages = input.companions?.pages
      const alone = objects.filter((item) => pages?.has(textAt(item, 'slug') ?? '') !== true)
      const documents = alone.map(toDocument)
      if (objects.length === 0) throw new ImportFailure('no-text', 'no articles in the list')
      const elsewhere = objects.length - alone.length
      const told = elsewhere === 0 ? [] : [problem('info', 'listed-only', String(elsewhere))]
      return { documents: withUniqueEntries(documents), problems: [...problems, ...told] }
    })
}

/** Returns what the list of an Omnivore export says of one of its pages; undefined when it does not name it or can't be read. */
export function listedMetadata(list: Uint8Array, slug: string): Metadata | undefined {
  try {
    const { objects } = readObjects({ bytes: list, fileName: '' })
    const item = objects.find((one) => textAt(one, 'slug') === slug)
    return item === undefined ? undefined : metadataOf(item)
  } catch (error) {
    // What is wrong with the list is told where the list itself is imported.
    if (error instanceof ImportFailure) return undefined
    throw error
  }
}

function toDocument(item: JsonObject, index: number): ImportedDocument {
  const metadata = metadataOf(item)
  return linkDocument({
    entry: textAt(item, 'slug') ?? textAt(item, 'id') ?? String(index + 1),
    format: 'omnivore',
    notes: metadata.description === undefined ? [] : [metadata.description.value],
    metadata
  })
}

function metadataOf(item: JsonObject): Metadata {
  const url = webAddress(textAt(item, 'url')) ?? webAddress(textAt(item, 'originalUrl'))
  const author = textAt(item, 'author')
  const publisher = textAt(item, 'siteName')
  const published = readDate(textAt(item, 'publishedAt') ?? '')
  const saved = readDate(textAt(item, 'savedAt') ?? '')
  const description = textAt(item, 'description')
  const tags = textsAt(item, 'labels')
  const from = 'export'
  return {
    title: { value: textAt(item, 'title') ?? url ?? 'Untitled article', from },
    ...(author !== undefined && { authors: { value: [author], from } }),
    ...(publisher !== undefined && { publisher: { value: publisher, from } }),
    ...(published !== undefined && { published: { value: published, from } }),
    ...(saved !== undefined && { saved: { value: saved, from } }),
    ...(url !== undefined && { url: { value: url, from } }),
    ...(description !== undefined && { description: { value: description, from } }),
    ...(tags.length > 0 && { tags: { value: tags, from } })
  }
}
