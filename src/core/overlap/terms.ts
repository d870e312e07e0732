import { FUNCTION_WORDS } from '../text/function-words'
import { fold } from '../text/fold'
import { words } from '../text/segment'
import type { Canonical } from '../article/article'
import { hashWord } from './shingle'

/** What a report is about: its telling words and how often they stand, most frequent first. The arrays run in parallel. */
export interface Terms {
  readonly hashes: Uint32Array
  /** 1 + ln(count). */
  readonly weights: Float32Array
}

/** Terms kept per report. More cost memory and add nothing on the study's collections. */
const MAX_TERMS = 120
/** Shortest word that is a term, in letters. */
const MIN_TERM = 3

/** Returns the terms of a report's body. O(length). */
export function termsOf(report: Canonical): Terms {
  const counts = new Map<string, number>()
  for (const { span, furniture } of report.blocks) {
    if (furniture !== undefined) continue
    for (const word of words(report.text, span)) {
      const term = termOf(report.text.slice(word.start, word.end))
      if (term !== undefined) counts.set(term, (counts.get(term) ?? 0) + 1)
    }
  }
  const top = [...counts]
    .sort(([x, many], [y, more]) => more - many || (x < y ? -1 : 1))
    .slice(0, MAX_TERMS)
  return {
    hashes: Uint32Array.from(top, ([term]) => hashWord(term)),
    weights: Float32Array.from(top, ([, count]) => 1 + Math.log(count))
  }
}

/** Returns the comparison form of a word as a term, or undefined when it tells nothing. */
export function termOf(word: string): string | undefined {
  const folded = fold(word).replace(/'s$/, '')
  if (folded.length < MIN_TERM || FUNCTION_WORDS.has(folded)) return undefined
  return folded.length > 4 && folded.endsWith('s') && !folded.endsWith('ss')
    ? folded.slice(0, -1)
    : folded
}
