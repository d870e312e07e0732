import { expect, test } from 'vitest'
import { importFile } from '../../src/importers/registry'
import { writeZip, type EntryToWrite } from '../support/write-zip'

async function codes(bytes: Uint8Array, fileName: string): Promise<string[]> {
  const { documents, problems } = await importFile({ bytes, fileName })
  return [...problems, ...documents.flatMap((document) => document.problems)].map(
    (found) => `${found.severity} ${found.code}`
  )
}

const CONTAINER: EntryToWrite = {
  name: 'META-INF/container.xml',
  content: '<container><rootfile full-path="b.opf"/></container>'
}
const ITEM = '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
const STORY =
  '<p>The boat left the harbour of Halvik at dawn and did not come back before the evening, the harbour office said on Monday.</p>'
const opf = (content: string): EntryToWrite => ({ name: 'b.opf', content })
const book = (...entries: EntryToWrite[]): Buffer => writeZip([CONTAINER, ...entries])

test.each([
  ['the package file is missing', [], 'error damaged'],
  ['the package file is empty', [opf('')], 'error damaged'],
  [
    'the spine is empty',
    [opf(`<package><manifest>${ITEM}</manifest><spine/></package>`)],
    'error damaged'
  ],
  [
    'the only chapter is missing',
    [opf(`<package><manifest>${ITEM}</manifest><spine><itemref idref="a"/></spine></package>`)],
    'error damaged'
  ],
  [
    'the only chapter has no text',
    [
      opf(`<package><manifest>${ITEM}</manifest><spine><itemref idref="a"/></spine></package>`),
      { name: 'a.xhtml', content: '<p></p>' }
    ],
    'error no-text'
  ]
])('a book is refused when %s', async (_, entries, code) => {
  expect(await codes(book(...entries), 'b.epub')).toEqual([code])
})

test('a title page, a broken contents page and a stray percent sign cost nothing', async () => {
  const manifest = `${ITEM}<item id="t" href="t%.xhtml" media-type="application/xhtml+xml"/><item id="n" href="toc.ncx" media-type="application/x-dtbncx+xml"/>`
  const bytes = book(
    opf(
      `<package><manifest>${manifest}</manifest><spine><itemref idref="t"/><itemref idref="a"/></spine></package>`
    ),
    { name: 't%.xhtml', content: '<h1>A title page</h1>' },
    { name: 'toc.ncx', content: '<ncx>', statedCrc: 1 },
    { name: 'a.xhtml', content: STORY }
  )
  const { documents, problems } = await importFile({ bytes, fileName: 'b.epub' })

  expect(documents.map((document) => document.entry)).toEqual(['a.xhtml'])
  expect(problems).toEqual([])
})

test('fonts that are only scrambled do not lock a book', async () => {
  const bytes = book(
    {
      name: 'META-INF/encryption.xml',
      content:
        '<encryption><EncryptedData><EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding#font-obfuscation"/><CipherReference URI="a.xhtml"/></EncryptedData></encryption>'
    },
    opf(`<package><manifest>${ITEM}</manifest><spine><itemref idref="a"/></spine></package>`),
    { name: 'a.xhtml', content: STORY }
  )

  expect(await codes(bytes, 'b.epub')).toEqual([])
})

const word = (body: string, ...more: EntryToWrite[]): Buffer =>
  writeZip([
    { name: 'word/document.xml', content: `<w:document><w:body>${body}</w:body></w:document>` },
    ...more
  ])
const p = (text: string, style = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`

async function blocksOf(bytes: Uint8Array): Promise<string[]> {
  const { documents } = await importFile({ bytes, fileName: 'd.docx' })
  return documents.flatMap((document) =>
    document.blocks.map((block) => `${block.role}${block.level ?? ''}: ${block.text}`)
  )
}

test('paragraphs of a Word document keep what their style says', async () => {
  expect(
    await blocksOf(
      word(
        p('Tides', 'Title') +
          p('North', 'Heading3') +
          p('Figure 1', 'Caption') +
          p('One', 'ListBullet') +
          p('They said so', 'IntenseQuote') +
          p('co<w:noBreakHyphen/>op')
      )
    )
  ).toEqual([
    'heading1: Tides',
    'heading3: North',
    'caption: Figure 1',
    'list-item: One',
    'quote: They said so',
    'paragraph: co\u2011op'
  ])
})

test('text boxes are read once, tables in cells join their row, and hyphens stay', async () => {
  expect(
    await blocksOf(
      word(
        '<w:p><w:r><w:drawing><wp:docPr/><w:txbxContent>' +
          p('In a box') +
          '</w:txbxContent></w:drawing></w:r></w:p>' +
          '<w:tbl><w:tr><w:tc>' +
          p('Gauge') +
          '</w:tc><w:tc><w:tbl><w:tr><w:tc>' +
          p('4.1') +
          '</w:tc><w:tc>' +
          p('m') +
          '</w:tc></w:tr></w:tbl></w:tc></w:tr><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>' +
          '<w:p><w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t></w:r></w:p>'
      )
    )
  ).toEqual(['paragraph: In a box', 'table-row: Gauge | 4.1 | m', 'paragraph: co\u2011op'])
})

test('a Word document without its text, or with broken relations, is told', async () => {
  expect(await codes(writeZip([{ name: 'other.xml', content: '<a/>' }]), 'd.docx')).toEqual([
    'error damaged'
  ])
  expect(
    await codes(writeZip([{ name: 'word/document.xml', content: 'no XML at all' }]), 'd.docx')
  ).toEqual(['error damaged'])
  expect(
    await codes(
      word(p('Tide'), { name: '_rels/.rels', content: '<Relationships/>', statedCrc: 1 }),
      'd.docx'
    )
  ).toEqual([])
})
