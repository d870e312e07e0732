import type { Block } from '../article/article'
import type { Span } from './span'

/** A match with what it answers: matches of the same `leaf` answer the same word or phrase. */
export interface LeafMark {
  readonly span: Span
  readonly leaf: number
}

/** A readable cut; `marks` count within it. */
export interface Cut {
  readonly span: Span
  readonly marks: readonly Span[]
}

/** Wished length of a cut in UTF-16 units. Two lines of a result row. */
export const EXCERPT_LENGTH = 240
/** How far a cut is moved for the next word, in UTF-16 units. */
const LONGEST_WORD = 24
/** What an answer to another word is worth against one more answer to the same. Higher favours variety. */
const VARIETY = 4

interface Window {
  readonly span: Span
  /** The marks of its block. */
  readonly inside: readonly LeafMark[]
  readonly worth: number
}

/**
 * Returns the best cuts of a text, best first: stretches of one block in which most of the query's words stand, then most marks.
 * Cuts begin and end at word boundaries and do not overlap. Without marks the opening of the first paragraph comes back.
 *
 * @param blocks - those that may be shown, ascending
 * @param marks - ascending
 */
export function excerpts(
  text: string,
  blocks: readonly Block[],
  marks: readonly LeafMark[],
  count: number
): Cut[] {
  const windows = blocks.flatMap((block) => windowsOf(text, block, marks))
  windows.sort((a, b) => b.worth - a.worth || a.span.start - b.span.start)
  const chosen: Window[] = []
  for (const window of windows) {
    if (chosen.length >= count) break
    const taken = chosen.some(
      (other) => window.span.start < other.span.end && other.span.start < window.span.end
    )
    if (!taken) chosen.push(window)
  }
  if (chosen.length > 0)
    return chosen.map(({ span, inside }) => ({
      span,
      marks: within(inside, span).map(({ span: { start, end } }) => ({
        start: start - span.start,
        end: end - span.start
      }))
    }))
  const first = blocks.find((block) => block.role === 'paragraph') ?? blocks[0]
  return first === undefined
    ? []
    : [{ span: cutFrom(text, first.span, first.span.start), marks: [] }]
}

/** Returns a window for each mark of the block that could open one. O(marks in block × marks in a window). */
function windowsOf(text: string, block: Block, marks: readonly LeafMark[]): Window[] {
  const inside = within(marks, block.span)
  const found: Window[] = []
  let coveredTo = -1
  inside.forEach((mark, i) => {
    // A window that begins inside the last one and holds no more is no better.
    if (mark.span.start < coveredTo && i % 4 !== 0) return
    const limit = mark.span.start + EXCERPT_LENGTH
    const leaves: number[] = []
    let held = 0
    let end = mark.span.end
    for (let at = i; at < inside.length && at < i + 64; at++) {
      const other = inside[at]
      // They ascend by beginning: none after this one ends in time.
      if (other === undefined || other.span.start > limit) break
      if (other.span.end > limit) continue
      held++
      end = other.span.end
      if (!leaves.includes(other.leaf)) leaves.push(other.leaf)
    }
    const slack = Math.max(0, EXCERPT_LENGTH - (end - mark.span.start))
    const span = cutFrom(text, block.span, mark.span.start - Math.floor(slack / 2))
    coveredTo = span.end
    const worth = leaves.length * VARIETY + Math.min(held, VARIETY - 1)
    found.push({ span, inside, worth })
  })
  return found
}

/** Returns the marks that lie within a span, by halving. */
function within(marks: readonly LeafMark[], span: Span): LeafMark[] {
  let low = 0
  let high = marks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((marks[middle]?.span.start ?? 0) < span.start) low = middle + 1
    else high = middle
  }
  const found: LeafMark[] = []
  for (let i = low; i < marks.length; i++) {
    const mark = marks[i]
    if (mark === undefined || mark.span.start >= span.end) break
    if (mark.span.end <= span.end) found.push(mark)
  }
  return found
}

/** Returns a cut of the wished length within a block that begins near `wished`, at word boundaries. */
function cutFrom(text: string, block: Span, wished: number): Span {
  let start = Math.max(block.start, Math.min(wished, block.end - EXCERPT_LENGTH))
  if (start > block.start) {
    // Forward to the next word, but not far: scripts without spaces have none.
    const space = nextSpace(text, start)
    if (space >= 0) start = space + 1
    else if (isLowSurrogate(text, start)) start++
  }
  let end = Math.min(block.end, start + EXCERPT_LENGTH)
  if (end < block.end) {
    const rest = nextSpace(text, end)
    if (rest >= 0) end = rest
    else if (isLowSurrogate(text, end)) end++
  }
  return { start, end: Math.min(end, block.end) }
}

/** Returns the place of the next white space within the length of a word; −1 when there is none. */
function nextSpace(text: string, from: number): number {
  const end = Math.min(text.length, from + LONGEST_WORD)
  for (let at = from; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 32 || (unit !== 45 && (unit < 48 || unit > 122) && /\s/u.test(text.charAt(at))))
      return at
  }
  return -1
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff
}
