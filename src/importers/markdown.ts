import MarkdownIt from 'markdown-it'
import type { Metadata } from '../core/article/article'
import { readDate } from '../core/article/dates'
import { tidyByline } from '../core/article/metadata'
import { fold } from '../core/text/fold'
import { decode } from './bytes'
import { plainLinks, readFrontMatter } from './front-matter'
import { importHtml } from './html'
import type { ImportedDocument, Importer, ImportInput, ImportResult } from './importer'
import { sniffMarkdown } from './sniff'

/** Levels of nested quotes and lists; more are shown as text. Hostile files nest by the thousand. */
const MAX_NESTING = 50

const renderer = new MarkdownIt({ html: true, linkify: false, maxNesting: MAX_NESTING })

/**
 * Returns a Markdown text as a document: front matter as metadata, the rest rendered and read like any page.
 * Never throws; HTML inside is parsed, never run.
 */
export function importMarkdown(text: string, input: ImportInput): ImportedDocument {
  const { metadata, body, problems } = readFrontMatter(text)
  const listed = readMetadataList(body)
  const html = renderer.render(plainMarks(listed.body))
  const document = importHtml(html, {
    ...input,
    format: 'md',
    scope: 'fragment',
    known: { ...listed.metadata, ...metadata }
  })
  return { ...document, problems: [...problems, ...document.problems] }
}

/** Obsidian's own marks: embedded files go, links and highlights keep their words, callouts lose their label; Readwise's links go. */
function plainMarks(text: string): string {
  return plainLinks(
    text
      .replace(/!\[\[[^[\]]{1,300}\]\]/g, '')
      .replace(/ ?\(\[View Highlight\]\([^()\s]{1,2000}\)\)/g, '')
  )
    .replace(/==([^=\n]{1,2000})==/g, '$1')
    .replace(/^(>\s?)\[!\w{1,20}\][-+]?\s?/gm, '$1')
    .replace(/ ?%%[^%]{0,2000}%%/g, '')
}

const HEAD = 4_000

/** Readwise writes a section "Metadata" with a list ("- Author: [[Ada Marsh]]") in place of front matter. */
function readMetadataList(body: string): { metadata: Partial<Metadata>; body: string } {
  const open = /^#{1,3} Metadata[ \t]*\r?\n/m.exec(body.slice(0, HEAD))
  if (open === null) return { metadata: {}, body }
  const rest = body.slice(open.index + open[0].length)
  const lines = /^(?:[ \t]*(?:[-*][ \t].{0,1000})?\r?\n){0,40}/.exec(rest)?.[0] ?? ''
  const values = new Map<string, string>()
  for (const line of lines.split('\n')) {
    const match = /^\s{0,8}[-*]\s{1,4}(\p{L}[\p{L} ]{1,30}):\s{0,4}(\S.{0,1000})$/u.exec(
      line.trimEnd()
    )
    if (match !== null) values.set(fold(match[1] ?? ''), plainLinks(match[2] ?? '').trim())
  }
  if (values.size === 0) return { metadata: {}, body }
  return { metadata: fromList(values), body: body.slice(0, open.index) + rest.slice(lines.length) }
}

function fromList(values: ReadonlyMap<string, string>): Partial<Metadata> {
  const title = values.get('full title') ?? values.get('title')
  const authors = tidyByline(values.get('author') ?? '')
  const url = /^https?:\/\/\S+$/i.exec(values.get('url') ?? values.get('source') ?? '')?.[0]
  const published = readDate(values.get('published') ?? values.get('date') ?? '')
  return {
    ...(title !== undefined && { title: { value: title, from: 'header' } }),
    ...(authors.length > 0 && { authors: { value: authors, from: 'header' } }),
    ...(url !== undefined && { url: { value: url, from: 'header' } }),
    ...(published !== undefined && { published: { value: published, from: 'header' } })
  }
}

/** Markdown with or without front matter. */
export const markdownImporter: Importer = {
  formats: ['md'],
  sniff: sniffMarkdown,
  import(input: ImportInput): Promise<ImportResult> {
    const { text, problems } = decode(input.bytes, { kind: 'text' })
    if (problems.some((problem) => problem.severity === 'error'))
      return Promise.resolve({ documents: [], problems })
    const document = importMarkdown(text, input)
    const failed = document.problems.some((problem) => problem.severity === 'error')
    return Promise.resolve(
      failed
        ? { documents: [], problems: [...problems, ...document.problems] }
        : { documents: [document], problems }
    )
  }
}
