import { describe, expect, test } from 'vitest'
import { sentences, words } from '../../src/core/text/segment'
import { fold } from '../../src/core/text/fold'
import { textUnder } from '../../src/core/text/span'

const cut = (text: string) => sentences(text).map((span) => textUnder(text, span))

describe('sentences', () => {
  test('end at stops, with closing marks', () => {
    expect(cut('“We left.” Then it rained. Why? Nobody knows!')).toEqual([
      '“We left.”',
      'Then it rained.',
      'Why?',
      'Nobody knows!'
    ])
  })
  test('go on after titles, initials and decimals', () => {
    expect(
      cut('Gen. Orla Venn met N. Tarsk officials of the U.S. Treasury on 4.5 acres. The end.')
    ).toEqual([
      'Gen. Orla Venn met N. Tarsk officials of the U.S. Treasury on 4.5 acres.',
      'The end.'
    ])
  })
  test('end after an hour when a quotation follows', () => {
    expect(cut('The slope fell at 3:40 a.m. “I ran,” she said.')).toEqual([
      'The slope fell at 3:40 a.m.',
      '“I ran,” she said.'
    ])
  })
  test('end after an hour when a capital follows', () => {
    expect(cut('The trams stop at 7 p.m. Classes resume Monday.')).toEqual([
      'The trams stop at 7 p.m.',
      'Classes resume Monday.'
    ])
  })
  test.each([
    'The gates open at 7 p.m. Monday and close at noon.',
    'The gates open at 7 p.m. Sept. 4 and close a day later.',
    'The gates open at 7 p.m. EST on Friday.',
    'The gates open at 7 p.m. Kyiv time.',
    'The gates open at 7 p.m. Eastern on Friday.',
    'At about 9 p.m. Venn left the house.'
  ])('go on after an hour before a day, a zone and what happened then: %s', (text) => {
    expect(cut(text)).toEqual([text])
  })
  test('end after initials when an opener follows', () => {
    expect(cut('It was made in the U.S. The price rose.')).toEqual([
      'It was made in the U.S.',
      'The price rose.'
    ])
  })
  test('end at full-width stops without space', () => {
    expect(cut('今天下雨。明天晴。')).toEqual(['今天下雨。', '明天晴。'])
  })
})

describe('words', () => {
  test('keep apostrophes, part hyphens', () => {
    const text = 'Venn’s well-known No. 5'
    expect(words(text).map((span) => textUnder(text, span))).toEqual([
      'Venn’s',
      'well',
      'known',
      'No',
      '5'
    ])
  })
})

describe('fold', () => {
  test('drops case, marks and invisible letters, and keeps other scripts whole', () => {
    expect(fold('Éco\u00ADle’S')).toBe("ecole's")
    expect(fold('ЁЛКА')).toBe('елка')
    expect(fold('ﬁve')).toBe('five')
  })
})
