import { compiled, F32, I32, instantiated, newMemory, PAGE } from './assembly'

/*
 * What is counted of a document stands in one number: how often it holds other words (20 bits), how often the word that is asked
 * for (5 bits: at most its slots), and whether that stands in its title.
 */
export const OTHERS = 0xfffff
export const OWN_SHIFT = 20
export const OWN = 31
export const TITLED = 1 << 25

/** What counts how much for a document's score, rounded to 32 bits. */
export interface Weights {
  /** Of very many times the word that is asked for; above 0. */
  readonly own: number
  /** Of very many times that and all others; 0 when there are no others. */
  readonly all: number
  /** Added for a word in the title. */
  readonly title: number
}

type Add = (from: number, end: number, counts: number, unit: number) => void
type Held = (counts: number, end: number, norms: number, infinite: number) => number
type Next = (from: number, end: number, least: number) => number
type Score = (
  counts: number,
  end: number,
  norms: number,
  scores: number,
  befores: number,
  own: number,
  all: number,
  title: number,
  any: number,
  plus: number
) => number

const V128 = 0x7b
const get = (local: number): number[] => [0x20, local]
const set = (local: number): number[] => [0x21, local]
const simd = (code: number): number[] =>
  code < 128 ? [0xfd, code] : [0xfd, (code & 127) | 128, code >> 7]
const load = (local: number): number[] => [...get(local), ...simd(0x00), 0, 0]
const moved = (local: number, bytes: number): number[] => [
  ...[...get(local), 0x41, bytes, 0x6a],
  ...set(local)
]
const [STORE, AND, OR] = [[...simd(0x0b), 0, 0], simd(0x4e), simd(0x50)]
const [SPLAT, SPLAT_FLOAT, TO_FLOAT] = [simd(0x11), simd(0x13), simd(0xfb)]
const [SHIFT_LEFT, SHIFT_SIGNED, SHIFT_RIGHT] = [simd(0xab), simd(0xac), simd(0xad)]
const [PLUS, TIMES, BY] = [simd(0xe4), simd(0xe6), simd(0xe7)]
/** block  loop  br_if 1 ($0 >= $1) */
const LOOP = [0x02, 0x40, 0x03, 0x40, ...get(0), ...get(1), 0x4f, 0x0d, 1]
/** br 0  end  end */
const AGAIN = [0x0c, 0, 0x0b, 0x0b]

/** `add(from, end, counts, unit)`: adds bytes, times a unit, to counts; four at a time. */
const ADD = [
  ...[1, 1, V128], // (local $4 v128)
  ...[...get(3), ...SPLAT, ...set(4)],
  ...LOOP,
  ...[...get(2), ...load(2)],
  ...[...get(0), ...simd(0x5c), 0, 0, ...simd(0x89), ...simd(0xa9)], // v128.load32_zero, widened to 32 bits twice
  ...[...get(4), ...simd(0xb5), ...simd(0xae), ...STORE], // i32x4.mul, i32x4.add
  ...[...moved(0, 4), ...moved(2, 16), ...AGAIN],
  ...[0x41, 0, 0x0b]
]

