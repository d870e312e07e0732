import { isMedium } from './actors/registry'
import type { Cast, Player } from './cast'
import { CAMPS, OPPOSED } from './cues/en/camps'
import { CHARGES, FAULTS } from './cues/en/deeds'
import type { Camp } from './cues/en/camps'
import { words } from './cues/en/parts'
import type { Reported } from './reported'
import type { Statement } from './statement'

/* Who stands against whom in an article: by charges, denials, suits and what they say of each other. */

const ACCUSES = /^alleged\/(?:accuse|blame|attributed)$/
const BUT = /^(?:But|However,|In response,?|By contrast,|In contrast,) $/
const ANSWERS = /^(?:insist|maintain|contend|counter|retort|dispute|reject|hit)$/
/** "But Orla Venn, who chairs the guild, said the roof …", "Orla Venn insisted that …": another voice is answered. */
function counters(
  { attributions, sentence }: Statement,
  player: Player,
  clause: Reported
): boolean {
  const first = attributions.find((a) => !a.negated && !a.trailing)
  if (first?.source === undefined || clause.future || owned(player, clause) || plain(player))
    return false
  return (
    ANSWERS.test(first.verb?.lemma ?? '') ||
    (first.verb?.verbClass === 'say' && BUT.test(sentence.text.slice(0, first.source.start)))
  )
}

/** A firm, or who speaks for one. */
export const trades = ({ source, camps, body }: Player): boolean =>
  source.type === 'company' ||
  camps.has('company') ||
  (body !== undefined && (body.source.type === 'company' || body.camps.has('company')))

const FIGURE = '(?:figure|number|toll|total|count|cost|share|sum)'
const COUNTS = 'two|three|four|five|six|seven|eight|nine|ten|half|third|quarter'
const BOUNDS =
  'fewer than|less than|only|just|no more than|at most|more than|at least|nearer|closer to'
/** "Fewer than 5,000 were missing", "put the figure at four in ten": another number for what was said before. */
const OTHER_NUMBER = new RegExp(
  `^(?:that )?(?:the (?:real |true |actual |correct )?${FIGURE}|${BOUNDS})\\b.*?(?:\\d|\\b(?:one|${COUNTS}|dozen|hundred)\\b)`
)
const PUT_AT = new RegExp(`\\bput(?:s|ting)? (?:the|that|its own) (?:\\w+ )?${FIGURE} at\\b`)
const NUMBER = new RegExp(`\\d|\\b(?:${COUNTS}|dozens?|hundreds?|thousands?)\\b`)

/** What somebody is told to be or do for a body. */
const HOLDS_POST =
  /\b(?:chairs?|chairman|chairwoman|leads?|heads?|runs?|owns?|founde[rd]|director|manager|leader|head|spokes\w+|secretary|president|executive|represents?|campaign\w*|councillor|member)\b/

/** A person of whom neither office nor body is told. */
const plain = ({ source, partisan, body, words }: Player): boolean =>
  source.type === 'person' && !partisan && body === undefined && !HOLDS_POST.test(words)

/** Bids that are fought over, suits and charges. */
const BIDS = String.raw`
  (?:reject|rebuff|spurn|snub)\w* (?:\S+ ){0,6}?(?:approach|bid|offer|merger)
  hostile (?:bid|takeover|offer)|proxy fight
`
const SUITS = String.raw`su(?:ed|es|ing)|lawsuit|legal action|to court|accus\w{2,4}|blam\w{2,3}`
const SUIT = words(BIDS, SUITS)

/** How far back a denial may answer somebody else, in statements. */
const ANSWER_REACH = 2

