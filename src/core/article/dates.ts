import { monthOf } from './months'

/**
 * Returns a date as ISO 8601, with the time of day and its offset only where they are given, or undefined.
 *
 * Reads ISO 8601, RFC 2822 and 850, what C's `asctime` prints, "May 3, 2024", "3. Mai 2024 10:15", "3 de mayo de 2024",
 * "2024. május 3.", "3 tháng 5, 2024", 03.05.2024, 03.05.24, 2024/5/3, 2024年5月3日, 5/3/2024 and Unix time in seconds or milliseconds,
 * in the figures of any script. The time zone stays the page's own: the day is the printed one.
 *
 * @param dayFirst - how 5/3/2024 is meant where it may be either: May the third by default, the fifth of March when set
 */
export function readDate(raw: string, dayFirst = false): string | undefined {
  const text = inAscii(raw.slice(0, MAX_LOOKED_AT).normalize('NFKC')).trim()
  if (!/\d/.test(text)) return undefined
  if (/^\d{10}$|^\d{13}$/.test(text)) return fromUnix(Number(text))
  return fromNumbers(text, dayFirst) ?? fromNames(text)
}

/** Writes the figures of Arabic, Persian, Indian and other scripts as ours. Each script keeps its ten in a row, apart from others. */
function inAscii(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (figure) => {
    let zero = figure.codePointAt(0) ?? 0
    const own = zero
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && own - zero < 9) zero--
    return String(own - zero)
  })
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
  const short = /(?<![\d.])(\d{2})\.(\d{2})\.(\d{2})(?![\d.])/.exec(text)
  if (short !== null) return join(text, short, [3, 2, 1])
  const vietnamese = /(?<!\d)(\d{1,2})\s?tháng\s?(\d{1,2})(?:,|\snăm)?\s?(\d{4})(?!\d)/iu.exec(text)
  if (vietnamese !== null) return join(text, vietnamese, [3, 2, 1])
  const slashed = /(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/.exec(text)
  if (slashed === null) return undefined
  const [usual, other] = dayFirst ? ([BRITISH, AMERICAN] as const) : ([AMERICAN, BRITISH] as const)
  return join(text, slashed, usual) ?? join(text, slashed, other)
}

/** Groups of year, month and day in 5/13/2024 and 13/5/2024. */
const AMERICAN = [3, 1, 2] as const
const BRITISH = [3, 2, 1] as const

function fromNames(text: string): string | undefined {
  for (const { pattern, groups } of NAMED)
    for (const match of text.matchAll(pattern)) {
      const [day, month, year] = groups.map((group) => match[group])
      const found = named(text, match, { day, month, year })
      if (found !== undefined) return found
    }
  return undefined
}

/** Dates with the name of the month, and which of their groups are day, month and year. */
const NAMED: readonly { readonly pattern: RegExp; readonly groups: readonly number[] }[] = [
  // "3. Mai 2024", "3 de mayo de 2024", "3rd of May, 2024", "03-May-24 10:15:00"
  {
    pattern:
      /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.|º|ª)?[\s/-]{1,3}(?:de\s|of\s|di\s)?(\p{L}[\p{L}\p{M}]{1,14})\.?,?[\s/-]{1,3}(?:de\s|del\s)?(\d{4}|\d{2}(?=\s\d{2}:))(?!\d)/giu,
    groups: [1, 2, 3]
  },
  // "May 3rd, 2024", "Mayıs 3, 2024"
  {
    pattern:
      /(\p{L}[\p{L}\p{M}]{1,14})\.?\s{1,3}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(?:at\s)?(\d{4})(?!\d)/giu,
    groups: [2, 1, 3]
  },
  // "2024. május 3.", "2024 m. gegužės 3 d."
  {
    pattern: /(?<!\d)(\d{4})(?:\.|\sm\.)?\s(\p{L}[\p{L}\p{M}]{1,14})\s(\d{1,2})(?!\d)/giu,
    groups: [3, 2, 1]
  },
  // "Fri May  3 10:15:00 UTC 2024"
  {
    pattern: /(\p{L}{3})\s{1,2}(\d{1,2})\s\d{2}:\d{2}:\d{2}\s(?:\p{Lu}{3,4}\s)?(\d{4})(?!\d)/gu,
    groups: [2, 1, 3]
  }
]

function named(
  text: string,
  match: RegExpExecArray,
  { day, month = '', year }: Readonly<Record<'day' | 'month' | 'year', string | undefined>>
): string | undefined {
  const number = monthOf(month)
  if (number === undefined) return undefined
  const thai = /\p{Script=Thai}/u.test(month) && yearOf(year) > LAST_YEAR
  const date = isoDay(yearOf(year) - (thai ? BUDDHIST_YEARS : 0), number, Number(day))
  return date === undefined ? undefined : date + timeIn(text.slice(match.index + match[0].length))
}

/** Years by which the Thai calendar is ahead. */
const BUDDHIST_YEARS = 543

function join(
  text: string,
  match: RegExpExecArray,
  order: readonly [number, number, number]
): string | undefined {
  const [year, month, day] = order.map((group) => match[group])
  const date = isoDay(yearOf(year), Number(month), Number(day))
  return date === undefined ? undefined : date + timeIn(text.slice(match.index + match[0].length))
}

/** Years of two figures from 50 on are of the last century (RFC 5322, 4.3). */
function yearOf(text = ''): number {
  const year = Number(text)
  if (text.length !== 2) return year
  return year + (year < 50 ? 2000 : 1900)
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
