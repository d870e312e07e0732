import type { ArticleId } from '../article/article'
import type { Postings } from './postings'

/** Families of reports that must hold a key before it is a stock phrase. Lower hides reuse, higher reports bios and notes. */
const MIN_FAMILIES = 4
/** Share of the smaller report's keys from which two reports may be one family. */
const FAMILY_SHARE = 0.35
/** Reports that a key compares each of its holders with, so that large families cost no squares. */
const COMPARED = 8
/** Keys on end that no other report shares before they are text of one's own: about 30 words. */
const OWN_RUN = 12
/** Keys of own text up to which a report is still a copy: the larger of a number and a share. About 60 words. */
const MAX_OWN = 24
const MAX_OWN_SHARE = 0.2

/** Families looked at per key. Bounds time. */
const MAX_FAMILIES = 12
/** Sets of families whose verdict is remembered. Bounds memory. */
const MAX_REMEMBERED = 50_000

/**
 * Returns the keys of stock phrases: those that stand in several families of reports on different subjects. Copies of one story are
 * one family, so that a story on a hundred sites is no stock phrase, while the note that an outlet puts under all its stories is.
 *
 * @param areAlike - whether two reports have one subject; asked for reports that share a key but are no copies
 *
 * Families are a counting device only; clusters are made from verified overlaps. O(keys) besides what `areAlike` costs.
 */
export function findStock(
  prints: Postings,
  areAlike: (a: ArticleId, b: ArticleId) => boolean
): Set<number> {
  const families = familiesOf(prints)
  const stock = new Set<number>()
  // The keys of one note stand in the same families.
  const known = new Map<string, boolean>()
  prints.eachShared(MIN_FAMILIES, (key, holders) => {
    const firsts = firstOfFamilies(holders, families)
    if (firsts.length < MIN_FAMILIES) return
    const which = firsts.join()
    let isStock = known.get(which)
    if (isStock === undefined) {
      isStock = countSubjects(firsts, areAlike) >= MIN_FAMILIES
      if (known.size < MAX_REMEMBERED) known.set(which, isStock)
    }
    if (isStock) stock.add(key)
  })
  return stock
}

/** Returns the first holder of each family, up to `MAX_FAMILIES`. */
function firstOfFamilies(holders: readonly ArticleId[], families: Families): ArticleId[] {
  const roots = new Set<ArticleId>()
  const firsts: ArticleId[] = []
  for (const id of holders) {
    const root = families.rootOf(id)
    if (roots.has(root)) continue
    roots.add(root)
    firsts.push(id)
    if (firsts.length >= MAX_FAMILIES) break
  }
  return firsts
}

/** Counts reports of different subjects, up to `MIN_FAMILIES`. */
function countSubjects(
  all: readonly ArticleId[],
  areAlike: (a: ArticleId, b: ArticleId) => boolean
): number {
  const first = countUnlike(all, areAlike)
  if (first >= MIN_FAMILIES) return first
  // A page of nothing but the note is alike to all, and tells nothing about the others.
  return countUnlike(
    all.filter((id) => all.some((other) => other !== id && !areAlike(id, other))),
    areAlike
  )
}

/** Counts reports of which no two are alike, each taken when it comes, up to `MIN_FAMILIES`. */
function countUnlike(
  all: readonly ArticleId[],
  areAlike: (a: ArticleId, b: ArticleId) => boolean
): number {
  const unlike: ArticleId[] = []
  for (const id of all) {
    if (unlike.every((other) => !areAlike(id, other))) unlike.push(id)
    if (unlike.length >= MIN_FAMILIES) break
  }
  return unlike.length
}

function familiesOf(prints: Postings): Families {
  const families = new Families()
  prints.eachPair({ limit: COMPARED, share: FAMILY_SHARE }, (a, b) => {
    const [keysA, keysB] = [prints.keysOf(a), prints.keysOf(b)]
    if (isCopy(keysA, keysB) && isCopy(keysB, keysA)) families.join(a, b)
  })
  return families
}

/** Says whether a report has hardly any text that the other lacks. */
function isCopy(own: Uint32Array, other: Uint32Array): boolean {
  const shared = new Set(other)
  let lone = 0
  let run = 0
  for (const key of own) {
    run = shared.has(key) ? 0 : run + 1
    if (run === OWN_RUN) lone += OWN_RUN
    else if (run > OWN_RUN) lone++
  }
  return lone < Math.max(MAX_OWN, MAX_OWN_SHARE * own.length)
}

/** Disjoint sets with path halving. */
class Families {
  readonly #parents = new Map<ArticleId, ArticleId>()

  rootOf(id: ArticleId): ArticleId {
    let at = id
    for (;;) {
      const parent = this.#parents.get(at) ?? at
      if (parent === at) return at
      const above = this.#parents.get(parent) ?? parent
      this.#parents.set(at, above)
      at = above
    }
  }

  join(a: ArticleId, b: ArticleId): void {
    this.#parents.set(this.rootOf(a), this.rootOf(b))
  }
}
