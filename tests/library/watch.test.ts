import { appendFileSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Library } from '../../src/library/library'
import { eventually, openLibrary, tempDir } from './support'

const ALL = { offset: 0, limit: 200, sort: 'added', descending: false } as const
/** What the reader is promised. */
const WITHIN_MS = 2_000

const names = (library: Library) =>
  library.articles(ALL).rows.map(({ subFolder, fileName }) => [subFolder, fileName].join('/'))

async function watched(): Promise<{ dir: string; library: Library }> {
  const dir = tempDir()
  mkdirSync(join(dir, 'old'))
  writeFileSync(join(dir, 'old', 'a.txt'), 'First\n\nThe first report of the week.')
  const library = openLibrary({ watch: true })
  library.openFolder(dir)
  library.start()
  await eventually(() => names(library).length === 1, WITHIN_MS)
  // The watcher has to be there before what it is to see.
  await new Promise((resolve) => setTimeout(resolve, 500))
  await library.idle()
  return { dir, library }
}

test('new, changed, renamed and deleted files appear within two seconds', async () => {
  const { dir, library } = await watched()

  writeFileSync(join(dir, 'b.txt'), 'Second\n\nAnother report.')
  await eventually(() => names(library).includes('/b.txt'), WITHIN_MS)

  appendFileSync(join(dir, 'b.txt'), '\n\nWith an addition.')
  await eventually(
    () => library.articles(ALL).rows.some(({ versions }) => versions === 2),
    WITHIN_MS
  )

  renameSync(join(dir, 'b.txt'), join(dir, 'c.txt'))
  await eventually(() => names(library).includes('/c.txt'), WITHIN_MS)
  expect(names(library)).not.toContain('/b.txt')

  mkdirSync(join(dir, 'deep', 'er'), { recursive: true })
  writeFileSync(join(dir, 'deep', 'er', 'd.txt'), 'Third\n\nIn a folder of its own.')
  await eventually(() => names(library).includes('deep/er/d.txt'), WITHIN_MS)

  renameSync(join(dir, 'deep'), join(dir, 'moved'))
  await eventually(() => names(library).includes('moved/er/d.txt'), WITHIN_MS)

  rmSync(join(dir, 'c.txt'))
  await eventually(() => !names(library).includes('/c.txt'), WITHIN_MS)
})

test('watching writes nothing into the folder', async () => {
  const { dir, library } = await watched()

  await library.idle()

  expect(readdirSync(dir, { recursive: true }).sort()).toEqual(['old', join('old', 'a.txt')])
})

test('a folder that goes away keeps its articles and is followed again when it is back', async () => {
  const { dir, library } = await watched()

  renameSync(dir, `${dir}-away`)
  await eventually(() => library.status().folders[0]?.unavailable === true, WITHIN_MS)
  expect(names(library)).toEqual(['old/a.txt'])

  renameSync(`${dir}-away`, dir)
  library.rescan()
  await eventually(() => library.status().folders[0]?.unavailable === undefined, WITHIN_MS)
  expect(names(library)).toEqual(['old/a.txt'])
})
