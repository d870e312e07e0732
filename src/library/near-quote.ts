import { fold } from '../core/text/fold'
import { words } from '../core/text/segment'
import type { Span } from '../core/text/span'

/**
 * Least share of words that quotation and passage must have in common, in order, of the longer of the two. Higher loses notes
 * to small edits; lower attaches them to passages about something else. From edits of one to three words in sentences of ten.
 */
export const MIN_LIKENESS = 0.6
/** Shortest quotation that is looked for in other words. Below it, one changed word leaves nothing to go by. */
const MIN_WORDS = 3
/** Longest quotation that is compared word by word; longer ones must stand verbatim. Bounds the cost. */
const MAX_WORDS = 600
/** Places that are compared word by word, best first. */
const PLACES = 4
/** What agreeing context adds at most: decides between passages that are about equally like. */
const CONTEXT_WEIGHT = 0.1

/** A quotation whose words may have changed. */
export interface Wanted {
  readonly exact: string
  readonly before: string
  readonly after: string
}

/**
 * Finds the passage that a quotation has become: the stretch with most of its words in the same order. Undefined when no stretch
 * is like enough. O(words of the text) to choose a few places, then O(words of the quotation squared) for each.
 */
export function findNear(text: string, { exact, before, after }: Wanted): Span | undefined {
  const wanted = wordsOf(exact)
  if (wanted.length < MIN_WORDS || wanted.length > MAX_WORDS) return undefined
  const spans = words(text)
  const folded = spans.map(({ start, end }) => fold(text.slice(start, end)))
  let best: Span | undefined
  let most = 0
  for (const from of places(folded, wanted)) {
    const margin = Math.ceil(wanted.length / 4) + 2
    const first = Math.max(0, from - margin)
    const run = common(wanted, folded.slice(first, from + wanted.length + margin))
    const likeness = run.shared / Math.max(wanted.length, run.end - run.start)
    const [head, tail] = [spans[first + run.start], spans[first + run.end - 1]]
    if (likeness < MIN_LIKENESS || head === undefined || tail === undefined) continue
    const span = { start: head.start, end: tail.end }
    const score = likeness + CONTEXT_WEIGHT * contextOf(text, span, { before, after })
    if (score > most) [best, most] = [span, score]
  }
  return best === undefined ? undefined : withMarks(text, best, exact)
}

const wordsOf = (text: string): string[] =>
  words(text).map(({ start, end }) => fold(text.slice(start, end)))

/** Where windows of the quotation's length hold most of its words, counted regardless of order; best first. */
function places(folded: readonly string[], wanted: readonly string[]): number[] {
  const missing = new Map<string, number>()
  for (const word of wanted) missing.set(word, (missing.get(word) ?? 0) + 1)
  const need = Math.ceil(wanted.length * MIN_LIKENESS)
  const found: { at: number; held: number }[] = []
  let held = 0
  const take = (word: string | undefined, by: 1 | -1) => {
    const left = word === undefined ? undefined : missing.get(word)
    if (word === undefined || left === undefined) return
    // What is missing may go below zero: the word then stands more often in the window than in the quotation.
    if (by === 1 ? left > 0 : left >= 0) held += by
    missing.set(word, left - by)
  }
  for (let at = 0; at < folded.length; at++) {
    take(folded[at], 1)
    if (at >= wanted.length) take(folded[at - wanted.length], -1)
    const start = Math.max(0, at - wanted.length + 1)
    if (held < need) continue
    const last = found.at(-1)
    // Of windows that overlap, the fullest.
    if (last === undefined || start - last.at >= wanted.length) found.push({ at: start, held })
    else if (held > last.held) found[found.length - 1] = { at: start, held }
  }
  return found
    .toSorted((a, b) => b.held - a.held || a.at - b.at)
    .slice(0, PLACES)
    .map(({ at }) => at)
}

/** The longest common subsequence of words: how long it is, and the shortest stretch of `run` that holds it. */
function common(
  wanted: readonly string[],
  run: readonly string[]
): { shared: number; start: number; end: number } {
  const { shared, end } = trace(wanted, run)
  // Read backwards from its end, it begins as late as it can.
  const back = trace(wanted.toReversed(), run.slice(0, end).toReversed())
  return { shared, start: end - back.end, end }
}

/** The longest common subsequence, ending as early in `run` as taking every word at its first chance allows. */
function trace(wanted: readonly string[], run: readonly string[]): { shared: number; end: number } {
  const width = run.length + 1
  const lengths = new Uint16Array((wanted.length + 1) * width)
  for (let i = wanted.length - 1; i >= 0; i--)
    for (let j = run.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        wanted[i] === run[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0)
  let [end, i, j] = [0, 0, 0]
  while (i < wanted.length && j < run.length) {
    if (wanted[i] === run[j]) {
      end = j + 1
      i++
      j++
    } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i++
    else j++
  }
  return { shared: lengths[0] ?? 0, end }
}

/** Share of the context's words that stand next to the passage, 0…1. */
function contextOf(
  text: string,
  { start, end }: Span,
  { before, after }: Pick<Wanted, 'before' | 'after'>
): number {
  const [left, right] = [wordsOf(before), wordsOf(after)]
  const total = left.length + right.length
  if (total === 0) return 0
  const near = new Set([
    ...wordsOf(text.slice(Math.max(0, start - before.length), start)),
    ...wordsOf(text.slice(end, end + after.length))
  ])
  return [...left, ...right].filter((word) => near.has(word)).length / total
}

/** Quotation marks and stops at the ends belong to the passage when they belonged to the quotation. */
function withMarks(text: string, { start, end }: Span, exact: string): Span {
  const head = /^[^\p{L}\p{N}\s]{1,3}/u.exec(exact)?.[0] ?? ''
  const tail = /[^\p{L}\p{N}\s]{1,3}$/u.exec(exact)?.[0] ?? ''
  const opens = head !== '' && text.slice(start - head.length, start) === head
  const closes = tail !== '' && text.startsWith(tail, end)
  return { start: opens ? start - head.length : start, end: closes ? end + tail.length : end }
}
