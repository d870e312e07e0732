import type { Category } from '../claim'

/** What a group of rules looks for; a group can be left out to measure what it adds. */
export type RuleGroup =
  | 'unverified'
  | 'unconfirmed'
  | 'dispute'
  | 'allegation'
  | 'anonymity'
  | 'open-question'
  | 'epistemic'
  | 'forecast'
  | 'evidence'
  | 'attribution'
  | 'party'
  | 'media'
  | 'quotes'
  | 'scope'
  | 'carry'

/**
 * One wording that signals a category.
 *
 * Patterns run over a sentence in lower case with plain apostrophes and plain spaces, in which the words between quotation marks
 * are masked. They hold no nested quantifiers, and every gap is bounded, so matching is linear.
 */
export interface CueRule {
  /** Stable id, shown in the why-card and in docs/rules.md. */
  readonly id: string
  readonly category: Category
  readonly group: RuleGroup
  /** Must carry the flag `g`. */
  readonly pattern: RegExp
  /** What the wording tells, in one line. */
  readonly tells: string
  /** A sentence that must match. */
  readonly yes: string
  /** A sentence that looks like it and must not match. */
  readonly no: string
  /** `expected` hedges (plans, forecasts) weigh less than epistemic ones. */
  readonly expected?: true
  /** Look between quotation marks too; the words outside already say that a claim is answered. */
  readonly insideQuotes?: true
}

/** Where the rules come from, for docs/rules.md. */
export interface RuleSet {
  readonly title: string
  readonly provenance: string
  readonly rules: readonly CueRule[]
}
