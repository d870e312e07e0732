import { PERSON_TITLES } from './actors/roles'
import {
  DETERMINERS,
  INSTITUTION_HEADS,
  PREPOSITIONS,
  PRONOUNS,
  UNNAMED_PEOPLE
} from './cues/en/frames'
import { NOUNISH, REPORTING_VERBS } from './cues/en/reporting'
import type { ReportingVerb } from './cues/en/reporting'
import { isCapital, lastWithin } from './tokens'
import type { Token } from './tokens'

/** Forms that make a passive. */
export const BE = new Set('is are was were be been being am get got'.split(' '))
/** Papers that say something. */
export const SPEECH_NOUN = /^(?:statement|letter|message|post|tweet|email|memo|note)s?$/
/** Heads whose verb is surely a verb: "the study shows", "the footage shows". */
export const FINDING_SUBJECT =
  /^(?:footage|videos?|study|studies|research|report|reports|survey|analysis|data|polls?|documents?|images?|photos?|photographs|statement|letter|authors?|teams?|records?|figures|results?|investigation|evidence|filings?|calendars?|accounts|logs?|emails?|memos?|papers?|transcripts?|tests?|audits?|review|index|census|findings|maps?|charts?|statistics|they|researchers|scientists|authorities|officials|it|he|she|we|i|ministry|agency|group|police|media|television|tv|broadcaster|channel)$/

/** "was reported", "have not been independently verified": a form of "be" before the verb, adverbs between them. */
export function isPassive(tokens: readonly Token[], i: number): boolean {
  let at = i - 1
  while (
    at > 0 &&
    /^(?:not|never|ever|yet|also|so|far|first|long|later|since|still|now|then|again|already|once|often|all|both|[a-z]{3,}ly)$/.test(
      tokens[at]?.lower ?? ''
    )
  )
    at--
  return BE.has(tokens[at]?.lower ?? '')
}

/** "plans announced by the ministry", "the service accused by Orbel": a participle with its agent after a noun. */
export function isReduced(tokens: readonly Token[], i: number, verb: ReportingVerb): boolean {
  const after = tokens[i + 2]
  return (
    !verb.base &&
    !verb.participle &&
    tokens[i]?.lower.endsWith('ed') === true &&
    tokens[i - 1]?.kind === 'word' &&
    tokens[i + 1]?.lower === 'by' &&
    (isCapital(after) || /^(?:the|a|an|its|his|her|their)$/.test(after?.lower ?? ''))
  )
}

const PRINTS =
  /^(?:magazine|newspaper|paper|daily|weekly|tabloid|agency|channel|broadcaster|station|website|site|portal|outlet)$/

/** "the Orbelian claims.": the adjective of a people. */
const OF_A_PEOPLE = /(?:an|ese|ish|sh|ch|i)$/

