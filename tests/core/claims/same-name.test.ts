import { describe, expect, test } from 'vitest'
import { countOrigins } from '../../../src/core/claims/corroborate'
import { detectClaims } from '../../../src/core/claims/detect'
import { nameKey } from '../../../src/core/claims/same-name'
import { toCanonical } from '../../../src/core/text/canonical'

/* One person under several spellings, two people under nearly one. Invented names, but for those of the registry. */

const marksOf = (...paragraphs: readonly string[]) =>
  detectClaims(toCanonical(paragraphs.map((text) => ({ text, role: 'paragraph' })))).marks
const sourcesOf = (...paragraphs: readonly string[]) => marksOf(...paragraphs).map((m) => m.source)
const lastNameIn = (...paragraphs: readonly string[]) => sourcesOf(...paragraphs).at(-1)?.name

describe('names in different reports', () => {
  test.each([
    ['Orla B. Venn', 'Orla Venn'],
    ['Dmytro Tarnskyi', 'Dmytro Tarnsky'],
    ['Dmytro Tarnskiy', 'Dmytro Tarnskii'],
    ['Sergei Velk', 'Sergey Velk'],
    ['Yegor Marr', 'Egor Marr'],
    ['Mohammed Haddour', 'Muhammad Haddur'],
    ['Samir Abdel Nour', 'Samir Abdul-Nour'],
    ['Samir Abdelnour', 'Samir Abdul Nur'],
    ['Halim al-Zarif', 'Halim Zarif'],
    ['Jonas Órlan', 'Jonas Orlan'],
    ['Harbour Police', 'harbour police']
  ])('%s is %s', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other))
  })

  test.each([
    ['Orla Venn', 'Orsa Venn'],
    ['Milo Venn Jr.', 'Milo Venn'],
    ['Alan Marr', 'Allan Marr'],
    ['Jin Lee', 'Jin Li'],
    ['Mahmoud Zarif', 'Mohammed Zarif'],
    ['two officials', 'two official']
  ])('%s is not %s', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other))
  })

  const voice = (article: number, name: string) => ({
    article,
    source: { name, type: 'person' as const },
    via: [],
    supports: true
  })

  test('are one origin, unless one report has both', () => {
    const apart = (article: number) => article
    expect(countOrigins([voice(1, 'Dmytro Tarnskyi'), voice(2, 'Dmytro Tarnsky')], apart)).toEqual({
      count: 1,
      names: ['Dmytro Tarnskyi'],
      sides: []
    })
    expect(
      countOrigins([voice(1, 'Dmytro Tarnskyi'), voice(1, 'Dmytro Tarnsky')], apart).count
    ).toBe(2)
  })
})

describe('names in one report', () => {
  test('a leader is one, however spelled, with side and without initials', () => {
    for (const name of ['Volodymyr Zelensky', 'Volodymyr Zelenskyy', 'Volodymyr Zelenskiy'])
      expect(sourcesOf(`${name} said the bridge was hit.`)[0]).toMatchObject({
        name: 'Volodymyr Zelensky',
        side: 'Ukraine'
      })
    expect(sourcesOf('Donald J. Trump said the bridge was hit.')[0]).toMatchObject({
      name: 'Donald Trump',
      type: 'official',
      side: 'United States'
    })
  })

  test('initials are left out or printed', () => {
    expect(
      lastNameIn('Milo R. Tarn closed the port.', 'Milo Tarn said two men had asked for it.')
    ).toBe('Milo R. Tarn')
    expect(lastNameIn('“It is unfair,” said a clerk, Rabie A. Osk.')).toBe('Rabie A. Osk')
  })

  test('people with different initials are two', () => {
    const names = sourcesOf(
      'Milo A. Tarn said the mill had burned.',
      'Milo B. Tarn said the mill had not burned.'
    ).map((source) => source?.name)
    expect(new Set(names).size).toBe(2)
  })

  test('a last name is of whom the text tells more', () => {
    expect(
      lastNameIn(
        'Mayor Milo Tarn said the port would close. Tarn said two ships had left.',
        'His wife, Nadia Tarn, came with him.',
        'Tarn said the harbour had lost nine million crowns.'
      )
    ).toBe('Milo Tarn')
  })

  test('a last name goes without the article of the full name, and a generation is none', () => {
    expect(
      lastNameIn(
        'Hakem al-Zarifi, who heads the panel, opened it.',
        'Al-Zarifi said two planes had landed.'
      )
    ).toBe('Hakem al-Zarifi')
    expect(
      lastNameIn('Robert S. Marrell III opened the inquiry.', 'Mr. Marrell said two men had lied.')
    ).toBe('Robert S. Marrell III')
  })

  test('a full name behind it completes a last name, a long name an acronym', () => {
    expect(
      sourcesOf(
        '“They burn the records,” Osmarenko said.',
        'Two bombs fell, said Petro Osmarenko, an adviser to the mayor.'
      )[0]?.name
    ).toBe('Petro Osmarenko')
    expect(
      lastNameIn(
        'Trucks of the Marsh Relief Fund (MRF) left on Monday.',
        'The MRF said two drivers had been hurt.'
      )
    ).toBe('Marsh Relief Fund')
  })

  test('whose name is a state’s is no state', () => {
    const [, said] = sourcesOf(
      'Representative Jim Jordan of Ohio spoke on Monday.',
      'Mr. Jordan said the panel had lost two letters.'
    )
    expect(said?.name).toBe('Jim Jordan')
    expect(said?.side).toBeUndefined()
  })
})
