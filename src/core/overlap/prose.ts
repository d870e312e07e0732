import type { Canonical } from '../article/article'

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
  const body = blocks.flatMap((block, index) =>
    block.furniture === undefined
      ? [{ index, role: block.role, line: text.slice(block.span.start, block.span.end) }]
      : []
  )
  return body
    .filter(({ role, line }, place) => {
      const next = body[place + 1]?.line ?? ''
      if (role === 'caption' || isCaption(line) || isLoneCredit(next)) return false
      if (STOPPED.test(line) || LOWER_START.test(next)) return true
      return wordsIn(line) >= LONG_LINE
    })
    .map(({ index }) => index)
}

const wordsIn = (line: string): number => line.match(WORDS)?.length ?? 0

const isCaption = (line: string): boolean => line.length <= MAX_CAPTION && PHOTO_CREDIT.test(line)

const isLoneCredit = (line: string): boolean => isCaption(line) && wordsIn(line) <= MAX_CREDIT
