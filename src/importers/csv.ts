import { parseCsv } from './csv-text'
import { decode } from './bytes'
import type { ImportedDocument, ImportInput, ImportResult, Problem } from './importer'
import { ImportFailure, problem, withUniqueEntries } from './outcome'
import { headOf } from './sniff'

/** Most rows read of a table. */
export const MAX_ROWS = 100_000
/** Longest table, in characters. */
const MAX_CSV_CHARS = 64 * 1024 * 1024

/** A table's row by lower-case column name; missing cells are empty. */
export type Row = (column: string) => string

/** Says whether the table's first line has all of these columns (lower case). */
export function hasColumns(input: ImportInput, columns: readonly string[]): boolean {
  const [first = ''] = headOf(input, 4_096).split(/\r?\n/, 1)
  const found = new Set(first.split(',').map(columnName))
  return columns.every((column) => found.has(column))
}

/** Longest name of a column that is looked at. */
const MAX_NAME_CHARS = 60

function columnName(raw: string): string {
  return raw
    .slice(0, MAX_NAME_CHARS)
    .replaceAll(/["\uFEFF]/g, '')
    .trim()
    .toLowerCase()
}

/** A table's rows, and what was wrong with it. */
export interface Table {
  readonly rows: readonly Row[]
  readonly problems: readonly Problem[]
}

/** Returns the rows of a table with a head line, in order; rows that are broken are left out. Throws `ImportFailure`. */
export function readRows(input: ImportInput): Table {
  const decoded = decode(input.bytes, { kind: 'text' })
  const refusal = decoded.problems.find((found) => found.severity === 'error')
  if (refusal !== undefined) throw new ImportFailure(refusal.code, refusal.detail)
  if (decoded.text.length > MAX_CSV_CHARS) throw new ImportFailure('too-large', 'CSV table')
  const problems: Problem[] = [...decoded.problems]
  const { records, broken } = parseCsv(decoded.text, MAX_ROWS + 1)
  if (broken > 0) problems.push(problem('warning', 'damaged', `CSV: ${broken} broken rows`))
  if (records.length > MAX_ROWS)
    problems.push(problem('warning', 'truncated', `more than ${MAX_ROWS} rows`))
  const [head = [], ...body] = records
  const places = new Map<string, number>()
  for (const [index, name] of head.entries())
    if (!places.has(columnName(name))) places.set(columnName(name), index)
  const rows = body.map(
    (cells): Row =>
      (column) =>
        cells[places.get(column) ?? -1]?.trim() ?? ''
  )
  return { rows, problems }
}

/**
 * Returns a document for each row that gives one, with the table's problems and a word on the rows that give none.
 * Throws `ImportFailure` (`no-text`) when no row does.
 */
export function documentsOf(
  table: Table,
  toDocument: (row: Row) => ImportedDocument | undefined
): ImportResult {
  const documents = table.rows.map(toDocument).filter((document) => document !== undefined)
  if (documents.length === 0)
    throw new ImportFailure('no-text', 'no row of the table has an address or a title')
  const without = table.rows.length - documents.length
  const told =
    without === 0 ? [] : [problem('warning', 'damaged', `${without} rows without a web address`)]
  return { documents: withUniqueEntries(documents), problems: [...table.problems, ...told] }
}
