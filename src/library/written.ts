import type { Decision } from '../shared/contract'

/** A decision as it is written down: articles by content hash, spans by quotation. */
export interface Written {
  /** ISO 8601. */
  readonly decided: string
  readonly body: unknown
}

type Check = (value: unknown) => boolean

const text: Check = (value) => typeof value === 'string'
const flag: Check = (value) => typeof value === 'boolean'
const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value)
const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value)

function hasAll(value: unknown, checks: Readonly<Record<string, Check>>): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  // Keys that nobody asks for would be carried along for ever.
  if (Object.keys(value).some((key) => !Object.hasOwn(checks, key))) return false
  return Object.entries(checks).every(([key, check]) => check(Reflect.get(value, key)))
}

const article: Check = (value) => hasAll(value, { content: text })
const quote: Check = (value) => hasAll(value, { exact: text, before: text, after: text })
const place: Check = (value) => hasAll(value, { article, sentence: quote })
const letter = oneOf('V', 'N', 'D', 'S', 'U', 'R', 'H', 'P')

const SHAPES: Readonly<Record<Decision['kind'], Readonly<Record<string, Check>>>> = {
  furniture: { line: text, furniture: flag },
  mark: {
    sentence: text,
    verdict: oneOf('agree', 'not-a-claim', 'wrong-label'),
    letter: maybe(letter)
  },
  scope: { article, status: quote, sentence: quote, covered: flag },
  cluster: { a: article, b: article, together: flag },
  pin: { article, pinned: flag },
  thread: { a: place, b: place, together: flag },
  actor: { name: text, type: text, side: maybe(text), sameAs: maybe(text) },
  metadata: {
    article,
    field: oneOf('title', 'publisher', 'published', 'authors'),
    value: text
  },
  note: { article, span: quote, text, colour: oneOf('yellow', 'green', 'blue', 'pink') },
  verdict: { article, sentence: quote, credibility: oneOf(1, 2, 3, 4, 5, 6), comment: text },
  grade: { source: text, reliability: oneOf('A', 'B', 'C', 'D', 'E', 'F') },
  tag: { article, tag: text, tagged: flag },
  star: { article, starred: flag },
  read: { article, read: flag }
}

/** Says whether a value out of an exported document is a decision: every field there, of its type, and no other. */
export function isWritten(value: unknown): value is Written {
  if (typeof value !== 'object' || value === null || !('decided' in value) || !('body' in value))
    return false
  const { decided, body } = value
  if (typeof decided !== 'string' || Number.isNaN(Date.parse(decided))) return false
  if (typeof body !== 'object' || body === null || !('kind' in body)) return false
  const { kind } = body
  if (typeof kind !== 'string' || !Object.hasOwn(SHAPES, kind)) return false
  return hasAll(body, { ...SHAPES[kind as Decision['kind']], kind: text })
}
