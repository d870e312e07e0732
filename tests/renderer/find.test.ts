import { expect, test } from 'vitest'
import { find } from '../../src/renderer/src/lib/text/find'

const under = (text: string, wanted: string) =>
  find(text, wanted).map(({ start, end }) => text.slice(start, end))

test('case, diacritics and the kind of quotation mark do not matter', () => {
  expect(under('The Érable said: “stop”.', 'erable')).toEqual(['Érable'])
  expect(under('The Érable said: “stop”.', '"STOP"')).toEqual(['“stop”'])
})

test('no-break spaces and dashes match what the keyboard has', () => {
  expect(under('24\u00A0boats – all of them', '24 boats - all')).toEqual(['24\u00A0boats – all'])
})

test('places count in the text although folding changes lengths', () => {
  expect(under('ﬁne ﬁsh, fine fish', 'fish')).toEqual(['ﬁsh', 'fish'])
})

test('nothing is found for white space', () => {
  expect(find('a b', ' ')).toEqual([])
})
