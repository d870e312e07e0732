import { castOf, isMedium } from './cast'
import type { Cast, Player } from './cast'
import type { Category } from './claim'
import { speaksOfConflict } from './classify'
import {
  CAMPS,
  CHARGES,
  FAULTS,
  MERIT,
  OPPOSED,
  OWN_DEED,
  OWN_GOODS,
  PEOPLE,
  VENDOR
} from './cues/en/sides'
import type { Camp } from './cues/en/sides'
import { reportedIn } from './reported'
import type { Reported } from './reported'
import type { Statement } from './statement'

/**
 * Marks what the sides of a dispute say beyond their own acts, whatever the dispute is about: who is a side follows from who
 * charges, denies and answers whom in this article. Impartial bodies are never sides. O(sentences × words).
 */
export function markSides(statements: readonly Statement[]): void {
  const cast = castOf(statements)
  const clauses = statements.map((s) => (cast.of(s) === undefined ? undefined : reportedIn(s)))
  findFoes(statements, clauses, cast)
  const disputed = cast.players.some(isSide) || statements.some((s) => s.categories.has('PARTY'))
  statements.forEach((statement, i) => {
    const player = cast.of(statement)
    const clause = clauses[i]
    if (player === undefined || clause === undefined) return
    if (statement.categories.has('PARTY') && merelyOwn(statement, player, clause, cast))
      unmark(statement)
    if (onlyDenies(statement)) statement.categories.delete('PARTY')
    else if (disputed && fromState(statement)) mark(statement)
    else if (
      eligible(statement) &&
      (charges(statement, player) || tells(statement, player, clause, cast))
    )
      mark(statement)
  })
}

function mark(statement: Statement): void {
  if (statement.categories.has('PARTY')) return
  const at = statement.sentence.span.start
  const cue = statement.attributions.find((a) => !a.negated)?.cue ?? { start: 0, end: 1 }
  statement.categories.add('PARTY')
  statement.categories.delete('ONRECORD')
  statement.cues.push({
    span: { start: at + cue.start, end: at + cue.end },
    category: 'PARTY',
    ruleId: 'party/dispute'
  })
}

/** Takes back what was marked by topic alone. */
function unmark(statement: Statement): void {
  statement.categories.delete('PARTY')
  statement.categories.add('ONRECORD')
}

/** Questions, positions, and a speaker's own plans and deeds, in which no opponent occurs. */
function merelyOwn(statement: Statement, player: Player, clause: Reported, cast: Cast): boolean {
  const { predicate, future, question } = clause
  if (statement.carried && question) return true
  if (player.source.type === 'state-media' || fromState(statement)) return false
  if (FAULTS.test(predicate) || MERIT.test(predicate) || statement.categories.has('ALLEGED'))
    return false
  if (question || POSITION.test(predicate)) return true
  const others = cast.named(clause.predicatePrinted).some((other) => !sameSide(player, other))
  if (!owned(player, clause) || others) return false
  if (LOOKING.test(predicate)) return true
  if (FIGHTS.test(player.source.type)) return false
  return future || (OWN_DEED.test(predicate) && !speaksOfConflict(statement.sentence))
}

/** What an office does when it knows nothing yet. */
const LOOKING =
  /^(?:\w+ )?(?:\w+ly )?(?:looking into|aware of|reviewing|investigating|monitoring|working (?:on|to|with))\b/

/** What state media tell of their own side, in their own words or another's. */
function fromState({ kind, source, via }: Statement): boolean {
  return kind === 'claim' && [source, ...via].some((s) => s?.type === 'state-media')
}

/** "The governor accused the rebels of …": a side's charge. */
function charges(statement: Statement, player: Player): boolean {
  const accuses = statement.attributions.some((a) => a.verb?.verbClass === 'accuse' && !a.negated)
  return accuses && !isPlain(player) && !player.impartial && isSide(player)
}

/** Somebody of whom no office, body or role is told. */
function isPlain(player: Player): boolean {
  return player.source.type === 'person' && !player.partisan && player.body === undefined
}

