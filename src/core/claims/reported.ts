import { FUTURE } from './cues/en/deeds'
import type { Span } from '../text/span'
import type { Statement } from './statement'

/** What somebody is reported to have said: of whom, and what of them. */
export interface Reported {
  /** The subject of the clause, lower case. */
  readonly subject: string
  /** The subject as printed. */
  readonly printed: string
  /** What is told of the subject, lower case. */
  readonly predicate: string
  /** The same as printed. */
  readonly predicatePrinted: string
  readonly question: boolean
  /** Said between quotation marks: "we" are the speaker's own, "they" are others. */
  readonly direct: boolean
  /** A plan, a promise or a date. */
  readonly future: boolean
}

/** What may stand before the subject: "that", a time, a condition. */
const BEFORE =
  /^["“'‘\s,:]*(?:(?:as saying|that|but|and|also|then|now|yet|so) |(?:under|in|on|at|since|after|before|during|for|by|with|despite|until|from|over|last|this|when|while|if|because)\b[^,;]{0,80}, )*["“'‘]*/i
const AUXILIARY =
  /^(?:had|has|have|was|were|is|are|am|did|does|do|would|will|could|can|may|might|should|must|never|not|\w+n't|\w+'(?:d|ll|ve|re))$/
const PAST =
  /^(?:[a-z]{2,}ed|said|says|took|made|gave|went|came|got|knew|sold|told|left|lost|held|kept|sent|built|bought|brought|cut|put|paid|met|ran|led|fell|rose|grew|spent|stole|hid|broke|threw|hit|beat|fought|chose|drove|wrote|spoke|sat|stood|began|became|saw|found|heard|won|went|set|let|owes?|makes?|takes?|gives?|runs?|costs?|earns?|works?|sells?|uses?|hears?|knows?|needs?|wants?|plans?|employs?|belongs?|holds?|has)$/
/** Longest subject that is looked for, in words. */
const SUBJECT_WORDS = 12
/** Words behind the subject in which a plan is told by its verb. */
const VERB_WORDS = 4

/** Takes the reported clause of a statement apart by its first finite verb. O(length of the content). */
export function reportedIn(statement: Statement): Reported {
  const { sentence } = statement
  const content = contentAfter(statement)
  const whole = sentence.text.slice(content.start, content.end)
  const lead = BEFORE.exec(whole)?.[0].length ?? 0
  const at = content.start + lead
  const direct = sentence.continues || sentence.quotes.some((q) => q.start <= at && at < q.end)
  const words = whole.slice(lead).split(/\s+/)
  const plain = words.map((w) => w.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}']+$/gu, ''))
  const pronoun = /^(?:it|they|we|he|she|i|you|there)(?:'\w+)?$/.test(plain[0] ?? '')
  let end = pronoun ? 1 : -1
  for (let k = 1; k < words.length && k <= SUBJECT_WORDS && end < 0; k++) {
    if (AUXILIARY.test(plain[k] ?? '') || PAST.test(plain[k] ?? '')) end = k
  }
  if (end < 0) end = Math.min(2, words.length)
  const printed = words.slice(0, end).join(' ')
  const predicate = plain.slice(end).join(' ')
  const verb = plain.slice(end, end + VERB_WORDS).join(' ')
  const contracted = /'(?:ll|d)$/.test(plain[0] ?? '')
  return {
    subject: plain.slice(0, end).join(' '),
    printed,
    predicate,
    predicatePrinted: words.slice(end).join(' '),
    question: /\?["”'’\s]*$/.test(whole),
    direct,
    future: contracted || FUTURE.test(verb)
  }
}

/** What is said, from behind the first verb of saying on: a verb inside of it belongs to it. */
function contentAfter({ sentence, content, attributions }: Statement): Span {
  const first = attributions[0]
  if (first === undefined || first.trailing || first.frame !== 'says' || first.source === undefined)
    return content
  const heard = Math.max(first.cue.end, first.told?.end ?? 0, first.beside?.end ?? 0)
  if (first.source.start > first.cue.start || heard >= content.end) return content
  const where = (first.told === undefined ? WHEN_THAT : THAT).exec(
    sentence.text.slice(heard, content.end)
  )
  return { start: heard + (where?.[0].length ?? 0), end: content.end }
}

/** "told reporters at the event that" */
const THAT = /^[^,;:“"]{0,60}?\bthat(?= )/
/** "announced on Tuesday that" */
const WHEN_THAT = /^ (?:on|in|at|last|this|earlier|late|to|via|during)\b[^,;:“"]{0,50}?\bthat(?= )/
