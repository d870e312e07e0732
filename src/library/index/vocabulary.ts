import { stem, stemPrefix } from '../../core/search/stem'
import { bytesOf } from './dictionary'
import { FIRST_WORD } from './encoder'
import type { PostingsStore } from './store'

/** The words of the vocabulary that a pattern stands for. */
export interface Expanded {
  readonly exact: string
  /** Others: inflections, or words that begin so. */
  readonly others: readonly string[]
}

/** A word with how many documents hold it, removed ones left out. */
export interface CountedWord {
  readonly word: string
  readonly documents: number
}

/** Most inflections of one word that are looked up, the commonest first. English words have fewer than ten. */
const MOST_INFLECTIONS = 12
/** Words remembered with what they stand for, and with their documents: more than a word with a star stands for. */
const REMEMBERED = 8192

/** The words of all segments together. */
export class Vocabulary {
  readonly #store: PostingsStore
  /** What was computed of this generation of the store. */
  readonly #expanded = new Map<string, Expanded>()
  readonly #documents = new Map<string, number>()
  #generation = -1

  constructor(store: PostingsStore) {
    this.#store = store
  }

  /** Returns the commonest words that begin so, at most `limit`; the very word is among them if it is there. */
  beginningWith(prefix: string, limit: number): CountedWord[] {
    const bytes = bytesOf(prefix)
    const counts = new Map<string, number>()
    for (const { dictionary, frequencies } of this.#store.segments) {
      const { start, end } = dictionary.range(bytes)
      for (const index of commonest(frequencies, start, end, limit)) {
        const word = dictionary.word(index)
        if (word >= FIRST_WORD)
          counts.set(word, (counts.get(word) ?? 0) + (frequencies[index] ?? 0))
      }
    }
    const all = this.#living(counts, 2 * limit)
    const best = all.slice(0, limit)
    const exact = all.find(({ word }) => word === prefix)
    if (exact !== undefined && !best.includes(exact)) best.push(exact)
    return best
  }

  /** Returns the words that hold any of these runs of letters; undefined when there are more than `limit`. */
  containing(runs: readonly string[], limit: number): readonly string[] | undefined {
    const found = new Set<string>()
    for (const run of runs) {
      const bytes = bytesOf(run)
      for (const { dictionary } of this.#store.segments) {
        for (const index of dictionary.containing(bytes, limit + 1)) {
          const word = dictionary.word(index)
          // Pairs, titles and fields hold no word that the text has not.
          if (word >= FIRST_WORD) found.add(word)
        }
        if (found.size > limit) return undefined
      }
    }
    return [...found]
  }

  /** Returns what a pattern stands for, computed once for as long as the index stays the same. */
  remembered(key: string, expandNow: () => Expanded): Expanded {
    this.#follow()
    let expanded = this.#expanded.get(key)
    if (expanded === undefined) {
      expanded = expandNow()
      if (this.#expanded.size >= REMEMBERED) this.#expanded.clear()
      this.#expanded.set(key, expanded)
    }
    return expanded
  }

  /** Returns how many living documents hold a word. */
  documentsWith(word: string): number {
    this.#follow()
    let documents = this.#documents.get(word)
    if (documents === undefined) {
      documents = this.#store.documentsWith(word)
      if (this.#documents.size >= REMEMBERED) this.#documents.clear()
      this.#documents.set(word, documents)
    }
    return documents
  }

  #follow(): void {
    if (this.#generation === this.#store.generation) return
    this.#expanded.clear()
    this.#documents.clear()
    this.#generation = this.#store.generation
  }

  /** Returns the other words that share the word's stem. */
  inflections(word: string): readonly string[] {
    const wanted = stem(word)
    // Words that aren't English are their own stem, and so are those too short to have one.
    if (!/^[a-z]{3,}$/.test(word)) return []
    const counts = new Map<string, number>()
    const prefix = bytesOf(stemPrefix(wanted))
    for (const { dictionary, frequencies } of this.#store.segments) {
      const { start, end } = dictionary.range(prefix)
      for (let index = start; index < end; index++) {
        // No inflection is longer than its stem by more than a doubled letter and "ing" or "ies".
        const length = (dictionary.offsets[index + 1] ?? 0) - (dictionary.offsets[index] ?? 0)
        if (length > wanted.length + 4) continue
        const other = dictionary.word(index)
        if (other === word || stem(other) !== wanted) continue
        counts.set(other, (counts.get(other) ?? 0) + (frequencies[index] ?? 0))
      }
    }
    const living = this.#living(counts, 2 * MOST_INFLECTIONS)
    return living.slice(0, MOST_INFLECTIONS).map(({ word: other }) => other)
  }

  /** Returns the commonest words that living documents hold, most first; `counts` has removed ones in it. */
  #living(counts: ReadonlyMap<string, number>, limit: number): CountedWord[] {
    const commonestFirst = (a: CountedWord, b: CountedWord): number =>
      b.documents - a.documents || (a.word < b.word ? -1 : 1)
    const all = [...counts].map(([word, documents]) => ({ word, documents })).sort(commonestFirst)
    if (!this.#store.hasRemoved) return all
    return all
      .slice(0, limit)
      .map(({ word }) => ({ word, documents: this.documentsWith(word) }))
      .filter(({ documents }) => documents > 0)
      .sort(commonestFirst)
  }
}

/** Returns the places with the highest counts in a range, at most `limit`. */
function commonest(counts: Uint32Array, start: number, end: number, limit: number): number[] {
  const best: number[] = []
  if (end - start <= limit) {
    for (let i = start; i < end; i++) best.push(i)
    return best
  }
  for (let i = start; i < end; i++) {
    const count = counts[i] ?? 0
    if (best.length === limit && count <= (counts[best[limit - 1] ?? 0] ?? 0)) continue
    let at = best.length < limit ? best.length : limit - 1
    while (at > 0 && (counts[best[at - 1] ?? 0] ?? 0) < count) {
      best[at] = best[at - 1] ?? 0
      at--
    }
    best[at] = i
  }
  return best
}
