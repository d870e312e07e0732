import type { Span } from '../text/span'
import { leftPhrase, rightPhrase } from './phrases'
import type { Phrase } from './phrases'
import type { Sentence } from './sentence'
import { tokenize } from './tokens'
import type { Token } from './tokens'

/**
 * Returns who could not verify or did not answer: the subject before the cue, or "from X" after it.
 * Offsets count in the sentence.
 */
export function subjectOfCue(sentence: Sentence, cue: Span): Phrase | undefined {
  // The cue itself may name who was asked: "CALLS TO THE MINE WENT unanswered".
  const called = askedParty(sentence, cue)
  if (called !== undefined) return { source: called }
  // "It was not possible TO REACH THE MINE for comment"
  const sought = SOUGHT.exec(sentence.text.slice(cue.start))
  if (sought?.[1] !== undefined) {
    const start = cue.start + sought.index + sought[0].indexOf(sought[1])
    return { source: { start, end: start + sought[1].length } }
  }
  const tokens = tokenize(sentence)
  const first = tokens.findIndex((t) => t.start >= cue.start)
  const after = tokens.findIndex((t) => t.start >= cue.end)
  const start = tokens[first]
  const around = sentence.lower.slice(Math.max(0, cue.start - 16), cue.end)
  const passive = /\b(?:be|been|being|is|are|was|were)(?: not)?(?: \w+ly)? \w+(?:ed|own)$/.test(
    around
  )
  if (/unconfirmed$|\bunconfirmed /.test(around)) return undefined
  const reached = /\b(?:reached|contacted|available)\b/.test(around)
  const noWord = /^(?:no|without)$/.test(start?.lower ?? '')
  const by = after < 0 || !(passive || noWord) ? undefined : agentAfter(tokens, after)
  if (by !== undefined) return { source: by }
  if (
    start === undefined ||
    (passive && !reached) ||
    /^(?:no|without|unverified|unconfirmed)$/.test(start.lower)
  ) {
    return undefined
  }
  const subject = leftPhrase(tokens, first)
  const asked = subject === undefined ? undefined : askedParty(sentence, subject.source)
  return asked === undefined ? subject : { source: asked }
}

/** Whom an outlet tried to reach. */
const SOUGHT =
  /^[^.;]{0,60}?\b(?:to|not|n['’]t) (?:immediately )?(?:reach|contact) ((?:the |an? )?[^,.;]{2,60}?) for (?:comment|a response|a reply|reaction)/i

/** "CALLS to the mine's office went unanswered": who was called. */
const ENQUIRY =
  /^(?:(?:an?|the|our|several|two|three|four|repeated|multiple|further|phone|telephone|written|media|press|detailed|his|her|their) )*(?:calls?|messages?|e-?mails?|texts?|requests?|enquir(?:y|ies)|inquir(?:y|ies)|questions?|letters?|voicemails?|quer(?:y|ies)|attempts?|efforts?)\b[^,;]{0,60}? (?:to (?:reach |contact )?|with |at |for (?=\p{Lu}))/iu

function askedParty(sentence: Sentence, source: Span): Span | undefined {
  const words = sentence.text.slice(source.start, source.end)
  const lead = ENQUIRY.exec(words)?.[0]
  if (lead === undefined || lead.length >= words.length) return undefined
  const rest = words
    .slice(lead.length)
    .replace(
      / (?:went|go|goes|was|were|has|have|had|remain\w*|bounced|rang|drew|got|received|yielded|brought|elicited|produced|met)\b.*$/,
      ''
    )
    .replace(/,? (?:which|who|that)(?: .*)?$/, '')
    .replace(/ (?:seeking|asking|for|about|on|by|in|over) .*$/, '')
    .replace(
      /(?<=\b(?:firm|company|operator|contractor|airline|owner|club|charity|developer))['’]s .*$/,
      ''
    )
  return { start: source.start + lead.length, end: source.start + lead.length + rest.length }
}

/** "from the palace", "by outside experts" soon after a cue. */
function agentAfter(tokens: readonly Token[], after: number): Span | undefined {
  for (let k = Math.max(0, after - 1); k < tokens.length && k < after + 6; k++) {
    const token = tokens[k]
    if (token?.kind === 'mark') return undefined
    if (token?.lower === 'from' || token?.lower === 'by') return rightPhrase(tokens, k + 1, false)
  }
  return undefined
}
