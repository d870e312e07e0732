import type { ArticleId } from '../article/article'
import { Families } from './families'
import { KeySet } from './key-set'
import type { HeldKeys } from './held-keys'
import type { Postings } from './postings'
import { Scratch } from './scratch'

/** Families of reports that must hold a key before it is a stock phrase. Lower hides reuse, higher reports bios and notes. */
const MIN_FAMILIES = 4
/** Share of the smaller report's keys from which two reports may be one family. */
const FAMILY_SHARE = 0.35
/** Reports that a key compares each new one of its holders with, so that large families cost no squares. */
const COMPARED = 8
/** Keys on end that no other report shares before they are text of one's own: about 30 words. */
const OWN_RUN = 12
/** Keys of own text up to which a report is still a copy: the larger of a number and a share. About 60 words. */
const MAX_OWN = 24
const MAX_OWN_SHARE = 0.2
/** Families looked at per key. Bounds time. */
const MAX_FAMILIES = 12
/** Holders looked at per key. Bounds time. */
const MAX_HOLDERS = 400
/** Growth of a key's holders after which it is looked at again. Lower notices notes sooner and costs time. */
const HOLDER_GROWTH = 1.5
/** Times that a key which was no stock phrase is looked at again while the library doubles: rarities drift as it grows. */
const REVISITS = 2
/** Most such keys per new report, and questions about two reports after which the rest waits for the next one. Bound its time. */
const MAX_REVISITED = 32
const MAX_ASKED = 24

/** Marks of stock phrases, a power of two: many more than a library has of these. */
const MARKS = 1 << 16

/** Numbers of holders at which a key is looked at. */
const DUE: ReadonlySet<number> = new Set(
  (function* () {
    for (let count = MIN_FAMILIES; count <= MAX_HOLDERS; count = Math.ceil(count * HOLDER_GROWTH))
      yield count
  })()
)

/** Keys by what is known of them: `stock` phrases, and `open` ones that many reports hold, none of which is a stock phrase yet. */
export interface StockKeys {
  readonly stock: readonly number[]
  readonly open: readonly number[]
}

/**
 * Learns which keys are stock phrases: those that stand in several families of reports on different subjects. Copies of one story
 * are one family, so that a story on a hundred sites is no stock phrase, while the note that an outlet puts under all its stories is.
 *
 * It learns with every report that arrives, in time that does not depend on how many there are. Families are a counting device
 * only; clusters are made from verified overlaps.
 */
export class Stock {
  readonly #prints: Postings
  readonly #areAlike: (a: ArticleId, b: ArticleId) => boolean
  readonly #families = new Families()
  /** As signed numbers, which sets hold without a box of their own. */
  readonly #keys = new Set<number>()
  /** By the lower bits of a key, whether there may be such a one. */
  readonly #marks = new Uint8Array(MARKS)
  /** In the order in which they are looked at again. */
  readonly #open = new Set<number>()
  readonly #own = new KeySet()
  readonly #theirs = new KeySet()
  readonly #ownKeys = new Scratch()
  readonly #theirKeys = new Scratch()
  /** Questions asked since the last report arrived. */
  #asked = 0

