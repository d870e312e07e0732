import type { ArticleId } from '../../core/article/article'
import { type PostingsTables, BLOCKS_PER_SEGMENT } from '../catalog/postings'
import { IndexDamagedError, verify } from './codec'
import { bytesOf } from './dictionary'
import { Documents, type DocumentFacts } from './documents'
import { SLOTS } from './encoder'
import { Lru } from '../lru'
import { chooseMerge, Merge } from './merge'
import type { PendingPostings } from './pending'
import { readPostings, readSegment, SegmentWriter, type Postings, type Segment } from './segment'
import { Streams } from './stream'

/** Most bytes of postings kept in memory; common words stay, rare ones are read again. */
const BLOCK_CACHE_BYTES = 12 * 2 ** 20

/** Most bytes of what is kept of common words; a byte for each document. */
const COMMON_BYTES = 12 * 2 ** 20
/** A word is common that one in so many documents of a segment hold, and so many of them at least. */
const COMMON_SHARE = 8
const LEAST_COMMON = 4096
/** More than any segment has words. */
const WORDS_PER_SEGMENT = 2 ** 24

/** Documents of a word up to which those that were removed are counted one by one; among more, their share is known well enough. */
const MOST_COUNTED = 1024

/** Postings for which there is room to begin with. */
const FEWEST_POSTINGS = 64

/** Blocks that are removed at once: a few ms. */
const BLOCKS_AT_ONCE = 64

/** FlexSearch's memory of what was added and not committed, as its own storage adapters read it. */
export interface EngineMemory {
  map: PendingPostings
  readonly ctx: Map<string, unknown>
  readonly reg: Set<number>
  db: unknown
  commit_task: unknown[]
}

/**
 * FlexSearch's storage interface over the catalog's database. What the engine collected is written as a segment when it commits,
 * in the transaction that is open; removed documents are marked, and vanish when segments are merged.
 */
export class PostingsStore {
  /** Asked for by FlexSearch's types. */
  readonly db: unknown = null
  readonly documents = new Documents()
  readonly streams: Streams
  segments: Segment[] = []
  /** Raised by every change: what was computed from an older state is stale. */
  generation = 0
  readonly #tables: PostingsTables
  readonly #blocks = new Lru<number, Uint8Array>(BLOCK_CACHE_BYTES)
  readonly #common = new Lru<number, Uint8Array>(COMMON_BYTES)
  readonly #pending: DocumentFacts[] = []
  readonly #dead = new Set<number>()
  /** For each segment how many of its documents were removed, as of a generation. */
  readonly #deadCounts = new Map<number, number>()
  #deadCountsOf = -1
  /** Merges in work, each of segments that come after those of the one before it. */
  readonly #merges: Merge[] = []
  /** Segments that are gone, and whose blocks have still to be removed. */
  readonly #trash: number[]
  /** What `read` read last: to be asked for after it, since it may be another one then. */
  postings: Postings = {
    docs: new Uint32Array(FEWEST_POSTINGS),
    frequencies: new Uint8Array(FEWEST_POSTINGS)
  }
  #nextDoc = 1

  /** Reads what is kept. Throws `IndexDamagedError` when it can't be trusted. */
  constructor(tables: PostingsTables) {
    this.#tables = tables
    this.streams = new Streams(tables)
    for (const row of tables.segments()) {
      const { segment, facts } = readSegment(row)
      this.segments.push(segment)
      this.documents.addColumns(facts)
    }
    // A merged segment is younger than those that came while it was merged, and yet comes before them.
    this.segments.sort((a, b) => (a.docs[0] ?? 0) - (b.docs[0] ?? 0))
    const kept = new Set(this.segments.map(({ id }) => id))
    const there = new Set([...tables.unfinished(), ...tables.segmentsOfBlocks()])
    this.#trash = [...there].filter((id) => !kept.has(id))
    for (const doc of tables.dead()) {
      if (!this.documents.remove(doc)) {
        throw new IndexDamagedError(`Cannot read the index: removed document ${doc} is unknown`)
      }
      this.#dead.add(doc)
    }
    this.#nextDoc = Math.max(this.documents.last + 1, Number(tables.meta('nextDoc') ?? 1))
  }

  /** Returns the number for a new document. Numbers ascend and are not used again. */
  takeNumber(): number {
    return this.#nextDoc++
  }

  /** Notes what is to be kept of a document that was added to the engine; written at the next commit. */
  describe(facts: DocumentFacts): void {
    this.#pending.push(facts)
  }

