import { lex, type Token } from './lexer'
import type { Query, QueryNotice } from './query'
import { compileRegex } from './regex'
import { termsOf } from './tokens'

/** Longest query read, in UTF-16 units; the rest is cut off and said so. A long paragraph fits ("search the selection"). */
export const MAX_QUERY_LENGTH = 4096
/** Deepest nesting of parentheses; deeper ones are ignored. Bounds recursion. */
const MAX_DEPTH = 40

/** What was understood of a typed query. */
export interface Parsed {
  readonly query: Query
  readonly notices: readonly QueryNotice[]
  /**
   * The word that the reader is still typing: the text ends in it. It stands in `query` with `prefix` set, and is the very same
   * object, so that it can be told from a word typed with a star.
   */
  readonly open?: Query
}

/**
 * Parses a typed query; never throws. Whatever can't be understood falls back to plain words, with a notice.
 *
 * Words that stand side by side must all be there; `OR` binds closer than standing side by side, `NEAR` closer than `OR`:
 * `drone OR missile kyiv` asks for Kyiv and one of the two.
 *
 * @param live - the last word may be unfinished: it is read as a beginning, unless a space, a quotation mark or a parenthesis
 *   follows it
 */
export function parse(text: string, live = false): Parsed {
  const notices: QueryNotice[] = []
  const cut = text.slice(0, MAX_QUERY_LENGTH).toWellFormed()
  if (text.length > MAX_QUERY_LENGTH) notices.push({ code: 'too-long', text: text.slice(-20) })
  const tokens = lex(cut)
  const last = tokens.at(-1)
  const openWord = live && last?.kind === 'word' && last.span.end === cut.length ? last : undefined
  const parser = new Parser(tokens, notices, openWord)
  const query = parser.all()
  if (query.kind === 'not') notices.push({ code: 'only-exclusions', text: cut.trim() })
  return { query, notices, ...(parser.open !== undefined && { open: parser.open }) }
}

class Parser {
  open: Query | undefined
  readonly #tokens: readonly Token[]
  readonly #notices: QueryNotice[]
  readonly #openWord: Token | undefined
  #at = 0

  constructor(tokens: readonly Token[], notices: QueryNotice[], openWord: Token | undefined) {
    this.#tokens = tokens
    this.#notices = notices
    this.#openWord = openWord
  }

  all(): Query {
    const parts: Query[] = []
    while (this.#at < this.#tokens.length) {
      const part = this.#and(0)
      if (part !== null) parts.push(part)
      // `and` stops at a parenthesis that nothing opened.
      if (this.#at < this.#tokens.length) {
        this.#note('unclosed-parenthesis', ')')
        this.#at++
      }
    }
    return joined('and', parts) ?? { kind: 'all' }
  }

  #and(depth: number): Query | null {
    const parts: Query[] = []
    for (let token = this.#peek(); token !== undefined; token = this.#peek()) {
      if (token.kind === 'close') break
      const part = this.#or(depth)
      if (part !== null) parts.push(part)
    }
    return joined('and', parts)
  }

  #or(depth: number): Query | null {
    const parts: Query[] = []
    let part = this.#near(depth)
    for (;;) {
      if (part !== null) parts.push(part)
      if (this.#peek()?.kind !== 'or') break
      this.#at++
      const next = this.#near(depth)
      if (part === null || next === null) this.#note('stray-operator', 'OR')
      part = next
    }
    return joined('or', parts)
  }

  #near(depth: number): Query | null {
    let left = this.#unary(depth)
    for (let token = this.#peek(); token?.kind === 'near'; token = this.#peek()) {
      this.#at++
      const right = this.#unary(depth)
      if (left !== null && right !== null && isPlace(left) && isPlace(right)) {
        left = { kind: 'near', left, right, distance: token.distance }
      } else {
        this.#note('stray-operator', `NEAR/${token.distance}`)
        left = joined(
          'and',
          [left, right].filter((part) => part !== null)
        )
      }
    }
    return left
  }

  #unary(depth: number): Query | null {
    const token = this.#peek()
    // An operator or a closing parenthesis is left to the callers above.
    if (token === undefined || token.kind === 'or' || token.kind === 'near') return null
    if (token.kind === 'close') return null
    this.#at++
    switch (token.kind) {
      case 'noise':
        return null
      case 'minus': {
        const part = this.#unary(depth)
        if (part === null) this.#note('stray-operator', '-')
        return part === null ? null : part.kind === 'not' ? part.part : { kind: 'not', part }
      }
      case 'open':
        return this.#group(depth)
      default:
        return this.#leaf(token)
    }
  }

  #group(depth: number): Query | null {
    if (depth >= MAX_DEPTH) return null
    const inner = this.#and(depth + 1)
    if (this.#peek()?.kind === 'close') this.#at++
    else this.#note('unclosed-parenthesis', '(')
    return inner
  }

  #leaf(token: Extract<Token, { kind: 'word' | 'phrase' | 'field' | 'regex' }>): Query | null {
    if (token.kind === 'regex') return this.#regex(token.source)
    if (token.kind === 'word') {
      if (token.odd) this.#note('unknown-field', token.text)
      const isOpen = token === this.#openWord
      const word: Query = { kind: 'word', text: token.text, prefix: token.prefix || isOpen }
      if (isOpen && !token.prefix) this.open = word
      return word
    }
    if (!token.closed) this.#note('unclosed-quote', '"')
    if (token.kind === 'field') {
      if (token.value === '') {
        this.#note('stray-operator', `${token.field}:`)
        return null
      }
      return { kind: 'field', field: token.field, value: token.value }
    }
    const words = token.text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word))
    return words.length === 0 ? null : { kind: 'phrase', words, slop: token.slop }
  }

  #regex(source: string): Query | null {
    if (compileRegex(source, false) !== null) return { kind: 'regex', source }
    this.#note('bad-regex', `/${source}/`)
    return joined(
      'and',
      termsOf(source).map((text): Query => ({ kind: 'word', text, prefix: false }))
    )
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#at]
  }

  #note(code: QueryNotice['code'], text: string): void {
    this.#notices.push({ code, text })
  }
}

/** Says whether a query has places in the text, so that nearness can be asked of it. */
function isPlace(query: Query): boolean {
  if (query.kind === 'or') return query.parts.every(isPlace)
  return query.kind === 'word' || query.kind === 'phrase' || query.kind === 'near'
}

function joined(kind: 'and' | 'or', parts: readonly Query[]): Query | null {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]))
  const [first] = flat
  if (first === undefined) return null
  return flat.length === 1 ? first : { kind, parts: flat }
}
