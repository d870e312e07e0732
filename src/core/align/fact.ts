import type { Span } from '../text/span'
import type { NumberFact } from './numbers'

/** Something a sentence says that can be compared with another sentence. */
export interface Fact {
  readonly kind:
    | 'number'
    | 'quotation'
    | 'time'
    | 'place'
    | 'name'
    | 'negation'
    | 'verb'
    | 'source'
    | 'channel'
    | 'hedge'
    | 'stage'
    | 'event'
  /** Equal keys are the same fact. */
  readonly key: string
  readonly text: string
  readonly span: Span
  /** Commitment of hedges and reporting verbs. */
  readonly level?: number
  readonly number?: NumberFact
  /** Of a number: the key of the same one in other units beside it. */
  readonly again?: string
  /** Of a number: the reader knows what is counted ("the two sides"). */
  readonly known?: boolean
  /** Of a source: it does something else than report, so that it may be no speaker ("Parliament rejected the law"). */
  readonly acts?: boolean
}
