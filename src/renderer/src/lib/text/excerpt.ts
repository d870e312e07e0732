import type { Excerpt } from '../../../../shared/shapes'

/** Letters shown before the first mark; the rest of the line is for what follows it. */
const LEAD = 50

/**
 * The part of an excerpt that its lines can hold: from a word shortly before its first mark on, so that the mark is never cut off, and not
 * much further than they reach, because text out of sight is laid out like any other.
 *
 * @param letters - how many the lines can hold at most
 */
export function cutToFit(
  { text, marks }: Pick<Excerpt, 'text' | 'marks'>,
  letters: number
): Pick<Excerpt, 'text' | 'marks'> {
  const first = marks[0]?.start ?? 0
  const word = first <= LEAD ? 0 : text.indexOf(' ', first - LEAD) + 1
  const from = word > first ? 0 : word
  const limit = from + letters
  const gap = limit < text.length ? text.indexOf(' ', limit) : -1
  const to = gap < 0 ? text.length : gap
  if (from === 0 && to === text.length) return { text, marks }
  const lead = from === 0 ? '' : '…'
  const shift = from - lead.length
  return {
    text: lead + text.slice(from, to) + (to < text.length ? '…' : ''),
    marks: marks
      .filter(({ start }) => start < to)
      .map(({ start, end }) => ({ start: start - shift, end: Math.min(end, to) - shift }))
  }
}