const [COUNTS, NORMS, SCORES, BEFORES, W_OWN, W_ALL, W_TITLE, ANY, ADDS] = [
  0, 2, 3, 4, 5, 6, 7, 8, 9
]
const [MEMBERS, COUNT, NORM, OF_OWN, OF_ALL, SCORE, BEFORE, MATTERS] = [
  10, 11, 12, 13, 14, 15, 16, 17
]
/** What does not change, four times each. */
const [OWNS, ALLS, TITLES, ANYS, ADDED, ZEROS, OWN_BITS, OTHER_BITS] = [
  18, 19, 20, 21, 22, 23, 24, 25
]
/** weight · f / (f + norm) */
const saturated = (weight: number, frequency: number): number[] => [
  ...[...get(weight), ...get(frequency), ...TIMES],
  ...[...get(frequency), ...get(NORM), ...PLUS, ...BY]
]
const IS_ABOVE_0 = [...get(ZEROS), ...simd(0x44)]
/** `score(…)`: what `scoreOf` says, of four documents at a time; returns how many have a score. Counts are 0 afterwards. */
const SCORE_ALL = [
  ...[2, 1, I32, 15, V128], // (local $10 i32) (local $11 … $25 v128)
  ...[...get(W_OWN), ...SPLAT_FLOAT, ...set(OWNS), ...get(W_ALL), ...SPLAT_FLOAT, ...set(ALLS)],
  ...[...get(W_TITLE), ...SPLAT_FLOAT, ...set(TITLES)],
  ...[...get(ANY), ...SPLAT, ...set(ANYS), ...get(ADDS), ...SPLAT, ...set(ADDED)],
  ...[0x41, OWN, ...SPLAT, ...set(OWN_BITS), 0x41, 0xff, 0xff, 0x3f, ...SPLAT, ...set(OTHER_BITS)],
  ...LOOP,
  ...[...load(COUNTS), ...set(COUNT), ...load(BEFORES), ...set(BEFORE)],
  ...[...get(COUNTS), ...get(ZEROS), ...STORE, ...get(SCORES), ...get(ZEROS), ...STORE],
  ...[...get(BEFORE), ...IS_ABOVE_0, ...get(ANYS), ...OR, 0x22, MATTERS],
  ...[...get(COUNT), ...AND, ...simd(0x53), 0x04, 0x40], // if (v128.any_true …): most documents hold no rare word
  ...[...load(NORMS), ...set(NORM)],
  ...[...get(COUNT), 0x41, OWN_SHIFT, ...SHIFT_RIGHT, ...get(OWN_BITS), ...AND, ...TO_FLOAT],
  ...[
    0x22,
    OF_OWN,
    ...get(COUNT),
    ...get(OTHER_BITS),
    ...AND,
    ...TO_FLOAT,
    ...PLUS,
    ...set(OF_ALL)
  ],
  ...[...saturated(OWNS, OF_OWN), ...saturated(ALLS, OF_ALL), ...PLUS, 0x22, SCORE],
  ...[...get(TITLES)],
  ...[...get(COUNT), 0x41, 6, ...SHIFT_LEFT, 0x41, 31, ...SHIFT_SIGNED, ...AND], // all bits where it is titled
  ...[...get(SCORE), ...IS_ABOVE_0, ...AND, ...PLUS, 0x22, SCORE],
  ...[...get(BEFORE), ...get(ADDED), ...AND, ...PLUS],
  ...[...get(SCORE), ...IS_ABOVE_0, ...AND, ...get(MATTERS), ...AND, ...set(SCORE)],
  ...[...get(SCORES), ...get(SCORE), ...STORE],
  ...[...get(MEMBERS), ...get(SCORE), ...IS_ABOVE_0, ...simd(0xa4), 0x69, 0x6a, ...set(MEMBERS)], // + i32.popcnt (i32x4.bitmask …)
  0x0b, // end if
  ...[...moved(COUNTS, 16), ...moved(NORMS, 16), ...moved(SCORES, 16), ...moved(BEFORES, 16)],
  ...AGAIN,
  ...[...get(MEMBERS), 0x0b]
]

/** `held(counts, end, norms, infinite)`: how many documents with a count are not gone, four at a time. */
const HELD = [
  ...[2, 1, I32, 2, V128], // (local $4 i32) (local $5 $6 v128)
  ...[...get(3), ...SPLAT_FLOAT, ...set(6)],
  ...LOOP,
  ...[...load(0), ...get(5), ...simd(0x38)], // i32x4.ne $counts 0
  ...[...load(2), ...get(6), ...simd(0x43), ...AND], // f32x4.lt $norms infinite
  ...[...simd(0xa4), 0x69, ...get(4), 0x6a, ...set(4)], // + i32.popcnt (i32x4.bitmask …)
  ...[...moved(0, 16), ...moved(2, 16), ...AGAIN],
  ...[...get(4), 0x0b]
]

/** f32x4.ge (v128.load offset=… $from) $least */
const reaches = (offset: number): number[] => [
  ...[...get(0), ...simd(0x00), 0, offset],
  ...[...get(4), ...simd(0x46)]
]
/** `next(from, end, least)`: the first byte of the next number that is not below; −1 when there is none. Sixteen, then four at a time. */
const NEXT = [
  ...[2, 1, I32, 1, V128], // (local $3 i32) (local $4 v128)
  ...[...get(2), ...SPLAT_FLOAT, ...set(4)],
  ...[0x02, 0x40, 0x03, 0x40, ...get(0), 0x41, 0xc0, 0, 0x6a, ...get(1), 0x4b, 0x0d, 1], // block  loop  br_if 1 ($0 + 64 > $1)
  ...[...reaches(0), ...reaches(16), ...OR, ...reaches(32), ...reaches(48), ...OR, ...OR],
  ...[...simd(0x53), 0x0d, 1, ...get(0), 0x41, 0xc0, 0, 0x6a, ...set(0), ...AGAIN], // br_if 1 v128.any_true
  ...LOOP,
  ...[...reaches(0), ...simd(0xa4), 0x22, 3, 0x04, 0x40], // if ($3 = i32x4.bitmask …)
  ...[...get(0), ...get(3), 0x68, 0x41, 2, 0x74, 0x6a, ...set(0)], // $from += i32.ctz $3 << 2
  ...[...get(0), 0x41, 0x7f, ...get(0), ...get(1), 0x49, 0x1b, 0x0f, 0x0b], // return ($from < $end ? $from : -1)
  ...[...moved(0, 16), ...AGAIN],
  ...[0x41, 0x7f, 0x0b]
]

