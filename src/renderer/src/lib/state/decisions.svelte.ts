import type { Decision, DecisionId, DecisionPage } from '../../../../shared/decision'
import type { Api } from '../api'
import { GrowingRows } from './rows.svelte'

/** What the reader decided in this sitting can be undone step by step; the full list lets any one be taken back. */
export class DecisionsState {
  readonly list: GrowingRows<DecisionPage['rows'][number]>
  readonly #api: Pick<Api, 'decide' | 'undoDecision' | 'decisions'>
  #made = $state.raw<readonly DecisionId[]>([])

  constructor(api: Pick<Api, 'decide' | 'undoDecision' | 'decisions'>) {
    this.#api = api
    this.list = new GrowingRows((page) => this.#api.decisions(page))
  }

  readonly canUndo = $derived(this.#made.length > 0)

  async decide(decision: Decision): Promise<void> {
    this.#made = [...this.#made, await this.#api.decide(decision)]
  }

  /** Remembers a decision made elsewhere, so that undo reaches it. */
  note(id: DecisionId): void {
    this.#made = [...this.#made, id]
  }

  async undo(id = this.#made.at(-1)): Promise<void> {
    if (id === undefined) return
    this.#made = this.#made.filter((other) => other !== id)
    await this.#api.undoDecision(id)
    if (this.list.loaded) await this.list.reload()
  }
}
