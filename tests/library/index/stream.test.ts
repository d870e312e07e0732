import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openDatabase } from '../../../src/library/catalog/database'
import { PostingsTables } from '../../../src/library/catalog/postings'
import { rowOf } from '../../../src/library/index/neighbours'
import { Streams, type Stretch } from '../../../src/library/index/stream'
import { MOST_MEANT, WordMemory } from '../../../src/library/index/word-memory'

const words = fc
  .array(fc.oneof(fc.nat(3), fc.nat(0xffff)), { maxLength: 150 })
  .map((numbers) => Uint16Array.from(numbers))
const wordsOf = ({ memory, start, end }: Stretch): Uint16Array => memory.words.slice(start, end)

test('a word is found at its next place and nowhere else', () => {
  fc.assert(
    fc.property(words, fc.nat(100), fc.nat(150), fc.nat(9), (all, from, length, word) => {
      const memory = new WordMemory()
      const start = memory.take(all.length)
      memory.words.set(all, start)
      // What stands behind the end is not looked at.
      const end = Math.min(all.length, from + length)
      const place = all.subarray(0, end).indexOf(word, from)

      expect(memory.next(word, start + from, start + end)).toBe(place < 0 ? -1 : start + place)
    })
  )
})

test('words that mean something are found with their places, however many', () => {
  fc.assert(
    fc.property(words, fc.nat(100), fc.nat(150), (all, from, length) => {
      const memory = new WordMemory()
      const start = memory.take(all.length)
      memory.words.set(all, start)
      const end = Math.min(all.length, from + length)
      memory.meanings[2] = 1
      memory.meanings[3] = 255

      const count = memory.meant(start + from, start + Math.max(from, end))

      const expected = Array.from(all.subarray(from, end)).flatMap((word, place) =>
        word === 2 ? [(place << 8) | 1] : word === 3 ? [(place << 8) | 255] : []
      )
      expect(Array.from(memory.found.subarray(0, count))).toEqual(expected)
    })
  )
  const memory = new WordMemory()
  const start = memory.take(MOST_MEANT)
  memory.meanings[0] = 1
  expect(memory.meant(start, start + MOST_MEANT)).toBe(MOST_MEANT)
  expect(memory.words.subarray(start, start + MOST_MEANT).every((word) => word === 0)).toBe(true)
})

test('memory keeps what was put into it when more is taken', () => {
  const memory = new WordMemory()
  const first = memory.take(3)
  memory.words.set([5, 6, 7], first)

  const second = memory.take(3_000_000)
  memory.words[second + 2_999_999] = 7

  expect(memory.next(7, first, second)).toBe(2)
  expect(memory.next(7, second, second + 3_000_000)).toBe(second + 2_999_999)
})

test('streams are the same whether they are kept in memory or not, and never denied neighbours that they have', () => {
  fc.assert(
    fc.property(
      fc.array(words, { minLength: 1, maxLength: 40 }),
      fc.constantFrom(0, 65_600, 2 ** 20),
      (all, mostKept) => {
        using db = openDatabase(':memory:')
        const tables = new PostingsTables(db)
        new Streams(tables).add(new Map(all.map((stream, i) => [i + 1, stream])))
        const streams = new Streams(tables, mostKept)
        streams.of(1)
        streams.warm(Infinity)

        expect(all.map((_, i) => wordsOf(streams.of(i + 1)))).toEqual(all)
        all.forEach((stream, i) => {
          const rows = Array.from(stream.subarray(1), (word, at) => rowOf(stream[at] ?? 0, word))
          expect(streams.mayHold(i + 1, rows)).toBe(true)
        })
      }
    )
  )
})

test('neighbours that a document lacks are mostly denied', () => {
  using db = openDatabase(':memory:')
  const streams = new Streams(new PostingsTables(db))
  const documents = Array.from({ length: 200 }, (_, doc) =>
    Uint16Array.from({ length: 400 }, (__, at) => 1 + ((doc * 7919 + at * 104_729) % 65_535))
  )
  streams.add(new Map(documents.map((stream, doc) => [doc, stream])))

  const row = [rowOf(2, 1)]
  const passing = documents.filter((_, doc) => streams.mayHold(doc, row))

  expect(passing.length).toBeLessThan(100)
})
