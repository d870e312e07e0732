/** A line or rejoined paragraph of plain text. */
export interface Line {
  /** Without white space at its ends. Never empty. */
  readonly text: string
  /** Offset of `text` in the decoded text; absent where several lines were joined. */
  readonly at?: number
  /** Follows an empty line, or opens the text. */
  readonly gap: boolean
}

/** Lines of the head in which titles, bylines, dates and labels are looked for. */
export const HEAD_LINES = 14
/** Lines at the foot in which a byline or address is looked for. */
export const FOOT_LINES = 6
/** Code units from which a line is no title, byline or date; judged before any pattern sees it. */
export const MAX_HEAD_LINE = 300

interface RawLine extends Line {
  readonly at: number
  readonly indent: number
}

/** Lines shorter or longer than this are no sign of hard wrapping, in code units. Mail and old wires wrap at 60 to 80. */
const WRAP = { min: 55, max: 84 }
/** Wrapped lines from which a text counts as hard-wrapped; verse and lists of headlines have fewer in a row. */
const MIN_WRAPPED = 4
/** Share of the lines before another line that must be as long as wrapped ones. Higher misses ragged texts; lower joins lists. */
const WRAPPED_SHARE = 0.8

/**
 * Returns the lines of a text, or its paragraphs where the text is hard-wrapped. O(length).
 *
 * Line ends are LF, CR LF, CR, line and paragraph separators and form feeds.
 */
export function readLines(text: string): Line[] {
  const raw = rawLines(text)
  return isWrapped(raw)
    ? joinWrapped(raw)
    : raw.map(({ text: line, at, gap }) => ({ text: line, at, gap }))
}

function rawLines(text: string): RawLine[] {
  const lines: RawLine[] = []
  const ends = /\r\n|[\n\r\u2028\u2029\f]/g
  let start = 0
  let gap = true
  for (;;) {
    const end = ends.exec(text)
    const line = text.slice(start, end?.index)
    const trimmed = line.trim()
    if (trimmed === '') gap = true
    else {
      const indent = line.length - line.trimStart().length
      lines.push({ text: trimmed, at: start + indent, gap, indent })
      gap = false
    }
    if (end === null) return lines
    start = end.index + end[0].length
  }
}

/** Lines that another follows without a gap are as long as the wrap allows, and most of them end inside a sentence. */
function isWrapped(lines: readonly RawLine[]): boolean {
  const inner = lines.filter((line, i) => {
    const next = lines[i + 1]
    return next !== undefined && !next.gap
  })
  if (inner.length < MIN_WRAPPED) return false
  const long = lines.filter((line) => line.text.length > WRAP.max).length
  const full = inner.filter((line) => line.text.length >= WRAP.min && line.text.length <= WRAP.max)
  const open = full.filter((line) => !/[.!?:"”]$/.test(line.text))
  return (
    long <= lines.length * 0.02 &&
    full.length >= inner.length * WRAPPED_SHARE &&
    open.length >= full.length * 0.6
  )
}

function joinWrapped(lines: readonly RawLine[]): Line[] {
  const joined: Line[] = []
  let open: RawLine[] = []
  const close = () => {
    const [first] = open
    if (first !== undefined)
      joined.push(open.length === 1 ? withoutIndent(first) : joinLines(open, first.gap))
    open = []
  }
  for (const line of lines) {
    const last = open.at(-1)
    if (last === undefined || line.gap || line.indent > last.indent + 1 || endsParagraph(last))
      close()
    open.push(line)
  }
  close()
  return joined
}

/** A line shorter than this stands for itself: byline, date, heading. */
const SHORT_LINE = 40

/** A line that stops early at the end of a sentence was the last of its paragraph. */
function endsParagraph({ text }: RawLine): boolean {
  return text.length < SHORT_LINE || (text.length < WRAP.min && /[.!?"”]$/.test(text))
}

function joinLines(lines: readonly RawLine[], gap: boolean): Line {
  // A hyphen at the end of a line belongs to the word ("cease-" + "fire") as often as not: it stays, without a space.
  const parts = lines.map(({ text }, i) =>
    i === 0 || /\p{L}-$/u.test(lines[i - 1]?.text.slice(-3) ?? '') ? text : ` ${text}`
  )
  return { text: parts.join(''), gap }
}

function withoutIndent({ text, at, gap }: RawLine): Line {
  return { text, at, gap }
}
