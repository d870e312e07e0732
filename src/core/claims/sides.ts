import { castOf } from './cast'
import { addsToDenial, countsAgainst, onlyThinks, throughCounsel } from './counting'
import type { Cast, Player } from './cast'
import type { Category } from './claim'
import { OUTCOME, speaksOfConflict } from './classify'
import { OPPOSED } from './cues/en/camps'
import {
  ACHIEVED,
  BY_THE_RULES,
  CHARGES,
  DEFENDED,
  EXCUSED,
  FAULTS,
  MERIT,
  MISHAP,
  OWN_DEED,
  OWN_GOODS,
  PEOPLE,
  VENDOR
} from './cues/en/deeds'
import {
  BODY,
  campsIn,
  charged,
  findFoes,
  isSide,
  opposedIn,
  owned,
  sameSide,
  trades
} from './foes'
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
  const mishap =
    statements.filter((s) => MISHAP.test(s.sentence.lower)).length >=
    statements.length * MISHAP_SHARE
  const fighting = statements.filter(
    ({ categories, source }) => categories.has('PARTY') && FIGHTS.test(source?.type ?? '')
  )
  const disputed = cast.players.some(isSide) || statements.some((s) => s.categories.has('PARTY'))
  statements.forEach((statement, i) => {
    const player = cast.of(statement)
    const clause = clauses[i]
    if (player === undefined || clause === undefined) return
    if (statement.categories.has('PARTY') && merelyOwn(statement, player, clause, cast))
      unmark(statement)
    if (onlyDenies(statement)) {
      statement.categories.delete('PARTY')
      if (addsToDenial(statement, player)) mark(statement)
    } else if (disputed && fromState(statement)) mark(statement)
    else if (eligible(statement) && tellsOfWar(statement, player, { fighting, cast }))
      mark(statement)
    else if (eligible(statement) && countsAgainst(statements, i)) mark(statement)
    else if (
      eligible(statement) &&
      (charges(statement, player) ||
        tells(statement, player, clause, cast) ||
        (mishap && excuses(statement, player, clause)) ||
        throughCounsel(statement, player, clause) ||
        goesOn(statement, clause, { before: statements[i - 1], player, cast }))
    )
      mark(statement)
  })
  leadIn(statements, clauses, cast)
}

/** “He lost. His men are dead,” the general said.: a quotation is one side's from its beginning. */
function leadIn(
  statements: readonly Statement[],
  clauses: readonly (Reported | undefined)[],
  cast: Cast
): void {
  for (let i = statements.length - 2; i >= 0; i--) {
    const [statement, after, clause] = [statements[i], statements[i + 1], clauses[i]]
    if (statement === undefined || clause === undefined || !statement.carried) continue
    const player = cast.of(statement)
    if (player === undefined || after?.sentence.block !== statement.sentence.block) continue
    if (eligible(statement) && goesOn(statement, clause, { before: after, player, cast }))
      mark(statement)
  }
}

