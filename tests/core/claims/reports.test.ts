import { describe, expect, test } from 'vitest'
import { leaderCalled } from '../../../src/core/claims/actors/leaders'
import { detectClaims } from '../../../src/core/claims/detect'
import type { ActorCorrection } from '../../../src/core/claims/actors/registry'
import { toCanonical } from '../../../src/core/text/canonical'
import type { ImportedBlock } from '../../../src/core/text/canonical'

/* What saved reports of real outlets had shown to be read wrongly, in invented words. */

const ACTORS: readonly ActorCorrection[] = [
  { name: 'Tarsk', type: 'state', side: 'Tarsk' },
  { name: 'Velland', type: 'state', side: 'Velland' },
  { name: 'Dorvel Wire', type: 'wire' }
]

const read = (...paragraphs: readonly string[]) =>
  detectClaims(
    toCanonical(paragraphs.map((text): ImportedBlock => ({ text, role: 'paragraph' }))),
    {
      actors: ACTORS
    }
  ).marks
const last = (...paragraphs: readonly string[]) => read(...paragraphs).at(-1)
const sourceOf = (...paragraphs: readonly string[]) => last(...paragraphs)?.source?.name
const categoriesOf = (...paragraphs: readonly string[]) => last(...paragraphs)?.categories ?? []

const WAR =
  'Shells hit the port of Dorvel overnight, killing five people. Rockets also struck two depots. The army fired back.'

describe('what belongs to a name', () => {
  test.each([
    ['The pumps had failed, said the spokesman, Jon Venn.', 'Jon Venn'],
    ['Representative Adam B. Venn said that the panel would meet.', 'Adam B. Venn'],
    ['Orbel Docks later said the crane was safe.', 'Orbel Docks'],
    ['The lawsuit even says that the firm hid the risk.', 'lawsuit'],
    ['The crane was safe, the Daily Orbel Web site reported.', 'Daily Orbel'],
    [
      'Earlier Friday, chairman of the House Harbour Committee Rep. Orla Venn revealed that the inquiry had begun.',
      'Orla Venn'
    ],
    ['Orla Venn, U.S. envoy for the north, said the road was open.', 'Orla Venn'],
    ['The Head of Ports, Orla Venn, on March 23 stated that the road was open.', 'Orla Venn']
  ])('%s', (sentence, name) => {
    expect(sourceOf(sentence)).toBe(name)
  })

  test('the full stop of an abbreviation stays', () => {
    expect(sourceOf('The crane was safe, said Venn Docks Inc.')).toBe('Venn Docks Inc.')
    expect(sourceOf('Later Venn said that the crane was safe.')).not.toBe('Later Venn')
  })

  test('with whom an envoy deals is not whose he is', () => {
    expect(
      last('The former envoy to Tarsk, Orla Venn, said the road was open.')?.source?.side
    ).toBe(undefined)
    expect(last('Tarsk envoy Orla Venn said the road was open.')?.source?.side).toBe('Tarsk')
  })

  test('what a speaker does tells nothing of what he is', () => {
    expect(
      last('“They had me,” said Jon Venn, invoking a police detective of films.')?.source?.type
    ).toBe('person')
    expect(last('“They had him,” said Jon Venn, a police detective.')?.source?.type).toBe('police')
  })

  test('ranks are those of the police, too, and captains those of teams', () => {
    expect(
      last('The car was stolen, said Lt. Jon Venn, a police department spokesman.')?.source?.type
    ).toBe('police')
    expect(last('The bridge was mined, said Lt. Jon Venn.')?.source?.type).toBe('military')
    expect(last('Team captain Jon Venn said he was fit.')?.source?.type).not.toBe('military')
  })

  test('an airport is no state, and a General Authority no general', () => {
    expect(last('Flights had stopped, Tarsk International Airport said.')?.source?.type).toBe(
      'unknown'
    )
    expect(
      last('The General Civil Aviation Authority said flights had stopped.')?.source?.type
    ).not.toBe('military')
  })

  test('a headline in capitals parts no names', () => {
    const marks = detectClaims(
      toCanonical([
        { text: 'Rook Disputes Report That Venn Directed Osk To Lie', role: 'heading' },
        { text: 'Mr. Venn said the report was late.', role: 'paragraph' }
      ])
    ).marks
    expect(marks.at(-1)?.source?.name).not.toContain('Directed')
  })
})

