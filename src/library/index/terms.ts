import { ByteWriter, Uint32List } from './codec'

/** Numbers kept of each term: half a line of the processor's cache. */
const STRIDE = 8
/** What they are. `SEEN` is the article in which the term was last seen, `PLACE` its place among that article's terms. */
export const SEEN = 0
export const PLACE = 1
/** Its hash in streams. */
export const HASH = 2
/** Its number among the commonest words, 0 for any other. */
export const COMMON = 3
/** The number of its term as a word of a title, 0 until it was one. */
export const TITLED = 4
/** The batch in which it was last added, and its place among that batch's terms. */
export const BATCH = 5
export const BATCH_PLACE = 6

/** The terms that are remembered, numbered from 1: their names, their bytes as a dictionary keeps them, and a few numbers of each. */
export class Terms {
  /** By number; the first is none. */
  names: string[] = ['']
  /** `STRIDE` numbers of each. */
  #facts = new Int32Array(STRIDE * 1024)
  readonly #bytes = new ByteWriter()
  readonly #offsets = new Uint32List()

  constructor() {
    this.clear()
  }

  /** How many there are. */
  get size(): number {
    return this.names.length - 1
  }

  /** Numbers a term that has none yet. */
  add(name: string): number {
    const number = this.names.length
    this.names.push(name)
    this.#bytes.text(name)
    this.#offsets.push(this.#bytes.length)
    if (STRIDE * (number + 1) > this.#facts.length) {
      const grown = new Int32Array(2 * this.#facts.length)
      grown.set(this.#facts)
      this.#facts = grown
    }
    this.#facts.fill(0, STRIDE * number, STRIDE * (number + 1))
    return number
  }

  get(number: number, fact: number): number {
    return this.#facts[STRIDE * number + fact] ?? 0
  }

  set(number: number, fact: number, value: number): void {
    this.#facts[STRIDE * number + fact] = value
  }

  /** The bytes of all terms: those of a term stand from its `start` to that of the next. Until a term is added. */
  get bytes(): Uint8Array {
    return this.#bytes.bytes
  }

  /** Where the bytes of term i begin; one more than there are terms. */
  get starts(): Uint32Array {
    return this.#offsets.view()
  }

  /** Forgets all. */
  clear(): void {
    this.names = ['']
    this.#bytes.length = 0
    this.#offsets.length = 0
    // Of the first, which is none.
    this.#offsets.push(0)
    this.#offsets.push(0)
  }
}
