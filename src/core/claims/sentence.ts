import type { Block, Canonical } from '../article/article'
import { sentences } from '../text/segment'
import { touches } from '../text/span'
import type { Span } from '../text/span'
import { ENTRY_TIME, LEAD_IN, SEPARATOR, STRUCTURE } from './cues/en/structure'
import { findQuotes } from './quotes'

/** What a sentence is in the page. */
type SentenceRole = 'prose' | 'heading' | 'lead-in' | 'structure'

/** A sentence made ready for the rules. */
export interface Sentence {
  readonly index: number
  /** In canonical text. */
  readonly span: Span
  /** As printed, but for plain apostrophes and spaces; same length as the span. */
  readonly text: string
  /** Lower case, words between quotation marks masked; same length. The outlet's voice. */
  readonly voice: string
  /** Lower case, nothing masked; same length. */
  readonly lower: string
  readonly role: SentenceRole
  /** Position of its block in the article. */
  readonly block: number
  /** Number of the live-blog item or sub-headed part. */
  readonly item: number
  readonly first: boolean
  /** Quoted stretches, relative to the sentence. */
  readonly quotes: readonly Span[]
  /** Begins inside a quotation that an earlier sentence (or paragraph) opened. */
  readonly continues: boolean
  /** No word stands outside quotation marks. */
  readonly quotedWhole: boolean
}

/** Stands for each code unit between quotation marks. */
const MASK = '¤'

/**
 * Cuts an article into sentences with roles, items and quotations; furniture is left out. O(length).
 *
 * An item is what lies between headings, entries and separators: sources and scopes do not cross its border.
 */
export function prepare(article: Canonical): Sentence[] {
  const prepared: Sentence[] = []
  let item = 0
  let openAcross = false
  let titleSeen = false
  article.blocks.forEach((block, number) => {
    const raw = article.text.slice(block.span.start, block.span.end)
    if (
      SEPARATOR.test(raw.toLowerCase().trim()) ||
      block.role === 'entry' ||
      block.role === 'heading'
    ) {
      item++
    }
    if (block.furniture !== undefined) return
    const role = blockRole(block, raw, titleSeen, number)
    if (role === 'heading' && block.role !== 'heading' && block.role !== 'entry') item++
    titleSeen = true
    const quotes = findQuotes(article.text, block.span)
    const resumed = openAcross && /^["“”'‘«]/.test(raw)
    let passed = 0
    sentences(article.text, block.span).forEach((span, position) => {
      // Both ascend, so that a paragraph of nothing but quotations is read once.
      while ((quotes.spans[passed]?.end ?? Infinity) <= span.start) passed++
      let beyond = passed
      while ((quotes.spans[beyond]?.start ?? Infinity) < span.end) beyond++
      prepared.push(
        makeSentence(article.text, span, {
          index: prepared.length,
          role,
          block: number,
          item,
          first: position === 0,
          quotes: quotes.spans.slice(passed, beyond),
          resumed: resumed && position === 0
        })
      )
    })
    openAcross = quotes.open
  })
  return prepared
}

/** Longest heading without a full stop, in code units; longer lines are prose that lost its stop. */
const MAX_HEADING = 160

function blockRole(block: Block, raw: string, titleSeen: boolean, number: number): SentenceRole {
  if (block.role === 'heading' || block.role === 'entry') return 'heading'
  if (block.role === 'caption') return 'structure'
  const text = raw.trim()
  if (ENTRY_TIME.test(text.toLowerCase()) && text.length < MAX_HEADING) return 'heading'
  if (text.length >= MAX_HEADING || /[.!?:;,…"”'’)\]]$/.test(text)) return 'prose'
  // A line of several sentences is prose that lost its last stop.
  if (/[.!?]["”’']? \p{Lu}/u.test(text) && text.length > MAX_HEADING / 2) return 'prose'
  if (block.role === 'quote' || block.role === 'list-item' || block.role === 'table-row')
    return 'prose'
  return !titleSeen || number === 0 || looksLikeHeading(text) ? 'heading' : 'prose'
}

/** A line without a final stop is a heading; loose prose such as "he said" at the end of a line is not told apart. */
function looksLikeHeading(text: string): boolean {
  return /\p{L}/u.test(text)
}

interface Place {
  readonly index: number
  readonly role: SentenceRole
  readonly block: number
  readonly item: number
  readonly first: boolean
  readonly quotes: readonly Span[]
  readonly resumed: boolean
}

function makeSentence(text: string, span: Span, place: Place): Sentence {
  const raw = text.slice(span.start, span.end)
  const printed = raw.replace(/[‘’ʼ]/g, "'").replace(/[\u00A0\u2000-\u200A\u202F]/g, ' ')
  const lower = sameLengthLower(printed)
  const inside = place.quotes
    .filter((quote) => touches(quote, span))
    .map((quote) => ({
      start: Math.max(0, quote.start - span.start),
      end: Math.min(raw.length, quote.end - span.start)
    }))
  let voice = lower
  for (const { start, end } of inside) {
    voice = voice.slice(0, start) + MASK.repeat(end - start) + voice.slice(end)
  }
  const continues =
    place.quotes.some((q) => q.start < span.start && q.end > span.start) || place.resumed
  return {
    index: place.index,
    span,
    text: printed,
    voice,
    lower,
    role: place.role === 'prose' ? sentenceRole(lower) : place.role,
    block: place.block,
    item: place.item,
    first: place.first,
    quotes: inside,
    continues,
    quotedWhole: !/\p{L}/u.test(voice)
  }
}

function sentenceRole(lower: string): SentenceRole {
  if (STRUCTURE.some((pattern) => pattern.test(lower))) return 'structure'
  return LEAD_IN.test(lower) ? 'lead-in' : 'prose'
}

/** A few letters (İ) grow in lower case; they are kept as they are so that offsets hold. */
function sameLengthLower(text: string): string {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower
  return Array.from({ length: text.length }, (_, i) => {
    const char = text.charAt(i)
    const small = char.toLowerCase()
    return small.length === 1 ? small : char
  }).join('')
}
