import { spawn } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Decision } from '../../src/shared/decision'
import { FailureError } from '../../src/shared/failure'
import { asText } from '../support/corpus'
import { NODE } from '../support/build'
import { openLibrary, tempDir } from './support'

const ALL = { offset: 0, limit: 200, sort: 'added', descending: false } as const
const DECISIONS = { offset: 0, limit: 50 }

function articles(): string {
  const dir = tempDir()
  for (let i = 0; i < 5; i++) writeFileSync(join(dir, `report-${String(i)}.txt`), asText(i, 60))
  return dir
}

async function filled(dataDir: string, dir: string) {
  const library = openLibrary({ dataDir })
  library.openFolder(dir)
  await library.idle()
  return library
}

test('a damaged catalog is kept aside, and a new one takes its place', async () => {
  const [dataDir, dir] = [tempDir(), articles()]
  await (await filled(dataDir, dir)).close()
  const bytes = readFileSync(join(dataDir, 'catalog.db'))
  bytes.fill(0xa5, 4096, 4096 * 4)
  writeFileSync(join(dataDir, 'catalog.db'), bytes)

  const library = openLibrary({ dataDir })

  expect(library.keptDamaged).toMatch(/catalog\.db\.damaged-1$/)
  expect(existsSync(library.keptDamaged ?? '')).toBe(true)
  library.start()
  await library.idle()
  expect(library.articles(ALL).total).toBe(5)
})

test('damage that is met in a catalog that looks as it was closed has it read through after all', async () => {
  const [dataDir, dir] = [tempDir(), articles()]
  const file = join(dataDir, 'catalog.db')
  const closedAt = new Date('2025-01-01T00:00:00Z')
  await (await filled(dataDir, dir)).close()
  utimesSync(file, closedAt, closedAt)
  await openLibrary({ dataDir }).close()
  utimesSync(file, closedAt, closedAt)
  writeFileSync(
    `${file}.closed`,
    `${String(statSync(file).size)} ${String(closedAt.getTime())}000000\n`
  )
  const bytes = readFileSync(file)
  bytes.fill(0xa5, bytes.length - 2048)
  writeFileSync(file, bytes)
  utimesSync(file, closedAt, closedAt)

  const library = openLibrary({ dataDir })
  expect(library.keptDamaged).toMatch(/catalog\.db\.damaged-1$/)
  library.start()
  await library.idle()
  expect(library.articles(ALL).total).toBe(5)
})

test('a cut-off, a foreign and an empty catalog are no reason not to start', async () => {
  for (const spoil of [
    (file: string) => truncateSync(file, 5000),
    (file: string) => writeFileSync(file, 'This is no database, and never was one. '.repeat(200)),
    (file: string) => writeFileSync(file, '')
  ]) {
    const dataDir = tempDir()
    await openLibrary({ dataDir }).close()
    for (const name of readdirSync(dataDir))
      if (/-(?:wal|shm)$/.test(name)) rmSync(join(dataDir, name))
    spoil(join(dataDir, 'catalog.db'))

    expect(openLibrary({ dataDir }).status().articles).toBe(0)
  }
})

test('a catalog of a newer version is refused and left as it is', async () => {
  const dataDir = tempDir()
  await openLibrary({ dataDir }).close()
  const code = `new (require('node:sqlite').DatabaseSync)(process.argv[1]).exec('PRAGMA user_version = 999')`
  const child = spawn(NODE, ['-e', code, join(dataDir, 'catalog.db')])
  await new Promise((resolve) => child.once('exit', resolve))

  expect(() => openLibrary({ dataDir })).toThrow(FailureError)
  expect(readdirSync(dataDir).some((name) => name.includes('damaged'))).toBe(false)
})

test('a second library on the same data folder is refused until the first is closed', async () => {
  const dataDir = tempDir()
  const first = openLibrary({ dataDir })

  expect(() => openLibrary({ dataDir })).toThrow(FailureError)

  await first.close()
  expect(openLibrary({ dataDir }).status().articles).toBe(0)
})

