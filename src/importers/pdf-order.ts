import type { Line } from './pdf-lines'

/** Least width of a gutter between columns, in font sizes of the body. Lower takes rivers in loose text for gutters. */
const MIN_GUTTER = 0.8
/** Least lines on either side of a gutter. Lower reads small tables by column. */
const MIN_SIDE_LINES = 3
/** Share of a region's lines that may cross a gutter (titles, captions under both columns). */
const MAX_CROSSING = 0.25
/** Least width of a column, as a share of the region's width. Lower takes margin numbers for a column. */
const MIN_COLUMN = 0.15
/** Least mean words of the lines in a column; tables of figures have fewer. */
const MIN_COLUMN_WORDS = 2.5
/** Deepest split; three columns under a title need three. */
const MAX_DEPTH = 8
/** Lines of a page above which columns are not looked for (the work is quadratic). A page of small print has about 600. */
const MAX_LINES = 3_000

/** Lines that stand one below the other: one column, or a piece of one. Its paragraphs have a common left and right edge. */
export type Column = readonly Line[]

/** Step down, in font sizes, up to which the next line belongs to the same piece of a column. */
const MAX_STEP = 3
/** Change of font size, as a share, at which a piece of a column ends. */
const SIZE_CHANGE = 0.12

/**
 * Returns a page's lines in the order in which they are read, as pieces of columns.
 *
 * Two orders are compared: the one in which the file paints the lines (browsers and word processors paint as they read) and the
 * one that the columns on the page suggest (recursive X-Y cuts, with lines that span columns as cuts). The order in which the eye
 * jumps least often wins, the painted one on ties.
 *
 * Source: Nagy & Seth, "Hierarchical representation of optically scanned documents", 1984 (X-Y cuts).
 *
 * @param bodySize - font size of most of the document's text
 */
export function readingOrder(lines: readonly Line[], bodySize: number): readonly Column[] {
  const painted = pieces(lines)
  const byColumns = pieces(order(lines, bodySize, 0).flat())
  return settled(byColumns.length < painted.length ? byColumns : painted)
}

/**
 * Puts single lines that were painted apart (headings of another font, often) between the two lines of a column between which
 * they stand on the page.
 */
function settled(columns: readonly Column[]): readonly Column[] {
  const stray = columns.flatMap((column) => (column.length === 1 ? column : []))
  const lines = columns.flat()
  if (lines.length > MAX_LINES || stray.length === lines.length) return columns
  for (const line of stray) {
    const from = lines.indexOf(line)
    const above = nearest(lines, line, (other) => other.y - line.y)
    const below = nearest(lines, line, (other) => line.y - other.y)
    const at = below === undefined ? -1 : lines.indexOf(below)
    if (above === undefined || at < 0 || lines[at - 1] !== above || at - 1 === from) continue
    lines.splice(from, 1)
    lines.splice(from < at ? at - 1 : at, 0, line)
  }
  return pieces(lines)
}

/** The line of the same column that is nearest to a line, by a distance that must be positive. */
function nearest(
  lines: readonly Line[],
  line: Line,
  distance: (other: Line) => number
): Line | undefined {
  let best: Line | undefined
  for (const other of lines) {
    const away = distance(other)
    if (away <= 0 || other.right < line.left || other.left > line.right) continue
    if (best === undefined || away < distance(best)) best = other
  }
  return best
}

function pieces(lines: readonly Line[]): Column[] {
  const columns: Line[][] = []
  for (const line of lines) {
    const column = columns.at(-1)
    const last = column?.at(-1)
    if (column === undefined || last === undefined || jumps(last, line)) columns.push([line])
    else column.push(line)
  }
  return columns
}

function jumps(last: Line, line: Line): boolean {
  const size = Math.max(last.size, line.size)
  if (Math.abs(last.size - line.size) > SIZE_CHANGE * size) return true
  const step = last.y - line.y
  if (Math.abs(step) < 0.4 * size) return line.left < last.right
  return step < 0 || step > MAX_STEP * size || line.left > last.right || line.right < last.left
}