  /** @param areAlike - whether two reports have one subject; asked for reports that share a key but are no copies */
  constructor(prints: Postings, areAlike: (a: ArticleId, b: ArticleId) => boolean) {
    this.#prints = prints
    this.#areAlike = (a, b) => {
      this.#asked++
      return areAlike(a, b)
    }
  }

  has(key: number): boolean {
    // Hardly any key is one.
    return this.#marks[key & (MARKS - 1)] === 1 && this.#keys.has(key | 0)
  }

  #add(key: number): void {
    this.#keys.add(key | 0)
    this.#marks[key & (MARKS - 1)] = 1
  }

  /** The keys of stock phrases, as signed numbers. */
  get keys(): ReadonlySet<number> {
    return this.#keys
  }

  /** Returns the keys of a report that is in the postings, with their holders, as far as `welcome` and `learn` ask for them. */
  heldWith(id: ArticleId): HeldKeys {
    return this.#prints.heldWith(id, {
      limit: MAX_HOLDERS,
      few: (key) => this.has(key),
      least: COMPARED
    })
  }

  /** Takes in what was known when the library was last open. */
  restore({ stock, open }: StockKeys): void {
    for (const key of stock) this.#add(key)
    for (const key of open) this.#open.add(key | 0)
  }

  /** Puts reports into one family that were found to be copies when one of them arrived. */
  join(id: ArticleId, copies: readonly ArticleId[]): void {
    for (const copy of copies) this.#families.join(copy, id)
  }

  /** Takes a new report, whose keys are already in the postings, into the family of its copies and returns these. */
  welcome(id: ArticleId, held = this.heldWith(id)): ArticleId[] {
    const likely = this.#prints.earlierSharing(held, { limit: COMPARED, share: FAMILY_SHARE })
    if (likely.length === 0) return likely
    const keys = this.#prints.keysOf(id, this.#ownKeys)
    const own = this.#own.fill(keys)
    const copies = likely.filter((other) => {
      const theirs = this.#prints.keysOf(other, this.#theirKeys)
      return isCopy(theirs, own) && isCopy(keys, this.#theirs.fill(theirs))
    })
    this.join(id, copies)
    return copies
  }

  forget(id: ArticleId): void {
    this.#families.remove(id)
  }

  /** Looks at the keys of a new report that are due, and at some that are open, and returns those of which more is known now. */
  learn(id: ArticleId, held = this.heldWith(id)): StockKeys {
    const found = { stock: new Array<number>(), open: new Array<number>() }
    // The keys of one note stand in the same families.
    const known: Verdict[] = []
    this.#asked = 0
    const look = (key: number, holders: readonly ArticleId[]) => {
      const wasOpen = this.#open.delete(key | 0)
      const verdict = this.#asked < MAX_ASKED ? this.#isStock(holders, known) : false
      if (verdict === undefined) return
      if (verdict) {
        this.#add(key)
        found.stock.push(key)
        return
      }
      this.#open.add(key | 0)
      if (!wasOpen) found.open.push(key)
    }
    const due: (readonly [number, readonly ArticleId[]])[] = []
    this.#prints.eachCrowded(
      held,
      { skip: (key) => this.has(key), wanted: (holders) => DUE.has(holders) },
      (key, holders) => due.push([key, holders])
    )
    for (const [key, holders] of due) look(key, holders)
    const again = Math.ceil((REVISITS * this.#open.size) / Math.max(1, this.#prints.size))
    for (const key of firstOf(this.#open, Math.min(again, MAX_REVISITED)))
      if (this.#asked < MAX_ASKED)
        look(key >>> 0, this.#prints.holders(key >>> 0, MAX_HOLDERS).reverse())
    return found
  }

  /** Says whether a key is a stock phrase by who holds it; undefined when these are too few families. */
  #isStock(holders: readonly ArticleId[], known: Verdict[]): boolean | undefined {
    const firsts = this.#families.firstOfEach(holders, MAX_FAMILIES)
    if (firsts.length < MIN_FAMILIES) return undefined
    const before = known.find((one) => areEqual(one.firsts, firsts))
    if (before !== undefined) return before.isStock
    const isStock = countSubjects(firsts, this.#areAlike) >= MIN_FAMILIES
    known.push({ firsts, isStock })
    return isStock
  }
}

/** What was found about the first reports of families. */
interface Verdict {
  readonly firsts: readonly ArticleId[]
  readonly isStock: boolean
}

const areEqual = (a: readonly ArticleId[], b: readonly ArticleId[]): boolean =>
  a.length === b.length && a.every((id, index) => id === b[index])

function firstOf(keys: Iterable<number>, count: number): number[] {
  const first: number[] = []
  for (const key of keys) {
    if (first.length >= count) break
    first.push(key)
  }
  return first
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

/** Says whether a report has hardly any text that the other lacks. */
function isCopy(own: Uint32Array, other: KeySet): boolean {
  const most = Math.max(MAX_OWN, MAX_OWN_SHARE * own.length)
  let lone = 0
  let run = 0
  for (let index = 0; index < own.length && lone < most; index++) {
    run = other.has(own[index] ?? 0) ? 0 : run + 1
    if (run === OWN_RUN) lone += OWN_RUN
    else if (run > OWN_RUN) lone++
  }
  return lone < most
}
