import { expect, test } from 'vitest'
import { clusterArticles } from '../../src/core/overlap/cluster'
import type { Decision } from '../../src/shared/decision'
import { apiOver } from '../../src/renderer/src/lib/api'
import { ClustersState, joining, splitting } from '../../src/renderer/src/lib/state/clusters.svelte'
import { DecisionsState } from '../../src/renderer/src/lib/state/decisions.svelte'
import { fakeBridge } from '../support/fake-bridge'

type Pair = Extract<Decision, { kind: 'cluster' }>

/** Every report a version of every other one. */
const linksOf = (ids: readonly number[]) =>
  ids.flatMap((a) =>
    ids
      .filter((b) => b > a)
      .map((b) => ({
        a,
        b,
        kind: 'version' as const,
        containmentA: 0.9,
        containmentB: 0.9,
        cosine: 0
      }))
  )

/** Members of the clusters that the links make under the decisions, of which later ones about a pair count. */
function clustered(links: ReturnType<typeof linksOf>, made: readonly Pair[]): number[][] {
  const last = new Map(made.map((pair) => [[pair.a, pair.b].sort().join(), pair]))
  const pairs = (together: boolean) =>
    [...last.values()]
      .filter((pair) => pair.together === together)
      .map(({ a, b }) => [a, b] as const)
  const decisions = { together: pairs(true), apart: pairs(false), pinned: [] }
  const member = (id: number) => ({ id, published: undefined, words: 100 })
  return clusterArticles(links, member, decisions).map(({ members }) => [...members])
}

test('members that are taken out form a cluster of their own, whatever links them to the rest', () => {
  const links = linksOf([1, 2, 3, 4, 5])
  expect(clustered(links, [])).toEqual([[1, 2, 3, 4, 5]])

  expect(clustered(links, splitting([2, 4], [1, 3, 5], []))).toEqual([
    [1, 3, 5],
    [2, 4]
  ])
  expect(clustered(links, splitting([3], [1, 2, 4, 5], []))).toEqual([[1, 2, 4, 5]])
})

test('what was put together by hand can be parted again, and the other way about', () => {
  const links = [...linksOf([1, 2, 3]), ...linksOf([4, 5])]
  const joined = joining([1, 2, 3], [4, 5], [])
  expect(clustered(links, joined)).toEqual([[1, 2, 3, 4, 5]])

  const parted = [...joined, ...splitting([4, 5], [1, 2, 3], joined)]
  expect(clustered(links, parted)).toEqual([
    [1, 2, 3],
    [4, 5]
  ])

  const inForce = [...new Map(parted.map((pair) => [`${pair.a} ${pair.b}`, pair])).values()]
  expect(clustered(links, [...parted, ...joining([1, 2, 3], [4, 5], inForce)])).toEqual([
    [1, 2, 3, 4, 5]
  ])
})

test('a split is one step of undo', async () => {
  const bridge = fakeBridge()
  const api = apiOver(bridge)
  const decisions = new DecisionsState(api)
  const clusters = new ClustersState(api, decisions)
  await clusters.list.reload()
  const row = clusters.list.rows[1]
  if (row === undefined) throw new Error('a cluster of three is needed')
  clusters.toggle(row.members[0]?.id ?? 0)
  expect(clusters.chosenOf(row)).toEqual([1])

  await clusters.split(row, clusters.chosenOf(row))
  expect((await api.decisions({ offset: 0, limit: 50 })).total).toBe(2)
  expect(clusters.chosen.size).toBe(0)
  await decisions.undo()

  expect((await api.decisions({ offset: 0, limit: 50 })).total).toBe(0)
  expect(decisions.canUndo).toBe(false)
})

test('a cluster is pinned by its longest report and let go by every pinned one', async () => {
  const bridge = fakeBridge()
  const api = apiOver(bridge)
  const clusters = new ClustersState(api, new DecisionsState(api))
  await clusters.list.reload()
  const row = clusters.list.rows[0]
  if (row === undefined) throw new Error('a cluster is needed')

  await clusters.pin(row)
  await clusters.pin({ ...row, pinned: [1, 2] })

  const made = bridge.calls.filter(({ name }) => name === 'decide').map(({ args }) => args[0])
  expect(made).toEqual([
    { kind: 'pin', article: 1, pinned: true },
    { kind: 'pin', article: 1, pinned: false },
    { kind: 'pin', article: 2, pinned: false }
  ])
})
