import type { ArticleId } from '../../../../core/article/article'
import type { MarkLetter } from '../../../../core/claims/claim'
import { shared, type Span } from '../../../../core/text/span'
import type { DossierFormat, DossierRequest } from '../../../../shared/decision'
import type { Api } from '../api'
import { isStrings, keep, recall } from './kept'

type DossierApi = Pick<Api, 'search' | 'claimList' | 'threads' | 'overlaps' | 'desk'>
export type DossierKind = 'claims' | 'threads' | 'comparisons'
type Pair = NonNullable<DossierRequest['comparisons']>[number]

/** One thing that a dossier may hold. */
export interface DossierItem {
  /** The same whenever the dialog is opened. */
  readonly key: string
  readonly title: string
  readonly detail: string
  readonly letter?: MarkLetter
}
interface ClaimItem extends DossierItem {
  readonly article: ArticleId
  readonly sentence: Span
  readonly severity: number
  /** The reader judged it, so it is offered whatever its severity. */
  readonly judged: boolean
}
interface ThreadItem extends DossierItem {
  readonly thread: string
}
interface PairItem extends DossierItem, Pair {}

/** Rows asked for at once; the library gives at most 200, a search at most 100. */
const PAGE = 200
const HITS = 100
/** Reports whose claims are listed one by one; of more, all claims go into the dossier. */
const MAX_REPORTS = 200
/** Choices that are remembered; older ones are forgotten. */
const MAX_KEPT = 2000
/** Overlap kinds whose reports have wording to compare. */
const COMPARED: ReadonlySet<string> = new Set(['same-text', 'version', 'shared-passages'])
const WORKED_ON = 'has:verdict OR has:note OR is:starred'
const FLIPPED_KEY = 'dossier-choices'
const FORM_KEY = 'dossier-form'

interface Form {
  readonly format: DossierFormat | 'pdf'
  readonly minSeverity: number
  readonly withNotes: boolean
}
const FORM: Form = { format: 'html', minSeverity: 2, withNotes: true }
const isForm = (value: unknown): value is Form =>
  typeof value === 'object' &&
  value !== null &&
  'format' in value &&
  typeof value.format === 'string' &&
  'minSeverity' in value &&
  typeof value.minSeverity === 'number' &&
  'withNotes' in value &&
  typeof value.withNotes === 'boolean'

/** What goes into the next dossier: its form, and of some reports each claim, thread and comparison. */
export class DossierState {
  #form = $state.raw<Form>(recall(FORM_KEY, FORM, isForm))
  pending = $state(false)
  /** Too many reports to choose claims one by one. */
  tooMany = $state(false)
  #claims = $state.raw<readonly ClaimItem[]>([])
  #threads = $state.raw<readonly ThreadItem[]>([])
  #pairs = $state.raw<readonly PairItem[]>([])
  /** Keys that were put in or out against what is usual. */
  #flipped = $state.raw<ReadonlySet<string>>(new Set(recall(FLIPPED_KEY, [], isStrings)))
  #articles: readonly ArticleId[] | undefined
  #pairKey: string | undefined
  readonly #api: DossierApi
  #latest = 0
  #loading: Promise<void> = Promise.resolve()

  constructor(api: DossierApi) {
    this.#api = api
  }

  get form(): Form {
    return this.#form
  }

  change(change: Partial<Form>): void {
    this.#form = { ...this.#form, ...change }
    keep(FORM_KEY, this.#form)
  }

  readonly items: Readonly<Record<DossierKind, readonly DossierItem[]>> = $derived({
    claims: this.#claims.filter(
      ({ severity, judged }) => judged || severity >= this.#form.minSeverity
    ),
    threads: this.#threads,
    comparisons: this.#pairs
  })

  /** Claims and threads are in unless they are put out, comparisons out unless they are put in or looked at. */
  isChosen(kind: DossierKind, { key }: DossierItem): boolean {
    const usual = kind !== 'comparisons' || key === this.#pairKey
    return usual !== this.#flipped.has(key)
  }

  count(kind: DossierKind): number {
    return this.items[kind].filter((item) => this.isChosen(kind, item)).length
  }

