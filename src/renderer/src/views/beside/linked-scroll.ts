/** Two columns that scroll together while they are linked: each stands at the same share of its length. */
export class LinkedScroll {
  readonly #isLinked: () => boolean
  readonly #columns = new Set<HTMLElement>()
  /** The column that was moved by this class, and where to: its own scroll event is no wish of the reader. */
  #moved: { readonly column: HTMLElement; readonly top: number } | undefined

  constructor(isLinked: () => boolean) {
    this.#isLinked = isLinked
  }

  /** Takes a column in; returns how to leave. */
  join(column: HTMLElement): () => void {
    this.#columns.add(column)
    return () => void this.#columns.delete(column)
  }

  /** To be told when a column scrolled. */
  scrolled(column: HTMLElement): void {
    const moved = this.#moved
    this.#moved = undefined
    // Browsers round to device pixels.
    if (moved?.column === column && Math.abs(moved.top - column.scrollTop) < 2) return
    if (!this.#isLinked()) return
    const share = column.scrollTop / Math.max(1, column.scrollHeight - column.clientHeight)
    for (const other of this.#columns) {
      if (other === column) continue
      const top = share * (other.scrollHeight - other.clientHeight)
      if (Math.abs(other.scrollTop - top) < 1) continue
      this.#moved = { column: other, top }
      other.scrollTop = top
    }
  }
}
