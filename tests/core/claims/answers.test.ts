import { describe, expect, test } from 'vitest'
import { detectClaims } from '../../../src/core/claims/detect'
import { toCanonical } from '../../../src/core/text/canonical'
import type { ImportedBlock } from '../../../src/core/text/canonical'

/** The last mark of paragraphs. */
const last = (...paragraphs: readonly string[]) =>
  detectClaims(
    toCanonical(paragraphs.map((text): ImportedBlock => ({ text, role: 'paragraph' })))
  ).marks.at(-1)

describe('an answer without a word of denying is a denial', () => {
  test.each([
    [
      'Some survivors said the barge was badly overloaded.',
      'The barge’s owner, Vela Lines, insists it was carrying 90 people.'
    ],
    [
      'An audit found that one in five of the valves leaked.',
      'Orbel Pumps always maintained that its valves were safe.'
    ],
    [
      'Witnesses said the goal came after the whistle.',
      'The referee, Jan Reiss, countered that the whistle was for another pitch.'
    ],
    [
      'Posts on a forum claimed that gas bottles were kept in the shed.',
      'Owner Colvane Storage said the shed was empty and that no fuel had been kept there.'
    ],
    [
      'The paper Kelvan Daily reported that Orbel would delay its plant in Tarsk.',
      'Orbel’s chief executive, Mira Holt, said the plant was on schedule.'
    ],
    [
      'Brightwell may also bid, one of the people said, asking not to be named.',
      'Brightwell has no plans to bid, its spokesman Jon Venn said.'
    ],
    [
      'The clerk made loans to nobody, prosecutors told the court.',
      'His lawyer, Shirin Venn, said the loans were genuine and that a board had approved them.'
    ]
  ])('%s – %s', (claim, answer) => {
    expect(last(`${claim} ${answer}`)?.categories).toContain('DISPUTED')
  })

  test.each([
    [
      'The mayor said the pool would close.',
      'The chief executive maintained the target for the year.'
    ],
    ['Residents said the road was shut.', 'The operator said it had no plans to move.'],
    ['Neighbours said they heard a bang.', 'The owner said she was glad that nobody was hurt.'],
    ['Prosecutors said he took the money.', 'His lawyer said he would appeal.'],
    ['Shares fell after the accounts, as the founder had insisted.', 'The weather was fine.']
  ])('no answer: %s – %s', (claim, other) => {
    expect(last(`${claim} ${other}`)?.categories).not.toContain('DISPUTED')
  })
})

describe('a thing said that is met with scorn is disputed, whatever the verb', () => {
  test.each([
    'His agent last night blasted the reports as “total garbage”.',
    'The ministry slammed these allegations as “a cheap trick”.',
    'She lambasted the tabloid stories as “cruel”.'
  ])('%s', (text) => {
    expect(last('A friend said they had parted.', text)?.categories).toContain('DISPUTED')
  })

  test.each([
    'The committee hailed the findings as “a milestone”.',
    'The judge described the report as “thorough”.',
    'He presented the figures as “provisional”.'
  ])('praise and use are no scorn: %s', (text) => {
    expect(last('A panel said the pier was sound.', text)?.categories).not.toContain('DISPUTED')
  })
})

describe('who is accused accuses nobody', () => {
  test('“went on trial accused of” has no source', () => {
    const mark = last('The former head of a lender went on trial on Monday accused of fraud.')

    expect(mark?.categories).toContain('ALLEGED')
    expect(mark?.source).toBeUndefined()
  })
})

describe('where an army speaks for a side', () => {
  const war = 'Missiles hit Dorvel. The Velland army said it had shot down nine of them.'

  test.each([
    'Anton Berek, governor of the region, said falling debris had started a fire but that nobody was hurt.',
    'Two engineers were wounded in the attack, Governor Ilo Kost wrote on a messaging app.',
    'The health ministry said eleven people had been killed.'
  ])('offices of the place tell of its blows as a side: %s', (text) => {
    expect(last(war, text)?.categories).toContain('PARTY')
  })

  test.each([
    'The governor said schools would open on Monday.',
    'The Red Cross said its teams had been kept at a checkpoint.'
  ])('not of other things, and nobody else: %s', (text) => {
    expect(last(war, text)?.categories).not.toContain('PARTY')
  })

  test('of another country, when one that fights is named', () => {
    expect(
      last(
        'Missiles hit Dorvel. The Israeli army said it had struck nine depots.',
        'Eleven people were killed when Israeli aircraft struck the village, according to the Lebanese Health Ministry.'
      )?.categories
    ).toContain('PARTY')
  })

  test('a fire without a war is on record', () => {
    expect(
      last('Rain fell on the fair.', 'The mayor, Ilo Kost, said a fire had damaged two stalls.')
        ?.categories
    ).not.toContain('PARTY')
  })
})

describe('a side that goes on', () => {
  const lead =
    'Lena Reiss, prosecuting, told the court that the clerk had booked sales of a ghost. '

  test.each(['“It never existed,” she said.', '“There were no goods,” she said.'])(
    'with “it” and “there”: %s',
    (text) => {
      expect(last(lead + text)?.categories).toContain('PARTY')
    }
  )

  test.each(['“Please do what they ask,” she said.', '“This is a time for grief,” she said.'])(
    'not with what nobody can check: %s',
    (text) => {
      expect(last(lead + text)?.categories).not.toContain('PARTY')
    }
  )
})
