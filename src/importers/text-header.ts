import type { Found, Metadata, Provenance } from '../core/article/article'
import { isBareCredit } from '../core/article/captions'
import { readDate } from '../core/article/dates'
import { isProse, lineRule } from '../core/article/furniture'
import { squeeze, tidyByline } from '../core/article/metadata'
import { fold } from '../core/text/fold'
import { isOutlet } from '../core/claims/actors/registry'
import { sentences } from '../core/text/segment'
import type { ImportInput } from './importer'
import type { Line } from './text-lines'

/** What the head of a text tells of it, and which lines told it. */
export interface TextHeader {
  readonly metadata: Metadata
  /** Index of the title among the lines, if it stands there. */
  readonly titleLine?: number
  /** Lines such as "Source: The Tidewater Post", which say nothing else. */
  readonly labelLines: ReadonlySet<number>
}

/** Lines of the head in which bylines, dates and labels are looked for. */
const HEAD_LINES = 14
/** Words of a title at most. */
const MAX_TITLE_WORDS = 32
/** Words of a sentence that stands for a missing title, and of a longer one's beginning. */
const MIN_GUESS_WORDS = 4
const MAX_GUESS_WORDS = 25
const CUT_WORDS = 12

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
  const title = findTitle(lines, labels, input)
  const authors = labels.found.get('authors') ?? findByline(lines)
  const published =
    labels.found.get('published') ?? findDate(lines, title.index) ?? dateInName(input.fileName)
  const url = labels.found.get('url') ?? findUrl(lines)
  const publisher = labels.found.get('publisher') ?? title.site
  const saved = labels.found.get('saved') ?? timeOfFile(input)
  const tags = labels.found.get('tags')
  const names = authors === undefined ? [] : tidyByline(authors.value)
  const metadata: Metadata = {
    title: title.found,
    ...(authors !== undefined &&
      names.length > 0 && { authors: { value: names, from: authors.from } }),
    ...(publisher !== undefined && { publisher }),
    ...(published !== undefined && { published }),
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

interface Title {
  readonly found: Found<string>
  readonly index?: number
  readonly site?: Found<string>
}

function findTitle(lines: readonly Line[], labels: Labels, input: ImportInput): Title {
  const labelled = labels.found.get('title')
  if (labelled !== undefined) return { found: labelled }
  const windowTitle = readWindowTitle(lines)
  if (windowTitle !== undefined) return windowTitle
  const prose = lines
    .slice(0, HEAD_LINES)
    .findIndex((line) => isProse(line.text) && /[.!?]["”’)]{0,2}$/.test(line.text))
  const head = lines.slice(0, HEAD_LINES)
  const candidates = [...head.keys()].filter((i) => {
    const { text } = head[i] ?? { text: '' }
    return !labels.lines.has(i) && isTitleLike(text) && !isOutlet(text)
  })
  const index =
    candidates.find((i) => !isAboveTitle(head[i]?.text ?? '', head[i + 1]?.text ?? '')) ??
    candidates[0] ??
    -1
  // What stands below the first running text is a sub-heading.
  const late = prose >= 0 && prose < index
  const line = index < 0 || late ? undefined : lines[index]
  if (line === undefined) return { found: guessTitle(lines, input.fileName) }
  const whole = wholeTitle(lines, index, line.text)
  return whole ?? { found: { value: line.text, from: 'text' }, index }
}

/**
 * "Harbour talks go on - The Tidewater Post": the first line of a saved page is its window title when it ends with a name that
 * stands elsewhere in the text. The title is the line that it repeats, or its own first part.
 */
function readWindowTitle(lines: readonly Line[]): Title | undefined {
  const first = (lines[0]?.text ?? '').slice(0, MAX_HEAD_LINE + 1)
  const parts = first.split(/\s{1,9}[|–—-]\s{1,9}/u)
  const site = siteName(parts.at(-1) ?? '')
  const titles = parts.slice(0, -1)
  // A title that holds a dash is repeated with all its parts.
  const again = lines.slice(1, TITLE_REACH).findIndex(({ text }) => text === first)
  if (titles.length > 0 && again >= 0 && first.length <= MAX_HEAD_LINE)
    return { found: { value: first, from: 'text' }, index: again + 1 }
  if (
    titles.length === 0 ||
    first.length > MAX_HEAD_LINE ||
    site.length < 3 ||
    site.split(/\s+/).length > 6
  )
    return undefined
  const longest = titles.reduce((a, b) => (b.length > a.length ? b : a))
  if (longest.split(/\s+/).length < 3) return undefined
  const named = lines.slice(1).some((line) => line.text.includes(site))
  const index = lines.findIndex((line, i) => i > 0 && i < TITLE_REACH && line.text === longest)
  if (!named && index < 0) return undefined
  return {
    found: { value: longest, from: 'text' },
    index: index < 0 ? 0 : index,
    site: { value: site, from: 'text' }
  }
}

/** Code units from which a line is no title, byline or date; judged before any pattern sees it. */
const MAX_HEAD_LINE = 300

function isTitleLike(text: string): boolean {
  if (text.length > MAX_HEAD_LINE) return false
  const words = text.split(/\s+/).length
  const bare = text.replace(/(?:\.\.\.|…)$/, '')
  if (words > MAX_TITLE_WORDS || /[.,;:]$|[.,]['"”’]{1,2}$/.test(bare)) return false
  if (lineRule(text) !== undefined || readDate(text) !== undefined) return false
  return (
    words >= 2 &&
    /\p{L}{2}/u.test(text) &&
    !/^(?:by|von|par|https?:)\s?/i.test(text) &&
    !NAMES_ONLY.test(text) &&
    !isBareCredit(text) &&
    !/\/\s?(?:AFP|AP|EPA|Reuters|Getty(?: Images)?)$/i.test(text) &&
    // The length of a film: a link to it.
    !/\s\d{1,2}:\d{2}$/.test(text)
  )
}

/** "Orla Venn, Ivo Drass and Ida Holm": a byline without "By". */
const NAMES_ONLY =
  /^\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}.’'-]*){1,3}(?:,\s\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}.’'-]*){1,3}){1,8},?\s(?:and|&)\s\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}.’'-]*){1,3}$/u
