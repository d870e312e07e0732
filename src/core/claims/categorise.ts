import { isMedium } from './actors/registry'
import type { Attribution } from './citation'
import type { Category } from './claim'
import { callsNames, CONFLICT_SHARE, isParty, isStance } from './classify'
import { chargesOthers } from './contest'
import type { CueHit } from './cues'
import type { Memory, Resolved } from './memory'
import type { ReadContext } from './reading'
import type { Sentence } from './sentence'
import type { PlacedCue, Statement } from './statement'

/** Gives a statement its categories, its cues and its kind. */
export function categorise(
  statement: Statement,
  known: readonly { a: Attribution; r: Resolved }[],
  context: ReadContext
): void {
  const { sentence, hits, attributions } = statement
  const { options, topic } = context
  const content = sentence.lower.slice(statement.content.start, statement.content.end)
  const add = (category: Category, span: { start: number; end: number }, ruleId: string) => {
    statement.categories.add(category)
    statement.cues.push(place(sentence, span, category, ruleId))
  }
  // In the block after "X said:" every word is X's.
  const quotation =
    statement.carried && context.speaker?.leadIn === true && sentence.block > context.speaker.block
  for (const hit of quotation ? [] : hits) {
    if (dropped(hit, statement) || toldBySide(hit, known)) continue
    // In a war prosecutors tell of strikes, not of charges.
    if (
      hit.rule.id === 'alleged/charged-with' &&
      /^prosecutors sa/.test(sentence.lower.slice(hit.span.start, hit.span.end)) &&
      topic.conflict(sentence.item) >= CONFLICT_SHARE
    )
      continue
    // A recipe or a guide: "it may look like a lot of oil".
    if (hit.rule.group === 'epistemic' && topic.advice >= ADVICE && known.length === 0) continue
    add(hit.rule.category, hit.span, hit.rule.id)
  }
  const status = statement.categories.has('UNVERIFIED') || statement.categories.has('UNCONFIRMED')
  const stance =
    isStance(sentence, attributions, content) &&
    (callsNames(sentence, attributions) || !chargesOthers(content))
  if (status && known.every(({ a }) => a.verb === undefined || a.negated)) statement.kind = 'status'
  else if (stance && !tellsWishOfOthers(statement, known)) statement.kind = 'stance'

  for (const { a, r } of known) {
    if (r.own || a.negated || a.verb?.verbClass === 'deny') continue
    // "…, affirming that …, according to the palace": the palace answers for it.
    if (a.frame === 'participle' && r.unnamed && statement.source?.name !== r.source.name) continue
    const artefact = ARTEFACT_HEAD.test(r.source.name)
    const cue = a.cue
    // "It showed no pictures of the march": what an outlet leaves out is nobody's word.
    if (r.medium && SHOWS_NOT.test(sentence.voice.slice(cue.start, cue.end + NEXT_WORD))) continue
    if (r.medium) {
      if (!options.without.has('media') && a.verb?.verbClass !== 'act')
        add('MEDIA', cue, 'media/relay')
    }
    const position = statement.kind === 'stance' && a.verb?.verbClass === 'act'
    // What economists expect is a forecast, not a disclosure.
    const consensus = /^(?:expect|forecast)$/.test(a.verb?.lemma ?? '')
    if (
      r.unnamed &&
      !position &&
      !consensus &&
      !within(statement, a, known) &&
      !options.without.has('anonymity')
    )
      add('ANONYMOUS', a.source ?? cue, 'anonymous/described')
    const others = tellsOfOthers(statement, { a, r }, known, context.memory)
    // "blamed weaker demand": nobody is charged.
    const charges = a.verb?.lemma !== 'blame' || hits.some((hit) => hit.rule.id === 'alleged/blame')
    const verb = charges ? (a.verb?.lemma ?? '') : ''
    // "talks in which the government agreed to …, according to three officials": they tell of its step.
    const step = a.verb?.verbClass === 'act' && known.some((k) => k.r.unnamed)
    const party =
      !step &&
      !options.without.has('party') &&
      statement.kind !== 'stance' &&
      isParty(r, { content, introduced: introducedBy(a, sentence), sentence, topic, verb, others })
    if (party && !artefact) add('PARTY', cue, 'party/side')
    else if (!r.medium && !r.unnamed && !artefact) add('ONRECORD', cue, 'onrecord/named')
  }
  if (scornsUnnamed(statement, known) && !options.without.has('anonymity'))
    add('ANONYMOUS', { start: 0, end: 1 }, 'anonymous/described')
  if (afterOwnDenial(statement, context)) {
    add('PARTY', { start: 0, end: 1 }, 'party/after-denial')
  }
  if (statement.carried && statement.source !== undefined)
    carryCategories(statement, context, content)
  if (statement.categories.has('PARTY') || statement.categories.has('ALLEGED'))
    statement.categories.delete('ONRECORD')
}

