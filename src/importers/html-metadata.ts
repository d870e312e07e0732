import type { Found, Metadata } from '../core/article/article'
import { readDate } from '../core/article/dates'
import { squeeze } from '../core/article/metadata'
import { authorsOf } from './html-authors'
import { collectFacts, distinct, firstMeta, found, type Facts } from './html-facts'
import { readLinked, type Linked } from './html-jsonld'
import type { Page } from './html-tree'
import { titleOf } from './html-title'

/** What a page's file and container tell about it. */
export interface PageOrigin {
  readonly fileName: string
  readonly modified?: string
  readonly url?: string
  readonly saved?: string
}

/** Metadata of a page with the article's text as the page gives it to machines, if it does. */
export interface PageMetadata {
  readonly metadata: Metadata
  readonly body?: string
  /** What each kind of metadata gives as the description. */
  readonly descriptions: readonly string[]
  /** Names by which the site calls itself. */
  readonly sites: readonly string[]
  /** The page calls itself a live blog. */
  readonly live?: boolean
}

/**
 * Returns what a page says of its article, each value with where it was found: JSON-LD, meta tags, microdata, bylines and times
 * on the page, in this order. The title comes at last from the file name.
 */
export function readMetadata(page: Page, origin: PageOrigin): PageMetadata {
  const facts = collectFacts(page)
  const linked = readLinked(page, {
    url: facts.canonical,
    titles: [...facts.headings, ...(facts.meta.get('og:title') ?? []), facts.pageTitle]
  })
  const publisher = publisherOf(linked, facts)
  const url = urlOf(linked, facts, origin)
  const language = languageOf(linked, facts)
  const names = sites(facts, publisher?.value, url?.value)
  const authors = authorsOf(linked, facts, names)
  const dayFirst = readsDayFirst(language?.value)
  const read = (text: string) => readDate(text, dayFirst)
  const published = dateOf(linked.published, facts, { names: PUBLISHED, kind: 'published', read })
  const modified = dateOf(linked.modified, facts, { names: MODIFIED, kind: 'modified', read })
  const description = oneOf(linked.description, facts, DESCRIPTIONS)
  const saved = savedOf(origin)
  const tags = tagsOf(linked, facts)
  const metadata: Metadata = {
    title: titleOf(linked, facts, { fileName: origin.fileName, sites: names }),
    ...(authors !== undefined && { authors }),
    ...(publisher !== undefined && { publisher }),
    ...(published !== undefined && { published }),
    ...(modified !== undefined && { modified }),
    ...(saved !== undefined && { saved }),
    ...(url !== undefined && { url }),
    ...(language !== undefined && { language }),
    ...(description !== undefined && { description }),
    ...(tags !== undefined && { tags })
  }
  return {
    metadata,
    sites: names,
    descriptions: [
      ...(linked.description === undefined ? [] : [linked.description]),
      ...DESCRIPTIONS.flatMap((name) => facts.meta.get(name) ?? [])
    ],
    ...(linked.body !== undefined && { body: linked.body }),
    ...(linked.live === true && { live: true })
  }
}

const DESCRIPTIONS = ['og:description', 'description', 'dc.description', 'twitter:description']

function oneOf(
  linked: string | undefined,
  facts: Facts,
  names: readonly string[]
): Found<string> | undefined {
  const meta = firstMeta(facts, names)
  if (meta !== undefined) return found(meta, 'meta')
  return linked === undefined ? undefined : found(squeeze(linked), 'JSON-LD')
}

function hostOf(url: string): string {
  return /^https?:\/\/([^/:?#]{1,253})/i.exec(url)?.[1] ?? ''
}

function publisherOf(linked: Linked, facts: Facts): Found<string> | undefined {
  const meta = firstMeta(facts, ['og:site_name', 'application-name', 'dc.publisher', 'copyright'])
  if (linked.publisher !== undefined) return found(linked.publisher, 'JSON-LD')
  return meta === undefined ? undefined : found(meta, 'meta')
}

function urlOf(linked: Linked, facts: Facts, origin: PageOrigin): Found<string> | undefined {
  const web = (url: string | undefined) =>
    url !== undefined && /^https?:\/\/[^\s]+$/i.test(url) ? url : undefined
  const canonical = web(facts.canonical) ?? web(firstMeta(facts, ['og:url', 'twitter:url']))
  if (canonical !== undefined) return found(canonical, 'meta')
  if (web(linked.url) !== undefined) return found(linked.url ?? '', 'JSON-LD')
  return origin.url === undefined ? undefined : found(origin.url, 'header')
}

function languageOf(linked: Linked, facts: Facts): Found<string> | undefined {
  const raw =
    facts.language ||
    firstMeta(facts, ['content-language', 'og:locale', 'dc.language', 'language']) ||
    linked.language
  const tag = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,2}/i.exec(raw ?? '')?.[0]
  return tag === undefined ? undefined : found(tag.replaceAll('_', '-'), 'meta')
}

const PUBLISHED = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.date',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publish-date',
  'publishdate',
  'publication_date',
  'article.published',
  'cxenseparse:recs:publishtime',
  'article:published',
  'displaydate',
  'og:pubdate',
  'citation_publication_date',
  'citation_online_date',
  'citation_date',
  'prism.publicationdate',
  'created'
]
/** Names of meta tags that say when something was published, in whatever spelling: `bt:pubDate`, `article-publication-date`. */
const SAYS_PUBLISHED =
  /publi(?:sh(?:ed)?|cation)[\s_.:-]?(?:date|time|on|at)|pub[_-]?date|(?:^|[_.:-])(?:date)?[_.:-]?issued$|(?:post|release|create)[_-]?(?:time|date|at)$|date[_.:-]?(?:published|created|original)/
