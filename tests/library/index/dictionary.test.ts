import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesOf, Dictionary, sortWords } from '../../../src/library/index/dictionary'

const words = fc.uniqueArray(
  fc.oneof(
    fc.string({ maxLength: 7, minLength: 1, unit: 'grapheme' }).map((word) => word.toWellFormed()),
    fc
      .array(fc.constantFrom('a', 'b', 'é', 'ж', '東', '\uFF21', '𝒜', '\u0005'), {
        minLength: 1,
        maxLength: 6
      })
      .map((letters) => letters.join(''))
  ),
  { maxLength: 60 }
)

test('words are sorted as their bytes are, and found where they stand', () => {
  fc.assert(
    fc.property(words, (unsorted) => {
      const entries = unsorted.filter((word) => word !== '' && !word.includes('\0'))
      const starts = [0]
      for (const word of entries) starts.push((starts.at(-1) ?? 0) + Buffer.byteLength(word))
      const order = sortWords(
        Uint32Array.from(entries.keys()),
        Buffer.from(entries.join('')),
        Uint32Array.from(starts)
      )
      const sorted = Array.from(order, (place) => entries[place] ?? '')

      expect(sorted).toEqual(
        entries.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
      )
      const bytes = sorted.map(bytesOf)
      const offsets = new Uint32Array(sorted.length + 1)
      bytes.forEach((word, i) => (offsets[i + 1] = (offsets[i] ?? 0) + word.length))
      const dictionary = new Dictionary(Buffer.concat(bytes), offsets)
      sorted.forEach((word, at) => {
        expect(dictionary.find(bytesOf(word))).toBe(at)
        const { start, end } = dictionary.range(bytesOf(word.slice(0, 1).toWellFormed()))
        if (word.slice(0, 1).isWellFormed()) expect(start <= at && at < end).toBe(true)
      })
    }),
    { numRuns: 300 }
  )
})
