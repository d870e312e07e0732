import { bodyPlaces, type Places } from '../../core/search/match'
import type { SearchContext } from './context'
import { Lru } from './lru'

/** Memory for the words of articles that were shown last, and what one word takes of it, bytes. */
const MOST_BYTES = 8 * 2 ** 20
const WORD_BYTES = 40

type Shown = NonNullable<ReturnType<SearchContext['article']>>

/** The words of articles with their places. While a query is typed, the same articles are shown again and again. */
export class ShownPlaces {
  readonly #known = new Lru<Shown, Places>(MOST_BYTES)

  of(article: Shown): Places {
    const known = this.#known.get(article)
    if (known !== undefined) return known
    const places = bodyPlaces(article)
    this.#known.set(article, places, WORD_BYTES * places.terms.length)
    return places
  }
}