/** The words of a source and those beside it. */
function introducedBy({ source, beside }: Attribution, { lower }: Sentence): string {
  return [source, beside]
    .map((span) => (span === undefined ? '' : lower.slice(span.start, span.end)))
    .join(' ')
}

/** "The regulator says the crew reported a vibration": the regulator answers for what happened to people without a name. */
function within(
  { sentence }: Statement,
  a: Attribution,
  known: readonly { a: Attribution; r: Resolved }[]
): boolean {
  if (SPEAKS.test(a.verb?.lemma ?? 'say')) return false
  const start = a.source?.start ?? 0
  return known.some(
    (other) =>
      other.a.frame === 'says' &&
      !other.a.trailing &&
      !other.a.negated &&
      other.a.verb?.verbClass === 'say' &&
      other.a.cue.end < start &&
      !CLAUSE_ENDS.test(sentence.voice.slice(other.a.cue.end, start)) &&
      !other.r.medium &&
      !other.r.own &&
      !other.r.unnamed
  )
}
const SPEAKS = /^(?:say|tell|add|state|explain|claim|allege|deny|admit|insist|denounce)$/
const CLAUSE_ENDS = /;|\b(?:while|but|although|though|whereas)\b/

/** "Orbel want £35m, according to people close to the talks": what others want is told, not wanted, by who has no name. */
function tellsWishOfOthers(
  { sentence, content }: Statement,
  known: readonly { a: Attribution; r: Resolved }[]
): boolean {
  const told = sentence.lower.slice(content.start, content.end)
  return (
    known.length > 0 &&
    known.every(
      ({ a, r }) =>
        (r.unnamed && !a.negated && SAYS.test(a.verb?.lemma ?? 'say')) ||
        (a.verb?.verbClass === 'act' && !r.unnamed)
    ) &&
    known.some(({ r }) => r.unnamed) &&
    OF_OTHERS.test(told) &&
    !OUGHT.test(told)
  )
}
const OF_OTHERS =
  /^["“'‘]*(?:\w+ly )?(?:that )?(?!(?:i|we|you|they|he|she|it|there|this|that|these|those|nobody|no one|everyone|everybody|people|what|if|our|my|their|his|her|its|how|why|\w+ly)\b)\p{L}+(?: \S+){4}/u
const SAYS = /^(?:say|tell|add)$/
const OUGHT = /\b(?:i|we|us|our|me|my|should|must|ought to|needs? to|has to|have to|would be)\b/

const SHOWS_NOT = /^(?:show|air|broadcast|carri|carry|publish|print|r[au]n|mention)\w* no\b/
/** Letters behind a verb in which a "no" may stand. */
const NEXT_WORD = 4

/** "An adviser shrugged off the report": nobody is said to say it, and yet somebody without a name does. */
function scornsUnnamed(
  { source, carried, hits }: Statement,
  known: readonly { a: Attribution; r: Resolved }[]
): boolean {
  return (
    source?.type === 'unnamed' &&
    !carried &&
    known.length === 0 &&
    hits.some((h) => SCORNS.test(h.rule.id))
  )
}
const SCORNS = /^disputed\/(?:reject-claims|dispute-that|scorn|not-accept|judged|wrong)$/

/** From this share of sentences that speak to their reader a text is advice. From recipes, guides and reviews. */
const ADVICE = 0.2

function carryCategories(statement: Statement, context: ReadContext, content: string): void {
  const { speaker } = context
  const { source, sentence } = statement
  if (source === undefined) return
  const span = { start: 0, end: Math.min(1, sentence.text.length) }
  const add = (category: Category) => {
    statement.categories.add(category)
    statement.cues.push(place(sentence, span, category, 'carried/quotation'))
  }
  const resolved: Resolved = {
    source,
    unnamed: source.type === 'unnamed',
    medium: false,
    own: false,
    plural: false,
    person: true
  }
  if (
    isStance(sentence, [{ frame: 'carried', cue: span, trailing: false, negated: false }], content)
  )
    statement.kind = 'stance'
  const medium = isMedium(source)
  if (
    medium ||
    (statement.via.length > 0 && speaker?.categories.has('MEDIA') === true && !speaker.leadIn)
  )
    add('MEDIA')
  if (source.type === 'unnamed') add('ANONYMOUS')
  const before = speaker?.resolved.source.name === source.name && speaker.categories.has('PARTY')
  if (
    statement.kind !== 'stance' &&
    (before ||
      isParty(resolved, {
        content,
        introduced: '',
        sentence,
        topic: context.topic,
        verb: '',
        others: false
      }))
  )
    add('PARTY')
  else if (!medium && source.type !== 'unnamed') add('ONRECORD')
}

const OPINION = /^(?:describe|call|think|believe|hope|fear|expect|label|brand)$/
/** "He denied the claims. “There is no shortage,” he said.": the second sentence goes on with the denial. */
function afterOwnDenial(statement: Statement, context: ReadContext): boolean {
  const { speaker } = context
  return (
    !context.options.without.has('party') &&
    statement.kind === 'claim' &&
    !statement.attributions.some((a) => OPINION.test(a.verb?.lemma ?? '')) &&
    speaker?.categories.has('DISPUTED') === true &&
    (speaker.block === statement.sentence.block ||
      (statement.sentence.block === speaker.block + 1 && stillDenies(statement))) &&
    speaker.bare === 0 &&
    speaker.resolved.source.name === statement.source?.name
  )
}

/** In the next paragraph a denial goes on by a further no: "“That study played no role,” it said.". */
function stillDenies({ sentence, content }: Statement): boolean {
  const told = sentence.lower.slice(content.start, content.end)
  // "In a statement, it said its crews had checked the line twice."
  if (GOES_ON.test(sentence.lower) && !/\b(?:will|would|regret\w*|sorry)\b/.test(told)) return true
  return (
    /\b(?:not|never|no|nothing|nobody|false|untrue|wrong)\b|n['’]t\b/.test(told) &&
    !/\b(?:comments?|will|would)\b/.test(told)
  )
}

const GOES_ON =
  /^in (?:a|an|its|his|her|their) (?:[\w-]+ ){0,2}(?:statement|interview|letter|post|conversation|call|email|reply|response)\b/

/** What a party says about another state, or the words that it puts in another's mouth. */
function tellsOfOthers(
  statement: Statement,
  speaker: { a: Attribution; r: Resolved },
  known: readonly { a: Attribution; r: Resolved }[],
  memory: Memory
): boolean {
  const { side, name } = speaker.r.source
  // Whoever is quoted within what another tells does not tell of that other.
  const quoted = known.some(
    (k) =>
      k.r.source.name !== name &&
      (k.a.cue.start > speaker.a.cue.start || speaker.a.trailing) &&
      !k.r.own &&
      k.a.frame !== 'participle' &&
      k.a.verb?.verbClass === 'say'
  )
  if (quoted) return true
  const content = statement.sentence.text.slice(statement.content.start, statement.content.end)
  const subject = content.split(/\s+/).slice(0, SUBJECT_WORDS).join(' ')
  if (/^(?:that )?(?:it|they|we|he|she|its|our|their|his|her|i)\b/i.test(subject)) return false
  const sides = memory.registry
    .find(subject)
    .flatMap(({ actor }) => (OPPONENTS.test(actor.type) ? (actor.side ?? []) : []))
  return sides.length > 0 && side !== undefined && sides[0] !== side
}

/** Whose deeds another side tells: states and those in arms, no alliance that one may belong to. */
const OPPONENTS = /^(?:state|ministry|military|armed-group|state-media)$/

/** Sources that are things: what they show is evidence, nobody says it. */
const ARTEFACT_HEAD = /(?:photographs?|photos?|images?|footage|videos?|pictures|recordings?)$/i

/** Words at the start of a content in which its subject is looked for. */
const SUBJECT_WORDS = 6

/** Cues that the rest of the sentence takes back. */
function dropped(hit: CueHit, statement: Statement): boolean {
  const { rule, span } = hit
  // "could not verify the differing figures": what can't be checked, and no denial.
  if (rule.id === 'disputed/dispute-that' && statement.hits.some((h) => CHECKED.test(h.rule.id)))
    return DIFFERS.test(statement.sentence.voice.slice(span.start, span.end))
  // Forecasts in somebody's reported speech are theirs; they add nothing to a stance.
  if (rule.id === 'confirmed/verb') {
    return (
      statement.attributions.length > 0 &&
      !statement.attributions.some((a) => a.cue.start === span.start) &&
      statement.attributions.some((a) => a.cue.start < span.start)
    )
  }
  // "These have nothing to do with …" in the outlet's own voice denies nothing.
  if (rule.id === 'disputed/not-accept' && statement.attributions.length === 0)
    return /nothing to do with|no such/.test(statement.sentence.voice.slice(span.start, span.end))
  // "But the opposite is more likely" is the outlet's own view.
  if (rule.id === 'disputed/dispute-that' && statement.attributions.length === 0)
    return /opposite (?:is|was)|reverse|contrary|other way/.test(
      statement.sentence.voice.slice(span.start, span.end)
    )
  return false
}

/** "Radar records show that a patrol boat circled, the ministry said": evidence of which a state or an army tells is its word. */
function toldBySide({ rule }: CueHit, known: readonly { a: Attribution; r: Resolved }[]): boolean {
  return (
    rule.id === 'confirmed/footage' &&
    known.some(
      ({ a, r }) =>
        !a.negated &&
        a.verb?.verbClass === 'say' &&
        /^(?:state|ministry|military|armed-group)$/.test(r.source.type)
    )
  )
}

const CHECKED = /^unverified\/(?:not-verify|independently-confirm)$/
const DIFFERS = /^(?:conflicting|contradictory|differing|competing|rival|opposing)\b/

function place(
  sentence: Sentence,
  span: { start: number; end: number },
  category: Category,
  ruleId: string
): PlacedCue {
  const at = sentence.span.start
  return { span: { start: at + span.start, end: at + span.end }, category, ruleId }
}
