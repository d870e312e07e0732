import { parse } from 'csv-parse/sync'
import { decode } from './bytes'
import type { ImportInput } from './importer'
import { ImportFailure } from './outcome'
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

function columnName(raw: string): string {
  return raw.replace(/^[\s"\uFEFF]+|[\s"]+$/g, '').toLowerCase()
}

/** Returns the rows of a table with a head line, in order. Throws `ImportFailure`. */
export function readRows(input: ImportInput): {
  readonly rows: readonly Row[]
  readonly cut: boolean
} {
  const decoded = decode(input.bytes, { kind: 'text' })
  const refusal = decoded.problems.find((found) => found.severity === 'error')
  if (refusal !== undefined) throw new ImportFailure(refusal.code, refusal.detail)
  if (decoded.text.length > MAX_CSV_CHARS) throw new ImportFailure('too-large', 'CSV table')
  let records: string[][]
  try {
    records = parse(decoded.text, {
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: true,
      to: MAX_ROWS + 1
    })
  } catch (error) {
    throw new ImportFailure(
      'damaged',
      `CSV: ${error instanceof Error ? error.message : 'unknown reason'}`
    )
  }
  const [head = [], ...body] = records
  const places = new Map<string, number>()
  for (const [index, name] of head.entries())
    if (!places.has(columnName(name))) places.set(columnName(name), index)
  const rows = body.map(
    (cells): Row =>
      (column) =>
        cells[places.get(column) ?? -1]?.trim() ?? ''
  )
  return { rows, cut: records.length > MAX_ROWS }
}
