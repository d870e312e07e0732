import { csvField } from '../text/escape'
import {
  CREDIBILITY,
  documentsById,
  type Dossier,
  type DossierClaim,
  type DossierDocument,
  type DossierNote,
  type DossierQuotation
} from './dossier'
import { machineTags } from './machine-tags'

/** The columns; every row has them all. */
const COLUMNS = [
  'kind',
  'id',
  'document',
  'title',
  'publisher',
  'published',
  'address',
  'file',
  'text_sha256',
  'file_sha256',
  'start',
  'end',
  'quotation',
  'quotation_sha256',
  'mark',
  'categories',
  'cues',
  'reason',
  'source',
  'source_grade',
  'relays',
  'covered_by',
  'denied_by',
  'origins',
  'origin_names',
  'conflicts',
  'verdict',
  'verdict_words',
  'decided',
  'comment',
  'machine_tags'
] as const

type Row = Partial<Record<(typeof COLUMNS)[number], string>>

/** Returns claims, notes and changes as one table (RFC 4180, no formulas): one row each, repeating its document. */
export function dossierToCsv(dossier: Dossier): string {
  const documents = documentsById(dossier)
  const of = (id: string) => documentCells(documents.get(id))
  const rows: Row[] = [
    ...dossier.documents.map(({ id }) => ({ kind: 'document', id, ...of(id) })),
    ...dossier.claims.map((claim) => ({ ...of(claim.quotation.document), ...claimCells(claim) })),
    ...dossier.notes.map((note) => ({ ...of(note.document), ...noteCells(note) })),
    ...dossier.threads.flatMap(({ thread, members }) =>
      members.map(({ quotation, relation, source }) => ({
        ...of(quotation.document),
        ...quotationCells(quotation),
        kind: 'thread member',
        id: thread,
        reason: relation,
        source: source ?? ''
      }))
    ),
    ...dossier.comparisons.flatMap(({ a, b, changes }) =>
      changes.map(({ kind, text, a: left, b: right }) => ({
        ...of(right === undefined ? a : b),
        ...quotationCells(right ?? left),
        kind: `change: ${kind}`,
        id: `${a} / ${b}`,
        reason: text
      }))
    )
  ]
  const lines = [
    COLUMNS.map(csvField),
    ...rows.map((row) => COLUMNS.map((column) => csvField(row[column] ?? '')))
  ]
  return lines.map((fields) => `${fields.join(',')}\r\n`).join('')
}

function documentCells(document: DossierDocument | undefined): Row {
  if (document === undefined) return {}
  const { id, title, publisher, published, url, file, textSha256, fileSha256 } = document
  return {
    document: id,
    title,
    file,
    text_sha256: textSha256,
    ...(fileSha256 !== undefined && { file_sha256: fileSha256 }),
    ...(publisher !== undefined && { publisher }),
    ...(published !== undefined && { published }),
    ...(url !== undefined && { address: url })
  }
}

function quotationCells(quotation: DossierQuotation | undefined): Row {
  if (quotation === undefined) return {}
  const { start, end, exact, sha256 } = quotation
  return { start: String(start), end: String(end), quotation: exact, quotation_sha256: sha256 }
}

const listed = (quotations: readonly DossierQuotation[]): string =>
  quotations.map(({ exact }) => exact).join(' | ')

function claimCells(claim: DossierClaim): Row {
  const { source, support, verdict } = claim
  return {
    kind: 'claim',
    id: claim.id,
    ...quotationCells(claim.quotation),
    mark: claim.letter ?? '',
    categories: claim.categories.join(' '),
    cues: claim.cues.map(({ words }) => words).join(' | '),
    reason: claim.reason,
    source: source?.name ?? '',
    source_grade: source?.reliability ?? '',
    relays: claim.via.join(' | '),
    covered_by: listed(claim.coveredBy),
    denied_by: listed(claim.deniedBy),
    origins: support === undefined ? '' : String(support.origins),
    origin_names: support?.originNames.join(' | ') ?? '',
    conflicts: support?.conflicts.join(' | ') ?? '',
    machine_tags: machineTags(claim).join(' | '),
    ...(verdict !== undefined && {
      verdict: String(verdict.credibility),
      verdict_words: CREDIBILITY[verdict.credibility],
      decided: verdict.decided,
      comment: verdict.comment
    })
  }
}

const noteCells = ({ quotation, text, decided }: DossierNote): Row => ({
  kind: 'note',
  ...quotationCells(quotation),
  comment: text,
  decided: decided
})