describe('whom a word means', () => {
  test('a leader need not be introduced; a name that nobody bears tells no side', () => {
    expect(leaderCalled('Zelensky')).toMatchObject({ type: 'official', side: 'Ukraine' })
    expect(leaderCalled('Venn')).toBe(undefined)
  })

  test('of two presidents the one of whom more is told', () => {
    const lead = [
      'President Orla Venn will meet Tarsk President Jon Rook on Monday. Venn arrived at noon. Venn smiled.'
    ]
    expect(sourceOf(...lead, 'The president said the road was open.')).toBe('Orla Venn')
    expect(sourceOf(...lead, 'The Tarsk president said the road was open.')).toBe('Jon Rook')
  })

  test('whom the text calls “he” is not “she”', () => {
    const lead =
      'Scoot Venn bought the label of Tay Rook. Mr Venn owns it still. Ms Rook left it. Venn was named first.'
    expect(sourceOf(lead, 'She claimed the label was stolen.')).toBe('Tay Rook')
    expect(sourceOf(lead, 'He claimed the label was bought.')).toBe('Scoot Venn')
  })

  test('“its website” is that of the body the sentence is about', () => {
    const lead = 'Gull Airport said flights had stopped.'
    expect(sourceOf(lead, 'Orbel Docks owns forty cranes, according to its website.')).toBe(
      'Orbel Docks'
    )
    expect(sourceOf(lead, 'Flights will start on Friday, it said.')).toBe('Gull Airport')
  })

  test('whom an outlet sought for comment is silent', () => {
    const mark = last('It was not possible to reach the harbour board for comment.')
    expect(mark?.source?.name).toBe('harbour board')
    expect(sourceOf('It was not possible to reach the pier by road.')).toBe(undefined)
  })

  test('“the report” is the one that spoke', () => {
    const lead = 'Kelp’s report said the pumps failed. The harbour board said it would answer.'
    expect(sourceOf(lead, 'The board, the report said, knew of it.')).toMatch(/report$/)
    expect(sourceOf(lead, 'The board said it was late.')).toMatch(/board$/)
  })

  test('an agency’s photographer is the agency', () => {
    expect(
      categoriesOf('The seats were burnt, according to a Dorvel Wire photographer.')
    ).toContain('MEDIA')
    expect(categoriesOf('The seats were burnt, according to a photographer.')).toContain(
      'ANONYMOUS'
    )
  })
})

describe('where nobody says anything', () => {
  test.each([
    'The report added another jolt to a bad week.',
    'The meetings run longer than expected.',
    'Talks will include member states.',
    'The pair testified side-by-side before the panel about the leak.',
    'Velland has border claims disputed with Tarsk.',
    'The captain gave no view when asked.'
  ])('%s', (sentence) => {
    expect(last(sentence)?.source).toBe(undefined)
  })

  test('yet they are verbs of saying elsewhere', () => {
    expect(sourceOf('The harbour board said so and Orla Venn added that it was late.')).toMatch(
      /Venn|board/
    )
    expect(sourceOf('Orla Venn testified that the pumps had failed.')).toBe('Orla Venn')
    expect(sourceOf('The vote was rigged, opponents alleged in a filing.')).toBe('opponents')
  })

  test('a clause behind the verb is no inverted speaker', () => {
    expect(
      sourceOf('Settlers, who are mostly his voters, said the new law paved the way for more.')
    ).toBe('Settlers')
    expect(
      sourceOf('Forty houses were hit by the quake, some of them flat, said agency official Fauz.')
    ).toMatch(/Fauz$/)
  })

  test('whoever is told of by “who” stands behind the verb before it', () => {
    expect(sourceOf('Dorvel Wire said it had spoken to witnesses who described a bang.')).toBe(
      'witnesses'
    )
  })

  test('with an absolute clause its subject speaks, and to be told to do is to hear nothing', () => {
    expect(
      sourceOf('The two states cut ties, with Foreign Minister Orla Venn warning of a rift.')
    ).toBe('Orla Venn')
    expect(sourceOf('The crews were told by Orbel Docks to leave.')).toBe(undefined)
    expect(sourceOf('The crews were told by Orbel Docks that it was late.')).toBe('Orbel Docks')
  })
})

