import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  OWN_SHIFT,
  scoreOf,
  TallyMemory,
  TITLED,
  type Weights
} from '../../../src/library/index/tally-memory'

const SIZE = 40
const float = fc.float({ min: Math.fround(0.01), max: 20, noNaN: true })
const count = fc
  .record({ own: fc.nat(16), others: fc.nat(1000), titled: fc.boolean() })
  .map(({ own, others, titled }) =>
    own + others === 0 ? 0 : (own << OWN_SHIFT) + others + (titled ? TITLED : 0)
  )
const many = <T>(of: fc.Arbitrary<T>) => fc.array(of, { minLength: SIZE, maxLength: SIZE })
const norm = fc.oneof(
  { weight: 5, arbitrary: float },
  { weight: 1, arbitrary: fc.constant(Infinity) }
)
const before = fc.oneof(fc.constant(0), float)
const weights: fc.Arbitrary<Weights> = fc.record({
  own: float,
  all: fc.oneof(fc.constant(0), float),
  title: float
})

function scoresIn(memory: TallyMemory, numbers: readonly number[]): Float32Array {
  const scores = memory.takeScores()
  if (scores === undefined) throw new Error('Cannot test: there is no room for scores')
  scores.set(numbers)
  return scores
}

test('scores of all documents at once are those of one after the other, to the last bit', () => {
  fc.assert(
    fc.property(
      many(count),
      many(norm),
      many(before),
      weights,
      fc.constantFrom('nothing' as const, 'which' as const, 'sum' as const),
      fc.boolean(),
      (counts, norms, there, weighing, use, inPlace) => {
        const memory = new TallyMemory(SIZE)
        memory.counts.set(counts)
        memory.norms.set(norms)
        const befores = scoresIn(memory, there)
        const into = inPlace ? befores : scoresIn(memory, [])

        const within = use === 'nothing' ? undefined : befores
        const scored = memory.score(weighing, into, within, use === 'sum')

        const expected = counts.map((of, doc) => {
          const score = scoreOf(of, memory.norms[doc] ?? 0, weighing)
          const had = there[doc] ?? 0
          if (score === 0 || (use !== 'nothing' && had === 0)) return 0
          return use === 'sum' ? Math.fround(score + had) : score
        })
        expect(Array.from(into.subarray(0, SIZE))).toEqual(expected)
        if (!inPlace) expect(Array.from(befores.subarray(0, SIZE))).toEqual(there)
        expect(scored).toBe(expected.filter((score) => score > 0).length)
        expect(memory.counts.every((of) => of === 0)).toBe(true)
      }
    )
  )
})

test('the next score that is not below a number is found, from any document on', () => {
  fc.assert(
    fc.property(many(before), float, fc.nat(SIZE), (there, least, from) => {
      const memory = new TallyMemory(SIZE)
      const scores = scoresIn(memory, there)
      scoresIn(
        memory,
        Array.from({ length: SIZE }, () => 30)
      )

      const found = there.findIndex((score, doc) => doc >= from && score >= least)
      expect(memory.next(scores, from, least)).toBe(found)
    })
  )
})

test('what is kept of a word is added to its documents and to no other, wherever it begins', () => {
  fc.assert(
    fc.property(fc.nat(SIZE / 2), fc.uint8Array({ maxLength: SIZE / 2 }), (first, bytes) => {
      const memory = new TallyMemory(SIZE)
      memory.counts.fill(5)
      memory.add(new Uint8Array(SIZE / 2).fill(9), 0, 0)

      memory.add(bytes, first, 3)

      const expected = Array.from({ length: SIZE }, (_, doc) => 5 + 3 * (bytes[doc - first] ?? 0))
      expect(Array.from(memory.counts.subarray(0, SIZE))).toEqual(expected)
    })
  )
})

test('documents that have a count and are not gone are counted at once', () => {
  fc.assert(
    fc.property(many(count), many(norm), (counts, norms) => {
      const memory = new TallyMemory(SIZE)
      memory.counts.set(counts)
      memory.norms.set(norms)

      const living = counts.filter((of, doc) => of !== 0 && norms[doc] !== Infinity)
      expect(memory.living()).toBe(living.length)
    })
  )
})
