import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Library } from '../../src/library/library'
import { asText } from '../support/corpus'
import { openLibrary, tempDir } from './support'

const PAGE = { offset: 0, limit: 200 }
const ALL = { ...PAGE, sort: 'added', descending: false } as const

function articles(count: number): string {
  const dir = tempDir()
  mkdirSync(join(dir, 'sub'))
  for (let i = 0; i < count; i++)
    writeFileSync(join(dir, i % 2 === 0 ? '' : 'sub', `report-${String(i)}.txt`), asText(i, 60))
  return dir
}

/** What was derived, as far as it is seen. */
function derived(library: Library): Promise<unknown> {
  const { rows } = library.articles(ALL)
  return Promise.all(
    rows.map(async ({ id }) => [
      id,
      library.overlaps(id).map(({ overlap }) => [overlap.kind, overlap.b, overlap.words]),
      await library.claims(id),
      library.search({ text: 'harbour office ', ...PAGE, sort: 'relevance', facets: false }).total
    ])
  )
}

test('deleting everything that was derived loses nothing but time', async () => {
  const library = openLibrary()
  library.openFolder(articles(22))
  await library.idle()
  const before = await derived(library)

  library.rebuild()
  expect(library.status().pending).toBe(22)
  expect(library.articles(ALL).total).toBe(22)
  await library.idle()

  expect(library.status().pending).toBe(0)
  expect(await derived(library)).toEqual(before)
})

test('a folder that is switched off is nowhere to be found until it is switched on again', async () => {
  const library = openLibrary()
  const folder = library.openFolder(articles(6))
  await library.idle()
  const find = () =>
    library.search({ text: 'the ', ...PAGE, sort: 'relevance', facets: false }).total
  const found = find()
  expect(found).toBeGreaterThan(0)

  library.setFolderEnabled(folder, false)
  await library.idle()
  expect(library.articles(ALL).total).toBe(0)
  expect(find()).toBe(0)
  expect(library.status().folders).toMatchObject([{ enabled: false, articles: 6 }])

  library.setFolderEnabled(folder, true)
  await library.idle()
  expect(library.articles(ALL).total).toBe(6)
  expect(find()).toBe(found)
})

test('a forgotten folder leaves nothing behind, and can be opened again', async () => {
  const dir = articles(6)
  const library = openLibrary()
  const folder = library.openFolder(dir)
  await library.idle()

  library.forgetFolder(folder)
  expect(library.status().folders).toEqual([])
  await library.idle()
  expect(library.articles(ALL).total).toBe(0)

  library.openFolder(dir)
  await library.idle()
  expect(library.articles(ALL).total).toBe(6)
})

test('a cancelled import keeps what it has and goes on when asked to', async () => {
  const library = openLibrary()
  library.openFolder(articles(30))
  while (library.articles(ALL).total === 0) await new Promise((resolve) => setTimeout(resolve, 1))

  library.cancelImport()
  await library.idle()
  const kept = library.articles(ALL).total
  expect(kept).toBeGreaterThan(0)
  expect(kept).toBeLessThan(30)
  expect(library.status().progress?.phase).toBe('cancelled')

  library.rescan()
  await library.idle()
  expect(library.articles(ALL).total).toBe(30)
})

test('a paused import waits and then ends as any other', async () => {
  const library = openLibrary()
  library.pauseImport(true)
  library.openFolder(articles(6))
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(library.articles(ALL).total).toBe(0)
  expect(library.status().paused).toBe(true)

  library.pauseImport(false)
  await library.idle()

  expect(library.articles(ALL).total).toBe(6)
})

test('lists are paged, sorted, filtered and narrowed to folders', async () => {
  const library = openLibrary()
  const folder = library.openFolder(articles(10))
  await library.idle()

  const titles = library.articles({ ...ALL, sort: 'title' }).rows.map(({ title }) => title)
  expect(titles).toEqual(titles.toSorted((a, b) => a.localeCompare(b)))
  const down = library.articles({ ...ALL, sort: 'title', descending: true }).rows
  expect(down.map(({ title }) => title)).toEqual(titles.toReversed())
  const pages = [0, 4, 8].flatMap((offset) => library.articles({ ...ALL, offset, limit: 4 }).rows)
  expect(pages.map(({ id }) => id)).toEqual(library.articles(ALL).rows.map(({ id }) => id))
  expect(library.articles({ ...ALL, folder, subFolder: 'sub' }).total).toBe(5)
  expect(library.articles({ ...ALL, filter: titles[3] ?? '' }).rows[0]?.title).toBe(titles[3])
  expect(library.articles({ ...ALL, filter: '%' }).total).toBe(0)
  const words = library.articles({ ...ALL, sort: 'words' }).rows.map((row) => row.words)
  expect(words).toEqual(words.toSorted((a, b) => a - b))
})

test('a line marked as furniture is left out of search in every article, and comes back when that is undone', async () => {
  const dir = tempDir()
  for (const [name, by] of [
    ['a', 'Brought to you'],
    ['b', 'BROUGHT TO YOU']
  ])
    writeFileSync(
      join(dir, `${name}.txt`),
      `Report ${name}\n\nThe ferry left Tolm.\n\n${by} by zanzimint tea.\n`
    )
  const library = openLibrary()
  library.openFolder(dir)
  await library.idle()
  const find = () =>
    library.search({ text: 'zanzimint ', ...PAGE, sort: 'relevance', facets: false }).total
  expect(find()).toBe(2)

  const line = 'Brought to you by zanzimint tea.'
  const decision = library.decide({ kind: 'furniture', line, furniture: true })
  await library.idle()
  expect(find()).toBe(0)
  const [first] = library.articles(ALL).rows
  expect(library.article(first?.id ?? 0).blocks.at(-1)?.furniture).toBe('reader')

  library.undoDecision(decision)
  await library.idle()
  expect(find()).toBe(2)
})

test('what is said of a line in one report counts there only, and more than what is said of it everywhere', async () => {
  const dir = tempDir()
  for (const name of ['a', 'b'])
    writeFileSync(
      join(dir, `${name}.txt`),
      `Report ${name}\n\nThe ferry left Tolm.\n\nBrought to you by zanzimint tea.\n`
    )
  const library = openLibrary()
  library.openFolder(dir)
  await library.idle()
  const [one, other] = library.articles(ALL).rows.map(({ id }) => id)
  const folded = () =>
    [one, other].map((id) => library.article(id ?? 0).blocks.at(-1)?.furniture !== undefined)
  const say = async (furniture: boolean, article?: number) => {
    const line = 'Brought to you by zanzimint tea.'
    const id = library.decide({ kind: 'furniture', line, furniture, article })
    await library.idle()
    return id
  }

  const here = await say(true, one)
  expect(folded()).toEqual([true, false])
  await say(true)
  expect(folded()).toEqual([true, true])
  await say(false, other)
  expect(folded()).toEqual([true, false])
  library.undoDecision(here)
  await library.idle()
  expect(folded()).toEqual([true, false])
})
