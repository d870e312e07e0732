import type { Found, Provenance } from '../core/article/article'
import { isSameSite, squeeze, tidyTitle } from '../core/article/metadata'
import { distinct, firstMeta, found, type Facts } from './html-facts'
import type { Linked } from './html-jsonld'
import { titleOfFile } from './text-guess'

/** Meta tags that give a title, the plainest first: what is named headline carries no name of the site. */
const TITLE_META = [
  'headline',
  'og:title',
  'twitter:title',
  'dc.title',
  'dcterms.title',
  'citation_title',
  'parsely-title',
  'sailthru.title',
  'title'
]

/**
 * Returns the title of a page's article without the site's name, and where it stood.
 *
 * JSON-LD comes first, but for a search engine's title there (`isSearchTitle`); then meta tags, microdata's only headline, the only
 * first-level heading, the page's title, and at last the file's name. A title that is nothing but the site's name counts only where
 * there is no other, and one that was cut gives way to the whole one.
 *
 * @param sites - names by which the site calls itself
 */
export function titleOf(
  linked: Linked,
  facts: Facts,
  { fileName, sites }: { readonly fileName: string; readonly sites: readonly string[] }
): Found<string> {
  const tidy = (value: string | undefined) =>
    withoutSuffix(tidyTitle(withoutTags(value ?? ''), sites), [...facts.headings, facts.pageTitle])
  const given = tidy(linked.title)
  const shared = tidy(firstMeta(facts, TITLE_META))
  const forSearch = isSearchTitle(given, shared, facts)
  const headings = distinct(facts.headings.map(tidy)).filter(
    (one) => !isSiteName(one, sites) && !isLogo(one, facts.pageTitle)
  )
  const headlines = distinct((facts.itemprops.get('headline') ?? []).map(tidy))
  const choices: readonly (readonly [string, Provenance])[] = [
    [forSearch ? shared : given, forSearch ? 'meta' : 'JSON-LD'],
    [shared, 'meta'],
    [headlines.length === 1 ? (headlines[0] ?? '') : '', 'meta'],
    [headings.length === 1 ? (headings[0] ?? '') : '', 'header'],
    [withoutSection(tidy(facts.pageTitle), facts.pageTitle), 'meta'],
    [headings[0] ?? '', 'header']
  ]
  const titles = choices.filter(([title]) => title !== '')
  const best = titles.find(([title]) => !isSiteName(title, sites)) ?? titles[0]
  if (best === undefined) return found(titleOfFile(fileName), 'file name')
  const whole = titles.find(([title]) => isCutOf(best[0], title)) ?? best
  return found(whole[0], whole[1])
}

function isSiteName(title: string, sites: readonly string[]): boolean {
  return sites.some((site) => isSameSite(site, title))
}

/** One or two words of a script that parts words. */
const FEW_WORDS =
  /^(?!.*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}])\S+(?:\s\S+)?$/u

/** A heading of a word or two with which the page's title does not begin names the site, not the article. */
function isLogo(heading: string, pageTitle: string): boolean {
  const page = compared(pageTitle)
  return FEW_WORDS.test(heading) && page !== '' && !startsWith(page, compared(heading))
}

/** Tags inside of a line, which newsrooms write into fields that are shown as they stand. */
const LINE_TAGS =
  /<\/?(?:a|b|br|cite|em|font|i|mark|q|s|small|span|strong|sub|sup|u|wbr)\b[^<>]{0,200}>/gi

function withoutTags(title: string): string {
  return title.includes('<')
    ? title.replace(LINE_TAGS, (tag) => (/^<br/i.test(tag) ? ' ' : ''))
    : title
}

/** Code units of the beginning that a cut title has in common with the whole one. */
const MIN_STEM = 20

/** Code units from which titles are cut between words, too: search engines used to ask for 110 at most. */
const MAX_LINKED = 90

/** "Harbour talks go on as…" is cut of "Harbour talks go on as crews wait", and so is "Harbour talks go on as cre". */
function isCutOf(title: string, whole: string): boolean {
  const stem = title.replace(/\s?(?:…|\.{3})$/u, '')
  if (stem.length < MIN_STEM || whole.length <= title.length || !whole.startsWith(stem))
    return false
  const rest = whole.slice(stem.length)
  if (stem !== title || /^\p{L}/u.test(rest)) return true
  return title.length >= MAX_LINKED && /^\s\p{L}/u.test(rest)
}

/** "Harbour talks go on | World | Tidewater Post": what stands between title and site is a section. */
function withoutSection(title: string, pageTitle: string): string {
  const [first = '', section, ...more] = title.split(/\s\|\s/)
  const short = section !== undefined && section.split(' ').length <= MAX_SECTION_WORDS
  const bars = pageTitle.split(/\s\|\s/).length - 1
  return short && more.length === 0 && bars > 1 && first.length >= MIN_STEM ? first : title
}

const MAX_SECTION_WORDS = 3

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
