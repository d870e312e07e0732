import type { Span } from './span'

const WORD =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00AD\u200B\u200C\u200D]*(?:['\u2019\u02BC][\p{L}\p{N}\p{M}]+)*/gu
/** Scripts that part words by no space. */
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

let segmenter: Intl.Segmenter | undefined

/**
 * Returns the words of a stretch of text with their spans, in order.
 *
 * A word is a run of letters, digits and marks with apostrophes inside ("Ukraine’s"); hyphens, stops and signs part words.
 * Runs in scripts without spaces are cut by Intl.Segmenter. O(length).
 */
export function words(text: string, within: Span = { start: 0, end: text.length }): Span[] {
  const found: Span[] = []
  for (let start = within.start; start < within.end;) {
    const kind = kindOf(text.charCodeAt(start))
    if (kind === SEPARATOR) {
      start++
      continue
    }
    const plain = kind === PLAIN ? plainEnd(text, start) : undefined
    if (plain !== undefined) {
      found.push({ start, end: Math.min(plain, within.end) })
      start = plain
      continue
    }
    WORD.lastIndex = start
    const match = WORD.exec(text)
    if (match === null || match.index >= within.end) break
    start = match.index + match[0].length
    const end = Math.min(start, within.end)
    const run = text.slice(match.index, end)
    if (SPACELESS.test(run)) found.push(...cutSpaceless(run, match.index))
    else found.push({ start: match.index, end })
  }
  return found
}

/** Kinds of code units: ASCII letters and digits, signs that are surely in no word, and those that the expression must judge. */
const PLAIN = 1
const SEPARATOR = 2
const OTHER = 3

function kindOf(unit: number): number {
  if (unit < 0x80) {
    const isWord =
      (unit >= 0x61 && unit <= 0x7a) ||
      (unit >= 0x41 && unit <= 0x5a) ||
      (unit >= 0x30 && unit <= 0x39)
    return isWord ? PLAIN : SEPARATOR
  }
  // No-break space, dashes, quotation marks and the ellipsis.
  return unit === 0xa0 || (unit >= 0x2010 && unit <= 0x201f) || unit === 0x2026 ? SEPARATOR : OTHER
}

/** Returns the end of a word of plain letters and apostrophes, or undefined when other signs stand in it or right after it. */
function plainEnd(text: string, start: number): number | undefined {
  let at = start + 1
  for (;;) {
    while (at < text.length && kindOf(text.charCodeAt(at)) === PLAIN) at++
    if (at >= text.length) return at
    const unit = text.charCodeAt(at)
    if (kindOf(unit) === OTHER) return undefined
    if (unit !== 0x27 && unit !== 0x2019) return at
    const next = kindOf(text.charCodeAt(at + 1))
    if (next === OTHER) return undefined
    if (next !== PLAIN) return at
    at += 2
  }
}

function cutSpaceless(run: string, at: number): Span[] {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'word' })
  const cut: Span[] = []
  for (const piece of segmenter.segment(run)) {
    if (piece.isWordLike === true)
      cut.push({ start: at + piece.index, end: at + piece.index + piece.segment.length })
  }
  return cut
}

