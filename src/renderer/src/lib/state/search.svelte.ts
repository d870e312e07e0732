import type { Completion, Hit, HitPage, SearchRequest } from '../../../../shared/shapes'
import type { Failure } from '../../../../shared/failure'
import { countIn, spanIn, type Span } from '../../../../core/text/span'
import { failureOf } from '../api'
import type { Api } from '../api'
import { isStrings, keep, recall } from './kept'

/** Articles asked for while typing: as many as a window shows. Each costs the worker a reading of its text. */
const FIRST_PAGE = 12
/** Articles asked for at once after those. */
const PAGE = 30
/** Most articles that the library gives at once. */
const MOST = 100
/** How long nothing must have been typed before facets are asked for, ms: counting them is slower than searching. */
const FACETS_AFTER_MS = 200
/** When completions are asked for, ms after the results came: who types on wants these, not a list over them for each letter. */
const COMPLETE_AFTER_MS = 80
/** Searches that the box remembers. */
const MAX_HISTORY = 30
const HISTORY_KEY = 'search-history'
const SAVED_KEY = 'saved-searches'

/** One place that the query matches: which hit and which of its marks. */
export interface HitPosition {
  readonly hit: number
  readonly mark: number
}

/** The one search box: what is typed, what was found, where the reader stands in it. */
export class SearchState {
  text = $state('')
  sort = $state<SearchRequest['sort']>('relevance')
  hits = $state.raw<readonly Hit[]>([])
  /** Hits whose rows stay in the document, out of sight, while nothing is searched: filling them anew takes less than making them. */
  spare = $state.raw<readonly Hit[]>([])
  page = $state.raw<HitPage>()
  pending = $state(false)
  failure = $state.raw<Failure>()
  completions = $state.raw<readonly Completion[]>([])
  /** The hit and mark that F4 goes on from. */
  position = $state.raw<HitPosition>()
  /** Position of the keyboard in the list of hits. */
  active = $state(0)
  /** Whether facets are shown. */
  narrowing = $state(false)
  /** By how many rows hits that came or went have moved the row of the keyboard, in all. */
  shifted = $state(0)
  history = $state.raw<readonly string[]>(recall(HISTORY_KEY, [], isStrings))
  saved = $state.raw<readonly string[]>(recall(SAVED_KEY, [], isStrings))
  readonly #api: Pick<Api, 'search' | 'complete'>
  #latest = 0
  #facetTimer: ReturnType<typeof setTimeout> | undefined
  #latestCompletion = 0

  constructor(api: Pick<Api, 'search' | 'complete'>) {
    this.#api = api
  }

  readonly isActive = $derived(this.text.trim() !== '')
  /** Until the first answer is there, what was shown before stays. */
  readonly isShown = $derived(
    this.isActive && (this.page !== undefined || this.failure !== undefined)
  )
  readonly hasMore = $derived(this.page !== undefined && this.hits.length < this.page.total)

  /** Searches for a text; an empty one leaves the search. */
  async type(text: string): Promise<void> {
    this.text = text
    this.#latestCompletion++
    this.position = undefined
    await this.run()
  }

