import { expect, test } from 'vitest'
import { MAX_MS_PER_SENTENCE, measureClaims } from '../../bench/claims'

test('a sentence is read in less than a millisecond', () => {
  expect(measureClaims(MAX_MS_PER_SENTENCE)).toBeLessThan(MAX_MS_PER_SENTENCE)
})
