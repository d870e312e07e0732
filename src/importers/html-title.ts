import type { Found, Provenance } from '../core/article/article'
import { squeeze, tidyTitle } from '../core/article/metadata'
import { firstMeta, found, type Facts } from './html-facts'
import type { Linked } from './html-jsonld'
import { titleOfFile } from './text-header'

/** Meta tags that give a title, the plainest first: what is named headline carries no name of the site. */
const TITLE_META = [
  'headline',
  'og:title',
  'twitter:title',
  'dc.title',
  'dcterms.title',
  'parsely-title',
  'sailthru.title',
  'title'
]

/**
 * Returns the title of a page's article without the site's name, and where it stood.
 *
 * JSON-LD comes first, but for a search engine's title there (`isSearchTitle`); then meta tags, the only first-level heading, the
 * page's title, and at last the file's name.
 *
 * @param sites - names by which the site calls itself
 */
export function titleOf(
  linked: Linked,
  facts: Facts,
  { fileName, sites }: { readonly fileName: string; readonly sites: readonly string[] }
): Found<string> {
  const tidy = (value: string | undefined) =>
    withoutSuffix(tidyTitle(value ?? '', sites), [...facts.headings, facts.pageTitle])
  const given = tidy(linked.title)
  const shared = tidy(firstMeta(facts, TITLE_META))
  const forSearch = isSearchTitle(given, shared, facts)
  const choices: readonly (readonly [string, Provenance])[] = [
    [forSearch ? shared : given, forSearch ? 'meta' : 'JSON-LD'],
    [shared, 'meta'],
    [facts.headings.length === 1 ? tidy(facts.headings[0]) : '', 'header'],
    [tidy(facts.pageTitle), 'meta'],
    [tidy(facts.headings[0]), 'header']
  ]
  for (const [title, from] of choices) if (title !== '') return found(title, from)
  return found(titleOfFile(fileName), 'file name')
}

/**
 * Says whether JSON-LD's title was written for search engines and the one in the meta tags for readers.
 *
 * Newsrooms keep a title of each kind, and their systems fill the fields of a page from either. `<title>` gets the one for search
 * engines, so that a field which repeats it tells little and the field which differs was written on purpose. That holds where the
 * page's heading is one of both; a heading that is a third text, or none, shows a page filled in another way. Where microdata marks
 * one of both as the headline, that decides.
 *
 * @param given - title by JSON-LD
 * @param shared - title by meta tags, written for people who see a link to the article
 */
function isSearchTitle(given: string, shared: string, facts: Facts): boolean {
  const [a, b] = [compared(given), compared(shared)]
  if (a === '' || b === '' || a === b) return false
  const marked = (facts.itemprops.get('headline') ?? []).map(compared)
  if (marked.includes(a) || marked.includes(b)) return !marked.includes(a)
  const page = compared(facts.pageTitle)
  if (!startsWith(page, a) || startsWith(b, a)) return false
  if (startsWith(page, b) && b.length > a.length) return false
  return facts.headings.some((heading) => [a, b].includes(compared(heading)))
}

function startsWith(text: string, start: string): boolean {
  return text === start || text.startsWith(`${start} `)
}

/** Titles compare by their letters and figures. */
function compared(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\u00ad/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

/** "Harbour talks go on | Tidewater" is "Harbour talks go on" where the page's own heading says no more. */
function withoutSuffix(title: string, others: readonly string[]): string {
  const shorter = others.find(
    (other) =>
      other.length >= MIN_TITLE &&
      title.startsWith(other) &&
      /^\s*[|–—·•-]\s/u.test(title.slice(other.length))
  )
  return shorter === undefined ? title : squeeze(shorter)
}

/** Code units of a heading that may stand for a longer title. */
const MIN_TITLE = 15
