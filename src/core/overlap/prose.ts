import type { Canonical } from '../article/article'
import { at } from '../at'

/** Words from which a line without a stop at its end is still prose. Menus, teasers and captions are shorter. */
const LONG_LINE = 25
/** Longest caption, in code units; beyond it a credit stands inside prose. */
const MAX_CAPTION = 600
/** Longest line that holds a credit and nothing else, in words: the line before it is the caption. */
const MAX_CREDIT = 9
const STOPPED = /[.!?…。！？:;][)\]"'”’»\s]{0,4}$/u
const WORDS = /[\p{L}\p{N}]+/gu
// "(AP Photo/…)", "Photo: … / Getty Images": an agency's pictures travel with their captions, whatever the story around them.
const PHOTO_CREDIT =
  /\b(?:AP|AFP|EPA|Reuters|Pool) ?Photo\b|\/\s?[\p{L} ]{2,30} via (?:AP|Reuters|AFP)\b|\bvia (?:AP|Getty Images)\b|\bGetty Images\b|\b(?:Photo|Image|Picture)(?: (?:by|credit))?: ?\p{Lu}/u
const LOWER_START = /^\P{L}{0,2}\p{Ll}/u

/**
 * Returns the indexes of the blocks in which a report speaks in sentences: not furniture, and a stop at the end, or long, or
 * going on in the next line. Menus, captions, teasers of other stories and lists of sections are left out, so that two pages of
 * one site do not overlap by what surrounds their stories.
 */
export function proseBlocks({ text, blocks }: Canonical): number[] {
  const prose: number[] = []
  // Most reports have no credit, and their lines need no closer look.
  const credits = CREDIT_WORDS.some((word) => text.includes(word))
  let next: Line | undefined
  // From the end, because the line after it says what a line is.
  for (let index = blocks.length - 1; index >= 0; index--) {
    const { span, role, furniture } = at(blocks, index)
    if (furniture !== undefined) continue
    const line = text.slice(span.start, span.end)
    const caption = credits && isCaption(line)
    const left = role === 'caption' || caption || (next?.caption === true && isShort(next.line))
    if (!left && isProse(line, next?.line ?? '')) prose.push(index)
    next = { line, caption }
  }
  return prose.reverse()
}

interface Line {
  readonly line: string
  readonly caption: boolean
}

/** Units at the end of a line in which `STOPPED` finds all that it looks for. */
const STOPPED_UNITS = 5

function isProse(line: string, next: string): boolean {
  if (STOPPED.test(line.slice(-STOPPED_UNITS)) || LOWER_START.test(next)) return true
  return wordsIn(line) >= LONG_LINE
}

const wordsIn = (line: string): number => line.match(WORDS)?.length ?? 0

/** Says whether a caption is so short that it is a credit and nothing else. */
const isShort = (caption: string): boolean => wordsIn(caption) <= MAX_CREDIT

/** Words of which one stands in every credit. */
const CREDIT_WORDS = ['Photo', 'via ', 'Getty', 'Image', 'Picture']

const isCaption = (line: string): boolean =>
  line.length <= MAX_CAPTION &&
  CREDIT_WORDS.some((word) => line.includes(word)) &&
  PHOTO_CREDIT.test(line)
