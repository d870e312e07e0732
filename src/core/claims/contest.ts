import {
  ADVOCATE,
  BOMBS,
  CONTENDER,
  COURT,
  GRAVE,
  LABOUR,
  MOUTHPIECE,
  NEUTRAL_IN_LABOUR,
  NO_ADVOCATE,
  OWN_SUBJECT,
  STEP,
  TALKS
} from './cues/en/contest'
import { CALLED_BY } from './cues/en/camps'
import { FAULTS, MERIT } from './cues/en/deeds'
import type { Sentence } from './sentence'

/* Disputes without arms: courts, labour, politics, business. Who speaks for a side there, and of what. Own lists. */

/** What kind of dispute an item is about, by the share of its sentences that speak of it, 0…1. */
export interface Contest {
  readonly court: number
  readonly labour: number
}

/** Says which dispute a sentence speaks of. */
export function speaksOfContest(sentence: Sentence): { court: boolean; labour: boolean } {
  const labour = LABOUR.test(sentence.lower) && !BOMBS.test(sentence.lower)
  return { court: COURT.test(sentence.lower), labour }
}

/** From this share on "the State" is the one that prosecutes. */
const COURT_SHARE = 0.3
/** From this share on a labour dispute makes sides of those who speak for its parties. */
const LABOUR_SHARE = 0.3

/** Says whether a content charges somebody else with what only its speaker calls a fault. */
export function chargesOthers(content: string): boolean {
  return !OWN_SUBJECT.test(content) && (GRAVE.test(content) || TALKS.test(content))
}

/** Who speaks, and of what, as far as it decides whether a side does. */
export interface ContestFacts {
  /** Name and post of the source, lower case. */
  readonly who: string
  /** How the sentence introduces the source, lower case. */
  readonly introduced: string
  /** The source has a name of its own. */
  readonly named: boolean
  readonly type: string
  readonly content: string
  readonly contest: Contest
}

/** Who studies a matter, in whosever service: "a researcher at the security firm Orbel". */
const STUDIES = /\b(?:researchers?|analysts?|scientists?|professor|economists?|forensic \w+)\b/

/** Says whether the source speaks as a side of a dispute that is no war. */
export function isContender(facts: ContestFacts): boolean {
  const { who, type, content, contest } = facts
  if (/^(?:court|police|emergency|health|un|monitor|media|wire)$/.test(type)) return false
  const own = OWN_SUBJECT.test(content)
  if (STUDIES.test(`${who} ${facts.introduced}`)) return false
  if (ADVOCATE.test(who.replace(CALLED_BY, '')) && !NO_ADVOCATE.test(who))
    return !STEP.test(content)
  // "It is the State's case that"
  if (contest.court >= COURT_SHARE && /^(?:the )?(?:state|crown|people)$/.test(who.trim()))
    return true
  if (
    (type === 'company' ||
      (type === 'unknown' && facts.named && /^(?:that )?(?:its|our)\b/.test(content))) &&
    MERIT.test(content) &&
    !/\bjobs?\b/.test(content)
  )
    return true
  const labour = contest.labour >= LABOUR_SHARE
  if (labour && !NEUTRAL_IN_LABOUR.test(who) && type !== 'unnamed') {
    // "Colport Buses" in a strike: a body with a name that nothing else is told of employs the strikers.
    const speaks =
      CONTENDER.test(who) ||
      MOUTHPIECE.test(who) ||
      type === 'company' ||
      (type === 'unknown' && facts.named)
    if (speaks) return !STEP.test(content)
    if (FAULTS.test(content) || /^(?:"|“)?they /.test(content)) return type === 'person'
  }
  if (own) return false
  if (CONTENDER.test(who) || type === 'company' || type === 'party-politician')
    return FAULTS.test(content) || TALKS.test(content)
  if (type === 'official' || type === 'state' || type === 'ministry')
    return GRAVE.test(content) || (type === 'state' && TALKS.test(content))
  return false
}
