import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Library } from '../../src/library/library'
import { openLibrary, tempDir } from './support'

const ALL = { offset: 0, limit: 200, sort: 'added', descending: false } as const

function folderWith(files: Record<string, string | Uint8Array>): string {
  const dir = tempDir()
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(dir, path, '..'), { recursive: true })
    writeFileSync(join(dir, path), content)
  }
  return dir
}

const titles = (library: Library) => library.articles(ALL).rows.map((row) => row.title)

const HARBOUR =
  'Harbour reopens\n\nThe harbour of Tolm reopened on Monday after two days of storms.\n'

test('a folder of text files opens and its articles are listed and read', async () => {
  const dir = folderWith({ 'a.txt': HARBOUR, 'deep/er/b.txt': 'Second\n\nAnother text.' })
  const library = openLibrary()

  library.openFolder(dir)
  await library.idle()

  const { rows, total } = library.articles(ALL)
  expect(total).toBe(2)
  expect(rows.map((row) => [row.subFolder, row.fileName])).toEqual([
    ['', 'a.txt'],
    ['deep/er', 'b.txt']
  ])
  const view = library.article(rows[0]?.id ?? 0)
  expect(view.text).toContain('The harbour of Tolm reopened')
  expect(view.versions).toHaveLength(1)
  expect(library.status()).toMatchObject({ articles: 2, problems: 0, pending: 0, paused: false })
  expect(library.problems({ offset: 0, limit: 10 }).total).toBe(0)
})

test('a renamed file keeps its article', async () => {
  const dir = folderWith({ 'a.txt': HARBOUR, 'b.txt': 'Second\n\nAnother text.' })
  const library = openLibrary()
  library.openFolder(dir)
  await library.idle()
  const before = library.articles(ALL).rows.find((row) => row.fileName === 'a.txt')

  mkdirSync(join(dir, 'sub'))
  renameSync(join(dir, 'a.txt'), join(dir, 'sub', 'c.txt'))
  library.rescan()
  await library.idle()

  const after = library.articles(ALL).rows.find((row) => row.fileName === 'c.txt')
  expect(after?.id).toBe(before?.id)
  expect(library.articles(ALL).total).toBe(2)
})

test('a changed file becomes a new version and the old text stays', async () => {
  const dir = folderWith({ 'a.txt': HARBOUR })
  const library = openLibrary()
  library.openFolder(dir)
  await library.idle()
  const [old] = library.articles(ALL).rows

  writeFileSync(join(dir, 'a.txt'), `${HARBOUR}\nTwo ferries are still missing.\n`)
  library.rescan()
  await library.idle()

  const [now, ...rest] = library.articles(ALL).rows
  expect(rest).toEqual([])
  expect(now?.id).not.toBe(old?.id)
  expect(now?.versions).toBe(2)
  const view = library.article(now?.id ?? 0)
  expect(view.versions.map(({ id, current }) => [id, current])).toEqual([
    [now?.id, true],
    [old?.id, false]
  ])
  expect(library.article(old?.id ?? 0).text).not.toContain('ferries')
})

test('a deleted file leaves the library and comes back with the same article', async () => {
  const dir = folderWith({ 'a.txt': HARBOUR, 'b.txt': 'Second\n\nAnother text.' })
  const library = openLibrary()
  library.openFolder(dir)
  await library.idle()
  const before = library.articles(ALL).rows[0]?.id

  rmSync(join(dir, 'a.txt'))
  library.rescan()
  await library.idle()
  expect(titles(library)).toHaveLength(1)

  writeFileSync(join(dir, 'a.txt'), HARBOUR)
  library.rescan()
  await library.idle()
  expect(library.articles(ALL).rows[0]?.id).toBe(before)
})

test('an article tells which entries of a live blog stand there again', async () => {
  const entry =
    'Ferry turns back\n\nThe ferry to Halvik turned back at noon because the harbour mouth was full of ice, its captain said.\n'
  const dir = folderWith({
    'live.txt': `Ferry live: storm stops the boats\n\n${entry}\nShare it\n\nUpdate on\n\n10:40 a.m.\n\nThe bridge over the sound stays open, the road office said, but only slowly.\n\nBuses go every hour from the quay until the ice has gone.\n\nShare it\n\nUpdate on\n\n9:15 a.m.\n\n${entry}\nShare it\n`,
    'plain.txt': HARBOUR
  })
  const library = openLibrary()
  library.openFolder(dir)
  await library.idle()

  const views = new Map(
    library.articles(ALL).rows.map(({ id, fileName }) => [fileName, library.article(id)])
  )
  const live = views.get('live.txt')
  const textOf = (index = -1) => {
    const span = live?.blocks[index]?.span
    return live?.text.slice(span?.start, span?.end)
  }
  expect(live?.repeats).toHaveLength(1)
  expect(textOf(live?.repeats?.[0]?.first)).toBe('Ferry turns back')
  expect(live?.repeats?.[0]?.blocks.map(textOf)[0]).toBe('Ferry turns back')
  expect(live?.repeats?.[0]?.blocks).toHaveLength(2)
  expect(views.get('plain.txt')).not.toHaveProperty('repeats')
})
