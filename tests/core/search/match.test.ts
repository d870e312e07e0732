import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block } from '../../../src/core/article/article'
import {
  bodyPlaces,
  fits,
  isQuoted,
  nearMatches,
  phraseMatches,
  positionsOf,
  type Places,
  placesOf,
  spansOf,
  wordMatches
} from '../../../src/core/search/match'
import { titleMarks } from '../../../src/core/search/marks'
import { eachNumber, numberWords, plainNumber } from '../../../src/core/search/numbers'
import { parse } from '../../../src/core/search/parse'
import { hasLetters, planOf } from '../../../src/core/search/plan'
import { idf, impact, lengthNorm } from '../../../src/core/search/rank'
import { stem, stemPrefix } from '../../../src/core/search/stem'
import { termOf, termsOf } from '../../../src/core/search/tokens'
import { excerpts } from '../../../src/core/text/excerpt'

const termsIn = (places: Places): string[] => Array.from(places.starts, (_, at) => places.term(at))

const block = (text: string, start = 0): Block => ({
  role: 'paragraph',
  span: { start, end: start + text.length }
})

describe('stem', () => {
  test.each([
    ['verify verified verifies verifying'],
    ['harbour harbours'],
    ['stop stops stopped stopping'],
    ['agree agreed agrees'],
    ['glass glasses'],
    ['tune tuned tuning']
  ])('%s share one', (line) => {
    const words = line.split(' ')

    expect(new Set(words.map(stem)).size).toBe(1)
    for (const word of words) expect(word.startsWith(stemPrefix(stem(word)))).toBe(true)
  })
  test.each([['news new'], ['red bred'], ['general generate'], ['united unit bus'], ['bring bre']])(
    '%s do not',
    (line) => {
      const words = line.split(' ')

      expect(new Set(words.map(stem)).size).toBeGreaterThan(1)
    }
  )
  test('leaves short words and other scripts alone', () => {
    expect(['gas', 'порты', 'mp3s'].map(stem)).toEqual(['gas', 'порты', 'mp3s'])
  })
})

describe('terms', () => {
  test('part at apostrophes and hyphens, and drop points and invisible letters', () => {
    expect(termsOf('Venn’s F-16 and U.S. Éco\u00ADle')).toEqual([
      ...['venn', 's', 'f', '16', 'and', 'u', 's', 'ecole']
    ])
    expect(termOf('שָׁלוֹם')).toBe('שלום')
    expect(termsOf('𝒜lpha 😀')).toEqual(['alpha'])
  })
})

describe('places', () => {
  test('have a gap between blocks and leave furniture out', () => {
    const text = 'One two\n\nShare\n\nthree'
    const blocks = [
      block('One two'),
      { ...block('Share', 9), furniture: 'share-button' },
      block('three', 16)
    ]

    const places = bodyPlaces({ text, blocks })
    expect(termsIn(places)).toEqual(['one', 'two', '', 'three'])
  })
  test('are never passed over for their first letters, whatever they are', () => {
    const letter = fc.constantFrom(...'aEé9ßİıﬁǅΣ日ـא֑', '\u0301', '\u00AD', '\u1AB0', '𝒜', ' ', '-')
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(letter).map((l) => l.join(''))
    )
    fc.assert(
      fc.property(text, (whole) => {
        const places = placesOf(whole)
        const terms = termsIn(places)

        expect(terms).toEqual(termsOf(whole))
        terms.forEach((term, at) => {
          expect([term, places.next(term.slice(0, 1), at)]).toEqual([term, at])
          expect([term, places.next(term, at)]).toEqual([term, at])
        })
      })
    )
  })
  test('of a word are those whose terms fit, whatever the letters', () => {
    const word = fc.constantFrom(
      ...[
        'try',
        'tried',
        'Tries',
        'sky',
        'skied',
        'ports',
        'porting',
        'Po\u0301rt',
        'p\u00F3rt',
        'no',
        'née'
      ],
      ...[
        'ports\u00AD',
        'ski',
        'skis',
        'hoped',
        'hope',
        'hop',
        'hopping',
        'порт',
        'Порты',
        'Σας',
        'agreed',
        '日本'
      ]
    )
    const pattern = fc.record({ term: word.map(termOf), prefix: fc.boolean(), stems: fc.boolean() })
    fc.assert(
      fc.property(fc.array(word), pattern, (words, asked) => {
        const places = placesOf(words.join(' '))
        const fitting = termsIn(places).flatMap((term, at) => (fits(asked, term) ? [at] : []))

        expect(positionsOf(places, asked)).toEqual(fitting)
      })
    )
  })
  test('of loose phrases may stand in any order', () => {
    expect(phraseMatches([[1], [4]], 2)).toEqual([{ first: 1, last: 4, held: [1, 4] }])
    expect(phraseMatches([[4], [1]], 2)).toEqual([{ first: 1, last: 4, held: [1, 4] }])
    expect(phraseMatches([[1], [5]], 2)).toEqual([])
    expect(phraseMatches([[1], []], 2)).toEqual([])
  })
  test('are near with at most so many words between', () => {
    const at = (place: number) => ({ first: place, last: place, held: [place] })

    expect(nearMatches([at(1)], [at(4)], 2)).toHaveLength(1)
    expect(nearMatches([at(5)], [at(2)], 2)).toHaveLength(1)
    expect(nearMatches([at(1)], [at(5)], 2)).toEqual([])
    expect(nearMatches([at(3)], [at(3)], 2)).toEqual([])
  })
  test('side by side make one span', () => {
    const places = placesOf('a port of Venn burned')

    expect(spansOf({ first: 1, last: 4, held: [1, 2, 4] }, places)).toEqual([
      { start: 2, end: 9 },
      { start: 15, end: 21 }
    ])
    const pattern = { term: 'por', prefix: true, stems: false }
    expect(wordMatches(places, pattern)).toEqual([{ first: 1, last: 1, held: [1] }])
    expect(fits(pattern, 'sport')).toBe(false)
  })
})

