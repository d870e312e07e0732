import type { Span } from '../text/span'
import type { Fact } from './fact'
import type { ChangeKind } from './model'

/** A difference of facts between two sentences. */
export interface FactChange {
  readonly kind: ChangeKind
  readonly strength: 'strong' | 'soft'
  readonly a?: Span
  readonly b?: Span
  readonly direction?: 'weaker' | 'stronger'
  readonly text: string
}

/** Two sentences with what they say. */
export interface FactPair {
  readonly a: readonly Fact[]
  readonly b: readonly Fact[]
  /** Folded words of either sentence. */
  readonly wordsA: () => readonly string[]
  readonly wordsB: () => readonly string[]
  /** Says whether a fact of one side is told anywhere in the other side's report. */
  readonly toldInA: (fact: Fact) => boolean
  readonly toldInB: (fact: Fact) => boolean
  /** Says whether two folded words are one name as the two reports spell it. */
  readonly isSpelling: (x: string, y: string) => boolean
  /** Says whether a stretch of one side lies in a clause or more for which the other side has nothing, or any other words. */
  readonly isInClause: (span: Span, side: 'a' | 'b', instead: 'nothing' | 'any') => boolean
  /** Says whether a word of one side stands in the other side's report with the same words around it. */
  readonly standsInA: (ofB: Span) => boolean
  readonly standsInB: (ofA: Span) => boolean
  /** The sentences have so little in common that what one of them lacks is no change of the other. */
  readonly isRewrite: boolean
  /** Says whether the sentence of one side is nothing but a quotation: its speaker stands beside it. */
  readonly isQuotation: (side: 'a' | 'b') => boolean
  /** Says whether the one stretch stands in the place of the other. */
  readonly replaces: (a: Span, b: Span) => boolean
  /** Folded words that the other side has in the place of a stretch of one side. */
  readonly insteadOf: (span: Span, side: 'a' | 'b') => readonly string[]
}

export const ofKind = (facts: readonly Fact[], kind: Fact['kind']): Fact[] =>
  facts.filter((fact) => fact.kind === kind)

/** Returns the facts of either side that have no equal on the other, in order. */
export function leftovers(
  a: readonly Fact[],
  b: readonly Fact[]
): [readonly Fact[], readonly Fact[]] {
  if (a.length === 0 || b.length === 0) return [a, b]
  const rest = [...b]
  const left = a.filter((fact) => {
    const index = rest.findIndex(({ key }) => key === fact.key)
    if (index < 0) return true
    rest.splice(index, 1)
    return false
  })
  return [left, rest]
}

/** Pairs leftovers by order; the longer side keeps lone ones. */
export function inTurn(
  left: readonly Fact[],
  right: readonly Fact[]
): [Fact | undefined, Fact | undefined][] {
  if (left.length === 0 && right.length === 0) return []
  const pairs: [Fact | undefined, Fact | undefined][] = []
  for (let index = 0; index < Math.max(left.length, right.length); index++)
    pairs.push([left[index], right[index]])
  return pairs
}

/** Pairs leftovers where one stands in the place of the other; all others stay alone. */
export function inPlace(
  left: readonly Fact[],
  right: readonly Fact[],
  { replaces }: FactPair
): [Fact | undefined, Fact | undefined][] {
  const rest = [...right]
  const pairs = left.map((x): [Fact, Fact | undefined] => {
    const index = rest.findIndex((y) => replaces(x.span, y.span))
    return [x, index < 0 ? undefined : rest.splice(index, 1)[0]]
  })
  return [...pairs, ...rest.map((y): [undefined, Fact] => [undefined, y])]
}

export function change(
  kind: ChangeKind,
  strength: FactChange['strength'],
  a: Fact | undefined,
  b: Fact | undefined,
  text = pairText(a?.text, b?.text)
): FactChange {
  return { kind, strength, ...(a && { a: a.span }), ...(b && { b: b.span }), text }
}

/** Longest piece of text that a label quotes, in code units. */
const MAX_LABEL = 70

/** What is quoted of the words before the first that differs, in code units, when those are many. */
const LEAD = 20

/** Returns "x → y", "x: in A, not in B" or the reverse; of long texts the part in which they differ. */
export function pairText(a: string | undefined, b: string | undefined): string {
  if (a !== undefined && b !== undefined) {
    const from = differsAt(tidy(a), tidy(b))
    return `${shorten(a, from)} → ${shorten(b, from)}`
  }
  return a === undefined ? `${shorten(b ?? '')}: in B, not in A` : `${shorten(a)}: in A, not in B`
}

/** White space that is more than a space between words. */
const WIDE_SPACE = /[^\S ]|\s\s/

const tidy = (text: string): string =>
  (WIDE_SPACE.test(text) ? text.replace(/\s+/g, ' ') : text).trim()

/** Where a label of two texts begins: at their start, or at a word shortly before the first that differs when a label would end there. */
function differsAt(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at < MAX_LABEL - LEAD ? 0 : a.lastIndexOf(' ', at - LEAD) + 1
}

function shorten(text: string, from = 0): string {
  const clean = tidy(text)
  if (from === 0 && clean.length <= MAX_LABEL) return clean
  const rest = clean.slice(from)
  const cut =
    rest.length <= MAX_LABEL
      ? rest
      : `${rest.slice(0, rest.lastIndexOf(' ', MAX_LABEL) + 1 || MAX_LABEL).trim()}…`
  return from === 0 ? cut : `…${cut}`
}

/** How much it matters that names or times differ: most where one stands in the place of the other and little else differs. */
export function strengthInPlace(
  { isRewrite, isInClause }: FactPair,
  a: Fact | undefined,
  b: Fact | undefined
): FactChange['strength'] {
  if (a === undefined || b === undefined || isRewrite) return 'soft'
  return isInClause(a.span, 'a', 'any') || isInClause(b.span, 'b', 'any') ? 'soft' : 'strong'
}

/** How much it matters that one side alone has a fact here: less when the other report tells it at another place. */
export function strengthOf(
  { toldInA, toldInB }: FactPair,
  a: Fact | undefined,
  b: Fact | undefined
): FactChange['strength'] {
  const told =
    (b === undefined && a !== undefined && toldInB(a)) ||
    (a === undefined && b !== undefined && toldInA(b))
  return told ? 'soft' : 'strong'
}
