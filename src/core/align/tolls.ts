import { bodyBlocks } from '../article/article'
import { Pattern } from '../text/pattern'
import type { Span } from '../text/span'
import { CUE } from './cues'
import { nameRuns, sameName, type NameSense } from './names'
import { numbersIn, type NumberFact } from './numbers'
import { cuesUnder, type Prepared, type Report } from './report'
import { matchesOf } from './matches'

/** What happened to the people who are counted. */
export type TollKind = 'killed' | 'injured' | 'missing' | 'displaced' | 'detained'

/** A count of people in a report. */
export interface Toll {
  readonly kind: TollKind
  readonly value: number
  readonly span: Span
  readonly text: string
  /** The block that it stands in. */
  readonly block: Span
  /** Share of the body that stands before it, 0…1. */
  readonly depth: number
  /** It stands in the block of the report's first count of its kind. */
  readonly first: boolean
}

const WHAT: readonly (readonly [TollKind, string])[] = [
  [
    'killed',
    'killed|dead|died|deaths?|fatalities|slain|perished|bodies|lives|killing|kills?|slaughtered|massacred|executed|gass(?:ed|ing)|death tolls?|tolls?'
  ],
  ['injured', 'injured|wounded|hurt|injur(?:es|ies|ing)|wounds|wounding'],
  ['missing', 'missing|unaccounted'],
  ['displaced', 'displaced|evacuated|evacuating|homeless'],
  ['detained', 'arrested|detained|arresting|detaining|abducted|kidnapped']
]
/** Words between a number and what happened, and linking words before a number. */
const AFTER = WHAT.map(
  ([kind, words]) =>
    [
      kind,
      new Pattern(
        new RegExp(
          `^(?:\\s|,|-)(?:(?!and\\b|but\\b)\\p{L}+\\s){0,4}?(?:(?:were|was|have been|had been|are|also|reported|others|more|confirmed|left)\\s){0,3}(?:${words})\\b`,
          'iu'
        )
      )
    ] as const
)
const WORDS = WHAT.map(
  ([kind, words]) => [kind, new Pattern(new RegExp(`\\b(?:${words})\\b`, 'giu'))] as const
)
const LINKS = new Pattern(
  /(?:^|\s)(?:of|to|at least|as many as|more than|about|around|some|nearly|up to|between|and|reach(?:ed|es)?|hits?|total of|another|was|by|killed|killing|wounded|wounding|injured|injuring|gassing|over|estimated|possibly|from|or|least|–|-)\s$/iu
)
const PERSON = new Pattern(
  /^[\s-](?:\p{Ll}+\s)?(?:people|persons?|civilians?|men|women|children|boys?|girls?|soldiers?|troops|fighters|militants|policem[ae]n|officers?|victims?|residents|workers|members|others|guests|passengers|wounded|dead|of them)\b/iu
)
/** A verb that has the number for its object: "killed at least 30 people". */
const ACTIVE: readonly (readonly [TollKind, string])[] = [
  ['killed', 'kill(?:s|ed|ing)|gass(?:es|ed|ing)|execut(?:es|ed|ing)'],
  ['injured', 'injur(?:es|ed|ing)|wound(?:s|ed|ing)|hurts?|hurting'],
  ['displaced', 'displac(?:es|ed|ing)|evacuat(?:es|ed|ing)'],
  ['detained', 'arrest(?:s|ed|ing)|detain(?:s|ed|ing)|abduct(?:s|ed|ing)|kidnap(?:s|ped|ping)']
]
const GOVERNED = ACTIVE.map(
  ([kind, verbs]) =>
    [
      kind,
      new Pattern(
        new RegExp(
          `(?<=^|[^\\p{L}])(?:${verbs})\\s(?:(?:at least|as many as|more than|about|around|some|nearly|up to|over|another|an estimated)\\s){0,2}$`,
          'iu'
        )
      )
    ] as const
)
/** "Five people killed 30 injured": here the verb belongs to the number before it. */
const COUNTED_BEFORE = new Pattern(
  /(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?))(?:\s\p{L}+){0,3}\s$/iu
)
/** Code units after and before a number in which the word for what happened is looked for. */
const REACH = 64
/** Code units on either side of a count in which a year tells that it is background. */
const BESIDE = 160
/** How deep in a report a count may stand to be its news, as a share of the body. */
const LEAD = 0.5

