import {
  afterCue,
  isAttributedClaim,
  isDoubtful,
  itemStart,
  nearestClaim,
  runOfVoice,
  sameSource
} from './scope-common'
import type { Covered } from './scope-common'
import type { Statement } from './statement'
import { sharedTerms } from './terms'

/** How far back a denial looks for what it denies, in sentences. Higher finds more and links more by chance. Spec 2.1. */
const DENIAL_REACH = 12
/** Content words that a denial and the charge must share when it is not the nearest one. */
const MIN_CHARGE = 2

const NOTHING: Covered = { sure: [], possible: [] }

const WHOLESALE =
  /\b(?:any wrongdoing|wrongdoing|the (?:charges?|allegations?|accusations?|claims?|reports?|assertions?)|(?:those|these|such|all|both) (?:\w+ )?(?:charges?|counts?|claims?|allegations?|accusations?|reports?)|any involvement|involvement|responsibility|it|this|that|doing so|the charge)\b/

const SUCH = /\bsuch ((?:[\p{L}-]+ ?){1,3})/u
/** "denied it", "disputes the toll": what was said last. */
const POINTING =
  /^ (?:(?:it|this|that|them|as much|doing so)(?=$|[,;:. ](?!\w+ (?:has|had|was|were|is|are)\b))|(?:the|this|that|those|these|such)(?: \w+)? (?:toll|figures?|numbers?|account|story|version|count|estimates?|statement|assertion|sequence|reports?|suggestion|characteri[sz]ation)\b)/
/** Something that only a charge can be: what nobody doubts is none. */
const CHARGE =
  /^ (?:any|all|the|those|these|such|both)?(?: \w+)? ?(?:wrongdoing|charges?|allegations?|accusations?|involvement|responsibility)\b/
