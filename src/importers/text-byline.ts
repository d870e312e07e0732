import type { Found } from '../core/article/article'
import { readDate } from '../core/article/dates'
import { isProse, lineRule } from '../core/article/furniture'
import { squeeze, tidyByline } from '../core/article/metadata'
import { isOutlet } from '../core/claims/actors/registry'
import { FOOT_LINES, HEAD_LINES, MAX_HEAD_LINE, type Line } from './text-lines'

const BYLINE =
  /^(?:(?:written|reported|compiled|story|words|text)\s+)?by[:\s]\s?(\p{Lu}.{2,100})$/iu
/** Words of a byline with date and outlet at most. */
const MAX_BYLINE_WORDS = 20

/** Returns the authors as their line names them, from the head or the foot. */
export function findByline(
  lines: readonly Line[],
  titleLine: number | undefined
): Found<string> | undefined {
  const start = titleLine ?? 0
  const places = [
    ...lines.slice(0, HEAD_LINES),
    ...lines.slice(Math.max(start, HEAD_LINES), start + HEAD_LINES),
    ...lines.slice(HEAD_LINES).slice(-FOOT_LINES)
  ]
  for (const { text } of places) {
    const names = bylineIn(text)
    if (names !== undefined) return { value: names, from: 'byline' }
  }
  const bare = bareByline(lines, titleLine)
  return bare === undefined ? undefined : { value: bare, from: 'byline' }
}

/** "By Ada Marsh", "Tidewire — By Ada Marsh - Tidewire", "Posted 6:08 am, July 16, 2018, by Ada Marsh". */
function bylineIn(line: string): string | undefined {
  if (line.length > MAX_HEAD_LINE) return undefined
  const text = squeeze(line)
  if (text.split(' ').length > MAX_BYLINE_WORDS || /[.!?]$/.test(text)) return undefined
  const posted = /^(?:posted|published)\b.{0,60}?\d.{0,60}?\bby (\p{Lu}.{2,60})$/iu.exec(text)?.[1]
  // The agency may stand on both sides of the names, and the date behind them.
  const part = text.split(/\s[-–—|]\s/).find((piece) => /^(?:\w+ )?by[:\s]/i.test(piece))
  const names = posted ?? BYLINE.exec(part ?? '')?.[1]
  if (names === undefined || names.split(' ').length > 15) return undefined
  return /^\p{Lu}/u.test(names) && tidyByline(names).some(isName) ? names : undefined
}

/** Two to four words with capitals, as names have. */
const NAME = String.raw`\p{Lu}[\p{L}\p{M}’'-]{1,20}(?:\s\p{Lu}[\p{L}\p{M}.’'-]{0,20}){1,3}`
const ONE_NAME = new RegExp(`^${NAME}$`, 'u')
/** "Orla Venn, Ivo Drass and Ida Holm": a byline without "By". */
export const NAMES_ONLY = new RegExp(`^${NAME}(?:,\\s${NAME}){0,8},?\\s(?:and|&)\\s${NAME}$`, 'u')

/** Lines around the title among which a byline without its word is looked for. */
const NEAR_TITLE = 4

/**
 * A byline that does not say "by": names alone joined by "and"; a name with an agency right below the title; a name with an agency in
 * the next line; an agency with the date. Names of photographers stand below the date.
 */
function bareByline(lines: readonly Line[], titleLine: number | undefined): string | undefined {
  const start = titleLine ?? -1
  for (let i = start + 1; i <= start + NEAR_TITLE; i++) {
    const line = lines[i]?.text ?? ''
    if (line.length > MAX_HEAD_LINE || lineRule(line) !== undefined) continue
    const text = squeeze(withoutDate(line))
    if (isProse(text)) return undefined
    if (NAMES_ONLY.test(text)) return text
    const comma = text.lastIndexOf(', ')
    const [names, agency] = [text.slice(0, Math.max(comma, 0)), text.slice(comma + 2)]
    const isFirst = i === start + 1 && titleLine !== undefined
    if (isFirst && isOutlet(agency) && (NAMES_ONLY.test(names) || ONE_NAME.test(names)))
      return names
    const next = lines[i + 1]?.text ?? ''
    if (ONE_NAME.test(text) && !isOutlet(text) && next.length < MAX_HEAD_LINE && isOutlet(next))
      return text
    if (titleLine !== undefined && isOutlet(text)) return text
    if (readDate(line) !== undefined && text === '') return undefined
  }
  return undefined
}

