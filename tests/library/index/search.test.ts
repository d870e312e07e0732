import { describe, expect, test } from 'vitest'
import { spansIn, textUnder } from '../../../src/core/text/span'
import { makeArticle, Shelf } from './support'

const marked = (shelf: Shelf, text: string): string[][] =>
  shelf
    .search(text)
    .hits.map((hit) =>
      spansIn(hit.marks).map((span) =>
        textUnder(shelf.articles.get(hit.article.id)?.text ?? '', span)
      )
    )

describe('words', () => {
  const shelf = new Shelf([
    makeArticle(1, ['The harbour of Tarsk burned on Friday.', '~Share this harbour']),
    makeArticle(2, ['Éclairs, naïve cafés and “Venn’s” harbours.']),
    makeArticle(3, ['Nothing happened.', '~harbour harbour harbour'])
  ])

  test('stand side by side when all must be there', () => {
    expect(shelf.ids('harbour tarsk')).toEqual([1])
    expect(shelf.ids('harbour -tarsk')).toEqual([2])
    expect(shelf.ids('tarsk OR nothing')).toEqual([3, 1])
  })
  test('find inflections, the very word first', () => {
    expect(shelf.ids('harbour')).toEqual([1, 2])
    expect(shelf.ids('harbours')).toEqual([2, 1])
    expect(shelf.ids('"harbours"')).toEqual([2])
  })
  test('ignore case, diacritics and apostrophes', () => {
    expect(shelf.ids('ECLAIRS naive')).toEqual([2])
    expect(shelf.ids("Venn's")).toEqual([2])
    expect(shelf.ids('venn')).toEqual([2])
  })
  test('are not looked for in furniture', () => {
    expect(shelf.ids('share')).toEqual([])
    expect(marked(shelf, 'harbour ')).toEqual([['harbour'], ['harbours']])
  })
  test('count as beginnings while typed', () => {
    expect(shelf.search('harbour tar').hits.map((hit) => hit.article.id)).toEqual([1])
    expect(shelf.ids('tar*')).toEqual([1])
    expect(marked(shelf, 'tar')).toEqual([['Tarsk']])
  })
})

describe('phrases', () => {
  const shelf = new Shelf([
    makeArticle(1, ['Officials could not independently verify the reports.']),
    makeArticle(2, ['Verify the reports independently.', 'Not so fast.']),
    makeArticle(3, ['The reports say: verify.', 'The harbour. Burned down.', 'Ships left.'])
  ])

  test('are found word by word in order', () => {
    expect(shelf.ids('"verify the reports"')).toEqual([1, 2])
    expect(shelf.ids('"independently verify"')).toEqual([1])
    expect(marked(shelf, '"verify the reports"')).toEqual([
      ['verify the reports'],
      ['Verify the reports']
    ])
  })
  test('do not reach over paragraphs', () => {
    expect(shelf.ids('"down ships"')).toEqual([])
    expect(shelf.ids('"harbour burned"')).toEqual([3])
  })
  test('may be loose', () => {
    expect(shelf.ids('"independently reports"~2')).toEqual([1, 2])
    expect(shelf.ids('officials NEAR/2 verify')).toEqual([])
    expect(shelf.ids('officials NEAR/3 verify')).toEqual([1])
    expect(marked(shelf, 'officials NEAR/3 verify')).toEqual([['Officials', 'verify']])
  })
})

describe('scripts', () => {
  const shelf = new Shelf([
    makeArticle(1, ['Порт города горел всю ночь. Ёлка.']),
    makeArticle(2, ['Το λιμάνι κάηκε.']),
    makeArticle(3, ['احترق المِيناء']),
    makeArticle(4, ['הנמל נשרף']),
    makeArticle(5, ['港が火事になった。東京都の天気']),
    makeArticle(6, ['ท่าเรือไฟไหม้เมื่อคืน'])
  ])

  test.each([
    ['города', 1],
    ['елка', 1],
    ['ΛΙΜΑΝΙ', 2],
    ['الميناء', 3],
    ['הנמל', 4],
    ['東京', 5],
    ['天気', 5],
    ['ไฟไหม้', 6]
  ])('%s is found', (word, id) => {
    expect(shelf.ids(word)).toEqual([id])
    expect(shelf.search(word).hits[0]?.marks.length).toBeGreaterThan(0)
  })
})

