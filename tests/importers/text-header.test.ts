import { expect, test } from 'vitest'
import type { ImportInput } from '../../src/importers/importer'
import { importText } from '../../src/importers/text'

const input: ImportInput = {
  bytes: new Uint8Array(),
  fileName: '0001_ab12.txt',
  modified: '2031-04-01T00:00:00.000Z'
}
const BODY =
  'The harbour of Tarn stayed shut on Monday after a crane fell into the basin, the port office said.'

const titleOf = (...lines: string[]): string =>
  importText([...lines, BODY].join('\n\n'), input).metadata.title.value

test('a title glued to a breadcrumb is the line that it repeats', () => {
  expect(
    titleOf('HomeNewsHarbour stays shut as crane falls', 'Harbour stays shut as crane falls')
  ).toBe('Harbour stays shut as crane falls')
  expect(titleOf('HomeNewsHarbour stays shut as...', 'Harbour stays shut as crane falls')).toBe(
    'Harbour stays shut as crane falls'
  )
})

test('a title with words of its own before those of a sub-heading stays', () => {
  expect(
    titleOf('Live: Harbour stays shut as crane falls', 'Harbour stays shut as crane falls')
  ).toBe('Live: Harbour stays shut as crane falls')
})

test.each([
  ['a section above a rule', ['Notices Front', '- - - - -', 'Harbour stays shut as crane falls']],
  ['a box of the page', ['MUST WATCH', 'Harbour stays shut as crane falls']],
  ['the paper', ['The Washington Post', 'Harbour stays shut as crane falls']],
  [
    'a byline without its word',
    ['Orla Venn, Ivo Drass and Ida Holm', 'Harbour stays shut as crane falls']
  ],
  ['glued share buttons', ['FacebookEmail Twitter LinkedIn', 'Harbour stays shut as crane falls']],
  [
    'a link to a film',
    ['Watch the crane fall into the basin 08:28', 'Harbour stays shut as crane falls']
  ],
  [
    'a picture credit',
    [
      'AFP PHOTO / Lehti / Heikki Holm / HEIKKI HOLM/AFP/Getty Images',
      'Harbour stays shut as crane falls'
    ]
  ]
])('%s above the title is no title', (_, lines) => {
  expect(titleOf(...lines)).toBe('Harbour stays shut as crane falls')
})

test('a short title in capitals that stands alone is the title', () => {
  expect(titleOf('CRANE FALLS')).toBe('CRANE FALLS')
})

test('a title that holds a dash is no name of a site when it is repeated', () => {
  const title = 'Cranes, ferries and now trains — Tarn makes everyone wait'
  const { metadata } = importText([title, title, BODY].join('\n\n'), input)
  expect(metadata.title.value).toBe(title)
  expect(metadata.publisher).toBeUndefined()
})

test('without a title the beginning of the text stands for it, without its dateline', () => {
  expect(
    importText(`By Orla Venn\n\nTARN, Oct 17 (Tidewire) - ${BODY}`, input).metadata.title
  ).toEqual({
    value: expect.stringMatching(/^The harbour of Tarn stayed shut/) as string,
    from: 'guess'
  })
})
