import { expect, test } from 'vitest'
import { cutToFit } from '../../src/renderer/src/lib/text/excerpt'

const text = `${'The harbour of Tarn stays closed. '.repeat(3)}Two ferries wait outside, the port authority said.`
const marked = (word: string) => {
  const start = text.indexOf(word)
  return { text, marks: [{ start, end: start + word.length }] }
}
const words = (cut: ReturnType<typeof cutToFit>): string[] =>
  cut.marks.map(({ start, end }) => cut.text.slice(start, end))

test('an excerpt that fits stays as it is', () => {
  const excerpt = marked('harbour')
  expect(cutToFit(excerpt, 500)).toEqual(excerpt)
})

test('it begins at a word shortly before a mark that stands far in, and the mark lies on its word', () => {
  const cut = cutToFit(marked('ferries'), 500)
  expect(cut.text).toMatch(/^…\S.*Two ferries wait.*said\.$/)
  expect(cut.text.indexOf('ferries')).toBeLessThanOrEqual(52)
  expect(words(cut)).toEqual(['ferries'])
})

test('it ends at a word that its lines can just not hold, and marks beyond it are left out', () => {
  const excerpt = { text, marks: [...marked('harbour').marks, ...marked('authority').marks] }
  const cut = cutToFit(excerpt, 40)
  expect(cut.text).toMatch(/^The harbour of Tarn stays closed\. The harbour…$/)
  expect(words(cut)).toEqual(['harbour'])
})

test('text without spaces is not cut within a word', () => {
  const long = { text: 'x'.repeat(300), marks: [{ start: 120, end: 130 }] }
  expect(cutToFit(long, 60)).toEqual(long)
})

test('a mark over the edge ends with the text', () => {
  const excerpt = { text: 'one two three four five', marks: [{ start: 4, end: 18 }] }
  expect(words(cutToFit(excerpt, 8))).toEqual(['two three'])
})
