const FIRST_SIZE = 1 << 14
/** Share of the table that may be full before it doubles. */
const MAX_LOAD = 0.5

/** Gives numbers to pairs of numbers: open addressing in typed arrays, because a map would keep every key as an object. */
export class PairTable {
  #firsts = new Uint32Array(FIRST_SIZE)
  #seconds = new Uint32Array(FIRST_SIZE)
  /** Number of the pair, plus one; 0 where nothing is. */
  #numbers = new Uint32Array(FIRST_SIZE)
  #size = 0

  /** Returns the number of a pair: the one given first, `fresh` for a pair that was not there. */
  numberOf(first: number, second: number, fresh: number): number {
    const place = this.#find(first, second)
    const known = this.#numbers[place] ?? 0
    if (known > 0) return known - 1
    this.#put(place, first, second, fresh + 1)
    if (++this.#size > this.#numbers.length * MAX_LOAD) this.#grow()
    return fresh
  }

  #find(first: number, second: number): number {
    const mask = this.#numbers.length - 1
    let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second + 1, 0x85ebca6b)
    hash ^= hash >>> 15
    let place = hash & mask
    while (
      (this.#numbers[place] ?? 0) > 0 &&
      (this.#firsts[place] !== first || this.#seconds[place] !== second)
    )
      place = (place + 1) & mask
    return place
  }

  #put(place: number, first: number, second: number, number: number): void {
    this.#firsts[place] = first
    this.#seconds[place] = second
    this.#numbers[place] = number
  }

  #grow(): void {
    const [firsts, seconds, numbers] = [this.#firsts, this.#seconds, this.#numbers]
    this.#firsts = new Uint32Array(numbers.length * 2)
    this.#seconds = new Uint32Array(numbers.length * 2)
    this.#numbers = new Uint32Array(numbers.length * 2)
    for (let index = 0; index < numbers.length; index++) {
      const number = numbers[index] ?? 0
      if (number === 0) continue
      const [first, second] = [firsts[index] ?? 0, seconds[index] ?? 0]
      this.#put(this.#find(first, second), first, second, number)
    }
  }
}
