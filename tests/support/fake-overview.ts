import type { Calls } from '../../src/shared/contract'
import { pageOf } from './fake-shelf'
import type { FakeShelf } from './fake-shelf'

/** Answers the calls of the map from one cluster of the first three invented reports. */
export function fakeOverview({
  header,
  claimRows
}: FakeShelf): Pick<Calls, 'timeline' | 'claimMatrix' | 'descent'> {
  const reports = [1, 2, 3].map(header)
  const [first, second, third] = reports
  if (first === undefined || second === undefined || third === undefined)
    throw new Error('Cannot fake a map: too few reports')
  const named = { cluster: 1, kind: 'text' as const, title: first.title }
  return {
    timeline: (query) => ({
      ...pageOf(
        [
          {
            ...named,
            members: 3,
            newsrooms: 2,
            unsigned: 0,
            distinctTexts: 2,
            from: '2031-03-04',
            until: '2031-03-06',
            dots: reports.map(({ id, title }, i) => ({
              id,
              title,
              published: `2031-03-0${4 + i}`,
              ...(i === 0 && { role: 'first' as const })
            }))
          }
        ],
        query
      ),
      from: '2031-03-04',
      until: '2031-03-06',
      density: [2, 0, 1],
      undated: 1
    }),
    claimMatrix: (query) => {
      const rows = claimRows({ offset: 0, limit: 9, sort: 'weight' }).map((row) => ({
        gist: row.text,
        severity: row.severity,
        cells: [
          {
            article: row.article.id,
            voicing: 'attributed' as const,
            ...(row.letter && { letter: row.letter }),
            text: row.text,
            sentence: row.sentence,
            more: 0
          }
        ]
      }))
      return { ...named, reports, allReports: 3, ...pageOf(rows, query) }
    },
    descent: () => ({
      ...named,
      allReports: 3,
      nodes: [
        { article: first, depth: 0, carried: 1 },
        {
          article: second,
          depth: 1,
          carried: 0,
          from: {
            parent: first.id,
            basis: 'later',
            share: 0.5,
            words: 40,
            passage: {
              text: 'The grain trains run again',
              here: { start: 0, end: 9 },
              there: { start: 0, end: 9 }
            }
          }
        },
        { article: third, depth: 0, carried: 0 }
      ]
    })
  }
}
