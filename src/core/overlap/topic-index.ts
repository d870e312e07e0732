import type { ArticleId } from '../article/article'
import { RoughSums } from './rough-sums'
import { SlotSums } from './slot-sums'
import { TermLists } from './term-lists'
import type { Terms } from './terms'
import { LEAST_COSINE, leastCosine } from './topic-kind'

/** Reports that are imagined to have none of the terms, so that rarity means something in small libraries. */
const PRIOR_DOCUMENTS = 40
/** A term of more reports finds no candidates; it still counts in the cosine. Bounds time. */
const MAX_HOLDERS = 800
/** Terms by which candidates are found, those that weigh most first. Bounds time. */
const FINDING_TERMS = 40
/**
 * Entries of other reports looked at in all while candidates are found, ≥ 1; those of the weightiest terms first. Binds in libraries
 * of tens of thousands, where such terms are names and tell an event; higher costs time in proportion.
 */
const MAX_VISITED = 1_500
/** Share of the wanted cosine that these terms alone must reach before it is computed in full. */
const PROMISING = 0.4
/** Keeps a comparison of rounded numbers on the safe side. */
const ROUNDING = 0.999
/** Reports whose cosine is computed in full. Bounds time in folders on one saga. */
const MAX_CANDIDATES = 60
/**
 * Lengths that are computed anew with every report that comes, each in its turn: all of them while the library grows by a quarter. They
 * only pick candidates, and rarities drift slowly. All at once would hold one report in some hundred thousand up for all.
 */
const RENEWED_LENGTHS = 4
/** Removed entries from which lists are made anew, when they are also half of all. */
const MIN_DEAD = 1 << 12
/** Stands for no date. */
const UNDATED = -0x80000000

/** A report on a like subject. */
export interface TopicNeighbour {
  readonly id: ArticleId
  readonly cosine: number
  /** Days between the two reports, when both are dated. */
  readonly days?: number
}

/** Finds reports on a like subject by the cosine of their terms, weighted by rarity. */
export class TopicIndex {
  #lists = new TermLists()
  #slotOf = new Map<ArticleId, number>()
  #ids: (ArticleId | undefined)[] = []
  #days = new Int32Array(64)
  /** Length of each report's weighted terms as of lately. Half as wide as they could be: they only pick candidates. */
  #lengths = new Float32Array(64)
  /** The slot whose length is computed anew next. */
  #turn = 0
  /** Weight that others share with the report that is asked about, during a call. */
  readonly #shared = new SlotSums()
  readonly #rough = new RoughSums()
  /** Weights of one report by number of term, all zero between calls. */
  #own = new Float64Array()
  /** Natural logarithm of how many reports there are, imagined ones included. */
  #logOfAll = Math.log(PRIOR_DOCUMENTS)

  get size(): number {
    return this.#slotOf.size
  }

