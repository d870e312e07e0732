import type { Article } from '../article/article'
import type { Span } from '../text/span'
import type { Overlap, OverlapKind, SharedPassage } from './model'
import {
  indexShingles,
  sharedPassages,
  ShingleMemory,
  type ShingleIndex,
  type WordPassage
} from './passages'
import { Scratch } from './scratch'
import { CONTAINMENT_WORDS, shingleHashes, SHINGLE_WORDS } from './shingle'
import { wordsOf, type WordList } from './word-list'

/** A report ready to be compared. */
export interface Words {
  readonly article: Article
  readonly list: WordList
  /** 1 for words of stock lines that stand in many unrelated reports. */
  readonly stock: Uint8Array
  /** Number of words outside these. */
  readonly own: number
  /** Distinct shingles outside stock lines by which containment is told, ascending. */
  readonly shingles: Uint32Array
  /** Hashes of the shingles by which passages are found, one per word that begins one; and where each stands. */
  readonly seeds: Uint32Array
  readonly index: ShingleIndex
}

/** Memory for what is made of the words of a report. */
export class WordsMemory extends ShingleMemory {
  readonly seeds = new Scratch()
}

/** Least words of a passage and of a pair that count as reuse. 30 and 15 cost 2 % of the pairs. Study section E. */
export const MIN_PASSAGE_WORDS = 12
export const MIN_PAIR_WORDS = 20
/**
 * Least words that the passages of a pair must span, edited ones included, unless they are a good part of either report. One
 * sentence alone is an agency's stock phrase; a paragraph is not.
 */
const MIN_PAIR_SPAN = 30
const GOOD_PART = 0.25
/** A pair also needs this share of either report's own words, or so many words. Lower reports agencies' stock phrases. */
const MIN_PAIR_SHARE = 0.06
const MANY_WORDS = 40
/** Share of a passage's words that must be equal on its longer side. Lower reports names that recur in one order. */
const MIN_DENSITY = 0.5
/** Share of either report's own words from which it is a version of the other. */
const VERSION = 0.5
/** Share of both reports' own words from which they are the same text; the rest is by-lines and typing errors. */
const SAME_TEXT = 0.985
/** Share of either report's own words that no press conference explains. */
const MUCH = 0.35
/** Share of matched words between quotation marks from which the pair shares a quotation, not a text. */
const QUOTED = 0.8

/**
 * Reads the words of an article, unless they are given, and marks those of stock lines.
 *
 * @param memory - for an article that is needed for a moment only
 */
export function readWords(
  article: Article,
  isStock: (key: number) => boolean,
  {
    list = wordsOf(article),
    memory
  }: { readonly list?: WordList; readonly memory?: WordsMemory | undefined } = {}
): Words {
  let seeds: Uint32Array | undefined
  let index: ShingleIndex | undefined
  let stock: Uint8Array | undefined
  let own: number | undefined
  let shingles: Uint32Array | undefined
  // Most pairs that are compared have nothing in common that counts: what they do not need is not made.
  return {
    article,
    list,
    get seeds() {
      return (seeds ??= shingleHashes(list.hashes, { into: memory?.seeds }))
    },
    get index() {
      return (index ??= indexShingles(this.seeds, memory))
    },
    get stock() {
      return (stock ??= stockWords(this.seeds, list.hashes.length, isStock))
    },
    get own() {
      return (own ??= countUnmarked(this.stock))
    },
    get shingles() {
      return (shingles ??= ownShingles(list, this.stock))
    }
  }
}

function stockWords(
  seeds: Uint32Array,
  words: number,
  isStock: (key: number) => boolean
): Uint8Array {
  const stock = new Uint8Array(words)
  for (let start = 0; start < seeds.length; start++)
    if (isStock(seeds[start] ?? 0)) stock.fill(1, start, start + SHINGLE_WORDS)
  return stock
}

function ownShingles(list: WordList, stock: Uint8Array): Uint32Array {
  const own = shingleHashes(list.hashes, { size: CONTAINMENT_WORDS })
  let size = 0
  // Words on end that belong to stock lines: a shingle of nothing else is none of the report's own.
  let run = 0
  for (let end = 0; end < stock.length; end++) {
    run = stock[end] === 1 ? run + 1 : 0
    const start = end - CONTAINMENT_WORDS + 1
    if (start >= 0 && run < CONTAINMENT_WORDS) own[size++] = own[start] ?? 0
  }
  const ascending = own.subarray(0, size).sort()
  let distinct = 0
  for (let index = 0; index < size; index++)
    if (index === 0 || ascending[index] !== ascending[index - 1])
      ascending[distinct++] = ascending[index] ?? 0
  return ascending.slice(0, distinct)
}

/** Counts the numbers in both ascending lists. */
function countCommon(a: Uint32Array, b: Uint32Array): number {
  let common = 0
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [left, right] = [a[i] ?? 0, b[j] ?? 0]
    if (left === right) common++
    if (left <= right) i++
    if (right <= left) j++
  }
  return common
}

/** What two reports share in wording. When it is too little to count there is no kind, and the shares are 0. */
export type TextRelation = Pick<
  Overlap,
  'containmentA' | 'containmentB' | 'resemblance' | 'words' | 'passages'
> & { readonly kind?: OverlapKind }

const NO_SHARES = { containmentA: 0, containmentB: 0, resemblance: 0 }

