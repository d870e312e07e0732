import type { Span } from '../core/text/span'
import { findNear } from './near-quote'

/** A stretch of text that can be found again after the text around it changed. */
export interface Quote {
  readonly exact: string
  /** Up to `CONTEXT` code units before and after it. */
  readonly before: string
  readonly after: string
}

/** Code units of context on either side: enough to tell repeated sentences apart, little to store. */
const CONTEXT = 48

/** Returns the quotation of a span. An empty span stands for the whole text, wherever it is. */
export function quoteOf(text: string, { start, end }: Span): Quote {
  if (start === end) return { exact: '', before: '', after: '' }
  return {
    exact: text.slice(start, end),
    before: text.slice(Math.max(0, start - CONTEXT), start),
    after: text.slice(end, end + CONTEXT)
  }
}

/**
 * Finds a quotation again: the place where its words stand and the most of its context agrees, the first of equals; else the
 * passage that it has become after small edits. Undefined when there is none. An empty quotation stands for the whole text.
 */
export function findQuote(text: string, quote: Quote): Span | undefined {
  if (quote.exact === '') return { start: 0, end: 0 }
  return findVerbatim(text, quote) ?? findNear(text, quote)
}

function findVerbatim(text: string, { exact, before, after }: Quote): Span | undefined {
  let best: Span | undefined
  let most = -1
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    const end = at + exact.length
    const agreement =
      commonEnd(text.slice(Math.max(0, at - CONTEXT), at), before) +
      commonStart(text.slice(end, end + CONTEXT), after)
    if (agreement > most) {
      best = { start: at, end }
      most = agreement
    }
  }
  return best
}

function commonStart(a: string, b: string): number {
  let n = 0
  while (n < a.length && n < b.length && a[n] === b[n]) n++
  return n
}

function commonEnd(a: string, b: string): number {
  let n = 0
  while (n < a.length && n < b.length && a.at(-1 - n) === b.at(-1 - n)) n++
  return n
}
