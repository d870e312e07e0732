import type { Found, Metadata, Provenance } from '../core/article/article'
import { readDate } from '../core/article/dates'
import { squeeze, tidyByline, tidyTitle } from '../core/article/metadata'
import { readLinked, unescapeHtml, type Linked } from './html-jsonld'
import { attribute, descendants, rawText, textOf, type Element, type Page } from './html-tree'

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
}

/**
 * Returns what a page says of its article, each value with where it was found: JSON-LD, meta tags, microdata, bylines and times
 * on the page, in this order. The title comes at last from the file name.
 */
export function readMetadata(page: Page, origin: PageOrigin): PageMetadata {
  const facts = collectFacts(page)
  const linked = readLinked(page)
  const publisher = publisherOf(linked, facts)
  const url = urlOf(linked, facts, origin)
  const language = languageOf(linked, facts)
  const authors = authorsOf(linked, facts, publisher?.value)
  const published = dateOf(linked.published, facts, PUBLISHED, 'published')
  const modified = dateOf(linked.modified, facts, MODIFIED, 'modified')
  const description = oneOf(linked.description, facts, [
    'og:description',
    'description',
    'dc.description'
  ])
  const saved = savedOf(origin)
  const tags = tagsOf(linked, facts)
  const metadata: Metadata = {
    title: titleOf(linked, facts, origin, publisher?.value),
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
  return { metadata, ...(linked.body !== undefined && { body: linked.body }) }
}

/** What stands on a page in places that tell of metadata. */
interface Facts {
  /** Meta tags by lower-case name, values in order. */
  readonly meta: ReadonlyMap<string, readonly string[]>
  readonly pageTitle: string
  readonly headings: readonly string[]
  readonly canonical: string
  readonly language: string
  /** Values of `itemprop` outside of comments, by name. */
  readonly itemprops: ReadonlyMap<string, readonly string[]>
  /** `datetime` of time elements with their own text. */
  readonly times: readonly { readonly value: string; readonly hint: string }[]
  readonly bylines: readonly string[]
}

function collectFacts(page: Page): Facts {
  const meta = new Map<string, string[]>()
  const itemprops = new Map<string, string[]>()
  const headings: string[] = []
  const times: { value: string; hint: string }[] = []
  const bylines: string[] = []
  let pageTitle = ''
  let canonical = ''
  let language = ''
  const add = (map: Map<string, string[]>, key: string, value: string) => {
    if (value !== '') map.set(key, [...(map.get(key) ?? []), unescapeHtml(value)])
  }
  for (const element of descendants(page.root, (one) => !isComment(one) && one.tag !== 'svg')) {
    const { tag } = element
    if (tag === 'html') language ||= attribute(element, 'lang') || attribute(element, 'xml:lang')
    else if (tag === 'title') pageTitle ||= squeeze(rawText(element))
    else if (tag === 'h1') headings.push(squeeze(textOf(element)))
    else if (tag === 'time') times.push(timeOf(element))
    else if (tag === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(attribute(element, 'rel')))
      canonical ||= attribute(element, 'href')
    else if (tag === 'meta') {
      const name =
        attribute(element, 'property') ||
        attribute(element, 'name') ||
        attribute(element, 'http-equiv')
      add(meta, name.toLowerCase(), attribute(element, 'content'))
    }
    const itemprop = attribute(element, 'itemprop').toLowerCase()
    if (itemprop !== '')
      for (const name of itemprop.split(/\s+/)) add(itemprops, name, itemValue(element))
    if (isByline(element)) bylines.push(squeeze(textOf(element)))
  }
  return {
    meta,
    pageTitle,
    headings: headings.filter((one) => one !== ''),
    canonical,
    language,
    itemprops,
    times,
    bylines
  }
}

function isComment(element: Element): boolean {
  return (
    /(?:^|[\s_-])(?:comments?|comment-?list|disqus|related|recommend\w*|sidebar)(?:[\s_-]|$)/i.test(
      `${attribute(element, 'class')} ${attribute(element, 'id')}`.slice(0, 300)
    ) &&
    element.tag !== 'body' &&
    element.tag !== 'html'
  )
}

function timeOf(element: Element): { value: string; hint: string } {
  const hint = `${attribute(element, 'class')} ${attribute(element, 'itemprop')} ${attribute(element.parent ?? element, 'class')}`
  return {
    value: attribute(element, 'datetime') || squeeze(textOf(element)),
    hint: hint.toLowerCase()
  }
}

function itemValue(element: Element): string {
  const given = attribute(element, 'content') || attribute(element, 'datetime')
  if (given !== '') return given
  const name = [...descendants(element)].find(
    (one) => attribute(one, 'itemprop').toLowerCase() === 'name'
  )
  const text = name === undefined ? textOf(element) : attribute(name, 'content') || textOf(name)
  return squeeze(text).slice(0, 500)
}

const BYLINE_NAMES =
  /(?:^|[\s_-])(?:by-?line|authors?|autor(?:en)?|article-?author|post-?author|author-?name|byline-?name|writer|contributors?|reporter)(?:[\s_-]|$)/i

function isByline(element: Element): boolean {
  if (attribute(element, 'rel').toLowerCase() === 'author') return true
  const names = `${attribute(element, 'class')} ${attribute(element, 'id')} ${attribute(element, 'data-testid')}`
  return BYLINE_NAMES.test(names.slice(0, 300)) && element.tag !== 'body'
}

function found<T>(value: T, from: Provenance): Found<T> {
  return { value, from }
}

function firstMeta(facts: Facts, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = facts.meta.get(name)?.find((one) => one.trim() !== '')
    if (value !== undefined) return squeeze(value)
  }
  return undefined
}

