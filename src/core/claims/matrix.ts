import type { ArticleId } from '../article/article'
import type { Span } from '../text/span'
import type { ArticleClaims, Mark, MarkLetter } from './claim'
import { keyOf, spreadOf } from './key'
import type { ClaimKey } from './key'
import { likeness, SAME_CLAIM } from './thread'

/**
 * How a report words a claim: in its own voice; in its own voice with a hedge; as somebody's statement; with the note that it is
 * not verified or confirmed; or as something that somebody denies.
 */
export type Voicing = 'asserted' | 'hedged' | 'attributed' | 'disclaimed' | 'denied'

/** A report with its sentences. */
export interface MatrixReport {
  readonly id: ArticleId
  readonly text: string
  readonly claims: ArticleClaims
}

/** How one report words the claim of a row. */
export interface MatrixCell {
  readonly article: ArticleId
  readonly voicing: Voicing
  readonly mark: number
  readonly sentence: Span
  readonly letter?: MarkLetter
  /** Who says it, as the report has it. */
  readonly source?: string
  /** Further sentences of the report that tell the same. */
  readonly more: number
}

/** A claim over the reports; a report without a cell does not tell it. */
export interface MatrixRow {
  /** Thread of the claim; absent when one report alone tells it. */
  readonly thread?: string
  readonly gist: string
  /** The highest of its sentences. */
  readonly severity: number
  /** In the order of the reports. */
  readonly cells: readonly MatrixCell[]
}

/** From this severity on a claim that stands in one report alone has a row: plans and on-record speech stay out. */
const LEAST_ALONE = 2
/** Rows that one sentence is compared with, those with most words in common first. Bounds time. */
const MAX_COMPARED = 12
/** Content words that a sentence must share with a row before the two are compared. */
const MIN_SHARED_WORDS = 2

/** Says how a report words one of its sentences. */
export function voicingOf(mark: Mark): Voicing {
  const is = (...categories: Mark['categories']) =>
    categories.some((category) => mark.categories.includes(category))
  if (is('DISPUTED') || mark.deniedBy.length > 0) return 'denied'
  if (is('UNVERIFIED', 'UNCONFIRMED', 'UNCLEAR') || mark.coveredBy.length > 0) return 'disclaimed'
  if (
    mark.source !== undefined ||
    mark.via.length > 0 ||
    is('ALLEGED', 'ANONYMOUS', 'PARTY', 'MEDIA')
  )
    return 'attributed'
  return is('HEDGED') ? 'hedged' : 'asserted'
}

/** Which of two sentences of a report stands for it in a cell: the one that says most about the claim's footing. */
const WEIGHTS: Readonly<Record<Voicing, number>> = {
  denied: 4,
  disclaimed: 3,
  attributed: 2,
  hedged: 1,
  asserted: 0
}

interface Told {
  readonly report: MatrixReport
  readonly mark: Mark
  readonly key: ClaimKey
}

interface Row {
  readonly thread: string | undefined
  readonly told: Told[]
}

/**
 * Lays claims over reports: a row for each thread and for each marked claim of one report alone, and in it what every report
 * makes of it. Sentences that a report tells in its own voice bear no mark and are in no thread: they are found by likeness with
 * the row, as threads are.
 *
 * Rows that most reports tell come first, then those with the highest severity.
 *
 * @param threadOf - thread of a marked sentence
 * Cost: O(sentences × `MAX_COMPARED`).
 */
export function claimMatrix(
  reports: readonly MatrixReport[],
  threadOf: (article: ArticleId, mark: number) => string | undefined
): MatrixRow[] {
  const rows: Row[] = []
  const byThread = new Map<string, Row>()
  const plain: Told[] = []
  for (const report of reports) {
    const spread = spreadOf(report.claims.marks, report.text)
    for (const mark of report.claims.marks) {
      if (mark.kind === 'status' || mark.kind === 'structure') continue
      const told = { report, mark, key: keyOf(mark, report.text, { id: report.id, spread }) }
      const thread = threadOf(report.id, mark.index)
      const row = thread === undefined ? undefined : byThread.get(thread)
      if (row !== undefined) row.told.push(told)
      else if (
        thread !== undefined ||
        (mark.letter !== undefined && mark.severity >= LEAST_ALONE)
      ) {
        const made: Row = { thread, told: [told] }
        rows.push(made)
        if (thread !== undefined) byThread.set(thread, made)
      } else plain.push(told)
    }
  }
  addPlain(rows, plain)
  const order = new Map(reports.map(({ id }, i) => [id, i]))
  return rows
    .map((row) => toRow(row, order))
    .sort((a, b) => b.cells.length - a.cells.length || b.severity - a.severity)
}

/** Puts every unmarked sentence to the row that it is most alike, when it is alike enough. */
function addPlain(rows: readonly Row[], plain: readonly Told[]): void {
  const byTerm = new Map<string, Set<number>>()
  // As they were marked: a plain sentence does not draw further ones to its row.
  const marked = rows.map(({ told }) => [...told])
  marked.forEach((told, i) => {
    for (const { key } of told)
      for (const [term] of key.terms) byTerm.set(term, (byTerm.get(term) ?? new Set()).add(i))
  })
  for (const sentence of plain) {
    const shared = new Map<number, number>()
    for (const [term] of sentence.key.terms)
      for (const row of byTerm.get(term) ?? []) shared.set(row, (shared.get(row) ?? 0) + 1)
    let best: { row: number; score: number } | undefined
    const near = [...shared]
      .filter(([, terms]) => terms >= MIN_SHARED_WORDS)
      .sort((x, y) => y[1] - x[1] || x[0] - y[0])
      .slice(0, MAX_COMPARED)
    for (const [row] of near) {
      for (const { key, report } of marked[row] ?? []) {
        // Within its own report the sentence would have been marked as well if it told the same.
        if (report.id === sentence.report.id) continue
        const score = likeness(sentence.key, key)
        if (score >= SAME_CLAIM && score > (best?.score ?? 0)) best = { row, score }
      }
    }
    if (best !== undefined) rows[best.row]?.told.push(sentence)
  }
}

function toRow({ thread, told }: Row, order: ReadonlyMap<ArticleId, number>): MatrixRow {
  const texts = told.map(({ report, mark }) =>
    report.text.slice(mark.sentence.start, mark.sentence.end)
  )
  const byReport = Map.groupBy(told, ({ report }) => report.id)
  const cells = [...byReport.values()]
    .flatMap((sentences) => toCell(sentences) ?? [])
    .toSorted((a, b) => (order.get(a.article) ?? 0) - (order.get(b.article) ?? 0))
  return {
    ...(thread !== undefined && { thread }),
    gist: texts.toSorted((a, b) => a.length - b.length)[0] ?? '',
    severity: Math.max(...told.map(({ mark }) => mark.severity)),
    cells
  }
}

function toCell(sentences: readonly Told[]): MatrixCell | undefined {
  const [first] = sentences.toSorted(
    (a, b) => WEIGHTS[voicingOf(b.mark)] - WEIGHTS[voicingOf(a.mark)] || a.mark.index - b.mark.index
  )
  if (first === undefined) return undefined
  const { mark, report } = first
  const source = [mark.source, ...mark.via].map((one) => one?.name).find((name) => name)
  return {
    article: report.id,
    voicing: voicingOf(mark),
    mark: mark.index,
    sentence: mark.sentence,
    ...(mark.letter && { letter: mark.letter }),
    ...(source !== undefined && { source }),
    more: sentences.length - 1
  }
}
