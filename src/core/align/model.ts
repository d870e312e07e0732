import type { Span } from '../text/span'

/**
 * A step from the left text to the right one. Spans count in the canonical texts of either side; the ops of a list cover both
 * stretches without gaps, in order, so that applying them to the left stretch gives the right one.
 */
export interface WordEdit {
  readonly op: 'equal' | 'delete' | 'insert' | 'replace'
  readonly a: Span
  readonly b: Span
}

/** How two sentences (or runs of them, after a split or merge) relate. */
export type PairRelation =
  | 'equal'
  | 'edited'
  /** The same statement in other words: too unlike for a word diff. */
  | 'same-statement'
  /** Word for word the same formula sentence, but about different things ("could not verify the reports"). */
  | 'other-scope'
  | 'only-a'
  | 'only-b'

/** One or more sentences of the left text beside one or more of the right; one side is absent in `only-…`. */
export interface SentencePair {
  readonly relation: PairRelation
  readonly a?: Span
  readonly b?: Span
  /** 0…1, shared weight over the larger side's weight. */
  readonly similarity: number
  /** Empty unless the relation is `equal` or `edited`. */
  readonly edits: readonly WordEdit[]
}

/** A row of the two-column grid. Blocks are indexes into either article's `blocks`. */
export interface AlignmentRow {
  /** Position in `Alignment.rows`. */
  readonly index: number
  readonly kind: 'equal' | 'changed' | 'only-a' | 'only-b' | 'moved-away'
  readonly a: readonly number[]
  readonly b: readonly number[]
  readonly pairs: readonly SentencePair[]
  /**
   * Set when the blocks stand elsewhere in the other text. On the row that shows both sides, `other` is the index of the
   * `moved-away` row that holds the gap on the other side; on the `moved-away` row it is the index of the row that shows both.
   */
  readonly move?: { readonly other: number; readonly direction: 'up' | 'down' }
  /** One block against several, or several against several. */
  readonly grouping?: 'split' | 'merge' | 'several'
  /** Indexes into `Alignment.changes`. */
  readonly changes: readonly number[]
}

/** What a change does to the meaning. */
export type ChangeKind =
  | 'number'
  | 'quotation'
  | 'attribution'
  | 'hedge'
  | 'negation'
  | 'time'
  | 'place'
  | 'name'
  | 'status'
  | 'addition'
  | 'omission'
  | 'scope'
  | 'wording'
  | 'moved'

/** A named difference. The words say "in A, not in B", never who removed what. */
export interface Change {
  /** Position in `Alignment.changes`; these are ordered by weight, heaviest first. */
  readonly index: number
  readonly kind: ChangeKind
  /** `minor` differences (typography, spelling, stock lines) hide behind the switch "unimportant differences". */
  readonly strength: 'strong' | 'soft' | 'minor'
  /** 0…1, for ordering only. */
  readonly weight: number
  /** Index into `Alignment.rows`. */
  readonly row: number
  readonly a?: Span
  readonly b?: Span
  /** For hedges and attribution: whether b commits itself less (`weaker`) or more (`stronger`) than a. */
  readonly direction?: 'weaker' | 'stronger'
  /** The plain words of it, e.g. `said → claimed: weaker`, `24 → 26 injured`. */
  readonly text: string
}

/** Two reports, paired. */
export interface Alignment {
  readonly rows: readonly AlignmentRow[]
  readonly changes: readonly Change[]
  /** Up to three plain clauses, heaviest first; empty when nothing of substance differs. */
  readonly summary: readonly string[]
  readonly counts: {
    readonly moved: number
    readonly onlyA: number
    readonly onlyB: number
    readonly changed: number
    readonly equal: number
  }
  /** False when the budget ran out: rows are then right but coarser. */
  readonly exhaustive: boolean
}

/** One row of an n-way table: the same passage in every witness that has it. */
export interface CollationRow {
  readonly index: number
  /** Per witness, in the collation's order; null where the witness has nothing here. */
  readonly cells: readonly (CollationCell | null)[]
}

/** What one witness has in a row. */
export interface CollationCell {
  readonly span: Span
  readonly relation: 'base' | 'equal' | 'edited' | 'same-statement' | 'only'
  /** Against the base's cell when there is one. */
  readonly edits: readonly WordEdit[]
}

/** N reports around a base, which is witness 0. */
export interface Collation {
  readonly rows: readonly CollationRow[]
  readonly exhaustive: boolean
}