  /** Writes what the engine collected as a segment. */
  write(memory: EngineMemory): void {
    memory.commit_task = []
    if (this.#pending.length === 0) return
    const writer = new SegmentWriter(this.#pending, this.#tables)
    memory.map.write(writer)
    this.segments.push(writer.finish())
    for (const facts of this.#pending) this.documents.add(facts)
    this.#pending.length = 0
    this.#tables.setMeta('nextDoc', String(this.#nextDoc))
    memory.ctx.clear()
    memory.reg.clear()
    this.generation++
  }

  /** Marks an article as gone. Answers false when it is not there. */
  removeArticle(article: ArticleId): boolean {
    const doc = this.documents.docOf(article)
    if (doc === undefined) return false
    this.documents.remove(doc)
    this.#dead.add(doc)
    this.#tables.addDead(doc)
    this.generation++
    return true
  }

  /**
   * Does upkeep until a time on the clock: merges segments where there are many of a size, drops what was removed from them. Small
   * merges go before a large one that is in work, so that there are never many segments.
   *
   * @param idle - whether nothing else is to do: then fewer segments are left
   * @returns whether there was anything to do
   */
  tidy(until: number, idle: boolean): boolean {
    let worked = false
    do {
      if (!this.#clean() && !this.#mergeOn(until, idle)) return worked
      worked = true
    } while (performance.now() < until)
    return true
  }

  /** Removes some of what is no longer needed. */
  #clean(): boolean {
    const [id] = this.#trash
    if (id === undefined) return false
    if (!this.#tables.removeBlocks(id, BLOCKS_AT_ONCE)) {
      this.#tables.removeSegment(id)
      this.#trash.shift()
    }
    return true
  }

  #mergeOn(until: number, idle: boolean): boolean {
    const merge = this.#newMerge(idle) ?? this.#merges.at(-1)
    if (merge === undefined) return false
    // What is written can wait for being counted: that takes a ms, and a slice is to be short.
    if (merge.step(until) && performance.now() < until) this.#finish(merge)
    return true
  }

  /** Begins a merge of segments that are in no other. */
  #newMerge(idle: boolean): Merge | undefined {
    const last = this.#merges.at(-1)?.segments.at(-1)
    const from = last === undefined ? 0 : this.segments.indexOf(last) + 1
    const free = this.segments.slice(from)
    const run = chooseMerge(free, idle ? free.map((segment) => this.#deadIn(segment)) : [], idle)
    if (run === null) return undefined
    const merge = new Merge(free.slice(run.start, run.end), this, this.#tables)
    this.#merges.push(merge)
    return merge
  }

  #finish(merge: Merge): void {
    const merged = merge.finish()
    const old = merge.segments
    for (const segment of old) {
      this.#tables.removeSegment(segment.id)
      this.#trash.push(segment.id)
      if (this.#dead.size === 0) continue
      for (const doc of segment.docs)
        if (!merge.keeps(doc) && this.#dead.delete(doc)) this.#tables.removeDead(doc)
    }
    const [first] = old
    const at = first === undefined ? 0 : this.segments.indexOf(first)
    this.segments.splice(at, old.length, ...(merged === null ? [] : [merged]))
    this.#merges.splice(this.#merges.indexOf(merge), 1)
    this.generation++
  }

  #deadIn({ id, docs }: Segment): number {
    if (this.#dead.size === 0) return 0
    if (this.#deadCountsOf !== this.generation) {
      this.#deadCounts.clear()
      this.#deadCountsOf = this.generation
    }
    let count = this.#deadCounts.get(id)
    if (count === undefined) {
      count = 0
      for (const doc of docs) if (this.#dead.has(doc)) count++
      this.#deadCounts.set(id, count)
    }
    return count
  }

  /** Whether any removed documents still have postings. */
  get hasRemoved(): boolean {
    return this.#dead.size > 0
  }

  /** Returns how many living documents hold a word; where removed ones are among very many, about how many. */
  documentsWith(word: string): number {
    const bytes = bytesOf(word)
    let living = 0
    for (const segment of this.segments) {
      const index = segment.dictionary.find(bytes)
      if (index >= 0) living += this.#livingOf(segment, index)
    }
    return Math.min(living, this.documents.count)
  }

  #livingOf(segment: Segment, index: number): number {
    const frequency = segment.frequencies[index] ?? 0
    if (this.#dead.size === 0) return frequency
    if (frequency > MOST_COUNTED)
      return Math.round(frequency * (1 - this.#deadIn(segment) / segment.docs.length))
    const count = this.read(segment, index)
    const { docs } = this.postings
    let living = 0
    for (let i = 0; i < count; i++) living += this.documents.alive[docs[i] ?? 0] ?? 0
    return living
  }

  /** Returns the bytes of a word's postings in a segment. */
  bytes(segment: Segment, index: number): Uint8Array {
    return this.#stretch(segment, index, true)
  }

  #stretch(segment: Segment, index: number, cached: boolean): Uint8Array {
    const start = segment.starts[index] ?? 0
    const end = segment.starts[index + 1] ?? start
    let low = 0
    let high = segment.blockStarts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if ((segment.blockStarts[middle] ?? 0) <= start) low = middle
      else high = middle - 1
    }
    const offset = segment.blockStarts[low] ?? 0
    const block = cached ? this.#block(segment, low) : this.readBlock(segment, low)
    return block.subarray(start - offset, end - offset)
  }

  /** Reads a word's postings into `postings` and returns how many there are. Removed documents are among them. */
  read(segment: Segment, index: number): number {
    return this.#decoded(this.bytes(segment, index), segment, segment.frequencies[index] ?? 0)
  }

  #decoded(data: Uint8Array, segment: Segment, most: number): number {
    if (most > this.postings.docs.length) {
      this.postings = { docs: new Uint32Array(most * 2), frequencies: new Uint8Array(most * 2) }
    }
    return readPostings(data, segment.docs[0] ?? 0, this.postings)
  }

  /**
   * Returns how often documents of a segment hold a common word, removed ones too: a byte for each document from the first on, up to
   * `SLOTS`. Undefined for other words.
   */
  common(segment: Segment, index: number): Uint8Array | undefined {
    const first = segment.docs[0] ?? 0
    const span = (segment.docs.at(-1) ?? 0) - first + 1
    const holding = segment.frequencies[index] ?? 0
    if (holding < LEAST_COMMON || holding * COMMON_SHARE < span) return undefined
    const key = segment.id * WORDS_PER_SEGMENT + index
    const kept = this.#common.get(key)
    if (kept !== undefined) return kept
    const counts = new Uint8Array(span)
    // Past the cache of blocks: they are large, and these bytes stand for them from now on.
    const count = this.#decoded(this.#stretch(segment, index, false), segment, holding)
    const { docs, frequencies } = this.postings
    for (let i = 0; i < count; i++) counts[(docs[i] ?? 0) - first] = frequencies[i] ?? 0
    this.#common.set(key, counts, span)
    return counts
  }

  /** Returns the living documents that hold a term. */
  holding(term: string): Set<number> {
    const found = new Set<number>()
    const bytes = bytesOf(term)
    for (const segment of this.segments) {
      const index = segment.dictionary.find(bytes)
      if (index < 0) continue
      const count = this.read(segment, index)
      const { docs } = this.postings
      for (let i = 0; i < count; i++) {
        const doc = docs[i] ?? 0
        if (this.documents.alive[doc] === 1) found.add(doc)
      }
    }
    return found
  }

  // ── what FlexSearch calls ───────────────────────────────────────────────────────────────────────

  mount(memory: unknown): Promise<void> {
    /* FlexSearch's own adapters set the same member. */
    const engine = memory as EngineMemory
    engine.db = this
    return Promise.resolve()
  }

  open(): Promise<void> {
    return Promise.resolve()
  }

  close(): Promise<void> {
    return Promise.resolve()
  }

  destroy(): Promise<void> {
    return Promise.resolve()
  }

  clear(): Promise<void> {
    return Promise.resolve()
  }

  /** Writes at once, so that it happens in the caller's transaction; the promise is for the interface. */
  commit(memory: EngineMemory): Promise<void> {
    this.write(memory)
    return Promise.resolve()
  }

  has(doc: number): Promise<boolean> {
    return Promise.resolve(this.documents.alive[doc] === 1)
  }

  /** Returns the documents of a word by slot, those that hold it most often first. */
  get(
    term: string,
    _context: string | undefined,
    limit: number,
    offset: number,
    resolve: boolean
  ): Promise<number[] | number[][]> {
    const slots: number[][] = Array.from({ length: SLOTS }, () => [])
    for (const segment of this.segments) {
      const index = segment.dictionary.find(bytesOf(term))
      if (index < 0) continue
      const count = this.read(segment, index)
      const { docs, frequencies } = this.postings
      for (let i = 0; i < count; i++) {
        const doc = docs[i] ?? 0
        if (this.documents.alive[doc] === 1) slots[SLOTS - (frequencies[i] ?? 1)]?.push(doc)
      }
    }
    if (!resolve) return Promise.resolve(slots)
    return Promise.resolve(slots.flat().slice(offset, limit > 0 ? offset + limit : undefined))
  }

  /** Reads a block of a segment, past the cache. */
  readBlock(segment: Segment, number: number): Uint8Array {
    const id = segment.id * BLOCKS_PER_SEGMENT + number
    const row = this.#tables.block(id)
    if (row === undefined) throw new IndexDamagedError(`Cannot read block ${id}: it is missing`)
    verify(row.data, row.crc, `block ${id}`)
    return row.data
  }

  #block(segment: Segment, number: number): Uint8Array {
    const id = segment.id * BLOCKS_PER_SEGMENT + number
    const cached = this.#blocks.get(id)
    if (cached !== undefined) return cached
    const data = this.readBlock(segment, number)
    this.#blocks.set(id, data, data.length)
    return data
  }
}
