import { expect, test } from 'vitest'
import { detectClaims } from '../../../src/core/claims/detect'
import { claimMatrix, type MatrixReport } from '../../../src/core/claims/matrix'
import { toCanonical } from '../../../src/core/text/canonical'

function report(id: number, ...paragraphs: string[]): MatrixReport {
  const article = toCanonical(paragraphs.map((text) => ({ text, role: 'paragraph' as const })))
  return { id, text: article.text, claims: detectClaims(article) }
}
const noThreads = () => undefined
const DRONES = 'Nine Orbel drones were destroyed over Tarsk harbour'
const ATTRIBUTED = report(1, `${DRONES} on Monday night, the Velland army said.`)
const PLAIN = report(2, `${DRONES} on Monday night.`)
const DISCLAIMED = report(
  3,
  `${DRONES} on Monday night, the Velland army said. The Harbour Times could not independently verify the report.`
)
const ABSENT = report(4, 'Bread costs more than in spring, bakers in the old town said.')

const voicings = (reports: readonly MatrixReport[], gist: string) =>
  claimMatrix(reports, noThreads)
    .find((row) => row.gist.includes(gist))
    ?.cells.map(({ article, voicing }) => [article, voicing])

test('a sentence in a report’s own voice bears no mark and still stands in the row of the claim', () => {
  expect(voicings([ATTRIBUTED, PLAIN, ABSENT], 'Orbel')).toEqual([
    [1, 'attributed'],
    [2, 'asserted']
  ])
})

test('a disclaimed claim says so, and its disclaimer has no row of its own', () => {
  const rows = claimMatrix([DISCLAIMED], noThreads)

  expect(rows.map(({ cells }) => cells[0]?.voicing)).toEqual(['disclaimed'])
  expect(rows[0]?.cells[0]).toMatchObject({ article: 3, source: 'Velland army', more: 0 })
})

test('claims of one thread are one row, whatever their words, and rows of most reports come first', () => {
  const rows = claimMatrix([ABSENT, DISCLAIMED, ATTRIBUTED], (article) =>
    article === 4 ? undefined : '1:0'
  )

  expect(rows[0]).toMatchObject({ thread: '1:0' })
  expect(rows[0]?.cells.map(({ article }) => article)).toEqual([3, 1])
})

test('what a report says twice is one cell with the sentence that says most about its footing', () => {
  const both = report(
    5,
    `${DRONES} on Monday, the Velland army said.`,
    `Orbel denied that nine of its drones were destroyed over Tarsk harbour on Monday.`
  )

  const [row] = claimMatrix([both], () => '5:0')

  expect(row?.cells).toMatchObject([{ article: 5, voicing: 'denied', more: 1 }])
})

test('the order of the reports is the order of the cells and changes no row', () => {
  const there = claimMatrix([ATTRIBUTED, PLAIN, DISCLAIMED, ABSENT], noThreads)
  const back = claimMatrix([ABSENT, DISCLAIMED, PLAIN, ATTRIBUTED], noThreads)

  const told = (rows: typeof there) =>
    rows
      .map(({ cells }) =>
        cells
          .map(({ article, mark }) => `${article}:${mark}`)
          .toSorted()
          .join()
      )
      .toSorted()
  expect(told(back).length).toBe(told(there).length)
  for (const row of there) {
    const order = row.cells.map(({ article }) => article)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
  }
})
