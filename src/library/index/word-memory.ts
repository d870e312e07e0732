import { compiled, I32, instantiated, newMemory, PAGE, type Memory } from './assembly'

type Find = (from: number, end: number, word: number) => number
type Mean = (from: number, end: number, start: number, into: number) => number

/** Pages by which the memory grows at least: 2 MB. */
const FEWEST_PAGES = 32
/** Words that are looked at together, a line of the processor's cache; so many may be read behind the last. */
const AT_ONCE = 32

/** Text of WebAssembly: i16x8.eq (v128.load offset=… $from) $words */
const equalAt = (offset: number): number[] => [0x20, 0, 0xfd, 0x00, 0, offset, 0x20, 3, 0xfd, 0x2d]
/** br_if 1 ($from >= $end): out of the block around a loop. */
const OUT_AT_END = [0x20, 0, 0x20, 1, 0x4f, 0x0d, 1]
/**
 * `find(from, end, word)`: the first byte of the next word that is equal, from one byte to before another; −1 when there is none.
 * Looks at eight words with one instruction.
 */
const FIND = [
  ...[2, 1, 0x7b], // (local $words v128)
  ...[1, 0x7f], // (local $equal i32)
  ...[0x20, 2, 0xfd, 0x10, 0x21, 3], // $words = i16x8.splat $word
  ...[0x02, 0x40, 0x03, 0x40, ...OUT_AT_END], // block  loop: lines without the word
  ...[...equalAt(0), ...equalAt(16), 0xfd, 0x50], // v128.or
  ...[...equalAt(32), ...equalAt(48), 0xfd, 0x50, 0xfd, 0x50], // v128.or, v128.or
  ...[0xfd, 0x53, 0x0d, 1], // br_if 1 v128.any_true
  ...[0x20, 0, 0x41, 0xc0, 0, 0x6a, 0x21, 0, 0x0c, 0], // $from += 64  br 0
  ...[0x0b, 0x0b, 0x02, 0x40, 0x03, 0x40, ...OUT_AT_END], // end end  block  loop: within a line
  ...[...equalAt(0), 0xfd, 0x84, 1, 0x22, 4, 0x04, 0x40], // if ($equal = i16x8.bitmask …)
  ...[0x20, 0, 0x20, 4, 0x68, 0x41, 1, 0x74, 0x6a, 0x22, 0], // $from += i32.ctz $equal << 1
  ...[0x41, 0x7f, 0x20, 0, 0x20, 1, 0x49, 0x1b, 0x0f], // return ($from < $end ? $from : -1)
  ...[0x0b, 0x20, 0, 0x41, 16, 0x6a, 0x21, 0, 0x0c, 0], // end if  $from += 16  br 0
  ...[0x0b, 0x0b, 0x41, 0x7f, 0x0b] // end end  -1
]

/** Most places that `meant` finds at once. */
export const MOST_MEANT = 2 ** 14
/** Bytes before the words: what each means, and where such words were found. */
const MEANT = 2 ** 16
const WORDS = MEANT + 4 * MOST_MEANT
/**
 * `mean(from, end, start, into)`: writes `place << 8 | meaning` of each word that has a meaning, places counted from one byte on; returns
 * the byte behind. Every word is written, and the next over it if it means nothing: which do cannot be foreseen, and a wrong guess
 * costs more than all else.
 */
const MEAN = [
  ...[1, 1, 0x7f], // (local $meaning i32)
  ...[0x02, 0x40, 0x03, 0x40, ...OUT_AT_END],
  ...[0x20, 0, 0x2f, 1, 0, 0x2d, 0, 0, 0x21, 4], // $meaning = i32.load8_u (i32.load16_u $from)
  ...[0x20, 3, 0x20, 0, 0x20, 2, 0x6b, 0x41, 7, 0x74, 0x20, 4, 0x72, 0x36, 2, 0], // i32.store $into ($from - $start << 7 | $meaning)
  ...[0x20, 3, 0x20, 4, 0x41, 0xff, 1, 0x6a, 0x41, 8, 0x76, 0x41, 2, 0x74, 0x6a, 0x21, 3], // $into += ($meaning + 255 >> 8) << 2
  ...[0x20, 0, 0x41, 2, 0x6a, 0x21, 0, 0x0c, 0], // $from += 2  br 0
  ...[0x0b, 0x0b, 0x20, 3, 0x0b]
]
let module: object | undefined

/** Memory for runs of 16-bit words, in which a word is found fast. Phrases of common words spend their time there. */
export class WordMemory {
  /** All words, until more are taken. */
  words: Uint16Array
  /** Words taken so far. */
  used = 0
  /** What each word means to whoever asks with `meant`, 1…255; 0 for nothing. Until more words are taken. */
  meanings: Uint8Array
  /** What `meant` found, as `place << 8 | meaning`, places counted from where it began; until more words are taken. */
  found: Uint32Array
  readonly #memory: Memory
  readonly #find: Find
  readonly #mean: Mean

  constructor() {
    this.#memory = newMemory(WORDS / PAGE + FEWEST_PAGES)
    const { buffer } = this.#memory
    this.words = new Uint16Array(buffer, WORDS)
    this.meanings = new Uint8Array(buffer, 0, MEANT)
    this.found = new Uint32Array(buffer, MEANT, MOST_MEANT)
    module ??= compiled([
      { name: 'find', parameters: [I32, I32, I32], code: FIND },
      { name: 'mean', parameters: [I32, I32, I32, I32], code: MEAN }
    ])
    /* The module above exports them. */
    const { find, mean } = instantiated(module, this.#memory) as { find: Find; mean: Mean }
    this.#find = find
    this.#mean = mean
  }

  /** Takes room for so many words and returns where it begins. */
  take(count: number): number {
    const start = this.used
    this.used += count
    const missing = 2 * (this.used + AT_ONCE) - this.words.byteLength
    if (missing > 0) {
      this.#memory.grow(Math.max(FEWEST_PAGES, Math.ceil(missing / PAGE)))
      const { buffer } = this.#memory
      this.words = new Uint16Array(buffer, WORDS)
      this.meanings = new Uint8Array(buffer, 0, MEANT)
      this.found = new Uint32Array(buffer, MEANT, MOST_MEANT)
    }
    return start
  }

  /** Returns the next place of a word, from one place to before another; −1 when there is none. */
  next(word: number, from: number, end: number): number {
    const at = this.#find(WORDS + 2 * from, WORDS + 2 * end, word)
    return at < 0 ? -1 : (at - WORDS) >> 1
  }

  /** Puts the words that mean something in `found`, from one place to before another, at most `MOST_MEANT` on; returns how many. */
  meant(from: number, end: number): number {
    const start = WORDS + 2 * from
    return (this.#mean(start, WORDS + 2 * end, start, MEANT) - MEANT) >> 2
  }
}
