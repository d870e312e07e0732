import {
  afterCue,
  beforeCue,
  claimsIn,
  grantsAnonymity,
  isAttributedClaim,
  isBareStatus,
  isDoubtful,
  itemStart,
  nearestClaim,
  paragraphStart,
  passageStart,
  runOfVoice,
  sameSource,
  saysSomething,
  swept
} from './scope-common'
import type { Category } from './claim'
import type { CueHit } from './cues'
import type { Covered } from './scope-common'
import type { Statement } from './statement'
import { COUNTED, COUNTS, scopeOfUnverified } from './scope-unverified'
import { contentTerms, sharedTerms } from './terms'

/** How far back the claims on a topic that a party is silent about may stand, in sentences. */
const TOPIC_REACH = 12
/** How far back a silence looks for the claim it leaves open. */
const SILENCE_REACH = 8
/** Content words that a question left open and the claim must share. */
const MIN_CHARGE = 2

const NOTHING: Covered = { sure: [], possible: [] }

/** Longest way of saying that one says nothing, in code units, and how far into what is said the silence begins. */
const SHORT_SILENCE = 110
const SILENCE_BEGINS = 45

/** "The firm said it did not discuss individuals": all that is said is that nothing is said. */
function tellsOnlySilence(
  { content, attributions, categories }: Statement,
  { span }: CueHit
): boolean {
  const spoken = attributions.filter((a) => !a.negated)
  return (
    spoken.length === 1 &&
    spoken[0]?.frame === 'says' &&
    content.end - content.start <= SHORT_SILENCE &&
    span.start >= content.start &&
    span.start - content.start <= SILENCE_BEGINS &&
    span.end <= content.end + 1 &&
    !APART.some((category) => categories.has(category))
  )
}
const APART: readonly Category[] = ['PARTY', 'ALLEGED', 'MEDIA', 'DISPUTED', 'CONFIRMED']

/** "No group has claimed responsibility": who did it is open; what is on record of it is not. */
const RESPONSIBILITY = /\bclaim\w*(?: of)? responsibility\b/

/** What a party's silence leaves unconfirmed; undefined when nobody is silent. */
export function scopeOfSilence(statements: readonly Statement[], at: number): Covered | undefined {
  const covered = openedBySilence(statements, at)
  const words = statements[at]?.sentence.lower ?? ''
  if (covered === undefined || !RESPONSIBILITY.test(words)) return covered
  const open = (k: number) => {
    const statement = statements[k]
    return k === at || (statement !== undefined && isDoubtful(statement))
  }
  return { sure: covered.sure.filter(open), possible: covered.possible }
}

function openedBySilence(statements: readonly Statement[], at: number): Covered | undefined {
  const status = statements[at]
  const hit = status?.hits.find((h) => h.rule.category === 'UNCONFIRMED')
  if (status === undefined || hit === undefined) return undefined
  // "…, though there was no immediate confirmation": its own sentence.
  const leads = beforeCue(status, hit.span.start) === status.sentence.lower.slice(0, hit.span.start)
  if (
    !isBareStatus(status) &&
    !tellsOnlySilence(status, hit) &&
    !status.categories.has('UNVERIFIED')
  ) {
    const spoken = leads
      ? (byTopic(statements, at, topicOf(afterCue(status, hit.span.end))) ??
        justBefore(statements, at))
      : undefined
    return spoken ?? { sure: [at], possible: [] }
  }
  // "There are unconfirmed reports of a landslide": the sentence itself.
  if (/^unconfirmed/.test(statusWords(status))) return { sure: [at], possible: [] }
  const object = afterCue(status, hit.span.end)
  const topic = topicOf(object)
  const before = at - 1
  // A second status sentence covers what the first one covers.
  if (
    isBareStatus(statements[before]) &&
    statements[before]?.sentence.block === status.sentence.block
  ) {
    const first = scopeOfUnverified(statements, before) ?? scopeOfSilence(statements, before)
    const earlier = claimsIn(statements, passageStart(statements, before), before)
    const lead = claimsIn(statements, itemStart(statements, at), passageStart(statements, before))
    const covered =
      first === undefined || first.sure.length === 0
        ? swept(statements, earlier, before)
        : first.sure
    return { sure: [...new Set([...lead, ...covered])], possible: [] }
  }
  // "did not say whether …" leaves its own question open, and a claim only when it speaks of it.
  const asked = statusWords(status)
  if (
    QUESTION.test(object) ||
    /\b(?:say|said|name\b|specify|specified|disclose|disclosed|identif|elaborat)/.test(asked)
  ) {
    // "The loan was repaid, a spokesman said. He declined to say when.": it asks on of what was just said.
    const same = statements[at - 1]
    const mine =
      sameSource(same, status) ||
      (same?.source?.name === status.silent?.name && same?.source !== undefined)
    if (
      MORE.test(asked) &&
      mine &&
      same?.kind === 'claim' &&
      !same.categories.has('UNCONFIRMED') &&
      !asksAnew(object, asked, same)
    )
      return { sure: [at - 1], possible: [] }
    // "has said nothing about a warehouse": whoever spoke of one last.
    const least = ABOUT.test(`${asked}${object}`) ? 1 : MIN_CHARGE
    const spoken = nearestClaim(statements, at, {
      reach: SILENCE_REACH,
      fits: (s) => s.kind === 'claim' && sharedTerms(object, s.sentence.text) >= least
    })
    return spoken === undefined ? NOTHING : { sure: [spoken], possible: [] }
  }
  // "Two people were feared dead. Police could neither confirm nor deny the deaths.": what the outlet itself hedges.
  const feared = /^neither/.test(asked) ? hedgedBefore(statements, at) : undefined
  if (feared !== undefined) return { sure: [feared], possible: [] }
  const pointed = pointedAt(statements, at, object)
  if (pointed !== undefined) return { sure: [pointed], possible: [] }
  const about = byTopic(statements, at, topic)
  if (about !== undefined) return about
  const comment =
    COMMENT.test(hit.rule.id) ||
    /comment|discuss|speculate|reached|contacted|available|respond|repl|call|request|question|message/.test(
      status.sentence.lower.slice(hit.span.start, hit.span.end)
    )
  if (comment) {
    const open = hedgedBefore(statements, at)
    if (open !== undefined) return { sure: [open], possible: [] }
    const nearest = nearestClaim(statements, at, {
      reach: SILENCE_REACH,
      fits: (s) => isDoubtful(s) && !sameSource(s, status) && !denies(statements, at, s)
    })
    return { sure: nearest === undefined ? [] : runOfVoice(statements, nearest), possible: [] }
  }
  // A side that gives no details leaves its own claim open.
  const mute = status.silent?.name
  const own = mute !== undefined && statements[before]?.source?.name === mute
  if ((own || sameSource(statements[before], status)) && isAttributedClaim(statements[before])) {
    return { sure: [before], possible: [] }
  }
  const paragraph = claimsIn(statements, paragraphStart(statements, at), at)
  if (paragraph.length > 0) return { sure: swept(statements, paragraph), possible: [] }
  const nearest = nearestClaim(statements, at, {
    reach: SILENCE_REACH,
    fits: (s) => s.kind === 'claim'
  })
  return nearest === undefined ? NOTHING : { sure: [nearest], possible: [] }
}

