import { expect, test } from 'vitest'
import { Chance } from '../../bench/planted'
import { scoreAlignment } from '../../bench/score-align'

test.each([
  [0, 0.985],
  [0.1, 0.985],
  [0.2, 0.985],
  [0.4, 0.95]
])(
  'planted versions with %s of their words changed align with F1 of at least %s',
  (level, least) => {
    const chance = new Chance(100 * level + 1)
    const pairs = Array.from({ length: 15 }, () => chance.version(chance.report(500), level))

    const { sentences, moved } = scoreAlignment(pairs)

    expect(sentences.f1).toBeGreaterThanOrEqual(least)
    expect(moved.recall).toBeGreaterThanOrEqual(0.9)
    expect(moved.precision).toBeGreaterThanOrEqual(0.95)
  }
)
