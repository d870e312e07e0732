import { subjectOfCue } from './cue-subject'
import { ENGLISH_CUES } from './cues/en/rules'
import type { CueHit } from './cues'
import type { Memory, Resolved } from './memory'
import { placeOf } from './reading'
import { resolveSource } from './resolve'
import type { Sentence } from './sentence'
import { secondVerb } from './speakers'
import { subjectOf } from './subject'
import type { Statement } from './statement'

/* What an outlet tells of its own work: what it could not check, and what its own people saw. */

/** What an outlet was not able to check, or has not seen; of anybody else it tells nothing. */
const UNABLE_TO_CONFIRM =
  /\b(?:(?:could(?: not|n't)|cannot|can't|(?:was|were|is|are) (?:unable|not able|not allowed|not permitted) to|(?:has|have|had)(?: not|n't) been able to|(?:has|have|had) been unable to)(?: \w+ly)?(?: be)? (?:confirm|establish|check|trace|determine|ascertain|date|locate|identify|geolocate|vouch for|match|find|reach|speak (?:to|with)|talk to|contact|visit|see|view|review|inspect|examine|rule out|gain access|obtain)|(?:has|have|had)(?: not|n't)(?: yet| itself)? (?:(?:seen|viewed|read|heard)(?= (?:the|those|these|his|her|its|their|a copy|any (?:evidence|proof|documents?)|evidence|proof|(?:\w+ )?(?:papers|material|records?|messages|emails|letters?|documents?))\b)|reviewed|examined|inspected|obtained|been (?:shown|given (?:access|sight)))|(?:did(?: not|n't) see|saw no|found no|has found no|(?:has|have|had|was|were)(?: been)? (?:seen|shown|given|offered) no) (?:\w+ )?(?:evidence|proof|documents?|trace|record|sign))\b/
/** By which an outlet speaks of itself. */
const OWN_PAPER =
  /^(?:we|(?:the|this|our) (?:(?:news)?paper|station|channel|magazine|programme|website|site|reporters?|journalists?|correspondents?|publication|outlet)|reporters|journalists)$/i
/** The rule for an outlet that is named. */
const OUTLET_UNABLE = ENGLISH_CUES.find((rule) => rule.id === 'unverified/outlet-unable')

/** "The Ledger was unable to date the recording": an outlet that could not confirm has not verified. */
export function outletUnable(sentence: Sentence, memory: Memory): CueHit | undefined {
  const match = UNABLE_TO_CONFIRM.exec(sentence.voice)
  if (match === null || OUTLET_UNABLE === undefined) return undefined
  const span = { start: match.index, end: match.index + match[0].length }
  const subject = subjectOfCue(sentence, span)?.source
  // "Reuters has seen the forms but could not establish …": the subject of the verb before.
  const said =
    subject === undefined
      ? secondVerb(sentence, span.start)
      : sentence.text.slice(subject.start, subject.end)
  if (said === '') return undefined
  // "Reuters located the video. It could not confirm …"
  const words = /^it$/i.test(said) ? (memory.subjectBefore(placeOf(sentence)) ?? said) : said
  if (OWN_PAPER.test(words)) return { rule: OUTLET_UNABLE, span }
  const who = resolveSource(words, '', memory, placeOf(sentence))
  return who?.medium === true || who?.own === true ? { rule: OUTLET_UNABLE, span } : undefined
}

/** What somebody who was there does. */
const PERCEIVED =
  /\b(?:(?:has|have|had) (?:also )?seen|saw|watched|counted|witnessed|observed|spotted|visited|toured|(?:reviewed|examined|read|viewed|analy[sz]ed|obtained|inspected)(?= (?:\w+ ){0,4}(?:cop(?:y|ies)|documents?|records?|receipts?|invoices?|statements?|files?|papers|emails?|letters?|messages|footage|videos?|images?|photos?|contracts?|transcripts?|data)\b))(?! (?:an? )?(?:\w+ ){0,2}(?:rise|fall|drop|increase|decline|growth|demand|success|profit))/
/** An outlet's own people, and who they are: "a Harbour Times team", "our correspondent Orla Venn". */
const STAFF =
  /^(?:(our)|an?|one|two|three|the)? ?(.*?)(?:'s? )?\b(?:reporters?|journalists?|correspondents?|photographers?|witness(?:es)?|teams?|crews?|videojournalists?)\b(?: (\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)+))?/iu
/** The rule for what a reporter saw. */
const SEEN = ENGLISH_CUES.find((rule) => rule.id === 'confirmed/consistent')

/** "A Harbour Times team watched", "our correspondent counted": what an outlet's own people saw, and who they are. */
export function outletSaw(
  sentence: Sentence,
  memory: Memory
): { readonly hit: CueHit; readonly who?: Resolved } | undefined {
  const match = PERCEIVED.exec(sentence.voice)
  if (match === null || SEEN === undefined) return undefined
  const span = { start: match.index, end: match.index + match[0].length }
  const hit = { rule: SEEN, span }
  const subject = subjectOfCue(sentence, span)?.source
  const words =
    subject === undefined
      ? subjectOf(sentence, span.end)
      : sentence.text.slice(subject.start, subject.end)
  const [, our, outlet = '', person] = STAFF.exec(words) ?? []
  const name = our === undefined ? outlet.trim() || words : (person ?? '')
  if (/^we$/i.test(words)) return { hit }
  if (our === undefined && !/^(?:[Tt]he )?\p{Lu}/u.test(name)) return undefined
  const who = name === '' ? undefined : resolveSource(name, '', memory, placeOf(sentence))
  if (our !== undefined) return { hit, ...(who && { who }) }
  return who?.medium === true || who?.own === true ? { hit, who } : undefined
}

/** Rules by which a picture or paper shows something, or seems to. */
const SHOWS = /^(?:alleged\/distancing-adverb|hedged\/appears|confirmed\/footage)$/
/** Pictures, papers and recordings, with a word that tells which. */
const ARTEFACT =
  /(?:\b(?!(?:the|an?|this|that|these|those|his|her|its|their|new|one|two|three|and|or|of|in|on|by|from|with)\b)[a-z-]{3,20} )?\b(?:videos?|footage|clips?|images?|photos?|photographs?|recordings?|documents?|e-?mails?|memos?|letters?|files|messages?|draft(?: \w+)?|transcripts?|screenshots?|slides|contracts?|minutes)\b(?= (?!of\b|from an?\b))/g

/** "A clip purports to show", "a letter seen by the paper says": where nobody speaks, what shows it is the source. */
export function artefactAsSource(statement: Statement): void {
  if (statement.source !== undefined || statement.attributions.some((a) => a.source)) return
  const { sentence, hits } = statement
  const hit = hits.find(({ rule }) => SHOWS.test(rule.id))
  if (hit === undefined) return
  const until = hit.rule.id === 'confirmed/footage' ? hit.span.end : hit.span.start
  const [first] = [...sentence.lower.slice(0, until).matchAll(ARTEFACT)].toReversed()
  const apart = first === undefined ? '' : sentence.lower.slice(first.index, until)
  if (first === undefined || /[.;:]|\b(?:that|because|while|when)\b/.test(apart)) return
  const end = first.index + first[0].length
  statement.source = { name: sentence.text.slice(first.index, end), type: 'unknown' }
}
