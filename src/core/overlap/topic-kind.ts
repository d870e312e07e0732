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

const WEEKDAY = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/gu

/**
 * Says what two reports without common wording have to do with each other.
 *
 * @param days - between their dates; undefined when either has none: then the weekdays that they name must not differ
 */
export function topicKind(
  a: Canonical,
  b: Canonical,
  cosine: number,
  days: number | undefined
): 'same-event' | 'same-topic' | undefined {
  const near = days === undefined ? !nameOtherDays(a, b) : days <= EVENT_DAYS
  if (near && cosine >= (days === undefined ? EVENT_UNDATED : EVENT_DATED)) return 'same-event'
  return cosine >= TOPIC ? 'same-topic' : undefined
}

function nameOtherDays(a: Canonical, b: Canonical): boolean {
  const [left, right] = [mainWeekday(a), mainWeekday(b)]
  return left !== undefined && right !== undefined && left !== right
}

/** Returns the weekday that a report names most often, if any leads. */
function mainWeekday({ text, blocks }: Canonical): string | undefined {
  const counts = new Map<string, number>()
  for (const { span, furniture } of blocks) {
    if (furniture !== undefined) continue
    for (const [day] of text.slice(span.start, span.end).matchAll(WEEKDAY))
      counts.set(day, (counts.get(day) ?? 0) + 1)
  }
  const [first, second] = [...counts].sort((x, y) => y[1] - x[1])
  if (first === undefined || first[1] < MIN_MENTIONS || first[1] === second?.[1]) return undefined
  return first[0]
}
