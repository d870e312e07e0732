import type { Article } from '../../core/article/article'
import type { DetectOptions } from '../../core/claims/detect'
import type { FoundClaims } from '../derive/claim-finding'
import type { Worker } from '../pool'

/** Asks the detector for the claims of one article. Structured-clone data. */
export interface DetectorRequest {
  readonly id: number
  readonly article: Article
  readonly options: Pick<DetectOptions, 'actors' | 'corrections' | 'scopes'>
}

/** What came of it. */
export type DetectorOutcome =
  | { readonly kind: 'found'; readonly found: FoundClaims }
  /** `died` when the detector ended over it, which may have come from what it had in hand before. */
  | { readonly kind: 'failed'; readonly died: boolean; readonly detail: string }

/** Starts a detector. */
export type SpawnDetector = () => Worker<DetectorRequest, DetectorOutcome>
