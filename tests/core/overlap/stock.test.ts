import { describe, expect, test } from 'vitest'
import { Families } from '../../../src/core/overlap/families'
import { fingerprint } from '../../../src/core/overlap/fingerprint'
import { Postings } from '../../../src/core/overlap/postings'
import { Stock } from '../../../src/core/overlap/stock'
import { indexShingles } from '../../../src/core/overlap/passages'
import { shingleHashes } from '../../../src/core/overlap/shingle'
import { haveOneSubject } from '../../../src/core/overlap/subject'
import { wordsOf } from '../../../src/core/overlap/word-list'
import { Chance, toArticle } from '../../bench/planted'
import { article, OTHER, STORY } from './texts'

const keysOf = (...parts: Parameters<typeof toArticle>[1][]) =>
  fingerprint(wordsOf(toArticle(1, parts.flat())).hashes)

/** Reports that arrive one after the other, and what was learned from them. */
function arrive(texts: readonly Uint32Array[], areAlike: (a: number, b: number) => boolean) {
  const prints = new Postings()
  const stock = new Stock(prints, areAlike)
  for (const [index, keys] of texts.entries()) {
    prints.add(index + 1, keys)
    stock.welcome(index + 1)
    stock.learn(index + 1)
  }
  return { prints, stock }
}

const shareOf = (stock: Stock, keys: Uint32Array) =>
  keys.filter((key) => stock.has(key)).length / keys.length

describe('Stock', () => {
  test('finds the note under many stories, and not the story on many sites', () => {
    const chance = new Chance(3)
    const note = chance.report(40)
    const story = chance.report(200)
    const notes = Array.from({ length: 6 }, () => keysOf(chance.report(200), note))
    const copies = Array.from({ length: 20 }, () =>
      keysOf(story.map((paragraph) => chance.edit(paragraph, 0.02)))
    )

    const { stock } = arrive([...notes, ...copies], () => false)

    expect(shareOf(stock, keysOf(note))).toBeGreaterThan(0.7)
    expect(shareOf(stock, keysOf(story))).toBe(0)
  })

  test('leaves alone what stands under stories of one subject', () => {
    const chance = new Chance(4)
    const background = chance.report(60)
    const stories = Array.from({ length: 8 }, () => keysOf(chance.report(200), background))

    expect(arrive(stories, () => true).stock.keys.size).toBe(0)
  })

  test('looks again at what it could not tell when the library was small', () => {
    const chance = new Chance(6)
    const note = chance.report(40)
    let known = 0
    const texts = [
      ...Array.from({ length: 4 }, () => keysOf(chance.report(200), note)),
      ...Array.from({ length: 40 }, () => keysOf(chance.report(200)))
    ]

    const { stock } = arrive(texts, () => known++ < 40)

    expect(shareOf(stock, keysOf(note))).toBeGreaterThan(0.7)
  })

  test('knows after a restart what it knew before, and where copies belong', () => {
    const chance = new Chance(7)
    const story = chance.report(200)
    const note = chance.report(40)
    const prints = new Postings()
    const first = new Stock(prints, () => false)
    const second = new Stock(prints, () => false)
    const add = (id: number, keys: Uint32Array) => {
      prints.add(id, keys)
      second.join(id, first.welcome(id))
      second.restore(first.learn(id))
    }
    for (let id = 1; id <= 6; id++)
      add(id, keysOf(story.map((paragraph) => chance.edit(paragraph, 0.02))))
    for (let id = 11; id <= 16; id++) add(id, keysOf(chance.report(200), note))

    expect([...second.keys].sort()).toEqual([...first.keys].sort())
    prints.add(20, keysOf(story))
    expect(second.learn(20).stock).toEqual([])
    expect(shareOf(second, keysOf(note))).toBeGreaterThan(0.7)
  })
})

describe('Families', () => {
  test('join over copies of copies, and forget who was removed', () => {
    const families = new Families()
    families.join(1, 2)
    families.join(3, 4)
    families.join(2, 4)

    expect(families.firstOfEach([1, 2, 3, 4, 5, 6], 9)).toEqual([1, 5, 6])
    families.remove(4)
    expect(families.firstOfEach([3, 4], 9)).toEqual([3, 4])
    expect(families.firstOfEach([5, 6, 1], 2)).toEqual([5, 6])
  })
})

describe('haveOneSubject', () => {
  const rare = () => 5

  test('looks beside the shared words', () => {
    const note = OTHER.join(' ')
    const read = (id: number, lines: readonly string[]) => {
      const list = wordsOf(article(id, lines))
      return { list, index: indexShingles(shingleHashes(list.hashes)) }
    }
    const left = read(1, [...STORY, note])

    expect(haveOneSubject(left, read(2, [...STORY.toReversed(), note]), rare)).toBe(true)
    const stranger =
      'Bakers from nine villages will compete for the golden loaf, which nobody north of the river has ever won since judges began to taste blindfolded and clerks to count crumbs on marble.'
    expect(haveOneSubject(left, read(2, [stranger, note]), rare)).toBe(false)
  })
})

describe('Postings', () => {
  test('after removals hold what they would hold had it never been added', () => {
    const chance = new Chance(5)
    const all = Array.from({ length: 400 }, () => keysOf(chance.report(60)))
    const kept = new Postings()
    const once = new Postings()
    for (const [id, keys] of all.entries()) kept.add(id + 1, keys)
    for (const [id, keys] of all.entries()) {
      if (id % 3 === 0) once.add(id + 1, keys)
      else kept.remove(id + 1)
    }

    expect(kept.size).toBe(once.size)
    for (const id of all.keys()) expect(kept.has(id + 1)).toBe(once.has(id + 1))
    for (const keys of all)
      for (const key of keys) {
        expect(kept.holders(key, 10)).toEqual(once.holders(key, 10))
      }
  })
})