  /** @param day - days since 1970, or undefined */
  add(id: ArticleId, terms: Terms, day: number | undefined): void {
    this.remove(id)
    const slot = this.#lists.add(terms)
    this.#slotOf.set(id, slot)
    this.#logOfAll = Math.log(this.size + PRIOR_DOCUMENTS)
    this.#ids[slot] = id
    if (slot >= this.#days.length) {
      const [days, lengths] = [this.#days, this.#lengths]
      this.#days = new Int32Array(slot * 2)
      this.#days.set(days)
      this.#lengths = new Float32Array(slot * 2)
      this.#lengths.set(lengths)
    }
    this.#days[slot] = day ?? UNDATED
    this.#renewLength(slot)
    this.#renewLengths()
  }

  #renewLengths(): void {
    for (let renewed = 0; renewed < RENEWED_LENGTHS; renewed++) {
      if (this.#turn >= this.#ids.length) this.#turn = 0
      if (this.#ids[this.#turn] !== undefined) this.#renewLength(this.#turn)
      this.#turn++
    }
  }

  #renewLength(slot: number): void {
    const length = this.#normOf(slot)
    this.#lengths[slot] = length
    this.#rough.setLength(slot, length)
  }

  remove(id: ArticleId): void {
    const slot = this.#slotOf.get(id)
    if (slot === undefined) return
    this.#slotOf.delete(id)
    this.#logOfAll = Math.log(this.size + PRIOR_DOCUMENTS)
    this.#ids[slot] = undefined
    this.#lists.remove(slot)
    if (this.#lists.dead > MIN_DEAD && this.#lists.dead > this.#lists.used / 2) this.#compact()
  }

  /** Returns the weight of a term by its hash: the logarithm of how rare it is. */
  rarity(hash: number): number {
    const term = this.#lists.termOf(hash)
    return this.#logOfAll - (term < 0 ? 0 : this.#lists.logOf(term))
  }

  /** Returns the cosine of two reports' weighted terms, 0…1. */
  cosine(a: ArticleId, b: ArticleId): number {
    const [left, right] = [this.#slotOf.get(a), this.#slotOf.get(b)]
    if (left === undefined || right === undefined) return 0
    const norm = this.#spread(left)
    const cosine = this.#cosineTo(right, norm)
    this.#clear(left)
    return cosine
  }

  /** Returns the reports whose cosine is enough for a link at their distance in days, best first. */
  neighbours(id: ArticleId): TopicNeighbour[] {
    const slot = this.#slotOf.get(id)
    if (slot === undefined) return []
    const norm = this.#spread(slot)
    const neighbours = this.#promising(slot, norm)
      .map((other) => this.#neighbour(slot, other, this.#cosineTo(other, norm)))
      .filter(({ cosine, days }) => cosine >= leastCosine(days))
    this.#clear(slot)
    return neighbours.sort((x, y) => y.cosine - x.cosine || x.id - y.id)
  }

  /** Returns the slots that share the weightiest terms, those with the highest rough cosine first. */
  #promising(slot: number, norm: number): number[] {
    const shared = this.#shared
    // Most fall behind the least that any date allows: these need no more looks.
    const floor = PROMISING * norm * LEAST_COSINE * ROUNDING
    this.#addUp(slot, { share: floor, norm })
    const promising: number[] = []
    const day = this.#days[slot] ?? UNDATED
    for (let index = 0; index < shared.size; index++) {
      const other = shared.slotAt(index)
      const dot = shared.sumAt(index)
      const length = this.#lengths[other] ?? 0
      if (dot < floor * length || other === slot || this.#ids[other] === undefined) continue
      const least = leastCosine(daysBetween(day, this.#days[other] ?? UNDATED))
      const share = dot / Math.max(1e-9, norm * length * least)
      if (share < PROMISING) continue
      shared.replaceAt(index, share)
      promising.push(index)
    }
    return promising
      .sort(
        (x, y) =>
          Math.sign(shared.sumAt(y) - shared.sumAt(x)) || shared.slotAt(x) - shared.slotAt(y)
      )
      .slice(0, MAX_CANDIDATES)
      .map((index) => shared.slotAt(index))
  }

  /** Adds up what other reports share with one, by its weightiest terms, for those that may reach a share of their length. */
  #addUp(slot: number, { share, norm }: { readonly share: number; readonly norm: number }): void {
    const terms: number[] = []
    let visited = 0
    let listed = 0
    for (const term of this.#findingTerms(slot)) {
      visited += this.#lists.count(term)
      if (visited > MAX_VISITED) break
      listed += this.#lists.listed(term)
      terms.push(term)
    }
    this.#shared.begin(listed)
    const factors = terms.map((term) => (this.#own[term] ?? 0) * this.#rarityOf(term))
    const [rough, sums] = [this.#rough, this.#shared]
    rough.begin(share, norm)
    const lists = this.#lists
    for (let index = 0; index < terms.length; index++)
      lists.addRoughly(terms[index] ?? 0, factors[index] ?? 0, rough)
    for (let index = 0; index < terms.length; index++)
      lists.accumulate(terms[index] ?? 0, factors[index] ?? 0, { rough, sums })
  }

  #findingTerms(slot: number): number[] {
    const terms: number[] = []
    const weights: number[] = []
    for (let entry = this.#lists.start(slot); entry < this.#lists.end(slot); entry++) {
      const term = this.#lists.termAt(entry)
      const count = this.#lists.count(term)
      if (count <= 1 || count > MAX_HOLDERS) continue
      const weight = this.#own[term] ?? 0
      // They are few: to put each in its place costs less than to call for every comparison.
      let place = terms.length
      for (; place > 0; place--) {
        const before = weights[place - 1] ?? 0
        const stays = before > weight || (before === weight && (terms[place - 1] ?? 0) < term)
        if (stays) break
        terms[place] = terms[place - 1] ?? 0
        weights[place] = before
      }
      terms[place] = term
      weights[place] = weight
    }
    return terms.slice(0, FINDING_TERMS)
  }

  #neighbour(slot: number, other: number, cosine: number): TopicNeighbour {
    const days = daysBetween(this.#days[slot] ?? UNDATED, this.#days[other] ?? UNDATED)
    return { id: this.#ids[other] ?? 0, cosine, ...(days !== undefined && { days }) }
  }

  /** Writes the weights of a report's terms into `#own`; returns their length. */
  #spread(slot: number): number {
    if (this.#own.length < this.#lists.size) this.#own = new Float64Array(this.#lists.size * 2)
    let squares = 0
    for (let entry = this.#lists.start(slot); entry < this.#lists.end(slot); entry++) {
      const weight = this.#weightAt(entry)
      this.#own[this.#lists.termAt(entry)] = weight
      squares += weight * weight
    }
    return Math.sqrt(squares)
  }

  #clear(slot: number): void {
    for (let entry = this.#lists.start(slot); entry < this.#lists.end(slot); entry++)
      this.#own[this.#lists.termAt(entry)] = 0
  }

  /** Returns the cosine of the report in `#own` to another. */
  #cosineTo(slot: number, norm: number): number {
    let dot = 0
    let squares = 0
    for (let entry = this.#lists.start(slot); entry < this.#lists.end(slot); entry++) {
      const weight = this.#weightAt(entry)
      squares += weight * weight
      dot += weight * (this.#own[this.#lists.termAt(entry)] ?? 0)
    }
    const norms = norm * Math.sqrt(squares)
    return norms === 0 ? 0 : Math.min(1, dot / norms)
  }

  #normOf(slot: number): number {
    let squares = 0
    for (let entry = this.#lists.start(slot); entry < this.#lists.end(slot); entry++)
      squares += square(this.#weightAt(entry))
    return Math.sqrt(squares)
  }

  #weightAt(entry: number): number {
    return this.#lists.weightAt(entry) * this.#rarityOf(this.#lists.termAt(entry))
  }

  #rarityOf(term: number): number {
    return this.#logOfAll - this.#lists.logOf(term)
  }

  #compact(): void {
    const { lists, slotOf } = this.#lists.compacted()
    const [ids, days, lengths] = [this.#ids, this.#days, this.#lengths]
    this.#lists = lists
    this.#ids = []
    this.#slotOf = new Map()
    this.#days = new Int32Array(Math.max(64, lists.slots * 2))
    this.#lengths = new Float32Array(this.#days.length)
    for (const [before, slot] of slotOf.entries()) {
      const id = ids[before]
      if (slot < 0 || id === undefined) continue
      this.#ids[slot] = id
      this.#slotOf.set(id, slot)
      this.#days[slot] = days[before] ?? UNDATED
      this.#lengths[slot] = lengths[before] ?? 0
      this.#rough.setLength(slot, lengths[before] ?? 0)
    }
    // Terms have new numbers.
    this.#own = new Float64Array()
  }
}

const square = (value: number): number => value * value

function daysBetween(day: number, other: number): number | undefined {
  return day === UNDATED || other === UNDATED ? undefined : Math.abs(day - other)
}

const DAY_MS = 86_400_000

/** Returns the day of an ISO 8601 date as days since 1970, or undefined. */
export function dayNumber(date: string | undefined): number | undefined {
  const time = date === undefined ? NaN : Date.parse(date.slice(0, 10))
  return Number.isNaN(time) ? undefined : Math.floor(time / DAY_MS)
}
