import { isStrings, keep, recall } from './kept'

/** What the list says of an article beside its title. */
export type ColumnId =
  | 'publisher'
  | 'published'
  | 'words'
  | 'claims'
  | 'cluster'
  | 'overlaps'
  | 'notes'
  | 'tags'
  | 'versions'
  | 'problems'
  | 'format'
  | 'fileName'

const DEFAULTS: readonly ColumnId[] = [
  'publisher',
  'published',
  'words',
  'claims',
  'cluster',
  'overlaps',
  'notes',
  'tags',
  'versions',
  'problems'
]
/** In the order in which they are shown. */
const ALL: readonly ColumnId[] = [...DEFAULTS, 'format', 'fileName']
const COLUMNS_KEY = 'article-columns'
const LAYOUT_KEY = 'article-layout'

/** Which facts the list shows, as lines or as columns; kept for the next start. */
export class ColumnsState {
  #chosen = $state.raw<ReadonlySet<string>>(new Set(recall(COLUMNS_KEY, [...DEFAULTS], isStrings)))
  asTable = $state(recall(LAYOUT_KEY, ['lines'], isStrings)[0] === 'table')

  readonly shown = $derived(ALL.filter((id) => this.#chosen.has(id)))

  has(id: ColumnId): boolean {
    return this.#chosen.has(id)
  }

  toggle(id: ColumnId): void {
    const next = new Set(this.#chosen)
    if (!next.delete(id)) next.add(id)
    this.#chosen = next
    keep(COLUMNS_KEY, [...next])
  }

  layOut(asTable: boolean): void {
    this.asTable = asTable
    keep(LAYOUT_KEY, [asTable ? 'table' : 'lines'])
  }
}
