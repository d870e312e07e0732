import type { Attribution } from './citation'
import { INSTITUTION_HEADS } from './cues/en/frames'
import { subjectOfCue } from './cue-subject'
import type { Memory, Place, Resolved } from './memory'
import { placeOf } from './reading'
import type { ReadContext } from './reading'
import { resolveSource } from './resolve'
import type { Sentence } from './sentence'
import type { Statement } from './statement'
import { subjectOf } from './subject'

/** Returns who speaks in an attribution; a participle takes the subject of its sentence. */
export function resolveAttribution(
  a: Attribution,
  sentence: Sentence,
  all: readonly Attribution[],
  memory: Memory
): Resolved | undefined {
  const place = placeOf(sentence)
  if (a.source === undefined) {
    // "…, saying": the subject of the sentence, by its first attribution or its first name.
    const first = all.find(
      (b) => b.source !== undefined && b.cue.start < a.cue.start && !b.trailing
    )
    if (first?.source !== undefined) {
      return resolveSource(
        slice(sentence, first.source),
        slice(sentence, first.beside),
        memory,
        place
      )
    }
    // "“Nobody will be rushed,” said the chairwoman, adding that …": who spoke right before.
    const just = all.findLast(
      (b) => b.source !== undefined && b.cue.start < a.cue.start && b.trailing && b.frame === 'says'
    )
    if (just !== undefined && a.frame === 'participle') {
      const spoke = resolveAttribution(just, sentence, all, memory)
      if (spoke !== undefined) return spoke
    }
    const subject = subjectOf(sentence, a.cue.start)
    return subject === '' || /^["“]/.test(subject)
      ? undefined
      : resolveSource(subject, '', memory, place)
  }
  const words = slice(sentence, a.source)
  // "Two clerks, who asked for silence because they fear reprisals, say": what is told of who speaks.
  const within = all.some(
    (b) =>
      b !== a &&
      b.beside !== undefined &&
      b.beside.start <= a.cue.start &&
      a.cue.end <= b.beside.end
  )
  if (within && /^(?:they|he|she|it)$/i.test(words)) return undefined
  // "The two clerks contradict him: a sum, they say, was paid": those whom the sentence is about.
  if (a.trailing && /^they$/i.test(words) && !within) {
    const subject = subjectOf(sentence, a.source.start)
    const who = PLURAL_SUBJECT.test(subject) ? resolveSource(subject, '', memory, place) : undefined
    if (who !== undefined && (who.unnamed || who.plural)) return who
    // "…, according to two clerks. Tarsk agreed to it, they said": those who have just spoken, not whom they tell of.
    const before = memory.recall(
      place.item,
      (s) => s.place.at >= place.at - 1 && s.place.at < place.at
    )
    if (before?.unnamed === true && before.plural) return before
  }
  // "Accounts share a clip that they claim shows a raid": those whom the sentence is about.
  if (
    /^they$/i.test(words) &&
    /\b(?:that|which|what) $/.test(sentence.lower.slice(0, a.source.start))
  ) {
    const subject = subjectOf(sentence, a.source.start)
    const who = /^\p{L}+s\b|\b(?:accounts|users|posts|people)\b/iu.test(subject)
      ? resolveSource(subject, '', memory, place)
      : undefined
    if (who !== undefined) return who
  }
  // "Tarsk said it had …": the pronoun of an inner clause is whoever speaks in this sentence.
  const outer = all.find((b) => b.cue.end < a.cue.start && b.source !== undefined && !b.trailing)
  if (
    /^(?:it|they|he|she)$/i.test(words) &&
    outer?.source !== undefined &&
    outer.source.start !== a.source.start
  ) {
    const same = resolveAttribution(outer, sentence, [], memory)
    // "State TV showed what it said was the fort"
    const shown = /\bwhat $/i.test(sentence.text.slice(0, a.source.start))
    if (same !== undefined && (!same.medium || shown)) return same
  }
  const about = bodyBefore(words, outer, memory, place) ?? groupBefore(words, outer, memory, place)
  if (about !== undefined) return about
  // "A spokeswoman said": of the body that the sentence, or the one that spoke before, is about.
  const mouth = MOUTH.exec(words)?.[1]
  if (mouth !== undefined && a.beside === undefined) {
    const subject = a.trailing ? subjectOf(sentence, a.source.start) : ''
    const own =
      /^(?:the|\p{Lu})/iu.test(subject) && subject.split(' ').length <= MAX_SUBJECT
        ? resolveSource(subject, '', memory, place)
        : undefined
    const body =
      own !== undefined && isBody(own, subject, memory)
        ? own
        : memory.recall(
            place.item,
            ({ resolved: r, place: p }) =>
              p.at >= place.at - MOUTH_REACH && !r.person && !r.unnamed && !r.own && !r.medium
          )
    if (body !== undefined && !/spokes/.test(body.source.name))
      return {
        ...body,
        source: { ...body.source, name: `${body.source.name} ${mouth}` },
        plural: false
      }
  }
  // "The watchdog is suing over labels that it says misled buyers": the body that the sentence is about.
  const its = a.frame === 'according' && OWN_PAPER.test(words)
  if ((/^it$/i.test(words) || its) && outer === undefined && a.source.start > OWN_SUBJECT) {
    const subject =
      (its ? OWNER.exec(sentence.text)?.[1] : undefined) ?? subjectOf(sentence, a.source.start)
    const body =
      !(its && !/^(?:The )?\p{Lu}/u.test(subject)) &&
      /^(?!(?:In|On|At|From|By|After|Before|With|For)\b)(?:the|an?|its|\p{Lu})/iu.test(subject) &&
      subject.split(' ').length <= (its ? 2 * MAX_SUBJECT : MAX_SUBJECT)
        ? resolveSource(subject, '', memory, place)
        : undefined
    if (body !== undefined && isBody(body, subject, memory)) return body
  }
  // "Orla Venn, who lives opposite, heard a bang, she said": whom the sentence introduces.
  if (a.trailing && /^(?:he|she)$/i.test(words)) {
    const name = INTRODUCED.exec(sentence.text)?.[1]
    if (name !== undefined && memory.isNew(name, place)) {
      return resolveSource(name, '', memory, place)
    }
  }
  const who = resolveSource(words, slice(sentence, a.beside), memory, place)
  // "according to data compiled by the agency": its own figures, no report that it passes on.
  return who?.medium === true && FIGURES_OF.test(words) ? { ...who, medium: false } : who
}

/** "according to its website": of the body that the sentence is about. */
const OWN_PAPER =
  /^its (?:own )?(?:\p{Ll}+ ){0,2}(?:websites?|site|home ?page|filings?|reports?|accounts|prospectus|updates?|bulletins?|figures|statistics|count|tally)$/iu
/** "Orbel Docks owns …": a name that opens a sentence before its verb. */
const OWNER = /^(?:The )?(\p{Lu}[\p{L}&'-]*(?: \p{Lu}[\p{L}&'-]*)*) \p{Ll}{2,}s /u
/** People or bodies in the plural that open a sentence. */
const PLURAL_SUBJECT =
  /^(?:the (?:two|three|four|other) \p{Ll}+(?: \p{Ll}+)?|(?:two|three|four|several|some|both|many)(?: of the)? \p{Ll}+(?: \p{Ll}+)?)$/iu
