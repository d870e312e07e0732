import type { Cast, Player } from './cast'
import { campsIn } from './foes'
import type { Reported } from './reported'
import { HEARS } from './saying'
import type { Statement } from './statement'

/* What a side is heard to say though no verb of saying tells it as one: in court, after a vote, of its rivals, by its own account. */

/** "The jury was told that …", "a court has heard": what a prosecution says, which becomes the source where it is named. */
export function heardInCourt(statement: Statement, cast: Cast): boolean {
  const heard = isHeard(statement)
  const prosecutor = heard
    ? cast.players.find(({ words, source }) => PROSECUTES.test(words) && !isFirm(source))
    : undefined
  if (prosecutor !== undefined) statement.source = prosecutor.source
  return heard
}

/** Who is said to prosecute, or to speak for the Crown. */
const PROSECUTES = /\b(?:prosecutor|prosecuting|for the (?:prosecution|crown))\b/
const isFirm = ({ type }: Player['source']): boolean => !/^(?:person|official)$/.test(type)

function isHeard({ sentence, source, attributions }: Statement): boolean {
  const last = /(\p{L}+)$/u.exec(source?.name.toLowerCase() ?? '')?.[1] ?? ''
  return (
    (HEARS.test(last) || source?.type === 'court') &&
    attributions.length === 1 &&
    attributions.every((a) => !a.negated && /^(?:hear|tell)$/.test(a.verb?.lemma ?? '')) &&
    CRIMINAL.test(last) &&
    !NO_CHARGE.test(sentence.lower)
  )
}
const CRIMINAL = /^(?:court|jury|jurors|trial)$/
/** Steps of a trial, what the accused has said, and what no prosecution tells: "the court heard arguments". */
const NO_CHARGE =
  /\b(?:interview(?:s|ed)?|pleaded|denied|denies|no comment|adjourned|sentenc\w+|bail|mitigation|(?:hears?|heard|hearing) (?:[\w-]+ ){0,2}(?:arguments?|appeals?|petitions?|challenges?|cases?|testimony|evidence (?:from|of))|apologi\w+|inquest|coroner)\b/

/** Says whether a wording tells that a side speaks. */
export function heardAsSide(
  statement: Statement,
  clause: Reported,
  { before, player }: { before: Statement | undefined; player: Player }
): boolean {
  if (player.impartial || clause.question) return false
  return (
    claimsVictory(player, clause) ||
    tellsOfRivals(clause) ||
    byOwnAccount(statement) ||
    bringsProof(statement, before)
  )
}

/** "its candidate won the election by 40,000 votes": whoever runs says who won. */
const WON =
  /^(?:\S+ ){0,3}?(?:(?:had |has |have )?(?:clearly |already |in fact )?(?:won|secured a majority|defeated|been elected)|(?:was|were|is) (?:ahead|leading|in the lead|the winner))\b(?=.*\b(?:elections?|votes?|poll|race|seats|majority|ballots?|presidency|referendum|run-?off|rounds?|count|rival|opponent|challenger|\w+ points|percent|per cent)\b)/
function claimsVictory(player: Player, { predicate, future }: Reported): boolean {
  return (
    !future &&
    (player.partisan || player.camps.has('candidate') || player.camps.has('opposition')) &&
    WON.test(predicate)
  )
}

/** "his rivals had been preparing a coup": what a politician says that opponents are up to. */
const UP_TO =
  /^(?:(?:had|have|has) been \w+ing|(?:were|was|are|is) (?:\w+ly |already |now )?(?:planning|preparing|plotting|conspiring|trying|seeking|working|colluding)|planned|plotted|conspired|tried|sought|attempted|colluded)\b/
function tellsOfRivals({ subject, predicate }: Reported): boolean {
  return campsIn(subject).includes('relation') && UP_TO.test(predicate)
}

/** "by Orbel's own account": the outlet leaves it to a side. */
function byOwnAccount({ sentence }: Statement): boolean {
  return /\b(?:by|in) (?:[\w'’.&-]+ ){1,4}own (?:account|telling|version|reckoning|count)\b/.test(
    sentence.lower
  )
}

/** "“We have the copies, and they do not match what was published,” she said.": whoever has charged somebody brings proof. */
const PROOF =
  /\b(?:and|but) (?:they|it|these|those|the \p{L}+) (?:(?:do|does|did|was|were|is|are|has|have) not|don't|doesn't|didn't|weren't|aren't|prove|show|tell)\b/u
function bringsProof(
  { sentence, content, source }: Statement,
  before: Statement | undefined
): boolean {
  return (
    before?.source?.name === source?.name &&
    before?.sentence.block === sentence.block &&
    before.categories.has('ALLEGED') &&
    before.categories.has('PARTY') &&
    PROOF.test(sentence.lower.slice(content.start, content.end))
  )
}

/** "according to ministry figures": what an office counts is on record, whatever quarrel it is in. */
export const isCount = ({ sentence, attributions }: Statement): boolean =>
  attributions.some(
    ({ frame, source }) =>
      frame === 'according' &&
      source !== undefined &&
      /\b(?:figures|data|statistics|census|records|register|tally)\b/.test(
        sentence.lower.slice(source.start, source.end)
      )
  )