describe('sides', () => {
  test('soldiers that clear a road make no war', () => {
    const quake = [
      'A quake struck Orbel at dawn. Houses fell. Schools are shut. Trains stopped. Ferries wait. Shops are open. Two roads are blocked.',
      'Rain is due. Wells are low. Lamps went out. Hens fled.'
    ]
    expect(
      categoriesOf(...quake, 'Soldiers were sent to roads blocked by stones, officials said.')
    ).not.toContain('PARTY')
    expect(
      categoriesOf(WAR, 'Soldiers were killed on the coast road, Velland officials said.')
    ).toContain('PARTY')
  })

  test('a committee’s head speaks for his side in a war', () => {
    expect(
      categoriesOf(
        WAR,
        '“Velland drops arms for the rebels,” head of the security committee Jon Venn said.'
      )
    ).toContain('PARTY')
    expect(categoriesOf(WAR, '“I heard a bang,” Jon Venn said.')).not.toContain('PARTY')
  })

  test('a quotation is one side’s from its beginning', () => {
    const marks = read(
      WAR,
      '“Their general has not reached the river. He did not break us. His troops were beaten,” Gen. Orla Venn said.'
    )
    expect(marks.slice(-3).every((m) => m.categories.includes('PARTY'))).toBe(true)
  })

  test('a view is none, whatever it names', () => {
    expect(
      last(WAR, '“We hope the war, which has lasted 40 years, may end,” Gen. Orla Venn said.')?.kind
    ).toBe('stance')
    expect(last(WAR, '“We hit 40 depots,” Gen. Orla Venn said.')?.kind).toBe('claim')
  })

  test('a denial goes on in the next paragraph by a further no', () => {
    const lead = 'The harbour board denied that it had asked for the survey.'
    expect(categoriesOf(lead, '“That survey played no role in the vote,” it said.')).toContain(
      'PARTY'
    )
    expect(categoriesOf(lead, '“The vote is on Friday,” it said.')).not.toContain('PARTY')
  })

  test('what another is said to do within a report tells no side', () => {
    expect(
      categoriesOf(WAR, 'UN spokesman Jon Venn said the envoy Orla Rook was calling for calm.')
    ).not.toContain('PARTY')
  })

  test('state television relays for its side', () => {
    const said = categoriesOf(WAR, 'Tarsk state TV said a bomb had killed six people.')
    expect(said).toContain('MEDIA')
    expect(said).toContain('PARTY')
    expect(categoriesOf('He watches TV in a state of calm.')).toEqual(['PLAIN'])
  })

  test('a closing mark that stands alone says nothing', () => {
    expect(read(WAR, 'Gen. Orla Venn said ten men were killed.', '"').at(-1)?.highlight).not.toBe(
      true
    )
  })
})

describe('wordings', () => {
  test.each([
    ['DISPUTED', 'The harbour board disputed on Tuesday whether the pump had failed.'],
    ['ALLEGED', 'According to reports, the clerk fled by boat.'],
    ['CONFIRMED', 'The board admitted that the pump had failed.'],
    ['HEDGED', 'The crew looked into a potential leak.']
  ])('%s: %s', (category, sentence) => {
    expect(categoriesOf(sentence)).toContain(category)
  })

  test.each([
    ['DISPUTED', 'Police have not ruled out the possibility of arson.'],
    ['DISPUTED', 'The statement did not directly dispute that the pump had failed.'],
    ['DISPUTED', 'The clerk lied because he did not want to contradict his statement.'],
    ['DISPUTED', 'The panel questioned the clerk about his statement.'],
    ['ALLEGED', 'The isle is claimed by both in its entirety.'],
    ['CONFIRMED', 'He was admitted to hospital on Saturday.'],
    ['CONFIRMED', 'If her death is confirmed, she would be the fourth.'],
    ['HEDGED', 'The crew looked for any potential causes.'],
    ['PARTY', 'Donors gave twice, according to campaign finance disclosures.']
  ])('not %s: %s', (category, sentence) => {
    expect(categoriesOf(sentence)).not.toContain(category)
  })
})

test('nobody speaks in a passive, whatever stands in it; what a disclaimer covers is who spoke before', () => {
  const still = 'Other parts of Dorvel were still said to be under rebel control.'

  expect(sourceOf(still)).toBeUndefined()
  expect(sourceOf('Other parts of the office still said nothing of it, Orla Venn said.')).toBe(
    'Orla Venn'
  )
  const marks = read(
    'The Tarsk army said its units had raised the flag over the mill.',
    `${still} The claim could not be independently confirmed.`
  )
  expect(marks[0]?.coveredBy).toEqual([2])
})
