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
  active = $state(0)
  readonly rows: PagedRows<ClaimRow>
  readonly #api: Pick<Api, 'claimList'>
  #latest = 0

  constructor(api: Pick<Api, 'claimList'>) {
    this.#api = api
    this.rows = new PagedRows((page) => this.#api.claimList({ ...this.#query(), ...page }))
  }

  readonly total = $derived.by(() =>
    this.grouping === 'none' ? this.rows.total : this.grouped.length
  )

  line(index: number): ClaimLine | undefined {
    if (this.grouping !== 'none') return this.grouped[index]
    const row = this.rows.row(index)
    return row && { kind: 'claim', row }
  }

  async reload(): Promise<void> {
    const ticket = ++this.#latest
    this.active = 0
    await this.rows.reload()
    if (this.grouping === 'none') return
    const all: ClaimRow[] = []
    while (all.length < Math.min(this.rows.total, MAX_GROUPED)) {
      const page = await this.#api.claimList({ ...this.#query(), offset: all.length, limit: PAGE })
      if (ticket !== this.#latest) return
      if (page.rows.length === 0) break
      all.push(...page.rows)
    }
    this.grouped = group(all, this.grouping)
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
