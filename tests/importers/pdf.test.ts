import { expect, test } from 'vitest'
import { importFile } from '../../src/importers/registry'
import { PAGE_HEIGHT, PAGE_WIDTH, writePdf, type LineToPaint } from '../support/write-pdf'
import { threadTime } from '../support/thread-time'

async function open(bytes: Uint8Array, fileName = 'paper.pdf') {
  const { documents, problems } = await importFile({ bytes, fileName })
  return { document: documents[0], problems }
}

async function textsOf(pages: readonly (readonly LineToPaint[])[]): Promise<string[]> {
  return (await open(writePdf(pages))).document?.blocks.map((block) => block.text) ?? []
}

const BODY = [
  'The boat left the harbour of Halvik at dawn and',
  'did not come back before the evening, said the',
  'harbour office on Monday.'
]
const WHOLE = BODY.join(' ')
const upright = BODY.map((text, row): LineToPaint => ({ text, x: 60, y: 700 - row * 12 }))

test.each([
  [90, (row: number) => ({ x: 60 + row * 12, y: 60 })],
  [180, (row: number) => ({ x: PAGE_WIDTH - 60, y: 100 + row * 12 })],
  [270, (row: number) => ({ x: PAGE_WIDTH - 60 - row * 12, y: PAGE_HEIGHT - 60 })]
] as const)(
  'a page written at %i degrees reads like one that stands upright',
  async (turn, place) => {
    expect(await textsOf([BODY.map((text, row) => ({ text, turn, ...place(row) }))])).toEqual([
      WHOLE
    ])
  }
)

test('marks along the edge of a page are left out', async () => {
  const mark: LineToPaint = { text: 'archive copy 17', x: 20, y: 300, turn: 90 }

  expect(await textsOf([[mark, ...upright]])).toEqual([WHOLE])
})

test('a page whose content is broken costs that page only', async () => {
  const bytes = writePdf([upright, [{ text: 'Another page of the same paper.', x: 60, y: 700 }]])
  const broken = Buffer.from(
    bytes.toString('latin1').replace('/Contents 8 0 R', '/Contents (no)'),
    'latin1'
  )
  const { document } = await open(broken)

  expect(document?.blocks.map((block) => block.text)).toEqual([WHOLE])
  expect(document?.problems.map((found) => found.where)).toEqual(['page 2'])
})

test.each([
  [1, '1 page without text', 'page 2'],
  [2, '2 pages without text', 'pages 2, 3']
])('%i empty pages are counted in words', async (empty, detail, where) => {
  const pages = Array.from({ length: empty }, () => [])
  const { document } = await open(writePdf([upright, ...pages]))

  expect(document?.problems).toMatchObject([{ code: 'no-text-layer', detail, where }])
})

test.each([
  ['D:20240203', '2024-02-03'],
  ['D:2024020304', '2024-02-03'],
  ['D:20240203040506Z', '2024-02-03T04:05:06Z'],
  ["D:20240203040506-05'30'", '2024-02-03T04:05:06-05:30'],
  ['D:20241303', undefined],
  ['yesterday', undefined]
])('the date %s is read as %s', async (stated, read) => {
  const { document } = await open(writePdf([upright], { CreationDate: stated }))

  expect(document?.metadata.published?.value).toBe(read)
})

test('a title that is a name of a file gives way to the biggest heading, and that to the file name', async () => {
  const heading: LineToPaint = { text: 'A late return', x: 60, y: 760, size: 20 }
  const titleOf = async (lines: readonly LineToPaint[], title: string) =>
    (await open(writePdf([lines], { Title: title }))).document?.metadata.title

  expect(await titleOf([heading, ...upright], 'return_final.docx')).toEqual({
    value: 'A late return',
    from: 'text'
  })
  expect(await titleOf([heading, ...upright], 'The boat that came late')).toMatchObject({
    from: 'header'
  })
  expect(await titleOf(upright, '7')).toEqual({ value: 'paper', from: 'file name' })
})

test('names of authors are parted and names of accounts are none', async () => {
  const authorsOf = async (author: string) =>
    (await open(writePdf([upright], { Author: author }))).document?.metadata.authors?.value

  expect(await authorsOf('Ada Marsh; Tomas Reed and Otto Hale')).toEqual([
    'Ada Marsh',
    'Tomas Reed',
    'Otto Hale'
  ])
  expect(await authorsOf('admin')).toBeUndefined()
})

test('page numbers and lines that recur at the head are left out, but not from a page that has nothing else', async () => {
  const page = (number: string, lines: readonly LineToPaint[]): LineToPaint[] => [
    { text: 'Nordvale Courier, Monday', x: 60, y: 810 },
    ...lines,
    { text: number, x: 290, y: 30 }
  ]

  expect(await textsOf([page('iv', upright), page('v', []), page('Page 6 of 9', upright)])).toEqual(
    [WHOLE, 'Nordvale Courier, Monday v', WHOLE]
  )
})

test('bytes before the magic number, and none at all, are dealt with', async () => {
  expect(
    (await open(Buffer.concat([Buffer.from('junk '), writePdf([upright])]), 'paper')).document
      ?.blocks
  ).toHaveLength(1)
  expect((await open(Buffer.from('no paper'))).problems).toMatchObject([{ code: 'damaged' }])
})

test.each([
  '5 0 obj\n<< /A (tide) \n',
  '5 0 obj\n[ 1 2 3 4 5 6 7 \n',
  '5 0 obj\n(tide and tables \n'
])('a file of thousands of %j is refused at once', async (piece) => {
  const bytes = Buffer.from(`%PDF-1.7\n${piece.repeat(12_000)}`)
  const taken = threadTime()

  expect((await open(bytes)).problems).toMatchObject([{ code: 'damaged' }])
  expect(taken()).toBeLessThan(5_000)
})

/** A page whose glyphs go by number, in a font that does not say which letters they are. */
function numberedGlyphs(codes: string): Uint8Array {
  const drawn = `BT /F0 24 Tf 40 60 Td <${codes}> Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 100] /Contents 4 0 R /Resources << /Font << /F0 5 0 R >> >> >>',
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Harbour /Encoding /Identity-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Harbour /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 600 >>'
  ]
  const body = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('')
  return Buffer.from(`%PDF-1.4\n${body}trailer\n<< /Size 7 /Root 1 0 R >>\n%%EOF`, 'latin1')
}

test('letters that no font names are shown as unknown, and said to be so', async () => {
  const { document } = await open(numberedGlyphs('0001000200030004'), 'tide-table.pdf')

  expect(document?.blocks.map((block) => block.text)).toEqual(['\uFFFD\uFFFD\uFFFD\uFFFD'])
  expect(document?.metadata.title?.value).toBe('tide-table')
  expect(document?.problems.map((found) => found.code)).toContain('invalid-characters')
})
