import * as v from 'valibot'
import { FailureError } from '../shared/failure'
import { APP_VERSION } from '../shared/version'
import type { Quote } from './anchor'
import { decisionSchema } from './decision-schema'
import type { Foreign, Written } from './decisions'

/* The desk as a JSON document: docs/desk.md describes it. */

/** Says what kind of document it is. */
export const DESK_FORMAT = 'briefing-reader-desk'
/** Raised when a reader of the old form would misread the new one. */
export const DESK_VERSION = 1

/** What people want to know of a document that a decision refers to by its content hash. */
export interface DeskSource {
  /** SHA-256 of canonical text. */
  readonly content: string
  readonly title: string
  readonly publisher?: string
  readonly published?: string
  readonly url?: string
  readonly file: string
}

/** A note as it goes into the document beside the decisions. */
export interface DeskNote {
  readonly id: number
  readonly decided: string
  readonly text: string
  readonly content: string
  readonly quote: Quote
  /** Where the passage stands now. */
  readonly position?: { readonly start: number; readonly end: number }
}

/** Writes the document. */
export function writeDesk(desk: {
  readonly exported: string
  readonly sources: readonly DeskSource[]
  readonly decisions: readonly Foreign[]
  readonly notes: readonly DeskNote[]
}): string {
  const sources = new Map(desk.sources.map((source) => [source.content, source]))
  const document = {
    format: DESK_FORMAT,
    version: DESK_VERSION,
    app: APP_VERSION,
    exported: desk.exported,
    documents: desk.sources,
    decisions: desk.decisions.map(({ decided, written }) => ({ decided, decision: written })),
    annotations: desk.notes.map((note) => annotation(note, sources.get(note.content)))
  }
  return `${JSON.stringify(document, undefined, 2)}\n`
}

/** W3C Web Annotation Data Model, 3.2 (bodies) and 4.2 (selectors). */
function annotation(
  { id, decided, text, content, quote, position }: DeskNote,
  source: DeskSource | undefined
): unknown {
  const urn = `urn:sha256:${content}`
  const selector = [
    {
      type: 'TextQuoteSelector',
      exact: quote.exact,
      prefix: quote.before,
      suffix: quote.after
    },
    ...(position === undefined ? [] : [{ type: 'TextPositionSelector', ...position }])
  ]
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:briefing-reader:note:${String(id)}`,
    type: 'Annotation',
    motivation: text === '' ? 'highlighting' : 'commenting',
    created: decided,
    ...(text !== '' && { body: { type: 'TextualBody', value: text, format: 'text/plain' } }),
    target: {
      source: { id: source?.url ?? urn, type: 'Text', ...(source && { label: source.title }) },
      canonical: urn,
      ...(quote.exact !== '' && { selector })
    }
  }
}

const text = (most: number) => v.pipe(v.string(), v.maxLength(most))
/** Longest text that is taken in: whole paragraphs are quoted, whole books are not. */
const LONG = text(200_000)
const SHORT = text(2_000)
const date = v.pipe(v.string(), v.isoTimestamp())
const content = v.strictObject({ content: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) })
const quote = v.strictObject({ exact: LONG, before: SHORT, after: SHORT })

/** Decisions as they are written down: what `Decision` says, with content hashes and quotations for ids and spans. */
const written = decisionSchema({ article: content, passage: quote, words: LONG, name: SHORT })

const deskDocument = v.object({
  format: v.literal(DESK_FORMAT),
  version: v.literal(DESK_VERSION),
  decisions: v.pipe(
    v.array(v.strictObject({ decided: date, decision: written })),
    v.maxLength(1_000_000)
  )
})

/**
 * Reads the decisions of a desk document. Nothing of a document that is not sound throughout is taken.
 *
 * @throws FailureError `not-found` when it is no desk document
 */
export function readDesk(json: string): Foreign[] {
  const parsed = v.safeParse(deskDocument, parse(json))
  if (!parsed.success) throw new FailureError({ code: 'not-found', what: 'desk document' })
  return parsed.output.decisions.map(({ decided, decision }) => ({
    // One spelling of times, so that earlier and later can be told by comparing texts.
    decided: new Date(decided).toISOString(),
    written: decision satisfies Written
  }))
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
