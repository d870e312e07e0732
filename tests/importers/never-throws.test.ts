import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toCanonical } from '../../src/core/text/canonical'
import { decode } from '../../src/importers/bytes'
import { importHtml } from '../../src/importers/html'
import { importMarkdown } from '../../src/importers/markdown'
import { importFile } from '../../src/importers/registry'
import { importText } from '../../src/importers/text'

const NAMES = ['a.txt', 'a.html', 'a.md', 'a', 'a.htm', 'a.xml']
const scrap = fc.constantFrom(
  '<p>',
  '</p>',
  '<div class="related">',
  '<table><tr><td>',
  '<!--',
  '-->',
  '<script>',
  '</script>',
  '---\n',
  '+++\n',
  'title: x\n',
  '- a\n',
  '# h\n',
  '\n\n',
  'Share it\n',
  '7:10 a.m.\n',
  'By Ada Marsh\n',
  'HomeWorld',
  '\u0000',
  '\uFFFD',
  'A sentence that is long enough to count as running text. ',
  '港の会談が再開された。',
  '<time datetime="2024-01-01">',
  '<script type="application/ld+json">{"@type":"NewsArticle","author":',
  '[[',
  ']]',
  '![[',
  '<blockquote>',
  '&#0;',
  '\r',
  '\t'
)
const soup = fc
  .array(fc.oneof(scrap, fc.string({ maxLength: 8 })), { maxLength: 40 })
  .map((parts) => parts.join(''))
const input = { fileName: 'a.txt', bytes: new Uint8Array() }

test('no bytes under any name make an importer throw', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom(...NAMES),
      async (bytes, fileName) => {
        const { documents, problems } = await importFile({ bytes, fileName })

        expect(documents.length > 0 || problems.length > 0).toBe(true)
        expect(problems.map(({ code }) => code)).not.toContain('damaged')
      }
    ),
    { numRuns: 150 }
  )
})

test('scraps of pages, Markdown and texts are imported, and twice alike', () => {
  fc.assert(
    fc.property(soup, (text) => {
      for (const read of [
        () => importHtml(text, { fileName: 'a.html' }),
        () => importHtml(text, { fileName: 'a.html', scope: 'fragment' }),
        () => importMarkdown(text, input),
        () => importText(text, input)
      ])
        expect(read()).toEqual(read())
    }),
    { numRuns: 150 }
  )
})

test('every block of a plain text stands where it says in the decoded text', () => {
  fc.assert(
    fc.property(soup, (source) => {
      const { text } = decode(new TextEncoder().encode(source))
      const canonical = toCanonical(importText(text, input).blocks)
      for (const { span, at } of canonical.blocks) {
        const quoted = canonical.text.slice(span.start, span.end)
        expect(quoted).not.toBe('')
        if (at !== undefined) expect(text.slice(at, at + quoted.length)).toBe(quoted)
      }
    }),
    { numRuns: 200 }
  )
})

test.each([
  ['300,000 paragraphs', `<!doctype html>${'<p>s'.repeat(300_000)}`],
  [
    '60,000 nested elements',
    `<!doctype html>${'<div>'.repeat(60_000)}The end of the road is here.`
  ],
  [
    '100,000 attributes',
    `<!doctype html><p ${Array.from({ length: 100_000 }, (_, i) => `a${i}=1`).join(' ')}>Words.`
  ],
  [
    '40,000 children of one element',
    `<!doctype html><div>${'<i>Cup results </i>of the weekend.<hr>'.repeat(40_000)}</div>`
  ],
  [
    'lists nested in JSON-LD',
    `<!doctype html><script type="application/ld+json">{"@type":"NewsArticle","author":${'['.repeat(5_000)}1${']'.repeat(5_000)}}</script><p>Words.`
  ],
  [
    '20,000 bylines',
    `<!doctype html>${'<div class="byline">'.repeat(50)}${'<i class="author">Ada '.repeat(20_000)}`
  ],
  ['200,000 marks in a title', `<!doctype html><title>a${' |'.repeat(200_000)} b</title><p>Words.`],
  ['200,000 wrapped lines', `<!doctype html><p>${'and on\n'.repeat(200_000)}</p>`]
])('%s end well and soon', (_, html) => {
  const started = process.cpuUsage()

  const document = importHtml(html, { fileName: 'a.html' })

  expect(document.blocks.length).toBeGreaterThan(0)
  expect(process.cpuUsage(started).user).toBeLessThan(10_000_000)
})