/** What an outlet has counted itself. */
const FIGURES_OF =
  /^(?:\w+ ){0,2}(?:data|figures|statistics|calculations|estimates|prices|tally|count|surveys?|polls?)\b.* (?:by|from) /i

/** A name, and nothing beside it. */
const NAME_ONLY = /^(?:The )?\p{Lu}[\p{L}.&'-]*(?: (?:of|the|and|for|&|\p{Lu}[\p{L}.&'-]*))*$/u
/** "It", and a body by its kind. */
const TAKEN_UP =
  /^(?:it|the (?:company|firm|group|agency|club|bank|airline|operator|retailer|carmaker|manufacturer|startup|charity|organi[sz]ation))$/i

/** "The army has made gains. It says …": the body that the sentence before was about, unless somebody spoke there. */
function bodyBefore(
  words: string,
  outer: Attribution | undefined,
  memory: Memory,
  place: Place
): Resolved | undefined {
  if (!TAKEN_UP.test(words) || outer !== undefined) return undefined
  const subject = memory.subjectBefore(place)
  if (subject === undefined || subject.split(' ').length > MAX_SUBJECT) return undefined
  const named = NAME_ONLY.test(subject)
  if (!named && !(/^it$/i.test(words) && /^(?:the|an?) /i.test(subject))) return undefined
  const spoke = memory.recall(place.item, (s) => s.place.at === place.at - 1)
  if (spoke !== undefined) return undefined
  const body = resolveSource(subject, '', memory, place)
  return body !== undefined && !body.medium && isBody(body, subject, memory) ? body : undefined
}

