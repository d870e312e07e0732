import type { Found } from '../core/article/article'
import { isBareCredit, isCaption, isScene } from '../core/article/captions'
import { readDate } from '../core/article/dates'
import { isProse, lineRule } from '../core/article/furniture'
import { isOutlet } from '../core/claims/actors/registry'
import { NAMES_ONLY } from './text-byline'
import { guessTitle, NOTE_HEAD } from './text-guess'
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
  const head = headOf(lines)
  const prose = head.find(
    (i) => isProse(textAt(lines, i)) && /[.!?]["”’)*]{0,2}$/.test(textAt(lines, i))
  )
  const candidates = head.filter(
    (i) => !skipped.has(i) && isTitleLike(textAt(lines, i)) && !isOutlet(textAt(lines, i))
  )
  const index =
    candidates.find((i) => !isAboveTitle(textAt(lines, i), textAt(lines, i + 1))) ?? candidates[0]
  const [top = -1] = candidates
  const isUnderMasthead =
    top !== index && isMasthead(textAt(lines, top), textAt(lines, top + 1)) && top === head[0]
  // What stands below the first running text is a sub-heading.
  const late = prose !== undefined && index !== undefined && prose < index
  if (index === undefined || late) return { found: guessTitle(lines, fileName) }
  const text = textAt(lines, index)
  const title = wholeTitle(lines, index, text) ?? {
    found: { value: text, from: 'text' as const },
    index
  }
  return isUnderMasthead ? { site: { value: textAt(lines, top), from: 'text' }, ...title } : title
}

/** "The Tidewater Post" with a date below it: the name of the newspaper at the head of its page. */
function isMasthead(text: string, next: string): boolean {
  return OUTLET_WORD.test(text) && !/(?:^|\s)\p{Ll}{4,}/u.test(text) && readDate(next) !== undefined
}

function textAt(lines: readonly Line[], i: number): string {
  return lines[i]?.text ?? ''
}

/** Lines of pictures and of forms that may stand above the head. */
const MAX_ABOVE_HEAD = 60

/** The lines of the head without pictures, their credits, forms and buttons, which may stand above it in any number. */
function headOf(lines: readonly Line[]): number[] {
  const head: number[] = []
  for (let i = 0; i < Math.min(lines.length, MAX_ABOVE_HEAD) && head.length < HEAD_LINES; i++) {
    const { text } = lines[i] ?? { text: '' }
    if (!isPicture(text) && lineRule(text) === undefined) head.push(i)
  }
  return head
}

/** A caption or credit. A window title may end with a bar and an agency as credits do. */
function isPicture(text: string): boolean {
  return isBareCredit(text) || isScene(text) || (isProse(text) && isCaption(text))
}

/**
 * "Harbour talks go on - The Tidewater Post": the first line of a saved page is its window title when it ends with a name that
 * stands elsewhere in the text or is known as an outlet's. The title is the line that it repeats, or its own first part.
 */
function readWindowTitle(lines: readonly Line[]): Title | undefined {
  const first = textAt(lines, 0).slice(0, MAX_HEAD_LINE + 1)
  if (first.length > MAX_HEAD_LINE) return undefined
  const parts = first.split(/\s{1,9}[|–—-]\s{1,9}/u)
  const site = siteName(parts.at(-1) ?? '')
  const titles = parts.slice(0, -1)
  if (titles.length === 0) return undefined
  // A title that holds a dash is repeated with all its parts.
  const again = placeOf(lines, (text) => text === first)
  if (again !== undefined) return { found: { value: first, from: 'text' }, index: again }
  if (site.length < 3 || site.split(/\s+/).length > 6) return undefined
  const longest = titles.reduce((a, b) => (b.length > a.length ? b : a))
  if (longest.split(/\s+/).length < 3) return undefined
  const index =
    placeOf(lines, (text) => text === longest) ??
    placeOf(lines, (text) => isReworded(text, longest))
  if (index === undefined && !isSite(site, lines)) return undefined
  return {
    found: { value: index === undefined ? longest : textAt(lines, index), from: 'text' },
    index: index ?? 0,
    site: { value: site, from: 'text' }
  }
}

/** Words that newspapers and stations are named by, behind the bar that parts sites from titles. */
const OUTLET_WORD =
  /(?:^|\s)(?:Times|Post|News|Herald|Tribune|Journal|Gazette|Guardian|Mail|Daily|Weekly|Radio|TV|Observer|Chronicle|Telegraph|Courier|Globe|Independent|Inquirer|Examiner|Zeitung|Tageblatt)(?:\s|$)/

