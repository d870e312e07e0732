import { nearMatches, phraseMatches, type Match, type WordPattern } from '../../core/search/match'
import type { Plan } from '../../core/search/plan'
import { expand } from './expand'
import { hashOf, mayHavePair, nextPlace, type Stretch } from './stream'
import type { Vocabulary } from './vocabulary'

/** A phrase, nearness, or word in the language of streams: the number of a word pattern instead of words. */
type Shape =
  | { readonly kind: 'word'; readonly word: number }
  | { readonly kind: 'phrase'; readonly words: readonly number[]; readonly slop: number }
  | {
      readonly kind: 'near'
      readonly left: Shape
      readonly right: Shape
      readonly distance: number
    }
  | { readonly kind: 'or'; readonly parts: readonly Shape[] }

/** Most word patterns looked for; each is a bit. With more, every candidate passes and the text decides. */
const MOST_PATTERNS = 31

interface Pair {
  /** The hashes of the rarer word, which is looked for. */
  readonly rarer: readonly number[]
  /** The bit of the other in `#meaning`, which is looked for around it. */
  readonly other: number
  readonly apart: number
}

/** Says whether word streams hold a phrase or nearness. Hashes may deceive; what is shown is checked against the text. */
export class StreamMatcher {
  readonly #shape: Shape
  /** Which patterns each hash may stand for, as bits. */
  readonly #meaning = new Uint32Array(0x10000)
  readonly #places: number[][] = []
  readonly #tooMany: boolean
  /** Set for a phrase of plain words side by side: one hash each, and which of them is the rarest. */
  readonly #plain: { readonly run: readonly number[]; readonly rarest: number } | undefined
  /** Set for two words near each other. */
  readonly #pair: Pair | undefined

  constructor(plan: Plan, vocabulary: Vocabulary) {
    const hashes: number[][] = []
    const holding: number[] = []
    const learn = (pattern: WordPattern, open: boolean): number => {
      const { exact, others } = expand(pattern, open, vocabulary)
      const words = [exact, ...others]
      hashes.push(words.map(hashOf))
      holding.push(words.reduce((sum, word) => sum + vocabulary.documentsWith(word), 0))
      return hashes.length - 1
    }
    this.#shape = shapeOf(plan, learn)
    this.#tooMany = hashes.length > MOST_PATTERNS
    hashes.forEach((ofPattern, number) => {
      this.#places.push([])
      for (const hash of ofPattern) this.#meaning[hash] = (this.#meaning[hash] ?? 0) | (1 << number)
    })
    const shape = this.#shape
    if (shape.kind === 'phrase' && shape.slop === 0) {
      const run = hashes.flatMap((ofPattern) => (ofPattern.length === 1 ? ofPattern : []))
      const rarest = holding.indexOf(Math.min(...holding))
      if (run.length === shape.words.length) this.#plain = { run, rarest }
    }
    if (shape.kind !== 'near' || shape.left.kind !== 'word' || shape.right.kind !== 'word') return
    const [left, right] = [shape.left.word, shape.right.word]
    const leftRarer = (holding[left] ?? 0) < (holding[right] ?? 0)
    const [rarer, other] = leftRarer ? [left, right] : [right, left]
    this.#pair = { rarer: hashes[rarer] ?? [], other: 1 << other, apart: shape.distance + 1 }
  }

