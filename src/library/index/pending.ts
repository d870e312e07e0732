import { sortWords } from './dictionary'
import { SLOTS, type ArticleEncoder } from './encoder'
import type { SegmentWriter } from './segment'
import { BATCH, BATCH_PLACE } from './terms'

/** A list of documents as FlexSearch fills it. */
interface Slot {
  readonly length: number
  push(doc: number): void
}

/**
 * Stands where FlexSearch keeps its map of terms, as its own `KeystoreMap` does: takes down term, slot and document of every posting
 * instead of making a list for each term and slot. A list costs more than all else that the engine does with a posting.
 */
export class PendingPostings {
  readonly #encoder: ArticleEncoder
  /** For each posting its term's place in the batch, and its slot and document: `slot << 16 | document − first`. */
  #places = new Uint32Array(1024)
  #whats = new Uint32Array(1024)
  #count = 0
  #first = 0
  /** Numbers of the batch's terms. */
  #terms = new Uint32Array(1024)
  #termCount = 0
  #batch = 1
  /** The term that was asked for last. */
  #place = 0
  readonly #slots: readonly Slot[] = Array.from({ length: SLOTS }, (_, slot) => ({
    length: 0,
    push: (doc: number): void => {
      this.#note(slot, doc)
    }
  }))

  constructor(encoder: ArticleEncoder) {
    this.#encoder = encoder
  }

  /** Returns the lists of a term by slot. FlexSearch asks for a term right after its slot. */
  get(term: string): readonly Slot[] {
    const number = this.#encoder.numberOf(term)
    const { terms } = this.#encoder
    if (terms.get(number, BATCH) !== this.#batch) {
      terms.set(number, BATCH, this.#batch)
      terms.set(number, BATCH_PLACE, this.#termCount)
      if (this.#termCount >= this.#terms.length) this.#terms = grown(this.#terms)
      this.#terms[this.#termCount++] = number
    }
    this.#place = terms.get(number, BATCH_PLACE)
    return this.#slots
  }

  /** Writes what was taken down, word by word, and forgets it. Documents ascend and are fewer than 65,536. */
  write(writer: SegmentWriter): void {
    const { bytes, starts } = this.#encoder.terms
    const terms = this.#terms.subarray(0, this.#termCount)
    const order = sortWords(terms, bytes, starts)
    const ranks = new Uint32Array(order.length)
    for (let rank = 0; rank < order.length; rank++) ranks[order[rank] ?? 0] = rank
    const ofWords = this.#places.subarray(0, this.#count)
    for (let i = 0; i < ofWords.length; i++) ofWords[i] = ranks[ofWords[i] ?? 0] ?? 0
    // By slot, then by word: sorting by counting keeps what it finds in order, so the postings of a word stand by slot and document.
    const whats = this.#whats.subarray(0, this.#count)
    const bySlot = counted(
      whats.map((what) => what >>> 16),
      SLOTS
    )
    const byWord = startsOf(ofWords, order.length)
    const sorted = new Uint32Array(this.#count)
    for (const i of bySlot) {
      const word = ofWords[i] ?? 0
      const at = byWord[word] ?? 0
      sorted[at] = whats[i] ?? 0
      byWord[word] = at + 1
    }
    let from = 0
    for (let rank = 0; rank < order.length; rank++) {
      const term = terms[order[rank] ?? 0] ?? 0
      // By now it says where the word's postings end.
      const to = byWord[rank] ?? from
      writer.add(bytes.subarray(starts[term], starts[term + 1]), sorted.subarray(from, to))
      from = to
    }
    this.clear()
  }

  clear(): void {
    this.#count = 0
    this.#termCount = 0
    this.#batch++
  }

  #note(slot: number, doc: number): void {
    const at = this.#count++
    if (at === 0) this.#first = doc
    if (at >= this.#places.length) {
      this.#places = grown(this.#places)
      this.#whats = grown(this.#whats)
    }
    this.#places[at] = this.#place
    this.#whats[at] = (slot << 16) | (doc - this.#first)
  }
}

/** Returns the places of keys in ascending order of the keys, equal ones as they stood. */
function counted(keys: Uint32Array, kinds: number): Uint32Array {
  const next = startsOf(keys, kinds)
  const order = new Uint32Array(keys.length)
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? 0
    const at = next[key] ?? 0
    order[at] = i
    next[key] = at + 1
  }
  return order
}

/** Returns how many keys are smaller than each kind of key. */
function startsOf(keys: Uint32Array, kinds: number): Uint32Array {
  const starts = new Uint32Array(kinds + 1)
  for (const key of keys) starts[key + 1] = (starts[key + 1] ?? 0) + 1
  for (let kind = 1; kind <= kinds; kind++)
    starts[kind] = (starts[kind] ?? 0) + (starts[kind - 1] ?? 0)
  return starts
}

function grown(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const more = new Uint32Array(2 * numbers.length)
  more.set(numbers)
  return more
}
