import type { Span } from '../text/span'

/** The twelve categories; one sentence may have several. Defined in docs/claims.md. */
export type Category =
  | 'UNVERIFIED'
  | 'UNCONFIRMED'
  | 'DISPUTED'
  | 'ALLEGED'
  | 'ANONYMOUS'
  | 'UNCLEAR'
  | 'PARTY'
  | 'MEDIA'
  | 'HEDGED'
  | 'ONRECORD'
  | 'CONFIRMED'
  | 'PLAIN'

/** The eight marks that a reader sees: could not verify, no confirmation, disputed, one side says, unnamed, relayed, hedged, plan. */
export type MarkLetter = 'V' | 'N' | 'D' | 'S' | 'U' | 'R' | 'H' | 'P'

/** 4 unverified … 1 on record, 0 outlet's own voice. The highest of the categories. */
export type Severity = 0 | 1 | 2 | 3 | 4

/** The words that signal a category. */
export interface Cue {
  readonly span: Span
  readonly category: Category
  /** Identifies the rule in docs/rules.md. */
  readonly ruleId: string
}

/** What kind of actor a source is; decides between PARTY, MEDIA and ONRECORD. */
export type SourceType =
  | 'state'
  | 'ministry'
  | 'military'
  | 'armed-group'
  | 'official'
  | 'court'
  | 'police'
  | 'emergency'
  | 'health'
  | 'un'
  | 'ngo'
  | 'monitor'
  | 'company'
  | 'party-politician'
  | 'media'
  | 'state-media'
  | 'wire'
  | 'person'
  | 'unnamed'
  | 'unknown'

/** Who an attributed statement is ascribed to. */
export interface Source {
  /** Resolved name: "Russian Defense Ministry" for "it". */
  readonly name: string
  /** The words in the text. Absent when carried over. */
  readonly span?: Span
  readonly type: SourceType
  /** The side the source stands on in the matter ("Russia"), when the registry knows it. */
  readonly side?: string
}

/** What a status sentence covers. */
export interface Scope {
  /** Sentences that are surely covered. */
  readonly sure: readonly Span[]
  /** Sentences on the same event that it may cover. */
  readonly possible: readonly Span[]
}

/** One sentence with what it leaves unsupported and why. */
export interface Mark {
  /** Position in `ArticleClaims.marks`. */
  readonly index: number
  readonly sentence: Span
  /** The claim itself without the attribution, within `sentence`. */
  readonly span: Span
  readonly kind: 'claim' | 'stance' | 'status' | 'structure'
  readonly categories: readonly Category[]
  readonly severity: Severity
  /** Absent when nothing is marked (PLAIN, CONFIRMED, stance). */
  readonly letter?: MarkLetter
  /** Whether the default view paints it. */
  readonly highlight: boolean
  readonly cues: readonly Cue[]
  /** The innermost source: who could have observed it. */
  readonly source?: Source
  /** Relays, outermost first: [TASS] for "TASS reported that the ministry said". */
  readonly via: readonly Source[]
  /** Who has not confirmed or answered, where the sentence says so. */
  readonly silent?: Source
  /** Only on status sentences. */
  readonly scope?: Scope
  /** Indexes of the status marks whose scope holds this sentence. */
  readonly coveredBy: readonly number[]
  /** Indexes of the marks in this article that deny this one. */
  readonly deniedBy: readonly number[]
  /** One plain line that quotes the cue and names the source; never "false", never "unreliable". */
  readonly reason: string
}

/** What one article leaves unsupported. */
export interface ArticleClaims {
  /** Every body sentence in order, PLAIN ones included. */
  readonly marks: readonly Mark[]
  /** Set when the language is not analysed: the BCP 47 tag. */
  readonly notAnalysed?: string
  /** Set when the marks could not be found: nothing is known of the article. */
  readonly failed?: true
}

/** How a member of a thread relates to the thread's first member. */
export type ThreadRelation =
  | 'first'
  | 'same-wording'
  | 'other-words'
  | 'update'
  | 'number-differs'
  | 'verb-changed'
  | 'status-changed'
  | 'conflict'
