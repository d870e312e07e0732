import { describe, expect, test } from 'vitest'
import { detectClaims } from '../../../src/core/claims/detect'
import { toCanonical } from '../../../src/core/text/canonical'
import type { ImportedBlock } from '../../../src/core/text/canonical'

/** The last mark of paragraphs. */
const last = (...paragraphs: readonly string[]) =>
  detectClaims(
    toCanonical(paragraphs.map((text): ImportedBlock => ({ text, role: 'paragraph' })))
  ).marks.at(-1)
const source = (...paragraphs: readonly string[]) => last(...paragraphs)?.source

describe('names of bodies', () => {
  test.each([
    [
      'The Ports and Harbours Executive said it had sent two surveyors.',
      'Ports and Harbours Executive'
    ],
    ['The Agency for Seed Control said the batch was mouldy.', 'Agency for Seed Control'],
    ['The Coalition of Rural Monitors said its count tallied.', 'Coalition of Rural Monitors'],
    [
      'The Velland Bureau of Internal Affairs said nine clerks had left.',
      'Velland Bureau of Internal Affairs'
    ],
    ['The levels were falling, according to Public Health Wales.', 'Public Health Wales']
  ])('%s', (text, name) => {
    expect(source(text)?.name).toBe(name)
  })

  test.each([
    ['Orla Venn of Norbury Insight said rents would rise.', 'Orla Venn'],
    ['Jan Reiss of the Farmers and Growers Union said prices had fallen.', 'Jan Reiss'],
    ['Department of Inland Waters Secretary Kirsten Vole said the lock was safe.', 'Kirsten Vole']
  ])('a person in front of or behind one stays a person: %s', (text, name) => {
    expect(source(text)?.name).toBe(name)
  })

  test('a word for people in capitals inside a name is no people', () => {
    expect(last('The Forest Service Executive said the path was shut.')?.categories).not.toContain(
      'ANONYMOUS'
    )
  })

  test('a state inside the name of an outlet is not where the report is from', () => {
    const name = source(
      'Radio France Internationale reported that a stall had burned down. The interior ministry said nine people were hurt.'
    )?.name

    expect(name).not.toMatch(/France/)
  })

  test('“without” in a name negates nothing', () => {
    expect(last('Doctors Without Borders said it had moved its staff.')?.categories).toContain(
      'ONRECORD'
    )
  })
})

describe('whom a noun for a body means', () => {
  test('“the company” is the one that was called so, not the agency that spoke', () => {
    expect(
      source(
        'The slope gave way on Friday, the disaster agency said. A lawmaker blamed a road that was cut by power company Velhidra.',
        'The company said the road lay a mile away.'
      )?.name
    ).toBe('Velhidra')
  })

  test('“the agency” is the one whose name ends so', () => {
    expect(
      source(
        'Two people with knowledge of it said the National Grain Agency had opened an inquiry.',
        'The agency said it did not discuss cases.'
      )?.name
    ).toBe('National Grain Agency')
  })
})

describe('who gives an account', () => {
  test('who tells that others agreed, not they', () => {
    expect(
      source('The two crews agreed on most of the rules, a spokeswoman for Orbel Rowing said.')
        ?.name
    ).toMatch(/spokeswoman|Orbel/)
    expect(source('Orla Venn said she had counted twice and the lists agreed.')?.name).toBe(
      'Orla Venn'
    )
  })
})

describe('people without a name', () => {
  test.each([
    'A shepherd who was on the far bank said he had counted four blasts.',
    'A goatherd who had slept through it said the hut was gone.'
  ])('“who” tells a person: %s', (text) => {
    expect(last(text)?.categories).toContain('ANONYMOUS')
  })

  test('a relative introduced by a first name is whom “she” means', () => {
    expect(
      source(
        'A palace source said the test was clear.',
        'His wife, Yelva, was at the gate. “They tried it before,” she told reporters.'
      )?.name
    ).toBe('Yelva')
  })
})
