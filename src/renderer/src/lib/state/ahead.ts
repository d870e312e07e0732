import type { ArticleHeader } from '../../../../shared/shapes'
import { findFaces } from '../fonts'
import type { Desk } from './desk.svelte'
import type { GrowingRows } from './rows.svelte'

/** What is searched for ahead: the beginnings of words that most reports hold, one and two of them. */
const BEGINNINGS = ['a', 's', 'the c']
/** Longest article that is fetched or compared ahead, words: one that is longer would keep the window busy. */
const MAX_WORDS = 5_000
/** Two versions of a report, for the first comparison: aligning them makes the library's code ready for those that the reader asks for. */
const VERSIONS = [
  'The harbour of Tarn was closed on Monday, the port authority said.\n\nTwo ferries wait outside.',
  'Two ferries wait outside.\n\nThe harbour of Tarn was closed on Tuesday, the port authority said. It gave no reason.'
].map((text) => ({ title: '', text }))

/**
 * Tasks that fetch what views will show first, one view a task, so that they open at once. What is kept with the view is fetched
 * only when it is not there yet; of the marks and the comparison the answer is put away: what counts is that the library
 * has read its pages and run its code once.
 *
 * @returns tasks that never fail: what cannot be fetched now is asked for again, and its failure told, when the view is opened
 */
export function aheadOf(desk: Desk): readonly (() => Promise<void>)[] {
  const { api, claims, clusters, library, map, search } = desk
  const first = async (list: Pick<GrowingRows<unknown>, 'loaded' | 'refresh'>): Promise<void> => {
    if (!list.loaded) await list.refresh()
  }
  const tasks: readonly (() => unknown)[] = [
    findFaces,
    async () => {
      const article = library.articles.row(library.active)
      if (article !== undefined)
        await Promise.all([api.claims(article.id), api.overlaps(article.id)])
    },
    async () => {
      const [a, b] = VERSIONS
      if (a !== undefined && b !== undefined) await api.compare(a, b)
    },
    ...BEGINNINGS.map((text) => () => search.rehearse(text)),
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

/** How long the reader must stay at a row before its article is fetched, ms: who runs through the list does not want each. */
const STAY_MS = 250

/**
 * Fetches the articles that the reader will likely open next, the one at which the keyboard stands and the one after it, and compares
 * the two that are chosen. To be called in an effect: it reads what it depends on.
 *
 * @returns the stop
 */
export function expectNext(desk: Desk): () => void {
  const { library, search, reader, compare } = desk
  if (library.isBusy) return () => undefined
  const isShort = (one: ArticleHeader | undefined): one is ArticleHeader =>
    one !== undefined && one.words <= MAX_WORDS
  const at = search.isShown ? search.active : library.active
  const next = [at, at + 1]
    .map((index) => (search.isShown ? search.hits[index]?.article : library.articles.row(index)))
    .filter(isShort)
  if (library.selected.size === 2) {
    const { present } = library.articles
    const [a, b] = [...library.selected].map((id) => present.find((row) => row.id === id))
    if (isShort(a) && isShort(b)) compare.expect(a.id, b.id)
  }
  const timer = setTimeout(() => reader.expect(next.map(({ id }) => id)), STAY_MS)
  return () => clearTimeout(timer)
}
