import type { PostingsTables } from '../catalog/postings'
import { keyOf, type Dictionary } from './dictionary'
import type { Documents } from './documents'
import { SegmentWriter, type Segment } from './segment'

/** Segments of about one size that are merged into one while articles are added. More make adding cheaper and searching dearer. */
const FAN = 8
/** The same while nothing else is to do. */
const IDLE_FAN = 3
/** Most articles in a merged segment: beyond it, merging gains less for searching than it costs. */
const LARGEST = 131_072
/** Share of removed documents from which on everything is written anew, 0…1. */
const MUCH_DEAD = 0.25
/** Fewer removed documents are never worth it. */
const FEW_DEAD = 256
/** Words between two looks at the clock. */
const WORDS_PER_LOOK = 64

/** A half-open run of neighbouring segments. */
export interface Run {
  readonly start: number
  readonly end: number
}

/**
 * Chooses which segments to merge: the last ones with a handful of a size among them and none larger, without those at the end that
 * would make too many articles; or one of which much was removed.
 * Neighbours only, so that document numbers stay in order.
 *
 * @param dead - how many documents of each segment were removed
 */
export function chooseMerge(
  segments: readonly Segment[],
  dead: readonly number[],
  idle: boolean
): Run | null {
  for (let start = 0; idle && start < segments.length; start++) {
    const gone = dead[start] ?? 0
    if (gone > FEW_DEAD && gone > (segments[start]?.docs.length ?? 0) * MUCH_DEAD)
      return { start, end: start + 1 }
  }
  const fan = idle ? IDLE_FAN : FAN
  const levels = segments.map((segment) =>
    Math.floor(Math.log2(segment.docs.length) / Math.log2(fan))
  )
  for (let level = 0; level <= Math.max(0, ...levels); level++) {
    let start = segments.length
    let docs = 0
    let ofLevel = 0
    while (start > 0 && (levels[start - 1] ?? 0) <= level) {
      start--
      docs += segments[start]?.docs.length ?? 0
      if (levels[start] === level) ofLevel++
    }
    if (ofLevel < fan) continue
    let end = segments.length
    while (docs > LARGEST) docs -= segments[--end]?.docs.length ?? 0
    if (end - start >= fan) return { start, end }
  }
  return null
}

/** What merging needs to know of the store. */
interface Source {
  readonly documents: Documents
  /** Reads a block of a segment, past any cache. */
  readBlock(segment: Segment, number: number): Uint8Array
}

/**
 * Writes neighbouring segments as one, without what was removed before it began, in as many slices as it is given. What it writes
 * belongs to a segment that counts only when `finish` was called: a crash, or giving up, loses nothing but the work.
 */
export class Merge {
  readonly segments: readonly Segment[]
  readonly #source: Source
  readonly #cursors: readonly Cursor[]
  readonly #writer: SegmentWriter | null
  readonly #first: number
  /** Which documents were there when it began; those removed since are removed from its outcome too. */
  readonly #alive: Uint8Array

  constructor(segments: readonly Segment[], source: Source, tables: PostingsTables) {
    this.segments = segments
    this.#source = source
    const { documents } = source
    const last = segments.at(-1)?.docs.at(-1) ?? 0
    const first = segments[0]?.docs[0] ?? 0
    this.#first = first
    this.#alive = documents.alive.slice(first, last + 1)
    const kept = segments.flatMap((segment) =>
      Array.from(segment.docs).filter((doc) => this.#alive[doc - first] === 1)
    )
    this.#writer =
      kept.length === 0
        ? null
        : new SegmentWriter(
            kept.map((doc) => documents.facts(doc)),
            tables
          )
    this.#cursors = segments.map((segment) => ({
      segment,
      dictionary: segment.dictionary,
      at: 0,
      key: firstBytes(segment.dictionary, 0),
      block: -1,
      data: new Uint8Array(0),
      whole: segment.docs.every((doc) => this.#alive[doc - first] === 1)
    }))
  }

  /** Whether a document was there when merging began. */
  keeps(doc: number): boolean {
    return this.#alive[doc - this.#first] === 1
  }

  /** Goes on until a time on the clock; answers true when everything is written. */
  step(until: number): boolean {
    const writer = this.#writer
    if (writer === null) return true
    const same: Cursor[] = []
    for (let words = 1; ; words++) {
      leastOf(this.#cursors, same)
      const [least] = same
      if (least === undefined) return true
      writer.begin(least.dictionary, least.at)
      for (const cursor of same) {
        const { segment, at } = cursor
        const offset = this.#blockOf(cursor)
        const first = segment.docs[0] ?? 0
        const from = (segment.starts[at] ?? 0) - offset
        const to = (segment.starts[at + 1] ?? 0) - offset
        writer.append(cursor.data, from, to, first, cursor.whole ? null : this)
        cursor.at++
        cursor.key = firstBytes(cursor.dictionary, cursor.at)
      }
      writer.end()
      if (words % WORDS_PER_LOOK === 0 && performance.now() >= until) return false
    }
  }

  /** Reads the block that holds a cursor's postings, if it stands in another one; answers with where the block begins. */
  #blockOf(cursor: Cursor): number {
    const { segment, at } = cursor
    const start = segment.starts[at] ?? 0
    const { blockStarts } = segment
    if (cursor.block < 0 || start >= (blockStarts[cursor.block + 1] ?? Infinity)) {
      do cursor.block++
      while (start >= (blockStarts[cursor.block + 1] ?? Infinity))
      cursor.data = this.#source.readBlock(segment, cursor.block)
    }
    return blockStarts[cursor.block] ?? 0
  }

  /** Makes what was written count. Answers null when nothing is left of the segments. */
  finish(): Segment | null {
    return this.#writer?.finish() ?? null
  }

  /** Removes what was written. */
  abandon(): void {
    this.#writer?.abandon()
  }
}

interface Cursor {
  readonly segment: Segment
  readonly dictionary: Dictionary
  at: number
  /** The first four bytes of its word; −1 at the end. */
  key: number
  /** The block in which its postings stand, and its bytes. */
  block: number
  data: Uint8Array
  /** Whether nothing was removed from its segment. */
  readonly whole: boolean
}

/** Fills `same` with the cursors that stand at the least word, in the order of their segments; with none at the end. */
function leastOf(cursors: readonly Cursor[], same: Cursor[]): void {
  same.length = 0
  for (const cursor of cursors) {
    if (cursor.key < 0) continue
    const [least] = same
    const order = least === undefined ? -1 : compare(cursor, least)
    if (order < 0) same.length = 0
    if (order <= 0) same.push(cursor)
  }
}

function compare(a: Cursor, b: Cursor): number {
  return a.key === b.key ? compareWords(a, b) : a.key - b.key
}

function compareWords(a: Cursor, b: Cursor): number {
  const left = a.dictionary
  const right = b.dictionary
  let p = left.offsets[a.at] ?? 0
  let q = right.offsets[b.at] ?? 0
  const pEnd = left.offsets[a.at + 1] ?? p
  const qEnd = right.offsets[b.at + 1] ?? q
  while (p < pEnd && q < qEnd) {
    const apart = (left.bytes[p++] ?? 0) - (right.bytes[q++] ?? 0)
    if (apart !== 0) return apart
  }
  return pEnd - p - (qEnd - q)
}

/** Returns the first four bytes of the word at a place; −1 at the end. */
function firstBytes({ bytes, offsets, size }: Dictionary, at: number): number {
  return at < size ? keyOf(bytes, offsets[at] ?? 0, offsets[at + 1] ?? 0) : -1
}
