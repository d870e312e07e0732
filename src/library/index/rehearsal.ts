import type { Article } from '../../core/article/article'
import { openDatabase, type Database } from '../catalog/database'
import { PostingsTables } from '../catalog/postings'
import type { Dictionary } from './dictionary'
import { FIRST_WORD } from './encoder'
import { Engine } from './engine'
import { PostingsStore } from './store'

/** Articles added, one by one: more make hardly anything faster. */
const ARTICLES = 40
/** Words of a paragraph and paragraphs of an article. */
const WORDS = 50
const PARAGRAPHS = 12
/** One word in so many is among the commonest, as in any text. */
const COMMON_EACH = 3
const COMMON = ['the', 'of', 'a', 'to', 'and', 'in', 'is', 'that', 'was', 'it', 'on', 'for', 'by']

/** How many articles are still to be added. Code is compiled once for all libraries that a process opens. */
let left = ARTICLES

/**
 * Adds invented articles to an index in memory, which is then thrown away. Until code has run some dozens of times it takes three to
 * six times as long: done while nothing else is to do, the article that comes by itself does not wait for that.
 */
export class Rehearsal {
  readonly #words: Dictionary
  readonly #db: Database
  readonly #store: PostingsStore
  readonly #engine: Engine
  #seed = 1

  /** @param words - of which articles are made, so that they are like the library's own */
  constructor(words: Dictionary) {
    this.#words = words
    this.#db = openDatabase(':memory:')
    this.#store = new PostingsStore(new PostingsTables(this.#db))
    this.#engine = new Engine(this.#store)
  }

  /** Whether nothing is left to do for this process. */
  static get isOver(): boolean {
    return left === 0
  }

  /** Goes on until a time on the clock; answers false when nothing is left to do after it. */
  step(until: number): boolean {
    do {
      this.#db.exec('BEGIN')
      this.#engine.add([this.#article(left)])
      this.#store.tidy(until, false)
      this.#db.exec('COMMIT')
    } while (--left > 0 && performance.now() < until)
    return left > 0
  }

  close(): void {
    this.#db.close()
  }

  #article(id: number): Article {
    const paragraphs = Array.from({ length: PARAGRAPHS }, () => this.#sentence(WORDS))
    let start = 0
    const blocks = paragraphs.map(({ length }) => {
      const span = { start, end: start + length }
      start = span.end + 2
      return { span, role: 'paragraph' as const }
    })
    return {
      id,
      text: paragraphs.join('\n\n'),
      blocks,
      metadata: { title: { value: this.#sentence(8), from: 'guess' } },
      format: 'txt',
      contentHash: '',
      words: WORDS * PARAGRAPHS
    }
  }

  #sentence(words: number): string {
    const chosen = Array.from({ length: words }, () => this.#word())
    return `The ${chosen.join(' ')}, ${String(this.#random(1000))}.`
  }

  #word(): string {
    if (this.#random(COMMON_EACH) === 0) return COMMON[this.#random(COMMON.length)] ?? ''
    const word = this.#words.word(this.#random(this.#words.size))
    return word >= FIRST_WORD ? word : 'the'
  }

  /** Returns a number from 0 to before another. Source: Numerical Recipes' linear congruential generator. */
  #random(before: number): number {
    this.#seed = (Math.imul(this.#seed, 1664525) + 1013904223) >>> 0
    return Math.floor((this.#seed / 2 ** 32) * before)
  }
}
