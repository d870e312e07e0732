import { BLOCKS_PER_SEGMENT, type PostingsTables, type SegmentRow } from '../catalog/postings'
import {
  asUint32,
  ByteWriter,
  checksum,
  IndexDamagedError,
  pack,
  Uint32List,
  unpack,
  verify
} from './codec'
import { bytesOf, Dictionary } from './dictionary'
import type { DocumentFacts, FactColumns } from './documents'
import { SLOTS } from './encoder'

/** A block is closed when it holds this many bytes. Larger ones cost more to read for a rare word, smaller ones more rows. */
const BLOCK_BYTES = 16 * 1024

/** Room that a segment begins with: enough for that of one article, so that adding single ones makes no garbage of large buffers. */
const FIRST_BYTES = 4096

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

/** Which documents stay when postings are copied. */
interface Keeper {
  keeps(doc: number): boolean
}

/**
 * Writes a segment word by word, in the order of a dictionary. Blocks are written as they fill, so that a large segment needs little
 * memory; they count from `finish` on.
 */
export class SegmentWriter {
  readonly #tables: PostingsTables
  readonly #id: number
  readonly #facts: readonly DocumentFacts[]
  readonly #first: number
  readonly #words = new ByteWriter(FIRST_BYTES)
  readonly #offsets = new Uint32List()
  readonly #frequencies = new Uint32List()
  readonly #starts = new Uint32List()
  readonly #blockStarts = new Uint32List()
  readonly #data = new ByteWriter(FIRST_BYTES)
  #dataLength = 0
  /** The word that is being copied: its slots as bits, and of each how many documents, the last of them, and the steps between them. */
  #slots = 0
  readonly #counts = new Uint32Array(SLOTS)
  readonly #lasts = new Uint32Array(SLOTS)
  readonly #steps = Array.from({ length: SLOTS }, () => new ByteWriter(64))

  /** @param facts - of its documents, ascending by document number */
  constructor(facts: readonly DocumentFacts[], tables: PostingsTables) {
    this.#tables = tables
    this.#facts = facts
    this.#first = facts[0]?.doc ?? 0
    this.#id = tables.beginSegment()
    for (const starts of [this.#offsets, this.#starts, this.#blockStarts]) starts.push(0)
  }

  /**
   * Adds a word, after all that are smaller.
   *
   * @param postings - by slot, and in a slot by document: `slot << 16 | document − first of the segment`
   */
  add(word: Uint8Array, postings: Uint32Array): void {
    const data = this.#data
    const before = data.length
    data.reserve(5 * postings.length + 6 * SLOTS)
    for (let i = 0; i < postings.length;) {
      const slot = (postings[i] ?? 0) >>> 16
      const from = i
      while (i < postings.length && (postings[i] ?? 0) >>> 16 === slot) i++
      data.varint(slot)
      data.varint(i - from)
      let last = 0
      for (let at = from; at < i; at++) {
        const doc = (postings[at] ?? 0) & 0xffff
        data.varint(doc - last)
        last = doc
      }
    }
    this.#words.append(word, 0, word.length)
    this.#close(data.length - before, postings.length)
  }

  /** Begins a word of another segment, to be filled with `append` and closed with `end`. */
  begin({ bytes, offsets }: Dictionary, index: number): void {
    this.#slots = 0
    const start = offsets[index] ?? 0
    this.#words.append(bytes, start, offsets[index + 1] ?? start)
  }

  /** Copies a word's postings out of a segment, whose documents come after those of the one before. */
  append(data: Uint8Array, from: number, to: number, first: number, keeper: Keeper | null): void {
    for (let at = from; at < to;) {
      const slot = data[at++] ?? 0
      let left = 0
      for (let shift = 0; ; shift += 7) {
        const byte = data[at++] ?? 0
        left |= (byte & 127) << shift
        if (byte < 128) break
      }
      const steps = this.#steps[slot]
      if (steps === undefined) throw new IndexDamagedError(`Cannot copy slot ${slot}: no such slot`)
      if ((this.#slots & (1 << slot)) === 0) {
        this.#slots |= 1 << slot
        this.#counts[slot] = 0
        this.#lasts[slot] = this.#first
        steps.length = 0
      }
      steps.reserve(5 * left)
      let doc = first
      let last = this.#lasts[slot] ?? 0
      let kept = 0
      for (; left > 0; left--) {
        let step = 0
        for (let shift = 0; ; shift += 7) {
          const byte = data[at++] ?? 0
          step |= (byte & 127) << shift
          if (byte < 128) break
        }
        doc += step
        if (keeper !== null && !keeper.keeps(doc)) continue
        steps.varint(doc - last)
        last = doc
        kept++
      }
      this.#lasts[slot] = last
      this.#counts[slot] = (this.#counts[slot] ?? 0) + kept
    }
  }

  /** Closes the word that was begun; without documents it is left out. */
  end(): void {
    const data = this.#data
    const before = data.length
    let frequency = 0
    for (let left = this.#slots; left !== 0; left &= left - 1) {
      const slot = 31 - Math.clz32(left & -left)
      const count = this.#counts[slot] ?? 0
      const steps = this.#steps[slot]
      if (count === 0 || steps === undefined) continue
      frequency += count
      data.reserve(6)
      data.varint(slot)
      data.varint(count)
      data.append(steps.bytes, 0, steps.length)
    }
    if (frequency === 0) this.#words.length = this.#offsets.last
    else this.#close(data.length - before, frequency)
  }

  #close(bytes: number, frequency: number): void {
    this.#dataLength += bytes
    this.#starts.push(this.#dataLength)
    this.#frequencies.push(frequency)
    this.#offsets.push(this.#words.length)
    if (this.#data.length >= BLOCK_BYTES) this.#closeBlock()
  }

  /** Makes what was written count and returns the segment. */
  finish(): Segment {
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
      this.#words.view(),
      this.#offsets.view(),
      this.#frequencies.view(),
      this.#starts.view(),
      this.#blockStarts.view().subarray(0, -1)
    ])
    const row = { id: this.#id, docs: facts.length, head, crc: checksum(head) }
    this.#tables.finishSegment(row)
    return readSegment(row).segment
  }

  /** Removes what was written. */
  abandon(): void {
    this.#tables.removeSegment(this.#id)
  }

  #closeBlock(): void {
    const block = this.#data.taken()
    const number = this.#blockStarts.length - 1
    this.#tables.addBlock(this.#id * BLOCKS_PER_SEGMENT + number, block, checksum(block))
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
    const last = read + count
    frequencies.fill(frequency, read, last)
    for (; read < last; read++) {
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
    }
  }
  return read
}

/** Adds to a number of each document how often it holds the word, times a unit: what `readPostings` reads, without its lists. */
export function countPostings(
  data: Uint8Array,
  first: number,
  counts: Uint32Array,
  unit: number
): void {
  const end = data.length
  let at = 0
  while (at < end) {
    const added = ((data[at++] ?? 0) + 1) * unit
    let left = 0
    for (let shift = 0; ; shift += 7) {
      const byte = data[at++] ?? 0
      left |= (byte & 127) << shift
      if (byte < 128) break
    }
    let doc = first
    for (; left > 0; left--) {
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
      counts[doc] = (counts[doc] ?? 0) + added
    }
  }
}
