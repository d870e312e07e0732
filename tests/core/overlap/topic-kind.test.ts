import { expect, test } from 'vitest'
import { leastCosine, mainWeekday, topicKind } from '../../../src/core/overlap/topic-kind'
import { article } from './texts'

const none = [undefined, undefined] as const

test.each([
  ['near in time', { cosine: 0.2, days: 3, weekdays: none }, 'same-event'],
  ['near in time, hardly alike', { cosine: 0.1, days: 3, weekdays: none }, undefined],
  ['far apart', { cosine: 0.3, days: 9, weekdays: none }, undefined],
  ['far apart, very alike', { cosine: 0.5, days: 9, weekdays: none }, 'same-topic'],
  ['undated', { cosine: 0.3, days: undefined, weekdays: none }, 'same-event'],
  ['undated, of other weekdays', { cosine: 0.3, days: undefined, weekdays: [1, 4] }, undefined],
  [
    'undated, of other weekdays, very alike',
    { cosine: 0.5, days: undefined, weekdays: [1, 4] },
    'same-topic'
  ],
  ['undated, of one weekday', { cosine: 0.3, days: undefined, weekdays: [4, 4] }, 'same-event']
] as const)('reports %s', (_, pair, kind) => {
  expect(topicKind(pair)).toBe(kind)
  if (kind !== undefined) expect(pair.cosine).toBeGreaterThanOrEqual(leastCosine(pair.days))
})

test('the weekday of a report is the one that it names most', () => {
  const told = (...lines: string[]) => mainWeekday(article(1, lines))

  expect(
    told('On Thursday the pier fell.', 'It had stood until Wednesday; by Thursday it lay.')
  ).toBe(4)
  expect(told('On Thursday the pier fell.')).toBeUndefined()
  expect(told('Monday and Monday, Sunday and Sunday.')).toBeUndefined()
})
