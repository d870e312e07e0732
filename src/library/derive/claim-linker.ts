import type { ArticleId } from '../../core/article/article'
import { compareRefs, joinThreads, refKey, threadFor } from '../../core/claims/join'
import type { ClaimLink, ClaimRef } from '../../core/claims/join'
import type { ClaimKey } from '../../core/claims/key'
import { likeness, SAME_CLAIM } from '../../core/claims/thread'
import { hashWord } from '../../core/overlap/hash'
import { Postings } from '../../core/overlap/postings'
import type { LinkTables } from '../catalog/claim-links'
import type { ClaimRecord, ClaimTables } from '../catalog/claims'

/** What a claim and another must share to be compared: two rare words, or a rare one and a common one, or three common ones. */
const SHARING = { rareHolders: 20, rareWeight: 2, least: 3 } as const
/** Claims looked at per key, newest first. */
const MAX_HOLDERS = 200
/** Claims that a new one is compared with, those that share most first. Bounds time where claims recur. */
const MAX_COMPARED = 24
/** Links that are kept of a new claim, the strongest first. Bounds time and space where claims recur. */
const MAX_LINKS = 12
/** Claims that are joined anew when one of them goes; beyond, only whole threads that it stood in. Bounds time. */
const MAX_REGION = 400
/** Keys of claims in memory, those compared last. */
const CACHED_KEYS = 3000
/** More than an article can have sentences: article and sentence are one number. */
const MARKS = 2 ** 20

/** A claim as it comes. */
export interface NewClaim {
  readonly record: ClaimRecord
  readonly key: ClaimKey
  /** Stands in a thread; status lines do not. */
  readonly linked: boolean
}

/**
 * Puts claims into threads as they come and go.
 *
 * A claim in the words of another follows it and costs no comparison. Any other is compared with a bounded number of leaders and
 * joins one thread; so the cost of a claim depends neither on how often it recurs nor on the size of the library. Threads come out
 * as `joinThreads` makes them of all links, in whatever order articles come, as long as a claim has no more links than are kept.
 */
export class ClaimLinker {
  readonly #claims: ClaimTables
  readonly #tables: LinkTables
  readonly #keys = new Map<number, ClaimKey>()
  #loaded: Postings | undefined

  constructor(claims: ClaimTables, tables: LinkTables) {
    this.#claims = claims
    this.#tables = tables
  }

  /** Writes the claims of one article, which has none yet, in their order. */
  add(article: ArticleId, claims: readonly NewClaim[]): void {
    const packed: number[] = []
    for (const { record, key, linked } of claims) {
      if (!linked) this.#claims.writeClaim(record, { key })
      else if (!this.#follows(record, key)) {
        const blocks = blocksOf(key)
        packed.push(record.mark, blocks.length, ...blocks)
        this.#lead(record, key, blocks)
      }
    }
    if (packed.length > 0) this.#tables.keepBlocks(article, Uint32Array.from(packed))
  }

