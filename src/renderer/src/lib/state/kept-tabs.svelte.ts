import { SvelteMap } from 'svelte/reactivity'
import type { ArticleId } from '../../../../core/article/article'
import type { ArticleView } from '../../../../shared/shapes'
import { keep, recall } from './kept'
import { comparedIn, placeOf, type NavigationState, type Place } from './navigation.svelte'

/** Articles that a place shows. */
export function articlesOf(place: Place): readonly ArticleId[] {
  switch (place.view) {
    case 'read':
      return [place.article]
    case 'compare':
      return [place.a, place.b].filter((side) => typeof side === 'number')
    case 'beside':
      return [place.a, place.b]
    case 'collate':
      return place.articles
    default:
      return []
  }
}

/** An article that was open: its number may mean another one once the library was built anew, its text can't. */
interface KnownArticle {
  readonly title: string
  readonly content: string
}

interface Kept {
  readonly places: readonly Place[]
  readonly shown: number
  readonly articles: Readonly<Record<ArticleId, KnownArticle>>
}

const TABS_KEY = 'tabs'
/** Tabs that are kept for the next start. */
const MAX_KEPT = 50
const NOTHING: Kept = { places: [], shown: 0, articles: {} }

/** Titles and content hashes of the articles in tabs, and the tabs themselves from one start to the next. */
export class KeptTabs {
  readonly #navigation: NavigationState
  readonly #known = new SvelteMap<ArticleId, KnownArticle>()
  #restored = $state(false)

  constructor(navigation: NavigationState) {
    this.#navigation = navigation
  }

  title(id: ArticleId): string | undefined {
    return this.#known.get(id)?.title
  }

  /** Articles in tabs of which nothing is known yet; a view that reads or compares tells of its own. */
  get unknown(): readonly ArticleId[] {
    const { tabs, shown } = this.#navigation
    return tabs
      .map(placeOf)
      .filter(({ view }, at) => at !== shown || !['read', 'compare'].includes(view))
      .flatMap(articlesOf)
      .filter((id) => !this.#known.has(id))
  }

  /** To be told of every article that is shown or waits in a tab. */
  note({ header, contentHash: content }: Pick<ArticleView, 'header' | 'contentHash'>): void {
    const { id, title } = header
    const known = this.#known.get(id)
    if (known?.title !== title || known.content !== content) this.#known.set(id, { title, content })
  }

  /** Writes the tabs down once the last ones are back; those whose articles were never shown and pasted texts are left out. */
  keep(): void {
    if (!this.#restored) return
    const { tabs, shown } = this.#navigation
    const kept = tabs
      .map((tab, at) => ({ place: placeOf(tab), at }))
      .filter(({ place }) => place.view !== 'compare' || comparedIn(place) !== undefined)
      .filter(({ place }) => articlesOf(place).every((id) => this.#known.has(id)))
      .slice(0, MAX_KEPT)
    const ids = kept.flatMap(({ place }) => articlesOf(place))
    keep(TABS_KEY, {
      places: kept.map(({ place }) => place),
      shown: kept.findIndex(({ at }) => at === shown),
      articles: Object.fromEntries(ids.map((id) => [id, this.#known.get(id)]))
    } satisfies Record<keyof Kept, unknown>)
  }

  /** Opens the tabs of the last sitting again, as far as their articles still are what they were. */
  async restore(contentOf: (id: ArticleId) => Promise<string | undefined>): Promise<void> {
    const { places, shown, articles } = recall(TABS_KEY, NOTHING, isKept)
    const there = new Set<ArticleId>()
    for (const [key, article] of Object.entries(articles)) {
      const id = Number(key)
      if ((await contentOf(id)) !== article.content) continue
      there.add(id)
      this.#known.set(id, article)
    }
    const standing = places.map((place) => articlesOf(place).every((id) => there.has(id)))
    const before = standing.slice(0, shown).filter(Boolean).length
    this.#restored = true
    this.#navigation.restore(
      places.filter((_, i) => standing[i]),
      before
    )
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

function isKept(value: unknown): value is Kept {
  return (
    isObject(value) &&
    typeof value['shown'] === 'number' &&
    Array.isArray(value['places']) &&
    value['places'].every(isPlace) &&
    isObject(value['articles']) &&
    Object.values(value['articles']).every(
      (one) =>
        isObject(one) && typeof one['title'] === 'string' && typeof one['content'] === 'string'
    )
  )
}

/** Says whether a value is a place with what its view needs; an unknown view shows the welcome page. */
function isPlace(value: unknown): value is Place {
  if (!isObject(value) || typeof value['view'] !== 'string') return false
  const { view } = value
  const numbers = (...keys: string[]) => keys.every((key) => Number.isInteger(value[key]))
  if (view === 'read') return numbers('article')
  if (view === 'compare' || view === 'beside') return numbers('a', 'b')
  if (view === 'collate')
    return Array.isArray(value['articles']) && value['articles'].every(Number.isInteger)
  return true
}
