import type { Block, Canonical } from '../article/article'
import { textUnder, type Span } from '../text/span'
import { stem } from './stem'
import { cutTokens, eachToken, termOf } from './tokens'

/**
 * The words of a text with their places. A gap stands between blocks, so that no phrase reaches over it. Words are folded when they are
 * asked for: most are told apart by their first letters.
 */
export class Places {
  readonly text: string
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** Terms that were made of words that begin with other than ASCII. */
  readonly #terms: string[] = []

  constructor(text: string, starts: Uint32Array, ends: Uint32Array) {
    this.text = text
    this.starts = starts
    this.ends = ends
  }

  get count(): number {
    return this.starts.length
  }

  /** Returns the term of a word, `''` for a gap. */
  term(at: number): string {
    const start = this.starts[at] ?? 0
    const isPlain = this.text.charCodeAt(start) < 128
    return isPlain
      ? termOf(this.text.slice(start, this.ends[at]))
      : (this.#terms[at] ??= termOf(this.text.slice(start, this.ends[at])))
  }

  /** Returns the next word, from one on, whose term may begin so; `count` when there is none. None is passed over. */
  next(beginning: string, from: number): number {
    const { count } = this
    let at = from
    while (at < count && !this.#mayBegin(at, beginning)) at++
    return at
  }

  #mayBegin(at: number, beginning: string): boolean {
    const { text } = this
    const start = this.starts[at] ?? 0
    const end = this.ends[at] ?? start
    if (text.charCodeAt(start) > 127) return this.term(at).startsWith(beginning)
    for (let i = 0; i < beginning.length; i++) {
      if (start + i === end) return false
      // Letters of ASCII stay what they are, whatever follows; a mark goes, and the next letter comes in its place.
      const unit = text.charCodeAt(start + i)
      if (unit > 127) return true
      if ((unit >= 65 && unit <= 90 ? unit + 32 : unit) !== beginning.charCodeAt(i)) return false
    }
    return true
  }
}

/** Returns the words of a title or another text without blocks. */
export function placesOf(text: string): Places {
  return placesIn(text, [{ start: 0, end: text.length }])
}

/** Returns the words of a report's blocks, furniture left out; spans count in canonical text. */
export function bodyPlaces(canonical: Canonical): Places {
  const body = canonical.blocks.filter((block: Block) => block.furniture === undefined)
  return placesIn(
    canonical.text,
    body.map((block) => block.span)
  )
}

/** Where words are written before their number is known, two lists side by side: new ones for each text would take longer than cutting it. */
const scratch = new Uint32Array(2 ** 16)

function placesIn(text: string, stretches: readonly Span[]): Places {
  const longest = stretches.reduce((sum, { start, end }) => sum + end - start + 1, 0)
  const room = 2 * longest <= scratch.length ? scratch : new Uint32Array(2 * longest)
  const starts = room.subarray(0, longest)
  const ends = room.subarray(longest, 2 * longest)
  let count = 0
  const put = (start: number, end: number): void => {
    starts[count] = start
    ends[count++] = end
  }
  for (const stretch of stretches) {
    if (count > 0) put(stretch.start, stretch.start)
    const cut = cutTokens(text, stretch, { starts, ends, from: count })
    if (cut < 0) eachToken(text, stretch, put)
    else count = cut
  }
  let kept = 0
  for (let at = 0; at < count; at++) {
    const start = starts[at] ?? 0
    const end = ends[at] ?? 0
    // A word that begins with a letter or digit of ASCII always has a term; of others nothing may be left when they are folded.
    if (start < end && text.charCodeAt(start) > 127 && termOf(text.slice(start, end)) === '')
      continue
    starts[kept] = start
    ends[kept++] = end
  }
  return new Places(text, starts.slice(0, kept), ends.slice(0, kept))
}

/** What one word of a query may be in a text. */
export interface WordPattern {
  readonly term: string
  /** Words that begin so match too. */
  readonly prefix: boolean
  /** Inflections of it match too. */
  readonly stems: boolean
  /** The word letter by letter (see `lettersOf`), when case and diacritics count. */
  readonly letters?: string
}

/** Returns a word as it is compared letter by letter: composed, without invisible letters. */
export function lettersOf(word: string): string {
  return word.normalize('NFC').replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
}

/** Says whether a term of a text is what the pattern asks for. */
export function fits(pattern: WordPattern, term: string): boolean {
  return fitsStem(pattern, term, stem(pattern.term))
}

function fitsStem(pattern: WordPattern, term: string, stemmed: string): boolean {
  if (term === pattern.term) return true
  if (pattern.prefix && term !== '' && term.startsWith(pattern.term)) return true
  return pattern.stems && term !== '' && stem(term) === stemmed
}

/** A stretch of places `first…last` (both included) that answers a query, with the places in it that hold words asked for. */
export interface Match {
  readonly first: number
  readonly last: number
  readonly held: readonly number[]
}

/** Returns every place of a word. O(terms). */
export function wordMatches(places: Places, pattern: WordPattern): Match[] {
  return positionsOf(places, pattern).map((at) => ({ first: at, last: at, held: [at] }))
}

/** Returns the indices of the terms that fit. */
export function positionsOf(places: Places, pattern: WordPattern): number[] {
  const { letters, prefix, stems, term } = pattern
  const found: number[] = []
  const stemmed = stem(term)
  // Whatever fits begins with the same letters: nearly every term is told apart by them. The last of a stem may be another ("try", "tried").
  const beginning = stems ? stemmed.replace(/(?<=..)[iy]$/, '') : term
  const { count } = places
  for (let at = places.next(beginning, 0); at < count; at = places.next(beginning, at + 1)) {
    if (!fitsStem(pattern, places.term(at), stemmed)) continue
    if (letters === undefined || hasLetters(places, at, letters, prefix)) found.push(at)
  }
  return found
}

function hasLetters(places: Places, at: number, letters: string, prefix: boolean): boolean {
  const word = lettersOf(places.text.slice(places.starts[at], places.ends[at]))
  return prefix ? word.startsWith(letters) : word === letters
}

/**
 * Returns where words stand as a phrase. `lists` holds the places of each word in the order asked for, ascending.
 *
 * @param slop - 0: side by side in this order; n: in any order with at most n other words among them
 */
export function phraseMatches(lists: readonly (readonly number[])[], slop: number): Match[] {
  if (lists.length === 0 || lists.some((list) => list.length === 0)) return []
  return slop === 0 ? exactPhrases(lists) : loosePhrases(lists, slop)
}

function exactPhrases(lists: readonly (readonly number[])[]): Match[] {
  const [head = [], ...rest] = lists
  const sets = rest.map((list) => new Set(list))
  return head
    .filter((first) => sets.every((set, i) => set.has(first + i + 1)))
    .map((first) => ({
      first,
      last: first + rest.length,
      held: lists.map((_, i) => first + i)
    }))
}

function loosePhrases(lists: readonly (readonly number[])[], slop: number): Match[] {
  const all = lists.flatMap((list, word) => list.map((at) => ({ at, word })))
  all.sort((a, b) => a.at - b.at || a.word - b.word)
  const width = lists.length + slop
  const found: Match[] = []
  const latest = new Array<number>(lists.length).fill(-1)
  let lastEnd = -1
  for (const { at, word } of all) {
    latest[word] = at
    const first = Math.min(...latest)
    // A word asked for twice needs two places.
    if (first < 0 || at - first >= width || new Set(latest).size < lists.length) continue
    if (first <= lastEnd) continue
    lastEnd = at
    found.push({ first, last: at, held: latest.toSorted((a, b) => a - b) })
  }
  return found
}

/** Returns where a left and a right match stand with at most `distance` words between them, in either order. */
export function nearMatches(
  left: readonly Match[],
  right: readonly Match[],
  distance: number
): Match[] {
  const found: Match[] = []
  let from = 0
  for (const a of left) {
    while (from < right.length && (right[from]?.last ?? 0) < a.first - distance - 1) from++
    for (let i = from; i < right.length; i++) {
      const b = right[i]
      if (b === undefined || b.first > a.last + distance + 1) break
      const apart = b.first > a.last ? b.first - a.last - 1 : a.first - b.last - 1
      if (apart < 0 || apart > distance) continue
      found.push({
        first: Math.min(a.first, b.first),
        last: Math.max(a.last, b.last),
        held: [...a.held, ...b.held].sort((x, y) => x - y)
      })
    }
  }
  return found
}

/** Returns the spans of a match: one for each run of neighbouring places. */
export function spansOf(match: Match, places: Places): Span[] {
  const spans: Span[] = []
  let before = -2
  for (const at of match.held) {
    const start = places.starts[at] ?? 0
    const end = places.ends[at] ?? start
    const last = spans.at(-1)
    if (last !== undefined && at === before + 1)
      spans[spans.length - 1] = { start: last.start, end }
    else if (at !== before) spans.push({ start, end })
    before = at
  }
  return spans
}

/** Says whether a span lies within quotation marks of its block: an odd number of marks stands open before it. */
export function isQuoted(text: string, blocks: readonly Block[], span: Span): boolean {
  const block = blocks.find((b) => b.span.start <= span.start && span.end <= b.span.end)
  if (block === undefined) return false
  if (block.role === 'quote') return true
  const before = textUnder(text, { start: block.span.start, end: span.start })
  const opened =
    before.split(/[\u201C\u201E\u00AB]/u).length - before.split(/[\u201D\u00BB]/u).length
  const straight = before.split('"').length - 1
  return opened > 0 || straight % 2 === 1
}
