import type { Found, Metadata } from '../core/article/article'
import { readDate } from '../core/article/dates'
import { squeeze, tidyByline } from '../core/article/metadata'
import { parse as parseToml } from 'smol-toml'
import { parseDocument } from 'yaml'
import type { Problem } from './importer'

/** A Markdown text parted from its front matter. */
export interface FrontMatter {
  /** What the known keys say; empty when there is no front matter or it can't be read. */
  readonly metadata: Partial<Metadata>
  /** The text after the front matter. */
  readonly body: string
  readonly problems: readonly Problem[]
}

/** Code units of front matter that are read; longer blocks are hostile or none (parsers are slow on crafted ones). */
export const MAX_FRONT_MATTER = 16_384
/** Aliases that a YAML document may use; each may multiply what it names. */
const MAX_ALIASES = 50

type Values = ReadonlyMap<string, unknown>

/**
 * Parts YAML (`---`) or TOML (`+++`) front matter from a text and reads the keys that clippers write: Obsidian Web Clipper, Omnivore,
 * Readwise and the common ones. Never executes anything, never throws; what can't be read is the problem `bad-front-matter`.
 */
export function readFrontMatter(text: string): FrontMatter {
  const fenced = splitFence(text)
  if (fenced === undefined) return { metadata: {}, body: text, problems: [] }
  const { source, body, kind } = fenced
  if (source.length > MAX_FRONT_MATTER) return { metadata: {}, body, problems: [bad('too long')] }
  const values = kind === 'yaml' ? readYaml(source) : readToml(source)
  if (values === undefined)
    return { metadata: pick(readPlainly(source)), body, problems: [bad(`not valid ${kind}`)] }
  return { metadata: pick(values), body, problems: [] }
}

function bad(detail: string): Problem {
  return { severity: 'warning', code: 'bad-front-matter', where: '', detail }
}

interface Fenced {
  readonly kind: 'yaml' | 'toml'
  readonly source: string
  readonly body: string
}

/** Finds the fences line by line. A first fence with a language (`---js`) opens nothing that we would read. */
function splitFence(text: string): Fenced | undefined {
  const open = /^(---|\+\+\+)[ \t]*(?:\r?\n|\r)/.exec(text)
  if (open === null) return undefined
  const kind = open[1] === '---' ? 'yaml' : 'toml'
  const ends = kind === 'yaml' ? ['---', '...'] : ['+++']
  const start = open[0].length
  for (let at = start; at < text.length && at <= start + MAX_FRONT_MATTER * 2;) {
    const next = nextLine(text, at)
    if (ends.includes(text.slice(at, next).trimEnd()))
      return { kind, source: text.slice(start, at), body: text.slice(next) }
    at = next
  }
  return undefined
}

function nextLine(text: string, at: number): number {
  const feed = text.indexOf('\n', at)
  return feed < 0 ? text.length : feed + 1
}

