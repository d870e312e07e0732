import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { importFile } from '../../src/importers/registry'
import { writeZip } from '../support/write-zip'

async function textsOf(fileName: string, content: string | Uint8Array): Promise<string[]> {
  const { documents } = await importFile({ bytes: new Uint8Array(Buffer.from(content)), fileName })
  return documents.flatMap((document) => document.blocks.map((block) => block.text))
}

async function codesOf(fileName: string, content: string | Uint8Array): Promise<string[]> {
  const { documents, problems } = await importFile({
    bytes: new Uint8Array(Buffer.from(content)),
    fileName
  })
  return [...problems, ...documents.flatMap((document) => document.problems)].map(
    (found) => found.code
  )
}

const STORY =
  '<p>The ferry to Orsund left at dawn with eleven men and no cargo on board, the harbour office said.</p>'
const TEXT =
  'The ferry to Orsund left at dawn with eleven men and no cargo on board, the harbour office said.'

function warc(head: string, body: Uint8Array): Buffer {
  const content = Buffer.concat([
    Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${head}\r\n\r\n`),
    body
  ])
  return Buffer.concat([
    Buffer.from(
      `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: <https://courier.example/>\r\nContent-Length: ${content.length}\r\n\r\n`
    ),
    content
  ])
}

test.each([
  ['gzip', gzipSync(STORY)],
  ['deflate', deflateSync(STORY)],
  ['deflate', deflateRawSync(STORY)],
  ['br', brotliCompressSync(STORY)],
  ['gzip', Buffer.from(STORY)],
  ['identity', Buffer.from(STORY)]
])('pages stored with content encoding %s are read', async (encoding, body) => {
  expect(await textsOf('page.warc', warc(`Content-Encoding: ${encoding}`, body))).toEqual([TEXT])
})

test('pages whose encoding is broken, and files that are no archives, are told', async () => {
  expect(await codesOf('page.warc', warc('Content-Encoding: br', Buffer.from('no')))).toEqual([
    'damaged',
    'no-text'
  ])
  expect(await codesOf('page.warc.gz', Buffer.from('1f8b0800ffff', 'hex'))).toEqual(['damaged'])
  expect(
    await codesOf('page.warc', 'WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\nrubbish')
  ).toEqual(['damaged', 'no-text'])
})

test('chunks that were joined already are left as they are', async () => {
  expect(
    await textsOf('page.warc', warc('Transfer-Encoding: chunked', Buffer.from(STORY)))
  ).toEqual([TEXT])
})

test('books and documents open whatever their name', async () => {
  const word = writeZip([
    {
      name: 'word/document.xml',
      content:
        '<w:document><w:body><w:p><w:r><w:t>The tide</w:t><w:tab/><w:t>came</w:t><w:br/><w:t>late.</w:t></w:r></w:p></w:body></w:document>'
    }
  ])
  const book = writeZip([
    {
      name: 'META-INF/container.xml',
      content: '<container><rootfile full-path="b%6Fok.opf"/></container>'
    },
    {
      name: 'book.opf',
      content:
        '<package><manifest><item id="a" href="a%20b.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>'
    },
    { name: 'a b.xhtml', content: `<html><body>${STORY}</body></html>` }
  ])

  expect(await textsOf('unnamed', word)).toEqual(['The tide came late.'])
  expect(await textsOf('unnamed', book)).toEqual([TEXT])
})

test.each([
  ['[Content_Types].xml', 'xl/workbook.xml', 'Excel workbook'],
  ['a', 'ppt/presentation.xml', 'PowerPoint presentation'],
  ['a', 'META-INF/MANIFEST.MF', 'Java archive']
])('an archive with %s and %s is refused by its name', async (first, second, name) => {
  const bytes = writeZip([first, second].map((entry) => ({ name: entry, content: 'x' })))
  const { problems } = await importFile({ bytes, fileName: 'x.zip' })

  expect(problems).toMatchObject([{ code: 'unsupported-format', detail: name }])
})

test.each([
  ['a.webp', 'RIFF\u0001\u0001\u0001\u0001WEBPVP8 ', 'WebP picture'],
  ['a.avi', 'RIFF\u0001\u0001\u0001\u0001AVI LIST', 'sound or film'],
  ['a.mp4', '\0\0\0\u0018ftypmp42', 'film'],
  ['a.avif', '\0\0\0\u0018ftypavif', 'picture'],
  ['a.bmp', 'BM\0\0\0\0', 'bitmap picture'],
  ['a.tar', `${'x'.repeat(257)}ustar\0`, 'tar archive']
])('%s is refused by its name', async (fileName, content, name) => {
  const { problems } = await importFile({
    bytes: new Uint8Array(Buffer.from(content, 'latin1')),
    fileName
  })

  expect(problems).toMatchObject([{ code: 'unsupported-format', detail: name }])
})

test.each([
  ['a.msg', '__substg1.0_', 'Outlook mail'],
  ['a.xls', 'Workbook', 'Excel 97 workbook'],
  ['a.ppt', 'PowerPoint Document', 'PowerPoint 97 presentation'],
  ['a.doc', '', 'Word 97 document'],
  ['a', '', 'Office 97 document']
])('the container of %s is told apart by its streams', async (fileName, stream, name) => {
  const bytes = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.from(stream, 'utf16le')
  ])
  const { problems } = await importFile({ bytes, fileName })

  expect(problems).toMatchObject([{ code: 'unsupported-format', detail: name }])
})

test('words that begin like a magic number are text', async () => {
  expect(await textsOf('a.txt', 'BMW and MZ are letters.')).toEqual(['BMW and MZ are letters.'])
})

test('XML without prose shows its source, and a feed without items its text', async () => {
  expect(await textsOf('a.xml', '<?xml version="1.0"?><a b="c"/>')).toEqual([
    '<?xml version="1.0"?><a b="c"/>'
  ])
  expect(
    await textsOf('a.xml', '<rss><channel><title>Nothing yet</title></channel></rss>')
  ).toEqual(['Nothing yet'])
  expect(
    await codesOf('a.svg', '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>')
  ).toEqual(['no-text'])
})

test('a page that is larger than any entry may be is left out', async () => {
  const packed = gzipSync(warc('X-Filler: none', Buffer.alloc(65 * 1024 * 1024, 'tide ')))

  expect(await codesOf('page.warc.gz', packed)).toEqual(['too-large', 'no-text'])
})
