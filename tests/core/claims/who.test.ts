import { describe, expect, test } from 'vitest'
import { detectClaims } from '../../../src/core/claims/detect'
import { toCanonical } from '../../../src/core/text/canonical'

/* Who is the source and who is none: papers with a date, posts, quotations, bodies, words that are no party. Invented names. */

const marksOf = (...paragraphs: readonly string[]) =>
  detectClaims(toCanonical(paragraphs.map((text) => ({ text, role: 'paragraph' })))).marks
const sourcesOf = (...paragraphs: readonly string[]) => marksOf(...paragraphs).map((m) => m.source)
const lastNameIn = (...paragraphs: readonly string[]) => sourcesOf(...paragraphs).at(-1)?.name

test.each([
  ['Friday’s indictment said the men had copied nine files.', 'indictment'],
  ['Last week’s report said the men had copied nine files.', 'report'],
  ['A statement Tuesday said the men had copied nine files.', 'statement']
])('a paper is named without its day: %s', (text, name) => {
  expect(lastNameIn(text)).toBe(name)
})

describe('quotations and posts', () => {
  test('a quotation with a mark of its own is of whom the next sentence names', () => {
    expect(
      sourcesOf(
        'Tarsk officials said the talks had failed.',
        '“Our port has NEVER been poorer thanks to nine years of neglect!” Milo Tarn wrote on Monday.',
        '“The Rigged Count cost us nine seats!” Tarn tweeted.'
      ).map((source) => source?.name)
    ).toEqual(['Tarsk officials', 'Milo Tarn', 'Milo Tarn', 'Milo Tarn', 'Milo Tarn'])
  })

  test('what the next sentence tells by itself names nobody before', () => {
    expect(
      sourcesOf('“Nine ships have gone!” Milo Tarn said that the crowd had called.').at(0)?.name
    ).not.toBe('Milo Tarn')
  })

  test('a post is of whoever signs it', () => {
    expect(
      sourcesOf(
        'The port has lost nine ships thanks to many years of neglect.',
        '— Milo Tarn (@milotarn) July 16, 2031'
      )[0]?.name
    ).toBe('Milo Tarn')
  })

  test('whom a quotation tells of is not who says it', () => {
    expect(
      lastNameIn(
        'The woman, named as Saja al-Durai, was held, minister Nouhad Marr told a channel.',
        '“Durai has left him. She has been married three times,” he said.'
      )
    ).toBe('Nouhad Marr')
  })

  test('who is named behind "said" is not who said it when a clause follows', () => {
    expect(lastNameIn('The governor, Taban Osk, said Mr Marr should be held for nine raids.')).toBe(
      'Taban Osk'
    )
  })
})

describe('bodies', () => {
  test.each([
    ['The Islamic State (IS) group said it had taken nine villages.', 'Islamic State'],
    ['The Islamic State militant group said it had taken nine villages.', 'Islamic State'],
    ['IS said it had taken nine villages.', 'Islamic State'],
    [
      'The Syrian Observatory for Human Rights monitor said nine were killed.',
      'Syrian Observatory for Human Rights'
    ],
    ['The UN agency for Palestinian refugees, Unrwa, said nine were killed.', 'UNRWA'],
    ['OHCHR said nine were killed.', 'UN Human Rights Office'],
    ['Nine were killed, according to the Hamas-run health ministry.', 'Hamas-run health ministry'],
    ['Tarsk’s Channel One said nine were killed.', 'Channel One'],
    [
      'The Directorate General of River Navigation said nine barges sank.',
      'Directorate General of River Navigation'
    ]
  ])('%s', (text, name) => {
    expect(lastNameIn(text)?.replaceAll("'", '’')).toBe(name)
  })

  test('a state channel is state media', () => {
    expect(sourcesOf('Russia’s state-run Channel Nine said nine barges sank.')[0]).toMatchObject({
      name: 'Channel Nine',
      type: 'state-media',
      side: 'Russia'
    })
  })

  test('the head of a state is meant by its post', () => {
    expect(
      lastNameIn(
        'Vladimir Putin came to the port.',
        'The Russian leader said nine barges had sunk.'
      )
    ).toBe('Vladimir Putin')
  })

  test('an office of the United Nations is on no side of whom it deals with', () => {
    expect(
      sourcesOf('The chief of a U.N. team visiting Syria said nine barges sank.')[0]
    ).not.toHaveProperty('side')
  })

  test('somebody beside a body is not the body', () => {
    expect(
      sourcesOf('Nine vans left, according to an eyewitness near the White House.')[0]?.type
    ).toBe('unnamed')
  })

  test('a side that only stands before a name is not whose the person is', () => {
    const [, said] = sourcesOf(
      'The governor, Serhiy Osmak, spoke on television.',
      'Russia denies shelling towns but Osmak said Saturday that two people had been killed.'
    )
    expect(said).toMatchObject({ name: 'Serhiy Osmak' })
    expect(said).not.toHaveProperty('side')
  })
})

describe('words that are no party', () => {
  test('a measure of an agency is the agency’s', () => {
    expect(lastNameIn('Nine villages were lost, according to calculations by AFP.')).toBe('AFP')
  })

  test('an adjective that ends a clause', () => {
    expect(
      lastNameIn(
        'Editors and writers who consider the union hostile, troublesome or irrelevant welcomed its loss of nine posts.'
      )
    ).toBeUndefined()
  })

  test('a label of doubt before a claim', () => {
    expect(
      lastNameIn('Unconfirmed claims: A Russian milblogger claimed that soldiers took the mill.')
    ).toBe('Russian milblogger')
  })

  test('what was announced, and who is accused', () => {
    expect(
      lastNameIn('The change, announced in spring 2031, seems poised for approval.')
    ).toBeUndefined()
    expect(lastNameIn('Sudan’s army has often been accused of bombing the hills.')).toBeUndefined()
  })

  test('a place of which somebody tells', () => {
    expect(
      lastNameIn(
        'The worst-hit area was the district of Bener Marah, where a slide killed a man, said Fauzan, an official of the local agency.',
        'He said nine houses were damaged there.'
      )
    ).toBe('Fauzan')
  })

  test('states behind their names', () => {
    expect(
      lastNameIn('The city accused Tarsk of arming men in Upper Orbel and Blue Marr states.')
    ).not.toBe('Blue Marr')
  })
})
