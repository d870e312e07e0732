import { describe, expect, test } from 'vitest'
import { clusterArticles, type ClusterDecisions } from '../../../src/core/overlap/cluster'
import type { OverlapKind } from '../../../src/core/overlap/model'

const NONE: ClusterDecisions = { together: [], apart: [], pinned: [] }
const link = (a: number, b: number, kind: OverlapKind = 'version') => ({
  a,
  b,
  kind,
  containmentA: 0.8,
  containmentB: 0.7,
  cosine: 0.5
})
const member = (id: number) => ({
  id,
  published: id === 9 ? undefined : `2024-01-${20 - id}`,
  words: 100 + id
})
const cluster = (links: ReturnType<typeof link>[], decisions: Partial<ClusterDecisions> = {}) =>
  clusterArticles(links, member, { ...NONE, ...decisions })

describe('clusters', () => {
  test('hold copies in order of time, undated ones last', () => {
    expect(cluster([link(1, 2), link(2, 9), link(1, 9)])).toEqual([
      { id: 1, kind: 'text', members: [2, 1, 9], longest: 9, distinctTexts: 1 }
    ])
  })

  test('of one event count texts, not copies', () => {
    const [first] = cluster([link(1, 2), link(1, 3, 'same-event'), link(2, 3, 'same-event')])

    expect(first).toMatchObject({ kind: 'event', distinctTexts: 2, members: [3, 2, 1] })
  })

  test('name the hub without which they fall apart', () => {
    expect(cluster([link(1, 2), link(2, 3)])[0]?.hub).toBe(2)
    expect(cluster([link(1, 2), link(2, 3), link(1, 3)])[0]?.hub).toBeUndefined()
  })

  test('of events do not grow along a chain', () => {
    const chain = [1, 2, 3, 4, 5, 6].map((id) => link(id, id + 1, 'same-event'))

    expect(Math.max(...cluster(chain).map(({ members }) => members.length))).toBeLessThan(5)
  })

  test('ignore shared topics and quotations', () => {
    expect(cluster([link(1, 2, 'same-topic'), link(2, 3, 'shared-quotation')])).toEqual([])
  })
})

describe('decisions', () => {
  test('put together and apart what the links do not', () => {
    expect(cluster([], { together: [[1, 2]] })[0]?.members).toEqual([2, 1])
    expect(cluster([link(1, 2)], { apart: [[2, 1]] })).toEqual([])
  })

  test('put pinned clusters first', () => {
    const links = [link(1, 2), link(1, 3), link(2, 3), link(7, 8)]

    expect(cluster(links)[0]?.id).toBe(1)
    expect(cluster(links, { pinned: [8] })[0]?.id).toBe(7)
  })

  test('outlive articles that are gone', () => {
    expect(clusterArticles([link(1, 2)], (id) => (id === 1 ? member(1) : undefined), NONE)).toEqual(
      []
    )
  })
})
