import type { Span } from '../text/span'
import { lex } from './lexer'

/** How a piece of a typed query is painted. */
export type QueryColour =
  | 'word'
  | 'phrase'
  | 'regex'
  | 'field'
  | 'value'
  | 'operator'
  | 'exclusion'
  | 'bracket'
  | 'unclosed'

export interface ColouredSpan {
  readonly span: Span
  readonly kind: QueryColour
}

/** Returns the pieces of a typed query with what they are, ascending and apart, for painting the search box. O(length). */
export function colourQuery(text: string): ColouredSpan[] {
  return lex(text).flatMap((token): ColouredSpan[] => {
    const { span } = token
    switch (token.kind) {
      case 'word':
        return [{ span, kind: 'word' }]
      case 'phrase':
        return [{ span, kind: token.closed ? 'phrase' : 'unclosed' }]
      case 'regex':
        return [{ span, kind: 'regex' }]
      case 'field': {
        const value: Span = { start: token.valueAt, end: span.end }
        const painted: ColouredSpan[] = [
          { span: { start: span.start, end: token.valueAt }, kind: 'field' }
        ]
        if (value.end > value.start) {
          painted.push({ span: value, kind: token.closed ? 'value' : 'unclosed' })
        }
        return painted
      }
      case 'near':
      case 'or':
        return [{ span, kind: 'operator' }]
      case 'minus':
        return [{ span, kind: 'exclusion' }]
      case 'open':
      case 'close':
        return [{ span, kind: 'bracket' }]
      case 'noise':
        return []
    }
  })
}