/** Returns the counts of people killed, injured and so on, in order. O(length). */
export function tollsIn(prepared: Prepared): Toll[] {
  const { report } = prepared
  const body = bodyBlocks(report)
  const total = body.reduce((sum, { span }) => sum + span.end - span.start, 0)
  const tolls: Toll[] = []
  let before = 0
  for (const { span } of body) {
    const cues = cuesUnder(prepared, span)
    const tells = (cues & CUE.toll) !== 0 && (cues & (CUE.number | CUE.figure)) !== 0
    for (const number of tells ? numbersIn(report.text, span, span.end, cues) : []) {
      if (!Number.isInteger(number.value) || number.measure !== '') continue
      const kind = isPart(report.text, number, span) ? undefined : kindOf(report.text, number, span)
      if (kind === undefined) continue
      const depth = (before + number.span.start - span.start) / Math.max(1, total)
      tolls.push({
        kind,
        value: number.value,
        span: number.span,
        text: number.text,
        block: span,
        depth,
        first: tolls.every((toll) => toll.kind !== kind || toll.block === span)
      })
    }
    before += span.end - span.start
  }
  return [...tolls, ...singleTolls(prepared, tolls, total)]
}

/** One of whom something happened: "killed a child". A report that counts more of them early on counts these among them. */
const SINGLE = new Pattern(
  /\b(?:an?|one)\s(?:\p{Ll}+\s)?(?:person|man|woman|child|boy|girl|baby|civilian|soldier|fighter|policem[ae]n|officer|resident|worker|passenger|pilot|student)\b/giu
)

function singleTolls(prepared: Prepared, known: readonly Toll[], total: number): Toll[] {
  const { report } = prepared
  const found: Toll[] = []
  let before = 0
  for (const { span } of bodyBlocks(report)) {
    if (before > LEAD * total) break
    const tells = (cuesUnder(prepared, span) & CUE.toll) !== 0
    const stretch = tells ? report.text.slice(span.start, span.end) : ''
    for (const { 0: text, index } of tells ? matchesOf(SINGLE, stretch) : []) {
      const start = span.start + index
      const one = { span: { start, end: start + text.length }, noun: '' }
      const kind = isPart(report.text, one, span) ? undefined : kindOf(report.text, one, span)
      const counted = [...known, ...found].some((toll) => toll.kind === kind && toll.depth <= LEAD)
      if (kind === undefined || counted) continue
      const depth = (before + index) / Math.max(1, total)
      found.push({ kind, value: 1, span: one.span, text, block: span, depth, first: true })
    }
    before += span.end - span.start
  }
  return found
}

/** "11 people including three children were killed": the three are counted already. */
const PART = new Pattern(/\b(?:including|among (?:them|whom)|of (?:them|whom))\s(?:at least\s)?$/iu)

/** What stands between a count and what happened: ", among them 3 children,". */
const PART_OF_IT = new Pattern(
  /,?\s(?:including|among (?:them|whom))\s(?:at least\s)?(?:\d+|\p{L}+)\s\p{L}+,?(?=\s)/iu
)

type Counted = Pick<NumberFact, 'span' | 'noun'>

const isPart = (text: string, { span }: Counted, block: Span): boolean =>
  PART.test(text.slice(Math.max(block.start, span.start - REACH), span.start))

function kindOf(text: string, { span, noun }: Counted, block: Span): TollKind | undefined {
  const before = text.slice(Math.max(block.start, span.start - REACH), span.start)
  const governed = governedBy(before)
  if (governed !== undefined) return governed
  const rest = text.slice(span.end, Math.min(block.end, span.end + REACH))
  // The word for what happened must stand before the next number or stop.
  const after = /^[^.;:\d]*/u.exec(rest.replace(PART_OF_IT.for(rest), ''))?.[0] ?? ''
  const follows = AFTER.flatMap(([kind, pattern]) => {
    const match = pattern.exec(after)?.[0]
    return match === undefined ? [] : [{ kind, away: match.length }]
  })
  if (follows.length > 0) return nearest(follows)
  const counted = noun === '' || PERSON.test(rest)
  if (!counted || !LINKS.test(before)) return undefined
  const clause = /[^.;]*$/u.exec(before)?.[0] ?? ''
  return nearest(
    WORDS.flatMap(([kind, pattern]) =>
      [...matchesOf(pattern, clause)].map(({ index }) => ({ kind, away: clause.length - index }))
    )
  )
}

/** Returns what is said to be done to the people counted, when a verb right before the number says so. */
function governedBy(before: string): TollKind | undefined {
  for (const [kind, pattern] of GOVERNED) {
    const match = pattern.exec(before)
    if (match === null) continue
    const isParticiple = /^\p{L}+(?:ed|hurt)\s/iu.test(match[0])
    if (!isParticiple || !COUNTED_BEFORE.test(before.slice(0, match.index))) return kind
  }
  return undefined
}