  /** Asks for the present text, from the top. */
  async run(): Promise<void> {
    const ticket = ++this.#latest
    clearTimeout(this.#facetTimer)
    if (!this.isActive) {
      if (this.hits.length > 0) this.spare = this.hits.slice(0, FIRST_PAGE)
      this.page = undefined
      this.hits = []
      this.pending = false
      this.failure = undefined
      return
    }
    await this.#fetch(ticket, 0)
  }

  /** Searches for something that is not shown: library and window then have done once what the first letter asks of them. */
  async rehearse(text: string): Promise<void> {
    const { sort } = this
    const { hits } = await this.#api.search({
      text,
      sort,
      offset: 0,
      limit: FIRST_PAGE,
      facets: false
    })
    if (!this.isActive) this.spare = hits
  }

  /** Asks again for what is shown, because the library changed: the list keeps its length and the keyboard its article. */
  async refresh(): Promise<void> {
    if (!this.isActive) return
    const ticket = ++this.#latest
    clearTimeout(this.#facetTimer)
    const wanted = this.hits.length
    await this.#guarded(ticket, async () => {
      const hits: Hit[] = []
      let page: HitPage
      do {
        const limit = Math.min(MOST, Math.max(FIRST_PAGE, wanted - hits.length))
        page = await this.#api.search(this.#request(hits.length, limit))
        if (ticket !== this.#latest) return
        hits.push(...page.hits)
      } while (page.hits.length > 0 && hits.length < wanted)
      this.#stay(hits)
      this.#show(page, hits, ticket)
    })
  }

  async sortBy(sort: SearchRequest['sort']): Promise<void> {
    this.sort = sort
    await this.run()
  }

  async more(): Promise<void> {
    if (this.pending || !this.hasMore) return
    await this.#fetch(this.#latest, this.hits.length)
  }

  async #fetch(ticket: number, offset: number): Promise<void> {
    await this.#guarded(ticket, async () => {
      const limit = offset === 0 ? FIRST_PAGE : PAGE
      const page = await this.#api.search(this.#request(offset, limit))
      if (ticket !== this.#latest) return
      // An empty page is the end, whatever the total says.
      const total = offset > 0 && page.hits.length === 0 ? offset : page.total
      if (offset === 0) this.active = 0
      this.#show(
        { ...page, total },
        offset === 0 ? page.hits : [...this.hits, ...page.hits],
        offset === 0 ? ticket : undefined
      )
    })
  }

  #request(offset: number, limit: number): SearchRequest {
    return { text: this.text, sort: this.sort, offset, limit, facets: false }
  }

  /** @param counted - the search whose facets are to be counted when nothing more is typed */
  #show(page: HitPage, hits: readonly Hit[], counted: number | undefined): void {
    // Those of the query before stay until the new ones are counted: the list must not jump with every letter.
    const facets = this.narrowing ? this.page?.facets : undefined
    this.page = { ...page, ...(facets && { facets }) }
    this.hits = hits
    this.failure = undefined
    if (counted !== undefined && this.narrowing)
      this.#facetTimer = setTimeout(() => void this.#fetchFacets(counted), FACETS_AFTER_MS)
  }

  /** Shows what the results can be narrowed down by, or no more; only then is it counted, because that takes longer than searching. */
  async narrow(open: boolean): Promise<void> {
    if (open === this.narrowing) return
    this.narrowing = open
    clearTimeout(this.#facetTimer)
    if (open) await this.#fetchFacets(this.#latest)
  }

  /** Puts the keyboard and F4 on the articles on which they stand now. */
  #stay(hits: readonly Hit[]): void {
    const place = (of: number): number => {
      const id = this.hits[of]?.article.id
      return hits.findIndex(({ article }) => article.id === id)
    }
    const moved = place(this.active)
    const active = Math.max(0, moved < 0 ? Math.min(this.active, hits.length - 1) : moved)
    this.shifted += active - this.active
    this.active = active
    if (this.position === undefined) return
    const hit = place(this.position.hit)
    this.position = hit < 0 ? undefined : { ...this.position, hit }
  }

  async #guarded(ticket: number, task: () => Promise<void>): Promise<void> {
    this.pending = true
    try {
      await task()
    } catch (error) {
      if (ticket === this.#latest) this.failure = failureOf(error)
    } finally {
      if (ticket === this.#latest) this.pending = false
    }
  }

  /** Asks for the facets of what was found; without them the results stand all the same. */
  async #fetchFacets(ticket: number): Promise<void> {
    try {
      const request = { text: this.text, sort: this.sort, offset: 0, limit: 1, facets: true }
      const { facets = [] } = await this.#api.search(request)
      if (ticket === this.#latest && this.page !== undefined) this.page = { ...this.page, facets }
    } catch (error) {
      if (ticket === this.#latest) this.failure = failureOf(error)
    }
  }

  /** Asks for completions at a place of the text, unless something else is typed before. */
  async complete(caret: number): Promise<void> {
    const ticket = ++this.#latestCompletion
    await new Promise((done) => setTimeout(done, COMPLETE_AFTER_MS))
    if (ticket !== this.#latestCompletion) return
    const found = await this.#api.complete(this.text, caret)
    if (ticket === this.#latestCompletion) this.completions = found
  }

  closeCompletions(): void {
    this.#latestCompletion++
    this.completions = []
  }

  /** The text with a completion put in, and where the caret goes. */
  accept(completion: Completion): { text: string; caret: number } {
    const { start, end } = completion.replace
    const text = this.text.slice(0, start) + completion.text + this.text.slice(end)
    return { text, caret: start + completion.text.length }
  }

  /** Narrows the query by a facet or adds a term. */
  async add(term: string): Promise<void> {
    await this.type(`${this.text.trim()} ${term}`.trim())
  }

  /** Remembers the present query as one that was used. */
  remember(): void {
    const text = this.text.trim()
    if (text === '') return
    this.history = [text, ...this.history.filter((other) => other !== text)].slice(0, MAX_HISTORY)
    keep(HISTORY_KEY, this.history)
  }

  toggleSaved(text = this.text.trim()): void {
    if (text === '') return
    this.saved = this.saved.includes(text)
      ? this.saved.filter((other) => other !== text)
      : [...this.saved, text]
    keep(SAVED_KEY, this.saved)
  }

  /** Goes to the first mark of a hit. */
  open(hit: number): HitPosition {
    this.position = { hit, mark: 0 }
    this.active = hit
    return this.position
  }

  /** The next (1) or previous (−1) mark, on to the neighbouring article at the end; undefined at either end of the list. */
  async step(direction: 1 | -1): Promise<HitPosition | undefined> {
    const from = this.position ?? { hit: 0, mark: direction === 1 ? -1 : 0 }
    const inside = from.mark + direction
    if (inside >= 0 && inside < this.#marksOf(from.hit))
      return this.#stand({ ...from, mark: inside })
    const hit = from.hit + direction
    if (hit >= this.hits.length) await this.more()
    if (hit < 0 || hit >= this.hits.length) return undefined
    return this.#stand({ hit, mark: direction === 1 ? 0 : Math.max(0, this.#marksOf(hit) - 1) })
  }

  /** The place in the article's text that a position stands for; undefined when only the title matched. */
  spanAt(position: HitPosition): Span | undefined {
    return spanIn(this.hits[position.hit]?.marks ?? [], position.mark)
  }

  #marksOf(hit: number): number {
    return countIn(this.hits[hit]?.marks ?? [])
  }

  #stand(position: HitPosition): HitPosition {
    this.position = position
    this.active = position.hit
    return position
  }
}
