import {
  afterCue,
  beforeCue,
  claimsIn,
  isAttributedClaim,
  itemStart,
  nearestClaim,
  paragraphStart,
  passageStart,
  sameSource,
  swept
} from './scope-common'
import type { Covered } from './scope-common'
import type { Statement } from './statement'
import { sharedTerms } from './terms'

/** How far back the nearest claim may stand, in sentences. */
const REACH = 8
/** A described claim ("the report of the strike on the port") must share so many content words. */
const MIN_DESCRIBED = 2

const PLURAL =
  /\b(?:reports|claims|accounts|assertions|allegations|statements|figures|details|numbers|tolls|accusations|charges|versions|either|both)\b/
const SINGULAR =
  /\b(?:report|claim|account|assertion|allegation|statement|figure|toll|information|accusation|incident|version|it|this|that)\b/
/** Nouns of one claim; a bare "it" or "this" names none. */
const NAMED =
  /\b(?:report|claim|account|assertion|allegation|statement|figure|toll|information|accusation|incident|version)\b/
const OWNED =
  /\b(?:his|her|their|its|(?:the )?[\p{L}.-]+(?: [\p{L}.-]+){0,3}'s?) (?:[\p{L}-]+ ){0,2}(?:claims?|accounts?|assertions?|allegations?|statements?|reports?|figures|numbers|tally|toll|count|story|stories|version)\b/u
/** "… for the assertion, which Reuters": the claim before, named again. */
const POINTED =
  /\b(?:the|that|those|this|these) (?:\w+ )?(?:assertions?|claims?|allegations?|accusations?|accounts?|reports?)(?= ?, (?:none of )?which\b)/
/** "… could not establish WHO HELD THE YARD": a question in place of the reports that answer it. */
const QUESTION = /^ (?:\w+ )?(?:who|whether|if|what|where|when|why|which|how)\b/
const SIDES =
  /\b(?:either|both|each|neither)(?: of the)? (?:side|sides|party|parties|country|countries|army|armies|accounts?|claims?|versions?|stories|story)\b/
/** "… could not verify THE TOLL": a number of people. */
export const COUNTED =
  /\b(?:toll|casualt(?:y|ies)|dead|deaths|wounded|injured|victims|number (?:of (?:the |\w+ )?(?:dead|deaths|casualt\w+|victims|injured|wounded|fatalities|people|civilians|killed|missing)|killed))\b/
export const COUNTS =
  /\b(?:kill\w*|dead|deaths?|died|dies|wound\w*|injur\w*|casualt\w*|toll|victims?|missing|hurt|lives|bodies)\b/
const NUMBER =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|hundreds?|thousands?)\b/
/** "THAT RECORDING": the one spoken of last. */
const THAT_ARTEFACT =
  /\b(?:that|this) (?:\w+ )?(?:video|footage|image|photo|photograph|picture|recording|clip|letter|document|note|message|post|email|memo|file)\b/
const ARTEFACT =
  /\b(?:video|videos|footage|images?|photos?|photographs?|pictures?|message|recording|audio|letter|document|documents|clip|posts?|file|emails?|texts?|note|map|cables?|files|memo)\b/

const HOLDS_OBJECT = /^unverified\/(?:whether-genuine|untested|genuineness)$/