function nearest(found: readonly { kind: TollKind; away: number }[]): TollKind | undefined {
  return found.toSorted((x, y) => x.away - y.away)[0]?.kind
}

/** A count that two reports of one event give differently. */
export interface TollConflict {
  readonly kind: TollKind
  readonly a: Toll
  readonly b: Toll
}

/** Counts of one kind that are compared per report, the weightiest first. */
const COMPARED = 2

/**
 * Returns the counts in which two reports disagree: their main ones when these differ, and higher ones that the other report nowhere
 * has. Counts deep inside reports of many things are compared only where the same name stands beside them.
 */
export function tollConflicts(a: Prepared, b: Prepared, sense: NameSense): TollConflict[] {
  const [left, right] = [tollsIn(a), tollsIn(b)]
  return WHAT.flatMap(([kind]): TollConflict[] => {
    const mainA = mainTolls(left.filter((toll) => toll.kind === kind))
    const mainB = mainTolls(right.filter((toll) => toll.kind === kind))
    const [x, y] = [mainA[0], mainB[0]]
    if (x === undefined || y === undefined || x.value === y.value) return []
    const inA = new Set(left.map(({ value }) => value))
    const inB = new Set(right.map(({ value }) => value))
    // A next count below the main one is a part of it; one above is another estimate of the whole.
    const wholeA = mainA.filter((toll) => toll === x || toll.value > x.value)
    const wholeB = mainB.filter((toll) => toll === y || toll.value > y.value)
    return wholeA
      .flatMap((one) => wholeB.map((other) => ({ kind, a: one, b: other })))
      .filter(({ a: one, b: other }) => {
        const isMain = one === x && other === y
        const unseen = !inB.has(one.value) || !inA.has(other.value)
        return (
          one.value !== other.value &&
          (isMain || unseen) &&
          haveOneSubject(a.report, b.report, one, other, sense)
        )
      })
  })
}

/** Returns a report's counts of one kind once each: often told and early ones first. */
function mainTolls(tolls: readonly Toll[]): Toll[] {
  const groups = [...Map.groupBy(tolls, ({ value }) => value).values()]
  const weight = (group: readonly Toll[]) => group.length + 2 * (1 - (group[0]?.depth ?? 1))
  return groups
    .toSorted((x, y) => weight(y) - weight(x))
    .slice(0, COMPARED)
    .flatMap(([first]) => (first === undefined ? [] : [first]))
}

function haveOneSubject(a: Report, b: Report, x: Toll, y: Toll, sense: NameSense): boolean {
  if (x.depth <= LEAD && y.depth <= LEAD) return true
  const inA = rareNames(a, x.block, sense)
  if ([...rareNames(b, y.block, sense)].some((name) => inA.has(name))) return true
  // The first count of a report is its news, however long it takes to come to it, when it is told of the same place or people.
  const late = x.depth > LEAD ? { report: a, toll: x } : { report: b, toll: y }
  if (!late.toll.first || Math.min(x.depth, y.depth) > LEAD) return false
  if (YEAR.test(sentenceAround(late.report.text, late.toll))) return false
  const names = namesIn(a, x.block, sense)
  return namesIn(b, y.block, sense).some((name) => names.some((other) => sameName(name, other)))
}

/** Returns what stands beside a count up to the next stops. */
function sentenceAround(text: string, { span, block }: Toll): string {
  const before = text.slice(Math.max(block.start, span.start - BESIDE), span.start)
  const after = text.slice(span.end, Math.min(block.end, span.end + BESIDE))
  return `${/[^.]*$/.exec(before)?.[0] ?? ''}${/^[^.]*/.exec(after)?.[0] ?? ''}`
}

/** A year beside a count tells of another event: "the wave of 2004 killed 170,000". */
const YEAR = /\b(?:19|20)\d{2}\b/

function namesIn(report: Report, block: Span, sense: NameSense): string[] {
  return nameRuns(report.text, block, sense).flatMap(({ words }) => words)
}

/** Mentions up to which a name tells one part of a report from the others. */
const MAX_MENTIONS = 3

function rareNames(report: Report, block: Span, sense: NameSense): Set<string> {
  const names = namesIn(report, block, sense)
  const folded = report.text.toLowerCase()
  return new Set(
    names.filter((name) => folded.split(name, MAX_MENTIONS + 2).length <= MAX_MENTIONS + 1)
  )
}
