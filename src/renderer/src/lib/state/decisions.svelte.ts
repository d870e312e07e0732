import type { Decision, DecisionId, DecisionPage } from '../../../../shared/decision'
import type { Api } from '../api'
import { GrowingRows } from './rows.svelte'

/** What the reader decided in this sitting can be undone step by step; the full list lets any one be taken back. */
export class DecisionsState {
  readonly list: GrowingRows<DecisionPage['rows'][number]>
  readonly #api: Pick<Api, 'decide' | 'undoDecision' | 'decisions'>
  /** Steps of undo: one may hold several decisions, such as a claim that is split off from all others of its thread. */
  #made = $state.raw<readonly (readonly DecisionId[])[]>([])

  constructor(api: Pick<Api, 'decide' | 'undoDecision' | 'decisions'>) {
    this.#api = api
    this.list = new GrowingRows((page) => this.#api.decisions(page))
  }

  readonly canUndo = $derived(this.#made.length > 0)

  /** Makes decisions that are one step for undo. */
  async decide(...decisions: readonly Decision[]): Promise<void> {
    const ids: DecisionId[] = []
    try {
      for (const decision of decisions) ids.push(await this.#api.decide(decision))
    } finally {
      if (ids.length > 0) this.#made = [...this.#made, ids]
    }
  }

  /** Remembers a decision made elsewhere, so that undo reaches it. */
  note(id: DecisionId): void {
    this.#made = [...this.#made, [id]]
  }

  /** Takes back the last step, or one decision. */
  async undo(id?: DecisionId): Promise<void> {
    const step = id === undefined ? this.#made.at(-1) : [id]
    if (step === undefined) return
    this.#made = this.#made
      .map((made) => made.filter((other) => !step.includes(other)))
      .filter((made) => made.length > 0)
    for (const one of step.toReversed()) await this.#api.undoDecision(one)
    if (this.list.loaded) await this.list.reload()
  }
}
