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
