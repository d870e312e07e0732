import { lettersOf, type WordPattern } from './match'
import { numberWords, plainNumber } from './numbers'
import type { Field, Query } from './query'
import { compileRegex, type Regex } from './regex'
import { eachToken, termOf, termsOf } from './tokens'

/**
 * A query made ready for matching: words are folded, words of several parts ("F-16") are phrases, and every word or phrase bears
 * the number of the leaf that it is, from 0 in reading order.
 */
export type Plan =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  | {
      readonly kind: 'word'
      readonly leaf: number
      readonly pattern: WordPattern
      readonly open: boolean
    }
  | {
      readonly kind: 'phrase'
      readonly leaf: number
      readonly patterns: readonly WordPattern[]
      readonly slop: number
    }
  | { readonly kind: 'near'; readonly left: Plan; readonly right: Plan; readonly distance: number }
  /** `source` names it: made ready, an expression is no datum. */
  | {
      readonly kind: 'regex'
      readonly leaf: number
      readonly source: string
      readonly regex: Regex
    }
  /** Words of the title. */
  | { readonly kind: 'title'; readonly inner: Plan }
  /** Words within quotation marks. */
  | { readonly kind: 'quote'; readonly inner: Plan }
  /** A number in digits (`value`) or in words. */
  | { readonly kind: 'number'; readonly leaf: number; readonly value: string; readonly words: Plan }
  | { readonly kind: 'field'; readonly field: Field; readonly value: string }
  | { readonly kind: 'and'; readonly parts: readonly Plan[] }
  | { readonly kind: 'or'; readonly parts: readonly Plan[] }
  | { readonly kind: 'not'; readonly part: Plan }

/**
 * Returns the plan of a query; `open` is the word that is still being typed (see `Parsed.open`).
 *
 * `match:exact` beside the words makes case and diacritics count in all words and phrases that are asked for.
 */
export function planOf(query: Query, open?: Query): Plan {
  let leaves = 0
  const exactly = asksExactly(query)
  const patternsOf = (text: string): WordPattern[] =>
    exactly ? lettered(text) : termsOf(text).map(exact)
  const plan = (part: Query): Plan => {
    switch (part.kind) {
      case 'all':
        return part
      case 'word':
        return wordPlan(part.text, part.prefix, part === open)
      case 'phrase': {
        const patterns = part.words.flatMap(patternsOf)
        return places(patterns, part.slop)
      }
      case 'regex': {
        const { source } = part
        const regex = compileRegex(source, exactly)
        return regex === null ? { kind: 'none' } : { kind: 'regex', leaf: leaves++, source, regex }
      }
      case 'near':
        return {
          kind: 'near',
          left: plan(part.left),
          right: plan(part.right),
          distance: part.distance
        }
      case 'field':
        return isExactly(part) ? { kind: 'all' } : fieldPlan(part.field, part.value)
      case 'not':
        return { kind: 'not', part: plan(part.part) }
      case 'and':
      case 'or':
        return { kind: part.kind, parts: part.parts.map(plan) }
    }
  }
  const wordPlan = (text: string, prefix: boolean, isOpen: boolean): Plan => {
    // The possessive is no word to ask for: "Venn’s" finds "Venn".
    const asked = patternsOf(text.replace(/(?<=\p{L})['\u2019\u02BC]s$/iu, ''))
    const [first] = asked
    if (first === undefined) return { kind: 'all' }
    const only = first.term
    // One letter typed after other words narrows nothing yet.
    if (
      isOpen &&
      query.kind === 'and' &&
      /^[a-z\p{Script=Cyrillic}\p{Script=Greek}]$/u.test(only)
    ) {
      return { kind: 'all' }
    }
    if (asked.length === 1) {
      const pattern: WordPattern = { ...first, prefix, stems: !exactly && (!prefix || isOpen) }
      return { kind: 'word', leaf: leaves++, pattern, open: isOpen }
    }
    const patterns = asked
    const last = patterns.at(-1)
    if (prefix && last !== undefined) patterns[patterns.length - 1] = { ...last, prefix: true }
    return places(patterns, 0)
  }
  const places = (typed: readonly WordPattern[], slop: number): Plan => {
    // In any order, a word asked for twice asks for no more than once.
    const patterns =
      slop === 0 ? typed : [...new Map(typed.map((pattern) => [pattern.term, pattern])).values()]
    const [only] = patterns
    if (only === undefined) return { kind: 'all' }
    if (patterns.length === 1) {
      return { kind: 'word', leaf: leaves++, pattern: only, open: false }
    }
    return { kind: 'phrase', leaf: leaves++, patterns, slop }
  }
  const fieldPlan = (field: Field, value: string): Plan => {
    const bare = value.replace(/\*+$/, '')
    switch (field) {
      case 'title':
      case 'quote': {
        const spaced = /\s/u.test(value.trim())
        const inner = spaced ? places(patternsOf(value), 0) : wordPlan(bare, bare !== value, false)
        return inner.kind === 'all' ? { kind: 'none' } : { kind: field, inner }
      }
      case 'number': {
        if (!/\d/.test(value)) return { kind: 'none' }
        const number = plainNumber(value.replace(/[^\d.,]/g, '').replace(/^[.,]+|[.,]+$/g, ''))
        const leaf = leaves++
        const words = places(numberWords(number).map(exact), 0)
        return { kind: 'number', leaf, value: number, words }
      }
      default:
        return { kind: 'field', field, value }
    }
  }
  return plan(query)
}

const exact = (term: string): WordPattern => ({ term, prefix: false, stems: false })

/** Returns the words of a text with their letters. */
function lettered(text: string): WordPattern[] {
  const patterns: WordPattern[] = []
  eachToken(text, { start: 0, end: text.length }, (start, end) => {
    const word = text.slice(start, end)
    const term = termOf(word)
    if (term !== '') patterns.push({ ...exact(term), letters: lettersOf(word) })
  })
  return patterns
}

const isExactly = (query: Query): boolean =>
  query.kind === 'field' && query.field === 'match' && query.value.toLowerCase() === 'exact'

function asksExactly(query: Query): boolean {
  return isExactly(query) || (query.kind === 'and' && query.parts.some(isExactly))
}

/** Says whether letters count in what a plan asks for. */
export function hasLetters(plan: Plan): boolean {
  switch (plan.kind) {
    case 'word':
      return plan.pattern.letters !== undefined
    case 'phrase':
      return plan.patterns.some(({ letters }) => letters !== undefined)
    case 'near':
      return hasLetters(plan.left) || hasLetters(plan.right)
    case 'title':
    case 'quote':
      return hasLetters(plan.inner)
    case 'and':
    case 'or':
      return plan.parts.some(hasLetters)
    default:
      return false
  }
}

/** Returns the plain words of a query that asks for words only and excludes nothing; null for any other. */
export function plainWords(plan: Plan): Extract<Plan, { kind: 'word' | 'phrase' }>[] | null {
  if (plan.kind === 'word' || (plan.kind === 'phrase' && plan.slop === 0)) return [plan]
  if (plan.kind !== 'and' && plan.kind !== 'or') return null
  const words: Extract<Plan, { kind: 'word' | 'phrase' }>[] = []
  for (const part of plan.parts) {
    if (part.kind === 'all') continue
    if (part.kind !== 'word' && part.kind !== 'phrase') return null
    words.push(part)
  }
  return words
}
