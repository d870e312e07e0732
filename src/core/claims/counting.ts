import type { Player } from './cast'
import { FUTURE } from './cues/en/deeds'
import type { Reported } from './reported'
import type { Statement } from './statement'

/* What single wordings tell of a side: another count than the office's, a fact beside a denial, an answer through counsel. */

/** "Police put the crowd at 18,000. Organisers spoke of 90,000.": another number than that of the office. */
export function countsAgainst(statements: readonly Statement[], i: number): boolean {
  const { source, sentence } = statements[i] ?? {}
  if (
    sentence === undefined ||
    !COUNTERS.test(source?.name ?? '') ||
    !A_NUMBER.test(sentence.lower)
  )
    return false
  return statements
    .slice(Math.max(0, i - 2), i)
    .some(
      (s) =>
        /^(?:police|official|ministry|state|emergency)$/.test(s.source?.type ?? '') &&
        A_NUMBER.test(s.sentence.lower)
    )
}
const COUNTERS =
  /\b(?:organi[sz]ers?|rivals?|opposition|unions?|campaigners|protest (?:leaders?|group))\b/i
const A_NUMBER = /\b\d[\d,.]{2,}|\b(?:hundreds?|thousands?|millions?|half|\w+ per cent)\b/

/** "rejected any link, saying that its last blast was in May": a denial, and what is told beside it. */
export function addsToDenial({ sentence, kind, source }: Statement, player: Player): boolean {
  const told = BESIDE_DENIAL.exec(sentence.voice)?.[1]
  if (kind !== 'claim' || player.impartial || source?.type === 'unnamed' || told === undefined)
    return false
  return !FUTURE.test(told) && !OPINION_ONLY.test(told) && told.split(' ').length > FEW_WORDS
}
const BESIDE_DENIAL =
  /, (?:saying|adding|insisting|arguing|stating)(?: instead)?(?: that)? ((?:\S+ ){3}.*)/
const OPINION_ONLY =
  /^(?:it|they|he|she|there|this|that|these|those) (?:was|were|is|are|had|has) (?:no|not|nothing|never|without|false|untrue|baseless|absurd|wrong|nonsense|politically)\b/
/** "saying the sale was lawful": as many words only deny once more. */
const FEW_WORDS = 5

/** "said through his lawyer that he knew nothing of it": whoever answers so has something to answer for. */
export function throughCounsel({ sentence }: Statement, player: Player, clause: Reported): boolean {
  return (
    !player.impartial && !clause.future && !clause.question && COUNSEL_SPEAKS.test(sentence.voice)
  )
}
const COUNSEL_SPEAKS =
  /\bthrough (?:his|her|their|its|a|an) (?:lawyers?|attorneys?|solicitors?|counsel|legal team|barristers?)\b/

/** Verbs that tell what somebody thinks of a thing, not what they say of it. */
const OPINION =
  /^(?:think|believe|consider|deem|judge|describe|call|expect|hope|fear|doubt|label|brand|wonder|forecast|predict|warn|ask|praise|urge|announce)$/

/** Says whether nothing is said beside what is thought: "called the case revenge and said the tapes had been cut" tells of tapes. */
export function onlyThinks({ attributions }: Statement): boolean {
  const [first, ...more] = attributions.filter((a) => !a.negated)
  if (!OPINION.test(first?.verb?.lemma ?? '')) return false
  return !more.some((a) => a.frame === 'says' && !a.trailing && a.verb?.lemma === 'say')
}
