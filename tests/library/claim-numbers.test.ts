import { expect, test } from 'vitest'
import type { Article } from '../../src/core/article/article'
import { openDatabase } from '../../src/library/catalog/database'
import { Claims } from '../../src/library/derive/claims'
import { headerOf, makeArticle } from './few-articles'

const PAGE = { offset: 0, limit: 50 }

function keep(reports: readonly Article[]): Claims {
  const articles = new Map(reports.map((report) => [report.id, report]))
  const claims = new Claims({
    articles: (id) => articles.get(id),
    decisions: () => [],
    copies: () => [],
    headers: (ids) => ids.map(headerOf),
    newest: () => [...articles.keys()].reverse()
  })
  claims.open(openDatabase(':memory:'))
  claims.keep(reports)
  return claims
}

test('numbers of an event: values with spread; a conflict only within one claim and one whole', () => {
  const make = (id: number, toll: string, whole: string) =>
    makeArticle(id, [
      'Drones over the harbour',
      `The Velland army said its gunners destroyed ${toll} Orbel drones over Tarsk harbour on Monday.`,
      `Along the whole coast ${whole} drones were destroyed, the governor of Tarsk said.`
    ])
  const [a, b] = [make(11, 'nine', '19 of 21'), make(12, 'seven', '19 of 21')]
  const claims = keep([a, b])

  const { rows } = claims.numbers([headerOf(11), headerOf(12)], PAGE)

  expect(rows[0]).toMatchObject({ counts: 'drone', low: 7, high: 19, conflicts: ['7 / 9'] })
  expect(rows[0]?.values.map(({ value, outOf }) => [value, outOf])).toEqual([
    [7, undefined],
    [9, undefined],
    [19, 21],
    [19, 21]
  ])
})

test('two numbers that every report tells of one claim are no conflict, and what can’t be counted is no measure', () => {
  const depth =
    'The Velland survey said the 6.1-magnitude Tarsk quake struck 10 kilometers deep and 55 kilometers from Lisk'
  const make = (id: number, last: string) =>
    makeArticle(id, [
      'Quake at Tarsk',
      `${depth}${last}.`,
      'The army said that it holds 300 square kilometres (115 square miles) of the coast of Tarsk.',
      'The guard said, on the 3 Oct page /2019/10/12-boats-lost, that a one-on-one talk on 12 boats had begun.'
    ])
  const reports = [make(21, ''), make(22, ''), make(23, ' and 72 kilometers from Veld')]
  const claims = keep(reports)

  const { rows } = claims.numbers(
    reports.map(({ id }) => headerOf(id)),
    PAGE
  )

  expect(rows.flatMap(({ conflicts }) => conflicts)).toEqual([])
  expect(rows.map(({ counts, unit, low }) => `${low} ${counts}${unit}`).toSorted()).toEqual([
    '10 km',
    '115 square mile',
    '12 boat',
    '300 square kilometre',
    '6.1 magnitude'
  ])
})
