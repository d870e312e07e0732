import type { Span } from '../text/span'

/** Longest single-quoted stretch, in code units. Higher takes apostrophes for quotation marks; lower misses long ones. */
const MAX_SINGLE_QUOTE = 400

/** The stretches between quotation marks of one block, marks included. */
export interface Quotes {
  readonly spans: readonly Span[]
  /** The last one has no closing mark: the next paragraph may go on with it. */
  readonly open: boolean
}

/**
 * Finds quoted stretches in `text[start, end)`: “…”, „…“, «…», "…", ''…'' and, where a closing mark follows, ‘…’ and '…'.
 *
 * A straight mark opens after a space or bracket and closes after a letter or stop. A stretch without a closing mark runs to
 * the end of the block. O(length).
 */
export function findQuotes(text: string, block: Span): Quotes {
  const spans: Span[] = []
  let open = -1
  let closer = ''
  let at = block.start
  while (at < block.end) {
    const char = text.charAt(at)
    const doubled = (char === "'" || char === '’') && text.charAt(at + 1) === char
    const pair = doubled ? "''" : char
    const width = pair.length
    if (open >= 0) {
      if (closes(pair, closer)) {
        spans.push({ start: open, end: at + width })
        open = -1
      }
    } else {
      const wanted = opens(text, at, pair, block)
      if (wanted !== '') {
        open = at
        closer = wanted
        if (wanted === "'" || wanted === '’') {
          const end = closingSingle(text, at, wanted, block.end)
          if (end > 0) {
            spans.push({ start: at, end })
            at = end - 1
          }
          open = -1
        }
      }
    }
    at += width
  }
  if (open < 0) return { spans, open: false }
  return { spans: [...spans, { start: open, end: block.end }], open: true }
}

function closes(pair: string, closer: string): boolean {
  if (closer === '”') return pair === '”' || pair === '“' || pair === '"' || pair === "''"
  return pair === closer || (closer === "''" && (pair === '”' || pair === '"'))
}

function opens(text: string, at: number, pair: string, block: Span): string {
  if (pair === '“' || pair === '„' || pair === '«') return pair === '«' ? '»' : '”'
  const before = at > block.start ? text.charAt(at - 1) : ' '
  const after = text.charAt(at + pair.length)
  if (!/[\s([—–-]/.test(before) || !/[\p{L}\p{N}…(‘'“.$£€]/u.test(after)) return ''
  if (pair === '"') return '"'
  if (pair === "''") return "''"
  if (pair === '‘') return '’'
  if (pair === "'" && !/\d/.test(after)) return "'"
  return ''
}

/** End of a single-quoted stretch, or -1: a mark after a letter or stop that no letter follows. */
function closingSingle(text: string, at: number, mark: string, limit: number): number {
  const end = Math.min(limit, at + MAX_SINGLE_QUOTE)
  for (let i = at + 2; i < end; i++) {
    if (text.charAt(i) !== mark) continue
    if (/[\p{L}\p{N}]/u.test(text.charAt(i + 1))) continue
    if (/\s/.test(text.charAt(i - 1))) continue
    // "the states' rights": a plural possessive before a lower-case word, while a better mark may follow.
    if (
      text.charAt(i - 1) === 's' &&
      / [a-z]/.test(text.slice(i + 1, i + 3)) &&
      hasLater(text, i + 1, mark, end)
    )
      continue
    return i + 1
  }
  return -1
}

function hasLater(text: string, from: number, mark: string, end: number): boolean {
  for (let i = from; i < end; i++) {
    if (text.charAt(i) === mark && !/[\p{L}\p{N}]/u.test(text.charAt(i + 1))) return true
  }
  return false
}
