import type { ImportedBlock } from '../core/text/canonical'

/** Length from which lines of a paragraph count as wrapped by the mail program; shorter ones were meant to end there. */
const WRAPPED_FROM = 60

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

/** Joins the lines of one paragraph where they were wrapped; lists and addresses keep a block for each line. */
function joined(lines: readonly string[], flowed: boolean): string[] {
  const paragraphs: string[] = []
  let goesOn = false
  for (const line of lines) {
    const text = line.trim()
    const startsItem = /^(?:[*•·+–-]|\d{1,3}[.)])\s/.test(text)
    const last = paragraphs.at(-1)
    if (goesOn && !startsItem && last !== undefined)
      paragraphs[paragraphs.length - 1] = `${last} ${text}`
    else paragraphs.push(text)
    goesOn = flowed ? line.endsWith(' ') : text.length >= WRAPPED_FROM
  }
  return paragraphs
}