  toggle(item: DossierItem): void {
    const next = new Set(this.#flipped)
    if (!next.delete(item.key)) next.add(item.key)
    this.#keep(next)
  }

  /** Puts everything of a kind in, or out. */
  all(kind: DossierKind, chosen: boolean): void {
    const next = new Set(this.#flipped)
    for (const item of this.items[kind])
      if (this.isChosen(kind, item) !== chosen && !next.delete(item.key)) next.add(item.key)
    this.#keep(next)
  }

  #keep(next: ReadonlySet<string>): void {
    this.#flipped = next
    keep(FLIPPED_KEY, [...next].slice(-MAX_KEPT))
  }

  /** Gathers what these reports have to offer; without reports those that the reader worked on. */
  load(articles: readonly ArticleId[] | undefined, pair?: Pair): Promise<void> {
    this.#loading = this.#load(articles, pair)
    return this.#loading
  }

  async #load(articles: readonly ArticleId[] | undefined, pair?: Pair): Promise<void> {
    const ticket = ++this.#latest
    this.pending = true
    try {
      const ids = articles ?? (await this.#workedOn())
      const tooMany = ids.length > MAX_REPORTS
      const listed = tooMany ? [] : ids
      const claims: ClaimItem[] = []
      const threads = new Map<string, ThreadItem>()
      const pairs = new Map<string, PairItem>()
      for (const id of listed) {
        claims.push(...(await this.#claimsOf(id)))
        for (const item of await this.#threadsOf(id)) threads.set(item.key, item)
        for (const item of await this.#pairsOf(id)) pairs.set(item.key, item)
        if (ticket !== this.#latest) return
      }
      this.tooMany = tooMany
      this.#articles = articles
      this.#pairKey = pair && pairKey(pair)
      this.#claims = claims
      this.#threads = [...threads.values()]
      this.#pairs = [...pairs.values()]
    } finally {
      if (ticket === this.#latest) this.pending = false
    }
  }

  async #workedOn(): Promise<ArticleId[]> {
    const ids: ArticleId[] = []
    for (;;) {
      const { hits, total } = await this.#api.search({
        text: WORKED_ON,
        sort: 'newest',
        facets: false,
        offset: ids.length,
        limit: HITS
      })
      ids.push(...hits.map(({ article }) => article.id))
      if (hits.length === 0 || ids.length >= total || ids.length > MAX_REPORTS) return ids
    }
  }

  async #claimsOf(article: ArticleId): Promise<ClaimItem[]> {
    const { verdicts } = await this.#api.desk(article)
    const items: ClaimItem[] = []
    for (let offset = 0, total = 1; offset < total; offset += PAGE) {
      const page = await this.#api.claimList({ article, sort: 'article', offset, limit: PAGE })
      total = page.total
      for (const { sentence, severity, text, letter, source, article: header } of page.rows)
        items.push({
          key: `claim ${String(article)} ${String(sentence.start)}`,
          title: text,
          detail: [source?.name, header.title].filter((part) => part !== undefined).join(' · '),
          ...(letter && { letter }),
          article,
          sentence,
          severity,
          judged: verdicts.some((verdict) => shared(verdict.sentence, sentence) > 0)
        })
    }
    return items
  }

  async #threadsOf(article: ArticleId): Promise<ThreadItem[]> {
    const { rows } = await this.#api.threads({ article, offset: 0, limit: PAGE })
    return rows
      .filter(({ documents }) => documents > 1)
      .map(({ id, gist, documents, origins }) => ({
        key: `thread ${id}`,
        title: gist,
        detail: `${String(documents)} reports, ${origins === 1 ? '1 origin' : `${String(origins)} origins`}`,
        thread: id
      }))
  }

  async #pairsOf(article: ArticleId): Promise<PairItem[]> {
    const found = await this.#api.overlaps(article)
    return found
      .filter(({ overlap }) => COMPARED.has(overlap.kind))
      .map(({ overlap, other }) => {
        const pair = { a: Math.min(article, other.id), b: Math.max(article, other.id) }
        return {
          key: pairKey(pair),
          title: other.title,
          detail: `${String(Math.round(overlap.containmentA * 100))} % shared`,
          ...pair
        }
      })
  }

  /** What to ask the library for, once everything is gathered. */
  async request(): Promise<Omit<DossierRequest, 'format'>> {
    await this.#loading
    const { minSeverity, withNotes } = this.#form
    const claims = this.#claims.filter(
      (item) => this.items.claims.includes(item) && this.isChosen('claims', item)
    )
    const threads = this.#threads.filter((item) => this.isChosen('threads', item))
    const pairs = this.#pairs.filter((item) => this.isChosen('comparisons', item))
    const everyClaim = this.tooMany || claims.length === this.items.claims.length
    return {
      ...(this.#articles && { articles: this.#articles }),
      ...(!everyClaim && {
        claims: claims.map(({ article, sentence }) => ({ article, sentence }))
      }),
      ...(threads.length > 0 && { threads: threads.map(({ thread }) => thread) }),
      ...(pairs.length > 0 && { comparisons: pairs.map(({ a, b }) => ({ a, b })) }),
      ...(!withNotes && { withoutNotes: true }),
      minSeverity
    }
  }
}

const pairKey = ({ a, b }: Pair): string =>
  `pair ${String(Math.min(a, b))} ${String(Math.max(a, b))}`
