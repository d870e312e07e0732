import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Library } from '../../src/library/library'
import { openLibrary, tempDir } from './support'

const PAGE = { offset: 0, limit: 50 }

async function libraryOf(...sentences: readonly string[]): Promise<Library> {
  const dir = tempDir()
  sentences.forEach((sentence, i) =>
    writeFileSync(join(dir, `${i}.txt`), `Report ${i} from Tolm\n\n${sentence}\n`)
  )
  const library = openLibrary()
  library.openFolder(dir)
  await library.idle()
  return library
}

test('a body stands there once, by whichever form of its name, and is found by the form that is printed', async () => {
  const library = await libraryOf(
    'Kestria’s Defence Ministry said its guns destroyed nine drones on Monday.',
    'Two tanks were destroyed near Orbel, the Kestrian Defense Ministry said.'
  )

  expect(library.ledger(PAGE).rows).toMatchObject([{ says: 2, documents: 2 }])
  const found = (filter: string) =>
    library.claimList({ ...PAGE, sort: 'article', minSeverity: 0, filter }).total
  expect(['kestria', 'kestrian'].map(found)).toEqual([2, 1])
})

test('sources are found by a part of any of their names, letter by letter', async () => {
  const library = await libraryOf(
    'Kestria’s Defence Ministry said its guns destroyed nine drones on Monday.',
    'Two tanks were destroyed near Orbel, the Kestrian Defense Ministry said.',
    'The mayor of Lisk said nine barges had sunk off the old pier.'
  )

  const found = (filter: string) => {
    const { total, rows } = library.ledger({ ...PAGE, filter })
    expect(total).toBe(rows.length)
    return rows.map(({ says, documents }) => [says, documents])
  }
  expect(found('kestrian def')).toEqual([[2, 2]])
  expect(found('Defence')).toEqual([[2, 2]])
  expect(found('MAYOR')).toEqual([[1, 1]])
  expect(found('%')).toEqual([])
})

test('a person has one entry for all spellings of the name', async () => {
  const said = (name: string) => `${name} said nine barges had sunk off the old pier of Lisk.`
  const library = await libraryOf(said('Dmytro Tarnskyi'), said('Dmytro V. Tarnsky'))

  const rows = library.ledger(PAGE).rows.filter(({ source }) => /Tarnsk/.test(source.name))

  expect(rows).toMatchObject([{ says: 2, documents: 2 }])
  const source = rows[0]?.source.name ?? ''
  expect(library.claimList({ ...PAGE, source, minSeverity: 0, sort: 'article' }).total).toBe(2)
})

test('a grade holds for a source under whichever of its names it was given, and a newer one in its place', async () => {
  const library = await libraryOf(
    'Veld’s Defence Ministry claimed that five Tolmian boats were destroyed on Monday.'
  )
  const graded = () => library.ledger(PAGE).rows.map(({ grade }) => grade)
  expect(graded()).toEqual([undefined])

  library.decide({ kind: 'grade', source: 'Defense Ministry of Veld', reliability: 'D' })
  expect(graded()).toEqual(['D'])
  library.decide({ kind: 'grade', source: 'Veld’s Defence Ministry', reliability: 'B' })
  expect(graded()).toEqual(['B'])
})
