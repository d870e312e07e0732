import type { Found, Provenance } from '../core/article/article'
import { squeeze } from '../core/article/metadata'
import { unescapeHtml } from './html-jsonld'
import {
  attribute,
  descendants,
  rawText,
  textOf,
  type Child,
  type Element,
  type Page
} from './html-tree'

/** What stands on a page in places that tell of metadata. */
export interface Facts {
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
  /** Texts of places named as bylines, and of links to authors' pages, in order. */
  readonly bylines: readonly string[]
  readonly authorLinks: readonly string[]
  /** Short texts of places named as dates. */
  readonly dates: readonly string[]
  /** Short lines that open with "By" and the like, and with "Published" and the like. */
  readonly byLines: readonly string[]
  readonly dateLines: readonly string[]
}

/** Gathers them in one walk over the page; readers' comments and lists of other articles are left out. O(nodes). */
export function collectFacts(page: Page): Facts {
  const meta = new Map<string, string[]>()
  const itemprops = new Map<string, string[]>()
  const headings: string[] = []
  const times: { value: string; hint: string }[] = []
  const bylines: string[] = []
  const authorLinks: string[] = []
  const dates: string[] = []
  const byLines: string[] = []
  const dateLines: string[] = []
  let pageTitle = ''
  let canonical = ''
  let language = ''
  const add = (map: Map<string, string[]>, key: string, value: string) => {
    const list = map.get(key) ?? []
    if (value === '' || list.length >= MAX_VALUES) return
    list.push(unescapeHtml(value))
    map.set(key, list)
  }
  const keep = (list: string[], element: Element) => {
    if (list.length < MAX_VALUES) list.push(shortText(element))
  }
  for (const element of descendants(page.root, (one) => !isComment(one) && one.tag !== 'svg')) {
    const { tag } = element
    if (tag === 'html') language ||= attribute(element, 'lang') || attribute(element, 'xml:lang')
    else if (tag === 'title') pageTitle ||= squeeze(rawText(element))
    else if (tag === 'h1') keep(headings, element)
    else if (tag === 'time' && times.length < MAX_VALUES) times.push(timeOf(element))
    else if (tag === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(attribute(element, 'rel')))
      canonical ||= attribute(element, 'href')
    else if (tag === 'meta') {
      const name =
        attribute(element, 'property') ||
        attribute(element, 'name') ||
        attribute(element, 'http-equiv')
      add(meta, name.toLowerCase(), attribute(element, 'content'))
    }
    if (BY_TAGS.has(tag)) {
      const opening = byLines.length + dateLines.length < MAX_VALUES ? opensWith(element) : ''
      const text = opening === '' ? '' : shortText(element)
      if (opening === 'date' && text !== '') dateLines.push(text)
      if (opening === 'by' && BY_LINE.test(text)) byLines.push(text)
    }
    if (element.attributes.size === 0) continue
    const itemprop = attribute(element, 'itemprop').toLowerCase()
    if (itemprop !== '')
      for (const name of itemprop.split(/\s+/).slice(0, 5)) add(itemprops, name, itemValue(element))
    const names = namesOf(element)
    if (isByline(element, names) && bylines.length < MAX_VALUES) bylines.push(bylineOf(element))
    if (isAuthorLink(element)) keep(authorLinks, element)
    if (DATE_NAMES.test(names)) keep(dates, element)
  }
  return {
    meta,
    pageTitle,
    headings: headings.filter((one) => one !== ''),
    canonical,
    language,
    itemprops,
    times,
    bylines: bylines.filter((one) => one !== ''),
    authorLinks: authorLinks.filter((one) => one !== ''),
    dates: dates.filter((one) => one !== ''),
    byLines,
    dateLines
  }
}

/** Values kept of one kind; pages have a handful, hostile ones a hundred thousand. */
const MAX_VALUES = 40

function isComment(element: Element): boolean {
  if (element.attributes.size === 0) return false
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
    value: attribute(element, 'datetime') || squeeze(textOf(element, MAX_SHORT)),
    hint: hint.toLowerCase()
  }
}

/** Elements looked at for a name inside of an item. */
const MAX_INSIDE = 60

function first(
  elements: Iterable<Element>,
  fits: (element: Element) => boolean
): Element | undefined {
  let seen = 0
  for (const element of elements) {
    if (fits(element)) return element
    if (++seen >= MAX_INSIDE) break
  }
  return undefined
}