describe('fields', () => {
  const shelf = new Shelf([
    makeArticle(1, ['It cost 1,250,000 crowns. “With gratitude,” she wrote.'], {
      title: 'Harbour fire kills five',
      publisher: 'The Tarsk Courier',
      published: '2023-09-14T08:00:00Z',
      authors: ['Orla Venn'],
      url: 'https://news.tarsk.example/a'
    }),
    makeArticle(2, ['Five ships. With gratitude they left, 24 of them.'], {
      title: 'Fire at the harbour',
      publisher: 'Venn Daily',
      published: '2023-10-01',
      format: 'html'
    })
  ])

  test.each([
    ['title:fire', [1, 2]],
    ['title:"harbour fire"', [1]],
    ['site:courier', [1]],
    ['site:tarsk.example', [1]],
    ['author:venn', [1]],
    ['type:html', [2]],
    ['date:2023-09-14', [1]],
    ['date:2023', [1, 2]],
    ['after:2023-09-15', [2]],
    ['before:2023-10-01', [1]],
    ['date:2023-09-01..2023-09-30', [1]],
    ['number:1250000', [1]],
    ['number:1,250,000', [1]],
    ['number:5', [1, 2]],
    ['quote:"with gratitude"', [1]],
    ['file:report-2', [2]],
    ['fire -site:courier', [2]]
  ])('%s', (query, ids) => {
    expect(shelf.ids(query).sort()).toEqual(ids)
  })
  test('that nobody answers match nothing and say so', () => {
    const page = shelf.search('label:disputed ')

    expect(page.total).toBe(0)
    expect(page.notices).toEqual([{ code: 'field-not-available', text: 'label:disputed' }])
  })
  test('with a bad date are passed over and say so', () => {
    expect(shelf.search('after:yesterday ').notices).toEqual([
      { code: 'bad-date', text: 'yesterday' }
    ])
    expect(shelf.ids('gratitude after:yesterday')).toHaveLength(2)
  })
})

describe('when nothing is found', () => {
  const shelf = new Shelf([
    makeArticle(1, ['The government resigned.']),
    makeArticle(2, ['A harbour burned near the old mill yesterday evening.'])
  ])

  test('a word that is still typed after one that is guessed at narrows as little as after any other', () => {
    const codes = (text: string): string[] => shelf.search(text).notices.map(({ code }) => code)

    expect(codes('harbour z')).toEqual([])
    expect(codes('harbuor z')).toEqual(['fuzzy-used'])
  })
  test('words that are nowhere are guessed at, and it is said', () => {
    const page = shelf.search('goverment ')

    expect(page.hits.map((hit) => hit.article.id)).toEqual([1])
    expect(page.notices.map((notice) => notice.code)).toEqual(['fuzzy-used'])
    expect(page.searched).toBe('government')
  })
  test('articles with some of the words are shown, and it is said', () => {
    const page = shelf.search('government harbour mill ')

    expect(page.hits.map((hit) => hit.article.id)).toEqual([2, 1])
    expect(page.notices.map((notice) => notice.code)).toEqual(['some-words'])
    expect(page.searched).toBe('government OR harbour OR mill')
  })
})

describe('match:exact', () => {
  const shelf = new Shelf([
    makeArticle(1, ['The US told us of Café Venn.']),
    makeArticle(2, ['They told us of a cafe in Venn.'])
  ])

  test('lets case and diacritics count', () => {
    expect(shelf.ids('us')).toEqual([1, 2])
    expect(shelf.ids('US match:exact')).toEqual([1])
    expect(shelf.ids('match:exact cafe')).toEqual([2])
    expect(shelf.ids('match:exact "Café Venn"')).toEqual([1])
    expect(shelf.ids('match:exact Us')).toEqual([])
  })
  test('marks only what was asked for', () => {
    expect(marked(shelf, 'US match:exact ')).toEqual([['US']])
  })
  test('takes no inflections, and an unfinished word as its beginning', () => {
    expect(shelf.ids('tell match:exact')).toEqual([])
    expect(shelf.search('match:exact Ca').hits.map((hit) => hit.article.id)).toEqual([1])
  })
  test('says how many articles it would have had to read', () => {
    const many = new Shelf(Array.from({ length: 300 }, (_, i) => makeArticle(i + 1, ['The US.'])))
    const page = many.search('US match:exact ')

    expect(page.total).toBe(200)
    expect(page.notices).toEqual([{ code: 'exact-limited', text: '300' }])
  })
})

describe('phrases of common words', () => {
  const shelf = new Shelf([
    makeArticle(1, ['What she did was of the essence.'], { title: 'One' }),
    makeArticle(2, ['She saw what was the matter of it.'], { title: 'What she' })
  ])

  test('are found by their pairs, in titles too', () => {
    expect(shelf.ids('"of the"')).toEqual([1])
    expect(shelf.ids('"what she"').sort()).toEqual([1, 2])
    expect(shelf.ids('"what she did"')).toEqual([1])
    expect(shelf.ids('"was of the essence"')).toEqual([1])
  })
})

test('a few at a time, articles come in the order in which they come all at once', () => {
  const filler = (id: number, words: number) => `word${id % 7} `.repeat(words)
  const articles = Array.from({ length: 150 }, (_, i) => {
    const apart = filler(i, (i * 5) % 12)
    const text = `The harbour ${apart} ferry ${'harbour '.repeat(i % 4)} ${filler(i, i % 30)} ferry.`
    return makeArticle(i + 1, [text])
  })
  const shelf = new Shelf(articles)
  const ids = (offset: number, limit: number) =>
    shelf.search('harbour ferry ', { offset, limit }).hits.map((hit) => hit.article.id)

  const whole = ids(0, 150)

  for (const limit of [1, 3, 12, 40])
    for (let offset = 0; offset < 100; offset += limit)
      expect(ids(offset, limit)).toEqual(whole.slice(offset, offset + limit))
})
