/** Cells of a table per number that goes into it, at least. */
const SPARE = 2
const FIRST_SPACE = 1 << 12
/** Numbers of a cell: slot plus one, 0 for none; its sum. */
const FIELDS = 2
const SLOT = 0
const SUM = 1

/**
 * Adds up numbers of a few slots among very many. A column with a number per slot would be far larger than the memory next to the
 * processor, and every number in it would be waited for. One is used again and again.
 */
export class SlotSums {
  /** Open addressing by the lower bits of a slot; both lists are the same memory. */
  #slots = new Uint32Array(FIRST_SPACE * FIELDS)
  /** Half as wide as they could be: they only pick candidates. */
  #sums = new Float32Array(this.#slots.buffer)
  #mask = 0
  /** Places of the cells that are in use, in the order in which their slots came. */
  #used = new Uint32Array(FIRST_SPACE)
  #size = 0

  /** Number of slots. */
  get size(): number {
    return this.#size
  }

  /** @param most - slots that will be added to, at most */
  begin(most: number): void {
    let space = FIRST_SPACE
    while (space < most * SPARE) space *= 2
    if (space * FIELDS > this.#slots.length) {
      this.#slots = new Uint32Array(space * FIELDS)
      this.#sums = new Float32Array(this.#slots.buffer)
      this.#used = new Uint32Array(space)
    } else this.#slots.fill(0, 0, space * FIELDS)
    this.#mask = space - 1
    this.#size = 0
  }

  add(slot: number, value: number): void {
    const name = slot + 1
    for (let cell = slot & this.#mask; ; cell = (cell + 1) & this.#mask) {
      const place = cell * FIELDS
      const known = this.#slots[place + SLOT] ?? 0
      if (known === name) {
        this.#sums[place + SUM] = (this.#sums[place + SUM] ?? 0) + value
        return
      }
      if (known !== 0) continue
      this.#slots[place + SLOT] = name
      this.#sums[place + SUM] = value
      this.#used[this.#size++] = place
      return
    }
  }

  /** Returns the slot that came as the nth, from 0. */
  slotAt(index: number): number {
    return (this.#slots[(this.#used[index] ?? 0) + SLOT] ?? 0) - 1
  }

  sumAt(index: number): number {
    return this.#sums[(this.#used[index] ?? 0) + SUM] ?? 0
  }

  /** Puts another number in the place of a sum. */
  replaceAt(index: number, value: number): void {
    this.#sums[(this.#used[index] ?? 0) + SUM] = value
  }
}
