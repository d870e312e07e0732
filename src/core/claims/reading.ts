import type { Registry } from './actors/registry'
import type { Category, Source } from './claim'
import type { Topic } from './classify'
import type { Memory, Place, Resolved } from './memory'
import type { Sentence } from './sentence'

/** What reading needs beside the sentences. */
export interface ReadOptions {
  readonly registry: Registry
  readonly without: ReadonlySet<string>
  readonly publisher?: string
}

/** Who spoke last, for quotations that go on and lead-ins. */
export interface Speaker {
  readonly resolved: Resolved
  readonly via: readonly Source[]
  readonly item: number
  readonly block: number
  /** The sentence was a lead-in ("X said:"): the next block is its quotation. */
  readonly leadIn: boolean
  readonly stance: boolean
  readonly categories: ReadonlySet<Category>
  readonly bare: number
}

/** What reading one sentence may look at. */
export interface ReadContext {
  readonly memory: Memory
  readonly topic: Topic
  readonly options: ReadOptions
  readonly speaker: Speaker | undefined
  readonly sentences: readonly Sentence[]
  readonly i: number
}

/** Returns where a sentence stands. */
export function placeOf(sentence: Sentence): Place {
  return { at: sentence.index, item: sentence.item, block: sentence.block }
}