/** Says what two reports share in wording, passages that count nothing included. About 0.2 ms for copies of 600 words. */
export function relateTexts(a: Words, b: Words): TextRelation {
  const found = sharedPassages(a.list.hashes, b.list.hashes, { ofA: a.seeds, inB: b.index })
    // Shorter ones count nothing, nor do pieces of them. They are most, and cost no look at stock phrases.
    .filter(({ inA }) => inA.length >= MIN_PASSAGE_WORDS)
    .flatMap((passage) => splitAtGaps(a.list, b.list, passage))
    .filter((passage) => passage.inA.length >= MIN_PASSAGE_WORDS && isDense(passage))
    .map((passage) => ({ passage, ...countWords(a, b, passage) }))
  if (found.length === 0) return { ...NO_SHARES, words: 0, passages: [] }
  const kept = found.filter(({ own, quoted }) => own + quoted >= MIN_PASSAGE_WORDS)
  const passages = found.map((one) => toShared(a, b, one))
  const matched = kept.reduce((sum, { own, quoted }) => sum + own + quoted, 0)
  const quoted = kept.reduce((sum, one) => sum + one.quoted, 0)
  const coveredA = ratio(matched, a.own)
  const coveredB = ratio(matched, b.own)
  const spanned = kept.reduce((sum, { passage }) => sum + spanWords(passage), 0)
  const kind = kindOf({ matched, quoted, spanned }, coveredA, coveredB)
  // Most pairs that are compared come to nothing.
  if (kind === undefined) return { ...NO_SHARES, words: matched, passages }
  const common = countCommon(a.shingles, b.shingles)
  return {
    containmentA: ratio(common, a.shingles.length),
    containmentB: ratio(common, b.shingles.length),
    resemblance: ratio(common, a.shingles.length + b.shingles.length - common),
    words: matched,
    passages,
    kind
  }
}

function kindOf(
  { matched, quoted, spanned }: { matched: number; quoted: number; spanned: number },
  coveredA: number,
  coveredB: number
): OverlapKind | undefined {
  if (matched < MIN_PASSAGE_WORDS) return undefined
  const most = Math.max(coveredA, coveredB)
  if (quoted >= QUOTED * matched && most < MUCH) return 'shared-quotation'
  if (Math.min(coveredA, coveredB) >= SAME_TEXT) return 'same-text'
  if (matched < MIN_PAIR_WORDS) return undefined
  if (spanned < MIN_PAIR_SPAN && most < GOOD_PART) return undefined
  if (most >= VERSION) return 'version'
  if (matched - quoted < MIN_PAIR_WORDS && most < MUCH) return 'shared-quotation'
  return most >= MIN_PAIR_SHARE || matched - quoted >= MANY_WORDS ? 'shared-passages' : undefined
}

/** Cuts a passage where menus or furniture stand between its words on either side. */
function splitAtGaps(a: WordList, b: WordList, passage: WordPassage): WordPassage[] {
  const { inA, inB } = passage
  const stretchesAt = (index: number) =>
    [a.stretches[inA[index] ?? 0], b.stretches[inB[index] ?? 0]] as const
  const parts = (index: number, other: number) => {
    const [left, right] = stretchesAt(index)
    const [otherLeft, otherRight] = stretchesAt(other)
    return left !== otherLeft || right !== otherRight
  }
  if (!parts(0, inA.length - 1)) return [passage]
  const pieces: WordPassage[] = []
  for (let from = 0, to = 1; from < inA.length; to++) {
    if (to < inA.length && !parts(from, to)) continue
    const piece = { inA: inA.slice(from, to), inB: inB.slice(from, to) }
    const last = to - 1
    pieces.push({
      fromA: inA[from] ?? 0,
      toA: (inA[last] ?? 0) + 1,
      fromB: inB[from] ?? 0,
      toB: (inB[last] ?? 0) + 1,
      ...piece
    })
    from = to
  }
  return pieces
}

const spanWords = ({ fromA, toA, fromB, toB }: WordPassage): number =>
  Math.min(toA - fromA, toB - fromB)

function isDense({ fromA, toA, fromB, toB, inA }: WordPassage): boolean {
  return inA.length >= MIN_DENSITY * Math.max(toA - fromA, toB - fromB)
}

const ratio = (part: number, whole: number): number => (whole <= 0 ? 0 : Math.min(1, part / whole))

interface Counted {
  readonly passage: WordPassage
  /** Equal words outside stock lines: outside and inside quotation marks. */
  readonly own: number
  readonly quoted: number
}

function countWords(a: Words, b: Words, { inA, inB }: WordPassage): Omit<Counted, 'passage'> {
  const [stockA, stockB] = [a.stock, b.stock]
  const [quotedA, quotedB] = [a.list.quoted, b.list.quoted]
  let own = 0
  let quoted = 0
  for (let index = 0; index < inA.length; index++) {
    const [i, j] = [inA[index] ?? 0, inB[index] ?? 0]
    if (stockA[i] === 1 || stockB[j] === 1) continue
    if (quotedA[i] === 1 && quotedB[j] === 1) quoted++
    else own++
  }
  return { own, quoted }
}

function toShared(a: Words, b: Words, { passage, own, quoted }: Counted): SharedPassage {
  const discount =
    own + quoted < MIN_PASSAGE_WORDS
      ? 'formula'
      : quoted >= QUOTED * (own + quoted)
        ? 'quotation'
        : undefined
  return {
    a: spanOf(a.list, passage.fromA, passage.toA),
    b: spanOf(b.list, passage.fromB, passage.toB),
    words: passage.inA.length,
    ...(discount !== undefined && { discount })
  }
}

function spanOf(list: WordList, from: number, to: number): Span {
  return { start: list.starts[from] ?? 0, end: list.ends[to - 1] ?? 0 }
}

function countUnmarked(marks: Uint8Array): number {
  let unmarked = 0
  for (let index = 0; index < marks.length; index++) if (marks[index] === 0) unmarked++
  return unmarked
}
