import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLibrary, tempDir } from './support'

const ALL = { offset: 0, limit: 50, sort: 'title', descending: false } as const
const STORY =
  'The boat left the harbour of Halvik at dawn and did not come back before the evening, the harbour office said on Monday.'

const listed = (slug: string, title: string) => ({
  id: slug,
  slug,
  title,
  author: 'Ada Marsh',
  siteName: 'Nordvale Courier',
  url: `https://courier.example/${slug}`,
  state: 'Active',
  labels: ['ferries'],
  savedAt: '2024-01-18T20:11:03.000Z',
  publishedAt: '2024-01-17T16:05:00.000Z'
})

function exported(list: readonly object[], pages: readonly string[]): string {
  const dir = tempDir()
  writeFileSync(join(dir, 'metadata_0_to_19.json'), JSON.stringify(list, undefined, 2))
  mkdirSync(join(dir, 'content'))
  for (const slug of pages)
    writeFileSync(
      join(dir, 'content', `${slug}.html`),
      `<!doctype html><html><body><p>${STORY}</p><p>${STORY} It was late.</p></body></html>`
    )
  return dir
}

test('an article of an export in parts is there once, with its text and what the list says of it', async () => {
  const library = openLibrary()
  library.openFolder(
    exported([listed('late-boat-1', 'Late boat'), listed('no-boat-2', 'No boat')], ['late-boat-1'])
  )
  await library.idle()

  const { rows } = library.articles(ALL)
  expect(rows.map(({ title, fileName }) => [title, fileName])).toEqual([
    ['Late boat', 'late-boat-1.html'],
    ['No boat', 'metadata_0_to_19.json']
  ])
  const { text, metadata } = library.article(rows[0]?.id ?? 0)
  expect(text).toContain(STORY)
  expect(metadata).toMatchObject({
    title: { value: 'Late boat', from: 'export' },
    authors: { value: ['Ada Marsh'], from: 'export' },
    publisher: { value: 'Nordvale Courier', from: 'export' },
    published: { value: '2024-01-17T16:05:00Z', from: 'export' },
    tags: { value: ['ferries'], from: 'export' }
  })
})

test('a list whose articles all have pages is no article and no failure', async () => {
  const library = openLibrary()
  library.openFolder(exported([listed('late-boat-1', 'Late boat')], ['late-boat-1', 'stranger-9']))
  await library.idle()

  const names = library.articles(ALL).rows.map(({ fileName }) => fileName)
  expect(names.toSorted()).toEqual(['late-boat-1.html', 'stranger-9.html'])
  const problems = library.problems({ offset: 0, limit: 50 }).rows
  expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['listed-only', 'info']])
})

test('a broken list leaves the pages as they are', async () => {
  const dir = exported([], ['late-boat-1'])
  writeFileSync(join(dir, 'metadata_0_to_19.json'), '[{"slug": "late-boat-1", "title"')
  const library = openLibrary()
  library.openFolder(dir)
  await library.idle()

  const [page] = library.articles(ALL).rows.filter(({ fileName }) => fileName.endsWith('.html'))
  expect(library.article(page?.id ?? 0).text).toContain(STORY)
})
