import { squeeze } from '../core/article/metadata'
import { attribute, descendants, rawText, type Page } from './html-tree'

/** What a page tells machines about its article in JSON-LD. Values are unescaped, not yet tidied. */
export interface Linked {
  readonly title?: string
  readonly authors: readonly string[]
  readonly publisher?: string
  readonly published?: string
  readonly modified?: string
  readonly url?: string
  readonly language?: string
  readonly description?: string
  readonly tags: readonly string[]
  /** Text of the article, where the page gives it. */
  readonly body?: string
  /** One of its things is a live blog. */
  readonly live?: boolean
}

type Thing = Record<string, unknown>

/** Characters of JSON-LD read of one page; the largest in our sets has 400,000. */
const MAX_JSON = 4_000_000
/** Things looked at on one page. */
const MAX_THINGS = 5_000

const ARTICLES =
  /^(?:.*:|.*\/)?(?:\w*Article|\w*NewsArticle|BlogPosting|LiveBlogPosting|Report|Posting|SocialMediaPosting|Review|OpinionNewsArticle|AnalysisNewsArticle)$/
const PAGES = /(?:WebPage|ItemPage|VideoObject|CreativeWork|Recipe|Product)$/

/** What tells the article of a page from others that its JSON-LD lists. */
export interface PageSigns {
  /** Address of the page by its own account. */
  readonly url: string
  /** Its headings and titles. */
  readonly titles: readonly string[]
}

/**
 * Reads the JSON-LD of a page: single things, lists, graphs; damaged JSON is mended where that is plain. Never throws.
 *
 * Of several articles the one counts that has the page's address or one of its titles, else the first.
 */
export function readLinked(page: Page, signs: PageSigns = { url: '', titles: [] }): Linked {
  const things = collectThings(page)
  const best =
    ownArticle(
      things.filter((thing) => isKind(thing, ARTICLES)),
      signs
    ) ?? things.find((thing) => isKind(thing, PAGES))
  if (best === undefined) return { authors: [], tags: [] }
  const others = things.filter(
    (thing) => thing !== best && isKind(thing, ARTICLES) && same(thing, best)
  )
  return describe([best, ...others], things)
}

function ownArticle(articles: readonly Thing[], { url, titles }: PageSigns): Thing | undefined {
  const [first] = articles
  if (first === undefined || articles.every((thing) => same(thing, first))) return first
  const at = (thing: Thing) =>
    [thing['url'], thing['@id'], idOf(thing['mainEntityOfPage'])].some((one) => one === url)
  const named = (thing: Thing) => {
    const headline = text(thing['headline'])
    return headline !== undefined && titles.some((title) => title.startsWith(headline))
  }
  return (url === '' ? undefined : articles.find(at)) ?? articles.find(named) ?? first
}

function describe(things: readonly Thing[], all: readonly Thing[]): Linked {
  const first = (key: string) => firstText(things.map((thing) => thing[key]))
  const bodies = things.map(
    (thing) => text(thing['articleBody']) ?? text(thing['reviewBody']) ?? ''
  )
  const authors =
    things.map((thing) => names(thing['author'], all)).find((found) => found.length > 0) ??
    things.map((thing) => names(thing['creator'], all)).find((found) => found.length > 0) ??
    []
  const publisher = things.flatMap((thing) => names(thing['publisher'], all))[0]
  const body = bodies.find((candidate) => candidate.length > 0)
  return defined({
    title: first('headline') ?? first('name'),
    authors,
    publisher,
    published: first('datePublished') ?? first('dateCreated') ?? first('uploadDate'),
    modified: first('dateModified'),
    url: first('url') ?? idOf(things[0]?.['mainEntityOfPage']),
    language: first('inLanguage'),
    description: first('description'),
    tags: things.flatMap((thing) => keywords(thing['keywords'])),
    body,
    live: things.some((thing) => isKind(thing, /LiveBlogPosting$/)) ? true : undefined
  })
}

/** Leaves out keys whose value is undefined. */
function defined(linked: { [K in keyof Linked]: Linked[K] | undefined }): Linked {
  // The lists are always set; only optional keys may go.
  return Object.fromEntries(
    Object.entries(linked).filter(([, value]) => value !== undefined)
  ) as unknown as Linked
}

function same(thing: Thing, best: Thing): boolean {
  const a = text(thing['headline'])
  return a !== undefined && a === text(best['headline'])
}

function collectThings(page: Page): Thing[] {
  const things: Thing[] = []
  let budget = MAX_JSON
  for (const element of descendants(page.root)) {
    if (element.tag !== 'script' || !/ld\+json/i.test(attribute(element, 'type'))) continue
    const source = rawText(element)
    budget -= source.length
    if (budget < 0) break
    gather(parseLoosely(source), things)
  }
  return things
}

