import type { ArticleId } from '../article/article'

/** Reports grouped with their copies. A report without any is a family of its own and takes no memory. */
export class Families {
  /** The family of each report that is not alone in its own. */
  readonly #of = new Map<ArticleId, Set<ArticleId>>()

  /** Makes one family of two. The smaller one moves, so that n reports cost n log n moves at most. */
  join(a: ArticleId, b: ArticleId): void {
    const [left, right] = [this.#familyOf(a), this.#familyOf(b)]
    if (left === right) return
    const [from, to] = left.size < right.size ? [left, right] : [right, left]
    for (const id of from) {
      to.add(id)
      this.#of.set(id, to)
    }
  }

  remove(id: ArticleId): void {
    this.#of.get(id)?.delete(id)
    this.#of.delete(id)
  }

  /** Returns the first report of each family among these, up to `limit`. */
  firstOfEach(ids: readonly ArticleId[], limit: number): ArticleId[] {
    const seen = new Set<ReadonlySet<ArticleId>>()
    const firsts: ArticleId[] = []
    for (const id of ids) {
      const family = this.#of.get(id)
      if (family !== undefined) {
        if (seen.has(family)) continue
        seen.add(family)
      }
      firsts.push(id)
      if (firsts.length >= limit) break
    }
    return firsts
  }

  #familyOf(id: ArticleId): Set<ArticleId> {
    const known = this.#of.get(id)
    if (known !== undefined) return known
    const alone = new Set([id])
    this.#of.set(id, alone)
    return alone
  }
}
