import type { WordPattern } from '../../core/search/match'
import { isStopWord } from '../../core/search/stop-words'
import { pairTerm } from './encoder'

/** Returns the terms for neighbours in a phrase that are both among the commonest words. */
export function commonPairs(patterns: readonly WordPattern[]): string[] {
  const pairs: string[] = []
  patterns.forEach(({ term, prefix }, at) => {
    const next = patterns[at + 1]
    if (next === undefined || prefix || next.prefix) return
    if (isStopWord(term) && isStopWord(next.term)) pairs.push(pairTerm(term, next.term))
  })
  return pairs
}