/** Adds all things in a value: lists and graphs are opened, and so is the main entity. An own stack: hostile JSON nests deeply. */
function gather(value: unknown, things: Thing[]): void {
  const stack: unknown[] = [value]
  while (stack.length > 0 && things.length < MAX_THINGS) {
    const item = stack.pop()
    if (Array.isArray(item))
      for (const one of item.slice(0, MAX_THINGS).reverse() as unknown[]) stack.push(one)
    else if (isThing(item)) {
      things.push(item)
      for (const key of ['mainEntity', 'mainEntityOfPage', '@graph']) stack.push(item[key])
    }
  }
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isKind(thing: Thing, kinds: RegExp): boolean {
  const type = thing['@type']
  const types: unknown[] = Array.isArray(type) ? type : [type]
  return types.some((one) => typeof one === 'string' && kinds.test(one))
}

/** Parses JSON as sites write it: comments around it, line breaks inside strings, commas too many, several values in a row. */
function parseLoosely(source: string): unknown {
  const bare = source
    .replace(/^\s*(?:\/\/)?\s*(?:<!--|<!\[CDATA\[)/, '')
    .replace(/(?:\/\/)?\s{0,99}(?:-->|\]\]>)\s{0,99}$/, '')
    .trim()
    .replace(/;$/, '')
  return tryJson(bare) ?? tryJson(mend(bare))
}

function tryJson(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch {
    return undefined // not JSON; the caller has another reading
  }
}

/** Escapes control characters inside strings and drops commas before closing brackets. */
function mend(source: string): string {
  let out = ''
  let inside = false
  for (let i = 0; i < source.length; i++) {
    const char = source.charAt(i)
    if (inside && char === '\\') {
      const next = source.charAt(++i)
      out += /["\\/bfnrtu]/.test(next) ? char + next : next
    } else if (char === '"') {
      inside = !inside
      out += char
    } else if (inside && char < ' ') out += char === '\n' ? '\\n' : ' '
    else if (!inside && char === ',' && /^\s{0,200}[}\]]/.test(source.slice(i + 1, i + 202)))
      continue
    else out += char
  }
  return out
}

/** Levels of lists and things that a value is looked for in; hostile JSON nests by the thousand. */
const MAX_LEVELS = 6

function text(value: unknown, levels = MAX_LEVELS): string | undefined {
  if (levels === 0) return undefined
  if (Array.isArray(value)) return firstText(value, levels - 1)
  if (isThing(value)) return text(value['@value'], levels - 1) ?? text(value['name'], levels - 1)
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return undefined
  const plain = unescapeHtml(value).trim()
  return plain === '' ? undefined : plain
}

function firstText(values: readonly unknown[], levels = MAX_LEVELS): string | undefined {
  for (const value of values.slice(0, MAX_LIST)) {
    const found = text(value, levels)
    if (found !== undefined) return found
  }
  return undefined
}

/** Entries of a list that are looked at. */
const MAX_LIST = 100

function idOf(value: unknown): string | undefined {
  return isThing(value) ? text(value['@id']) : text(value)
}

/** Names of persons or organisations: strings, things, lists of them, or references to things elsewhere in the graph. */
function names(value: unknown, all: readonly Thing[], levels = MAX_LEVELS): string[] {
  if (levels === 0) return []
  if (Array.isArray(value)) return value.slice(0, 50).flatMap((one) => names(one, all, levels - 1))
  if (!isThing(value)) {
    const name = text(value)
    return name === undefined ? [] : [squeeze(name)]
  }
  const given = value['name']
  if (Array.isArray(given)) return given.slice(0, 50).flatMap((one) => names(one, all, levels - 1))
  const name = text(given) ?? joined(value)
  if (name !== undefined) return [squeeze(name)]
  const id = value['@id']
  const target = all.find(
    (thing) => thing !== value && thing['@id'] === id && text(thing['name']) !== undefined
  )
  const found = id === undefined || target === undefined ? undefined : text(target['name'])
  return found === undefined ? [] : [squeeze(found)]
}

function joined(person: Thing): string | undefined {
  const parts = [text(person['givenName']), text(person['familyName'])].filter(
    (part) => part !== undefined
  )
  return parts.length === 0 ? undefined : parts.join(' ')
}

function keywords(value: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value.slice(0, MAX_LIST) : [value]
  return list
    .flatMap((one) => (text(one) ?? '').split(',', MAX_LIST))
    .map(squeeze)
    .filter((word) => word !== '')
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  oacute: 'ó',
  iacute: 'í',
  aacute: 'á',
  uacute: 'ú',
  ntilde: 'ñ'
}

/** Resolves character references that sites leave in JSON and attributes ("Q&amp;A", "it&#8217;s"), twice escaped ones too. */
export function unescapeHtml(value: string): string {
  const once = (input: string) =>
    input.replace(
      /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi,
      (whole: string, dec?: string, hex?: string, name?: string) => {
        if (name !== undefined) return ENTITIES[name] ?? whole
        const code = dec === undefined ? parseInt(hex ?? '', 16) : Number(dec)
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
      }
    )
  return value.includes('&') ? once(once(value)) : value
}
