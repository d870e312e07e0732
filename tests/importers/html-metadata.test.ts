import { describe, expect, test } from 'vitest'
import type { Metadata } from '../../src/core/article/article'
import { importHtml } from '../../src/importers/html'

const TEXT = ['boat', 'ferry', 'tug'].map(
  (what) =>
    `<p>The ${what} left the harbour of Halvik at dawn and did not come back before the evening, the harbour office said on Monday.</p>`
)
const TITLE = 'Ferry crews walk out in Halvik over night shifts'
const SITE = '<meta property="og:site_name" content="Courier">'

function read(head: string, top = ''): Metadata {
  const html = `<!doctype html><html lang="en"><head>${head}</head><body><article>${top}${TEXT.join('')}</article></body></html>`
  return importHtml(html, { fileName: 'saved.html' }).metadata
}

const linked = (...things: readonly unknown[]) =>
  things
    .map((thing) => `<script type="application/ld+json">${JSON.stringify(thing)}</script>`)
    .join('')
const news = (parts: object) => ({ '@type': 'NewsArticle', headline: TITLE, ...parts })

describe('titles', () => {
  test.each([
    [
      'a heading that is the site’s name',
      `${SITE}<title>${TITLE} - Courier</title>`,
      '<h1>Courier</h1>'
    ],
    [
      'shared title that is the site’s name',
      `${SITE}<meta property="og:title" content="Courier">`,
      `<h1>${TITLE}</h1>`
    ],
    [
      'JSON-LD of the site',
      `${SITE}${linked({ '@type': 'WebPage', name: 'Courier' })}`,
      `<h1>${TITLE}</h1>`
    ],
    [
      'tags in a headline',
      linked(news({ headline: TITLE.replace('walk out', '<em>walk</em> out') })),
      ''
    ],
    [
      'tags in a meta tag',
      `<meta property="og:title" content="${TITLE.replace('walk', '&lt;i&gt;walk&lt;/i&gt;')}">`,
      ''
    ],
    [
      'a headline cut with dots',
      linked(news({ headline: 'Ferry crews walk out in Halvik…' })),
      `<h1>${TITLE}</h1>`
    ],
    [
      'a headline cut in a word',
      linked(news({ headline: `${TITLE.slice(0, -3)}` })),
      `<h1>${TITLE}</h1>`
    ],
    ['a section before the site', `${SITE}<title>${TITLE} | World | Courier</title>`, ''],
    [
      'microdata beside a logo',
      `<title>Courier</title>${SITE}`,
      `<h1>Welcome</h1><h1>Menu</h1><h2 itemprop="headline">${TITLE}</h2>`
    ],
    [
      'a catalogue’s tags',
      `<meta name="citation_title" content="${TITLE}"><title>Ports</title>`,
      ''
    ],
    [
      'JSON-LD that lists another article first',
      `${linked([news({ headline: 'Another story of the day', url: 'https://c.example/b' }), news({ url: 'https://c.example/a' })])}<link rel="canonical" href="https://c.example/a">`,
      ''
    ],
    [
      'JSON-LD that lists another article first, without addresses',
      `${linked(news({ headline: 'Another story of the day' }), news({}))}<title>${TITLE} | Courier</title>`,
      ''
    ]
  ])('with %s', (_, head, top) => {
    expect(read(head, top).title.value).toBe(TITLE)
  })

  test('a headline as long as search engines take is cut between words', () => {
    const whole = `${TITLE}, and the islands wait for boats with food and medicine till the talks`
    const cut = whole.slice(0, whole.indexOf(' till'))

    expect(read(linked(news({ headline: cut })), `<h1>${whole}</h1>`).title.value).toBe(whole)
  })

  test('a title that others only begin alike is no cut one', () => {
    const short = 'Ferry crews walk out in Halvik'

    expect(read(linked(news({ headline: short })), `<h1>${TITLE}</h1>`).title.value).toBe(short)
  })

  test('a page whose every title is the site’s name keeps it', () => {
    expect(read(`${SITE}<title>Courier</title>`, '<h1>Courier</h1>').title.value).toBe('Courier')
  })
})

const BOTH = ['Ada Marsh', 'Tom Reed']