test.each([
  [
    '200,000 spaces in a tag',
    'a.csv',
    `Title,URL,Document tags,Saved date\nBoat,https://a.example/1,"['a${' '.repeat(200_000)}b']",2024-01-01\n`
  ],
  [
    '250,000 carriage returns in a header',
    'a.eml',
    `From: a@b.example\nSubject: boat${'\r'.repeat(250_000)}x\n\nThe boat is late.\n`
  ],
  [
    '50,000 elements in one text',
    'a.xml',
    `<log><line>One${' and <i>two</i>'.repeat(50_000)}</line></log>`
  ],
  [
    '20,000 cells in one row',
    'a.html',
    `<!doctype html><table><tr>${'<td>One boat and another boat</td>'.repeat(20_000)}</tr></table>`
  ],
  [
    '4,000 parts without an encoding',
    'a.eml',
    `From: a@b.example\nSubject: boat\nContent-Type: multipart/mixed; boundary=m\n\n${'--m\nContent-Type: text/plain\n\nThe caf\u00e9 is open.\n'.repeat(4_000)}--m--\n`
  ]
])('%s end well and soon', async (_, fileName, content) => {
  const started = process.cpuUsage()

  const { documents } = await importFile({
    bytes: new Uint8Array(Buffer.from(content, 'latin1')),
    fileName
  })

  expect(documents).toHaveLength(1)
  expect(process.cpuUsage(started).user).toBeLessThan(3_000_000)
})

test('50,000 wrapped lines of a text end well and soon', () => {
  const started = process.cpuUsage()

  const { blocks } = importText(
    `Night trains\n\n${'and the trains go on through the night and on\n'.repeat(50_000)}`,
    input
  )

  expect(blocks.length).toBeGreaterThan(1)
  expect(process.cpuUsage(started).user).toBeLessThan(3_000_000)
})

const LATE =
  'The harbour office said on Monday that the boat would be back before the evening tide.'

test.each([
  [
    'empty elements',
    `<body>${'<i></i>'.repeat(400_000)}<p>${LATE}</p><p>${LATE} So it was.</p>`,
    2
  ],
  [
    'a menu',
    `<body><nav>${'<a href=x>one</a>'.repeat(400_000)}</nav><article><p>${LATE}</p></article>`,
    1
  ],
  ['a script', `<body>${'<script>1</script>'.repeat(400_000)}<div>${LATE}<br>${LATE}</div>`, 1]
])(
  'what stands behind %s beyond the cap is read as plain text, and that is told',
  (_, html, count) => {
    const { blocks, problems } = importHtml(`<!doctype html><title>Boat</title>${html}`, {
      fileName: 'a.html'
    })

    expect(blocks.filter(({ furniture }) => furniture === undefined)).toHaveLength(count)
    expect(blocks[0]?.text).toContain(LATE)
    expect(blocks.map(({ text }) => text).join(' ')).not.toContain('oneone')
    expect(problems.map(({ code }) => code)).toContain('truncated')
  }
)

test('text nested deeper than the cap is read', () => {
  const { blocks } = importHtml(`<!doctype html>${'<div>'.repeat(400_000)}<p>${LATE}</p>`, {
    fileName: 'a.html'
  })

  expect(blocks.map(({ text }) => text)).toEqual([LATE])
})
