import type { Block, Canonical } from '../article/article'

/** Words from which a line without a stop at its end is still prose. Menus, teasers and captions are shorter. */
const LONG_LINE = 25
const STOPPED = /[.!?…。！？:;][)\]"'”’»\s]{0,4}$/u
const WORDS = /[\p{L}\p{N}]+/gu
// "(AP Photo/…)", "Photo: … / Getty Images": an agency's pictures travel with their captions, whatever the story around them.
const PHOTO_CREDIT =
  /\b(?:AP|AFP|EPA|Reuters|Pool) ?Photo\b|\/\s?[\p{L} ]{2,30} via (?:AP|Reuters|AFP)\b|\bvia (?:AP|Getty Images)\b|\bGetty Images\b|\b(?:Photo|Image|Picture)(?: (?:by|credit))?: ?\p{Lu}/u
const LOWER_START = /^\P{L}{0,2}\p{Ll}/u

/**
 * Returns the blocks in which a report speaks in sentences: not furniture, and a stop at the end, or long, or going on in the
 * next line. Menus, captions, teasers of other stories and lists of sections are left out, so that two pages of one site do not overlap
 * by what surrounds their stories.
 */
export function proseBlocks({ text, blocks }: Canonical): Block[] {
  const body = blocks.filter(({ furniture }) => furniture === undefined)
  return body.filter(({ span, role }, index) => {
    const line = text.slice(span.start, span.end)
    if (role === 'caption' || isCaption(line)) return false
    if (STOPPED.test(line)) return true
    const next = body[index + 1]
    if (next !== undefined && LOWER_START.test(text.slice(next.span.start, next.span.start + 4)))
      return true
    return (line.match(WORDS)?.length ?? 0) >= LONG_LINE
  })
}

/** Longest caption, in code units; beyond it a credit stands inside prose. */
const MAX_CAPTION = 600

const isCaption = (line: string): boolean => line.length <= MAX_CAPTION && PHOTO_CREDIT.test(line)
