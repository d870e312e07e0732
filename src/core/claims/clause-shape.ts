import type { Span } from '../text/span'
import { DETERMINERS, INSTITUTION_HEADS, UNNAMED_PEOPLE } from './cues/en/frames'
import { MAX_SOURCE } from './phrases'
import { isCapital } from './tokens'
import type { Token } from './tokens'
import { BE } from './verb-place'

/* What the words around a verb of saying are: a clause of their own, an order, an absolute. */

/** "…, with the foreign minister warning of a rift": who stands between "with" and the participle that ends the clause before. */
export function absoluteSubject(tokens: readonly Token[], i: number): Span | undefined {
  let k = i - 1
  while (k > i - MAX_SOURCE && tokens[k]?.kind === 'word' && tokens[k]?.lower !== 'with') k--
  if (tokens[k]?.lower !== 'with' || tokens[k - 1]?.raw !== ',' || k === i - 1) return undefined
  const inner = tokens.slice(k + 1, i)
  const somebody = inner.some(
    (t) => isCapital(t) || UNNAMED_PEOPLE.has(t.lower) || INSTITUTION_HEADS.has(t.lower)
  )
  const last = inner.at(-1)
  if (!somebody || last === undefined || BE.has(last.lower)) return undefined
  return { start: inner[0]?.start ?? last.start, end: last.end }
}

/** Says whether a finite verb stands among the words behind a verb of saying, before the next mark. */
export function holdsVerb(tokens: readonly Token[], from: number): boolean {
  for (let k = from + 1; k < tokens.length && k < from + MAX_SOURCE; k++) {
    const token = tokens[k]
    if (token?.kind !== 'word') return false
    if (/^(?:who|which|that)$/.test(token.lower)) return false
    if (
      /^(?:has|have|had|is|are|was|were|will|would|did|does|could|should|must|may|might|can)$/.test(
        token.lower
      )
    )
      return true
    if (/^\p{Ll}{2,}ed$/u.test(token.raw) && DETERMINERS.has(tokens[k + 1]?.lower ?? ''))
      return true
  }
  return false
}

/** "told by X to": within reach of the agent. */
export function orders(tokens: readonly Token[], i: number): boolean {
  if (tokens[i + 1]?.lower !== 'by') return false
  for (let k = i + 2; k < i + ORDER_REACH; k++) {
    if (tokens[k]?.kind !== 'word' || /^(?:that|who)$/.test(tokens[k]?.lower ?? '')) return false
    if (tokens[k]?.lower === 'to') return true
  }
  return false
}

/** How far behind "told" the order may begin, in tokens. */
const ORDER_REACH = 8
