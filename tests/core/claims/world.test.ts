import { describe, expect, test } from 'vitest'
import { detectClaims } from '../../../src/core/claims/detect'
import { toCanonical } from '../../../src/core/text/canonical'
import type { ImportedBlock } from '../../../src/core/text/canonical'

/* What world news has in common whatever the outlet: labels, long posts, votes, courts, offices in a war. Invented words. */

const marksOf = (...paragraphs: readonly string[]) =>
  detectClaims(toCanonical(paragraphs.map((text): ImportedBlock => ({ text, role: 'paragraph' }))))
    .marks
const last = (...paragraphs: readonly string[]) => marksOf(...paragraphs).at(-1)
const categoriesOf = (...paragraphs: readonly string[]) => last(...paragraphs)?.categories ?? []
const sourceOf = (...paragraphs: readonly string[]) => last(...paragraphs)?.source?.name

const WAR = [
  'Soldiers and tanks held the front line on Monday, and rockets fell on two villages.',
  'The air force said 40 of 50 drones were shot down over the northern front.'
]

describe('what an event is held to mean is no claim of a side', () => {
  test.each([
    'President Milo Tarn said the raid showed why the allies had to send more tanks.',
    'President Milo Tarn said the strike underscored the need for more air defence.',
    'President Milo Tarn described the ceasefire as “a window and not a wall”.'
  ])('%s', (text) => {
    expect(categoriesOf(...WAR, text)).not.toContain('PARTY')
  })

  test.each([
    'President Milo Tarn said the raid showed that the enemy had moved its tanks.',
    '“A drone is burning in the market, and rockets have hit two schools,” President Milo Tarn said.',
    'President Milo Tarn said the ceasefire had been broken by enemy drones.'
  ])('a fact stays one: %s', (text) => {
    expect(categoriesOf(...WAR, text)).toContain('PARTY')
  })
})

describe('reports in labelled parts', () => {
  const source = 'Source: Oleh Marr, Head of the Orlan Oblast Military Administration, on Telegram'

  test('the quotation is of whom the line names', () => {
    expect(sourceOf(...WAR, source, 'Quote: “The enemy hit a pumping station.”')).toBe('Oleh Marr')
    expect(sourceOf(...WAR, source, 'Quote from Marr: “The enemy hit a pumping station.”')).toBe(
      'Oleh Marr'
    )
    expect(
      categoriesOf(...WAR, source, 'Details: Marr said two drones had damaged a school.')
    ).toContain('PARTY')
  })

  test('what follows without a quotation is nobody’s', () => {
    expect(sourceOf(...WAR, source, 'Trams stopped on four routes.')).toBeUndefined()
  })
})

describe('names behind long posts', () => {
  test.each([
    [
      'The UN’s aid coordinator for Tesh, Inga Halvor, has just told reporters that ten trucks arrived.',
      'Inga Halvor'
    ],
    [
      'The spokesperson of a brigade operating in the area, Captain Roman Dyl, stated that infantry attacked twice.',
      'Roman Dyl'
    ],
    [
      'A nurse who asked not to be named because she was not allowed to speak to the press said salts had run out.',
      'nurse'
    ],
    [
      'Seams ran too close to the river, the provincial bureau of mine safety said, citing preliminary findings.',
      'provincial bureau of mine safety'
    ]
  ])('%s', (text, name) => {
    expect(sourceOf(text)).toBe(name)
  })

  test('a headquarters has a name', () => {
    expect(
      categoriesOf('Twelve miners were brought up, according to the rescue headquarters.')
    ).not.toContain('ANONYMOUS')
  })
})

describe('words of doubt that are none', () => {
  test.each([
    'The commissioner said 214 suspected cases had been recorded, of which 41 were confirmed by laboratory tests.',
    'The dead man’s name was withheld until relatives in another state could be notified.',
    'Gunfire could still be heard from the hills.',
    'A third bid was ruled out on price in December.'
  ])('%s', (text) => {
    expect(last(text)?.highlight).toBe(false)
  })

  test('and those that are', () => {
    expect(categoriesOf('Three suspected smugglers were held.')).toContain('ALLEGED')
    expect(categoriesOf('The gunfire could spread to the hills.')).toContain('HEDGED')
    expect(categoriesOf('Police ruled out an accident.')).toContain('DISPUTED')
    expect(
      categoriesOf(
        'Calls to the owner, Marlow Docks, which has its office in Dorvel, went unanswered.'
      )
    ).toContain('UNCONFIRMED')
  })
})

describe('votes and courts', () => {
  test.each([
    'The electoral board says Nadia Orsk won the election by 40,000 votes.',
    'The accused was interviewed on five occasions, the court heard.',
    'The Supreme Court heard oral arguments on the canal and signalled a ruling.'
  ])('no side says it: %s', (text) => {
    expect(categoriesOf(text)).not.toContain('PARTY')
  })
})

describe('offices in a war and a quarrel', () => {
  test('who prosecutes takes a step', () => {
    expect(
      categoriesOf(
        ...WAR,
        'The district prosecutor’s office said it had opened criminal proceedings over the strike and was documenting the damage.'
      )
    ).not.toContain('PARTY')
  })

  test('evidence of which a ministry tells is its word', () => {
    const told = categoriesOf(
      'The Interior Ministry accused border forces of Tarsk of having pushed the boat back. Footage and radar records show that a patrol boat circled the vessel, the ministry said.'
    )
    expect(told).toContain('PARTY')
    expect(told).not.toContain('CONFIRMED')
    expect(categoriesOf('Footage shows smoke above the pier.')).toContain('CONFIRMED')
  })
})
