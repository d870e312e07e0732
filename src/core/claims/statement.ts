import type { Category, Source } from './claim'
import type { Span } from '../text/span'
import type { Attribution } from './citation'
import type { CueHit } from './cues'
import type { Resolved } from './memory'
import type { Sentence } from './sentence'

/** A cue that stands for a category; offsets count in canonical text. */
export interface PlacedCue {
  readonly span: Span
  readonly category: Category
  readonly ruleId: string
}

/** A sentence with its sources and categories: what scopes, reasons and marks are made of. */
export interface Statement {
  readonly sentence: Sentence
  readonly attributions: readonly Attribution[]
  readonly hits: readonly CueHit[]
  readonly resolved: readonly Resolved[]
  /** Innermost source. */
  source?: Source
  /** Who has not confirmed or answered. */
  silent?: Source
  /** Relays, outermost first. */
  via: readonly Source[]
  readonly categories: Set<Category>
  readonly cues: PlacedCue[]
  kind: 'claim' | 'stance' | 'status' | 'structure'
  /** Source carried over from an earlier sentence. */
  carried: boolean
  /** What is said, without the words that say who says it; offsets count in the sentence. */
  readonly content: Span
}
