import type { Decision, DecisionId, DecisionPage } from '../../../../shared/decision'
import type { Api } from '../api'
import { GrowingRows } from './rows.svelte'

/** Decisions read at once. */
const PAGE = 200

/** What the reader decided in this sitting can be undone step by step; the full list lets any one be taken back. */
export class DecisionsState {
  readonly list: GrowingRows<DecisionPage['rows'][number]>
  readonly #api: Pick<Api, 'decide' | 'undoDecision' | 'decisions'>
  /** Decisions that were made together are one step. */
  #steps = $state.raw<readonly (readonly DecisionId[])[]>([])

  constructor(api: Pick<Api, 'decide' | 'undoDecision' | 'decisions'>) {
    this.#api = api
    this.list = new GrowingRows((page) => this.#api.decisions(page))
  }

  readonly canUndo = $derived(this.#steps.length > 0)

  /** Decides one thing, or several that make one step. */
  async decide(...decisions: readonly Decision[]): Promise<void> {
    const made: DecisionId[] = []
    try {
      for (const decision of decisions) made.push(await this.#api.decide(decision))
    } finally {
      // What was made before one was refused can be undone too.
      if (made.length > 0) this.#steps = [...this.#steps, made]
    }
  }

  /** Remembers a decision made elsewhere, so that undo reaches it. */
  note(id: DecisionId): void {
    this.#steps = [...this.#steps, [id]]
  }

  /** Takes back one decision, or the last step. */
  async undo(id?: DecisionId): Promise<void> {
    const step = id === undefined ? (this.#steps.at(-1) ?? []) : [id]
    this.#steps = this.#steps
      .map((one) => one.filter((made) => !step.includes(made)))
      .filter((one) => one.length > 0)
    for (const made of step.toReversed()) await this.#api.undoDecision(made)
    if (step.length > 0 && this.list.loaded) await this.list.reload()
  }

  /** Every decision in force of a kind. */
  async ofKind<K extends Decision['kind']>(kind: K): Promise<Extract<Decision, { kind: K }>[]> {
    const found: Extract<Decision, { kind: K }>[] = []
    for (let offset = 0; ; offset += PAGE) {
      const { total, rows } = await this.#api.decisions({ offset, limit: PAGE })
      for (const { decision, orphan } of rows) {
        // Told apart by their kind, which the type of the list does not carry over.
        if (!orphan && decision.kind === kind)
          found.push(decision as Extract<Decision, { kind: K }>)
      }
      if (rows.length === 0 || offset + PAGE >= total) return found
    }
  }
}
