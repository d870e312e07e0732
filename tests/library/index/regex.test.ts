import { describe, expect, test } from 'vitest'
import { spansIn } from '../../../src/core/text/span'
import { makeArticle, Shelf } from './support'

describe('a regular expression', () => {
  const shelf = new Shelf([
    makeArticle(1, ['The storm left 14 dead.', 'Ferries stayed in port.'], {
      title: 'Storm in Venn'
    }),
    makeArticle(2, ['Fourteen ferries and 230 injured.', '~14 dead shares']),
    makeArticle(3, ['A bridge.', 'Nothing else.'], {
      title: '2 dead in Odra',
      publisher: 'Courier'
    }),
    makeArticle(4, ['Dead calm on the sea, call 555-0199.'])
  ])
  const sorted = (text: string): number[] => shelf.ids(text).sort()

  test('finds articles by their text and title, furniture left out', () => {
    expect(sorted('/\\d+ (dead|injured)/')).toEqual([1, 2, 3])
    expect(sorted('/\\d+ dead/')).toEqual([1, 3])
    expect(sorted('/\\d{3}-\\d{4}/')).toEqual([4])
    expect(sorted('/ferr(y|ies) (stayed|sank)/')).toEqual([1])
    expect(sorted('/no such thing/')).toEqual([])
  })
  test('stands beside words, fields, exclusions and choices', () => {
    expect(sorted('/\\d+ dead/ ferries')).toEqual([1])
    expect(sorted('/\\d+ dead/ site:courier')).toEqual([3])
    expect(sorted('-/\\d+ dead/')).toEqual([2, 4])
    expect(sorted('dead -/\\d+ dead/')).toEqual([4])
    expect(sorted('/\\d{3}-\\d{4}/ OR bridge')).toEqual([3, 4])
    expect(sorted('(/storm/ OR /calm/) dead')).toEqual([1, 4])
  })
  test('lets case count with match:exact', () => {
    expect(sorted('/dead/ match:exact')).toEqual([1, 3])
    expect(sorted('/Dead/ match:exact')).toEqual([4])
  })
  test('marks its matches in text and title', () => {
    const [hit] = shelf.search('/\\d+ dead/ ferries ').hits
    const [article] = shelf.search('/\\d+ dead/ bridge ').hits

    expect(
      spansIn(hit?.marks ?? []).map(({ start, end }) =>
        shelf.articles.get(1)?.text.slice(start, end)
      )
    ).toEqual(['14 dead', 'Ferries'])
    expect(article?.titleMarks).toEqual([{ start: 0, end: 6 }])
  })
  test('that is not understood has its words searched, and it is said', () => {
    const page = shelf.search('/(storm/ ')

    expect(page.hits.map((hit) => hit.article.id)).toEqual([1])
    expect(page.notices).toEqual([{ code: 'bad-regex', text: '/(storm/' }])
    expect(page.searched).toBe('storm')
  })
})

test('a regular expression without words reads the newest articles, so many and no more, and says so', () => {
  const long = 'x '.repeat(10_000)
  const shelf = new Shelf(
    Array.from({ length: 300 }, (_, i) => makeArticle(i + 1, [`No ${i}-${i}. ${long}`]))
  )

  const all = shelf.search('/\\d-\\d/ ')
  const narrowed = shelf.search('/\\d-\\d/ number:3 ')

  expect(all.total).toBeLessThan(300)
  expect(all.notices).toEqual([{ code: 'regex-limited', text: String(all.total) }])
  expect(shelf.ids('/299-299/')).toEqual([300])
  expect(narrowed.hits.map((hit) => hit.article.id)).toEqual([4])
  expect(narrowed.notices).toEqual([])
})
