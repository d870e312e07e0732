import type { Desk } from './desk.svelte'
import type { GrowingRows } from './rows.svelte'

/** Results as many as the box asks for while one types. */
const RESULTS = { offset: 0, limit: 12 } as const

/**
 * Tasks that fetch what views will show first, one view a task, so that they open at once. What is kept with the view is fetched
 * only when it is not there yet; of the search the answer is put away: what counts is that the library has read its pages once.
 * Texts and comparisons are left out: a long one would keep the window busy.
 *
 * @returns tasks that never fail: what cannot be fetched now is asked for again, and its failure told, when the view is opened
 */
export function aheadOf(desk: Desk): readonly (() => Promise<void>)[] {
  const { api, claims, clusters, map } = desk
  const first = async (list: Pick<GrowingRows<unknown>, 'loaded' | 'refresh'>): Promise<void> => {
    if (!list.loaded) await list.refresh()
  }
  const tasks: readonly (() => Promise<unknown>)[] = [
    () => api.search({ text: 'a', sort: 'relevance', facets: false, ...RESULTS }),
    async () => {
      if (claims.rows.total === 0) await claims.refresh()
    },
    () => first(desk.ledger),
    () => first(clusters.list),
    () => first(desk.threads),
    () => first(map.lanes),
    async () => {
      if (map.matrix === undefined) await map.load('claims')
    }
  ]
  return tasks.map((task) => async () => {
    try {
      await task()
    } catch {
      // As the docstring says.
    }
  })
}
