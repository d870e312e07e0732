import * as v from 'valibot'

/** What stands in a decision for an article, a place in it and words. */
interface Leaves<
  A extends v.GenericSchema,
  S extends v.GenericSchema,
  W extends v.GenericSchema<string>,
  N extends v.GenericSchema<string>
> {
  /** An article: an id in a call, a content hash in a file. */
  readonly article: A
  /** A passage: a span in a call, a quotation in a file. */
  readonly passage: S
  /** Sentences, lines and notes. */
  readonly words: W
  /** Names, tags and values. */
  readonly name: N
}

const letter = v.picklist(['V', 'N', 'D', 'S', 'U', 'R', 'H', 'P'])
const sourceType = v.picklist([
  'state',
  'ministry',
  'military',
  'armed-group',
  'official',
  'court',
  'police',
  'emergency',
  'health',
  'un',
  'ngo',
  'monitor',
  'company',
  'party-politician',
  'media',
  'state-media',
  'wire',
  'person',
  'unnamed',
  'unknown'
])

/** Returns the schema of `Decision`: the one of the window's calls and the one of files differ in their leaves only. */
export function decisionSchema<
  A extends v.GenericSchema,
  S extends v.GenericSchema,
  W extends v.GenericSchema<string>,
  N extends v.GenericSchema<string>
>({ article, passage, words, name }: Leaves<A, S, W, N>) {
  const end = v.strictObject({ article, sentence: passage })
  return v.variant('kind', [
    v.strictObject({
      kind: v.literal('furniture'),
      line: words,
      furniture: v.boolean(),
      article: v.optional(article)
    }),
    v.strictObject({
      kind: v.literal('mark'),
      sentence: words,
      verdict: v.picklist(['agree', 'not-a-claim', 'wrong-label']),
      letter: v.optional(letter)
    }),
    v.strictObject({
      kind: v.literal('scope'),
      article,
      status: passage,
      sentence: passage,
      covered: v.boolean()
    }),
    v.strictObject({ kind: v.literal('cluster'), a: article, b: article, together: v.boolean() }),
    v.strictObject({
      kind: v.literal('origin'),
      a: article,
      b: article,
      copy: v.picklist(['a', 'b', 'neither'])
    }),
    v.strictObject({ kind: v.literal('pin'), article, pinned: v.boolean() }),
    v.strictObject({ kind: v.literal('thread'), a: end, b: end, together: v.boolean() }),
    v.strictObject({
      kind: v.literal('actor'),
      name,
      type: sourceType,
      side: v.optional(name),
      sameAs: v.optional(name)
    }),
    v.strictObject({
      kind: v.literal('metadata'),
      article,
      field: v.picklist(['title', 'publisher', 'published', 'authors']),
      value: name
    }),
    v.strictObject({
      kind: v.literal('note'),
      article,
      span: passage,
      text: words,
      colour: v.picklist(['yellow', 'green', 'blue', 'pink'])
    }),
    v.strictObject({
      kind: v.literal('verdict'),
      article,
      sentence: passage,
      credibility: v.picklist([1, 2, 3, 4, 5, 6]),
      comment: words
    }),
    v.strictObject({
      kind: v.literal('grade'),
      source: name,
      reliability: v.picklist(['A', 'B', 'C', 'D', 'E', 'F'])
    }),
    v.strictObject({ kind: v.literal('tag'), article, tag: name, tagged: v.boolean() }),
    v.strictObject({ kind: v.literal('star'), article, starred: v.boolean() }),
    v.strictObject({ kind: v.literal('read'), article, read: v.boolean() })
  ])
}
