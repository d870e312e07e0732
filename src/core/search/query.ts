/** The fields that a query may name. */
export type Field =
  | 'title'
  | 'site'
  | 'author'
  | 'folder'
  | 'file'
  | 'type'
  | 'tag'
  | 'note'
  | 'date'
  | 'after'
  | 'before'
  | 'has'
  | 'is'
  | 'label'
  | 'source'
  | 'says'
  | 'origins'
  | 'cluster'
  | 'verdict'
  | 'number'
  | 'quote'

/** A parsed query. `word` and `phrase` hold the words as typed; folding is the matcher's work. */
export type Query =
  | { readonly kind: 'all' }
  | { readonly kind: 'word'; readonly text: string; readonly prefix: boolean }
  | { readonly kind: 'phrase'; readonly words: readonly string[]; readonly slop: number }
  | {
      readonly kind: 'near'
      readonly left: Query
      readonly right: Query
      readonly distance: number
    }
  | { readonly kind: 'field'; readonly field: Field; readonly value: string }
  | { readonly kind: 'and'; readonly parts: readonly Query[] }
  | { readonly kind: 'or'; readonly parts: readonly Query[] }
  | { readonly kind: 'not'; readonly part: Query }

/** Something the parser read otherwise than it was typed. */
export interface QueryNotice {
  readonly code:
    | 'unclosed-quote'
    | 'unclosed-parenthesis'
    | 'stray-operator'
    | 'unknown-field'
    | 'bad-date'
    | 'only-exclusions'
    | 'fuzzy-used'
    | 'too-long'
  readonly text: string
}
