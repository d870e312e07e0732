import { describe, expect, test } from 'vitest'
import type { Source } from '../../../src/core/claims/claim'
import { countOrigins } from '../../../src/core/claims/corroborate'
import { detectClaims } from '../../../src/core/claims/detect'
import { keyOf, spreadOf } from '../../../src/core/claims/key'
import { findNumbers } from '../../../src/core/claims/numbers'
import { joinThreads } from '../../../src/core/claims/join'
import { sourceKey } from '../../../src/core/claims/source-key'
import { likeness, phaseOf, relationOf, SAME_CLAIM } from '../../../src/core/claims/thread'
import { toCanonical } from '../../../src/core/text/canonical'

const keyIn = (text: string, id: number) => {
  const article = toCanonical([{ text, role: 'paragraph' }])
  const { marks } = detectClaims(article)
  const [mark] = marks
  if (mark === undefined) throw new Error('Cannot test: no mark')
  return keyOf(mark, article.text, { id, spread: spreadOf(marks, article.text) })
}
const alike = (a: string, b: string) => likeness(keyIn(a, 1), keyIn(b, 2))

describe('likeness', () => {
  const claim = 'Nine Orbel drones were destroyed over Tarsk harbour, the army said.'

  test('falls from the same words over other words to another event', () => {
    const same = alike(claim, 'The army said nine Orbel drones were destroyed over Tarsk harbour.')
    const reworded = alike(
      claim,
      'Gunners shot down nine UAVs from Orbel above the harbour of Tarsk, the army said.'
    )
    const other = alike(claim, 'The price of bread in Velland rose by nine percent, bakers said.')

    expect(same).toBeGreaterThan(reworded)
    expect(reworded).toBeGreaterThanOrEqual(SAME_CLAIM)
    expect(other).toBeLessThan(SAME_CLAIM)
  })
  test('knows a state by its adjective and a thing by its other names', () => {
    const told = 'The Norwegian army said that seven boats burned near the old pier of Lisk.'
    const reworded = 'Seven vessels burned at the pier of Lisk, the army of Norway said.'

    expect(alike(told, reworded)).toBeGreaterThanOrEqual(SAME_CLAIM)
  })
  test('asks for a name where claims share little else', () => {
    const quake = 'Four people were killed in the attack, a doctor said.'
    const raid = 'Four people died in a raid on Monday, a driver said.'

    expect(alike(quake, raid)).toBeLessThan(SAME_CLAIM)
  })
  test('is less where the same thing is counted otherwise', () => {
    const nine = 'The army said nine barges sank off Lisk and Tarsk in the storm.'
    const ten = 'The army said ten barges sank near Lisk and Tarsk in the storm.'
    const alsoNine = 'The army said nine barges sank near Lisk and Tarsk in the storm.'

    expect(alike(nine, ten)).toBeLessThanOrEqual(alike(nine, alsoNine))
  })
  test('does not depend on the order', () => {
    const b = 'The army said that drones of Orbel fell on Tarsk.'

    expect(alike(claim, b)).toBe(alike(b, claim))
  })
})

describe('threads', () => {
  const ref = (article: number, mark = 0) => ({ article, mark })

  test('do not depend on the order of links', () => {
    const links = [
      { a: ref(1), b: ref(2), score: 0.9 },
      { a: ref(2), b: ref(3), score: 0.8 },
      { a: ref(1), b: ref(3), score: 0.7 }
    ]

    expect(joinThreads(links.toReversed())).toEqual(joinThreads(links))
    expect(joinThreads(links)).toEqual([[ref(1), ref(2), ref(3)]])
  })
  test('are not chained through a hub', () => {
    const chain = [1, 2, 3, 4, 5].map((n) => ({ a: ref(n), b: ref(n + 1), score: 0.5 }))

    expect(joinThreads(chain).every((refs) => refs.length < 4)).toBe(true)
  })
  test('follow the reader', () => {
    const links = [{ a: ref(1), b: ref(2), score: 1 }]

    expect(joinThreads(links, [{ a: ref(1), b: ref(2), together: false }])).toEqual([])
    expect(joinThreads([], [{ a: ref(1), b: ref(3), together: true }])).toEqual([[ref(1), ref(3)]])
  })
})

describe('the relation of a member', () => {
  const facts = (text: string, verb = 1) => {
    const key = keyIn(text, verb)
    return { key, verb, covered: false, denies: false, phase: phaseOf(key) }
  }
  const first = facts('The army said nine drones were destroyed.')

  test.each([
    ['same-wording', 'The army said nine drones were destroyed.', 1],
    ['number-differs', 'The army said eleven drones were destroyed.', 1],
    ['verb-changed', 'The army claimed that nine drones were destroyed.', 3],
    ['status-changed', 'The palace confirmed that nine drones were destroyed.', 0]
  ] as const)('%s', (relation, text, verb) => {
    expect(relationOf(first, facts(text, verb))).toBe(relation)
  })
})

