import type { Canonical } from '../article/article'

/** Days between two reports of one event, at most. */
export const EVENT_DAYS = 4
/** Cosine from which two reports tell of one event: when their dates are near, and when a date is missing. */
const EVENT_DATED = 0.16
const EVENT_UNDATED = 0.25
/** Cosine from which reports of other days have one topic. */
const TOPIC = 0.38
/** Mentions from which the weekday that a report names most is its day. */
const MIN_MENTIONS = 2

const WEEKDAY = /\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/g

/** The least that `leastCosine` returns. */
export const LEAST_COSINE = EVENT_DATED

/** Returns the cosine from which a link is possible at all; undefined days when either report has no date. */
export function leastCosine(days: number | undefined): number {
  if (days === undefined) return EVENT_UNDATED
  return days <= EVENT_DAYS ? EVENT_DATED : TOPIC
}

/** What is known of two reports without common wording. */
export interface TopicPair {
  readonly cosine: number
  /** Days between their dates; undefined when either has none. */
  readonly days: number | undefined
  /** The day that each names most, as `mainWeekday` tells; without dates these must not differ. */
  readonly weekdays: readonly [number | undefined, number | undefined]
}

/** Says what two reports without common wording have to do with each other. */
export function topicKind({
  cosine,
  days,
  weekdays: [left, right]
}: TopicPair): 'same-event' | 'same-topic' | undefined {
  const otherDays = left !== undefined && right !== undefined && left !== right
  const near = days === undefined ? !otherDays : days <= EVENT_DAYS
  if (near && cosine >= leastCosine(days)) return 'same-event'
  return cosine >= TOPIC ? 'same-topic' : undefined
}

const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  ['Mon', 'Tues', 'Wednes', 'Thurs', 'Fri', 'Satur', 'Sun'].map((day, index) => [day, index + 1])
)

/** Returns the weekday that a report names most often, 1 for Monday to 7, if any leads. O(length). */
export function mainWeekday({ text, blocks }: Canonical): number | undefined {
  const counts = new Map<number, number>()
  let place = 0
  WEEKDAY.lastIndex = 0
  for (let match = WEEKDAY.exec(text); match !== null; match = WEEKDAY.exec(text)) {
    while ((blocks[place]?.span.end ?? Infinity) <= match.index) place++
    const block = blocks[place]
    if (block === undefined || block.furniture !== undefined || block.span.start > match.index)
      continue
    const day = WEEKDAYS.get(match[1] ?? '') ?? 0
    counts.set(day, (counts.get(day) ?? 0) + 1)
  }
  const [first, second] = [...counts].sort((x, y) => y[1] - x[1])
  if (first === undefined || first[1] < MIN_MENTIONS || first[1] === second?.[1]) return undefined
  return first[0]
}
