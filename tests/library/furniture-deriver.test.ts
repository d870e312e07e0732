import { beforeEach, describe, expect, test } from 'vitest'
import type { Article } from '../../src/core/article/article'
import { toCanonical } from '../../src/core/text/canonical'
import { openDatabase, type Database } from '../../src/library/catalog/database'
import { createFurnitureDeriver, type FurnitureDeriver } from '../../src/library/derive/furniture'

const MENU = ['World', 'Ports and ships', 'Weather map', 'Letters page', 'Our archive']

function article(id: number, ...lines: string[]): Article {
  return {
    ...toCanonical(lines.map((text) => ({ text, role: 'paragraph' }))),
    id,
    metadata: { title: { value: `Report ${id}`, from: 'text' } },
    format: 'txt',
    contentHash: String(id),
    words: 0
  }
}

const story = (n: number) =>
  Array.from(
    { length: 5 },
    (_, i) => `Story ${n} tells in sentence ${i} of something that no other report has told.`
  )

let db: Database
let stage: FurnitureDeriver

beforeEach(() => {
  db = openDatabase(':memory:')
  stage = createFurnitureDeriver()
  stage.open(db)
})

const rows = () => db.prepare('SELECT key, article FROM furniture_line ORDER BY key, article').all()

describe('furniture by repetition', () => {
  test('menus of two reports of one site are found in both', () => {
    const a = article(1, ...MENU, ...story(1))
    const b = article(2, ...MENU, ...story(2))

    stage.keep([a, b])

    expect([...stage.furnitureOf(a).keys()].toSorted()).toEqual([0, 1, 2, 3, 4])
    expect([...stage.furnitureOf(b).values()]).toEqual(Array.from(MENU, () => 'repeated-line'))
  })

  test('a report that was kept alone has none', () => {
    const a = article(1, ...MENU, ...story(1))

    stage.keep([a])

    expect(stage.furnitureOf(a).size).toBe(0)
  })

  test('keeping and dropping equals never having kept', () => {
    stage.keep([article(1, ...MENU, ...story(1))])
    const before = rows()

    stage.keep([article(2, ...MENU, ...story(2))])
    stage.drop([2])

    expect(rows()).toEqual(before)
  })

  test('keeping an article again replaces its lines', () => {
    stage.keep([article(1, ...MENU)])
    stage.keep([article(1, 'Another line')])

    expect(rows()).toHaveLength(1)
  })

  test('clearing leaves nothing', () => {
    stage.keep([article(1, ...MENU)])

    stage.clear()

    expect(rows()).toEqual([])
  })

  test('a line marked by its wording is not found again', () => {
    const a = article(1, ...MENU, ...story(1))
    const blocks = a.blocks.map((block, i) => (i === 0 ? { ...block, furniture: 'menu' } : block))
    stage.keep([article(2, ...MENU, ...story(2))])

    expect(stage.furnitureOf({ ...a, blocks }).has(0)).toBe(false)
  })
})
