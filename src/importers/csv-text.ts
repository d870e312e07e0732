/** Times that reading starts anew behind a quotation mark that is never closed; then the rest is given up. */
const MAX_RESTARTS = 20

/** Rows of a table and how many of them were broken. */
export interface CsvRecords {
  readonly records: string[][]
  readonly broken: number
}

/**
 * Splits comma-separated text into rows of cells. Rows without any text are left out; a quotation mark that is never closed costs
 * its row only. Never throws; O(length).
 *
 * Source: RFC 4180, read leniently: quotation marks inside of unquoted cells stand for themselves.
 */
export function parseCsv(text: string, maxRecords: number): CsvRecords {
  const records: string[][] = []
  let broken = 0
  let at = 0
  while (at < text.length && records.length < maxRecords) {
    const row = readRow(text, at)
    if (row !== undefined) {
      if (row.cells.some((cell) => cell.trim() !== '')) records.push(row.cells)
      at = row.end
      continue
    }
    broken++
    if (broken > MAX_RESTARTS) break
    at = lineEnd(text, at)
  }
  return { records, broken }
}

/** Reads the row that begins at `from`; undefined when a quotation mark in it is never closed. */
function readRow(text: string, from: number): { cells: string[]; end: number } | undefined {
  const cells: string[] = []
  let at = from
  for (;;) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at)
    if (cell === undefined) return undefined
    cells.push(cell.value)
    if (text[cell.end] !== ',') return { cells, end: lineEnd(text, cell.end) }
    at = cell.end + 1
  }
}

interface Cell {
  readonly value: string
  /** Where the comma or the line break behind it stands. */
  readonly end: number
}

const CELL_END = /[,\r\n]/g

function plainCell(text: string, from: number): Cell {
  CELL_END.lastIndex = from
  const end = CELL_END.exec(text)?.index ?? text.length
  return { value: text.slice(from, end), end }
}

function quotedCell(text: string, from: number): Cell | undefined {
  let value = ''
  let at = from + 1
  for (;;) {
    const close = text.indexOf('"', at)
    if (close < 0) return undefined
    value += text.slice(at, close)
    if (text[close + 1] !== '"') {
      // What stands between the closing mark and the comma belongs to the cell: programs forget to double marks.
      const rest = plainCell(text, close + 1)
      return { value: value + rest.value, end: rest.end }
    }
    value += '"'
    at = close + 2
  }
}

const LINE_BREAK = /\r\n|\r|\n/g

/** Where the next line begins, seen from inside of a line or from its break. */
function lineEnd(text: string, from: number): number {
  LINE_BREAK.lastIndex = from
  const found = LINE_BREAK.exec(text)
  return found === null ? text.length : found.index + found[0].length
}