/** What an outlet's "could not verify" covers; undefined when the sentence says no such thing. */
export function scopeOfUnverified(
  statements: readonly Statement[],
  at: number
): Covered | undefined {
  const status = statements[at]
  const hit = status?.hits.find((h) => h.rule.category === 'UNVERIFIED')
  if (status === undefined || hit === undefined) return undefined
  if (hit.rule.id === 'unverified/adjective') return { sure: [], possible: [] }
  // "…, the source of which The Post could not verify": only the sentence itself, unless it points back with "the claim, which".
  const relative = /\b(?:of )?which\b|\bwho(?:se)?\b/.exec(beforeCue(status, hit.span.start))
  if (relative !== null) {
    const pointed = POINTED.exec(status.sentence.lower.slice(0, hit.span.start))?.[0]
    if (pointed === undefined) return { sure: [at], possible: [] }
    return PLURAL.test(pointed)
      ? byPassage(statements, at, pointed)
      : byNearest(statements, at, pointed)
  }
  // The cue holds what it is about: "confirm that the files are genuine".
  const object = HOLDS_OBJECT.test(hit.rule.id)
    ? `${status.sentence.lower.slice(hit.span.start, hit.span.end)} ${afterCue(status, hit.span.end)}`
    : objectOf(status, hit.span)
  return (
    bySides(statements, at, object) ??
    byOwner(statements, at, object) ??
    byCount(statements, at, object) ??
    byArtefact(statements, at, object) ??
    (PLURAL.test(object) || asksAnew(status, hit.span.end)
      ? byPassage(statements, at, object)
      : byNearest(statements, at, object))
  )
}

/** Says whether a sentence of its own leaves a question open rather than a named report. */
const asksAnew = (status: Statement, end: number): boolean =>
  status.sentence.first && QUESTION.test(afterCue(status, end))

/** "… could not verify THE REPORTS", or in the passive "THE CLAIM could not be confirmed". */
function objectOf(status: Statement, cue: { start: number; end: number }): string {
  const after = afterCue(status, cue.end)
  const before = beforeCue(status, cue.start)
  if (/\b(?:neither|none|no)\b/.test(status.sentence.lower.slice(cue.start, cue.end))) {
    return status.sentence.lower.slice(cue.start, cue.end)
  }
  // "The footage could not be verified by this paper": the object stands before a passive.
  const told = (text: string) => PLURAL.test(text) || ARTEFACT.test(text) || NAMED.test(text)
  if (/\bbe(?:en)? /.test(status.sentence.lower.slice(cue.start, cue.end)) && told(before))
    return `${before} ${after}`
  return PLURAL.test(after) || SINGULAR.test(after) || ARTEFACT.test(after)
    ? after
    : `${before} ${after}`
}

/** Kinds of sources that are no side of a war. */
const NO_SIDE = /^(?:company|un|ngo|monitor|health|emergency|court|police|unknown)$/

function bySides(
  statements: readonly Statement[],
  at: number,
  object: string
): Covered | undefined {
  if (!SIDES.test(object)) return undefined
  const claims = claimsIn(statements, itemStart(statements, at), at).filter((k) => at - k <= REACH)
  // What the grid operator said between is no side's.
  const sided = claims.filter((k) => {
    const { categories, source } = statements[k] ?? {}
    return categories?.has('PARTY') === true || !NO_SIDE.test(source?.type ?? '')
  })
  return { sure: sided, possible: [] }
}

/** "the toll": the last attributed claim that counts the dead or hurt. */
function byCount(
  statements: readonly Statement[],
  at: number,
  object: string
): Covered | undefined {
  if (!COUNTED.test(object) || PLURAL.test(object) || OWNED.test(object)) return undefined
  const counted = nearestClaim(statements, at, {
    reach: REACH * 2,
    fits: ({ sentence }) => COUNTS.test(sentence.lower) && NUMBER.test(sentence.lower)
  })
  return counted === undefined ? undefined : { sure: [counted], possible: [] }
}

/** "Venn's claims": all that this speaker says, back to where somebody else speaks. */
function byOwner(
  statements: readonly Statement[],
  at: number,
  object: string
): Covered | undefined {
  const owned = OWNED.exec(object)?.[0]
  if (owned === undefined) return undefined
  const last = ownerClaim(statements, at, owned)
  if (last === undefined) return undefined
  if (
    /\b(?:claim|account|assertion|allegation|statement|report|story|version)\b/.test(owned) &&
    !PLURAL.test(owned)
  ) {
    return { sure: [last], possible: [] }
  }
  const owner = statements[last]
  const sure: number[] = []
  for (let k = last; k >= itemStart(statements, at); k--) {
    const statement = statements[k]
    if (statement?.sentence.role !== 'prose') continue
    if (sameSource(statement, owner)) sure.push(k)
    else if (isAttributedClaim(statement)) break
  }
  return { sure: sure.toReversed(), possible: [] }
}

