import { expect, test } from 'vitest'
import { align } from '../../../src/core/align/align'
import type { Alignment } from '../../../src/core/align/model'
import { Rehearsal } from '../../../src/core/align/rehearsal'

test('a rehearsal begins with short reports, meets every kind of change, and ends', () => {
  const lengths: number[] = []
  const alignments: Alignment[] = []
  const rehearsal = new Rehearsal((a, b) => {
    lengths.push(a.text.length)
    alignments.push(align(a, b))
  })
  while (rehearsal.step());

  expect(lengths).toHaveLength(150)
  expect(Math.max(...lengths.slice(0, 20))).toBeLessThan(300)
  expect(Math.max(...lengths)).toBeLessThan(6000)
  const kinds = new Set(alignments.flatMap(({ changes }) => changes.map(({ kind }) => kind)))
  const met = 'addition attribution hedge moved name negation number omission place quotation'
  expect(kinds).toEqual(new Set([...met.split(' '), 'scope', 'status', 'time', 'wording']))
  expect(new Set(alignments.flatMap(({ rows }) => rows.map(({ kind }) => kind))).size).toBe(5)
})
