import type { Canonical, Metadata } from '../article/article'
import { at } from '../at'
import { sentences, words } from '../text/segment'
import type { Span } from '../text/span'
import type { Vocabulary, Word } from './vocabulary'

/** What alignment reads of a report: canonical text with its blocks. Any `Article` is one. */
export interface Report extends Canonical {
  readonly metadata?: Metadata
}

/** A sentence of a report's body. */
export interface Unit {
  /** Index into the report's `blocks`. */
  readonly block: number
  readonly span: Span
  readonly words: number
  /** Distinct features (folded words and pairs of neighbours), ascending. */
  readonly features: Int32Array
  /** Same number, same folded words in the same order. */
  readonly wording: number
  /** Families of cues that its words belong to, bits of `CUE`. */
  readonly cues: number
}

/** A report cut into sentences and words, ready to be aligned with any other that was cut with the same vocabulary. */
export interface Prepared {
  readonly report: Report
  readonly units: readonly Unit[]
  /** The words of the body, in order. */
  readonly words: readonly BodyWord[]
  /** Where each word ends, ascending: what is searched for a place. */
  readonly ends: Int32Array
  readonly vocabulary: Vocabulary
}

/** A word of a report's body. */
export interface BodyWord extends Span {
  readonly word: Word
}

/** Cuts a report's body into sentences and numbers their features. Furniture is left out. O(length). */
export function prepare(source: Report, vocabulary: Vocabulary): Prepared {
  const report = inOneShape(source)
  const { text } = report
  const cut: Cut[] = []
  let count = 0
  for (const [block, { span, furniture }] of report.blocks.entries()) {
    if (furniture !== undefined) continue
    for (const sentence of sentences(text, span)) {
      const found = words(text, sentence)
      count += found.length
      cut.push({ block, span: sentence, found })
    }
  }
  // One list for all sentences, of which each has a part: to make hundreds of small ones takes longer than to fill them.
  const room = { ids: new Int32Array(count), features: new Int32Array(2 * count) }
  const all: BodyWord[] = []
  const units = cut.map((sentence) => toUnit(text, sentence, vocabulary, all, room))
  return { report, units, words: all, ends: endsOf(all), vocabulary }
}

/** Reports come with other fields in other orders: code that meets one shape alone stays fast when another kind of report is compared. */
function inOneShape({ text, blocks, metadata }: Report): Report {
  return {
    text,
    blocks: blocks.map(({ span: { start, end }, role, furniture }) => {
      const span = { start, end }
      return furniture === undefined ? { span, role } : { span, role, furniture }
    }),
    ...(metadata !== undefined && { metadata })
  }
}

function endsOf(all: readonly BodyWord[]): Int32Array {
  const ends = new Int32Array(all.length)
  for (let index = 0; index < ends.length; index++) ends[index] = at(all, index).end
  return ends
}

/** A sentence with its words. */
interface Cut {
  readonly block: number
  readonly span: Span
  readonly found: readonly Span[]
}

function toUnit(
  text: string,
  { block, span, found }: Cut,
  vocabulary: Vocabulary,
  all: BodyWord[],
  { ids, features }: { readonly ids: Int32Array; readonly features: Int32Array }
): Unit {
  const from = all.length
  let filled = 2 * from
  let cues = 0
  let before = -1
  for (let index = 0; index < found.length; index++) {
    const { start, end } = at(found, index)
    const word = vocabulary.word(text.slice(start, end))
    const { feature } = word
    ids[all.length] = feature
    cues |= word.cues
    features[filled++] = feature
    if (all.length > from) features[filled++] = vocabulary.pair(before, feature)
    before = feature
    all.push({ start, end, word })
  }
  const own = ids.subarray(from, all.length)
  return {
    block,
    span,
    words: found.length,
    features: distinct(features.subarray(2 * from, filled).sort()),
    // A row of asterisks has no words: then the signs themselves are its wording.
    wording: vocabulary.wording(own, own.length > 0 ? '' : text.slice(span.start, span.end)),
    cues
  }
}

function distinct(ascending: Int32Array): Int32Array {
  let size = 0
  for (let index = 0; index < ascending.length; index++)
    if (index === 0 || ascending[index] !== ascending[index - 1])
      ascending[size++] = ascending[index] ?? 0
  return ascending.subarray(0, size)
}

/** Returns the families of cues in a stretch that begins within a sentence. O(log sentences) and its own sentences. */
export function cuesUnder(prepared: Prepared, span: Span): number {
  const { units } = prepared
  let low = firstUnder(prepared, span)
  let cues = 0
  for (let unit = units[low]; unit !== undefined && unit.span.start < span.end; unit = units[++low])
    cues |= unit.cues
  return cues
}

/** Returns the index of the first sentence that ends after a stretch begins. O(log sentences). */
export function firstUnder({ units }: Prepared, { start }: Span): number {
  let low = 0
  for (let high = units.length; low < high;) {
    const middle = (low + high) >> 1
    if ((units[middle]?.span.end ?? Infinity) <= start) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Returns the words of a stretch of the body as `words` cuts them, without cutting again where no word reaches over an end of the
 * stretch. O(log words) and its own words.
 */
export function wordsUnder(prepared: Prepared, span: Span): readonly BodyWord[] {
  const { report, words: all, ends, vocabulary } = prepared
  const from = firstEnding(ends, span.start)
  let to = from
  while ((ends[to] ?? Infinity) <= span.end) to++
  const cutAtStart = to > from && at(all, from).start < span.start
  if (!cutAtStart && (all[to]?.start ?? Infinity) >= span.end) return all.slice(from, to)
  return words(report.text, span).map(({ start, end }) => ({
    start,
    end,
    word: vocabulary.word(report.text.slice(start, end))
  }))
}

/** Returns the index of the first word that ends after a place. O(log words). */
export function firstEnding(ends: Int32Array, place: number): number {
  let low = 0
  for (let high = ends.length; low < high;) {
    const middle = (low + high) >> 1
    if ((ends[middle] ?? Infinity) <= place) low = middle + 1
    else high = middle
  }
  return low
}