function ownerClaim(
  statements: readonly Statement[],
  at: number,
  owned: string
): number | undefined {
  const name = /([\p{L}.-]+)'s?/u.exec(owned)?.[1]
  const named = (s: Statement) =>
    s.source !== undefined && name !== undefined && s.source.name.toLowerCase().includes(name)
  const byName =
    name === undefined ? undefined : nearestClaim(statements, at, { reach: 20, fits: named })
  return byName ?? nearestClaim(statements, at, { reach: REACH })
}

const ABOUT_ARTEFACT =
  /\b(?:videos?|footage|images?|photos?|photographs?|pictures?|messages?|recordings?|audio|voice|letters?|documents?|clips?|posts?|files?|emails?|memos?|leaks?|leaked|revelations?|tape|tapes)\b/

/** Artefacts of one kind go by several words. */
const KINDS: readonly RegExp[] = [
  /\b(?:videos?|clips?|footage|films?)\b/,
  /\b(?:letters?|notes?)\b/,
  /\b(?:documents?|memos?|cables?|papers?)\b/,
  /\b(?:emails?|e-mails?|texts?)\b/
]

/** What is told of papers of a kind: from the sentence that names them on, while somebody speaks of them or their source goes on. */
function toldOf(
  statements: readonly Statement[],
  { from, at, kind }: { from: number; at: number; kind: RegExp }
): number[] {
  const told: number[] = []
  for (let k = from; k < at; k++) {
    const statement = statements[k]
    if (statement?.sentence.role !== 'prose' || statement.kind === 'status') continue
    if (kind.test(statement.sentence.lower)) told.push(k)
    else if (
      told.at(-1) === k - 1 &&
      (statement.carried || sameSource(statement, statements[k - 1]))
    )
      told.push(k)
  }
  return told
}

/** "when it was FILMED": a video, or a picture. */
const FILMED = /\b(?:was|were) (?:filmed|recorded|shot|taken)\b/

/** The last sentence before `at` that speaks of a picture, paper or recording. */
function lastOf(statements: readonly Statement[], at: number, from: number): number | undefined {
  for (let k = at - 1; k >= from; k--) {
    const statement = statements[k]
    if (statement?.sentence.role !== 'prose' || statement.kind === 'status') continue
    if (statement.categories.has('CONFIRMED') && k > from) continue
    if (ABOUT_ARTEFACT.test(statement.sentence.lower)) return k
  }
  return undefined
}

/** "the video": everything that is told of it or in it, from where it is first mentioned. */
function byArtefact(
  statements: readonly Statement[],
  at: number,
  object: string
): Covered | undefined {
  const named = ARTEFACT.exec(object)?.[0] ?? FILMED.exec(object)?.[0]
  if (named === undefined) return undefined
  const from = itemStart(statements, at)
  if (THAT_ARTEFACT.test(object) || FILMED.test(object)) {
    const last = lastOf(statements, at, from)
    if (last !== undefined) return { sure: [last], possible: laterQuotes(statements, at) }
  }
  const kind = KINDS.find((pattern) => pattern.test(named))
  const exact = kind === undefined ? [] : toldOf(statements, { from, at, kind })
  if (exact.length > 0) return { sure: exact, possible: laterQuotes(statements, at) }
  let first = -1
  for (let k = from; k < at && first < 0; k++) {
    const lower = statements[k]?.sentence.lower ?? ''
    if (statements[k]?.sentence.role === 'prose' && ABOUT_ARTEFACT.test(lower)) first = k
  }
  if (first < 0) return undefined
  const told: number[] = []
  for (let k = first; k < at; k++) {
    const statement = statements[k]
    if (statement?.sentence.role !== 'prose') continue
    const about = ABOUT_ARTEFACT.test(statement.sentence.lower)
    const doubtful = statement.categories.has('ALLEGED') || statement.categories.has('HEDGED')
    const sameParagraph = statement.sentence.block === statements[at]?.sentence.block
    if (about || doubtful || sameParagraph) told.push(k)
  }
  return { sure: told, possible: laterQuotes(statements, at) }
}

