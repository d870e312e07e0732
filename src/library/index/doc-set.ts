/**
 * A set of documents with a score each: a list of members and a dense array of scores in which 0 means "not in the set".
 * Every member's score is above 0.
 */
export class DocSet {
  list = new Uint32Array(256)
  count = 0
  scores: Float32Array

  constructor(capacity: number) {
    this.scores = new Float32Array(capacity)
  }

  /** Adds to a document's score, which takes it in. `by` must be above 0. */
  add(doc: number, by: number): void {
    const before = this.scores[doc] ?? 0
    if (before === 0) this.#push(doc)
    this.scores[doc] = before + by
  }

  /** Keeps the members for which `keep` holds. */
  filter(keep: (doc: number) => boolean): void {
    const { list, scores } = this
    let kept = 0
    for (let i = 0; i < this.count; i++) {
      const doc = list[i] ?? 0
      if (keep(doc)) list[kept++] = doc
      else scores[doc] = 0
    }
    this.count = kept
  }

  /** Makes the set empty, so that it can be used again. */
  reset(): void {
    const { list, scores } = this
    if (this.count > scores.length / 8) scores.fill(0)
    else for (let i = 0; i < this.count; i++) scores[list[i] ?? 0] = 0
    this.count = 0
  }

  members(): Uint32Array {
    return this.list.subarray(0, this.count)
  }

  #push(doc: number): void {
    if (this.count >= this.list.length) {
      const grown = new Uint32Array(this.list.length * 2)
      grown.set(this.list)
      this.list = grown
    }
    this.list[this.count++] = doc
  }
}

/** Lends sets, so that a search makes no new arrays of the library's size. */
export class DocSetPool {
  readonly #free: DocSet[] = []
  #capacity = 0

  /** @param capacity - one more than the highest document number */
  take(capacity: number): DocSet {
    if (capacity > this.#capacity) {
      this.#capacity = Math.max(capacity, this.#capacity * 2)
      this.#free.length = 0
    }
    return this.#free.pop() ?? new DocSet(this.#capacity)
  }

  give(set: DocSet): void {
    if (set.scores.length < this.#capacity) return
    set.reset()
    this.#free.push(set)
  }
}
