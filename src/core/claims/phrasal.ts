import type { Attribution } from './citation'
import { REPORTING_VERBS } from './cues/en/reporting'
import type { ReportingVerb } from './cues/en/reporting'
import { leftPhrase } from './phrases'
import { firstWithin, lastWithin } from './tokens'
import type { Token } from './tokens'
import { BE } from './verb-place'

/* Verbs of saying that are more than a word: "went on", "points out that", "was the first to report". */

/** Most tokens of a teller that stands behind what is told. */
export const MAX_TELLER = 7

/** "The pumps, it went on, had been tested", "…, he let slip": verbs of two words, where what is said stands around them. */
export function phrasalAt(tokens: readonly Token[], i: number): Attribution | undefined {
  const [token, second] = [tokens[i], tokens[i + 1]]
  const known = PHRASAL.get(token?.lower ?? '')
  if (token === undefined || second === undefined || known?.particle !== second.lower)
    return undefined
  // "Venn points out that the pumps had been tested"
  const clause =
    second.lower === 'out' && tokens[i + 2]?.lower === 'that' && tokens[i + 5] !== undefined
  const subject = clause ? leftPhrase(tokens, i) : undefined
  const means = REPORTING_VERBS.get(known.means)
  if (subject !== undefined && means !== undefined) {
    const cue = { start: token.start, end: second.end }
    return { frame: 'says', ...subject, verb: means, cue, trailing: false, negated: false }
  }
  const comma = lastWithin(tokens, [i - MAX_TELLER, i], (t) => t.kind !== 'word')
  const after = firstWithin(tokens, [i + 2, i + PHRASAL_REACH + 1], (t) => t.kind !== 'word')
  const reach = token.lower === 'let' ? PHRASAL_REACH : 2
  const ends = after < 0 && tokens.length <= i + PHRASAL_REACH + 1
  const around = comma > 0 && (ends || (after > 0 && after - i <= reach))
  const left = leftPhrase(tokens, i)
  const verb = REPORTING_VERBS.get(known.means)
  if (!around || left === undefined || verb === undefined || i - comma > MAX_TELLER)
    return undefined
  const cue = { start: token.start, end: second.end }
  return { frame: 'says', ...left, verb, cue, trailing: true, negated: false }
}

const PHRASAL: ReadonlyMap<string, { readonly particle: string; readonly means: string }> = new Map(
  [
    ['went', { particle: 'on', means: 'said' }],
    ['goes', { particle: 'on', means: 'says' }],
    ['let', { particle: 'slip', means: 'said' }],
    ['pointed', { particle: 'out', means: 'said' }],
    ['points', { particle: 'out', means: 'says' }]
  ]
)
/** Words that may stand behind such a verb before its clause ends. */
const PHRASAL_REACH = 6

/** "The weekly Nagar Khabar was the first to report that": an outlet, whoever came after it. */
export function firstTo(
  tokens: readonly Token[],
  i: number,
  verb: ReportingVerb
): Attribution | undefined {
  const token = tokens[i]
  const first = tokens[i - 3]?.lower === 'the' ? i - 3 : i - 2
  if (token === undefined || !BE.has(tokens[first - 1]?.lower ?? '')) return undefined
  // "the first to report for duty"
  if (/^(?:for|to|back)$/.test(tokens[i + 1]?.lower ?? '')) return undefined
  const left = leftPhrase(tokens, first - 1)
  if (left === undefined || !/^(?:say|relay)$/.test(verb.verbClass)) return undefined
  const cue = { start: token.start, end: token.end }
  return { frame: 'says', ...left, verb, cue, trailing: false, negated: false }
}
