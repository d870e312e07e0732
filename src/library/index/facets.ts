import type { Facet } from '../../shared/shapes'
import type { SearchContext } from './context'
import type { DocSet } from './doc-set'
import { isoOf, NO_DAY } from './documents'
import type { PostingsStore } from './store'

/**
 * Most articles of which the catalog is asked for folders, labels and sources: about 100 ms. What finds more is to be narrowed by
 * publisher or month first, which the index counts itself.
 */
const MOST_ASKED = 20_000
/** Most values shown of a facet. */
const MOST_VALUES = 20

/** Returns how the found articles are spread over publishers, months, folders, labels and sources; empty facets are left out. */
export function facetsOf(set: DocSet, store: PostingsStore, context: SearchContext): Facet[] {
  const { sites, siteNames, days, articles } = store.documents
  const bySite = new Map<string, number>()
  const byDay = new Map<number, number>()
  const byMonth = new Map<string, number>()
  const siteCounts = new Uint32Array(siteNames.length)
  for (const doc of set.members()) {
    const site = sites[doc] ?? 0
    siteCounts[site] = (siteCounts[site] ?? 0) + 1
    const day = days[doc] ?? NO_DAY
    if (day !== NO_DAY) byDay.set(day, (byDay.get(day) ?? 0) + 1)
  }
  for (const [day, count] of byDay) {
    const month = isoOf(day).slice(0, 7)
    byMonth.set(month, (byMonth.get(month) ?? 0) + count)
  }
  siteCounts.forEach((count, site) => {
    const [name = '', host = ''] = (siteNames[site] ?? '').split('\n')
    const shown = name === '' ? host : name
    if (count > 0 && shown !== '') bySite.set(shown, (bySite.get(shown) ?? 0) + count)
  })
  const facets: Facet[] = [
    { field: 'site', values: valuesOf(bySite, 'site') },
    { field: 'month', values: valuesOf(byMonth, 'date') }
  ]
  if (context.facet !== undefined && set.count <= MOST_ASKED) {
    const ids = Array.from(set.members(), (doc) => articles[doc] ?? 0)
    for (const field of ['folder', 'label', 'source'] as const) {
      const values = context.facet(field, ids)
      if (values !== undefined) facets.push({ field, values })
    }
  }
  return facets.filter((facet) => facet.values.length > 0)
}

function valuesOf(counts: ReadonlyMap<string, number>, field: string): Facet['values'] {
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MOST_VALUES)
    .map(([value, count]) => {
      const safe = value.replaceAll('"', ' ')
      return {
        value,
        count,
        query: /[\s()]/.test(safe) ? `${field}:"${safe}"` : `${field}:${safe}`
      }
    })
}
