import type { Found } from '../core/article/article'
import { isBareCredit } from '../core/article/captions'
import { readDate } from '../core/article/dates'
import { isProse, lineRule } from '../core/article/furniture'
import { isOutlet } from '../core/claims/actors/registry'
import { guessTitle } from './text-guess'
import { HEAD_LINES, MAX_HEAD_LINE, type Line } from './text-lines'

/** Words of a title at most. */
const MAX_TITLE_WORDS = 32

/** A title, its line if it stands in one, and the site that its line names. */
export interface Title {
  readonly found: Found<string>
  readonly index?: number
  readonly site?: Found<string>
}

/**
 * Returns the title of a text: its headline, or what stands best for one (`guess`, `file name`).
 *
 * @param skipped - lines that say something else
 */
export function findTitle(
  lines: readonly Line[],
  skipped: ReadonlySet<number>,
  fileName: string
): Title {
  const windowTitle = readWindowTitle(lines)
  if (windowTitle !== undefined) return windowTitle
  const prose = lines
    .slice(0, HEAD_LINES)
    .findIndex((line) => isProse(line.text) && /[.!?]["”’)]{0,2}$/.test(line.text))
  const head = lines.slice(0, HEAD_LINES)
  const candidates = [...head.keys()].filter((i) => {
    const { text } = head[i] ?? { text: '' }
    return !skipped.has(i) && isTitleLike(text) && !isOutlet(text)
  })
  const index =
    candidates.find((i) => !isAboveTitle(head[i]?.text ?? '', head[i + 1]?.text ?? '')) ??
    candidates[0] ??
    -1
  // What stands below the first running text is a sub-heading.
  const late = prose >= 0 && prose < index
  const line = index < 0 || late ? undefined : lines[index]
  if (line === undefined) return { found: guessTitle(lines, fileName) }
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
