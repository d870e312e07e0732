import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { HitPage } from '../../src/shared/shapes'
import { openLibrary, tempDir } from './support'

const REPORTS: Readonly<Record<string, string>> = {
  'wire.txt':
    'Flood at Osterby\n\nThe mayor of Osterby said 40 homes were under water. The dam company denied that its gates had been opened.',
  'mail.txt':
    'Water in Osterby\n\nPeople living by the river said on condition of anonymity that the sirens stayed silent. It was not possible to verify their account.',
  'walk.txt': 'A walk\n\nThe path along the ridge is open again. Bring a coat.'
}

function reports(): string {
  const dir = tempDir()
  mkdirSync(join(dir, 'flood'))
  for (const [name, text] of Object.entries(REPORTS)) writeFileSync(join(dir, 'flood', name), text)
  return dir
}

const ASKED: readonly (readonly [string, readonly string[]])[] = [
  ['label:disputed', ['wire.txt']],
  ['label:D', ['wire.txt']],
  ['label:unverified', ['mail.txt']],
  ['has:claim', ['mail.txt', 'wire.txt']],
  ['walk -has:claims', ['walk.txt']],
  ['origins:<2', ['mail.txt', 'wire.txt']],
  ['origins:>=2', []],
  ['source:mayor', ['wire.txt']],
  ['folder:flood file:walk', ['walk.txt']],
  ['is:unread osterby', ['mail.txt', 'wire.txt']],
  ['/\\d+ homes/ label:disputed', ['wire.txt']],
  ['/^the (mayor|path)/', ['walk.txt', 'wire.txt']],
  ['"water homes"~5', ['wire.txt']]
]

test('what the library knows beside the texts is asked for in the box', async () => {
  const library = openLibrary()
  library.openFolder(reports())
  await library.idle()
  const search = (text: string): HitPage =>
    library.search({ text: `${text} `, offset: 0, limit: 20, sort: 'relevance', facets: false })

  for (const [query, names] of ASKED) {
    const { hits, notices } = search(query)
    expect(hits.map(({ article }) => article.fileName).sort(), query).toEqual(names)
    expect(notices, query).toEqual([])
  }
  for (const unknown of ['label:blue', 'origins:few', 'has:wings'])
    expect(search(unknown).notices).toEqual([{ code: 'field-not-available', text: unknown }])
})
