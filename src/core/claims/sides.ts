import { castOf } from './cast'
import type { Cast, Player } from './cast'
import {
  CAMPS,
  CHARGES,
  MERIT,
  OPPOSED,
  OWN_DEED,
  OWN_GOODS,
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
  statements.forEach((statement, i) => {
    const player = cast.of(statement)
    const clause = clauses[i]
    if (player === undefined || clause === undefined || !eligible(statement)) return
    if (!saysAsSide(player, clause, cast)) return
    const at = statement.sentence.span.start
    const cue = statement.attributions.find((a) => !a.negated)?.cue ?? { start: 0, end: 1 }
    statement.categories.add('PARTY')
    statement.categories.delete('ONRECORD')
    statement.cues.push({
      span: { start: at + cue.start, end: at + cue.end },
      category: 'PARTY',
      ruleId: 'party/dispute'
    })
  })
}

function eligible({ kind, categories, source, sentence }: Statement): boolean {
  return (
    kind === 'claim' &&
    sentence.role === 'prose' &&
    source?.type !== 'unnamed' &&
    !['PARTY', 'DISPUTED', 'ANONYMOUS', 'UNVERIFIED', 'UNCONFIRMED', 'CONFIRMED'].some((c) =>
      [...categories].some((present) => present === c)
    )
  )
}

const SUIT = /\b(?:su(?:ed|es|ing)|lawsuit|legal action|to court|accus\w{2,4}|blam\w{2,3})\b/
/** How far back a denial may answer somebody else, in statements. */
const ANSWER_REACH = 4

/** Finds who stands against whom: by charges, denials and what they say of each other. */
function findFoes(
  statements: readonly Statement[],
  clauses: readonly (Reported | undefined)[],
  cast: Cast
): void {
  const spokeOf = new Map<Player, Set<Player>>()
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
    const of = cast.named(clause.printed).filter((other) => other !== player)
    for (const other of of) {
      if (CHARGES.test(clause.predicate) && !clause.future) oppose(player, other)
      if (spokeOf.get(other)?.has(player) === true) oppose(player, other)
      spokeOf.set(player, (spokeOf.get(player) ?? new Set<Player>()).add(other))
    }
  })
}

function oppose(a: Player, b: Player): void {
  if (a === b) return
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
    if (before === undefined || before.sentence.item !== statements[i]?.sentence.item) return undefined
    const other = cast.of(before)
    if (other !== undefined && other !== player) return other.impartial ? undefined : other
  }
  return undefined
}

function saysAsSide(player: Player, clause: Reported, cast: Cast): boolean {
  if (praisesOwn(player, clause)) return true
  const about = campsIn(clause.subject)
  const against = [...player.camps].some((own) => about.some((camp) => OPPOSED.has(`${own}-${camp}`)))
  const adverse = CHARGES.test(clause.predicate)
  if (against && adverse && !clause.future && !owned(clause)) return true
  if (player.impartial) return false
  const kin = about.includes('kin')
  if (kin && adverse) return true
  const side = player.partisan || [...player.foes].length > 0
  if (!side) return false
  // Before a court, whoever speaks for nobody is a witness.
  if (cast.court && player.source.type === 'person' && !player.partisan && !litigates(player)) return false
  return goesBeyond(player, clause, cast)
}

function litigates({ camps }: Player): boolean {
  return camps.has('prosecution') || camps.has('defence') || camps.has('plaintiff')
}

/** Says whether what is told is more than the speaker's own acts, plans and feelings. */
function goesBeyond(player: Player, clause: Reported, cast: Cast): boolean {
  const { predicate, future, direct, subject } = clause
  const adverse = CHARGES.test(predicate)
  const others = cast.named(clause.printed).some((other) => other !== player)
  const refused = /^(?:would not|wouldn't|will not|won't)\b/.test(predicate)
  if (future) return (refused && (others || campsIn(subject).length > 0)) || MERIT.test(predicate)
  if (!owned(clause) && !cast.named(clause.printed).includes(player)) {
    if (/^(?:you|what|this|that|there)\b/.test(subject) && direct) return adverse
    return true
  }
  if (OWN_DEED.test(predicate)) return false
  if (litigates(player)) return true
  const rival = cast.named(predicate).some((other) => other !== player) || campsIn(predicate).length > 0
  return (adverse && rival) || MERIT.test(predicate)
}

/** The speaker's own: "it" and "they" in reported speech, "we" between quotation marks. */
function owned({ subject, direct }: Reported): boolean {
  if (campsIn(subject).includes('kin')) return false
  return direct
    ? /^(?:we|i|our|my|us|there)\b/.test(subject)
    : /^(?:it|they|he|she|its|their|his|her|we|i|our|my)\b/.test(subject)
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
