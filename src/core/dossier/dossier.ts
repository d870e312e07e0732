import type { ChangeKind } from '../align/model'
import type { Category, MarkLetter, SourceType, ThreadRelation } from '../claims/claim'

/** Raised when a reader of the old form would misread the new one. */
export const DOSSIER_VERSION = 1
/** Says what kind of document a dossier is. */
export const DOSSIER_FORMAT = 'briefing-reader-dossier'

/** How credible the reader finds a claim: the digits of the Admiralty scale. */
export type Credibility = 1 | 2 | 3 | 4 | 5 | 6
/** How reliable the reader finds a source: the letters of the same scale. */
export type Reliability = 'A' | 'B' | 'C' | 'D' | 'E' | 'F'

/** Plain words for credibility. Source: NATO AJP-2.1, the Admiralty code. */
export const CREDIBILITY: Readonly<Record<Credibility, string>> = {
  1: 'confirmed',
  2: 'probable',
  3: 'possible',
  4: 'doubtful',
  5: 'improbable',
  6: 'cannot be judged'
}

/** Plain words for reliability. Source: as above. */
export const RELIABILITY: Readonly<Record<Reliability, string>> = {
  A: 'reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'cannot be judged'
}

/** Plain words for marks. */
export const MARKS: Readonly<Record<MarkLetter, string>> = {
  V: 'could not be verified',
  N: 'no confirmation',
  D: 'disputed',
  S: 'one side says',
  U: 'unnamed source',
  R: 'relayed',
  H: 'hedged',
  P: 'plan'
}

/** Everything that a reader hands on as evidence, ready to be written in any format. Dates are ISO 8601. */
export interface Dossier {
  readonly format: typeof DOSSIER_FORMAT
  readonly version: typeof DOSSIER_VERSION
  /** Version of the app that made it. */
  readonly app: string
  readonly made: string
  readonly documents: readonly DossierDocument[]
  readonly claims: readonly DossierClaim[]
  readonly notes: readonly DossierNote[]
  readonly threads: readonly DossierThread[]
  readonly comparisons: readonly DossierComparison[]
  readonly grades: readonly DossierGrade[]
}

/** A report that the dossier quotes. */
export interface DossierDocument {
  /** `D1`, `D2` …: how the dossier refers to it. */
  readonly id: string
  readonly title: string
  readonly authors: readonly string[]
  readonly publisher?: string
  readonly published?: string
  readonly saved?: string
  readonly url?: string
  readonly language?: string
  /** Path inside the opened folder, with `/`. */
  readonly file: string
  readonly words: number
  /** SHA-256 of canonical text, in which all offsets count UTF-16 code units. */
  readonly textSha256: string
  /** SHA-256 of the file's bytes. Absent for an earlier version, whose file is gone. */
  readonly fileSha256?: string
  readonly tags: readonly string[]
}

/** A passage word for word. */
export interface DossierQuotation {
  /** `DossierDocument.id`. */
  readonly document: string
  readonly start: number
  readonly end: number
  readonly exact: string
  /** SHA-256 of `exact` as UTF-8. */
  readonly sha256: string
}

/** A marked sentence with why it is marked and what stands behind it. */
export interface DossierClaim {
  /** `C1`, `C2` …. */
  readonly id: string
  readonly quotation: DossierQuotation
  /** Absent when nothing is marked and the reader judged it all the same. */
  readonly letter?: MarkLetter
  readonly categories: readonly Category[]
  readonly severity: number
  readonly reason: string
  readonly cues: readonly {
    readonly words: string
    readonly category: Category
    readonly rule: string
    readonly start: number
    readonly end: number
  }[]
  readonly source?: DossierSource
  /** Relays, outermost first. */
  readonly via: readonly string[]
  /** Status sentences of the same report that cover it ("could not be verified"). */
  readonly coveredBy: readonly DossierQuotation[]
  /** Sentences that deny it, in its own report or in another one of its thread. */
  readonly deniedBy: readonly DossierQuotation[]
  readonly support?: DossierSupport
  readonly verdict?: DossierVerdict
}

/** Who says it. */
export interface DossierSource {
  readonly name: string
  readonly type: SourceType
  readonly side?: string
  /** The reader's grade. */
  readonly reliability?: Reliability
}

/** What stands behind a claim over all reports. */
export interface DossierSupport {
  readonly thread: string
  /** Distinct ultimate sources; copies and relays count once. */
  readonly origins: number
  readonly originNames: readonly string[]
  readonly documents: number
  readonly newsrooms: number
  readonly conflicts: readonly string[]
}

/** What the reader decided; never set by the app. */
export interface DossierVerdict {
  readonly credibility: Credibility
  readonly comment: string
  readonly decided: string
  readonly by: 'reader'
}

/** A reader's note; without words it is a bare highlight, without quotation it is on the whole report. */
export interface DossierNote {
  readonly document: string
  readonly quotation?: DossierQuotation
  readonly text: string
  readonly decided: string
}

/** The same claim in several reports. */
export interface DossierThread extends DossierSupport {
  readonly gist: string
  readonly sides: readonly string[]
  readonly opponentsAgree: boolean
  readonly members: readonly {
    readonly quotation: DossierQuotation
    readonly relation: ThreadRelation
    readonly source?: string
  }[]
  readonly denials: readonly DossierQuotation[]
  readonly confirmedBy?: DossierQuotation
}

/** Two reports side by side. */
export interface DossierComparison {
  readonly a: string
  readonly b: string
  /** Known only for versions of one report. */
  readonly order?: 'a-first' | 'b-first'
  /** Shares of either text that stand in the other, 0…1. */
  readonly containment?: { readonly aInB: number; readonly bInA: number }
  readonly summary: readonly string[]
  readonly counts: {
    readonly moved: number
    readonly onlyA: number
    readonly onlyB: number
    readonly changed: number
    readonly equal: number
  }
  readonly changes: readonly {
    readonly kind: ChangeKind
    readonly text: string
    readonly a?: DossierQuotation
    readonly b?: DossierQuotation
  }[]
}

/** The reader's grade of a source. */
export interface DossierGrade {
  readonly source: string
  readonly reliability: Reliability
  readonly decided: string
}

/** Returns the documents by their ids. */
export function documentsById({ documents }: Dossier): ReadonlyMap<string, DossierDocument> {
  return new Map(documents.map((document) => [document.id, document]))
}

/** Returns "1 origin - 3 documents - 2 newsrooms". */
export function supportLine({ origins, documents, newsrooms }: DossierSupport): string {
  const parts: [number, string][] = [
    [origins, 'origin'],
    [documents, 'document'],
    [newsrooms, 'newsroom']
  ]
  return parts.map(([n, noun]) => `${String(n)} ${noun}${n === 1 ? '' : 's'}`).join(' - ')
}

/** Returns a verdict in words: "4, doubtful". */
export function verdictLine({ credibility }: DossierVerdict): string {
  return `${String(credibility)}, ${CREDIBILITY[credibility]}`
}

/** Returns a mark in words: "S, one side says". */
export function markLine({ letter }: DossierClaim): string {
  return letter === undefined ? 'not marked' : `${letter}, ${MARKS[letter]}`
}

/** Returns a source in words, with its relays and the reader's grade. */
export function sourceLine({ source, via }: DossierClaim): string {
  if (source === undefined) return ''
  const relays = via.length === 0 ? '' : `, via ${via.join(', ')}`
  const grade =
    source.reliability === undefined
      ? ''
      : ` (graded ${source.reliability}, ${RELIABILITY[source.reliability]})`
  return `${source.name}${grade}${relays}`
}