let module: object | undefined

/** Sets of scores for which there is room: more than most queries use. Those that are never taken cost no memory. */
const SETS = 32

/** Counts and scores of all documents of a library, side by side in memory that is gone through four at a time. */
export class TallyMemory {
  /** More than the highest document number. */
  readonly capacity: number
  readonly counts: Uint32Array
  /** BM25's length part of each document; infinite for those that are gone. */
  readonly norms: Float32Array
  readonly #buffer: ArrayBuffer
  readonly #bytes: Uint8Array
  /** Where the next set of scores stands, and where there is room for none. */
  #next: number
  readonly #add: Add
  readonly #held: Held
  readonly #find: Next
  readonly #score: Score

  constructor(capacity: number) {
    const size = 16 * Math.ceil(capacity / 16)
    this.#next = 9 * size + 16
    const memory = newMemory(Math.ceil((this.#next + SETS * 4 * size) / PAGE))
    this.capacity = size
    this.#buffer = memory.buffer
    this.counts = new Uint32Array(memory.buffer, 0, size)
    this.norms = new Float32Array(memory.buffer, 4 * size, size)
    this.#bytes = new Uint8Array(memory.buffer, 8 * size, size + 16)
    module ??= compiled([
      { name: 'add', parameters: [I32, I32, I32, I32], code: ADD },
      { name: 'held', parameters: [I32, I32, I32, F32], code: HELD },
      { name: 'next', parameters: [I32, I32, F32], code: NEXT },
      {
        name: 'score',
        parameters: [I32, I32, I32, I32, I32, F32, F32, F32, I32, I32],
        code: SCORE_ALL
      }
    ])
    /* The module above exports them. */
    const { add, held, next, score } = instantiated(module, memory) as {
      add: Add
      held: Held
      next: Next
      score: Score
    }
    this.#add = add
    this.#held = held
    this.#find = next
    this.#score = score
  }

  /** Returns room for the scores of all documents, 0 each; undefined when there is none left. */
  takeScores(): Float32Array | undefined {
    const at = this.#next
    if (at + 4 * this.capacity > this.#buffer.byteLength) return undefined
    this.#next += 4 * this.capacity
    return new Float32Array(this.#buffer, at, this.capacity)
  }

  /** Says whether scores stand in this memory: only with those `next` and `score` work. */
  owns(scores: Float32Array): boolean {
    return scores.buffer === this.#buffer
  }

  /** Adds a byte for each document from the first on, times a unit, to their counts. */
  add(bytes: Uint8Array, first: number, unit: number): void {
    this.#bytes.set(bytes)
    // The last four may reach beyond.
    this.#bytes.fill(0, bytes.length, bytes.length + 4)
    const from = this.#bytes.byteOffset
    this.#add(from, from + bytes.length, 4 * first, unit)
  }

  /** Returns how many living documents have a count. */
  living(): number {
    return this.#held(0, this.counts.byteLength, this.norms.byteOffset, Infinity)
  }

  /** Returns the next document, from one on, whose score is not below a number above 0; −1 when there is none. */
  next({ byteOffset, byteLength }: Float32Array, from: number, least: number): number {
    const found = this.#find(byteOffset + 4 * from, byteOffset + byteLength, least)
    return found < 0 ? -1 : (found - byteOffset) / 4
  }

  /**
   * Writes the score of every document, 0 for none, returns how many have one, and makes all counts 0.
   *
   * @param before - scores of the only documents that matter; may be `into` itself
   * @param plus - whether those are added as well
   */
  score(
    { own, all, title }: Weights,
    into: Float32Array,
    before: Float32Array | undefined,
    plus: boolean
  ): number {
    return this.#score(
      0,
      this.counts.byteLength,
      this.norms.byteOffset,
      into.byteOffset,
      (before ?? into).byteOffset,
      own,
      all,
      title,
      before === undefined ? -1 : 0,
      plus ? -1 : 0
    )
  }
}

/** Returns the score of a document by its count; 0 when it does not hold the words or is gone. Rounds as 32-bit numbers do. */
export function scoreOf(count: number, norm: number, { own, all, title }: Weights): number {
  const { fround } = Math
  const ofOwn = (count >>> OWN_SHIFT) & OWN
  const ofAll = ofOwn + (count & OTHERS)
  let score = fround(fround(own * ofOwn) / fround(ofOwn + norm))
  if (all > 0) score = fround(score + fround(fround(all * ofAll) / fround(ofAll + norm)))
  return score > 0 && (count & TITLED) !== 0 ? fround(score + title) : score
}
