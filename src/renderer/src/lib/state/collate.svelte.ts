import type { CollationCell, CollationRow } from '../../../../core/align/model'
import type { ArticleId } from '../../../../core/article/article'
import type { CollationView } from '../../../../shared/shapes'
import type { Failure } from '../../../../shared/failure'
import { failureOf } from '../api'
import type { Api } from '../api'
import { plural } from '../format'

/** Several reports around one of them. */
export class CollateState {
  view = $state.raw<CollationView>()
  failure = $state.raw<Failure>()
  pending = $state(false)
  mode = $state<'table' | 'matrix' | 'heat'>('table')
  /** Row whose witnesses are listed in the heat map. */
  chosen = $state<number>()
  /** Row that the reader stands at. */
  current = $state<number>()
  /** Row to scroll to; a new object each time. */
  target = $state.raw<{ readonly row: number }>()
  readonly #api: Pick<Api, 'collate'>
  #latest = 0

  constructor(api: Pick<Api, 'collate'>) {
    this.#api = api
  }

  /** Rows that the reports do not all have alike, in order. */
  readonly stops = $derived(
    (this.view?.collation.rows ?? []).filter(differs).map((row) => row.index)
  )
  /** What a screen reader hears when the reports are put together. */
  readonly announcement = $derived.by(() => {
    if (this.view === undefined) return ''
    const rows = this.view.collation.rows
    const base = rows.filter((row) => row.cells[0] === null).length
    return [
      plural(this.view.witnesses.length, 'report'),
      plural(rows.length, 'passage'),
      `${plural(this.stops.length, 'passage')} not alike in all`,
      `${plural(base, 'passage')} not in the base`
    ].join(', ')
  })

  readonly ids = $derived((this.view?.witnesses ?? []).map((witness) => witness.header.id))

  async open(articles: readonly ArticleId[]): Promise<void> {
    if (this.ids.join() === articles.join()) return
    const ticket = ++this.#latest
    this.pending = true
    try {
      const view = await this.#api.collate(articles)
      if (ticket !== this.#latest) return
      this.view = view
      this.failure = undefined
      this.chosen = undefined
      this.current = undefined
      this.target = undefined
    } catch (error) {
      if (ticket !== this.#latest) return
      this.view = undefined
      this.failure = failureOf(error)
    } finally {
      if (ticket === this.#latest) this.pending = false
    }
  }

  /** Goes to the next or previous passage that is not alike in all, and says how the reports have it. */
  step(direction: 1 | -1): string {
    const { stops } = this
    if (stops.length === 0) return 'All reports have every passage alike'
    const now = this.current === undefined ? -1 : stops.indexOf(this.current)
    const from = now < 0 && direction === -1 ? 0 : now
    const at = (from + direction + stops.length) % stops.length
    const row = stops[at] ?? 0
    this.current = row
    this.target = { row }
    return `${at + 1} of ${stops.length}: ${this.describe(row)}`
  }

  /** How the reports have a passage, in words. */
  describe(index: number): string {
    const row = this.view?.collation.rows[index]
    if (row === undefined) return ''
    const told = row.cells.map((cell, report) => {
      const name = report === 0 ? 'base' : `report ${report + 1}`
      return cell === null ? `not in ${name}` : `${name} ${HAS[cell.relation]}`
    })
    return `passage ${index + 1}: ${told.join(', ')}`
  }

  /** The same reports with another base; the others keep their order. */
  withBase(base: ArticleId): readonly ArticleId[] {
    return [base, ...this.ids.filter((id) => id !== base)]
  }

  /** Share of the other reports that have this passage otherwise or not at all, 0…1. */
  heat(row: CollationRow): number {
    const others = row.cells.slice(1)
    const differing = others.filter((cell) => cell?.relation !== 'equal').length
    return others.length === 0 ? 0 : differing / others.length
  }
}

const HAS = {
  base: 'has it',
  equal: 'has the same',
  edited: 'has it edited',
  'same-statement': 'says it in other words',
  only: 'has it beyond the base'
} as const satisfies Record<CollationCell['relation'], string>

const differs = ({ cells }: CollationRow): boolean =>
  cells.some((cell) => cell === null || (cell.relation !== 'base' && cell.relation !== 'equal'))
