import type { Decision, DecisionId, DecisionPage } from '../../../../shared/decision'
import type { Api } from '../api'
import { describeDecision } from '../decision-words'
import { GrowingRows } from './rows.svelte'

/** Decisions read at once. */
const PAGE = 200

type DecisionsApi = Pick<Api, 'decide' | 'undoDecision' | 'redoDecision' | 'decisions'>

/** What was done at once: decisions that were made, or that were taken back. */
interface Step {
  readonly ids: readonly DecisionId[]
  readonly takenBack: boolean
  /** A few words for the reader. */
  readonly what: string
}

/** What the reader decided in this sitting can be undone and done again step by step; the full list lets any one be taken back. */
export class DecisionsState {
  readonly list: GrowingRows<DecisionPage['rows'][number]>
  readonly #api: DecisionsApi
  #done = $state.raw<readonly Step[]>([])
  #undone = $state.raw<readonly Step[]>([])

  constructor(api: DecisionsApi) {
    this.#api = api
    this.list = new GrowingRows((page) => this.#api.decisions(page))
  }

  readonly canUndo = $derived(this.#done.length > 0)
  readonly canRedo = $derived(this.#undone.length > 0)

  /** Decides one thing, or several that make one step. */
  async decide(...decisions: readonly Decision[]): Promise<void> {
    const ids: DecisionId[] = []
    try {
      for (const decision of decisions) ids.push(await this.#api.decide(decision))
    } finally {
      // What was made before one was refused can be undone too.
      this.note(ids, decisions.slice(0, 1).map(describeDecision).join(''))
    }
  }

  /** Remembers decisions made elsewhere as one step, so that undo reaches them. */
  note(ids: readonly DecisionId[], what: string): void {
    this.#add({ ids, takenBack: false, what })
  }

  /** Takes decisions back, wherever they were made; that is a step too. Each is asked for when the one before is back. */
  async takeBack(
    ids: Iterable<DecisionId> | AsyncIterable<DecisionId>,
    what: string
  ): Promise<void> {
    const taken: DecisionId[] = []
    try {
      for await (const id of ids) {
        await this.#api.undoDecision(id)
        taken.push(id)
      }
    } finally {
      this.#add({ ids: taken, takenBack: true, what })
    }
    await this.#reload()
  }

  #add(step: Step): void {
    if (step.ids.length === 0) return
    this.#done = [...this.#done, step]
    this.#undone = []
  }

  /** Turns the last step back; answers with what it was, or undefined when there is none. */
  async undo(): Promise<string | undefined> {
    const step = this.#done.at(-1)
    if (step === undefined) return undefined
    this.#done = this.#done.slice(0, -1)
    await this.#put(step.ids.toReversed(), step.takenBack)
    this.#undone = [...this.#undone, step]
    return step.what
  }

  /** Does again what was undone last; answers with what it was. */
  async redo(): Promise<string | undefined> {
    const step = this.#undone.at(-1)
    if (step === undefined) return undefined
    this.#undone = this.#undone.slice(0, -1)
    await this.#put(step.ids, !step.takenBack)
    this.#done = [...this.#done, step]
    return step.what
  }

  /** Puts decisions in force again, or takes them back. */
  async #put(ids: readonly DecisionId[], inForce: boolean): Promise<void> {
    for (const id of ids) await (inForce ? this.#api.redoDecision(id) : this.#api.undoDecision(id))
    await this.#reload()
  }

  async #reload(): Promise<void> {
    if (this.list.loaded) await this.list.refresh()
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
