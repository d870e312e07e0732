/** One piece of a regular expression. */
export type RegexNode =
  | {
      /** One UTF-16 unit out of a set. */
      readonly kind: 'unit'
      readonly has: (unit: number) => boolean
      /** Units that are not in the set are meant. */
      readonly negated: boolean
      /** The unit itself where only one letter is meant. */
      readonly letter?: string
    }
  | { readonly kind: 'all'; readonly parts: readonly RegexNode[] }
  | { readonly kind: 'one-of'; readonly parts: readonly RegexNode[] }
  | {
      readonly kind: 'repeat'
      readonly part: RegexNode
      readonly least: number
      /** Infinity for no limit. */
      readonly most: number
    }
  | { readonly kind: 'place'; readonly at: RegexPlace }

/** Beginning or end of a paragraph, edge of a word, or no edge of a word. */
export type RegexPlace = 'start' | 'end' | 'edge' | 'no-edge'

/** Deepest nesting of parentheses. Bounds recursion. */
const MAX_DEPTH = 40
/** Highest number in `{m,n}`. Bounds the size of what is made of it. */
const MAX_REPEAT = 200

const WORD_UNIT = /[\p{L}\p{N}_]/u
const SPACE_UNIT = /\s/u
const charOf = (unit: number): string => String.fromCharCode(unit)

/** Says whether a UTF-16 unit counts as part of a word (`\w`): letters and digits of any script, and the low line. */
export const isWordUnit = (unit: number): boolean => WORD_UNIT.test(charOf(unit))
const isSpaceUnit = (unit: number): boolean => SPACE_UNIT.test(charOf(unit))
const isDigitUnit = (unit: number): boolean => unit >= 48 && unit <= 57

const CLASSES: Readonly<Record<string, (unit: number) => boolean>> = {
  d: isDigitUnit,
  w: isWordUnit,
  s: isSpaceUnit,
  D: (unit) => !isDigitUnit(unit),
  W: (unit) => !isWordUnit(unit),
  S: (unit) => !isSpaceUnit(unit)
}

class NotUnderstood extends Error {}

/**
 * Returns what a regular expression says; null for what is not understood (look-around, back references, `\p{…}`, wrong syntax).
 *
 * Understood: letters, `.`, `[…]`, `\d \w \s` and their opposites, `\b \B`, `^ $` for the ends of a paragraph, `( )`, `(?: )`, `|`,
 * `* + ? {m} {m,} {m,n}`, each also with a `?` behind it, which changes nothing: matches are as long as can be.
 */
export function parseRegex(source: string): RegexNode | null {
  try {
    return new Reader(source).whole()
  } catch (error) {
    if (error instanceof NotUnderstood) return null
    throw error
  }
}

class Reader {
  readonly #source: string
  #at = 0

  constructor(source: string) {
    this.#source = source
  }

  whole(): RegexNode {
    const node = this.#oneOf(0)
    if (this.#at < this.#source.length) throw new NotUnderstood()
    return node
  }

  #oneOf(depth: number): RegexNode {
    if (depth > MAX_DEPTH) throw new NotUnderstood()
    const parts = [this.#all(depth)]
    while (this.#take('|')) parts.push(this.#all(depth))
    const [only] = parts
    return parts.length === 1 && only !== undefined ? only : { kind: 'one-of', parts }
  }

  #all(depth: number): RegexNode {
    const parts: RegexNode[] = []
    while (this.#at < this.#source.length && !'|)'.includes(this.#peek())) {
      parts.push(this.#repeated(this.#piece(depth)))
    }
    return { kind: 'all', parts }
  }

  #repeated(part: RegexNode): RegexNode {
    const counted = /^(?:[*+?]|\{(\d{1,4})(,(\d{1,4})?)?\})\??/.exec(
      this.#source.slice(this.#at, this.#at + 14)
    )
    if (counted === null) return part
    if (part.kind === 'place') throw new NotUnderstood()
    this.#at += counted[0].length
    // "a**" and "a+*" are slips more often than wishes.
    if ('*+?'.includes(this.#peek() || ' ')) throw new NotUnderstood()
    const sign = counted[0].charAt(0)
    const [, low, range, high] = counted as readonly (string | undefined)[]
    const least = sign === '+' ? 1 : Number(low ?? 0)
    const most =
      sign === '?'
        ? 1
        : sign !== '{'
          ? Infinity
          : range === undefined
            ? least
            : Number(high ?? Infinity)
    if (least > MAX_REPEAT || (most > MAX_REPEAT && most !== Infinity) || least > most)
      throw new NotUnderstood()
    return { kind: 'repeat', part, least, most }
  }

  #piece(depth: number): RegexNode {
    const char = this.#next()
    switch (char) {
      case '(': {
        if (this.#take('?') && !this.#take(':')) throw new NotUnderstood()
        const inner = this.#oneOf(depth + 1)
        if (!this.#take(')')) throw new NotUnderstood()
        return inner
      }
      case '[':
        return this.#set()
      case '.':
        return { kind: 'unit', has: () => true, negated: false }
      case '^':
        return { kind: 'place', at: 'start' }
      case '$':
        return { kind: 'place', at: 'end' }
      case '*':
      case '+':
      case '?':
        throw new NotUnderstood()
      case '\\':
        return this.#escaped()
      default:
        return letter(char)
    }
  }

  #escaped(): RegexNode {
    const char = this.#next()
    if (char === 'b') return { kind: 'place', at: 'edge' }
    if (char === 'B') return { kind: 'place', at: 'no-edge' }
    const has = CLASSES[char]
    if (has !== undefined) return { kind: 'unit', has, negated: false }
    return letter(this.#literal(char))
  }

  /** What an escaped character stands for; letters and digits that mean nothing here are not understood. */
  #literal(char: string): string {
    if (char === 't') return '\t'
    if (char === '' || /[\p{L}\p{N}]/u.test(char)) throw new NotUnderstood()
    return char
  }

  #set(): RegexNode {
    const negated = this.#take('^')
    const tests: ((unit: number) => boolean)[] = []
    for (let first = true; first || this.#peek() !== ']'; first = false) {
      const from = this.#setPiece()
      if (typeof from !== 'string') {
        tests.push(from)
        continue
      }
      const isRange = this.#peek() === '-' && this.#source.charAt(this.#at + 1) !== ']'
      if (isRange) this.#at++
      const to = isRange ? this.#setPiece() : from
      if (typeof to !== 'string') throw new NotUnderstood()
      const [low, high] = [from.charCodeAt(0), to.charCodeAt(0)]
      if (low > high) throw new NotUnderstood()
      tests.push((unit) => unit >= low && unit <= high)
    }
    this.#at++
    return { kind: 'unit', has: (unit) => tests.some((test) => test(unit)), negated }
  }

  #setPiece(): string | ((unit: number) => boolean) {
    const char = this.#next()
    if (char === '') throw new NotUnderstood()
    if (char !== '\\') return char
    const escaped = this.#next()
    return CLASSES[escaped] ?? this.#literal(escaped)
  }

  #peek(): string {
    return this.#source.charAt(this.#at)
  }

  #next(): string {
    return this.#source.charAt(this.#at++)
  }

  #take(char: string): boolean {
    if (this.#peek() !== char) return false
    this.#at++
    return true
  }
}

function letter(char: string): RegexNode {
  const unit = char.charCodeAt(0)
  return { kind: 'unit', has: (other) => other === unit, negated: false, letter: char }
}
