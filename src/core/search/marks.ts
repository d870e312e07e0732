import type { Block, Canonical } from '../article/article'
import { covers, merge, type Span } from '../text/span'
import type { LeafMark } from '../text/excerpt'
import {
  bodyPlaces,
  isQuoted,
  nearMatches,
  phraseMatches,
  positionsOf,
  spansOf,
  wordMatches,
  type Match,
  type Places
} from './match'
import { eachNumber } from './numbers'
import type { Plan } from './plan'

/** A text that marks are looked for in. */
export interface Marked {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly places: Places
}

/** Returns what is searched of a report: its text without furniture, cut into words. */
export function bodyOf(canonical: Canonical): Marked {
  const blocks = canonical.blocks.filter((block) => block.furniture === undefined)
  return { text: canonical.text, blocks, places: bodyPlaces(canonical) }
}

/** Returns where a plan of words, phrases and nearness stands, ascending by beginning. Other plans stand nowhere. */
export function matchesOf(plan: Plan, places: Places): Match[] {
  switch (plan.kind) {
    case 'word':
      return wordMatches(places, plan.pattern)
    case 'phrase': {
      const lists = plan.patterns.map((pattern) => positionsOf(places, pattern))
      return phraseMatches(lists, plan.slop)
    }
    case 'near':
      return nearMatches(matchesOf(plan.left, places), matchesOf(plan.right, places), plan.distance)
    case 'or':
      return plan.parts
        .flatMap((part) => matchesOf(part, places))
        .sort((a, b) => a.first - b.first || a.last - b.last)
    default:
      return []
  }
}

/**
 * Returns what a query marks in the body of a report: every place of every word asked for, phrases as one span; nothing that is
 * excluded. Ascending by beginning; marks of different leaves may overlap.
 */
export function bodyMarks(plan: Plan, body: Marked): LeafMark[] {
  const marks: LeafMark[] = []
  collect(plan, body, marks)
  return marks.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
}

/** Returns what a query marks in the title, `title:` included; joined where marks touch. */
export function titleMarks(plan: Plan, places: Places): Span[] {
  const spans: Span[] = []
  const walk = (part: Plan): void => {
    if (part.kind === 'title') walk(part.inner)
    else if (part.kind === 'and' || part.kind === 'or') part.parts.forEach(walk)
    else if (part.kind === 'regex') {
      const { text } = places
      spans.push(...part.regex.matches(text, { start: 0, end: text.length }))
    } else for (const match of matchesOf(part, places)) spans.push(...spansOf(match, places))
  }
  walk(plan)
  return merge(spans)
}

/** Returns the spans of marks, each once, ascending; a mark that lies within another is left to it. */
export function spansOfMarks(marks: readonly LeafMark[]): Span[] {
  const spans: Span[] = []
  for (const { span } of marks) {
    const last = spans.at(-1)
    if (last !== undefined && covers(last, span)) continue
    if (last !== undefined && last.start === span.start) spans[spans.length - 1] = span
    else spans.push(span)
  }
  return spans
}

function collect(plan: Plan, body: Marked, marks: LeafMark[]): void {
  switch (plan.kind) {
    case 'and':
    case 'or':
      for (const part of plan.parts) collect(part, body, marks)
      break
    case 'quote':
      for (const mark of bodyMarks(plan.inner, body)) {
        if (isQuoted(body.text, body.blocks, mark.span)) marks.push(mark)
      }
      break
    case 'number':
      collect(plan.words, body, marks)
      for (const block of body.blocks) {
        const text = body.text.slice(block.span.start, block.span.end)
        eachNumber(text, (value, start, end) => {
          if (value !== plan.value) return
          const span = { start: block.span.start + start, end: block.span.start + end }
          marks.push({ span, leaf: plan.leaf })
        })
      }
      break
    case 'regex': {
      const { leaf, regex } = plan
      for (const block of body.blocks)
        for (const span of regex.matches(body.text, block.span)) marks.push({ span, leaf })
      break
    }
    case 'word': {
      const { starts, ends } = body.places
      for (const at of positionsOf(body.places, plan.pattern))
        marks.push({ span: { start: starts[at] ?? 0, end: ends[at] ?? 0 }, leaf: plan.leaf })
      break
    }
    case 'phrase':
    case 'near': {
      const leaf = leafOf(plan)
      for (const match of matchesOf(plan, body.places)) {
        for (const span of spansOf(match, body.places)) marks.push({ span, leaf })
      }
      break
    }
    default:
  }
}

function leafOf(plan: Plan): number {
  if (plan.kind === 'word' || plan.kind === 'phrase') return plan.leaf
  return plan.kind === 'near' ? leafOf(plan.left) : -1
}
