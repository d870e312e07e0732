import { readDate } from '../core/article/dates'

/** What SingleFile writes at the head of a saved page. */
export interface SingleFileHeader {
  readonly url?: string
  /** ISO 8601. */
  readonly saved?: string
}

/**
 * Returns what SingleFile's comment says, or undefined when no comment is one.
 * Source: SingleFile, "Page saved with SingleFile / url: … / saved date: …".
 */
export function readSingleFileHeader(comments: readonly string[]): SingleFileHeader | undefined {
  const comment = comments.find((text) => /^\s{0,8}Page saved with SingleFile/i.test(text))
  if (comment === undefined) return undefined
  const url = /^\s{0,8}url:\s{0,8}(https?:\/\/\S{1,2000})/im.exec(comment)?.[1]
  const saved = savedDate(/^\s{0,8}saved date:\s{0,8}(.{8,80})/im.exec(comment)?.[1] ?? '')
  return { ...(url !== undefined && { url }), ...(saved !== undefined && { saved }) }
}

/**
 * Returns the address in the comment that browsers write when they save a page with its files, or undefined.
 * Source: "mark of the web", `saved from url=(0042)https://…` with the length in brackets.
 */
export function savedFromUrl(comments: readonly string[]): string | undefined {
  const marks = comments.map((text) =>
    /^\s{0,8}saved from url=\(\d{1,6}\)(https?:\/\/\S{1,2000})/i.exec(text)
  )
  const mark = marks.find((match) => match !== null)
  return mark?.[1]
}

/** SingleFile prints `Date.toString()`: "Sun Nov 21 2026 19:56:05 GMT+0100 (…)". */
function savedDate(text: string): string | undefined {
  const match = /(\p{L}{3}) (\d{1,2}) (\d{4}) ([\d:]{5,8}) (?:GMT|UTC)?([+-]\d{4})?/u.exec(text)
  if (match === null) return readDate(text)
  const [, month = '', day = '', year = '', time = '', offset = ''] = match
  return readDate(`${day} ${month} ${year} ${time} ${offset === '' ? 'Z' : offset}`)
}
