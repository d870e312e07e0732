import type { ArticleId } from '../../../../core/article/article'
import type { ClusterId } from '../../../../core/overlap/model'
import type { Span } from '../../../../core/text/span'
import type { Side } from '../../../../shared/shapes'
import type { MapPart } from './map.svelte'

/** What the middle of the window shows. */
export type Place =
  | { readonly view: 'welcome' | 'claims' | 'sources' | 'clusters' | 'problems' }
  | { readonly view: 'decisions' | 'notes' | 'settings' | 'help' }
  | { readonly view: 'map'; readonly part: MapPart; readonly cluster?: ClusterId }
  | { readonly view: 'threads'; readonly thread?: string }
  | { readonly view: 'numbers'; readonly cluster?: number; readonly article?: ArticleId }
  | { readonly view: 'read'; readonly article: ArticleId; readonly at?: Span }
  | { readonly view: 'compare'; readonly a: Side; readonly b: Side }
  | { readonly view: 'beside'; readonly a: ArticleId; readonly b: ArticleId }
  | { readonly view: 'collate'; readonly articles: readonly ArticleId[] }

export type ViewName = Place['view']

/** Places that Back reaches; older ones are forgotten. */
const MAX_HISTORY = 200
/** Tabs that were closed and can be opened again. */
const MAX_CLOSED = 20

/** One line of places that were visited, and which of them is shown. */
export interface Tab {
  readonly id: number
  readonly history: readonly Place[]
  readonly index: number
}

const WELCOME: Place = { view: 'welcome' }
export const placeOf = ({ history, index }: Tab): Place => history[index] ?? WELCOME

/** Where the reader is, was and may go again, in each of the tabs. */
export class NavigationState {
  #lastId = 1
  #tabs = $state.raw<readonly Tab[]>([{ id: 1, history: [WELCOME], index: 0 }])
  #shown = $state(0)
  #closed: readonly { readonly tab: Tab; readonly at: number }[] = $state.raw([])
  #aside = false

  readonly #tab: Tab = $derived(this.#tabs[this.#shown] ?? { id: 0, history: [WELCOME], index: 0 })
  readonly place: Place = $derived(placeOf(this.#tab))
  readonly canGoBack = $derived(this.#tab.index > 0)
  readonly canGoForward = $derived(this.#tab.index < this.#tab.history.length - 1)
  readonly canReopen = $derived(this.#closed.length > 0)

  get tabs(): readonly Tab[] {
    return this.#tabs
  }

  /** Position of the tab that is shown. */
  get shown(): number {
    return this.#shown
  }

  /**
   * Goes to a place; the same view of the same thing only changes the place within it. Answers with whether the place is shown now:
   * within `inNewTab` it waits in a tab of its own.
   */
  go(place: Place): boolean {
    if (this.#aside) {
      this.openTab(place, false)
      return false
    }
    const { history, index } = this.#tab
    if (sameThing(place, this.place)) {
      this.#put({ ...this.#tab, history: history.with(index, place) })
      return true
    }
    const past = [...history.slice(0, index), settled(this.place), place].slice(-MAX_HISTORY)
    this.#put({ ...this.#tab, history: past, index: past.length - 1 })
    return true
  }

  back(): void {
    if (this.canGoBack) this.#step(-1)
  }

  forward(): void {
    if (this.canGoForward) this.#step(1)
  }

  #step(by: 1 | -1): void {
    const { history, index } = this.#tab
    this.#put({
      ...this.#tab,
      history: history.with(index, settled(this.place)),
      index: index + by
    })
  }

  /** The latest place of a view, to come back to it. */
  last(...views: readonly ViewName[]): Place | undefined {
    const { history, index } = this.#tab
    return history.slice(0, index + 1).findLast((place) => views.includes(place.view))
  }

  /** Whatever the task goes to opens in a tab of its own, behind the one that is shown. */
  inNewTab(task: () => void): void {
    this.#aside = true
    try {
      task()
    } finally {
      this.#aside = false
    }
  }

  /** Opens a place in a new tab next to the one that is shown. */
  openTab(place: Place, show = true): void {
    const at = this.#shown + 1
    this.#tabs = this.#tabs.toSpliced(at, 0, this.#newTab(place))
    if (show) this.show(at)
  }

  /** Shows a tab by its position; beyond the last comes the first. */
  show(position: number): void {
    this.#put({
      ...this.#tab,
      history: this.#tab.history.with(this.#tab.index, settled(this.place))
    })
    this.#shown = (position + this.#tabs.length) % this.#tabs.length
  }

  /** Closes a tab; the last one goes back to the beginning instead. False when there was nothing to close. */
  close(position = this.#shown): boolean {
    const tab = this.#tabs[position]
    if (tab === undefined) return false
    const isLast = this.#tabs.length === 1
    if (isLast && placeOf(tab).view === 'welcome') return false
    this.#closed = [...this.#closed, { tab, at: position }].slice(-MAX_CLOSED)
    this.#tabs = isLast ? [this.#newTab(WELCOME)] : this.#tabs.toSpliced(position, 1)
    if (position < this.#shown || this.#shown >= this.#tabs.length)
      this.#shown = Math.max(0, this.#shown - 1)
    return true
  }

  /** Opens the tab again that was closed last, with its history. */
  reopen(): void {
    const last = this.#closed.at(-1)
    if (last === undefined) return
    this.#closed = this.#closed.slice(0, -1)
    const untouched = this.#tabs.length === 1 && this.place.view === 'welcome'
    const at = untouched ? 0 : Math.min(last.at, this.#tabs.length)
    this.#tabs = this.#tabs.toSpliced(at, untouched ? 1 : 0, last.tab)
    this.#shown = at
  }

  /** Takes over tabs of an earlier sitting. */
  restore(places: readonly Place[], shown: number): void {
    if (places.length === 0) return
    this.#tabs = places.map((place) => this.#newTab(place))
    this.#shown = Math.min(Math.max(0, shown), places.length - 1)
  }

  #newTab(place: Place): Tab {
    const history = place.view === 'welcome' ? [place] : [WELCOME, place]
    return { id: ++this.#lastId, history, index: history.length - 1 }
  }

  #put(tab: Tab): void {
    this.#tabs = this.#tabs.with(this.#shown, tab)
  }
}

/** A place that is left: who comes back to an article goes on where it was read, not where a hit was. */
const settled = (place: Place): Place =>
  place.view === 'read' ? { view: 'read', article: place.article } : place

/** Articles of the comparison that a place shows; undefined when it shows none, or when a side is no article. */
export function comparedIn(place: Place): readonly ArticleId[] | undefined {
  if (place.view === 'collate') return place.articles
  if (place.view !== 'compare') return undefined
  return typeof place.a === 'number' && typeof place.b === 'number' ? [place.a, place.b] : undefined
}

function sameThing(a: Place, b: Place): boolean {
  if (a.view === 'read' && b.view === 'read') return a.article === b.article
  return JSON.stringify(a) === JSON.stringify(b)
}
