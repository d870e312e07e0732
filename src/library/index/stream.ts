import type { PostingsTables } from '../catalog/postings'
import { asUint32, checksum, IndexDamagedError, pack, unpack, verify } from './codec'
import { Lru } from './lru'

/** Articles whose streams share a row; a power of two. More make fewer rows, and reading and adding single articles dearer. */
const PER_CHUNK = 4
const CHUNK_BITS = 2
/** Most bytes of streams kept in memory: about 100,000 articles of 600 words. */
const CACHE_BYTES = 128 * 2 ** 20

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

/** The words of every article in order, as hashes: for phrases and nearness. Rows are read when asked for. */
export class Streams {
  readonly #tables: PostingsTables
  readonly #cache = new Lru<number, Chunk>(CACHE_BYTES)

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

  forget(): void {
    this.#cache.clear()
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
    this.#cache.delete(id)
  }

  #chunk(id: number): Chunk {
    const cached = this.#cache.get(id)
    if (cached !== undefined) return cached
    const row = this.#tables.stream(id)
    if (row === undefined) return { offsets: new Uint32Array(PER_CHUNK + 1), words: EMPTY }
    verify(row.data, row.crc, `stream ${id}`)
    const [offsets, words] = unpack(row.data)
    if (offsets?.length !== 4 * (PER_CHUNK + 1) || words === undefined) {
      throw new IndexDamagedError(`Cannot read stream ${id}: it has other parts`)
    }
    const chunk: Chunk = {
      offsets: asUint32(offsets),
      words: new Uint16Array(words.buffer, words.byteOffset, words.byteLength >> 1)
    }
    this.#cache.set(id, chunk, row.data.length)
    return chunk
  }
}
