import type { PostingsTables } from '../catalog/postings'
import { asUint32, checksum, IndexDamagedError, pack, unpack, verify } from './codec'
import { Neighbours } from './neighbours'
import { WordMemory } from './word-memory'

/** Articles whose streams share a row; a power of two. More make fewer rows, and reading and adding single articles dearer. */
const PER_CHUNK = 8
const CHUNK_BITS = 3
/** Most words kept, and what is noted of neighbours: 100,000 articles of 650 words. Others are read when asked for. */
const MOST_KEPT = 80 * 2 ** 20
const KEPT = 1
const NOTED = 2
/** Rows read at once while warming: about 1 ms. */
const WARM_ROWS = 64

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

/** Where the words of a document stand: from `start` to before `end` in a memory. */
export interface Stretch {
  readonly memory: WordMemory
  start: number
  end: number
}

interface Chunk {
  readonly id: number
  readonly offsets: Uint32Array
  readonly words: Uint16Array
}

const NO_CHUNK: Chunk = {
  id: -1,
  offsets: new Uint32Array(PER_CHUNK + 1),
  words: new Uint16Array(0)
}

/**
 * The words of every article in order, as hashes: for phrases and nearness. Rows are read when asked for, or ahead by `warm`. What
 * was read stays: questions go through all of them in order, so that forgetting the oldest would forget what is asked for next.
 */
export class Streams {
  readonly #tables: PostingsTables
  readonly #mostKept: number
  /** Where the words that are kept stand. */
  readonly memory = new WordMemory()
  /** Of the documents that are kept. */
  readonly #neighbours = new Neighbours()
  /** Where the words of each document begin in memory, and how many there are. */
  #starts = new Uint32Array(1024)
  #lengths = new Uint32Array(1024)
  /** What is kept in memory of each document: nothing, its words (`KEPT`), its neighbours too (`NOTED`). */
  #kept = new Uint8Array(1024)
  #isFull = false
  #last = NO_CHUNK
  /** Where the words of a document stand that are not kept, and for how many there is room. */
  #guest = { start: 0, room: 0 }
  readonly #stretch: Stretch = { memory: this.memory, start: 0, end: 0 }
  /** Rows up to this one have been read ahead. */
  #warmed = -1

  /** @param mostKept - words in memory, and what is noted of neighbours, in units of 16 bits */
  constructor(tables: PostingsTables, mostKept = MOST_KEPT) {
    this.#tables = tables
    this.#mostKept = mostKept
  }

  /** Returns where the stream of a document stands, until the next call; empty when it has none. */
  of(doc: number): Stretch {
    const stretch = this.#stretch
    if (!this.#has(doc)) {
      const chunk = this.#chunk(doc >>> CHUNK_BITS)
      // Reading a row may have kept it.
      if (!this.#has(doc)) return this.#asGuest(chunk, doc & (PER_CHUNK - 1))
    }
    stretch.start = this.#starts[doc] ?? 0
    stretch.end = stretch.start + (this.#lengths[doc] ?? 0)
    return stretch
  }

  /** Says whether a document may hold neighbours of all these rows (see `rowOf`); false is sure. */
  mayHold(doc: number, rows: readonly number[]): boolean {
    if (this.#kept[doc] !== NOTED) return true
    for (const row of rows) if (!this.#neighbours.mayHold(doc, row)) return false
    return true
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
    while (!this.#isFull) {
      const rows = this.#tables.streams(this.#warmed, WARM_ROWS)
      const last = rows.at(-1)
      if (last === undefined) break
      for (const { id, data, crc } of rows) this.#keepAll(opened(id, data, crc), true)
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
    for (const [doc, stream] of entries) {
      this.#keep(doc, stream)
      this.#note(doc, stream)
    }
  }

  #has(doc: number): boolean {
    return (this.#kept[doc] ?? 0) >= KEPT
  }

  /** Reads a row, unless it was the last one read or written: neighbours are asked for one after another. */
  #chunk(id: number): Chunk {
    if (this.#last.id === id) return this.#last
    const row = this.#tables.stream(id)
    if (row === undefined) return NO_CHUNK
    this.#last = opened(id, row.data, row.crc)
    // Neighbours can wait: those of a few articles lie far apart, and noting them costs more than looking at the articles.
    this.#keepAll(this.#last, false)
    return this.#last
  }

  #keepAll({ id, offsets, words }: Chunk, noting: boolean): void {
    for (let slot = 0; slot < PER_CHUNK; slot++) {
      const doc = id * PER_CHUNK + slot
      const part = words.subarray(offsets[slot], offsets[slot + 1])
      // An empty stream may be one that is yet to be written.
      if (part.length === 0) continue
      if (!this.#has(doc)) this.#keep(doc, part)
      if (noting) this.#note(doc, part)
    }
  }

  #keep(doc: number, stream: Uint16Array): void {
    this.#isFull ||= this.memory.used + this.#neighbours.size + stream.length > this.#mostKept
    if (this.#isFull) return
    if (doc >= this.#kept.length) this.#grow(doc)
    const start = this.memory.take(stream.length)
    this.memory.words.set(stream, start)
    this.#starts[doc] = start
    this.#lengths[doc] = stream.length
    this.#kept[doc] = KEPT
  }

  #note(doc: number, stream: Uint16Array): void {
    if (this.#kept[doc] !== KEPT) return
    this.#neighbours.add(doc, stream)
    this.#kept[doc] = NOTED
  }

  /** Puts words that are not kept where they can be searched. */
  #asGuest({ offsets, words }: Chunk, slot: number): Stretch {
    const part = words.subarray(offsets[slot], offsets[slot + 1])
    if (part.length > this.#guest.room) {
      const room = 2 * part.length
      this.#guest = { start: this.memory.take(room), room }
    }
    const { start } = this.#guest
    this.memory.words.set(part, start)
    const stretch = this.#stretch
    stretch.start = start
    stretch.end = start + part.length
    return stretch
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
