import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AlignmentRow, SentencePair, WordEdit } from '../../src/core/align/model'
import { piecesOf, weave } from '../../src/renderer/src/lib/text/pieces'

const A = {
  text: 'Five boats sank. Nobody was hurt.',
  blocks: [{ span: { start: 0, end: 33 }, role: 'paragraph' as const }]
}
const B = {
  text: 'Six boats sank.',
  blocks: [{ span: { start: 0, end: 15 }, role: 'paragraph' as const }]
}
const edits: WordEdit[] = [
  { op: 'replace', a: { start: 0, end: 4 }, b: { start: 0, end: 3 } },
  { op: 'equal', a: { start: 4, end: 16 }, b: { start: 3, end: 15 } }
]
const pairs: SentencePair[] = [
  {
    relation: 'edited',
    a: { start: 0, end: 16 },
    b: { start: 0, end: 15 },
    similarity: 0.7,
    edits
  },
  { relation: 'only-a', a: { start: 17, end: 33 }, similarity: 0, edits: [] }
]
const row: AlignmentRow = { index: 0, kind: 'changed', a: [0], b: [0], pairs, changes: [] }

test('words that differ and sentences that stand alone are cut out', () => {
  expect(piecesOf(row, 'a', A)[0]?.pieces).toEqual([
    { text: 'Five', kind: 'word' },
    { text: ' boats sank. ', kind: 'same' },
    { text: 'Nobody was hurt.', kind: 'only' }
  ])
  expect(piecesOf(row, 'b', B)[0]?.pieces).toEqual([
    { text: 'Six', kind: 'word' },
    { text: ' boats sank.', kind: 'same' }
  ])
})

test('the woven text holds the words of both sides once', () => {
  expect(weave(row, A, B)).toEqual([
    { text: 'Five', kind: 'only-a' },
    { text: 'Six', kind: 'only-b' },
    { text: ' boats sank. ', kind: 'same' },
    { text: 'Nobody was hurt.', kind: 'only-a' }
  ])
})

test('a row without sentences shows its blocks whole', () => {
  const away: AlignmentRow = { index: 1, kind: 'moved-away', a: [0], b: [], pairs: [], changes: [] }

  expect(piecesOf(away, 'a', A)[0]?.pieces).toEqual([{ text: A.text, kind: 'same' }])
  expect(weave(away, A, B)).toEqual([{ text: A.text, kind: 'same' }])
})

test('paragraphs that stand alone in one row are kept apart in one column', () => {
  const two = {
    text: 'Five boats sank.\n\nNobody was hurt.',
    blocks: [
      { span: { start: 0, end: 16 }, role: 'paragraph' as const },
      { span: { start: 18, end: 34 }, role: 'paragraph' as const }
    ]
  }
  const only: AlignmentRow = { index: 2, kind: 'equal', a: [0, 1], b: [], pairs: [], changes: [] }

  expect(weave(only, two, B)).toEqual([{ text: 'Five boats sank. Nobody was hurt.', kind: 'same' }])
})

test('the pieces of a side joined give its text, whatever the edits are', () => {
  const place = fc
    .tuple(fc.nat(33), fc.nat(33))
    .map(([x, y]) => ({ start: Math.min(x, y), end: Math.max(x, y) }))
  fc.assert(
    fc.property(fc.array(place), (spans) => {
      const wild = spans.map((a): WordEdit => ({ op: 'replace', a, b: a }))
      const odd: AlignmentRow = {
        ...row,
        pairs: [{ relation: 'edited', a: { start: 0, end: 33 }, similarity: 0, edits: wild }]
      }
      const joined = piecesOf(odd, 'a', A)[0]
        ?.pieces.map((piece) => piece.text)
        .join('')
      expect(joined).toBe(A.text)
    })
  )
})