/** Quotations from the artefact after the status sentence: offered, not painted. */
function laterQuotes(statements: readonly Statement[], at: number): number[] {
  const item = statements[at]?.sentence.item
  const found: number[] = []
  for (let k = at + 1; k < statements.length && statements[k]?.sentence.item === item; k++) {
    const statement = statements[k]
    if (statement === undefined || statement.sentence.role !== 'prose') continue
    if (!ABOUT_ARTEFACT.test(statement.sentence.lower) && !statement.carried) break
    found.push(k)
  }
  return found
}

/** "the reports": back to the start of the paragraph, or of the item when the sentence opens its paragraph. */
function byPassage(statements: readonly Statement[], at: number, object: string): Covered {
  const opens = statements[at]?.sentence.first === true
  const paragraph = paragraphStart(statements, at)
  const passage = passageStart(statements, at)
  let from = opens ? passage : paragraph
  let claims = claimsIn(statements, from, at)
  if (claims.length === 0) {
    from = passage
    claims = claimsIn(statements, from, at)
  }
  // "the allegations": what somebody charges, not what an office has counted.
  const charges = CHARGES.test(object) ? claims.filter((k) => isCharge(statements[k])) : []
  if (charges.length > 0) claims = charges
  else if (THESE.test(object)) claims = unbroken(statements, claims)
  const possible = sameEvent(statements, claims, itemStart(statements, at), from)
  return { sure: swept(statements, claims, at), possible }
}

const CHARGES = /\b(?:allegations|accusations|charges)\b/
const isCharge = (statement: Statement | undefined): boolean =>
  statement?.kind === 'claim' &&
  (statement.categories.has('ALLEGED') || statement.categories.has('PARTY'))

/** "these accounts": those right before, up to a paragraph in which nobody is said to say anything. */
const THESE = /\b(?:these|those)\b/

function unbroken(statements: readonly Statement[], claims: readonly number[]): number[] {
  const blockOf = (k: number | undefined) => statements[k ?? -1]?.sentence.block ?? -1
  const kept: number[] = []
  for (const k of claims.toReversed()) {
    const next = kept[0]
    if (next !== undefined && blockOf(next) - blockOf(k) > 1) break
    kept.unshift(k)
  }
  return kept
}

/** "that report": the nearest claim, or the one that shares most of the words that describe it. */
function byNearest(statements: readonly Statement[], at: number, object: string): Covered {
  const named = (s: Statement) => s.source !== undefined
  const nearest =
    nearestClaim(statements, at, { reach: REACH, fits: named }) ??
    nearestClaim(statements, at, { reach: REACH })
  if (nearest === undefined) return { sure: [], possible: [] }
  let best = nearest
  let most = MIN_DESCRIBED - 1
  for (let k = at - 1; k >= Math.max(itemStart(statements, at), at - REACH); k--) {
    const candidate = statements[k]
    if (candidate === undefined || !isAttributedClaim(candidate)) continue
    const shared = sharedTerms(object, candidate.sentence.text)
    if (shared > most) {
      most = shared
      best = k
    }
  }
  return { sure: [best], possible: sameEvent(statements, [best], itemStart(statements, at), at) }
}

/** Claims on the same event that stand before the sure ones: offered, not painted. */
function sameEvent(
  statements: readonly Statement[],
  sure: readonly number[],
  from: number,
  to: number
): number[] {
  return claimsIn(statements, from, to).filter(
    (k) =>
      !sure.includes(k) &&
      sure.some(
        (s) =>
          sharedTerms(statements[k]?.sentence.text ?? '', statements[s]?.sentence.text ?? '') >=
          MIN_DESCRIBED
      )
  )
}
