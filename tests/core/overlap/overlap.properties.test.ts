import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../../src/core/text/fold'
import { words } from '../../../src/core/text/segment'
import { fingerprint, WINDOW, winnow } from '../../../src/core/overlap/fingerprint'
import { hashWord } from '../../../src/core/overlap/hash'
import { sharedPassages } from '../../../src/core/overlap/passages'
import { readWords, relateTexts } from '../../../src/core/overlap/relate'
import { SHINGLE_WORDS } from '../../../src/core/overlap/shingle'
import { wordsOf } from '../../../src/core/overlap/word-list'
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
