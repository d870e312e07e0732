import type { ArticleId } from '../core/article/article'
import type { MarkLetter, Source } from '../core/claims/claim'
import type { Span } from '../core/text/span'
import type { ArticleHeader, ThreadId } from './shapes'

export type DecisionId = number

/** What a reader decided. Refers to texts by quotation and content hash, so that it survives re-indexing and moved files. */
export type Decision =
  /** This line is furniture (or is not): in one article, or wherever it stands when none is named. What is said of one counts more. */
  | {
      readonly kind: 'furniture'
      readonly line: string
      readonly furniture: boolean
      readonly article?: ArticleId | undefined
    }
  /** A mark is right, has another letter, or is no claim; applies to the identical sentence in every copy. */
  | {
      readonly kind: 'mark'
      readonly sentence: string
      readonly verdict: 'agree' | 'not-a-claim' | 'wrong-label'
      readonly letter?: MarkLetter
    }
  /** A status sentence covers (or does not cover) a sentence of the same article. */
  | {
      readonly kind: 'scope'
      readonly article: ArticleId
      readonly status: Span
      readonly sentence: Span
      readonly covered: boolean
    }
  /** Two reports belong (or do not belong) to one cluster. */
  | {
      readonly kind: 'cluster'
      readonly a: ArticleId
      readonly b: ArticleId
      readonly together: boolean
    }
  /** Which of two reports was taken over from the other; `neither` when the words of the pages mislead. */
  | {
      readonly kind: 'origin'
      readonly a: ArticleId
      readonly b: ArticleId
      readonly copy: 'a' | 'b' | 'neither'
    }
  /** The cluster of a report stands before the others. */
  | { readonly kind: 'pin'; readonly article: ArticleId; readonly pinned: boolean }
  /** Two claims are (or are not) one thread. */
  | {
      readonly kind: 'thread'
      readonly a: { readonly article: ArticleId; readonly sentence: Span }
      readonly b: { readonly article: ArticleId; readonly sentence: Span }
      readonly together: boolean
    }
  /** How a source is to be classed. */
  | {
      readonly kind: 'actor'
      readonly name: string
      readonly type: Source['type']
      readonly side?: string
      readonly sameAs?: string
    }
  /** Metadata put right by hand. */
  | {
      readonly kind: 'metadata'
      readonly article: ArticleId
      readonly field: 'title' | 'publisher' | 'published' | 'authors'
      readonly value: string
    }

  /** A note on a passage, or on the article when the span is empty; an empty text is a bare highlight. Stored as a quotation. */
  | {
      readonly kind: 'note'
      readonly article: ArticleId
      readonly span: Span
      readonly text: string
      readonly colour: 'yellow' | 'green' | 'blue' | 'pink'
    }
  /** How credible the reader finds a claim: 1 confirmed … 5 improbable, 6 can't be judged (Admiralty scale). Never set by the app. */
  | {
      readonly kind: 'verdict'
      readonly article: ArticleId
      readonly sentence: Span
      readonly credibility: 1 | 2 | 3 | 4 | 5 | 6
      readonly comment: string
    }
  /** How reliable the reader finds a source: A reliable … E unreliable, F can't be judged. */
  | {
      readonly kind: 'grade'
      readonly source: string
      readonly reliability: 'A' | 'B' | 'C' | 'D' | 'E' | 'F'
    }
  | {
      readonly kind: 'tag'
      readonly article: ArticleId
      readonly tag: string
      readonly tagged: boolean
    }
  | { readonly kind: 'star'; readonly article: ArticleId; readonly starred: boolean }
  | { readonly kind: 'read'; readonly article: ArticleId; readonly read: boolean }

export type Verdict = Extract<Decision, { kind: 'verdict' }>

export type Note = Extract<Decision, { kind: 'note' }>

/** What the reader noted about one article; each with the id that `undoDecision` takes. */
export interface ArticleDesk {
  readonly notes: readonly (Note & { readonly id: DecisionId; readonly decided: string })[]
  readonly verdicts: readonly (Verdict & { readonly id: DecisionId; readonly decided: string })[]
  readonly tags: readonly string[]
  readonly starred: boolean
  readonly read: boolean
}

export interface NotePage {
  readonly total: number
  readonly rows: readonly {
    readonly id: DecisionId
    readonly decided: string
    readonly text: string
    /** The passage as it was quoted; it stays when the article is gone. */
    readonly quote: string
    readonly colour: Note['colour']
    /** Absent for an orphan. */
    readonly article?: ArticleHeader
    readonly span?: Span
  }[]
}

export type DossierFormat = 'json' | 'md' | 'html' | 'csv' | 'csl' | 'bibtex' | 'claimreview'

export interface DossierRequest {
  /** Absent: every article of the library that has a verdict, a note or a star. */
  readonly articles?: readonly ArticleId[]
  /** Absent: every claim of the articles that `minSeverity` and verdicts let in. Else of those only these. */
  readonly claims?: readonly { readonly article: ArticleId; readonly sentence: Span }[]
  readonly threads?: readonly ThreadId[]
  readonly comparisons?: readonly { readonly a: ArticleId; readonly b: ArticleId }[]
  /** Leaves the reader's notes out. */
  readonly withoutNotes?: true
  /** Marks of this severity and above are listed; those with a verdict always. */
  readonly minSeverity: number
  readonly format: DossierFormat
}

export interface DecisionPage {
  readonly total: number
  readonly rows: readonly {
    readonly id: DecisionId
    readonly decided: string
    readonly decision: Decision
    /** The article it refers to can't be found any more. */
    readonly orphan: boolean
    /** The reports it is about that are in the library: none for what holds everywhere, two for what joins or parts reports. */
    readonly reports: readonly Pick<ArticleHeader, 'id' | 'title'>[]
  }[]
}
