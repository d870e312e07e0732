import type { WordPattern } from '../../core/search/match'
import type { Plan } from '../../core/search/plan'
import type { Vocabulary } from './vocabulary'

/** Most words that a word typed with a star stands for, the commonest first. */
const STAR_WORDS = 4096
/** Most words that an unfinished word stands for, by its length in letters; the commonest first. Keeps a keystroke short. */
const OPEN_WORDS = [8, 8, 16, 64]

/** The words of the vocabulary that a pattern stands for. */
export interface Expanded {
  readonly exact: string
  /** Others: inflections, or words that begin so. */
  readonly others: readonly string[]
}

/** Returns the words of the vocabulary that a pattern stands for. */
export function expand(pattern: WordPattern, open: boolean, vocabulary: Vocabulary): Expanded {
  const others = new Set<string>()
  if (pattern.stems) for (const word of vocabulary.inflections(pattern.term)) others.add(word)
  if (pattern.prefix) {
    const limit = open ? (OPEN_WORDS[pattern.term.length] ?? OPEN_WORDS.at(-1) ?? 0) : STAR_WORDS
    for (const { word } of vocabulary.beginningWith(pattern.term, limit)) others.add(word)
  }
  others.delete(pattern.term)
  return { exact: pattern.term, others: [...others] }
}

/** Returns every word plan of a plan that asks for words to be there, in reading order. */
export function askedWords(plan: Plan): Extract<Plan, { kind: 'word' | 'phrase' }>[] {
  switch (plan.kind) {
    case 'word':
    case 'phrase':
      return [plan]
    case 'near':
      return [...askedWords(plan.left), ...askedWords(plan.right)]
    case 'and':
    case 'or':
      return plan.parts.flatMap(askedWords)
    case 'title':
    case 'quote':
      return askedWords(plan.inner)
    default:
      return []
  }
}
