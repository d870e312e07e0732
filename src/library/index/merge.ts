import type { PostingsTables } from '../catalog/postings'
import type { Dictionary } from './dictionary'
import type { Documents } from './documents'
import { SLOTS } from './encoder'
import { SegmentWriter, type Postings, type Segment } from './segment'

/** Segments of about one size that are merged into one. More make adding cheaper and searching dearer. */
const FAN = 8
/** Share of removed documents from which on everything is written anew, 0…1. */
const MUCH_DEAD = 0.25
/** Fewer removed documents are never worth it. */
const FEW_DEAD = 256

/** A half-open run of neighbouring segments. */
export interface Run {
  readonly start: number
  readonly end: number
}

/** What merging needs to know of the store. */
interface Source {
  readonly documents: Documents
  read(segment: Segment, index: number): number
  readonly postings: Postings
}

/**
 * Chooses which segments to merge: the last ones with `FAN` of a size among them and none larger, or all when much was removed.
 * Neighbours only, so that document numbers stay in order.
 */
export function chooseMerge(
  segments: readonly Segment[],
  dead: number,
  mostDocs: number
): Run | null {
  const total = segments.reduce((sum, segment) => sum + segment.docs.length, 0)
  if (dead > FEW_DEAD && dead > total * MUCH_DEAD && total <= mostDocs) {
    return { start: 0, end: segments.length }
  }
  const levels = segments.map((segment) =>
    Math.floor(Math.log2(segment.docs.length) / Math.log2(FAN))
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
    if (ofLevel >= FAN && docs <= mostDocs) return { start, end: segments.length }
  }
  return null
}

/** Writes neighbouring segments as one, without what was removed. Answers null when nothing is left. */
export function mergeSegments(
  segments: readonly Segment[],
  source: Source,
  tables: PostingsTables
): Segment | null {
  const { documents } = source
  const alive = segments.flatMap((segment) =>
    Array.from(segment.docs).filter((doc) => documents.alive[doc] === 1)
  )
  if (alive.length === 0) return null
  const writer = new SegmentWriter(alive.map((doc) => documents.facts(doc)))
  const cursors = segments.map((segment) => ({ segment, at: 0 }))
  const slots: number[][] = Array.from({ length: SLOTS }, () => [])
  for (;;) {
    const least = leastOf(cursors)
    if (least === undefined) break
    const { dictionary } = least.segment
    const at = least.at
    const word = dictionary.word(at)
    for (const slot of slots) slot.length = 0
    for (const cursor of cursors) {
      if (cursor !== least && !sameWord(cursor.segment.dictionary, cursor.at, dictionary, at))
        continue
      const count = source.read(cursor.segment, cursor.at)
      const { docs, frequencies } = source.postings
      for (let i = 0; i < count; i++) {
        const doc = docs[i] ?? 0
        if (documents.alive[doc] === 1) slots[(frequencies[i] ?? 1) - 1]?.push(doc)
      }
      cursor.at++
    }
    writer.add(word, slots)
  }
  return writer.finish(tables)
}

interface Cursor {
  readonly segment: Segment
  at: number
}

function leastOf(cursors: readonly Cursor[]): Cursor | undefined {
  let least: Cursor | undefined
  for (const cursor of cursors) {
    const { dictionary } = cursor.segment
    if (cursor.at >= dictionary.size) continue
    if (
      least === undefined ||
      compareWords(dictionary, cursor.at, least.segment.dictionary, least.at) < 0
    ) {
      least = cursor
    }
  }
  return least
}

function sameWord(a: Dictionary, i: number, b: Dictionary, j: number): boolean {
  return i < a.size && compareWords(a, i, b, j) === 0
}

function compareWords(a: Dictionary, i: number, b: Dictionary, j: number): number {
  let p = a.offsets[i] ?? 0
  let q = b.offsets[j] ?? 0
  const pEnd = a.offsets[i + 1] ?? p
  const qEnd = b.offsets[j + 1] ?? q
  while (p < pEnd && q < qEnd) {
    const apart = (a.bytes[p++] ?? 0) - (b.bytes[q++] ?? 0)
    if (apart !== 0) return apart
  }
  return pEnd - p - (qEnd - q)
}
