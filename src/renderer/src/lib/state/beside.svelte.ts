import type { ArticleId } from '../../../../core/article/article'
import type { ArticleView } from '../../../../shared/shapes'
import type { Failure } from '../../../../shared/failure'
import { failureOf, type Api } from '../api'
import { isFlag, keep, recall } from './kept'

const LINKED_KEY = 'beside-linked'

/** Two articles that are read next to each other. */
export class BesideState {
  views = $state.raw<readonly [ArticleView, ArticleView]>()
  failure = $state.raw<Failure>()
  #linked = $state(recall(LINKED_KEY, true, isFlag))
  readonly #api: Pick<Api, 'article'>
  #latest = 0

  constructor(api: Pick<Api, 'article'>) {
    this.#api = api
  }

  /** Whether both columns scroll together, each by the same share of its length. */
  get linked(): boolean {
    return this.#linked
  }

  link(linked: boolean): void {
    this.#linked = linked
    keep(LINKED_KEY, linked)
  }

  async open(a: ArticleId, b: ArticleId): Promise<void> {
    const ticket = ++this.#latest
    try {
      const views = await Promise.all([this.#api.article(a), this.#api.article(b)])
      if (ticket !== this.#latest) return
      this.views = [views[0], views[1]]
      this.failure = undefined
    } catch (error) {
      if (ticket !== this.#latest) return
      this.views = undefined
      this.failure = failureOf(error)
    }
  }
}
