import type { MarkLetter } from '../../../../core/claims/claim'
import type { ClaimQuery, ClaimRow } from '../../../../shared/shapes'
import type { Api } from '../api'
import { markName } from '../marks'
import { PagedRows } from './rows.svelte'

export type Grouping = 'none' | 'source' | 'event' | 'letter'

/** A line of the table: a claim, or the heading of a group. */
export type ClaimLine =
  | { readonly kind: 'claim'; readonly row: ClaimRow }
  | { readonly kind: 'group'; readonly name: string; readonly count: number }

/** Claims that grouping reads at most; beyond it the groups would not be complete, and the view says so. */
export const MAX_GROUPED = 2_000
const PAGE = 200

/** The folder-wide table of marked claims. */
export class ClaimsState {
  letter = $state<MarkLetter>()
  filter = $state('')
  strongOnly = $state(false)
  sort = $state<ClaimQuery['sort']>('weight')
  grouping = $state<Grouping>('none')
  grouped = $state.raw<readonly ClaimLine[]>([])
  /** By how many lines claims that came or went have moved the line of the keyboard, in all. */
  shifted = $state(0)
  readonly rows: PagedRows<ClaimRow>
  readonly #api: Pick<Api, 'claimList'>
  #latest = 0
  #active = $state(0)
  /** What the reader went to; until then the line of the keyboard is the first one, whatever comes to stand there. */
  #chosen: string | undefined

  constructor(api: Pick<Api, 'claimList'>) {
    this.#api = api
    this.rows = new PagedRows((page) => this.#api.claimList({ ...this.#query(), ...page }))
  }

  readonly total = $derived.by(() =>
    this.grouping === 'none' ? this.rows.total : this.grouped.length
  )

  /** Whether some claims are kept out of sight on purpose. */
  get isFiltered(): boolean {
    return this.letter !== undefined || this.filter !== '' || this.strongOnly
  }

  line(index: number): ClaimLine | undefined {
    if (this.grouping !== 'none') return this.grouped[index]
    const row = this.rows.row(index)
    return row && { kind: 'claim', row }
  }

  /** Position of the keyboard; one that was set stays with its claim when others come before it. */
  get active(): number {
    return this.#active
  }

  set active(index: number) {
    this.#active = index
    this.#chosen = keyOf(this.line(index))
  }

  /** Asks for other claims, from the top. */
  async reload(): Promise<void> {
    this.#active = 0
    this.#chosen = undefined
    await this.#get(() => this.rows.restart())
  }

  /** Asks anew for what is shown. */
  async refresh(): Promise<void> {
    if (!(await this.#get(() => this.rows.reload(this.#active)))) return
    if (this.#chosen === undefined) return
    const now = this.#indexOf(this.#chosen)
    if (now < 0) this.#chosen = keyOf(this.line(this.#active))
    else if (now !== this.#active) {
      this.shifted += now - this.#active
      this.#active = now
    }
  }

  #indexOf(key: string): number {
    return this.grouping === 'none'
      ? this.rows.indexOf((row) => keyOf({ kind: 'claim', row }) === key)
      : this.grouped.findIndex((line) => keyOf(line) === key)
  }

  /** False when something else was asked for meanwhile. */
  async #get(rows: () => Promise<void>): Promise<boolean> {
    const ticket = ++this.#latest
    await rows()
    if (this.grouping !== 'none') {
      const all: ClaimRow[] = []
      while (all.length < Math.min(this.rows.total, MAX_GROUPED)) {
        const page = await this.#api.claimList({
          ...this.#query(),
          offset: all.length,
          limit: PAGE
        })
        if (ticket !== this.#latest) return false
        if (page.rows.length === 0) break
        all.push(...page.rows)
      }
      this.grouped = group(all, this.grouping)
    }
    return ticket === this.#latest
  }

  #query(): Omit<ClaimQuery, 'offset' | 'limit'> {
    return {
      sort: this.sort,
      ...(this.letter && { letter: this.letter }),
      ...(this.filter !== '' && { filter: this.filter }),
      ...(this.strongOnly && { minSeverity: 3 })
    }
  }
}

/** What stays the same of a line when the library changes. */
function keyOf(line: ClaimLine | undefined): string | undefined {
  if (line === undefined) return undefined
  if (line.kind === 'group') return line.name
  return `${line.row.article.id} ${line.row.sentence.start}`
}

function group(rows: readonly ClaimRow[], by: Exclude<Grouping, 'none'>): ClaimLine[] {
  const groups = Map.groupBy(rows, (row) => groupName(row, by))
  return [...groups]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .flatMap(([name, members]): ClaimLine[] => [
      { kind: 'group', name, count: members.length },
      ...members.map((row) => ({ kind: 'claim' as const, row }))
    ])
}

function groupName(row: ClaimRow, by: Exclude<Grouping, 'none'>): string {
  if (by === 'source') return row.source?.name ?? 'No source named'
  if (by === 'letter') return row.letter ? markName(row.letter) : 'No mark'
  return row.article.cluster === undefined ? row.article.title : `Event ${row.article.cluster}`
}
