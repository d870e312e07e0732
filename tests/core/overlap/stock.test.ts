import { describe, expect, test } from 'vitest'
import { fingerprint } from '../../../src/core/overlap/fingerprint'
import { Postings } from '../../../src/core/overlap/postings'
import { findStock } from '../../../src/core/overlap/stock'
import { haveOneSubject } from '../../../src/core/overlap/subject'
import { wordsOf } from '../../../src/core/overlap/word-list'
import { Chance, toArticle } from '../../bench/planted'
import { article, OTHER, STORY } from './texts'

const keysOf = (...parts: Parameters<typeof toArticle>[1][]) =>
  fingerprint(wordsOf(toArticle(1, parts.flat())).hashes)

describe('findStock', () => {
  test('finds the note under many stories, and not the story on many sites', () => {
    const chance = new Chance(3)
    const note = chance.report(40)
    const story = chance.report(200)
    const prints = new Postings()
    for (let id = 1; id <= 6; id++) prints.add(id, keysOf(chance.report(200), note))
    for (let id = 11; id <= 30; id++)
      prints.add(id, keysOf(story.map((paragraph) => chance.edit(paragraph, 0.02))))

    const stock = findStock(prints, () => false)

    const share = (keys: Uint32Array) => keys.filter((key) => stock.has(key)).length / keys.length
    expect(share(keysOf(note))).toBeGreaterThan(0.7)
    expect(share(keysOf(story))).toBe(0)
  })

  test('leaves alone what stands under stories of one subject', () => {
    const chance = new Chance(4)
    const background = chance.report(60)
    const prints = new Postings()
    for (let id = 1; id <= 8; id++) prints.add(id, keysOf(chance.report(200), background))

    expect(findStock(prints, () => true).size).toBe(0)
  })
})

describe('haveOneSubject', () => {
  const rare = () => 5

  test('looks beside the shared words', () => {
    const note = OTHER.join(' ')
    const left = wordsOf(article(1, [...STORY, note]))

    expect(haveOneSubject(left, wordsOf(article(2, [...STORY.toReversed(), note])), rare)).toBe(
      true
    )
    const stranger =
      'Bakers from nine villages will compete for the golden loaf, which nobody north of the river has ever won since judges began to taste blindfolded and clerks to count crumbs on marble.'
    expect(haveOneSubject(left, wordsOf(article(2, [stranger, note])), rare)).toBe(false)
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
    expect(kept.ids()).toEqual(once.ids())
    for (const keys of all)
      for (const key of keys) {
        expect(kept.holders(key, 10)).toEqual(once.holders(key, 10))
      }
  })
})