function itemValue(element: Element): string {
  const given = attribute(element, 'content') || attribute(element, 'datetime')
  if (given !== '') return given
  const name = first(
    descendants(element),
    (one) => attribute(one, 'itemprop').toLowerCase() === 'name'
  )
  const text =
    name === undefined ? textOf(element, 500) : attribute(name, 'content') || textOf(name, 500)
  return squeeze(text).slice(0, 500)
}

const BYLINE_NAMES =
  /(?:^|[\s_-])(?:by-?line|authors?|autor(?:en)?|article-?author|post-?author|author-?name|byline-?name|writer|contributors?|reporter)(?:[\s_-]|$)/i

function isByline(element: Element, names: string): boolean {
  if (attribute(element, 'rel').toLowerCase() === 'author') return true
  return BYLINE_NAMES.test(names) && element.tag !== 'body'
}

/** Returns the text of a byline; of one that links to its authors, the links' texts: their names may touch. */
function bylineOf(element: Element): string {
  const text = shortText(element)
  const around = element.tag === 'a' ? element.parent : element
  const names: string[] = []
  for (const one of around === undefined || text === '' ? [] : descendants(around))
    if (names.length < MAX_AUTHORS && isAuthorPage(one)) names.push(shortText(one))
  const several = new Set(names.filter((name) => name !== ''))
  return several.size > 1 && names.length < MAX_AUTHORS ? [...several].join(', ') : text
}

/** Authors of a text; who links to more has a list of the newsroom. */
const MAX_AUTHORS = 12

function isAuthorPage(element: Element): boolean {
  return (
    isAuthorLink(element) ||
    (element.tag === 'a' && attribute(element, 'rel').toLowerCase() === 'author')
  )
}

/** A link to an author's page: `/author/ada-marsh`, `/autoren/name/ada-marsh`. */
function isAuthorLink(element: Element): boolean {
  return (
    element.tag === 'a' &&
    /\/(?:authors?|autor(?:en|es|i)?|auteurs?|journalists?|contributors?|reporters?|staff|byline|redaktion|penulis|yazar(?:lar)?)\/[^/?#]{2,}/i.test(
      attribute(element, 'href').slice(0, 400)
    )
  )
}

const DATE_NAMES =
  /(?:^|[\s_-])(?:date|datetime|pubdate|publish(?:ed)?(?:-?(?:date|time|on|at))?|post-?date|posted|timestamp|datum|tarih|fecha|entry-date|article-?date|meta-?(?:info-?)?date(?:-?time)?)(?:[\s_-]|$)/i
const BY_TAGS = new Set(['p', 'span', 'div', 'address', 'small', 'h4', 'h5'])
const BY_WORD = /^\s*(?:by|von|par|por|door|av|af|di|text|autor|oleh)/i
const BY_LINE = /^(?:by|von|par|por|door|av|af|di|texto?:|autor(?:in|en|es)?:|oleh)\s+\p{Lu}/iu

/** Words before the day of publication. */
const DATE_WORD =
  /^\s*(?:(?:first |originally )?published|posted|veröffentlicht|erstellt|stand:|publié|publicado|pubblicato|gepubliceerd|publicerad|publisert|yayınlan|diterbitkan|опубликовано|opublikowano)/i

/** Looks at the first text inside only: gathering the text of every box of a page would cost more than parsing it. */
function opensWith(element: Element): 'by' | 'date' | '' {
  let at: Element | undefined = element
  while (at !== undefined) {
    const next: Child | undefined = at.children.find(
      (child) => typeof child !== 'string' || child.trim() !== ''
    )
    if (typeof next === 'string')
      return BY_WORD.test(next) ? 'by' : DATE_WORD.test(next) ? 'date' : ''
    at = next
  }
  return ''
}

function namesOf(element: Element): string {
  const names = `${attribute(element, 'class')} ${attribute(element, 'id')} ${attribute(element, 'data-testid')}`
  return names.slice(0, 300).replace(/([a-z])([A-Z])/g, '$1-$2')
}

/** Code units of the text of a byline or date at most; what is longer is a box around it. */
const MAX_SHORT = 300

function shortText(element: Element): string {
  const text = squeeze(textOf(element, MAX_SHORT * 4))
  return text.length > MAX_SHORT ? '' : text
}

/** A value with its provenance. */
export function found<T>(value: T, from: Provenance): Found<T> {
  return { value, from }
}

/** Returns the first meta tag among these that says anything. */
export function firstMeta(facts: Facts, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = facts.meta.get(name)?.find((one) => one.trim() !== '')
    if (value !== undefined) return squeeze(value)
  }
  return undefined
}

/** Returns the values without repetitions. */
export function distinct(names: readonly string[]): string[] {
  return [...new Set(names)]
}
