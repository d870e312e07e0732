import type { Article } from '../article/article'

/** Days between two reports of one event, at most. */
export const EVENT_DAYS = 4
/** Cosine from which two reports tell of one event: when their dates are near, and when a date is missing. */
const EVENT_DATED = 0.16
const EVENT_UNDATED = 0.25
/** Cosine from which reports of other days have one topic. */
const TOPIC = 0.25

/** Says what two reports without common wording have to do with each other. */
export function topicKind(
  _a: Article,
  _b: Article,
  cosine: number,
  days: number | undefined
): 'same-event' | 'same-topic' | undefined {
  if (days === undefined) return cosine >= EVENT_UNDATED ? 'same-event' : undefined
  if (days <= EVENT_DAYS && cosine >= EVENT_DATED) return 'same-event'
  return cosine >= TOPIC ? 'same-topic' : undefined
}
