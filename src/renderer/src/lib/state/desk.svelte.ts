import type { ArticleId } from '../../../../core/article/article'
import type { Mark } from '../../../../core/claims/claim'
import { countIn, type Span } from '../../../../core/text/span'
import type {
  AppInfo,
  ArticleHeader,
  ClaimThread,
  NumberRow,
  LedgerEntry,
  ProblemView,
  Side,
  ThreadId
} from '../../../../shared/shapes'
import type { Bridge, Notices } from '../../../../shared/contract'
import { apiOver, listen } from '../api'
import type { Api } from '../api'
import { ActorsState } from './actors.svelte'
import { Announcer } from './announcer.svelte'
import { BesideState } from './beside.svelte'
import { ClaimsState } from './claims.svelte'
import { ClustersState } from './clusters.svelte'
import { CollateState } from './collate.svelte'
import { ColumnsState } from './columns.svelte'
import { CompareState } from './compare.svelte'
import { DecisionsState } from './decisions.svelte'
import { NotebookState } from './desk-notebook.svelte'
import { DossierState } from './dossier.svelte'
import { JoiningState } from './joining.svelte'
import { KeptTabs } from './kept-tabs.svelte'
import { LibraryState } from './library.svelte'
import { MapState } from './map.svelte'
import { NavigationState, type Place } from './navigation.svelte'
import { PanelState } from './panels.svelte'
import { ReaderState } from './reader.svelte'
import { CARDS, GrowingRows } from './rows.svelte'
import type { HitPosition } from './search.svelte'
import { SearchState } from './search.svelte'
import { SettingsState } from './settings.svelte'
import { Trouble } from './trouble.svelte'

/** Wordings of a thread that are shown at first. */
export const WORDINGS = 12

/** All state of one window, and what needs more than one part of it. */
export class Desk {
  info = $state.raw<AppInfo>({ version: '', engine: '', platform: 'linux' })
  readonly api: Api
  readonly bridge: Bridge
  readonly announcer = new Announcer()
  readonly trouble = new Trouble()
  readonly navigation = new NavigationState()
  readonly tabs = new KeptTabs(this.navigation)
  readonly panels: PanelState
  readonly settings: SettingsState
  readonly library: LibraryState
  readonly columns = new ColumnsState()
  readonly search: SearchState
  readonly reader: ReaderState
  readonly compare: CompareState
  readonly beside: BesideState
  readonly collate: CollateState
  readonly claims: ClaimsState
  readonly decisions: DecisionsState
  readonly actors: ActorsState
  readonly notebook: NotebookState
  readonly map: MapState
  readonly dossier: DossierState
  readonly clusters: ClustersState
  readonly threads: GrowingRows<ClaimThread>
  readonly ledger: GrowingRows<LedgerEntry>
  readonly numbers: GrowingRows<NumberRow>
  readonly joining: JoiningState
  readonly problems: GrowingRows<ProblemView>
  threadFilter = $state('')
  sourceFilter = $state('')
  /** Reports whose numbers are shown. */
  numbersOf = $state.raw<readonly ArticleHeader[]>([])
  #stale = new Set<Part>()
  #refreshing = false

  constructor(bridge: Bridge, width: number) {
    const api = apiOver(bridge)
    this.api = api
    this.bridge = bridge
    this.panels = new PanelState(width)
    this.settings = new SettingsState(api)
    this.library = new LibraryState(api)
    this.search = new SearchState(api)
    this.reader = new ReaderState(api, this.settings)
    this.compare = new CompareState(api)
    this.beside = new BesideState(api)
    this.collate = new CollateState(api)
    this.claims = new ClaimsState(api)
    this.decisions = new DecisionsState(api)
    this.actors = new ActorsState(api, this.decisions)
    this.notebook = new NotebookState(api, this.decisions, this.reader)
    this.map = new MapState(api)
    this.dossier = new DossierState(api)
    this.clusters = new ClustersState(api, this.decisions)
    this.threads = new GrowingRows(
      (page) =>
        api.threads({
          ...page,
          members: WORDINGS,
          ...(this.threadFilter !== '' && { filter: this.threadFilter })
        }),
      CARDS
    )
    this.ledger = new GrowingRows((page) =>
      api.ledger({ ...page, ...(this.sourceFilter !== '' && { filter: this.sourceFilter }) })
    )
    this.joining = new JoiningState(this.decisions)
    this.numbers = new GrowingRows(async (page) => {
      const { place } = this.navigation
      if (place.view !== 'numbers') return { total: 0, rows: [] }
      const { cluster, article } = place
      const found = await api.numbers({
        ...page,
        ...(cluster !== undefined && { cluster }),
        ...(article !== undefined && { article })
      })
      this.numbersOf = found.articles
      return found
    }, CARDS)
    this.problems = new GrowingRows((page) => api.problems(page))
  }

  readonly isMac = $derived(this.info.platform === 'mac')

  /** Loads what the first picture needs. */
  async start(): Promise<void> {
    await this.trouble.guard(async () => {
      await Promise.all([
        this.api.appInfo().then((info) => (this.info = info)),
        this.settings.load(),
        this.library.refresh()
      ])
      await this.tabs.restore((id) =>
        this.api.article(id).then(
          ({ contentHash }) => contentHash,
          // It is gone: its tab does not come back.
          () => undefined
        )
      )
    })
  }

