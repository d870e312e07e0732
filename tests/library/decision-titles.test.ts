import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLibrary, tempDir } from './support'

const ALL = { offset: 0, limit: 200, sort: 'added', descending: false } as const
const PAGE = { offset: 0, limit: 50 }

test('a page of decisions names the reports that each is about', async () => {
  const dir = tempDir()
  for (const town of ['Tolm', 'Merrin'])
    writeFileSync(
      join(dir, `${town}.txt`),
      `Storm over ${town}\n\nA storm crossed the bay of ${town} on Monday and left the town without power.\n`
    )
  const library = openLibrary({ dataDir: null })
  library.openFolder(dir)
  await library.idle()
  const [first, second] = library.articles(ALL).rows
  const [a, b] = [first?.id ?? 0, second?.id ?? 0]
  library.decide({ kind: 'star', article: a, starred: true })
  library.decide({ kind: 'cluster', a, b, together: false })
  library.decide({ kind: 'actor', name: 'Port captain', type: 'official' })

  const titles = library
    .decisions(PAGE)
    .rows.map(({ decision, reports }) => [
      decision.kind,
      reports.map(({ title }) => title).toSorted()
    ])

  expect(titles).toEqual([
    ['actor', []],
    ['cluster', ['Storm over Merrin', 'Storm over Tolm']],
    ['star', [first?.title]]
  ])
})