function tells(statement: Statement, player: Player, clause: Reported, cast: Cast): boolean {
  return !OPINION.test(verbOf(statement)) && saysAsSide(player, clause, cast)
}
/** "The employers dispute that figure": a denial, and nothing told beside it; belligerents' denials stay theirs. */
function onlyDenies({ categories, source }: Statement): boolean {
  return (
    categories.has('DISPUTED') &&
    source?.side === undefined &&
    !/^(?:military|armed-group|state|ministry|state-media)$/.test(source?.type ?? '')
  )
}

/** Categories beside which a statement is not one side's: statuses, denials, people without a name. */
const APART: readonly Category[] = [
  'DISPUTED',
  'ANONYMOUS',
  'UNVERIFIED',
  'UNCONFIRMED',
  'CONFIRMED'
]

function eligible({ kind, categories, source, sentence, attributions }: Statement): boolean {
  const fights = FIGHTS.test(source?.type ?? '') && attributions.length > 1
  return (
    kind === 'claim' &&
    sentence.role === 'prose' &&
    source?.type !== 'unnamed' &&
    !APART.some((category) => categories.has(category) && !(fights && category === 'DISPUTED'))
  )
}

/** Verbs that tell what somebody thinks of a thing, not what they say of it. */
const OPINION =
  /^(?:think|believe|describe|call|expect|hope|fear|doubt|label|brand|wonder|forecast|predict|warn|ask|praise|urge)$/

function verbOf({ attributions }: Statement): string {
  return attributions.find((a) => !a.negated)?.verb?.lemma ?? ''
}

const SUIT = /\b(?:su(?:ed|es|ing)|lawsuit|legal action|to court|accus\w{2,4}|blam\w{2,3})\b/
/** How far back a denial may answer somebody else, in statements. */
const ANSWER_REACH = 2

/** Finds who stands against whom: by charges, denials and what they say of each other. */
function findFoes(
  statements: readonly Statement[],
  clauses: readonly (Reported | undefined)[],
  cast: Cast
): void {
  statements.forEach((statement, i) => {
    const { sentence, categories } = statement
    const player = cast.of(statement)
    const named = cast.named(sentence.text)
    if (SUIT.test(sentence.voice)) for (const a of named) for (const b of named) oppose(a, b)
    const clause = clauses[i]
    if (player === undefined || clause === undefined) return
    if (categories.has('DISPUTED')) {
      const before = answered(statements, i, player, cast)
      if (before !== undefined) oppose(player, before)
    }
    const charges = charged(player, clause)
    if (!player.impartial && charges) chargeCamps(player, clause, cast)
    const called = owned(player, clause) ? undefined : cast.called(clause.subject)
    // A body that is spoken of and speaks is an opponent by a mere "never".
    if (
      called !== undefined &&
      !sameSide(player, called) &&
      !clause.future &&
      CHARGES.test(clause.predicate)
    )
      oppose(player, called)
    // Office-holders reproach an opposition by a mere "no"; each other they must charge with a fault.
    const reproach = !clause.future && !player.impartial && CHARGES.test(clause.predicate)
    for (const other of cast.named(clause.printed))
      if (reproach && other.partisan && BODY_OR_OFFICE.test(player.source.type))
        oppose(player, other)
    if (!charges) return
    for (const other of cast.named(clause.printed))
      if (!sameSide(player, other)) oppose(player, other)
    if (campsIn(clause.subject).includes('relation')) {
      const reply = nextVoice(statements, i, player, cast)
      if (reply !== undefined) oppose(player, reply)
    }
  })
}

/** "Her co-founder emptied the account": whoever speaks next answers it. */
function nextVoice(
  statements: readonly Statement[],
  i: number,
  player: Player,
  cast: Cast
): Player | undefined {
  for (const statement of statements.slice(i + 1, i + 1 + ANSWER_REACH)) {
    const other = cast.of(statement)
    if (other !== undefined && other !== player) return other.impartial ? undefined : other
  }
  return undefined
}

