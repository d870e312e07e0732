import { expect, test } from 'vitest'
import { importHtml } from '../../src/importers/html'
import { parsePage, textOf } from '../../src/importers/html-tree'

const read = (html: string) => importHtml(html, { fileName: 'page.html' })
const texts = (html: string): string[] =>
  read(html)
    .blocks.filter((block) => block.furniture === undefined)
    .map((block) => block.text)
const authors = (html: string) => read(html).metadata.authors

const FIRST =
  'The harbour of Tolm stayed shut on Monday, the third day in a row, after the wind had torn two cranes from their rails.'
const SECOND =
  'Ruth Calder, who runs the port, said that ships would wait outside until engineers had looked at the other four.'
const THIRD =
  'Bakers in the old town sold out by nine; the ferry with their flour is one of the ships that lie in the bay.'

test('a link amid the words of a paragraph stays, whatever its names say of its looks', () => {
  expect(
    texts(
      `<article><p>${FIRST}</p><p>The owner has promised <a class="popup share" href="/a">new cranes by autumn</a>, and more of them.</p></article>`
    )
  ).toContain('The owner has promised new cranes by autumn, and more of them.')
})

test('a text that a page builder cut into widgets is read whole', () => {
  const widget = (text: string) => `<div class="widget widget-text"><p>${text}</p></div>`

  expect(texts(`<div class="story">${[FIRST, SECOND, THIRD].map(widget).join('')}</div>`)).toEqual([
    FIRST,
    SECOND,
    THIRD
  ])
})

test('text behind a plea to pay is text, the plea itself is none', () => {
  expect(
    texts(
      `<article><p>${FIRST}</p><div class="paywall-content"><p>${SECOND}</p><p>${THIRD}</p></div><div class="paywall"><p>Pay now.</p></div></article>`
    )
  ).toEqual([FIRST, SECOND, THIRD])
})

test('an article that a page without an end loads after the first is left out', () => {
  const article = (title: string, text: string) =>
    `<article><h1>${title}</h1><p>${text}</p><p>${text.replace('.', ', again.')}</p></article>`
  const found = texts(
    `<main>${article('Harbour of Tolm stays shut', FIRST)}${article('Bakers run out of flour', THIRD)}</main>`
  )

  expect(found).toContain(FIRST)
  expect(found).not.toContain(THIRD)
})

test('a standfirst is told by any of the descriptions, a place before it does not hide it', () => {
  expect(
    texts(
      `<head><meta name="description" content="All about ports."><meta name="twitter:description" content="Two cranes gone, four in doubt: what the storm did to the port."></head>
      <h1>Harbour shut</h1><div>Tolm. Two cranes gone, four in doubt: what the storm did to the port.</div><div class="c1"><p>${FIRST}</p><p>${SECOND}</p></div>`
    )
  ).toContain('Tolm. Two cranes gone, four in doubt: what the storm did to the port.')
})

test('short sentences of scripts without spaces weigh like the long ones of others', () => {
  expect(
    texts(
      '<div class="a"><p>港は月曜日も閉鎖されたままで、小麦粉を積んだ船は沖で待っていると港湾局は述べた。</p><p>嵐で二台のクレーンが倒れた。</p></div><div class="b"><p>Terms of use apply to all of this.</p></div>'
    )
  ).toContain('港は月曜日も閉鎖されたままで、小麦粉を積んだ船は沖で待っていると港湾局は述べた。')
})

test('a link to an author counts before the name of the site', () => {
  const page = (link: string) =>
    `<head><meta name="author" content="The Courier"><meta property="og:site_name" content="The Courier"></head><article><p>By <a href="/authors/x1">${link}</a></p><p>${FIRST}</p></article>`

  expect(authors(page('Ada Marsh'))?.value).toEqual(['Ada Marsh'])
  expect(authors(page('Newsroom'))?.value).toEqual(['The Courier'])
})

test('a text is signed by a line of nothing but a name in bold', () => {
  const page = (end: string) =>
    `<head><meta property="og:site_name" content="The Courier"></head><article><p>${FIRST}</p><p>${SECOND}</p>${end}</article>`

  expect(authors(page('<p><strong>Lena Ostrow</strong></p>'))).toEqual({
    value: ['Lena Ostrow'],
    from: 'text'
  })
  expect(authors(page('<p>Lena Ostrow</p>'))).toBeUndefined()
  expect(authors(page('<p><strong>Three ships wait outside</strong></p>'))).toBeUndefined()
})

test('of authors in microdata those in the byline count', () => {
  const item = (name: string) => `<span itemprop="author">${name}</span>`

  expect(
    authors(
      `<article><div class="byline">By ${item('Ada Marsh')}</div><p>${FIRST}</p></article><ul><li>Flour: ${item('Tom Reed')}</li></ul>`
    )?.value
  ).toEqual(['Ada Marsh'])
})

test('pictures inside of a page do not count against its length', () => {
  const picture = `<img src="data:image/png;base64,${'iVBORw0KGgo'.repeat(6_500_000)}">`
  const { problems, blocks } = read(`<article>${picture}<p>${FIRST}</p></article>`)

  expect(blocks.map((block) => block.text)).toEqual([FIRST])
  expect(problems).toEqual([])
})

test('text behind the longest page that is read is told to be left out', () => {
  const { root, truncated } = parsePage(`<p>${FIRST}</p><p>${SECOND}</p>`, 130)

  expect(textOf(root)).toContain(FIRST)
  expect(truncated).toBe('text behind 130 characters of the page left out')
})
