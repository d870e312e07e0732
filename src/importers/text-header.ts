import type { Found, Metadata, Provenance } from '../core/article/article'
import { readDate } from '../core/article/dates'
import { squeeze, tidyByline } from '../core/article/metadata'
import { actorRegistry } from '../core/claims/actors/registry'
import { fold } from '../core/text/fold'
import type { ImportInput } from './importer'
import { findByline, findDates } from './text-byline'
import { FOOT_LINES, HEAD_LINES, type Line } from './text-lines'
import { findTitle, type Title } from './text-title'

/** What the head of a text tells of it, and which lines told it. */
export interface TextHeader {
  readonly metadata: Metadata
  /** Index of the title among the lines, if it stands there. */
  readonly titleLine?: number
  /** Lines such as "Source: The Tidewater Post", which say nothing else. */
  readonly labelLines: ReadonlySet<number>
}

type Label = 'title' | 'authors' | 'publisher' | 'published' | 'url' | 'saved' | 'language' | 'tags'

const LABELS: Readonly<Record<string, Label>> = {
  title: 'title',
  headline: 'title',
  titel: 'title',
  titre: 'title',
  titulo: 'title',
  author: 'authors',
  authors: 'authors',
  by: 'authors',
  byline: 'authors',
  autor: 'authors',
  auteur: 'authors',
  writer: 'authors',
  publisher: 'publisher',
  publication: 'publisher',
  source: 'publisher',
  site: 'publisher',
  outlet: 'publisher',
  newspaper: 'publisher',
  published: 'published',
  date: 'published',
  'date published': 'published',
  'published on': 'published',
  'publication date': 'published',
  datum: 'published',
  fecha: 'published',
  posted: 'published',
  url: 'url',
  link: 'url',
  address: 'url',
  permalink: 'url',
  'source url': 'url',
  'original url': 'url',
  saved: 'saved',
  'saved on': 'saved',
  'date saved': 'saved',
  accessed: 'saved',
  retrieved: 'saved',
  clipped: 'saved',
  language: 'language',
  lang: 'language',
  tags: 'tags',
  keywords: 'tags'
}

/** Reads title, byline, publisher, dates and address off the lines of a plain text, its file's name and its file's time. */
export function readTextHeader(lines: readonly Line[], input: ImportInput): TextHeader {
  const labels = readLabels(lines)
  const labelled = labels.found.get('title')
  const title: Title =
    labelled === undefined ? findTitle(lines, labels.lines, input.fileName) : { found: labelled }
  const authors = labels.found.get('authors') ?? findByline(lines, title.index)
  const dates = findDates(lines, {
    value: title.found.value,
    ...(title.index !== undefined && { index: title.index })
  })
  const published = labels.found.get('published') ?? dates.published ?? dateInName(input.fileName)
  const publisher = labels.found.get('publisher') ?? title.site ?? outletAbove(lines)
  const url = labels.found.get('url') ?? findUrl(lines)
  const saved = labels.found.get('saved') ?? timeOfFile(input)
  const tags = labels.found.get('tags')
  const names = authors === undefined ? [] : tidyByline(authors.value)
  const metadata: Metadata = {
    title: title.found,
    ...(authors !== undefined &&
      names.length > 0 && { authors: { value: names, from: authors.from } }),
    ...(publisher !== undefined && { publisher }),
    ...(published !== undefined && { published }),
    ...(dates.modified !== undefined && { modified: dates.modified }),
    ...(saved !== undefined && { saved }),
    ...(url !== undefined && { url }),
    ...(tags !== undefined && {
      tags: { value: tags.value.split(/\s{0,9},\s{0,9}/), from: tags.from }
    })
  }
  return {
    metadata,
    labelLines: labels.lines,
    ...(title.index !== undefined && { titleLine: title.index })
  }
}

/** A first line of nothing but an outlet is the site's; agencies sign there too. */
function outletAbove(lines: readonly Line[]): Found<string> | undefined {
  const name = (lines[0]?.text ?? '').slice(0, 80)
  const actor = actorRegistry().exact(name)
  return actor?.type === 'media' || actor?.type === 'state-media'
    ? { value: name, from: 'text' }
    : undefined
}

interface Labels {
  readonly found: ReadonlyMap<Label, Found<string>>
  readonly lines: ReadonlySet<number>
}

/** "Source: The Tidewater Post" and the like, at the head only and at least two of them, so that no sentence is meant. */
function readLabels(lines: readonly Line[]): Labels {
  const found = new Map<Label, Found<string>>()
  const indices = new Set<number>()
  for (const [i, line] of lines.slice(0, HEAD_LINES).entries()) {
    const match =
      /^[*_#\s]{0,4}(\p{L}[\p{L} ]{1,20}?)[*_]{0,2}\s{0,2}:[*_]{0,2}\s{1,8}(\S.{0,400})$/u.exec(
        line.text
      )
    const label = match === null ? undefined : LABELS[fold(match[1] ?? '')]
    if (match === null || label === undefined || found.has(label)) continue
    const value = valueOf(label, squeeze(match[2] ?? ''))
    if (value === undefined) continue
    found.set(label, { value, from: 'header' })
    indices.add(i)
  }
  return indices.size >= 2 || found.has('url')
    ? { found, lines: indices }
    : { found: new Map(), lines: new Set() }
}

function valueOf(label: Label, raw: string): string | undefined {
  if (label === 'published' || label === 'saved') return readDate(raw)
  if (label === 'url') return /^https?:\/\/\S+$/i.test(raw) ? raw : undefined
  return raw === '' ? undefined : raw
}

function dateInName(fileName: string): Found<string> | undefined {
  const match = /(?<!\d)((?:19|20)\d{2})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/.exec(fileName)
  const date =
    match === null ? undefined : readDate(`${match[1] ?? ''}-${match[2] ?? ''}-${match[3] ?? ''}`)
  return date === undefined ? undefined : { value: date, from: 'file name' }
}

function findUrl(lines: readonly Line[]): Found<string> | undefined {
  const places = [...lines.slice(0, HEAD_LINES), ...lines.slice(HEAD_LINES).slice(-FOOT_LINES)]
  for (const { text } of places) {
    const url = /^(?:<|\()?(https?:\/\/[^\s<>()]{4,2000})(?:>|\))?$/i.exec(text)?.[1]
    if (url !== undefined) return { value: url, from: 'text' }
  }
  return undefined
}

function timeOfFile(input: ImportInput): Found<string> | undefined {
  return input.modified === undefined
    ? undefined
    : { value: input.modified, from: 'file time' satisfies Provenance }
}
