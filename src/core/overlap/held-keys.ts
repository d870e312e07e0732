import type { ArticleId } from '../article/article'

/** A report that shares keys with another, and what these count together. */
export interface Sharing {
  readonly id: ArticleId
  readonly weight: number
}

/** What shared keys count. */
export interface SharingRules {
  /** Holders up to which a key counts `rareWeight`; others count 1. */
  readonly rareHolders: number
  readonly rareWeight: number
  /** Least that the keys of a pair must count together. */
  readonly least: number
}

/**
 * The keys of a report, each once, with the other reports that hold them. Good until reports come or go, or are asked about: there is
 * one set of lists for all, so that a report costs no space but its own. They may be longer than what they hold.
 */
export interface HeldKeys {
  /** The report's own slot. */
  readonly own: number
  /** Number of keys. */
  readonly count: number
  readonly keys: Uint32Array
  /** How often the report itself has each key. */
  readonly times: Uint32Array
  /** Where the holders of each key end in `slots`. */
  readonly ends: Uint32Array
  /** Slots of the holders, newest first. */
  readonly slots: Uint32Array
}

/** How many holders of a key are wanted. */
export interface HolderLimits {
  readonly limit: number
  /** Says of which keys `least` are enough, because very many reports hold them. */
  readonly few: (key: number) => boolean
  readonly least: number
}

/** The lists while they are filled. */
export type MutableHeldKeys = { -readonly [Field in keyof HeldKeys]: HeldKeys[Field] }
