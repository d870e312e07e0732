import { fold } from '../text/fold'
import { Pattern } from '../text/pattern'
import type { Span } from '../text/span'
import type { Fact } from './fact'
import { OFFICES, VERB_ACTS, VERB_LEVELS } from './lexicon'
import { matchesOf } from './matches'
import { isWordAtStart } from './names'

const VERB = new Pattern(
  new RegExp(`\\b(?:${[...VERB_LEVELS.keys(), ...VERB_ACTS.keys()].join('|')})\\b`, 'giu')
)
const ACCORDING = new Pattern(/\baccording to ([^,.;“"]{2,120})|\bciting ([^,.;“"]{2,100})/giu)
/** A quotation that ends right before: a straight mark alone may open one as well. */
const QUOTE_ENDS = new Pattern(/[\p{L}\p{N},.!?…]\s?["”’']{1,2}\s$/u)
/** Words before a reporting verb that may name its source. */
const SOURCE_REACH = 9
/** Code units before a reporting verb in which they are looked for. */
const SUBJECT_UNITS = 240

/** Returns who says what a stretch of text says, with the verbs of speech. O(length). */
export function attributionIn(text: string, within: Span): Fact[] {
  const facts: Fact[] = []
  const stretch = text.slice(within.start, within.end)
  for (const match of matchesOf(ACCORDING, stretch)) {
    const source = match[1] ?? match[2] ?? ''
    const start = within.start + match.index + match[0].length - source.length
    facts.push(sourceFact(source, start))
  }
  for (const match of matchesOf(VERB, stretch)) {
    const start = within.start + match.index
    const span = { start, end: start + match[0].length }
    const quoted = QUOTE_ENDS.test(stretch.slice(Math.max(0, match.index - 5), match.index))
    if (isWordAtStart(stretch, match.index) && !quoted) continue
    const verb = match[0].toLowerCase()
    const level = VERB_LEVELS.get(verb)
    const key = level === undefined ? (VERB_ACTS.get(verb) ?? verb) : `level ${level}`
    const source = subjectBefore(text, within.start, span.start)
    // "warned" in "had been warned" and nouns like "report" have no subject of their own.
    if (source === undefined) continue
    if (source === UNNAMED || source === QUOTED) {
      const after = speakerAfter(
        verb,
        text.slice(span.end, Math.min(within.end, span.end + AFTER_UNITS))
      )
      if (after !== undefined) {
        facts.push(sourceFact(after.text, span.end + after.at))
        facts.push({
          kind: 'verb',
          key,
          text: match[0],
          span,
          ...(level !== undefined && { level })
        })
      } else if (source === UNNAMED && !NOUN_FORM.test(verb)) facts.push(sourceFact('', span.start))
      continue
    }
    if (isNounAfter(source.text, match[0], text.slice(span.end, span.end + NEXT_UNITS))) continue
    facts.push({ kind: 'verb', key, text: match[0], span, ...(level !== undefined && { level }) })
    const named = sourceFact(source.text, source.start)
    facts.push(level === undefined ? { ...named, acts: true } : named)
  }
  return facts
}

/** Forms of reporting verbs that are nouns as well. */
const NOUN_FORM =
  /^(?:state|report|claim|note|promise|pledge|vow|demand|blame|praise|welcome|urge)s?$|^(?:reporting|warning)$/iu
/** Forms that with a capital are part of a name: "Islamic State", "United States". */
const NAME_FORM = /^States?$/u
const OWNER = /['’]s?$/u
const ARTICLE = /^(?:the|an?|this|that|another)\s/iu
/** Somebody in the plural, or a helping verb: then a form without an ending is a verb. */
const VERB_FOLLOWS =
  /\p{L}{3}[^\P{L}s]s(?:\s(?:of|in|from|at|for|with|on|near)\s[^,]{1,60})?$|\b(?:they|we|you|I|police|people|men|women|children)(?:\s(?:of|in|from|at|for|with|on|near)\s[^,]{1,60})?$|\b(?:can|could|did|does|do|may|might|must|shall|should|will|would)\b|n['’]t\b/iu
const NOT_AFTER_VERB =
  /^\s(?:was|were|is|are|be|been|has|have|had|can|could|may|might|must|should|will|would|of|about|came)\b/u
/** Code units after a word that tell whether it is a verb. */
const NEXT_UNITS = 10

/**
 * Says whether a form of a reporting verb is a noun: "the Kestrian state broadcaster", "Kestria’s claims", "the Orlo reports were".
 * What stands before it then is no speaker.
 */
function isNounAfter(before: string, form: string, after: string): boolean {
  if (NAME_FORM.test(form)) return true
  if (!NOUN_FORM.test(form)) return false
  if (OWNER.test(before)) return true
  if (form.endsWith('ing')) return ARTICLE.test(before)
  if (form.endsWith('s')) return ARTICLE.test(before) && NOT_AFTER_VERB.test(after)
  return !VERB_FOLLOWS.test(before)
}

function sourceFact(words: string, start: number): Fact {
  // A single mark that ends a quotation may stand before: "…,’ Venn said".
  const lead = /^[\s'’]*/u.exec(words)?.[0].length ?? 0
  const text = words.slice(lead).trim()
  return {
    kind: 'source',
    key: fold(text),
    text,
    span: { start: start + lead, end: start + lead + text.length }
  }
}

/** A stop after a small word: no abbreviation, so that a sentence ends with it. */
const SENTENCE_END = new Pattern(/(?<=(?<![\p{L}.])\p{Ll}{3,20})[.!?][”"’]?\s/gu)
/** People of one kind who stand right before the verb: "…, prosecutors said". */
const SPEAKERS = new Pattern(
  /^(?:the |two |some |local |state |military )?\p{Ll}{3,}s(?: (?:from|of|in|at) [\p{L} ]+)?$/u
)

/** A time between a speaker and the verb: "Orla Venn, on 23 May, stated". */
const TIME_BETWEEN = new Pattern(
  /^(?:on|in|at|during|late|early|earlier|since) (?:the |late |early )*(?:\p{L}+day\b|\p{Lu}\p{L}+ \d|\d|morning|afternoon|evening|night|week|month)/u
)
/** Words between a speaker and the verb. */
const BETWEEN = new Pattern(
  /(?:(?:^|\s)(?:has|have|had|also|then|later|earlier|again|now|since|\p{Ll}{3,}ly))+$/u
)
/** After these the speaker of the clause before goes on: "visited the port and later said". */
const GOES_ON = /^(?:and|but|who)$/i
/** "Queen Orla" in "King Bram and Queen Orla said". */
const WHOLE_NAME = new Pattern(/^(?:(?:the|The)\s)?(?:\p{Lu}[\p{L}.’'-]*\s?){1,5}$/u)
/** A name shortened in brackets: "the Union of Tarn and Orlo (UTO)". */
const SHORTENED = new Pattern(/\((\p{Lu}{2,8})\)$/u)

/** Returns where the whole name begins that is shortened in brackets at the end of `before`. */
function wholeNameStart(before: string): number | undefined {
  const letters = SHORTENED.exec(before)
  if (letters?.[1] === undefined) return undefined
  const words = [...before.slice(0, letters.index).matchAll(/\S+/g)]
  let left = letters[1]
  for (const { 0: word, index } of words.toReversed()) {
    if (/^\p{Ll}/u.test(word)) continue
    if (!left.endsWith(word.charAt(0).toUpperCase())) return undefined
    left = left.slice(0, -1)
    if (left === '') return index
  }
  return undefined
}

/** Nothing but marks of quotations. */
const MARKS = /^[\s'’"”]+$/u
const SPEAKING_OFFICE = new RegExp(`\\b(?:${OFFICES.join('|')})$`, 'u')
/** Somebody who is named before, and nobody before the verb because a quotation ends there. */
const UNNAMED = { text: '', start: 0 }
const QUOTED = { text: '', start: 0 }
/** Verbs that their speaker may follow: "…, said harbour master Orla Venn". */
const INVERTED = /^(?:said|says|added|adds|wrote|noted|explained|insisted|claimed)$/
const SPEAKER_AFTER = new Pattern(
  new RegExp(
    `^\\s((?:(?:the|an?)\\s)?(?:\\p{Ll}+\\s){0,2}?(?:(?:${OFFICES.join('|')})\\s)?\\p{Lu}[\\p{L}.’'-]*(?:\\s\\p{Lu}[\\p{L}.’'-]*){0,4})(?=[,.;:”"]|$|\\s(?:of|in|at|from|on|to|as|during|after|while)\\b)`,
    'u'
  )
)
const NOT_A_SPEAKER = new Pattern(
  /^(?:in|on|at|to|that|of|for|by|during|after|before)\b|\p{L}+day\b/u
)
/** Code units after a verb in which its speaker is looked for. */
const AFTER_UNITS = 120

/** Returns the speaker who follows a verb and where, counted from the end of the verb. */
function speakerAfter(verb: string, after: string): { text: string; at: number } | undefined {
  if (!INVERTED.test(verb)) return undefined
  const speaker = SPEAKER_AFTER.exec(after)?.[1]?.replace(/\.$/, '')
  return speaker === undefined || NOT_A_SPEAKER.test(speaker) ? undefined : { text: speaker, at: 1 }
}

/** Returns the words between the last stop or comma and a verb, when they look like somebody who speaks. */
function subjectBefore(
  text: string,
  from: number,
  to: number
): { text: string; start: number } | undefined {
  const begin = Math.max(from, to - SUBJECT_UNITS)
  const before = text.slice(begin, to)
  const sentence = [...matchesOf(SENTENCE_END, before)].at(-1)
  const cut = Math.max(
    sentence === undefined ? 0 : sentence.index + sentence[0].length,
    ...[',', '“', '”', '"', ';', ':', '—'].map((sign) => before.lastIndexOf(sign) + 1)
  )
  if (cut > 0 && TIME_BETWEEN.test(before.slice(cut).trim()) && before.charAt(cut - 1) === ',')
    return subjectBefore(text, from, begin + cut - 1)
  const words = [...before.slice(cut).matchAll(/\S+/g)].slice(-SOURCE_REACH)
  // After "that" and "and" somebody else may begin.
  const last = words.findLastIndex(
    ({ 0: word, index }) =>
      /^(?:that|and|but|as|while|when|where|because|although|though|after|who|which)$/i.test(
        word
      ) &&
      !(
        word === 'and' &&
        WHOLE_NAME.test(before.slice(cut, cut + index).trim()) &&
        WHOLE_NAME.test(before.slice(cut + index + word.length).trim())
      )
  )
  const [first] = words.slice(last + 1)
  const goesOn = last < 0 ? before.charAt(cut - 1) === ',' : GOES_ON.test(words[last]?.[0] ?? '')
  if (first === undefined || MARKS.test(before.slice(cut)))
    return goesOn ? UNNAMED : '“”"'.includes(before.charAt(cut - 1)) ? QUOTED : undefined
  const whole = wholeNameStart(before.slice(cut).trimEnd())
  const start = begin + cut + Math.min(first.index, whole ?? Infinity)
  const subject = text.slice(start, to).trimEnd().replace(BETWEEN.for(before), '')
  if (subject === '') return goesOn ? UNNAMED : undefined
  if (
    !(cut > 0 && SPEAKERS.test(subject)) &&
    !SPEAKING_OFFICE.test(subject) &&
    !/\p{Lu}|\b(?:he|she|it|they|officials?|police|authorities|ministry|government|spokes\p{L}+|governor|witnesses|residents)\b/u.test(
      subject
    )
  )
    return undefined
  // "IS" is a name.
  if (
    /(?<!\p{L})(?:[Bb]een|[Bb]e|[Ww]as|[Ww]ere|[Ii]s|[Aa]re|[Tt]he|[Aa]n?|of|to|[Nn]ot|[Ii]ts|[Hh]is|[Tt]heir)$/u.test(
      subject
    )
  )
    return undefined
  return { text: subject, start }
}
