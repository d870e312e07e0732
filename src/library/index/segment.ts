import { BLOCKS_PER_SEGMENT, type PostingsTables, type SegmentRow } from '../catalog/postings'
import { asUint32, ByteWriter, checksum, IndexDamagedError, pack, unpack, verify } from './codec'
import { bytesOf, Dictionary } from './dictionary'
import type { DocumentFacts, FactColumns } from './documents'

/** A block is closed when it holds this many bytes. Larger ones cost more to read for a rare word, smaller ones more rows. */
const BLOCK_BYTES = 16 * 1024

/**
 * An immutable run of documents with their postings: dictionary and directory in memory, postings in rows of the database.
 *
 * Postings of a word: for each slot that holds any, the slot, how many, and the documents as steps from the one before (the first
 * from the segment's first).
 */
export interface Segment {
  readonly id: number
  /** Ascending. */
  readonly docs: Uint32Array
  readonly dictionary: Dictionary
  /** Documents that hold word i, the removed ones included. */
  readonly frequencies: Uint32Array
  /** Where the postings of word i begin in the segment's data; one more than there are words. */
  readonly starts: Uint32Array
  /** Where block i begins in the segment's data. */
  readonly blockStarts: Uint32Array
}

/** Writes a segment word by word, in the order of a dictionary. */
export class SegmentWriter {
  readonly #facts: readonly DocumentFacts[]
  readonly #first: number
  readonly #words = new ByteWriter()
  readonly #offsets: number[] = [0]
  readonly #frequencies: number[] = []
  readonly #starts: number[] = [0]
  readonly #blocks: Uint8Array[] = []
  readonly #blockStarts: number[] = [0]
  readonly #data = new ByteWriter(2 * BLOCK_BYTES)
  #dataLength = 0

  /** @param facts - of its documents, ascending by document number */
  constructor(facts: readonly DocumentFacts[]) {
    this.#facts = facts
    this.#first = facts[0]?.doc ?? 0
  }

  /** Adds a word with the documents that hold it, by slot; within a slot ascending. A word without documents is left out. */
  add(word: string, slots: readonly (readonly number[] | undefined)[]): void {
    const data = this.#data
    const before = data.length
    let frequency = 0
    for (let slot = 0; slot < slots.length; slot++) {
      const docs = slots[slot]
      if (docs === undefined || docs.length === 0) continue
      frequency += docs.length
      data.reserve(6 + 5 * docs.length)
      data.varint(slot)
      data.varint(docs.length)
      let last = this.#first
      for (const doc of docs) {
        data.varint(doc - last)
        last = doc
      }
    }
    if (frequency === 0) return
    this.#dataLength += data.length - before
    this.#starts.push(this.#dataLength)
    this.#frequencies.push(frequency)
    this.#words.text(word)
    this.#offsets.push(this.#words.length)
    if (data.length >= BLOCK_BYTES) this.#closeBlock()
  }

  /** Writes the rows and returns the segment. */
  finish(tables: PostingsTables): Segment {
    if (this.#data.length > 0) this.#closeBlock()
    const sites = [...new Set(this.#facts.map((fact) => fact.site))]
    const siteNumbers = new Map(sites.map((site, number) => [site, number]))
    const facts = this.#facts
    const head = pack([
      Uint32Array.from(facts, (fact) => fact.doc),
      Uint32Array.from(facts, (fact) => fact.article),
      Uint32Array.from(facts, (fact) => fact.length),
      Int32Array.from(facts, (fact) => fact.day),
      Uint32Array.from(facts, (fact) => siteNumbers.get(fact.site) ?? 0),
      bytesOf(JSON.stringify(sites)),
      this.#words.taken(),
      Uint32Array.from(this.#offsets),
      Uint32Array.from(this.#frequencies),
      Uint32Array.from(this.#starts),
      Uint32Array.from(this.#blockStarts.slice(0, -1))
    ])
    const crc = checksum(head)
    const id = tables.addSegment(facts.length, head, crc)
    this.#blocks.forEach((block, number) => {
      tables.addBlock(id * BLOCKS_PER_SEGMENT + number, block, checksum(block))
    })
    return readSegment({ id, docs: facts.length, head, crc }).segment
  }

  #closeBlock(): void {
    this.#blocks.push(this.#data.taken())
    this.#data.length = 0
    this.#blockStarts.push(this.#dataLength)
  }
}

/** Reads a row. Throws `IndexDamagedError` when it is not what was written. */
export function readSegment(row: SegmentRow): { segment: Segment; facts: FactColumns } {
  verify(row.head, row.crc, `segment ${row.id}`)
  const sections = unpack(row.head)
  const [docs, articles, lengths, days, sites] = sections.slice(0, 5).map(asUint32)
  if (docs?.length !== row.docs || sections.length !== 11) {
    throw new IndexDamagedError(`Cannot read segment ${row.id}: it has other parts`)
  }
  /* Written by `finish` as an array of strings, and the checksum holds. */
  const names = JSON.parse(Buffer.from(sections[5] ?? []).toString('utf8')) as string[]
  const none = new Uint32Array(0)
  const facts: FactColumns = {
    docs,
    articles: articles ?? none,
    lengths: lengths ?? none,
    days: new Int32Array((days ?? none).buffer, (days ?? none).byteOffset, (days ?? none).length),
    sites: sites ?? none,
    siteNames: names
  }
  const segment: Segment = {
    id: row.id,
    docs,
    dictionary: new Dictionary(sections[6] ?? new Uint8Array(0), asUint32(sections[7])),
    frequencies: asUint32(sections[8]),
    starts: asUint32(sections[9]),
    blockStarts: asUint32(sections[10])
  }
  return { segment, facts }
}

/** Postings that were read: documents with how often each holds the word (up to `SLOTS`). */
export interface Postings {
  readonly docs: Uint32Array
  readonly frequencies: Uint8Array
}

/** Reads postings into two arrays that are large enough, and returns how many there are. `frequencies` counts up to the last slot. */
export function readPostings(data: Uint8Array, first: number, into: Postings): number {
  const { docs, frequencies } = into
  const end = data.length
  let at = 0
  let read = 0
  while (at < end) {
    const frequency = (data[at++] ?? 0) + 1
    let count = 0
    for (let shift = 0; ; shift += 7) {
      const byte = data[at++] ?? 0
      count |= (byte & 127) << shift
      if (byte < 128) break
    }
    let doc = first
    for (const last = read + count; read < last; read++) {
      let step = data[at++] ?? 0
      if (step > 127) {
        step &= 127
        for (let shift = 7; ; shift += 7) {
          const byte = data[at++] ?? 0
          step |= (byte & 127) << shift
          if (byte < 128) break
        }
      }
      doc += step
      docs[read] = doc
      frequencies[read] = frequency
    }
  }
  return read
}
