const FIRST_SPACE = 1 << 9

/** Keys of one report, to be asked which it has. One is used again and again, so that a report costs no space. */
export class KeySet {
  #keys: Uint32Array = new Uint32Array()
  /** Open addressing by the lower bits: place in `#keys`, plus one. */
  #places = new Uint32Array(FIRST_SPACE)
  #mask = 0

  /** Takes these keys in the place of others; they must stay as they are. Returns the set. */
  fill(keys: Uint32Array): this {
    let space = FIRST_SPACE
    while (space < keys.length * 2) space *= 2
    if (space > this.#places.length) this.#places = new Uint32Array(space)
    else this.#places.fill(0, 0, space)
    this.#keys = keys
    this.#mask = space - 1
    for (let index = 0; index < keys.length; index++) {
      let slot = (keys[index] ?? 0) & this.#mask
      while ((this.#places[slot] ?? 0) !== 0) slot = (slot + 1) & this.#mask
      this.#places[slot] = index + 1
    }
    return this
  }

  has(key: number): boolean {
    for (let slot = key & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const place = (this.#places[slot] ?? 0) - 1
      if (place < 0) return false
      if (this.#keys[place] === key) return true
    }
  }
}