test('words are quoted between curly or straight marks, and in quote blocks', () => {
  const text = 'He said “with thanks” and "no" twice'
  const spanOf = (word: string) => {
    const start = text.indexOf(word)
    return { start, end: start + word.length }
  }
  const quoted = (word: string) => isQuoted(text, [block(text)], spanOf(word))

  expect(['thanks', 'no', 'twice', 'said'].map(quoted)).toEqual([true, true, false, false])
  expect(isQuoted(text, [{ ...block(text), role: 'quote' }], spanOf('said'))).toBe(true)
  expect(isQuoted(text, [], spanOf('said'))).toBe(false)
})

test('numbers are read with and without separators, and in words', () => {
  const found: string[] = []
  eachNumber('1,250,000 in 007 of 5.3 and 1.250.000, 12', (value) => found.push(value))

  expect(found).toEqual(['1250000', '7', '5.3', '1250000', '12'])
  expect(plainNumber('1,2,3')).toBe('123')
  expect(['5', '20', '24', '124'].map(numberWords)).toEqual([
    ['five'],
    ['twenty'],
    ['twenty', 'four'],
    []
  ])
})

test('rarer words, oftener words and shorter articles weigh more', () => {
  expect(idf(1, 100)).toBeGreaterThan(idf(50, 100))
  expect(idf(100, 100)).toBeGreaterThan(0)
  expect(impact(3, 1)).toBeGreaterThan(impact(1, 1))
  expect(impact(1, lengthNorm(50, 100))).toBeGreaterThan(impact(1, lengthNorm(500, 100)))
})

describe('excerpts', () => {
  const long =
    `${'word '.repeat(100)}alpha ${'word '.repeat(100)}alpha beta ${'word '.repeat(60)}`.trim()
  const mark = (from: number, word: string, leaf: number) => {
    const start = long.indexOf(word, from)
    return { span: { start, end: start + word.length }, leaf }
  }

  test('show where most of the words asked for stand', () => {
    const second = long.lastIndexOf('alpha')
    const marks = [mark(0, 'alpha', 0), mark(second, 'alpha', 0), mark(second, 'beta', 1)]
    const [best, next] = excerpts(long, [block(long)], marks, 2)
    const shown = long.slice(best?.span.start, best?.span.end)

    expect(shown).toContain('alpha beta')
    expect(best?.marks.map(({ start, end }) => shown.slice(start, end))).toEqual(['alpha', 'beta'])
    expect(next?.marks).toHaveLength(1)
  })
  test('show the opening when nothing is marked', () => {
    expect(excerpts('Hello there.', [block('Hello there.')], [], 2)).toEqual([
      { span: { start: 0, end: 12 }, marks: [] }
    ])
    expect(excerpts('', [], [], 2)).toEqual([])
  })
})

describe('with match:exact', () => {
  const plan = (text: string) => planOf(parse(text).query)
  const places = placesOf('Us, US and cafe\u0301s')

  test('letters count in words, phrases, nearness, titles and quotations', () => {
    for (const text of ['US', '"US and"', 'US NEAR/2 and', 'title:US', 'quote:US', 'US OR and'])
      expect([hasLetters(plan(`${text} match:exact`)), hasLetters(plan(text))]).toEqual([
        true,
        false
      ])
    expect(hasLetters(plan('match:exact -US'))).toBe(false)
  })
  test('a word stands only where it is written so', () => {
    const at = (text: string) =>
      titleMarks(plan(text), places).map(({ start }) => places.starts.indexOf(start))

    expect(at('us')).toEqual([0, 1])
    expect(at('US match:exact')).toEqual([1])
    expect(at('match:EXACT caf\u00E9s')).toEqual([3])
    expect(at('match:exact caf\u00E9*')).toEqual([3])
    expect(at('match:exact cafes')).toEqual([])
  })
  test('any other value is a field like all others', () => {
    expect(plan('match:loose')).toEqual({ kind: 'field', field: 'match', value: 'loose' })
  })
})
