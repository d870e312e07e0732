import type { ArticleId } from '../../../../core/article/article'
import type { Span } from '../../../../core/text/span'

/** What the middle of the window shows. */
export type Place =
  | { readonly view: 'welcome' | 'claims' | 'sources' | 'clusters' | 'problems' }
  | { readonly view: 'decisions' | 'notes' | 'settings' | 'help' }
  | { readonly view: 'threads'; readonly thread?: string }
  | { readonly view: 'numbers'; readonly cluster?: number; readonly article?: ArticleId }
  | { readonly view: 'read'; readonly article: ArticleId; readonly at?: Span }
  | { readonly view: 'compare'; readonly a: ArticleId; readonly b: ArticleId }
  | { readonly view: 'compare-text'; readonly a: ArticleId; readonly text: string }
  | { readonly view: 'collate'; readonly articles: readonly ArticleId[] }

export type ViewName = Place['view']

/** Places that Back reaches; older ones are forgotten. */
const MAX_HISTORY = 200

/** Where the reader is, was and may go again. */
export class NavigationState {
  #history = $state.raw<readonly Place[]>([{ view: 'welcome' }])
  #index = $state(0)

  readonly place: Place = $derived(this.#history[this.#index] ?? { view: 'welcome' })
  readonly canGoBack = $derived(this.#index > 0)
  readonly canGoForward = $derived(this.#index < this.#history.length - 1)

  /** Goes to a place; the same view of the same thing only changes the place within it. */
  go(place: Place): void {
    if (sameThing(place, this.place)) {
      this.#history = this.#history.with(this.#index, place)
      return
    }
    const past = this.#history.slice(0, this.#index + 1)
    this.#history = [...past, place].slice(-MAX_HISTORY)
    this.#index = this.#history.length - 1
  }

  back(): void {
    if (this.canGoBack) this.#index--
  }

  forward(): void {
    if (this.canGoForward) this.#index++
  }

  /** The latest place of a view, to come back to it. */
  last(...views: readonly ViewName[]): Place | undefined {
    return this.#history.slice(0, this.#index + 1).findLast((place) => views.includes(place.view))
  }
}

function sameThing(a: Place, b: Place): boolean {
  if (a.view === 'read' && b.view === 'read') return a.article === b.article
  return JSON.stringify(a) === JSON.stringify(b)
}
