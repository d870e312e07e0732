import type { Found, Provenance } from '../core/article/article'
import { isSameSite, tidyByline } from '../core/article/metadata'
import type { PageBlock } from './html-blocks'
import { distinct, found, type Facts } from './html-facts'
import type { Linked } from './html-jsonld'
import { elementsOf } from './html-tree'

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
  'citation_author'
]
/** Meta tags in which catalogues write the family name first. */
const CATALOGUE = new Set(['dc.creator', 'dcterms.creator', 'citation_author'])
/** "Marsh, Ada" or "Marsh, Ada J.": one word, a comma, one or two. */
const FAMILY_FIRST = /^(\p{Lu}[^\s,]+),\s(\p{Lu}[^\s,]*(?:\s[^\s,]+)?)$/u

function metaAuthors(facts: Facts, name: string): readonly string[] {
  const values = facts.meta.get(name) ?? []
  return CATALOGUE.has(name) ? values.map((one) => one.replace(FAMILY_FIRST, '$2 $1')) : values
}

/** What publishing systems write over the author in the two lines that go with a shared link. */
const LABELLED =
  /^(?:(?:written )?by|authors?|verfasst von|geschrieben von|écrit par|escrito por|scritto da|geschreven door|skrevet (?:av|af)|skriven av|napisane przez|autor|yazan|ditulis oleh|oleh|написано автором|автор)$/i

function labelledAuthors(facts: Facts): readonly string[] {
  return ['1', '2'].flatMap((number) =>
    LABELLED.test(facts.meta.get(`twitter:label${number}`)?.[0] ?? '')
      ? (facts.meta.get(`twitter:data${number}`) ?? [])
      : []
  )
}

/**
 * Returns the authors of an article: persons before organisations, what the page tells machines before what it prints. The site
 * itself counts as author only when nobody else is named: neither in a link to an author's page nor in a signature.
 *
 * @param sites - names of the site
 */
export function authorsOf(
  linked: Linked,
  facts: Facts,
  sites: readonly string[]
): Found<readonly string[]> | undefined {
  const told: readonly Choice[] = [
    [linked.authors, 'JSON-LD'],
    ...AUTHOR_META.map((name) => [metaAuthors(facts, name), 'meta'] as const),
    [itemAuthors(facts), 'meta'],
    [labelledAuthors(facts), 'meta']
  ]
  // The first byline is the article's; those after it stand in lists of other articles.
  const link: Choice = [facts.authorLinks.slice(0, 1), 'byline']
  const printed: readonly Choice[] = [
    [facts.bylines.slice(0, 1), 'byline'],
    link,
    [facts.byLines.slice(0, 1), 'byline']
  ]
  const authors = best(told, sites) ?? best(printed, sites)
  if (authors === undefined || !isSite(authors, sites)) return authors
  // A lone word there is more often a page about the newsroom.
  const person = best([link], sites)
  return person?.value[0]?.includes(' ') === true && !isSite(person, sites) ? person : authors
}

/** Says whether nobody but the site is named. */
export function isSite(authors: Found<readonly string[]>, sites: readonly string[]): boolean {
  return authors.value.every((name) => sites.some((site) => isSameSite(site, name)))
}

/** Microdata's authors; where the byline names some of them, the others stand in lists of other articles. */
function itemAuthors(facts: Facts): readonly string[] {
  const all = facts.itemprops.get('author') ?? []
  const lines = [...facts.bylines.slice(0, 1), ...facts.byLines.slice(0, 1)]
  const named = all.filter((name) => lines.some((line) => line.includes(name)))
  return named.length > 0 ? named : all
}

/** Tags that make a line bold or slanted. */
const STRESS = new Set(['strong', 'b', 'em', 'i'])
/** Two to four words in capitals, particles among them. */
const SIGNATURE =
  /^\p{Lu}[\p{L}\p{M}'’.-]{1,30}(?:\s(?:\p{Lu}[\p{L}\p{M}'’.-]{0,30}|van|von|de|da|di|del|der|al|bin|la|le)){1,3}$/u

/**
 * Returns the name with which a text is signed: its first or last line, all of it bold or slanted, and nothing but a name.
 *
 * @param blocks - the article's blocks, in order
 */
export function signatureOf(
  blocks: readonly PageBlock[],
  sites: readonly string[]
): Found<readonly string[]> | undefined {
  const lines = blocks.filter(
    ({ furniture, role }) => furniture === undefined && role === 'paragraph'
  )
  const names = [lines[0], lines.at(-1)]
    .filter((line) => line !== undefined && SIGNATURE.test(line.text) && isStressed(line))
    .flatMap((line) => tidyByline(line?.text ?? ''))
    .filter((name) => !sites.some((site) => isSameSite(site, name)))
  const [name] = names
  return name === undefined ? undefined : found([name], 'text')
}

function isStressed({ host, linked }: PageBlock): boolean {
  const [child, ...others] = elementsOf(host)
  return (
    linked === 0 &&
    child !== undefined &&
    others.length === 0 &&
    STRESS.has(child.tag) &&
    host.children.every((one) => one === child || (typeof one === 'string' && one.trim() === ''))
  )
}

type Choice = readonly [readonly string[], Provenance]

function best(
  choices: readonly Choice[],
  sites: readonly string[]
): Found<readonly string[]> | undefined {
  let site: Found<readonly string[]> | undefined
  for (const [values, from] of choices) {
    const told = values.filter((value) => !/^https?:/.test(value)).flatMap(tidyByline)
    const names = distinct(told.map((name) => withoutSite(name, sites)))
    const persons = names.filter((name) => !sites.some((one) => isSameSite(one, name)))
    if (persons.length > 0) return found(persons, from)
    if (names.length > 0) site ??= found(names, from)
  }
  return site
}

/** "Ada Marsh Tidewater Post" → "Ada Marsh", where the site is called so. What has no name of two words before it is the newsroom. */
function withoutSite(name: string, sites: readonly string[]): string {
  const site = sites.find((one) => name.endsWith(` ${one}`))
  const rest = site === undefined ? '' : name.slice(0, -site.length).trim()
  return rest.includes(' ') ? rest : name
}