/** Finds who stands against whom: by charges, denials and what they say of each other. */
export function findFoes(
  statements: readonly Statement[],
  clauses: readonly (Reported | undefined)[],
  cast: Cast
): void {
  statements.forEach((statement, i) => {
    const { sentence, categories } = statement
    const player = cast.of(statement)
    if (player !== undefined) takesPart(statement, player)
    const named = cast.named(sentence.text)
    if (SUIT.test(sentence.voice)) for (const a of named) for (const b of named) oppose(a, b)
    const clause = clauses[i]
    // "Villagers have accused the county council of …": whoever is accused has its say.
    for (const { rule, span } of statement.hits) {
      if (!ACCUSES.test(rule.id)) continue
      const accused = cast.called(sentence.lower.slice(span.end).trimStart())
      if (accused !== undefined && accused !== player && !accused.impartial)
        accused.contested = true
      // "accuses the authorities of …": the office that speaks next answers for them.
      if (
        player !== undefined &&
        /^ ?(?:the )?(?:\w+ )?(?:authorities|government|state|officials|coastguard|army)\b/.test(
          sentence.lower.slice(span.end)
        )
      ) {
        const reply = nextVoice(statements, i, player, cast)
        if (
          /^(?:state|ministry|official|military)$/.test(reply?.source.type ?? '') &&
          reply !== undefined
        )
          reply.contested = true
      }
    }
    if (player === undefined || clause === undefined) return
    if (!player.impartial && statement.kind === 'claim' && counters(statement, player, clause)) {
      const before = answered(statements, i, player, cast)
      if (before !== undefined && !plain(before) && !sameSide(player, before))
        oppose(player, before)
    }
    const told = sentence.lower.slice(statement.content.start, statement.content.end)
    if (
      !player.impartial &&
      !plain(player) &&
      (OTHER_NUMBER.test(told) || PUT_AT.test(sentence.voice))
    ) {
      const before = answered(statements, i, player, cast)
      const counted = statements
        .slice(Math.max(0, i - ANSWER_REACH), i)
        .some((s) => NUMBER.test(s.sentence.lower))
      if (before !== undefined && counted && !sameSide(player, before)) oppose(player, before)
    }
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
      if (
        reproach &&
        ((other.partisan && BODY_OR_OFFICE.test(player.source.type)) ||
          (trades(player) && trades(other) && !sameSide(player, other)))
      )
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

/** "She accused the port of …", "the ministry rejects the charge": whoever charges, or answers a charge, is a side from then on. */
function takesPart({ attributions, kind, hits }: Statement, player: Player): void {
  const { name, type } = player.source
  if (player.impartial || isMedium(player.source) || type === 'unnamed') return
  if (!/\p{Lu}/u.test(name) || /^(?:much|many|most|some)\b/i.test(name)) return
  const charges = attributions.some(
    (a) => !a.negated && a.verb?.verbClass === 'accuse' && a.verb.lemma !== 'blame'
  )
  const alleges = attributions.some((a) => !a.negated && a.verb?.lemma === 'allege')
  if (charges || alleges) player.accuses = true
  const denies = kind === 'claim' && hits.some(({ rule }) => rule.category === 'DISPUTED')
  if (charges || alleges || denies) player.contested = true
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
export function charged(player: Player, { predicate, future }: Reported): boolean {
  const refused = /^(?:would not|wouldn't)\b/.test(predicate)
  if (future && !refused) return false
  const words = predicate.split(' ').slice(0, CHARGE_WORDS).join(' ')
  const broad =
    !player.impartial && (player.partisan || player.contested || BODY.test(player.source.type))
  return (broad ? CHARGES : FAULTS).test(words)
}

/** Types whose every word on another is on record; what persons say of each other must name a fault. */
export const BODY = /^(?:state|ministry|military|company|ngo|party-politician|armed-group)$/

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
export function opposedIn(player: Player, clause: Reported): Camp[] {
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

export function isSide(player: Player): boolean {
  const { body } = player
  if (player.partisan || player.contested || player.foes.size > 0) return true
  return body !== undefined && !body.impartial && (body.contested || body.foes.size > 0)
}

export function sameSide(a: Player, b: Player): boolean {
  return a === b || a.body === b || (a.source.side !== undefined && a.source.side === b.source.side)
}

function isFirm({ source, camps }: Player): boolean {
  return !/^(?:person|official)$/.test(source.type) && !camps.has('union') && !camps.has('critic')
}

/** "the firm" as a firm calls itself. */
const OWN_KIND =
  /^(?:the|this) (company|firm|club|union|group|party|league|alliance|charity|bank|airline|ministry|government|army|council)$/

/** For whom somebody speaks is another than he. */
const CLIENT = /^(?:his|her|their|my|our) (?:[a-z]+ )?clients?\b/

/** The speaker's own: "it" and "they" in reported speech, "we" between quotation marks, "the firm" of a firm. */
export function owned(player: Player, { subject, direct }: Reported): boolean {
  const camps = campsIn(subject)
  if (camps.includes('relation') || CLIENT.test(subject)) return false
  const pronoun = direct
    ? /^(?:we|i|our|my|us)\b/
    : /^(?:it|they|he|she|its|their|his|her|we|i|our|my)\b/
  if (!direct && isOther(player, subject)) return false
  if (pronoun.test(subject)) return true
  const kind = OWN_KIND.exec(subject)?.[1]
  if (
    kind !== undefined &&
    (player.words.includes(kind) ||
      ((isFirm(player) || player.camps.has('company')) && /^(?:company|firm|group)$/.test(kind)))
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

export function campsIn(text: string): Camp[] {
  return CAMPS.filter(([, pattern]) => pattern.test(text)).map(([camp]) => camp)
}
