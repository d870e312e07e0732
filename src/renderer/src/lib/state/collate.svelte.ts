import type { CollationRow } from '../../../../core/align/model'
import type { ArticleId } from '../../../../core/article/article'
import type { CollationView } from '../../../../shared/shapes'
import type { Failure } from '../../../../shared/failure'
import { failureOf } from '../api'
import type { Api } from '../api'

/** Several reports around one of them. */
export class CollateState {
  view = $state.raw<CollationView>()
  failure = $state.raw<Failure>()
  pending = $state(false)
  mode = $state<'table' | 'matrix' | 'heat'>('table')
  /** Row whose witnesses are listed in the heat map. */
  chosen = $state<number>()
  readonly #api: Pick<Api, 'collate'>
  #latest = 0

  constructor(api: Pick<Api, 'collate'>) {
    this.#api = api
  }

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
    } catch (error) {
      if (ticket !== this.#latest) return
      this.view = undefined
      this.failure = failureOf(error)
    } finally {
      if (ticket === this.#latest) this.pending = false
    }
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
