import type { Span } from '../text/span'
import { FIELDS, type Field } from './query'

/** A piece of a typed query. `span` counts in the typed text. */
export type Token = { readonly span: Span } & (
  | {
      readonly kind: 'word'
      readonly text: string
      readonly prefix: boolean
      readonly odd: boolean
    }
  | {
      readonly kind: 'phrase'
      readonly text: string
      readonly slop: number
      readonly closed: boolean
    }
  | {
      readonly kind: 'field'
      readonly field: Field
      readonly value: string
      readonly closed: boolean
      /** Where the value begins in the typed text. */
      readonly valueAt: number
    }
  /** `/…/`; `source` is what stands between the slashes. */
  | { readonly kind: 'regex'; readonly source: string }
  | { readonly kind: 'near'; readonly distance: number }
  | { readonly kind: 'or' }
  | { readonly kind: 'minus' }
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  /** Signs without letters or digits. */
  | { readonly kind: 'noise' }
)

/** Words between the two sides of `NEAR` when no number is given. Convention of the peers that have it. */
const DEFAULT_DISTANCE = 10
/** Most words that `NEAR/n` and `~n` may span; larger numbers are read as this one. Keeps verification linear. */
export const MAX_DISTANCE = 100

const QUOTES = '"\u201C\u201D\u201E\u201F\uFF02'
const isQuote = (char: string): boolean => char !== '' && QUOTES.includes(char)
const isSpace = (char: string): boolean => /\s/u.test(char)
const NEAR = /^NEAR(?:\/(\d{1,4}))?$/
const FIELD_NAME = /^([A-Za-z]{2,8}):/
const HAS_TEXT = /[\p{L}\p{N}]/u

const fieldNames: ReadonlySet<string> = new Set(FIELDS)
const isField = (name: string): name is Field => fieldNames.has(name)

/**
 * Returns the tokens of a typed query with their places, in order; whatever is typed has tokens. O(length).
 *
 * Straight and curly double quotes open and close phrases alike. A dash parts nothing unless it opens a word.
 */
export function lex(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const char = text.charAt(at)
    if (isSpace(char)) at++
    else {
      const token = tokenAt(text, at)
      tokens.push(token)
      at = token.span.end
    }
  }
  return tokens
}

function tokenAt(text: string, start: number): Token {
  const char = text.charAt(start)
  const one = { start, end: start + 1 }
  if (char === '(') return { kind: 'open', span: one }
  if (char === ')') return { kind: 'close', span: one }
  if (isQuote(char)) return phraseAt(text, start)
  if (char === '/') return regexAt(text, start) ?? wordAt(text, start)
  if (char === '-') {
    let end = start
    while (text.charAt(end) === '-') end++
    const next = text.charAt(end)
    // A dash on its own is prose: "war - what is it good for".
    const bare = next === '' || isSpace(next) || next === ')'
    const span = { start, end }
    return bare ? { kind: 'noise', span } : { kind: 'minus', span }
  }
  const name = FIELD_NAME.exec(text.slice(start, start + 9))?.[1]?.toLowerCase()
  if (name !== undefined && isField(name)) return fieldAt(text, start, name)
  return wordAt(text, start)
}

function phraseAt(text: string, start: number): Token {
  const { end, closed } = closingQuote(text, start + 1)
  const inner = text.slice(start + 1, closed ? end - 1 : end)
  const slop = closed ? /^~(\d{1,4})(?![^\s()])/.exec(text.slice(end, end + 6)) : null
  return {
    kind: 'phrase',
    text: inner,
    slop: Math.min(Number(slop?.[1] ?? 0), MAX_DISTANCE),
    closed,
    span: { start, end: end + (slop?.[0].length ?? 0) }
  }
}

/** Returns a regular expression; null unless a slash closes it where a word would end: "/home/news" is a path, "/" a sign. */
function regexAt(text: string, start: number): Token | null {
  for (let at = start + 1; at < text.length; at++) {
    const char = text.charAt(at)
    if (char === '\n') return null
    if (char === '\\') at++
    else if (char === '/') {
      const after = text.charAt(at + 1)
      const closed = after === '' || isSpace(after) || after === ')'
      if (!closed || at === start + 1) return null
      return { kind: 'regex', source: text.slice(start + 1, at), span: { start, end: at + 1 } }
    }
  }
  return null
}

/** Returns the place after the closing quotation mark, or the end of the text. */
function closingQuote(text: string, from: number): { end: number; closed: boolean } {
  let end = from
  while (end < text.length && !isQuote(text.charAt(end))) end++
  return end < text.length ? { end: end + 1, closed: true } : { end, closed: false }
}

function fieldAt(text: string, start: number, field: Field): Token {
  const valueAt = start + field.length + 1
  if (isQuote(text.charAt(valueAt))) {
    const { end, closed } = closingQuote(text, valueAt + 1)
    const value = text.slice(valueAt + 1, closed ? end - 1 : end)
    return { kind: 'field', field, value: value.trim(), closed, valueAt, span: { start, end } }
  }
  const end = endOfRun(text, valueAt)
  return {
    kind: 'field',
    field,
    value: text.slice(valueAt, end),
    closed: true,
    valueAt,
    span: { start, end }
  }
}

function wordAt(text: string, start: number): Token {
  const end = endOfRun(text, start)
  const span = { start, end }
  const run = text.slice(start, end)
  if (run === 'OR') return { kind: 'or', span }
  const near = NEAR.exec(run)
  if (near !== null) {
    const distance = Math.min(Math.max(Number(near[1] ?? DEFAULT_DISTANCE), 1), MAX_DISTANCE)
    return { kind: 'near', distance, span }
  }
  if (!HAS_TEXT.test(run)) return { kind: 'noise', span }
  let bare = run.length
  while (run.charAt(bare - 1) === '*') bare--
  const odd = /^[A-Za-z]{2,}:[^/\d]/.test(run)
  return { kind: 'word', text: run.slice(0, bare), prefix: bare < run.length, odd, span }
}

function endOfRun(text: string, from: number): number {
  let end = from
  while (end < text.length) {
    const char = text.charAt(end)
    if (isSpace(char) || isQuote(char) || char === '(' || char === ')') break
    end++
  }
  return end
}
