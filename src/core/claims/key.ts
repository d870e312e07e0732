import { STATES } from './actors/states'
import { fold } from '../text/fold'
import { words } from '../text/segment'
import type { Mark } from './claim'
import { findNumbers } from './numbers'
import type { NumberFact } from './numbers'
import { contentTerms, type Term } from './terms'

/** What one claim is compared by with claims of other reports. */
export interface ClaimKey {
  readonly article: number
  readonly mark: number
  /** Normalised content words, sorted, each with its weight and the number of sentences of the article that hold it. */
  readonly terms: readonly (readonly [term: string, weight: number, spread: number])[]
  readonly numbers: readonly NumberFact[]
  /** The words of the sentence, folded, for same-wording. */
  readonly wording: readonly string[]
  /** It takes a position: only like wording makes it the same as another. */
  readonly stance: boolean
}

/** Weights of a name and of another word in the comparison. From the labelled groups of the development set. */
export const NAME_WEIGHT = 1.5
const WORD_WEIGHT = 1

/** The term of a state's name by the term of what is its own: "Norwegian" and "Norway" tell of one. */
const STATE_OF: ReadonlyMap<string, string> = new Map(
  STATES.trim()
    .split('\n')
    .flatMap((line) => {
      const [name = '', adjectives = ''] = line.split('|')
      return adjectives.split(', ').flatMap((adjective): [string, string][] => {
        const [state, own] = [lastTerm(name), lastTerm(adjective)]
        return state === undefined || own === undefined ? [] : [[own, state]]
      })
    })
)

function lastTerm(words: string): string | undefined {
  return contentTerms(words.toLowerCase()).at(-1)?.term
}

/** Returns the content words of a text as claims are compared by them. */
function claimTerms(text: string): Term[] {
  return contentTerms(text).map(({ term, name }) => ({ term: STATE_OF.get(term) ?? term, name }))
}

/** In how many sentences of an article each content word stands. */
export type Spread = ReadonlyMap<string, number>

/** Counts the spread of every content word. O(length). */
export function spreadOf(marks: readonly Mark[], text: string): Spread {
  const spread = new Map<string, number>()
  for (const mark of marks) {
    const terms = claimTerms(text.slice(mark.sentence.start, mark.sentence.end))
    for (const term of new Set(terms.map((t) => t.term)))
      spread.set(term, (spread.get(term) ?? 0) + 1)
  }
  return spread
}

/**
 * Makes the key of a claim from the words of its sentence without the attribution. O(length).
 *
 * Nothing outside the article matters, so keys never change when others come or go.
 */
export function keyOf(mark: Mark, text: string, article: { id: number; spread: Spread }): ClaimKey {
  const content = text.slice(mark.span.start, mark.span.end)
  const weights = new Map<string, number>()
  for (const { term, name } of claimTerms(content)) {
    weights.set(term, Math.max(weights.get(term) ?? 0, name ? NAME_WEIGHT : WORD_WEIGHT))
  }
  return {
    article: article.id,
    mark: mark.index,
    terms: [...weights]
      .map(([term, weight]) => [term, weight, article.spread.get(term) ?? 1] as const)
      .sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0)),
    numbers: findNumbers(content),
    wording: words(text.slice(mark.sentence.start, mark.sentence.end)).map((span) =>
      fold(text.slice(mark.sentence.start + span.start, mark.sentence.start + span.end))
    ),
    stance: mark.kind === 'stance'
  }
}
