import type { AlignmentRow, Change } from '../../../../core/align/model'
import type { Comparison, LooseText, Side } from '../../../../shared/shapes'
import type { Failure } from '../../../../shared/failure'
import { failureOf } from '../api'
import type { Api } from '../api'
import { plural } from '../format'
import { Expected } from './expected'

export type Filter = 'all' | 'changes' | 'only-a' | 'only-b'

/** Unchanged rows beyond which a run is folded into one line; a single row takes no more room than the line would. */
const MIN_FOLD = 2

/** What the grid shows: a row of the alignment, or a fold over unchanged ones. */
export type Item =
  | { readonly kind: 'row'; readonly row: AlignmentRow; readonly key: string }
  | {
      readonly kind: 'fold'
      readonly rows: readonly AlignmentRow[]
      readonly key: string
      /** Its rows follow. */
      readonly open: boolean
    }

/** Two reports side by side. */
export class CompareState {
  comparison = $state.raw<Comparison>()
  failure = $state.raw<Failure>()
  pending = $state(false)
  filter = $state<Filter>('all')
  minor = $state(false)
  inline = $state(false)
  /** Keys of the folds that were opened. */
  unfolded = $state.raw<ReadonlySet<string>>(new Set())
  /** Position in `stops` of the change the reader stands at; −1 before the first. */
  current = $state(-1)
  /** Row to scroll to; a new object each time. */
  target = $state.raw<{ readonly row: number }>()
  /** A selection that waits for another one to be compared with. */
  kept = $state.raw<LooseText>()
  readonly #expected: Expected<readonly [Side, Side], Comparison>
  #latest = 0
  #sides: readonly [Side, Side] | undefined

  constructor(api: Pick<Api, 'compare'>) {
    this.#expected = new Expected(([a, b]) => api.compare(a, b))
  }

