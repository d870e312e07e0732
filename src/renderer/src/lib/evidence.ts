import type { SharedPassage } from '../../../core/overlap/model'
import type { OverlapView } from '../../../shared/shapes'

/** What the reader lets count as shared wording. */
export interface EvidenceLimits {
  /** Smallest match, in words. */
  readonly minWords: number
  readonly skipQuotes: boolean
}

/** Why two reports are called overlapping, under the reader's limits. */
export interface Evidence {
  readonly counted: readonly SharedPassage[]
  /** Long enough, but named only: stock lines, and quotations where these are left out. */
  readonly named: readonly SharedPassage[]
  /** Equal words of the counted passages. */
  readonly words: number
  /** Share of this report that they are, 0…1. */
  readonly ofThis: number
  /** Share of the other one. */
  readonly ofOther: number
}

/** Whether the link rests on wording rather than on a shared event or topic. */
export const isByWording = ({ overlap }: OverlapView): boolean =>
  overlap.kind !== 'same-event' && overlap.kind !== 'same-topic'

/** Sorts the passages of an overlap by the limits; passages below the smallest match are left out. */
export function evidenceOf(
  { overlap, other }: OverlapView,
  { minWords, skipQuotes }: EvidenceLimits,
  ownWords: number
): Evidence {
  const long = overlap.passages.filter(({ words }) => words >= minWords)
  const counts = ({ discount }: SharedPassage): boolean =>
    discount === undefined || (discount === 'quotation' && !skipQuotes)
  const counted = long.filter(counts)
  const words = counted.reduce((sum, passage) => sum + passage.words, 0)
  const share = (of: number) => (of === 0 ? 0 : Math.min(1, words / of))
  return {
    counted,
    named: long.filter((passage) => !counts(passage)),
    words,
    ofThis: share(ownWords),
    ofOther: share(other.words)
  }
}
