import type { PostingsTables } from '../catalog/postings'
import { asUint32, checksum, IndexDamagedError, pack, unpack, verify } from './codec'

/** Articles whose streams share a row; a power of two. More make fewer rows, and reading and adding single articles dearer. */
const PER_CHUNK = 8
const CHUNK_BITS = 3
/** Most bytes of streams kept in memory: about 100,000 articles of 600 words. Those of a larger library are read when asked for. */
const MOST_KEPT = 128 * 2 ** 20
/** Rows read at once while warming: about 1 ms. */
const WARM_ROWS = 64

/** What a chunk takes in memory beside its words, about. */
const CHUNK_OVERHEAD = 600

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

interface Chunk {
  readonly offsets: Uint32Array
  readonly words: Uint16Array
}

/**
 * The words of every article in order, as hashes: for phrases and nearness. Rows are read when asked for, or ahead by `warm`. What
 * was read stays: questions go through all of them in order, so that forgetting the oldest would forget what is asked for next.
 */
export class Streams {
  readonly #tables: PostingsTables
  readonly #kept: (Chunk | undefined)[] = []
  #keptBytes = 0
  /** Rows up to this one have been read ahead. */
  #warmed = -1

  constructor(tables: PostingsTables) {
    this.#tables = tables
  }

  /** Returns the stream of a document; empty when it has none. */
  of(doc: number): Uint16Array {
    const chunk = this.#chunk(doc >>> CHUNK_BITS)
    const slot = doc & (PER_CHUNK - 1)
    return chunk.words.subarray(chunk.offsets[slot], chunk.offsets[slot + 1])
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
    while (this.#keptBytes < MOST_KEPT) {
      const rows = this.#tables.streams(this.#warmed, WARM_ROWS)
      const last = rows.at(-1)
      if (last === undefined) break
      for (const { id, data, crc } of rows)
        if (this.#kept[id] === undefined) this.#keep(id, this.#opened(id, data, crc))
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
    const before = this.#kept[id]
    if (before !== undefined) this.#keptBytes -= sizeOf(before)
    this.#kept[id] = undefined
    this.#keep(id, { offsets, words })
  }

  #chunk(id: number): Chunk {
    const kept = this.#kept[id]
    if (kept !== undefined) return kept
    const row = this.#tables.stream(id)
    if (row === undefined) return { offsets: new Uint32Array(PER_CHUNK + 1), words: EMPTY }
    const chunk = this.#opened(id, row.data, row.crc)
    this.#keep(id, chunk)
    return chunk
  }

  #keep(id: number, chunk: Chunk): void {
    if (this.#keptBytes + sizeOf(chunk) > MOST_KEPT) return
    // No holes, which would make a slow array of it.
    while (this.#kept.length <= id) this.#kept.push(undefined)
    this.#kept[id] = chunk
    this.#keptBytes += sizeOf(chunk)
  }

  #opened(id: number, data: Uint8Array, crc: number): Chunk {
    verify(data, crc, `stream ${id}`)
    const [offsets, words] = unpack(data)
    if (offsets?.length !== 4 * (PER_CHUNK + 1) || words === undefined) {
      throw new IndexDamagedError(`Cannot read stream ${id}: it has other parts`)
    }
    return {
      offsets: asUint32(offsets),
      words: new Uint16Array(words.buffer, words.byteOffset, words.byteLength >> 1)
    }
  }
}

function sizeOf({ words }: Chunk): number {
  return words.byteLength + CHUNK_OVERHEAD
}
