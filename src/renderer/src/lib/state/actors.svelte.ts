import type { SourceType } from '../../../../core/claims/claim'
import type { Decision, DecisionId } from '../../../../shared/decision'
import type { Api } from '../api'
import type { DecisionsState } from './decisions.svelte'

type ActorDecision = Extract<Decision, { kind: 'actor' }>

/** A source as the reader classed it, with its other names. */
export interface OwnActor {
  readonly name: string
  readonly type: SourceType
  /** The side it stands on; of state media, the state that owns them. */
  readonly side: string
  readonly aliases: readonly string[]
  /** Every decision behind it, for taking it back. */
  readonly decisions: readonly DecisionId[]
}

/** What an entry of the form says. */
export type ActorDraft = Omit<OwnActor, 'decisions'>

/** Decisions asked for at once; the library gives at most 200. */
const PAGE = 200

/** The reader's own entries of the registry of sources. */
export class ActorsState {
  own = $state.raw<readonly OwnActor[]>([])
  readonly #api: Pick<Api, 'decisions'>
  readonly #decisions: DecisionsState

  constructor(api: Pick<Api, 'decisions'>, decisions: DecisionsState) {
    this.#api = api
    this.#decisions = decisions
  }

  async load(): Promise<void> {
    const rows: { id: DecisionId; decision: ActorDecision }[] = []
    for (let offset = 0; ; offset += PAGE) {
      const page = await this.#api.decisions({ offset, limit: PAGE })
      for (const { id, decision } of page.rows)
        if (decision.kind === 'actor') rows.push({ id, decision })
      if (offset + PAGE >= page.total) break
    }
    this.own = actorsFrom(rows)
  }

  /** Keeps an entry: one decision for the name and one for each alias, one step for undo. Aliases that were taken out are forgotten. */
  async keep(draft: ActorDraft): Promise<void> {
    const known = this.own.find((actor) => actor.name === draft.name)
    if (known !== undefined) {
      const gone = known.aliases.filter((alias) => !draft.aliases.includes(alias))
      if (gone.length > 0) await this.forget(known)
    }
    await this.#decisions.decide(...decisionsFor(draft))
    await this.load()
  }

  async forget(actor: OwnActor): Promise<void> {
    await this.#decisions.takeBack(actor.decisions, `${actor.name} is no longer classed`)
    await this.load()
  }
}

function decisionsFor({ name, type, side, aliases }: ActorDraft): ActorDecision[] {
  const classed = { kind: 'actor', type, ...(side !== '' && { side }) } as const
  return [
    { ...classed, name },
    ...aliases.map((alias) => ({ ...classed, name: alias, sameAs: name }))
  ]
}

/** Gathers names that stand for one actor. */
export function actorsFrom(
  rows: readonly { readonly id: DecisionId; readonly decision: ActorDecision }[]
): OwnActor[] {
  const groups = Map.groupBy(rows, ({ decision }) => decision.sameAs ?? decision.name)
  return [...groups]
    .map(([name, members]): OwnActor => {
      const main = members.find(({ decision }) => decision.sameAs === undefined) ?? members[0]
      return {
        name,
        type: main?.decision.type ?? 'unknown',
        side: main?.decision.side ?? '',
        aliases: members
          .flatMap(({ decision }) => (decision.sameAs === undefined ? [] : [decision.name]))
          .toSorted(),
        decisions: members.map(({ id }) => id)
      }
    })
    .toSorted((a, b) => a.name.localeCompare(b.name))
}