function order(lines: readonly Line[], bodySize: number, depth: number): Column[] {
  const gutter = depth < MAX_DEPTH ? findGutter(lines, bodySize) : undefined
  if (gutter === undefined) return [lines.toSorted(byPlace)]
  const columns: Column[] = []
  let left: Line[] = []
  let right: Line[] = []
  let spanning: Line[] = []
  const closeBand = (): void => {
    columns.push(...order(left, bodySize, depth + 1), ...order(right, bodySize, depth + 1))
    left = []
    right = []
  }
  for (const line of lines.toSorted(byPlace)) {
    if (line.left < gutter && line.right > gutter) {
      if (left.length + right.length > 0) closeBand()
      spanning.push(line)
      continue
    }
    if (spanning.length > 0) {
      columns.push(spanning)
      spanning = []
    }
    if (line.right <= gutter) left.push(line)
    else right.push(line)
  }
  if (spanning.length > 0) columns.push(spanning)
  closeBand()
  return columns
}

function byPlace(a: Line, b: Line): number {
  return b.y - a.y || a.left - b.left
}

/** Returns the middle of the gutter that parts a region into two columns, or undefined when it is one column. */
function findGutter(lines: readonly Line[], bodySize: number): number | undefined {
  if (lines.length < 2 * MIN_SIDE_LINES || lines.length > MAX_LINES) return undefined
  const from = Math.min(...lines.map((line) => line.left))
  const to = Math.max(...lines.map((line) => line.right))
  let best: { middle: number; crossing: number; width: number } | undefined
  for (const gap of gaps(lines, from, to)) {
    if (gap.width < MIN_GUTTER * bodySize) continue
    if (
      best !== undefined &&
      (gap.crossing > best.crossing || (gap.crossing === best.crossing && gap.width <= best.width))
    )
      continue
    if (isGutter(lines, gap.middle, to - from)) best = gap
  }
  return best?.middle
}

/** Stretches of x that few lines cross: between neighbouring ends and starts of lines. */
function gaps(
  lines: readonly Line[],
  from: number,
  to: number
): { middle: number; crossing: number; width: number }[] {
  const edges = lines
    .flatMap((line) => [
      { x: line.left, step: 1 },
      { x: line.right, step: -1 }
    ])
    .toSorted((a, b) => a.x - b.x || a.step - b.step)
  const allowed = lines.length * MAX_CROSSING
  const found: { middle: number; crossing: number; width: number }[] = []
  let covering = 0
  for (const [index, edge] of edges.entries()) {
    covering += edge.step
    const next = edges[index + 1]
    if (next === undefined || covering > allowed || edge.x <= from || next.x >= to) continue
    const width = next.x - edge.x
    if (width > 0) found.push({ middle: edge.x + width / 2, crossing: covering, width })
  }
  return found
}

function isGutter(lines: readonly Line[], middle: number, width: number): boolean {
  const left = lines.filter((line) => line.right <= middle)
  const right = lines.filter((line) => line.left >= middle)
  return (
    isColumn(left, width) &&
    isColumn(right, width) &&
    spanOf(left).top > spanOf(right).bottom &&
    spanOf(right).top > spanOf(left).bottom
  )
}

function isColumn(lines: readonly Line[], width: number): boolean {
  if (lines.length < MIN_SIDE_LINES) return false
  const left = Math.min(...lines.map((line) => line.left))
  const right = Math.max(...lines.map((line) => line.right))
  const words = lines.reduce((sum, line) => sum + line.text.split(/\s+/).length, 0)
  return right - left >= MIN_COLUMN * width && words / lines.length >= MIN_COLUMN_WORDS
}

function spanOf(lines: readonly Line[]): { top: number; bottom: number } {
  const ys = lines.map((line) => line.y)
  return { top: Math.max(...ys), bottom: Math.min(...ys) }
}
