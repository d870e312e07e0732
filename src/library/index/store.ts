import type { ArticleId } from '../../core/article/article'
import { type PostingsTables, BLOCKS_PER_SEGMENT } from '../catalog/postings'
import { IndexDamagedError, verify } from './codec'
import { bytesOf, sortWords } from './dictionary'
import { Documents, type DocumentFacts } from './documents'
import { SLOTS } from './encoder'
import { Lru } from './lru'
import { chooseMerge, mergeSegments } from './merge'
import { readPostings, readSegment, SegmentWriter, type Postings, type Segment } from './segment'
import { Streams } from './stream'

/** Most bytes of postings kept in memory; common words stay, rare ones are read again. */
const BLOCK_CACHE_BYTES = 48 * 2 ** 20

/** FlexSearch's memory of what was added and not committed, as its own storage adapters read it. */
export interface EngineMemory {
  readonly map: Map<string, (number[] | undefined)[]>
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
  readonly #pending: DocumentFacts[] = []
  readonly #dead = new Set<number>()
  /** What `read` read last. */
  postings: Postings = { docs: new Uint32Array(1024), frequencies: new Uint8Array(1024) }
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
    const writer = new SegmentWriter(this.#pending)
    for (const [word, slots] of sortWords([...memory.map])) writer.add(word, slots)
    this.segments.push(writer.finish(this.#tables))
    for (const facts of this.#pending) this.documents.add(facts)
    this.#pending.length = 0
    this.#tables.setMeta('nextDoc', String(this.#nextDoc))
    memory.map.clear()
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
   * Merges segments where there are many of a size, and drops what was removed from them. Answers whether it did anything.
   *
   * @param mostDocs - larger merges are left for another time
   */
  merge(mostDocs: number): boolean {
    const chosen = chooseMerge(this.segments, this.#dead.size, mostDocs)
    if (chosen === null) return false
    const old = this.segments.slice(chosen.start, chosen.end)
    const merged = mergeSegments(old, this, this.#tables)
    for (const segment of old) {
      this.#tables.removeSegment(segment.id)
      for (const doc of segment.docs) if (this.#dead.delete(doc)) this.#tables.removeDead(doc)
    }
    this.segments.splice(chosen.start, old.length, ...(merged === null ? [] : [merged]))
    this.generation++
    return true
  }

  /** Whether any removed documents still have postings. */
  get hasRemoved(): boolean {
    return this.#dead.size > 0
  }

  /** Returns how many living documents hold a word. */
  documentsWith(word: string): number {
    const bytes = bytesOf(word)
    let living = 0
    for (const segment of this.segments) {
      const index = segment.dictionary.find(bytes)
      if (index < 0) continue
      if (this.#dead.size === 0) {
        living += segment.frequencies[index] ?? 0
        continue
      }
      const count = this.read(segment, index)
      const { docs } = this.postings
      for (let i = 0; i < count; i++) living += this.documents.alive[docs[i] ?? 0] ?? 0
    }
    return living
  }

  /** Returns the bytes of a word's postings in a segment. */
  bytes(segment: Segment, index: number): Uint8Array {
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
    return this.#block(segment.id * BLOCKS_PER_SEGMENT + low).subarray(start - offset, end - offset)
  }

  /** Reads a word's postings into `postings` and returns how many there are. Removed documents are among them. */
  read(segment: Segment, index: number): number {
    const most = segment.frequencies[index] ?? 0
    if (most > this.postings.docs.length) {
      this.postings = { docs: new Uint32Array(most * 2), frequencies: new Uint8Array(most * 2) }
    }
    return readPostings(this.bytes(segment, index), segment.docs[0] ?? 0, this.postings)
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

  #block(id: number): Uint8Array {
    const cached = this.#blocks.get(id)
    if (cached !== undefined) return cached
    const row = this.#tables.block(id)
    if (row === undefined) throw new IndexDamagedError(`Cannot read block ${id}: it is missing`)
    verify(row.data, row.crc, `block ${id}`)
    this.#blocks.set(id, row.data, row.data.length)
    return row.data
  }
}
