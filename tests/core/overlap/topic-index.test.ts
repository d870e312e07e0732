import { describe, expect, test } from 'vitest'
import { fingerprint } from '../../../src/core/overlap/fingerprint'
import { Postings } from '../../../src/core/overlap/postings'
import { areStrangers } from '../../../src/core/overlap/subject'
import { termsOf } from '../../../src/core/overlap/terms'
import { TopicIndex } from '../../../src/core/overlap/topic-index'
import { wordsOf } from '../../../src/core/overlap/word-list'
import { Chance, toArticle, type Paragraph } from '../../bench/planted'

const termsIn = (paragraphs: readonly Paragraph[]) => termsOf(wordsOf(toArticle(1, paragraphs)))
const keysIn = (paragraphs: readonly Paragraph[]) =>
  fingerprint(wordsOf(toArticle(1, paragraphs)).hashes)

describe('TopicIndex', () => {
  test('tells the days between any two reports of one subject', () => {
    const chance = new Chance(1)
    const topics = new TopicIndex()
    for (let id = 1; id <= 40; id++) topics.add(id, termsIn(chance.report(120)), 100)
    const story = chance.report(120)
    topics.add(50, termsIn(story), 100)
    topics.add(51, termsIn(story), 103)
    topics.add(52, termsIn(story), undefined)

    expect(topics.neighbours(51)).toEqual([
      { id: 50, cosine: expect.closeTo(1) as number, days: 3 },
      { id: 52, cosine: expect.closeTo(1) as number }
    ])
  })

  test('wants more of reports that are far apart in time', () => {
    const chance = new Chance(2)
    const shared = chance.report(40)
    const [a, b] = [chance.report(80), chance.report(80)]
    const find = (day: number) => {
      const topics = new TopicIndex()
      const others = new Chance(3)
      for (let id = 1; id <= 60; id++) topics.add(id, termsIn(others.report(120)), 0)
      topics.add(70, termsIn([...shared, ...a]), 0)
      topics.add(71, termsIn([...shared, ...b]), day)
      return topics.neighbours(70).map(({ id }) => id)
    }

    expect(find(2)).toEqual([71])
    expect(find(200)).toEqual([])
  })

  test('after removals answers as if the removed had never been there', () => {
    const chance = new Chance(4)
    const story = chance.report(90)
    const all = Array.from({ length: 300 }, (_, index) =>
      termsIn(index % 10 === 0 ? story.map((part) => chance.edit(part, 0.3)) : chance.report(90))
    )
    const [kept, once] = [new TopicIndex(), new TopicIndex()]
    for (const [id, terms] of all.entries()) kept.add(id + 1, terms, id)
    for (const [id, terms] of all.entries()) {
      if (id % 4 === 0) once.add(id + 1, terms, id)
      else kept.remove(id + 1)
    }

    expect(kept.size).toBe(once.size)
    for (const id of [1, 21, 41, 101]) {
      const [left, right] = [kept.neighbours(id), once.neighbours(id)]
      expect(left.map((one) => one.id)).toEqual(right.map((one) => one.id))
      expect(left.map(({ cosine }) => cosine.toFixed(9))).toEqual(
        right.map(({ cosine }) => cosine.toFixed(9))
      )
      expect(kept.cosine(id, 21)).toBeCloseTo(once.cosine(id, 21))
    }
    expect(kept.cosine(1, 2)).toBe(0)
  })
})

