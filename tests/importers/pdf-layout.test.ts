import { expect, test } from 'vitest'
import { toLines, type Run } from '../../src/importers/pdf-lines'
import { bodySizeOf, toBlocks } from '../../src/importers/pdf-paragraphs'
import { readingOrder } from '../../src/importers/pdf-order'

function line(text: string, x: number, y: number, size = 10): Run {
  return { text, x, y, width: text.length * size * 0.5, size }
}

function textsOf(runs: readonly Run[]): string[] {
  const lines = toLines(runs)
  const size = bodySizeOf(lines)
  return toBlocks(readingOrder(lines, size), size).map((block) => block.text)
}

test('two columns are read one after the other even when they are painted row by row', () => {
  const left = [
    'The ferry to Orsund left',
    'at dawn with eleven men',
    'and no cargo on board,',
    'the harbour office said.'
  ]
  const right = [
    'A second boat followed',
    'an hour later, but turned',
    'back near the outer light',
    'because of the fog there.'
  ]
  const runs = left.flatMap((text, row) => [
    line(text, 50, 700 - row * 12),
    line(right[row] ?? '', 300, 700 - row * 12)
  ])

  expect(textsOf(runs)).toEqual([left.join(' '), right.join(' ')])
})

test('a word parted at the end of a line is joined, and keeps a hyphen that the text writes elsewhere', () => {
  const runs = [
    line('The half-finished bridge was inter-', 50, 700),
    line('rupted again, and the half-', 50, 688),
    line('finished road with it as well.', 50, 676)
  ]

  expect(textsOf(runs)).toEqual([
    'The half-finished bridge was interrupted again, and the half-finished road with it as well.'
  ])
})

test('a wider step down begins a new paragraph', () => {
  const runs = [
    line('The council met on Monday evening and', 50, 700),
    line('talked until midnight about the new', 50, 688),
    line('They will meet again next week in the', 50, 664),
    line('same room as they have always done.', 50, 652)
  ]

  expect(textsOf(runs)).toHaveLength(2)
})
