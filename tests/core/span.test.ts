import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countIn, flattened, spanIn, spansIn } from '../../src/core/text/span'

test('spans that were made numbers come back as they were, all or one', () => {
  const span = fc
    .tuple(fc.nat(), fc.nat())
    .map(([start, length]) => ({ start, end: start + length }))
  fc.assert(
    fc.property(fc.array(span), (spans) => {
      const flat = flattened(spans)

      expect(spansIn(flat)).toEqual(spans)
      expect(countIn(flat)).toBe(spans.length)
      expect(spans.map((_, at) => spanIn(flat, at))).toEqual(spans)
      expect(spanIn(flat, spans.length)).toBeUndefined()
    })
  )
})
