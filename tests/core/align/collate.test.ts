import { describe, expect, test } from 'vitest'
import { collate } from '../../../src/core/align/collate'
import { stepBudget } from '../../../src/core/budget'
import { textUnder } from '../../../src/core/text/span'
import { report } from './texts'

const FERRY = 'The ferry to Tarsk left the harbour an hour late after a rope jammed its rudder.'
const QUARRY = 'Owners of the lime quarry refused to pay the fine that the court of Belmar had set.'
const ORCHARD = 'Frost killed half of the blossom in the orchards below the old observatory.'

function table(...reports: ReturnType<typeof report>[]): string[][] {
  return collate(reports).rows.map(({ cells }) =>
    cells.map((cell, witness) =>
      cell === null
        ? ''
        : `${cell.relation} ${textUnder(reports[witness]?.text ?? '', cell.span).slice(0, 9)}`
    )
  )
}

describe('collate', () => {
  test('puts the same passage of every report into one row', () => {
    const rows = table(
      report(FERRY, QUARRY),
      report(QUARRY, ORCHARD),
      report(ORCHARD, FERRY.replace('an hour', 'two hours'))
    )

    expect(rows).toEqual([
      ['', 'equal Frost kil', 'only Frost kil'],
      ['base The ferry', '', 'edited The ferry'],
      ['base Owners of', 'equal Owners of', '']
    ])
  })

  test('holds one report as its own base', () => {
    expect(table(report(FERRY))).toEqual([['base The ferry']])
  })

  test('says when the budget ran out', () => {
    const many = Array.from(
      { length: 40 },
      (_, index) => `${FERRY} ${QUARRY.replace('lime', `lime${index}`)}`
    )

    const { exhaustive, rows } = collate([report(...many), report(...many.toReversed())], {
      budget: stepBudget(50)
    })

    expect(exhaustive).toBe(false)
    expect(rows.flatMap(({ cells }) => (cells[0] === null ? [] : [cells[0]]))).not.toHaveLength(0)
  })
})
