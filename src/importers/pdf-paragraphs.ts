import type { ImportedBlock } from '../core/text/canonical'
import { count, most, type Line } from './pdf-lines'
import type { Column } from './pdf-order'

/** Step between baselines, in multiples of the usual one, from which a new paragraph begins. */
const PARAGRAPH_LEADING = 1.3
/** Change of font size, as a share, from which a new paragraph begins. */
const SIZE_CHANGE = 0.12
/** Indent of a first line, in font sizes. */
const MIN_INDENT = 0.7
const MAX_INDENT = 6
/** Part of the column's width that a line must fall short of for a full stop at its end to close the paragraph. */
const SHORT_LINE = 0.12
/** Part of the column's width from which a line that falls short of it closes the paragraph whatever stands at its end. */
const VERY_SHORT_LINE = 0.3
/** Font size, in multiples of the body's, from which a short paragraph is a heading. */
const HEADING_SIZE = 1.12
/** Longest heading, in characters. */
const MAX_HEADING_CHARS = 220

const BULLET = /^(?:[•‣◦▪●■○–·∙]|\uF0B7|[-*](?=\s))\s*/
// "1.", "12)", "(a)" at the head of a numbered item.
const ORDINAL = /^\(?(?:\d{1,3}|[a-z])[.)]\s/
const SENTENCE_END = /[.!?…:;。！？»”"’')\]]$/
const HYPHEN_END = /\p{L}[-\u00AD\u2010]$/u

/** A paragraph on its way to a block. */
interface Paragraph {
  text: string
  readonly size: number
  readonly bullet: boolean
}

/** Returns the font size of most of the text, 10 when there is none. */
export function bodySizeOf(lines: Iterable<Line>): number {
  const chars = new Map<number, number>()
  for (const line of lines) count(chars, line.size, line.text.length)
  return most(chars) ?? 10
}

/**
 * Joins lines into paragraphs and headings, over columns and pages where a sentence goes on.
 *
 * Words parted by a hyphen at a line's end are joined; the hyphen stays where the document writes the word with it elsewhere.
 */
export function toBlocks(columns: readonly Column[], bodySize: number): ImportedBlock[] {
  const words = knownWords(columns)
  const paragraphs: Paragraph[] = []
  for (const column of columns) {
    const next = paragraphsOf(column, words)
    const [first] = next
    const last = paragraphs.at(-1)
    if (first !== undefined && last !== undefined && goesOn(last, first)) {
      last.text = joinLines(last.text, first.text, words)
      next.shift()
    }
    for (const paragraph of next) paragraphs.push(paragraph)
  }
  return paragraphs.map((paragraph) => toBlock(paragraph, bodySize))
}

function paragraphsOf(column: Column, words: ReadonlySet<string>): Paragraph[] {
  const paragraphs: Paragraph[] = []
  const left = mostUsed(column.map((line) => Math.round(line.left)))
  const right = column.reduce((most, line) => Math.max(most, line.right), -Infinity)
  const leading = usualLeading(column)
  let last: Line | undefined
  for (const line of column) {
    const current = paragraphs.at(-1)
    if (
      current === undefined ||
      last === undefined ||
      startsParagraph(line, last, { left, right, leading })
    )
      paragraphs.push({
        text: line.text.replace(BULLET, ''),
        size: line.size,
        bullet: BULLET.test(line.text)
      })
    else current.text = joinLines(current.text, line.text, words)
    last = line
  }
  return paragraphs
}

interface Shape {
  readonly left: number
  readonly right: number
  /** Usual step between baselines in font sizes. */
  readonly leading: number
}

function startsParagraph(line: Line, last: Line, shape: Shape): boolean {
  const size = Math.max(line.size, last.size)
  const step = last.y - line.y
  // Cells of one row of a table, or a line beside another: not a new paragraph by height.
  if (step < 0.4 * size) return line.left - last.right > 3 * size
  if (Math.abs(line.size - last.size) > SIZE_CHANGE * size) return true
  if (step > Math.max(shape.leading, 1) * size * PARAGRAPH_LEADING) return true
  if (BULLET.test(line.text)) return true
  if (ORDINAL.test(line.text) && (SENTENCE_END.test(last.text) || ORDINAL.test(last.text)))
    return true
  const indent = (line.left - shape.left) / size
  const lastIndent = (last.left - shape.left) / size
  if (indent >= MIN_INDENT && indent <= MAX_INDENT && lastIndent < MIN_INDENT / 2) return true
  const missing = (shape.right - last.right) / (shape.right - shape.left)
  if (missing <= SHORT_LINE || !fits(line, last, shape.right - last.right)) return false
  return missing > VERY_SHORT_LINE || SENTENCE_END.test(last.text)
}

/** Whether the first word of a line would have had room at the end of the line before: then the break was meant. */
function fits(line: Line, last: Line, missing: number): boolean {
  const word = /^\S+/.exec(line.text)?.[0] ?? ''
  const charWidth = (last.right - last.left) / Math.max(1, last.text.length)
  return (word.length + 1) * charWidth <= missing
}

function usualLeading(column: Column): number {
  const steps = new Map<number, number>()
  let last: Line | undefined
  for (const line of column) {
    const step = last === undefined ? 0 : (last.y - line.y) / Math.max(1, line.size)
    if (step > 0.8 && step < 3) count(steps, Math.round(step * 20) / 20, 1)
    last = line
  }
  return most(steps) ?? 1.2
}

function mostUsed(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) count(counts, value, 1)
  return most(counts) ?? 0
}

