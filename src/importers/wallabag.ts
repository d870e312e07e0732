import { readDate } from '../core/article/dates'
import type { Metadata } from '../core/article/article'
import { importHtml } from './html'
import type { ImportedDocument, Importer, ImportInput, ImportResult } from './importer'
import { hasKeys, readObjects, textAt, textsAt, type JsonObject } from './json'
import { linkDocument, webAddress } from './links'
import { guarded, ImportFailure, withUniqueEntries } from './outcome'

/** Wallabag's JSON export: every entry with the page's text as it was fetched. */
export const wallabagImporter: Importer = {
  formats: ['wallabag'],
  sniff: (input: ImportInput): number =>
    hasKeys(input, ['is_archived', 'url']) &&
    (hasKeys(input, ['content']) || hasKeys(input, ['domain_name']))
      ? 0.98
      : 0,
  import: (input: ImportInput): Promise<ImportResult> =>
    guarded('Wallabag export', () => {
      const { objects, problems } = readObjects(input)
      const documents = objects.map((entry, index) => toDocument(entry, index, input))
      if (documents.length === 0) throw new ImportFailure('no-text', 'no entries in the export')
      return { documents: withUniqueEntries(documents), problems }
    })
}

function toDocument(entry: JsonObject, index: number, input: ImportInput): ImportedDocument {
  const id = textAt(entry, 'id') ?? String(index + 1)
  const metadata = metadataOf(entry)
  const content = textAt(entry, 'content')
  if (content !== undefined) {
    const page = importHtml(content, {
      fileName: input.fileName,
      format: 'wallabag',
      entry: id,
      scope: 'fragment'
    })
    if (page.blocks.length > 0)
      return {
        ...page,
        metadata,
        problems: page.problems.filter((found) => found.severity !== 'error')
      }
  }
  return linkDocument({ entry: id, format: 'wallabag', metadata })
}

function metadataOf(entry: JsonObject): Metadata {
  const url = webAddress(textAt(entry, 'url')) ?? webAddress(textAt(entry, 'given_url'))
  const publisher = textAt(entry, 'domain_name')?.replace(/^www\./, '')
  const authors = textsAt(entry, 'published_by')
  const published = readDate(textAt(entry, 'published_at') ?? '')
  const saved = readDate(textAt(entry, 'created_at') ?? '')
  const language = textAt(entry, 'language')?.replace('_', '-')
  const tags = textsAt(entry, 'tags')
  return {
    title: { value: textAt(entry, 'title') ?? url ?? 'Untitled entry', from: 'export' },
    ...(authors.length > 0 && { authors: { value: authors, from: 'export' as const } }),
    ...(publisher !== undefined && { publisher: { value: publisher, from: 'export' as const } }),
    ...(published !== undefined && { published: { value: published, from: 'export' as const } }),
    ...(saved !== undefined && { saved: { value: saved, from: 'export' as const } }),
    ...(url !== undefined && { url: { value: url, from: 'export' as const } }),
    ...(language !== undefined &&
      /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,2}$/i.test(language) && {
        language: { value: language, from: 'export' as const }
      }),
    ...(tags.length > 0 && { tags: { value: tags, from: 'export' as const } })
  }
}