/** "the report", "his claims": a determiner, possessive or adjective before, or no complement after. */
export function isNounHere(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]
  const after = tokens[i + 1]
  const token = tokens[i]
  if (before === undefined) return true
  // "media reports said"
  if (REPORTING_VERBS.has(after?.lower ?? '') && !NOUNISH.has(after?.lower ?? '')) return true
  if (before.kind === 'mark' && !/^[,)\]]$/.test(before.raw)) return true
  const word = before.lower
  // "The magazine reports that"
  if (token?.lower === 'reports' && after?.lower === 'that' && PRINTS.test(word)) return false
  // "has been warning that"
  if (token?.lower.endsWith('ing') === true && BE.has(word)) return false
  if (token?.lower.endsWith('ing') === true) return !SPEECH_NOUN.test(word) && before.raw !== ','
  if (
    /^(?:the|a|an|this|that|these|those|his|her|its|their|our|my|your|such|any|some|no|of|in|on|for|from|by|with|and|or|to|new|recent|latest|other|all|more|news|credible|false|many|numerous|various|previous|several|conflicting|initial|early|last)$/.test(
      word
    )
  ) {
    if (word === 'and') return after === undefined || token?.lower.endsWith('s') === true
    return word !== 'that' || after === undefined
  }
  if (before.kind === 'word' && /'s?$/.test(word)) return true
  // "had forecast growth"
  if (/^(?:has|have|had)$/.test(word)) return false
  // "The government blames the rebels": a body, and what is said of whom.
  if (token !== undefined && saidByBody(tokens, i)) return false
  // "Jobless claims fell", "the calls were"
  if (token?.lower.endsWith('s') === true && isFinite(after)) return true
  if (closesSentence(tokens, i)) return false
  if (FINDING_SUBJECT.test(word)) return after === undefined || after.kind === 'mark'
  if (
    before.kind === 'word' &&
    !isCapital(before) &&
    !PRONOUNS.has(word) &&
    !/s$|^(?:also|people|who)$/.test(word)
  ) {
    return true
  }
  if (after === undefined || (after.kind === 'mark' && after.raw !== ':' && before.raw !== ',')) {
    const people = tokens[i - 2]?.lower === 'the' && OF_A_PEOPLE.test(word)
    return !isCapital(before) || people
  }
  return (
    /^(?:of|from|by|about|against|and|or|were|was|is|are|at)$/.test(after.lower) &&
    !/^reports?$/.test(token?.lower ?? '')
  )
}

/** A third person behind a body or a post, before what is said. */
function saidByBody(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]?.lower ?? ''
  const after = tokens[i + 1]
  return (
    /^(?:blames|claims|warns|suspects|hopes|fears|disputes|estimates|notes)$/.test(
      tokens[i]?.lower ?? ''
    ) &&
    (INSTITUTION_HEADS.has(before) || UNNAMED_PEOPLE.has(before) || PERSON_TITLES.has(before)) &&
    after?.kind === 'word' &&
    (/^(?:that|there)$/.test(after.lower) ||
      PRONOUNS.has(after.lower) ||
      DETERMINERS.has(after.lower) ||
      isCapital(after))
  )
}

/** "…, a filing shows.", "…, the study reports.": a verb after the comma that ends the sentence. */
function closesSentence(tokens: readonly Token[], i: number): boolean {
  const form = tokens[i]?.lower ?? ''
  const after = tokens[i + 1]
  if (
    !/^(?:shows?|reports?|finds?|suggests?|states?|notes?|estimates?|forecasts?|claims?)$/.test(
      form
    )
  )
    return false
  if (after !== undefined && !/^[.!?]$/.test(after.raw)) return false
  const comma = lastWithin(
    tokens,
    [i - SHORT_SUBJECT, i],
    (t) => t.raw === ',' || t.kind === 'quote'
  )
  if (PREPOSITIONS.has(tokens[comma + 1]?.lower ?? '')) return false
  return comma > CONTENT_BEFORE && comma < i - 1 && i - comma <= SHORT_SUBJECT
}

/** What is said before a verb that ends the sentence has at least so many tokens, its subject at most so many. */
const CONTENT_BEFORE = 4
const SHORT_SUBJECT = 6

/** A finite verb of a clause whose subject the word before it is. */
function isFinite(token: Token | undefined): boolean {
  return /^(?:fell|rose|grew|came|were|was|have|had|will|would|could|edged|surged|dropped|jumped|increased|declined|continued|remained|surfaced|emerged|circulated|spread)$/.test(
    token?.lower ?? ''
  )
}

export function isNegated(tokens: readonly Token[], i: number): boolean {
  for (let k = i - 1; k >= 0 && k >= i - 4; k--) {
    const token = tokens[k]
    if (token?.kind !== 'word') return false
    // "Doctors Without Borders said": a word of a name.
    if (k > 0 && isCapital(token)) continue
    if (/^(?:not|never|nor|neither|without|cannot)$|n't$/.test(token.lower) || token.raw === 'no')
      return true
  }
  return false
}
