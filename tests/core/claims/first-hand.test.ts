import { describe, expect, test } from 'vitest'
import { detectClaims } from '../../../src/core/claims/detect'
import { toCanonical } from '../../../src/core/text/canonical'
import type { ImportedBlock } from '../../../src/core/text/canonical'

/** The last mark of paragraphs. */
const last = (...paragraphs: readonly string[]) =>
  detectClaims(
    toCanonical(paragraphs.map((text): ImportedBlock => ({ text, role: 'paragraph' })))
  ).marks.at(-1)

describe('what an outlet’s own people saw is confirmed by them', () => {
  test.each([
    ['A Reuters witness saw black smoke over the quay.', 'Reuters'],
    ['A BBC team at the pier watched coffins being unloaded.', 'BBC'],
    ['On Monday, Le Monde saw a burned-out van in the ditch.', 'Le Monde'],
    ['Our correspondent Grace Venn, who is at the lock, counted nine barges.', 'Grace Venn']
  ])('%s', (text, who) => {
    const mark = last(text)

    expect(mark?.categories).toContain('CONFIRMED')
    expect(mark?.source?.name).toBe(who)
  })

  test.each([
    'A rescue team visited the village.',
    'The retailer saw a rise in demand for coats.',
    'A shepherd watched the road.',
    'The station saw strong growth in listeners.'
  ])('others see what they see: %s', (text) => {
    expect(last(text)?.categories).not.toContain('CONFIRMED')
  })
})

describe('where nobody speaks, what shows it is the source', () => {
  test.each([
    ['A video shared on phones purports to show the raid.', 'video'],
    ['Internal emails seen by the Harbour Times show that he knew.', 'Internal emails'],
    ['A clip posted on Monday appeared to show smoke over the dock.', 'clip']
  ])('%s', (text, name) => {
    expect(last(text)?.source?.name).toBe(name)
  })

  test('what a picture seems to show is not confirmed', () => {
    expect(last('Footage appeared to show a crater beside the mill.')?.categories).not.toContain(
      'CONFIRMED'
    )
  })
})

describe('what an outlet could not verify', () => {
  test('it has seen the papers but could not establish their date', () => {
    const mark = last(
      'The clerk said he had signed blank forms.',
      'Reuters has seen two such forms but could not establish when they were signed.'
    )

    expect(mark?.categories).toContain('UNVERIFIED')
    expect(mark?.source?.name).toBe('Reuters')
  })

  test('an outlet whose reporter was there is likely to be the one', () => {
    const mark = last(
      'An AFP journalist saw nine bodies in the yard.',
      'The army said that thirty rebels had died.',
      'The toll could not be independently verified.'
    )

    expect(mark?.source?.name).toBe('AFP')
  })
})
