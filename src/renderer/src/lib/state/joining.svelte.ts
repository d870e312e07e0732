import type { ArticleId } from '../../../../core/article/article'
import type { Span } from '../../../../core/text/span'
import type { DecisionsState } from './decisions.svelte'

/** A claim by its sentence, with the words by which the reader knows it. */
export interface PickedClaim {
  readonly article: ArticleId
  readonly sentence: Span
  readonly text: string
}

/** Joins claims into threads and takes them apart, by hand. */
export class JoiningState {
  /** The claim that waits for another one to be joined with. */
  picked = $state.raw<PickedClaim>()
  readonly #decisions: Pick<DecisionsState, 'decide'>

  constructor(decisions: Pick<DecisionsState, 'decide'>) {
    this.#decisions = decisions
  }

  isPicked({ article, sentence }: Pick<PickedClaim, 'article' | 'sentence'>): boolean {
    return this.picked?.article === article && this.picked.sentence.start === sentence.start
  }

  /** Says that the picked claim and this one are the same. */
  async join(other: PickedClaim): Promise<void> {
    if (this.picked === undefined || this.isPicked(other)) return
    const decision = { kind: 'thread', a: endOf(this.picked), b: endOf(other) } as const
    await this.#decisions.decide({ ...decision, together: true })
    this.picked = undefined
  }

  /** Says that a claim is none of the others: one step for undo. */
  async split(claim: PickedClaim, others: readonly PickedClaim[]): Promise<void> {
    await this.#decisions.decide(
      ...others.map((other) => ({
        kind: 'thread' as const,
        a: endOf(other),
        b: endOf(claim),
        together: false
      }))
    )
  }
}

const endOf = ({ article, sentence }: PickedClaim) => ({ article, sentence })
