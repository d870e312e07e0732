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
  /** Position of the keyboard in the list. */
  active = $state(0)
  selected = $state.raw<ReadonlySet<ArticleId>>(new Set())
  readonly articles: PagedRows<ArticleHeader>
  readonly #api: Pick<Api, 'status' | 'articles'>
  #latest = 0

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

  async refresh(): Promise<void> {
    const ticket = ++this.#latest
    const status = await this.#api.status()
    if (ticket !== this.#latest) return
    this.status = status
    this.known = true
    this.progress = status.progress
    const active = this.articles.row(this.active)?.id
    await this.articles.reload(this.active)
    // Articles that came before it must not put another one in its place.
    const now = this.articles.indexOf(({ id }) => id === active)
    if (now >= 0) this.active = now
  }

  async show(shelf: Shelf): Promise<void> {
    this.shelf = shelf
    this.active = 0
    await this.articles.restart()
  }

  async sortBy(sort: ArticleSort, descending: boolean): Promise<void> {
    this.sort = sort
    this.descending = descending
    this.active = 0
    await this.articles.restart()
  }

  async filterBy(filter: string): Promise<void> {
    this.filter = filter
    this.active = 0
    await this.articles.restart()
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
