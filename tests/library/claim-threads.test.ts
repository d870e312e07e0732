import { describe, expect, test } from 'vitest'
import type { Article } from '../../src/core/article/article'
import { toCanonical } from '../../src/core/text/canonical'
import { openDatabase, transaction } from '../../src/library/catalog/database'
import { Claims } from '../../src/library/derive/claims'
import type { Decision } from '../../src/shared/decision'
import type { ClaimRow } from '../../src/shared/shapes'
import { random } from '../bench/corpus'

const PAGE = { offset: 0, limit: 200 }
const PLACES = ['Tarsk', 'Orbel', 'Lisk', 'Amsel']
const THINGS = ['drones', 'barges', 'wagons', 'cranes']

/**
 * A report of three claims out of a stock of twelve, so that many recur, word for word and otherwise, and none has more links than
 * are kept.
 */
function reportOf(id: number, draw: () => number): Article {
  const claims = Array.from({ length: 3 }, () => {
    const at = Math.floor(draw() * 4)
    const [place, things] = [PLACES[at] ?? '', THINGS[at] ?? '']
    const wordings = [
      `The Velland army said its gunners destroyed nine ${things} near the harbour of ${place} on Monday.`,
      `Nine ${things} were destroyed at ${place} harbour, the Velland army said.`,
      `The Velland army claimed that ${things} had been destroyed around the ${place} harbour and the mill.`
    ]
    return wordings[Math.floor(draw() * 3)] ?? ''
  })
  return articleOf(id, [...new Set(claims)])
}

const articleOf = (id: number, paragraphs: readonly string[]): Article => ({
  ...toCanonical(paragraphs.map((text) => ({ text, role: 'paragraph' }))),
  id,
  metadata: { title: { value: `Report ${id}`, from: 'text' } },
  format: 'txt',
  contentHash: String(id),
  words: 60
})

function claimsOf(
  articles: readonly Article[],
  decisions: () => readonly Decision[] = () => [],
  copies: readonly (readonly [number, number])[] = []
) {
  const db = openDatabase(':memory:')
  const byId = new Map(articles.map((article) => [article.id, article]))
  const claims = new Claims({
    articles: (id) => byId.get(id),
    decisions,
    copies: (id) => copies.flatMap(([a, b]) => (a === id ? [b] : b === id ? [a] : [])),
    newest: () => [...byId.keys()],
    headers: (ids) =>
      ids.map((id) => ({
        id,
        title: `Report ${id}`,
        authors: [],
        format: 'txt',
        words: 60,
        folder: 1,
        subFolder: '',
        fileName: `${id}.txt`,
        problems: 0,
        versions: 1
      }))
  })
  claims.open(db)
  return { claims, db }
}

const placesOf = (claims: Claims) =>
  claims
    .threads(PAGE)
    .rows.map(({ members }) => members.map(({ article, mark }) => `${article.id}:${mark}`).sort())
    .toSorted((a, b) => (String(a) < String(b) ? -1 : 1))