  /** Listens to the app; returns the unsubscribe. */
  listen(): () => void {
    const stops = [
      listen(this.bridge, 'progress', (progress) => (this.library.progress = progress)),
      listen(this.bridge, 'settingsChanged', (settings) => (this.settings.current = settings)),
      listen(this.bridge, 'trouble', (failure) => this.trouble.stopped(failure)),
      listen(this.bridge, 'libraryChanged', (change) => void this.#refresh(change))
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }

  read(article: ArticleId, at?: Span): void {
    if (!this.navigation.go({ view: 'read', article, ...(at && { at }) })) {
      this.announcer.say('Opened in a new tab')
      return
    }
    this.panels.uncover()
    if (at) this.reader.target = { ...at }
  }

  /** Opens an article in a new tab, and shows it or leaves it behind the one that is shown. */
  readAside(article: ArticleId, at: Span | undefined, show: boolean): void {
    if (show) {
      this.navigation.openTab({ view: 'welcome' })
      this.read(article, at)
    } else this.navigation.inNewTab(() => this.read(article, at))
  }

  /** Puts right whether a status line covers a sentence of the open report. */
  async cover(status: Mark, sentence: Span, covered: boolean): Promise<void> {
    const article = this.reader.view?.header.id
    if (article === undefined) return
    await this.trouble.guard(async () => {
      await this.decisions.decide({
        kind: 'scope',
        article,
        status: status.sentence,
        sentence,
        covered
      })
      await this.reader.refreshDerived()
    })
    this.announcer.say(
      covered
        ? 'Noted: that line covers this sentence. Undo takes it back.'
        : 'Noted: that line does not cover this sentence. Undo takes it back.'
    )
  }

  /** Gets to know an article that waits in a tab; one that is gone says so when its tab is shown. */
  async learn(id: ArticleId): Promise<void> {
    try {
      this.tabs.note(await this.api.article(id))
    } catch {
      // The reading view tells the failure where it matters.
    }
  }

  /** The thread in which a claim stands, with the first of its wordings or all; undefined when it stands alone or is gone. */
  async thread(id: ThreadId, members?: number): Promise<ClaimThread | undefined> {
    const only = { thread: id, offset: 0, limit: 1 }
    const { rows } = await this.api.threads({ ...only, ...(members !== undefined && { members }) })
    return rows[0]
  }

  /** Compares two sides, of which any may be a text that is no article. */
  compareSides(a: Side, b: Side): void {
    this.panels.uncover()
    this.navigation.go({ view: 'compare', a, b })
  }

  /** Compares two reports in columns, more in a table. */
  compareAll(articles: readonly ArticleId[]): void {
    const [a, b] = articles
    if (a === undefined || b === undefined) return
    if (articles.length === 2) {
      this.compareSides(a, b)
      return
    }
    this.panels.uncover()
    this.navigation.go({ view: 'collate', articles })
  }

  openHit(position: HitPosition | undefined): void {
    const hit = position && this.search.hits[position.hit]
    if (position === undefined || hit === undefined) return
    this.search.remember()
    this.read(hit.article.id, this.search.spanAt(position))
    this.announcer.say(
      `Hit ${position.mark + 1} of ${Math.max(1, countIn(hit.marks))} in ${hit.article.title}`
    )
  }

  /** Notices come in bursts: what arrives while a refresh runs is gathered into one more. */
  async #refresh({ what }: Notices['libraryChanged']): Promise<void> {
    for (const part of what) this.#stale.add(part)
    if (what.includes('articles')) this.reader.forgetExpected()
    // A comparison tells what the two have in common, too.
    if (what.includes('articles') || what.includes('overlaps')) this.compare.forgetExpected()
    if (this.#refreshing) return
    this.#refreshing = true
    while (this.#stale.size > 0) {
      const stale = this.#stale
      this.#stale = new Set()
      await this.trouble.guard(() => this.#reload(stale))
    }
    this.#refreshing = false
  }

  #listIn(view: Place['view']): { refresh(): Promise<void> } | undefined {
    switch (view) {
      case 'clusters':
        return this.clusters.list
      case 'threads':
        return this.threads
      case 'sources':
        return this.ledger
      case 'numbers':
        return this.numbers
      case 'problems':
        return this.problems
      case 'decisions':
        return this.decisions.list
      case 'notes':
        return this.notebook.list
      default:
        return undefined
    }
  }

  async #reload(stale: ReadonlySet<Part>): Promise<void> {
    await this.library.refresh()
    await this.search.refresh()
    if (DERIVED.some((part) => stale.has(part))) {
      await this.reader.refreshDerived()
    }
    if (stale.has('decisions')) await this.notebook.refresh()
    const { place } = this.navigation
    // A list that is not in view asks anew when it is opened.
    await this.#listIn(place.view)?.refresh()
    if (place.view === 'claims') await this.claims.refresh()
    if (place.view === 'map') await this.map.load(place.part, place.cluster)
  }
}

/** What of the library a notice may call stale. */
type Part = Notices['libraryChanged']['what'][number]

const DERIVED: readonly Part[] = ['claims', 'overlaps', 'decisions']