/** "Little is known about the brigade. It has said …": where nobody else is meant, a group that the sentence before names. */
function groupBefore(
  words: string,
  outer: Attribution | undefined,
  memory: Memory,
  place: Place
): Resolved | undefined {
  if (!/^it$/i.test(words) || outer !== undefined) return undefined
  if (resolveSource(words, '', memory, place) !== undefined) return undefined
  const [group] = [...(memory.textBefore(place) ?? '').matchAll(A_GROUP)].toReversed()
  return group === undefined ? undefined : resolveSource(group[0], '', memory, place)
}

/** Bodies that speak. */
const A_GROUP =
  /\bthe (?:\p{Ll}+ )?(?:brigade|group|army|militia|company|firm|ministry|agency|union|council|party|movement|organi[sz]ation|association|club|charity|commission|government|bank|airline|operator|regulator|police|military|navy|federation|league|network|gang|cartel)\b/gu

/** A mouthpiece of whom no more is told; "the spokesman" is whoever spoke before. */
const MOUTH = /^an? (spokes(?:man|woman|person))$/i
/** How far back its body may have spoken, in sentences. */
const MOUTH_REACH = 4
/** How far into its sentence "it" must stand to mean the subject, in code units. */
const OWN_SUBJECT = 12
/** Longest subject that "it" takes up, in words. */
const MAX_SUBJECT = 5

/** A body of people, that "it" may mean and that may say something. */
function isBody(
  { source, person, unnamed, own }: Resolved,
  words: string,
  memory: Memory
): boolean {
  if (person || unnamed || own) return false
  if (source.type !== 'unknown' || memory.isBody(source.name)) return true
  return INSTITUTION_HEADS.has(/(\p{L}+)$/u.exec(words)?.[1]?.toLowerCase() ?? '')
}

