import { describe, expect, test } from 'vitest'
import { align } from '../../../src/core/align/align'
import { report } from './texts'

/** Additions and omissions between two reports, by strength. */
function lone(a: readonly string[], b: readonly string[]): string[] {
  return align(report(...a), report(...b))
    .changes.filter(({ kind }) => kind === 'addition' || kind === 'omission')
    .map(({ kind, strength, text }) => `${strength} ${kind}: ${text.split(' ', 3).join(' ')}`)
}

const KEPT = [
  'The ferry Tarsk Star sank in the basin before noon, the harbour office said.',
  'Divers reached the wreck two hours later and found nobody in it.',
  'The strait was closed to ships until the evening, the pilots said.'
]

describe('a sentence that one of two versions has alone', () => {
  test.each([
    ['who says something', 'Governor Orla Venn blamed the shipyard for a rusty hull.'],
    ['how many', 'The owners had paid 40,000 crowns for repairs in spring.'],
    ['of the dead and missing, however short', 'Two stokers are still missing.']
  ])('is a strong change when it tells %s', (_, more) => {
    expect(lone(KEPT, [...KEPT, more])).toEqual([expect.stringMatching(/^strong addition/)])
    expect(lone([...KEPT, more], KEPT)).toEqual([expect.stringMatching(/^strong omission/)])
  })

  test.each([
    ['makes no claim', 'The quay lay in the mild light of a long summer evening.'],
    [
      'says in other words what the other report tells',
      'The harbour office said the ferry sank two hours before divers reached the wreck.'
    ],
    ['stands under a picture', 'AFP PHOTO A grab from the harbour station shows 40 boats on fire.'],
    [
      'tells what a picture shows',
      'Governor Orla Venn, who blamed the yard, speaks in Ulm, Monday, July 16, 2018.'
    ]
  ])('is a soft one when it %s', (_, more) => {
    expect(lone(KEPT, [...KEPT, more])).toEqual([expect.stringMatching(/^soft addition/)])
  })

  test.each([
    ['in an account', 'She added that 40,000 crowns had been paid for repairs.'],
    ['in a quotation', '“Nobody in this town was ever told the truth,” she said on Tuesday.']
  ])('stands for the ones that go on from it %s', (_, next) => {
    const news = 'Governor Orla Venn blamed the shipyard for a rusty hull.'
    expect(lone(KEPT, [...KEPT, news, next])).toEqual([
      'strong addition: Governor Orla Venn',
      expect.stringMatching(/^soft addition/)
    ])
    expect(lone([...KEPT, news], [...KEPT, news, next])).toEqual([
      expect.stringMatching(/^strong addition/)
    ])
  })

  test('is told once when a page repeats it', () => {
    const news = 'Governor Orla Venn blamed the shipyard for a rusty hull.'
    const strong = lone(KEPT, [news, ...KEPT, news]).filter((text) => text.startsWith('strong'))
    expect(strong).toHaveLength(1)
  })

  test('is a soft one where two newsrooms tell of one event in their own words', () => {
    const other = [
      'A ship went down in the port of Tarsk, and its crew swam ashore.',
      'Governor Orla Venn blamed the shipyard for a rusty hull.',
      'Traffic stood still for hours, sailors told the paper.'
    ]
    expect(lone(KEPT, other).filter((text) => text.startsWith('strong'))).toEqual([])
  })

  test('is counted in the summary and does not stand before changed facts', () => {
    const more = 'Governor Orla Venn blamed the shipyard for a rusty hull.'
    const [first = '', ...rest] = KEPT
    const changed = first.replace('before noon', 'after denials')
    expect(align(report(...KEPT), report(...KEPT, more)).summary).toEqual([
      '1 statement in B, not in A'
    ])
    const { summary } = align(
      report(first, ...rest, 'At least 4 sailors were hurt.'),
      report(changed, ...rest, 'At least 9 sailors were hurt.', more)
    )
    expect(summary[0]).toMatch(/^number: 4/)
  })
})
