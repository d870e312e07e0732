import { readDate } from '../core/article/dates'
import type { Metadata } from '../core/article/article'
import { importHtml } from './html'
import type { ImportedDocument, ImportInput } from './importer'
import { linkDocument, webAddress } from './links'
import type { XmlElement } from './xml'

/** Most items read of one feed. */
const MAX_ITEMS = 2_000

/** Returns the items of an RSS, RDF or Atom feed, each as a document; empty when the tree is no feed. */
export function feedDocuments(root: XmlElement, input: ImportInput): ImportedDocument[] {
  if (!['rss', 'RDF', 'feed'].includes(root.name)) return []
  const channel = root.children.find((child) => child.name === 'channel') ?? root
  const publisher = childText(channel, 'title')
  const language = childText(channel, 'language') ?? root.attribute('xml:lang')
  const items = [...channel.children, ...root.children].filter(
    (child) => child.name === 'item' || child.name === 'entry'
  )
  return [...new Set(items)].slice(0, MAX_ITEMS).map((item, index) => {
    const metadata = metadataOf(item, { publisher, language })
    const entry =
      childText(item, 'guid') ?? childText(item, 'id') ?? metadata.url?.value ?? `item ${index + 1}`
    const html = ['encoded', 'content', 'description', 'summary']
      .map((name) => childText(item, name))
      .find((text) => text !== undefined)
    const page =
      html === undefined
        ? undefined
        : importHtml(html, { fileName: input.fileName, format: 'html', entry, scope: 'fragment' })
    if (page === undefined || page.blocks.length === 0)
      return linkDocument({ entry, format: 'html', metadata })
    return {
      ...page,
      metadata,
      problems: page.problems.filter((found) => found.severity !== 'error')
    }
  })
}

function metadataOf(
  item: XmlElement,
  feed: { publisher: string | undefined; language: string | undefined }
): Metadata {
  const link = item.children.find(
    (child) => child.name === 'link' && (child.attribute('rel') ?? 'alternate') === 'alternate'
  )
  const url = webAddress(link?.attribute('href') ?? link?.text)
  const author = childText(item, 'creator') ?? childText(item, 'author')
  const published = ['pubDate', 'published', 'date', 'updated']
    .map((name) => readDate(childText(item, name) ?? ''))
    .find((date) => date !== undefined)
  return {
    title: { value: plain(childText(item, 'title') ?? url ?? 'Untitled item'), from: 'export' },
    ...(author !== undefined && { authors: { value: [author], from: 'export' as const } }),
    ...(feed.publisher !== undefined && {
      publisher: { value: plain(feed.publisher), from: 'export' as const }
    }),
    ...(published !== undefined && { published: { value: published, from: 'export' as const } }),
    ...(url !== undefined && { url: { value: url, from: 'export' as const } }),
    ...(feed.language !== undefined &&
      /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,2}$/i.test(feed.language) && {
        language: { value: feed.language, from: 'export' as const }
      })
  }
}

function childText(element: XmlElement, name: string): string | undefined {
  const text = element.children.find((child) => child.name === name)?.text.trim()
  return text === undefined || text === '' ? undefined : text
}

/** Titles of feeds carry tags and white space of the page that they were made from. */
function plain(text: string): string {
  return text
    .replace(/<[^>]{0,500}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
