import { textUnder, type Span } from '../text/span'
import { isCredit } from './credits'
import { CUE } from './cues'
import type { Whereabouts } from './elsewhere'
import { pairText } from './fact-change'
import { isPointer } from './formula'
import { tellsOfPicture } from './frames'
import type { Change } from './model'
import { wordsUnder, type BodyWord, type Prepared } from './report'

/** A report whose statements are looked for in another one. */
export interface Teller {
  readonly report: Prepared
  readonly other: Whereabouts
  /** Most of its sentences have partners, so that those without one stand out. */
  readonly isMatched: boolean
}

/** Words from which a lone sentence is a statement and not a label, and the same with a stop at its end. */
const MIN_STATEMENT = 5
const MIN_SENTENCE = 4
const STOPPED = /[.!?][”"’']?$/u

/** Returns what a sentence without a partner is: a statement more, one that stands elsewhere, or a mere label. */
export function loneStatement(
  side: 'a' | 'b',
  { report, other, isMatched }: Teller,
  span: Span,
  blocks: readonly number[]
): Pick<Change, 'kind' | 'strength' | 'a' | 'b' | 'text'> {
  const place = side === 'a' ? { a: span } : { b: span }
  if (other.hasSentence(report, span))
    return { kind: 'moved', strength: 'minor', ...place, text: ELSEWHERE }
  const text = textUnder(report.report.text, span)
  const words = wordsUnder(report, span)
  const roles = blocks.map((index) => report.report.blocks[index]?.role)
  const minor =
    words.length < (STOPPED.test(text) ? MIN_SENTENCE : MIN_STATEMENT) ||
    roles.every((role) => role === 'heading' || role === 'caption') ||
    isCredit(text) ||
    isPointer(text, words.length)
  const strong = !minor && isMatched && isNews(text, words, other)
  return {
    kind: side === 'a' ? 'omission' : 'addition',
    strength: minor ? 'minor' : strong ? 'strong' : 'soft',
    ...place,
    text: side === 'a' ? pairText(text, undefined) : pairText(undefined, text)
  }
}

export const ELSEWHERE = 'stands in another sentence'

/** Words from which a sentence may be news by itself, and the same when it tells of the dead and hurt. */
const MIN_NEWS = 8
const MIN_TOLL = 5
/** Share of its telling words that the other report must lack: with fewer it is told there in other words. */
const UNTOLD = 0.25
/** Families of words of which news has one: who says it, how many, what happened to whom. */
const CLAIM = CUE.speech | CUE.number | CUE.figure | CUE.toll | CUE.event
/** A sentence that goes on with the one before, which stands for both: "It added …", "“…,” she said". */
const GOES_ON =
  /^["“”'‘]?(?:He|She|It|They|This|That|These|Those|His|Her|Its|Their)\b|["”’'] (?:he|she|it|they) \p{L}+/u
const QUOTED = /^["“‘]|^[^"“]*["”]$/u

/** Says whether a lone sentence makes a claim of its own of which the other report tells nothing. */
function isNews(text: string, words: readonly BodyWord[], other: Whereabouts): boolean {
  if (words.length < MIN_TOLL || !STOPPED.test(text) || GOES_ON.test(text)) return false
  let cues = 0
  for (const { word } of words) cues |= word.cues
  if (words.length < MIN_NEWS && (cues & CUE.toll) === 0) return false
  if ((cues & CLAIM) === 0 || (QUOTED.test(text) && (cues & CUE.speech) === 0)) return false
  return other.shareUntold(words) >= UNTOLD && !tellsOfPicture(text)
}