test('an event that has ended is an update of one that had begun', () => {
  const key = (text: string) => {
    const made = keyIn(text, 1)
    return { key: made, verb: 1, covered: false, denies: false, phase: phaseOf(made) }
  }

  const relation = relationOf(
    key('The talks in Tarsk have begun, the palace said.'),
    key('The talks in Tarsk have ended, the palace said.')
  )

  expect(relation).toBe('update')
})

describe('origins', () => {
  const source = (name: string, type: Source['type'], side?: string): Source => ({
    name,
    type,
    ...(side !== undefined && { side })
  })
  const count = (
    ...voices: { article: number; source?: Source; via?: Source[]; supports?: boolean }[]
  ) =>
    countOrigins(
      voices.map((v) => ({ via: [], supports: true, ...v })),
      (article) => (article === 2 ? 1 : article)
    )

  test('bodies of one side are one', () => {
    const origins = count(
      { article: 1, source: source('Tarsk army', 'military', 'Tarsk') },
      { article: 3, source: source('Tarsk governor', 'official', 'Tarsk') }
    )

    expect(origins).toMatchObject({ count: 1, names: ['Tarsk army', 'Tarsk governor'] })
  })
  test('public bodies of one place are one, whatever ending its name has', () => {
    const origins = count(
      { article: 1, source: source('Kestrian Defence Ministry', 'ministry') },
      { article: 3, source: source('Kestria’s navy', 'military') },
      { article: 4, source: source('Valdonian Defence Ministry', 'ministry') }
    )

    expect(origins.count).toBe(2)
  })
  test('one body under two forms of its name is named once', () => {
    const origins = count(
      { article: 1, source: source('Kestria’s Defence Ministry', 'ministry') },
      { article: 3, source: source('Kestrian Defense Ministry', 'ministry') }
    )

    expect(origins.names).toEqual(['Kestria’s Defence Ministry'])
  })
  test.each([
    ['Russia’s Defense Ministry', 'Russian Ministry of Defence'],
    ['Norway’s foreign ministry', 'Norwegian Ministry of Foreign Affairs'],
    ['South Korea’s army', 'South Korean army'],
    ['Defense Ministry of Kestria', 'Kestria’s Defence Ministry']
  ])('a state and its adjective tell of one: %s, %s', (one, two) => {
    expect(sourceKey(one)).toBe(sourceKey(two))
  })
  test.each([
    ['Niger’s army', 'Nigerian army'],
    ['Kestria’s army', 'Kestrian navy'],
    ['South Velland army', 'South Ostrian army'],
    ['Orbel Homes', 'Orbel']
  ])('and others stay two: %s, %s', (one, two) => {
    expect(sourceKey(one)).not.toBe(sourceKey(two))
  })
  test('ministries that name no place are not taken for one', () => {
    const origins = count(
      { article: 1, source: source('Foreign Ministry', 'ministry') },
      { article: 3, source: source('Defence Ministry', 'ministry') }
    )

    expect(origins.count).toBe(2)
  })
  test('opposed sides are two', () => {
    const origins = count(
      { article: 1, source: source('Tarsk army', 'military', 'Tarsk') },
      { article: 1, source: source('Orbel', 'state', 'Orbel') }
    )

    expect(origins).toMatchObject({ count: 2, sides: ['Orbel', 'Tarsk'] })
  })
  test('an unnamed source counts once for all copies of a text', () => {
    const unnamed = source('two officials', 'unnamed')

    expect(count({ article: 1, source: unnamed }, { article: 2, source: unnamed }).count).toBe(1)
    expect(count({ article: 1, source: unnamed }, { article: 3, source: unnamed }).count).toBe(2)
  })
  test('relays never count', () => {
    const wire = source('Harbour Wire', 'wire')
    const army = source('Tarsk army', 'military', 'Tarsk')

    expect(
      count({ article: 1, source: army, via: [wire] }, { article: 3, source: army }).count
    ).toBe(1)
  })
  test('who denies does not support', () => {
    expect(
      count({ article: 1, source: source('Orbel', 'state', 'Orbel'), supports: false }).count
    ).toBe(0)
  })
})

describe('numbers', () => {
  const found = (text: string) =>
    findNumbers(text).map(({ value, unit, counts, outOf }) => [value, unit, counts, outOf])

  test.each([
    ['Nine drones fell.', [[9, '', 'drone', undefined]]],
    ['It destroyed 19 out of 21 drones.', [[19, '', 'drone', 21]]],
    ['It cost $2.5 million.', [[2500000, '$', '', undefined]]],
    [
      'Prices rose by 4.5 percent over 170 km.',
      [
        [4.5, '%', '', undefined],
        [170, 'km', '', undefined]
      ]
    ],
    ['Some 1,200 people left.', [[1200, '', 'people', undefined]]],
    ['It had shot down 58, it said.', [[58, '', '', undefined]]],
    ['At least nine were hurt.', [[9, '', '', undefined]]]
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })
  test('years, dates, hours and ages are no measure', () => {
    expect(found('On May 5, 2019, at 7:30 p.m., a 70-year-old man aged 70 left.')).toEqual([])
  })
})