function oneOf(
  linked: string | undefined,
  facts: Facts,
  names: readonly string[]
): Found<string> | undefined {
  const meta = firstMeta(facts, names)
  if (meta !== undefined) return found(meta, 'meta')
  return linked === undefined ? undefined : found(squeeze(linked), 'JSON-LD')
}

const TITLE_META = [
  'og:title',
  'twitter:title',
  'dc.title',
  'dcterms.title',
  'parsely-title',
  'sailthru.title',
  'title',
  'headline'
]

function titleOf(
  linked: Linked,
  facts: Facts,
  origin: PageOrigin,
  publisher: string | undefined
): Found<string> {
  const sites = [
    publisher ?? '',
    firstMeta(facts, ['og:site_name', 'application-name']) ?? '',
    hostOf(origin.url ?? facts.canonical)
  ]
  const meta = firstMeta(facts, TITLE_META)
  const choices: readonly (readonly [string | undefined, Provenance])[] = [
    [linked.title, 'JSON-LD'],
    [meta, 'meta'],
    [facts.headings.length === 1 ? facts.headings[0] : undefined, 'header'],
    [facts.pageTitle, 'meta'],
    [facts.headings[0], 'header']
  ]
  for (const [value, from] of choices) {
    const title = tidyTitle(value ?? '', sites)
    if (title !== '') return found(title, from)
  }
  return found(origin.fileName.replace(/\.[a-z0-9]{1,8}$/i, ''), 'file name')
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

const AUTHOR_META = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'byl',
  'article:author_name',
  'cxenseparse:author',
  'twitter:data1'
]

function authorsOf(
  linked: Linked,
  facts: Facts,
  publisher: string | undefined
): Found<readonly string[]> | undefined {
  const choices: readonly (readonly [readonly string[], Provenance])[] = [
    [linked.authors, 'JSON-LD'],
    ...AUTHOR_META.map((name) => [facts.meta.get(name) ?? [], 'meta'] as const),
    [facts.itemprops.get('author') ?? [], 'meta'],
    [facts.bylines.slice(0, 1), 'byline']
  ]
  let site: Found<readonly string[]> | undefined
  for (const [values, from] of choices) {
    const names = distinct(values.filter((value) => !/^https?:/.test(value)).flatMap(tidyByline))
    if (names.length === 0) continue
    if (names.every((name) => name === publisher)) site ??= found(names, from)
    else return found(names, from)
  }
  return site
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)]
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
  'last-modified'
]
const MODIFIED = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'lastmod'
]

function dateOf(
  linked: string | undefined,
  facts: Facts,
  names: readonly string[],
  kind: 'published' | 'modified'
): Found<string> | undefined {
  const fromLinked = readDate(linked ?? '')
  if (fromLinked !== undefined) return found(fromLinked, 'JSON-LD')
  for (const name of names) {
    const date = readDate(firstMeta(facts, [name]) ?? '')
    if (date !== undefined) return found(date, 'meta')
  }
  const item = facts.itemprops.get(kind === 'published' ? 'datepublished' : 'datemodified')
  const fromItem = readDate(item?.[0] ?? '')
  if (fromItem !== undefined) return found(fromItem, 'meta')
  return kind === 'published' ? visibleDate(facts) : undefined
}

function visibleDate(facts: Facts): Found<string> | undefined {
  const ranked = [
    ...facts.times.filter((time) => /publi|posted|entry-date|created/.test(time.hint)),
    ...facts.times.filter((time) => !/updat|modif/.test(time.hint))
  ]
  for (const time of ranked) {
    const date = readDate(time.value)
    if (date !== undefined) return found(date, 'byline')
  }
  return undefined
}

function savedOf(origin: PageOrigin): Found<string> | undefined {
  if (origin.saved !== undefined) return found(origin.saved, 'header')
  return origin.modified === undefined ? undefined : found(origin.modified, 'file time')
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