  readonly rows = $derived(this.comparison?.alignment.rows ?? [])
  /** Changes under the present switch, heaviest first. */
  readonly changes = $derived(
    (this.comparison?.alignment.changes ?? []).filter((c) => this.minor || c.strength !== 'minor')
  )
  /** Rows that are told as changed under the present switch. */
  readonly changedRows = $derived(
    new Set(this.rows.filter((row) => this.#isChanged(row)).map((row) => row.index))
  )
  /** The rows that F7 stops at, in reading order. */
  readonly stops = $derived(this.#stopsOf(this.filter))
  /** How many rows the filters show: paragraphs that one side has alone, and those with a sentence that the other lacks. */
  readonly rowsWithOnly = $derived({
    a: this.#stopsOf('only-a').length,
    b: this.#stopsOf('only-b').length
  })
  readonly items = $derived(this.#fold())
  readonly announcement = $derived(this.#describe())

  /** Compares two sides that will likely be opened next. */
  expect(a: Side, b: Side): void {
    this.#expected.expect([[a, b]])
  }

  /** What was compared ahead may no longer be so. */
  forgetExpected(): void {
    this.#expected.forget()
  }

  /** Puts two sides beside each other; those that stand there already stay as they are, with folds and filters. */
  async open(a: Side, b: Side): Promise<void> {
    const sides = [a, b] as const
    if (this.comparison && JSON.stringify(sides) === JSON.stringify(this.#sides)) return
    const ticket = ++this.#latest
    this.pending = true
    try {
      const comparison = await this.#expected.ask(sides)
      if (ticket !== this.#latest) return
      this.#sides = sides
      this.comparison = comparison
      this.failure = undefined
      this.filter = 'all'
      this.unfolded = new Set()
      this.current = -1
      this.target = undefined
    } catch (error) {
      if (ticket !== this.#latest) return
      this.comparison = undefined
      this.failure = failureOf(error)
    } finally {
      if (ticket === this.#latest) this.pending = false
    }
  }

  show(filter: Filter): void {
    this.filter = filter
    this.current = -1
  }

  toggleMinor(): void {
    this.minor = !this.minor
    this.current = -1
  }

  /** Opens a fold, or closes it again. */
  toggleFold(key: string): void {
    const next = new Set(this.unfolded)
    if (!next.delete(key)) next.add(key)
    this.unfolded = next
  }

  /** Goes to the next or previous changed row and says where that is. */
  step(direction: 1 | -1): string {
    const count = this.stops.length
    if (count === 0) return 'No differences under these filters'
    const from = this.current < 0 && direction === -1 ? 0 : this.current
    this.current = (from + direction + count) % count
    const row = this.rows[this.stops[this.current] ?? 0]
    if (row) this.target = { row: row.index }
    return `${this.current + 1} of ${count}: ${row ? this.describeRow(row) : ''}`
  }

  /** Goes to a row, for instance of a change in the list or of a move's partner. */
  goTo(row: number): void {
    const fold = this.items.find(
      (item) => item.kind === 'fold' && !item.open && item.rows.some((r) => r.index === row)
    )
    if (fold) this.toggleFold(fold.key)
    else if (!this.items.some((item) => item.kind === 'row' && item.row.index === row))
      this.filter = 'all'
    this.current = this.stops.indexOf(row)
    this.target = { row }
  }

  changesOf(row: AlignmentRow): readonly Change[] {
    const all = this.comparison?.alignment.changes ?? []
    return row.changes
      .flatMap((index) => all[index] ?? [])
      .filter((c) => this.minor || c.strength !== 'minor')
  }

  /** What a row is, in words. */
  describeRow(row: AlignmentRow): string {
    const changes = this.changesOf(row).map((change) => change.text)
    const said = changes.length > 0 ? `: ${changes.join('; ')}` : ''
    switch (row.kind) {
      case 'only-a':
        return 'only in A'
      case 'only-b':
        return 'only in B'
      case 'moved-away':
        return 'stands elsewhere in B'
      case 'changed':
        return `${row.move ? 'moved and changed' : 'changed'}${said}`
      case 'equal':
        return row.move ? 'moved' : `unchanged${said}`
    }
  }

  /** Number of the paragraph on its side, counted without furniture and headings as in the reading view. */
  readonly numbers = $derived({
    a: numbersOf(this.comparison?.a.blocks ?? []),
    b: numbersOf(this.comparison?.b.blocks ?? [])
  })

  #isChanged(row: AlignmentRow): boolean {
    if (row.kind === 'only-a' || row.kind === 'only-b' || row.move !== undefined) return true
    if (row.kind === 'equal') return this.changesOf(row).length > 0
    // A changed row whose differences are all minor counts as unchanged while minor ones are hidden.
    return this.minor || row.changes.length === 0 || this.changesOf(row).length > 0
  }

  #stopsOf(filter: Filter): number[] {
    return [...this.changedRows].filter((row) => this.#passes(row, filter))
  }

  #passes(index: number, filter: Filter): boolean {
    const row = this.rows[index]
    if (row === undefined || row.kind === 'moved-away') return false
    if (filter === 'only-a') return hasOnly(row, 'a')
    if (filter === 'only-b') return hasOnly(row, 'b')
    return true
  }

  #fold(): Item[] {
    const items: Item[] = []
    let run: AlignmentRow[] = []
    const flush = () => {
      const first = run[0]
      if (first === undefined) return
      const key = `fold-${first.index}`
      const open = this.unfolded.has(key)
      const folds = run.length >= MIN_FOLD
      if (folds) items.push({ kind: 'fold', rows: run, key, open })
      if (!folds || open) items.push(...run.map(asItem))
      run = []
    }
    for (const row of this.rows) {
      const changed = this.changedRows.has(row.index)
      if (this.filter === 'only-a' || this.filter === 'only-b') {
        if (changed && this.#passes(row.index, this.filter)) items.push(asItem(row))
      } else if (changed) {
        flush()
        items.push(asItem(row))
      } else if (this.filter === 'all') {
        run.push(row)
      }
    }
    flush()
    return items
  }

  #describe(): string {
    const counts = this.comparison?.alignment.counts
    if (counts === undefined) return ''
    return [
      plural(this.changes.length, 'change'),
      plural(counts.moved, 'move'),
      `${plural(counts.onlyA, 'paragraph')} only in A`,
      `${plural(counts.onlyB, 'paragraph')} only in B`
    ].join(', ')
  }
}

/** Key of the item that shows a row. */
export const keyOfRow = (row: number): string => `row-${row}`

const asItem = (row: AlignmentRow): Item => ({ kind: 'row', row, key: keyOfRow(row.index) })

/** Whether a row holds text that the other side lacks: a whole paragraph, a sentence, or words. */
function hasOnly(row: AlignmentRow, side: 'a' | 'b'): boolean {
  if (row.kind === `only-${side}`) return true
  return row.pairs.some((pair) => pair.relation === `only-${side}`)
}

/** Paragraph numbers by block, as in the reading view; empty for headings and furniture. */
function numbersOf(blocks: Comparison['a']['blocks']): readonly string[] {
  let number = 0
  return blocks.map((block) =>
    block.furniture === undefined && block.role !== 'heading' ? String(++number) : ''
  )
}
