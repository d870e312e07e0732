import type { Found, Provenance } from '../core/article/article'
import { isSameSite, tidyByline } from '../core/article/metadata'
import { distinct, found, type Facts } from './html-facts'
import type { Linked } from './html-jsonld'

const AUTHOR_META = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'byl',
  'article:author_name',
  'cxenseparse:author'
]

/**
 * Returns the authors of an article: persons before organisations, what the page tells machines before what it prints. The site
 * itself counts as author only when nobody else is named.
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
    ...AUTHOR_META.map((name) => [facts.meta.get(name) ?? [], 'meta'] as const),
    [facts.itemprops.get('author') ?? [], 'meta']
  ]
  // The first byline is the article's; those after it stand in lists of other articles.
  const printed: readonly Choice[] = [
    [facts.bylines.slice(0, 1), 'byline'],
    [facts.authorLinks.slice(0, 1), 'byline'],
    [facts.byLines.slice(0, 1), 'byline']
  ]
  return best(told, sites) ?? best(printed, sites)
}

type Choice = readonly [readonly string[], Provenance]

function best(
  choices: readonly Choice[],
  sites: readonly string[]
): Found<readonly string[]> | undefined {
  let site: Found<readonly string[]> | undefined
  for (const [values, from] of choices) {
    const names = distinct(values.filter((value) => !/^https?:/.test(value)).flatMap(tidyByline))
    const persons = names.filter((name) => !sites.some((one) => isSameSite(one, name)))
    if (persons.length > 0) return found(persons, from)
    if (names.length > 0) site ??= found(names, from)
  }
  return site
}
