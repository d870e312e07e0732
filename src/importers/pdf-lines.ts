/** A run of glyphs as the page places it; points, origin at the bottom left, after the page's text was turned upright. */
export interface Run {
  readonly text: string
  readonly x: number
  /** Baseline. */
  readonly y: number
  readonly width: number
  /** Font size. */
  readonly size: number
}

/** Runs that stand next to each other on one baseline: one line of one column, or one cell of a table. */
export interface Line {
  readonly text: string
  readonly left: number
  readonly right: number
  /** Baseline. */
  readonly y: number
  /** Font size of most of its characters. */
  readonly size: number
  /** Place in the order in which the file paints its lines. */
  readonly index: number
}

/** Baselines this close, in font sizes, are one line: raised figures and small capitals sit up to a third higher. */
const SAME_BASELINE = 0.4
/** Baselines this close, in font sizes, are one row for parts that touch: footnote marks sit up to half a size higher. */
const SAME_ROW = 0.55
/** Gap, in font sizes, up to which a run that is painted next goes on with the line. Gutters of columns start at about 1. */
const NEXT_GAP = 1
/** How far, in font sizes, a run that is painted next may reach back into the line (kerning, accents). */
const NEXT_BACK = 0.5
/** Gap, in font sizes, up to which parts painted at different times are one line (drop capitals, links). */
const JOIN_GAP = 0.4
/** Gap, in font sizes, from which a space stands between two runs; letters of one word are at most 0.15 apart. */
const WORD_GAP = 0.18
/** Distance, in font sizes, up to which runs that repeat the same text are a painted shadow. */
const SHADOW_SHIFT = 0.15

/** Joins runs into lines, in the order in which the file paints them. O(n log n). */
export function toLines(runs: readonly Run[]): Line[] {
  const segments: Run[][] = []
  for (const run of runs) {
    if (run.text.trim() === '' || !Number.isFinite(run.x + run.y + run.width + run.size)) continue
    const segment = segments.at(-1)
    const last = segment?.at(-1)
    if (segment === undefined || last === undefined || !follows(last, run)) segments.push([run])
    else if (!isShadow(last, run)) segment.push(run)
  }
  return joinNeighbours(segments.map(toLine))
}

function follows(last: Run, run: Run): boolean {
  const size = Math.max(last.size, run.size)
  const gap = run.x - (last.x + last.width)
  return (
    Math.abs(last.y - run.y) <= SAME_BASELINE * size &&
    (isShadow(last, run) || (gap <= NEXT_GAP * size && gap >= -NEXT_BACK * size))
  )
}

/** Bold is at times painted by setting the same text twice, a hair apart. */
function isShadow(a: Run, b: Run): boolean {
  const near = SHADOW_SHIFT * a.size
  return a.text === b.text && Math.abs(a.x - b.x) <= near && Math.abs(a.y - b.y) <= near
}

function toLine(part: readonly Run[], index: number): Line {
  let text = ''
  let right = -Infinity
  const sizes = new Map<number, number>()
  const baselines = new Map<number, number>()
  for (const run of part) {
    if (right > -Infinity) text = spaced(text, run.text, (run.x - right) / run.size)
    else text = run.text
    right = Math.max(right, run.x + run.width)
    count(sizes, Math.round(run.size * 10) / 10, run.text.length)
    count(baselines, run.y, run.text.length)
  }
  const left = part.reduce((least, run) => Math.min(least, run.x), Infinity)
  return { text: text.trim(), left, right, y: most(baselines) ?? 0, size: most(sizes) ?? 0, index }
}

function spaced(before: string, after: string, gap: number): string {
  return gap > WORD_GAP && !/\s$/.test(before) && !/^\s/.test(after)
    ? `${before} ${after}`
    : before + after
}

/** Joins parts of one row that touch although they were painted at different times. */
function joinNeighbours(lines: readonly Line[]): Line[] {
  const joined: Line[] = []
  let row: Line[] = []
  for (const line of lines.toSorted((a, b) => b.y - a.y || a.left - b.left)) {
    const last = row.at(-1)
    if (last !== undefined && last.y - line.y > SAME_ROW * Math.max(last.size, line.size)) {
      for (const part of joinRow(row)) joined.push(part)
      row = []
    }
    row.push(line)
  }
  for (const part of joinRow(row)) joined.push(part)
  return joined.toSorted((a, b) => a.index - b.index)
}

function joinRow(row: readonly Line[]): Line[] {
  const joined: Line[] = []
  for (const line of row.toSorted((a, b) => a.left - b.left)) {
    const last = joined.at(-1)
    const size = Math.max(last?.size ?? 0, line.size)
    const gap = last === undefined ? Infinity : (line.left - last.right) / size
    if (last === undefined || gap > JOIN_GAP || gap < -NEXT_BACK) {
      joined.push(line)
      continue
    }
    const main = last.text.length >= line.text.length ? last : line
    joined[joined.length - 1] = {
      text: spaced(last.text, line.text, gap),
      left: last.left,
      right: Math.max(last.right, line.right),
      y: main.y,
      size: main.size,
      index: Math.min(last.index, line.index)
    }
  }
  return joined
}

/** Adds to a counter. */
export function count<K>(counts: Map<K, number>, key: K, amount: number): void {
  counts.set(key, (counts.get(key) ?? 0) + amount)
}

/** Returns the key with the highest count, the first one on ties. */
export function most<K>(counts: ReadonlyMap<K, number>): K | undefined {
  let best: K | undefined
  let high = -Infinity
  for (const [key, value] of counts) {
    if (value <= high) continue
    best = key
    high = value
  }
  return best
}
