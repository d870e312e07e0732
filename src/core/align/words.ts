import type { Budget } from '../budget'
import type { Span } from '../text/span'
import { heaviestSubsequence } from './exact'
import type { WordEdit } from './model'
import { commonSubsequence } from './myers'
import { tidyMatches } from './tidy'
import { groupsOf, tokenize, type Stretch, type Token } from './tokens'
import { Vocabulary } from './vocabulary'

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
 * @param vocabulary - one for all sentences of two reports saves folding the same words again
 */
export function diffWords(
  a: Stretch,
  b: Stretch,
  budget: Budget,
  vocabulary = new Vocabulary()
): WordDiff {
  const left = tokenize(a, vocabulary)
  const right = tokenize(b, vocabulary)
  const partners = matchTokens(left, right, budget)
  tidyMatches(
    partners,
    { tokens: left, groups: groupsOf(a.text, left) },
    { tokens: right, groups: groupsOf(b.text, right) }
  )
  const [inA, inB] = [wordsIn(left), wordsIn(right)]
  let equal = 0
  for (let i = 0; i < left.length; i++)
    if ((partners[i] ?? -1) >= 0 && left[i]?.word.kind !== 'sign') equal++
  return {
    edits: toEdits(a, b, left, right, partners),
    equal: equal / Math.max(inA, inB, 1),
    contained: equal / Math.max(1, Math.min(inA, inB))
  }
}

function wordsIn(tokens: readonly Token[]): number {
  let count = 0
  for (const { word } of tokens) if (word.kind !== 'sign') count++
  return count
}

/** Returns the token of the right side that is the same, by token of the left side, or -1. */
function matchTokens(left: readonly Token[], right: readonly Token[], budget: Budget): number[] {
  const [endA, endB] = [left.length, right.length]
  const most = Math.min(endA, endB)
  let head = 0
  while (head < most && isOneWord(left[head], right[head])) head++
  let tail = 0
  while (tail < most - head && isOneWord(left[endA - 1 - tail], right[endB - 1 - tail])) tail++
  const [a, b] = room(endA - head - tail, endB - head - tail)
  for (let i = 0; i < a.length; i++) a[i] = left[head + i]?.word.feature ?? 0
  for (let j = 0; j < b.length; j++) b[j] = right[head + j]?.word.feature ?? 0
  const inner =
    a.length * b.length <= MAX_EXACT_CELLS
      ? heaviestSubsequence(a, b, worthsOf(left, head, a.length))
      : commonSubsequence(a, b, budget)
  const partners = new Array<number>(endA).fill(-1)
  for (let i = 0; i < head; i++) partners[i] = i
  for (const [i, j] of inner) partners[i + head] = j + head
  for (let back = tail; back > 0; back--) partners[endA - back] = endB - back
  return partners
}

/** What is filled anew for every two stretches: to ask for fresh lists would take longer than to fill them. */
let features = new Int32Array(1 << 9)
let worths = new Float64Array(1 << 8)

/** Returns room for so many features of either side. */
function room(sizeA: number, sizeB: number): readonly [Int32Array, Int32Array] {
  if (sizeA + sizeB > features.length) features = new Int32Array(2 * (sizeA + sizeB))
  return [features.subarray(0, sizeA), features.subarray(sizeA, sizeA + sizeB)]
}

function worthsOf(tokens: readonly Token[], from: number, size: number): Float64Array {
  if (size > worths.length) worths = new Float64Array(2 * size)
  for (let i = 0; i < size; i++) {
    const token = tokens[from + i]
    if (token !== undefined) worths[i] = worthOf(token)
  }
  return worths
}

const isOneWord = (x: Token | undefined, y: Token | undefined): boolean =>
  x?.word.feature === y?.word.feature

function worthOf({ word }: Token): number {
  if (word.kind === 'sign') return WORTH.sign
  return word.binds ? WORTH.function : WORTH.content
}

function toEdits(
  a: Stretch,
  b: Stretch,
  left: readonly Token[],
  right: readonly Token[],
  partners: readonly number[]
): WordEdit[] {
  const script = new Script(a, b)
  for (let i = 0; i < left.length; i++) {
    const x = left[i]
    const y = right[partners[i] ?? -1]
    if (x === undefined || y === undefined) continue
    script.changeUpTo(x.start, y.start)
    script.matchUpTo(x.end, y.end)
    // White space after a word is equal too unless one side goes on otherwise.
    if (isSame(a.text, x.end, x.until, b.text, y.end, y.until)) script.matchUpTo(x.until, y.until)
  }
  script.changeUpTo(a.span.end, b.span.end)
  return trimChanges(a.text, b.text, script.finish())
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

/** Says whether two stretches hold the same characters. */
function isSame(
  a: string,
  fromA: number,
  toA: number,
  b: string,
  fromB: number,
  toB: number
): boolean {
  if (toA - fromA !== toB - fromB) return false
  for (let i = fromA, j = fromB; i < toA; i++, j++)
    if (a.charCodeAt(i) !== b.charCodeAt(j)) return false
  return true
}

/** Collects steps; neighbours of one kind become one. */
class Script {
  readonly #edits: WordEdit[] = []
  readonly #a: Stretch
  readonly #b: Stretch
  /** Where the step begins that is being made, and where it has come to. */
  #fromA: number
  #fromB: number
  #atA: number
  #atB: number
  #equal = false

  constructor(a: Stretch, b: Stretch) {
    this.#a = a
    this.#b = b
    this.#fromA = this.#atA = a.span.start
    this.#fromB = this.#atB = b.span.start
  }

  changeUpTo(endA: number, endB: number): void {
    this.#add(false, endA, endB)
  }

  matchUpTo(endA: number, endB: number): void {
    this.#add(isSame(this.#a.text, this.#atA, endA, this.#b.text, this.#atB, endB), endA, endB)
  }

  finish(): WordEdit[] {
    this.#end()
    return this.#edits
  }

  #add(equal: boolean, endA: number, endB: number): void {
    if (this.#atA === endA && this.#atB === endB) return
    if (equal !== this.#equal) this.#end()
    this.#equal = equal
    this.#atA = endA
    this.#atB = endB
  }

  #end(): void {
    const a = { start: this.#fromA, end: this.#atA }
    const b = { start: this.#fromB, end: this.#atB }
    this.#fromA = this.#atA
    this.#fromB = this.#atB
    if (a.start < a.end || b.start < b.end)
      this.#edits.push(step(this.#equal ? 'equal' : 'replace', a, b))
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