/** A full name that opens a sentence and is told more of at once. */
const INTRODUCED = /^(\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'.-]+){1,2}), (?:who|an?|the|now|then|\d)/u

function slice(sentence: Sentence, span: { start: number; end: number } | undefined): string {
  return span === undefined ? '' : sentence.text.slice(span.start, span.end)
}

/** "but did": a second verb of the same subject. */
const GOES_ON = /\b(?:but|and|though|although)(?: (?:did|has|have|had|could|does|do|would))? $/

/** Notes who has not confirmed or answered, also beside a claim of somebody else. */
function noteSilence(statement: Statement, context: ReadContext): void {
  const { sentence, hits } = statement
  const hit = hits.find((h) => h.rule.category === 'UNCONFIRMED')
  if (hit === undefined) return
  const subject = subjectOfCue(sentence, hit.span)
  // "Velland reported the blast but did not give details": whoever spoke before goes on.
  if (subject === undefined && GOES_ON.test(sentence.lower.slice(0, hit.span.start))) {
    const speaker = statement.attributions.find((a) => a.source !== undefined && !a.trailing)
    if (speaker !== undefined && statement.source !== undefined) statement.silent = statement.source
  }
  if (subject === undefined) return
  const words = slice(sentence, subject.source)
  const silent = resolveSource(
    words,
    slice(sentence, subject.beside),
    context.memory,
    placeOf(sentence)
  )
  if (silent === undefined) return
  statement.silent = silent.source
  const spoken = statement.attributions.some(
    (a) => !a.negated && a.source !== undefined && a.verb?.verbClass !== 'confirm'
  )
  const unable = hits.some((h) => h.rule.category === 'UNVERIFIED')
  if (!spoken && !unable) statement.source = silent.source
}

/** "All of them asked not to be named", "They spoke": who opens a line on anonymity. */
const SOME_OR_ONE =
  /^(?:(?:all|both|most|some|several|one|two|three|four|none|neither) of (?:them|those|the \p{Ll}+)|\p{L}+)/iu

/** "The station has seen the file but has been unable to …": the subject of the verb before. */
export function secondVerb(sentence: Sentence, at: number): string {
  const before = sentence.lower.slice(0, at)
  return /\b(?:but|and|though|although)(?: \w+ly)?(?: (?:did|has|have|had|could|does|do|would|was|were|is|are)(?: been)?)? $/.test(
    before
  )
    ? subjectOf(sentence, at)
    : ''
}

/** Who could not verify or did not answer is the source of a status sentence, and of no claim. */
export function statusSource(statement: Statement, context: ReadContext): void {
  noteSilence(statement, context)
  const { sentence, hits } = statement
  const hit = hits.find(
    (h) =>
      h.rule.category === 'UNVERIFIED' ||
      h.rule.category === 'UNCONFIRMED' ||
      h.rule.id === 'anonymous/condition' ||
      /^disputed\/(?:deny|reject-claims|dispute-that|rule-out|plea|not-accept|scorn)$/.test(
        h.rule.id
      )
  )
  if (hit === undefined || statement.attributions.some((a) => !a.negated && a.source !== undefined))
    return
  const subject = hit.rule.group === 'anonymity' ? undefined : subjectOfCue(sentence, hit.span)
  const words =
    subject === undefined
      ? hit.rule.group === 'anonymity'
        ? (SOME_OR_ONE.exec(sentence.text)?.[0] ?? '')
        : secondVerb(sentence, hit.span.start)
      : slice(sentence, subject.source)
  // "It was not possible to verify" is the outlet speaking.
  if (words === '' || (hit.rule.category === 'UNVERIFIED' && /^it$/i.test(words))) return
  const place = placeOf(sentence)
  const resolved = resolveSource(words, slice(sentence, subject?.beside), context.memory, place)
  if (resolved !== undefined) statement.source = resolved.source
}

/** Rules whose wording tells what the subject of the sentence says or has seen. */
const SUBJECT_TELLS =
  /^(?:alleged\/(?:attributed|in-the-charge|accuse|blame)|confirmed\/(?:consistent|verb)|anonymous\/(?:condition|not-named)|unconfirmed\/.*|disputed\/.*)$/

/** "Police attribute the attack to a gang", "A photographer saw …": where no verb of saying names a source, the subject is it. */
export function subjectAsSource(statement: Statement, context: ReadContext): void {
  if (statement.source !== undefined || statement.attributions.length > 0) return
  const { sentence, hits } = statement
  const hit = hits.find(({ rule }) => SUBJECT_TELLS.test(rule.id))
  if (hit === undefined) return
  // "The army has often been accused of …": by whom is not said.
  if (
    /\b(?:be|been|being|is|are|was|were) (?:\w+ )?$/.test(sentence.lower.slice(0, hit.span.start))
  )
    return
  // "Police attribute …": what stands before the cue, where no other verb ends the subject.
  const before = sentence.text.slice(0, hit.span.start).trim()
  const short = before !== '' && before.split(' ').length <= MAX_SUBJECT
  const subject = subjectOf(sentence, hit.span.end) || (short ? before : '')
  if (
    subject === '' ||
    subject.length >= hit.span.end ||
    /^(?:it|there|this|that|what)\b/i.test(subject)
  )
    return
  const who = resolveSource(subject, '', context.memory, placeOf(sentence))
  if (who === undefined || (who.source.type === 'unknown' && !isBody(who, subject, context.memory)))
    return
  statement.source = who.source
}