describe('authors', () => {
  test.each([
    [
      'family names first',
      '<meta name="citation_author" content="Marsh, Ada"><meta name="citation_author" content="Reed, Tom">',
      '',
      BOTH
    ],
    ['names as printed', '<meta name="dc.creator" content="Ada Marsh, Tom Reed">', '', BOTH],
    [
      'the lines of a shared link',
      '<meta name="twitter:label1" content="Verfasst von"><meta name="twitter:data1" content="Ada Marsh"><meta name="twitter:label2" content="Reading time"><meta name="twitter:data2" content="4 minutes">',
      '',
      ['Ada Marsh']
    ],
    [
      'links to several authors',
      '',
      '<p>By <a rel="author" href="/x">Ada Marsh</a> and <a rel="author" href="/y">Tom Reed</a></p>',
      BOTH
    ],
    [
      'names that touch',
      '',
      '<div class="authors"><span><a href="/author/ada">Ada Marsh</a></span><span><a href="/author/tom">Tom Reed</a></span></div>',
      BOTH
    ],
    ['a date in the line', '', '<p class="byline">By Ada Marsh | March 4, 2024</p>', ['Ada Marsh']],
    [
      'a date that touches',
      '',
      '<div class="byline"><p>By Ada Marsh</p><p>March 4, 2024</p></div>',
      ['Ada Marsh']
    ],
    [
      'the site and a date',
      SITE,
      '<p class="byline">Ada Marsh Courier Published 6:00 AM March 4, 2024</p>',
      ['Ada Marsh']
    ],
    [
      'photographers',
      '',
      '<p class="autor">Text: Ada Marsh, Foto: Tom Reed und Eva Holt</p>',
      ['Ada Marsh']
    ],
    [
      'photographers first',
      '',
      '<p class="autor">Fotos: Tom Reed, Text: Ada Marsh</p>',
      ['Ada Marsh']
    ],
    [
      'people in a graph of another script',
      linked(
        news({ author: [{ '@id': '#a' }, { '@id': '#t' }] }),
        { '@type': 'Person', '@id': '#a', name: 'Ada Marsh' },
        { '@type': 'Person', '@id': '#t', name: 'Tom Reed' }
      ),
      '',
      BOTH
    ],
    [
      'a publisher among them',
      linked(
        news({
          publisher: { name: 'Courier' },
          author: [
            { '@type': 'Organization', name: 'Courier' },
            { '@type': 'Person', name: 'Ada Marsh' }
          ]
        })
      ),
      '',
      ['Ada Marsh']
    ]
  ])('with %s', (_, head, top, authors) => {
    expect(read(head, top).authors?.value).toEqual(authors)
  })
})

const dayOf = (head: string, top = '') => read(head, top).published?.value.slice(0, 10)

describe('dates', () => {
  test.each([
    ...[
      'og:published_time',
      'dcterms.issued',
      'DC.date.issued',
      'publish_date',
      'bt:pubDate',
      'article-publication-date'
    ],
    ...[
      'citation_publication_date',
      'citation_online_date',
      'rnews:datePublished',
      'originalpublicationdate',
      'release_date'
    ]
  ])('in the meta tag %s', (name) => {
    expect(dayOf(`<meta name="${name}" content="2024/03/04">`)).toBe('2024-03-04')
  })

  test.each(['article:expiration_publish_date', 'publisher', 'update_date'])(
    'not in the meta tag %s',
    (name) => {
      expect(dayOf(`<meta name="${name}" content="2024-03-04">`)).toBeUndefined()
    }
  )

  test.each([
    '<p>Published: Monday, March 4th, 2024 at 11:08 a.m.</p>',
    '<div><span>Publié le 4 mars 2024 à 06h00</span></div>',
    '<p class="byline">By Ada Marsh | March 4, 2024</p>',
    '<p>By Ada Marsh on Monday, March 4th, 2024</p>'
  ])('in the line %s', (line) => {
    expect(dayOf('', line)).toBe('2024-03-04')
  })

  test('before the last change of the file', () => {
    const changed = '<meta http-equiv="last-modified" content="Tue, 05 Mar 2024 10:00:00 GMT">'

    expect(dayOf(changed, '<p>Published 4 March 2024</p>')).toBe('2024-03-04')
    expect(dayOf(changed)).toBe('2024-03-05')
  })

  test.each([
    '/2024/03/04/ferry-crews',
    '/news/2024-03-04-ferry',
    '/a/202403041200345',
    '/x/20240304.html'
  ])('in the address %s, as a guess', (path) => {
    const { published } = read(`<link rel="canonical" href="https://c.example${path}">`)

    expect(published).toEqual({ value: '2024-03-04', from: 'guess' })
  })

  test.each(['/2024/13/04/ferry', '/a/12024030412', '/archive/2024/03'])(
    'not in the address %s',
    (path) => {
      expect(dayOf(`<link rel="canonical" href="https://c.example${path}">`)).toBeUndefined()
    }
  )
})