/** Whether a paragraph broken by the end of a column or page goes on in the next one. */
function goesOn(last: Paragraph, next: Paragraph): boolean {
  if (next.bullet || Math.abs(last.size - next.size) > SIZE_CHANGE * last.size) return false
  if (HYPHEN_END.test(last.text)) return /^\p{Ll}/u.test(next.text)
  return !SENTENCE_END.test(last.text) && /^[\p{Ll}\d(“"‘]/u.test(next.text)
}

/** Joins two lines: "inter-" and "national" become "international", others are parted by a space. */
function joinLines(before: string, after: string, words: ReadonlySet<string>): string {
  if (/\u00AD$/.test(before)) return before.slice(0, -1) + after
  if (HYPHEN_END.test(before) && /^\p{Ll}/u.test(after)) {
    const head = lastWord(before.slice(0, -1))
    const tail = firstWord(after)
    const keepsHyphen =
      words.has(`${head}-${tail}`.toLowerCase()) && !words.has((head + tail).toLowerCase())
    return keepsHyphen ? before + after : before.slice(0, -1) + after
  }
  // Chinese, Japanese and Korean lines are not parted by spaces.
  if (CJK.test(before.slice(-1)) && CJK.test(after.slice(0, 1))) return before + after
  return `${before} ${after}`
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、！？：；「」『』（）]/u

function lastWord(text: string): string {
  return /[\p{L}\p{N}'’-]{0,60}$/u.exec(text.slice(-60))?.[0] ?? ''
}

function firstWord(text: string): string {
  return /^[\p{L}\p{N}'’-]{0,60}/u.exec(text)?.[0] ?? ''
}

/** Words that stand whole inside lines, lower case; they tell how a word parted at a line's end is written. */
function knownWords(columns: readonly Column[]): Set<string> {
  const words = new Set<string>()
  for (const column of columns)
    for (const line of column)
      for (const match of line.text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’-]{0,60}[\p{L}\p{N}]/gu))
        words.add(match[0].toLowerCase())
  return words
}

function toBlock(paragraph: Paragraph, bodySize: number): ImportedBlock {
  const text = paragraph.text.replaceAll('\u00AD', '').replace(/ {2,}/g, ' ')
  if (paragraph.bullet) return { text, role: 'list-item' }
  if (paragraph.size >= bodySize * HEADING_SIZE && text.length <= MAX_HEADING_CHARS)
    return { text, role: 'heading', level: paragraph.size >= bodySize * 1.6 ? 1 : 2 }
  return { text, role: 'paragraph' }
}
