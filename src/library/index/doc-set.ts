/** A set with fewer than one in so many documents is not worth sorting. */
const SPARSE = 32

/**
 * A set of documents with a score each: a dense array of scores in which 0 means "not in the set", and a list of members, which is
 * made when it is asked for where they are many. Every member's score is above 0.
 */
export class DocSet {
  count = 0
  readonly scores: Float32Array
  #list = new Uint32Array(256)
  #isListed = true

  /** @param scores - one for each document, all 0 */
  constructor(scores: Float32Array) {
    this.scores = scores
  }

  /** Whether there is a list of members. Without, going through the scores is faster than asking for one. */
  get isListed(): boolean {
    return this.#isListed
  }

  /** Adds to a document's score, which takes it in. `by` must be above 0. */
  add(doc: number, by: number): void {
    const before = this.scores[doc] ?? 0
    if (before === 0) this.#push(doc)
    this.scores[doc] = before + by
  }

  /** Takes in that scores of all documents were written, of which so many are above 0. */
  become(count: number): void {
    this.count = count
    this.#isListed = false
  }

  /** Keeps the members that get more by this, and adds it. */
  narrow(more: (doc: number) => number): void {
    const { scores } = this
    const list = this.members()
    let kept = 0
    for (let i = 0; i < list.length; i++) {
      const doc = list[i] ?? 0
      const added = more(doc)
      scores[doc] = added > 0 ? (scores[doc] ?? 0) + added : 0
      if (added > 0) list[kept++] = doc
    }
    this.count = kept
  }

  /** Keeps the members that are in another set too, and adds its scores. */
  intersect(other: DocSet): void {
    this.narrow((doc) => other.scores[doc] ?? 0)
  }

  /** Keeps the members for which `keep` holds. */
  filter(keep: (doc: number) => boolean): void {
    const { scores } = this
    const list = this.members()
    let kept = 0
    for (let i = 0; i < list.length; i++) {
      const doc = list[i] ?? 0
      if (keep(doc)) list[kept++] = doc
      else scores[doc] = 0
    }
    this.count = kept
  }

  /** Puts many members in the order of their numbers: what is then looked up of each lies one behind the other in memory. O(capacity). */
  sort(): void {
    if (this.#isListed && this.count >= this.scores.length / SPARSE) this.#enlist()
  }

  /** Makes the set empty, so that it can be used again. */
  reset(): void {
    const { scores } = this
    if (!this.#isListed || this.count > scores.length / 8) scores.fill(0)
    else for (const doc of this.members()) scores[doc] = 0
    this.count = 0
    this.#isListed = true
  }

  members(): Uint32Array {
    if (!this.#isListed) this.#enlist()
    return this.#list.subarray(0, this.count)
  }

  #enlist(): void {
    const { scores } = this
    if (this.count > this.#list.length) this.#list = new Uint32Array(this.count)
    const list = this.#list
    let at = 0
    for (let doc = 0; doc < scores.length; doc++) if ((scores[doc] ?? 0) > 0) list[at++] = doc
    this.#isListed = true
  }

  #push(doc: number): void {
    const at = this.count++
    if (!this.#isListed) return
    if (at >= this.#list.length) {
      const grown = new Uint32Array(2 * at)
      grown.set(this.#list)
      this.#list = grown
    }
    this.#list[at] = doc
  }
}