  /** Takes articles out of all threads, before their claims are removed. */
  drop(ids: readonly ArticleId[]): void {
    const gone = new Set(ids)
    const heads = new Map<string, ClaimRef>()
    const dirty: ClaimRef[] = []
    for (const id of ids)
      for (const { ref, head, leads } of this.#tables.linkedIn(id)) {
        heads.set(refKey(head), head)
        if (!leads) continue
        for (const { a, b } of this.#tables.linksOf(ref))
          dirty.push(compareRefs(a, ref) === 0 ? b : a)
        this.#tables.dropLinks(ref)
        this.#postings.remove(idOf(ref))
        this.#keys.delete(idOf(ref))
        const next = this.#tables.successorOf(ref, gone)
        if (next !== undefined) dirty.push(next, ...this.#promote(next))
      }
    for (const id of ids) {
      this.#claims.remove(id)
      this.#tables.remove(id)
    }
    const left = dirty.filter(({ article }) => !gone.has(article))
    for (const head of heads.values()) left.push(...this.#tables.leadersOf(head).slice(0, 1))
    this.#rethread(left)
    for (const head of heads.values()) this.#tables.recount(head)
  }

  /** Forgets what is kept in memory: what was written is no longer so. */
  forget(): void {
    this.#loaded = undefined
    this.#keys.clear()
  }

  /** Keeps a claim in the thread of an earlier one in the same words; false when there is none. */
  #follows(record: ClaimRecord, key: ClaimKey): boolean {
    const lead = this.#tables.leadOf(record.plain)
    if (lead === undefined || compareRefs(lead.ref, record) > 0) return false
    this.#join(record, key, { head: lead.head, leads: false })
    return true
  }

  /** Keeps a claim in words that no earlier one has. */
  #lead(record: ClaimRecord, key: ClaimKey, blocks: Uint32Array): void {
    const later = this.#tables.leadOf(record.plain)?.ref
    const dirty = later === undefined ? [] : [later, ...this.#demote(later)]
    const links = this.#search(record, key, blocks)
    const partners = links.map(({ a }) => a).toSorted(compareRefs)
    const inOrder = later === undefined && partners.every((ref) => compareRefs(ref, record) < 0)
    const head = inOrder ? this.#headFor(links) : undefined
    this.#join(record, key, { head: head ?? record, leads: true })
    for (const link of links) this.#tables.writeLink(link)
    if (!inOrder) this.#rethread([record, ...partners, ...dirty])
  }

  #headFor(links: readonly ClaimLink[]): ClaimRef | undefined {
    const heads = new Map<string, ClaimRef>()
    const known = links
      .toSorted((p, q) => compareRefs(p.a, q.a))
      .map(({ a, score }) => {
        const head = this.#tables.headOf(a) ?? a
        heads.set(refKey(head), head)
        return { thread: refKey(head), score }
      })
    const thread = threadFor(known, (name) => {
      const head = heads.get(name)
      return (head && this.#tables.countsOf(head)?.wordings) ?? 1
    })
    return thread === undefined ? undefined : heads.get(thread)
  }

  #join(
    record: ClaimRecord,
    key: ClaimKey,
    { head, leads }: { readonly head: ClaimRef; readonly leads: boolean }
  ): void {
    const document = !this.#tables.holds(head, record.article)
    this.#claims.writeClaim(record, { key, thread: { head, leads } })
    if (compareRefs(head, record) !== 0) this.#tables.count(head, { document, wording: leads })
  }

  /** Compares a claim with those that share what is rare, and answers with links from them to it. */
  #search(ref: ClaimRef, key: ClaimKey, blocks: Uint32Array): ClaimLink[] {
    const postings = this.#postings
    postings.add(idOf(ref), blocks)
    this.#remember(idOf(ref), key)
    return postings
      .sharing(postings.heldWith(idOf(ref), { limit: MAX_HOLDERS }), () => false, SHARING)
      .sort((p, q) => q.weight - p.weight || p.id - q.id)
      .slice(0, MAX_COMPARED)
      .flatMap(({ id }): ClaimLink[] => {
        const other = this.#key(id)
        const score = other === undefined ? 0 : likeness(key, other)
        return score >= SAME_CLAIM ? [{ a: refOf(id), b: ref, score }] : []
      })
      .sort((p, q) => q.score - p.score || compareRefs(p.a, q.a))
      .slice(0, MAX_LINKS)
  }