/** "That is untrue", "None of it happened": what was said last. */
const POINTS =
  /^["“]?(?:that|this|it|none of (?:it|this|that))(?:'s| is| was| are| has| had| did| never| happened)\b/
/** "scotched THAT", "countered THAT …": the cue itself points. */
const ENDS_IN_THAT =
  /^(?:reject|disput|dismiss|refut|contest|scotch|rebuff|rebut|counter)\w* (?:that|this|it|them)$/
/** How far into its sentence a denial of "that" stands, in code units. */
const EARLY = 30
/** "does not accept THAT SEQUENCE", "disputes THIS FIGURE": what another voice said last. */
const THAT_ONE =
  /^[^.;,]{0,40}?\b(?:that|this|those|these) (?:\w+ )?(?:sequence|toll|figures?|numbers?|account|story|version|count|estimates?|statement|assertions?|suggestions?|claims?|characteri[sz]ation|reading|interpretation|view)(?! (?:that|of)\b)/
const ONE_THING =
  /^[^.;,]{0,40}?\b(?:that|this) (?:\w+ )?(?:sequence|toll|figure|number|count|estimate|statement|assertion|suggestion|claim)\b/
/** "tells a different story": everything that the other voice said. */
const STORY = /\b(?:different|another|opposite) (?:story|account|picture|version)\b/
/** How far back a denial without "the accusation" or the like looks for a charge. */
const NEAR_DENIAL = 4

/** The denial says what it denies: "denied claims that …", "denied a rumour, …, that", "denied leaving". */
const OWN_CHARGE =
  /^ (?:(?:(?:an?|the|any|all|such) )?(?:\w+ )?(?:claims?|reports?|allegations?|accusations?|suggestions?|rumou?rs?|speculation|stories|notion|idea)(?:,[^,]{1,60},)? (?:that|of)\b|\w+ing\b|that (?=\w)|having\b)/

/** What a denial denies; undefined when nothing is denied. */
export function scopeOfDenial(statements: readonly Statement[], at: number): Covered | undefined {
  const status = statements[at]
  const hit = status?.hits.find((h) => h.rule.category === 'DISPUTED')
  if (status === undefined) return undefined
  if (hit === undefined)
    return status.categories.has('DISPUTED') ? contradicted(statements, at) : undefined
  const object = afterCue(status, hit.span.end)
  const own = OWN_CHARGE.test(object)
  const from = Math.max(itemStart(statements, at), at - DENIAL_REACH)
  const said = status.sentence.lower.slice(hit.span.start)
  const cue = status.sentence.lower.slice(hit.span.start, hit.span.end)
  if (
    ENDS_IN_THAT.test(cue) ||
    THAT_ONE.test(said) ||
    (POINTS.test(status.sentence.lower) && hit.span.start < EARLY)
  ) {
    const last = nearestClaim(statements, at, {
      reach: NEAR_DENIAL,
      fits: (s) => !sameSource(s, status) && s.kind === 'claim'
    })
    // "disputes that figure": the one that was said last.
    const one = ONE_THING.test(said)
    if (last !== undefined)
      return { sure: chargesAround(statements, last, one ? 'alleged' : 'voice'), possible: [] }
  }
  const charge = bestCharge(statements, at, {
    from,
    object: status.sentence.text.slice(hit.span.start)
  })
  // "no record of any SUCH WARNING": the last claim of another that speaks of one.
  const such = SUCH.exec(status.sentence.lower.slice(hit.span.start))?.[1]
  const meant =
    such === undefined
      ? undefined
      : nearestClaim(statements, at, {
          reach: NEAR_DENIAL,
          fits: (s) => !sameSource(s, status) && sharedTerms(such, s.sentence.text) > 0
        })
  if (meant !== undefined) return { sure: [meant], possible: [] }
  const accused = own ? accusationOf(statements, at) : undefined
  if (charge !== undefined && (own || !WHOLESALE.test(object)))
    return { sure: [charge], possible: [] }
  if (own) return { sure: [accused ?? toldBefore(statements, at, object) ?? at], possible: [] }
  const answered = answeredBy(statements, at, object)
  if (answered === undefined) return { sure: [hedgedBefore(statements, at) ?? at], possible: [] }
  if (STORY.test(status.sentence.lower.slice(hit.span.start)))
    return { sure: runOfVoice(statements, answered), possible: [] }
  if (ALL_CHARGES.test(said))
    return { sure: chargesBefore(statements, answered, from), possible: [] }
  return { sure: chargesAround(statements, answered), possible: [] }
}

/**
 * The claim that a denial without words of its own answers. "the charges", "any wrongdoing": the nearest charge; "denied it",
 * "disputes that figure": what another voice said last. Where nothing is in doubt, a denial puts the claim beside it in doubt.
 */
function answeredBy(
  statements: readonly Statement[],
  at: number,
  object: string
): number | undefined {
  const status = statements[at]
  const other = (s: Statement) => !sameSource(s, status) && s.kind !== 'stance'
  const last = (reach: number, fits: (s: Statement) => boolean) =>
    nearestClaim(statements, at, { reach, fits: (s) => other(s) && fits(s) })
  const charged = (s: Statement) => s.categories.has('ALLEGED') || s.categories.has('PARTY')
  const beside = last(NEAR_DENIAL, () => true)
  const points =
    POINTING.test(object) ||
    (object.trim() === '' && status !== undefined && POINTS.test(status.sentence.lower))
  if (points && beside !== undefined) return beside
  return (
    last(WHOLESALE.test(object) ? DENIAL_REACH : NEAR_DENIAL, charged) ??
    last(NEAR_DENIAL, isDoubtful) ??
    (CHARGE.test(object) ? undefined : beside)
  )
}

/** "the allegations", "both counts": all that was charged. */
const ALL_CHARGES =
  /\b(?:all|both|the|these|those|any)(?: (?:of )?(?:the|these|those))?(?: \w+)? (?:charges|counts|allegations|accusations|claims)\b/

/** The last accusation that names whoever denies it: "accused Orbel of … Orbel has denied shelling towns". */
function accusationOf(statements: readonly Statement[], at: number): number | undefined {
  const status = statements[at]
  const names = (status?.source?.name ?? '')
    .split(/[ -]/)
    .filter((w) => /^\p{Lu}[\p{L}.]{2,}/u.test(w))
  return nearestClaim(statements, at, {
    reach: NEAR_DENIAL,
    fits: (s) =>
      !sameSource(s, status) &&
      s.categories.has('ALLEGED') &&
      names.some((name) => s.sentence.text.includes(name))
  })
}

/** "Part of the money appears to have gone to a brother. Venn denies wrongdoing.": what the outlet itself hedges right before. */
function hedgedBefore(statements: readonly Statement[], at: number): number | undefined {
  const before = statements[at - 1]
  if (before === undefined || before.kind !== 'claim' || before.source !== undefined)
    return undefined
  if (before.sentence.item !== statements[at]?.sentence.item) return undefined
  return before.hits.some((h) => h.rule.group === 'epistemic') ? at - 1 : undefined
}

/** "A survivor recalled that the crew had jumped. The owner denied that the crew had fled.": told right before by somebody else. */
function toldBefore(
  statements: readonly Statement[],
  at: number,
  object: string
): number | undefined {
  const before = statements[at - 1]
  if (before === undefined || before.kind !== 'claim' || !isAttributedClaim(before))
    return undefined
  if (before.sentence.item !== statements[at]?.sentence.item) return undefined
  if (sameSource(before, statements[at])) return undefined
  return sharedTerms(object, before.sentence.text) > 0 ? at - 1 : undefined
}

/** What the voice of a charge has charged, and what is alleged beside it by nobody else. */
function chargesBefore(statements: readonly Statement[], last: number, from: number): number[] {
  const run = runOfVoice(statements, last)
  const more: number[] = []
  for (let k = last - 1; k >= from; k--) {
    const statement = statements[k]
    if (statement?.categories.has('ALLEGED') !== true || run.includes(k)) continue
    const next = k + 1 === (more.at(-1) ?? run[0])
    if (next || statement.source === undefined || sameSource(statement, statements[last]))
      more.push(k)
  }
  return [...more.toReversed(), ...run].toSorted((a, b) => a - b)
}

/** Neighbouring allegations of one paragraph are one charge, and so is what one voice charges in it. */
function chargesAround(
  statements: readonly Statement[],
  at: number,
  reach: 'alleged' | 'voice' = 'voice'
): number[] {
  const block = statements[at]?.sentence.block
  const charges = [at]
  const charge = statements[at]
  if (charge === undefined || !isDoubtful(charge)) return charges
  for (let k = at - 1; k >= 0 && statements[k]?.sentence.block === block; k--) {
    const before = statements[k]
    if (before === undefined || before.kind !== 'claim' || !isDoubtful(before)) break
    const alleged = before.categories.has('ALLEGED') && charge.categories.has('ALLEGED')
    const nameless = before.source === undefined || charge.source === undefined
    if (!alleged && (reach === 'alleged' || (!nameless && !sameSource(before, charge)))) break
    charges.unshift(k)
  }
  return charges
}

/** Content words that a claim nobody doubts must share with its denial. */
const MIN_PLAIN_CHARGE = 4

/** The charge that shares most words with the denial, before it or, in its paragraph, after it. */
function bestCharge(
  statements: readonly Statement[],
  at: number,
  options: { from: number; object: string }
): number | undefined {
  const status = statements[at]
  const block = status?.sentence.block
  let best: number | undefined
  let most = 0
  const weigh = (k: number) => {
    const candidate = statements[k]
    if (candidate === undefined || !isAttributedClaim(candidate) || sameSource(candidate, status))
      return
    const doubtful =
      candidate.kind !== 'stance' &&
      ['ALLEGED', 'PARTY', 'MEDIA', 'ANONYMOUS'].some((c) => hasCategory(candidate, c))
    const shared = sharedTerms(options.object, candidate.sentence.text)
    if (shared < (doubtful ? MIN_CHARGE : MIN_PLAIN_CHARGE) || shared <= most) return
    most = shared
    best = k
  }
  for (let k = at - 1; k >= options.from; k--) weigh(k)
  for (let k = at + 1; k <= at + DENIAL_REACH && statements[k]?.sentence.block === block; k++)
    weigh(k)
  return best
}

/** A claim by another side that says the opposite of the one before it. */
function contradicted(statements: readonly Statement[], at: number): Covered {
  const status = statements[at]
  const nearest = nearestClaim(statements, at, {
    reach: 4,
    fits: (s) =>
      !sameSource(s, status) &&
      sharedTerms(s.sentence.text, status?.sentence.text ?? '') >= MIN_CHARGE
  })
  const answered = nearest ?? answeredBy(statements, at, '')
  return answered === undefined ? NOTHING : { sure: [answered], possible: [] }
}

function hasCategory(statement: Statement, category: string): boolean {
  for (const present of statement.categories) if (present === category) return true
  return false
}
