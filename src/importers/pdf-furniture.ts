import type { Line } from './pdf-lines'

/** Lines of one page with its size in points. */
export interface PageLines {
  readonly lines: readonly Line[]
  readonly height: number
  readonly width: number
  /** Glyphs that are drawn without the file saying which letters they are. */
  readonly unnamed?: number
}

/** What the head and foot lines of a page printed by a browser tell. */
export interface PrintMarks {
  /** Address in the foot line. */
  readonly url?: string
}

/** Share of the page's height at its top and bottom in which heads, feet and page numbers stand. */
const MARGIN_ZONE = 0.12
/** Lines from the outermost one inwards that may be a running head or foot. */
const MARGIN_LINES = 4
/** Least pages that must show a line at the same height; it must also be on a fifth of them. */
const MIN_REPEATS = 2
const MIN_REPEAT_SHARE = 0.2
/** Points by which a running head may move from page to page. */
const SAME_HEIGHT = 6
/** Longest running head, in characters; longer repeated lines are text. */
const MAX_HEAD_CHARS = 160

// "12", "- 12 -", "Page 3", "Page 3 of 9", "3 / 9", "S. 4", "Seite 4 von 7": a number with little around it.
const PAGE_NUMBER =
  /^[-–—|•[(\s]{0,4}(?:(?:page|pg|p|seite|s|pagina|página|стр|с)[.\s]{1,3})?\d{1,5}(?:\s{0,2}(?:\/|of|von|de|di|из|sur)\s{0,2}\d{1,5})?[-–—|•\])\s]{0,4}$/iu
const ROMAN_NUMBER = /^[ivxl]{1,7}$/
const ADDRESS = /\b(?:https?|file):\/\/\S{3,1000}/i

/** Returns the pages without running heads and feet and page numbers, and what those told. O(lines). */
export function withoutRunningLines(pages: readonly PageLines[]): {
  readonly pages: PageLines[]
  readonly marks: PrintMarks
} {
  const margins = pages.map(marginLines)
  const repeated = repeatedKeys(margins, pages.length)
  let url: string | undefined
  const kept = pages.map((page, index) => {
    const drop = new Set<Line>()
    for (const line of margins[index] ?? []) {
      if (!isRunning(line, page, repeated)) continue
      drop.add(line)
      const address = ADDRESS.exec(line.text)?.[0]
      if (address !== undefined && /^http/i.test(address)) url ??= address
    }
    // A page of nothing but such lines (a slide with a number and a short title) is left as it is.
    if (drop.size === page.lines.length) return page
    return { ...page, lines: page.lines.filter((line) => !drop.has(line)) }
  })
  return { pages: kept, marks: url === undefined ? {} : { url } }
}

/** The outermost lines at the top and at the bottom of a page, by height and not in the order of the file. */
function marginLines(page: PageLines): Line[] {
  const zone = page.height * MARGIN_ZONE
  const inZone = page.lines.filter(
    (line) => line.text.length <= MAX_HEAD_CHARS && (line.y >= page.height - zone || line.y <= zone)
  )
  const ordered = inZone.toSorted((a, b) => b.y - a.y)
  const upper = ordered.filter((line) => line.y > page.height / 2)
  const lower = ordered.filter((line) => line.y <= page.height / 2)
  return [...upper.slice(0, MARGIN_LINES), ...lower.slice(-MARGIN_LINES)]
}

function keyOf(line: Line): string {
  return line.text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ').trim()
}

/** Keys of lines that recur at the same height, with those heights. */
function repeatedKeys(margins: readonly (readonly Line[])[], pages: number): Map<string, number[]> {
  const heights = new Map<string, number[]>()
  for (const lines of margins) {
    const onPage = new Set<string>()
    for (const line of lines) {
      const key = keyOf(line)
      if (onPage.has(key)) continue
      onPage.add(key)
      const known = heights.get(key)
      if (known === undefined) heights.set(key, [line.y])
      else known.push(line.y)
    }
  }
  const least = Math.max(MIN_REPEATS, Math.ceil(pages * MIN_REPEAT_SHARE))
  return new Map([...heights].filter(([, ys]) => ys.length >= least))
}

function isRunning(line: Line, page: PageLines, repeated: ReadonlyMap<string, number[]>): boolean {
  if (PAGE_NUMBER.test(line.text) || (ROMAN_NUMBER.test(line.text) && isOutermost(line, page)))
    return true
  if (/^\S*:\/\/\S+\s+\d{1,4}\/\d{1,4}$/.test(line.text)) return true
  const heights = repeated.get(keyOf(line))
  if (heights === undefined) return false
  const near = heights.filter((y) => Math.abs(y - line.y) <= SAME_HEIGHT).length
  return near >= MIN_REPEATS && near >= heights.length / 4
}

function isOutermost(line: Line, page: PageLines): boolean {
  return (
    page.lines.every((other) => other.y <= line.y) || page.lines.every((other) => other.y >= line.y)
  )
}
