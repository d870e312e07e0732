import { beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../src/library/catalog/database'
import { Claims } from '../../src/library/derive/claims'
import type { Decision } from '../../src/shared/decision'
import { headerOf, makeArticle } from './few-articles'

const FIRST = makeArticle(1, [
  'Fighting near Tarsk goes on',
  'The Velland army said its gunners destroyed nine Orbel drones over Tarsk harbour on Monday. The Harbour Times could not independently verify the report.',
  'The bakery on the quay opened as usual.'
])
const SECOND = makeArticle(2, [
  'Drones over the harbour',
  'Nine Orbel drones were destroyed over Tarsk harbour, the Velland army said.'
])
const THIRD = makeArticle(3, [
  'Prices rise',
  'Bread costs more than in spring, bakers in the old town said.'
])

const PAGE = { offset: 0, limit: 50 }
let decisions: Decision[] = []
const articles = new Map([FIRST, SECOND, THIRD].map((a) => [a.id, a]))

const makeClaims = () => {
  const claims = new Claims({
    articles: (id) => articles.get(id),
    decisions: () => decisions,
    copies: () => [],
    headers: (ids) => ids.map(headerOf),
    newest: () => [...articles.keys()].reverse()
  })
  claims.open(openDatabase(':memory:'))
  return claims
}

beforeEach(() => {
  decisions = []
})

describe('claims of a library', () => {
  test('the same claim in two reports is one thread with one origin', () => {
    const claims = makeClaims()

    claims.keep([FIRST, SECOND, THIRD])

    const { total, rows } = claims.threads(PAGE)
    expect(total).toBe(1)
    expect(rows[0]).toMatchObject({ documents: 2, origins: 1, newsrooms: 2 })
  })

  test('adding one by one gives the same threads as adding all at once, in any order', () => {
    const once = makeClaims()
    const stepwise = makeClaims()

    once.keep([FIRST, SECOND, THIRD])
    for (const article of [THIRD, SECOND, FIRST]) stepwise.keep([article])

    expect(stepwise.threads(PAGE)).toEqual(once.threads(PAGE))
  })

  test('adding and dropping equals never added', () => {
    const never = makeClaims()
    const dropped = makeClaims()

    never.keep([FIRST, THIRD])
    dropped.keep([FIRST, SECOND, THIRD])
    dropped.drop([2])

    expect(dropped.threads(PAGE)).toEqual(never.threads(PAGE))
    expect(dropped.list({ ...PAGE, sort: 'weight' })).toEqual(
      never.list({ ...PAGE, sort: 'weight' })
    )
  })

  test('a reader keeps two claims apart', () => {
    const claims = makeClaims()
    claims.keep([FIRST, SECOND])
    const [a, b] = claims.threads(PAGE).rows[0]?.members ?? []
    if (a === undefined || b === undefined) throw new Error('Cannot test: no thread')

    decisions = [
      {
        kind: 'thread',
        a: { article: a.article.id, sentence: a.sentence },
        b: { article: b.article.id, sentence: b.sentence },
        together: false
      }
    ]
    claims.settled(true)

    expect(claims.threads(PAGE).total).toBe(0)
  })

  test('a correction holds for the identical sentence in every report', () => {
    const claims = makeClaims()
    claims.keep([FIRST])
    const sentence = 'The Harbour Times could not independently verify the report.'

    decisions = [{ kind: 'mark', sentence, verdict: 'not-a-claim' }]

    const mark = claims
      .of(1)
      .marks.find((m) => FIRST.text.slice(m.sentence.start, m.sentence.end) === sentence)
    expect(mark).toMatchObject({ highlight: false, severity: 0 })
  })

  test('the ledger lists what each source says', () => {
    const claims = makeClaims()
    claims.keep([FIRST, SECOND, THIRD])

    const entry = claims.ledger(PAGE).rows.find((r) => /army/i.test(r.source.name))

    expect(entry).toMatchObject({ says: 2, documents: 2 })
  })

  test('claims by date come from the newest report on, page by page', () => {
    const claims = makeClaims()
    claims.keep([FIRST, SECOND, THIRD])
    const whole = claims.list({ ...PAGE, sort: 'date', minSeverity: 0 })

    const single = Array.from({ length: whole.total }, (_, offset) =>
      claims.list({ offset, limit: 1, sort: 'date', minSeverity: 0 }).rows.at(0)
    )

    expect(single).toEqual(whole.rows)
    expect([...new Set(whole.rows.map(({ article }) => article.id))]).toEqual([3, 2, 1])
  })

  test('the ledger counts what the list of a source holds, through every correction and removal', () => {
    const claims = makeClaims()
    const counted = () =>
      claims.ledger(PAGE).rows.map(({ source, says, denies, documents }) => {
        const { total, rows } = claims.list({
          ...PAGE,
          source: source.name,
          minSeverity: 0,
          sort: 'article'
        })
        expect([says + denies, documents]).toEqual([
          total,
          new Set(rows.map(({ article }) => article.id)).size
        ])
        return total
      })
    claims.keep([FIRST, SECOND, THIRD])
    const [sentence = ''] = claims
      .list({ ...PAGE, sort: 'weight', source: 'Velland army' })
      .rows.map(({ text }) => text)

    const all = counted()
    decisions = [{ kind: 'mark', sentence, verdict: 'not-a-claim' }]
    const corrected = counted()
    claims.drop([2])
    const fewer = counted()
    decisions = []
    const taken = counted()

    const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0)
    expect([all, corrected, fewer, taken].map(sum)).toEqual([4, 3, 2, 3])
  })

  test('counts and lists come with the article', () => {
    const claims = makeClaims()
    claims.keep([FIRST])

    expect(claims.countsOf(1)?.strong).toBeGreaterThan(0)
    expect(claims.countsOf(9)).toBeUndefined()
    expect(claims.list({ ...PAGE, sort: 'weight', letter: 'V' }).rows.length).toBeGreaterThan(0)
  })

  test('a correction takes a sentence out of every list, and gives it another letter', () => {
    const claims = makeClaims()
    claims.keep([FIRST, SECOND])
    const all = claims.list({ ...PAGE, sort: 'weight' })
    const sentence = all.rows[0]?.text ?? ''

    decisions = [{ kind: 'mark', sentence, verdict: 'not-a-claim' }]
    const without = claims.list({ ...PAGE, sort: 'weight' })
    decisions = [{ kind: 'mark', sentence, verdict: 'wrong-label', letter: 'U' }]
    const relabelled = claims.list({ ...PAGE, sort: 'weight', letter: 'U' })

    expect(without.total).toBe(all.total - 1)
    expect(relabelled.rows.map((row) => row.text)).toEqual([sentence])
  })

  test('a party that speaks later confirms what it was silent about', () => {
    const early = makeArticle(4, [
      'Visit planned',
      'The king of Norway accepted an invitation to the winter fair in Oslo harbour, the Harbour Times newspaper reported. Norway did not immediately confirm the invitation.'
    ])
    const later = makeArticle(5, [
      'Visit confirmed',
      'The king of Norway accepted an invitation to the winter fair in Oslo harbour, Norway said.'
    ])
    articles.set(4, early).set(5, later)
    const claims = makeClaims()

    claims.keep([early, later])

    const [thread] = claims.threads(PAGE).rows
    expect(thread?.confirmedBy?.article.id).toBe(5)
  })

  test('a denial in one report is told with the claim of another', () => {
    const charge = makeArticle(6, [
      'Mill burns',
      'Velland accused the guild of millers of burning the old mill at Tarsk. The guild denied the accusation.'
    ])
    const copy = makeArticle(7, [
      'Mill',
      'Velland accused the guild of millers of burning the old mill at Tarsk.'
    ])
    articles.set(6, charge).set(7, copy)
    const claims = makeClaims()

    claims.keep([charge, copy])

    const [thread] = claims.threads({ ...PAGE, article: 7 }).rows
    expect(thread?.denials.map((row) => row.article.id)).toEqual([6])
  })

  test('lists by date put the newest report first', () => {
    const claims = makeClaims()
    claims.keep([FIRST, SECOND])

    const ids = claims.list({ ...PAGE, sort: 'date' }).rows.map((row) => row.article.id)

    expect(ids).toEqual(ids.toSorted((a, b) => b - a))
  })

  test('counts of articles follow corrections of their sentences, in copies too', () => {
    const claims = makeClaims()
    claims.keep([FIRST, SECOND])
    const before = claims.countsOf(1)
    if (before === undefined) throw new Error('Cannot test: nothing was counted')
    const sentence = 'The Harbour Times could not independently verify the report.'

    decisions = [{ kind: 'mark', sentence, verdict: 'not-a-claim' }]
    claims.settled(true)
    const without = claims.countsOf(1)
    const changes = claims.countChanges()
    decisions = []
    claims.settled(true)

    expect(without).toEqual({ ...before, strong: before.strong - 1 })
    expect([...changes.keys()]).toEqual([1])
    expect(claims.countsOf(1)).toEqual(before)
  })

  test('rows tell the reader’s verdict, and no longer when it is taken back', () => {
    const claims = makeClaims()
    claims.keep([FIRST])
    const [row] = claims.list({ ...PAGE, sort: 'weight' }).rows
    if (row === undefined) throw new Error('Cannot test: no claim')

    decisions = [
      { kind: 'verdict', article: 1, sentence: row.sentence, credibility: 4, comment: '' }
    ]
    const judged = claims.list({ ...PAGE, sort: 'weight' }).rows[0]?.credibility
    decisions = []

    expect(judged).toBe(4)
    expect(claims.list({ ...PAGE, sort: 'weight' }).rows[0]?.credibility).toBeUndefined()
  })

  test('claims that share no words are joined by hand, and split off again from all others', () => {
    const claims = makeClaims()
    claims.keep([FIRST, SECOND, THIRD])
    const rowOf = (article: number) =>
      claims.list({ ...PAGE, sort: 'article', article, minSeverity: 0 }).rows[0]
    const [one, three] = [rowOf(2), rowOf(3)]
    if (one === undefined || three === undefined) throw new Error('Cannot test: no claims')
    const end = (row: typeof one) => ({ article: row.article.id, sentence: row.sentence })

    decisions = [{ kind: 'thread', a: end(one), b: end(three), together: true }]
    claims.settled(true)
    const joined = claims.threads({ ...PAGE, article: 3 }).rows[0]
    decisions = [
      ...decisions,
      ...(joined?.members ?? [])
        .filter((member) => member.article.id !== 3)
        .map((member) => ({
          kind: 'thread' as const,
          a: end(member),
          b: end(three),
          together: false
        }))
    ].slice(1)
    claims.settled(true)

    expect(joined?.members.map((member) => member.article.id)).toEqual([1, 2, 3])
    expect(claims.threads({ ...PAGE, article: 3 }).total).toBe(0)
    expect(claims.threads(PAGE).rows[0]?.documents).toBe(2)
  })

  test('what a status line covers by the reader’s word is kept with the claims', () => {
    const claims = makeClaims()
    claims.keep([FIRST])
    const status = claims.of(1).marks.find((mark) => mark.scope !== undefined)
    const bakery = claims.of(1).marks.at(-1)
    if (status === undefined || bakery === undefined) throw new Error('Cannot test: no scope')

    decisions = [
      {
        kind: 'scope',
        article: 1,
        status: status.sentence,
        sentence: bakery.sentence,
        covered: true
      }
    ]
    claims.keep([FIRST])

    const listed = claims.list({ ...PAGE, sort: 'article', letter: 'V', minSeverity: 0 }).rows
    expect(listed.map((row) => row.text)).toContain('The bakery on the quay opened as usual.')
  })

  test('a source that the reader classes is read as that in every report', () => {
    const claims = makeClaims()
    const report = makeArticle(13, [
      'Ridge',
      'The Grey Lanterns said they had destroyed two bridges in the war.'
    ])
    articles.set(13, report)
    decisions = [
      { kind: 'actor', name: 'Grey Lanterns', type: 'armed-group', side: 'Velland' },
      {
        kind: 'actor',
        name: 'Lantern Men',
        type: 'armed-group',
        side: 'Velland',
        sameAs: 'Grey Lanterns'
      }
    ]

    claims.keep([report])

    const [row] = claims.list({ ...PAGE, sort: 'weight' }).rows
    expect(row).toMatchObject({
      source: { name: 'Grey Lanterns', type: 'armed-group', side: 'Velland' },
      letter: 'S'
    })
  })
})
