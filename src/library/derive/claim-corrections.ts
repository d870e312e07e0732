import type { ArticleId } from '../../core/article/article'
import type { ActorCorrection } from '../../core/claims/actors/registry'
import type { MarkCorrection } from '../../core/claims/detect'
import type { ScopeCorrection } from '../../core/claims/scope'
import type { Decision } from '../../shared/decision'

/** The reader's decisions that bear on claims. */
export interface ClaimCorrections {
  readonly actors: readonly ActorCorrection[]
  readonly marks: readonly MarkCorrection[]
  /** Of the article that was asked for. */
  readonly scopes: readonly ScopeCorrection[]
}

/** Sorts decisions by what they correct; a later one wins over an earlier one on the same thing. */
export function corrections(decisions: readonly Decision[], article?: ArticleId): ClaimCorrections {
  const actors: ActorCorrection[] = []
  const marks: MarkCorrection[] = []
  const scopes: ScopeCorrection[] = []
  for (const decision of decisions) {
    if (decision.kind === 'actor') actors.push(decision)
    else if (decision.kind === 'mark') marks.push(decision)
    else if (decision.kind === 'scope' && decision.article === article) scopes.push(decision)
  }
  return { actors, marks, scopes }
}
