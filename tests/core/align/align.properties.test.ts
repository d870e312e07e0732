import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { align } from '../../../src/core/align/align'
import { collate } from '../../../src/core/align/collate'
import { applyEdits, diffWords } from '../../../src/core/align/words'
import { UNLIMITED } from '../../../src/core/budget'
import { textUnder, type Span } from '../../../src/core/text/span'
import { reportPair } from './texts'

describe('align', () => {
  test('says of a text and itself that all is equal', () => {
    fc.assert(
      fc.property(reportPair, ([a]) => {
        const { rows, changes, counts, summary } = align(a, a)

        expect(rows.every(({ kind }) => kind === 'equal')).toBe(true)
        expect(changes).toEqual([])
        expect(summary).toEqual([])
        expect(counts.equal).toBe(rows.length)
      })
    )
  })

  test('mirrors its result when the sides are swapped', () => {
    fc.assert(
      fc.property(reportPair, ([a, b]) => {
        const straight = align(a, b)
        const swapped = align(b, a)

        expect(swapped.counts).toEqual({
          ...straight.counts,
          onlyA: straight.counts.onlyB,
          onlyB: straight.counts.onlyA
        })
        expect(pairsOf(swapped, 'b', 'a')).toEqual(pairsOf(straight, 'a', 'b'))
      })
    )
  })

  test('shows every body block of either side, and no furniture', () => {
    fc.assert(
      fc.property(reportPair, ([a, b]) => {
        const { rows } = align(a, b)
        const body = (blocks: typeof a.blocks) =>
          [...blocks.keys()].filter((index) => blocks[index]?.furniture === undefined)

        const shown = rows.filter(({ kind }) => kind !== 'moved-away')
        expect(shown.flatMap((row) => row.a).sort(ascending)).toEqual(body(a.blocks))
        expect(shown.flatMap((row) => row.b).sort(ascending)).toEqual(body(b.blocks))
      })
    )
  })

  test('gives edits that turn the left sentence into the right one', () => {
    fc.assert(
      fc.property(reportPair, ([a, b]) => {
        for (const pair of align(a, b).rows.flatMap(({ pairs }) => pairs)) {
          if (pair.edits.length === 0 || pair.a === undefined || pair.b === undefined) continue

          expect(applyEdits(a.text, b.text, pair.edits)).toBe(textUnder(b.text, pair.b))
          expect(pair.edits.map((edit) => textUnder(a.text, edit.a)).join('')).toBe(
            textUnder(a.text, pair.a)
          )
        }
      })
    )
  })

  test('keeps every span inside its text', () => {
    fc.assert(
      fc.property(reportPair, ([a, b]) => {
        const { rows, changes } = align(a, b)
        const inside = (span: Span | undefined, text: string) =>
          span === undefined ||
          (span.start >= 0 && span.start <= span.end && span.end <= text.length)

        for (const one of [...changes, ...rows.flatMap(({ pairs }) => pairs)]) {
          expect(inside(one.a, a.text)).toBe(true)
          expect(inside(one.b, b.text)).toBe(true)
        }
        expect(changes.every(({ row }) => rows[row] !== undefined)).toBe(true)
      })
    )
  })
})

describe('diffWords', () => {
  test('leads from any text to any other', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        (left, right) => {
          const whole = (text: string) => ({ text, span: { start: 0, end: text.length } })

          const { edits } = diffWords(whole(left), whole(right), UNLIMITED)

          expect(applyEdits(left, right, edits)).toBe(right)
          expect(edits.map(({ a }) => textUnder(left, a)).join('')).toBe(left)
        }
      )
    )
  })
})

describe('collate', () => {
  test('gives equal rows whatever the order of the others', () => {
    fc.assert(
      fc.property(reportPair, reportPair, ([a, b], [c]) => {
        const rows = (order: readonly number[], reports: readonly (typeof a)[]) =>
          collate(reports).rows.map(({ cells }) => order.map((index) => cells[index]?.span))

        expect(rows([0, 1, 2], [a, b, c])).toEqual(rows([0, 2, 1], [a, c, b]))
      }),
      { numRuns: 50 }
    )
  })
})

const ascending = (x: number, y: number) => x - y

function pairsOf({ rows }: ReturnType<typeof align>, left: 'a' | 'b', right: 'a' | 'b') {
  const mirrored: Record<string, string> = { 'only-a': 'only-b', 'only-b': 'only-a' }
  const ops: Record<string, string> = { insert: 'delete', delete: 'insert' }
  return rows
    .flatMap(({ pairs }) => pairs)
    .map((pair) => ({
      relation: left === 'a' ? pair.relation : (mirrored[pair.relation] ?? pair.relation),
      left: pair[left],
      right: pair[right],
      edits: pair.edits.map((edit) => ({
        op: left === 'a' ? edit.op : (ops[edit.op] ?? edit.op),
        left: edit[left],
        right: edit[right]
      }))
    }))
    .sort(
      (x, y) =>
        (x.left?.start ?? -1) - (y.left?.start ?? -1) ||
        (x.right?.start ?? -1) - (y.right?.start ?? -1)
    )
}
