import type { Span } from '../text/span'
import { PERSON_TITLES } from './actors/roles'
import { PREPOSITIONS, WEEKDAYS } from './cues/en/frames'
import { firstWithin, isCapital, tokensIn } from './tokens'
import type { Token } from './tokens'

/* Where in a phrase a name stands, a post ends or a verb hides, and whether it is of many. */

/** "disaster agency official Venn": up to three words, the last of them what somebody is, and a name. */
export function postAndName(tokens: readonly Token[], at: number): boolean {
  const name = firstWithin(tokens, [at + 1, at + POST_WORDS + 1], (t) => isCapital(t))
  const post = tokens[name - 1]
  return (
    name > 0 &&
    tokens.slice(at, name).every((t) => t.kind === 'word') &&
    /(?:official|chief|head|president|[a-z]{3,}(?:er|or|ist|ian|man|woman|person|ant))$/.test(
      post?.lower ?? ''
    )
  )
}
/** Words of a post before a name. */
const POST_WORDS = 3

/** "had spoken to | witnesses who described", "was torn apart by | an expert who said": the phrase begins behind the verb. */
export function afterVerb(tokens: readonly Token[], start: number, end: number): number {
  for (let k = end - 2; k > start; k--)
    if (
      (tokens[k]?.lower === 'by' || tokens[k]?.lower === 'to') &&
      (/^(?:spoken|spoke|talked)$/.test(tokens[k - 1]?.lower ?? '') ||
        (/^(?:\p{Ll}{2,}ed|torn|held|hit|run|shot|beaten|driven|taken)$/u.test(
          tokens[start]?.raw ?? ''
        ) &&
          k - start <= 2))
    )
      return k + 1
  return start
}

/** Says whether a source is of many, or may be: "officials", "police", "both". */
export function pluralEnd(tokens: readonly Token[], source: Span): boolean {
  const inside = tokensIn(tokens, source)
  const text = inside.map((t) => t.lower).join(' ')
  if (/^(?:they|we|i|you|many|some|others|most|both|people|police)\b/.test(text)) return true
  if (/\b(?:and|people|police|media|authorities|\w*men|sides)\b/.test(text)) return true
  const words = inside.filter((t) => t.kind === 'word')
  return words.some((t) => /[^s']s$/.test(t.lower) && !/^(?:this|his|its|news)$/.test(t.lower))
}

/** Longest name before its description, in tokens. */
export const MAX_NAME = 6

/** "Orla Venn, director of the port, and head of the guild, said": the comma after the name that opens the clause, or -1. */
export function nameBefore(tokens: readonly Token[], end: number): number {
  let start = end
  while (start > 0) {
    const token = tokens[start - 1]
    if (
      token === undefined ||
      token.kind === 'quote' ||
      (token.kind === 'mark' && !/^[,()]$/.test(token.raw))
    )
      break
    start--
  }
  const comma = firstWithin(tokens, [start + 1, end], (t) => t.raw === ',')
  if (comma < 0 || comma - start > MAX_NAME || comma >= end - 1) return -1
  // "Declan Venn (61), of the mill, has pleaded"
  const head = tokens
    .slice(start, comma)
    .filter((t) => !/^[()]$/.test(t.raw) && !/^\d+$/.test(t.raw))
  // "On Monday, the Courier, a daily, warned": a time is no name.
  if (PREPOSITIONS.has(head[0]?.lower ?? '') || head.some((t) => WEEKDAYS.has(t.lower))) return -1
  const named = head.filter((t) => isCapital(t) && !/^(?:the|an?)$/.test(t.lower)).length
  return named >= 2 &&
    head.every((t) => isCapital(t) || t.lower === 'of') &&
    (!isCapital(tokens[comma + 1]) ||
      PERSON_TITLES.has(tokens[comma + 1]?.lower ?? '') ||
      // "Orla Venn, U.S. envoy for …"
      tokens
        .slice(comma + 2, end)
        .some((t) => !isCapital(t) && PERSON_TITLES.has(t.lower) && !PREPOSITIONS.has(t.lower)))
    ? comma
    : -1
}
