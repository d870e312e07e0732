import { expect, test } from 'vitest'
import { importHtml } from '../../src/importers/html'
import { importFile } from '../../src/importers/registry'

async function read(fileName: string, content: string) {
  const { documents, problems } = await importFile({
    bytes: new Uint8Array(Buffer.from(content)),
    fileName
  })
  return {
    formats: documents.map((document) => document.format),
    texts: documents.flatMap((document) => document.blocks.map((block) => block.text)),
    codes: problems.map((found) => found.code),
    titles: documents.map((document) => document.metadata.title.value)
  }
}

const STORY =
  'The boat left the harbour of Halvik at dawn and did not come back before the evening, the harbour office said on Monday.'

test('an archive without its extension is told by its headers', async () => {
  const archive = `From: <Saved by Blink>\nSnapshot-Content-Location: https://a.example/\nSubject: Late boat\nContent-Type: text/html\n\n<p>${STORY}</p>`

  expect(await read('saved', archive)).toMatchObject({
    formats: ['mhtml'],
    texts: [STORY],
    titles: ['Late boat']
  })
})

test('a page under the name of an archive opens, and says what is wrong', async () => {
  const { texts, codes } = await read('a.mhtml', `junk\n<html><body><p>${STORY}</p></body></html>`)

  expect(texts).toEqual([STORY])
  expect(codes).toEqual(['damaged'])
})

test('an archive without a page is refused', async () => {
  expect((await read('a.mhtml', 'MIME-Version: 1.0\nContent-Type: image/png\n\nxx')).codes).toEqual(
    ['no-text']
  )
  expect(
    (await read('a.mhtml', 'MIME-Version: 1.0\nContent-Type: text/html\n\n<img>')).codes
  ).toEqual(['no-text'])
  expect((await read('a.mhtml', 'Content-Type: text/plain\n\nOnly words.')).texts).toEqual([
    'Only words.'
  ])
})

test('a mail that was taken out of a mailbox is one mail', async () => {
  const mail = `From a@b.example Thu Feb  1 12:00:00 2024\nFrom: a@b.example\nSubject: boat\n\n${STORY}`

  expect((await read('a.eml', mail)).formats).toEqual(['eml'])
  expect((await read('a', mail)).formats).toEqual(['mbox'])
  expect((await read('a.txt', 'From here one sees the harbour.\n')).formats).toEqual(['txt'])
})

test('a feed gives an item for each of its entries, and other XML its elements', async () => {
  const feed = `<feed xml:lang="en"><title>Courier</title><entry><id>1</id><title>Late &lt;b&gt;boat&lt;/b&gt;</title><link rel="self" href="https://a.example/x"/><link href="https://a.example/1"/><summary>${STORY}</summary><updated>2024-02-03T04:05:06Z</updated></entry></feed>`

  expect(await read('a.xml', feed)).toMatchObject({ texts: [STORY], titles: ['Late boat'] })
  expect(
    (
      await read(
        'a.xml',
        '<log><style>p{}</style><line>One <i>and</i> two</line><line>Three</line></log>'
      )
    ).texts
  ).toEqual(['One and two', 'Three'])
  expect((await read('a.xml', '<html><body><p>A page</p></body></html>')).formats).toEqual(['html'])
  expect((await read('a.xml', '\0\u0001\u0002\u0003'.repeat(50))).codes).toEqual(['binary'])
})

/** A page with a title for each place that may have one; an empty title leaves the place out. */
function titledPage(titles: { linked: string; shared: string; page: string; heading: string }) {
  const linked = JSON.stringify({ '@type': 'NewsArticle', headline: titles.linked })
  return `<!doctype html><title>${titles.page}</title>
<meta property="og:title" content="${titles.shared}">
<script type="application/ld+json">${linked}</script>
<article><h1${titles.heading.startsWith('*') ? ' itemprop="headline"' : ''}>${titles.heading.replace('*', '')}</h1><p>${STORY}</p></article>`
}

const SEARCH = 'Halvik ferry accident: what we know so far'
const READERS = 'The night the ferry did not come home'

test.each([
  // [JSON-LD, shared title, page title, heading, expected]
  [SEARCH, READERS, `${SEARCH} | Coast Wire`, SEARCH, READERS],
  [SEARCH, READERS, SEARCH, READERS, READERS],
  [READERS, SEARCH, `${SEARCH} - Coast Wire`, READERS, READERS],
  [READERS, SEARCH, SEARCH, SEARCH, READERS],
  // The heading is another text, or microdata says which one it is.
  [SEARCH, READERS, SEARCH, 'Live', SEARCH],
  [SEARCH, READERS, SEARCH, `*${SEARCH}`, SEARCH],
  [SEARCH, READERS, 'Coast Wire', `*${READERS}`, READERS],
  // The shared title is the same one, longer or shorter.
  [SEARCH, `${SEARCH} and what not`, SEARCH, SEARCH, SEARCH],
  [`${READERS} after the storm`, READERS, `${READERS} after the storm`, READERS, READERS]
])('of %j and %j under %j and %j the title is %j', async (linked, shared, page, heading, title) => {
  const { titles } = await read('a.html', titledPage({ linked, shared, page, heading }))

  expect(titles).toEqual([title])
})

test('a page of pictures names them, and says that there is no text', () => {
  const { blocks, problems } = importHtml(
    '<body><img src="https://courier.example/p.gif" width=1><img src="maps/quay.png?w=6"><img alt="Red: closed" src="k.png">',
    { fileName: 'map.html' }
  )

  expect(blocks.map((block) => block.text)).toEqual(['[quay.png]', 'Red: closed'])
  expect(problems.find((found) => found.code === 'no-text')?.severity).toBe('warning')
})

test('a page that a script would have drawn is no page of pictures', () => {
  const { problems } = importHtml('<body><script src="app.js"></script><img src="logo.png">', {
    fileName: 'app.html'
  })

  expect(problems.find((found) => found.code === 'no-text')?.severity).toBe('error')
})

test('the address comes from the comment that browsers save with a page', () => {
  const { metadata } = importHtml(
    '<!-- saved from url=(0027)https://courier.example/tide --><html><body><p>The tide came late.</p>',
    { fileName: 'tide.html' }
  )

  expect(metadata.url).toEqual({ value: 'https://courier.example/tide', from: 'header' })
})
