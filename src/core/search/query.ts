/** The fields that a query may name, in the order in which they are offered. */
export const FIELDS = [
  'title',
  'site',
  'author',
  'date',
  'after',
  'before',
  'folder',
  'file',
  'type',
  'label',
  'source',
  'says',
  'origins',
  'number',
  'quote',
  'cluster',
  'verdict',
  'tag',
  'note',
  'has',
  'is',
  'match'
] as const

/** A field that a query may name. */
export type Field = (typeof FIELDS)[number]

/** A parsed query. `word` and `phrase` hold the words as typed; folding is the matcher's work. */
export type Query =
  | { readonly kind: 'all' }
  | { readonly kind: 'word'; readonly text: string; readonly prefix: boolean }
  | { readonly kind: 'phrase'; readonly words: readonly string[]; readonly slop: number }
  /** A regular expression without its slashes; one that is understood. */
  | { readonly kind: 'regex'; readonly source: string }
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
    /** No article (or next to none) holds every word: those with most of them are shown, best first. */
    | 'some-words'
    /** A regular expression that is not understood: its words are searched. */
    | 'bad-regex'
    /** Only some articles were looked through for a regular expression; the others are left out. */
    | 'regex-limited'
    /** Only the best of the articles found were compared letter by letter (`match:exact`); the others are left out. */
    | 'exact-limited'
    /** The library can't answer this field (yet); it matches nothing. */
    | 'field-not-available'
    /** The index was found damaged and is being built anew. */
    | 'rebuilding'
  readonly text: string
}