test('decisions survive the loss of the catalog, with new ids and places', async () => {
  const [dataDir, dir] = [tempDir(), articles()]
  const library = await filled(dataDir, dir)
  const [first, second] = library.articles(ALL).rows
  if (first === undefined || second === undefined) throw new Error('two articles are needed')
  const sentence = library.article(first.id).text.slice(30, 60)
  const made: Decision[] = [
    { kind: 'mark', sentence, verdict: 'not-a-claim' },
    { kind: 'pin', article: first.id, pinned: true },
    { kind: 'cluster', a: first.id, b: second.id, together: true },
    {
      kind: 'scope',
      article: first.id,
      status: { start: 0, end: 20 },
      sentence: { start: 30, end: 60 },
      covered: false
    },
    { kind: 'metadata', article: second.id, field: 'publisher', value: 'The Tolm Courier' }
  ]
  for (const decision of made) library.decide(decision)
  await library.close()
  for (const name of readdirSync(dataDir))
    if (name.startsWith('catalog')) rmSync(join(dataDir, name))
  // New files before the old ones give every article another id.
  writeFileSync(join(dir, '0-first.txt'), asText(99, 60))

  const again = await filled(dataDir, dir)

  const { rows } = again.decisions(DECISIONS)
  expect(rows.map(({ orphan }) => orphan)).toEqual(made.map(() => false))
  const shifted = (id: number) => id + 1
  expect(rows.map(({ decision }) => decision).reverse()).toEqual([
    made[0],
    { ...made[1], article: shifted(first.id) },
    // Pairs are written in the order of their contents.
    expect.objectContaining({ kind: 'cluster', together: true }),
    { ...made[3], article: shifted(first.id) },
    { ...made[4], article: shifted(second.id) }
  ])
  expect(again.article(shifted(second.id)).header.publisher).toBe('The Tolm Courier')
  expect(again.article(shifted(second.id)).metadata.publisher?.from).toBe('reader')
})

test('a pair is one subject, whichever of the two is named first, also when ids have changed', async () => {
  const [dataDir, dir] = [tempDir(), articles()]
  const library = await filled(dataDir, dir)
  const [first, second] = library.articles(ALL).rows.map(({ id }) => id)
  if (first === undefined || second === undefined) throw new Error('two articles are needed')
  library.decide({ kind: 'cluster', a: first, b: second, together: true })
  library.decide({ kind: 'origin', a: first, b: second, copy: 'a' })
  library.decide({ kind: 'cluster', a: second, b: first, together: false })
  library.decide({ kind: 'origin', a: second, b: first, copy: 'a' })

  const inForce = library.decisions(DECISIONS).rows.map(({ decision }) => decision)
  expect(inForce).toHaveLength(2)
  expect(inForce.find(({ kind }) => kind === 'cluster')).toMatchObject({ together: false })
  const origin = inForce.find((decision) => decision.kind === 'origin')
  expect(origin?.kind === 'origin' && origin.copy !== 'neither' && origin[origin.copy]).toBe(second)
})

test('a decision about an article that is gone is kept as an orphan', async () => {
  const [dataDir, dir] = [tempDir(), articles()]
  const library = await filled(dataDir, dir)
  const [first] = library.articles(ALL).rows
  library.decide({ kind: 'pin', article: first?.id ?? 0, pinned: true })
  const [folder] = library.status().folders

  library.forgetFolder(folder?.id ?? 0)
  await library.idle()

  expect(library.articles(ALL).total).toBe(0)
  expect(library.decisions(DECISIONS).rows).toMatchObject([{ orphan: true }])
})

test('a damaged decision comes back from the backup', async () => {
  const dataDir = tempDir()
  const library = openLibrary({ dataDir })
  library.decide({ kind: 'furniture', line: 'Share this story', furniture: true })
  library.decide({ kind: 'actor', name: 'Tolm Watch', type: 'ngo' })
  await library.close()
  expect(existsSync(join(dataDir, 'decisions.db.backup-1'))).toBe(true)
  const file = join(dataDir, 'decisions.db')
  const bytes = readFileSync(file)
  const at = bytes.indexOf('Share this story')
  bytes[at] = 'X'.charCodeAt(0)
  writeFileSync(file, bytes)

  const { rows } = openLibrary({ dataDir }).decisions(DECISIONS)

  expect(rows.map(({ decision }) => decision)).toMatchObject([
    { kind: 'actor', name: 'Tolm Watch' },
    { kind: 'furniture', line: 'Share this story' }
  ])
})

test('a lost or unreadable decisions file comes back from the backup', async () => {
  for (const spoil of [
    (file: string) => rmSync(file),
    (file: string) => truncateSync(file, 3000),
    (file: string) => copyFileSync('package.json', file)
  ]) {
    const dataDir = tempDir()
    const library = openLibrary({ dataDir })
    library.decide({ kind: 'furniture', line: 'Share this story', furniture: true })
    await library.close()
    spoil(join(dataDir, 'decisions.db'))

    expect(openLibrary({ dataDir }).decisions(DECISIONS).total).toBe(1)
  }
})

test('undoing a decision brings back the one before about the same thing', () => {
  const library = openLibrary()
  const line = 'Share this story'
  library.decide({ kind: 'furniture', line, furniture: true })
  const second = library.decide({ kind: 'furniture', line, furniture: false })
  expect(library.decisions(DECISIONS).rows.map(({ decision }) => decision)).toEqual([
    { kind: 'furniture', line, furniture: false }
  ])

  library.undoDecision(second)

  expect(library.decisions(DECISIONS).rows.map(({ decision }) => decision)).toEqual([
    { kind: 'furniture', line, furniture: true }
  ])
  expect(() => library.undoDecision(second)).toThrow(FailureError)
})