describe('threads of a library that changes', () => {
  test.each([1, 2, 3, 4])('come out the same in whatever order reports come (%i)', (seed) => {
    const draw = random(seed)
    const reports = Array.from({ length: 24 }, (_, i) => reportOf(i + 1, draw))
    const inOrder = claimsOf(reports).claims
    const shuffled = claimsOf(reports).claims

    inOrder.keep(reports)
    for (const report of reports.toSorted(() => draw() - 0.5)) shuffled.keep([report])

    expect(placesOf(shuffled)).toEqual(placesOf(inOrder))
    expect(shuffled.threads(PAGE)).toEqual(inOrder.threads(PAGE))
  })

  test.each([1, 2, 3, 4])('forget a report as if it had never come (%i)', (seed) => {
    const draw = random(seed + 100)
    const reports = Array.from({ length: 24 }, (_, i) => reportOf(i + 1, draw))
    const gone = new Set([1, 2, 5, 9, 10, 17])
    const dropped = claimsOf(reports).claims
    const never = claimsOf(reports).claims

    dropped.keep(reports)
    dropped.drop([...gone].slice(0, 3))
    for (const id of [...gone].slice(3)) dropped.drop([id])
    never.keep(reports.filter(({ id }) => !gone.has(id)))

    expect(dropped.threads(PAGE)).toEqual(never.threads(PAGE))
  })

  test('come out the same when a library is opened again between two reports', () => {
    const draw = random(7)
    const reports = Array.from({ length: 20 }, (_, i) => reportOf(i + 1, draw))
    const once = claimsOf(reports).claims
    const { claims: twice, db } = claimsOf(reports)

    once.keep(reports)
    twice.keep(reports.slice(0, 10))
    twice.close()
    twice.open(db)
    twice.keep(reports.slice(10))

    expect(twice.threads(PAGE)).toEqual(once.threads(PAGE))
  })

  test('know nothing of a report whose transaction was undone', () => {
    const draw = random(8)
    const reports = Array.from({ length: 12 }, (_, i) => reportOf(i + 1, draw))
    const { claims, db } = claimsOf(reports)
    const never = claimsOf(reports).claims

    claims.keep(reports.slice(0, 6))
    const failing = () =>
      transaction(db, () => {
        claims.keep(reports.slice(6, 9))
        throw new Error('disk')
      })
    expect(failing).toThrow('disk')
    claims.settled(false)
    claims.keep(reports.slice(9))
    never.keep([...reports.slice(0, 6), ...reports.slice(9)])

    expect(claims.threads(PAGE)).toEqual(never.threads(PAGE))
  })
})

describe('claims in the same words', () => {
  const SAME = 'The Velland army said its gunners destroyed nine drones near the harbour of Tarsk.'
  const OTHER = 'Nine drones were destroyed at Tarsk harbour, the Velland army said.'
  const reports = [1, 2, 3, 4].map((id) => articleOf(id, [SAME]))
  const place = (row: ClaimRow) => ({ article: row.article.id, sentence: row.sentence })

  test('are one thread however many they are, with one origin', () => {
    const { claims } = claimsOf(reports)

    claims.keep(reports)

    expect(claims.threads(PAGE).rows).toMatchObject([{ documents: 4, origins: 1 }])
  })

  test('stay together when one of them is split off by hand, and it stays alone', () => {
    let decisions: Decision[] = []
    const all = [...reports, articleOf(5, [OTHER])]
    const { claims } = claimsOf(all, () => decisions)
    claims.keep(all)
    const members = claims.threads(PAGE).rows[0]?.members ?? []
    const [first, ...others] = members
    if (first === undefined) throw new Error('Cannot test: no thread')

    decisions = others.map((other) => ({
      kind: 'thread',
      a: place(first),
      b: place(other),
      together: false
    }))
    claims.settled(true)

    expect(members).toHaveLength(5)
    expect(claims.threads(PAGE).rows.map((row) => row.members.map((m) => m.article.id))).toEqual([
      [2, 3, 4, 5]
    ])
    expect(claims.list({ ...PAGE, sort: 'article', article: 1 }).rows[0]?.thread).toBeUndefined()
  })

  test('are joined by hand with another thread as a whole', () => {
    let decisions: Decision[] = []
    const far = [5, 6].map((id) => articleOf(id, ['Bakers claimed that bread had become dear.']))
    const all = [...reports, ...far]
    const { claims } = claimsOf(all, () => decisions)
    claims.keep(all)
    const [one, two] = claims.threads(PAGE).rows.map((row) => row.members[1])
    if (one === undefined || two === undefined) throw new Error('Cannot test: no threads')

    decisions = [{ kind: 'thread', a: place(one), b: place(two), together: true }]
    claims.settled(true)
    const joined = claims.threads(PAGE)

    expect(joined.total).toBe(1)
    expect(joined.rows[0]?.documents).toBe(6)
  })

  test('are found by their words and by their report', () => {
    const all = [
      ...reports,
      ...[7, 8].map((id) => articleOf(id, ['Bakers claimed that bread had become dear.']))
    ]
    const { claims } = claimsOf(all)
    claims.keep(all)

    expect(claims.threads({ ...PAGE, filter: 'bread' }).rows.map((row) => row.documents)).toEqual([
      2
    ])
    expect(claims.threads({ ...PAGE, article: 3 }).rows.map((row) => row.documents)).toEqual([4])
    expect(claims.threads({ ...PAGE, article: 3, filter: 'bread' }).total).toBe(0)
    expect(claims.threads({ offset: 1, limit: 1 })).toMatchObject({
      total: 2,
      rows: [{ documents: 2 }]
    })
  })

  test('are told in part, with how many they are, and counted as a whole', () => {
    const { claims } = claimsOf(reports)
    claims.keep(reports)

    const [part] = claims.threads({ ...PAGE, members: 2 }).rows

    expect(part).toMatchObject({ claims: 4, documents: 4 })
    expect(part?.members.map((m) => m.article.id)).toEqual([1, 2])
  })

  test('are found by any of them, under whatever name they stand', () => {
    const all = [...reports, articleOf(5, ['Bakers claimed that bread had become dear.'])]
    const { claims } = claimsOf(all)
    claims.keep(all)
    const named = (thread: string) => claims.threads({ offset: 0, limit: 1, thread })

    const [first, second] = claims.threads(PAGE).rows[0]?.members ?? []
    if (first === undefined || second === undefined) throw new Error('Cannot test: no thread')
    const whole = claims.threads(PAGE)

    expect(named(first.thread ?? '')).toEqual(whole)
    expect(named(`${second.article.id}:${second.mark}`)).toEqual(whole)
    expect(named('5:0')).toEqual({ total: 0, rows: [] })
    expect(named('77:0').total).toBe(0)
    expect(named('nothing').total).toBe(0)
  })
})

