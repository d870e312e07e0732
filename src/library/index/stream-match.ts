import { nearMatches, phraseMatches, type Match, type WordPattern } from '../../core/search/match'
import type { Plan } from '../../core/search/plan'
import { expand } from './expand'
import { rowOf } from './neighbours'
import { hashOf, type Stretch } from './stream'
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

/** Most hashes that are compared with each word around a place. */
const MOST_COMPARED = 2

/** Most words sought one after another; for more, every word of a stream is looked up. */
const MOST_SOUGHT = 12

const NO_MEANING = new Uint32Array(0)

/** The rarest word, and what must stand around it. */
interface Anchor {
  readonly hashes: readonly number[]
  /** The only word that is missing to be sure, where few hashes stand for it: comparing a few is faster than looking up in a table. */
  readonly missing: readonly number[] | undefined
  /** The bits of the other words in `#meaning`. */
  readonly others: number
  /** How far from it the others stand at most. */
  readonly reach: number
  /** Whether that is all there is to it. */
  readonly isAll: boolean
}

/** Says whether word streams hold a phrase or nearness. Hashes may deceive; what is shown is checked against the text. */
export class StreamMatcher {
  readonly #shape: Shape
  /** Which patterns each hash may stand for, as bits. */
  readonly #meaning: Uint32Array
  readonly #places: number[][] = []
  readonly #tooMany: boolean
  /** The rows of neighbours that a phrase of plain words has (see `rowOf`); none for anything else. */
  readonly rows: readonly number[]
  /** Set for a phrase of plain words side by side: one hash each, and which of them is the rarest. */
  readonly #plain: { readonly run: readonly number[]; readonly rarest: number } | undefined
  /** Set where all words stand close together: a phrase, or two words near each other. */
  readonly #anchor: Anchor | undefined

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
    const shape = this.#shape
    const rarest = holding.indexOf(Math.min(...holding))
    if (shape.kind === 'phrase' && shape.slop === 0) {
      const run = hashes.flatMap((ofPattern) => (ofPattern.length === 1 ? ofPattern : []))
      if (run.length === shape.words.length) this.#plain = { run, rarest }
    }
    this.rows = rowsOf(this.#plain?.run ?? [])
    this.#anchor = this.#tooMany ? undefined : anchorOf(shape, hashes, rarest)
    const isSimple = this.#plain !== undefined || this.#anchor?.missing !== undefined
    this.#meaning = isSimple ? NO_MEANING : meaningOf(hashes)
    for (let number = 0; number < hashes.length; number++) this.#places.push([])
  }

  holds(stream: Stretch): boolean {
    if (this.#plain !== undefined) return holdsRun(stream, this.#plain.run, this.#plain.rarest)
    if (this.#tooMany) return true
    if (this.#anchor !== undefined) {
      if (this.#anchor.missing !== undefined)
        return meetsAny(stream, this.#anchor, this.#anchor.missing)
      if (!this.#meets(stream, this.#anchor)) return false
      if (this.#anchor.isAll) return true
    }
    this.#locate(stream)
    return this.#matches(this.#shape).length > 0
  }

  /** Says whether all other words stand around the rarest somewhere: looks nowhere else. */
  #meets({ memory, start, end }: Stretch, { hashes, others, reach }: Anchor): boolean {
    const meaning = this.#meaning
    const { words } = memory
    for (const hash of hashes) {
      for (let at = memory.next(hash, start, end); at >= 0; at = memory.next(hash, at + 1, end)) {
        const last = Math.min(end - 1, at + reach)
        let missing = others
        for (let near = Math.max(start, at - reach); near <= last && missing !== 0; near++)
          if (near !== at) missing &= ~(meaning[words[near] ?? 0] ?? 0)
        if (missing === 0) return true
      }
    }
    return false
  }

  #locate({ memory, start, end }: Stretch): void {
    const meaning = this.#meaning
    const { words } = memory
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

/** Returns the bits of the patterns that each hash may stand for. */
function meaningOf(hashes: readonly (readonly number[])[]): Uint32Array {
  const meaning = new Uint32Array(0x10000)
  hashes.forEach((ofPattern, number) => {
    for (const hash of ofPattern) meaning[hash] = (meaning[hash] ?? 0) | (1 << number)
  })
  return meaning
}

/** Returns what is looked for first; undefined where words need not stand close together, or the rarest stands for many. */
function anchorOf(
  shape: Shape,
  hashes: readonly (readonly number[])[],
  rarest: number
): Anchor | undefined {
  const reach = reachOf(shape)
  const ofRarest = hashes[rarest] ?? []
  if (reach === undefined || ofRarest.length > MOST_SOUGHT) return undefined
  const isAll = hashes.length === 2 && !(shape.kind === 'phrase' && shape.slop === 0)
  const missing = isAll ? hashes[1 - rarest] : undefined
  return {
    hashes: ofRarest,
    missing: missing !== undefined && missing.length <= MOST_COMPARED ? missing : undefined,
    others: hashes.reduce((bits, _, word) => (word === rarest ? bits : bits | (1 << word)), 0),
    reach,
    isAll
  }
}

/** Says whether one of a few words stands around one of the rarest somewhere. */
function meetsAny(
  { memory, start, end }: Stretch,
  { hashes, reach }: Anchor,
  missing: readonly number[]
): boolean {
  const { words } = memory
  const [one = 0, other = one] = missing
  for (const hash of hashes) {
    for (let at = memory.next(hash, start, end); at >= 0; at = memory.next(hash, at + 1, end)) {
      const last = Math.min(end - 1, at + reach)
      for (let near = Math.max(start, at - reach); near <= last; near++) {
        const word = words[near]
        if ((word === one || word === other) && near !== at) return true
      }
    }
  }
  return false
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

/** Returns how far from any word of a shape the others stand at most; undefined when that is not known. */
function reachOf(shape: Shape): number | undefined {
  if (shape.kind === 'phrase') return shape.words.length - 1 + shape.slop
  const isPair = shape.kind === 'near' && shape.left.kind === 'word' && shape.right.kind === 'word'
  return isPair ? shape.distance + 1 : undefined
}

function rowsOf(run: readonly number[]): number[] {
  return run.slice(1).map((hash, before) => rowOf(run[before] ?? 0, hash))
}

/** Says whether the words of a run stand side by side; the rarest of them is looked for. */
function holdsRun(
  { memory, start, end }: Stretch,
  run: readonly number[],
  rarest: number
): boolean {
  const { words } = memory
  const anchor = run[rarest] ?? 0
  const from = start + rarest
  for (let at = memory.next(anchor, from, end); at >= 0; at = memory.next(anchor, at + 1, end)) {
    const first = at - rarest
    if (first + run.length > end) return false
    let i = 0
    while (i < run.length && words[first + i] === run[i]) i++
    if (i === run.length) return true
  }
  return false
}
