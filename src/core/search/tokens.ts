import type { Span } from '../text/span'
import { fold } from '../text/fold'

/** Told of every word of a text: where it stands. */
export type OnToken = (start: number, end: number) => void

// Kinds of UTF-16 units: 0 not yet known.
export const BREAK = 1
export const WORD = 2
const SPACELESS = 3
const SURROGATE = 4
/** Belongs to a word that is open and opens none: marks, soft hyphens, zero-width joiners. */
export const INNER = 5

const kinds = new Uint8Array(0x10000)
const IS_WORD = /[\p{L}\p{N}]/u
const IS_INNER = /[\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]/u
const IS_SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

function kindOf(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return SURROGATE
  const char = String.fromCharCode(unit)
  if (IS_INNER.test(char)) return INNER
  if (!IS_WORD.test(char)) return BREAK
  return IS_SPACELESS.test(char) ? SPACELESS : WORD
}

/**
 * Returns what a UTF-16 unit is to words: `BREAK`, `WORD`, `INNER`, or another number where more than the unit is needed to tell.
 * For callers who cut very many texts; others use `eachToken`.
 */
export function unitKind(unit: number): number {
  const kind = kinds[unit] ?? BREAK
  if (kind !== 0) return kind
  return (kinds[unit] = kindOf(unit))
}

function kindAt(text: string, at: number): number {
  const kind = unitKind(text.charCodeAt(at))
  return kind === SURROGATE ? kindOfPair(text, at) : kind
}

/** The second half of a pair is judged with its first half. */
function kindOfPair(text: string, at: number): number {
  const pair =
    text.charCodeAt(at) >= 0xdc00 && at > 0
      ? text.slice(at - 1, at + 1)
      : String.fromCodePoint(text.codePointAt(at) ?? 0)
  if (IS_INNER.test(pair)) return INNER
  if (!IS_WORD.test(pair)) return BREAK
  return IS_SPACELESS.test(pair) ? SPACELESS : WORD
}

let segmenter: Intl.Segmenter | undefined

/**
 * Tells of every search word of a stretch of text, in order.
 *
 * A search word is a run of letters and digits; apostrophes, hyphens, stops and signs part words ("Ukraine’s" is two, "F-16" is
 * two), so that a query finds them however they are written. Runs of scripts without spaces are cut by Intl.Segmenter. O(length).
 */
export function eachToken(text: string, within: Span, tell: OnToken): void {
  const { end } = within
  let at = within.start
  while (at < end) {
    const kind = kindAt(text, at)
    if (kind !== WORD && kind !== SPACELESS) {
      at++
      continue
    }
    const start = at
    let spaceless = false
    for (; at < end; at++) {
      const inside = kindAt(text, at)
      if (inside === BREAK) break
      if (inside === SPACELESS) spaceless = true
    }
    if (spaceless) cutSpaceless(text.slice(start, at), start, tell)
    else tell(start, at)
  }
}

/**
 * Writes where the search words of a stretch begin and end, from a place in both lists on, as `eachToken` tells of them; returns the
 * place behind the last. Several times as fast; −1 for texts in which more than a unit at a time has to be looked at.
 */
export function cutTokens(
  text: string,
  { start, end }: Span,
  into: { readonly starts: Uint32Array; readonly ends: Uint32Array; readonly from: number }
): number {
  const { starts, ends } = into
  let count = into.from
  for (let at = start; at < end; at++) {
    let kind = kinds[text.charCodeAt(at)]
    if (kind !== WORD) {
      if (kind === BREAK || kind === INNER) continue
      // Also a unit that was never met before: `eachToken` learns it.
      return -1
    }
    starts[count] = at
    do {
      if (++at === end) break
      kind = kinds[text.charCodeAt(at)]
    } while (kind === WORD || kind === INNER)
    if (at < end && kind !== BREAK) return -1
    ends[count++] = at
  }
  return count
}

function cutSpaceless(run: string, at: number, tell: OnToken): void {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'word' })
  for (const piece of segmenter.segment(run)) {
    if (piece.isWordLike === true) {
      tell(at + piece.index, at + piece.index + piece.segment.length)
    }
  }
}

// Vowel points of Hebrew and Arabic and the Arabic stretching sign: printed in some editions, left out in others.
const POINTS =
  /[\u0591-\u05BD]|[\u05BF\u05C1]|[\u05C2\u05C4]|[\u05C5\u05C7]|\u0640|[\u064B-\u065F]|\u0670/g

/**
 * Returns the form under which a search word is kept and compared: folded (case, diacritics, compatibility forms), without
 * invisible letters and vowel points. Doing it twice changes nothing.
 */
export function termOf(word: string): string {
  const folded = fold(word)
  for (let i = 0; i < folded.length; i++) {
    if (folded.charCodeAt(i) > 0x590) return fold(folded.replace(POINTS, ''))
  }
  return folded
}

/** Returns the terms of a text in order. */
export function termsOf(text: string): string[] {
  const terms: string[] = []
  eachToken(text, { start: 0, end: text.length }, (start, end) => {
    const term = termOf(text.slice(start, end))
    if (term !== '') terms.push(term)
  })
  return terms
}