describe('Postings', () => {
  const rules = { rareHolders: 3, rareWeight: 2, least: 1 }
  const held = (prints: Postings, id: number) => prints.heldWith(id, { limit: 400 })

  test('close the holes that removed reports leave', () => {
    const chance = new Chance(12)
    // One without keys, too.
    const reports = Array.from({ length: 300 }, (_, id) =>
      Uint32Array.from({ length: id === 150 ? 0 : 60 }, () => chance.below(5_000))
    )
    const kept = new Postings()
    const fresh = new Postings()
    for (const [id, keys] of reports.entries()) kept.add(id, keys)
    for (const id of reports.keys()) if (id % 5 !== 0) kept.remove(id)
    for (const [id, keys] of reports.entries()) if (id % 5 === 0) fresh.add(id, keys)
    for (const prints of [kept, fresh]) prints.add(300, reports[7] ?? new Uint32Array())

    for (let id = 0; id <= 300; id += 5) {
      expect(kept.keysOf(id)).toEqual(fresh.keysOf(id))
      const wanted = fresh.sharing(held(fresh, id), () => false, rules)
      expect(kept.sharing(held(kept, id), () => false, rules)).toEqual(wanted)
    }
    for (let key = 0; key < 5_000; key += 7)
      expect(kept.holders(key, 400)).toEqual(fresh.holders(key, 400))
  })

  test('count what two reports share, each key once', () => {
    const prints = new Postings()
    prints.add(1, Uint32Array.of(7, 8, 9, 9, 10))
    prints.add(2, Uint32Array.of(9, 9, 8, 40))
    prints.add(3, Uint32Array.of(10))

    const shared = prints.sharing(held(prints, 1), (key) => key === 10, {
      ...rules,
      rareHolders: 0
    })

    expect(shared).toEqual([{ id: 2, weight: 2 }])
  })

  test('let a key of few holders count more', () => {
    const prints = new Postings()
    for (let id = 1; id <= 6; id++) prints.add(id, Uint32Array.of(5, id <= 2 ? 6 : 100 + id))

    const shared = new Map(
      prints.sharing(held(prints, 1), () => false, rules).map(({ id, weight }) => [id, weight])
    )

    expect(shared.get(2)).toBe(1 + 2)
    expect(shared.get(3)).toBe(1)
  })

  test('tell the earlier reports that have much of one, and its keys that many have', () => {
    const chance = new Chance(5)
    const story = chance.report(80)
    const prints = new Postings()
    const keys = Array.from({ length: 5 }, () =>
      keysIn(story.map((part) => chance.edit(part, 0.1)))
    )
    for (const [id, list] of keys.entries()) prints.add(id + 1, list)
    prints.add(9, keysIn(chance.report(80)))

    expect(prints.earlierSharing(held(prints, 4), { limit: 8, share: 0.1 }).sort()).toEqual([
      1, 2, 3
    ])
    expect(prints.earlierSharing(held(prints, 4), { limit: 8, share: 1.1 })).toEqual([])
    expect(prints.earlierSharing(held(prints, 9), { limit: 8, share: 0.1 })).toEqual([])

    const skipped = keys[3]?.[0] ?? 0
    const holdersOf = new Map<number, number[]>()
    for (const [id, list] of keys.entries())
      for (const key of new Set(list)) holdersOf.set(key, [...(holdersOf.get(key) ?? []), id + 1])
    const wanted = [...new Set(keys[3])]
      .filter((key) => key !== skipped && holdersOf.get(key)?.length === 4)
      .map((key) => [key, holdersOf.get(key)])
    const found: [number, number[]][] = []
    prints.eachCrowded(
      held(prints, 4),
      { skip: (key) => key === skipped, wanted: (holders) => holders === 4 },
      (key, holders) => found.push([key, [...holders]])
    )
    expect(new Map(found)).toEqual(new Map(wanted as [number, number[]][]))
  })
})

test('strangers are told by what they do not share', () => {
  const chance = new Chance(6)
  const note = keysIn(chance.report(40))
  const [a, b] = [keysIn(chance.report(200)), keysIn(chance.report(200))]
  const under = (keys: Uint32Array) => Uint32Array.of(...keys, ...note)

  expect(areStrangers(under(a), under(b), 0.01)).toBe(true)
  expect(areStrangers(under(a), under(b), 0.2)).toBe(false)
  expect(areStrangers(under(a), note, 0.01)).toBe(false)
})
