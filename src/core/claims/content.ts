import type { Span } from '../text/span'
import type { Attribution } from './citation'

/** "that", and where or when it was said: "on a call that". */
const LEAD = /^(?:\s+(?:on|in|at|via|during)\s[^,;:“"]{1,40}?\s(?=that\b))?(?:\s+that\b|[\s,:])+/
const EDGE = /[\s,;:–—-]/

/**
 * Returns the part of a sentence that is claimed: without "X said that" in front and ", X said" behind. Offsets count in the
 * sentence; never empty.
 */
export function contentOf(text: string, attributions: readonly Attribution[]): Span {
  let start = 0
  let end = text.length
  const frames = attributions.filter((a) => a.frame !== 'participle')
  for (const a of frames) {
    const from = Math.min(a.cue.start, a.source?.start ?? a.cue.start)
    const to = Math.max(a.cue.end, a.source?.end ?? a.cue.end, a.beside?.end ?? 0)
    const heard = Math.max(to, a.told?.end ?? 0)
    const rest = text.slice(heard).replace(LEAD, '')
    const before = text.slice(0, from)
    const quoted = /["”']\s*$/.test(before) && before.length > rest.length
    if (a.trailing || quoted) {
      if (from > text.length / 4) end = Math.min(end, from)
      else if (from <= 2) start = Math.max(start, text.length - rest.length)
    } else if (text.slice(0, from).trim().split(/\s+/).length <= 6 && rest.length > 12) {
      start = Math.max(start, text.length - rest.length)
    }
  }
  if (end - start < 8) {
    start = 0
    end = text.length
  }
  while (start < end && EDGE.test(text.charAt(start))) start++
  while (end > start && EDGE.test(text.charAt(end - 1))) end--
  return end > start ? { start, end } : { start: 0, end: text.length }
}
