import type { Failure } from '../../../../shared/failure'
import type { Page } from '../../../../shared/shapes'
import { failureOf } from '../api'

type Load<T> = (page: Page) => Promise<{ readonly total: number; readonly rows: readonly T[] }>

/** Rows asked for at once; the library gives at most 200. */
const PAGE = 100

/** A long list of which only the pages in sight are held; for lists of fixed row height. */
export class PagedRows<T> {
  total = $state(0)
  pending = $state(false)
  failure = $state.raw<Failure>()
  readonly #load: Load<T>
  #pages = $state.raw<ReadonlyMap<number, readonly T[]>>(new Map())
  #asked = new Set<number>()
  /** The rows in sight when they were wanted last. */
  #sight = { from: 0, to: 1 }
  #generation = 0

  constructor(load: Load<T>) {
    this.#load = load
  }

  /** Where a row that is there stands; -1 when none is meant. */
  indexOf(isMeant: (row: T) => boolean): number {
    for (const [page, rows] of this.#pages) {
      const at = rows.findIndex(isMeant)
      if (at >= 0) return page * PAGE + at
    }
    return -1
  }

  /** The row at a position, if its page is there. */
  row(index: number): T | undefined {
    return this.#pages.get(Math.floor(index / PAGE))?.[index % PAGE]
  }

  /** Every row that is there, in order. */
  get present(): readonly T[] {
    return [...this.#pages].toSorted(([a], [b]) => a - b).flatMap(([, rows]) => rows)
  }

  /** Makes sure that the rows from `from` to before `to` are there or on their way. */
  want(from: number, to: number): void {
    this.#sight = { from, to }
    for (let page = Math.floor(from / PAGE); page * PAGE < Math.min(to, this.total); page++) {
      if (!this.#asked.has(page)) void this.#fetch(page)
    }
  }

  /** Asks anew for what is at the top, for a list that is another one now. */
  async restart(): Promise<void> {
    this.#sight = { from: 0, to: 1 }
    await this.reload()
  }

  /** Asks anew for what is in sight and for one more row; what is shown stays until the answer is there. */
  async reload(also = this.#sight.from): Promise<void> {
    this.#generation++
    const { from, to } = this.#sight
    const first = Math.floor(from / PAGE)
    const count = Math.max(1, Math.ceil(to / PAGE) - first)
    const inSight = Array.from({ length: count }, (_, i) => first + i)
    const pages = [...new Set([...inSight, Math.floor(also / PAGE)])]
    this.#asked = new Set(pages)
    await this.#get(pages, new Map())
  }

  async #fetch(page: number): Promise<void> {
    this.#asked.add(page)
    await this.#get([page])
  }

  /** @param kept - pages that stay; absent for all */
  async #get(pages: readonly number[], kept?: ReadonlyMap<number, readonly T[]>): Promise<void> {
    const generation = this.#generation
    this.pending = true
    try {
      const answers = await Promise.all(
        pages.map((page) => this.#load({ offset: page * PAGE, limit: PAGE }))
      )
      if (generation !== this.#generation) return
      const fresh = new Map(kept ?? this.#pages)
      for (const [i, { rows, total }] of answers.entries()) {
        fresh.set(pages[i] ?? 0, rows)
        this.total = total
      }
      this.#pages = fresh
      this.failure = undefined
    } catch (error) {
      if (generation === this.#generation) this.failure = failureOf(error)
    } finally {
      if (generation === this.#generation) this.pending = false
    }
  }
}

/** Most rows that the library gives at once. */
const MOST = 200
/** Cards with a table each that are asked for at once: more than a window full, and quickly drawn. */
export const CARDS = 10

/** A list that grows at its end; for cards of any height. */
export class GrowingRows<T> {
  rows = $state.raw<readonly T[]>([])
  total = $state(0)
  pending = $state(false)
  /** True once an answer came. */
  loaded = $state(false)
  failure = $state.raw<Failure>()
  readonly #load: Load<T>
  readonly #step: number
  #generation = 0

  constructor(load: Load<T>, step = 50) {
    this.#load = load
    this.#step = step
  }

  readonly hasMore = $derived(this.rows.length < this.total)

  /** Asks anew from the start. */
  async reload(): Promise<void> {
    await this.#anew(this.#step)
  }

  /** Asks anew for what is shown, so that the list does not shrink under the reader; for the first rows when nothing is. */
  async refresh(): Promise<void> {
    await this.#anew(Math.max(this.#step, this.rows.length))
  }

  /** Asks for the next rows unless they are on their way. */
  async more(): Promise<void> {
    if (this.pending || !this.hasMore) return
    await this.#get(this.rows, this.rows.length + this.#step)
  }

  async #anew(wanted: number): Promise<void> {
    this.#generation++
    await this.#get([], wanted)
  }

  /** Adds to these rows until there are so many, or no more. */
  async #get(before: readonly T[], wanted: number): Promise<void> {
    const generation = this.#generation
    this.pending = true
    try {
      const rows = [...before]
      let total: number
      for (;;) {
        const page = { offset: rows.length, limit: Math.min(MOST, wanted - rows.length) }
        const answer = await this.#load(page)
        if (generation !== this.#generation) return
        rows.push(...answer.rows)
        // An empty answer is the end, whatever the total says.
        total = answer.rows.length === 0 ? rows.length : answer.total
        if (rows.length >= Math.min(wanted, total)) break
      }
      this.rows = rows
      this.total = total
      this.loaded = true
      this.failure = undefined
    } catch (error) {
      if (generation === this.#generation) this.failure = failureOf(error)
    } finally {
      if (generation === this.#generation) this.pending = false
    }
  }
}
