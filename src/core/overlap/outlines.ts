import type { ArticleId } from '../article/article'
import { indexShingles, sharedPassages, ShingleMemory, type ShingleIndex } from './passages'
import type { Words } from './relate'
import { roomy, SMALL_ROOM, widened } from './roomy'
import { Scratch } from './scratch'
import { shingleHashes } from './shingle'

const FIRST_CAPACITY = 1 << 12
/** Numbers in front of the marks of a report: its id, and how many marks there are. */
const HEADER = 2
/**
 * Words outside stock lines that a passage of marks must have in common before the reports are read: two thirds of what counts, because
 * marks that are equal by chance may lead an extension astray. Of pairs that shared text none had fewer than 16.
 */
const LEAST_WORDS = 8
/** Numbers of removed reports from which their room is closed, when it is also half of all. */
const MIN_DEAD = 1 << 14

/**
 * Returns a mark per word, by its hash: equal words have equal marks, and one pair of different words in 256.
 *
 * @param into - memory for them, when they are needed for a moment only
 */
export function outlineOf(wordHashes: Uint32Array, into = new Scratch()): Uint8Array {
  const outline = into.bytes(wordHashes.length)
  for (let index = 0; index < outline.length; index++)
    outline[index] = (wordHashes[index] ?? 0) >>> 24
  return outline
}

/**
 * Keeps a mark for every word of every report, so that two reports which share a key or two by chance are told from those that share a
 * passage without reading either again. A byte per word, and some eight per report.
 */
export class Outlines {
  /** Per report one after the other: see `HEADER`; then the marks, four to a number. */
  #records = roomy(FIRST_CAPACITY)
  /** Place 0 stands for none. */
  #used = 1
  #dead = 0
  /** By id. */
  #places = roomy(FIRST_CAPACITY, SMALL_ROOM)
  /** The report that was asked about last. */
  #own:
    { readonly from: number; readonly marks: Uint32Array; readonly index: ShingleIndex } | undefined
  /** Marks of a report that is looked at, and its shingles. */
  #marks = new Uint32Array(FIRST_CAPACITY)
  readonly #shingles = new Scratch()
  readonly #ownMarks = new Scratch()
  readonly #ownShingles = new Scratch()
  readonly #ownIndex = new ShingleMemory()

  add(id: ArticleId, outline: Uint8Array): void {
    this.remove(id)
    this.#own = undefined
    const from = this.#used + HEADER
    this.#used = from + Math.ceil(outline.length / 4)
    this.#records = widened(this.#records, this.#used)
    this.#places = widened(this.#places, id + 1)
    this.#places[id] = from
    const records = this.#records
    records[from - 2] = id
    records[from - 1] = outline.length
    records.fill(0, from, this.#used)
    for (let index = 0; index < outline.length; index++) {
      const place = from + (index >>> 2)
      records[place] = (records[place] ?? 0) | ((outline[index] ?? 0) << ((index & 3) * 8))
    }
  }

  remove(id: ArticleId): void {
    const from = this.#places[id] ?? 0
    if (from === 0) return
    this.#places[id] = 0
    this.#own = undefined
    this.#dead += this.#sizeAt(from)
    if (this.#dead > MIN_DEAD && this.#dead > this.#used / 2) this.#compact()
  }

  /** Says whether a report may share a passage with another that counts; false is as good as sure. */
  mayShare(own: Words, other: ArticleId): boolean {
    const [from, to] = [this.#places[own.article.id] ?? 0, this.#places[other] ?? 0]
    if (from === 0 || to === 0) return true
    if (this.#own?.from !== from) {
      const read = this.#read(from)
      const marks = this.#ownMarks.numbers(read.length)
      marks.set(read)
      const shingles = shingleHashes(marks, { into: this.#ownShingles })
      this.#own = { from, marks, index: indexShingles(shingles, this.#ownIndex) }
    }
    const { marks, index } = this.#own
    const theirs = this.#read(to)
    return sharedPassages(theirs, marks, {
      ofA: shingleHashes(theirs, { into: this.#shingles }),
      inB: index
    }).some(({ inB }) => inB.length >= LEAST_WORDS && countOwn(inB, own.stock) >= LEAST_WORDS)
  }

  /** Returns the marks of a report, in memory that the next call uses again. */
  #read(from: number): Uint32Array {
    const records = this.#records
    const length = records[from - 1] ?? 0
    if (length > this.#marks.length) this.#marks = new Uint32Array(length * 2)
    const marks = this.#marks
    for (let index = 0; index < length; index++)
      marks[index] = ((records[from + (index >>> 2)] ?? 0) >>> ((index & 3) * 8)) & 0xff
    return marks.subarray(0, length)
  }

  #sizeAt(from: number): number {
    return HEADER + Math.ceil((this.#records[from - 1] ?? 0) / 4)
  }

  #compact(): void {
    const records = this.#records
    let used = 1
    for (let from = 1 + HEADER; from <= this.#used;) {
      const [size, id] = [this.#sizeAt(from), records[from - 2] ?? 0]
      if (this.#places[id] === from) {
        records.copyWithin(used, from - HEADER, from - HEADER + size)
        this.#places[id] = used + HEADER
        used += size
      }
      from += size
    }
    this.#used = used
    this.#dead = 0
  }
}

/** Counts words that are not marked. */
function countOwn(words: readonly number[], stock: Uint8Array): number {
  let own = 0
  for (const word of words) if (stock[word] === 0) own++
  return own
}