describe('independent origins', () => {
  /** Origins of the only thread of these reports. */
  const originsOf = (
    texts: readonly string[],
    copies: readonly (readonly [number, number])[] = []
  ) => {
    const reports = texts.map((text, i) => articleOf(i + 1, text.split(' / ')))
    const { claims } = claimsOf(reports, () => [], copies)
    claims.keep(reports)
    const { rows } = claims.threads(PAGE)
    expect(rows.map((row) => row.documents)).toEqual([texts.length])
    return rows[0]
  }
  const SHIPS = 'nine barges were sunk off the harbour of Bergen in the war'

  test('copies of a text with an unnamed source are one, copies of copies too', () => {
    const text = `Two officials who spoke on condition of anonymity said ${SHIPS}.`

    expect(originsOf([text, text, text])?.origins).toBe(3)
    expect(
      originsOf(
        [text, text, text],
        [
          [1, 2],
          [2, 3]
        ]
      )?.origins
    ).toBe(1)
  })

  test('agencies that relay one ministry are one', () => {
    const thread = originsOf([
      `Norway's defence ministry said ${SHIPS}.`,
      `Norway's defence ministry said ${SHIPS}, Reuters reported.`,
      `AFP reported that ${SHIPS}, citing Norway's defence ministry.`
    ])

    expect(thread?.origins).toBe(1)
  })

  test('spokesmen of one government are one side, those of two opponents agree', () => {
    const own = originsOf([
      `Norway's army said ${SHIPS}.`,
      `Norway's foreign ministry said ${SHIPS}.`
    ])
    const both = originsOf([`Norway's army said ${SHIPS}.`, `Sweden's army said ${SHIPS}.`])

    expect(own).toMatchObject({ origins: 1, opponentsAgree: false })
    expect(both).toMatchObject({ origins: 2, opponentsAgree: true })
  })

  test('who only denies a claim does not stand behind it', () => {
    const thread = originsOf([
      `Norway's army said ${SHIPS}.`,
      `Sweden's army denied that ${SHIPS}.`
    ])

    expect(thread).toMatchObject({ origins: 1, sides: ['Norway'] })
  })
})
