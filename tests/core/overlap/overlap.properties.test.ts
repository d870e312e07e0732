import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../../src/core/text/fold'
import { words } from '../../../src/core/text/segment'
import { fingerprint, WINDOW, winnow } from '../../../src/core/overlap/fingerprint'
import { hashWord } from '../../../src/core/overlap/hash'
import { KeySet } from '../../../src/core/overlap/key-set'
import { sharedPassages } from '../../../src/core/overlap/passages'
import { Postings } from '../../../src/core/overlap/postings'
import { readWords, relateTexts } from '../../../src/core/overlap/relate'
import { SHINGLE_WORDS } from '../../../src/core/overlap/shingle'
import { copyOf, WordReader, wordsOf } from '../../../src/core/overlap/word-list'
import { article } from './texts'

const hashes = fc
  .array(fc.integer({ min: 0, max: 12 }), { maxLength: 60 })
  .map((list) => Uint32Array.from(list))
const paragraphs = fc.array(
  fc
    .array(
      fc.constantFrom(
        'ferry',
        'Tarsk',
        'the',
        'of',
        '“quote”',
        "owner's",
        'naïve',
        'plums',
        '12',
        'Übung'
      ),
      {
        minLength: 1,
        maxLength: 30
      }
    )
    .map((list) => `${list.join(' ')}.`),
  { maxLength: 5 }
)
const never = () => false

describe('winnow', () => {
  test('keeps one of every window of neighbours', () => {
    fc.assert(
      fc.property(hashes, fc.integer({ min: 1, max: 8 }), (list, window) => {
        const chosen = new Set(winnow(list, window))

        for (let start = 0; start + window <= list.length; start++)
          expect(
            Array.from({ length: window }, (_, index) => start + index).some((place) =>
              chosen.has(place)
            )
          ).toBe(true)
      })
    )
  })

  test('gives two texts a common key when they share a run of window + k − 1 words', () => {
    const run = fc.array(fc.integer(), { minLength: WINDOW + SHINGLE_WORDS - 1, maxLength: 30 })
    fc.assert(
      fc.property(hashes, hashes, run, hashes, hashes, (before, front, common, after, tail) => {
        const left = new Set(fingerprint(Uint32Array.from([...before, ...common, ...after])))
        const right = fingerprint(Uint32Array.from([...front, ...common, ...tail]))

        expect(right.some((key) => left.has(key))).toBe(true)
      })
    )
  })
})

describe('wordsOf', () => {
  test('reads the words that the segmenter finds, folded alike', () => {
    fc.assert(
      fc.property(paragraphs, (texts) => {
        const report = article(1, texts)

        const list = wordsOf(report)

        const expected = report.blocks.flatMap(({ span }) => words(report.text, span))
        expect([...list.starts]).toEqual(expected.map(({ start }) => start))
        expect([...list.hashes]).toEqual(
          expected.map(({ start, end }) => hashWord(fold(report.text.slice(start, end))))
        )
      })
    )
  })
})

describe('sharedPassages', () => {
  test('matches equal words only, each once, in order within a passage', () => {
    fc.assert(
      fc.property(hashes, hashes, (a, b) => {
        const passages = sharedPassages(a, b)

        const inA = passages.flatMap((passage) => passage.inA)
        const inB = passages.flatMap((passage) => passage.inB)
        expect(inA.map((i) => a[i])).toEqual(inB.map((j) => b[j]))
        expect(new Set(inA).size).toBe(inA.length)
        expect(new Set(inB).size).toBe(inB.length)
        for (const places of passages.flatMap((passage) => [passage.inA, passage.inB]))
          expect(places.every((place, index) => place < (places[index + 1] ?? Infinity))).toBe(true)
      })
    )
  })

  test('covers a text by itself', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0 }), { minLength: SHINGLE_WORDS, maxLength: 50 }),
        (list) => {
          const [passage] = sharedPassages(Uint32Array.from(list), Uint32Array.from(list))

          expect(passage?.inA).toHaveLength(list.length)
        }
      )
    )
  })
})

describe('relateTexts', () => {
  test('never finds more resemblance than containment, and mirrors when swapped', () => {
    fc.assert(
      fc.property(paragraphs, paragraphs, paragraphs, (common, left, right) => {
        const a = readWords(article(1, [...left, ...common]), never)
        const b = readWords(article(2, [...common, ...right]), never)

        const { containmentA, containmentB, resemblance, passages } = relateTexts(a, b)

        expect(resemblance).toBeLessThanOrEqual(Math.min(containmentA, containmentB))
        expect(Math.max(containmentA, containmentB)).toBeLessThanOrEqual(1)
        for (const passage of passages) {
          expect(passage.a.end).toBeLessThanOrEqual(a.article.text.length)
          expect(passage.b.start).toBeLessThan(passage.b.end)
        }
        const swapped = relateTexts(b, a)
        expect(swapped.containmentA).toBe(containmentB)
        expect(swapped.resemblance).toBe(resemblance)
      })
    )
  })
})

/** Keys of which many fall into one bucket, and some of these have the same highest bits. */
const key = fc
  .integer({ min: 0, max: 63 })
  .map((number) => ((number & 3) | ((number >> 5) << 20) | (((number >> 2) & 7) << 29)) >>> 0)
const keys = fc.array(key, { maxLength: 20 }).map((list) => Uint32Array.from(list))

describe('Postings', () => {
  test('tell of a report that just came, and of earlier ones, which keys others share', () => {
    fc.assert(
      fc.property(fc.array(keys, { minLength: 1, maxLength: 8 }), fc.nat(), (reports, gone) => {
        const postings = new Postings()
        const held = new Map<number, Uint32Array>()
        const expectTrue = (id: number) => {
          const own = held.get(id) ?? new Uint32Array()
          const found = postings.heldWith(id, { limit: 400 })
          const times = new Map(
            Array.from(found.keys.subarray(0, found.count), (one, index) => [
              one,
              found.times[index]
            ])
          )
          expect(found.count).toBe(new Set(own).size)
          for (const one of own) expect(times.get(one)).toBe(own.filter((k) => k === one).length)
          const rules = { rareHolders: 0, rareWeight: 1, least: 1 }
          const shared = [...held].flatMap(([other, theirs]) => {
            const weight = new Set(own.filter((one) => theirs.includes(one))).size
            return other === id || weight === 0 ? [] : [{ id: other, weight }]
          })
          expect(postings.sharing(found, never, rules).sort((x, y) => x.id - y.id)).toEqual(shared)
        }
        for (const [id, list] of reports.entries()) {
          postings.add(id, list)
          held.set(id, list)
          expectTrue(id)
        }
        postings.remove(gone % reports.length)
        held.delete(gone % reports.length)

        for (const id of held.keys()) expectTrue(id)
      })
    )
  })
})

describe('KeySet', () => {
  test('has what it was filled with last, and nothing else', () => {
    const set = new KeySet()
    fc.assert(
      fc.property(keys, keys, (list, others) => {
        set.fill(list)

        for (const one of [...list, ...others]) expect(set.has(one)).toBe(list.includes(one))
      })
    )
  })
})

describe('WordReader', () => {
  test('reads as if it had read nothing before, and leaves copies as they are', () => {
    const reader = new WordReader()
    fc.assert(
      fc.property(paragraphs, paragraphs, (first, second) => {
        const copy = copyOf(reader.read(article(1, first)))

        expect(copyOf(reader.read(article(2, second)))).toEqual(wordsOf(article(2, second)))
        expect(copy).toEqual(wordsOf(article(1, first)))
      })
    )
  })
})
