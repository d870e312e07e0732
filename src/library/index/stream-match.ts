import { nearMatches, phraseMatches, type Match, type WordPattern } from '../../core/search/match'
import type { Plan } from '../../core/search/plan'
import { expand } from './expand'
import { hashOf } from './stream'
import type { Vocabulary } from './vocabulary'

/** A phrase, nearness, or word in the language of streams: hashes instead of words. */
type Hashed =
  | { readonly kind: 'word'; readonly hashes: ReadonlySet<number> }
  | {
      readonly kind: 'phrase'
      readonly words: readonly ReadonlySet<number>[]
      readonly slop: number
    }
  | {
      readonly kind: 'near'
      readonly left: Hashed
      readonly right: Hashed
      readonly distance: number
    }
  | { readonly kind: 'or'; readonly parts: readonly Hashed[] }

/** Says whether word streams hold a phrase or nearness. Hashes may deceive; what is shown is checked against the text. */
export class StreamMatcher {
  readonly #hashed: Hashed
  /** Set for a phrase of plain words side by side: one hash each. */
  readonly #plain: readonly number[] | undefined

  constructor(plan: Plan, vocabulary: Vocabulary) {
    this.#hashed = hashed(plan, vocabulary)
    if (this.#hashed.kind === 'phrase' && this.#hashed.slop === 0) {
      const singles = this.#hashed.words.flatMap((word) => (word.size === 1 ? [...word] : []))
      if (singles.length === this.#hashed.words.length) this.#plain = singles
    }
  }

  holds(stream: Uint16Array): boolean {
    if (this.#plain !== undefined) return holdsRun(stream, this.#plain)
    return matches(this.#hashed, stream).length > 0
  }
}

function holdsRun(stream: Uint16Array, run: readonly number[]): boolean {
  const [head = 0] = run
  const last = stream.length - run.length
  for (let at = stream.indexOf(head); at >= 0 && at <= last; at = stream.indexOf(head, at + 1)) {
    let i = 1
    while (i < run.length && stream[at + i] === run[i]) i++
    if (i === run.length) return true
  }
  return false
}

function matches(hashed: Hashed, stream: Uint16Array): Match[] {
  switch (hashed.kind) {
    case 'word':
      return places(stream, hashed.hashes).map((at) => ({ first: at, last: at, held: [at] }))
    case 'phrase':
      return phraseMatches(
        hashed.words.map((word) => places(stream, word)),
        hashed.slop
      )
    case 'near':
      return nearMatches(
        matches(hashed.left, stream),
        matches(hashed.right, stream),
        hashed.distance
      )
    case 'or':
      return hashed.parts
        .flatMap((part) => matches(part, stream))
        .sort((a, b) => a.first - b.first || a.last - b.last)
  }
}

function places(stream: Uint16Array, hashes: ReadonlySet<number>): number[] {
  const found: number[] = []
  for (let at = 0; at < stream.length; at++) if (hashes.has(stream[at] ?? 0)) found.push(at)
  return found
}

function hashed(plan: Plan, vocabulary: Vocabulary): Hashed {
  const set = (pattern: WordPattern, open: boolean): ReadonlySet<number> => {
    const { exact, others } = expand(pattern, open, vocabulary)
    return new Set([exact, ...others].map(hashOf))
  }
  switch (plan.kind) {
    case 'word':
      return { kind: 'word', hashes: set(plan.pattern, plan.open) }
    case 'phrase':
      return {
        kind: 'phrase',
        words: plan.patterns.map((pattern) => set(pattern, false)),
        slop: plan.slop
      }
    case 'near':
      return {
        kind: 'near',
        left: hashed(plan.left, vocabulary),
        right: hashed(plan.right, vocabulary),
        distance: plan.distance
      }
    case 'or':
      return { kind: 'or', parts: plan.parts.map((part) => hashed(part, vocabulary)) }
    default:
      return { kind: 'word', hashes: new Set() }
  }
}
