import { makeArticle, random, wordOf } from './corpus'

/** What a query asks for. `keystroke` may end in an unfinished word. */
export const KINDS = [
  'common word',
  'word',
  'three words',
  'stop words',
  'keystroke',
  'phrase',
  'near',
  'filter',
  'typo',
  'miss'
] as const
export type Kind = (typeof KINDS)[number]

export interface Query {
  readonly kind: Kind
  readonly text: string
}

const QUERIES = 300

/** The same queries for every engine: drawn from the articles, so that most of them find something. */
export function queriesOf(size: number): ReadonlyMap<Kind, readonly string[]> {
  const draw = random(11)
  const many = (text: () => string): string[] => Array.from({ length: QUERIES }, text)
  const wordsOf = (): string[] =>
    makeArticle(1 + Math.floor(draw() * size)).text.match(/[a-z]{2,}/g) ?? []
  const from = (words: readonly string[]): string => words[Math.floor(draw() * words.length)] ?? ''
  const middling = (): string => wordOf(500 + Math.floor(draw() * 10_000))
  const strokes: string[] = []
  while (strokes.length < 2 * QUERIES) {
    const words = wordsOf()
    const text = `${from(words)} ${from(words)}`
    for (let end = 1; end <= text.length; end++)
      if (text.charAt(end - 1) !== ' ') strokes.push(text.slice(0, end))
  }
  return new Map<Kind, string[]>([
    ['common word', many(() => wordOf(Math.floor(draw() * 200)))],
    ['word', many(middling)],
    [
      'three words',
      many(() => {
        const words = wordsOf()
        return [from(words), from(words), from(words)].join(' ')
      })
    ],
    ['stop words', many(() => [0, 1, 2].map(() => wordOf(Math.floor(draw() * 20))).join(' '))],
    ['keystroke', strokes],
    [
      'phrase',
      many(() => {
        const words = wordsOf()
        const at = Math.floor(draw() * (words.length - 3))
        return words.slice(at, at + 2 + Math.floor(draw() * 2)).join(' ')
      })
    ],
    ['near', many(() => `${wordOf(100 + Math.floor(draw() * 2000))} ${from(wordsOf())}`)],
    ['filter', many(middling)],
    [
      'typo',
      many(() => {
        const word = middling()
        const at = 1 + Math.floor(draw() * (word.length - 1))
        return `${word.slice(0, at)}q${word.slice(at + 1)}`
      })
    ],
    ['miss', many(() => `zzq${Math.floor(draw() * 1e6)}`)]
  ])
}
