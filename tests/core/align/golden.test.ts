import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { align } from '../../../src/core/align/align'
import type { Report } from '../../../src/core/align/report'
import { applyEdits } from '../../../src/core/align/words'
import { textUnder, type Span } from '../../../src/core/text/span'
import { report } from './texts'

const FOLDER = join(import.meta.dirname, '../../fixtures/align')

test.each(readdirSync(FOLDER))('%s aligns as expected, and its edits are true', (name) => {
  const read = (file: string) =>
    report(
      ...readFileSync(join(FOLDER, name, file), 'utf8')
        .trim()
        .split('\n\n')
    )
  const [a, b] = [read('1.txt'), read('2.txt')]

  const alignment = align(a, b)

  for (const { edits, b: span } of alignment.rows.flatMap(({ pairs }) => pairs))
    if (edits.length > 0 && span !== undefined)
      expect(applyEdits(a.text, b.text, edits)).toBe(textUnder(b.text, span))
  const path = join(FOLDER, name, 'expected.json')
  const actual = `${JSON.stringify(readable(a, b, alignment), undefined, 2)}\n`
  const write = process.env['UPDATE'] === '1' || !existsSync(path)
  const missing = !existsSync(path)
  if (write) writeFileSync(path, actual)
  expect(missing, `${path} was missing and is written: review it`).toBe(false)
  expect(actual).toBe(readFileSync(path, 'utf8'))
})

/** An alignment with a few words beside each span, so that a change of it can be read. */
function readable(
  a: Report,
  b: Report,
  { rows, changes, summary, counts }: ReturnType<typeof align>
) {
  const words = ({ text }: Report, span: Span | undefined) =>
    span === undefined ? '' : `${span.start}-${span.end} ${textUnder(text, span).slice(0, 40)}`
  return {
    counts,
    summary,
    rows: rows.map(({ kind, a: left, b: right, grouping, move, pairs }) => ({
      row: `${kind} ${left.join()}/${right.join()}`,
      ...(grouping !== undefined && { grouping }),
      ...(move !== undefined && { move: `${move.direction} ${move.other}` }),
      pairs: pairs.map((pair) => `${pair.relation}: ${words(a, pair.a)} | ${words(b, pair.b)}`)
    })),
    changes: changes.map(({ kind, strength, row, text, direction }) =>
      [`${row} ${kind} ${strength}`, text, direction]
        .filter((part) => part !== undefined)
        .join(': ')
    )
  }
}
