import { fold } from '../text/fold'
import type { Span } from '../text/span'
import { isWordUnit, parseRegex, type RegexNode } from './regex-parse'
import { programOf, type Program } from './regex-program'
import { INNER, unitKind } from './tokens'

/** Longest match, in UTF-16 units. Bounds how often a text is looked through anew. */
const LONGEST_MATCH = 1000
/** States remembered; with more they are forgotten and found anew. */
const MOST_STATES = 500
/** Shortest run of letters and digits by which articles are looked for. Shorter ones stand in too many words. */
const SHORTEST_LITERAL = 3

/** Ends of a paragraph; nothing matches over one. */
const END = 0
/** Soft hyphens and the like, read over. */
const UNSEEN = 1

/** A regular expression made ready. Reading takes time by the length of the text, whatever the expression. */
export interface Regex {
  /** Says whether any paragraph holds a match. Paragraphs are parted by line breaks. */
  test(text: string): boolean
  /** Returns where matches stand in a paragraph, ascending and apart: the leftmost first, each as long as can be, none empty. */
  matches(text: string, within: Span): Span[]
  /** Every text with a match has a word that holds one of these runs of ASCII letters and digits; undefined when none is known. */
  readonly needs: readonly string[] | undefined
}

/**
 * Makes a regular expression ready; null when it is not understood (see `parseRegex`), too long, or would match nothing at all, and
 * so everywhere.
 *
 * @param exact - whether case, diacritics, and the shapes of quotation marks and dashes count
 *
 * Source: Thompson, "Regular expression search algorithm", CACM 11 (1968); Cox, "Regular expression matching can be simple and fast"
 * (2007), for states made when they are needed.
 */
export function compileRegex(source: string, exact: boolean): Regex | null {
  const node = parseRegex(source)
  if (node === null || mayBeEmpty(node)) return null
  const program = programOf(node)
  if (program === null) return null
  // Its tables are large, and many expressions are only asked whether they are understood.
  let made: Reader | undefined
  const reader = (): Reader => (made ??= new Reader(program, exact))
  return {
    test: (text) => reader().test(text),
    matches: (text, within) => reader().matches(text, within),
    needs: needsOf(node)
  }
}

const SIGNS = new Map([
  ...Array.from('\u2018\u2019\u201A\u201B\u02BC\u0060\u00B4', (sign) => [sign, "'"] as const),
  ...Array.from('\u201C\u201D\u201E\u201F\u00AB\u00BB', (sign) => [sign, '"'] as const),
  ...Array.from('\u2010\u2011\u2012\u2013\u2014\u2015\u2212', (sign) => [sign, '-'] as const)
])

/** Returns the units as which a unit counts: itself, folded, and folded in upper case. */
function shapesOf(unit: number, exact: boolean): readonly number[] {
  const char = String.fromCharCode(unit)
  if (exact) return [unit]
  const folded = SIGNS.get(char) ?? fold(char)
  if (folded.length !== 1) return [unit]
  const upper = folded.toUpperCase()
  return [unit, folded.charCodeAt(0), upper.length === 1 ? upper.charCodeAt(0) : unit]
}

/** What is known after some units: the steps that may come next, and what stands before. */
interface State {
  readonly steps: readonly number[]
  readonly afterWord: boolean
  readonly first: boolean
  /** The state after each class of units; null for a match found. */
  readonly next: (State | null | undefined)[]
}

