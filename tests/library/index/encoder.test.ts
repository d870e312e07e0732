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
