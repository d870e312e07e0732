import { Library } from '../../src/library/library'

/** Calls of each question after the first one. */
const AGAIN = 5

/** Milliseconds of processor time that some work took. */
function spent(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Prints what the library takes to answer what each view asks first: processor time, without the way to the window. */
export function measureCalls(make: () => Library): Promise<void> {
  let library: Library | undefined
  const line = (name: string, first: number, again: string) =>
    process.stdout.write(`${name.padEnd(28)}first ${first.toFixed(0).padStart(5)} ms${again}\n`)
  line(
    'open',
    spent(() => (library = make())),
    ''
  )
  if (library === undefined) throw new Error('Cannot measure: the library did not open')
  for (const [name, ask] of questions(library)) {
    let answer: unknown
    const first = spent(() => (answer = ask()))
    const times = Array.from({ length: AGAIN }, () => spent(ask)).toSorted((a, b) => a - b)
    const size = JSON.stringify(answer)?.length ?? 0
    line(
      name,
      first,
      `, then p50 ${(times[Math.floor(AGAIN / 2)] ?? 0).toFixed(0).padStart(4)} ms, ${(size / 1024).toFixed(0)} KiB`
    )
  }
  return library.close()
}

function questions(library: Library): readonly (readonly [string, () => unknown])[] {
  const page = { offset: 0, limit: 100 }
  const cards = { offset: 0, limit: 50 }
  const [cluster] = library.clusters({ offset: 0, limit: 1 }).rows
  const reports = { offset: 0, limit: 60, firstReport: 0 }
  return [
    ['status', () => library.status()],
    ['list', () => library.articles({ ...page, sort: 'date', descending: true })],
    [
      'search',
      () =>
        library.search({ ...page, text: 'officials', sort: 'relevance', facets: true, limit: 50 })
    ],
    ['article', () => library.article(2)],
    ['claims of an article', () => library.claims(2)],
    ['sources', () => library.ledger(cards)],
    ['claims by weight', () => library.claimList({ ...page, sort: 'weight' })],
    ['claims by date', () => library.claimList({ ...page, sort: 'date' })],
    ['claims by source', () => library.claimList({ ...page, sort: 'source' })],
    ['threads', () => library.threads(cards)],
    ['clusters', () => library.clusters(cards)],
    ['time line', () => library.timeline({ offset: 0, limit: 30, order: 'largest' })],
    ...(cluster === undefined
      ? []
      : [
          [
            'claims × reports',
            () => library.claimMatrix({ ...reports, cluster: cluster.cluster.id })
          ] as const,
          ['who copies whom', () => library.descent(cluster.cluster.id)] as const
        ])
  ]
}