/**
 * "The department was aware of the video. It would not say whether it was in touch with the captors.": another question, and so is
 * any that follows nothing but a phrase of one's own: "“We review our structure,” a spokeswoman said. She declined to say how many would go."
 */
function asksAnew(object: string, asked: string, same: Statement): boolean {
  if (sharedTerms(object, same.sentence.text) > 0) return false
  if (/\b(?:whether|if)$/.test(asked) || /^ (?:whether|if)\b/.test(object)) return true
  return /^["“](?:we|our)\b/i.test(same.sentence.text)
}

/** Says whether the voice of a statement denies something before `at`: what it tells beside that is no charge. */
const denies = (statements: readonly Statement[], at: number, voice: Statement): boolean =>
  voice.categories.has('DISPUTED') ||
  statements
    .slice(Math.max(0, at - SILENCE_REACH), at)
    .some((s) => s.categories.has('DISPUTED') && sameSource(s, voice))

/** Silence on a particular of what was said. */
const MORE =
  /(?:\b(?:not|declin\w*|refus\w*|without)|n't)\b.*\b(?:say|saying|name|naming|specify|identify|disclose|explain|elaborat\w*|give|provide)\b/
const ABOUT = /\b(?:anything|nothing|a word|much|little) (?:about|on|of) /
/** Rules by which a party was asked and kept silent. */
const COMMENT = /^unconfirmed\/(?:declined|avoided|unanswered|unreachable|referred|quoted|asked)$/

/** "… would not be drawn ON WHETHER …": a question of its own. */
const QUESTION = /^ (?:(?:on|about|as to) )?(?:whether|if|who|what|when|where|why|which|how)\b/

/** The doubtful claim of another voice right before `at` in its paragraph. */
function justBefore(statements: readonly Statement[], at: number): Covered | undefined {
  const before = statements[at - 1]
  if (before === undefined || at - 1 < paragraphStart(statements, at)) return undefined
  if (!isDoubtful(before) || sameSource(before, statements[at])) return undefined
  return { sure: [at - 1], possible: [] }
}

/** The sentence right before `at` in its paragraph when the outlet itself hedges it and nobody is said to say it. */
function hedgedBefore(statements: readonly Statement[], at: number): number | undefined {
  const before = statements[at - 1]
  if (before === undefined || at - 1 < paragraphStart(statements, at)) return undefined
  const hedged = before.kind === 'claim' && before.categories.has('HEDGED')
  return hedged && !isAttributedClaim(before) ? at - 1 : undefined
}

/** What a party is silent about: the words after "on", "about", "any" …; empty when it is not said. */
const topicOf = (object: string): string =>
  /\b(?:on|about|of|to|regarding|over|the|any|that) (.+)$/.exec(object)?.[1] ?? ''

function statusWords(status: Statement): string {
  const hit = status.hits.find((h) => h.rule.category === 'UNCONFIRMED')
  return hit === undefined ? '' : status.sentence.lower.slice(hit.span.start, hit.span.end)
}

/** "no word on this": what was said last. */
const ON_THIS = /^[^.;,]{0,40}? ?\b(?:on|about|to|of|over) (?:this|that|it)(?=$|[.,;]| \w+day)/
/** "comment on the report": what was printed. */
const ON_PRINT =
  /\b(?:on|about|to|of|over|address(?:ed)?) (?:the|that|this) (?:\w+ )?(?:report|story|article|account)(?=$|[.,;'])/

/** The one claim that a silence points at: "on this", "on the report", "of any deaths". */
function pointedAt(
  statements: readonly Statement[],
  at: number,
  object: string
): number | undefined {
  const status = statements[at]
  const find = (fits: (s: Statement) => boolean) =>
    nearestClaim(statements, at, {
      reach: SILENCE_REACH,
      fits: (s) => s.kind === 'claim' && isDoubtful(s) && !sameSource(s, status) && fits(s)
    })
  if (ON_THIS.test(object)) return find(() => true)
  if (ON_PRINT.test(object)) return find((s) => s.categories.has('MEDIA'))
  if (COUNTED.test(object)) return find((s) => COUNTS.test(s.sentence.lower))
  return undefined
}

/** "have not commented on the explosions": the claims that speak of explosions. */
function byTopic(statements: readonly Statement[], at: number, topic: string): Covered | undefined {
  const wanted = new Set(contentTerms(topic).map((t) => t.term))
  if (wanted.size === 0) return undefined
  const shared = new Map<number, number>()
  for (const k of claimsIn(statements, itemStart(statements, at), at)) {
    if (at - k > TOPIC_REACH) continue
    const terms = new Set(contentTerms(statements[k]?.sentence.text ?? '').map((t) => t.term))
    const n = [...wanted].filter((term) => terms.has(term)).length
    if (n > 0) shared.set(k, n)
  }
  // "the depot attack": not every attack.
  const most = Math.max(0, ...shared.values())
  const near = [...shared].filter(([, n]) => n === most).map(([k]) => k)
  if (near.length === 0) return undefined
  // "A drone hit a depot, officials said. Orbel did not comment on the strike.": the paragraph, whatever it calls the strike.
  const status = statements[at]
  // "The army said the two had planned a raid. It gave no details of the plans.": its own claim.
  const silent = status?.silent?.name
  const start = paragraphStart(statements, at)
  const own = near.findLast((k) => {
    const name = statements[k]?.source?.name
    return (
      k >= start && name !== undefined && (name === silent || sameSource(statements[k], status))
    )
  })
  if (own !== undefined) return { sure: [own], possible: near.filter((k) => k !== own) }
  const beside = claimsIn(statements, start, at).filter((k) => {
    const statement = statements[k]
    return statement !== undefined && isDoubtful(statement) && !sameSource(statement, status)
  })
  if (beside.length > 0 && !beside.some((k) => near.includes(k)))
    return { sure: beside, possible: near }
  // The paragraph's claims belong together: "said …, it added …; Orbel did not confirm the assaults".
  const paragraph = claimsIn(statements, start, at)
  if (paragraph.some((k) => near.includes(k)))
    return { sure: paragraph, possible: near.filter((k) => !paragraph.includes(k)) }
  return { sure: near, possible: [] }
}

/** "It is unclear if it is about these": the claim before it. Open questions with words of their own cover themselves. */
export function scopeOfOpenQuestion(
  statements: readonly Statement[],
  at: number
): Covered | undefined {
  const status = statements[at]
  const hit = status?.hits.find((h) => h.rule.category === 'UNCLEAR')
  if (status === undefined || hit === undefined || status.source !== undefined) return undefined
  const object = afterCue(status, hit.span.end)
  if (!/^ (?:whether|if|how|who|what) (?:it|they|this|that|these|those|he|she)\b/.test(object))
    return { sure: [at], possible: [] }
  const nearest = nearestClaim(statements, at, { reach: 2 })
  return nearest === undefined ? { sure: [at], possible: [] } : { sure: [nearest], possible: [] }
}

/**
 * "They spoke on condition of anonymity": what this source said before, in the paragraph; where the line stands alone, all that
 * the unnamed voice has said.
 */
export function scopeOfAnonymity(
  statements: readonly Statement[],
  at: number
): Covered | undefined {
  const status = statements[at]
  if (status === undefined || !grantsAnonymity(status)) return undefined
  const start = paragraphStart(statements, at)
  const nearest = nearestClaim(statements, at, { reach: 3 })
  if (nearest === undefined) return undefined
  const says = saysSomething(status)
  if (!says && start === at && statements[nearest]?.categories.has('ANONYMOUS'))
    return { sure: runOfVoice(statements, nearest), possible: [] }
  if (nearest < start || (says && !sameSource(statements[nearest], status))) return undefined
  return { sure: [nearest], possible: [] }
}
