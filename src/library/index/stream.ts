import type { PostingsTables } from '../catalog/postings'
import { asUint32, checksum, IndexDamagedError, pack, unpack, verify } from './codec'

/** Articles whose streams share a row; a power of two. More make fewer rows, and reading and adding single articles dearer. */
const PER_CHUNK = 8
const CHUNK_BITS = 3
/** Words in a piece of memory for streams: 2 MB. Larger ones waste more at the end. */
const SLAB_WORDS = 2 ** 20
/** Most pieces kept: 100,000 articles of 650 words with their pairs. Streams of a larger library are read when asked for. */
const MOST_SLABS = 80
/**
 * Bits, for each word of an article, that tell which pairs of neighbours it has; rounded up to a power of two. More take memory and
 * let fewer articles pass that lack the pair: a quarter to two fifths with these.
 */
const PAIR_BITS = 2
/** Rows read at once while warming: about 1 ms. */
const WARM_ROWS = 64

const EMPTY = new Uint16Array(0)

/**
 * Returns the 16-bit hash under which a word stands in a stream; never 0. Two words may share one: a stream rules articles out
 * and finds candidates, what is shown is checked against the text.
 * Source: FNV-1a, folded.
 */
export function hashOf(term: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < term.length; i++) {
    hash ^= term.charCodeAt(i)
    hash = Math.imul(hash, 0x01000193)
  }
  const folded = ((hash >>> 16) ^ hash) & 0xffff
  return folded === 0 ? 1 : folded
}

/**
 * Where the words of a document stand: from `words[start]` to before `words[end]`. After them stand `pairs` elements with a bit for
 * every pair of neighbours, 0 when that is not known; see `mayHavePair`.
 */
export interface Stretch {
  words: Uint16Array
  /** The same memory, two words to an element. */
  twos: Int32Array
  start: number
  end: number
  pairs: number
}

/**
 * Returns the next place of a word in a stretch, −1 when there is none. Looks at two words at a time: phrases of common words spend
 * nearly all their time here.
 * Source: "Determine if a word has a zero byte", Anderson, Bit Twiddling Hacks.
 */
export function nextPlace({ words, twos, end }: Stretch, word: number, from: number): number {
  let at = from
  if (at % 2 === 1 && at < end) {
    if (words[at] === word) return at
    at++
  }
  const both = (word << 16) | word
  const last = end >>> 1
  for (let two = at >>> 1; two < last; two++) {
    const apart = (twos[two] ?? 0) ^ both
    if (((apart - 0x00010001) & ~apart & 0x80008000) === 0) continue
    if (words[2 * two] === word) return 2 * two
    if (words[2 * two + 1] === word) return 2 * two + 1
  }
  return end % 2 === 1 && at < end && words[end - 1] === word ? end - 1 : -1
}

/**
 * Says whether a word may stand right before another; false is sure.
 * Source: Bloom, "Space/time trade-offs in hash coding with allowable errors", CACM 13 (1970), with one hash.
 */
export function mayHavePair({ words, end, pairs }: Stretch, first: number, second: number): boolean {
  if (pairs === 0) return true
  const bit = pairBit(first, second) & (16 * pairs - 1)
  return ((words[end + (bit >>> 4)] ?? 0) & (1 << (bit & 15))) !== 0
}