  /** Has a claim led no longer, because an earlier one in its words came; answers with those that it had links with. */
  #demote(ref: ClaimRef): ClaimRef[] {
    const partners = this.#tables
      .linksOf(ref)
      .map(({ a, b }) => (compareRefs(a, ref) === 0 ? b : a))
    this.#tables.dropLinks(ref)
    this.#tables.lead(ref, false)
    this.#postings.remove(idOf(ref))
    this.#repack(ref, new Uint32Array())
    return partners
  }

  /** Has a claim lead, because the one in its words that led goes; answers with those that it has links with. */
  #promote(ref: ClaimRef): ClaimRef[] {
    this.#tables.lead(ref, true)
    const key = this.#claims.key(ref)
    if (key === undefined) return []
    const blocks = blocksOf(key)
    this.#repack(ref, blocks)
    const links = this.#search(ref, key, blocks)
    for (const link of links) this.#tables.writeLink(link)
    return links.map(({ a }) => a)
  }

  /** Writes other blocks for one claim of an article; none for what leads no longer. */
  #repack(ref: ClaimRef, blocks: Uint32Array): void {
    const packed: number[] = []
    for (const entry of unpacked(this.#tables.blocksOf(ref.article)))
      if (entry.mark !== ref.mark) packed.push(entry.mark, entry.blocks.length, ...entry.blocks)
    if (blocks.length > 0) packed.push(ref.mark, blocks.length, ...blocks)
    this.#tables.keepBlocks(ref.article, Uint32Array.from(packed))
  }

  /** Joins anew all claims that links lead to from these. */
  #rethread(dirty: readonly ClaimRef[]): void {
    const { leaders, heads } = this.#regionOf(dirty)
    const links = [...leaders.values()].flatMap((ref) =>
      this.#tables
        .linksOf(ref)
        .filter(({ a, b }) => compareRefs(a, ref) === 0 && leaders.has(refKey(b)))
    )
    const headOf = new Map<string, ClaimRef>()
    for (const refs of joinThreads(links)) {
      const [head] = refs
      if (head !== undefined) for (const ref of refs) headOf.set(refKey(ref), head)
    }
    for (const [name, ref] of leaders) {
      const head = headOf.get(name) ?? ref
      heads.set(refKey(head), head)
      this.#tables.setHead(ref, head)
    }
    for (const head of heads.values()) this.#tables.recount(head)
  }

  /** Leaders of the threads that links lead to from these, and the heads that they have now. */
  #regionOf(dirty: readonly ClaimRef[]): {
    leaders: Map<string, ClaimRef>
    heads: Map<string, ClaimRef>
  } {
    const leaders = new Map<string, ClaimRef>()
    const heads = new Map<string, ClaimRef>()
    const owed = [...dirty]
    for (const [at, ref] of owed.entries()) {
      if (at >= dirty.length && leaders.size >= MAX_REGION) break
      const head = this.#tables.headOf(ref)
      if (head === undefined || heads.has(refKey(head))) continue
      heads.set(refKey(head), head)
      for (const lead of this.#tables.leadersOf(head)) {
        leaders.set(refKey(lead), lead)
        for (const { a, b } of this.#tables.linksOf(lead))
          owed.push(compareRefs(a, lead) === 0 ? b : a)
      }
    }
    return { leaders, heads }
  }

  /** Read when first needed: a library in which nothing changes never needs them. */
  get #postings(): Postings {
    if (this.#loaded !== undefined) return this.#loaded
    const loaded = new Postings()
    for (const { article, packed } of this.#tables.allBlocks())
      for (const { mark, blocks } of unpacked(packed)) loaded.add(idOf({ article, mark }), blocks)
    this.#loaded = loaded
    return loaded
  }

  #key(id: number): ClaimKey | undefined {
    const known = this.#keys.get(id) ?? this.#claims.key(refOf(id))
    if (known !== undefined) this.#remember(id, known)
    return known
  }

  #remember(id: number, key: ClaimKey): void {
    this.#keys.delete(id)
    this.#keys.set(id, key)
    if (this.#keys.size <= CACHED_KEYS) return
    const [oldest] = this.#keys.keys()
    if (oldest !== undefined) this.#keys.delete(oldest)
  }
}

const idOf = ({ article, mark }: ClaimRef): number => article * MARKS + mark
const refOf = (id: number): ClaimRef => ({ article: Math.floor(id / MARKS), mark: id % MARKS })

/** Under what a claim is found: its words, and its numbers with what they count. */
function blocksOf(key: ClaimKey): Uint32Array {
  const words = key.terms.map(([term]) => term)
  const numbers = key.numbers
    .filter((n) => n.counts !== '' || n.unit !== '')
    .map((n) => `${n.value} ${n.unit}${n.counts}`)
  return Uint32Array.from(new Set([...words, ...numbers].map(hashWord)))
}

/** Reads a list of `mark, number of blocks, blocks …`. */
function* unpacked(
  packed: Uint32Array
): Generator<{ readonly mark: number; readonly blocks: Uint32Array }> {
  for (let at = 0; at + 1 < packed.length;) {
    const end = at + 2 + (packed[at + 1] ?? 0)
    yield { mark: packed[at] ?? 0, blocks: packed.subarray(at + 2, end) }
    at = end
  }
}
