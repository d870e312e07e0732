import type { ArticleId } from '../../../../core/article/article'
import type { ClusterId } from '../../../../core/overlap/model'
import type {
  ArticleHeader,
  ArticleSort,
  FolderId,
  LibraryStatus,
  Progress
} from '../../../../shared/shapes'
import type { Api } from '../api'
import { PagedRows } from './rows.svelte'

/** Which part of the library the list shows. */
export interface Shelf {
  readonly folder?: FolderId
  readonly subFolder?: string
  /** Only the reports of one cluster. */
  readonly cluster?: ClusterId
}

const NOTHING_OPEN: LibraryStatus = {
  folders: [],
  articles: 0,
  problems: 0,
  pending: 0,
  paused: false
}

/** The open folders and the list of their articles. */
export class LibraryState {
  status = $state.raw<LibraryStatus>(NOTHING_OPEN)
  /** False until the library has answered once. */
  known = $state(false)
  progress = $state.raw<Progress>()
  shelf = $state.raw<Shelf>({})
  sort = $state<ArticleSort>('published')
  descending = $state(true)
  filter = $state('')
  selected = $state.raw<ReadonlySet<ArticleId>>(new Set())
  readonly articles: PagedRows<ArticleHeader>
  readonly #api: Pick<Api, 'status' | 'articles'>
  #latest = 0
  #active = $state(0)
  /** The article that the reader went to; until then the row of the keyboard is the first one, whatever comes to stand there. */
  #chosen: ArticleId | undefined
  /** By how many rows articles that came or went have moved the row of the keyboard, in all. */
  shifted = $state(0)

  constructor(api: Pick<Api, 'status' | 'articles'>) {
    this.#api = api
    this.articles = new PagedRows((page) =>
      this.#api.articles({
        ...page,
        ...this.shelf,
        sort: this.sort,
        descending: this.descending,
        ...(this.filter !== '' && { filter: this.filter })
      })
    )
  }

  readonly isEmpty = $derived(this.known && this.status.folders.length === 0)
  readonly isBusy = $derived(
    this.progress !== undefined &&
      this.progress.phase !== 'idle' &&
      this.progress.phase !== 'cancelled'
  )

  /** Position of the keyboard in the list; one that was set stays with its article when others come before it. */
  get active(): number {
    return this.#active
  }

  set active(index: number) {
    this.#active = index
    this.#chosen = this.articles.row(index)?.id
  }

  async refresh(): Promise<void> {
    const ticket = ++this.#latest
    // Both are on their way at once: the first picture waits for the slower one only.
    const rows = this.articles.reload(this.#active)
    const status = await this.#api.status()
    if (ticket !== this.#latest) return
    this.status = status
    this.known = true
    this.progress = status.progress
    await rows
    if (this.#chosen === undefined) return
    // Articles that came before it must not put another one in its place.
    const now = this.articles.indexOf(({ id }) => id === this.#chosen)
    if (now < 0) this.#chosen = this.articles.row(this.#active)?.id
    else if (now !== this.#active) {
      this.shifted += now - this.#active
      this.#active = now
    }
  }

  /** Starts the list anew from its top. */
  async #restart(): Promise<void> {
    this.#active = 0
    this.#chosen = undefined
    await this.articles.restart()
  }

  async show(shelf: Shelf): Promise<void> {
    this.shelf = shelf
    await this.#restart()
  }

  async sortBy(sort: ArticleSort, descending: boolean): Promise<void> {
    this.sort = sort
    this.descending = descending
    await this.#restart()
  }

  async filterBy(filter: string): Promise<void> {
    this.filter = filter
    await this.#restart()
  }

  toggle(id: ArticleId): void {
    const next = new Set(this.selected)
    if (!next.delete(id)) next.add(id)
    this.selected = next
  }

  /** Selects every present row between two positions, both included. */
  selectRange(from: number, to: number): void {
    const next = new Set(this.selected)
    for (let i = Math.min(from, to); i <= Math.max(from, to); i++) {
      const row = this.articles.row(i)
      if (row !== undefined) next.add(row.id)
    }
    this.selected = next
  }

  clearSelection(): void {
    this.selected = new Set()
  }
}
