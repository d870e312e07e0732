import { numbersIn, type NumberFact } from './numbers'
import type { Report } from './report'
import type { Span } from '../text/span'

/** What happened to the people who are counted. */
export type TollKind = 'killed' | 'injured' | 'missing' | 'displaced' | 'detained'

/** A count of people in a report. */
export interface Toll {
  readonly kind: TollKind
  readonly value: number
  readonly span: Span
  readonly text: string
}

const WHAT: readonly (readonly [TollKind, string])[] = [
  [
    'killed',
    'killed|dead|died|deaths?|fatalities|slain|perished|bodies|lives|death toll|killing|kills?'
  ],
  ['injured', 'injured|wounded|hurt|injur(?:ies|ing)|wounding|casualties'],
  ['missing', 'missing|unaccounted'],
  ['displaced', 'displaced|evacuated|homeless|fled'],
  ['detained', 'arrested|detained|in custody|abducted|kidnapped']
]
const PEOPLE = '(?:\\s|,|-)(?:\\p{L}+\\s){0,4}?'
/** Code units after and before a number in which the word for what happened is looked for. */
const REACH = 60

/** Returns the counts of people killed, injured and so on, in order. O(length). */
export function tollsIn(report: Report): Toll[] {
  const tolls: Toll[] = []
  for (const { span, furniture } of report.blocks) {
    if (furniture !== undefined) continue
    for (const number of numbersIn(report.text, span)) {
      if (Number.isNaN(number.value) || number.measure !== '' || !Number.isInteger(number.value))
        continue
      const kind = kindOf(report.text, number, span)
      if (kind !== undefined)
        tolls.push({ kind, value: number.value, span: number.span, text: number.text })
    }
  }
  return tolls
}

const AFTER = WHAT.map(
  ([kind, words]) =>
    [
      kind,
      new RegExp(
        `^${PEOPLE}(?:(?:were|was|have been|had been|are|was also|were also|reported|others|more|confirmed|left)\\s){0,3}(?:${words})\\b`,
        'iu'
      )
    ] as const
)
const BEFORE = WHAT.map(
  ([kind, words]) =>
    [
      kind,
      new RegExp(
        `\\b(?:${words})(?:\\s(?:of|to|at least|as many as|more than|about|around|some|nearly|up to|rose to|stood at|stands at|reached|has reached|has risen to|climbed to|a total of|the|another)){0,3}\\s$`,
        'iu'
      )
    ] as const
)

function kindOf(text: string, { span }: NumberFact, block: Span): TollKind | undefined {
  const after = cutAtStop(text.slice(span.end, Math.min(block.end, span.end + REACH)))
  const before = text.slice(Math.max(block.start, span.start - REACH), span.start)
  return (
    AFTER.find(([, pattern]) => pattern.test(after))?.[0] ??
    BEFORE.find(([, pattern]) => pattern.test(before))?.[0]
  )
}

// The words for what happened must stand before the next number or stop.
const cutAtStop = (words: string): string => /^[^.;:\d]*/u.exec(words)?.[0] ?? ''

/** A count that two reports of one event give differently. */
export interface TollConflict {
  readonly kind: TollKind
  readonly a: Toll
  readonly b: Toll
}

/** Returns the counts in which two reports disagree: the first ones that the other report nowhere has. */
export function tollConflicts(a: Report, b: Report): TollConflict[] {
  const [left, right] = [tollsIn(a), tollsIn(b)]
  return WHAT.flatMap(([kind]): TollConflict[] => {
    const inA = left.filter((toll) => toll.kind === kind)
    const inB = right.filter((toll) => toll.kind === kind)
    const loneA = inA.find(({ value }) => !inB.some((other) => other.value === value))
    const loneB = inB.find(({ value }) => !inA.some((other) => other.value === value))
    const [x, y] = [loneA ?? inA[0], loneB ?? inB[0]]
    if (x === undefined || y === undefined || x.value === y.value) return []
    return loneA === undefined && loneB === undefined ? [] : [{ kind, a: x, b: y }]
  })
}