/** Words of a label above a title at most. */
const MAX_LABEL_WORDS = 3

/** Says whether a line may name a section or a box of the page rather than the report: it is short and says so by its form. */
function isAboveTitle(text: string, next: string): boolean {
  if (text.split(/\s+/).length > MAX_LABEL_WORDS) return false
  return /^[-–—_=*•·\s]{3,}$/u.test(next) || text === text.toUpperCase()
}

/** Lines in which a title is looked for again; menus of saved pages stand between. */
const TITLE_REACH = 120

/**
 * A first line that another line repeats in part is a window title, cut by a site ("… visit North...") or glued to a breadcrumb: the
 * other line is the title, and what the window title has more is the publisher.
 */
function wholeTitle(lines: readonly Line[], index: number, first: string): Title | undefined {
  const bare = first.replace(/\s{0,9}(?:\.\.\.|…)$/, '')
  for (let i = index + 1; i < Math.min(lines.length, index + TITLE_REACH); i++) {
    const text = lines[i]?.text ?? ''
    if (text.length > MAX_HEAD_LINE || text.split(/\s+/).length < 3) continue
    const isCut = bare !== first && text.startsWith(bare)
    if (isCut || echoes(bare, text, bare !== first))
      return { found: { value: text, from: 'text' }, index: i }
    const rest =
      text.length < first.length && first.startsWith(text) ? first.slice(text.length) : ''
    const site = /^\s{1,9}[|–—·-]\s{1,9}(.{2,60})$/u.exec(rest)?.[1]
    if (site !== undefined)
      return {
        found: { value: text, from: 'text' },
        index: i,
        site: { value: siteName(site), from: 'text' }
      }
  }
  return undefined
}