/** "Ada Marsh, Tidewire Published 6:23 a.m. ET July 16, 2018", "Tidewire | Sunday, July 15, 2018" → what stands before the date. */
function withoutDate(line: string): string {
  const at = line.search(
    /(?:^|\s)(?:published|posted|updated)\b|\s[|–—-]\s|,?\s?(?:^|\s)(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i
  )
  if (at < 0) return readDate(line) === undefined ? line : ''
  return readDate(line.slice(at)) === undefined ? line : line.slice(0, at)
}

/** Says whether words look like a name: two to six of them or one, mostly with capitals. */
function isName(name: string): boolean {
  const words = name.split(/\s+/)
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length
  return words.length <= 6 && capitals >= Math.ceil(words.length / 2)
}

// ── dates ─────────────────────────────────────────────────────────────────────────────────────────

/** What the dates in the head of a text tell. */
export interface Dates {
  readonly published?: Found<string>
  readonly modified?: Found<string>
}

/** Words of a line that holds a date beside names. */
const MAX_DATE_WORDS = 14
const MAX_PUBLISHED_WORDS = 24
/** A date that is not the report's: of the weather, of a post that the report quotes. */
const OTHER_DATE = /\bforecast\b|\(@\w{1,40}\)/i
const UPDATED = /^(?:last )?updated?\b/i

/** Returns the days on which a text says that it was published and changed. One that tells its last change only was published by then. */
export function findDates(
  lines: readonly Line[],
  title: { readonly index?: number; readonly value: string }
): Dates {
  const start = title.index ?? 0
  const places = [...lines.slice(0, 3), ...lines.slice(start, start + HEAD_LINES)]
  let modified: string | undefined
  for (const { text } of places) {
    if (OTHER_DATE.test(text.slice(0, MAX_HEAD_LINE))) continue
    const date = text.length > MAX_HEAD_LINE ? undefined : dateIn(text)
    if (date !== undefined && UPDATED.test(text)) modified ??= date
    else if (date !== undefined) return { published: { value: date, from: 'text' } }
  }
  const opening = lines
    .slice(start, start + OPENING_LINES)
    .map(({ text }) => openingDate(text.slice(0, MAX_HEAD_LINE), title.value))
    .find((date) => date !== undefined)
  if (opening !== undefined) return { published: { value: opening, from: 'text' } }
  if (modified === undefined) return {}
  return {
    published: { value: modified, from: 'guess' },
    modified: { value: modified, from: 'text' }
  }
}

function dateIn(text: string): string | undefined {
  const words = text.split(/\s+/).length
  if (words <= MAX_DATE_WORDS) return readDate(text)
  const at = words <= MAX_PUBLISHED_WORDS ? text.search(/\s(?:published|posted)\s/i) : -1
  return at < 0 ? undefined : readDate(text.slice(at))
}

/** Lines from the title on in which running text may open with the date. */
const OPENING_LINES = 3
/** Before the date of such a line: the agency, what the date says, the weekday. */
const BEFORE_DATE =
  /^(?:updated\s)?(?:(?:AFP|AP|Reuters|dpa)\s)?(?:(?:published|posted|date of publication|date)(?:\son)?:?\s)?(?:\p{Lu}\p{Ll}{2,9}day,?\s|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),?\s)?/iu
const DATE =
  /^(?:\d{1,2}\s\p{L}{3,9}\s\d{4}|\p{L}{3,9}\s\d{1,2},?\s\d{4}|\d{1,2}[.-]\d{1,2}[.-]\d{4}|\d{4}-\d{2}-\d{2})(?=\s?["“‘(]?\p{Lu}|\s?\(|\sby\s|\s\d|$)/u

/** "Wed 19 Apr 2017 The harbour …", "<title> AFP Sunday 22 Feb 2015 The harbour …": tools that lose lines glue the date to the text. */
function openingDate(line: string, title: string): string | undefined {
  const bare = line.replace(/^updated\s/i, '')
  const text = bare.startsWith(title) ? bare.slice(title.length).trimStart() : bare
  const rest = text.slice(BEFORE_DATE.exec(text)?.[0].length ?? 0)
  const date = DATE.exec(rest)?.[0]
  return date === undefined ? undefined : readDate(date)
}
