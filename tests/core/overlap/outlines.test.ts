import { expect, test } from 'vitest'
import { Outlines, outlineOf } from '../../../src/core/overlap/outlines'
import { readWords, relateTexts, type Words } from '../../../src/core/overlap/relate'
import { Chance, toArticle, type Paragraph } from '../../bench/planted'

const read = (
  id: number,
  paragraphs: readonly Paragraph[],
  stock: ReadonlySet<number> = new Set()
) => readWords(toArticle(id, paragraphs), (key) => stock.has(key))

function outlinesOf(...reports: readonly Words[]): Outlines {
  const outlines = new Outlines()
  for (const { article, list } of reports) outlines.add(article.id, outlineOf(list.hashes))
  return outlines
}

test('no pair that shares text is turned away, however much was edited', () => {
  const chance = new Chance(3)
  let pairs = 0
  for (let round = 0; round < 400; round++) {
    const story = chance.report(120)
    const level = [0.05, 0.2, 0.4, 0.5][round % 4] ?? 0
    const host = [...chance.report(80), ...story.map((part) => chance.edit(part, level))]
    const [a, b] = [read(1, story), read(2, host)]
    if (relateTexts(a, b).kind === undefined) continue
    pairs++

    expect(outlinesOf(a, b).mayShare(a, 2), `round ${round}`).toBe(true)
  }
  expect(pairs).toBeGreaterThan(300)
})

test('reports that share a few words by chance are turned away', () => {
  const chance = new Chance(4)
  const phrase = chance.sentence().words.slice(0, 7)
  const around = () => [
    ...chance.report(150),
    [{ id: 0, words: [...chance.sentence().words, ...phrase, ...chance.sentence().words] }]
  ]
  let away = 0
  for (let round = 0; round < 100; round++) {
    const [a, b] = [read(1, around()), read(2, around())]
    if (!outlinesOf(a, b).mayShare(a, 2)) away++
  }

  expect(away).toBeGreaterThan(95)
})

test('so are those that share nothing but stock lines', () => {
  const chance = new Chance(5)
  const note = chance.report(60)
  const keys = new Set(read(1, note).seeds)
  const [a, b] = [
    [...chance.report(150), ...note],
    [...note, ...chance.report(150)]
  ]
  const plain = read(1, a)
  const outlines = outlinesOf(plain, read(2, b))

  expect(outlines.mayShare(plain, 2)).toBe(true)
  expect(outlines.mayShare(read(1, a, keys), 2)).toBe(false)
})

test('nothing is known of reports that went, and others are found where they are moved to', () => {
  const chance = new Chance(6)
  const story = chance.report(150)
  const outlines = outlinesOf(read(1, chance.report(150)))
  for (let id = 2; id <= 1_500; id++) outlines.add(id, outlineOf(read(id, story).list.hashes))
  const [first, last] = [read(1, chance.report(150)), read(1_500, story)]
  for (let id = 2; id < 1_499; id++) outlines.remove(id)
  outlines.add(1, outlineOf(first.list.hashes))

  expect(outlines.mayShare(last, 1_499)).toBe(true)
  expect(outlines.mayShare(last, 1)).toBe(false)
  expect(outlines.mayShare(last, 2)).toBe(true)
  expect(outlines.mayShare(first, 1_499)).toBe(false)
})