const MODIFIED = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'lastmod'
]

interface DateSearch {
  readonly names: readonly string[]
  readonly kind: 'published' | 'modified'
  readonly read: (text: string) => string | undefined
}

function dateOf(
  linked: string | undefined,
  facts: Facts,
  { names, kind, read }: DateSearch
): Found<string> | undefined {
  const fromLinked = read(linked ?? '')
  if (fromLinked !== undefined) return found(fromLinked, 'JSON-LD')
  const item = facts.itemprops.get(kind === 'published' ? 'datepublished' : 'datemodified')
  const others = kind === 'published' ? [...facts.meta.keys()].filter(saysPublished) : []
  const told = [...names, ...others].map((name) => firstMeta(facts, [name]))
  for (const value of [...told, item?.[0]]) {
    const date = read(value ?? '')
    if (date !== undefined) return found(date, 'meta')
  }
  if (kind === 'modified') return undefined
  const changed = read(firstMeta(facts, ['last-modified']) ?? '')
  return (
    visibleDate(facts, read) ??
    dateInAddress(facts, read) ??
    (changed === undefined ? undefined : found(changed, 'meta'))
  )
}

function saysPublished(name: string): boolean {
  return SAYS_PUBLISHED.test(name) && !/modif|updat|expir/.test(name)
}

/** Days in the path of an address: `/2024/03/04/`, `/2024-03-04-`, or at the head of a number. */
const DAY_IN_PATH =
  /[/_-](20\d{2})([/-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?:[/_-]|(?<=[/_-]\d{8})\d{0,12}(?:[/_.-]|$))/

function dateInAddress(facts: Facts, read: DateSearch['read']): Found<string> | undefined {
  const address = facts.canonical || (firstMeta(facts, ['og:url']) ?? '')
  const [, year = '', , month = '', day = ''] = DAY_IN_PATH.exec(address.slice(0, 400)) ?? []
  const date = read(`${year}-${month}-${day}`)
  return date === undefined ? undefined : found(date, 'guess')
}

/** Pages in American English write the month first, and so do those that name no language. */
function readsDayFirst(language: string | undefined): boolean {
  return language !== undefined && !/^en(?:-us)?$/i.test(language)
}

function visibleDate(facts: Facts, read: DateSearch['read']): Found<string> | undefined {
  const ranked = [
    ...facts.times.filter((time) => /publi|posted|entry-date|created/.test(time.hint)),
    ...facts.times.filter((time) => !/updat|modif/.test(time.hint))
  ]
  const lines = [...facts.dates, ...facts.dateLines, ...facts.bylines.slice(0, 1), ...facts.byLines]
  for (const text of [...ranked.map((time) => time.value), ...lines]) {
    const date = read(text)
    if (date !== undefined) return found(date, 'byline')
  }
  return undefined
}

function savedOf(origin: PageOrigin): Found<string> | undefined {
  if (origin.saved !== undefined) return found(origin.saved, 'header')
  return origin.modified === undefined ? undefined : found(origin.modified, 'file time')
}

/** Names by which the site calls itself. */
function sites(facts: Facts, publisher: string | undefined, url: string | undefined): string[] {
  const names = [
    publisher,
    ...(facts.meta.get('og:site_name') ?? []),
    ...(facts.meta.get('application-name') ?? []),
    hostOf(url ?? '')
  ]
  return names.filter((name) => name !== undefined && name !== '').map(String)
}

function tagsOf(linked: Linked, facts: Facts): Found<readonly string[]> | undefined {
  const meta = [
    ...(facts.meta.get('article:tag') ?? []),
    ...(facts.meta.get('keywords') ?? []).flatMap((list) => list.split(','))
  ]
  const tags = distinct(
    (meta.length > 0 ? meta : linked.tags).map(squeeze).filter((tag) => tag !== '')
  ).slice(0, 50)
  return tags.length === 0 ? undefined : found(tags, meta.length > 0 ? 'meta' : 'JSON-LD')
}