  holds(stream: Stretch): boolean {
    if (this.#plain !== undefined) return holdsRun(stream, this.#plain.run, this.#plain.rarest)
    if (this.#tooMany) return true
    if (this.#pair !== undefined) return this.#meets(stream, this.#pair)
    this.#locate(stream)
    const shape = this.#shape
    if (shape.kind === 'near' && shape.left.kind === 'word' && shape.right.kind === 'word') {
      return meet(this.#of(shape.left.word), this.#of(shape.right.word), shape.distance + 1)
    }
    return this.#matches(shape).length > 0
  }

  /** Says whether one of two words stands near the other: looks around the rarer one only. */
  #meets(stream: Stretch, { rarer, other, apart }: Pair): boolean {
    const meaning = this.#meaning
    const { words, start, end } = stream
    for (const hash of rarer) {
      for (let at = nextPlace(stream, hash, start); at >= 0; at = nextPlace(stream, hash, at + 1)) {
        const last = Math.min(end - 1, at + apart)
        for (let near = Math.max(start, at - apart); near <= last; near++) {
          if (near !== at && ((meaning[words[near] ?? 0] ?? 0) & other) !== 0) return true
        }
      }
    }
    return false
  }

  #locate({ words, start, end }: Stretch): void {
    const meaning = this.#meaning
    for (const list of this.#places) list.length = 0
    for (let at = start; at < end; at++) {
      let bits = meaning[words[at] ?? 0] ?? 0
      while (bits !== 0) {
        this.#places[31 - Math.clz32(bits & -bits)]?.push(at - start)
        bits &= bits - 1
      }
    }
  }

  #of(word: number): readonly number[] {
    return this.#places[word] ?? []
  }

  #matches(shape: Shape): Match[] {
    switch (shape.kind) {
      case 'word':
        return this.#of(shape.word).map((at) => ({ first: at, last: at, held: [at] }))
      case 'phrase':
        return phraseMatches(
          shape.words.map((word) => this.#of(word)),
          shape.slop
        )
      case 'near':
        return nearMatches(this.#matches(shape.left), this.#matches(shape.right), shape.distance)
      case 'or':
        return shape.parts
          .flatMap((part) => this.#matches(part))
          .sort((a, b) => a.first - b.first || a.last - b.last)
    }
  }
}

function shapeOf(plan: Plan, learn: (pattern: WordPattern, open: boolean) => number): Shape {
  switch (plan.kind) {
    case 'word':
      return { kind: 'word', word: learn(plan.pattern, plan.open) }
    case 'phrase': {
      const words = plan.patterns.map((pattern) => learn(pattern, false))
      return { kind: 'phrase', words, slop: plan.slop }
    }
    case 'near':
      return {
        kind: 'near',
        left: shapeOf(plan.left, learn),
        right: shapeOf(plan.right, learn),
        distance: plan.distance
      }
    case 'or':
      return { kind: 'or', parts: plan.parts.map((part) => shapeOf(part, learn)) }
    default:
      return { kind: 'or', parts: [] }
  }
}

/** Says whether the words of a run stand side by side; the rarest of them is looked for. */
function holdsRun(stream: Stretch, run: readonly number[], rarest: number): boolean {
  for (let i = 1; i < run.length; i++)
    if (!mayHavePair(stream, run[i - 1] ?? 0, run[i] ?? 0)) return false
  const { words, start, end } = stream
  const anchor = run[rarest] ?? 0
  const from = start + rarest
  for (let at = nextPlace(stream, anchor, from); at >= 0; at = nextPlace(stream, anchor, at + 1)) {
    const first = at - rarest
    if (first + run.length > end) return false
    let i = 0
    while (i < run.length && words[first + i] === run[i]) i++
    if (i === run.length) return true
  }
  return false
}

/** Says whether a place of one list is at most `apart` from another place of the other. Both ascend. */
function meet(a: readonly number[], b: readonly number[], apart: number): boolean {
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const distance = (a[i] ?? 0) - (b[j] ?? 0)
    if (distance !== 0 && Math.abs(distance) <= apart) return true
    if (distance === 0 && meetsNext(a, i, b, j, apart)) return true
    if (distance <= 0) i++
    else j++
  }
  return false
}

function meetsNext(
  a: readonly number[],
  i: number,
  b: readonly number[],
  j: number,
  apart: number
): boolean {
  const next = Math.min(a[i + 1] ?? Infinity, b[j + 1] ?? Infinity)
  return next - (a[i] ?? 0) <= apart
}
