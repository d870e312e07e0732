import fc from 'fast-check'
import { expect, test } from 'vitest'
import { termsOf } from '../../../src/core/search/tokens'
import { ArticleEncoder, contentOf, FIRST_WORD } from '../../../src/library/index/encoder'
import { hashOf } from '../../../src/library/index/stream'
import { makeArticle } from './support'

const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'The',
        'the',
        ' ',
        ' ',
        'é',
        'É',
        'e\u0301',
        '“',
        '’s',
        '東京都',
        'ไฟไหม้',
        '𝒜𝒷',
        '😀'
      ),
      fc.constantFrom('ﬁ', 'ß', 'İ', '\u00AD', '1,250', '3.5', 'x'.repeat(70)),
      fc.string({ maxLength: 4, unit: 'binary' })
    ),
    { maxLength: 30 }
  )
  .map((parts) => parts.join(''))

test('an article has the words that its texts have, each as often and in their order', () => {
  const encoder = new ArticleEncoder()
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 3 }), (title, paragraphs) => {
      const article = makeArticle(1, paragraphs, { title })
      const terms = encoder.encode(contentOf(article))
      const blocks = article.blocks.map(({ span }) => article.text.slice(span.start, span.end))
      const parts = [title.toWellFormed(), ...blocks].map((part) =>
        termsOf(part).filter((term) => term.length <= 64)
      )

      expect(new Set(terms.filter((term) => term >= FIRST_WORD))).toEqual(new Set(parts.flat()))
      expect(new Set(terms).size).toBe(terms.length)
      expect([...encoder.stream()]).toEqual(
        parts.flatMap((words, i) => [...(i > 0 ? [0] : []), ...words.map(hashOf)])
      )
      expect(encoder.length).toBe(parts.flat().length)
      terms.forEach((term, i) => {
        if (term < FIRST_WORD) return
        const count = parts.flat().filter((other) => other === term).length
        expect(encoder.slot(terms, term, i)).toBe(Math.min(count, 16) - 1)
      })
    }),
    { numRuns: 500 }
  )
})

test('an article has the same words after all terms were forgotten', () => {
  const encoder = new ArticleEncoder()
  const content = contentOf(
    makeArticle(1, ['Of the mills and of The mill: 12 of them.'], { title: 'Mills of Callis' })
  )
  const terms = [...encoder.encode(content)]
  const slots = terms.map((term, i) => encoder.slot(terms, term, i))
  const stream = encoder.stream()
  encoder.forget()

  expect(encoder.terms.size).toBe(0)
  expect(encoder.encode(content)).toEqual(terms)
  expect(terms.map((term, i) => encoder.slot(terms, term, i))).toEqual(slots)
  expect(encoder.stream()).toEqual(stream)
  terms.forEach((term, i) => {
    encoder.slot(terms, term, i)
    expect(encoder.terms.names[encoder.numberOf(term)]).toBe(term)
  })
})

test('more words than the table had room for at first are told apart', () => {
  const encoder = new ArticleEncoder()
  const words = Array.from({ length: 150_000 }, (_, i) => `w${i.toString(36)}`)
  const content = contentOf(makeArticle(1, [[...words, ...words].join(' ')], { title: 'x' }))
  const terms = encoder.encode(content).filter((term) => term.startsWith('w'))

  expect(terms).toEqual(words)
  expect(encoder.length).toBe(2 * words.length + 1)
})