/** "…, Sadler said. A man of 70 was in hospital, he added.": the same side goes on, beyond its own acts and feelings. */
function goesOn(
  statement: Statement,
  clause: Reported,
  context: { before: Statement | undefined; player: Player; cast: Cast }
): boolean {
  const { before, player, cast } = context
  if (before === undefined || cast.of(before) !== player) return false
  const denied =
    !statement.carried &&
    before.categories.has('DISPUTED') &&
    before.sentence.block === statement.sentence.block
  if (!before.categories.has('PARTY') && !denied) return false
  // A quotation may go on in the next paragraph.
  const apart = Math.abs(before.sentence.block - statement.sentence.block)
  if (apart > 1 && !statement.carried) return false
  // In a paragraph of its own a sentence goes on with the quarrel only where it speaks of it.
  if (
    apart === 1 &&
    !statement.carried &&
    !speaksOfConflict(statement.sentence) &&
    !FAULTS.test(clause.predicate)
  )
    return false
  if (player.impartial) return false
  const { subject, predicate, future, question } = clause
  if (future || question || onlyThinks(statement)) return false
  if (/^(?:may|might)\b/.test(predicate)) return false
  const whole = `${subject} ${predicate}`
  if (THOUGHT.test(whole) || POSITION.test(whole) || POSITION.test(predicate)) return false
  return (
    !owned(player, clause) &&
    !/^(?:(?:and|but|so)\W+)?(?:you|i|we|what|do|don't|don’t|let)\b/.test(subject)
  )
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
  if (UNTOLD.test(predicate)) return true
  // "He denied it. He had been paid for studies, he said.": the accused's own deed is what is in dispute.
  const step = OWN_DEED.test(predicate) && !/\b(?:never|no|not|nothing|none)\b/.test(predicate)
  if (!future && !step && statement.cues.some(({ ruleId }) => ruleId === AFTER_DENIAL)) return false
  if (LOOKING.test(predicate)) return true
  if (FIGHTS.test(player.source.type)) return false
  return future || (OWN_DEED.test(predicate) && !speaksOfConflict(statement.sentence))
}

/** What it does not know yet. */
const UNTOLD = /^(?:had|has|have|was|were|did) not (?:yet|been told|seen|heard|received)\b/
const AFTER_DENIAL = 'party/after-denial'

/** What an office does when it knows nothing yet. */
const LOOKING =
  /^(?:\w+ )?(?:\w+ly )?(?:looking into|aware of|reviewing|investigating|monitoring|working (?:on|to|with))\b/

/** What state media tell of their own side, in their own words or another's. */
function fromState({ kind, source, via }: Statement): boolean {
  return kind === 'claim' && [source, ...via].some((s) => s?.type === 'state-media')
}

/** Offices of those whom a war hits. */
const OF_THE_PLACE =
  /\b(?:governor|mayor|regional|provincial|local|district|city|ministry|military administration|prefect|civil administration)\b/
const HARM = /\b(?:hurt|debris|blazes?|fires?|damage|shelter|power (?:cuts?|outages?))\b/

/** "The governor said debris had started a fire": where an army speaks for a side, what offices of the place tell of its blows. */
function tellsOfWar(
  statement: Statement,
  player: Player,
  context: { fighting: readonly Statement[]; cast: Cast }
): boolean {
  const { fighting, cast } = context
  const { source, sentence, content } = statement
  if (fighting.length === 0 || player.impartial || !OFFICE.test(source?.type ?? '')) return false
  const told = sentence.lower.slice(content.start, content.end)
  if (!OUTCOME.test(told) && !HARM.test(told)) return false
  const side = source?.side
  if (side === undefined) return OF_THE_PLACE.test(player.words)
  return (
    fighting.some(({ source: other }) => other?.side === side || struckBy(other?.side, told)) ||
    cast
      .named(sentence.text.slice(content.start, content.end))
      .some((other) => fighting.some((s) => cast.of(s) === other))
  )
}

/** "killed when Velland's aircraft struck": the words name the side that fights, in whatever form. */
const struckBy = (side: string | undefined, told: string): boolean =>
  side !== undefined && side.length > ROOT && told.includes(side.slice(0, ROOT + 1).toLowerCase())
/** Letters by which a state and its adjective are alike: "Velland", "Vellish". */
const ROOT = 4

/** "The governor accused the rebels of …": a side's charge. */
function charges(statement: Statement, player: Player): boolean {
  const accuses = statement.attributions.some((a) => a.verb?.verbClass === 'accuse' && !a.negated)
  return accuses && !isPlain(player) && !player.impartial && isSide(player)
}

/** From this share of sentences on that speak of harm an article is about a mishap. From the development articles. */
const MISHAP_SHARE = 0.25

/** "The firm said the slope had been inspected": whoever has to answer for a mishap says that it did its part. */
function excuses({ content, sentence }: Statement, player: Player, clause: Reported): boolean {
  if (player.impartial || clause.future || clause.question || !trades(player)) return false
  return EXCUSED.test(sentence.lower.slice(content.start, content.end))
}

/** Somebody of whom no office, body or role is told. */
function isPlain(player: Player): boolean {
  return player.source.type === 'person' && !player.partisan && player.body === undefined
}

function tells(statement: Statement, player: Player, clause: Reported, cast: Cast): boolean {
  return !onlyThinks(statement) && saysAsSide(player, clause, cast)
}
/** "The employers dispute that figure": a denial, and nothing told beside it; belligerents' denials stay theirs. */
function onlyDenies({ categories, source, hits }: Statement): boolean {
  return (
    categories.has('DISPUTED') &&
    hits.some((hit) => hit.rule.category === 'DISPUTED') &&
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

function eligible(statement: Statement): boolean {
  const { kind, categories, source, sentence, attributions, hits, carried } = statement
  // An answer that no word marks as a denial tells something too.
  const fights =
    (FIGHTS.test(source?.type ?? '') && attributions.length > 1) ||
    !hits.some((hit) => hit.rule.category === 'DISPUTED')
  return (
    kind === 'claim' &&
    (attributions.length > 0 || carried) &&
    sentence.role === 'prose' &&
    source?.type !== 'unnamed' &&
    !APART.some((category) => categories.has(category) && !(fights && category === 'DISPUTED'))
  )
}

function saysAsSide(player: Player, clause: Reported, cast: Cast): boolean {
  if (clause.question) return false
  if (praisesOwn(player, clause)) return true
  if (charged(player, clause) && opposedIn(player, clause).length > 0) return true
  if (player.impartial) return false
  // "Contracts had been booked in line with the rules": a firm that says so has been asked.
  if (!clause.future && trades(player) && BY_THE_RULES.test(clause.predicate)) return true
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

function litigates({ camps, accuses }: Player): boolean {
  return accuses || camps.has('prosecution') || camps.has('defence') || camps.has('plaintiff')
}

/** What somebody thinks, told as such. */
const THOUGHT =
  /^(?:\S+ ){0,4}(?:he|she|they|i|we) (?:also |still )?(?:thought|thinks?|believed?s?|felt|feels?)\b/

/** Positions: nothing in them can be checked. */
const POSITION =
  /^(?:\S+ ){0,3}(?:opposes?|supports?|stands?|condemns?|welcomes?|calls? (?:on|for)|urges?|demands?|deserves?|requires?|should|must|needs?)\b/

const OFFICE = /^(?:official|ministry|state|health)$/

/** Figures of its own business. */
const RESULTS =
  /^(?:(?:its|the|net|operating|pre-?tax|gross|annual|quarterly|full-year|first-half|group|like-for-like|underlying) )*(?:profits?|revenues?|sales|turnover|earnings|income|losses|orders|deliveries|shipments|margins?|dividend|output|production)\b|^(?:an? )?(?:[\w.,%-]+ ){0,5}?(?:fall|rise|drop|increase|decline|growth|loss|profit|jump|surge) (?:in|of) (?:[\w-]+ ){0,3}(?:profits?|revenues?|sales|turnover|earnings|income|orders|deliveries|shipments|output|production|[£$€\d])/

/** Says whether what is told is more than the speaker's own acts, plans and feelings. */
function goesBeyond(player: Player, clause: Reported, cast: Cast): boolean {
  const { predicate, future, direct, subject } = clause
  if (THOUGHT.test(`${subject} ${predicate}`) || POSITION.test(predicate)) return false
  if (trades(player) && RESULTS.test(`${subject} ${predicate}`) && !FAULTS.test(predicate))
    return false
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
        (direct ? others : [...named, called].some((other) => opposes(player, other))) ||
        (player.contested ? CHARGES : FAULTS).test(predicate) ||
        MERIT.test(predicate) ||
        (!direct && (ACHIEVED.test(predicate) || DEFENDED.test(predicate)))
      )
    return true
  }
  if (DEFENDED.test(predicate) && !direct) return true
  // "his government had made no concession": what a side has not done is what the other says it has.
  if (player.contested && !direct && HAS_NOT.test(predicate)) return true
  // "Our members have had no rise in three years": what its own suffer is the matter of the quarrel.
  if (
    player.partisan &&
    /^(?:our|its|their) \S/.test(subject) &&
    /\b(?:no|not|never|less|fewer|lost|denied|forced|cut)\b/.test(predicate)
  )
    return true
  if (OWN_DEED.test(predicate) || (direct && /^i\b/.test(subject))) return false
  if (litigates(player)) return true
  const rival =
    cast.named(clause.predicatePrinted).some((other) => !sameSide(player, other)) ||
    campsIn(predicate).some((camp) =>
      [...player.camps].some((own) => OPPOSED.has(`${own}-${camp}`))
    )
  return (FAULTS.test(predicate) && rival) || MERIT.test(predicate)
}

const HAS_NOT =
  /^(?:had|has|have|was|were|did) (?:not |never |(?:made|given|offered|accepted|signed|taken|paid|received|sent) no )(?!yet\b|been told|know|decided|received|seen|immediately)/

/** An opponent in this article, or another state's. */
function opposes(player: Player, other: Player | undefined): boolean {
  if (other === undefined) return false
  const states = player.source.side !== undefined && other.source.side !== undefined
  return player.foes.has(other) || (states && !sameSide(player, other))
}

/** A firm on its own goods. */
function praisesOwn(player: Player, clause: Reported): boolean {
  if (player.impartial || !MERIT.test(clause.predicate)) return false
  const vendor =
    player.source.type === 'company' || player.camps.has('company') || VENDOR.test(player.words)
  return OWN_GOODS.test(clause.subject) && (vendor || /^(?:its|our)\b/.test(clause.subject))
}