/** Who is a side by role reproaches by a mere "no"; others must name a fault. */
function charged(player: Player, { predicate, future }: Reported): boolean {
  const refused = /^(?:would not|wouldn't)\b/.test(predicate)
  if (future && !refused) return false
  const words = predicate.split(' ').slice(0, CHARGE_WORDS).join(' ')
  const broad =
    !player.impartial && (player.partisan || player.contested || BODY.test(player.source.type))
  return (broad ? CHARGES : FAULTS).test(words)
}

/** Types whose every word on another is on record; what persons say of each other must name a fault. */
const BODY = /^(?:state|ministry|military|company|ngo|party-politician|armed-group)$/

const BODY_OR_OFFICE = /^(?:official|state|ministry|company|party-politician)$/

/** How far behind the subject a charge against it may stand, in words; later ones tell of somebody else. */
const CHARGE_WORDS = 14

/** "The president has emptied the treasury": its speaker and whoever else speaks for the president are sides. */
function chargeCamps(player: Player, clause: Reported, cast: Cast): void {
  const charged = opposedIn(player, clause)
  if (charged.length === 0) return
  player.contested = true
  for (const other of cast.players)
    if (charged.some((camp) => other.camps.has(camp))) other.contested = true
}

/** The camps of a clause's subject that stand against the speaker's. */
function opposedIn(player: Player, clause: Reported): Camp[] {
  if (owned(player, clause)) return []
  return campsIn(clause.subject).filter((camp) =>
    [...player.camps].some((own) => OPPOSED.has(`${own}-${camp}`))
  )
}

function oppose(a: Player, b: Player): void {
  if (a === b || isMedium(a.source) || isMedium(b.source)) return
  if (a.source.side !== undefined && a.source.side === b.source.side) return
  a.foes.add(b)
  b.foes.add(a)
}

/** Whose claim a denial answers: that of the last other voice. */
function answered(
  statements: readonly Statement[],
  i: number,
  player: Player,
  cast: Cast
): Player | undefined {
  for (let k = i - 1; k >= 0 && k >= i - ANSWER_REACH; k--) {
    const before = statements[k]
    if (before === undefined || before.sentence.item !== statements[i]?.sentence.item)
      return undefined
    const other = cast.of(before)
    if (other !== undefined && other !== player)
      return other.impartial || before.kind !== 'claim' ? undefined : other
  }
  return undefined
}

function saysAsSide(player: Player, clause: Reported, cast: Cast): boolean {
  if (clause.question) return false
  if (praisesOwn(player, clause)) return true
  if (charged(player, clause) && opposedIn(player, clause).length > 0) return true
  if (player.impartial) return false
  if (CHARGES.test(clause.predicate) && campsIn(clause.subject).includes('relation')) return true
  const body = player.partisan || /^(?:company|unknown)$/.test(player.source.type)
  if (
    body &&
    PEOPLE.test(clause.subject) &&
    !owned(player, clause) &&
    FAULTS.test(clause.predicate)
  )
    return true
  if (returns(player, clause, cast)) return true
  if (!isSide(player)) return false
  // Before a court, whoever speaks for nobody is a witness.
  const witness = cast.court && player.source.type === 'person' && !player.partisan
  return (!witness || litigates(player)) && goesBeyond(player, clause, cast)
}

const FIGHTS = /^(?:military|armed-group)$/

/** "The fire had come from Velland's own guns": a body answers another that spoke right before it. */
function returns(player: Player, clause: Reported, cast: Cast): boolean {
  if (clause.future || owned(player, clause) || !BODY.test(player.source.type)) return false
  if (OWN_DEED.test(clause.predicate)) return false
  return cast
    .named(clause.predicatePrinted)
    .some(
      (other) => player.answered.has(other) && (isSide(other) || FIGHTS.test(other.source.type))
    )
}

function isSide(player: Player): boolean {
  const { body } = player
  if (player.partisan || player.contested || player.foes.size > 0) return true
  return body !== undefined && !body.impartial && (body.contested || body.foes.size > 0)
}

function sameSide(a: Player, b: Player): boolean {
  return a === b || a.body === b || (a.source.side !== undefined && a.source.side === b.source.side)
}

function litigates({ camps }: Player): boolean {
  return camps.has('prosecution') || camps.has('defence') || camps.has('plaintiff')
}

/** What somebody thinks, told as such. */
const THOUGHT =
  /^(?:\S+ ){0,4}(?:he|she|they|i|we) (?:also |still )?(?:thought|thinks?|believed?s?|felt|feels?)\b/

/** Positions: nothing in them can be checked. */
const POSITION =
  /^(?:\S+ ){0,3}(?:opposes?|supports?|stands?|condemns?|welcomes?|calls? (?:on|for)|urges?|demands?|deserves?|should|must|needs?)\b/

const OFFICE = /^(?:official|ministry|state|health)$/

/** Says whether what is told is more than the speaker's own acts, plans and feelings. */
function goesBeyond(player: Player, clause: Reported, cast: Cast): boolean {
  const { predicate, future, direct, subject } = clause
  if (THOUGHT.test(`${subject} ${predicate}`) || POSITION.test(predicate)) return false
  const named = cast.named(clause.printed)
  const called = owned(player, clause) ? undefined : cast.called(subject)
  const others = [...named, called].some((other) => other !== undefined && !sameSide(player, other))
  if (future) {
    const refused = /^(?:would not|wouldn't|will not|won't)\b/.test(predicate)
    if (litigates(player) && /^(?:would|will) (?:hear|show|see|prove)\b/.test(predicate))
      return true
    return (refused && (others || opposedIn(player, clause).length > 0)) || MERIT.test(predicate)
  }
  if (!owned(player, clause) && (others || named.length === 0)) {
    if (direct && !others && /^(?:you|i|we|what|this|that|there|it|do|don't|let)\b/.test(subject))
      return false
    if (direct && /^(?:he|she|they)\b/.test(subject)) return true
    if (direct && isPlain(player)) return FAULTS.test(predicate)
    // Those in office tell of their field what they know of it.
    if (direct || (OFFICE.test(player.source.type) && !player.partisan))
      return (
        others || (player.contested ? CHARGES : FAULTS).test(predicate) || MERIT.test(predicate)
      )
    return true
  }
  if (OWN_DEED.test(predicate) || (direct && /^i\b/.test(subject))) return false
  if (litigates(player)) return true
  const rival =
    cast.named(clause.predicatePrinted).some((other) => !sameSide(player, other)) ||
    campsIn(predicate).some((camp) =>
      [...player.camps].some((own) => OPPOSED.has(`${own}-${camp}`))
    )
  return (FAULTS.test(predicate) && rival) || MERIT.test(predicate)
}

function isFirm({ source, camps }: Player): boolean {
  return !/^(?:person|official)$/.test(source.type) && !camps.has('union') && !camps.has('critic')
}

/** "the firm" as a firm calls itself. */
const OWN_KIND =
  /^(?:the|this) (company|firm|club|union|group|party|league|alliance|charity|bank|airline|ministry|government|army|council)$/

/** The speaker's own: "it" and "they" in reported speech, "we" between quotation marks, "the firm" of a firm. */
function owned(player: Player, { subject, direct }: Reported): boolean {
  const camps = campsIn(subject)
  if (camps.includes('relation')) return false
  const pronoun = direct
    ? /^(?:we|i|our|my|us)\b/
    : /^(?:it|they|he|she|its|their|his|her|we|i|our|my)\b/
  if (!direct && isOther(player, subject)) return false
  if (pronoun.test(subject)) return true
  const kind = OWN_KIND.exec(subject)?.[1]
  if (
    kind !== undefined &&
    (player.words.includes(kind) || (isFirm(player) && /^(?:company|firm)$/.test(kind)))
  )
    return true
  return /^(?:the|this) \S+$/.test(subject) && camps.some((camp) => player.camps.has(camp))
}

/** "Jan Reiss says she had signed": somebody else, if he is "he" and an opponent of his is "she". */
function isOther(player: Player, subject: string): boolean {
  const word = /^(?:he|she)\b/.exec(subject)?.[0]
  if (word === undefined || word === player.pronoun) return false
  return player.pronoun !== undefined || [...player.foes].some((foe) => foe.pronoun === word)
}

function campsIn(text: string): Camp[] {
  return CAMPS.filter(([, pattern]) => pattern.test(text)).map(([camp]) => camp)
}

/** A firm on its own goods. */
function praisesOwn(player: Player, clause: Reported): boolean {
  if (player.impartial || !MERIT.test(clause.predicate)) return false
  const vendor = player.source.type === 'company' || VENDOR.test(player.words)
  return OWN_GOODS.test(clause.subject) && (vendor || /^(?:its|our)\b/.test(clause.subject))
}
