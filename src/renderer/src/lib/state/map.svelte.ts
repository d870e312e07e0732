import type { ClusterId } from '../../../../core/overlap/model'
import type { Failure } from '../../../../shared/failure'
import type {
  ClaimMatrix,
  DescentView,
  TimelinePage,
  TimelineQuery,
  TimelineRow
} from '../../../../shared/overview'
import type { Api } from '../api'
import { failureOf } from '../api'
import { isNumbersByKey, keep, recall } from './kept'
import { GrowingRows } from './rows.svelte'

/** What the map shows: clusters in time, claims over reports, who copies whom. */
export type MapPart = 'time' | 'claims' | 'copies'

/** Lanes asked for at once. */
const LANES = 20
/** Rows of claims asked for at once. */
const CLAIM_ROWS = 60
const TABLES_KEY = 'map-as-table'
/** Enlargement of the time line; 1 shows all of it. */
export const MAX_ZOOM = 256

const isEqual = (one: ClaimMatrix, other: ClaimMatrix | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

type MapApi = Pick<Api, 'timeline' | 'claimMatrix' | 'descent'>

/** The map of the library. */
export class MapState {
  order = $state<TimelineQuery['order']>('largest')
  filter = $state('')
  zoom = $state(1)
  /** Tables in place of the pictures; kept for the next start. */
  asTable = $state(recall(TABLES_KEY, { on: 0 }, isNumbersByKey)['on'] === 1)
  /** What belongs to the time line as a whole. */
  span = $state.raw<Omit<TimelinePage, 'rows' | 'total'>>({ density: [], undated: 0 })
  firstReport = $state(0)
  matrix = $state.raw<ClaimMatrix>()
  descent = $state.raw<DescentView>()
  failure = $state.raw<Failure>()
  readonly lanes: GrowingRows<TimelineRow>
  readonly #api: MapApi
  #latest = 0

  constructor(api: MapApi) {
    this.#api = api
    this.lanes = new GrowingRows(async (page) => {
      const { rows, total, ...span } = await this.#api.timeline({
        ...page,
        order: this.order,
        ...(this.filter !== '' && { filter: this.filter })
      })
      this.span = span
      return { rows, total }
    }, LANES)
  }

  showTables(on: boolean): void {
    this.asTable = on
    keep(TABLES_KEY, { on: on ? 1 : 0 })
  }

  zoomBy(factor: number): void {
    this.zoom = Math.min(MAX_ZOOM, Math.max(1, this.zoom * factor))
  }

  /** Loads what a part shows; without a cluster the largest one is taken. */
  async load(part: MapPart, cluster?: ClusterId): Promise<void> {
    const ticket = ++this.#latest
    if (part === 'time' || !this.lanes.loaded) await this.lanes.refresh()
    const chosen = cluster ?? this.lanes.rows[0]?.cluster
    if (part === 'time' || chosen === undefined) return
    try {
      if (part === 'claims') {
        const isSame = this.matrix?.cluster === chosen
        if (!isSame) this.firstReport = 0
        // A matrix that is asked for anew keeps the rows that the reader added.
        const matrix = await this.#page(chosen, 0, isSame ? this.matrix?.rows.length : undefined)
        // One that is the same to the letter would only make the window put all its cells in anew.
        if (ticket === this.#latest && !isEqual(matrix, this.matrix)) this.matrix = matrix
      } else {
        const descent = await this.#api.descent(chosen)
        if (ticket === this.#latest) this.descent = descent
      }
      if (ticket === this.#latest) this.failure = undefined
    } catch (error) {
      if (ticket === this.#latest) this.failure = failureOf(error)
    }
  }

  readonly hasMoreClaims = $derived(
    this.matrix !== undefined && this.matrix.rows.length < this.matrix.total
  )

  /** Adds further rows of the matrix. */
  async moreClaims(): Promise<void> {
    const before = this.matrix
    if (before === undefined) return
    const ticket = ++this.#latest
    const next = await this.#page(before.cluster, before.rows.length)
    if (ticket === this.#latest) this.matrix = { ...next, rows: [...before.rows, ...next.rows] }
  }

  /** Lays out other reports of a large cluster. */
  async showReports(first: number): Promise<void> {
    this.firstReport = Math.max(0, first)
    if (this.matrix) await this.load('claims', this.matrix.cluster)
  }

  #page(cluster: ClusterId, offset: number, least = 0): Promise<ClaimMatrix> {
    return this.#api.claimMatrix({
      cluster,
      firstReport: this.firstReport,
      offset,
      limit: Math.max(CLAIM_ROWS, least)
    })
  }
}
