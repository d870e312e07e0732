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
  #generation = 0

  constructor(load: Load<T>) {
    this.#load = load
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
    for (let page = Math.floor(from / PAGE); page * PAGE < Math.min(to, this.total); page++) {
      if (!this.#asked.has(page)) void this.#fetch(page)
    }
  }

  /** Asks anew; what is shown stays until the answer is there. */
  async reload(): Promise<void> {
    this.#generation++
    this.#asked = new Set()
    await this.#fetch(0)
  }

  async #fetch(page: number): Promise<void> {
    const generation = this.#generation
    this.#asked.add(page)
    this.pending = true
    try {
      const answer = await this.#load({ offset: page * PAGE, limit: PAGE })
      if (generation !== this.#generation) return
      // The first answer of a generation replaces what was shown of the one before.
      const kept = this.#asked.size === 1 ? new Map<number, readonly T[]>() : new Map(this.#pages)
      this.#pages = kept.set(page, answer.rows)
      this.total = answer.total
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
export const CARDS = 15

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
    this.#generation++
    await this.#fetch(0)
  }

  /** Asks anew for what is shown, so that the list does not shrink under the reader. */
  async refresh(): Promise<void> {
    this.#generation++
    await this.#fetch(0, Math.min(MOST, this.rows.length))
  }

  /** Asks for the next rows unless they are on their way. */
  async more(): Promise<void> {
    if (this.pending || !this.hasMore) return
    await this.#fetch(this.rows.length)
  }

  async #fetch(offset: number, least = 0): Promise<void> {
    const generation = this.#generation
    this.pending = true
    try {
      const answer = await this.#load({ offset, limit: Math.max(this.#step, least) })
      if (generation !== this.#generation) return
      this.rows = offset === 0 ? answer.rows : [...this.rows, ...answer.rows]
      // An empty answer is the end, whatever the total says.
      this.total = answer.rows.length === 0 ? this.rows.length : answer.total
      this.loaded = true
      this.failure = undefined
    } catch (error) {
      if (generation === this.#generation) this.failure = failureOf(error)
    } finally {
      if (generation === this.#generation) this.pending = false
    }
  }
}