class Reader {
  readonly #program: Program
  readonly #exact: boolean
  /** The class of each unit plus one; 0 until it is known. */
  readonly #classes = new Uint16Array(0x10000)
  readonly #classNumbers = new Map<string, number>()
  /** Of each class: which sets hold it, and whether it is part of a word. */
  readonly #members: { readonly sets: readonly boolean[]; readonly word: boolean }[] = [
    { sets: [], word: false },
    { sets: [], word: false }
  ]
  readonly #states = new Map<string, State>()
  readonly #seen: Uint32Array
  #round = 0

  constructor(program: Program, exact: boolean) {
    this.#program = program
    this.#exact = exact
    this.#seen = new Uint32Array(program.steps.length)
  }

  test(text: string): boolean {
    const begin = this.#state([], false, true)
    let state = begin
    const classes = this.#classes
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      const known = classes[unit] ?? 0
      const unitClass = known === 0 ? this.#classOf(unit) : known - 1
      if (unitClass === UNSEEN) continue
      let next = state.next[unitClass]
      if (next === undefined) state.next[unitClass] = next = this.#after(state, unitClass)
      if (next === null) return true
      state = unitClass === END ? begin : next
    }
    return this.#after(state, END) === null
  }

  matches(text: string, within: Span): Span[] {
    const found: Span[] = []
    for (let from = within.start; from < within.end;) {
      const match = this.#longest(text, from, within)
      if (match === null) break
      found.push(match)
      from = match.end
    }
    return found
  }

  /** Returns the leftmost match that begins at a place or after it, as long as can be. */
  #longest(text: string, from: number, within: Span): Span | null {
    let best: Span | null = null
    // Threads in the order of their beginnings; each is the step it stands at.
    let threads: { step: number; begin: number }[] = []
    let afterWord = this.#isAfterWord(text, from, within.start)
    let first = from === within.start
    for (let at = from; at <= within.end; at++) {
      const unitClass = at < within.end ? this.#classOf(text.charCodeAt(at)) : END
      if (unitClass === UNSEEN) continue
      if (best === null) threads.push({ step: this.#program.start, begin: at })
      const around = { first, afterWord, unitClass }
      const taken: typeof threads = []
      this.#round++
      for (const { step, begin } of threads) {
        if (at - begin > LONGEST_MATCH || (best !== null && begin > best.start)) continue
        const matched = this.#spread(step, around, (next) => taken.push({ step: next, begin }))
        if (matched && (best === null || begin <= best.start)) best = { start: begin, end: at }
      }
      if (unitClass === END || (taken.length === 0 && best !== null)) break
      threads = taken
      first = false
      afterWord = this.#members[unitClass]?.word ?? false
    }
    return best
  }

  #isAfterWord(text: string, at: number, start: number): boolean {
    for (let before = at - 1; before >= start; before--) {
      const unitClass = this.#classOf(text.charCodeAt(before))
      if (unitClass !== UNSEEN) return this.#members[unitClass]?.word ?? false
    }
    return false
  }

  /** Follows forks and places from a step; tells where one goes on after the unit, and answers whether a match ends before it. */
  #spread(
    from: number,
    around: { readonly first: boolean; readonly afterWord: boolean; readonly unitClass: number },
    tell: (step: number) => void
  ): boolean {
    const { first, afterWord, unitClass } = around
    const members = this.#members[unitClass]
    const edge = afterWord !== (members?.word ?? false)
    const open = [from]
    let matched = false
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (this.#seen[at] === this.#round) continue
      this.#seen[at] = this.#round
      const step = this.#program.steps[at]
      switch (step?.kind) {
        case 'fork':
          open.push(step.second, step.first)
          break
        case 'place': {
          const { at: place } = step
          const stands =
            place === 'start'
              ? first
              : place === 'end'
                ? unitClass === END
                : edge === (place === 'edge')
          if (stands) open.push(step.next)
          break
        }
        case 'unit':
          if (members?.sets[step.set] === true) tell(step.next)
          break
        case 'match':
          matched = true
          break
        default:
      }
    }
    return matched
  }

  #after({ steps, afterWord, first }: State, unitClass: number): State | null {
    const around = { first, afterWord, unitClass }
    const next = new Set<number>()
    this.#round++
    for (const step of [...steps, this.#program.start])
      if (this.#spread(step, around, (to) => next.add(to))) return null
    const word = this.#members[unitClass]?.word ?? false
    return this.#state(
      [...next].sort((a, b) => a - b),
      word,
      false
    )
  }

  #state(steps: readonly number[], afterWord: boolean, first: boolean): State {
    const key = `${steps.join(' ')}${afterWord ? 'w' : ''}${first ? 'f' : ''}`
    const known = this.#states.get(key)
    if (known !== undefined) return known
    if (this.#states.size >= MOST_STATES) {
      // A state that is held leads to others as before; they are no longer found by what they are.
      for (const state of this.#states.values()) state.next.length = 0
      this.#states.clear()
    }
    const state: State = { steps, afterWord, first, next: [] }
    this.#states.set(key, state)
    return state
  }

  #classOf(unit: number): number {
    const known = this.#classes[unit] ?? 0
    if (known !== 0) return known - 1
    const found = this.#newClass(unit)
    this.#classes[unit] = found + 1
    return found
  }

  #newClass(unit: number): number {
    // Line feed, carriage return, line and paragraph separator.
    if (unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029) return END
    if (unitKind(unit) === INNER) return UNSEEN
    const shapes = shapesOf(unit, this.#exact)
    const sets = this.#program.sets.map(({ has, negated }) => shapes.some(has) !== negated)
    const word = isWordUnit(unit)
    const key = `${sets.map(Number).join('')}${word ? 'w' : ''}`
    const number = this.#classNumbers.get(key) ?? this.#members.push({ sets, word }) - 1
    this.#classNumbers.set(key, number)
    return number
  }
}

function mayBeEmpty(node: RegexNode): boolean {
  switch (node.kind) {
    case 'unit':
      return false
    case 'place':
      return true
    case 'all':
      return node.parts.every(mayBeEmpty)
    case 'one-of':
      return node.parts.some(mayBeEmpty)
    case 'repeat':
      return node.least === 0 || mayBeEmpty(node.part)
  }
}

/** Returns runs of which one stands in every text with a match; the longest that can be told. */
function needsOf(node: RegexNode): readonly string[] | undefined {
  switch (node.kind) {
    case 'repeat':
      return node.least > 0 ? needsOf(node.part) : undefined
    case 'one-of': {
      const needs = node.parts.map(needsOf)
      const known = needs.filter((need) => need !== undefined)
      return known.length === needs.length ? known.flat() : undefined
    }
    case 'all':
      return best(pieces(node.parts))
    default:
      return undefined
  }
}

/** Runs of letters in a row, and what the other pieces need. */
function pieces(parts: readonly RegexNode[]): (readonly string[])[] {
  const found: (readonly string[])[] = []
  let run = ''
  const close = (): void => {
    if (run.length >= SHORTEST_LITERAL) found.push([run])
    run = ''
  }
  for (const part of parts) {
    if (part.kind === 'unit' && part.letter !== undefined && /^[a-z0-9]$/i.test(part.letter)) {
      run += part.letter.toLowerCase()
      continue
    }
    close()
    const needs = needsOf(part)
    if (needs !== undefined) found.push(needs)
  }
  close()
  return found
}

function best(needs: readonly (readonly string[])[]): readonly string[] | undefined {
  const shortest = (need: readonly string[]): number =>
    Math.min(...need.map(({ length }) => length))
  return needs.toSorted((a, b) => shortest(b) - shortest(a) || a.length - b.length)[0]
}
