import type { Budget } from '../budget'
import { FUNCTION_WORDS } from '../text/function-words'
import type { Span } from '../text/span'
import { heaviestSubsequence } from './exact'
import type { WordEdit } from './model'
import { commonSubsequence, type Match } from './myers'
import { tidyMatches } from './tidy'
import { groupsOf, Lexicon, tokenize, type Token } from './tokens'

/** A stretch of one report. */
export interface Stretch {
  readonly text: string
  readonly span: Span
}

/** Largest table that is filled exactly, in cells; beyond it Myers' algorithm. Bounds time per sentence pair to about 0.1 ms. */
const MAX_EXACT_CELLS = 6_000
/** Worth of a content word, a function word and a sign in the exact alignment. */
const WORTH = { content: 1, function: 0.4, sign: 0.2 }

/** The steps from one stretch to another. */
export interface WordDiff {
  readonly edits: WordEdit[]
  /** Share of the longer side's words that are equal, 0…1. */
  readonly equal: number
  /** Share of the shorter side's words that are equal, 0…1. */
  readonly contained: number
}

/**
 * Returns the steps that lead from stretch `a` to stretch `b`: they cover both without gaps, and `equal` steps hold the very
 * same characters. Numbers with units, dates and names change as a whole.
 *
 * @param lexicon - one for all sentences of two reports saves folding the same words again
 */
export function diffWords(
  a: Stretch,
  b: Stretch,
  budget: Budget,
  lexicon = new Lexicon()
): WordDiff {
  const left = tokenize(a.text, a.span, lexicon)
  const right = tokenize(b.text, b.span, lexicon)
  const matches = tidyMatches(
    matchTokens(left, right, budget),
    { tokens: left, groups: groupsOf(a.text, left) },
    { tokens: right, groups: groupsOf(b.text, right) }
  )
  const [inA, inB] = [wordsIn(left), wordsIn(right)]
  const equal = matches.filter(([i]) => left[i]?.kind !== 'sign').length
  return {
    edits: toEdits(a, b, left, right, matches),
    equal: equal / Math.max(inA, inB, 1),
    contained: equal / Math.max(1, Math.min(inA, inB))
  }
}

function wordsIn(tokens: readonly Token[]): number {
  let count = 0
  for (const { kind } of tokens) if (kind !== 'sign') count++
  return count
}

function idsOf(tokens: readonly Token[]): Int32Array {
  const ids = new Int32Array(tokens.length)
  for (let index = 0; index < ids.length; index++) ids[index] = tokens[index]?.id ?? -1
  return ids
}

function matchTokens(left: readonly Token[], right: readonly Token[], budget: Budget): Match[] {
  const a = idsOf(left)
  const b = idsOf(right)
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  const most = Math.min(a.length, b.length) - head
  while (tail < most && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  const innerA = a.subarray(head, a.length - tail)
  const innerB = b.subarray(head, b.length - tail)
  const inner =
    innerA.length * innerB.length <= MAX_EXACT_CELLS
      ? heaviestSubsequence(
          innerA,
          innerB,
          Float64Array.from(innerA, (_, i) => worthOf(left[head + i]))
        )
      : commonSubsequence(innerA, innerB, budget)
  const matches: Match[] = []
  for (let i = 0; i < head; i++) matches.push([i, i])
  for (const [i, j] of inner) matches.push([i + head, j + head])
  for (let back = tail; back > 0; back--) matches.push([a.length - back, b.length - back])
  return matches
}

function worthOf(token: Token | undefined): number {
  if (token === undefined || token.kind === 'sign') return WORTH.sign
  return FUNCTION_WORDS.has(token.form) ? WORTH.function : WORTH.content
}

function toEdits(
  a: Stretch,
  b: Stretch,
  left: readonly Token[],
  right: readonly Token[],
  matches: readonly Match[]
): WordEdit[] {
  const script = new Script(a, b)
  for (const [i, j] of matches) {
    const x = left[i]
    const y = right[j]
    if (x === undefined || y === undefined) continue
    script.changeUpTo(x.span.start, y.span.start)
    script.matchUpTo(x.span.end, y.span.end)
    // White space after a word is equal too unless one side goes on otherwise.
    if (a.text.slice(x.span.end, x.until) === b.text.slice(y.span.end, y.until))
      script.matchUpTo(x.until, y.until)
  }
  script.changeUpTo(a.span.end, b.span.end)
  return trimChanges(a.text, b.text, script.edits)
}

/** Gives white space at the end of both sides of a change to what follows: "visit " → "tour " is a change of one word. */
function trimChanges(a: string, b: string, edits: readonly WordEdit[]): WordEdit[] {
  const trimmed: WordEdit[] = []
  for (const edit of edits) {
    const last = trimmed.at(-1)
    const gap =
      last === undefined || last.op === 'equal' || edit.op !== 'equal' ? 0 : sharedTail(a, b, last)
    if (last === undefined || gap === 0) {
      trimmed.push(edit)
      continue
    }
    const [endA, endB] = [last.a.end - gap, last.b.end - gap]
    trimmed[trimmed.length - 1] = step(
      'replace',
      { start: last.a.start, end: endA },
      { start: last.b.start, end: endB }
    )
    trimmed.push(step('equal', { start: endA, end: edit.a.end }, { start: endB, end: edit.b.end }))
  }
  return trimmed
}

function sharedTail(a: string, b: string, { a: left, b: right }: WordEdit): number {
  let size = 0
  while (
    left.end - size > left.start &&
    right.end - size > right.start &&
    a[left.end - size - 1] === b[right.end - size - 1] &&
    /\s/u.test(a.charAt(left.end - size - 1))
  )
    size++
  return size
}

/** Collects steps; neighbours of one kind become one. */
class Script {
  readonly edits: WordEdit[] = []
  readonly #a: Stretch
  readonly #b: Stretch
  #atA: number
  #atB: number

  constructor(a: Stretch, b: Stretch) {
    this.#a = a
    this.#b = b
    this.#atA = a.span.start
    this.#atB = b.span.start
  }

  changeUpTo(endA: number, endB: number): void {
    this.#add('replace', endA, endB)
  }

  matchUpTo(endA: number, endB: number): void {
    const same = this.#a.text.slice(this.#atA, endA) === this.#b.text.slice(this.#atB, endB)
    this.#add(same ? 'equal' : 'replace', endA, endB)
  }

  #add(op: 'equal' | 'replace', endA: number, endB: number): void {
    const a = { start: this.#atA, end: endA }
    const b = { start: this.#atB, end: endB }
    if (a.start === a.end && b.start === b.end) return
    this.#atA = endA
    this.#atB = endB
    const last = this.edits.at(-1)
    if (last !== undefined && (last.op === 'equal') === (op === 'equal')) {
      this.edits[this.edits.length - 1] = step(
        op,
        { start: last.a.start, end: endA },
        { start: last.b.start, end: endB }
      )
    } else this.edits.push(step(op, a, b))
  }
}

function step(op: 'equal' | 'replace', a: Span, b: Span): WordEdit {
  if (op === 'equal') return { op, a, b }
  if (a.start === a.end) return { op: 'insert', a, b }
  return { op: b.start === b.end ? 'delete' : 'replace', a, b }
}

/** Returns the right stretch, made from the left one by the steps. */
export function applyEdits(left: string, right: string, edits: readonly WordEdit[]): string {
  return edits
    .map(({ op, a, b }) =>
      op === 'equal' ? left.slice(a.start, a.end) : right.slice(b.start, b.end)
    )
    .join('')
}
