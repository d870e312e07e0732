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
/** Pairs counted at most. Bounds memory on folders of pages that are all alike. */
const MAX_PAIRS = 3_000_000

/** Families looked at per key. Bounds time. */
const MAX_FAMILIES = 12

/**
 * Returns the keys of stock phrases: those that stand in several families of reports on different subjects. Copies of one story are
 * one family, so that a story on a hundred sites is no stock phrase, while the note that an outlet puts under all its stories is.
 *
 * @param areAlike - whether two reports have one subject; asked for reports that share a key but are no copies
 *
 * Families are a counting device only; clusters are made from verified overlaps. O(keys) and about a second for 100,000 reports.
 */
export function findStock(
  prints: Postings,
  areAlike: (a: ArticleId, b: ArticleId) => boolean
): Set<number> {
  const families = familiesOf(prints)
  const stock = new Set<number>()
  prints.eachShared((key, holders) => {
    if (holders.length < MIN_FAMILIES) return
    if (countSubjects(holders, families, areAlike) >= MIN_FAMILIES) stock.add(key)
  })
  return stock
}

/** Counts families of different subjects among the holders of a key, up to `MIN_FAMILIES`. */
function countSubjects(
  holders: readonly ArticleId[],
  families: Families,
  areAlike: (a: ArticleId, b: ArticleId) => boolean
): number {
  const firstOf = new Map<ArticleId, ArticleId>()
  for (const id of holders) {
    const root = families.rootOf(id)
    if (!firstOf.has(root)) firstOf.set(root, id)
    if (firstOf.size >= MAX_FAMILIES) break
  }
  const all = [...firstOf.values()]
  if (all.length < MIN_FAMILIES) return all.length
  // A page of nothing but the note is alike to all, and tells nothing about the others.
  const telling = all.filter((id) => all.some((other) => other !== id && !areAlike(id, other)))
  const unlike: ArticleId[] = []
  for (const id of telling) {
    if (unlike.every((other) => !areAlike(id, other))) unlike.push(id)
    if (unlike.length >= MIN_FAMILIES) break
  }
  return unlike.length
}

function familiesOf(prints: Postings): Families {
  // Article ids are far below 2^26, so that a pair fits one exact number.
  const FACTOR = 0x4000000
  const counts = new Map<number, number>()
  prints.eachShared((_, holders) => {
    for (let index = 0; index < holders.length; index++) {
      const first = holders[index] ?? 0
      const end = Math.min(holders.length, index + 1 + COMPARED)
      for (let other = index + 1; other < end; other++) {
        const second = holders[other] ?? 0
        const pair = Math.min(first, second) * FACTOR + Math.max(first, second)
        const known = counts.get(pair)
        if (known !== undefined) counts.set(pair, known + 1)
        else if (counts.size < MAX_PAIRS) counts.set(pair, 1)
      }
    }
  })
  const families = new Families()
  for (const [pair, count] of counts) {
    const [a, b] = [Math.floor(pair / FACTOR), pair % FACTOR]
    const [keysA, keysB] = [prints.keysOf(a), prints.keysOf(b)]
    if (count < FAMILY_SHARE * Math.min(keysA.length, keysB.length)) continue
    if (isCopy(keysA, keysB) && isCopy(keysB, keysA)) families.join(a, b)
  }
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