/** "Ukraine news - #Mezha" → Mezha: the last piece is the site. */
function siteName(rest: string): string {
  return (rest.split(/\s{1,9}[|–—·-]\s{1,9}/u).at(-1) ?? rest).replace(/^#/, '')
}

/**
 * "HomeNewsHarbour talks go on" ends with the beginning of "Harbour talks go on as crews wait". A line that is not cut must end with
 * the whole title, glued to a letter: "Live: Harbour talks go on" has words of its own.
 */
function echoes(line: string, title: string, isCut: boolean): boolean {
  const at = line.indexOf(title.slice(0, 20))
  if (at <= 0 || !title.startsWith(line.slice(at))) return false
  return isCut || (line.endsWith(title) && /\p{Ll}$/u.test(line.slice(0, at)))
}

/** "BEIRUT, Oct 17 (Reuters) - ": where, when and by whom a report was sent. */
const DATELINE =
  /^\p{Lu}[\p{Lu}\p{M} .,’'-]{2,40}(?:,\s\p{L}{3,9}\.?\s\d{1,2}(?:,\s\d{4})?)?\s?(?:\(\p{Lu}[\p{L} ]{1,24}\)\s?[-–—]{1,2}|[–—]|--)\s/u

function guessTitle(lines: readonly Line[], fileName: string): Found<string> {
  const lead = lines.slice(0, HEAD_LINES).find(({ text }) => isProse(text)) ?? lines[0]
  const text = lead?.text.slice(0, 1_000).replace(DATELINE, '') ?? ''
  const [first] = sentences(text)
  const sentence = first === undefined ? '' : text.slice(first.start, first.end)
  const words = sentence.split(/\s+/)
  if (words.length >= MIN_GUESS_WORDS && words.length <= MAX_GUESS_WORDS)
    return { value: sentence, from: 'guess' }
  const named = titleOfFile(fileName)
  // Tools name files by numbers and hashes; the beginning of a long sentence says more.
  const telling = named.match(/\p{L}{3,}/gu)?.length ?? 0
  if (telling >= 2 || words.length < MIN_GUESS_WORDS) return { value: named, from: 'file name' }
  return { value: `${words.slice(0, CUT_WORDS).join(' ')}…`, from: 'guess' }
}

/** "2024-05-03_harbour-talks.txt" → "harbour talks". */
export function titleOfFile(fileName: string): string {
  const bare = fileName.replace(/\.[\p{L}\p{N}]{1,8}$/u, '')
  const tidy = squeeze(bare.replace(/^\d{4}-\d{2}-\d{2}[\s_-]+/, '').replace(/_+/g, ' '))
  const words = tidy.includes(' ') ? tidy : squeeze(tidy.replace(/-+/g, ' '))
  return words === '' ? fileName : words
}

function dateInName(fileName: string): Found<string> | undefined {
  const match = /(?<!\d)((?:19|20)\d{2})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/.exec(fileName)
  const date =
    match === null ? undefined : readDate(`${match[1] ?? ''}-${match[2] ?? ''}-${match[3] ?? ''}`)
  return date === undefined ? undefined : { value: date, from: 'file name' }
}

const BYLINE =
  /^(?:(?:written|reported|compiled|story|words|text)\s+)?by[:\s]\s?(\p{Lu}.{2,100})$/iu

/** Lines at the foot in which a byline is looked for. */
const FOOT_LINES = 6

function findByline(lines: readonly Line[]): Found<string> | undefined {
  const places = [...lines.slice(0, HEAD_LINES), ...lines.slice(HEAD_LINES).slice(-FOOT_LINES)]
  for (const { text } of places) {
    if (text.length > MAX_HEAD_LINE) continue
    const names = BYLINE.exec(text)?.[1]
    if (names === undefined || text.split(/\s+/).length > 16 || /[.!?]$/.test(text)) continue
    if (/^\p{Lu}/u.test(names) && tidyByline(names).some(isName))
      return { value: names, from: 'byline' }
  }
  return undefined
}

/** Says whether words look like a name: two to six of them or one, mostly with capitals. */
function isName(name: string): boolean {
  const words = name.split(/\s+/)
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length
  return words.length <= 6 && capitals >= Math.ceil(words.length / 2)
}

function findDate(
  lines: readonly Line[],
  titleLine: number | undefined
): Found<string> | undefined {
  const start = titleLine ?? 0
  const places = [...lines.slice(0, 3), ...lines.slice(start, start + HEAD_LINES)]
  for (const { text } of places) {
    if (text.length > MAX_HEAD_LINE) continue
    if (text.split(/\s+/).length > 14 || /^updated/i.test(text)) continue
    const date = readDate(text)
    if (date !== undefined) return { value: date, from: 'text' }
  }
  return undefined
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
