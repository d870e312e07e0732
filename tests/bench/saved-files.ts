import { report, seeded } from '../support/corpus'
import { writePdf, type LineToPaint } from '../support/write-pdf'
import { writeZip } from '../support/write-zip'
import { wordOf, zipf } from './corpus'

/** Makes the file of a number; the same number gives the same bytes. */
type Make = (number: number) => string | Uint8Array

/** Files as tools save them, by extension, with the reports of the corpus as articles. */
export const SAVED: Readonly<Record<string, Make>> = {
  html: savedPage,
  txt: (number) => `${report(number).join('\n\n')}\n`,
  md: clipping,
  pdf: printedReport,
  epub: collection
}

const address = (number: number) => `https://courier.example/${String(number)}`
const day = (number: number) => `2024-03-${String(1 + (number % 28)).padStart(2, '0')}`

function words(draw: () => number, count: number): string {
  return Array.from({ length: count }, () => wordOf(zipf(draw))).join(' ')
}

/** Links around the article; news pages have one to three hundred. */
const MENU_LINKS = 80
const TEASERS = 40
/** Code units of scripts and styles in a page, two thirds of what news pages are made of. */
const SCRIPT_SIZE = 90_000

/** A page of some 150 kB as browsers save it: menus, scripts, JSON-LD with the text, teasers of other articles, comments, footer. */
function savedPage(number: number): string {
  const draw = seeded(number)
  const [title = '', ...body] = report(number)
  const link = () => `<li class="menu-item"><a href="/${words(draw, 1)}">${words(draw, 2)}</a></li>`
  const teaser = () =>
    `<div class="teaser"><a href="/${words(draw, 1)}"><img src="https://courier.example/i.jpg" alt=""><h3>${words(draw, 9)}</h3></a><p>${words(draw, 20)}.</p></div>`
  const times = (count: number, make: () => string) => Array.from({ length: count }, make).join('')
  const linked = JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    datePublished: `${day(number)}T06:00:00Z`,
    author: [{ '@type': 'Person', name: 'Ada Marsh' }],
    publisher: { '@type': 'Organization', name: 'Courier' },
    articleBody: body.join('\n\n')
  })
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | Courier</title>
<meta property="og:title" content="${title}"><meta property="og:site_name" content="Courier"><link rel="canonical" href="${address(number)}">
<script type="application/ld+json">${linked}</script>
<script>window.state={"flags":"${'ab01'.repeat(SCRIPT_SIZE / 4)}"}</script></head>
<body><header><nav><ul>${times(MENU_LINKS, link)}</ul></nav></header>
<main><article><h1>${title}</h1><div class="byline">By <a rel="author" href="/author/ada-marsh">Ada Marsh</a></div>
<div class="share-buttons"><button>Share</button><button>Print</button></div>
<div class="article-body">${body.map((text) => `<p class="text">${text}</p>`).join('\n')}</div></article>
<aside class="related">${times(TEASERS, teaser)}</aside>
<section class="comments">${times(TEASERS, () => `<div class="comment"><p>${words(draw, 30)}</p></div>`)}</section></main>
<footer><ul>${times(MENU_LINKS, link)}</ul></footer></body></html>`
}

/** A note of a web clipper. */
function clipping(number: number): string {
  const [title = '', ...body] = report(number)
  return `---\ntitle: "${title}"\nsource: "${address(number)}"\nauthor:\n  - "[[Ada Marsh]]"\npublished: ${day(number)}\ntags:\n  - clippings\n---\n\n# ${title}\n\n${body.join('\n\n')}\n`
}

const LINE_CHARS = 90
const LINES_PER_PAGE = 55
const LEADING = 13

/** A report printed to a few pages of wrapped lines with running heads. */
function printedReport(number: number): Uint8Array {
  const [title = '', ...body] = report(number)
  const lines = body.flatMap((text) => [...wrapped(text), ''])
  const pages: LineToPaint[][] = []
  for (let at = 0; at < lines.length; at += LINES_PER_PAGE) {
    const page: LineToPaint[] = [
      { text: `Courier, ${day(number)}`, x: 60, y: 815, size: 8 },
      { text: String(pages.length + 1), x: 530, y: 20, size: 8 }
    ]
    if (at === 0) page.push({ text: title, x: 60, y: 790, size: 18 })
    for (const [row, text] of lines.slice(at, at + LINES_PER_PAGE).entries())
      if (text !== '') page.push({ text, x: 60, y: 765 - row * LEADING })
    pages.push(page)
  }
  return writePdf(pages, { Title: title })
}

function wrapped(text: string): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? ''
    if (last.length + word.length < LINE_CHARS)
      lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

const CHAPTERS = 10

/** A book of ten saved articles. */
function collection(number: number): Uint8Array {
  const parts = Array.from({ length: CHAPTERS }, (_, i) => report(number * CHAPTERS + i))
  const name = (i: number) => `c${String(i)}.xhtml`
  const manifest = parts.map(
    (_, i) => `<item id="c${String(i)}" href="${name(i)}" media-type="application/xhtml+xml"/>`
  )
  const spine = parts.map((_, i) => `<itemref idref="c${String(i)}"/>`)
  return writeZip([
    { name: 'mimetype', content: 'application/epub+zip', stored: true },
    {
      name: 'META-INF/container.xml',
      content:
        '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>' +
        '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
    },
    {
      name: 'book.opf',
      content:
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">' +
        `<dc:title>Collection ${String(number)}</dc:title></metadata><manifest>${manifest.join('')}</manifest><spine>${spine.join('')}</spine></package>`
    },
    ...parts.map(([title = '', ...body], i) => ({
      name: name(i),
      content: `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>${title}</title></head><body><h1>${title}</h1>${body.map((text) => `<p>${text}</p>`).join('')}</body></html>`
    }))
  ])
}
