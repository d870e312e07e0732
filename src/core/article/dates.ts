import { monthOf } from './months'

/**
 * Returns a date as ISO 8601, with the time of day and its offset only where they are given, or undefined.
 *
 * Reads ISO 8601, RFC 2822, "May 3, 2024", "3. Mai 2024 10:15", "3 de mayo de 2024", 03.05.2024, 2024/5/3, 2024年5月3日, 5/3/2024 and
 * Unix time in seconds or milliseconds. The time zone stays the page's own: the day is the printed one.
 *
 * @param dayFirst - how 5/3/2024 is meant where it may be either: May the third by default, the fifth of March when set
 */
export function readDate(raw: string, dayFirst = false): string | undefined {
  const text = raw.slice(0, MAX_LOOKED_AT).normalize('NFKC').trim()
  if (!/\d/.test(text)) return undefined
  if (/^\d{10}$|^\d{13}$/.test(text)) return fromUnix(Number(text))
  return fromNumbers(text, dayFirst) ?? fromNames(text)
}

/** Code units in which a date is looked for. */
const MAX_LOOKED_AT = 400

function fromUnix(value: number): string | undefined {
  const date = new Date(value < 1e11 ? value * 1000 : value)
  return date.getUTCFullYear() >= FIRST_YEAR ? date.toISOString().replace('.000Z', 'Z') : undefined
}

/** Newspapers of earlier years are dated by hand if at all. */
const FIRST_YEAR = 1900
const LAST_YEAR = 2100

function fromNumbers(text: string, dayFirst: boolean): string | undefined {
  const iso = /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(text)
  if (iso !== null) return join(text, iso, [1, 2, 3])
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T|\s|$)/.exec(text)
  if (compact !== null) return join(text, compact, [1, 2, 3])
  const east = /(\d{4})\s?(?:年|년|\/|\.)\s?(\d{1,2})\s?(?:月|월|\/|\.)\s?(\d{1,2})(?!\d)/.exec(
    text
  )
  if (east !== null) return join(text, east, [1, 2, 3])
  const dotted = /(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/.exec(text)
  if (dotted !== null) return join(text, dotted, [3, 2, 1])
  const slashed = /(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/.exec(text)
  if (slashed === null) return undefined
  const [usual, other] = dayFirst ? ([BRITISH, AMERICAN] as const) : ([AMERICAN, BRITISH] as const)
  return join(text, slashed, usual) ?? join(text, slashed, other)
}

/** Groups of year, month and day in 5/13/2024 and 13/5/2024. */
const AMERICAN = [3, 1, 2] as const
const BRITISH = [3, 2, 1] as const

function fromNames(text: string): string | undefined {
  // "3. Mai 2024", "3 de mayo de 2024", "3rd of May, 2024"
  const dayFirst =
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.|º|ª)?[\s-]{1,3}(?:de\s|of\s|di\s)?(\p{L}[\p{L}\p{M}]{2,14})\.?,?[\s-]{1,3}(?:de\s|del\s)?(\d{4})(?!\d)/giu
  for (const match of text.matchAll(dayFirst)) {
    const found = named(text, match, match[1], match[2], match[3])
    if (found !== undefined) return found
  }
  // "May 3rd, 2024", "Mayıs 3, 2024"
  const monthFirst =
    /(\p{L}[\p{L}\p{M}]{2,14})\.?\s{1,3}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(?:at\s)?(\d{4})(?!\d)/giu
  for (const match of text.matchAll(monthFirst)) {
    const found = named(text, match, match[2], match[1], match[3])
    if (found !== undefined) return found
  }
  return undefined
}

function named(
  text: string,
  match: RegExpExecArray,
  day: string | undefined,
  month: string | undefined,
  year: string | undefined
): string | undefined {
  const number = monthOf(month ?? '')
  if (number === undefined) return undefined
  const date = isoDay(Number(year), number, Number(day))
  return date === undefined ? undefined : date + timeIn(text.slice(match.index + match[0].length))
}

function join(
  text: string,
  match: RegExpExecArray,
  order: readonly [number, number, number]
): string | undefined {
  const [year, month, day] = order.map((group) => Number(match[group]))
  const date = isoDay(year ?? 0, month ?? 0, day ?? 0)
  return date === undefined ? undefined : date + timeIn(text.slice(match.index + match[0].length))
}

function isoDay(year: number, month: number, day: number): string | undefined {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) return undefined
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (day > days) return undefined
  return `${year}-${pad(month)}-${pad(day)}`
}

/** Characters after a date in which its time of day is looked for. */
const TIME_REACH = 30

/** Returns `T10:15:00+02:00` for the time of day that follows a date, or nothing. */
function timeIn(after: string): string {
  const near = after.slice(0, TIME_REACH)
  const match =
    /^[\sT,|•·–-]{0,4}(?:\p{L}{1,6}\.?\s)?(\d{1,2})[:.h](\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?([ap])?\.?(?:m\b)?/iu.exec(
      near
    )
  if (match === null) return ''
  const half = match[4]?.toLowerCase()
  const given = Number(match[1])
  const hour = half === undefined ? given : (given % 12) + (half === 'p' ? 12 : 0)
  const minute = Number(match[2])
  const second = Number(match[3] ?? 0)
  if (hour > 23 || minute > 59 || second > 59) return ''
  return `T${pad(hour)}:${pad(minute)}:${pad(second)}${offsetIn(after.slice(match[0].length))}`
}

function offsetIn(after: string): string {
  const match = /^\s?(?:(Z)\b|(?:UTC|GMT)?\s?([+-])(\d{2}):?(\d{2})(?!\d)|(UTC|GMT)\b)/.exec(after)
  if (match === null) return ''
  if (match[2] === undefined) return 'Z'
  return `${match[2]}${match[3] ?? '00'}:${match[4] ?? '00'}`
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
