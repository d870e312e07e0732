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

test('an indented first line begins a new paragraph', () => {
  const runs = [
    line('The boat left the harbour at dawn and', 50, 700),
    line('did not come back before the evening', 50, 688),
    line('Nobody had been told of the delay, and', 62, 676),
    line('the office was closed until Monday.', 50, 664)
  ]

  expect(textsOf(runs)).toHaveLength(2)
})

test('items with numbers and bullets are parted', () => {
  const runs = [
    line('What was found on the beach of Halvik:', 50, 700),
    line('1. a rope', 50, 688),
    line('2. a lamp', 50, 676),
    line('• a boot', 50, 664)
  ]

  expect(textsOf(runs)).toEqual([runs[0]?.text, '1. a rope', '2. a lamp', 'a boot'])
})

test('a heading that is painted last stands between the paragraphs where the page shows it', () => {
  const runs = [
    line('The boat left the harbour at dawn and', 50, 700),
    line('did not come back before the evening.', 50, 688),
    line('Nobody had been told of the delay, and', 50, 640),
    line('the office was closed until Monday.', 50, 628),
    line('A late return', 50, 664, 14)
  ]

  expect(textsOf(runs)[1]).toBe('A late return')
})

test('a word parted at the end of a page is joined, and so is a sentence that goes on', () => {
  const size = 10
  const columns = [
    toLines([line('The harbour office was re-', 50, 60)]),
    toLines([line('opened by the mayor and', 50, 800)]),
    toLines([line('the pilots of the north.', 300, 800)])
  ]

  expect(toBlocks(columns, size).map((block) => block.text)).toEqual([
    'The harbour office was reopened by the mayor and the pilots of the north.'
  ])
})

test('soft hyphens vanish and Chinese lines are joined without a space', () => {
  expect(textsOf([line('The inter\u00AD', 50, 700), line('rupted voyage', 50, 688)])).toEqual([
    'The interrupted voyage'
  ])
  expect(textsOf([line('渡轮在黎明时分离开了', 50, 700), line('港口', 50, 688)])).toEqual([
    '渡轮在黎明时分离开了港口'
  ])
})

test('shadows of bold text and parts painted apart are one line', () => {
  const runs = [
    { text: 'Tide', x: 50, y: 700, width: 20, size: 10 },
    { text: 'Tide', x: 50.4, y: 700, width: 20, size: 10 },
    { text: 'came late.', x: 84, y: 688, width: 50, size: 10 },
    { text: '  ', x: 70, y: 700, width: 5, size: 10 },
    { text: 'tables', x: 74, y: 700, width: 30, size: 10 },
    { text: '[1]', x: 104, y: 704, width: 8, size: 6 }
  ]

  expect(toLines(runs).map((found) => found.text)).toEqual(['Tide tables[1]', 'came late.'])
})

test('cells of a row are parted where they stand wide apart', () => {
  const runs = [
    line('Gauge', 50, 700),
    line('Level at noon', 200, 700),
    line('North', 50, 688),
    line('4.1 m', 200, 688)
  ]

  expect(textsOf(runs)).toEqual(['Gauge', 'Level at noon', 'North', '4.1 m'])
})
