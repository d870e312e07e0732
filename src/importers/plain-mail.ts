import type { ImportedBlock } from '../core/text/canonical'

/** Length that the longest line of a paragraph must have for its lines to count as wrapped; lists and addresses are shorter. */
const WRAPPED_FROM = 45

/**
 * Returns the paragraphs of a plain-text mail: wrapped lines joined, quoted lines (`> …`) as quotes, rules and signatures' dashes
 * left out.
 *
 * @param flowed - lines that end in a blank go on in the next one (RFC 3676)
 */
export function plainBlocks(text: string, flowed: boolean): ImportedBlock[] {
  const blocks: ImportedBlock[] = []
  let open: { lines: string[]; quoted: boolean } | undefined
  const close = (): void => {
    if (open !== undefined)
      for (const paragraph of joined(open.lines, flowed))
        blocks.push({ text: paragraph, role: open.quoted ? 'quote' : 'paragraph' })
    open = undefined
  }
  for (const raw of text.split(/\r\n|\r|\n/)) {
    const { line, quoted } = unquoted(raw)
    if (line.trim() === '' || /^[-=_*~\s]{3,200}$/.test(line)) {
      close()
      continue
    }
    if (open !== undefined && open.quoted !== quoted) close()
    open ??= { lines: [], quoted }
    open.lines.push(line)
  }
  close()
  return blocks
}

function unquoted(raw: string): { line: string; quoted: boolean } {
  const match = /^(?:> ?){1,20}/.exec(raw)
  return match === null
    ? { line: raw, quoted: false }
    : { line: raw.slice(match[0].length), quoted: true }
}

/**
 * Joins the lines of one paragraph where they were wrapped: where the next word had no room up to the paragraph's longest line.
 * Items of lists and lines of addresses keep a block each.
 */
function joined(lines: readonly string[], flowed: boolean): string[] {
  const width = lines.reduce((longest, line) => Math.max(longest, line.trim().length), 0)
  const paragraphs: string[] = []
  let before: string | undefined
  for (const line of lines) {
    const text = line.trim()
    const last = paragraphs.at(-1)
    if (before === undefined || last === undefined || !goesOn(before, text, { width, flowed }))
      paragraphs.push(text)
    else paragraphs[paragraphs.length - 1] = `${last} ${text}`
    before = line
  }
  return paragraphs
}

function goesOn(
  before: string,
  next: string,
  { width, flowed }: { width: number; flowed: boolean }
): boolean {
  if (flowed) return before.endsWith(' ')
  if (/^(?:[*•·+–-]|\d{1,3}[.)])\s/.test(next)) return false
  const word = /^\S{1,200}/.exec(next)?.[0].length ?? 0
  return width >= WRAPPED_FROM && before.trim().length + 1 + word > width
}
