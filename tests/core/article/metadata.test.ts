import { describe, expect, test } from 'vitest'
import { readDate } from '../../../src/core/article/dates'
import { entryTime } from '../../../src/core/article/live'
import { isSameSite, tidyByline, tidyTitle } from '../../../src/core/article/metadata'

describe('dates', () => {
  test.each([
    ['2024-05-03T10:15:00+02:00', '2024-05-03T10:15:00+02:00'],
    ['2024-05-03T08:15:00.000Z', '2024-05-03T08:15:00Z'],
    ['2024-05-03', '2024-05-03'],
    ['20240503', '2024-05-03'],
    ['Fri, 03 May 2024 10:15:00 GMT', '2024-05-03T10:15:00Z'],
    ['Published May 3rd, 2024 at 4:15 p.m.', '2024-05-03T16:15:00'],
    ['3. Mai 2024, 10:15 Uhr', '2024-05-03T10:15:00'],
    ['3 de mayo de 2024', '2024-05-03'],
    ['1er février 2024', '2024-02-01'],
    ['03.05.2024 - 10:15', '2024-05-03T10:15:00'],
    ['5/13/2024', '2024-05-13'],
    ['13/5/2024', '2024-05-13'],
    ['2024年5月3日 9時', '2024-05-03'],
    ['3 мая 2024, 10:15', '2024-05-03T10:15:00'],
    ['1714724100', '2024-05-03T08:15:00Z'],
    ['Friday, 03-May-24 10:15:00 GMT', '2024-05-03T10:15:00Z'],
    ['Fri May  3 10:15:00 UTC 2024', '2024-05-03'],
    ['03/May/2024', '2024-05-03'],
    ['03.05.24, 10:15 Uhr', '2024-05-03T10:15:00'],
    ['2024. május 3.', '2024-05-03'],
    ['2024 m. gegužės 3 d.', '2024-05-03'],
    ['ngày 3 tháng 5 năm 2024', '2024-05-03'],
    ['٣ مايو ٢٠٢٤', '2024-05-03'],
    ['३ मई 2024, १०:१५', '2024-05-03T10:15:00'],
    ['3 พฤษภาคม 2567', '2024-05-03'],
    ['3 במאי 2024', '2024-05-03'],
    ['Sun, 7 May 95 16:21:03 GMT', '1995-05-07T16:21:03Z'],
    ['Sun, 7 May 24 16:21:03 GMT', '2024-05-07T16:21:03Z']
  ])('%s is %s', (text, expected) => {
    expect(readDate(text)).toBe(expected)
  })

  test('the day comes first where the language says so', () => {
    expect(readDate('5/3/2024')).toBe('2024-05-03')
    expect(readDate('5/3/2024', true)).toBe('2024-03-05')
  })

  test.each([
    '',
    'no date',
    '31.02.2024',
    '0001-01-01',
    'version 1.12.03.24',
    '99/99/2024',
    'In 2024 alone',
    'May be 2024'
  ])('“%s” is no date', (text) => {
    expect(readDate(text)).toBeUndefined()
  })
})

describe('titles', () => {
  test.each([
    ['Port opens | The Tidewater Post', ['Tidewater Post'], 'Port opens'],
    ['Port opens - Coast Wire', ['coastwire.example'], 'Port opens - Coast Wire'],
    ['Port opens - Coast Wire', ['www.coastwire.com'], 'Port opens'],
    ['The Tidewater Post: Port opens', [], 'The Tidewater Post: Port opens'],
    ['Coast Wire | The port opens again', ['Coast Wire'], 'The port opens again'],
    ['항구 협상 재개ㅣ조류일보', ['조류일보'], '항구 협상 재개'],
    ['港の会談が再開：潮新聞', ['潮新聞'], '港の会談が再開'],
    ['Talks - and what they cost', ['Coast Wire'], 'Talks - and what they cost']
  ])('%s of %j is “%s”', (raw, sites, expected) => {
    expect(tidyTitle(raw, sites)).toBe(expected)
  })

  test('names of one site are the same in every spelling', () => {
    expect(isSameSite('The Tidewater Post', 'tidewaterpost.com')).toBe(true)
    expect(isSameSite('Tidewater', 'Coast Wire')).toBe(false)
  })
})

describe('bylines', () => {
  test.each([
    ['By Ada Marsh and Tomas Reed', ['Ada Marsh', 'Tomas Reed']],
    ['Von Jonas Brede, Inga Thoms und Per Lind', ['Jonas Brede', 'Inga Thoms', 'Per Lind']],
    ['Ada Marsh, Science Editor', ['Ada Marsh']],
    ['By Ada Marsh, in World', ['Ada Marsh']],
    ['Written by ADMIN', []],
    ['https://example.org/ada', []],
    ['published every Thursday', []],
    ['van der Berg', ['van der Berg']],
    ['Ada Marsh, ada marsh', ['Ada Marsh']],
    ['By: Ada Marsh', ['Ada Marsh']],
    ['Escrito por Ada Marsh y Tomas Reed', ['Ada Marsh', 'Tomas Reed']],
    ['Skrevet av Ada Marsh', ['Ada Marsh']],
    ['Auteur : Ada Marsh', ['Ada Marsh']],
    ['Penulis: Ada Marsh', ['Ada Marsh']],
    ['文／記者王小明', ['王小明']],
    ['Reporting by Ada Marsh; Editing by Tomas Reed', ['Ada Marsh']],
    ['Text: Ada Marsh, Foto: Tomas Reed', ['Ada Marsh']],
    ['Ada Marsh Updated 4 March 2024 06:00', ['Ada Marsh']],
    ['By Ada Marsh in Halvik', ['Ada Marsh']],
    ['Ada Marsh for The Courier', ['Ada Marsh']],
    ['The Centre for Ports', ['The Centre for Ports']],
    ['Autor Verlag', ['Autor Verlag']],
    ['By ADA MARSH Associated Press', ['ADA MARSH']],
    ['By Ada Marsh, CNN', ['Ada Marsh']],
    ['By The Associated Press', ['The Associated Press']],
    ['Ada Associated', ['Ada Associated']]
  ])('%s names %j', (raw, names) => {
    expect(tidyByline(raw)).toEqual(names)
  })
})

test.each([
  ['11.04 Uhr: Neue Lage', '2024-07-18T11:04'],
  ['3:05 p.m.', '2024-07-18T15:05'],
  ['12:30am', '2024-07-18T00:30'],
  ['25:00', undefined],
  ['2:1 for Tarn', undefined]
])('the entry “%s” opens at %s', (text, expected) => {
  expect(entryTime(text, '2024-07-18')).toBe(expected)
})
