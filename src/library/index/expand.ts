import type { WordPattern } from '../../core/search/match'
import type { Plan } from '../../core/search/plan'
import type { Expanded, Vocabulary } from './vocabulary'

/** Most words that a word typed with a star stands for, the commonest first. */
const STAR_WORDS = 4096
/** Most words that an unfinished word stands for, by its length in letters; the commonest first. Keeps a keystroke short. */
const OPEN_WORDS = [8, 8, 16, 64]
/**
 * Postings after which an unfinished word stands for no more words. Higher finds more beginnings of a letter or two in large
 * libraries, where nearly every article answers them anyway, and makes those keystrokes longer: about 1 ms for each 100,000.
 */
const OPEN_POSTINGS = 50_000

/** Returns the words of the vocabulary that a pattern stands for. */
export function expand(pattern: WordPattern, open: boolean, vocabulary: Vocabulary): Expanded {
  return vocabulary.remembered(keyOf(pattern, open), () => expandNow(pattern, open, vocabulary))
}

/** Returns a name for a pattern: equal ones stand for the same words. */
export function keyOf(pattern: WordPattern, open: boolean): string {
  return `${pattern.prefix ? '*' : ''}${pattern.stems ? '~' : ''}${open ? '…' : ''}${pattern.term}`
}

function expandNow(pattern: WordPattern, open: boolean, vocabulary: Vocabulary): Expanded {
  const others = new Set<string>()
  if (pattern.stems) for (const word of vocabulary.inflections(pattern.term)) others.add(word)
  if (pattern.prefix) {
    const limit = open ? (OPEN_WORDS[pattern.term.length] ?? OPEN_WORDS.at(-1) ?? 0) : STAR_WORDS
    let postings = 0
    for (const { word, documents } of vocabulary.beginningWith(pattern.term, limit)) {
      if (open && postings > OPEN_POSTINGS) break
      postings += documents
      others.add(word)
    }
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
