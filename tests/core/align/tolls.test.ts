import { describe, expect, test } from 'vitest'
import { align } from '../../../src/core/align/align'
import { prepare } from '../../../src/core/align/report'
import { Vocabulary } from '../../../src/core/align/vocabulary'
import { tollsIn } from '../../../src/core/align/tolls'
import { report } from './texts'

const counts = (sentence: string) =>
  tollsIn(prepare(report(sentence), new Vocabulary())).map(({ kind, value }) => `${value} ${kind}`)

describe('tollsIn', () => {
  test.each([
    ['Blast at Tarsk wedding kills 30 injures 90', ['30 killed', '90 injured']],
    ['A bomber killed 30 people injured 90 on Monday.', ['30 killed', '90 injured']],
    ['Five people killed 30 injured in Tarsk.', ['5 killed', '30 injured']],
    ['At least 20 people were killed and 55 wounded.', ['20 killed', '55 injured']],
    ['Police arrested at least 14 dock workers.', ['14 detained']],
    ['The ferry carries 300 people and 40 cars.', []]
  ])('%s', (sentence, expected) => {
    expect(counts(sentence)).toEqual(expected)
  })
})

const FILLER = Array.from(
  { length: 8 },
  (_, index) =>
    `The council of Velmora spoke for hour ${'abcdefgh'.charAt(index)} about roofs and drains.`
)
const conflicts = (left: readonly string[], right: readonly string[]) =>
  align(report(...left), report(...right))
    .changes.filter(({ kind, a, b }) => kind === 'number' && a !== undefined && b !== undefined)
    .map(({ text }) => text)

describe('counts that disagree', () => {
  const lead = ['A wave killed 130 people in Velmora, the mayor said.', 'Boats lay in the streets.']

  test('are marked though one report comes to its count late', () => {
    const late = [
      ...FILLER,
      'Doctors in Velmora said that the dead could be as many as 20 people killed.'
    ]

    expect(conflicts(lead, late)).toEqual(['130 → 20 killed'])
  })

  test('are not marked against a count of another year', () => {
    const late = [
      ...FILLER,
      'Old people of Velmora still speak of 2004, when flames in a theatre killed 20 actors.'
    ]

    expect(conflicts(lead, late)).toEqual([])
  })

  test('are marked against a next count when the main ones differ', () => {
    const both = [
      'Strike on Tarsk kills 200',
      'A strike killed 200 people at dawn, officials said.',
      'Medics counted 213 dead by noon.',
      ...FILLER
    ]
    const other = [
      'Dozens feared dead: 40 people killed in Tarsk. The toll could reach 200, say rescue workers.',
      'Neighbours dig in cellars with their hands, as they have all night, and call for silence.'
    ]

    expect(conflicts(both, other)).toEqual(expect.arrayContaining(['213 → 200 killed']))
  })
  test('are not marked against a part of the dead', () => {
    const early = [
      'Strike on Tarsk kills 21',
      'A strike killed 21 people at dawn, officials said.',
      'Medics said that 15 of them were killed in a mill.',
      ...FILLER
    ]
    const late = [
      'Tarsk buries its dead after the raid',
      'The raid killed at least 85 people, the mayor told a crowd on the square.',
      'Neighbours dig in cellars with their hands, as they have all night, and call for silence.'
    ]

    expect(conflicts(early, late)).toEqual(['21 → 85 killed'])
  })
})
