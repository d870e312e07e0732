import { textUnder, type Span } from '../text/span'
import { isCredit } from './credits'
import { CUE } from './cues'
import type { Whereabouts } from './elsewhere'
import { pairText } from './fact-change'
import { isPointer } from './formula'
import { tellsOfPicture } from './frames'
import type { AlignmentRow, Change } from './model'
import { firstUnder, wordsUnder, type Prepared, type Unit } from './report'

/** A report whose lone sentences are looked at, beside the other one. */
export interface Teller {
  readonly report: Prepared
  readonly other: Whereabouts
  /** Where those of its lone sentences start that are news. */
  readonly news: ReadonlySet<number>
}

/** Words from which a lone sentence is a statement and not a label, and the same with a stop at its end. */
const MIN_STATEMENT = 5
const MIN_SENTENCE = 4
const STOPPED = /[.!?][”"’']?$/u

/** Returns what a sentence without a partner is: a statement more, one that stands elsewhere, or a mere label. */
export function loneStatement(
  side: 'a' | 'b',
  { report, other, news }: Teller,
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
  return {
    kind: side === 'a' ? 'omission' : 'addition',
    strength: minor ? 'minor' : news.has(span.start) ? 'strong' : 'soft',
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
/** A sentence that goes on with the one before: "It added …", "“…,” she said". Where that is news, it stands for both. */
const GOES_ON =
  /^["“”'‘]?(?:He|She|It|They|This|That|These|Those|His|Her|Its|Their)\b|["”’'] (?:he|she|it|they) \p{L}+/u
const QUOTED = /^["“‘]|^[^"“]*["”]$/u

/** White space that may stand between a sentence and one that goes on with it. */
const NEXT = 4
/** Similarity of a sentence that was kept, and how many lone ones for each of those still stand out. */
const KEPT = 0.5
const MOST_LONE = 3

/**
 * Returns where the sentences of one side start that make a claim of which the other report tells nothing, as long as so much was kept
 * that these are versions and not two newsrooms. What a report tells twice, as under a picture, counts once.
 */
export function newsOf(
  report: Prepared,
  other: Whereabouts,
  rows: readonly AlignmentRow[],
  side: 'a' | 'b'
): ReadonlySet<number> {
  const pairs = rows.flatMap((row) => row.pairs)
  const lone = pairs.filter(({ relation }) => relation === `only-${side}`)
  const kept = pairs.filter(({ similarity }) => similarity >= KEPT).length
  const news = new Set<number>()
  if (lone.length > MOST_LONE * kept) return news
  const told = new Set<number>()
  let end = -Infinity
  const spans = lone.flatMap((pair) => pair[side] ?? []).sort((x, y) => x.start - y.start)
  for (const span of spans) {
    const unit = report.units[firstUnder(report, span)]
    if (unit === undefined || told.has(unit.wording)) continue
    told.add(unit.wording)
    const text = textUnder(report.report.text, span)
    const goesOn = GOES_ON.test(text) || (QUOTED.test(text) && (unit.cues & CUE.speech) === 0)
    if (goesOn && span.start - end <= NEXT) end = span.end
    else if (isClaim(text, unit) && other.shareUntold(wordsUnder(report, span)) >= UNTOLD) {
      news.add(span.start)
      end = span.end
    }
  }
  return news
}

const isClaim = (text: string, { words, cues }: Unit): boolean =>
  words >= ((cues & CUE.toll) === 0 ? MIN_NEWS : MIN_TOLL) &&
  (cues & CLAIM) !== 0 &&
  STOPPED.test(text) &&
  !tellsOfPicture(text)