/** Says whether a name at the end of a window title is the site's: it stands in the text, is known, or is made as such names are. */
function isSite(name: string, lines: readonly Line[]): boolean {
  // "Al Jazeera English": an edition of it.
  if (isOutlet(name) || isOutlet(name.split(' ').slice(0, -1).join(' '))) return true
  const barred = /\|\s{0,9}#?$/.test(textAt(lines, 0).slice(0, -name.length))
  if (barred && OUTLET_WORD.test(name) && !/(?:^|\s)\p{Ll}{4,}/u.test(name)) return true
  const domain = ` ${name.toLowerCase().replace(/\s/g, '')}.`
  const named = (text: string) =>
    text.includes(name) || (domain.length > 6 && ` ${text.toLowerCase()}`.includes(domain))
  return lines.slice(1).some(({ text }) => named(text))
}

/** Lines below a title within which its date, its byline or the text stands. */
const TITLE_FOOT = 5

/**
 * Returns where a line stands as the title of its text: before a date, a byline or running text. Lists at the side of a page name it as
 * well. The first such line where none has that below it.
 */
function placeOf(lines: readonly Line[], fits: (text: string) => boolean): number | undefined {
  let first: number | undefined
  let reach = 0
  for (let i = 1; i < Math.min(lines.length, TITLE_REACH + reach); i++) {
    if (!fits(textAt(lines, i))) continue
    first ??= i
    // The same words again before any of it: this was a breadcrumb.
    const below = lines.slice(i + 1, i + 1 + TITLE_FOOT).map(({ text }) => text)
    const again = below.findIndex(fits)
    const near = again < 0 ? below : below.slice(0, again)
    if (near.some((text) => isProse(text) || isDated(text))) return i
    reach = TITLE_FOOT
  }
  return first
}

function isDated(text: string): boolean {
  return text.length < 80 && (/^by\s/i.test(text) || readDate(text) !== undefined)
}

/** Share of a window title that the heading below it must begin with to be its other wording, and code units at least. */
const REWORDED = { share: 0.7, least: 30 }

/** "… pressure in peace negotiations" and "… pressure in peace talks". */
function isReworded(text: string, title: string): boolean {
  const least = Math.max(REWORDED.least, Math.ceil(title.length * REWORDED.share))
  return (
    text.length >= least &&
    text.length <= title.length * 1.3 &&
    text.slice(0, least) === title.slice(0, least) &&
    !isProse(text)
  )
}

/** A credit at the end of a line: "… of the port. Photo: Tidewire", "… of the port (TW/Ada Marsh)". */
const ENDS_IN_CREDIT =
  /[.!?]["”’]?\s{1,3}\(?(?:photo(?:graph)?|image|picture|foto|bild|credit)s?\s?(?:by\s|[:©/]).{1,60}$|[([](?:AP|AFP|EPA|Reuters|REUTERS|Getty)(?: Images| Photo)?\s?[/,]\s?[^()[\]]{1,60}[)\]]$/i

function isTitleLike(text: string): boolean {
  if (text.length > MAX_HEAD_LINE) return false
  const words = text.split(/\s+/).length
  const bare = text.replace(/(?:\.\.\.|…|[*_]{1,4})$/, '')
  if (words > MAX_TITLE_WORDS || /[.,;:]$|[.,]['"”’]{1,2}$/.test(bare)) return false
  if (lineRule(text) !== undefined || readDate(text) !== undefined) return false
  return (
    words >= 2 &&
    /\p{L}{2}/u.test(text) &&
    !/^(?:by|von|par|https?:)\s?/i.test(text) &&
    !NAMES_ONLY.test(text) &&
    !NOTE_HEAD.test(text) &&
    !isBareCredit(text) &&
    !ENDS_IN_CREDIT.test(text) &&
    !/\/\s?(?:AFP|AP|EPA|Reuters|Getty(?: Images)?)$/i.test(text) &&
    // The length of a film: a link to it.
    !/\s\d{1,2}:\d{2}$/.test(text)
  )
}

/** Words of a label above a title at most. */
const MAX_LABEL_WORDS = 3

/** Words of a newspaper's name at most. */
const MAX_MASTHEAD_WORDS = 5

/** Says whether a line may name a section or a box of the page rather than the report: it is short and says so by its form. */
function isAboveTitle(text: string, next: string): boolean {
  const words = text.split(/\s+/).length
  if (words <= MAX_MASTHEAD_WORDS && isMasthead(text, next)) return true
  if (words > MAX_LABEL_WORDS) return false
  return (
    /^[-–—_=*•·\s]{3,}$/u.test(next) || text === text.toUpperCase() || lineRule(next) === 'form'
  )
}

/** Lines in which a title is looked for again; menus of saved pages stand between. */
const TITLE_REACH = 250

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