/** A comment needs a space before it (YAML 1.2.2, 6.6). The parser lets it pass after `>` and `|`, and the line is lost. */
const GLUED_COMMENT = /^[^#\n]{0,200}:[ \t]{1,40}[|>][-+1-9]{0,2}#/m

function readYaml(source: string): Values | undefined {
  if (GLUED_COMMENT.test(source)) return undefined
  try {
    const document = parseDocument(source, { uniqueKeys: false, logLevel: 'silent', strict: false })
    if (document.errors.length > 0) return undefined
    const value: unknown = document.toJS({ mapAsMap: true, maxAliasCount: MAX_ALIASES })
    return value instanceof Map ? byKey(value.entries()) : value === null ? new Map() : undefined
  } catch {
    return undefined // too many aliases, or nested too deeply: the caller reports it
  }
}

function readToml(source: string): Values | undefined {
  try {
    return byKey(Object.entries(parseToml(source)))
  } catch {
    return undefined // not TOML: the caller reports it
  }
}

/** Lines of `key: value` alone, for front matter that is almost YAML ("title: Harbour: the talks"). */
function readPlainly(source: string): Values {
  const values = new Map<string, unknown>()
  for (const line of source.split(/\r?\n/)) {
    const match = /^([A-Za-z][\w -]{0,40}?)\s{0,4}[:=]\s{1,8}(\S.{0,1000})$/.exec(line)
    if (match?.[1] !== undefined)
      values.set(keyOf(match[1]), match[2]?.replace(/^[["']{1,4}|[\]"'\s]{1,4}$/g, ''))
  }
  return values
}

function byKey(entries: Iterable<readonly [unknown, unknown]>): Values {
  const values = new Map<string, unknown>()
  for (const [key, value] of entries) if (typeof key === 'string') values.set(keyOf(key), value)
  return values
}

/** `date_published`, `datePublished`, `Date Published` are one key. */
function keyOf(key: string): string {
  return key.toLowerCase().replace(/[^a-z0-9]+/g, '')
}

const KEYS = {
  title: ['title', 'fulltitle', 'headline', 'name'],
  authors: ['author', 'authors', 'creator', 'byline', 'by', 'writer'],
  publisher: [
    'publisher',
    'site',
    'sitename',
    'publication',
    'website',
    'outlet',
    'source',
    'domain'
  ],
  published: [
    'published',
    'datepublished',
    'publisheddate',
    'publishedat',
    'publisheddatetime',
    'publishdate',
    'pubdate',
    'date',
    'published_time'
  ],
  modified: ['modified', 'updated', 'datemodified', 'lastmod', 'updatedat'],
  saved: [
    'saved',
    'datesaved',
    'savedat',
    'created',
    'clipped',
    'dateclipped',
    'dateadded',
    'added',
    'capturedat',
    'accessed',
    'archived',
    'datecreated'
  ],
  url: [
    'url',
    'link',
    'source',
    'originalurl',
    'sourceurl',
    'permalink',
    'original',
    'canonical',
    'canonicalurl',
    'href',
    'uri'
  ],
  language: ['language', 'lang'],
  description: ['description', 'summary', 'excerpt', 'subtitle', 'abstract'],
  tags: ['tags', 'labels', 'keywords', 'categories', 'topics', 'tag']
} as const satisfies Partial<Record<keyof Metadata, readonly string[]>>

function pick(values: Values): Partial<Metadata> {
  const title = first(values, KEYS.title, (text) => text)
  const url = first(values, KEYS.url, webAddress)
  const publisher = first(values, KEYS.publisher, (text) =>
    webAddress(text) === undefined ? text : undefined
  )
  const published = first(values, KEYS.published, readDate)
  const modified = first(values, KEYS.modified, readDate)
  const saved = first(values, KEYS.saved, readDate)
  const language = first(values, KEYS.language, (text) =>
    /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,2}$/i.exec(text)?.[0].replaceAll('_', '-')
  )
  const description = first(values, KEYS.description, (text) => text)
  const authors = list(values, KEYS.authors).flatMap(tidyByline)
  const tags = list(values, KEYS.tags)
    .flatMap((tag) => tag.split(/\s{0,9},\s{0,9}/))
    .map((tag) => tag.replace(/^#/, ''))
  return {
    ...(title !== undefined && { title }),
    ...(authors.length > 0 && { authors: told([...new Set(authors)]) }),
    ...(publisher !== undefined && { publisher }),
    ...(published !== undefined && { published }),
    ...(modified !== undefined && { modified }),
    ...(saved !== undefined && { saved }),
    ...(url !== undefined && { url }),
    ...(language !== undefined && { language }),
    ...(description !== undefined && { description }),
    ...(tags.length > 0 && { tags: told(tags.slice(0, 100)) })
  }
}

function told<T>(value: T): Found<T> {
  return { value, from: 'front matter' }
}

function webAddress(text: string): string | undefined {
  return /^https?:\/\/\S{1,4000}$/i.test(text) ? text : undefined
}

function first(
  values: Values,
  keys: readonly string[],
  read: (text: string) => string | undefined
): Found<string> | undefined {
  for (const text of list(values, keys)) {
    const value = read(text)
    if (value !== undefined) return told(value)
  }
  return undefined
}

/** All texts under the first keys that have any, in order of the keys; lists are opened, links lose their marks. */
function list(values: Values, keys: readonly string[]): string[] {
  return keys.flatMap((key) => texts(values.get(key)))
}

function texts(value: unknown): string[] {
  if (Array.isArray(value))
    return value.slice(0, 100).flatMap((one: unknown) => (Array.isArray(one) ? [] : texts(one)))
  if (typeof value === 'number') return [String(value)]
  // TOML has dates of its own; they print as ISO 8601.
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? [] : [value.toISOString()]
  if (value instanceof Map) return texts(value.get('name'))
  if (typeof value !== 'string') return []
  const plain = squeeze(plainLinks(value.slice(0, 4_000)))
  return plain === '' ? [] : [plain]
}

/** `[[Ada Marsh|Marsh]]` → Marsh, `[Ada Marsh](https://…)` → Ada Marsh. */
export function plainLinks(text: string): string {
  return text
    .replace(
      /!?\[\[([^[\]|]{1,300})(?:\|([^[\]]{1,300}))?\]\]/g,
      (_, target: string, label?: string) => label ?? target
    )
    .replace(/\[([^[\]]{1,300})\]\(https?:[^()\s]{1,2000}\)/g, '$1')
}
