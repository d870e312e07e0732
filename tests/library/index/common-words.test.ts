import { expect, test } from 'vitest'
import { makeArticle, Shelf } from './support'

/** More articles than those from which on the scores of a word are kept. */
const ARTICLES = 17_000
const GUESTS = ['mayor', 'minister', 'miner', 'baker']

/** One article in so many says something else too. */
const RARE_EACH = 100

/** An article that says "the" one to three times, and names one of a few guests. */
function article(id: number) {
  const guest = GUESTS[id % GUESTS.length] ?? ''
  const rare = id % RARE_EACH === 0 ? ' Harvest!' : ''
  return makeArticle(id, [`${'the '.repeat(1 + (id % 3))}${guest} spoke.${rare}`], {
    title: `No ${id}`
  })
}

const shelfOfMany = () => new Shelf(Array.from({ length: ARTICLES }, (_, i) => article(i + 1)))

test('a word of some hundred articles finds them all the first time', () => {
  expect(shelfOfMany().search('harvest ').total).toBe(ARTICLES / RARE_EACH)
})

test('a word of very many articles is answered the same when it is asked for again, and follows what comes and goes', () => {
  const shelf = shelfOfMany()
  const ask = (text: string) => {
    const { total, hits } = shelf.search(text)
    return { total, first: hits.map((hit) => [hit.article.id, hit.score]) }
  }
  const queries = ['the ', 'the mi', 'the mayor ', 'mayor the ', 'spoke the ', 'sp']
  const once = queries.map(ask)

  expect(once.map(({ total }) => total)).toEqual([17_000, 8500, 4250, 4250, 17_000, 17_000])
  for (let again = 0; again < 2; again++) expect(queries.map(ask)).toEqual(once)

  shelf.drop(3, 6, 8)
  expect(queries.map((text) => ask(text).total)).toEqual([16_997, 8499, 4249, 4249, 16_997, 16_997])
  expect(ask('the ').first.some(([id]) => id === 3 || id === 6 || id === 8)).toBe(false)

  shelf.keep(makeArticle(ARTICLES + 1, ['the mayor mayor mayor spoke.']))
  for (let again = 0; again < 2; again++) {
    expect(ask('the ').total).toBe(16_998)
    expect(ask('the mayor ').first[0]?.[0]).toBe(ARTICLES + 1)
  }
})
