import type { PostingsTables } from '../catalog/postings'
import type { Dictionary } from './dictionary'
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
/** First bytes of a word that are compared as one number: as many as a number holds exactly. */
const KEY_BYTES = 6
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
  /** The first bytes of each cursor's word as a number; infinite at the end. */
  readonly #keys: Float64Array
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
      block: -1,
      data: new Uint8Array(0),
      whole: segment.docs.every((doc) => this.#alive[doc - first] === 1)
    }))
    this.#keys = Float64Array.from(segments, ({ dictionary }) => keyOf(dictionary, 0))
  }

  /** Whether a document was there when merging began. */
  keeps(doc: number): boolean {
    return this.#alive[doc - this.#first] === 1
  }

  /** Goes on until a time on the clock; answers true when everything is written. */
  step(until: number): boolean {
    const writer = this.#writer
    if (writer === null) return true
    const same: number[] = []
    for (let words = 1; ; words++) {
      this.#least(same)
      const least = this.#cursors[same[0] ?? -1]
      if (least === undefined) return true
      writer.begin(least.dictionary, least.at)
      for (const number of same) {
        const cursor = this.#cursors[number] ?? least
        const { segment, at } = cursor
        const offset = this.#blockOf(cursor)
        const first = segment.docs[0] ?? 0
        const from = (segment.starts[at] ?? 0) - offset
        const to = (segment.starts[at + 1] ?? 0) - offset
        writer.append(cursor.data, from, to, first, cursor.whole ? null : this)
        this.#keys[number] = keyOf(cursor.dictionary, ++cursor.at)
      }
      writer.end()
      if (words % WORDS_PER_LOOK === 0 && performance.now() >= until) return false
    }
  }

  /** Fills `same` with the numbers of the cursors that stand at the least word, ascending; with none at the end. */
  #least(same: number[]): void {
    const keys = this.#keys
    same.length = 0
    let least = Infinity
    for (let number = 0; number < keys.length; number++) {
      const key = keys[number] ?? Infinity
      if (key > least || key === Infinity) continue
      const order = key < least ? -1 : this.#compare(number, same[0] ?? number)
      if (order < 0) same.length = 0
      if (order <= 0) same.push(number)
      least = key
    }
  }

  /** Compares the words of two cursors whose keys are equal. */
  #compare(a: number, b: number): number {
    const [left, right] = [this.#cursors[a], this.#cursors[b]]
    return left === undefined || right === undefined ? 0 : compareWords(left, right)
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
  /** The block in which its postings stand, and its bytes. */
  block: number
  data: Uint8Array
  /** Whether nothing was removed from its segment. */
  readonly whole: boolean
}

/** Compares two words that begin with the same key. */
function compareWords(a: Cursor, b: Cursor): number {
  const left = a.dictionary
  const right = b.dictionary
  const [pStart, qStart] = [left.offsets[a.at] ?? 0, right.offsets[b.at] ?? 0]
  const pEnd = left.offsets[a.at + 1] ?? pStart
  const qEnd = right.offsets[b.at + 1] ?? qStart
  let p = Math.min(pStart + KEY_BYTES, pEnd)
  let q = Math.min(qStart + KEY_BYTES, qEnd)
  while (p < pEnd && q < qEnd) {
    const apart = (left.bytes[p++] ?? 0) - (right.bytes[q++] ?? 0)
    if (apart !== 0) return apart
  }
  return pEnd - p - (qEnd - q)
}

/** Returns the first bytes of the word at a place as a number that orders like them, zeros behind its end; infinite at the end. */
function keyOf({ bytes, offsets, size }: Dictionary, at: number): number {
  if (at >= size) return Infinity
  const start = offsets[at] ?? 0
  const end = offsets[at + 1] ?? start
  let high = 0
  for (let i = start; i < start + 3; i++) high = (high << 8) | (i < end ? (bytes[i] ?? 0) : 0)
  let low = 0
  for (let i = start + 3; i < start + KEY_BYTES; i++)
    low = (low << 8) | (i < end ? (bytes[i] ?? 0) : 0)
  return high * 2 ** 24 + low
}
