import type { BlockRole } from '../core/article/article'
import { isCaption, isScene } from '../core/article/captions'
import { isProse, lineRule } from '../core/article/furniture'
import { entryTime } from '../core/article/live'
import type { ImportedBlock } from '../core/text/canonical'
import type { TextHeader } from './text-header'
import type { Line } from './text-lines'

/** Words of a sub-heading at most. */
const MAX_HEADING_WORDS = 16

const BULLET = /^(?:[-–—*•▪●‣◦]|\d{1,2}[.)])\s{1,4}(?=\S)/
/** Gives the lines of a plain text their roles: headings, captions, list items, quotes, entries of a live blog. */
export function textBlocks(lines: readonly Line[], header: TextHeader): ImportedBlock[] {
  const opens = isLive(lines) ? entryLines(lines) : new Set<number>()
  return lines.map((line, i): ImportedBlock => {
    if (header.labelLines.has(i)) return { ...block(line, 'paragraph'), furniture: 'header-line' }
    if (i === header.titleLine) return { ...block(line, 'heading'), level: 1 }
    if (opens.has(i)) return { ...block(line, 'entry'), ...timeOf(line.text, header) }
    if (isCaption(line.text) || isScene(line.text)) return block(line, 'caption')
    const bullet = BULLET.exec(line.text)
    if (bullet !== null && isListed(lines, i))
      return block(cut(line, bullet[0].length), 'list-item')
    if (line.text.startsWith('> ')) return block(cut(line, 2), 'quote')
    if (isHeading(lines, i)) return { ...block(line, 'heading'), level: 2 }
    return block(line, 'paragraph')
  })
}

function block(line: Line, role: BlockRole): ImportedBlock {
  return { text: line.text, role, ...(line.at !== undefined && { at: line.at }) }
}

/** The line without its first code units. */
function cut(line: Line, length: number): Line {
  return {
    text: line.text.slice(length),
    gap: line.gap,
    ...(line.at !== undefined && { at: line.at + length })
  }
}

/** A dash opens a list item only among others: alone it opens direct speech. */
function isListed(lines: readonly Line[], i: number): boolean {
  return [lines[i - 1], lines[i + 1]].some((line) => line !== undefined && BULLET.test(line.text))
}

/** A short line without a full stop before running text. */
function isHeading(lines: readonly Line[], i: number): boolean {
  const text = lines[i]?.text ?? ''
  const next = lines[i + 1]?.text ?? ''
  if (i === 0 || text.length > 120 || text.split(/\s+/).length > MAX_HEADING_WORDS) return false
  if (/[.,;:…"”»)]$/.test(text) || !/^["'“‘«¿¡]?[\p{Lu}\p{N}\p{Lo}]/u.test(text)) return false
  if (/^(?:by|written by|posted|compiled by|published|updated|\d{1,2}:\d{2})\b/i.test(text))
    return false
  return isProse(next) && lineRule(text) === undefined
}

// ── live blogs ────────────────────────────────────────────────────────────────────────────────────

/** Buttons or time lines from which a text is a live blog. */
const MIN_ENTRIES = 4

const TIME_LINE =
  /^(?:\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s?\(?[A-Z]{2,5}\)?)?|\d{1,2}\s?[ap]\.?m\.?(?:\s?[A-Z]{2,5})?|\d{1,2}[hm] ago|\d{1,2} (?:min(?:ute)?s?|hours?) ago)(?:\s?[–—-]?\s?updated.{0,20})?$/i

function isLive(lines: readonly Line[]): boolean {
  const marks = lines.filter((line) => isButton(line.text) || TIME_LINE.test(line.text)).length
  const prose = lines.filter((line) => isProse(line.text)).length
  return marks >= MIN_ENTRIES && prose >= MIN_ENTRIES
}

/** Code units of a button at most; longer lines need no look at the rules. */
const MAX_BUTTON_LENGTH = 40

function isButton(text: string): boolean {
  if (text.length > MAX_BUTTON_LENGTH) return false
  const rule = lineRule(text)
  return rule === 'live-button' || rule === 'share-button'
}

/**
 * Returns the lines that open entries: time lines before text; else, after a row of buttons, the entry's heading, or the last button
 * where the entry has none.
 */
function entryLines(lines: readonly Line[]): Set<number> {
  const opens = new Set<number>()
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1]
    if (next === undefined) break
    if (TIME_LINE.test(line.text)) {
      if (!TIME_LINE.test(next.text) && isFollowed(lines, i)) opens.add(i)
    } else if (
      isButton(line.text) &&
      !isButton(next.text) &&
      !TIME_LINE.test(next.text) &&
      isFollowed(lines, i)
    ) {
      opens.add(isHeading(lines, i + 1) ? i + 1 : i)
    }
  }
  return opens
}

/** Lines after a time or button within which running text must follow, so that a list of headlines is no live blog. */
const REACH = 4

function isFollowed(lines: readonly Line[], i: number): boolean {
  return lines.slice(i + 1, i + 1 + REACH).some((line) => isProse(line.text))
}

/** The entry's time on the day of the report; without a day the time alone. */
function timeOf(text: string, header: TextHeader): { time?: string } {
  const time = entryTime(text, header.metadata.published?.value.slice(0, 10) ?? '')
  return time === undefined ? {} : { time }
}
