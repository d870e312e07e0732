/** A labelled place on a time axis. */
export interface Tick {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly label: string
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Steps by which an axis is divided, in ms; months and years are counted by the calendar. */
const STEPS = [HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY, 14 * DAY]
const MONTH_STEPS = [1, 3, 6, 12, 24, 60, 120, 240]
const MONTH = 30.4 * DAY

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options })
const HOURS = format({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
const DAYS = format({ day: 'numeric', month: 'short', year: 'numeric' })
const MONTHS = format({ month: 'short', year: 'numeric' })

/** Returns at most about `most` ticks between two times, at whole hours, days, months or years in UTC, ascending. */
export function ticks(from: number, until: number, most: number): Tick[] {
  const wanted = (until - from) / Math.max(1, most)
  const step = STEPS.find((one) => one >= wanted)
  if (step !== undefined) {
    const label = step < DAY ? HOURS : DAYS
    const found: Tick[] = []
    for (let at = Math.ceil(from / step) * step; at <= until; at += step)
      found.push({ at, label: label.format(at) })
    return found
  }
  const months =
    MONTH_STEPS.find((one) => one * MONTH >= wanted) ?? MONTH_STEPS[MONTH_STEPS.length - 1] ?? 1
  const start = new Date(from)
  const found: Tick[] = []
  let month = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / months) * months
  for (; found.length <= 2 * most; month += months) {
    const at = Date.UTC(Math.floor(month / 12), month % 12)
    if (at > until) break
    if (at >= from)
      found.push({ at, label: months >= 12 ? String(Math.floor(month / 12)) : MONTHS.format(at) })
  }
  return found
}

/**
 * Puts places that lie closer together than `least` on different lanes; returns the lane of each, from 0, at most `lanes` − 1.
 *
 * @param places - ascending
 */
export function stack(places: readonly number[], least: number, lanes: number): number[] {
  const ends: number[] = []
  return places.map((place) => {
    const free = Array.from({ length: lanes }, (_, lane) => lane).find(
      (lane) => place - (ends[lane] ?? -Infinity) >= least
    )
    const lane = free ?? lanes - 1
    ends[lane] = place
    return lane
  })
}
