import { fold } from '../text/fold'
import { words } from '../text/segment'
import type { Mark } from './claim'
import { findNumbers } from './numbers'
import type { NumberFact } from './numbers'
import { contentTerms } from './terms'

/** What one claim is compared by with claims of other reports. */
export interface ClaimKey {
  readonly article: number
  readonly mark: number
  /** Normalised content words with weights, sorted; names weigh most. */
  readonly terms: readonly (readonly [string, number])[]
  readonly numbers: readonly NumberFact[]
  /** The words of the sentence, folded, for same-wording. */
  readonly wording: readonly string[]
}

/** Weights of a name and of another word in the comparison. From the labelled groups of the development set. */
export const NAME_WEIGHT = 2
export const WORD_WEIGHT = 1

/** Makes the key of a claim from the words of its sentence without the attribution. O(length). */
export function keyOf(mark: Mark, text: string, article: number): ClaimKey {
  const content = text.slice(mark.span.start, mark.span.end)
  const weights = new Map<string, number>()
  for (const { term, name } of contentTerms(content)) {
    weights.set(term, Math.max(weights.get(term) ?? 0, name ? NAME_WEIGHT : WORD_WEIGHT))
  }
  return {
    article,
    mark: mark.index,
    terms: [...weights].sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0)),
    numbers: findNumbers(content),
    wording: words(text.slice(mark.sentence.start, mark.sentence.end)).map((span) =>
      fold(text.slice(mark.sentence.start + span.start, mark.sentence.start + span.end))
    )
  }
}
