/** Letters typed within this time belong to one search, in ms. */
const TYPING_MS = 700

/** Finds rows of a list by the letters that are typed. */
export class TypeAhead {
  #typed = ''
  #at = 0

  /** Whether a further letter would go on with a search. */
  get isOpen(): boolean {
    return this.#typed !== '' && performance.now() - this.#at < TYPING_MS
  }

  /** The next row from `from` on, around the end, whose text begins with what was typed. */
  find(
    letter: string,
    from: number,
    total: number,
    textOf: (index: number) => string
  ): number | undefined {
    this.#typed = (this.isOpen ? this.#typed : '') + letter.toLowerCase()
    this.#at = performance.now()
    for (let step = this.#typed.length > 1 ? 0 : 1; step <= total; step++) {
      const index = (from + step) % total
      if (textOf(index).toLowerCase().startsWith(this.#typed)) return index
    }
    return undefined
  }
}
