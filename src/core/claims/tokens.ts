import type { Span } from '../text/span'
import type { Sentence } from './sentence'

/** A word, a mark, or a whole quoted stretch of a sentence; offsets count in the sentence. */
export interface Token extends Span {
  readonly kind: 'word' | 'mark' | 'quote'
  /** As printed, with plain apostrophes. */
  readonly raw: string
  readonly lower: string
}

const PIECE =
  /\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?:Corp|Inc|Co|Ltd|Gov|Sen|Rep|Gen|Lt|Col|Dr|Mr|Mrs|Ms|Prof|St|Jr|Sr|Capt|Maj|Sgt|Adm|Rev)\.|\p{L}\.(?:[\p{L}-]+\.)+(?:'s)?|[\p{L}\p{N}](?:[\p{L}\p{N}.'&/-]*[\p{L}\p{N}])?(?:'(?![\p{L}])|\.(?=\s+\p{Lu}|,|'s))?|--|[^\s\p{L}\p{N}]/gu
const TITLES =
  /^(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Sgt|Capt|Maj|Cmdr|Adm|Brig|Gov|Sen|Rep|Rev|Hon|Pres|St|Jr|Sr|Sens|Reps|Gens|Corp|Inc|Co|Ltd|Bros|Dept|Assn|Univ|Rear|\p{Lu}|(?:\p{L}\.)+\p{L})$/u

const INITIALS = /^(?:\p{L}\.)(?:[\p{L}-]+\.)+$/u

/** Cuts a sentence into tokens; a quoted stretch is one token. O(length). */
export function tokenize(sentence: Sentence): Token[] {
  const { text, quotes } = sentence
  const tokens: Token[] = []
  let from = 0
  for (const quote of quotes) {
    pieces(text, from, quote.start, tokens)
    tokens.push(makeToken(text, quote.start, quote.end, 'quote'))
    from = quote.end
  }
  pieces(text, from, text.length, tokens)
  return tokens
}

function pieces(text: string, from: number, to: number, into: Token[]): void {
  const part = text.slice(from, to)
  for (const match of part.matchAll(PIECE)) {
    let piece = match[0]
    const start = from + match.index
    // "Weber & Co" is one name.
    const word = /^[\p{L}\p{N}]/u.test(piece) || piece === '&'
    // A stop after a word is kept only on titles and initials.
    if (word && piece.endsWith('.') && !INITIALS.test(piece) && !TITLES.test(piece.slice(0, -1))) {
      piece = piece.slice(0, -1)
      into.push(makeToken(text, start, start + piece.length, 'word'))
      into.push(makeToken(text, start + piece.length, start + piece.length + 1, 'mark'))
      continue
    }
    into.push(makeToken(text, start, start + piece.length, word ? 'word' : 'mark'))
  }
}

/** Names that in small letters are words of grammar. */
const NAMES_LIKE_WORDS = /^(?:WHO|IS|US)$/
/** How far beside such a name small letters must stand, in code units. */
const SHOUT_REACH = 8

function makeToken(text: string, start: number, end: number, kind: Token['kind']): Token {
  const raw = text.slice(start, end)
  // "WHO said", "IS claimed": a name, where the text beside it is not in capitals.
  const beside = `${text.slice(Math.max(0, start - SHOUT_REACH), start)}${text.slice(end, end + SHOUT_REACH)}`
  const named = NAMES_LIKE_WORDS.test(raw) && /\p{Ll}/u.test(beside)
  return { kind, raw, lower: named ? raw : raw.toLowerCase(), start, end }
}

/** Says whether a word token begins with a capital or is a number. */
export function isCapital(token: Token | undefined): boolean {
  return token?.kind === 'word' && /^(?:\p{Lu}|al-|el-|bin |ibn )/u.test(token.raw)
}

/** The first token from `from` on and before `to` that fits, or -1. Looks at nothing outside. */
export function firstWithin(
  tokens: readonly Token[],
  [from, to]: readonly [number, number],
  fits: (token: Token, at: number) => boolean
): number {
  for (let k = Math.max(0, from); k < Math.min(to, tokens.length); k++) {
    const token = tokens[k]
    if (token !== undefined && fits(token, k)) return k
  }
  return -1
}

/** The last token from `from` on and before `to` that fits, or -1. Looks at nothing outside. */
export function lastWithin(
  tokens: readonly Token[],
  [from, to]: readonly [number, number],
  fits: (token: Token, at: number) => boolean
): number {
  for (let k = Math.min(to, tokens.length) - 1; k >= Math.max(0, from); k--) {
    const token = tokens[k]
    if (token !== undefined && fits(token, k)) return k
  }
  return -1
}

/** The position of the first token that begins at an offset or behind it; the number of tokens if none does. O(log tokens). */
export function tokenFrom(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.start ?? Infinity) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The tokens that stand within a span. */
export function tokensIn(tokens: readonly Token[], span: Span): Token[] {
  const inside: Token[] = []
  for (let k = tokenFrom(tokens, span.start); k < tokens.length; k++) {
    const token = tokens[k]
    if (token === undefined || token.end > span.end) break
    inside.push(token)
  }
  return inside
}