function pairBit(first: number, second: number): number {
  const mixed = Math.imul(first ^ Math.imul(second, 0x9e3779b1), 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}

interface Chunk {
  readonly id: number
  readonly offsets: Uint32Array
  readonly words: Uint16Array
}

const twosOf = ({ buffer, byteOffset, length }: Uint16Array): Int32Array =>
  new Int32Array(buffer, byteOffset, length >>> 1)

const NO_CHUNK: Chunk = { id: -1, offsets: new Uint32Array(PER_CHUNK + 1), words: EMPTY }

/**
 * The words of every article in order, as hashes: for phrases and nearness. Rows are read when asked for, or ahead by `warm`. What
 * was read stays: questions go through all of them in order, so that forgetting the oldest would forget what is asked for next.
 */
export class Streams {
  readonly #tables: PostingsTables
  readonly #slabs: { readonly words: Uint16Array; readonly twos: Int32Array }[] = []
  #slabUsed = SLAB_WORDS
  /** Where the words of each document begin among those of all slabs, and how many there are. */
  #starts = new Uint32Array(1024)
  #lengths = new Uint32Array(1024)
  /** For each document whether its words are in a slab. */
  #kept = new Uint8Array(1024)
  #last = NO_CHUNK
  readonly #stretch: Stretch = { words: EMPTY, twos: twosOf(EMPTY), start: 0, end: 0, pairs: 0 }
  /** Rows up to this one have been read ahead. */
  #warmed = -1

  constructor(tables: PostingsTables) {
    this.#tables = tables
  }

  /** Returns where the stream of a document stands, until the next call; empty when it has none. */
  of(doc: number): Stretch {
    const stretch = this.#stretch
    if (this.#kept[doc] === 1) {
      const start = this.#starts[doc] ?? 0
      const slab = this.#slabs[Math.floor(start / SLAB_WORDS)]
      if (slab !== undefined) {
        stretch.words = slab.words
        stretch.twos = slab.twos
      }
      stretch.start = start % SLAB_WORDS
      stretch.end = stretch.start + (this.#lengths[doc] ?? 0)
      stretch.pairs = pairsOf(this.#lengths[doc] ?? 0)
      return stretch
    }
    const chunk = this.#chunk(doc >>> CHUNK_BITS)
    const slot = doc & (PER_CHUNK - 1)
    stretch.words = chunk.words
    stretch.twos = twosOf(chunk.words)
    stretch.start = chunk.offsets[slot] ?? 0
    stretch.end = chunk.offsets[slot + 1] ?? 0
    stretch.pairs = 0
    return stretch
  }

  /** Writes the streams of documents; those of one row go together. */
  add(streams: ReadonlyMap<number, Uint16Array>): void {
    const byChunk = new Map<number, [number, Uint16Array][]>()
    for (const entry of streams) {
      const id = entry[0] >>> CHUNK_BITS
      const entries = byChunk.get(id)
      if (entries === undefined) byChunk.set(id, [entry])
      else entries.push(entry)
    }
    for (const [id, entries] of byChunk) this.#write(id, entries)
  }

  /** Reads rows ahead until a time on the clock, as far as memory for them goes. Answers false when there is nothing to do. */
  warm(until: number): boolean {
    let worked = false
    while (this.#slabs.length < MOST_SLABS) {
      const rows = this.#tables.streams(this.#warmed, WARM_ROWS)
      const last = rows.at(-1)
      if (last === undefined) break
      for (const { id, data, crc } of rows) this.#keepAll(opened(id, data, crc))
      this.#warmed = last.id
      worked = true
      if (performance.now() >= until) break
    }
    return worked
  }

  #write(id: number, entries: readonly [number, Uint16Array][]): void {
    const old = this.#chunk(id)
    const parts = Array.from({ length: PER_CHUNK }, (_, slot) =>
      old.words.subarray(old.offsets[slot], old.offsets[slot + 1])
    )
    for (const [doc, stream] of entries) parts[doc & (PER_CHUNK - 1)] = stream
    const offsets = new Uint32Array(PER_CHUNK + 1)
    parts.forEach((part, slot) => (offsets[slot + 1] = (offsets[slot] ?? 0) + part.length))
    const words = new Uint16Array(offsets[PER_CHUNK] ?? 0)
    parts.forEach((part, slot) => words.set(part, offsets[slot]))
    const data = pack([offsets, words])
    this.#tables.setStream(id, data, checksum(data))
    this.#last = { id, offsets, words }
    for (const [doc, stream] of entries) this.#keep(doc, stream)
  }

  /** Reads a row, unless it was the last one read or written: neighbours are asked for one after another. */
  #chunk(id: number): Chunk {
    if (this.#last.id === id) return this.#last
    const row = this.#tables.stream(id)
    if (row === undefined) return NO_CHUNK
    this.#last = opened(id, row.data, row.crc)
    this.#keepAll(this.#last)
    return this.#last
  }

  #keepAll({ id, offsets, words }: Chunk): void {
    for (let slot = 0; slot < PER_CHUNK; slot++) {
      const doc = id * PER_CHUNK + slot
      const part = words.subarray(offsets[slot], offsets[slot + 1])
      // An empty stream may be one that is yet to be written.
      if (part.length > 0 && this.#kept[doc] !== 1) this.#keep(doc, part)
    }
  }

  #keep(doc: number, stream: Uint16Array): void {
    const pairs = pairsOf(stream.length)
    const size = stream.length + pairs
    if (size > SLAB_WORDS) return
    if (this.#slabUsed + size > SLAB_WORDS) {
      if (this.#slabs.length >= MOST_SLABS) return
      const words = new Uint16Array(SLAB_WORDS)
      this.#slabs.push({ words, twos: twosOf(words) })
      this.#slabUsed = 0
    }
    if (doc >= this.#kept.length) this.#grow(doc)
    const slab = this.#slabs.at(-1)?.words ?? EMPTY
    slab.set(stream, this.#slabUsed)
    notePairs(slab, this.#slabUsed, this.#slabUsed + stream.length, 16 * pairs - 1)
    this.#starts[doc] = (this.#slabs.length - 1) * SLAB_WORDS + this.#slabUsed
    this.#lengths[doc] = stream.length
    this.#kept[doc] = 1
    this.#slabUsed += size
  }

  #grow(doc: number): void {
    const size = 2 ** Math.ceil(Math.log2(doc + 1))
    const grown = (from: Uint32Array): Uint32Array<ArrayBuffer> => {
      const to = new Uint32Array(size)
      to.set(from)
      return to
    }
    this.#starts = grown(this.#starts)
    this.#lengths = grown(this.#lengths)
    const kept = new Uint8Array(size)
    kept.set(this.#kept)
    this.#kept = kept
  }
}

/** Elements for the pairs of so many words. */
function pairsOf(words: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, (PAIR_BITS * words) / 16)))
}

function notePairs(slab: Uint16Array, start: number, end: number, mask: number): void {
  for (let at = start + 1; at < end; at++) {
    const bit = pairBit(slab[at - 1] ?? 0, slab[at] ?? 0) & mask
    const place = end + (bit >>> 4)
    slab[place] = (slab[place] ?? 0) | (1 << (bit & 15))
  }
}

function opened(id: number, data: Uint8Array, crc: number): Chunk {
  verify(data, crc, `stream ${id}`)
  const [offsets, words] = unpack(data)
  if (offsets?.length !== 4 * (PER_CHUNK + 1) || words === undefined) {
    throw new IndexDamagedError(`Cannot read stream ${id}: it has other parts`)
  }
  return {
    id,
    offsets: asUint32(offsets),
    words: new Uint16Array(words.buffer, words.byteOffset, words.byteLength >> 1)
  }
}