/** Words before a full stop that do not end a sentence, lower case. Own list. */
const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr prof gen lt col sgt capt maj cmdr adm brig gov sen rep rev hon pres st jr sr ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec no nos vs etc inc ltd co corp dept est fig vol ' +
    'approx ave blvd rd mt ft art sec ed eds al cf e.g i.e'
  ).split(' ')
)
/** Abbreviations that also end sentences: a capital after them decides with the list of openers below. */
const INITIALS = /^(?:\p{L}\.)+\p{L}$/u
const OPENERS = new Set(
  (
    'the a an in on at it he she they we i this that these those but and as for after before when while if there his her its ' +
    'their our my you your what who how why where however meanwhile also still then by with from to no not one two some many'
  ).split(' ')
)
const ENDS = /[.!?…。！？]+/gu
const CLOSERS = /["'”’»)\]]/u

/**
 * Returns the sentences of a stretch of text with their spans: ascending, without the white space between them.
 *
 * Ends at `. ! ? …` (with closing quotation marks and brackets) before white space and a letter that may open a sentence, and
 * at `。！？`. Abbreviations, initials ("N. Korea", "U.S. officials") and decimals do not end one. O(length).
 */
export function sentences(text: string, within: Span = { start: 0, end: text.length }): Span[] {
  const found: Span[] = []
  let start = skipSpace(text, within.start, within.end)
  ENDS.lastIndex = start
  for (let match = ENDS.exec(text); match !== null; match = ENDS.exec(text)) {
    if (match.index >= within.end) break
    let end = match.index + match[0].length
    while (end < within.end && CLOSERS.test(text.charAt(end))) end++
    const next = skipSpace(text, end, within.end)
    if (next >= within.end) break
    const wide = /[。！？]/u.test(match[0])
    if (!wide && (next === end || !opens(text, next) || bridges(text, start, match, next))) continue
    found.push({ start, end })
    start = next
    ENDS.lastIndex = next
  }
  const end = trimEnd(text, start, within.end)
  if (end > start) found.push({ start, end })
  return found
}

/** Says whether a sentence may begin here: a capital, a digit, an opening mark, or a letter of a script without case. */
function opens(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit >= 0x61 && unit <= 0x7a) return false
  if (unit >= 0x41 && unit <= 0x5a) return true
  const char = String.fromCodePoint(text.codePointAt(at) ?? 0)
  return /[\p{Lu}\p{Lt}\p{Lo}\p{N}"“‘'«([—–-]/u.test(char)
}

/** Says whether the stop belongs to an abbreviation, so that the sentence goes on. */
function bridges(text: string, start: number, match: RegExpExecArray, next: number): boolean {
  if (match[0] !== '.') return false
  let from = match.index
  while (from > start && /[\p{L}\p{N}.]/u.test(text.charAt(from - 1))) from--
  const word = text.slice(from, match.index)
  if (word === '') return false
  if (ABBREVIATIONS.has(word.toLowerCase())) {
    // "No." and "Co." end sentences too; a number or capital after a title never does.
    return !(word.toLowerCase() === 'no' && !/\d/.test(text.charAt(next)))
  }
  // "before 3:40 a.m. “I ran,” she said", "until 7 p.m. Classes resume Monday".
  if (/^[ap]\.m$/i.test(word)) {
    const before = text.slice(start, Math.min(from, start + BESIDE))
    if (opensAfterTime(before, text.slice(next, next + BESIDE))) return false
  }
  const single = /^\p{Lu}$/u.test(word)
  if (!single && !INITIALS.test(word)) return false
  const opener = /^\p{L}+/u.exec(text.slice(next, next + 16))?.[0] ?? ''
  return !OPENERS.has(opener.toLowerCase()) || (single && word !== 'I')
}

/** Says whether words behind a time of day begin a sentence: a quotation, or a capital that is no day, month or zone. */
function opensAfterTime(before: string, rest: string): boolean {
  if (/^["“‘']\p{Lu}/u.test(rest)) return true
  return /^\p{Lu}[\p{L}'’-]*\p{Ll}/u.test(rest) && !BESIDE_TIME.test(rest) && !WHEN.test(before)
}
/** Longest words that are looked at on either side of a time of day, in code units. */
const BESIDE = 40
/** "Monday", "Sept. 4", "Eastern", "Kyiv time". */
const BESIDE_TIME =
  /^(?:(?:Sun|Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur)(?:days?)?|January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Eastern|Central|Pacific|Mountain|\p{L}+(?: Standard| Daylight| Summer)? [Tt]ime)(?!\p{L})/u
/** "At about 9 p.m. Venn left", "9:10 p.m. Venn leaves": nothing is told before. */
const WHEN =
  /^["“‘']?(?:(?:At|By|Around|About|Before|After|Until|Since|From|Between|Just|Shortly|On)\b[^,;]{0,30}|\S{0,10} ?)$/u

function skipSpace(text: string, at: number, end: number): number {
  while (at < end && isSpace(text, at)) at++
  return at
}

/** Most signs are ASCII, and tell without an expression. */
function isSpace(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit > 0x20 && unit < 0x7f) return false
  return unit === 0x20 || /\s/.test(text.charAt(at))
}

function trimEnd(text: string, start: number, end: number): number {
  while (end > start && isSpace(text, end - 1)) end--
  return end
}
